"""A figure taken away: what it carries with it, and as slides with native shapes."""
