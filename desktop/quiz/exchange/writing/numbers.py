"""Numbers for other programs: exact ones, and shares of a mark with as many places as Moodle knows them by."""

from __future__ import annotations


def exact(number: float) -> str:
    """The number in so many digits that it reads back the same: '50', '0.1'."""
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)


def share(rights: int) -> str:
    """What one of so many right options earns, in per cent: '33.33333'."""
    return f"{100 / max(1, rights):.5f}".rstrip("0").rstrip(".")
