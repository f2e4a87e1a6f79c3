"""What a review picks from, by what the log says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from desktop.progress.attempt import Certainty, Grade, Mode
from desktop.progress.opening import in_memory
from desktop.quiz.bank import Bank
from desktop.quiz.plans import Memory, stock_of
from tests.progress.builders import NOON, SCHEDULING, answered, wrong
from tests.quiz.builders import TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.progress.log import ProgressLog

SURE: dict[str, Any] = {"pack": "kitchen", "certainty": Certainty.FAIRLY_SURE}
UNSURE: dict[str, Any] = {"pack": "kitchen", "certainty": Certainty.UNSURE}


@pytest.fixture
def log() -> Iterator[ProgressLog]:
    with in_memory(SCHEDULING).log as log:
        yield log


def errors_in(log: ProgressLog) -> frozenset[str]:
    memory = Memory(log.cards("kitchen"), log.tallies("kitchen"), log.marks("kitchen"))
    return stock_of(Bank(TOPICS), memory).confident_errors


def test_an_error_made_with_certainty_comes_first_until_it_is_put_right(log: ProgressLog) -> None:
    log.record(wrong("tea", **SURE))
    log.record(wrong("pot", **UNSURE))
    log.record(wrong("cup", **SURE | {"mode": Mode.PROJECTOR}))
    log.undo(log.record(wrong("hot", **SURE)).number, NOON)
    assert errors_in(log) == {"tea"}
    log.record(answered("tea", **UNSURE))
    assert errors_in(log) == frozenset()


def test_a_grade_set_by_hand_does_not_make_an_error_right(log: ProgressLog) -> None:
    log.regrade(log.record(wrong("tea", **SURE)).number, Grade.EASY)
    assert errors_in(log) == {"tea"}
