"""A matrix close-up as a native table: the stronger the number, the deeper the tint; a masked cell has a cross."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.diagrams.boxes import Box
from desktop.diagrams.drawing.shapes import Lettering
from desktop.diagrams.taking.natives import TYPE_PIXELS, add_writing, plain, stroke
from desktop.export.slides import Run, Setting, emu, rgb, write_words

if TYPE_CHECKING:
    from desktop.diagrams.drawing.shapes import Cells, Shape
    from desktop.diagrams.taking.natives import Easel

_NUMBERS_FROM = 30  # a smaller cell shows its tint alone
_PAD = 8
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # 'No Style, No Grid'


def add_cells(easel: Easel, shape: Shape, lit: bool) -> None:
    """One heat map with its title, its caption and the words at its rows and columns."""
    cells = shape.cells
    if cells is None:
        return
    if lit:
        _add_frame(easel, shape)
    title, caption, *labels = shape.writings
    add_writing(easel, title, easel.ink.colour("text"), f"Title of {title.lines[0] if title.lines else shape.id}")
    before = max((each.box.width for each in labels if not each.turned), default=0) + _PAD
    x, y = cells.corner
    size = cells.side * len(cells.labels)
    room = Box(x - before, y - before, before + size, before + cells.side * len(cells.rows))
    frame = easel.shapes.add_table(len(cells.rows) + 1, len(cells.labels) + 1, *easel.bounds(room))
    easel.told(frame, shape.name.partition(",")[0], shape.tip)
    _size(easel, frame, cells, before)
    muted = easel.ink.colour("muted")
    for at, label in enumerate(cells.labels, 1):
        _write(easel, frame.table.cell(0, at), label, muted)
    for at, row in enumerate(cells.rows, 1):
        if at <= len(cells.labels):
            _write(easel, frame.table.cell(at, 0), cells.labels[at - 1], muted)
        for place, number in enumerate(row, 1):
            _number(easel, frame.table.cell(at, place), number, cells.side)
    add_writing(easel, caption, easel.ink.colour("muted"), "Caption")


def _size(easel: Easel, frame: Any, cells: Cells, before: float) -> None:
    """Squares of the same side, behind and below the room for the labels; those over the columns read upwards."""
    (properties,) = frame.element.xpath(".//a:tblPr")
    properties.set("bandRow", "0")
    properties.set("firstCol", "1")
    for style in properties.xpath("./a:tableStyleId"):
        style.text = _NO_STYLE
    for head in frame.element.xpath(".//a:tr[1]/a:tc"):
        head.get_or_add_tcPr().set("vert", "vert270")
    scale = easel.place.scale
    for at, line in enumerate(frame.table.columns):
        line.width = emu((cells.side if at else before) * scale)
    for at, line in enumerate(frame.table.rows):
        line.height = emu((cells.side if at else before) * scale)


def _number(easel: Easel, cell: Any, number: float | None, side: float) -> None:
    if number is None:
        _write(easel, cell, "×", easel.ink.colour("muted"))
        return
    ground = easel.ink.shade(number)
    words = f"{number:.2f}".removeprefix("0") if side >= _NUMBERS_FROM else ""
    _write(easel, cell, words, easel.ink.on(ground))
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(ground)


def _write(easel: Easel, cell: Any, words: str, colour: str) -> None:
    from pptx.enum.text import MSO_ANCHOR

    size = TYPE_PIXELS[Lettering.NOTE] * easel.place.scale
    write_words(cell, [(Run(words, size, colour),)], Setting((0, 0, 0, 0)))
    cell.margin_left = cell.margin_top = cell.margin_right = cell.margin_bottom = 0
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE


def _add_frame(easel: Easel, shape: Shape) -> None:
    """What the step is about has a frame around it."""
    from pptx.enum.shapes import MSO_SHAPE

    frame = plain(easel.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *easel.bounds(shape.box.inflated(8))))
    frame.adjustments[0] = 0.03
    frame.fill.background()
    stroke(frame, easel.ink.colour("accent"), easel.place.stroke(3))
    easel.told(frame, "Frame", f"The step is about {shape.name.partition(',')[0]}")
