"""Giving a talk: what is pure, and both windows driven as a presenter would."""
