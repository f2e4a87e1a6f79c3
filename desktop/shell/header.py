"""The line at the top: the tabs at the left, the search field at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabBar, QToolBar, QWidget

from desktop.shell.search_box import SearchBox
from desktop.shell.widgets.buttons import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.catalog.search import Found
    from desktop.shell.view import ViewSpec

_SIDE = 17


class Header(QToolBar):
    """Tabs and search. It cannot be moved or closed."""

    tab_chosen = Signal(int)

    def __init__(self, views: Sequence[ViewSpec], parent: QWidget) -> None:
        super().__init__("Tabs and search", parent)
        self.setObjectName("header")
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toggleViewAction().setEnabled(False)
        self.tabs = _tab_bar(views)
        self.search = SearchBox(partial(_commands, views))
        self.search.setMinimumWidth(112)
        self.search.setMaximumWidth(320)
        line = self._line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(16)
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(self.search, 1)
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(line)
        self.tabs.currentChanged.connect(self.tab_chosen)

    @property
    def narrowest(self) -> int:
        """The width below which a tab would be cut."""
        self.tabs.ensurePolished()
        return self._line.minimumSizeHint().width()


def _commands(views: Sequence[ViewSpec]) -> Iterable[Found]:
    from desktop.shell.commands import commands_of

    return commands_of(views)


class ViewTabs(QTabBar):
    """The tabs, each as wide as its words in bold, so that nothing moves when another one is chosen."""

    def tabSizeHint(self, at: int) -> QSize:
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        words = self.tabText(at).replace("&&", "&")
        width = QFontMetrics(font).horizontalAdvance(words) + 2 * _SIDE
        return QSize(width, super().tabSizeHint(at).height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _tab_bar(views: Sequence[ViewSpec]) -> ViewTabs:
    tabs = ViewTabs()
    tabs.setExpanding(False)
    tabs.setDrawBase(False)
    tabs.setUsesScrollButtons(False)
    tabs.setElideMode(Qt.TextElideMode.ElideNone)
    tabs.setAccessibleName("Views")
    tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for view in views:
        at = tabs.addTab(shown(view.title))
        tabs.setTabToolTip(at, f"{view.title} ({view.shortcut})")
    return tabs
