"""A figure as a file: drawn with its title above, what is said of it and its sources below; or as slides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from desktop.diagrams.drawing.shapes import Lettering, Shape
from desktop.diagrams.legend import HIGH, WIDE, legend_of
from desktop.diagrams.taking.inks import SlideInk
from desktop.diagrams.taking.outline import markdown_of
from desktop.diagrams.taking.slides import place_on_slide, pptx_of
from desktop.diagrams.ui.drafting import drawing_of
from desktop.diagrams.ui.ink import measure_with
from desktop.diagrams.ui.painting import paint_drawing, paint_shape, paint_wire
from desktop.diagrams.ui.state import CALM
from desktop.shell.drawn import Drawn, drawn_pdf, drawn_svg, painted, png_of
from desktop.shell.handout import Heading, Paragraph
from desktop.shell.pdf import document_of, draw_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextDocument

    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.diagrams.legend import Entry
    from desktop.diagrams.taking.account import Account, Scene
    from desktop.diagrams.taking.wanted import Wanted
    from desktop.diagrams.ui.ink import Ink
    from desktop.shell.handout import Block

_LEAST_WIDTH, _GAP = 640, 16
_FINE, _AFTER_SAMPLE, _BETWEEN, _LINE = 0.75, 6, 16, 20


@dataclass(frozen=True, slots=True)
class Figure:
    """What is taken away: the drawing, what goes with it, which moments of it, and the colours."""

    account: Account
    drawing: Drawing
    scenes: tuple[Scene, ...]
    ink: Ink


def figure_of(account: Account, wanted: Wanted, ink: Ink) -> Figure:
    """The figure as it is wanted, drawn now. Raises ValueError, in words, where it cannot be drawn so."""
    drawing = drawing_of(account.diagram, ink)
    if isinstance(drawing, str):
        raise ValueError(f"this diagram cannot be drawn: {drawing}")
    return Figure(account, drawing, wanted.scenes(account), ink)


def work_for(figure: Figure, ending: str, scale: float = 2.0) -> Callable[[], bytes]:
    """What makes the file; it may be called in any thread. All that is painted is painted here and now.

    SVG and PNG show the first scene. Raises ValueError, in words, where the figure is too large for it; the work
    raises OSError where it cannot be made.
    """
    account, ink = figure.account, figure.ink
    if ending == "md":
        return lambda: markdown_of(account).encode()
    if ending == "pptx":
        place_on_slide(figure.drawing)
        slide_ink = SlideInk(ink.tokens, ink.dark, ink.marks)
        return partial(pptx_of, account, figure.scenes, figure.drawing, slide_ink)
    pages = [page_of(figure, scene) for scene in figure.scenes]
    if ending == "png":
        return partial(png_of, painted(pages[0], scale))
    if ending == "pdf":
        made = drawn_pdf(pages, account.title)
    else:
        scene = figure.scenes[0]
        made = drawn_svg(pages[0], scene.title, "\n".join((scene.text, account.diagram.outline, *account.sources)))
    return lambda: made


def page_of(figure: Figure, scene: Scene) -> Drawn:
    """The title, the drawing as it is in this scene, the legend, what is said, the sources and where all is from."""
    account, drawing, ink = figure.account, figure.drawing, figure.ink
    bounds = drawing.bounds
    width = max(_LEAST_WIDTH, bounds.width)
    sources: tuple[Block, ...] = (Heading("Sources", 3),) if account.sources else ()
    small = (Paragraph(words, small=True) for words in (*account.sources, account.origin))
    head = document_of((Heading(scene.title, 1),), QSizeF(width, -1), ink.tokens)
    foot = document_of((Paragraph(scene.text), *sources, *small), QSizeF(width, -1), ink.tokens)
    legend = legend_lines(drawing, ink, width)
    top = head.size().height() + _GAP
    under = top + bounds.height + _GAP
    words = under + (legend[-1][0].y() + HIGH + _GAP if legend else 0)

    def draw(painter: QPainter) -> None:
        _draw_text(painter, head, QPointF(0, 0), ink)
        painter.save()
        painter.translate((width - bounds.width) / 2 - bounds.x, top - bounds.y)
        paint_drawing(painter, drawing, ink, scene.lit)
        painter.restore()
        for at, entry in legend:
            draw_entry(painter, entry, at + QPointF(0, under), ink)
        _draw_text(painter, foot, QPointF(0, words), ink)

    return Drawn(QSizeF(width, words + foot.size().height()), QColor(ink.tokens.surface), draw)


def _draw_text(painter: QPainter, document: QTextDocument, at: QPointF, ink: Ink) -> None:
    painter.save()
    painter.translate(at)
    draw_document(document, painter, QRectF(QPointF(0, 0), document.size()), ink.tokens)
    painter.restore()


def legend_lines(drawing: Drawing, ink: Ink, width: float) -> list[tuple[QPointF, Entry]]:
    """Where each entry of the legend stands, line after line."""
    measure = measure_with(ink.fonts)
    found: list[tuple[QPointF, Entry]] = []
    x, y = 0.0, 0.0
    for entry in legend_of([drawing]):
        wide = WIDE + _AFTER_SAMPLE + measure(entry.words, Lettering.NOTE).width
        if x and x + wide > width:
            x, y = 0.0, y + _LINE
        found.append((QPointF(x, y), entry))
        x += wide + _BETWEEN
    return found


def draw_entry(painter: QPainter, entry: Entry, at: QPointF, ink: Ink) -> None:
    """An entry of the legend at its place."""
    painter.save()
    painter.translate(at)
    fine = replace(ink, unit=_FINE)
    if isinstance(entry.sample, Shape):
        paint_shape(painter, entry.sample, fine, CALM)
    else:
        paint_wire(painter, entry.sample, fine, CALM)
    painter.setFont(ink.fonts[Lettering.NOTE])
    painter.setPen(ink.colour("muted"))
    painter.drawText(QPointF(WIDE + _AFTER_SAMPLE, HIGH - 4), entry.words)
    painter.restore()
