"""Text set to be read from afar, without controls; a sign says where more of it is out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.catalog.names import VERDICT_WORDS
from desktop.shell.theme import TypeSize
from desktop.shell.widgets.beyond import BeyondSign
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPixmap, QResizeEvent

    from desktop.catalog.entities.evidence import Verdict
    from desktop.catalog.entities.pack import Mark
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme

_MARGIN, _SIGN = 20, 12
_GROWTHS = (1.7, 1.5, 1.3, 1.15)
_SIZES = {
    "": TypeSize.TEXT,
    "muted": TypeSize.SMALL,
    "title": TypeSize.TITLE,
    "question": TypeSize.QUESTION,
    "section": TypeSize.SECTION,
}


class ReadingPage(QWidget):
    """Texts, one below the other, so many times as large as the look has them. Nothing in it can be operated."""

    def __init__(self, theme: Theme, icons: Icons, growth: float = 1.0) -> None:
        super().__init__()
        self._theme, self._icons, self._growth = theme, icons, growth
        self.heads: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._px(4))

    def add(self, widget: QWidget) -> None:
        """Put it at the end, no higher than its text is at this width: Qt would keep the height of a narrower one."""
        policy = widget.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        widget.setSizePolicy(policy)
        self._column.addWidget(widget)

    def add_text(self, text: str, role: str = "") -> None:
        """A text in one of the type roles; nothing for an empty one."""
        if text:
            self.add(self._label(text, role))

    def add_head(self, text: str) -> None:
        """The head of what follows."""
        head = self._label(text, "section")
        head.setContentsMargins(0, self._px(8), 0, 0)
        self.heads.setdefault(text, head)
        self.add(head)

    def add_verdict(self, verdict: Verdict, words: str = "") -> None:
        """The sign and the word, in the colour of the verdict, and words beside them."""
        word = self._label(f"{VERDICT_WORDS[verdict]}: {words}" if words else VERDICT_WORDS[verdict])
        word.setProperty("verdict", verdict.value)
        self._add_signed([self._icons.verdict(verdict, self._px(_SIGN))], word)

    def add_marks(self, marks: Sequence[Mark], words: str) -> None:
        """The shapes of these marks, and words beside them."""
        self._add_signed([self._icons.mark(mark, self._px(_SIGN)) for mark in marks], self._label(words, "muted"))

    def add_columns(self, pages: Sequence[ReadingPage]) -> None:
        """Pages side by side, each on a card, all as high as the highest."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, self._px(6), 0, 0)
        line.setSpacing(self._px(12))
        pad = self._px(10)
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
        return ReadingPage(self._theme, self._icons, self._growth)

    def end(self) -> None:
        """Nothing more comes: what room is left stays at the foot."""
        self._column.addStretch(1)

    def _px(self, pixels: float) -> int:
        return self._theme.px(pixels * self._growth)

    def _label(self, text: str, role: str = "") -> TextLabel:
        label = TextLabel(text, role)
        size = round(self._theme.font(_SIZES[role]).pixelSize() * self._growth)
        label.setStyleSheet(f"font-size: {size}px;")
        return label

    def _add_signed(self, pictures: Sequence[QPixmap], words: QWidget) -> None:
        """Pictures before the first line of some words."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._px(6))
        for picture in pictures:
            sign = QLabel()
            sign.setPixmap(picture)
            sign.setContentsMargins(0, self._px(3), 0, 0)
            line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        self.add(row)


class ReadingSheet(QWidget):
    """Shows a page from its top, its type larger where all of it still fits. The arrow keys and the wheel scroll;
    there are no bars, but a sign says what is out of sight."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._make: Callable[[float], ReadingPage] | None = None
        self.grows = False
        self._head = ""
        self.area = _Area(name)
        self.sign = BeyondSign(self.area)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.area, 1)
        self._column.addWidget(self.sign)
        self.setFocusProxy(self.area)
        self._settle = QTimer(self, singleShot=True)
        self._settle.timeout.connect(self._on_settled)
        self.refit()

    def show_page(self, make: Callable[[float], ReadingPage]) -> None:
        """Show the page that is made for a growth of its type, from its top."""
        self._make = make
        self._show()

    def show_head(self, text: str) -> None:
        """Scroll so far that what stands under this head is read first, as soon as it has its place."""
        self._head = text
        self._settle.start(0)

    def refit(self) -> None:
        """The look has changed."""
        margin = self._theme.px(_MARGIN)
        self._column.setContentsMargins(margin, margin, margin, self._theme.px(6))
        self.area.verticalScrollBar().setSingleStep(self._theme.px(28))
        self._show(keep=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start(0)

    def _show(self, keep: bool = False) -> None:
        """The largest type at which all stands in sight; `keep`: scrolled as far as it was."""
        if self._make is None:
            return
        bar = self.area.verticalScrollBar()
        scrolled = bar.value() / max(1, bar.maximum()) if keep else 0.0
        share = self.area.share_for(self._put_up(1.0))
        likely = [each for each in _GROWTHS if self.grows and each <= share]
        for growth in (*likely, 1.0) if likely else ():
            if self.area.share_for(self._put_up(growth)) >= 1.0:
                break
        bar.setValue(round(scrolled * bar.maximum()))

    def _put_up(self, growth: float) -> ReadingPage:
        """Show the page with its type so much larger."""
        assert self._make is not None
        page = self._make(growth)
        page.end()
        self.area.setWidget(page)
        page.setAutoFillBackground(False)
        return page

    def _on_settled(self) -> None:
        """The room has another size: the head that was asked for stands first in it, too."""
        if self.grows:
            self._show(keep=True)
        page = self.area.widget()
        head = page.heads.get(self._head) if isinstance(page, ReadingPage) else None
        if page is not None and head is not None and (layout := page.layout()) is not None:
            layout.activate()
            self.area.verticalScrollBar().setValue(head.geometry().top())


class _Area(QScrollArea):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def share_for(self, page: QWidget) -> float:
        """How often the height that a page needs is there: under 1 not all of it stands in sight."""
        for each in page.findChildren(QWidget):
            each.ensurePolished()
        room = self.maximumViewportSize()
        return room.height() / max(1, page.heightForWidth(room.width()))
