"""A question as a flash card: front, back and source, and under which name Anki knows it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.quiz.exchange.marks import sources_of, tags_of
from desktop.quiz.exchange.writing.hotspots import without_clicks
from desktop.quiz.exchange.writing.loss import Loss
from desktop.quiz.printed import printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question, Topic

AS_CARD = "it is a card to turn over: nothing is typed, chosen or marked"


@dataclass(frozen=True, slots=True)
class Card:
    """Texts are plain. `guid` is the pack's id and the question's: the same from export to export."""

    guid: str
    deck: str
    front: str
    back: str
    source: str
    tags: tuple[str, ...]


def cards_of(topics: Sequence[Topic], catalog: Catalog) -> Iterator[Card]:
    """A card for each question; each topic is a deck in the pack's."""
    for topic in without_clicks(topics, catalog):
        deck = f"{_deck(catalog.pack.title)}::{_deck(topic.title)}"
        for question in topic.questions:
            on_paper = printed(question, catalog)
            answer = "\n".join((on_paper.answer, *on_paper.more))
            yield Card(
                guid=f"{catalog.pack.id}/{question.id}",
                deck=deck,
                front=_apart(on_paper.stem, "\n".join(_to_see(on_paper.lines))),
                back=_apart(answer, question.explanation or ""),
                source=sources_of(question, catalog),
                tags=tuple("-".join(tag.split()) for tag in tags_of(question)),
            )


def _apart(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _to_see(lines: Sequence[str]) -> list[str]:
    """Lines without those that are only there to write on."""
    return [line for line in lines if line.strip("_ ")]


def _deck(title: str) -> str:
    return " ".join(title.replace("::", ":").split())


def losses_of_cards(questions: Sequence[Question]) -> tuple[Loss, ...]:
    """What every question loses as a card."""
    return tuple(Loss(question.id, AS_CARD) for question in questions)
