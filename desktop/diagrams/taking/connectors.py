"""Lines of a figure as native connectors, glued to the two shapes that they join.

A connector of one bend looks the same in every program; where it has more, some work out a way of their own, through
other shapes. So a longer route is cut in the middle of each of its inner runs: its pieces have one bend each and are
glued to a small dot between them, which can be moved like any shape.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.catalog.entities.diagrams import EdgeKind
from desktop.diagrams.boxes import Box, simplified
from desktop.diagrams.drawing.shapes import Look
from desktop.diagrams.taking.natives import POINTED, add_writing, plain, stroke
from desktop.export.slides import emu, rgb

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.diagrams.boxes import Point
    from desktop.diagrams.drawing.shapes import Shape, Wire
    from desktop.diagrams.taking.natives import Easel

_DASHES = {EdgeKind.GRADIENT: "dash", EdgeKind.CONDITION: "sysDot"}
_TOP, _LEFT, _BOTTOM, _RIGHT = range(4)  # the sites of a rectangle to which a line can be glued
_DEGREE = 0.6  # 60,000 to a degree in the file, where the library writes 100,000 for 1
_DOT = 2.0
_NEAR = 1.0  # a pixel


class _End(NamedTuple):
    """What a line is glued to: a shape as it was drawn, its place on the slide, and its look."""

    drawn: Any
    box: Box
    look: Look = Look.DATA


def add_wire(easel: Easel, wire: Wire, ends: Mapping[str, tuple[Shape, Any]], lit: bool) -> None:
    """A line with its arrow head, its label and its loop's sign. `ends` has the shapes and what was drawn for them."""
    points = simplified(easel.place.point(point) for point in wire.points)
    if len(points) < 2:
        return
    colour = _colour(easel, wire, lit)
    source, target = (_end(easel, *ends[name]) for name in (wire.source, wire.target))
    points = (_met(points[0], points[1], source), *points[1:-1], _met(points[-1], points[-2], target))
    pieces = _pieces(points)
    dots = [_add_dot(easel, wire, piece[-1], colour) for piece in pieces[:-1]]
    for at, (piece, (begin, end)) in enumerate(zip(pieces, pairwise((source, *dots, target)), strict=True)):
        line = _connector(easel, piece, _is_central(piece, begin) and _is_central(piece[::-1], end))
        _glue(line, "stCxn", begin, (piece[0], piece[1]))
        _glue(line, "endCxn", end, (piece[-1], piece[-2]))
        drawn = stroke(line, colour, easel.place.stroke(3.0 if lit else 2.0))
        _dress(drawn, _DASHES.get(wire.kind), headed=at == len(pieces) - 1)
        easel.told(line, wire.name if at == 0 else f"Part {at + 1} of the {wire.name}", wire.tip)
    if wire.sign is not None:
        _add_loop_sign(easel, wire.sign, colour)
    if wire.label is not None:
        calm = easel.ink.mark(wire.mark) if wire.kind is EdgeKind.GRADIENT else easel.ink.colour("muted")
        label = easel.ink.colour("accent") if lit else calm
        add_writing(easel, wire.label, label, f"Label of the {wire.name}")


def add_sample(easel: Easel, wire: Wire, name: str) -> None:
    """A line for the legend, which joins nothing."""
    line = _connector(easel, tuple(easel.place.point(point) for point in wire.points), central=True)
    _dress(stroke(line, _colour(easel, wire, lit=False), 1.5), _DASHES.get(wire.kind), headed=True)
    easel.told(line, name, name)


def _pieces(points: tuple[Point, ...]) -> Sequence[tuple[Point, ...]]:
    """A route cut in the middle of each run but the first and the last."""
    if len(points) <= 3:
        return (points,)
    middles = [((ax + bx) / 2, (ay + by) / 2) for (ax, ay), (bx, by) in pairwise(points[1:-1])]
    stops = (points[0], *middles, points[-1])
    return [(begin, bend, end) for (begin, end), bend in zip(pairwise(stops), points[1:-1], strict=True)]


def _end(easel: Easel, shape: Shape, drawn: Any) -> _End:
    return _End(drawn, easel.place.box(shape.box), shape.look)


def _add_dot(easel: Easel, wire: Wire, at: Point, colour: str) -> _End:
    """Where two pieces of a line meet; no wider than the line."""
    from pptx.enum.shapes import MSO_SHAPE

    side = easel.place.stroke(_DOT)
    box = Box(at[0] - side / 2, at[1] - side / 2, side, side)
    dot = plain(easel.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(emu(each) for each in (box.x, box.y, side, side))))
    dot.fill.solid()
    dot.fill.fore_color.rgb = rgb(colour)
    dot.line.fill.background()
    easel.told(dot, f"Bend of the {wire.name}", "Where two parts of a line meet")
    return _End(dot, box)


def _glue(line: Any, end: str, to: _End, way: tuple[Point, Point]) -> None:
    (properties,) = line.element.xpath("./p:nvCxnSpPr/p:cNvCxnSpPr")
    place = getattr(properties, f"get_or_add_{end}")()
    place.id, place.idx = to.drawn.shape_id, _site(*way)


def _is_central(way: tuple[Point, ...], to: _End) -> bool:
    """Whether a line begins in the middle of a side, where it is glued."""
    (x, y), (mx, my) = way[0], to.box.centre
    return abs((y - my) if _site(way[0], way[1]) in (_LEFT, _RIGHT) else (x - mx)) < _NEAR


def _connector(easel: Easel, points: tuple[Point, ...], central: bool) -> Any:
    """A straight connector, or one with a bend.

    A straight line that does not run from middle to middle is an elbow without height: what moves its ends to where
    they are glued does not slant it. A shape with a bend begins level; where the line begins upright, it is mirrored
    and turned by a quarter.
    """
    from pptx.enum.shapes import MSO_CONNECTOR

    corners = [emu(each) for point in (points[0], points[-1]) for each in point]
    line = plain(easel.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *corners))
    (shape,) = line.element.xpath("./p:spPr/a:prstGeom")
    straight = "straightConnector1" if central else "bentConnector3"
    shape.set("prst", straight if len(points) == 2 else "bentConnector2")
    if len(points) == 2 or points[0][1] == points[1][1]:
        return line
    frame = line.element.spPr.get_or_add_xfrm()
    left, top, width, height = line.left, line.top, line.width, line.height
    line.left, line.top = left + (width - height) // 2, top + (height - width) // 2
    line.width, line.height = height, width
    frame.flipH, frame.flipV = points[-1][1] < points[0][1], points[-1][0] >= points[0][0]
    frame.rot = 90.0
    return line


def _site(end: Point, beside: Point) -> int:
    """The number of the site at which a line meets a shape: that of the side from which it comes."""
    (x, y), (bx, by) = end, beside
    return (_RIGHT if bx > x else _LEFT) if y == by else (_BOTTOM if by > y else _TOP)


def _met(end: Point, beside: Point, to: _End) -> Point:
    """The end of a line at the outline of a decision, which has longer points on a slide than in the figure."""
    box, site = to.box, _site(end, beside)
    if to.look is not Look.DECISION:
        return end
    point, half = POINTED * box.width, box.height / 2
    x, y = end
    if site in (_LEFT, _RIGHT):
        gap = point * min(1.0, abs(y - box.centre[1]) / half)
        return (box.x + gap if site == _LEFT else box.right - gap), y
    gap = half * max(0.0, 1 - min(x - box.x, box.right - x) / point)
    return x, (box.y + gap if site == _TOP else box.bottom - gap)


def _colour(easel: Easel, wire: Wire, lit: bool) -> str:
    if lit:
        return easel.ink.colour("accent")
    if wire.kind is EdgeKind.GRADIENT:
        return easel.ink.mark(wire.mark)
    return easel.ink.colour("control" if wire.kind is EdgeKind.DATA else "muted")


def _dress(line: Any, dash: str | None, *, headed: bool) -> None:
    """Dashes, and an arrow head where the line ends."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    if dash:
        line.append(parse_xml(f'<a:prstDash {nsdecls("a")} val="{dash}"/>'))
    line.append(parse_xml(f"<a:round {nsdecls('a')}/>"))
    if headed:
        line.append(parse_xml(f'<a:tailEnd {nsdecls("a")} type="triangle" w="med" len="med"/>'))


def _add_loop_sign(easel: Easel, box: Box, colour: str) -> None:
    """An open circle with an arrow head: it runs again."""
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    sign = plain(easel.shapes.add_shape(MSO_SHAPE.ARC, *easel.bounds(box.inflated(-2))))
    sign.adjustments[0], sign.adjustments[1] = 300 * _DEGREE, 240 * _DEGREE
    line = stroke(sign, colour, easel.place.stroke(1.8))
    line.append(parse_xml(f'<a:headEnd {nsdecls("a")} type="triangle" w="med" len="sm"/>'))
    easel.told(sign, "Sign of a loop", "This runs again")
