"""What you know, as values and sentences: all that the page, its pictures and the report show."""
