"""What this program is, which versions run, under which licences; and the list of keys."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop import __version__
from desktop.shell.actions import ACTIONS, PRESENT, THEMES, words
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.pack import Pack
    from desktop.shell.talks_spec import TalksSpec
    from desktop.shell.view import ViewSpec

_LICENCES = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("pyqtgraph", "MIT"),
    ("PyYAML", "MIT"),
    ("numpy", "BSD-3-Clause"),
    ("graphlay", "MIT or Apache-2.0"),
    ("platformdirs", "MIT"),
    ("XlsxWriter", "BSD-2-Clause"),
    ("python-pptx", "MIT"),
    ("lxml", "BSD-3-Clause"),
    ("Pillow", "MIT-CMU"),
    ("google-re2", "BSD-3-Clause"),
)


def about_dialog(pack: Pack | None, parent: QWidget) -> QDialog:
    """Versions and licences of the program, its pack and its libraries."""
    lines = [("GenAI vs LLM", f"{__version__}, MIT licence")]
    if pack is not None:
        lines.append((f"Pack: {pack.title}", f"{pack.version}, as of {pack.as_of}, {pack.licence}"))
    lines.append(("Python", sys.version.split()[0]))
    lines.append(("Qt", qVersion()))
    lines.extend((name, f"{_version(name)}, {licence}") for name, licence in _LICENCES)
    lines.append(("Inter typeface", "SIL Open Font License 1.1"))
    about = "See side by side what two technologies are, with the evidence for every word. Works offline."
    return _dialog("About GenAI vs LLM", about, lines, parent)


def coverage_dialog(catalog: Catalog, parent: QWidget) -> QDialog:
    """How well the pack is covered, today."""
    from datetime import date

    from desktop.catalog.coverage import coverage_of, report

    found = report(coverage_of(catalog, date.today()))
    lines = [(heading if at == 0 else "", text) for heading, texts in found for at, text in enumerate(texts)]
    return _dialog("Coverage of the pack", "What the pack rests on, and what is still to be done.", lines, parent)


def keys_dialog(views: Sequence[ViewSpec], talks: TalksSpec | None, parent: QWidget) -> QDialog:
    """Every key: those that work everywhere and, below its tab, those of a tab; those of a talk below its menu's."""
    lines = [row for view in views for row in ((view.title, view.shortcut), *_own_keys(view))]
    for spec in ACTIONS:
        if spec.menu != PRESENT or talks is not None:
            lines.append((words(spec.text), " or ".join(spec.keys)))
            if spec.does == "talks.edit" and talks is not None:
                lines.extend(_own_keys(talks))
    lines.extend((words(theme.text), theme.key) for theme in THEMES)
    return _dialog(
        "Keys", "Tab moves on, Shift+Tab moves back. Keys below the name of a tab work in that tab.", lines, parent
    )


def _own_keys(view: ViewSpec | TalksSpec) -> list[tuple[str, str]]:
    return [(f"    {what}", key) for what, key in view.keys]


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "version not known"


def _dialog(title: str, about: str, lines: Sequence[tuple[str, str]], parent: QWidget) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(12)
    column.addWidget(TextLabel(title, "title"))
    column.addWidget(TextLabel(about))
    column.addWidget(_table(lines), 1)
    row = QHBoxLayout()
    row.addStretch(1)
    close = push_button("Close", "primary")
    close.clicked.connect(dialog.accept)
    row.addWidget(close)
    column.addLayout(row)
    dialog.resize(520, min(parent.height() - 32, 560))
    return dialog


def _table(lines: Sequence[tuple[str, str]]) -> QScrollArea:
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 16, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for at, (left, right) in enumerate(lines):
        grid.addWidget(TextLabel(left), at, 0)
        grid.addWidget(TextLabel(right, "muted"), at, 1)
    grid.setRowStretch(len(lines), 1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.setAccessibleName("List")
    return area
