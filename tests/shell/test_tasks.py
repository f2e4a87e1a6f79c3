"""Work in the background: what is no longer wanted is not told, and the end does not wait for what has not begun."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.shell.tasks import Tasks, _Job

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Gate:
    """Work that ends when it is let."""

    def __init__(self) -> None:
        self.begun, self.open = threading.Event(), threading.Event()

    def __call__(self) -> str:
        self.begun.set()
        assert self.open.wait(20)
        return "first"


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.wait(20)


@pytest.fixture
def gate(tasks: Tasks) -> Iterator[Gate]:
    made = Gate()
    yield made
    made.open.set()


def test_results_come_one_after_the_other(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[int] = []
    for number in range(5):
        tasks.run(partial(int, number), told.append)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert told == [0, 1, 2, 3, 4]


def test_after_stop_nothing_is_told_and_what_waited_never_runs(tasks: Tasks, gate: Gate, qtbot: QtBot) -> None:
    told: list[str] = []
    ran: list[int] = []
    tasks.run(gate, told.append)
    assert gate.begun.wait(20)
    for number in range(20):
        tasks.run(partial(ran.append, number), lambda _none: told.append("waited"))
    tasks.stop()
    assert not tasks.busy
    tasks.run(lambda: "last", told.append)
    gate.open.set()
    qtbot.waitUntil(lambda: told != [])
    assert told == ["last"]
    assert ran == []


def test_waiting_gives_up_after_its_time(tasks: Tasks, gate: Gate) -> None:
    tasks.run(gate, lambda _result: None)
    assert not tasks.wait(0.01)
    gate.open.set()
    assert tasks.wait(20)


def test_an_error_is_raised_in_the_thread_that_asked_after_it_was_told(tasks: Tasks, qtbot: QtBot) -> None:
    failed: list[threading.Thread] = []
    with qtbot.capture_exceptions() as caught:
        tasks.run(lambda: 1 / 0, lambda _result: None, lambda: failed.append(threading.current_thread()))
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert failed == [threading.current_thread()]


def test_work_that_ends_after_its_owner_is_gone_tells_nobody() -> None:
    tried: list[tuple[object, type[Exception] | None]] = []

    def tell(result: object, error: Exception | None) -> None:
        tried.append((result, type(error) if error else None))
        raise RuntimeError("Signal source has been deleted")

    _Job(lambda: "done", tell).run()
    _Job(lambda: 1 / 0, tell).run()
    assert tried == [("done", None), (None, ZeroDivisionError)]
