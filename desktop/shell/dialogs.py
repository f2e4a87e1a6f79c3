"""The dialogs that stay open beside the window: at most one of a kind; asked for again, it comes to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QWidget

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.loader import Loaded
    from desktop.shell.talks_spec import TalksSpec
    from desktop.shell.view import ViewSpec


class Dialogs:
    """Opens the dialogs of a window and holds those that are open. `catalog` is what the window shows."""

    def __init__(self, window: QWidget, views: Sequence[ViewSpec]) -> None:
        self._window, self._views = window, views
        self._open: dict[str, QDialog] = {}
        self._told: Loaded | None = None
        self.catalog: Catalog | None = None
        self.talks: TalksSpec | None = None

    def show_keys(self) -> None:
        from desktop.shell.about import keys_dialog

        self._show("keys", lambda: keys_dialog(self._views, self.talks, self._window))

    def show_coverage(self) -> None:
        """What of the claims is placed, what cells rest on, what is unchecked."""
        from desktop.shell.about import coverage_dialog

        catalog = self.catalog
        if catalog is not None:
            self._show("coverage", lambda: coverage_dialog(catalog, self._window))

    def show_about(self) -> None:
        from desktop.shell.about import about_dialog

        pack = self.catalog.pack if self.catalog else None
        self._show("about", lambda: about_dialog(pack, self._window))

    def show_problems(self, loaded: Loaded, path: Path, reopen: Callable[[Path], None]) -> None:
        """What is wrong with the pack at `path`; it can be mended and opened again from there."""
        from desktop.shell.problems_panel import ProblemsDialog

        def build() -> QDialog:
            dialog = ProblemsDialog(loaded.problems, path.name, loaded.catalog is not None, self._window)
            dialog.reload_requested.connect(dialog.accept)
            dialog.reload_requested.connect(lambda: reopen(path))
            return dialog

        if self._told is not loaded:
            self._close("problems")
        self._told = loaded
        self._show("problems", build)

    def show_pack(self, catalog: Catalog | None) -> None:
        """Another pack is shown: what told of the one before is closed."""
        self.catalog = catalog
        for kind in ("problems", "coverage", "about"):
            self._close(kind)

    def _show(self, kind: str, build: Callable[[], QDialog]) -> None:
        if kind not in self._open:
            dialog = self._open[kind] = build()
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.finished.connect(lambda: self._open.pop(kind, None))
        self._open[kind].show()
        self._open[kind].raise_()
        self._open[kind].activateWindow()

    def _close(self, kind: str) -> None:
        if kind in self._open:
            self._open[kind].close()
