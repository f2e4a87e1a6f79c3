"""Which subjects and aspects the table shows, in which order, and which of them stay in place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.matrix.table.arrangement import CHOSEN, Arrangement
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.matrix.table.matrix import Matrix

_ID = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_PINNED = " (stays in place)"


class ColumnsDialog(QDialog):
    """Two lists: subjects, of all levels, and aspects by group. What is ticked is shown."""

    arranged = Signal(object)  # Arrangement

    def __init__(self, catalog: Catalog, matrix: Matrix, wanted: Arrangement, parent: QWidget) -> None:
        super().__init__(parent)
        self._catalog, self._matrix, self._wanted = catalog, matrix, wanted
        self._pinned = list(wanted.pinned)
        self.setWindowTitle("Columns and lines")
        self.subjects, self.aspects = QListWidget(), QTreeWidget()
        self._build()
        self._fill_subjects()
        self._fill_aspects()
        self.subjects.itemChanged.connect(self._on_ticked)
        self.aspects.itemChanged.connect(self._on_ticked)
        self.resize(480, 560)

    def chosen(self) -> Arrangement:
        """The arrangement as it is ticked."""
        items = [self.subjects.item(at) for at in range(self.subjects.count())]
        subjects = tuple(item.data(_ID) for item in items if item.checkState() == _ON)
        levels = {self._catalog.subject[each].level for each in subjects}
        level = self._wanted.level if levels <= {self._wanted.level} and subjects else CHOSEN
        whole = tuple(each.id for each in self._catalog.subjects if each.level == level)
        arranged = replace(self._wanted, level=level, subjects=() if subjects == whole else subjects, aspects=())
        left_out = {item.data(0, _ID) for item in self._aspect_items() if item.checkState(0) != _ON}
        kept = tuple(each.id for each in self._matrix.aspects(arranged) if each.id not in left_out)
        return replace(arranged, aspects=kept if left_out else (), pinned=tuple(self._pinned))

    def move_subject(self, step: int) -> None:
        """Move the subject that is current one place up or down."""
        at = self.subjects.currentRow()
        to = at + step
        if at >= 0 and 0 <= to < self.subjects.count():
            item = self.subjects.takeItem(at)
            self.subjects.insertItem(to, item)
            self.subjects.setCurrentRow(to)

    def pin_subject(self) -> None:
        """Have the current subject stay in place while the others scroll, or not any more."""
        item = self.subjects.currentItem()
        if item is None:
            return
        name = item.data(_ID)
        if name in self._pinned:
            self._pinned.remove(name)
        else:
            self._pinned.append(name)
        self._name(item)

    def _build(self) -> None:
        self.subjects.setAccessibleName("Subjects")
        self.subjects.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.aspects.setAccessibleName("Aspects by group")
        self.aspects.setHeaderHidden(True)
        self.aspects.setStyleSheet("QTreeView::item { padding: 4px 2px; }")
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.addTab(self._subjects_page(), "Subjects")
        tabs.addTab(self.aspects, "Aspects")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(tabs, 1)
        column.addWidget(buttons)

    def _subjects_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout()
        for words, keys, does in (
            ("Up", "Alt+Up", lambda: self.move_subject(-1)),
            ("Down", "Alt+Down", lambda: self.move_subject(1)),
            ("Stay in place", "Ctrl+P", self.pin_subject),
        ):
            button = push_button(words)
            button.setToolTip(f"{words} ({keys})")
            button.setAutoDefault(False)
            button.clicked.connect(does)
            QShortcut(QKeySequence(keys), self).activated.connect(does)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(TextLabel("Tick what to compare; Space ticks, Alt with an arrow moves.", "muted"))
        column.addWidget(self.subjects, 1)
        column.addLayout(row)
        return page

    def _fill_subjects(self) -> None:
        shown = [subject.id for subject in self._matrix.subjects(self._wanted)]
        titles = {level.id: level.title for level in self._catalog.pack.levels}
        for name in [*shown, *(each.id for each in self._catalog.subjects if each.id not in shown)]:
            item = QListWidgetItem()
            item.setData(_ID, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_ON if name in shown else _OFF)
            item.setToolTip(titles.get(self._catalog.subject[name].level, ""))
            self._name(item)
            self.subjects.addItem(item)
        self.subjects.setCurrentRow(0)

    def _name(self, item: QListWidgetItem) -> None:
        name = item.data(_ID)
        item.setText(self._catalog.subject[name].title + (_PINNED if name in self._pinned else ""))

    def _fill_aspects(self) -> None:
        shown = {aspect.id for aspect in self._matrix.aspects(self._wanted)}
        asked = {aspect.id for aspect in self._matrix.aspects(replace(self._wanted, aspects=()))}
        for group in self._catalog.groups:
            members = [aspect for aspect in group.aspects if aspect.id in asked]
            if not members:
                continue
            head = QTreeWidgetItem(self.aspects, [group.title])
            head.setFlags(head.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
            for aspect in members:
                item = QTreeWidgetItem(head, [aspect.title])
                item.setData(0, _ID, aspect.id)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(0, _ON if aspect.id in shown else _OFF)
        self.aspects.expandAll()

    def _aspect_items(self) -> list[QTreeWidgetItem]:
        heads = [self.aspects.topLevelItem(at) for at in range(self.aspects.topLevelItemCount())]
        items = (head.child(at) for head in heads if head is not None for at in range(head.childCount()))
        return [item for item in items if item is not None]

    def _on_ticked(self) -> None:
        """Something must be left to compare."""
        items = (self.subjects.item(at) for at in range(self.subjects.count()))
        any_subject = any(item.checkState() == _ON for item in items)
        self._ok.setEnabled(any_subject and any(item.checkState(0) == _ON for item in self._aspect_items()))

    def _on_accepted(self) -> None:
        self.arranged.emit(self.chosen())
        self.accept()
