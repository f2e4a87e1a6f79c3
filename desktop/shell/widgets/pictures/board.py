"""A picture on the screen: the plot, a clear button over each mark, and the head that stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.shell.widgets.pictures.drawing import Drawing
from desktop.shell.widgets.pictures.head_strip import HeadStrip
from desktop.shell.widgets.spots import SpotButton, neighbour
from desktop.shell.widgets.tab_order import tab_through
from desktop.shell.widgets.tips import as_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context
    from desktop.shell.widgets.pictures.drawing import Spot

_EMPTY = Drawing(0, 0, (), ())


class Board(QWidget):
    """Shows a drawing as large as it is. Of its buttons Tab stops at one, arrow keys walk over all."""

    chosen = Signal(object)  # Ref
    pointed = Signal(object)  # str or None
    reached = Signal(object)  # Spot: the keyboard came here

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        from desktop.shell.widgets.pictures.plot import DrawingItem
        from desktop.shell.widgets.plots import still_plot

        super().__init__(parent)
        self._context = context
        self._item = DrawingItem(context.icons)
        self._plot = still_plot(self._item)
        self._plot.setParent(self)
        self._head = HeadStrip(context, self)
        self._buttons: list[SpotButton] = []
        self._drawing = _EMPTY
        self._ref: Ref | None = None
        self.has_tips = False  # where there is no room for a line that says what a mark says

    @property
    def drawing(self) -> Drawing:
        return self._drawing

    def name_picture(self, title: str, left_out: str) -> None:
        """What a screen reader calls the whole picture."""
        for widget in (self, self._plot):
            widget.setAccessibleName(title)
            widget.setAccessibleDescription(left_out)

    def button(self, at: int) -> SpotButton:
        """The button over a spot, for whoever drives the picture."""
        return self._buttons[at]

    def show_drawing(self, drawing: Drawing) -> None:
        """Show this; the keyboard and the chosen mark stay where the same things are."""
        from desktop.shell.widgets.plots import show_pixels

        stop = self._stop if [each.name for each in drawing.spots] == [each.name for each in self._drawing.spots] else 0
        self._drawing = drawing
        width, height = round(drawing.width), round(drawing.height)
        self.resize(width, height)
        show_pixels(self._plot, width, height, self._context.theme.tokens.surface)
        self._item.show_drawing(drawing)
        self._head.show_drawing(drawing)
        self._match_buttons(len(drawing.spots))
        for at, spot in enumerate(drawing.spots):
            self._place_button(at, spot)
        self._head.raise_()
        if drawing.spots:
            self._stop_at(stop)

    def hold_head(self, scrolled: int) -> None:
        """Keep the head at the top of what is in sight."""
        self._head.hold(scrolled)

    @property
    def _stop(self) -> int:
        """Which button Tab stops at."""
        stops = (at for at, each in enumerate(self._buttons) if each.focusPolicy() == Qt.FocusPolicy.StrongFocus)
        return next(stops, 0)

    def _match_buttons(self, count: int) -> None:
        """As many buttons as there are spots."""
        for button in self._buttons[count:]:
            button.hide()
            button.deleteLater()
        del self._buttons[count:]
        for at in range(len(self._buttons), count):
            button = SpotButton(at, self._context.theme, self)
            button.clicked.connect(lambda _on=False, at=at: self._on_clicked(at))
            button.pointed.connect(self._on_pointed)
            button.step_requested.connect(self._on_step_requested)
            self._buttons.append(button)
            tab_through(self._buttons[at - 1] if at else self, [button])

    def _place_button(self, at: int, spot: Spot) -> None:
        button = self._buttons[at]
        in_head = self._drawing.is_in_head(spot)
        board: QWidget = self._head if in_head else self
        if button.parentWidget() is not board:
            button.setParent(board)
        place = spot.place.translated(0, -round(self._drawing.head[0])) if in_head else spot.place
        bounds = board.rect()
        button.setGeometry(place.toRect().adjusted(-1, -1, 1, 1).intersected(bounds))
        button.setAccessibleName(spot.name)
        button.setToolTip(as_tip(spot.name) if self.has_tips else "")
        button.setChecked(spot.ref == self._ref)
        button.show()

    def _stop_at(self, at: int) -> None:
        """Make one button the one that Tab stops at."""
        for each, button in enumerate(self._buttons):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == at else Qt.FocusPolicy.ClickFocus)

    def _on_clicked(self, at: int) -> None:
        self._stop_at(at)
        self._ref = self._drawing.spots[at].ref
        for button, spot in zip(self._buttons, self._drawing.spots, strict=True):
            button.setChecked(spot.ref == self._ref)
        self.chosen.emit(self._ref)

    def _on_pointed(self, at: int | None) -> None:
        self.pointed.emit(None if at is None else self._buttons[at].accessibleName())

    def _on_step_requested(self, at: int, down: int, right: int) -> None:
        target = neighbour(self._drawing.at, at, down, right)
        self._stop_at(target)
        self._buttons[target].setFocus(Qt.FocusReason.OtherFocusReason)
        self.reached.emit(self._drawing.spots[target])


class BoardScroll(QScrollArea):
    """The board in a frame that scrolls. It tells when there is another size to draw for."""

    resized = Signal()

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(board)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        board.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(24)
        self.horizontalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(board.hold_head)
        board.reached.connect(self._on_reached)

    @property
    def room(self) -> QSizeF:
        """What a drawing can take without scrolling; a bar's width is kept free, so that nothing jumps with it."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSizeF(max(1, self.width() - bar), max(1, self.height() - 2))

    def show_drawing(self, drawing: Drawing) -> None:
        """Show this, scrolled no further than it goes."""
        self._board.show_drawing(drawing)
        self._board.hold_head(self.verticalScrollBar().value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def _on_reached(self, spot: Spot) -> None:
        """Bring the spot into sight, clear of the head."""
        drawing = self._board.drawing
        if drawing.is_in_head(spot):
            self.ensureVisible(round(spot.place.center().x()), self.verticalScrollBar().value() + 1, 60, 0)
            return
        head = round(drawing.head[1] - drawing.head[0])
        middle = spot.place.center()
        wide, high = round(spot.place.width() / 2) + 8, round(spot.place.height() / 2) + 8 + head
        self.ensureVisible(round(middle.x()), round(middle.y()), wide, min(high, self.height() // 2))
