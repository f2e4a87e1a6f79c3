"""What a reader does to an answer: pick an option, put an element somewhere, move an item."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.quiz.responses import Gaps, Matched, Ordered, Picked, Sorted

if TYPE_CHECKING:
    from desktop.catalog.entities.questions import ChoiceQuestion


def picked(question: ChoiceQuestion, response: Picked, option: int) -> Picked:
    """With this option picked: alone, or on and off where several may fit."""
    several = question.type == "multiple"
    return Picked(response.options ^ {option} if several else frozenset({option}))


def sorted_into(response: Sorted, item: int, category: int | None) -> Sorted:
    """With an item in a category, or in none."""
    return Sorted(_with(response.categories, item, category))


def matched_with(response: Matched, left: int, right: int | None) -> Matched:
    """With a right side chosen for a left side, or none."""
    return Matched(_with(response.rights, left, right))


def filled(response: Gaps, gap: int, text: str) -> Gaps:
    """With a text in a gap."""
    return replace(response, texts=(*response.texts[:gap], text, *response.texts[gap + 1 :]))


def moved(response: Ordered, item: int, place: int) -> Ordered:
    """With an item at a place (from 0); those between make room. Places beyond the ends are the ends."""
    rest = [each for each in response.order if each != item]
    place = min(max(place, 0), len(rest))
    return Ordered((*rest[:place], item, *rest[place:]))


def _with(places: tuple[int | None, ...], at: int, value: int | None) -> tuple[int | None, ...]:
    return (*places[:at], value, *places[at + 1 :])
