"""Readers: text or bytes of a file from elsewhere to neutral items, each with its line."""
