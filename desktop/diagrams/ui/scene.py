"""A drawing as a scene: holds the items and who is chosen, lit, hovered or under the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from desktop.diagrams.boxes import around
from desktop.diagrams.ui.badge_item import BadgeItem
from desktop.diagrams.ui.items import PartItem, ShapeItem, WireItem
from desktop.diagrams.ui.outlines import rect_of
from desktop.diagrams.ui.state import State
from desktop.diagrams.ui.token_item import TokenItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QGraphicsItem

    from desktop.diagrams.boxes import Box, Point
    from desktop.diagrams.drawing.shapes import Drawing, Shape, Wire
    from desktop.diagrams.ui.ink import Ink
    from desktop.shell.tone import Tone


class FigureScene(QGraphicsScene):
    """Shows one drawing at a time."""

    def __init__(self, ink: Ink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._items: dict[str, PartItem] = {}
        self._scenery: list[PartItem] = []
        self._tokens: list[TokenItem] = []
        self._badges: list[BadgeItem] = []
        self._tones: dict[str, Tone] = {}
        self._lit: frozenset[str] = frozenset()
        self._found: frozenset[str] = frozenset()
        self._chosen, self._current, self._hovered = "", "", ""
        self.drawing: Drawing | None = None

    @property
    def parts(self) -> list[PartItem]:
        """Everything that has a name of its own: nodes in reading order, then groups, then lines."""
        if self.drawing is None:
            return []
        first = {id: self._items[id] for id in self.drawing.order}
        return list({**first, **self._items}.values())

    @property
    def chosen(self) -> str:
        return self._chosen

    @property
    def current(self) -> str:
        return self._current

    @property
    def lit(self) -> frozenset[str]:
        return self._lit

    def show_drawing(self, drawing: Drawing | None, ink: Ink) -> None:
        """Show this drawing, nothing chosen and nothing lit."""
        self.clear()
        self._ink, self.drawing = ink, drawing
        self._items, self._scenery, self._tokens = {}, [], []
        self._badges, self._tones = [], {}
        self._lit, self._found = frozenset(), frozenset()
        self._chosen, self._current, self._hovered = "", "", ""
        if drawing is None:
            return
        for shape in drawing.shapes:
            item = ShapeItem(shape, ink)
            if shape.part or shape.id in drawing.order:
                self._items[shape.id] = item
            else:
                self._scenery.append(item)
            self.addItem(item)
        for wire in drawing.wires:
            self._items[wire.id] = WireItem(wire, ink)
            self.addItem(self._items[wire.id])
        self.setSceneRect(rect_of(drawing.bounds))

    def set_ink(self, ink: Ink) -> None:
        """The theme has changed."""
        self._ink = ink
        for item in (*self._items.values(), *self._scenery):
            item.set_ink(ink)
        self.show_tokens(())

    def choose(self, id: str) -> None:
        """Outline this part; '' for none."""
        id = self.shown_for(id)
        self._chosen = id if id in self._items else ""
        self._restate()

    def shown_for(self, id: str) -> str:
        """The part itself, or what stands for it where it is folded away."""
        return self.drawing.stands_for.get(id, id) if self.drawing is not None else id

    def stand_on(self, id: str) -> None:
        """The keyboard is here; '' for nowhere."""
        self._current = id if id in self._items else ""
        self._restate()

    def hover(self, id: str) -> None:
        """The pointer is over this part."""
        if id != self._hovered:
            self._hovered = id
            self._restate()

    def light(self, ids: Iterable[str]) -> None:
        """The present step is about these parts."""
        self._lit = frozenset(self.shown_for(id) for id in ids) & frozenset(self._items)
        self._restate()

    def mark_found(self, ids: Iterable[str]) -> None:
        """These parts hold what is searched for."""
        self._found = frozenset(self.shown_for(id) for id in ids) & frozenset(self._items)
        self._restate()

    def mark(self, tones: Mapping[str, Tone], side: float) -> None:
        """Mark these parts and no others; the sign over each is so many pixels wide, whatever the zoom."""
        self._tones = {id: tone for id, tone in tones.items() if id in self._items}
        for badge in self._badges:
            self.removeItem(badge)
        self._badges = [BadgeItem(self._items[id].part, tone, self._ink, side) for id, tone in self._tones.items()]
        for badge in self._badges:
            self.addItem(badge)
        self._restate()

    def show_tokens(self, places: Sequence[Point]) -> None:
        """A dot at each of these places and nowhere else."""
        while len(self._tokens) > len(places):
            self.removeItem(self._tokens.pop())
        while len(self._tokens) < len(places):
            self._tokens.append(TokenItem(self._ink))
            self.addItem(self._tokens[-1])
        for token, place in zip(self._tokens, places, strict=True):
            token.move_to(place)

    def part(self, id: str) -> Shape | Wire | None:
        """The part of this id."""
        return self._items[id].part if id in self._items else None

    def state(self, id: str) -> State:
        """How a part is shown."""
        return self._items[id].state

    def item(self, id: str) -> PartItem | None:
        """The item of this id."""
        return self._items.get(id)

    def box(self, ids: Iterable[str]) -> Box:
        """What these parts cover together."""
        shown = (self.shown_for(id) for id in ids)
        return around(self._items[id].box for id in shown if id in self._items)

    def part_at(self, place: QPointF) -> str:
        """The topmost part there; '' for none."""
        return self._topmost(self.items(place), PartItem)

    def wire_near(self, place: QPointF, reach: float) -> str:
        """A line that runs within this reach of a place; '' for none."""
        return self._topmost(self.items(QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach)), WireItem)

    def _topmost(self, items: Iterable[QGraphicsItem], kind: type[PartItem]) -> str:
        return next((each.part.id for each in items if isinstance(each, kind) and each.part.id in self._items), "")

    def _restate(self) -> None:
        for id, item in self._items.items():
            own = (id == self._chosen, id == self._current, id == self._hovered)
            item.set_state(State(id in self._lit, *own, found=id in self._found, tone=self._tones.get(id)))
