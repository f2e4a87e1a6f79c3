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
    seen = _seen(attempts, wrong_options)
    found = (
        Confusion(question=question, option=option, times=times, last=last)
        for (question, option), (times, last) in seen.items()
    )
    return tuple(sorted(found, key=lambda each: (-each.times, each.question, each.option)))


def misconceptions_of(attempts: Iterable[Attempt], misconceptions: Chosen) -> tuple[Held, ...]:
    """The misconceptions chosen, the newest first: 'you chose this three times'.

    `misconceptions` reads from an answer's response which misconceptions its wrong options stand for, each once.
    """
    by_name: dict[str, dict[str, tuple[int, datetime]]] = {}
    for (question, name), seen in _seen(attempts, misconceptions).items():
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


def _seen(attempts: Iterable[Attempt], chosen: Chosen) -> dict[tuple[str, str], tuple[int, datetime]]:
    """How often and when last what was chosen, by question and what."""
    seen: dict[tuple[str, str], tuple[int, datetime]] = {}
    for attempt in attempts:
        if not attempt.right and is_own(attempt):
            for each in chosen(attempt):
                times, last = seen.get((attempt.question, each), (0, attempt.at))
                seen[attempt.question, each] = (times + 1, max(last, attempt.at))
    return seen
