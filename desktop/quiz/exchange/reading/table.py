"""Reads questions from CSV: one row each, columns named in the first line (see `columns.py`)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.catalog.defusing import defused
from desktop.catalog.problems import Unreadable
from desktop.quiz.exchange.columns import ARROW, LETTERS, column_of
from desktop.quiz.exchange.item import Answer, Item, Note, Reading, Written
from desktop.quiz.exchange.reading.decoding import decoded
from desktop.quiz.exchange.reading.numbers import number_in
from desktop.quiz.exchange.reading.separated import rows_of, separator_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPES = {
    "mc": "single", "single choice": "single", "multiple choice": "single", "mcq": "single", "multi": "multiple",
    "multiple response": "multiple", "tf": "truefalse", "true/false": "truefalse", "boolean": "truefalse",
    "short answer": "short", "shortanswer": "short", "numerical": "numeric", "number": "numeric", "matching": "match",
    "ordering": "order", "sort": "categorise",
}  # fmt: skip
_NEEDED = "name the columns in the first line: stem, option 1, option 2, answer and others"
_Row = dict[str, str]


def read(given: str | bytes) -> Reading:
    """The questions of a CSV file. Raises Unreadable where the first line names no column with questions."""
    text = decoded(given)
    rows = rows_of(text, separator_of(text))
    line, heads = next(rows, (1, []))
    columns = [column_of(head) for head in heads]
    if "stem" not in columns:
        raise Unreadable("no column holds the questions", line, 1, _NEEDED)
    warnings = [Note(line, what) for what in _odd_columns(heads, columns)]
    items = []
    for at, fields in rows:
        if any(field.strip() for field in fields[len(columns) :]):
            warnings.append(Note(at, "the row has more fields than the first line; those are passed over"))
        row: _Row = {}
        for column, field in zip(columns, fields, strict=False):
            if column and field.strip():
                row.setdefault(column, _field(field))
        items.append(_item(at, row))
    return Reading(tuple(items), tuple(warnings))


def _odd_columns(heads: list[str], columns: list[str]) -> Iterator[str]:
    """What is to be told of columns that are not known, or named twice."""
    seen: set[str] = set()
    for head, column in zip((each.strip()[:40] for each in heads), columns, strict=True):
        if head and not column:
            yield f"the column '{head}' is not known and is passed over"
        elif column in seen:
            yield f"the column '{head}' is a second '{column}' and counts only where the first is empty"
        seen.add(column or head)


def _field(text: str) -> str:
    """The text without the apostrophe that keeps spreadsheets from taking it for a formula."""
    text = text.strip()
    bare = text.lstrip("'")
    return text[1:] if text.startswith("'") and defused(bare) != bare else text


def _item(line: int, row: _Row) -> Item:
    options = _numbered(row, "option")
    kind = _kind(row, options)
    item = Item(line=line, kind=kind, stem=Written(row.get("stem", "")), id=row.get("id", ""), tags=_tags(row))
    told = "\n\n".join(part for part in (row.get("explanation", ""), row.get("sources", "")) if part)
    item = replace(item, feedback=Written(told) if told else None, unit=row.get("unit", ""))
    if kind in ("match", "categorise"):
        return replace(item, answers=tuple(_pair(text) for text in options.values()))
    if kind == "order":
        return replace(item, answers=tuple(Answer(text=Written(text), right=True) for text in options.values()))
    if kind == "numeric":
        return _numeric(item, row)
    if kind == "cloze":
        return replace(item, stem=Written(f"{item.stem.text}\n\n{row.get('text', '')}"))
    return _with_options(item, row, options)


def _numbered(row: _Row, word: str) -> dict[int, str]:
    """What stands in the columns `word 1`, `word 2`, ... by number, in the order of the numbers."""
    found = {int(name.rpartition(" ")[2]): text for name, text in row.items() if name.startswith(f"{word} ")}
    return dict(sorted(found.items()))


def _kind(row: _Row, options: dict[int, str]) -> str:
    told = row.get("type", "").lower()
    if told:
        return _TYPES.get(told, told[:40])
    if row.get("text"):
        return "cloze"
    if options:
        if all(ARROW in text for text in options.values()) and "answer" not in row:
            return "match"
        return "single"
    return "numeric" if number_in(row.get("answer", "").replace("±", ":")) else "short"


def _tags(row: _Row) -> tuple[str, ...]:
    tags = [each.strip() for each in re.split(r"[;\n]", row.get("concepts", "")) if each.strip()]
    return tuple(tags + [f"{name}:{row[name].lower()}" for name in ("bloom", "difficulty") if name in row])


def _pair(text: str) -> Answer:
    left, _arrow, right = text.partition(ARROW)
    return Answer(text=Written(left.strip()), right=True, partner=Written(right.strip()))


def _numeric(item: Item, row: _Row) -> Item:
    told = row.get("answer", "").replace("±", ":")
    number = number_in(f"{told}:{row['tolerance']}" if "tolerance" in row else told)
    if number is None:
        return replace(item, flaw=f"its answer '{told[:40]}' is no number, or its tolerance is none")
    return replace(item, answers=(Answer(text=Written(told), right=True, number=number),))


def _with_options(item: Item, row: _Row, options: dict[int, str]) -> Item:
    """A choice, or accepted and wrong forms: without options the answer is the form itself, one a line."""
    told = row.get("answer", "")
    if not options and item.kind == "truefalse":
        options = {1: "True", 2: "False"}
        told = {"t": "True", "f": "False", "1": "True", "0": "False"}.get(told.lower(), told)
    if not options and item.kind == "short":
        forms = [form.strip() for form in told.split("\n") if form.strip()]
        return replace(item, answers=tuple(Answer(text=Written(form), right=True) for form in forms))
    right = _right(told, options)
    if not right:
        return replace(
            item, flaw=f"its answer '{told[:40]}' names no option of it" if told else "its answer is missing"
        )
    said = _numbered(row, "feedback")
    answers = tuple(
        Answer(text=Written(text), right=at in right, feedback=Written(said[at]) if at in said else None)
        for at, text in options.items()
    )
    kind = "multiple" if item.kind == "single" and not row.get("type") and len(right) > 1 else item.kind
    if kind == "multiple":
        answers = tuple(replace(each, weight=(100 if each.right else -100) / len(right)) for each in answers)
    return replace(item, kind=kind, answers=answers, in_order=kind == "truefalse")


def _right(told: str, options: dict[int, str]) -> set[int]:
    """The places that an answer names: by the text of an option, or else by letters, places or numbers."""
    exact = {at for at, text in options.items() if text.casefold() == told.casefold()}
    if exact:
        return exact
    found = set()
    for word in re.split(r"[\s,;]+", told.strip()):
        bare = word.removeprefix("#")
        if len(bare) == 1 and bare.upper() in LETTERS:
            found.add(LETTERS.index(bare.upper()) + 1)
        elif bare.isascii() and bare.isdecimal() and len(bare) < 4:
            found.add(int(bare))
        else:
            return set()
    return found if found <= options.keys() else set()
