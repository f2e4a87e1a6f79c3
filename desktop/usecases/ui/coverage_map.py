"""The coverage map as a card: the plot, and over each cell a clear button that mouse and keyboard use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.catalog.words import plural
from desktop.shell.theme import TypeSize
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.spots import SpotButton, neighbour
from desktop.usecases.coverage import Coverage, Mentions, Spot, mentions_of
from desktop.usecases.ui.head_strip import HeadStrip
from desktop.usecases.ui.map_layout import map_layout

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.shell.context import Context

_HOW = "– none: the cell says whether an article mentions it. Choose a cell to filter, again to clear."


class Board(QWidget):
    """The plot with its buttons."""

    chosen = Signal(object)  # Spot
    pointed = Signal(object)  # Spot or None
    reached = Signal(object)  # SpotButton: the keyboard came here
    laid_out = Signal()

    def __init__(self, context: Context, coverage: Coverage, mentions: Mentions) -> None:
        from desktop.shell.widgets.plots import still_plot
        from desktop.usecases.ui.map_plot import MapItem

        super().__init__()
        self._context = context
        self._mentions = mentions
        self._item = MapItem(context)
        self._plot = still_plot(self._item)
        self._plot.setAccessibleName("Coverage map")
        self._plot.setParent(self)
        self._coverage = coverage
        self._chosen: frozenset[Spot] = frozenset()
        self._buttons: dict[Spot, SpotButton] = {}
        self._head = HeadStrip(context, coverage.kinds, self)
        self._add_buttons()

    def show_coverage(self, coverage: Coverage, chosen: frozenset[Spot]) -> None:
        """Show these counts; `chosen` are the places where the filter stands."""
        self._coverage, self._chosen = coverage, chosen
        names = coverage.names(self._buttons, self._mentions)
        for spot, button in self._buttons.items():
            button.setChecked(spot in chosen)
            button.setAccessibleName(names[spot])
        if len(chosen) == 1 and chosen <= self._buttons.keys():
            self._stop_at(*chosen)
        self._item.show_coverage(coverage, chosen)

    def refit(self, width: int) -> None:
        """Set everything into this width."""
        from desktop.shell.widgets.plots import show_pixels

        layout = map_layout(self._coverage, self._context.theme, width)
        self.setMinimumSize(layout.least, layout.height)
        ground = self._context.theme.tokens.surface
        show_pixels(self._plot, max(width, layout.width), max(self.height(), layout.height), ground)
        self._item.show_layout(layout)
        self._head.show_places(layout.places)
        self._head.resize(max(width, layout.width), layout.head)
        for spot, button in self._buttons.items():
            board = self if spot.industry else self._head
            outline = layout.places[spot].toRect().adjusted(-1, -1, 1, 1)
            button.setGeometry(outline.intersected(board.rect()))
        self.laid_out.emit()

    def below_rows(self, height: int) -> int:
        """How much of this height is left below the last row that it shows whole; nothing where all fit, or none."""
        bottoms = [button.geometry().bottom() + 1 for spot, button in self._buttons.items() if spot.industry]
        whole = max((each for each in bottoms if each <= height), default=height)
        return height - whole if self.minimumHeight() > height else 0

    def hold_head(self, top: int) -> None:
        """Keep the marks at the top of what is in sight."""
        self._head.move(0, top)

    def button(self, spot: Spot) -> SpotButton | None:
        """The button over a spot, for whoever drives the map."""
        return self._buttons.get(spot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit(event.size().width())

    def _add_buttons(self) -> None:
        coverage = self._coverage
        heads = [Spot(kind=kind.id) for kind in coverage.kinds]
        for row in coverage.rows:
            heads += [Spot(row.id), *(Spot(row.id, kind.id) for kind in coverage.kinds)]
        for spot in heads:
            button = SpotButton(spot, self._context.theme, self if spot.industry else self._head)
            button.clicked.connect(lambda _on=False, spot=spot: self._on_clicked(spot))
            button.pointed.connect(self.pointed)
            button.step_requested.connect(self._on_step_requested)
            button.show()
            self._buttons[spot] = button
        self._head.raise_()
        if heads:
            self._stop_at(Spot(coverage.rows[0].id) if coverage.rows else heads[0])

    def _stop_at(self, spot: Spot) -> None:
        """Make one button the one that Tab stops at."""
        for each, button in self._buttons.items():
            stop = Qt.FocusPolicy.StrongFocus if each == spot else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(stop)

    def _on_clicked(self, spot: Spot) -> None:
        self._stop_at(spot)
        self.chosen.emit(Spot() if self._chosen == {spot} else spot)

    def _on_step_requested(self, spot: Spot, down: int, right: int) -> None:
        rows = ["", *(each.id for each in self._coverage.rows)]
        columns = ["", *(each.id for each in self._coverage.kinds)]
        spots = list(self._buttons)
        places = [(rows.index(each.industry), columns.index(each.kind)) for each in spots]
        there = spots[neighbour(places, spots.index(spot), down, right)]
        self._stop_at(there)
        self._buttons[there].setFocus(Qt.FocusReason.OtherFocusReason)
        self.reached.emit(self._buttons[there])


class _Scroll(QScrollArea):
    """The board in a frame that scrolls and ends below a whole row."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._board = board
        self.setWidgetResizable(True)
        self.setWidget(board)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        board.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(board.hold_head)
        board.laid_out.connect(self._end_at_row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._end_at_row()

    def _end_at_row(self) -> None:
        """Leave empty what is too low for one row more."""
        rest = self._board.below_rows(self.height())
        if rest != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, rest)


class CoverageMap(QFrame):
    """The card with heading, plot and a line in words under it."""

    chosen = Signal(object)  # Spot; the empty Spot clears

    def __init__(self, context: Context, coverage: Coverage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._coverage = coverage
        self.setProperty("card", True)
        self._heading = TextLabel("Coverage: industry × kind", "section")
        self._note = TextLabel(_HOW, "muted")
        self._mentions = mentions_of(context.catalog)
        self._board = Board(context, coverage, self._mentions)
        self._scroll = _Scroll(self._board)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 6, 12)
        column.setSpacing(8)
        for widget in (self._heading, self._scroll, self._note):
            column.addWidget(widget)
        column.setStretchFactor(self._scroll, 1)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._hold_note()
        self._board.chosen.connect(self.chosen)
        self._board.pointed.connect(self._on_pointed)
        self._board.reached.connect(self._on_reached)

    def show_coverage(self, coverage: Coverage, chosen: frozenset[Spot]) -> None:
        """Show these counts; `chosen` are the places where the filter stands."""
        self._coverage = coverage
        self._board.show_coverage(coverage, chosen)
        self._on_pointed(None)
        buttons = [button for spot in chosen if (button := self._board.button(spot)) is not None]
        if buttons:
            self._on_reached(min(buttons, key=lambda button: button.y()))

    def refit(self) -> None:
        """Measure and paint again: the look has changed."""
        self._hold_note()
        self._board.refit(self._board.width())

    @property
    def note(self) -> str:
        """The line under the map."""
        return self._note.text()

    def button(self, spot: Spot) -> SpotButton | None:
        return self._board.button(spot)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._context.theme.px(160), self._context.theme.px(160))

    def _hold_note(self) -> None:
        """Room for three lines, so that the map does not move when the line under it changes."""
        lines = QFontMetrics(self._context.theme.font(TypeSize.SMALL)).lineSpacing() * 3
        self._note.setMinimumHeight(lines + 4)

    def _on_pointed(self, spot: Spot | None) -> None:
        left_out = self._coverage.left_out
        more = f" {plural(left_out, 'industry', 'industries')} more in the list." if left_out else ""
        self._note.setText(self._coverage.name(spot, self._mentions) if spot else _HOW + more)

    def _on_reached(self, button: SpotButton) -> None:
        if isinstance(button.place, Spot) and button.place.industry:
            self._scroll.ensureWidgetVisible(button, 8, self._context.theme.px(40))
