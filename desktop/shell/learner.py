"""The learner's log of answers, opened when it is first asked for, with its schedule, its backups and its troubles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.shell.here import Here
from desktop.shell.learning import Learning
from desktop.shell.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.progress.backups import Backup
    from desktop.progress.grades import GradeTable
    from desktop.progress.log import ProgressLog
    from desktop.progress.opening import Opening
    from desktop.progress.rebuilding import Rebuilt, Scheduling
    from desktop.progress.schedule import Scheduler
    from desktop.shell.learning import Preferences
    from desktop.shell.settings import Settings

LOOK_EVERY = 5 * 60 * 1000
"""Milliseconds between looks whether a backup is due."""
_PATIENCE = 2.0  # seconds that the end of the program waits for work on the log


@dataclass(frozen=True, slots=True)
class _Failed:
    """Work on the log that came to nothing, and why."""

    words: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What the learner must know of the log: in words, and the newest good backup where one is offered."""

    words: str
    backup: Backup | None = None


class Learner(QObject):
    """One for a window, whatever packs it opens. All of it is for the window's thread."""

    changed = Signal()  # what is kept is another now: opened anew, restored, forgotten, or scheduled anew
    told = Signal(str)  # how something went, for the line at the foot

    def __init__(
        self,
        settings: Settings | None = None,
        folder: Path | None = None,
        clock: Callable[[], datetime] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Answers are kept in `folder`; without one, in memory, which tests and pictures want. `clock` gives UTC."""
        super().__init__(parent)
        self.learning, self._folder = Learning(settings), folder
        self.now = clock or _utc_now
        self._opening: Opening | None = None
        self._was_hindered = False
        self._plan = 0  # counts the choices of a schedule: work on a former one is not wanted any more
        self._tasks = Tasks(self)
        self._backups_due = QTimer(self)
        self._backups_due.setInterval(LOOK_EVERY)
        self._backups_due.timeout.connect(self._back_up_if_due)

    # What is asked of it

    @property
    def log(self) -> ProgressLog:
        """The log; it is opened when it is first asked for. What cannot be opened is told in `notice`."""
        return self._opened.log

    @property
    def notice(self) -> Notice | None:
        """What the learner must know of how the log was opened; None where all is well, or is so by now."""
        said = self._opened.said
        if not said or (self._was_hindered and self.log.writable):
            return None
        return Notice(" ".join(said), self._opened.backup)

    @cached_property
    def scheduler(self) -> Scheduler:
        """When a question comes again, as the learner's settings have it."""
        from desktop.progress.schedule import Scheduler

        return Scheduler(self.learning.schedule)

    @cached_property
    def grades(self) -> GradeTable:
        """The shipped table of grades."""
        from desktop.places import resource
        from desktop.progress.grades import grades_read

        read = grades_read(resource("quiz", "grades.yaml").read_bytes(), "grades.yaml")
        if read.table is None:
            raise ValueError("; ".join(map(str, read.problems)))
        return read.table

    @property
    def zone(self) -> tzinfo:
        """How far the learner's clock is from UTC now: cheap, and right for what happens today."""
        return datetime.now().astimezone().tzinfo or UTC

    @property
    def here(self) -> tzinfo:
        """The learner's time zone, right for all times of the year."""
        return Here()

    def set_preferences(self, chosen: Preferences) -> None:
        """Keep the learner's choices; where the schedule depends on them, it is worked out anew."""
        self.learning.choose(chosen)
        self.__dict__.pop("scheduler", None)
        self._plan += 1
        self.log.use(self._scheduling())
        self._rebuild_if_stale()
        self.changed.emit()

    # Keeping it safe

    def make_backup(self) -> None:
        """Copy the log now, in the background; how it went is told."""
        backups = self.log.backups
        if backups is None:
            self.told.emit("There is nothing that could be backed up from this window.")
            return
        now = self.now()
        self._tasks.run(lambda: _kept(lambda: backups.make(now)), self._on_backed_up)

    def restore(self, backup: Path) -> None:
        """Take a backup in the place of the present log, which is set aside."""
        self._reopen(restore=backup)
        notice = self.notice
        self.told.emit(notice.words if notice else "The backup was restored.")

    def forget(self, pack: str) -> None:
        """Forget all answers to a pack, after a backup. Raises NotKept, and nothing is forgotten."""
        self.log.reset(pack, self.now())
        self.changed.emit()

    def look_again(self) -> None:
        """Open the log once more: what hindered it may be over. What was kept in memory goes along."""
        before = self._opened
        if before.log.writable and not self.is_in_file:
            self._carry_over(before)
        else:
            self._reopen()

    def close(self) -> None:
        """The program ends: one more backup where something has changed."""
        self._backups_due.stop()
        self._end_tasks()
        if self._opening is not None:
            backups = self._opening.log.backups
            if backups is not None:
                _kept(lambda: backups.make_if_due(self.now(), timedelta()))
            self._opening.log.close()
            self._opening = None

    # How it does it

    @property
    def _opened(self) -> Opening:
        if self._opening is None:
            self._open()
        assert self._opening is not None
        return self._opening

    def _open(self, restore: Path | None = None, damage: str = "") -> None:
        from desktop.progress.opening import in_memory, open_progress

        scheduling = self._scheduling()
        if self._folder is None:
            self._opening = in_memory(scheduling)
            return
        self._opening = open_progress(self._folder, scheduling, self.now(), restore=restore, damage=damage)
        self._was_hindered = not self.log.writable
        self._rebuild_if_stale()
        self._look_for_damage()
        self._backups_due.start()

    def _reopen(self, restore: Path | None = None, damage: str = "") -> None:
        self._end_tasks()
        if self._opening is not None:
            self._opening.log.close()
        self._open(restore, damage)
        self.changed.emit()

    def _carry_over(self, before: Opening) -> None:
        """What was kept in memory goes into the file, as soon as there is one to write; until then it stays."""
        self._open()
        if self.is_in_file and not self._tell(_kept(lambda: self.log.take_over(before.log))):
            before.log.close()
        else:
            self._end_tasks()
            self.log.close()
            self._opening = replace(self._opened if self._opened.said else before, log=before.log)
            self._was_hindered = False
        self.changed.emit()

    def _scheduling(self) -> Scheduling:
        from desktop.progress.rebuilding import Scheduling

        scheduler = self.scheduler
        return Scheduling(scheduler.review, scheduler.rebuilt, self.learning.key)

    def _rebuild_if_stale(self) -> None:
        """The cards come from another scheduling: work them out in the background, while answers are recorded."""
        log = self._opened.log
        if not log.stale or not log.writable:
            return
        if self._folder is None or not self.is_in_file:
            log.rebuild()
            return
        scheduling, plan = self._scheduling(), self._plan

        def work() -> Rebuilt | None:
            from desktop.progress.rebuilding import rebuilt

            with log.reader() as reading:
                return rebuilt(reading, scheduling, lambda: self._plan == plan)

        self._tasks.run(lambda: _kept(work), self._on_rebuilt)

    def _end_tasks(self) -> None:
        """The log is about to be closed: nobody is to read its file any more."""
        self._plan += 1
        self._tasks.stop()
        self._tasks.wait(_PATIENCE)

    @property
    def is_in_file(self) -> bool:
        """Whether the log lies in a file, so that another thread can read it."""
        return self._opened.log.backups is not None

    def _on_rebuilt(self, made: object) -> None:
        from desktop.progress.rebuilding import Rebuilt

        if isinstance(made, Rebuilt):
            self._tell(_kept(lambda: self.log.adopt(made)))
            self.changed.emit()

    def _look_for_damage(self) -> None:
        """Read all of the file in the background; what is damaged is set aside, and a backup is offered."""
        log = self._opened.log
        if not self.is_in_file:
            return

        def work() -> str:
            with log.reader() as reading:
                return reading.check()

        self._tasks.run(lambda: _kept(work), self._on_looked)

    def _on_looked(self, damage: object) -> None:
        if isinstance(damage, str) and damage and self.is_in_file:
            self._reopen(damage=damage)

    def _back_up_if_due(self) -> None:
        backups = self._opened.log.backups
        if backups is not None:
            now = self.now()
            self._tasks.run(lambda: _kept(lambda: backups.make_if_due(now)), self._on_backed_up_unasked)

    def _on_backed_up_unasked(self, done: object) -> None:
        self._tell(done)

    def _on_backed_up(self, done: object) -> None:
        if not self._tell(done):
            self.told.emit("The answers were backed up.")

    def _tell(self, done: object) -> bool:
        """Tell what failed; whether it did."""
        if isinstance(done, _Failed):
            self.told.emit(done.words)
        return isinstance(done, _Failed)


def _kept(work: Callable[[], object]) -> object:
    """What the work gives, or that it failed."""
    from desktop.progress.not_kept import NotKept

    try:
        return work()
    except NotKept as error:
        return _Failed(str(error))


def _utc_now() -> datetime:
    return datetime.now(UTC)
