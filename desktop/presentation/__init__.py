"""Talks given from the live program: decks of stops, two windows, and what is taken home. Start with deck.py."""
