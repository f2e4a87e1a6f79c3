"""What was taken for right and is not: wrong options, and the misconceptions that stand behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.progress.counting import is_own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from desktop.progress.attempt import Attempt

    Chosen = Callable[[Attempt], Iterable[str]]
    _Seen = dict[tuple[str, str], tuple[int, datetime]]
    """How often and when last what was chosen, by question and what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """How often a wrong option of a question was chosen, and when last."""

    question: str
    option: str
    times: int
    last: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How often a misconception was chosen, in which questions, and when last."""

    misconception: str
    times: int
    questions: frozenset[str]
    last: datetime


def confusions_of(attempts: Iterable[Attempt], wrong_options: Chosen) -> tuple[Confusion, ...]:
    """The wrong options chosen, those chosen most often first.

    `wrong_options` reads from an answer's response which wrong options it holds; it is asked of answers that are not
    right alone.
    """
    seen: _Seen = {}
    for attempt in attempts:
        _see(seen, attempt, wrong_options)
    found = (
        Confusion(question=question, option=option, times=times, last=last)
        for (question, option), (times, last) in seen.items()
    )
    return tuple(sorted(found, key=lambda each: (-each.times, each.question, each.option)))


def misconceptions_of(attempts: Iterable[Attempt], misconceptions: Chosen) -> tuple[Held, ...]:
    """The misconceptions chosen, the newest first: 'you chose this three times'.

    `misconceptions` reads from an answer's response which misconceptions its wrong options stand for, each once.
    """
    tally = HeldTally(misconceptions)
    for attempt in attempts:
        tally.add(attempt)
    return tally.result()


class HeldTally:
    """The misconceptions chosen while answers stream by."""

    def __init__(self, misconceptions: Chosen) -> None:
        """`misconceptions` as in `misconceptions_of`."""
        self._chosen = misconceptions
        self._seen: _Seen = {}

    def add(self, attempt: Attempt) -> None:
        """Take an answer in."""
        _see(self._seen, attempt, self._chosen)

    def put(self, question: str, chosen: Iterable[str], times: int, last: datetime) -> None:
        """Take an answer in that was given so many times and holds these misconceptions."""
        for each in chosen:
            _count(self._seen, (question, each), times, last)

    def result(self) -> tuple[Held, ...]:
        """The misconceptions so far, the newest first."""
        by_name: dict[str, dict[str, tuple[int, datetime]]] = {}
        for (question, name), seen in self._seen.items():
            by_name.setdefault(name, {})[question] = seen
        found = [
            Held(
                misconception=name,
                times=sum(times for times, _last in questions.values()),
                questions=frozenset(questions),
                last=max(last for _times, last in questions.values()),
            )
            for name, questions in by_name.items()
        ]
        found.sort(key=lambda held: (-held.times, held.misconception))
        return tuple(sorted(found, key=lambda held: held.last, reverse=True))


def _see(seen: _Seen, attempt: Attempt, chosen: Chosen) -> None:
    """Count what was chosen in an answer that is not right."""
    if not attempt.right and is_own(attempt):
        for each in chosen(attempt):
            _count(seen, (attempt.question, each), 1, attempt.at)


def _count(seen: _Seen, key: tuple[str, str], times: int, last: datetime) -> None:
    before, then = seen.get(key, (0, last))
    seen[key] = (before + times, max(then, last))
