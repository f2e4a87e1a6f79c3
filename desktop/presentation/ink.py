"""What is drawn over a stop: strokes in shares of the stage, so that both windows show them whatever their size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

PENS = (("wrong", "red"), ("accent", "blue"), ("accurate", "green"), ("text", "plain"))
"""The pens: a colour of the theme, and its word."""
REACH = 0.02
"""How near the eraser must come to a stroke, as a share of the height."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line of the pen: a colour of the theme by its name, and points as shares of width and height, 0 to 1."""

    colour: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Ink:
    """The strokes on one stop, and how they were before each change, newest last."""

    strokes: tuple[Stroke, ...] = ()
    before: tuple[tuple[Stroke, ...], ...] = ()


def drawn(ink: Ink, stroke: Stroke) -> Ink:
    """With one stroke more."""
    return _changed(ink, (*ink.strokes, stroke))


def erased(ink: Ink, at: Point, shape: float) -> Ink:
    """Without the strokes that pass near a point; `shape` is the stage's width by its height."""
    kept = tuple(each for each in ink.strokes if not _passes(each, at, shape))
    return ink if kept == ink.strokes else _changed(ink, kept)


def cleared(ink: Ink) -> Ink:
    """Without any stroke."""
    return _changed(ink, ()) if ink.strokes else ink


def undone(ink: Ink) -> Ink:
    """As it was before the last change; as it is where there was none."""
    return Ink(ink.before[-1], ink.before[:-1]) if ink.before else ink


def _changed(ink: Ink, strokes: tuple[Stroke, ...]) -> Ink:
    return replace(ink, strokes=strokes, before=(*ink.before, ink.strokes))


def _passes(stroke: Stroke, at: Point, shape: float) -> bool:
    points = [(x * shape, y) for x, y in stroke.points]
    spot = at[0] * shape, at[1]
    lines = list(pairwise(points)) or [(points[0], points[0])] if points else []
    return any(_distance(spot, one, other) <= REACH for one, other in lines)


def _distance(spot: Point, one: Point, other: Point) -> float:
    """From a point to the line between two others."""
    (x, y), (ax, ay), (bx, by) = spot, one, other
    long = (bx - ax) ** 2 + (by - ay) ** 2
    share = 0.0 if not long else min(1.0, max(0.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long))
    return float(((ax + share * (bx - ax) - x) ** 2 + (ay + share * (by - ay) - y) ** 2) ** 0.5)
