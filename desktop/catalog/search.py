"""Search over everything that can be opened: titles first, then texts. Built once, when somebody first searches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog import refs
from desktop.catalog.catalog import parts_of
from desktop.catalog.filters import Query, folded
from desktop.catalog.names import short_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.catalog.catalog import Catalog

    Found = tuple[refs.Ref, str, str, str]  # ref, kind, title, text to search


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found. `title_key` and `text_key` are folded for comparing."""

    ref: refs.Ref
    kind: str
    title: str
    title_key: str
    text_key: str


class Index:
    """All entries of a catalog, in the order in which equals are shown."""

    def __init__(self, catalog: Catalog, more: Iterable[Found] = ()) -> None:
        """`more` are things beside the pack's own that can be found too: commands, for example. They come first."""
        self.entries = [
            Entry(ref, kind, title, folded(title), folded(f"{kind} {text}"))
            for ref, kind, title, text in (*more, *_everything(catalog))
        ]

    def find(self, typed: str, most: int = 30) -> tuple[Entry, ...]:
        """The best entries for what was typed: the title starts with it, then holds it, then the text does."""
        query = Query.of(typed)
        if not query:
            return ()
        ranked: list[tuple[int, int, Entry]] = []
        for at, entry in enumerate(self.entries):
            rank = _rank(entry, query)
            if rank is not None:
                ranked.append((rank, at, entry))
        ranked.sort(key=lambda each: each[:2])
        return tuple(entry for _rank, _at, entry in ranked[:most])


def _rank(entry: Entry, query: Query) -> int | None:
    title = entry.title_key
    if query.matches(title):
        if title.startswith(query.words[0]):
            return 0
        return 1 if any(word.startswith(query.words[0]) for word in title.split()) else 2
    return 3 if query.matches(entry.text_key) else None


def _everything(catalog: Catalog) -> Iterator[Found]:
    for subject in catalog.subjects:
        yield refs.SubjectRef(subject.id), "Subject", subject.title, f"{subject.title} {subject.summary}"
    for aspect in catalog.aspect.values():
        yield refs.AspectRef(aspect.id), "Aspect", aspect.title, f"{aspect.title} {aspect.question}"
    yield from _figures(catalog)
    for case in catalog.use_case.values():
        text = f"{case.title} {case.does} {case.problem}"
        yield refs.UseCaseRef(case.id), "Use case", case.title, text
    for card in catalog.cards:
        yield refs.CardRef(card.id), "Articles disagree", card.title, f"{card.title} {card.correction}"
    for deck in catalog.decks:
        yield refs.DeckRef(deck.id), "Talk", deck.title, f"{deck.title} {deck.summary}"
    for term in catalog.terms:
        yield refs.TermRef(term.id), "Term", term.title, f"{term.title} {term.line} {' '.join(term.forms)}"
    yield from _cells(catalog)
    for question in catalog.question.values():
        yield refs.QuestionRef(question.id), "Question", question.stem, question.stem
    for claim in catalog.claim.values():
        yield refs.ClaimRef(claim.id), "Claim", claim.says, claim.says
    for work in catalog.references:
        yield refs.ReferenceRef(work.id), "Reference", work.title, f"{work.authors} {work.title} {work.year}"


def _figures(catalog: Catalog) -> Iterator[Found]:
    for diagram in catalog.diagrams:
        yield refs.DiagramRef(diagram.id), "Diagram", diagram.title, f"{diagram.title} {diagram.summary}"
    for diagram in catalog.diagrams:
        for name, part in parts_of(diagram).items():
            title = getattr(part, "title", None) or getattr(part, "label", None)
            if title:
                text = f"{title} {part.meaning or ''}"
                yield refs.PartRef(diagram.id, name), f"In {diagram.title}", title, text


def _cells(catalog: Catalog) -> Iterator[Found]:
    for subject in catalog.subjects:
        for name, cell in subject.cells.items():
            kind = f"{catalog.aspect[name].title}, {short_name(catalog, subject.id)}"
            yield refs.CellRef(subject.id, name), kind, cell.text, f"{kind} {cell.text} {cell.detail or ''}"
