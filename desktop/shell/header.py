"""The line at the top: the tabs at the left, the search field and the buttons of talks at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabBar, QToolBar, QWidget

from desktop.shell.search_box import SearchBox
from desktop.shell.widgets.buttons import push_button, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.catalog.search import Found
    from desktop.shell.icons import Icons
    from desktop.shell.view import ViewSpec

_SIDE = 17
_MARGIN, _GAP, _ANY = 12, 16, 16_777_215
_NARROW_SEARCH, _SEARCH = 112, 200  # pixels that the search field has at least, alone and with words on the buttons


class Header(QToolBar):
    """Tabs, search, and what makes and starts a talk. It cannot be moved or closed."""

    tab_chosen = Signal(int)
    add_requested = Signal()
    present_requested = Signal()

    def __init__(self, views: Sequence[ViewSpec], parent: QWidget) -> None:
        super().__init__("Tabs and search", parent)
        self.setObjectName("header")
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toggleViewAction().setEnabled(False)
        self.tabs = _tab_bar(views)
        self.search = SearchBox(partial(_commands, views))
        self.search.setMinimumWidth(_NARROW_SEARCH)
        self.search.setMaximumWidth(320)
        self._talks = _TalkButtons()
        self._talks.add.clicked.connect(self.add_requested)
        self._talks.present.clicked.connect(self.present_requested)
        self._talks.hide()
        line = self._line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(self.search, 1)
        row.addWidget(self._talks)
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(line)
        self.tabs.currentChanged.connect(self.tab_chosen)

    @property
    def narrowest(self) -> int:
        """The width below which a tab would be cut."""
        self.tabs.ensurePolished()
        return 2 * _MARGIN + self.tabs.sizeHint().width() + 2 * _GAP + _NARROW_SEARCH

    def show_talks(self, icons: Icons) -> None:
        """There are talks: show their buttons, as far as there is room."""
        self._talks.dress(icons)
        self._fit()

    def refit(self) -> None:
        """Measure again: the look has changed."""
        self._talks.dress()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Words on the buttons where there is room, else their signs, else the menu alone has them."""
        self._talks.fit(self.width() - self.narrowest - _GAP, _SEARCH - _NARROW_SEARCH)


class _TalkButtons(QWidget):
    """'Add to deck' and 'Present', in words or as signs."""

    def __init__(self) -> None:
        super().__init__()
        self._icons: Icons | None = None
        self._as_words = True
        self._widths: dict[bool, int] = {}
        self.add = push_button("", name="Add to deck")
        self.add.setToolTip("Keep what is shown as a stop of a talk (Ctrl+D)")
        self.present = push_button("", "primary", "Present")
        self.present.setToolTip("Give the talk (F5)")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.add)
        row.addWidget(self.present)

    def dress(self, icons: Icons | None = None) -> None:
        """Measure the buttons in both forms; without icons so far, they are not there."""
        self._icons = icons or self._icons
        if self._icons is not None:
            shape = self._as_words
            self._widths = {each: self._shaped(each) for each in (not shape, shape)}

    def fit(self, room: int, extra: int) -> None:
        """Be as wide as there is room for; words need some `extra`."""
        if not self._widths:
            return
        as_words = room >= self._widths[True] + extra
        if as_words is not self._as_words:
            self._shaped(as_words)
        self.setVisible(as_words or room >= self._widths[False])

    def _shaped(self, as_words: bool) -> int:
        """Words or signs on the buttons; the width that they take."""
        assert self._icons is not None
        self._as_words = as_words
        width = 8
        for button, words, name, token in (
            (self.add, "Add to deck", "add", "text"), (self.present, "Present  F5", "play", "on_accent"),
        ):  # fmt: skip
            button.setText(words if as_words else "")
            button.setIcon(QIcon() if as_words else self._icons.icon(name, token))
            button.ensurePolished()
            button.setIconSize(QSize(button.fontMetrics().height(), button.fontMetrics().height()))
            button.setMaximumWidth(_ANY if as_words else button.sizeHint().height())
            width += min(button.sizeHint().width(), button.maximumWidth())
        return width


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
