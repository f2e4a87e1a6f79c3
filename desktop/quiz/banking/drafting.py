"""A question being written: plain values as in a file, bound and sifted as the loader does, flaws told by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.catalog.binding import Notes, bind
from desktop.catalog.entities.questions import Question
from desktop.catalog.item_rules import RULES
from desktop.catalog.problems import Unreadable
from desktop.catalog.reading import read
from desktop.catalog.shapes import shape_of
from desktop.catalog.sifting import GONE, Sieve, sift
from desktop.catalog.topic_writing import plain_question
from desktop.catalog.world import files_of, world_of
from desktop.quiz.banking.fields import OWN_FIELDS, Kind, fields_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.problems import Flaw
    from desktop.quiz.banking.fields import FormField

Values = dict[str, Any]
NEW = "own-new"


@dataclass(frozen=True, slots=True)
class FieldFlaw:
    """What is wrong with a field: its name, the row (from 0) and the field in it where it has rows, and the words."""

    field: str
    row: int | None
    inner: str
    words: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft that was looked at: the question where it can be saved, what is wrong, and hints of item writing."""

    question: Question | None
    flaws: tuple[FieldFlaw, ...]
    hints: tuple[str, ...] = ()


def fresh(type_: str) -> Values:
    """An empty draft of a type."""
    options = [{"text": "True", "correct": True}, {"text": "False"}] if type_ == "truefalse" else []
    return {"id": NEW, "type": type_, **({"options": options} if options else {})}


def draft_of(question: Question) -> Values:
    """A question as a draft."""
    return plain_question(question)


def as_type(draft: Values, type_: str) -> Values:
    """The draft as another type: what both have in the same form is kept."""
    kept = {name: draft[name] for name in ("id", "stem", *(each.name for each in fields_of(type_))) if name in draft}
    theirs = {each.name: each for each in OWN_FIELDS[draft["type"]]}
    for each in OWN_FIELDS[type_]:
        before = theirs.get(each.name)
        if before is not None and (before.kind, before.inner) != (each.kind, each.inner):
            del kept[each.name]
    return fresh(type_) | kept | {"type": type_}


class Checker:
    """Checks drafts against a catalog, as often as a key is pressed."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._world = world_of(files_of(catalog), set())
        self._shape = shape_of(Question)

    def check(self, draft: Mapping[str, Any]) -> Checked:
        """What the loader would say of this question, and lint."""
        notes = Notes()
        value = _complete(draft)
        question = bind(self._shape, value, notes)
        flaws = list(notes.flaws)
        if not flaws:
            sieve = Sieve(self._world, "")
            sifted = sift(self._shape, question, sieve)
            flaws = list(sieve.flaws)
            question = question if sifted is GONE else sifted
        if flaws:
            return Checked(None, tuple(_by_field(flaw, str(draft["type"])) for flaw in flaws))
        return Checked(question, (), hints_of(question, self._catalog))


def hints_of(question: Question, catalog: Catalog) -> tuple[str, ...]:
    """The flaws of item writing in a question."""
    return tuple(what for rule in RULES for what in rule(question, catalog))


def number_or_words(typed: str) -> int | float | str:
    """What was typed as the number that a file would hold, else the words, which are told as a problem."""
    try:
        value, _nodes = read(typed.strip().encode())
    except (Unreadable, UnicodeEncodeError):
        return typed
    return value if isinstance(value, int | float) and not isinstance(value, bool) else typed


def _complete(draft: Mapping[str, Any]) -> Values:
    """The draft with what is required but missing as empty, so that it is told at its field."""
    found = dict(draft)
    for each in fields_of(str(draft["type"])):
        if each.required and each.name not in found:
            found[each.name] = _EMPTY.get(each.kind, "")
        if each.kind is Kind.ROWS:
            found[each.name] = [_complete_row(row, each) for row in found.get(each.name, [])]
            if not found[each.name] and not each.required:
                del found[each.name]
    return found


_EMPTY: dict[Kind, Any] = {Kind.ROWS: [], Kind.LINES: [], Kind.LISTED: [], Kind.REFS: []}


def _complete_row(row: Mapping[str, Any], rows: FormField) -> Values:
    return {each.name: _EMPTY.get(each.kind, "") for each in rows.inner if each.required} | dict(row)


def _by_field(flaw: Flaw, type_: str) -> FieldFlaw:
    path = flaw.path
    field = str(path[0]) if path else "stem"
    row = path[1] if len(path) > 1 and isinstance(path[1], int) else None
    inner = str(path[2]) if len(path) > 2 else ""
    hint = str(flaw.hint)
    return FieldFlaw(field, row, inner, flaw.what + (f" ({hint})" if hint else ""))
