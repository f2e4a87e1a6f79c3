"""Sorting items into groups: boxes side by side, or two sets that overlap where the groups are those of two sets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.catalog.words import plural
from desktop.quiz.moves import sorted_into
from desktop.quiz.orders import item_order
from desktop.quiz.responses import Sorted
from desktop.quiz.ui.answers.assigning import Assigning
from desktop.quiz.ui.answers.dragging import Dragging
from desktop.quiz.ui.answers.row_plan import Face
from desktop.quiz.ui.answers.rows import AnswerRow, TargetRow
from desktop.quiz.ui.answers.sets_layout import SetsLayout
from desktop.quiz.venn import venn_of
from desktop.quiz.words import part_note

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from desktop.catalog.entities.questions import CategoriseQuestion
    from desktop.quiz.grading import Mark
    from desktop.quiz.session import Asked
    from desktop.quiz.ui.answers.answer import Look

_ROUND = 36


class GroupHead(TargetRow):
    """The head of a group: its number and its title, without a ground of its own."""

    def _paint_ground(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class CategoriseAnswer(Assigning):
    """Items move into a group by the group's digit, by a click on it, or by dragging."""

    def __init__(self, asked: Asked, look: Look, question: CategoriseQuestion) -> None:
        super().__init__(asked, look, range(len(question.categories)))
        self._question = question
        self._response = Sorted((None,) * len(question.items))
        self._heads: list[AnswerRow] = [self._head(at) for at in self.targets]
        self._rows: list[AnswerRow] = [self._item(at) for at in item_order(question, asked.seed)]
        self._layout = SetsLayout(self, self._heads, venn_of(question.categories), look.theme)
        self._dragging = Dragging(self)
        self._dragging.dropped.connect(self._on_dropped)
        for row in self._rows:
            self._layout.addWidget(row)
            self._dragging.watch(row)
        for row in self._heads:
            self._layout.addWidget(row)

    @property
    def rows(self) -> list[AnswerRow]:
        return self._rows

    @property
    def groups(self) -> list[AnswerRow]:
        """The heads of the groups."""
        return self._heads

    def assigned(self, at: int, target: int | None) -> Sorted:
        return sorted_into(self._response, at, target)

    def target_words(self, target: int) -> str:
        return self._question.categories[target]

    def show_response(self, response: Sorted) -> None:
        self._response, self.places = response, response.categories
        members: dict[int | None, list[AnswerRow]] = {}
        for number, row in enumerate(self._rows, 1):
            place = response.categories[row.face.at]
            members.setdefault(place, []).append(row)
            into = "not sorted" if place is None else f"in {self._question.categories[place]}"
            row.show_face(row.face, f"{number} of {len(self._rows)}, {into}")
        for at, head in zip(self.targets, self._heads, strict=True):
            head.show_face(head.face, plural(len(members.get(at, ())), "item"))
        self._layout.show_members(members)
        self.show_current()
        self.updateGeometry()
        self.update()

    def show_check(self, response: Sorted, mark: Mark) -> None:
        self.mark = mark
        self.show_response(response)
        for row in self._rows:
            row.show_note(part_note(self._question, mark.parts[row.face.at]))
        for head in self._heads:
            head.setEnabled(False)
        self._layout.invalidate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.look.theme
        for ground in self._layout.grounds:
            tint = QColor(theme.colour("select" if ground.in_set else "window"))
            tint.setAlpha(150 if ground.in_set else 255)
            painter.setBrush(tint)
            painter.setPen(QPen(theme.colour("control" if ground.in_set else "line"), 1.5 if ground.in_set else 1))
            round_ = _ROUND if ground.in_set else 8
            painter.drawRoundedRect(QRectF(ground.place).adjusted(0.5, 0.5, -0.5, -0.5), round_, round_)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        group = self._layout.group_at(event.position().toPoint())
        if group is not None and event.button() is Qt.MouseButton.LeftButton:
            self.give(group)

    def _item(self, at: int) -> AnswerRow:
        face = Face(at, self._question.items[at].text, pad=5)
        row = AnswerRow(face, self.look.theme, self.look.icons)
        row.clicked.connect(partial(self.mark_row, row))
        return row

    def _head(self, at: int) -> GroupHead:
        face = Face(at, self._question.categories[at], f"{at + 1}", pad=5)
        head = GroupHead(face, self.look.theme, self.look.icons)
        head.clicked.connect(partial(self.give, at))
        return head

    def _on_dropped(self, row: AnswerRow, at: QPoint) -> None:
        self.mark_row(row)
        group = self._layout.group_at(at)
        if group is None:
            self._assign(None)
        else:
            self.give(group)
