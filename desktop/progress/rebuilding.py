"""All cards anew from the log: one pass in any thread, on a reading of its own, while answers are recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desktop.progress.attempt import Attempt
    from desktop.progress.card import Card
    from desktop.progress.reading import Reading

_LOOKS = 1_000


class Scheduling(NamedTuple):
    """How an answer moves a card, and a key over all that this depends on (version, settings): a new key, new cards."""

    review: Callable[[Card | None, Attempt], Card]
    key: str


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The cards by pack and question under the scheduling `key`, as the log had them after `changes` changes."""

    cards: Mapping[tuple[str, str], Card]
    key: str
    changes: int


def folded(review: Callable[[Card | None, Attempt], Card], attempts: Iterable[Attempt]) -> Card | None:
    """The card of one question after its graded answers, None without any."""
    card = None
    for attempt in attempts:
        card = review(card, attempt)
    return card


def rebuilt(reading: Reading, scheduling: Scheduling, wanted: Callable[[], bool] = lambda: True) -> Rebuilt | None:
    """Work out all cards; `ProgressLog.adopt` takes them over. None where they were no longer `wanted` on the way."""
    review, key = scheduling
    cards: dict[tuple[str, str], Card] = {}
    with reading.held_still():
        changes = reading.changes()
        for at, attempt in enumerate(reading.graded()):
            if at % _LOOKS == 0 and not wanted():
                return None
            question = (attempt.pack, attempt.question)
            cards[question] = review(cards.get(question), attempt)
    return Rebuilt(cards, key, changes)
