"""Text set to be read from afar, without controls; a sign says where more of it is out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.catalog.names import VERDICT_WORDS
from desktop.shell.widgets.beyond import BeyondSign
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.entities.evidence import Verdict
    from desktop.catalog.entities.pack import Mark
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme

_MARGIN, _SIGN = 20, 12


class ReadingPage(QWidget):
    """Texts, one below the other. Nothing in it can be operated."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))

    def add(self, widget: QWidget) -> None:
        """Put it at the end, no higher than its text is at this width: Qt would keep the height of a narrower one."""
        policy = widget.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        widget.setSizePolicy(policy)
        self._column.addWidget(widget)

    def add_text(self, text: str, role: str = "") -> None:
        """A text in one of the type roles; nothing for an empty one."""
        if text:
            self.add(TextLabel(text, role))

    def add_head(self, text: str) -> None:
        """The head of what follows."""
        head = TextLabel(text, "section")
        head.setContentsMargins(0, self._theme.px(8), 0, 0)
        self.add(head)

    def add_verdict(self, verdict: Verdict, words: str = "") -> None:
        """The sign and the word, in the colour of the verdict, and words beside them."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.px(6))
        sign = QLabel()
        sign.setPixmap(self._icons.verdict(verdict, self._theme.px(_SIGN)))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        sign.setContentsMargins(0, self._theme.px(3), 0, 0)
        word = TextLabel(f"{VERDICT_WORDS[verdict]}: {words}" if words else VERDICT_WORDS[verdict])
        word.setProperty("verdict", verdict.value)
        line.addWidget(word, 1)
        self.add(row)

    def add_marks(self, marks: Sequence[Mark], words: str) -> None:
        """The shapes of these marks, and words beside them."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.px(6))
        for mark in marks:
            sign = QLabel()
            sign.setPixmap(self._icons.mark(mark, self._theme.px(_SIGN)))
            line.addWidget(sign)
        line.addWidget(TextLabel(words, "muted"), 1)
        self.add(row)

    def add_columns(self, pages: Sequence[ReadingPage]) -> None:
        """Pages side by side, each on a card, all as high as the highest."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, self._theme.px(6), 0, 0)
        line.setSpacing(self._theme.px(12))
        pad = self._theme.px(10)
        for page in pages:
            card = QFrame()
            card.setProperty("card", True)
            column = QVBoxLayout(card)
            column.setContentsMargins(pad, pad, pad, pad)
            column.addWidget(page)
            column.addStretch(1)
            line.addWidget(card, 1)
        self.add(row)

    def another(self) -> ReadingPage:
        """An empty page in the same look, to stand in a column of this one."""
        return ReadingPage(self._theme, self._icons)

    def end(self) -> None:
        """Nothing more comes: what room is left stays at the foot."""
        self._column.addStretch(1)


class ReadingSheet(QWidget):
    """Shows a page from its top. The arrow keys and the wheel scroll; there are no bars, but a sign says what is out
    of sight."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.area = _Area(name)
        self.sign = BeyondSign(self.area)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.area, 1)
        self._column.addWidget(self.sign)
        self.setFocusProxy(self.area)
        self.refit()

    def show_page(self, page: ReadingPage, keep: bool = False) -> None:
        """Show a page in place of the one before; with `keep` scrolled as far as that was."""
        bar = self.area.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum()) if keep else 0.0
        page.end()
        self.area.setWidget(page)
        page.setAutoFillBackground(False)
        bar.setValue(round(share * bar.maximum()))

    def refit(self) -> None:
        """The look has changed."""
        margin = self._theme.px(_MARGIN)
        self._column.setContentsMargins(margin, margin, margin, self._theme.px(8))
        self.area.verticalScrollBar().setSingleStep(self._theme.px(28))


class _Area(QScrollArea):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setProperty("ring", True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
