from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

import pytest

from desktop.progress.attempt import Grade
from desktop.progress.not_kept import NotKept
from desktop.progress.opening import in_memory
from desktop.progress.rebuilding import Rebuilt, Scheduling, rebuilt
from tests.progress.builders import NOON, SCHEDULING, SLOWER, answered, folded, opened, slower, wrong

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.progress.log import ProgressLog


def in_a_thread(log: ProgressLog, scheduling: Scheduling) -> Rebuilt:
    """As the window does it, with answers going on meanwhile in its own thread."""
    found: list[Rebuilt | None] = []

    def work() -> None:
        with log.reader() as reading:
            found.append(rebuilt(reading, scheduling))

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert found[0] is not None
    return found[0]


def by_hand(log: ProgressLog) -> object:
    graded = [each for each in log.attempts("tea") if each.undone is None and each.grade is not None]
    return folded(slower, graded)


def test_cards_of_another_scheduling_are_stale_until_they_are_made_anew(tmp_path: Path) -> None:
    with opened(tmp_path) as log:
        log.record(answered())
        assert not log.stale
    with opened(tmp_path, SLOWER) as log:
        assert log.stale
        log.adopt(in_a_thread(log, SLOWER))
        assert not log.stale
        assert log.cards("tea") == by_hand(log)
    with opened(tmp_path, SLOWER) as log:
        assert not log.stale


def test_what_was_answered_while_cards_were_made_is_in_them(tmp_path: Path) -> None:
    with opened(tmp_path) as log:
        for at in range(6):
            log.record(answered(f"q{at}", at))
        log.use(SLOWER)
        made = in_a_thread(log, SLOWER)
        log.record(wrong("q0", 10))
        log.record(answered("new", 11))
        log.undo(2, NOON)
        log.regrade(3, Grade.EASY)
        log.adopt(made)
        assert log.cards("tea") == by_hand(log)


def test_what_was_forgotten_meanwhile_does_not_come_back(tmp_path: Path) -> None:
    with opened(tmp_path) as log:
        log.record(answered("q0"))
        made = in_a_thread(log, SCHEDULING)
        log.reset("tea", NOON)
        log.record(answered("q1"))
        log.adopt(made)
        assert log.cards("tea").keys() == {"q1"}


def test_cards_of_settings_that_are_no_longer_in_use_are_left_alone(tmp_path: Path) -> None:
    with opened(tmp_path) as log:
        log.record(answered())
        before = log.cards("tea")
        log.adopt(in_a_thread(log, SLOWER))
        assert log.cards("tea") == before
        assert not log.stale


def test_making_cards_can_be_broken_off() -> None:
    with in_memory(SCHEDULING).log as log:
        log.record(answered())
        assert rebuilt(log, SCHEDULING, wanted=lambda: False) is None
        assert log.record(answered()).number == 2


def test_another_thread_cannot_read_what_is_in_memory_only() -> None:
    with in_memory(SCHEDULING).log as log, pytest.raises(NotKept, match="memory"):
        log.reader()
