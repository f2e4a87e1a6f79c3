"""Shapes of a figure as native shapes of a slide: each holds its own words, so that moving it moves them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.diagrams.drawing.borders import radius_of
from desktop.diagrams.drawing.shapes import GROUNDS, Lettering, Look
from desktop.export.slides import Run, Setting, emu, rgb, write_words

if TYPE_CHECKING:
    from desktop.diagrams.boxes import Box
    from desktop.diagrams.drawing.shapes import Shape, Writing
    from desktop.diagrams.taking.inks import SlideInk
    from desktop.diagrams.taking.place import Place

TYPE_PIXELS = {Lettering.NAME: 14.0, Lettering.NOTE: 12.0}
"""The height of the type that drawings are measured with."""

POINTED = 0.2
"""How far the points of the hexagon that stands for a decision reach, as a share of its width."""

_MARKED = (Look.NETWORK, Look.LOSS, Look.EVENT, Look.EXAMPLE, Look.DECISION, Look.PERSON)
_CORNER = 1 - 0.5**0.5  # by how much of the radius of its corners the room for words in a shape is smaller
_PERSON = "☻"  # nearly every typeface has it
_WIDER = 1.3
_TINT, _FAINT, _LIT_TINT = 10, 4, 60  # in a hundred


@dataclass(frozen=True, slots=True)
class Easel:
    """What a figure is put on: the shapes of a slide or of a group, the place there and the colours."""

    shapes: Any
    place: Place
    ink: SlideInk

    def told(self, shape: Any, name: str, meaning: str) -> None:
        """What the shape is called in the list of shapes, and what a screen reader says of it."""
        (properties,) = shape.element.xpath("./*/p:cNvPr")
        properties.set("name", name)
        properties.set("descr", meaning.replace("\n", ". "))

    def bounds(self, box: Box) -> tuple[int, int, int, int]:
        """Left, top, width and height of a box of the drawing, in the unit of the file."""
        placed = self.place.box(box)
        return emu(placed.x), emu(placed.y), emu(placed.width), emu(placed.height)

    def run(self, writing: Writing, colour: str) -> Run:
        """The words of a writing in its lettering."""
        size = TYPE_PIXELS[writing.lettering] * self.place.scale
        return Run("\n".join(writing.lines), size, colour, writing.lettering is Lettering.NAME)


def add_shape(easel: Easel, shape: Shape, lit: bool) -> Any:
    """A node, an event, or the ground of a group, set or lane; what lines can be glued to."""
    from pptx.enum.shapes import MSO_SHAPE

    is_pointed = shape.look is Look.DECISION
    form = MSO_SHAPE.FLOWCHART_PREPARATION if is_pointed else MSO_SHAPE.ROUNDED_RECTANGLE
    drawn = plain(easel.shapes.add_shape(form, *easel.bounds(shape.box)))
    if not is_pointed:
        shortest = max(1.0, min(shape.box.width, shape.box.height))
        drawn.adjustments[0] = min(0.5, radius_of(shape.look, shape.box) / shortest)
    _fill(easel, drawn, shape, lit)
    _border(easel, drawn, shape, lit)
    easel.told(drawn, shape.name, shape.tip or shape.name)
    write_words(drawn, _words(easel, shape), _setting(easel, shape))
    drawn.text_frame.word_wrap = not is_pointed  # the room for words in such a shape is very narrow
    return drawn


def add_tick(easel: Easel, shape: Shape) -> None:
    """The line of a year and its number."""
    from pptx.enum.shapes import MSO_CONNECTOR

    left, top, _width, height = easel.bounds(shape.box)
    line = plain(easel.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, left, top, left, top + height))
    stroke(line, easel.ink.colour("line"), easel.place.stroke(1))
    easel.told(line, f"Line of {shape.name}", f"Where {shape.name} begins")
    for writing in shape.writings:
        add_writing(easel, writing, easel.ink.colour("muted"), shape.name)


def add_writing(easel: Easel, writing: Writing, colour: str, name: str) -> Any:
    """Words on their own. Centred ones do not wrap; others have room for a wider typeface at their right."""
    left, top, width, height = easel.bounds(writing.box)
    box = easel.shapes.add_textbox(left, top, width if writing.centred else round(width * _WIDER), height)
    write_words(box, [(easel.run(writing, colour),)], Setting((0, 0, 0, 0), "centre" if writing.centred else "left"))
    box.text_frame.word_wrap = not writing.centred
    easel.told(box, name, " ".join(writing.lines))
    return box


def plain(shape: Any) -> Any:
    """A shape without shadows and effects of the theme."""
    for style in shape.element.xpath("./p:style"):
        shape.element.remove(style)
    return shape


def stroke(shape: Any, colour: str, pixels: float) -> Any:
    """A line in a colour and a strength; its element, for what has no other name."""
    shape.line.width = emu(pixels)
    shape.line.color.rgb = rgb(colour)
    return shape.get_or_add_ln()


def _words(easel: Easel, shape: Shape) -> list[tuple[Run, ...]]:
    """The lines of words; the sign of a mark or of a person is the first letter, so that it moves with them."""
    colours = {Lettering.NAME: easel.ink.colour("text"), Lettering.NOTE: easel.ink.colour("muted")}
    runs = [easel.run(writing, colours[writing.lettering]) for writing in shape.writings]
    letter = _PERSON if shape.look is Look.PERSON else easel.ink.sign(shape.mark)
    if shape.sign is None or not letter:
        return [(run,) for run in runs]
    colour = easel.ink.mark(shape.mark)
    if not runs:
        return [(Run(letter, shape.sign.height * easel.place.scale, colour),)]
    return [(Run(f"{letter} ", runs[0].size, colour), runs[0]), *((run,) for run in runs[1:])]


def _setting(easel: Easel, shape: Shape) -> Setting:
    """Nodes have their words in the middle; grounds where the drawing has them, at a corner or an edge."""
    if shape.look not in GROUNDS or not shape.writings:
        return Setting()
    words, box, scale = shape.writings[0].box, shape.box, easel.place.scale
    left = min(words.x, shape.sign.x if shape.sign else words.x) - box.x
    top, bottom = words.y - box.y, box.bottom - words.bottom
    along = "middle" if abs(top - bottom) < 1 else "top" if top < bottom else "bottom"
    air = (left, top if along == "top" else 0, 2, bottom if along == "bottom" else 0)
    corner = _CORNER * radius_of(shape.look, box)
    x, y, right, low = (max(0.0, each - corner) * scale for each in air)
    return Setting((x, y, right, low), "left", along)


def _fill(easel: Easel, drawn: Any, shape: Shape, lit: bool) -> None:
    from pptx.enum.dml import MSO_PATTERN

    ink = easel.ink
    if shape.look is Look.NOISE and not lit:
        drawn.fill.patterned()
        drawn.fill.pattern = MSO_PATTERN.PERCENT_5
        drawn.fill.fore_color.rgb = rgb(ink.colour("control"))
        drawn.fill.back_color.rgb = rgb(ink.colour("surface"))
        return
    drawn.fill.solid()
    if shape.look is Look.SET:
        drawn.fill.fore_color.rgb = rgb(ink.colour("select") if lit else ink.mark(shape.mark))
        _thin(drawn, _LIT_TINT if lit else _TINT if shape.mark else _FAINT)
    elif shape.look in GROUNDS:
        drawn.fill.fore_color.rgb = rgb(ink.colour("surface" if shape.depth % 2 else "raised"))
    else:
        calm = "raised" if shape.look in (Look.OPERATION, Look.FOLDED) else "surface"
        drawn.fill.fore_color.rgb = rgb(ink.colour("select" if lit else calm))


def _thin(drawn: Any, share: int) -> None:
    """How much of its colour a fill shows, in a hundred."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    (colour,) = drawn.element.xpath("./p:spPr/a:solidFill/a:srgbClr")
    colour.append(parse_xml(f'<a:alpha {nsdecls("a")} val="{share * 1000}"/>'))


def _border(easel: Easel, drawn: Any, shape: Shape, lit: bool) -> None:
    """The border tells the kind; a loss has a double one. Lit, it is heavier and in the accent colour."""
    ink, heavy = easel.ink, shape.look is Look.NETWORK
    if shape.look in (Look.GROUP, Look.LANE):
        colour, width = ink.colour("line"), 1.0
    elif shape.look is Look.SET:
        colour, width = ink.mark(shape.mark, "control"), 2.0
    elif shape.look in _MARKED:
        colour, width = ink.mark(shape.mark), 2.75 if heavy else 1.75
    else:
        colour, width = ink.colour("control" if shape.look is Look.OPERATION else "muted"), 1.75
    if lit:
        colour, width = ink.colour("accent"), 3.5 if heavy else 3.0
    double = shape.look is Look.LOSS
    line = stroke(drawn, colour, easel.place.stroke(2 * width if double else width))
    if double:
        line.set("cmpd", "dbl")
