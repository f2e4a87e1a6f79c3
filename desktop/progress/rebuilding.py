"""All cards anew from the log: one pass in any thread, on a reading of its own, while answers are recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desktop.progress.attempt import Attempt
    from desktop.progress.card import Card
    from desktop.progress.reading import Reading
    from desktop.progress.rows import Graded


class Scheduling(NamedTuple):
    """How answers move cards.

    `review` gives the card after one answer, `rebuilt` the cards by question after all of them, in their order; both
    come to the same. `key` stands for all that they depend on (version, settings): a new key, new cards.
    """

    review: Callable[[Card | None, Attempt], Card]
    rebuilt: Callable[[Iterable[Graded]], Mapping[str, Card]]
    key: str


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The cards by pack and question under the scheduling `key`, as the log had them after `changes` changes."""

    cards: Mapping[tuple[str, str], Card]
    key: str
    changes: int


def rebuilt(reading: Reading, scheduling: Scheduling, wanted: Callable[[], bool] = lambda: True) -> Rebuilt | None:
    """Work out all cards; `ProgressLog.adopt` takes them over. None where they were no longer `wanted` on the way."""
    cards: dict[tuple[str, str], Card] = {}
    with reading.held_still():
        changes = reading.changes()
        for pack in reading.packs():
            found = scheduling.rebuilt(reading.graded(pack, wanted))
            cards.update({(pack, question): card for question, card in found.items()})
    return Rebuilt(cards, scheduling.key, changes) if wanted() else None
