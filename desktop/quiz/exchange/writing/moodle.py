"""Writes Moodle XML: our id as `idnumber`, explanation as general feedback, texts as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    NumericQuestion,
    OrderQuestion,
    ShortQuestion,
)
from desktop.quiz.exchange.marks import explained, tags_of
from desktop.quiz.exchange.reading.moodle import read
from desktop.quiz.exchange.writing.clozes import gapped_text
from desktop.quiz.exchange.writing.loss import CannotWrite, pairs_of
from desktop.quiz.exchange.writing.numbers import exact, share
from desktop.quiz.exchange.writing.returning import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from xml.etree.ElementTree import Element

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question, Topic
    from desktop.quiz.exchange.writing.loss import Writing
    from desktop.quiz.exchange.writing.returning import Asked

_TITLE = 60
_PLAIN = {"format": "plain_text"}


def write(topics: Sequence[Topic], catalog: Catalog) -> Writing:
    """The questions of these topics as Moodle XML; each topic is a category."""
    from xml.etree.ElementTree import Element, indent, tostring

    parts = parts_of(topics, catalog, lambda asked: _element(asked, catalog))
    root = Element("quiz")
    for topic, made in parts.by_topic:
        category = _child(root, "question", type="category")
        _text(category, "category", f"$course$/top/{topic.title.replace('/', '//')}", {})
        root.extend(made)
    indent(root)
    return parts.checked(tostring(root, "utf-8", xml_declaration=True) + b"\n", read)


def _child(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    from xml.etree.ElementTree import SubElement

    child = SubElement(parent, name, attributes)
    child.text = text or None
    return child


def _text(parent: Element, name: str, text: str, attributes: dict[str, str] | None = None) -> Element:
    """An element that holds its text in a child, as Moodle has most of them."""
    child = _child(parent, name, **(_PLAIN if attributes is None else attributes))
    _child(child, "text", text)
    return child


def _element(asked: Asked, catalog: Catalog) -> Element:
    from xml.etree.ElementTree import Element

    question = asked.question
    type_, stem, fill = _parts(asked.elsewhere, asked.told)
    element = Element("question", type=type_)
    _text(element, "name", " ".join(question.stem.split())[:_TITLE].strip(), {})
    _text(element, "questiontext", stem)
    _text(element, "generalfeedback", explained(question, catalog))
    _child(element, "idnumber", question.id)
    fill(element)
    tags = tags_of(question)
    if tags:
        group = _child(element, "tags")
        for tag in tags:
            _text(group, "tag", tag, {})
    return element


def _parts(question: Question, told: list[str]) -> tuple[str, str, Callable[[Element], None]]:
    """The type of Moodle, the text of the question, and what adds the answers."""
    if isinstance(question, ChoiceQuestion):
        truth = question.type == "truefalse" and {option.text for option in question.options} == {"True", "False"}
        if question.type == "truefalse" and not truth:
            told.append("it is asked as a choice: its options are not 'True' and 'False'")
        return "truefalse" if truth else "multichoice", question.stem, lambda into: _choice(into, question, truth)
    if isinstance(question, ShortQuestion):
        return "shortanswer", question.stem, lambda into: _short(into, question)
    if isinstance(question, NumericQuestion):
        return "numerical", question.stem, lambda into: _numeric(into, question)
    if isinstance(question, ClozeQuestion):
        return "cloze", f"{question.stem}\n\n{gapped_text(question, told)}", lambda _into: None
    if isinstance(question, MatchQuestion | CategoriseQuestion | OrderQuestion):
        return "matching", question.stem, lambda into: _matching(into, question)
    raise CannotWrite("Moodle has no question like it")


def _answer(parent: Element, text: str, fraction: str, feedback: str | None, plain: bool = True) -> Element:
    answer = _text(
        parent, "answer", text, {"fraction": fraction, **(_PLAIN if plain else {"format": "moodle_auto_format"})}
    )
    if feedback:
        _text(answer, "feedback", feedback)
    return answer


def _choice(into: Element, question: ChoiceQuestion, truth: bool) -> None:
    rights = sum(option.correct for option in question.options)
    several = question.type == "multiple"
    if not truth:
        _child(into, "single", "false" if several else "true")
        _child(into, "shuffleanswers", "true" if question.shuffle else "false")
        _child(into, "answernumbering", "ABCD")
    for option in question.options:
        wrong = f"-{share(rights)}" if several else "0"
        text = option.text.lower() if truth else option.text
        _answer(into, text, share(rights if several else 1) if option.correct else wrong, option.feedback, not truth)


def _short(into: Element, question: ShortQuestion) -> None:
    _child(into, "usecase", "0")
    for form in question.accepted:
        _answer(into, form, "100", None)
    for wrong in question.wrong:
        _answer(into, wrong.text, "0", wrong.feedback)


def _numeric(into: Element, question: NumericQuestion) -> None:
    answer = _answer(into, exact(question.answer), "100", None)
    _child(answer, "tolerance", exact(question.tolerance))
    if question.unit:
        unit = _child(_child(into, "units"), "unit")
        _child(unit, "multiplier", "1")
        _child(unit, "unit_name", question.unit)
    for name, value in (("unitgradingtype", "0"), ("unitpenalty", "0.1"), ("showunits", "3"), ("unitsleft", "0")):
        _child(into, name, value)


def _matching(into: Element, question: MatchQuestion | CategoriseQuestion | OrderQuestion) -> None:
    _child(into, "shuffleanswers", "true")
    for left, right in pairs_of(question):
        pair = _text(into, "subquestion", left)
        _text(pair, "answer", right, {})
