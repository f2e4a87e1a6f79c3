"""Questions made from the data by templates, so that they can never be out of step with it.

One is made only where the data leaves no doubt: the cell is known, sourced and uncontested, and every wrong option is
the answer of another thing whose value provably differs. One that breaks a rule of item writing is not made. Which ones
are taken follows from the ids, never from chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from math import ceil
from typing import TYPE_CHECKING

from desktop.catalog.dates import date_words
from desktop.catalog.entities.evidence import Verdict
from desktop.catalog.entities.matrix import ValueKind
from desktop.catalog.entities.questions import ChoiceQuestion, ForEach, Option, Template
from desktop.catalog.evidence import disagree, is_unknown, verdicts_of
from desktop.catalog.filters import folded
from desktop.catalog.item_rules import RULES
from desktop.catalog.names import short_name
from desktop.catalog.refs import CellRef, Ref, UseCaseRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.matrix import Aspect, Cell
    from desktop.catalog.entities.questions import Topic

FEWEST_OPTIONS = 3


@dataclass(frozen=True, slots=True)
class _Fact:
    """One thing that a template can ask about. Facts with the same `value` cannot be told apart by their answers."""

    id: str
    owner: str
    place: Ref
    words: dict[str, str]
    answer: str
    value: tuple[str, ...]


def generated(catalog: Catalog, template: Template) -> tuple[ChoiceQuestion, ...]:
    """The questions that a template makes from a catalog; the same for the same data."""
    facts = sorted(_facts(catalog, template), key=lambda fact: _order(template.id, fact.id))
    wanted = facts[: ceil(template.share * len(facts))]
    made = (_question(catalog, template, fact, facts) for fact in wanted)
    return tuple(question for question in made if question is not None and _is_well_made(question, catalog))


def made_question(catalog: Catalog, name: str) -> tuple[ChoiceQuestion, Topic] | None:
    """The question of this id that a template makes, with the template's topic; None where none makes it."""
    for topic in catalog.topics:
        for template in topic.templates:
            if name.startswith(f"{template.id}."):
                found = next((each for each in generated(catalog, template) if each.id == name), None)
                return (found, topic) if found else None
    return None


def _is_well_made(question: ChoiceQuestion, catalog: Catalog) -> bool:
    return not any(True for rule in RULES for _flaw in rule(question, catalog))


def _facts(catalog: Catalog, template: Template) -> Iterator[_Fact]:
    if template.for_each is ForEach.USE_CASE:
        yield from _use_cases(catalog, template.answer_from)
    elif template.aspect is not None:
        for subject in catalog.subjects:
            cell = subject.cells.get(template.aspect)
            if cell is not None and subject.level == template.level and _is_sure(catalog, cell):
                yield _of_cell(catalog, template, subject.id, cell)


def _is_sure(catalog: Catalog, cell: Cell) -> bool:
    contested = Verdict.CONTESTED in verdicts_of(catalog, cell.claims) or disagree(catalog, cell.claims)
    has_source = bool(cell.claims or cell.references)
    return has_source and not is_unknown(cell) and not contested


def _of_cell(catalog: Catalog, template: Template, subject: str, cell: Cell) -> _Fact:
    aspect = catalog.aspect[template.aspect or ""]
    title = short_name(catalog, subject)
    answers = {"values": _values(aspect, cell), "text": cell.text, "subject": title}
    return _Fact(
        id=subject,
        owner=title,
        place=CellRef(subject, aspect.id),
        words={"subject": title, "aspect": aspect.title, "text": cell.text, "detail": cell.detail or ""},
        answer=answers.get(template.answer_from, cell.text),
        value=cell.values or (cell.text,),
    )


def _values(aspect: Aspect, cell: Cell) -> str:
    if not cell.values:
        return cell.text
    words = [date_words(each) if aspect.values is ValueKind.DAY else each for each in cell.values]
    text = ", ".join(words)
    return text[:1].upper() + text[1:]


def _use_cases(catalog: Catalog, answer_from: str) -> Iterator[_Fact]:
    for case in catalog.use_case.values():
        industry = catalog.industry_of_use_case[case.id].title
        answers = {"kind": catalog.kinds[case.kind].title, "industry": industry, "text": case.human_check}
        answer = answers.get(answer_from, case.human_check)
        words = {"use-case": case.title, "text": case.human_check, "detail": case.does}
        yield _Fact(case.id, case.title, UseCaseRef(case.id), words, answer, (answer,))


def _question(catalog: Catalog, template: Template, fact: _Fact, facts: list[_Fact]) -> ChoiceQuestion | None:
    wrong = _wrong_options(template, fact, facts)
    if len(wrong) < FEWEST_OPTIONS - 1:
        return None
    words = {**fact.words, "answer": fact.answer}
    by_day = template.aspect is not None and catalog.aspect[template.aspect].values is ValueKind.DAY
    options = [Option(text=fact.answer, correct=True), *(option for _value, option in wrong)]
    if by_day:
        places = {fact.answer: fact.value, **{option.text: value for value, option in wrong}}
        options.sort(key=lambda option: places[option.text])
    return ChoiceQuestion(
        id=f"{template.id}.{fact.id}",
        type="single",
        stem=_filled(template.ask, words),
        bloom=template.bloom,
        difficulty=template.difficulty,
        explanation=_filled(template.explanation, words).strip(),
        evidence=(fact.place,),
        concepts=(fact.owner,),
        options=tuple(options),
        shuffle=not by_day,
    )


def _wrong_options(template: Template, fact: _Fact, facts: list[_Fact]) -> list[tuple[tuple[str, ...], Option]]:
    """Answers of other things, each once, none of which could be right here."""
    seen = {folded(fact.answer)}
    found = []
    for other in sorted(facts, key=lambda each: _order(template.id, fact.id, each.id)):
        if other.value == fact.value or folded(other.answer) in seen:
            continue
        seen.add(folded(other.answer))
        found.append((other.value, Option(text=other.answer, feedback=f"That is true of {other.owner}.")))
        if len(found) == template.options - 1:
            break
    return found


def _filled(text: str, words: dict[str, str]) -> str:
    """The text with each {word} in its place. Braces of the data are left alone."""
    for name, value in words.items():
        text = text.replace("{" + name + "}", value)
    return text


def _order(*words: str) -> bytes:
    """A place in an order that looks like chance and never changes."""
    return sha256("\n".join(words).encode()).digest()
