"""A figure as a presentation: native shapes that can be edited, one slide or one for each step, and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.diagrams.boxes import Box
from desktop.diagrams.drawing.shapes import GROUNDS, Look
from desktop.diagrams.outline import outline_of
from desktop.diagrams.taking.connectors import add_wire
from desktop.diagrams.taking.legend_row import add_legend
from desktop.diagrams.taking.natives import Easel, add_shape, add_tick
from desktop.diagrams.taking.place import fitted
from desktop.diagrams.taking.tables import add_cells
from desktop.export.slides import (
    MARGIN,
    WIDTH,
    Run,
    Setting,
    deck_bytes,
    emu,
    lines_in,
    new_deck,
    new_slide,
    write_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pptx.presentation import Presentation
    from pptx.slide import Slide

    from desktop.diagrams.drawing.shapes import Drawing, Shape
    from desktop.diagrams.outline import Entry
    from desktop.diagrams.taking.account import Account, Scene
    from desktop.diagrams.taking.inks import SlideInk
    from desktop.diagrams.taking.place import Place

_ROOM = Box(MARGIN, 68, WIDTH - 2 * MARGIN, 508)
_CAPTION = Box(MARGIN, 608, WIDTH - 2 * MARGIN, 52)
_FOOT = Box(MARGIN, 664, WIDTH - 2 * MARGIN, 46)
_PAGE = Box(MARGIN, 76, WIDTH - 2 * MARGIN, 580)
_TYPE, _LEAST, _SMALL, _LISTED, _LEADING = 19.0, 13.0, 11.0, 16.0, 1.25
_FOOT_LINES = 3
_LEAST_SCALE = 0.12  # below it type is smaller than a point, which a slide does not have


def place_on_slide(drawing: Drawing) -> Place:
    """Where a figure stands on its slide. Raises ValueError, in words, where nobody could read it there."""
    place = fitted(drawing.bounds, _ROOM)
    if place.scale < _LEAST_SCALE:
        size = f"{drawing.bounds.width:,.0f} by {drawing.bounds.height:,.0f}"
        raise ValueError(f"the figure is {size} pixels large, too much for a slide; SVG and PDF have room for it")
    return place


def pptx_of(account: Account, scenes: Sequence[Scene], drawing: Drawing, ink: SlideInk) -> bytes:
    """A slide for each of these scenes; sources that have no room at its foot stand on slides of their own.

    Raises ValueError, in words, where the figure is too large.
    """
    place = place_on_slide(drawing)
    deck = new_deck()
    at_foot = _lines((*account.sources, account.origin), _SMALL) <= _FOOT_LINES
    foot = [*account.sources, account.origin] if at_foot else [_pointer(account), account.origin]
    for scene in scenes:
        slide = new_slide(deck, scene.title, _notes(account, scene))
        lit = frozenset(drawing.stands_for.get(id, id) for id in scene.lit)
        draw_figure(Easel(slide.shapes, place, ink), drawing, lit)
        add_legend(slide, drawing, ink)
        _add_caption(slide, scene.text, ink)
        _add_text(slide, _FOOT, ("Sources", [Run(each, _SMALL, ink.colour("muted")) for each in foot]), "bottom")
    if not at_foot:
        _add_sources(deck, account, ink)
    return deck_bytes(deck, ink.deck(), (account.title, account.origin), account.made)


def draw_figure(easel: Easel, drawing: Drawing, lit: frozenset[str]) -> None:
    """In the order in which a screen reader should read: the grounds, the nodes, then what joins them."""
    easel.shapes.turbo_add_enabled = True  # numbers are counted on, not looked for among all shapes
    drawn: dict[str, tuple[Shape, Any]] = {}
    for shape in sorted(drawing.shapes, key=lambda each: _rank(drawing, each)):
        if shape.look is Look.TICK:
            add_tick(easel, shape)
        elif shape.cells is not None:
            add_cells(easel, shape, shape.id in lit)
        else:
            drawn[shape.id] = shape, add_shape(easel, shape, shape.id in lit)
    for wire in sorted(drawing.wires, key=lambda each: each.id in lit):
        add_wire(easel, wire, drawn, wire.id in lit)
    easel.shapes.turbo_add_enabled = False


def _rank(drawing: Drawing, shape: Shape) -> tuple[bool, int]:
    """Grounds as they lie on each other, then the others in reading order."""
    is_ground = shape.look in GROUNDS
    place = {id: at for at, id in enumerate(drawing.order)}
    return not is_ground, 0 if is_ground else place.get(shape.id, len(place))


def _add_caption(slide: Slide, text: str, ink: SlideInk) -> None:
    """As large as it fits; what is too long for the smallest type is cut here and whole in the notes."""
    size = _TYPE
    while size > _LEAST and lines_in(text, size, _CAPTION.width) * size * _LEADING > _CAPTION.height:
        size -= 1
    most = int(_CAPTION.height / (size * _LEADING)) * int(_CAPTION.width / size / 0.53)
    shown = text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
    _add_text(slide, _CAPTION, ("Caption", [Run(shown, size, ink.colour("text"))]), "top")


def _add_sources(deck: Presentation, account: Account, ink: SlideInk) -> None:
    """All sources by number, on as many slides as they take."""
    most = int(_PAGE.height / (_LISTED * _LEADING))
    pages: list[list[str]] = [[]]
    for source in account.sources:
        if pages[-1] and _lines((*pages[-1], source), _LISTED) > most:
            pages.append([])
        pages[-1].append(source)
    for at, page in enumerate(pages, 1):
        title = "Sources" if len(pages) == 1 else f"Sources, {at} of {len(pages)}"
        slide = new_slide(deck, title, account.origin)
        _add_text(slide, _PAGE, ("Sources", [Run(each, _LISTED, ink.colour("text")) for each in page]), "top")
        foot = Run(f"{account.title}. {account.origin}", _SMALL, ink.colour("muted"))
        _add_text(slide, _FOOT, ("Origin", [foot]), "bottom")


def _add_text(slide: Slide, room: Box, named: tuple[str, list[Run]], along: str) -> None:
    name, runs = named
    shapes: Any = slide.shapes
    box = shapes.add_textbox(emu(room.x), emu(room.y), emu(room.width), emu(room.height))
    box.name = name
    write_words(box, [(run,) for run in runs], Setting((0, 0, 0, 0), "left", along))


def _lines(texts: Sequence[str], size: float) -> int:
    return sum(lines_in(text, size, _PAGE.width) for text in texts)


def _pointer(account: Account) -> str:
    count = len(account.sources)
    return f"Source{'s' * (count > 1)} [1]{f' to [{count}]' * (count > 1)}: at the end of this presentation."


def _notes(account: Account, scene: Scene) -> str:
    """What is said of the scene, the whole figure in words, and the sources."""
    outline = "\n".join(_outline_lines(outline_of(account.diagram)))
    parts = (scene.text, account.diagram.outline, outline, "Sources:", *account.sources, account.origin)
    return "\n".join(dict.fromkeys(part for part in parts if part))


def _outline_lines(entries: Sequence[Entry]) -> Iterator[str]:
    """The tree as lines, each with its meaning, set in by two spaces for each level."""
    waiting = [(0, entry) for entry in reversed(entries)]
    while waiting:
        depth, entry = waiting.pop()
        yield f"{'  ' * depth}{entry.text}" + (f": {entry.meaning}" if entry.meaning else "")
        waiting += [(depth + 1, child) for child in reversed(entry.children)]
