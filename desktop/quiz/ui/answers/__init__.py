"""What the reader answers with, one widget for each class of question. Start with answer.py."""
