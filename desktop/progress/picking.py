"""Which questions to ask now: what is due, in the order that helps most, and a few new ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.progress.card import Phase
from desktop.progress.days import on_day_of
from desktop.progress.schedule import stale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime, tzinfo

    from desktop.progress.card import Card

NEW_PER_DAY = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """All there is to pick from.

    `revisions` has the revision of every question that can be asked, in the order in which new ones come. `facts` names
    the fact a question rests on (its first evidence as text; questions without evidence are left out): two that rest
    on one fact are siblings. `cards` are by question; those of questions that are gone are not looked at.
    """

    revisions: Mapping[str, str]
    cards: Mapping[str, Card]
    facts: Mapping[str, str] = field(default_factory=dict)
    suspended: frozenset[str] = frozenset()
    confident_errors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When it is asked: now (with its time zone), the learner's zone, and how many new questions may still come today.

    `zone` may be `timezone(offset)`.
    """

    now: datetime
    zone: tzinfo
    new: int = NEW_PER_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCounts:
    """How many questions are to be asked now, by what they are, and how many are due but wait.

    `put_off` waits for another day because a sibling comes or came today; `suspended` until it is let in again.
    """

    learning: int
    review: int
    new: int
    put_off: int
    suspended: int

    @property
    def total(self) -> int:
        """All that are to be asked now."""
        return self.learning + self.review + self.new


@dataclass(frozen=True, slots=True)
class Picked:
    """The questions to ask now in their order: `due`, then `new`; and those that wait."""

    due: tuple[Card, ...]
    new: tuple[str, ...]
    put_off: tuple[str, ...]
    suspended: tuple[str, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of all to ask now, in order."""
        return (*(card.question for card in self.due), *self.new)


def picked(stock: Stock, moment: Moment, recall: Callable[[Card], float]) -> Picked:
    """What to ask now.

    First what was answered wrongly and yet with certainty (such errors are corrected best, Fazio and Marsh 2009), then
    what is least likely to be known still, then new ones. `recall` gives the probability that a card is known now.
    """
    cards = [stale(stock.cards[name], stock.revisions[name]) for name in stock.revisions if name in stock.cards]
    due = [card for card in cards if card.due <= moment.now]
    suspended = tuple(card.question for card in due if card.question in stock.suspended)
    due = [card for card in due if card.question not in stock.suspended]
    due.sort(key=lambda card: (card.question not in stock.confident_errors, recall(card), card.question))
    siblings = _Siblings(stock, moment, cards)
    chosen = tuple(card for card in due if siblings.lets_in(card.question))
    put_off = tuple(card.question for card in due if siblings.shuts_out(card.question))
    return Picked(chosen, tuple(_new(stock, moment.new, siblings)), put_off, suspended)


def due_counts(stock: Stock, moment: Moment) -> DueCounts:
    """How many there are of each, as `picked` would pick them."""
    found = picked(stock, moment, lambda _card: 0.0)
    review = sum(card.phase is Phase.REVIEW for card in found.due)
    return DueCounts(
        learning=len(found.due) - review,
        review=review,
        new=len(found.new),
        put_off=len(found.put_off),
        suspended=len(found.suspended),
    )


class _Siblings:
    """Which question each fact is asked through today. One that was itself asked today may come again."""

    def __init__(self, stock: Stock, moment: Moment, cards: Iterable[Card]) -> None:
        self._facts = stock.facts
        is_today = on_day_of(moment.now, moment.zone)
        self._today = {card.question for card in cards if is_today(card.reviewed)}
        self._asked = {stock.facts[name]: name for name in self._today if name in stock.facts}

    def lets_in(self, question: str) -> bool:
        """Whether the question may come today; if so, its fact is taken for today."""
        fact = self._facts.get(question)
        if fact is None or question in self._today:
            return True
        return self._asked.setdefault(fact, question) == question

    def shuts_out(self, question: str) -> bool:
        """Whether a sibling has its fact today."""
        return not self.lets_in(question)


def _new(stock: Stock, most: int, siblings: _Siblings) -> Iterable[str]:
    left = most
    for question in stock.revisions:
        if left <= 0:
            return
        if question not in stock.cards and question not in stock.suspended and siblings.lets_in(question):
            left -= 1
            yield question
