"""What a person does in the room 'Architecture', and what they see: tests talk to this, not to widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QProgressBar, QPushButton, QTreeWidget, QWidget

from desktop.diagrams.comparing.differences import short_name
from desktop.diagrams.ui.canvas import FigureCanvas
from desktop.diagrams.ui.comparing import ComparePage
from desktop.diagrams.ui.drafting import Drafting
from desktop.diagrams.ui.legend import LegendLine
from desktop.diagrams.ui.minimap import Minimap
from desktop.diagrams.ui.outline_tree import OutlineView
from desktop.diagrams.ui.outlines import rect_of
from desktop.diagrams.ui.player import StepPlayer
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from desktop.catalog.refs import Ref
    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.diagrams.ui.widget import DiagramsRoom
    from desktop.shell.context import Context

T = TypeVar("T", bound=QObject)


class DiagramsDriver:
    """A room that is shown, with an ear on the navigator."""

    def __init__(self, room: DiagramsRoom, context: Context) -> None:
        self.room, self.context = room, context
        self.canvas = self._the(FigureCanvas)
        self.selected: list[Ref] = []
        self.opened: list[Ref] = []
        context.navigator.selected.connect(self.selected.append)
        context.navigator.opened.connect(self.opened.append)
        context.navigator.opened.connect(room.open)

    # What is seen.

    @property
    def drawing(self) -> Drawing:
        assert self.canvas.figure.drawing is not None
        return self.canvas.figure.drawing

    @property
    def title(self) -> str:
        return self._the(QComboBox).currentText()

    @property
    def lit(self) -> set[str]:
        return set(self.canvas.figure.lit)

    @property
    def chosen(self) -> str:
        return self.canvas.figure.chosen

    @property
    def current(self) -> str:
        return self.canvas.figure.current

    @property
    def zoom(self) -> float:
        return round(self.canvas.zoom, 3)

    @property
    def percent(self) -> str:
        return next(each.text() for each in self.room.findChildren(QPushButton) if each.text().endswith(" %"))

    @property
    def progress(self) -> tuple[int, int]:
        slider = self._the(StepPlayer).slider
        return slider.value(), slider.maximum()

    @property
    def words(self) -> list[str]:
        """All plain words that are shown beside the figure."""
        return [label.text().replace("\u200b", "") for label in self.labels()]

    def labels(self) -> list[TextLabel]:
        """All labels that are shown."""
        return [label for label in self.room.findChildren(TextLabel) if label.isVisible()]

    @property
    def buttons(self) -> list[str]:
        """The names of all buttons that are shown."""
        return [each.accessibleName() for each in self.room.findChildren(QPushButton) if each.isVisible()]

    @property
    def shapes(self) -> set[str]:
        """What is drawn, without the lines."""
        return {shape.id for shape in self.drawing.shapes}

    @property
    def found(self) -> set[str]:
        """What is marked as holding the words that are searched for."""
        return {item.part.id for item in self.canvas.figure.parts if item.state.found}

    @property
    def search(self) -> QLineEdit:
        return self._the(QLineEdit)

    @property
    def map(self) -> Minimap:
        return self._the(Minimap)

    @property
    def progress_bar(self) -> QProgressBar:
        return self._the(QProgressBar)

    @property
    def playing(self) -> bool:
        return self._the(StepPlayer).playback.playing

    @property
    def speed(self) -> str:
        return self._the(StepPlayer).speed.currentText()

    @property
    def busy(self) -> bool:
        """Whether something is still being drawn in the background."""
        return self._the(Drafting).busy

    @property
    def legend(self) -> list[str]:
        return [label.text() for label in self._the(LegendLine).findChildren(TextLabel) if label.isVisibleTo(self.room)]

    @property
    def outline(self) -> list[str]:
        """Every line of the outline, in its order."""
        tree = self._the(QTreeWidget)
        items = tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        return [item.text(0) for item in items]

    @property
    def outline_is_shown(self) -> bool:
        return self._the(OutlineView).isVisible()

    @property
    def told(self) -> list[tuple[str, QAccessible.Role]]:
        """Name and role of each part, as a screen reader hears them."""
        view = QAccessible.queryAccessibleInterface(self.canvas)
        parts = [view.child(at) for at in range(view.childCount())]
        return [(part.text(QAccessible.Text.Name), part.role()) for part in parts]

    def picture(self) -> QImage:
        """The figure as it is painted now."""
        return self.canvas.viewport().grab().toImage()

    def shows(self, id: str) -> bool:
        """Whether the whole part lies in the view."""
        return self.canvas.viewport().rect().contains(self._place(id))

    def covers_with_map(self, id: str) -> bool:
        """Whether the map lies over a part of this."""
        box = self.canvas.mapFromScene(rect_of(self.canvas.figure.box([id]))).boundingRect()
        return self.map.isVisible() and self.map.geometry().intersects(box)

    # Several side by side.

    @property
    def compare(self) -> ComparePage:
        return self._the(ComparePage)

    @property
    def compared(self) -> list[str]:
        """The names over the figures."""
        return [short_name(figure.diagram) for figure in self.compare.figures]

    @property
    def choices(self) -> list[str]:
        """What can be ticked."""
        ticks = self.compare.choice.list
        return [ticks.item(at).text() for at in range(ticks.count())]

    @property
    def facts(self) -> dict[str, list[str]]:
        """The table, a list of cells for each head."""
        table = self.compare.facts.table
        cells, heads = table.model(), range(table.columnCount())
        return {
            cells.headerData(row, Qt.Orientation.Vertical): [cells.index(row, column).data() for column in heads]
            for row in range(table.rowCount())
        }

    @property
    def sentences(self) -> list[str]:
        lines = self.compare.sentences
        return [lines.item(at).text() for at in range(lines.count())]

    def tick(self, name: str, ticked: bool) -> None:
        item = self.compare.choice.list.findItems(name, Qt.MatchFlag.MatchExactly)[0]
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def stand_on_fact(self, head: str, column: int) -> None:
        self.compare.facts.table.setCurrentCell(list(self.facts).index(head), column)

    def push_in(self, page: QWidget, name: str) -> None:
        """Push the button of this name on a page."""
        next(each for each in page.findChildren(QPushButton) if each.accessibleName() == name).click()

    # What is done.

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.canvas, key)

    def enter_figure(self) -> None:
        self.canvas.setFocus(Qt.FocusReason.TabFocusReason)

    def click(self, id: str) -> None:
        QTest.mouseClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=self._place(id))

    def double_click(self, id: str) -> None:
        QTest.mouseDClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=self._place(id))

    def drag(self, by: QPoint) -> None:
        start = self.canvas.viewport().rect().center()
        view = self.canvas.viewport()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(view, start + by / 2)
        QTest.mouseMove(view, start + by)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + by)

    def turn_wheel(self, at: QPoint, notches: int) -> None:
        view = self.canvas.viewport()
        event = QWheelEvent(
            QPointF(at), QPointF(view.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view, event)

    def push(self, name: str) -> None:
        """Push the button of this name."""
        buttons = [each for each in self.room.findChildren(QPushButton) if name in (each.text(), each.accessibleName())]
        buttons[0].click()

    def focus_button(self, name: str) -> None:
        next(each for each in self.room.findChildren(QPushButton) if each.accessibleName() == name).setFocus()

    def pick(self, title: str) -> None:
        combo = self._the(QComboBox)
        combo.setCurrentIndex(combo.findText(title))

    def pick_from_list(self, title: str) -> None:
        """Open the list of diagrams and press Enter on this one."""
        combo = self._the(QComboBox)
        combo.showPopup()
        combo.view().setCurrentIndex(combo.model().index(combo.findText(title), 0))
        QTest.keyClick(combo.view(), Qt.Key.Key_Return)

    def choose_speed(self, words: str) -> None:
        self._the(StepPlayer).speed.setCurrentText(words)

    def slide_to(self, value: int) -> None:
        self._the(StepPlayer).slider.setValue(value)

    def type_into_search(self, words: str) -> None:
        self.search.setFocus()
        self.search.setText(words)

    def click_sign(self, id: str) -> None:
        """Click the sign that folds a group."""
        shape = next(shape for shape in self.drawing.shapes if shape.id == id)
        assert shape.sign is not None
        place = self.canvas.mapFromScene(QPointF(*shape.sign.centre))
        QTest.mouseClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def show_outline(self) -> None:
        self.push("Outline")

    def stand_on_line(self, text: str) -> None:
        tree = self._the(QTreeWidget)
        tree.setCurrentItem(tree.findItems(text, Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive)[0])

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in the figure."""
        return self.canvas.hasFocus()

    def _place(self, id: str) -> QPoint:
        return self.canvas.mapFromScene(QPointF(*self.canvas.figure.box([id]).centre))

    def _the(self, kind: type[T]) -> T:
        """The one child of this kind."""
        found = self.room.findChild(kind)
        assert isinstance(found, kind)
        return found
