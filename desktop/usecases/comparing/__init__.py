"""Use cases, or two industries, side by side, as values. Start with table.py."""
