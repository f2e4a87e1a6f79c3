"""Which ids exist in all bound files together, and why a ref leads nowhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from desktop.catalog import refs
from desktop.catalog.catalog import parts_of
from desktop.catalog.problems import Guess

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.diagrams import Diagram
    from desktop.catalog.entities.evidence import Claim
    from desktop.catalog.entities.matrix import Aspect, Subject
    from desktop.catalog.entities.pack import Scale

KINDS = (
    "aspect", "card", "claim", "comparison", "deck", "diagram", "function", "industry", "kind", "level", "mark",
    "misconception", "modality", "outcome", "question", "reference", "scale", "source", "subject", "term", "topic",
    "use-case",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dangling:
    """Why a ref leads nowhere. `silent` where the cause has been told already."""

    what: str = ""
    hint: str | Guess = ""
    silent: bool = False


@dataclass(slots=True)
class World:
    """All ids by kind, the ids of things that were left out, and the entities that rules look at."""

    ids: dict[str, dict[str, str]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    left_out: set[str] = field(default_factory=set)
    subjects: dict[str, Subject] = field(default_factory=dict)
    aspects: dict[str, Aspect] = field(default_factory=dict)
    scales: dict[str, Scale] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    diagrams: dict[str, Diagram] = field(default_factory=dict)
    inside: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)

    def why_dangling(self, ref: refs.Ref) -> Dangling | None:
        """None where the ref resolves. Of tabs a pack knows nothing: a ref to one is taken as it is."""
        if isinstance(ref, refs.ViewRef):
            return None
        for kind, word in _needs(ref):
            if word not in self.ids[kind]:
                if word in self.left_out:
                    return Dangling(silent=True)
                return Dangling(f"'{ref}': there is no {kind} '{word}'", Guess(word, self.ids[kind]))
        if isinstance(ref, refs.CellRef):
            return self._why_no_cell(ref)
        if isinstance(ref, refs.PartRef):
            return self._among(ref, ref.part, "part")
        if isinstance(ref, refs.StepRef):
            return self._among(ref, ref.step, "step")
        return None

    def _why_no_cell(self, ref: refs.CellRef) -> Dangling | None:
        level = self.subjects[ref.subject].level
        if level in self.aspects[ref.aspect].levels or level not in self.ids["level"]:
            return None
        return Dangling(f"'{ref}': the aspect '{ref.aspect}' is not asked of the level '{level}'")

    def _among(self, ref: refs.PartRef | refs.StepRef, word: str, kind: str) -> Dangling | None:
        if ref.diagram not in self.inside:
            diagram = self.diagrams[ref.diagram]
            steps = frozenset(step.id for step in diagram.steps)
            self.inside[ref.diagram] = {"part": frozenset(parts_of(diagram)), "step": steps}
        names = self.inside[ref.diagram][kind]
        return None if word in names else Dangling(f"'{ref}': the diagram has no {kind} '{word}'", Guess(word, names))


def _needs(ref: refs.Ref) -> Iterator[tuple[str, str]]:
    """(kind, id) of all that a ref names in the pack; parts and steps have their names within a diagram alone."""
    for name in refs.part_names(type(ref)):
        if name not in ("part", "step"):
            yield name.replace("_", "-"), getattr(ref, name)


def named_things(kind: str, entity: Any) -> Iterator[tuple[str, str, tuple[str | int, ...], Any]]:
    """(kind of id, id, path, thing) of everything in a file that has an id of its own in the pack."""
    if kind in ("source", "subject", "diagram", "industry", "topic", "deck"):
        yield kind, entity.id, ("id",), entity
    for name, inner in _INSIDE.get(kind, ()):
        for at, each in enumerate(getattr(entity, name)):
            yield inner, each.id, (name, at, "id"), each


_INSIDE: dict[str, tuple[tuple[str, str], ...]] = {
    "pack": (
        ("marks", "mark"), ("levels", "level"), ("scales", "scale"), ("kinds", "kind"), ("modalities", "modality"),
        ("functions", "function"), ("comparisons", "comparison"),
    ),
    "references": (("references", "reference"),),
    "source": (("claims", "claim"),),
    "contradictions": (("cards", "card"),),
    "group": (("aspects", "aspect"),),
    "industry": (("use_cases", "use-case"),),
    "topic": (("questions", "question"), ("misconceptions", "misconception")),
    "glossary": (("terms", "term"),),
    "chooser": (("outcomes", "outcome"),),
}  # fmt: skip


def files_of(catalog: Catalog) -> Iterator[tuple[str, Any]]:
    """(kind of file, entity) of what a catalog was made from, for `world_of`."""
    from desktop.catalog.entities.evidence import Contradictions, References
    from desktop.catalog.entities.talks import Glossary

    yield "pack", catalog.pack
    yield "references", References(references=catalog.references)
    yield "contradictions", Contradictions(cards=catalog.cards)
    yield "glossary", Glossary(terms=catalog.terms)
    yield "chooser", catalog.chooser
    for kind, entities in (
        ("source", catalog.sources), ("subject", catalog.subjects), ("group", catalog.groups),
        ("diagram", catalog.diagrams), ("industry", catalog.industries), ("topic", catalog.topics),
        ("deck", catalog.decks),
    ):  # fmt: skip
        yield from ((kind, each) for each in entities)


def world_of(files: Iterable[tuple[str, Any]], left_out: set[str]) -> World:
    """The world of these (kind of file, entity)."""
    world = World(left_out=left_out)
    shelves: dict[str, dict[str, Any]] = {
        "subject": world.subjects, "aspect": world.aspects, "scale": world.scales, "claim": world.claims,
        "diagram": world.diagrams,
    }  # fmt: skip
    for kind, entity in files:
        for inner, name, _path, thing in named_things(kind, entity):
            world.ids[inner].setdefault(name, name)
            if inner in shelves:
                shelves[inner].setdefault(name, thing)
    return world
