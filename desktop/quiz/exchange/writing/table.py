"""Writes questions as CSV, one row each, in the columns that `columns.py` describes."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from desktop.catalog.defusing import defused
from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    NumericQuestion,
    OrderQuestion,
    ShortQuestion,
)
from desktop.quiz.exchange.columns import ARROW, FIXED, LETTERS
from desktop.quiz.exchange.marks import sources_of, tags_of
from desktop.quiz.exchange.reading.table import read
from desktop.quiz.exchange.writing.clozes import gapped_text
from desktop.quiz.exchange.writing.loss import CannotWrite, pairs_of
from desktop.quiz.exchange.writing.numbers import exact
from desktop.quiz.exchange.writing.returning import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question, Topic
    from desktop.quiz.exchange.writing.loss import Writing
    from desktop.quiz.exchange.writing.returning import Asked

    _Row = dict[str, str]

_BYTE_ORDER_MARK = "\ufeff"  # without it Excel does not know UTF-8


def write(topics: Sequence[Topic], catalog: Catalog) -> Writing:
    """The questions of these topics as a CSV file in UTF-8."""
    parts = parts_of(topics, catalog, lambda asked: _row(asked, catalog))
    return parts.checked(_file([row for _topic, made in parts.by_topic for row in made]), read)


def _file(rows: Sequence[_Row]) -> bytes:
    numbered = {name for row in rows for name in row if name not in FIXED}
    most = max((int(name.rpartition(" ")[2]) for name in numbered), default=0)
    columns = [*FIXED[:3], *(f"option {at}" for at in range(1, most + 1)), *FIXED[3:7]]
    columns += [f"feedback {at}" for at in range(1, most + 1) if f"feedback {at}" in numbered] + list(FIXED[7:])
    file = StringIO()
    lines = csv.writer(file, lineterminator="\r\n")
    lines.writerow(columns)
    lines.writerows([_field(row.get(name, "")) for name in columns] for row in rows)
    return (_BYTE_ORDER_MARK + file.getvalue()).encode("utf-8", "replace")


def _field(text: str) -> str:
    """The text with an apostrophe ahead where a spreadsheet would take it for a formula; the reader takes it off."""
    bare = text.lstrip("'")
    return f"'{text}" if defused(bare) != bare else text


def _row(asked: Asked, catalog: Catalog) -> _Row:
    question = asked.question
    row = {
        "id": question.id,
        "type": asked.elsewhere.type,
        "stem": question.stem,
        "explanation": question.explanation or "",
        "concepts": "; ".join(_concepts(question)),
        "bloom": question.bloom.value if question.bloom is not None else "",
        "difficulty": str(question.difficulty or ""),
        "sources": sources_of(question, catalog),
        **_answers(asked.elsewhere, asked.told),
    }
    return {name: text for name, text in row.items() if text}


def _concepts(question: Question) -> list[str]:
    """Tags without those that have columns of their own."""
    return [tag for tag in tags_of(question) if not tag.startswith(("bloom:", "difficulty:")) and ";" not in tag]


def _answers(question: Question, told: list[str]) -> _Row:
    if isinstance(question, ChoiceQuestion):
        texts = [option.text for option in question.options]
        row = _numbered("feedback", (option.feedback or "" for option in question.options))
        right = [at for at, option in enumerate(question.options) if option.correct]
        return row | _numbered("option", texts) | {"answer": _named(right, texts)}
    if isinstance(question, ShortQuestion):
        texts = [*question.accepted, *(each.text for each in question.wrong)]
        feedback = [*("" for _form in question.accepted), *(each.feedback for each in question.wrong)]
        answer = _named(range(len(question.accepted)), texts)
        return _numbered("option", texts) | _numbered("feedback", feedback) | {"answer": answer}
    if isinstance(question, NumericQuestion):
        unit = question.unit or ""
        return {"answer": exact(question.answer), "tolerance": exact(question.tolerance), "unit": unit}
    if isinstance(question, ClozeQuestion):
        return {"text": gapped_text(question, told)}
    return _as_pairs(question)


def _as_pairs(question: Question) -> _Row:
    if isinstance(question, OrderQuestion):
        return _numbered("option", question.items)
    if not isinstance(question, MatchQuestion | CategoriseQuestion):
        raise CannotWrite("a row has no place for it")
    pairs = pairs_of(question)
    if any(ARROW in left for left, _right in pairs):
        raise CannotWrite("the left side of a pair holds '->', which parts the sides")
    return _numbered("option", (f"{left} {ARROW} {right}" for left, right in pairs))


def _numbered(word: str, texts: Iterable[str]) -> _Row:
    return {f"{word} {at}": text for at, text in enumerate(texts, 1)}


def _named(places: Iterable[int], texts: Sequence[str]) -> str:
    """Letters of options, or `#2` for places where a letter could be taken for an option's text or there is none."""
    found = list(places)
    clash = len(texts) > len(LETTERS) or any(len(text) < 2 * len(texts) and text.isupper() for text in texts)
    return " ".join(f"#{at + 1}" if clash else LETTERS[at] for at in found)
