"""Putting items in order: they move by keys, by buttons, by dragging, or to the place whose digit is pressed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from desktop.quiz.moves import moved
from desktop.quiz.responses import Ordered
from desktop.quiz.ui.answers.answer import LEFT_RIGHT, UP_DOWN, AnswerWidget, Look, digit_of
from desktop.quiz.ui.answers.dragging import Dragging
from desktop.quiz.ui.answers.row_plan import BETWEEN, Face
from desktop.quiz.ui.answers.rows import AnswerRow
from desktop.quiz.words import part_note
from desktop.shell.widgets.buttons import push_button

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.catalog.entities.questions import OrderQuestion
    from desktop.quiz.grading import Mark
    from desktop.quiz.session import Asked

_BUTTON, _ROOM = 30, 72


class MovingRow(AnswerRow):
    """An item with a button to move it up and one to move it down."""

    def __init__(self, face: Face, look: Look) -> None:
        super().__init__(face, look.theme, look.icons, trailing=_ROOM)
        self._look = look
        self.up = self._button("↑", f"Move {face.text} up")
        self.down = self._button("↓", f"Move {face.text} down")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_buttons()

    def place_buttons(self) -> None:
        """Put the buttons at the right end, in the middle; none once the question is checked."""
        side = self._look.theme.px(_BUTTON)
        top = (self.height() - side) // 2
        right = self.width() - 12
        for at, button in enumerate((self.down, self.up)):
            button.setVisible(not self.checked_off)
            button.setGeometry(right - (at + 1) * side - at * 4, top, side, side)

    def _button(self, sign: str, name: str) -> QPushButton:
        button = push_button(sign, "quiet", name)
        button.setParent(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys of the row do the same
        button.setStyleSheet("padding: 0; min-height: 0;")
        return button


class OrderAnswer(AnswerWidget):
    """Up and down go to an item; left and right, or Alt with up and down, move it; a digit puts it there."""

    def __init__(self, asked: Asked, look: Look, question: OrderQuestion) -> None:
        super().__init__(asked, look)
        self._question = question
        self._response = Ordered(())
        self._by_item = {at: self._row(at) for at in range(len(question.items))}
        self._rows: list[AnswerRow] = []
        self._current = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(BETWEEN)
        self._dragging = Dragging(self)
        self._dragging.dropped.connect(self._on_dropped)
        for row in self._by_item.values():
            self._dragging.watch(row)

    @property
    def rows(self) -> list[AnswerRow]:
        return self._rows

    @property
    def entry(self) -> AnswerRow:
        return self._by_item[self._current]

    def show_response(self, response: Ordered) -> None:
        if not self._rows:
            self._current = response.order[0]
        self._response = response
        self._rows = [self._by_item[item] for item in response.order]
        for at, row in enumerate(self._rows):
            if self._column.indexOf(row) != at:
                self._column.removeWidget(row)
                self._column.insertWidget(at, row)
            row.show_face(replace(row.face, badge=f"{at + 1}"))
            row.up.setEnabled(at > 0)  # type: ignore[attr-defined]
            row.down.setEnabled(at + 1 < len(self._rows))  # type: ignore[attr-defined]
        self._show_current()
        self._keep_tab_order()

    def show_check(self, response: Ordered, mark: Mark) -> None:
        self.mark = mark
        self.show_response(response)
        for item, row in self._by_item.items():
            row.show_note(part_note(self._question, mark.parts[item]))
            row.place_buttons()

    def press(self, event: QKeyEvent) -> bool:
        key, digit = Qt.Key(event.key()), digit_of(event)
        place = self._response.order.index(self._current)
        if key in UP_DOWN and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._go(self._response.order[(place + UP_DOWN[key]) % len(self._rows)])
        elif self.mark is not None:
            return False
        elif key in UP_DOWN or key in LEFT_RIGHT:
            self._move(self._current, place + {**UP_DOWN, **LEFT_RIGHT}[key])
        elif digit is not None and 1 <= digit <= len(self._rows):
            self._move(self._current, digit - 1)
        else:
            return False
        return True

    def refit(self) -> None:
        super().refit()
        for row in self._by_item.values():
            row.place_buttons()

    def _row(self, item: int) -> MovingRow:
        row = MovingRow(Face(item, self._question.items[item], "1", pad=8), self.look)
        row.clicked.connect(partial(self._go, item))
        row.up.clicked.connect(partial(self._shift, item, -1))
        row.down.clicked.connect(partial(self._shift, item, 1))
        return row

    def _shift(self, item: int, step: int) -> None:
        self._move(item, self._response.order.index(item) + step)

    def _move(self, item: int, place: int) -> None:
        response = moved(self._response, item, place)
        self._current = item
        at = response.order.index(item) + 1
        self.answer(response, f"{self._question.items[item]}, place {at} of {len(self._rows)}")
        self._go(item)

    def _go(self, item: int) -> None:
        self._current = item
        self._show_current()
        self.reach(self._by_item[item])

    def _show_current(self) -> None:
        for item, row in self._by_item.items():
            row.mark_current(item == self._current and self.mark is None)

    def _keep_tab_order(self) -> None:
        for before, after in zip(self._rows, self._rows[1:], strict=False):
            self.setTabOrder(before, after)

    def _on_dropped(self, row: AnswerRow, at: QPoint) -> None:
        others = [each for each in self._rows if each is not row]
        place = sum(each.geometry().center().y() < at.y() for each in others)
        self._move(row.face.at, place)
