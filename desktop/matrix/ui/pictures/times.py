"""The dates as a timeline: a mark for each, a band where only the year or the month is known, lanes for the names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.catalog.refs import CellRef
from desktop.matrix.pictures.timeline import Precision, lanes_of, spoken_event, years_between
from desktop.shell.widgets.pictures.drawing import Box, Trace
from desktop.shell.widgets.pictures.sketch import BOLD, MIDDLE, MUTED, blended, square

if TYPE_CHECKING:
    from desktop.matrix.pictures.timeline import Event, Timeline, When
    from desktop.shell.widgets.pictures.drawing import Drawing
    from desktop.shell.widgets.pictures.sketch import Sketch

MOST_EVENTS = 300
_LABEL, _MARK, _EDGE, _BAND = 200, 14, 24, 8
_LEAST_YEARS = 5  # so that the band of a year leaves room for a name beside it
_PALE = 0.35  # how much of the subject's colour a band has


@dataclass(frozen=True, slots=True)
class _Axis:
    """Which year stands where."""

    first: float
    last: float
    left: float
    right: float

    def x(self, year: float) -> float:
        return self.left + (self.right - self.left) * (year - self.first) / (self.last - self.first)


@dataclass(frozen=True, slots=True)
class _Label:
    """An event with its words, set to the right or the left of its mark."""

    event: Event
    when: When
    name: str
    date: str
    place: QRectF  # x and width stand; y is the lane's
    span: tuple[float, float]


def times_left_out(timeline: Timeline) -> str:
    """What is left out because there are too many dates to read, in words."""
    left = timeline.size - MOST_EVENTS
    return f"Only the first {MOST_EVENTS} dates are shown; {left:,} are left out." if left > 0 else ""


def draw_times(sketch: Sketch, timeline: Timeline, top: float) -> Drawing:
    """The timeline from `top` down; the years stay in sight."""
    shown = timeline.first(MOST_EVENTS)
    y, width, head = top, sketch.width, (top, top)
    if shown.dated:
        widest = max(_size(sketch, shown, event, when)[0] for event, when in shown.dated)
        first, last = _years(shown)
        width = max(width, (2 * widest + sketch.px(2 * _MARK + 2 * _EDGE)) / (1 - 1 / (last - first)))
        axis = _Axis(first, last, sketch.px(_EDGE), width - sketch.px(_EDGE))
        labels = [_label(sketch, shown, pair, axis) for pair in shown.dated]
        lanes = lanes_of([label.span for label in labels])
        y = top + sketch.line_height(MUTED) + sketch.px(8)
        head = (top, y)
        tall = max(label.place.height() for label in labels) + sketch.px(8)
        bottom = y + sketch.px(4) + (max(lanes) + 1) * tall
        _draw_years(sketch, axis, (top, y, bottom))
        for label, lane in zip(labels, lanes, strict=True):
            _draw_event(sketch, axis, label, y + sketch.px(4) + lane * tall)
        y = bottom + sketch.px(8)
    if shown.undated:
        y = _draw_undated(sketch, shown, y)
    return sketch.finished(y, width, head)


def _name(event: Event) -> str:
    return event.subject.short or event.subject.title


def _date(timeline: Timeline, event: Event, words: str) -> str:
    return f"{event.aspect.title}: {words}" if timeline.names_aspects else words


def _size(sketch: Sketch, timeline: Timeline, event: Event, when: When) -> tuple[float, float]:
    """The width and height of an event's words."""
    room = sketch.px(_LABEL)
    names = sketch.lines(_name(event), room, BOLD)
    dates = sketch.lines(_date(timeline, event, when.words), room, MUTED)
    widths = [sketch.width_of(line, BOLD) for line in names] + [sketch.width_of(line, MUTED) for line in dates]
    return max(widths) + 2, len(names) * sketch.line_height(BOLD) + len(dates) * sketch.line_height(MUTED)


def _years(timeline: Timeline) -> tuple[int, int]:
    """From the start of the first year to the end of the last, with years around them where they are few."""
    whens = [when for _event, when in timeline.dated]
    first = int(min(when.start for when in whens))
    last = int(max(when.middle for when in whens)) + 1
    spare = max(0, _LEAST_YEARS - (last - first))
    return max(0, first - spare // 2), last + spare - spare // 2


def _label(sketch: Sketch, timeline: Timeline, pair: tuple[Event, When], axis: _Axis) -> _Label:
    """The words at the right of the mark, or at its left where they would not end in time."""
    event, when = pair
    wide, high = _size(sketch, timeline, event, when)
    half = max(sketch.px(_MARK) / 2, (axis.x(when.end) - axis.x(when.start)) / 2)
    middle, gap = axis.x(when.middle), sketch.px(6)
    left = middle + half + gap
    if left + wide > axis.right + sketch.px(_EDGE):
        left = middle - half - gap - wide
    place = QRectF(left, 0, wide, high)
    span = (min(left, middle - half) - gap, max(left + wide, middle + half) + gap)
    return _Label(event, when, _name(event), _date(timeline, event, when.words), place, span)


def _draw_years(sketch: Sketch, axis: _Axis, rows: tuple[float, float, float]) -> None:
    """A line at the start of each written year, and the year over it."""
    top, line_top, bottom = rows
    wide = sketch.width_of(f"{int(axis.last)}", MUTED) + sketch.px(16)
    most = max(1, int((axis.right - axis.left) / wide))
    for year in years_between(axis.first, axis.last, most):
        x = axis.x(year)
        sketch.write(f"{year}", QRectF(x - wide / 2, top, wide, 0), MUTED, MIDDLE)
        sketch.strokes.append(Trace((QPointF(x, line_top), QPointF(x, bottom)), sketch.theme.colour("line")))
    ends = (QPointF(axis.left, line_top), QPointF(axis.right, line_top))
    sketch.strokes.append(Trace(ends, sketch.theme.colour("control")))


def _draw_event(sketch: Sketch, axis: _Axis, label: _Label, top: float) -> None:
    """The band of what is not known exactly, the mark, the name and the date."""
    subject, when, middle = label.event.subject, label.when, axis.x(label.when.middle)
    y = top + sketch.line_height(BOLD) / 2
    if when.precision is not Precision.DAY:
        wide, thick = axis.x(when.end) - axis.x(when.start), sketch.px(_BAND)
        band = QRectF(axis.x(when.start), y - thick / 2, wide, thick)
        pale = blended(sketch.theme.colour("surface"), sketch.colour_of(subject.id), _PALE)
        sketch.strokes.append(Box(band, pale, radius=thick / 2))
    text = label.place.translated(0, top)
    for place in (text, square(middle, y, sketch.px(_MARK + 4))):
        sketch.box(place, "surface")  # the lines of the years stop at words and marks
    sketch.mark(subject.id, square(middle, y, sketch.px(_MARK)))
    high = sketch.write(label.name, text, BOLD)
    sketch.write(label.date, text.adjusted(0, high, 0, 0), MUTED)
    left, right = label.span
    place = QRectF(left, top, right - left, label.place.height())
    spoken = spoken_event(label.event)
    sketch.spot(place, CellRef(subject.id, label.event.aspect.id), spoken, (0, len(sketch.spots)))


def _draw_undated(sketch: Sketch, timeline: Timeline, top: float) -> float:
    """Those whose date is unknown, under the line, with the sign and the word; where they end."""
    lead, events = sketch.px(42), timeline.undated
    texts = [f"{_name(event)}: {_date(timeline, event, 'date unknown')}" for event in events]
    places, bottom = sketch.flow(texts, lead, top)
    for event, text, place in zip(events, texts, places, strict=True):
        y = place.center().y()
        sketch.sign("sign-unknown", square(place.x() + sketch.px(8), y, sketch.px(14)))
        sketch.mark(event.subject.id, square(place.x() + sketch.px(28), y, sketch.px(_MARK)))
        sketch.write_middle(text, place.adjusted(lead, 0, 0, 0))
        sketch.spot(place, CellRef(event.subject.id, event.aspect.id), spoken_event(event), (0, len(sketch.spots)))
    return bottom
