"""Tests of talks: decks, giving them, and what is taken away."""
