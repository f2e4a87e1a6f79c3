"""Drives the matrix as a reader would: types, presses, clicks, and reads the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView, QLineEdit, QMenu, QPushButton

from desktop.matrix.ui.columns_dialog import ColumnsDialog
from desktop.matrix.ui.condition_box import ConditionBox
from desktop.matrix.ui.controls import Controls
from desktop.matrix.ui.table import MatrixTable

if TYPE_CHECKING:
    from desktop.catalog.refs import Ref
    from desktop.matrix.ui.pane import Pane
    from desktop.matrix.ui.widget import MatrixRoom


class MatrixDriver:
    def __init__(self, room: MatrixRoom) -> None:
        self.room = room
        self.told: list[Ref] = []
        room._context.navigator.selected.connect(self.told.append)

    @property
    def table(self) -> MatrixTable:
        found = self.room.findChild(MatrixTable)
        assert found is not None
        return found

    def search(self, text: str) -> MatrixDriver:
        field = self.room.findChild(QLineEdit)
        assert field is not None
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        if text.isascii():
            QTest.keyClicks(field, text)
        else:
            field.insert(text)  # QTest can only press ASCII keys
        return self.settle()

    def press(self, words: str) -> MatrixDriver:
        """Click the button that says these words."""
        found = [each for each in self.room.findChildren(QPushButton) if each.text().startswith(words)]
        assert found, words
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        return self.settle()

    @property
    def view(self) -> Pane:
        """The pane that holds the keyboard, or else the one with the columns that scroll."""
        return next((pane for pane in self.table.panes if pane.hasFocus()), self.table.main)

    def key(self, key: Qt.Key) -> MatrixDriver:
        """Press a key in the table."""
        if not self.view.hasFocus():
            self.table.setFocus()
        QTest.keyClick(self.view, key)
        return self.settle()

    def chord(self, keys: str) -> MatrixDriver:
        """Press a chord, as 'Ctrl+Z', with the keyboard in the table."""
        self.table.setFocus()
        QTest.keySequence(self.view, keys)
        return self.settle()

    def stand_on(self, row: int, column: int = 0) -> MatrixDriver:
        """Put the table's cursor on a place."""
        self.table.main.setCurrentIndex(self.table.main.model().index(row, column))
        return self.settle()

    def choose(self, *words: str) -> MatrixDriver:
        """Choose a line of the menu that is open, through its inner menus."""
        menus = [each for each in self.room.findChildren(QMenu) if each.isVisible()]
        assert menus, "no menu is open"
        menu = menus[-1]
        for each in words:
            action = next((act for act in menu.actions() if act.text().startswith(each)), None)
            assert action is not None, f"no '{each}' among {[act.text() for act in menu.actions()]}"
            assert action.isEnabled(), each
            inner = action.menu()
            if isinstance(inner, QMenu):
                menu = inner
            else:
                action.trigger()
        for open_menu in menus:
            open_menu.close()
        return self.settle()

    def lines_of_menu(self) -> list[str]:
        """What the open menu offers."""
        menus = [each for each in self.room.findChildren(QMenu) if each.isVisible()]
        return [act.text() for menu in menus for act in menu.actions() if not act.isSeparator()]

    def column_menu(self, column: str) -> MatrixDriver:
        """Open the menu of a column by key."""
        at = self.columns().index(column)
        first = next(row for row in range(self.table.grid.count) if self.table.grid.head(row) is not None)
        self.stand_on(first, at)
        return self.key(Qt.Key.Key_Menu)

    def where(self, column: str, condition: str) -> MatrixDriver:
        """Type a condition on a column."""
        self.column_menu(column).choose("Filter")
        box = self.condition_box()
        box.field.selectAll()
        QTest.keyClicks(box.field, condition)
        QTest.keyClick(box.field, Qt.Key.Key_Return)
        return self.settle()

    def condition_box(self) -> ConditionBox:
        boxes = [each for each in self.room.findChildren(ConditionBox) if each.isVisible()]
        assert boxes
        return boxes[-1]

    def dialog(self) -> ColumnsDialog:
        found = [each for each in self.room.findChildren(ColumnsDialog) if each.isVisible()]
        assert found
        return found[-1]

    @property
    def notice(self) -> str:
        """The line of words under the controls."""
        found = self.room.findChild(Controls)
        assert found is not None
        return found.notice

    def settle(self) -> MatrixDriver:
        for _ in range(3):
            QApplication.processEvents()
        return self

    @property
    def searched(self) -> str:
        """What stands in the search field."""
        field = self.room.findChild(QLineEdit)
        assert field is not None
        return field.text()

    def pressed(self) -> list[str]:
        """The words of the buttons that are down."""
        return [each.text() for each in self.room.findChildren(QPushButton) if each.isChecked()]

    def names_by_tab(self, most: int) -> list[str]:
        """What a screen reader names while Tab is pressed, from where the keyboard is."""
        names = []
        for _ in range(most):
            focused = QApplication.focusWidget()
            assert focused is not None
            names.append(focused.accessibleName())
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        return names

    def columns(self) -> list[str]:
        return self._heads(self.table.main.horizontalHeader())

    def rows(self) -> list[str]:
        return self._heads(self.table.main.verticalHeader())

    def buttons(self) -> list[str]:
        return [each.text() for each in self.room.findChildren(QPushButton) if each.isVisible()]

    def click_cell(self, row: str, column: str) -> MatrixDriver:
        index = self.table.main.model().index(self.rows().index(row), self.columns().index(column))
        pane = next(each for each in self.table.panes if not each.isColumnHidden(index.column()))
        pane.scrollTo(index)
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=pane.visualRect(index).center())
        return self.settle()

    def spoken(self, row: str, column: int = 0) -> str:
        """What a screen reader says of a cell."""
        index = self.table.main.model().index(self.rows().index(row), column)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def _heads(self, header: QHeaderView) -> list[str]:
        model = self.table.main.model()
        return [str(model.headerData(at, header.orientation())) for at in range(header.count())]
