"""An audience is asked from within the room: what it answers is kept once, and its window goes with the room."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.progress.attempt import Mode
from desktop.progress.not_kept import FULL, NotKept
from desktop.quiz.ui.projector.console import Console
from desktop.shell.audience import AudienceWindow

if TYPE_CHECKING:
    import pytest

    from tests.quiz.driver import QuizDriver


ROOT = Path(__file__).resolve().parents[2]


def halls() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, AudienceWindow) and each.isVisible()]


def console_of(quiz: QuizDriver) -> Console:
    console = quiz.room.findChild(Console)
    assert isinstance(console, Console)
    return console


def typed(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def votes_of(quiz: QuizDriver) -> str:
    letters = console_of(quiz).votes.label.removeprefix("Votes for ").split()
    return " ".join(str(at + 1) for at in range(len(letters)))


def test_what_an_audience_answers_is_kept_and_counts_for_nothing_else(quiz: QuizDriver) -> None:
    quiz.press("Ctrl+J")
    quiz.settle()
    typed(votes_of(quiz))
    quiz.press("Return", "Return")
    assert [each.mode for each in quiz.kept] == [Mode.PROJECTOR]
    assert quiz.learner.log.count("kitchen").answers == 0


def test_votes_that_are_counted_again_take_the_place_of_the_first_count(quiz: QuizDriver) -> None:
    quiz.press("Ctrl+J")
    quiz.settle()
    first = votes_of(quiz)
    typed(first)
    quiz.press("Return", "Return", "U", "U")
    again = first[::-1]
    typed(again)
    quiz.press("Return", "Return")
    (kept,) = quiz.kept
    assert list(json.loads(kept.response)["votes"].values()) == [int(each) for each in again.split()]


def test_undo_in_the_quiz_leaves_an_audience_alone(quiz: QuizDriver) -> None:
    quiz.press("Ctrl+J")
    quiz.settle()
    typed(votes_of(quiz))
    quiz.press("Return", "Return", "Escape")
    quiz.settle()
    quiz.press("Ctrl+Z")
    assert len(quiz.kept) == 1


def test_votes_that_cannot_be_kept_are_told_to_the_presenter(quiz: QuizDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise NotKept("The answer was not saved", FULL)

    quiz.press("Ctrl+J")
    quiz.settle()
    typed(votes_of(quiz))
    with monkeypatch.context() as patch:
        patch.setattr("desktop.progress.log.ProgressLog.record", full)
        quiz.press("Return", "Return")
        assert "the disk is full" in console_of(quiz).message
    quiz.press("Escape")
    quiz.settle()
    quiz.click("Try again")
    assert [each.mode for each in quiz.kept] == [Mode.PROJECTOR]


def test_the_halls_window_closes_with_the_room(quiz: QuizDriver) -> None:
    quiz.press("Ctrl+J")
    quiz.settle()
    assert len(halls()) == 1
    quiz.room._whole.deleteLater()  # the room itself is for the fixture to close
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert halls() == []


ALONE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from desktop.shell.audience import AudienceWindow
app, presenters = QApplication([]), QWidget()
hall = AudienceWindow("hall", QWidget(), lambda key: False)
presenters.show()
hall.show()
QTimer.singleShot(0, presenters.close)
QTimer.singleShot(10_000, lambda: app.exit(3))
raise SystemExit(app.exec())
"""


def test_the_program_ends_with_the_presenters_window_whatever_the_hall_sees() -> None:
    done = subprocess.run([sys.executable, "-c", ALONE], cwd=ROOT, timeout=60, check=False)
    assert done.returncode == 0
