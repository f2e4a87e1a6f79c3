"""Questions from elsewhere into a topic: new ones are added, known ones brought up to date, nothing else is touched."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from desktop.catalog.entities.questions import Topic
from desktop.catalog.writing import is_kept_by_windows
from desktop.quiz.exchange.item import Written
from desktop.quiz.exchange.naming import id_from, slug
from desktop.quiz.exchange.plain import Plain, plain
from desktop.quiz.exchange.questions import QUESTIONS, LeftOut
from desktop.quiz.exchange.writing.reduced import reduced

if TYPE_CHECKING:
    from datetime import date

    from desktop.catalog.entities.questions import Question
    from desktop.quiz.exchange.questions import Taken

_NAMES = {"options": "text", "items": "text", "pairs": "left", "wrong": "text"}
_CHOICES = ("single", "multiple", "truefalse")


@dataclass(frozen=True, slots=True)
class Merged:
    """The topic with the questions in it, and what was taken over and left out."""

    topic: Topic
    taken: Taken


def topic_id(name: str) -> str:
    """The id of the topic that a file of this name becomes."""
    made = slug(name) or id_from(name or "questions")
    return f"{made}-questions" if is_kept_by_windows(made) else made


def merged(there: Topic | None, taken: Taken, name: str) -> Merged:
    """The topic with what was taken from a file called `name`. Those it has already stay in their places."""
    title = title_of(name)
    topic = there or Topic(id=topic_id(name), title=title, summary=f"Questions from the file {title}.")
    known = {each.id: at for at, each in enumerate(topic.questions)}
    questions = list(topic.questions)
    kept: list[tuple[int, Question]] = []
    left_out = list(taken.left_out)
    for line, question in zip(taken.lines, taken.questions, strict=True):
        at = known.get(question.id)
        reason = clash(questions[at], question) if at is not None else _no_room(len(questions))
        if reason:
            left_out.append(LeftOut(line, question.type, reason))
            continue
        kept.append((line, question))
        if at is None:
            questions.append(question)
        else:
            questions[at] = brought_up_to_date(questions[at], question)
    lines, now = tuple(line for line, _each in kept), tuple(each for _line, each in kept)
    shown = replace(taken, questions=now, lines=lines, left_out=tuple(sorted(left_out)))
    return Merged(replace(topic, questions=tuple(questions)), shown)


def _no_room(count: int) -> str:
    return f"the topic holds {QUESTIONS:,} questions already" if count == QUESTIONS else ""


def clash(old: Question, new: Question) -> str:
    """Why a question cannot take the place of one with its id: it is of another type; '' where it can."""
    if old.type == new.type or (old.type in _CHOICES and new.type in _CHOICES):
        return ""
    return f"the question '{old.id}' there is of the type {old.type} and stays as it is"


def title_of(name: str) -> str:
    """The title of a topic from a file of this name."""
    made: Plain = plain(Written(name.replace("_", " ")))
    return " ".join(made.text.split())[:150] or "Questions"


def brought_up_to_date(old: Question, new: Question) -> Question:
    """The new question with what the old one has and a file cannot say: evidence, beliefs behind wrong answers."""
    if reduced(old) == reduced(new):
        return old
    changes: dict[str, Any] = {}
    for each in fields(new):
        before, after = getattr(old, each.name, None), getattr(new, each.name)
        if after in (None, (), "") and before is not None:
            changes[each.name] = before
        elif each.name in _NAMES and old.type == new.type:
            changes[each.name] = _with_what_was_there(before, after, _NAMES[each.name])
    return replace(new, **changes)


def _with_what_was_there(before: Any, after: Any, name: str) -> Any:
    """Options, items, pairs or forms with the feedback and the beliefs of those of the same text before.

    An option that became right, or wrong, has neither: they told why it was the other.
    """
    was = {getattr(each, name, each): each for each in before}
    return tuple(_filled_up(was.get(getattr(each, name, each)), each) for each in after)


def _filled_up(old: Any, new: Any) -> Any:
    if old is None or isinstance(new, str) or getattr(old, "correct", None) != getattr(new, "correct", None):
        return new
    more = {
        field: getattr(old, field)
        for field in ("feedback", "misconception")
        if getattr(new, field, None) is None and getattr(old, field, None) is not None
    }
    return replace(new, **more)


def pack_file(name: str, today: date) -> bytes:
    """A `pack.yaml` for a folder of this name that has none: as little as a pack must say."""
    title = title_of(name)
    lines = {
        "id": slug(name) or "questions",
        "title": title,
        "version": "1.0",
        "as_of": today.isoformat(),
        "licence": "not stated",
        "about": f"Questions from elsewhere, in the folder {title}.",
    }
    return "".join(f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in lines.items()).encode()
