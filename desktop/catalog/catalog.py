"""The whole pack as one frozen value, with the look-ups that every room needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.catalog import refs
from desktop.catalog.entities.evidence import Basis, Card, Claim, Reference, Source
from desktop.catalog.entities.matrix import Aspect, Cell, Group, Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from desktop.catalog.backlinks import Backlinks
    from desktop.catalog.entities.diagrams import Diagram, Edge, Part, Step
    from desktop.catalog.entities.pack import Kind, Mark, Pack, Scale
    from desktop.catalog.entities.questions import Question, Topic
    from desktop.catalog.entities.talks import Deck, Term
    from desktop.catalog.entities.usecases import Chooser, Industry, UseCase
    from desktop.catalog.terms import TermFinder

T = TypeVar("T")


@dataclass(frozen=True)
class Catalog:
    """Everything a pack says, in display order. Every id in it resolves: the loader has left out what does not.

    `own` are the ids of the questions that the reader wrote beside the pack, `own_decks` those of the reader's talks;
    `own_folder` is where both are kept. Only the place of a stop (`Stop.ref`) may be gone.
    """

    pack: Pack
    references: tuple[Reference, ...]
    sources: tuple[Source, ...]
    cards: tuple[Card, ...]
    subjects: tuple[Subject, ...]
    groups: tuple[Group, ...]
    diagrams: tuple[Diagram, ...]
    industries: tuple[Industry, ...]
    topics: tuple[Topic, ...]
    terms: tuple[Term, ...]
    chooser: Chooser
    decks: tuple[Deck, ...]
    own: frozenset[str] = frozenset()
    own_decks: frozenset[str] = frozenset()
    own_folder: Path | None = None

    @classmethod
    def opened(cls, pack: Pack, part: Callable[[str], Any]) -> Catalog:
        """A catalog whose parts (the fields besides `pack`) are made when they are first asked for."""
        catalog = cls.__new__(cls)
        catalog.__dict__.update(pack=pack, _part=part)
        return catalog

    def with_own(
        self, folder: Path, topics: tuple[Topic, ...] = (), decks: tuple[Deck, ...] = (), own: Iterable[str] = ()
    ) -> Catalog:
        """The same catalog with these topics for its own, where there are any, and with the reader's decks."""
        found = Catalog.opened(self.pack, lambda name: getattr(self, name))
        ids = frozenset(each.id for each in decks)
        found.__dict__.update(own=frozenset(own), own_decks=ids, own_folder=folder)
        if topics:
            found.__dict__["topics"] = topics
        if decks:
            found.__dict__["decks"] = (*self.decks, *decks)
        return found

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Called for a field that is not there yet."""
            if name not in self.__dataclass_fields__ or "_part" not in self.__dict__:
                raise AttributeError(name)
            value = self.__dict__[name] = self.__dict__["_part"](name)
            return value

    @cached_property
    def marks(self) -> Mapping[str, Mark]:
        return {each.id: each for each in self.pack.marks}

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        return {each.id: each for each in self.pack.kinds}

    @cached_property
    def scales(self) -> Mapping[str, Scale]:
        return {each.id: each for each in self.pack.scales}

    @cached_property
    def reference(self) -> Mapping[str, Reference]:
        return {each.id: each for each in self.references}

    @cached_property
    def source(self) -> Mapping[str, Source]:
        return {each.id: each for each in self.sources}

    @cached_property
    def claim(self) -> Mapping[str, Claim]:
        return {claim.id: claim for source in self.sources for claim in source.claims}

    @cached_property
    def source_of_claim(self) -> Mapping[str, Source]:
        return {claim.id: source for source in self.sources for claim in source.claims}

    @cached_property
    def card(self) -> Mapping[str, Card]:
        return {each.id: each for each in self.cards}

    @cached_property
    def cards_of_claim(self) -> Mapping[str, tuple[Card, ...]]:
        return _gathered((claim, card) for card in self.cards for side in card.sides for claim in side.claims)

    @cached_property
    def subject(self) -> Mapping[str, Subject]:
        return {each.id: each for each in self.subjects}

    @cached_property
    def aspect(self) -> Mapping[str, Aspect]:
        return {aspect.id: aspect for group in self.groups for aspect in group.aspects}

    @cached_property
    def group_of_aspect(self) -> Mapping[str, Group]:
        return {aspect.id: group for group in self.groups for aspect in group.aspects}

    @cached_property
    def diagram(self) -> Mapping[str, Diagram]:
        return {each.id: each for each in self.diagrams}

    @cached_property
    def industry(self) -> Mapping[str, Industry]:
        return {each.id: each for each in self.industries}

    @cached_property
    def use_case(self) -> Mapping[str, UseCase]:
        return {each.id: each for industry in self.industries for each in industry.use_cases}

    @cached_property
    def industry_of_use_case(self) -> Mapping[str, Industry]:
        return {each.id: industry for industry in self.industries for each in industry.use_cases}

    @cached_property
    def topic(self) -> Mapping[str, Topic]:
        return {each.id: each for each in self.topics}

    @cached_property
    def question(self) -> Mapping[str, Question]:
        return {each.id: each for topic in self.topics for each in topic.questions}

    @cached_property
    def topic_of_question(self) -> Mapping[str, Topic]:
        return {each.id: topic for topic in self.topics for each in topic.questions}

    @cached_property
    def term(self) -> Mapping[str, Term]:
        return {each.id: each for each in self.terms}

    @cached_property
    def term_finder(self) -> TermFinder:
        from desktop.catalog.terms import TermFinder

        return TermFinder(self.terms)

    @cached_property
    def backlinks(self) -> Backlinks:
        from desktop.catalog.backlinks import Backlinks

        return Backlinks(self.use_case.values(), self.question.values())

    @cached_property
    def unknown_cell(self) -> Cell:
        """What stands where the pack says nothing: unknown, never blank."""
        return Cell(text="Unknown", basis=Basis.UNKNOWN, as_of=self.pack.as_of)

    def cell(self, subject: str, aspect: str) -> Cell:
        """The cell of a subject under an aspect; the unknown cell where the pack has none."""
        return self.subject[subject].cells.get(aspect, self.unknown_cell)

    def mark_of(self, subject: str) -> Mark | None:
        """The mark of a subject: its own, else that of the first parent that has one."""
        waiting = [subject]
        seen = {subject}
        for name in waiting:
            found = self.subject[name]
            if found.mark is not None:
                return self.marks[found.mark]
            above = [parent for parent in dict.fromkeys(found.parents) if parent not in seen]
            seen.update(above)
            waiting.extend(above)
        return None

    def find(self, ref: refs.Ref) -> object | None:
        """The entity that a ref names, or None."""
        look_up = _FINDERS.get(type(ref))
        return look_up(self, ref) if look_up else None


def parts_of(diagram: Diagram) -> dict[str, Part | Edge]:
    """Every element of a diagram that has an id: nodes, groups, edges, sets, events, views of a grid."""
    from desktop.catalog.entities.diagrams import FlowDiagram, SetsDiagram, TimelineDiagram

    if isinstance(diagram, FlowDiagram):
        edges: dict[str, Part | Edge] = {each.id: each for each in diagram.edges}
        return edges | {each.id: each for each in (*diagram.nodes, *diagram.groups)}
    if isinstance(diagram, SetsDiagram):
        nodes = [node for region in diagram.regions for node in region.nodes]
        return {each.id: each for each in (*nodes, *diagram.sets)}
    if isinstance(diagram, TimelineDiagram):
        return {each.id: each for each in diagram.events}
    return {each.id: each for each in diagram.views}


def _gathered(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        values = found.setdefault(key, [])
        if value not in values:
            values.append(value)
    return {key: tuple(values) for key, values in found.items()}


def _find_cell(catalog: Catalog, ref: refs.CellRef) -> Cell | None:
    subject = catalog.subject.get(ref.subject)
    if subject is None or ref.aspect not in catalog.aspect:
        return None
    return catalog.cell(ref.subject, ref.aspect)


def _find_part(catalog: Catalog, ref: refs.PartRef) -> Part | Edge | None:
    diagram = catalog.diagram.get(ref.diagram)
    return parts_of(diagram).get(ref.part) if diagram else None


def _find_step(catalog: Catalog, ref: refs.StepRef) -> Step | None:
    diagram = catalog.diagram.get(ref.diagram)
    return next((step for step in diagram.steps if step.id == ref.step), None) if diagram else None


def _find_deck(catalog: Catalog, ref: refs.DeckRef) -> Deck | None:
    return next((deck for deck in catalog.decks if deck.id == ref.deck), None)


_FINDERS: dict[type[refs.Ref], Callable[..., object | None]] = {
    refs.SubjectRef: lambda catalog, ref: catalog.subject.get(ref.subject),
    refs.AspectRef: lambda catalog, ref: catalog.aspect.get(ref.aspect),
    refs.CellRef: _find_cell,
    refs.SourceRef: lambda catalog, ref: catalog.source.get(ref.source),
    refs.ClaimRef: lambda catalog, ref: catalog.claim.get(ref.claim),
    refs.ReferenceRef: lambda catalog, ref: catalog.reference.get(ref.reference),
    refs.CardRef: lambda catalog, ref: catalog.card.get(ref.card),
    refs.DiagramRef: lambda catalog, ref: catalog.diagram.get(ref.diagram),
    refs.PartRef: _find_part,
    refs.StepRef: _find_step,
    refs.IndustryRef: lambda catalog, ref: catalog.industry.get(ref.industry),
    refs.UseCaseRef: lambda catalog, ref: catalog.use_case.get(ref.use_case),
    refs.TopicRef: lambda catalog, ref: catalog.topic.get(ref.topic),
    refs.QuestionRef: lambda catalog, ref: catalog.question.get(ref.question),
    refs.TermRef: lambda catalog, ref: catalog.term.get(ref.term),
    refs.DeckRef: _find_deck,
}
