"""What a figure carries when it is taken away: title, what each step says, sources by number, and from where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.diagrams import FlowDiagram, GridDiagram
from desktop.catalog.problems import Guess
from desktop.diagrams.words import parts_with_sources
from desktop.export.origins import article_words, origin_of, work_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.diagrams import Diagram, Edge, Part, Step


@dataclass(frozen=True, slots=True)
class Scene:
    """The figure at one moment: what is said of it, and which parts and lines are lit."""

    title: str
    text: str
    lit: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Account:
    """Goes with every file. The first scene is the overview, each other one a step; sources bear their numbers."""

    diagram: Diagram
    scenes: tuple[Scene, ...]
    sources: tuple[str, ...]
    origin: str
    made: date

    @property
    def title(self) -> str:
        return self.diagram.title


def account_of(catalog: Catalog, diagram: Diagram, today: date) -> Account:
    """All that a figure carries, as of today."""
    steps = tuple(_scene(diagram, at, step) for at, step in enumerate(diagram.steps, 1))
    return Account(
        diagram,
        (Scene(diagram.title, diagram.summary), *steps),
        tuple(f"[{number}] {words}" for number, words in enumerate(sources_of(catalog, diagram), 1)),
        origin_of(catalog, today),
        today,
    )


def scene_named(account: Account, named: str) -> Scene:
    """A step by its id or its number, counted from 1. Raises ValueError, in words, where there is none."""
    ids = [step.id for step in account.diagram.steps]
    if named in ids:
        return account.scenes[ids.index(named) + 1]
    if named.isdecimal() and 1 <= int(named) <= len(ids):
        return account.scenes[int(named)]
    if not ids:
        raise ValueError(f"'{account.diagram.id}' has no steps: leave --step out")
    known = ", ".join(f"{at} {id}" for at, id in enumerate(ids, 1))
    hint = str(Guess(named, ids))
    raise ValueError(f"there is no step '{named}'" + (f": {hint}" if hint else "") + f" (its steps: {known})")


def sources_of(catalog: Catalog, diagram: Diagram) -> tuple[str, ...]:
    """The works that the figure and its elements cite, each once with all places in it; then the articles."""
    carriers = tuple(_carriers(diagram))
    places: dict[str, list[str | None]] = {}
    for cite in (*diagram.references, *(cite for each in carriers for cite in each.references)):
        places.setdefault(cite.id, []).append(cite.at)
    works = (work_words(catalog.reference[id], its) for id, its in places.items())
    claims = dict.fromkeys((*diagram.claims, *(claim for each in carriers for claim in each.claims)))
    return (*works, *article_words(catalog, claims))


def _scene(diagram: Diagram, at: int, step: Step) -> Scene:
    title = f"{diagram.title} · Step {at} of {len(diagram.steps)}: {step.title}"
    return Scene(title, step.caption, frozenset((*step.parts, *step.path)))


def _carriers(diagram: Diagram) -> Iterable[Part | Edge]:
    """Every element that can have sources of its own."""
    yield from parts_with_sources(diagram)
    if isinstance(diagram, FlowDiagram):
        yield from diagram.edges
    elif isinstance(diagram, GridDiagram):
        yield from diagram.views
