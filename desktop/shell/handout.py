"""What a room hands over for print: sheets of headed text and tables, or a figure that paints itself as vectors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the largest."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text; `small` for sources and notes."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths` are shares of the page width, one per column. A row of one text spans all columns."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that paints itself into a rectangle, always in the light theme."""

    width: float
    height: float
    paint: Callable[[QPainter, QRectF], None]


Block = Heading | Paragraph | Table | Figure


@dataclass(frozen=True, slots=True)
class Sheet:
    """A run of blocks that starts on a new page."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False
