"""Writes Anki's notes as plain text: guid, deck, front, back and tags, which Anki takes as its note type Basic."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from desktop.quiz.exchange.writing.cards import cards_of, losses_of_cards
from desktop.quiz.exchange.writing.loss import Writing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Topic

_HEADERS = (
    "#separator:tab",
    "#html:false",
    "#notetype:Basic",
    "#guid column:1",
    "#deck column:2",
    "#tags column:5",
)


def write(topics: Sequence[Topic], catalog: Catalog) -> Writing:
    """A note for each question. The source stands below the back: Basic has no field of its own for it."""
    file = StringIO()
    file.write("".join(f"{header}\n" for header in _HEADERS))
    lines = csv.writer(file, delimiter="\t", lineterminator="\n")
    for card in cards_of(topics, catalog):
        back = "\n\n".join(part for part in (card.back, card.source) if part)
        lines.writerow((card.guid, card.deck, card.front, back, " ".join(card.tags)))
    questions = [question for topic in topics for question in topic.questions]
    return Writing(file.getvalue().encode("utf-8", "replace"), losses_of_cards(questions))
