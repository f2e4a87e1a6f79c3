"""Reads Moodle XML: the types that are ours, and the names of those that are not."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from desktop.catalog.problems import Unreadable
from desktop.quiz.exchange.item import Answer, Item, Note, Reading, Written
from desktop.quiz.exchange.reading.decoding import decoded
from desktop.quiz.exchange.reading.markup import tree_of
from desktop.quiz.exchange.reading.moodle_gaps import with_gaps
from desktop.quiz.exchange.reading.numbers import number_in

if TYPE_CHECKING:
    from desktop.quiz.exchange.item import Form
    from desktop.quiz.exchange.reading.markup import Element

_FORMS: dict[str, Form] = {
    "html": "html",
    "moodle_auto_format": "moodle",
    "plain_text": "plain",
    "markdown": "markdown",
}
_KINDS = {
    "truefalse": "truefalse",
    "shortanswer": "short",
    "numerical": "numeric",
    "matching": "match",
    "ordering": "order",
    "cloze": "cloze",
    "ddwtos": "cloze",
    "gapselect": "cloze",
    "essay": "essay",
    "description": "description",
}
_OVERALL = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")


def read(given: str | bytes) -> Reading:
    """The questions of a Moodle XML file. Raises Unreadable."""
    root = tree_of(decoded(given))
    if root.name != "quiz":
        what = f"the file is XML of another kind: it begins with <{root.name[:40]}>, not with <quiz>"
        raise Unreadable(what, root.line, 1)
    items: list[Item] = []
    warnings: list[Note] = []
    categories: list[Note] = []
    for question in root.all("question"):
        if question.attributes.get("type") == "category":
            categories.append(Note(question.line, question.said("category", "text")))
        else:
            items.append(_item(question, warnings))
    _tell_overall(root, warnings)
    return Reading(tuple(items), tuple(warnings), tuple(categories))


def _tell_overall(root: Element, warnings: list[Note]) -> None:
    for question in root.all("question"):
        if any(question.said(name, "text") for name in _OVERALL):
            what = "what is said to all right, partly right and wrong answers is not kept, here and below"
            warnings.append(Note(question.line, what))
            return


def _item(question: Element, warnings: list[Note]) -> Item:
    type_ = question.attributes.get("type", "")
    kind = _KINDS.get(type_, type_[:40] or "no type")
    if type_ == "multichoice":
        kind = "multiple" if question.said("single").lower() in ("false", "0") else "single"
    stem = _written(question.one("questiontext"))
    item = Item(
        line=question.line,
        kind=kind,
        stem=with_gaps(question, stem) if type_ in ("ddwtos", "gapselect") else stem,
        title=question.said("name", "text"),
        answers=_answers(kind, question),
        feedback=_said(question.one("generalfeedback")),
        tags=tuple(text for tags in question.all("tags") for tag in tags.all("tag") if (text := tag.said("text"))),
        id=question.said("idnumber"),
        unit=_unit(question),
        in_order=type_ == "truefalse" or question.said("shuffleanswers").lower() in ("false", "0"),
    )
    warnings += [Note(question.line, what) for what in _losses(question)]
    return item


def _losses(question: Element) -> list[str]:
    losses = []
    hints = sum(bool(hint.said("text")) for hint in question.all("hint"))
    if hints:
        losses.append(f"{hints} hint{'s are' if hints > 1 else ' is'} not kept")
    if question.said("usecase") == "1":
        losses.append("capital and small letters were told apart; here they are not")
    units = question.one("units")
    if units is not None and len(list(units.all("unit"))) > 1:
        losses.append("only the first of its units is kept")
    names = [file.attributes.get("name", "") for part in question.children for file in part.all("file")]
    if names:
        losses.append(f"attached files are not kept: {', '.join(names)[:100]}")
    return losses


def _form(element: Element) -> Form:
    return _FORMS.get(element.attributes.get("format", "html"), "html")


def _written(element: Element | None) -> Written:
    return Written(element.said("text"), _form(element)) if element is not None else Written("")


def _said(element: Element | None) -> Written | None:
    written = _written(element)
    return written if written.text else None


def _weight(answer: Element) -> float:
    try:
        weight = float(answer.attributes.get("fraction", "").strip().replace(",", ".") or 0)
    except ValueError:
        return 0.0
    return weight if isfinite(weight) else 0.0


def _unit(question: Element) -> str:
    units = question.one("units")
    return units.said("unit", "unit_name") if units is not None else ""


def _answers(kind: str, question: Element) -> tuple[Answer, ...]:
    if kind == "match":
        return tuple(_pair(each) for each in question.all("subquestion"))
    found = list(question.all("answer"))
    if kind == "order":
        found.sort(key=_weight)
    return tuple(_truth(each) if kind == "truefalse" else _answer(kind, each) for each in found)


def _pair(subquestion: Element) -> Answer:
    partner = Written(subquestion.said("answer", "text"))
    return Answer(text=_written(subquestion), right=True, partner=partner)


def _truth(answer: Element) -> Answer:
    word = "True" if answer.said("text").lower() == "true" else "False"
    return Answer(text=Written(word), weight=_weight(answer), feedback=_said(answer.one("feedback")))


def _answer(kind: str, answer: Element) -> Answer:
    """The texts of short and numerical answers are plain whatever their format says."""
    text = _written(answer)
    if kind in ("short", "numeric"):
        text = Written(text.text)
    number = None
    if kind == "numeric":
        number = number_in(f"{text.text}:{answer.said('tolerance') or 0}") or number_in(text.text)
    return Answer(text=text, weight=_weight(answer), feedback=_said(answer.one("feedback")), number=number)
