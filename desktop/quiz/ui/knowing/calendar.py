"""Draws the calendar: a column for each week, a field for each day, with its number of answers and a tint for it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from desktop.catalog.words import plural
from desktop.quiz.knowing.telling import answered_words, month_words, weekday
from desktop.quiz.knowing.weeks import weeks_of
from desktop.shell.tint import tint
from desktop.shell.widgets.pictures.drawing import Box
from desktop.shell.widgets.pictures.sketch import LEAST_TARGET, MIDDLE, MUTED, SMALL

if TYPE_CHECKING:
    from desktop.quiz.knowing.knowledge import Day, Knowledge
    from desktop.quiz.knowing.weeks import Weeks
    from desktop.shell.widgets.pictures.drawing import Drawing
    from desktop.shell.widgets.pictures.sketch import Sketch

_GAP, _DAYS, _MOST_SHOWN = 2, 7, 999


def draw_calendar(sketch: Sketch, knowledge: Knowledge, top: float) -> Drawing:
    """As many weeks as there is room for, from `top` down, the months over them."""
    left = max(sketch.width_of(name, MUTED) for name in ("Mon", "Wed", "Fri", "Sun")) + sketch.px(6)
    side = max(float(LEAST_TARGET), sketch.width_of("000", SMALL))
    weeks = weeks_of(knowledge, int((sketch.width - left) // (side + _GAP)))
    y = top + sketch.line_height(MUTED) + sketch.px(4)
    field = QRectF(left, y, side, side)
    _draw_heads(sketch, weeks, field, top)
    answered = {each.day: each for each in weeks.days}
    for at in range((weeks.today - weeks.first).days + 1):
        day = weeks.first + timedelta(days=at)
        place = field.translated((side + _GAP) * (at // _DAYS), (side + _GAP) * (at % _DAYS))
        _draw_day(sketch, answered.get(day), weeks.most, place)
        if day in answered:
            sketch.spot(place, answered[day].lead.ref, answered_words(answered[day]), (at % _DAYS, at // _DAYS))
    bottom = y + _DAYS * (side + _GAP)
    if weeks.hidden:
        are = "is" if weeks.hidden == 1 else "are"
        words = f"{plural(weeks.hidden, 'day')} with answers before these weeks {are} not shown."
        bottom += sketch.px(4)
        bottom += sketch.write(words, QRectF(0, bottom, sketch.width, 0), MUTED)
    return sketch.finished(bottom)


def _draw_heads(sketch: Sketch, weeks: Weeks, field: QRectF, top: float) -> None:
    """The days at the left; each month over its first week, where it does not touch the one before."""
    step = field.width() + _GAP
    for at in range(_DAYS):
        place = QRectF(0, field.y() + at * step, field.x(), field.height())
        sketch.write_middle(weekday(weeks.first + timedelta(days=at))[:3], place, MUTED)
    free, shown = field.x(), 0
    for week in range(weeks.count):
        day = weeks.first + timedelta(weeks=week, days=_DAYS - 1)
        x, words = field.x() + week * step, month_words(day)[:3]
        if day.month == shown:
            continue
        if x >= free and x + sketch.width_of(words, MUTED) <= sketch.width:
            sketch.write(words, QRectF(x, top, sketch.width_of(words, MUTED), 0), MUTED)
            free, shown = x + sketch.width_of(words, MUTED) + sketch.px(6), day.month


def _draw_day(sketch: Sketch, day: Day | None, most: int, place: QRectF) -> None:
    tokens = sketch.theme.tokens
    if day is None:
        sketch.strokes.append(Box(place, QColor(tokens.raised), radius=3))
        return
    count = day.right.count
    ground = tint(tokens.surface, tokens.accent, tokens.text, count / most)
    sketch.strokes.append(Box(place, QColor(ground), QColor(tokens.accent), radius=3))
    sketch.write_middle(f"{count}" if count <= _MOST_SHOWN else "…", place, SMALL, MIDDLE)
