"""A question as paper and cards have it: what is asked, what there is to choose from, and the answer in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    HotspotQuestion,
    MatchQuestion,
    NumericQuestion,
    OrderQuestion,
    ShortQuestion,
)
from desktop.catalog.names import name_of
from desktop.quiz.orders import option_order
from desktop.quiz.shuffle import shuffled
from desktop.quiz.words import line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Gap, Question

SEED = 1  # print is the same every time
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LINE = "__________"


@dataclass(frozen=True, slots=True)
class Printed:
    """The stem with what is to be done, the lines below it; the answer in a line, and more of it in `more`."""

    stem: str
    lines: tuple[str, ...]
    answer: str
    more: tuple[str, ...] = ()


def printed(question: Question, catalog: Catalog) -> Printed:
    """The question for paper; what is mixed up is so in the same way every time."""
    if isinstance(question, ChoiceQuestion):
        return _choice(question)
    if isinstance(question, CategoriseQuestion):
        return _categorise(question)
    if isinstance(question, MatchQuestion):
        return _match(question)
    if isinstance(question, OrderQuestion):
        return _order(question)
    if isinstance(question, NumericQuestion):
        return _numeric(question)
    if isinstance(question, ShortQuestion):
        return Printed(question.stem, (_LINE,), _or(question.accepted))
    return _cloze(question) if isinstance(question, ClozeQuestion) else _hotspot(question, catalog)


def letter(at: int) -> str:
    """'A' for 0, 'Z' for 25; numbers after that."""
    return _LETTERS[at] if at < len(_LETTERS) else str(at + 1)


def _or(forms: Sequence[str]) -> str:
    return forms[0] if len(forms) == 1 else f"{forms[0]} (or {', '.join(forms[1:])})"


def _lettered(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{letter(at)}  {text}" for at, text in enumerate(texts))


def _choice(question: ChoiceQuestion) -> Printed:
    options = [question.options[at] for at in option_order(question, SEED)]
    line = line_of(question)
    right = [f"{letter(at)}, {option.text}" for at, option in enumerate(options) if option.correct]
    stem = question.stem + (f" {line}" if line else "")
    return Printed(stem, _lettered([option.text for option in options]), "; ".join(right))


def _categorise(question: CategoriseQuestion) -> Printed:
    items = shuffled(question.items, SEED, question.id)
    lines = (f"Into: {'; '.join(question.categories)}", *(f"{item.text}: {_LINE}" for item in items))
    sorted_: dict[str, list[str]] = {category: [] for category in question.categories}
    for item in items:
        sorted_.setdefault(item.category, []).append(item.text)
    more = tuple(f"{category}: {'; '.join(texts) or 'none'}" for category, texts in sorted_.items())
    return Printed(question.stem, lines, "Sorted:", more)


def _match(question: MatchQuestion) -> Printed:
    rights = shuffled(dict.fromkeys([pair.right for pair in question.pairs] + list(question.extra)), SEED, question.id)
    lefts = [f"{at}  {pair.left}: ____" for at, pair in enumerate(question.pairs, 1)]
    places = {right: letter(at) for at, right in enumerate(rights)}
    key = ", ".join(f"{at} {places[pair.right]}" for at, pair in enumerate(question.pairs, 1))
    more = tuple(f"{pair.left}: {pair.right}" for pair in question.pairs)
    return Printed(question.stem, (*lefts, *_lettered(rights)), f"Pairs: {key}", more)


def _order(question: OrderQuestion) -> Printed:
    items = shuffled(question.items, SEED, question.id)
    places = {item: letter(at) for at, item in enumerate(items)}
    key = f"Order: {', '.join(places[item] for item in question.items)}"
    return Printed(question.stem, (*_lettered(items), f"Order: {_LINE}"), key, ("; ".join(question.items),))


def _numeric(question: NumericQuestion) -> Printed:
    unit = f" {question.unit}" if question.unit else ""
    within = f", {question.tolerance:,g} more or less counts too" if question.tolerance else ""
    return Printed(question.stem, (f"{_LINE}{unit}",), f"{question.answer:,.15g}{unit}{within}")


def _cloze(question: ClozeQuestion) -> Printed:
    offered = [f"({at}) {' / '.join(_choices(gap))}" for at, gap in enumerate(question.gaps, 1) if gap.choices]
    answer = [f"({at}) {_or(gap.accepted)}" for at, gap in enumerate(question.gaps, 1)]
    return Printed(question.stem, (text_with_gaps(question), *offered), "; ".join(answer))


def text_with_gaps(question: ClozeQuestion) -> str:
    """The text with a numbered line in the place of each gap: 'The (1) __________ pours.'"""
    text = question.text
    for at, gap in enumerate(question.gaps, 1):
        text = text.replace("{" + gap.id + "}", f"({at}) {_LINE}")
    return text


def _choices(gap: Gap) -> tuple[str, ...]:
    return shuffled(gap.choices, SEED, gap.id)


def _hotspot(question: HotspotQuestion, catalog: Catalog) -> Printed:
    where = f"Mark it in: {name_of(catalog, question.scene)}"
    return Printed(question.stem, (where,), "; ".join(name_of(catalog, ref) for ref in question.targets))
