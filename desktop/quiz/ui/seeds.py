"""Where the quiz takes its chance from."""

from __future__ import annotations

from random import SystemRandom


def fresh_seed() -> int:
    """A seed that nobody can guess, and that no two rounds share."""
    return SystemRandom().getrandbits(60)
