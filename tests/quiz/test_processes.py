"""The window under fire, in real programs: killed, in a second one beside it, and on a full disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from desktop.shell.learner import Learner

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.progress.log import ProgressLog
    from tests.quiz.conftest import OpenQuiz

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("KILLED_WINDOWS", "4"))
"""How often the window is killed; more in a long run."""


def answering(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.quiz.answering", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_LOGGING_RULES": "qt.qpa.*=false"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def marked_until_killed(folder: Path, lines: int) -> list[str]:
    """What the window showed as marked, the last of it while the kill was under way."""
    with answering(str(folder)) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "\n", "nothing is to be told at the start"
        found = [child.stdout.readline() for _ in range(lines)]
        child.kill()
        found += child.stdout.readlines()
    return [line.strip() for line in found if line.endswith("\n")]


def standing(log: ProgressLog) -> list[str]:
    return [f"{each.round} {each.question}" for each in log.attempts() if each.undone is None]


def test_a_window_that_is_killed_loses_no_answer_that_it_showed_as_marked(tmp_path: Path, qtbot: QtBot) -> None:
    random, shown = Random(7), list[str]()
    for _kill in range(KILLS):
        shown += marked_until_killed(tmp_path, random.randint(1, 15))
    learner = Learner(None, tmp_path / "data")
    assert learner.notice is None
    kept = standing(learner.log)
    assert len(shown) == len(set(shown)) >= KILLS
    assert set(shown) <= set(kept)
    assert len(kept) - len(shown) <= KILLS, "at most the one under way, each time"
    assert learner.log.check() == ""
    learner.close()


def test_beside_another_window_this_one_says_so_reads_and_keeps_the_answer_for_later(
    open_quiz: OpenQuiz, tmp_path: Path
) -> None:
    with answering(str(tmp_path)) as child:
        assert child.stdout is not None
        child.stdout.readline()
        shown = [child.stdout.readline().strip() for _ in range(3)]
        quiz = open_quiz(learner=Learner(None, tmp_path / "data"))
        assert "another window of this program keeps the log" in quiz.trouble
        assert set(shown) <= set(standing(quiz.learner.log))
        quiz.pick_right()
        picked = quiz.picked
        quiz.press("Space")
        assert quiz.trouble.startswith("The answer was not saved: another window")
        assert (quiz.said, quiz.picked) == ("", picked)
        child.kill()
    quiz.click("Try again")
    assert (quiz.trouble, quiz.said, quiz.picked) == ("", "Right", picked)
    assert len(quiz.kept) >= len(shown) + 1
    quiz.learner.close()


def test_once_the_other_window_is_closed_an_answer_is_kept_and_the_warning_goes(
    open_quiz: OpenQuiz, tmp_path: Path
) -> None:
    first = Learner(None, tmp_path / "data")
    assert first.log.writable
    quiz = open_quiz(learner=Learner(None, tmp_path / "data"))
    assert "another window" in quiz.trouble
    first.close()
    quiz.pick_right()
    quiz.press("Space")
    assert (quiz.trouble, quiz.said) == ("", "Right")
    quiz.learner.close()


def test_on_a_full_disk_the_window_says_so_and_keeps_the_answer_until_there_is_room(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="only this limits how large a file may become")
    child = answering(str(tmp_path), "400000")
    told, _error = child.communicate(timeout=120)
    assert child.returncode == 0
    said, *shown, why, vain, after, counted = told.splitlines()
    assert said == ""
    assert why.startswith("The answer was not saved: ")
    assert "the disk" in why
    assert (vain, after) == ("in vain", "kept")
    assert shown
    assert counted == f"{len(shown) + 1} sound"
