"""How well each topic or concept is known now."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.progress.attempt import Certainty
from desktop.progress.counting import is_own
from desktop.progress.days import day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from datetime import tzinfo

    from desktop.progress.attempt import Attempt
    from desktop.progress.card import Card

RECENT = 3
LEAST_DAYS = 2
MATURE = 21.0
"""Days of stability from which something counts as known for good (Anki's 'mature')."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What mastery has to know of a question: its present revision, what it belongs to, the chance to guess it.

    `labels` are ids of topics, concepts or what else is to be told apart, each once; `chance` is from 0 (typed answers)
    to below 1.
    """

    revision: str
    labels: tuple[str, ...]
    chance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mastery:
    """How well the questions of one label are known: `share` and `mastery` are from 0 to 1.

    `share` is what is known rather than guessed, by the latest answers; `mastery` is that times what memory keeps of it
    by now. Questions never answered count as not known. `mastered` says that it needs no more work.
    """

    label: str
    questions: int
    answered: int
    share: float
    mastery: float
    mastered: bool


def mastery_of(
    attempts: Iterable[Attempt],
    questions: Mapping[str, Known],
    cards: Mapping[str, Card],
    recall: Callable[[Card], float],
    zone: tzinfo,
) -> dict[str, Mastery]:
    """The mastery of each label, from the log in its order in one pass.

    The share of a question is that of its last three answers, corrected for guessing by formula scoring (Lord 1975): a
    score s with the chance c counts (s - c) / (1 - c), an answer that was told to be a guess counts nothing. `recall`
    gives the probability (FSRS) that a card is known now; a question without a card counts 0 there.
    """
    by_question, by_label = _latest_of(attempts, questions)
    shares = {name: _share(latest, questions[name].chance) for name, latest in by_question.items()}
    kept = {name: share * recall(cards[name]) for name, share in shares.items() if name in cards}
    return {
        label: Mastery(
            label=label,
            questions=len(names),
            answered=sum(name in shares for name in names),
            share=sum(shares.get(name, 0.0) for name in names) / len(names),
            mastery=sum(kept.get(name, 0.0) for name in names) / len(names),
            mastered=_is_sound(by_label.get(label, ()), zone) and all(_is_mature(cards.get(name)) for name in names),
        )
        for label, names in _members(questions).items()
    }


def _latest_of(
    attempts: Iterable[Attempt], questions: Mapping[str, Known]
) -> tuple[Mapping[str, Collection[Attempt]], Mapping[str, Collection[Attempt]]]:
    """The latest answers of each question and of each label."""
    by_question: defaultdict[str, deque[Attempt]] = defaultdict(lambda: deque(maxlen=RECENT))
    by_label: defaultdict[str, deque[Attempt]] = defaultdict(lambda: deque(maxlen=RECENT))
    for attempt in attempts:
        known = questions.get(attempt.question)
        if known is None or known.revision != attempt.revision or not is_own(attempt):
            continue
        by_question[attempt.question].append(attempt)
        for label in known.labels:
            by_label[label].append(attempt)
    return by_question, by_label


def _members(questions: Mapping[str, Known]) -> dict[str, list[str]]:
    """The questions of each label."""
    members: dict[str, list[str]] = {}
    for name, known in questions.items():
        for label in known.labels:
            members.setdefault(label, []).append(name)
    return members


def _share(latest: Collection[Attempt], chance: float) -> float:
    worth = [0.0 if _is_guess(each) else (each.score - chance) / (1 - chance) for each in latest]
    return max(0.0, sum(worth) / len(worth))


def _is_sound(latest: Collection[Attempt], zone: tzinfo) -> bool:
    """Whether the last three answers are right, none by a guess, on two days or more."""
    if len(latest) < RECENT or not all(each.right and not _is_guess(each) for each in latest):
        return False
    return len({day_of(each.at, zone) for each in latest}) >= LEAST_DAYS


def _is_guess(attempt: Attempt) -> bool:
    return attempt.certainty is Certainty.GUESS


def _is_mature(card: Card | None) -> bool:
    return card is not None and card.stability >= MATURE
