"""Ratings as grouped bars: a group for each rated aspect on its own scale, a bar for each subject, a box for a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop.catalog.names import short_name
from desktop.catalog.refs import AspectRef, CellRef
from desktop.matrix.pictures.ratings import spoken_grade, why_none
from desktop.shell.widgets.pictures.drawing import Box
from desktop.shell.widgets.pictures.sketch import BOLD, MUTED, PLAIN, square

if TYPE_CHECKING:
    from desktop.catalog.entities.matrix import Subject
    from desktop.matrix.pictures.ratings import Graded, RatedAspect, Ratings
    from desktop.shell.widgets.pictures.drawing import Drawing
    from desktop.shell.widgets.pictures.sketch import Sketch

MOST_BARS = 600
_WIDEST, _TWO_COLUMNS, _NAME, _ROW, _BAR = 640, 1080, 190, 32, 14


@dataclass(frozen=True, slots=True)
class _Columns:
    """The left edges and widths within a group: the mark and name, the bar, the grade in words."""

    left: float
    name: float
    bar: float
    words: float

    @property
    def bar_left(self) -> float:
        return self.left + self.name

    @property
    def words_left(self) -> float:
        return self.left + self.name + self.bar


def bars_left_out(ratings: Ratings) -> str:
    """What is left out because it would be too many bars to read, in words."""
    left = len(ratings.rated) - len(_shown(ratings).rated)
    return (
        f"Only the first {MOST_BARS} bars are shown; {left:,} of {len(ratings.rated):,} aspects are left out."
        if left
        else ""
    )


def draw_bars(sketch: Sketch, ratings: Ratings, top: float) -> Drawing:
    """The bars from `top` down, in two columns where there is room."""
    shown, gap = _shown(ratings), sketch.px(32)
    across = 2 if sketch.width >= sketch.px(_TWO_COLUMNS) and len(shown.rated) > 1 else 1
    wide = min(sketch.px(_WIDEST), (sketch.width - gap * (across - 1)) / across)
    bottoms = [top] * across
    for at, rated in enumerate(shown.rated):
        column = at % across
        if column == 0:
            bottoms = [max(bottoms)] * across
        columns = _columns(sketch, shown, column * (wide + gap), wide)
        bottoms[column] = _draw_group(sketch, shown.subjects, rated, columns, bottoms[column]) + sketch.px(24)
    return sketch.finished(max(bottoms) - sketch.px(12), across * wide + gap * (across - 1))


def _shown(ratings: Ratings) -> Ratings:
    return ratings.first(MOST_BARS, max(1, MOST_BARS // max(1, len(ratings.subjects))))


def _columns(sketch: Sketch, shown: Ratings, left: float, wide: float) -> _Columns:
    """Room for the longest words of a grade, then for names, the rest for the bars."""
    said = {_said(given) for rated in shown.rated for given in rated.given if given} | {"not asked"}
    words = min(wide * 0.32, max(sketch.width_of(each) for each in said) + sketch.px(30))
    names = (short_name(sketch.context.catalog, subject.id) for subject in shown.subjects)
    longest = max(sketch.width_of(each) for each in names) + sketch.px(34)
    name = min(longest, sketch.px(_NAME), wide * 0.38)
    return _Columns(left, name, wide - name - words, words)


def _said(given: Graded) -> str:
    return f"{given.grade.value}  {given.grade.title}"


def _draw_group(
    sketch: Sketch, subjects: tuple[Subject, ...], rated: RatedAspect, columns: _Columns, top: float
) -> float:
    """The aspect's name, the ends of its scale, its bars; where the group ends."""
    width = columns.words_left + columns.words - columns.left
    head = QRectF(columns.left, top, width, 0)
    high = sketch.write(rated.aspect.title, head, BOLD)
    name = f"{rated.aspect.title}: {rated.aspect.question}"
    sketch.spot(QRectF(columns.left, top, width, high), AspectRef(rated.aspect.id), name, (len(sketch.spots), 0))
    y = _draw_scale(sketch, rated, columns, top + high + sketch.px(4))
    for subject, given in zip(subjects, rated.given, strict=True):
        y = _draw_row(sketch, rated, (subject, given), columns, y)
    return y


def _draw_scale(sketch: Sketch, rated: RatedAspect, columns: _Columns, top: float) -> float:
    """The words of the grades over their steps where all fit, else what the scale goes from and to."""
    grades = rated.scale.grades
    step = columns.bar / len(grades)
    if all(sketch.width_of(grade.title, MUTED) < step - sketch.px(4) for grade in grades):
        for at, grade in enumerate(grades):
            place = QRectF(columns.bar_left + at * step, top, step, 0)
            sketch.write(grade.title, place, MUTED)
        return top + sketch.line_height(MUTED) + sketch.px(2)
    words = f"{rated.scale.title}: from {grades[0].title} to {grades[-1].title}"
    width = columns.words_left + columns.words - columns.left
    return top + sketch.write(words, QRectF(columns.left, top, width, 0), MUTED) + sketch.px(2)


def _draw_row(
    sketch: Sketch, rated: RatedAspect, of: tuple[Subject, Graded | None], columns: _Columns, top: float
) -> float:
    """A subject's mark, name, bar and grade in words; where the row ends."""
    subject, given = of
    name, mark = short_name(sketch.context.catalog, subject.id), sketch.px(14)
    words = why_none(rated, subject) if given is None else _said(given)
    name_room, words_room = columns.name - sketch.px(34), columns.words - sketch.px(30)
    heights = sketch.height_of(name, name_room), sketch.height_of(words, words_room)
    high = max(sketch.px(_ROW), max(heights) + sketch.px(4))
    middle = top + high / 2
    sketch.mark(subject.id, square(columns.left + mark / 2 + 1, middle, mark))
    sketch.write_middle(name, QRectF(columns.left + sketch.px(22), top, name_room, high))
    _draw_steps(sketch, rated, of, QRectF(columns.bar_left, middle - sketch.px(_BAR) / 2, columns.bar, sketch.px(_BAR)))
    left = columns.words_left + sketch.px(10)
    if given is None:
        sketch.sign("sign-unknown", square(left + sketch.px(7), middle, sketch.px(14)))
        left += sketch.px(20)
    lettering = MUTED if given is None else PLAIN
    sketch.write_middle(words, QRectF(left, top, columns.words - (left - columns.words_left), high), lettering)
    place = QRectF(columns.left, top, columns.words_left + columns.words - columns.left, high)
    spoken = spoken_grade(rated, subject, given)
    sketch.spot(place, CellRef(subject.id, rated.aspect.id), spoken, (len(sketch.spots), 0))
    return top + high


def _draw_steps(sketch: Sketch, rated: RatedAspect, of: tuple[Subject, Graded | None], place: QRectF) -> None:
    """A box for each step of the scale, filled up to the grade; one hollow box where there is none."""
    subject, given = of
    if given is None:
        sketch.box(place, line="control", dashed=True)
        return
    wide, gap = place.width() / len(rated.scale.grades), min(2, place.width() / len(rated.scale.grades) / 4)
    for at in range(len(rated.scale.grades)):
        step = QRectF(place.x() + at * wide, place.y(), wide - gap, place.height())
        fill = sketch.colour_of(subject.id) if at <= given.step else sketch.theme.colour("raised")
        sketch.strokes.append(Box(step, fill, radius=3))
