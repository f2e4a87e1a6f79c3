"""Writes GIFT: one question a block, its id and tags in a comment, texts as plain text with all signs escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    MatchQuestion,
    NumericQuestion,
    OrderQuestion,
    ShortQuestion,
)
from desktop.quiz.exchange.marks import explained, tags_of
from desktop.quiz.exchange.reading.gift import read
from desktop.quiz.exchange.writing.loss import CannotWrite, pairs_of
from desktop.quiz.exchange.writing.numbers import exact, share
from desktop.quiz.exchange.writing.returning import parts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Option, Question, Topic
    from desktop.quiz.exchange.writing.loss import Writing
    from desktop.quiz.exchange.writing.returning import Asked

_SIGNS = re.compile(r"([~=#{}:\\])")
_TAKEN = re.compile(r"\s*(\[(html|moodle|plain|markdown)\]|%-?\d)")
_TITLE = 60
_ARROW = "->"


def write(topics: Sequence[Topic], catalog: Catalog) -> Writing:
    """The questions of these topics as a GIFT file in UTF-8; each topic is a category."""
    parts = parts_of(topics, catalog, lambda asked: _block(asked, catalog))
    blocks: list[str] = []
    for topic, made in parts.by_topic:
        blocks += [f"$CATEGORY: $course$/top/{' '.join(topic.title.split()).replace('/', '//')}", *made]
    return parts.checked(("\n\n".join(blocks) + "\n").encode("utf-8", "replace"), read)


def _block(asked: Asked, catalog: Catalog) -> str:
    question = asked.question
    lines = _answers(asked.elsewhere, asked.told)
    general = explained(question, catalog)
    if general:
        lines.append(f"\t####{_plain(general)}")
    comments = f"// [id:{question.id}]" + "".join(f" [tag:{_tag(tag)}]" for tag in _tags(question))
    title = escaped(" ".join(question.stem.split())[:_TITLE].strip())
    return "\n".join((comments, f"::{title}::[plain]{escaped(question.stem)}{{{lines[0]}", *lines[1:], "}"))


def _tags(question: Question) -> tuple[str, ...]:
    unit = (f"unit:{question.unit}",) if isinstance(question, NumericQuestion) and question.unit else ()
    return tags_of(question) + unit


def _tag(tag: str) -> str:
    return re.sub(r"([\]\\])", r"\\\1", tag)


def escaped(text: str) -> str:
    """The text with a backslash before what GIFT reads as a sign, and line breaks as it writes them."""
    return _SIGNS.sub(r"\\\1", text).replace("\n", "\\n")


def _plain(text: str) -> str:
    """The text escaped, and marked as plain where its beginning would be taken for a format or a weight."""
    return ("[plain]" if _TAKEN.match(text) else "") + escaped(text)


def _answers(question: Question, told: list[str]) -> list[str]:
    """What stands between the braces: the first line goes behind the brace."""
    if isinstance(question, ChoiceQuestion):
        return _truth(question) if _is_truth(question) else ["", *_options(question, told)]
    if isinstance(question, ShortQuestion):
        return ["", *_forms(question)]
    if isinstance(question, NumericQuestion):
        return [f"#{exact(question.answer)}:{exact(question.tolerance)}"]
    if isinstance(question, MatchQuestion | CategoriseQuestion | OrderQuestion):
        return ["", *_pairs(question)]
    raise CannotWrite("GIFT has no text with several gaps")


def _is_truth(question: ChoiceQuestion) -> bool:
    return question.type == "truefalse" and [option.text for option in question.options] == ["True", "False"]


def _truth(question: ChoiceQuestion) -> list[str]:
    right, wrong = sorted(question.options, key=lambda option: not option.correct)
    lines = ["TRUE" if question.options[0].correct else "FALSE"]
    if wrong.feedback or right.feedback:
        lines[0] += f"#{_plain(wrong.feedback or '')}"
    if right.feedback:
        lines[0] += f"#{_plain(right.feedback)}"
    return lines


def _options(question: ChoiceQuestion, told: list[str]) -> list[str]:
    if question.type == "truefalse":
        told.append("it is asked as a choice: its options are not 'True' and 'False'")
    rights = sum(option.correct for option in question.options)
    return [
        f"\t{_sign(question, option, rights)}{_plain(option.text)}{_said(option.feedback)}"
        for option in question.options
    ]


def _sign(question: ChoiceQuestion, option: Option, rights: int) -> str:
    if question.type == "multiple":
        return f"~%{'' if option.correct else '-'}{share(rights)}%"
    return "=" if option.correct else "~"


def _said(feedback: str | None) -> str:
    return f"#{_plain(feedback)}" if feedback else ""


def _forms(question: ShortQuestion) -> list[str]:
    if all(_ARROW in form for form in (*question.accepted, *(each.text for each in question.wrong))):
        raise CannotWrite("its accepted forms hold '->', which GIFT reads as pairs")
    lines = [f"\t={_plain(form)}" for form in question.accepted]
    return lines + [f"\t=%0%{_plain(each.text)}{_said(each.feedback)}" for each in question.wrong]


def _pairs(question: MatchQuestion | CategoriseQuestion | OrderQuestion) -> list[str]:
    pairs = pairs_of(question)
    if any(_ARROW in left for left, _right in pairs):
        raise CannotWrite("the left side of a pair holds '->', with which GIFT parts the sides")
    return [f"\t={_plain(left)} -> {_plain(right)}" for left, right in pairs]
