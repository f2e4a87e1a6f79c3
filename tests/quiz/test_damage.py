"""A log that is damaged inside is met when it is read, not at its opening: the quiz comes up and offers the backup."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from desktop.progress.not_kept import NotKept
from desktop.shell.learner import Learner
from tests.progress.builders import answered

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.quiz.conftest import OpenQuiz

PAGE = 4_096
ANSWERS = 400


@pytest.fixture
def folder(tmp_path: Path, qtbot: QtBot) -> Path:
    """With a closed log of many questions, and a backup of it."""
    learner = Learner(None, tmp_path / "data")
    for at in range(ANSWERS):
        learner.log.record(answered(f"a-question-with-a-name-{at}", at, pack="kitchen"))
    learner.close()
    return tmp_path / "data"


def damage_what_is_read_first(file: Path) -> None:
    """Spoil the last page whose loss opening passes over and reading does not."""
    data = file.read_bytes()
    for at in range(len(data) - PAGE, 0, -PAGE):
        file.write_bytes(data[:at] + os.urandom(PAGE) + data[at + PAGE :])
        learner = Learner(None, file.parent)
        log = learner.log
        try:
            if learner.notice is None:
                log.cards("kitchen"), log.tallies("kitchen")
        except NotKept:
            return
        finally:
            log.close()  # without another backup
            learner._opening = None
            for aside in file.parent.glob("progress-damaged*"):
                aside.unlink()
    pytest.fail("no such page")


def test_the_quiz_comes_up_sets_the_file_aside_and_brings_the_backup_back(
    open_quiz: OpenQuiz, folder: Path, qtbot: QtBot
) -> None:
    damage_what_is_read_first(folder / "progress.db")
    quiz = open_quiz(learner=Learner(None, folder))
    qtbot.waitUntil(lambda: "was set aside" in quiz.trouble)
    assert list(folder.glob("progress-damaged*"))
    (restore,) = (words for words in quiz.buttons if words.startswith("Restore the backup of "))
    quiz.click(restore)
    assert len(quiz.kept) == ANSWERS
    quiz.pick_right()
    quiz.press("Space")
    assert quiz.said == "Right"
    quiz.learner.close()


def test_answers_that_cannot_be_read_are_told_over_the_question(
    open_quiz: OpenQuiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_arguments: object) -> None:
        raise NotKept("The answers cannot be read", "the disk reports an error.")

    learner = Learner()
    assert learner.log.writable
    monkeypatch.setattr("desktop.progress.reading.Reading._asked", unreadable)
    quiz = open_quiz(learner=learner)
    assert quiz.trouble == "The answers cannot be read: the disk reports an error."
    assert quiz.options
