"""The report: all that is known of the learner on one page of paper, in the light colours whatever is on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF

from desktop.catalog.words import plural
from desktop.quiz.knowing.telling import NO_BELIEFS, belief_words, day_words, summary
from desktop.quiz.ui.knowing.beliefs_card import TITLE as BELIEFS
from desktop.quiz.ui.knowing.gallery import Picture, told_of
from desktop.shell.handout import Figure, Sheet
from desktop.shell.look import Paper
from desktop.shell.pdf import sheets_pdf
from desktop.shell.theme import TypeSize
from desktop.shell.widgets.pictures.brush import paint
from desktop.shell.widgets.pictures.plan import Plan
from desktop.shell.widgets.pictures.sketch import MUTED, SMALL, TITLE, Lettering, Sketch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from desktop.quiz.knowing.knowledge import Belief, Knowledge
    from desktop.quiz.ui.knowing.gallery import Told
    from desktop.shell.context import Context
    from desktop.shell.widgets.pictures.drawing import Drawing

_WIDTH, _GUTTER, _GAP = 860.0, 32.0, 20.0
_MOST_BELIEFS = 6
_SHAPE = 1.42  # of an A4 page within its margins: its height to its width
_LEFT = (Picture.SURE, Picture.DUE, Picture.KEPT)
_RIGHT = (Picture.TOPICS, Picture.DAYS)
_HEAD = Lettering(TypeSize.QUESTION)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A drawing with its place on the page."""

    x: float
    y: float
    drawing: Drawing


def report_pdf(context: Context, knowledge: Knowledge) -> bytes:
    """One A4 page. It is drawn smaller where there is more to say, never on a second page."""
    pack = context.catalog.pack
    foot = f"{pack.title} {pack.version}, as of {pack.as_of}, {pack.licence}"
    title = f"What you know: {pack.title}"
    return sheets_pdf(title, foot, (Sheet(title, (_figure(context, knowledge, title),)),))


def _figure(context: Context, knowledge: Knowledge, title: str) -> Figure:
    width = (_WIDTH - _GUTTER) / 2
    head = _head(context, knowledge, title)
    top = head.height + _GAP
    columns = [
        [_section(context, told_of(knowledge, each), width) for each in pictures] for pictures in (_LEFT, _RIGHT)
    ]
    heights = [sum(drawing.height + _GAP for drawing in drawings) for drawings in columns]
    columns[heights.index(min(heights))].append(_beliefs(context, knowledge.beliefs, width))
    placed = [_Placed(0.0, 0.0, head)]
    bottom = top
    for at, drawings in enumerate(columns):
        y = top
        for drawing in drawings:
            placed.append(_Placed(at * (width + _GUTTER), y, drawing))
            y += drawing.height + _GAP
        bottom = max(bottom, y)

    def paint_page(painter: QPainter, place: QRectF) -> None:
        scale = place.width() / _WIDTH
        for each in placed:
            painter.save()
            painter.translate(place.x() + each.x * scale, place.y() + each.y * scale)
            painter.scale(scale, scale)
            paint(painter, each.drawing.strokes, context.icons)
            painter.restore()

    return Figure(_WIDTH, bottom, paint_page)


def _sketch(context: Context, width: float) -> Sketch:
    return Sketch(context, QSizeF(width, _WIDTH * _SHAPE), Paper())


def _head(context: Context, knowledge: Knowledge, title: str) -> Drawing:
    sketch = _sketch(context, _WIDTH)
    y = sketch.write(title, QRectF(0, 0, _WIDTH, 0), _HEAD)
    said = f"{day_words(knowledge.today)}: {summary(knowledge)}"
    return sketch.finished(y + sketch.write(said, QRectF(0, y + 4, _WIDTH, 0)) + 4)


def _section(context: Context, told: Told, width: float) -> Drawing:
    """A title, what is said, the picture, what is said after it."""
    sketch = _sketch(context, width)
    y = sketch.write(told.title, QRectF(0, 0, width, 0), TITLE) + 4
    if not isinstance(told.plan, Plan):
        return sketch.finished(y + sketch.write(told.plan, QRectF(0, y, width, 0), MUTED))
    if told.before:
        y += sketch.write(told.before, QRectF(0, y, width, 0), MUTED) + 8
    y = told.plan.draw_body(sketch, y).height
    if told.after:
        y += 8
        y += sketch.write(told.after, QRectF(0, y, width, 0), MUTED)
    return sketch.finished(y)


def _beliefs(context: Context, beliefs: Sequence[Belief], width: float) -> Drawing:
    sketch = _sketch(context, width)
    y = sketch.write(BELIEFS, QRectF(0, 0, width, 0), TITLE) + 4
    for belief in beliefs[:_MOST_BELIEFS]:
        y += sketch.write(belief_words(belief), QRectF(0, y, width, 0), SMALL)
        y += sketch.write(belief.correction, QRectF(0, y, width, 0), MUTED) + 6
    more = len(beliefs) - _MOST_BELIEFS
    said = NO_BELIEFS if not beliefs else f"And {plural(more, 'other')}." if more > 0 else ""
    if said:
        y += sketch.write(said, QRectF(0, y, width, 0), MUTED)
    return sketch.finished(y)
