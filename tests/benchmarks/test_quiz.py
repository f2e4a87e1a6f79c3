"""The quiz over a log as it grows: what an answer and the question after it hold up the window."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import count as counting
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtWidgets import QApplication

from desktop.catalog.loader import load_pack
from desktop.catalog.revision import revision_of
from desktop.places import shipped_pack
from desktop.progress.picking import Moment
from desktop.quiz.bank import Bank
from desktop.quiz.ui.widget import QuizRoom
from desktop.shell.application import make_window
from desktop.shell.folders import Folders
from desktop.shell.settings import Settings
from desktop.shell.theme import ThemeChoice
from desktop.views import VIEWS
from tests.benchmarks.filling import fill
from tests.quiz.knowing.learner import right_response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.loader import Loaded
    from desktop.shell.window import Window

SIZES = (1_000, 10_000, 100_000, 1_000_000)
QUESTIONS = 2_000
ANSWERS = 40
BLOCKED = 0.050
NO_SLOWER = 1.5
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Taken(NamedTuple):
    """Seconds by the clock, which other work lengthens, and of the processor, which waits for no disk."""

    clock: float
    processor: float


def _taken(*works: Callable[[], object]) -> Taken:
    clock, processor = perf_counter(), process_time()
    for work in works:
        work()
    return Taken(perf_counter() - clock, process_time() - processor)


def grown(shipped: Catalog) -> Catalog:
    """The shipped pack with its written questions over and over, each time under other names."""
    written = [question for topic in shipped.topics for question in topic.questions]
    names = counting()
    wanted = -(-QUESTIONS // len(written))
    topics = tuple(
        replace(
            topic,
            templates=(),
            questions=tuple(
                replace(question, id=f"{question.id}-{next(names)}")
                for _time in range(wanted)
                for question in topic.questions
            ),
        )
        for topic in shipped.topics
    )
    return replace(shipped, topics=topics)


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path, shipped: Loaded) -> Iterator[Callable[[Catalog, int], Window]]:
    made: list[Window] = []

    def opened(catalog: Catalog, count: int) -> Window:
        """A window on this pack, with so many answers in its log."""
        assert isinstance(QApplication.instance(), QApplication)
        settings, folders = Settings(tmp_path / "settings.ini"), Folders(tmp_path / "cache", tmp_path / str(len(made)))
        window = make_window(VIEWS, settings, partial(load_pack, cache=None), (ThemeChoice.LIGHT, 1.0), folders)
        made.append(window)
        qtbot.addWidget(window)
        window.learner.now = lambda: NOW
        questions = Bank.of(catalog).questions()
        fill(
            window.learner.log, catalog.pack.id, {each.id: revision_of(each) for each, _topic in questions}, count, NOW
        )
        window.show_pack(replace(shipped, catalog=catalog), shipped_pack())
        window.resize(1280, 800)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield opened
    for window in made:
        window.close()


@pytest.mark.parametrize("grow", [False, True], ids=["shipped", "2,000 questions"])
def test_an_answer_and_the_next_question_hold_up_the_window_no_longer_in_a_large_log(
    open_window: Callable[[Catalog, int], Window], shipped_catalog: Catalog, grow: bool
) -> None:
    catalog = grown(shipped_catalog) if grow else shipped_catalog
    print()
    whole: list[float] = []
    for count in SIZES:
        window = open_window(catalog, count)
        room = window.show_view("quiz")
        assert isinstance(room, QuizRoom)
        _settle()
        gc.freeze()  # as the window does once a pack is open
        times = _measured(window, room)
        known = _taken(partial(room._sides._keeper.knowledge_of_log, window.learner.log, Moment(now=NOW, zone=UTC)))
        gc.unfreeze()
        processor = {name: median(each.processor for each in found) for name, found in times.items()}
        clock = {name: median(each.clock for each in found) for name, found in times.items()}
        most = {name: max(each.processor for each in found) for name, found in times.items()}
        whole.append(processor["check"] + processor["next"])
        told = "; ".join(
            f"{name} {1000 * clock[name]:.1f} ({1000 * processor[name]:.1f}, at most {1000 * most[name]:.1f})"
            for name in times
        )
        print(
            f"{count:9,} answers to {len(Bank.of(catalog).questions()):,} questions, ms by the clock (of the"
            f" processor): {told}; an answer in all = {whole[-1] / whole[0]:.2f} x that with {SIZES[0]:,};"
            f" what is known, in a thread, {1000 * known.processor:,.0f}"
        )
        for name, time in processor.items():
            assert time <= BLOCKED, name
    assert whole[-1] <= NO_SLOWER * whole[0]


def _measured(window: Window, room: QuizRoom) -> dict[str, list[Taken]]:
    """The check until the mark is painted, the evidence panel a frame later, and the next question until it is."""
    desk, card = room._desk, room._questions._card
    times: dict[str, list[Taken]] = {"check": [], "panel": [], "next": []}
    for _answer in range(ANSWERS):
        if desk.session.finished:
            desk.restart()
            _settle()
        asked = desk.session.current
        assert asked is not None
        desk.respond(right_response(asked.question))
        _settle()
        times["check"].append(_taken(card.primary.click, QApplication.sendPostedEvents, window.repaint))
        times["panel"].append(_taken(window.catch_up, _settle))
        times["next"].append(_taken(card.primary.click, QApplication.sendPostedEvents, window.repaint, _settle))
    return times


def _settle() -> None:
    QApplication.sendPostedEvents()
    QApplication.processEvents()
