from __future__ import annotations

import itertools
import os
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.progress.damage import is_good
from desktop.progress.not_kept import NotKept
from desktop.progress.opening import open_progress
from desktop.progress.thinning import staying
from tests.progress.builders import NOON, SCHEDULING, answered, opened

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.progress.backups import Backup, Backups
    from desktop.progress.log import ProgressLog

TIMES = st.lists(st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)), max_size=60)


def backups_of(log: ProgressLog) -> Backups:
    assert log.backups is not None
    return log.backups


def test_a_backup_has_all_that_was_recorded_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    with opened(tmp_path) as log:
        log.record(answered())
        made = backups_of(log).make(NOON)
        assert is_good(made.path)
        assert list(made.path.parent.iterdir()) == [made.path]
        log.record(answered())
    with opened(tmp_path, now=NOON) as log:
        assert log.count("tea").answers == 2


def test_backups_are_made_in_another_thread_while_answers_go_on(tmp_path: Path) -> None:
    made: list[Backup | None] = []
    with opened(tmp_path) as log:
        log.record(answered())
        found = backups_of(log)
        thread = Thread(target=lambda: made.append(found.make_if_due(NOON)))
        thread.start()
        for at in range(20):
            log.record(answered(minutes=at))
        thread.join()
    assert made[0] is not None
    assert is_good(made[0].path)


def test_one_is_due_every_half_hour_if_anything_has_changed(tmp_path: Path) -> None:
    with opened(tmp_path) as log:
        found = backups_of(log)
        log.record(answered())
        assert found.make_if_due(NOON)
        log.record(answered())
        assert found.make_if_due(NOON + timedelta(minutes=29)) is None
        assert found.make_if_due(NOON + timedelta(minutes=30))
        assert found.make_if_due(NOON + timedelta(hours=9)) is None
        log.set_marks("tea", "q1", flagged=True)
        assert found.make_if_due(NOON + timedelta(minutes=31), every=timedelta())
        log.undo(1, NOON)
        assert found.make_if_due(NOON - timedelta(days=3)), "a clock set back puts off no backup"


def test_as_many_changes_after_a_restored_backup_are_not_taken_for_none(tmp_path: Path) -> None:
    with opened(tmp_path) as log:
        log.record(answered("q1"))
        older = backups_of(log).make(NOON)
        log.record(answered("q2", 1))
        backups_of(log).make(NOON + timedelta(minutes=1))
    with open_progress(tmp_path, SCHEDULING, NOON + timedelta(minutes=2), restore=older.path).log as log:
        log.record(answered("q3", 3))
        assert backups_of(log).make_if_due(NOON + timedelta(minutes=4), every=timedelta())


def test_as_many_changes_after_an_empty_start_are_not_taken_for_none(tmp_path: Path) -> None:
    with opened(tmp_path) as log:
        log.record(answered("q1"))
        backups_of(log).make(NOON)
    (tmp_path / "progress.db").write_bytes(b"")
    with open_progress(tmp_path, SCHEDULING, NOON).log as log:
        log.record(answered("q1", 9))
        assert backups_of(log).make_if_due(NOON + timedelta(minutes=4), every=timedelta())


def test_where_no_backup_can_be_made_it_is_told_and_nothing_is_reset(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with opened(tmp_path) as log:
        log.record(answered())
        monkeypatch.setattr(os, "replace", full)
        with pytest.raises(NotKept, match="No backup was made: the disk is full"):
            log.reset(None, NOON)
        assert log.count("tea").answers == 1
        assert list((tmp_path / "backups").iterdir()) == []


def test_old_backups_are_thinned_and_other_files_left_alone(tmp_path: Path) -> None:
    with opened(tmp_path) as log:
        log.record(answered())
        found = backups_of(log)
        for day in range(60):
            found.make(NOON + timedelta(days=day))
        (tmp_path / "backups" / "progress-mine.db").write_text("mine")
        last = NOON + timedelta(days=60)
        found.make(last)
        days = [(last - backup.at).days for backup in found.all()]
    assert days[:10] == list(range(10))
    assert len(days) <= 3 + 7 + 4 + 6
    assert (tmp_path / "backups" / "progress-mine.db").exists()


@given(TIMES, st.integers(-3, 400))
@settings(deadline=None)
def test_thinning_keeps_what_it_promises(times: list[datetime], days: int) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=days)
    stay = staying(times, now)
    assert stay <= set(times)
    assert {time for time in times if now - time <= timedelta(days=2)} <= stay
    old = [time for time in stay if now - time > timedelta(days=2)]
    assert len(old) <= 7 + 4 + 6
    assert not times or max(times) in stay
    assert staying(stay, now) == stay
    dates = sorted({time.date() for time in times if now - time > timedelta(days=2)}, reverse=True)
    assert {time.date() for time in old} >= set(dates[:7])


@given(st.integers(1, 12), st.integers(1, 5))
@settings(deadline=None, max_examples=15)
def test_a_year_of_use_leaves_days_weeks_and_months(each_day: int, every: int) -> None:
    """Thinned with each new backup, as it happens: what a tier passes on must last until the next one needs it."""
    kept: frozenset[datetime] = frozenset()
    now = NOON
    for day in range(0, 365, every):
        for at in range(each_day):
            now = NOON + timedelta(days=day, minutes=30 * at)
            kept = staying({*kept, now}, now)
    ages = sorted((now - time).days for time in kept)
    assert ages[-1] >= 5 * 28
    gaps = [later - earlier for earlier, later in itertools.pairwise(ages)]
    assert max(gaps) <= 31 + every + 7
    assert len(kept) <= (2 // every + 1) * each_day + each_day + 17
