"""Whatever lies in the place of the log: it is left whole, and the learner is told."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.progress import schema
from desktop.progress.not_kept import NotKept
from desktop.progress.opening import open_progress
from tests.progress.builders import NOON, SCHEDULING, answered, opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.progress.opening import Opening

LATER = NOON + timedelta(hours=1)


def filled(folder: Path, count: int = 30) -> bytes:
    """A closed log with a backup of it, and the bytes of its file."""
    with opened(folder) as log:
        for at in range(count):
            log.record(answered(f"q{at}", at))
        assert log.backups is not None
        log.backups.make(NOON)
    return (folder / "progress.db").read_bytes()


def opening_of(folder: Path) -> Opening:
    return open_progress(folder, SCHEDULING, LATER)


def scribble(file: Path) -> None:
    file.write_bytes(os.urandom(8_192))


def truncate(file: Path) -> None:
    file.write_bytes(b"")


def break_the_tables(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[100:4_096] = os.urandom(3_996)
    file.write_bytes(data)


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:50])


def put_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()
    (file / "inside").write_text("mine")


def put_a_foreign_database(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE attempt (number)")


def put_a_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def take_the_tables_away(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE attempt")


@pytest.mark.parametrize(
    "spoil",
    [
        scribble,
        truncate,
        break_the_tables,
        cut_short,
        put_a_folder,
        put_a_foreign_database,
        put_a_pipe,
        take_the_tables_away,
    ],
)
def test_what_cannot_be_the_log_is_set_aside_whole_and_the_backup_offered(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    filled(tmp_path)
    file = tmp_path / "progress.db"
    spoil(file)
    kind, data = file.lstat().st_mode, file.read_bytes() if file.is_file() else None
    opening = opening_of(tmp_path)
    with opening.log as log:
        assert opening.set_aside is not None
        assert "damaged-20261121T13" in opening.set_aside.name
        assert opening.set_aside.lstat().st_mode == kind
        assert data is None or opening.set_aside.read_bytes() == data
        told = " ".join(opening.said)
        assert str(opening.set_aside) in told
        assert "2026-11-21 12:00 UTC" in told
        assert log.record(answered()).number == 1
    assert opening.backup is not None
    restored = open_progress(tmp_path, SCHEDULING, LATER, restore=opening.backup.path)
    with restored.log as log:
        assert log.count("tea").answers == 30
        assert restored.set_aside is not None
        assert log.record(answered()).number == 31
    assert opening.set_aside.exists()


def test_without_a_backup_an_empty_start_is_told(tmp_path: Path) -> None:
    truncate(tmp_path / "progress.db")
    opening = opening_of(tmp_path)
    opening.log.close()
    assert "There is no backup" in opening.said[-1]


def test_damage_further_inside_is_found_by_the_check_and_set_aside_then(tmp_path: Path) -> None:
    data = bytearray(filled(tmp_path, 200))
    data[-4_096:] = os.urandom(4_096)
    (tmp_path / "progress.db").write_bytes(data)
    opening = opening_of(tmp_path)
    with opening.log as log, log.reader() as reading:
        damage = reading.check()
        assert damage
        assert log.backups is not None
        with pytest.raises(NotKept, match="No backup was made"):
            log.backups.make(LATER)
        assert len(log.backups.all()) == 1
    again = open_progress(tmp_path, SCHEDULING, LATER, damage=damage)
    with again.log as log:
        assert again.backup is not None
        assert again.set_aside is not None
        assert again.set_aside.read_bytes() == data
        assert log.check() == ""


def test_a_sound_file_passes_the_check(tmp_path: Path) -> None:
    filled(tmp_path)
    with opened(tmp_path) as log:
        assert log.check() == ""


def test_a_backup_that_is_damaged_itself_is_passed_over(tmp_path: Path) -> None:
    filled(tmp_path)
    with opened(tmp_path) as log:
        assert log.backups is not None
        scribble(log.backups.make(LATER).path)
    truncate(tmp_path / "progress.db")
    opening = opening_of(tmp_path)
    opening.log.close()
    assert opening.backup is not None
    assert opening.backup.at == NOON


def test_a_damaged_backup_is_not_taken_in_place_of_the_log(tmp_path: Path) -> None:
    filled(tmp_path)
    scribble(tmp_path / "bad.db")
    opening = open_progress(tmp_path, SCHEDULING, LATER, restore=tmp_path / "bad.db")
    with opening.log as log:
        assert "Nothing was changed" in opening.said[0]
        assert log.count("tea").answers == 30


def test_a_backup_that_cannot_be_copied_leaves_the_log_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path)

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        backup = next((tmp_path / "backups").iterdir())
        opening = open_progress(tmp_path, SCHEDULING, LATER, restore=backup)
    with opening.log as log:
        assert "was not restored: the disk is full" in opening.said[0]
        assert opening.set_aside is None
        assert log.record(answered()).number == 31


def test_a_lost_file_is_told_and_what_lay_beside_it_does_not_slip_into_the_new_one(tmp_path: Path) -> None:
    with opened(tmp_path) as log:
        log.record(answered())
        left = (tmp_path / "progress.db-wal").read_bytes()
    (tmp_path / "progress.db").unlink()
    (tmp_path / "progress.db-wal").write_bytes(left)
    opening = opening_of(tmp_path)
    with opening.log as log:
        assert "is gone" in opening.said[0]
        assert log.count("tea").answers == 0
    assert [path.read_bytes() for path in tmp_path.glob("*left*-wal")] == [left]


def test_garbage_in_place_of_the_newest_changes_is_set_aside_and_told(tmp_path: Path) -> None:
    filled(tmp_path)
    garbage = os.urandom(5_000)
    (tmp_path / "progress.db-wal").write_bytes(garbage)
    opening = opening_of(tmp_path)
    with opening.log as log:
        assert log.count("tea").answers == 30
        assert "may be missing" in opening.said[0]
    assert [path.read_bytes() for path in tmp_path.glob("*damaged*-wal")] == [garbage]


def test_what_was_not_yet_in_the_main_file_is_no_garbage(tmp_path: Path) -> None:
    """As after a crash: the newest answers are in SQLite's own file beside ours."""
    live, crashed = tmp_path / "live", tmp_path / "crashed"
    crashed.mkdir()
    with opened(live) as log:
        log.record(answered())
        for ending in ("", "-wal"):
            (crashed / f"progress.db{ending}").write_bytes((live / f"progress.db{ending}").read_bytes())
    with opened(crashed) as log:
        assert log.count("tea").answers == 1


def test_two_files_set_aside_in_one_moment_do_not_replace_each_other(tmp_path: Path) -> None:
    for _ in range(2):
        (tmp_path / "progress.db").write_bytes(b"")
        opening_of(tmp_path).log.close()
    assert len(list(tmp_path.glob("progress-damaged-*"))) == 2


def test_a_file_of_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    filled(tmp_path)
    file = tmp_path / "progress.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.STEPS) + 1}")
    before = file.read_bytes()
    opening = opening_of(tmp_path)
    with opening.log as log:
        assert "newer version" in opening.said[0]
        assert "in memory only" in opening.said[0]
        log.record(answered())
    assert file.read_bytes() == before


ADDED = ("ALTER TABLE mark ADD COLUMN note TEXT", "UPDATE mark SET note = 'old'")


def test_an_older_file_is_brought_up_to_date_after_a_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path)
    with opened(tmp_path) as log:
        log.set_marks("tea", "q1", flagged=True)
        before = list(log.attempts())
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, ADDED))
    with open_progress(tmp_path, SCHEDULING, LATER).log as log:
        assert list(log.attempts()) == before
        assert log._connection.execute("SELECT note FROM mark").fetchall() == [("old",)]
        assert log.backups is not None
        assert [backup.at for backup in log.backups.all()] == [LATER, NOON]
    with open_progress(tmp_path, SCHEDULING, LATER).log as log:
        assert log.writable


def test_a_step_that_fails_leaves_the_older_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = filled(tmp_path)
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, (*ADDED, "CREATE UNIQUE INDEX one_mode ON attempt (mode)")))
    opening = open_progress(tmp_path, SCHEDULING, LATER)
    opening.log.close()
    assert "was left as it is" in opening.said[0]
    assert (tmp_path / "progress.db").read_bytes() == before


@pytest.mark.parametrize("version", range(1, len(schema.STEPS) + 1))
def test_a_file_of_every_version_there_was_can_be_opened(tmp_path: Path, version: int) -> None:
    with closing(sqlite3.connect(tmp_path / "progress.db", isolation_level=None)) as connection:
        schema.upgrade(connection, version)
        assert schema.version_of(connection) == version
    with open_progress(tmp_path, SCHEDULING, NOON).log as log:
        assert log.record(answered()).number == 1
        assert schema.version_of(log._connection) == len(schema.STEPS)


def test_a_second_window_is_told_sees_all_and_writes_once_the_first_is_closed(tmp_path: Path) -> None:
    first = opened(tmp_path)
    first.record(answered("q1"))
    second = open_progress(tmp_path, SCHEDULING, NOON)
    with second.log as log:
        assert "another window" in second.said[0]
        assert not log.writable
        assert log.backups is None
        for change in (
            lambda: log.record(answered("q2")),
            lambda: log.undo(1, NOON),
            lambda: log.set_marks("tea", "q1", flagged=True),
            lambda: log.reset(None, NOON),
        ):
            with pytest.raises(NotKept, match="another window"):
                change()
        first.record(answered("q3"))
        assert log.cards("tea").keys() == {"q1", "q3"}
        first.close()
        log.reset("coffee", LATER)
        assert log.backups is not None
        assert len(log.backups.all()) == 1, "a reset is never without a backup"
        assert log.record(answered("q2")).number == 3
        assert log.writable
        third = open_progress(tmp_path, SCHEDULING, NOON)
        assert not third.log.writable
        third.log.close()


def test_a_second_window_does_not_write_what_a_newer_version_made_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = opened(tmp_path)
    with open_progress(tmp_path, SCHEDULING, NOON).log as second:
        first.close()
        with monkeypatch.context() as newer:
            newer.setattr(schema, "STEPS", (*schema.STEPS, ADDED))
            opened(tmp_path).close()
        with pytest.raises(NotKept, match="newer version"):
            second.record(answered())
        with pytest.raises(NotKept, match="newer version"):
            second.record(answered())


def test_copies_that_a_crash_left_unfinished_are_swept_up(tmp_path: Path) -> None:
    filled(tmp_path)
    for part in (tmp_path / ".progress-1.part", tmp_path / "backups" / ".progress-2.part-journal"):
        part.write_text("half")
    with opened(tmp_path) as log:
        assert log.backups is not None
        assert len(log.backups.all()) == 1
    assert list(tmp_path.rglob("*.part*")) == []


def test_what_stands_in_the_lock_file_locks_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "progress.lock").write_text("elsewhere 4711")
    opened(tmp_path).close()


def test_a_file_in_place_of_the_folder_is_told_and_answers_are_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine")
    opening = open_progress(tmp_path / "data", SCHEDULING, NOON)
    with opening.log as log:
        assert "a file lies where the folder should be" in opening.said[0]
        assert "gone when the program is closed" in opening.said[0]
        assert log.record(answered()).number == 1
    assert (tmp_path / "data").read_text() == "mine"
