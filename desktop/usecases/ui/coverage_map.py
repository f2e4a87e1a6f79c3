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

    def __init__(self, context: Context, mentions: Mentions, parent: QWidget | None = None) -> None:
        from desktop.shell.widgets.plots import still_plot
        from desktop.usecases.ui.map_plot import MapItem

        super().__init__(parent)
        self._context = context
        self._mentions = mentions
        self._item = MapItem(context)
        self._plot = still_plot(self._item)
        self._plot.setAccessibleName("Coverage map")
        self._plot.setParent(self)
        self._coverage: Coverage | None = None
        self._chosen = Spot()
        self._buttons: dict[Spot, SpotButton] = {}
        self._head = HeadStrip(context, context.catalog.pack.kinds, self)

    def show_coverage(self, coverage: Coverage, chosen: Spot) -> None:
        """Show these counts; `chosen` is where the filter stands."""
        if self._coverage is None:
            self._add_buttons(coverage)
        self._coverage, self._chosen = coverage, chosen
        names = coverage.names(self._buttons, self._mentions)
        for spot, button in self._buttons.items():
            button.setChecked(spot == chosen)
            button.setAccessibleName(names[spot])
        if chosen in self._buttons:
            self._stop_at(chosen)
        self.refit(self.width())

    def refit(self, width: int) -> None:
        """Set everything into this width."""
        if self._coverage is None:
            return
        layout = map_layout(self._coverage, self._context.theme, width)
        self.setMinimumSize(layout.least, layout.height)
        from desktop.shell.widgets.plots import show_pixels

        ground = self._context.theme.tokens.surface
        show_pixels(self._plot, max(width, layout.width), max(self.height(), layout.height), ground)
        self._item.show_coverage(self._coverage, layout, self._chosen)
        self._head.show_places(layout.places)
        self._head.resize(max(width, layout.width), layout.head)
        for spot, button in self._buttons.items():
            board = self if spot.industry else self._head
            outline = layout.places[spot].toRect().adjusted(-1, -1, 1, 1)
            button.setGeometry(outline.intersected(board.rect()))

    def hold_head(self, top: int) -> None:
        """Keep the marks at the top of what is in sight."""
        self._head.move(0, top)

    def button(self, spot: Spot) -> SpotButton | None:
        """The button over a spot, for whoever drives the map."""
        return self._buttons.get(spot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit(event.size().width())

    def _add_buttons(self, coverage: Coverage) -> None:
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
        self.chosen.emit(Spot() if spot == self._chosen else spot)

    def _on_step_requested(self, spot: Spot, down: int, right: int) -> None:
        assert self._coverage is not None
        rows = ["", *(each.id for each in self._coverage.rows)]
        columns = ["", *(each.id for each in self._coverage.kinds)]
        spots = list(self._buttons)
        places = [(rows.index(each.industry), columns.index(each.kind)) for each in spots]
        there = spots[neighbour(places, spots.index(spot), down, right)]
        self._stop_at(there)
        self._buttons[there].setFocus(Qt.FocusReason.OtherFocusReason)
        self.reached.emit(self._buttons[there])


class CoverageMap(QFrame):
    """The card with heading, plot and a line in words under it."""

    chosen = Signal(object)  # Spot; the empty Spot clears

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._coverage: Coverage | None = None
        self.setProperty("card", True)
        self._heading = TextLabel("Coverage: industry × kind", "section")
        self._note = TextLabel(_HOW, "muted")
        self._mentions = mentions_of(context.catalog)
        self._board = Board(context, self._mentions)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._board)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._board.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
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
        self._scroll.verticalScrollBar().valueChanged.connect(self._board.hold_head)

    def show_coverage(self, coverage: Coverage, chosen: Spot) -> None:
        """Show these counts; `chosen` is where the filter stands."""
        self._coverage = coverage
        self._board.show_coverage(coverage, chosen)
        self._on_pointed(None)
        button = self._board.button(chosen)
        if button is not None:
            self._on_reached(button)

    def refit(self) -> None:
        """Measure and paint again: the look has changed."""
        self._hold_note()
        self._board.refit(self._board.width())
        self._board.update()

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
        if self._coverage is None:
            return
        left_out = self._coverage.left_out
        more = f" {plural(left_out, 'industry', 'industries')} more in the list." if left_out else ""
        self._note.setText(self._coverage.name(spot, self._mentions) if spot else _HOW + more)

    def _on_reached(self, button: SpotButton) -> None:
        if isinstance(button.place, Spot) and button.place.industry:
            self._scroll.ensureWidgetVisible(button, 8, self._context.theme.px(40))
