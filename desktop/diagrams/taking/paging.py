"""A diagram as pages: whole, at a step, step by step, or beside others. The figures come from who can paint them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.catalog import parts_of
from desktop.catalog.refs import DiagramRef, PartRef, StepRef
from desktop.diagrams import staged
from desktop.diagrams.comparing.differences import short_name
from desktop.diagrams.comparing.table import comparison_of
from desktop.diagrams.comparing.taking import export_table_of
from desktop.diagrams.taking.account import Scene, sources_of
from desktop.diagrams.taking.outline import parts_in_words
from desktop.export.page import Look, Page, Words, table_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.catalog.entities.diagrams import Diagram, FlowDiagram
    from desktop.export.page import Asked, Figure

    Drawn = Callable[[Diagram, frozenset[str], frozenset[str]], Figure | None]
    """A diagram with some groups folded and some parts lit; None where it is too large to be read on a page."""


def pages_of(asked: Asked, drawn: Drawn) -> tuple[Page, ...]:
    """The pages of a place, of the tab (its first diagram), or of a comparison; none for what the pack has not."""
    catalog = asked.catalog
    first = next(iter(catalog.diagrams), None)
    ref = DiagramRef(first.id) if asked.ref == staged.VIEW and first is not None else asked.ref
    diagram = catalog.diagram.get(getattr(ref, "diagram", ""))
    if diagram is None or catalog.find(ref) is None:
        return ()
    compared = staged.compared_in(catalog, asked.state)
    if compared:
        return _compared(asked, compared, drawn)
    sources = sources_of(catalog, diagram)
    if asked.state.get(staged.FORM) == staged.OUTLINE:
        return (Page("", _in_words(diagram), sources=sources),)
    scenes = [_part_scene(diagram, ref)] if isinstance(ref, PartRef) else _scenes(diagram, ref, asked.every_step)
    folded = staged.folded_in(diagram, asked.state)
    return tuple(_page(diagram, scene, sources, drawn(diagram, folded, scene.lit)) for scene in scenes)


def _page(diagram: Diagram, scene: Scene, sources: tuple[str, ...], figure: Figure | None) -> Page:
    said = (Words(scene.text),) if scene.text else ()
    shown = (figure,) if figure is not None else _in_words(diagram)
    return Page(scene.title, (*shown, *said), sources=sources)


def _scenes(diagram: Diagram, ref: object, every_step: bool) -> Iterable[Scene]:
    """The overview or the step that was asked for; with every step, all from there on."""
    count = len(diagram.steps)
    told = [
        Scene(f"Step {at} of {count}: {step.title}", step.caption, frozenset((*step.parts, *step.path)))
        for at, step in enumerate(diagram.steps, 1)
    ]
    if isinstance(ref, StepRef):
        at = [step.id for step in diagram.steps].index(ref.step)
        return told[at:] if every_step else told[at : at + 1]
    return [Scene("", diagram.summary), *(told if every_step else ())]


def _part_scene(diagram: Diagram, ref: PartRef) -> Scene:
    part = parts_of(diagram)[ref.part]
    name = getattr(part, "title", None) or getattr(part, "label", None) or ref.part
    return Scene("", ": ".join(filter(None, (name, part.meaning))), frozenset((ref.part,)))


def _compared(asked: Asked, diagrams: tuple[FlowDiagram, ...], drawn: Drawn) -> tuple[Page, ...]:
    """Each of the figures, then what they have, side by side."""
    figures = tuple(
        Page(short_name(each), (_page(each, Scene("", each.summary), (), drawn(each, frozenset(), frozenset()))).parts)
        for each in diagrams
    )
    table = export_table_of(asked.catalog, comparison_of(asked.catalog, diagrams), asked.today)
    page = table_page("compared", table)
    return (*figures, page)


def _in_words(diagram: Diagram) -> tuple[Words, ...]:
    """The figure in words: every part with what it means."""
    found = [Words(diagram.outline)]
    for depth, entry in parts_in_words(diagram):
        text = ": ".join(filter(None, (entry.text, entry.meaning)))
        found.append(Words(text, Look.HEAD if depth == 0 else Look.ITEM))
    return tuple(found)
