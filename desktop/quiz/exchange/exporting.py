"""Topics as the bytes of a file for another program, or for paper, by the name of the format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop.quiz.exchange.writing.loss import NO_CLICK, Loss, Writing

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Topic
    from desktop.shell.handout import Sheet

Draw = Callable[[str, str, Sequence["Sheet"]], bytes]
"""Makes a PDF: its title, the foot of each page, and the sheets."""


def written(kind: str, topics: Sequence[Topic], catalog: Catalog, made: datetime, draw: Draw) -> Writing:
    """The file in one of the formats gift, moodle, anki, apkg, csv and pdf, and what it could not hold."""
    from desktop.quiz.exchange.writing import anki, apkg, gift, moodle, table

    if kind == "pdf":
        return _test_paper(topics, catalog, draw)
    if kind == "apkg":
        return apkg.write(topics, catalog, made)
    return {"gift": gift.write, "moodle": moodle.write, "anki": anki.write, "csv": table.write}[kind](topics, catalog)


def _test_paper(topics: Sequence[Topic], catalog: Catalog, draw: Draw) -> Writing:
    """Questions, then the key. What is answered by a click is asked as a choice, since paper has no figure with it."""
    from desktop.quiz.exchange.writing.hotspots import without_clicks
    from desktop.quiz.sheets import sheets_of

    pack, on_paper = catalog.pack, without_clicks(topics, catalog)
    foot = f"{pack.title} {pack.version}, as of {pack.as_of}, {pack.licence}"
    pairs = zip(topics, on_paper, strict=True)
    both = [each for old, new in pairs for each in zip(old.questions, new.questions, strict=True)]
    losses = tuple(Loss(old.id, NO_CLICK) for old, new in both if old.type != new.type)
    return Writing(draw(f"{pack.title}: test", foot, sheets_of(on_paper, catalog)), losses)
