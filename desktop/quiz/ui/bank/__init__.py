"""The question bank on the screen: list, preview and form."""
