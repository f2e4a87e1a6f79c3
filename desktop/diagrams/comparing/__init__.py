"""Diagrams side by side: what each has, what only one has, and their steps in step."""
