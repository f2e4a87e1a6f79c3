"""How several figures are set out in a room, so that the smallest of them is as large as it can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.diagrams.boxes import Size


def columns_for(figures: Sequence[Size], room: Size, around: Size) -> int:
    """How many stand side by side; `around` is what each needs beside its figure, for words and borders."""
    return max(range(1, len(figures) + 1), key=lambda count: (_scale(figures, room, around, count), count), default=1)


def _scale(figures: Sequence[Size], room: Size, around: Size, columns: int) -> float:
    """How large the smallest figure is drawn, against its own size."""
    rows = -(-len(figures) // columns)
    width, height = room.width / columns - around.width, room.height / rows - around.height
    return min(min(width / figure.width, height / figure.height) for figure in figures)
