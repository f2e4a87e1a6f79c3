"""The quiz before an audience: what the hall sees, and what the presenter alone knows. Start with show.py."""
