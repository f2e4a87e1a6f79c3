"""The outline: the figure told in one paragraph, and a tree of its parts and steps in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop.diagrams.outline import outline_of
from desktop.shell.widgets.prose import Prose

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.catalog.entities.diagrams import Diagram
    from desktop.catalog.refs import Ref
    from desktop.catalog.terms import TermFinder
    from desktop.diagrams.outline import Entry

_REF = Qt.ItemDataRole.UserRole


class OutlineTree(QTreeWidget):
    """One column of wrapped lines; what a part means stands under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QTreeView::item { padding: 4px 2px; }")
        self.setAccessibleName("Parts and steps of the diagram")

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class OutlineView(QFrame):
    """`selected` tells the ref of the line that the reader stands on."""

    selected = Signal(object)  # Ref

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Prose()
        self.words.setAccessibleName("The diagram in words")
        self.tree = OutlineTree()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(self.tree, 1)
        self.tree.currentItemChanged.connect(self._on_current_changed)

    def show_diagram(self, diagram: Diagram, finder: TermFinder) -> None:
        """Tell this diagram in words, the glossary's terms as links."""
        self.tree.blockSignals(True)
        self.tree.clear()
        self.words.show_pieces(finder.pieces(diagram.outline))
        self.words.setAccessibleName(diagram.outline)
        for entry in outline_of(diagram):
            self._add(entry)
        self.tree.expandToDepth(0)
        self.tree.blockSignals(False)

    def show_ref(self, ref: Ref) -> None:
        """Stand on the line of this part or step."""
        for item in self.tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
            if item.data(0, _REF) == ref:
                self.tree.blockSignals(True)
                self.tree.setCurrentItem(item)
                self.tree.scrollToItem(item)
                self.tree.blockSignals(False)
                return

    def _add(self, entry: Entry) -> None:
        """A heading with all that lies under it, without recursion."""
        waiting = [(entry, self.tree.invisibleRootItem())]
        while waiting:
            each, parent = waiting.pop()
            item = QTreeWidgetItem(parent, [each.text])
            item.setData(0, _REF, each.ref)
            if each.meaning:
                meaning = QTreeWidgetItem(item, [each.meaning])
                meaning.setData(0, _REF, each.ref)
            waiting.extend((child, item) for child in reversed(each.children))

    def _on_current_changed(self, item: QTreeWidgetItem | None) -> None:
        ref = item.data(0, _REF) if item is not None else None
        if ref is not None:
            self.selected.emit(ref)
