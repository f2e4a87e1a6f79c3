"""The presenter's window: what is on, what comes next, notes, clocks. It asks (`acted`) and shows what it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.presentation.keys import Act, key_of
from desktop.presentation.talk import Over
from desktop.presentation.ui.buttons import Buttons
from desktop.presentation.ui.notes import Notes
from desktop.presentation.ui.overview import KeysPage, Overview
from desktop.presentation.ui.pace_bar import PaceBar
from desktop.presentation.ui.preview import NextPicture, Preview
from desktop.shell.key_gate import KeyGate
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import OneLineLabel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QPixmap, QResizeEvent

    from desktop.catalog.entities.talks import Stop
    from desktop.presentation.talk import Talk
    from desktop.shell.context import Context

_IN_A_WINDOW = "A window to share"


class Console(QWidget):
    """Knows nothing of screens and stages: `Presenting` tells it."""

    acted = Signal(object)  # Act
    stop_chosen = Signal(int)
    screen_chosen = Signal(object)  # QScreen, or None for an ordinary window
    closed = Signal()

    def __init__(
        self, context: Context, picture: Callable[[Stop], QPixmap | None], keys: Callable[[QKeyEvent], bool]
    ) -> None:
        """`picture` gives the small picture of a stop; `keys` is asked first about each key."""
        super().__init__(None, Qt.WindowType.Window)
        self._theme, self._icons = context.theme, context.icons
        self._gate = KeyGate(self, keys)
        self._picture = picture
        self._stops: tuple[Stop, ...] = ()
        self._stage_part: QWidget | None = None
        self.pace = PaceBar(context.theme, context.icons)
        self.preview = Preview(context.theme, "What the hall sees")
        self.next_picture = NextPicture(context.theme)
        self.notes = Notes(context.theme, context.settings)
        self.overview = Overview(context.theme, picture)
        self.keys_page = KeysPage(context.theme)
        self._buttons = Buttons()
        self._stop_picker = _picker("The stop that is on")
        self._screen_picker = _picker("Where the hall sees it")
        self._title, self._following = OneLineLabel("question"), OneLineLabel("title")
        self._said = TextLabel(role="title")
        self._notice, self._notice_sign = TextLabel(), QLabel()
        self._where = TextLabel(role="muted")
        self._open_again = push_button(f"Open it again  {key_of(Act.FROM_HERE)}", name="Open the hall's window again")
        self._place = QFrame()
        self._layers = QStackedWidget()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # at first, so that no button has it
        self._lay_out()
        self._connect()

    # What it is told.

    def show_talk(self, talk: Talk) -> None:
        """Show the talk as it stands."""
        if talk.deck.stops != self._stops:
            self._stops = talk.deck.stops
            self._stop_picker.clear()
            self._stop_picker.addItems(
                [f"{at} of {talk.count}  {stop.title}" for at, stop in enumerate(self._stops, 1)]
            )
        self._stop_picker.setCurrentIndex(talk.at)
        steps = talk.told.count
        told = f", step {talk.at_step + 1} of {steps}" if steps > 1 else ""
        title = talk.stop.title if talk.stop is not None else "This talk has no stops."
        self._title.show_text(f"{talk.at + 1} of {talk.count}{told}: {title}" if talk.stop is not None else title)
        self.notes.show_notes(talk.stop.notes if talk.stop is not None else None)
        self.preview.show_talk(talk)
        self._buttons.show_talk(talk)
        self._layers.setCurrentIndex(list(Over).index(talk.over))
        if talk.over is Over.OVERVIEW:
            self.overview.show_talk(talk)
        self._tell(f"Go to stop {talk.typed}_  (Enter)" if talk.typed is not None else talk.said)
        self.show_next(talk)

    def show_next(self, talk: Talk) -> None:
        """The stop that comes next, with its picture once there is one."""
        stop = talk.following
        self._following.show_text(f"Next: {stop.title}" if stop is not None else "This is the last stop.")
        picture = self._picture(stop) if stop is not None else None
        self.next_picture.show_picture(picture, stop.title if stop is not None else "The end")

    def show_stage_part(self, part: QWidget | None) -> None:
        """Put in its place what the stage has for the presenter alone; what was there before goes."""
        before, self._stage_part = self._stage_part, part
        if before is part:
            return
        column = self._place.layout()
        assert column is not None
        if before is not None:
            column.removeWidget(before)
            before.setParent(None)
        if part is not None:
            column.addWidget(part)
            part.show()
        self._place.setVisible(part is not None)

    def show_where(self, words: str, current: str, is_open: bool) -> None:
        """Say where the hall sees it; `current` is the name of the screen it fills, '' for an ordinary window."""
        self._where.setText(words)
        self._open_again.setVisible(not is_open)
        self._screen_picker.clear()
        self._screen_picker.addItem(_IN_A_WINDOW, None)
        for screen in QGuiApplication.screens():
            size = screen.size() * screen.devicePixelRatio()
            mine = ", this one" if screen == self.screen() else ""
            self._screen_picker.addItem(f"Screen {screen.name()}, {size.width()} × {size.height()}{mine}", screen)
            if current and screen.name() == current:
                self._screen_picker.setCurrentIndex(self._screen_picker.count() - 1)

    def say_notice(self, words: str) -> None:
        """Say at the top what the presenter must know and the hall must not see; '' takes it away."""
        self._notice.setText(words)
        side = self._theme.px(18)
        self._notice_sign.setPixmap(self._icons.pixmap("warning", self._theme.colour("dated"), side, 2.0))
        for each in (self._notice, self._notice_sign):
            each.setVisible(bool(words))

    @property
    def notice(self) -> str:
        return self._notice.text()

    @property
    def said(self) -> str:
        """What was last said about a key."""
        return self._said.text()

    @property
    def where(self) -> str:
        return self._where.text()

    @property
    def title(self) -> str:
        """Which stop and step is on, with its title."""
        return self._title.whole

    @property
    def offers_to_open_again(self) -> bool:
        return self._open_again.isVisibleTo(self)

    def take_focus(self) -> None:
        """Put the keyboard into this window, and on none of its controls."""
        self.activateWindow()
        self.setFocus()

    def turn(self, way: int) -> None:
        """Scroll the notes, or the page of keys where that is open."""
        if self._layers.currentWidget() is self.keys_page:
            bar = self.keys_page.verticalScrollBar()
            bar.setValue(bar.value() + way * bar.pageStep() // 2)
        else:
            self.notes.turn(way)

    def press(self, act: Act) -> None:
        """Press a button."""
        self._buttons.click(act)

    # What happens to it.

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("window"))
        painter.end()

    def _tell(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))

    # How it is put together.

    def _connect(self) -> None:
        self._buttons.pressed.connect(self.acted)
        self._open_again.clicked.connect(lambda: self.acted.emit(Act.FROM_HERE))
        self._open_again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stop_picker.activated.connect(self.stop_chosen)
        self.overview.stop_chosen.connect(self.stop_chosen)
        self._screen_picker.activated.connect(lambda at: self.screen_chosen.emit(self._screen_picker.itemData(at)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(_row(self._notice_sign, self._notice, margins=(16, 8, 16, 0)))
        column.addWidget(self._said)
        self._said.setContentsMargins(16, 8, 16, 0)
        for page in (self._main_page(), self.overview, self.keys_page):
            self._layers.addWidget(page)
        column.addWidget(self._layers, 1)
        self.say_notice("")
        self._tell("")

    def _main_page(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.pace)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addLayout(_column(self._title, self.preview, self._place, self._stop_picker), 3)
        body.addLayout(_column(self._following, self.next_picture, self.notes), 2)
        column.addLayout(body, 1)
        column.addLayout(_row(self._where, self._open_again, self._screen_picker))
        column.addWidget(self._buttons)
        self._place.setLayout(QVBoxLayout())
        self._place.setProperty("card", True)
        self._place.hide()
        scroll = QScrollArea()
        scroll.setWidget(_Least(content))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll


class _Least(QWidget):
    """Holds the page at the height of the window while all of it has room, and scrolls no sooner than it must."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content, self._least = content, QSize()
        content.setParent(self)
        content.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        return self._least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._content.setGeometry(self.rect())
        self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._measure()
        return False

    def _measure(self) -> None:
        layout = self._content.layout()
        if layout is None:
            return
        least = QSize(layout.minimumSize().width(), layout.totalMinimumHeightForWidth(max(1, self.width())))
        if least != self._least:
            self._least = least
            self.updateGeometry()


def _picker(name: str) -> QComboBox:
    """A list to choose from by mouse or after Tab; it may be narrower than its longest line."""
    picker = QComboBox()
    picker.setAccessibleName(name)
    picker.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    picker.setMinimumContentsLength(12)
    picker.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return picker


def _column(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    for part in parts:
        column.addWidget(part, {Preview: 1, NextPicture: 2, Notes: 3}.get(type(part), 0))
    return column


def _row(*parts: QWidget, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(*margins)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, TextLabel | QComboBox) else 0)
    return row
