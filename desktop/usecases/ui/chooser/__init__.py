"""The chooser on the screen: questions on one side, what fits and why on the other. Start with page.py."""
