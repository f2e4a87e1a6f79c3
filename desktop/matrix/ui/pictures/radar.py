"""Ratings as a radar: an axis for each rated aspect, a line for each subject; the unknown is a gap with its word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.catalog.names import short_name
from desktop.catalog.refs import AspectRef, CellRef, SubjectRef
from desktop.matrix.pictures.ratings import MOST_AXES, MOST_SUBJECTS, spoken_grade, why_none
from desktop.matrix.ui.pictures.web import Web, apart
from desktop.shell.widgets.pictures.drawing import Box, Trace
from desktop.shell.widgets.pictures.sketch import BOLD, LEFT, MIDDLE, MUTED, RIGHT, SMALL, square

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from desktop.matrix.pictures.ratings import RatedAspect, Ratings
    from desktop.shell.widgets.pictures.drawing import Drawing
    from desktop.shell.widgets.pictures.sketch import Sketch

_LEAST_RADIUS, _SMALL_RADIUS, _MOST_RADIUS, _LABEL, _MIDDLE_LABEL, _GAP, _MARK = 96, 130, 230, 200, 140, 20, 14
_DASHES: tuple[tuple[float, ...], ...] = ((), (4, 2), (1, 1.5), (6, 2, 1, 2), (8, 4), (2, 4))


@dataclass(frozen=True, slots=True)
class _Label:
    """The name of an axis in its place, and how it is set."""

    rated: RatedAspect
    place: QRectF
    side: Qt.AlignmentFlag


def draw_radar(sketch: Sketch, ratings: Ratings, top: float) -> Drawing:
    """The radar from `top` down; there must be axes enough."""
    shown = ratings.first(MOST_SUBJECTS, MOST_AXES)
    numbers = _numbers(sketch, shown)
    top = _draw_legend(sketch, shown, numbers, top) + sketch.px(12)
    if shown.share_steps:
        top += sketch.write(_rings(shown.rated[0]), QRectF(0, top - sketch.px(8), sketch.width, 0), MUTED)
    web, labels = _layout(sketch, shown, top)
    _draw_net(sketch, web, shown)
    points = _points(sketch, web, shown)
    _draw_traces(sketch, shown, points, numbers)
    if shown.share_steps:
        _draw_grades(sketch, web, shown, points)
    _draw_marks(sketch, shown, points, numbers)
    for axis, label in enumerate(labels):
        _draw_label(sketch, shown, axis, label)
    places = [label.place for label in labels]
    bottom = max(web.y + web.radius, *(place.bottom() for place in places))
    return sketch.finished(bottom + sketch.px(8), max(place.right() for place in places))


def _numbers(sketch: Sketch, shown: Ratings) -> list[str]:
    """A number for each subject that shares its mark with another one here, so that they can be told apart."""
    marks = [sketch.context.catalog.mark_of(subject.id) for subject in shown.subjects]
    count = Counter(marks)
    seen: Counter[object] = Counter()
    numbers = []
    for mark in marks:
        seen[mark] += 1
        numbers.append(f"{seen[mark]}" if count[mark] > 1 else "")
    return numbers


def _dashes(number: str) -> tuple[float, ...]:
    return _DASHES[(int(number or 1) - 1) % len(_DASHES)]


def _rings(rated: RatedAspect) -> str:
    """What the rings stand for, in words."""
    return f"Rings, from the centre: {', '.join(f'{each.value} {each.title}' for each in rated.scale.grades)}."


def _draw_legend(sketch: Sketch, shown: Ratings, numbers: list[str], top: float) -> float:
    """Each subject with its line, its mark and its name, in as many rows as they need; where it ends."""
    lead, line = sketch.px(44), sketch.px(36)
    shorts = [short_name(sketch.context.catalog, subject.id) for subject in shown.subjects]
    texts = [f"{number} {short}".strip() for number, short in zip(numbers, shorts, strict=True)]
    places, bottom = sketch.flow(texts, lead, top)
    for at, (subject, place) in enumerate(zip(shown.subjects, places, strict=True)):
        left, middle = place.x(), place.center().y()
        ends = (QPointF(left, middle), QPointF(left + line, middle))
        sketch.strokes.append(Trace(ends, sketch.colour_of(subject.id), 2.0, _dashes(numbers[at])))
        sketch.mark(subject.id, square(left + line / 2, middle, sketch.px(_MARK)))
        sketch.write_middle(texts[at], place.adjusted(lead, 0, 0, 0))
        sketch.spot(place, SubjectRef(subject.id), f"{subject.title}: {subject.summary}", (at + 1, -1))
    return bottom


def _layout(sketch: Sketch, shown: Ratings, top: float) -> tuple[Web, list[_Label]]:
    """The net as large as the room allows, and the names of its axes around it."""
    gap, least = sketch.px(_GAP), sketch.px(_LEAST_RADIUS)
    words = {word for rated in shown.rated for word in rated.aspect.title.split()}
    longest = max((sketch.width_of(word, BOLD) for word in words), default=0.0)
    wide = min(max(sketch.width / 2 - sketch.px(_SMALL_RADIUS) - gap, sketch.px(84), longest), sketch.px(_LABEL))
    sizes = _label_sizes(sketch, shown, wide)
    by_height = _radius_in(sketch, sizes, sketch.height - top - 2 * gap - sketch.px(10))
    by_width = sketch.width / 2 - gap - wide
    web = Web(0, 0, max(least, min(sketch.px(_MOST_RADIUS), by_width, by_height)), len(sizes))
    places = [web.label_place(axis, size, gap) for axis, size in enumerate(sizes)]
    places = apart(web, places, sketch.px(6))
    x = max(sketch.width / 2, -min(place.left() for place in places))
    y = top - min(-web.radius, *(place.top() for place in places))
    labels = [
        _Label(rated, place.translated(x, y), web.side(axis))
        for axis, (rated, place) in enumerate(zip(shown.rated, places, strict=True))
    ]
    return Web(x, y, web.radius, web.axes), labels


def _label_sizes(sketch: Sketch, shown: Ratings, wide: float) -> list[QSizeF]:
    """What the name of each axis needs; those above and below the net are narrower, for they have neighbours."""
    flat, middle = Web(0, 0, 0, len(shown.rated)), min(wide, sketch.px(_MIDDLE_LABEL))
    widths = [middle if flat.side(axis) is MIDDLE else wide for axis in range(flat.axes)]
    return [QSizeF(width, _label_height(sketch, shown, axis, width)) for axis, width in enumerate(widths)]


def _radius_in(sketch: Sketch, sizes: list[QSizeF], height: float) -> float:
    """The radius with which net and names are so high; where that is too small it has to scroll, and is larger."""
    flat = Web(0, 0, 0, len(sizes))
    downs = [flat.way(axis)[1] for axis in range(flat.axes)]
    below = max(size.height() for size, down in zip(sizes, downs, strict=True) if down > max(downs) - 0.01)
    return max(sketch.px(_SMALL_RADIUS), (height - sizes[0].height() - below) / (1 + max(downs)))


def _unknown(shown: Ratings, axis: int) -> list[int]:
    return [at for at, given in enumerate(shown.rated[axis].given) if given is None]


def _unknown_words(sketch: Sketch, shown: Ratings, axis: int, at: int) -> str:
    subject = shown.subjects[at]
    return f"{short_name(sketch.context.catalog, subject.id)}: {why_none(shown.rated[axis], subject)}"


def _label_height(sketch: Sketch, shown: Ratings, axis: int, wide: float) -> float:
    high = sketch.height_of(shown.rated[axis].aspect.title, wide, BOLD)
    if not shown.share_steps:
        high += sketch.height_of(_ends(shown.rated[axis]), wide, MUTED)
    for at in _unknown(shown, axis):
        words = _unknown_words(sketch, shown, axis, at)
        high += max(sketch.px(24), sketch.height_of(words, wide - sketch.px(36), SMALL))
    return high


def _ends(rated: RatedAspect) -> str:
    """What the innermost and the outermost step mean."""
    return f"{rated.scale.grades[0].title} – {rated.scale.grades[-1].title}"


def _draw_label(sketch: Sketch, shown: Ratings, axis: int, label: _Label) -> None:
    """The aspect's name, and under it those whose grade is unknown, with the sign and the word."""
    rated, place = label.rated, label.place
    high = sketch.write(rated.aspect.title, place, BOLD, label.side)
    name = f"{rated.aspect.title}: {rated.aspect.question}"
    sketch.spot(QRectF(place.x(), place.y(), place.width(), high), AspectRef(rated.aspect.id), name, (0, axis))
    if not shown.share_steps:
        high += sketch.write(_ends(rated), place.adjusted(0, high, 0, 0), MUTED, label.side)
    sign = sketch.px(12)
    for at in _unknown(shown, axis):
        subject, words = shown.subjects[at], _unknown_words(sketch, shown, axis, at)
        room = place.width() - sketch.px(36)
        wide = min(room, max(sketch.width_of(line, SMALL) for line in sketch.lines(words, room, SMALL)))
        tall = max(sketch.px(24), sketch.height_of(words, room, SMALL))
        spare = place.width() - wide - sketch.px(36)
        x = place.x() + spare * {LEFT: 0.0, MIDDLE: 0.5, RIGHT: 1.0}[label.side]
        row = QRectF(x, place.y() + high, wide + sketch.px(36), tall)
        sketch.sign("sign-unknown", square(x + sketch.px(8), row.center().y(), sign))
        sketch.mark(subject.id, square(x + sketch.px(24), row.center().y(), sign))
        sketch.write_middle(words, row.adjusted(sketch.px(36), 0, 1, 0), SMALL)
        spoken = spoken_grade(rated, subject, None)
        sketch.spot(row, CellRef(subject.id, rated.aspect.id), spoken, (at + 1, axis))
        high += tall


def _draw_net(sketch: Sketch, web: Web, shown: Ratings) -> None:
    """The axes, each with a notch at every step, and a ring through them where all scales have as many."""
    line = sketch.theme.colour("line")
    counts = {len(rated.scale.grades) for rated in shown.rated}
    steps = counts.pop() if len(counts) == 1 else 0
    for step in range(steps):
        ring = tuple(web.point(axis, web.reach(step, steps)) for axis in range(web.axes))
        sketch.strokes.append(Trace(ring, line, is_closed=True))
    for axis, rated in enumerate(shown.rated):
        sketch.strokes.append(Trace((QPointF(web.x, web.y), web.point(axis, web.radius)), line))
        for step in range(0 if steps else len(rated.scale.grades)):
            reach, half = web.reach(step, len(rated.scale.grades)), sketch.px(4)
            notch = (web.point(axis, reach, -half), web.point(axis, reach, half))
            sketch.strokes.append(Trace(notch, sketch.theme.colour("control")))


def _draw_grades(sketch: Sketch, web: Web, shown: Ratings, points: list[list[QPointF | None]]) -> None:
    """The grades as numbers on their rings, between the two axes with the fewest lines, as many as have room."""
    high, grades = sketch.line_height(MUTED), shown.rated[0].scale.grades
    crossed = [sum(1 for each in points if each[axis] and each[(axis + 1) % web.axes]) for axis in range(web.axes)]
    axis, last = crossed.index(min(crossed)) + 0.5, 0.0
    for step in reversed(range(len(grades))):
        reach = web.inner(web.reach(step, len(grades)))
        if last and last - reach < high:
            continue
        last, at, text = reach, web.point(axis, reach), f"{grades[step].value}"
        wide = sketch.width_of(text, MUTED) + sketch.px(4)
        place = QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high)
        sketch.strokes.append(Box(place, sketch.theme.colour("surface"), radius=3))
        sketch.write(text, place, MUTED, MIDDLE)


def _points(sketch: Sketch, web: Web, shown: Ratings) -> list[list[QPointF | None]]:
    """Where each subject's mark stands on each axis; those with the same grade side by side."""
    points: list[list[QPointF | None]] = [[None] * web.axes for _ in shown.subjects]
    for axis, rated in enumerate(shown.rated):
        steps = [None if given is None else given.step for given in rated.given]
        for step in {each for each in steps if each is not None}:
            reach = web.reach(step, len(rated.scale.grades))
            same = [at for at, each in enumerate(steps) if each == step]
            room = web.beside(reach) * 0.9
            apart = min(sketch.px(20), room / max(1, len(same)))
            for place, at in enumerate(same):
                points[at][axis] = web.point(axis, reach, (place - (len(same) - 1) / 2) * apart)
    return points


def _draw_traces(sketch: Sketch, shown: Ratings, points: list[list[QPointF | None]], numbers: list[str]) -> None:
    """A line from axis to axis, broken where a grade is unknown."""
    for at, subject in enumerate(shown.subjects):
        colour, dashes = sketch.colour_of(subject.id), _dashes(numbers[at])
        for one, other in zip(points[at], (*points[at][1:], points[at][0]), strict=True):
            if one is not None and other is not None:
                sketch.strokes.append(Trace((one, other), colour, 2.0, dashes))


def _draw_marks(
    sketch: Sketch, shown: Ratings, points: list[list[QPointF | None]], numbers: list[str]
) -> None:  # fmt: skip
    side, small = sketch.px(_MARK), sketch.line_height(SMALL)
    for at, subject in enumerate(shown.subjects):
        for axis, rated in enumerate(shown.rated):
            point = points[at][axis]
            if point is None:
                continue
            _draw_mark(sketch, subject.id, point, side)
            if numbers[at]:
                place = QRectF(point.x() + side * 0.5, point.y() - side / 2 - small * 0.6, sketch.px(12), small)
                sketch.write(numbers[at], place, SMALL)
            name = spoken_grade(rated, subject, rated.given[at])
            target = square(point.x(), point.y(), side)
            sketch.spot(target, CellRef(subject.id, rated.aspect.id), name, (at + 1, axis))


def _draw_mark(sketch: Sketch, subject: str, point: QPointF, side: float) -> None:
    """A mark that stands clear of the lines under it."""
    place = square(point.x(), point.y(), side)
    sketch.strokes.append(Box(square(point.x(), point.y(), side + 3), sketch.theme.colour("surface"), radius=side))
    sketch.mark(subject, place)
