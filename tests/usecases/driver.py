"""Drives the room as a reader does: types, clicks, presses keys, and reads what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QStyle, QWidget

from desktop.shell.widgets.buttons import SegmentedControl
from desktop.shell.widgets.spots import SpotButton
from desktop.usecases.coverage import Spot
from desktop.usecases.ui.card_list import CardList
from desktop.usecases.ui.comparison import ComparisonTable
from desktop.usecases.ui.coverage_map import CoverageMap
from desktop.usecases.ui.facet_panel import FacetPanel, FacetTree
from desktop.usecases.ui.in_force import InForce
from desktop.usecases.ui.nothing import NothingFound
from desktop.usecases.ui.side_by_side import SideBySide

if TYPE_CHECKING:
    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context
    from desktop.usecases.filter import Facet
    from desktop.usecases.ui.widget import UseCasesRoom

W = TypeVar("W", bound=QWidget)


class UseCasesDriver:
    """The room with a reader in front of it. `selected` and `opened` are what the navigator was told."""

    def __init__(self, room: UseCasesRoom, context: Context) -> None:
        self.room = room
        self.theme = context.theme
        self.selected: list[Ref] = []
        self.opened: list[Ref] = []
        context.navigator.selected.connect(self.selected.append)
        context.navigator.opened.connect(self.opened.append)

    @property
    def cards(self) -> CardList:
        return self._child(CardList)

    @property
    def map(self) -> CoverageMap:
        return self._child(CoverageMap)

    @property
    def nothing(self) -> NothingFound:
        return self._child(NothingFound)

    @property
    def titles(self) -> list[str]:
        """The titles of the cards shown, in order; none where the list itself is not shown."""
        if not self.cards.isVisible():
            return []
        return [self._index(row).data() for row in range(self.cards.model().rowCount())]

    @property
    def buttons(self) -> list[str]:
        """What the visible buttons say, without the map's."""
        every = self.room.findChildren(QPushButton)
        return [each.text().replace("&&", "&") for each in every if each.isVisible()]

    @property
    def offers(self) -> dict[str, str]:
        """What the panel of facets offers: the values with their counts, by the name of the facet."""
        tree = self._child(FacetTree)
        heads = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
        told: dict[str, str] = {}
        for head in heads:
            assert head is not None
            lines = (head.child(at) for at in range(head.childCount()))
            told[head.text(0)] = " | ".join(f"{line.text(0)} {line.text(1)}" for line in lines if line)
        return told

    @property
    def chips(self) -> list[str]:
        """What the chips of what is in force say."""
        every = self._child(InForce).findChildren(QPushButton)
        return [each.text().removesuffix("  ×") for each in every if each.isVisible() and each.text().endswith("×")]

    @property
    def chosen_kinds(self) -> list[str]:
        """The segments of the kind that are chosen."""
        every = self._child(SegmentedControl).findChildren(QPushButton)
        return [each.text().replace("&&", "&") for each in every if each.isChecked()]

    @property
    def table(self) -> ComparisonTable:
        return self._child(ComparisonTable)

    @property
    def controls(self) -> list[QWidget]:
        """Every visible control above the list."""
        every = [
            *self.room.findChildren(QPushButton),
            *self.room.findChildren(QComboBox),
            self._child(QLineEdit),
        ]
        return [each for each in every if each.isVisible()]

    def search(self, words: str) -> None:
        field = self._child(QLineEdit)
        field.clear()
        QTest.keyClicks(field, words)
        self.settle()

    def choose(self, facet: Facet, value: str) -> None:
        """Switch the tick of a value in the panel of facets."""
        self.press_button("Filters")
        tree = self._child(FacetTree)
        line = tree.line(facet, value)
        tree.setCurrentItem(line)
        QTest.keyClick(tree, Qt.Key.Key_Space)
        QTest.keyClick(tree, Qt.Key.Key_Escape)
        self.settle()

    def lines_of(self, panel: FacetPanel, facet: Facet, value: str) -> tuple[int, int]:
        """How many lines the name of a value needs in the open panel, and for how many there is room."""
        tree, line = panel.tree, panel.tree.line(facet, value)
        place, metrics = tree.visualItemRect(line), tree.fontMetrics()
        tick = tree.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + 12
        wrapped = QRect(0, 0, tree.header().sectionSize(0) - place.x() - tick, 10_000)
        needed = metrics.boundingRect(wrapped, Qt.TextFlag.TextWordWrap, line.text(0))
        assert needed.width() <= wrapped.width()
        return round(needed.height() / metrics.lineSpacing()), place.height() // metrics.lineSpacing()

    def sort(self, words: str) -> None:
        self.choose_in("Sort by", f"Sort: {words}")

    def choose_in(self, name: str, words: str) -> None:
        """Choose a line of a combo box."""
        box = next(each for each in self.room.findChildren(QComboBox) if each.accessibleName() == name)
        box.setCurrentIndex(box.findText(words))
        box.activated.emit(box.currentIndex())
        self.settle()

    def tick(self, row: int) -> None:
        """Click on the tick of a card."""
        QTest.mouseClick(
            self.cards.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            self.cards.tick_place(row).center().toPoint(),
        )
        self.settle()

    def ticked(self) -> list[str]:
        """The titles of the cards with a tick, as a screen reader is told."""
        rows = range(self.cards.model().rowCount())
        on = Qt.CheckState.Checked
        return [self._index(row).data() for row in rows if self._index(row).data(Qt.ItemDataRole.CheckStateRole) is on]

    def compare(self, words: str) -> None:
        """Choose the line of the button Compare that starts with these words."""
        menu = self.room.findChildren(SideBySide)[0].menu()
        action = next(each for each in menu.actions() if each.text().startswith(words))
        assert action.isEnabled()
        action.trigger()
        self.settle()

    def column(self, at: int) -> dict[str, str]:
        """What the comparison says of one of the compared, by the heads of the rows."""
        table, told = self.table, {}
        for row in range(table.rowCount()):
            head, item = table.verticalHeaderItem(row), table.item(row, at)
            assert head is not None
            assert item is not None
            told[head.text()] = item.text()
        return told

    def press_button(self, words: str) -> None:
        button = next(each for each in self.room.findChildren(QPushButton) if each.isVisible() and words in each.text())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def click_cell(self, industry: str = "", kind: str = "") -> None:
        QTest.mouseClick(self.cell(industry, kind), Qt.MouseButton.LeftButton)
        self.settle()

    def cell(self, industry: str = "", kind: str = "") -> SpotButton:
        button = self.map.button(Spot(industry, kind))
        assert button is not None
        return button

    def seen(self, widget: QWidget) -> QSize | None:
        """How much of a widget is in sight, nothing hidden by the edge of what scrolls; None for nothing."""
        part = widget.visibleRegion().boundingRect()
        return None if part.isEmpty() else part.size()

    @property
    def outlined(self) -> list[str]:
        """The places of the map that are marked as chosen."""
        every = self.map.findChildren(SpotButton)
        return [self.spoken(each).rpartition(":")[0] for each in every if each.isChecked()]

    def key(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is."""
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key)
        self.settle()

    def spoken(self, widget: QWidget) -> str:
        """What a screen reader says of a widget."""
        return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)

    def spoken_card(self, row: int) -> str:
        return str(self._index(row).data(Qt.ItemDataRole.AccessibleTextRole))

    def card_height(self, row: int) -> int:
        return self.cards.visualRect(self._index(row)).height()

    def hit_pixels(self) -> int:
        """How many points of the list have the colour of a search hit."""
        image, hit = self.cards.viewport().grab().toImage(), QColor(self.theme.tokens.hit).rgb()
        return sum(image.pixel(x, y) == hit for x in range(image.width()) for y in range(image.height()))

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()

    def _index(self, row: int) -> QModelIndex:
        return self.cards.model().index(row, 0)

    def _child(self, kind: type[W]) -> W:
        return self.room.findChildren(kind)[0]
