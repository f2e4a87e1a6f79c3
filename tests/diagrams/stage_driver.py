"""What a person does with a figure on a stage, and what they see and hear of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.catalog.refs import PartRef
from desktop.diagrams.drawing.shapes import Wire
from desktop.diagrams.ui.stage_canvas import StageCanvas
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context
    from desktop.shell.stage import Stage


class StageDriver:
    """A stage that is shown, with an ear on it and on the navigator."""

    def __init__(self, stage: Stage, context: Context) -> None:
        self.stage, self._card = stage, stage.window()  # without a hand on it the card would be gone
        canvas = stage.findChild(StageCanvas)
        assert canvas is not None
        self.canvas = canvas
        self.picked: list[Ref] = []
        self.navigated: list[Ref] = []
        stage.picked.connect(self.picked.append)
        context.navigator.selected.connect(self.navigated.append)
        context.navigator.opened.connect(self.navigated.append)

    @property
    def told(self) -> list[str]:
        """The name of each part, as a screen reader hears it."""
        view = QAccessible.queryAccessibleInterface(self.canvas)
        return [view.child(at).text(QAccessible.Text.Name) for at in range(view.childCount())]

    @property
    def meanings(self) -> set[str]:
        """What a screen reader hears of the parts besides their names."""
        view = QAccessible.queryAccessibleInterface(self.canvas)
        return {view.child(at).text(QAccessible.Text.Description) for at in range(view.childCount())}

    @property
    def words(self) -> list[str]:
        """What is said in place of the figure."""
        return [label.text() for label in self.stage.findChildren(TextLabel) if label.isVisible()]

    @property
    def buttons(self) -> list[str]:
        return [each.text() for each in self.stage.findChildren(QPushButton) if each.isVisible()]

    @property
    def current(self) -> str:
        return self.canvas.figure.current

    def picture(self, id: str = "") -> QImage:
        """The figure as it is painted now; of one part with what lies close around it."""
        whole = self.canvas.viewport().grab()
        if not id:
            return whole.toImage()
        item = self.canvas.figure.item(id)
        assert item is not None
        return whole.copy(self.canvas.mapFromScene(item.sceneBoundingRect()).boundingRect()).toImage()

    def enter(self) -> None:
        """Come to the figure by Tab, from elsewhere."""
        self.canvas.clearFocus()
        self.canvas.setFocus(Qt.FocusReason.TabFocusReason)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.canvas, key)

    def tab_to(self, id: str) -> None:
        """Press Tab until the keyboard stands on this part."""
        self.enter()
        for _ in self.stage.pickable():
            if self.current == id:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {id}")

    def click(self, id: str, off: QPoint = QPoint(0, 0)) -> None:  # noqa: B008
        QTest.mouseClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=self._place(id) + off)

    def double_click(self, id: str) -> None:
        self.click(id)
        QTest.mouseDClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=self._place(id))

    def shows_all(self) -> bool:
        """Whether the whole figure lies in the view."""
        seen = self.canvas.mapToScene(self.canvas.viewport().rect()).boundingRect()
        return seen.adjusted(-1, -1, 1, 1).contains(self.canvas.figure.sceneRect())

    def _place(self, id: str) -> QPoint:
        """Where to click: on a line the middle of its first piece, on a group just inside its upper left corner."""
        part = self.canvas.figure.part(id)
        assert part is not None
        if isinstance(part, Wire):
            (x, y), (to_x, to_y) = part.points[:2]
            return self.canvas.mapFromScene(QPointF((x + to_x) / 2, (y + to_y) / 2))
        if id in (self.canvas.figure.drawing.order if self.canvas.figure.drawing else ()):
            return self.canvas.mapFromScene(QPointF(*part.box.centre))
        return self.canvas.mapFromScene(QPointF(part.box.x + 10, part.box.y + 10))


def part(text: str) -> PartRef:
    """'tea/pot'."""
    return PartRef(*text.split("/"))
