"""What the menu of answers does: take them away, keep a copy, bring one back, start over, and how one is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.catalog.catalog import Catalog
    from desktop.shell.learner import Learner

ENDINGS = {"csv": "Spreadsheet", "jsonl": "JSON Lines"}


class Answers:
    """Asks in dialogs over the window and has the learner's log do it; `say` tells how it went."""

    def __init__(self, window: QWidget, learner: Learner, say: Callable[[str], None]) -> None:
        self._window, self._learner, self._say = window, learner, say
        self.catalog: Catalog | None = None

    def export_csv(self) -> None:
        """All answers of all packs as a spreadsheet."""
        self._export("csv")

    def export_json(self) -> None:
        """All answers of all packs, one JSON object a line."""
        self._export("jsonl")

    def back_up(self) -> None:
        """Copy the log now."""
        self._learner.make_backup()

    def restore(self) -> None:
        """Choose a backup to take in the place of the present answers."""
        from desktop.shell.answers_dialogs import RestoreDialog

        backups = self._learner.log.backups
        if backups is None:
            self._say("Nothing can be restored from this window: it does not keep the file of your answers.")
            return
        found = backups.all()
        if not found:
            self._say("There is no backup yet.")
            return
        dialog = RestoreDialog(found, self._learner.here, self._window)
        if dialog.exec() and dialog.chosen is not None:
            self._learner.restore(dialog.chosen.path)

    def start_over(self) -> None:
        """Forget all answers to this pack."""
        from desktop.progress.not_kept import NotKept
        from desktop.shell.answers_dialogs import confirmed

        if self.catalog is None:
            return
        pack, title = self.catalog.pack.id, self.catalog.pack.title
        try:
            answers = self._learner.log.count(pack).answers
        except NotKept as error:
            self._say(str(error))
            return
        if not answers:
            self._say("Nothing was answered here yet.")
            return
        asked = f"Forget all {answers:,} answers to '{title}'? A backup is made first, so they can be brought back."
        if not confirmed(self._window, "Start over", asked, "Forget them"):
            return
        try:
            self._learner.forget(pack)
        except NotKept as error:
            self._say(str(error))
        else:
            self._say("All answers to this pack are forgotten. Answers > Restore brings them back.")

    def choose_preferences(self) -> None:
        """How much to remember and by when, how many new questions a day, and whether to be asked how sure one is."""
        from desktop.shell.answers_dialogs import PreferencesDialog

        dialog = PreferencesDialog(self._learner, self._window)
        if dialog.exec():
            self._learner.set_preferences(dialog.chosen)

    def _export(self, ending: str) -> None:
        from desktop.progress.not_kept import NotKept
        from desktop.progress.taking import attempts_csv, attempts_json_lines
        from desktop.shell.saving import asked_path, written

        path = asked_path("answers", ENDINGS[ending], ending, self._window)
        if path is not None:
            make = {"csv": attempts_csv, "jsonl": attempts_json_lines}[ending]
            try:
                self._say(written(path, lambda: make(self._learner.log.attempts())))
            except NotKept as error:
                self._say(str(error))
