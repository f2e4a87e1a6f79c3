"""One import: a file read and looked at in the background, the answers backed up, then the questions written."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.catalog.entities.questions import Topic
from desktop.catalog.own import Undo
from desktop.catalog.own_files import NotSaved, new_id
from desktop.catalog.problems import Unreadable
from desktop.catalog.words import plural
from desktop.progress.not_kept import NotKept
from desktop.quiz.trading.preview import Ground, Preview, Unwanted, preview_of
from desktop.quiz.trading.source import Source, guessed, source_of, unreadable
from desktop.quiz.ui.trading.import_dialog import Chosen, ImportDialog
from desktop.shell.tasks import Tasks

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from desktop.catalog.own import OwnQuestions
    from desktop.progress.backups import Backups
    from desktop.quiz.ui.bank.page import BankPage
    from desktop.shell.context import Context


class Importing(QObject):
    """Asks in a dialog and goes when that is closed. Until the last step nothing is changed."""

    def __init__(self, page: BankPage, context: Context, own: OwnQuestions) -> None:
        super().__init__(page)
        self._page, self._catalog, self._learner = page, context.catalog, context.learner
        self._context, self._own = context, own
        self._ground = Ground(context.catalog, own.questions, own.taken)
        self._tasks = Tasks(self)
        self._source: Source | None = None
        self._needs_backup = True
        self._wanted = Event()

    def begin(self, path: Path) -> None:
        """Read the file and show what is in it."""
        self._name = path.name
        self._dialog = ImportDialog(self._context, path.name, self._page)
        self._dialog.format_chosen.connect(self._on_format_chosen)
        self._dialog.take_requested.connect(self._on_take_requested)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()
        self._tasks.run(lambda: _read(path), self._on_read, self._dialog.reject)

    def _on_read(self, found: object) -> None:
        if isinstance(found, Source):
            self._source = found
            self._look("")
        else:
            self._dialog.show_lost(str(found))

    def _on_format_chosen(self, kind: str) -> None:
        self._look(kind)

    def _look(self, kind: str) -> None:
        source, ground = self._source, self._ground
        if source is None:
            return
        self._dialog.show_busy("Looking at the questions…")
        self._drop()
        wanted = self._wanted = Event()
        wanted.set()
        self._tasks.run(
            lambda: _preview(source, kind, ground, wanted),
            lambda found: self._on_looked(found, kind or guessed(source)),
            self._dialog.reject,
        )

    def _on_looked(self, found: object, kind: str) -> None:
        if isinstance(found, Preview):
            self._dialog.show_preview(found)
        else:
            self._dialog.show_unreadable(str(found), kind)

    def _on_take_requested(self, chosen: Chosen) -> None:
        backups = self._learner.log.backups
        if backups is None or not self._needs_backup:
            self._write(chosen)
            return
        now = self._learner.now()
        self._dialog.show_busy("Backing up the answers…")
        self._tasks.run(lambda: _backed_up(backups, now), lambda words: self._on_backed_up(words, chosen))

    def _on_backed_up(self, trouble: str, chosen: Chosen) -> None:
        self._needs_backup = False
        if trouble:
            self._dialog.show_no_backup(trouble)
        else:
            self._write(chosen)

    def _write(self, chosen: Chosen) -> None:
        self._dialog.show_busy("Writing the questions…")
        self._dialog.hold(True)
        own, topic = self._own, self._topic(chosen)
        self._tasks.run(
            lambda: _written(own, chosen, topic), self._on_written, lambda: self._dialog.show_not_saved("Not imported.")
        )

    def _on_written(self, found: object) -> None:
        if not isinstance(found, Undo):
            self._dialog.show_not_saved(str(found))
            return
        self._dialog.hold(False)
        self._dialog.accept()
        self._page.add_step(f"Imported from '{self._name}': {plural(len(found.ids), 'question')}", found)

    def _on_finished(self) -> None:
        self._drop()
        self._dialog.deleteLater()
        self._tasks.run(lambda: None, lambda _none: self.deleteLater())  # after what runs: else the window waits for it

    def _drop(self) -> None:
        """What is being looked at is not wanted any more."""
        self._wanted.clear()
        self._tasks.stop()

    def _topic(self, chosen: Chosen) -> Topic:
        if chosen.topic:
            return self._catalog.topic[chosen.topic]
        name = new_id(chosen.title, self._catalog.topic.keys())
        return Topic(id=name, title=chosen.title, summary=f"Questions from the file '{self._name}'.")


def _read(path: Path) -> Source | str:
    try:
        return source_of(path)
    except OSError as error:
        return f"'{path}' cannot be read: {(error.strerror or str(error)).lower()}."


def _preview(source: Source, kind: str, ground: Ground, wanted: Event) -> Preview | str:
    try:
        return preview_of(source, kind, ground, wanted.is_set)
    except Unwanted:
        return ""
    except Unreadable as error:
        return unreadable(source, error)


def _backed_up(backups: Backups, now: datetime) -> str:
    """The words for why there is no backup; '' where there is one."""
    try:
        backups.make(now)
    except NotKept as error:
        return str(error)
    return ""


def _written(own: OwnQuestions, chosen: Chosen, topic: Topic) -> Undo | str:
    try:
        return own.take_in(chosen.questions, topic)
    except NotSaved as error:
        return str(error)
