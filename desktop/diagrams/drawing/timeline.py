"""A timeline as a drawing: a lane for each kind of event, a column for each year that has one.

Years without an event take no room; a gap between two columns is marked, so that nobody takes the columns for a scale.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop.diagrams.boxes import Box, Size
from desktop.diagrams.drawing.cards import Card, Frame, framed, placed
from desktop.diagrams.drawing.lettering import Measure, Words, wrapped
from desktop.diagrams.drawing.shapes import Drawing, Lettering, Look, Shape
from desktop.diagrams.words import tip_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.catalog.entities.diagrams import Event, TimelineDiagram

_MARGIN, _GAP, _LANE_PAD, _LANE_GAP = 24, 8, 12, 12
_TITLE_WIDTH, _WIDEST_WORD, _LANE_WIDTH = 76, 112, 80
_COLUMN_GAP = 16
_TICK_ROOM = 72
_FRAME = Frame(8, 7, Size(72, 40))


def years_of(date: str) -> float:
    """A date as a number of years: '2017-06' is 2017.42. The day counts as the place in its month."""
    parts = [int(part) for part in date.split("-")] + [1, 1]
    return parts[0] + (parts[1] - 1) / 12 + (parts[2] - 1) / 372


@dataclass(frozen=True, slots=True)
class _Column:
    """A year with events: where it begins, and whether years before it are left out."""

    year: int
    left: float
    after_gap: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    event: Event
    card: Card
    left: float
    row: int


def timeline_draft(diagram: TimelineDiagram, measure: Measure) -> Callable[[], Drawing]:
    """All words are measured now; the places are worked out when the answer is called."""
    events = sorted(diagram.events, key=lambda event: years_of(event.date))
    cards = {event.id: _card(event, measure) for event in events}
    lanes = {event.lane: wrapped(event.lane, measure, Lettering.NAME, _LANE_WIDTH, 4) for event in diagram.events}
    left = _MARGIN + max(words.size.width for words in lanes.values()) + 2 * _LANE_PAD
    columns = _columns(events, cards, left)
    named = {column.year: wrapped(_year_words(column), measure, Lettering.NOTE, _TICK_ROOM) for column in columns}
    return partial(_drawn, _Placed(events, cards, lanes, {column.year: column for column in columns}, named))


def _columns(events: list[Event], cards: dict[str, Card], left: float) -> list[_Column]:
    """The years from left to right, each as wide as its widest event."""
    widths: dict[int, float] = {}
    for event in events:
        year = int(years_of(event.date))
        widths[year] = max(widths.get(year, 0.0), cards[event.id].size.width)
    found: list[_Column] = []
    for year, width in widths.items():
        found.append(_Column(year, left, bool(found) and year > found[-1].year + 1))
        left += width + _COLUMN_GAP
    return found


def _year_words(column: _Column) -> str:
    return f"… {column.year}" if column.after_gap else str(column.year)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A timeline with all its words measured."""

    events: list[Event]
    cards: dict[str, Card]
    lanes: dict[str, Words]
    columns: dict[int, _Column]
    years: dict[int, Words]


def _card(event: Event, measure: Measure) -> Card:
    longest = max((measure(word, Lettering.NAME).width for word in event.title[:_WIDEST_WORD].split()), default=0.0)
    width = max(_TITLE_WIDTH, min(_WIDEST_WORD, longest))  # narrow, but no ordinary word is broken
    return framed(
        wrapped(event.title, measure, Lettering.NAME, width, 3),
        wrapped(event.date, measure, Lettering.NOTE, width),
        _FRAME,
        measure,
        event.mark is not None,
    )


def _drawn(line: _Placed) -> Drawing:
    top = _MARGIN + max(words.size.height for words in line.years.values()) + _GAP
    lanes: list[Shape] = []
    shapes: list[Shape] = []
    right = 0.0
    y = top
    for lane, words in line.lanes.items():
        entries = _rows([event for event in line.events if event.lane == lane], line)
        placed_events, height = _stacked(entries, y + _LANE_PAD)
        height = max(height, words.size.height)
        lanes.append(_lane(lane, words, Box(_MARGIN, y, 0, height + 2 * _LANE_PAD)))
        shapes += placed_events
        right = max([right, *(shape.box.right for shape in placed_events)])
        y += height + 2 * _LANE_PAD + _LANE_GAP
    y -= _LANE_GAP
    right += _LANE_PAD
    lanes = [_widened(each, right) for each in lanes]
    ticks = [_tick(year, words, line.columns[year].left, (top, y)) for year, words in line.years.items()]
    bounds = Box(0, 0, round(right + _MARGIN), round(y + _MARGIN))
    return Drawing(bounds, (*lanes, *ticks, *shapes), (), tuple(event.id for event in line.events))


def _rows(events: list[Event], line: _Placed) -> list[_Entry]:
    """The events of a lane: those of one year stand below each other."""
    taken: dict[int, int] = {}
    found = []
    for event in events:
        year = int(years_of(event.date))
        row = taken.get(year, 0)
        taken[year] = row + 1
        found.append(_Entry(event, line.cards[event.id], line.columns[year].left + _GAP, row))
    return found


def _stacked(entries: list[_Entry], top: float) -> tuple[list[Shape], float]:
    """The events of a lane at their places, and the height of all its rows."""
    count = max(entry.row for entry in entries) + 1
    heights = [max(entry.card.size.height for entry in entries if entry.row == row) for row in range(count)]
    tops = [top + sum(heights[:row]) + row * _GAP for row in range(count)]
    shapes = [
        _event(
            entry.event,
            entry.card,
            Box(entry.left, tops[entry.row], entry.card.size.width, entry.card.size.height),
        )
        for entry in entries
    ]
    return shapes, sum(heights) + (count - 1) * _GAP


def _event(event: Event, card: Card, box: Box) -> Shape:
    name = f"{event.title}, event of {event.date}, {event.lane}"
    return Shape(
        id=event.id,
        look=Look.EVENT,
        box=box,
        name=name,
        tip=tip_of(name, event.meaning),
        writings=tuple(each.moved(box.x, box.y) for each in card.writings),
        mark=event.mark,
        sign=card.sign.moved(box.x, box.y) if card.sign else None,
    )


def _lane(lane: str, words: Words, box: Box) -> Shape:
    writing = placed(words, box.x + _LANE_PAD, box.y + (box.height - words.size.height) / 2, centred=False)
    return Shape(id=f"lane {lane}", look=Look.LANE, box=box, name=lane, tip=lane, writings=(writing,), part=False)


def _widened(lane: Shape, right: float) -> Shape:
    box = Box(lane.box.x, lane.box.y, right - lane.box.x, lane.box.height)
    return Shape(id=lane.id, look=lane.look, box=box, name=lane.name, tip=lane.tip, writings=lane.writings, part=False)


def _tick(year: int, words: Words, x: float, ends: tuple[float, float]) -> Shape:
    top, bottom = ends
    writing = placed(words, x, top - words.size.height - 4, centred=False)
    return Shape(
        id=f"year {year}",
        look=Look.TICK,
        box=Box(x, top, 0, bottom - top),
        name=str(year),
        writings=(writing,),
        part=False,
    )
