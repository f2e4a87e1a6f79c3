"""The coverage map as the item of a plot: it paints names and cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.shell.tint import tint
from desktop.usecases.coverage import Spot
from desktop.usecases.ui.map_layout import NAME_LEFT, NAME_RIGHT, wrapping
from desktop.usecases.words import one_line

if TYPE_CHECKING:
    from desktop.shell.context import Context
    from desktop.usecases.coverage import Coverage
    from desktop.usecases.ui.map_layout import MapLayout


class MapItem(QGraphicsItem):
    """Paints a coverage in its layout; the spots that the filter stands on are outlined."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._coverage: Coverage | None = None
        self._layout: MapLayout | None = None
        self._chosen: frozenset[Spot] = frozenset()

    def show_coverage(self, coverage: Coverage, chosen: frozenset[Spot]) -> None:
        """Show these counts."""
        self._coverage, self._chosen = coverage, chosen
        self.update()

    def show_layout(self, layout: MapLayout) -> None:
        """Show them there."""
        self.prepareGeometryChange()
        self._layout = layout
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._layout.width, self._layout.height) if self._layout else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:  # fmt: skip
        if self._coverage is None or self._layout is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = self._coverage.most
        chosen = {spot.industry for spot in self._chosen}
        for industry in self._coverage.rows:
            painter.setFont(self._context.theme.font(bold=industry.id in chosen))
            self._paint_name(painter, industry.title, Spot(industry.id))
            for kind in self._coverage.kinds:
                self._paint_cell(painter, Spot(industry.id, kind.id), most)

    def _paint_name(self, painter: QPainter, title: str, spot: Spot) -> None:
        assert self._layout is not None
        theme = self._context.theme
        painter.setPen(theme.colour("text"))
        place = self._layout.places[spot].adjusted(theme.px(NAME_LEFT), 0, -theme.px(NAME_RIGHT), 0)
        painter.drawText(place, one_line(title), wrapping())

    def _paint_cell(self, painter: QPainter, spot: Spot, most: int) -> None:
        assert self._coverage is not None
        assert self._layout is not None
        theme, tokens = self._context.theme, self._context.theme.tokens
        shown, place = self._coverage.shown.get(spot, 0), self._layout.places[spot]
        ground = tint(tokens.surface, tokens.accent, tokens.text, shown / most)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground if shown else tokens.raised))
        painter.drawRoundedRect(place, 4, 4)
        painter.setFont(theme.font(bold=spot in self._chosen))
        painter.setPen(theme.colour("text" if shown else "muted"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self._coverage.words(spot))
