"""What decides the answer, type by type: the answers of an item as the fields of a question in a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from desktop.quiz.exchange.gaps import gapped
from desktop.quiz.exchange.item import FULL, CannotTake, Written
from desktop.quiz.exchange.plain import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.quiz.exchange.item import Answer, Item

_ANY = "*"
_NEAR = 0.02  # per cent: thirds are written with a few decimals
_PHRASE = 600


class Telling(Protocol):
    """What hears of losses and makes texts plain. `stem` is plain already."""

    item: Item
    stem: str

    def warn(self, what: str) -> None: ...
    def lines(self, written: Written | None, name: str) -> str: ...
    def line(self, written: Written | None, name: str) -> str: ...


Value = dict[str, Any]


def _choice(item: Item, telling: Telling) -> Value:
    """One right option, or several. Shares of a mark that our marking does not know are told."""
    rights = [answer for answer in item.answers if _is_right(item, answer)]
    if not rights:
        raise CannotTake("no option is right" + (": none earns the full mark" if item.kind == "single" else ""))
    kind = item.kind
    if kind == "single" and len(rights) > 1:
        kind = "multiple"
        telling.warn(f"{len(rights)} options are right: it asks for all that fit, and not for one")
    _tell_shares(item, kind, rights, telling)
    options = [_option(answer, at, _is_right(item, answer), telling) for at, answer in enumerate(item.answers, 1)]
    value: Value = {"type": kind, "options": options}
    return value | ({"shuffle": False} if item.in_order else {})


def _is_right(item: Item, answer: Answer) -> bool:
    return answer.worth > 0 if item.kind == "multiple" else _is_full(answer)


def _is_full(answer: Answer) -> bool:
    """Whether it earns the full mark."""
    return answer.worth >= FULL - _NEAR


def _tell_shares(item: Item, kind: str, rights: Sequence[Answer], telling: Telling) -> None:
    share = FULL / len(rights)
    if item.kind != "multiple":
        partly = [answer for answer in item.answers if answer.worth != 0 and not _is_right(item, answer)]
        if partly:
            telling.warn(f"an option earned part of the mark and counts as wrong here ({len(partly)} of them)")
        return
    if any(abs(answer.worth - share) > _NEAR for answer in rights):
        telling.warn("right options earned unequal shares of the mark; here each earns the same")
    wrong = {answer.worth for answer in item.answers if not _is_right(item, answer)}
    if any(abs(worth + share) > _NEAR for worth in wrong) and kind == "multiple":
        costs = ", ".join(f"{abs(worth):g}%" for worth in sorted(wrong))
        telling.warn(f"a wrong tick cost {costs} of the mark; here it costs {share:.3g}%")


def _option(answer: Answer, at: int, right: bool, telling: Telling) -> Value:
    option: Value = {"text": telling.line(answer.text, f"option {at}")}
    if right:
        option["correct"] = True
    feedback = _feedback(answer, f"the feedback of option {at}", telling)
    return option | ({"feedback": feedback} if feedback else {})


def _feedback(answer: Answer, name: str, telling: Telling) -> str:
    text = telling.line(answer.feedback, name)
    if len(text) > _PHRASE:
        telling.warn(f"{name} is longer than {_PHRASE} characters and is cut")
        text = text[: _PHRASE - 3] + "..."
    return text


def _short(item: Item, telling: Telling) -> Value:
    """Forms that earn the full mark are accepted; those that earn less are wrong ones with a word of their own."""
    accepted: list[str] = []
    wrong: list[Value] = []
    for at, answer in enumerate(item.answers, 1):
        text = telling.line(answer.text, f"answer {at}")
        feedback = _feedback(answer, f"the feedback of answer {at}", telling)
        if text == _ANY:
            telling.warn("what is said to every other answer is not kept")
        elif _is_full(answer):
            accepted.append(text)
            if feedback:
                telling.warn(f"the feedback of the accepted form '{text[:40]}' is not kept")
        elif feedback:
            wrong.append({"text": text, "feedback": feedback})
            if answer.worth:
                telling.warn(f"'{text[:40]}' earned {answer.worth:g}% of the mark and counts as wrong here")
        else:
            telling.warn(f"'{text[:40]}' earned {answer.worth:g}% of the mark; it is left out and counts as wrong here")
        if _ANY in text.strip(_ANY):
            telling.warn(f"the '*' in '{text[:40]}' stood for any words; here it is a sign like others")
    if not accepted:
        raise CannotTake("no answer earns the full mark")
    return {"type": "short", "accepted": accepted, **({"wrong": wrong} if wrong else {})}


def _numeric(item: Item, telling: Telling) -> Value:
    rights = [answer for answer in item.answers if _is_full(answer)]
    if not rights or rights[0].number is None:
        raise CannotTake("no number earns the full mark")
    numbers = {answer.number for answer in rights}
    if len(numbers) > 1:
        raise CannotTake(f"{len(numbers)} numbers are right, and ours has one with a tolerance")
    others = len(item.answers) - len(rights)
    if others:
        telling.warn(f"answers with part of the mark or a word of their own are not kept ({others} of them)")
    if any(answer.feedback for answer in rights):
        telling.warn("the feedback of the right answer is not kept")
    number = rights[0].number
    value: Value = {"type": "numeric", "answer": number.value, "unit": telling.line(Written(item.unit), "the unit")}
    return value | {"tolerance": number.tolerance}


def _sides(item: Item, telling: Telling) -> list[tuple[str, str]]:
    """The pairs as texts; the left one is empty where a right side fits nothing."""
    found = []
    for at, answer in enumerate(item.answers, 1):
        right = telling.line(answer.partner, f"the right side of pair {at}")
        found.append((telling.line(answer.text, f"the left side of pair {at}"), right))
    return found


def _match(item: Item, telling: Telling) -> Value:
    sides = _sides(item, telling)
    pairs = [{"left": left, "right": right} for left, right in sides if left]
    return {"type": "match", "pairs": pairs, "extra": [right for left, right in sides if not left and right]}


def _categorise(item: Item, telling: Telling) -> Value:
    """Categories in the order in which pairs name them."""
    sides = _sides(item, telling)
    categories = dict.fromkeys(right for _left, right in sides if right)
    items = [{"text": left, "category": right} for left, right in sides if left]
    return {"type": "categorise", "categories": list(categories), "items": items}


def _order(item: Item, telling: Telling) -> Value:
    """Items in their order; where they were written as pairs, the right side is the place."""
    if item.kind == "order":
        return {"type": "order", "items": [telling.line(each.text, "an item") for each in item.answers]}
    sides = _sides(item, telling)
    if not all(right.isdecimal() and len(right) < 6 for _left, right in sides):
        raise CannotTake("its pairs do not number the items")
    return {"type": "order", "items": [left for left, _right in sorted(sides, key=lambda each: int(each[1]))]}


def _cloze(item: Item, telling: Telling) -> Value:
    text, gaps = gapped(telling.stem, telling.warn)
    stem, _gap, rest = text.partition("\n\n")
    if rest and not any("{" + gap["id"] + "}" in stem for gap in gaps):
        return {"type": "cloze", "stem": stem, "text": rest, "gaps": gaps}
    return {"type": "cloze", "stem": shown(item.title) or "Fill the gaps.", "text": text, "gaps": gaps}


FIELDS: dict[str, Callable[[Item, Telling], Value]] = {
    "single": _choice,
    "multiple": _choice,
    "truefalse": _choice,
    "short": _short,
    "numeric": _numeric,
    "match": _match,
    "categorise": _categorise,
    "order": _order,
    "cloze": _cloze,
}
