"""Items of a file to questions of ours: what is taken over, what is left out and why, and what changes on the way."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop.catalog.binding import BAD, Notes, bind
from desktop.catalog.entities.questions import Question
from desktop.catalog.rules import RULES
from desktop.catalog.shapes import shape_of
from desktop.catalog.world import World
from desktop.quiz.exchange.item import CannotTake, Note
from desktop.quiz.exchange.marks import marks_in, taken_apart
from desktop.quiz.exchange.naming import Names, id_from, slug
from desktop.quiz.exchange.plain import on_one_line, plain, shown
from desktop.quiz.exchange.values import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from desktop.catalog.problems import Flaw
    from desktop.catalog.refs import Ref
    from desktop.quiz.exchange.item import Item, Reading, Written

QUESTIONS = 2_000  # as many as a topic holds
FULL = f"a topic holds {QUESTIONS:,} questions: split the file"
_CATEGORY = "the category '{}' is not kept: a file becomes one topic"
_BLANK = re.compile(r"_{5} (?=[.,;:!?)])")  # the sign after a blank stands right behind it
_REASONS = {
    "essay": "an essay is not marked here",
    "description": "it asks nothing",
}


@dataclass(frozen=True, slots=True, order=True)
class LeftOut:
    """An item that is not taken over: its line, its type in the words of its file or ours, and why."""

    line: int
    type: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What comes of one item of a file: a question, or the reason why there is none.

    `text` is its stem, else its title; `notes` say what changes on the way; `has_id` that the id is the file's own.
    """

    line: int
    type: str
    text: str
    question: Question | None = None
    reason: str = ""
    notes: tuple[str, ...] = ()
    has_id: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What comes of a file. `questions` are in the file's order, `lines` say where each stands."""

    questions: tuple[Question, ...]
    lines: tuple[int, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[Note, ...]

    @property
    def by_type(self) -> dict[str, int]:
        """How many questions of each type are taken over."""
        return dict(sorted(Counter(each.type for each in self.questions).items()))


@dataclass(frozen=True, slots=True)
class Place:
    """Where questions go: ids that other topics have, a prefix for those that clash, and which refs lead somewhere."""

    used: Collection[str] = ()
    prefix: str = ""
    knows: Callable[[Ref], bool] = lambda _ref: False


class _Telling:
    """Collects what is told of one item; makes its texts plain and tells what that lost."""

    def __init__(self, item: Item, warnings: list[Note]) -> None:
        self.item, self._warnings = item, warnings
        stem = self.lines(item.stem, "the question")
        self.stem = _BLANK.sub("_____", stem) if item.blank else stem

    def warn(self, what: str) -> None:
        self._warnings.append(Note(self.item.line, what))

    def lines(self, written: Written | None, name: str) -> str:
        """A text as plain text; `name` says which in the warning."""
        made = plain(written)
        for lost in made.lost:
            self.warn(f"{name}: {lost} cannot be shown here")
        return made.text

    def line(self, written: Written | None, name: str) -> str:
        return on_one_line(self.lines(written, name))


def questions_of(reading: Reading, place: Place | None = None) -> Taken:
    """The questions that the items of a file stand for. Two that read alike stay two; nothing is dropped in silence."""
    taken: list[tuple[int, Question]] = []
    left_out: list[LeftOut] = []
    warnings = list(notes_of(reading))
    for each in outcomes_of(reading, place or Place()):
        if each.question is None:
            left_out.append(LeftOut(each.line, each.type, each.reason))
        else:
            taken.append((each.line, each.question))
            warnings += [Note(each.line, what) for what in each.notes]
    lines = tuple(line for line, _question in taken)
    return Taken(tuple(each for _line, each in taken), lines, tuple(left_out), tuple(sorted(warnings)))


def notes_of(reading: Reading) -> Iterator[Note]:
    """What the reader of a file warned of, and the categories, which are not kept."""
    for each in reading.warnings:
        yield Note(each.line, shown(each.what))
    for each in reading.categories:
        yield Note(each.line, shown(_CATEGORY.format(on_one_line(each.what)[:100])))


def outcomes_of(reading: Reading, place: Place) -> Iterator[Outcome]:
    """What comes of each item, in the file's order."""
    names = Names(place.used)
    count = 0
    for item in reading.items:
        told: list[Note] = []
        try:
            if count == QUESTIONS:
                raise CannotTake(FULL)
            question = _question(item, _Telling(item, told), place)
        except CannotTake as reason:
            text = shown(on_one_line(plain(item.stem).text or item.title))
            yield Outcome(line=item.line, type=shown(item.kind), text=text, reason=shown(str(reason)))
            continue
        count += 1
        name = names.take(question.id, place.prefix)
        if item.id and name != question.id:
            told.append(Note(item.line, f"the id '{question.id}' is taken already; this question is '{name}'"))
        yield Outcome(
            line=item.line,
            type=question.type,
            text=question.stem,
            question=replace(question, id=name),
            notes=tuple(shown(each.what) for each in told),
            has_id=bool(item.id.strip()) and name == question.id,
        )


def _question(item: Item, telling: _Telling, place: Place) -> Question:
    if item.flaw:
        raise CannotTake(item.flaw)
    marks = marks_in(_lines_of(item.tags))
    kind = marks.fields.get("as", item.kind) if item.kind == "match" else item.kind
    fields = FIELDS.get(kind)
    if fields is None:
        raise CannotTake(_REASONS.get(kind, "the quiz has no such type of question"))
    value = {"id": _id_of(item, telling.stem), "stem": telling.stem, **fields(item, telling)}
    value |= _more(item, telling, place)
    value["concepts"] = [concept for concept in marks.concepts if len(concept) <= 200]
    if len(value["concepts"]) < len(marks.concepts):
        telling.warn("a tag of more than 200 characters is left out")
    if "bloom" in marks.fields:
        value["bloom"] = marks.fields["bloom"]
    if "difficulty" in marks.fields:
        value["difficulty"] = int(marks.fields["difficulty"])
    if value["type"] == "numeric" and "unit" in marks.fields:
        value["unit"] = marks.fields["unit"]
    if value["type"] in ("single", "multiple") and marks.fields.get("as") == "in-order":
        value["shuffle"] = False
    return _bound({name: each for name, each in value.items() if each not in ("", [], None)})


def _lines_of(tags: Iterable[str]) -> list[str]:
    return [line for tag in tags if (line := shown(tag))]


def _id_of(item: Item, stem: str) -> str:
    if item.id.strip():
        return id_from(item.id)
    return slug(item.title) or slug(stem)


def _more(item: Item, telling: _Telling, place: Place) -> dict[str, Any]:
    """The explanation, and of what it says to rest on, what is known where the question goes."""
    text, refs = taken_apart(telling.lines(item.feedback, "the general feedback"))
    known = [str(ref) for ref in refs if place.knows(ref)]
    if len(known) < len(refs):
        telling.warn(f"{len(refs) - len(known)} of its {len(refs)} sources are not in this pack and are left out")
    if len(text) > 5_000:
        telling.warn("the general feedback is longer than 5,000 characters and is cut")
        text = text[:4_997] + "..."
    return {"explanation": text, "evidence": known}


_SHAPE = shape_of(Question)


def _bound(value: dict[str, Any]) -> Question:
    """The question, held to the same limits and rules as one in a pack. Raises CannotTake."""
    value.setdefault("id", "question")
    notes = Notes()
    question = bind(_SHAPE, value, notes)
    if notes.flaws:
        raise CannotTake(in_words(notes.flaws[0]))
    if question is BAD:
        raise CannotTake("it does not hold together")
    rule = RULES.get(type(question))
    broken = next(iter(rule(question, World())), None) if rule is not None else None
    if broken is not None:
        raise CannotTake(broken.what)
    found: Question = question
    return found


_PARTS = {"stem": "the question", "options": "the options", "accepted": "the accepted forms", "wrong": "wrong forms"}
_PARTS |= {"text": "the text", "feedback": "the feedback", "pairs": "the pairs", "items": "the items", "gaps": "gaps"}


def in_words(flaw: Flaw) -> str:
    """What is wrong with a question, with the part of it in words."""
    parts = [f"number {part + 1}" if isinstance(part, int) else _PARTS.get(part, part) for part in flaw.path]
    hint = f" ({flaw.hint})" if str(flaw.hint) else ""
    return f"{', '.join(parts)}: {flaw.what}{hint}" if parts else f"{flaw.what}{hint}"
