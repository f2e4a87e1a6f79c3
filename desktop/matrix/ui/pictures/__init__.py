"""The pictures of the table: drawn as values first, then painted on the screen or into a file. Start with page.py."""
