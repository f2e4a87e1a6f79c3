"""The learner's log in the window: opened when needed, backed up, brought back, forgotten, taken away."""

from __future__ import annotations

import json
import time
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QListWidget

from desktop.places import shipped_pack
from desktop.progress.attempt import Answered, Certainty, Grade, Mode
from desktop.progress.days import day_of
from desktop.progress.not_kept import NotKept
from desktop.shell.answers import Answers
from desktop.shell.application import make_window
from desktop.shell.folders import Folders
from desktop.shell.learner import Learner
from desktop.shell.learning import Preferences
from desktop.shell.settings import Settings
from desktop.shell.theme import ThemeChoice
from desktop.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.catalog.loader import Loaded
    from desktop.progress.rebuilding import Scheduling
    from desktop.shell.window import Window

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
PACK = "genai-vs-llm"


def answered(question: str = "q", at: datetime = NOON, grade: Grade = Grade.GOOD) -> Answered:
    return Answered(
        pack=PACK,
        question=question,
        revision="r",
        at=at,
        mode=Mode.PRACTICE,
        round="one",
        response="{}",
        score=1.0,
        right=True,
        certainty=Certainty.CERTAIN,
        probability=0.95,
        took=1000,
        grade=grade,
    )


@pytest.fixture
def learner_of(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[..., Learner]]:
    made: list[Learner] = []

    def opened(folder: Path | None = tmp_path / "data", at: datetime = NOON) -> Learner:
        learner = Learner(Settings(tmp_path / "settings.ini"), folder, lambda: at)
        made.append(learner)
        return learner

    yield opened
    for learner in made:
        learner.close()


@pytest.fixture
def zone_of(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system does not let a program choose its time zone")

    def choose(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield choose
    monkeypatch.undo()
    time.tzset()


def settled(learner: Learner, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not learner._tasks.busy)


def test_answers_are_there_after_the_program_was_closed(learner_of: Callable[..., Learner], qtbot: QtBot) -> None:
    first = learner_of()
    first.log.record(answered())
    settled(first, qtbot)
    first.close()
    second = learner_of()
    assert [each.question for each in second.log.attempts(PACK)] == ["q"]
    assert second.notice is None


def test_closing_makes_a_backup_once_where_something_changed(learner_of: Callable[..., Learner], qtbot: QtBot) -> None:
    first = learner_of()
    first.log.record(answered())
    settled(first, qtbot)
    first.close()
    second = learner_of(at=NOON + timedelta(days=1))
    backups = second.log.backups
    assert backups is not None
    assert len(backups.all()) == 1
    settled(second, qtbot)
    second.close()
    assert len(backups.all()) == 1


def test_while_it_is_used_a_backup_is_made_every_half_hour(
    learner_of: Callable[..., Learner], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = learner_of()
    backups = learner.log.backups
    assert backups is not None
    assert learner._backups_due.isActive()
    assert learner._backups_due.interval() <= 10 * 60 * 1000
    for minutes, made in ((1, 1), (20, 1), (32, 2), (70, 3)):
        now = NOON + timedelta(minutes=minutes)
        monkeypatch.setattr(learner, "now", partial(NOON.__add__, timedelta(minutes=minutes)))
        learner.log.record(answered(at=now))
        learner._backups_due.timeout.emit()
        settled(learner, qtbot)
        assert len(backups.all()) == made


def test_nothing_is_opened_before_it_is_asked_for(learner_of: Callable[..., Learner], tmp_path: Path) -> None:
    learner = learner_of()
    learner.close()
    assert not (tmp_path / "data").exists()


def test_a_second_window_is_told_and_sees_what_the_first_one_keeps(learner_of: Callable[..., Learner]) -> None:
    first = learner_of()
    first.log.record(answered())
    second = learner_of()
    assert second.notice is not None
    assert "another window of this program keeps the log" in second.notice.words
    assert second.log.count(PACK).answers == 1


def test_once_the_first_window_is_closed_the_second_can_look_again(
    learner_of: Callable[..., Learner], qtbot: QtBot
) -> None:
    first = learner_of()
    first.log.record(answered())
    second = learner_of()
    assert second.notice is not None
    settled(first, qtbot)
    first.close()
    with qtbot.waitSignal(second.changed):
        second.look_again()
    assert second.notice is None
    second.log.record(answered("r"))


def test_once_the_second_window_can_keep_answers_it_no_longer_says_that_it_cannot(
    learner_of: Callable[..., Learner], qtbot: QtBot
) -> None:
    first, second = learner_of(), learner_of()
    assert first.log.writable
    assert second.notice is not None
    settled(first, qtbot)
    first.close()
    second.log.record(answered())
    assert second.notice is None


def test_what_was_kept_in_memory_goes_into_the_file_once_there_can_be_one(
    learner_of: Callable[..., Learner], tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "data").write_text("in the way")
    learner = learner_of()
    assert learner.notice is not None
    assert "in memory only" in learner.notice.words
    taken_back, flagged = learner.log.record(answered("p")), learner.log.record(answered("q"))
    learner.log.undo(taken_back.number, NOON)
    learner.log.set_marks(PACK, flagged.question, flagged=True)
    learner.look_again()
    assert [each.question for each in learner.log.attempts() if each.undone is None] == ["q"]
    (tmp_path / "data").unlink()
    learner.look_again()
    assert learner.notice is None
    settled(learner, qtbot)
    learner.close()
    again = learner_of()
    assert [each.question for each in again.log.attempts() if each.undone is None] == ["q"]
    assert again.log.marks(PACK)["q"].flagged


def test_work_on_a_long_log_ends_when_the_window_closes(
    learner_of: Callable[..., Learner], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Working out a million cards takes a while; the program must not stay for it."""
    asked: list[bool] = []

    def endless(reading: object, scheduling: object, wanted: Callable[[], bool]) -> None:
        while wanted():
            asked.append(True)

    learner = learner_of()
    assert not learner.log.stale
    settled(learner, qtbot)
    monkeypatch.setattr("desktop.progress.rebuilding.rebuilt", endless)
    learner.set_preferences(Preferences(retention=0.95, exam="", new_per_day=5, asks_certainty=True))
    qtbot.waitUntil(lambda: bool(asked))
    learner.close()
    assert learner._tasks.wait(5)


def test_another_choice_ends_the_work_on_the_one_before(
    learner_of: Callable[..., Learner], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    ended: list[str] = []

    def endless(reading: object, scheduling: Scheduling, wanted: Callable[[], bool]) -> None:
        while len(ended) < 1 and wanted():
            pass
        ended.append(scheduling.key)

    learner = learner_of()
    assert not learner.log.stale
    settled(learner, qtbot)
    monkeypatch.setattr("desktop.progress.rebuilding.rebuilt", endless)
    for retention in (0.95, 0.85):
        learner.set_preferences(Preferences(retention=retention, exam="", new_per_day=5, asks_certainty=True))
    qtbot.waitUntil(lambda: len(ended) == 2)


def test_a_day_is_that_of_the_clock_on_the_wall_in_summer_and_in_winter(
    learner_of: Callable[..., Learner], zone_of: Callable[[str], None]
) -> None:
    """In Berlin half past four in the morning is a new day, whichever the season it is looked at from."""
    zone_of("Europe/Berlin")
    zone = learner_of().here
    assert day_of(datetime(2026, 7, 1, 2, 30, tzinfo=UTC), zone) == date(2026, 7, 1)
    assert day_of(datetime(2026, 7, 1, 1, 30, tzinfo=UTC), zone) == date(2026, 6, 30)
    assert day_of(datetime(2026, 12, 1, 3, 30, tzinfo=UTC), zone) == date(2026, 12, 1)
    assert day_of(datetime(2026, 12, 1, 2, 30, tzinfo=UTC), zone) == date(2026, 11, 30)


def test_an_exam_begins_at_nine_where_the_learner_is_now(
    learner_of: Callable[..., Learner], zone_of: Callable[[str], None]
) -> None:
    learner = learner_of()
    learner.set_preferences(Preferences(retention=0.9, exam="2027-07-01", new_per_day=5, asks_certainty=True))
    keys = set[str]()
    for place, hour in (("Europe/Berlin", 7), ("America/New_York", 13)):
        zone_of(place)
        assert learner.learning.schedule.exam == datetime(2027, 7, 1, hour, tzinfo=UTC)
        keys.add(learner.learning.key)
    assert len(keys) == 2, "what is planned follows the journey"


def test_a_damaged_file_is_set_aside_and_the_backup_is_offered_and_taken(
    learner_of: Callable[..., Learner], tmp_path: Path, qtbot: QtBot
) -> None:
    first = learner_of()
    first.log.record(answered())
    settled(first, qtbot)
    first.close()
    (tmp_path / "data" / "progress.db").write_bytes(b"not a database at all" * 500)
    second = learner_of()
    notice = second.notice
    assert notice is not None
    assert notice.backup is not None
    assert second.log.count(PACK).answers == 0
    said: list[str] = []
    second.told.connect(said.append)
    second.restore(notice.backup.path)
    assert second.log.count(PACK).answers == 1
    assert len(said) == 1
    assert list((tmp_path / "data").glob("progress-damaged-*"))


def test_another_retention_plans_anew_what_was_planned(learner_of: Callable[..., Learner], qtbot: QtBot) -> None:
    learner = learner_of()
    for day in (0, 3, 12):
        learner.log.record(answered(at=NOON + timedelta(days=day)))
    settled(learner, qtbot)
    before = learner.log.cards(PACK)["q"].due
    with qtbot.waitSignals([learner.changed, learner.changed]):
        learner.set_preferences(Preferences(retention=0.95, exam="", new_per_day=5, asks_certainty=False))
    assert learner.log.cards(PACK)["q"].due < before
    assert (learner.learning.new_per_day, learner.learning.asks_certainty) == (5, False)


@pytest.mark.parametrize("text", ["high", "7", "-1", "nan", ""])
def test_spoilt_settings_count_as_none(text: str, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    for key in ("retention", "exam", "new-per-day"):
        settings.set_value(f"learning/{key}", text)
    learner = Learner(settings)
    assert 0.80 <= learner.learning.retention <= 0.95
    assert 0.80 <= learner.learning.schedule.retention <= 0.95
    assert learner.learning.schedule.exam is None
    assert 0 <= learner.learning.new_per_day <= 9_999


# In the window


@pytest.fixture
def kept_window(qtbot: QtBot, tmp_path: Path, shipped: Loaded) -> Iterator[Window]:
    settings = Settings(tmp_path / "settings.ini")
    folders = Folders(data=tmp_path / "data")
    window = make_window(VIEWS, settings, lambda _path: shipped, (ThemeChoice.LIGHT, 1.0), folders)
    qtbot.addWidget(window)
    window.show_pack(shipped, shipped_pack())
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()


def in_dialog(qtbot: QtBot, act: Callable[[QDialog], None]) -> None:
    """Do something in the dialog that the next step opens."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        act(dialog)

    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, look)


def press(dialog: QDialog, words: str) -> None:
    from PySide6.QtWidgets import QPushButton

    next(each for each in dialog.findChildren(QPushButton) if each.accessibleName() == words).click()


def test_answers_are_taken_away_as_files(kept_window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_window.learner.log.record(answered("=q"))
    for name, does in (("a.csv", kept_window.answers.export_csv), ("b.jsonl", kept_window.answers.export_json)):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / name), ""))
        does()
    assert "'=q" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert json.loads((tmp_path / "b.jsonl").read_text())["question"] == "=q"


def test_a_window_that_is_closed_leaves_a_backup_of_what_was_answered(kept_window: Window, tmp_path: Path) -> None:
    kept_window.learner.log.record(answered())
    kept_window.close()
    assert len(list((tmp_path / "data" / "backups").glob("*.db"))) == 1


def test_starting_over_asks_first_and_can_be_brought_back(kept_window: Window, qtbot: QtBot) -> None:
    log = kept_window.learner.log
    log.record(answered())
    in_dialog(qtbot, lambda dialog: press(dialog, "Cancel"))
    kept_window.answers.start_over()
    assert log.count(PACK).answers == 1
    in_dialog(qtbot, lambda dialog: press(dialog, "Forget them"))
    kept_window.answers.start_over()
    assert log.count(PACK).answers == 0

    def restore(dialog: QDialog) -> None:
        found = dialog.findChild(QListWidget)
        assert isinstance(found, QListWidget)
        assert found.count() == 1
        press(dialog, "Restore")

    in_dialog(qtbot, restore)
    kept_window.answers.restore()
    assert kept_window.learner.log.count(PACK).answers == 1


def test_answers_that_cannot_be_read_are_told_and_no_file_is_written(
    kept_window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_arguments: object) -> None:
        raise NotKept("The answers cannot be read", "the file is damaged.")

    heard: list[str] = []
    monkeypatch.setattr(kept_window.answers, "_say", heard.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.csv"), ""))
    monkeypatch.setattr("desktop.progress.reading.Reading._asked", unreadable)
    kept_window.answers.export_csv()
    kept_window.answers.start_over()
    assert heard == ["The answers cannot be read: the file is damaged."] * 2
    assert not (tmp_path / "a.csv").exists()


def test_from_a_second_window_nothing_is_restored_and_it_says_why(kept_window: Window, tmp_path: Path) -> None:
    first = Learner(None, tmp_path / "elsewhere")
    assert first.log.writable
    assert first.log.backups is not None
    first.log.backups.make(NOON)
    second = Learner(None, tmp_path / "elsewhere")
    heard: list[str] = []
    Answers(kept_window, second, heard.append).restore()
    assert heard == ["Nothing can be restored from this window: it does not keep the file of your answers."]
    for learner in (second, first):
        learner.close()


def test_a_day_that_is_none_is_told_and_nothing_is_lost(kept_window: Window, qtbot: QtBot) -> None:
    seen: list[str] = []

    def choose(dialog: QDialog) -> None:
        exam = dialog.findChild(QLineEdit, "exam")
        assert isinstance(exam, QLineEdit)
        exam.setText("soon")
        press(dialog, "Save")
        from PySide6.QtWidgets import QLabel

        seen.extend(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
        assert dialog.isVisible()
        exam.setText("2027-01-29")
        press(dialog, "Save")

    in_dialog(qtbot, choose)
    kept_window.answers.choose_preferences()
    assert "'soon' is no day. Write it as 2027-01-29, or leave it empty." in seen
    assert kept_window.learner.learning.exam == "2027-01-29"
