"""Tells assistive technology what the figure holds: each node, group and line with its name, role and place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop.diagrams.drawing.shapes import Drawing, Look, Shape, Wire
from desktop.diagrams.ui.outlines import rect_of
from desktop.diagrams.ui.zoom import ZoomView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.diagrams.ui.scene import FigureScene

_kept: dict[int, CanvasAccess] = {}
_installed: list[object] = []


class FigureView(ZoomView):
    """A view on a scene whose parts are told."""

    def __init__(self, scene: FigureScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.figure = scene

    @property
    def stops(self) -> Sequence[str]:
        """What the keyboard reaches, in reading order."""
        return self.figure.drawing.order if self.figure.drawing is not None else ()

    def name_of(self, part: Shape | Wire) -> str:
        """What a part is called."""
        return part.name

    def tip_of(self, part: Shape | Wire) -> str:
        """The name of a part and, on the lines below, its meaning."""
        return part.tip


class PartAccess(QAccessibleInterface):
    """One part of the figure."""

    def __init__(self, canvas: CanvasAccess, drawing: Drawing, part: Shape | Wire) -> None:
        super().__init__()
        self._canvas, self._drawing, self._part = canvas, drawing, part

    def isValid(self) -> bool:
        return self._canvas.isValid() and self._canvas.view.figure.drawing is self._drawing

    def object(self) -> Any:
        return None

    def window(self) -> Any:
        return self._canvas.window()

    def parent(self) -> QAccessibleInterface:
        return self._canvas

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Name:
            return self._canvas.view.name_of(self._part)
        if kind is QAccessible.Text.Description:
            return self._canvas.view.tip_of(self._part).partition("\n")[2]
        return ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """The words come from the pack."""

    def rect(self) -> QRect:
        view = self._canvas.view
        box = view.mapFromScene(rect_of(view.figure.box([self._part.id]))).boundingRect()
        return QRect(view.viewport().mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        part = self._part
        if isinstance(part, Wire):
            return QAccessible.Role.Graphic
        return QAccessible.Role.Grouping if part.look is Look.GROUP else QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.selectable = True
        if self.isValid():
            state.focusable = self._part.id in self._canvas.view.stops
            state.selected = self._canvas.view.figure.chosen == self._part.id
            state.focused = self._canvas.view.figure.current == self._part.id
        return state

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()


class CanvasAccess(QAccessibleWidget):
    """The figure with its parts as children."""

    def __init__(self, view: FigureView) -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self.view = view
        self._known: dict[int, tuple[Drawing, list[PartAccess]]] = {}

    @property
    def parts(self) -> list[PartAccess]:
        """One for each part that has a name. Those of other drawings are kept: the system may still hold them."""
        drawing = self.view.figure.drawing
        if drawing is None:
            return []
        if id(drawing) not in self._known:
            parts = [PartAccess(self, drawing, item.part) for item in self.view.figure.parts]
            self._known[id(drawing)] = (drawing, parts)
        return self._known[id(drawing)][1]

    def childCount(self) -> int:
        return len(self.parts)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.parts[index] if 0 <= index < len(self.parts) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((at for at, part in enumerate(self.parts) if part is child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return next((part for part in self.parts if part.rect().contains(x, y)), None)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return next((part for part in self.parts if part.state().focused), None)

    def text(self, kind: QAccessible.Text) -> str:
        return self.view.accessibleName() if kind is QAccessible.Text.Name else str(super().text(kind))


def install() -> None:
    """Let Qt ask here first. Once for the whole program."""
    if not _installed:
        QAccessible.installFactory(_interface_of)
        _installed.append(_interface_of)


def tell_focus(view: FigureView) -> None:
    """The keyboard has moved to another part."""
    if QAccessible.isActive():
        ids = [item.part.id for item in view.figure.parts]
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(ids.index(view.figure.current))
        QAccessible.updateAccessibility(event)


def _interface_of(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, FigureView):
        return None
    key = id(thing)
    if key not in _kept:
        _kept[key] = CanvasAccess(thing)
        thing.destroyed.connect(lambda: _kept.pop(key, None))
    return _kept[key]
