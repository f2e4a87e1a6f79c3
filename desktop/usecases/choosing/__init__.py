"""The chooser: answers in, what fits and why out. Start with ranking.py."""
