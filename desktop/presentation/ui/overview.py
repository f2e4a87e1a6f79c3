"""All stops as pictures, to go to one by key or click; and the page that tells the keys. Both lie over the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from desktop.presentation.keys import TABLE, keys_shown
from desktop.presentation.ui.preview import paint_picture
from desktop.shell.widgets.buttons import EnterButton
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QPixmap, QResizeEvent

    from desktop.catalog.entities.talks import Stop
    from desktop.presentation.keys import KeyRow
    from desktop.presentation.talk import Talk
    from desktop.shell.theme import Theme

_WIDE, _GAP, _KEYS_WIDE = 220, 12, 400


class _Tile(EnterButton):
    """One stop: its picture over its number and title. The outline tells where the keyboard is, a bar what is on."""

    def __init__(self, theme: Theme, number: int, stop: Stop) -> None:
        super().__init__()
        self._theme, self._words = theme, f"{number}  {stop.title}"
        self.picture: QPixmap | None = None
        self.is_chosen = self.is_on = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tell()

    def tell(self) -> None:
        """Name it as it stands."""
        self.setAccessibleName(self._words + (", on now" if self.is_on else ""))
        self.update()

    def sizeHint(self) -> QSize:
        wide = self._theme.px(_WIDE)
        return QSize(wide, round(wide * 9 / 16) + 3 * self.fontMetrics().height() + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        below = 2 * self.fontMetrics().height() + 6
        room = QRectF(self.rect()).adjusted(6, 6, -6, -6 - below)
        paint_picture(painter, self._theme, room, self.picture, "…")
        words = QRectF(6, self.height() - 6 - below, self.width() - 12, below)
        painter.setFont(self._theme.font(bold=self.is_on))
        painter.setPen(self._theme.colour("text"))
        if self.is_on:
            painter.fillRect(QRectF(words.left(), words.top() + 3, 4, words.height() - 3), self._theme.colour("accent"))
            words.setLeft(words.left() + 10)
        painter.drawText(words, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, self._words)
        if self.is_chosen or self.underMouse():
            painter.setPen(
                QPen(self._theme.colour("accent" if self.is_chosen else "control"), 3 if self.is_chosen else 1)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)
        painter.end()


class Overview(QScrollArea):
    """The grid. Its keys are the talk's (`Talk.chosen`); a click goes there."""

    stop_chosen = Signal(int)

    def __init__(self, theme: Theme, picture: Callable[[Stop], QPixmap | None]) -> None:
        super().__init__()
        self._theme, self._picture = theme, picture
        self._tiles: list[_Tile] = []
        self._stops: tuple[Stop, ...] = ()
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        self._grid.setContentsMargins(16, 16, 16, 16)
        self._grid.setSpacing(_GAP)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Overview of all stops")

    @property
    def columns(self) -> int:
        """How many stops stand in a line."""
        room = self.viewport().width() - 32 + _GAP
        return max(1, min(len(self._tiles) or 1, room // (self._theme.px(_WIDE) + _GAP)))

    @property
    def names(self) -> list[str]:
        """The stops as a screen reader names them."""
        return [tile.accessibleName() for tile in self._tiles]

    def show_talk(self, talk: Talk) -> None:
        """Show the stops, the one that is on and the one that is outlined."""
        if talk.deck.stops != self._stops:
            self._build(talk.deck.stops)
        for at, tile in enumerate(self._tiles):
            tile.is_on, tile.is_chosen = at == talk.at, at == talk.chosen
            tile.picture = self._picture(self._stops[at])
            tile.tell()
        if self._tiles and self.isVisible():
            self.ensureWidgetVisible(self._tiles[talk.chosen])

    def show_pictures(self) -> None:
        """Another picture was made."""
        for stop, tile in zip(self._stops, self._tiles, strict=True):
            tile.picture = self._picture(stop)
            tile.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _build(self, stops: tuple[Stop, ...]) -> None:
        for tile in self._tiles:
            tile.deleteLater()
        self._stops = stops
        self._tiles = [_Tile(self._theme, at, stop) for at, stop in enumerate(stops, 1)]
        for at, tile in enumerate(self._tiles):
            tile.clicked.connect(lambda _checked=False, at=at: self.stop_chosen.emit(at))
        self._lay_out()

    def _lay_out(self) -> None:
        columns = self.columns
        for at, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, at // columns, at % columns)
        for at in range(self._grid.columnCount()):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self._grid.setRowStretch(self._grid.rowCount(), 1)


class KeysPage(QScrollArea):
    """The table of keys, in words: its parts beside each other where the window is wide enough."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(16, 16, 16, 16)
        self._grid.setSpacing(24)
        self._parts = [_key_rows(title, rows) for title, rows in TABLE.items()]
        self._lay_out(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Keys of the talk")

    @property
    def words(self) -> list[str]:
        """All that is said."""
        return [label.text() for label in self.findChildren(QLabel)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(max(1, min(len(self._parts), self.viewport().width() // self._theme.px(_KEYS_WIDE))))

    def _lay_out(self, columns: int) -> None:
        for at, part in enumerate(self._parts):
            self._grid.addWidget(part, at // columns, at % columns, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(self._grid.rowCount(), 1)


def _key_rows(title: str, rows: tuple[KeyRow, ...]) -> QWidget:
    part = QWidget()
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    grid.addWidget(TextLabel(title, role="section"), 0, 0, 1, 2)
    for at, row in enumerate(rows, 1):
        grid.addWidget(TextLabel(keys_shown(row)), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(TextLabel(row.does), at, 1, Qt.AlignmentFlag.AlignTop)
    return part
