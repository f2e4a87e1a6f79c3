"""What the table compares, filters and orders, as values. Start with arrangement.py and matrix.py."""
