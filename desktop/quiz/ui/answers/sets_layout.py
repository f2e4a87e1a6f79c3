"""Where the groups of a sorting question lie, and the items in them: boxes, or two sets that overlap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.quiz.ui.answers.row_plan import BETWEEN

if TYPE_CHECKING:
    from desktop.quiz.ui.answers.rows import AnswerRow
    from desktop.quiz.venn import Venn
    from desktop.shell.theme import Theme

GAP, INSET = 12, 8
_COLUMN, _CHIP, _LOW, _LOW_SET = 190, 300, 84, 120


@dataclass(frozen=True, slots=True)
class Ground:
    """A surface to paint: a box, or one of the sets (`in_set`)."""

    place: QRect
    in_set: bool = False


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where all of it lies at one width."""

    places: dict[QWidget, QRect]
    boxes: dict[int, QRect]
    grounds: tuple[Ground, ...]
    height: int


class SetsLayout(QLayout):
    """Unsorted items in lines at the top, groups below. Items never change their parent, so they keep the keyboard."""

    def __init__(self, parent: QWidget, heads: list[AnswerRow], venn: Venn | None, theme: Theme) -> None:
        super().__init__(parent)
        self._heads, self._venn, self._theme = heads, venn, theme
        self._items: list[QLayoutItem] = []
        self._members: dict[int | None, list[AnswerRow]] = {}
        self.grounds: tuple[Ground, ...] = ()
        self.boxes: dict[int, QRect] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def show_members(self, members: dict[int | None, list[AnswerRow]]) -> None:
        """The items of each group, by the group's place; None holds those that are not sorted."""
        self._members = members
        self.invalidate()

    def group_at(self, point: QPoint) -> int | None:
        """The group whose box holds this point."""
        return next((group for group, box in self.boxes.items() if box.contains(point)), None)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._plan(width).height

    def sizeHint(self) -> QSize:
        return QSize(240, self._plan(480).height)

    def minimumSize(self) -> QSize:
        return QSize(120, 80)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        plan = self._plan(rect.width())
        for widget, place in plan.places.items():
            widget.setGeometry(place.translated(rect.topLeft()))
        self.grounds, self.boxes = plan.grounds, plan.boxes

    def _plan(self, width: int) -> _Plan:
        places, top = self._unsorted(width)
        if self._venn is not None and width >= self._theme.px(3 * _COLUMN):
            return self._sets(self._venn, width, (places, top))
        return self._boxes(width, (places, top))

    def _unsorted(self, width: int) -> tuple[dict[QWidget, QRect], int]:
        places: dict[QWidget, QRect] = {}
        x = y = line = 0
        for row in self._members.get(None, ()):
            wide = min(row.natural_width(), self._theme.px(_CHIP), width)
            high = row.heightForWidth(wide)
            if x and x + wide > width:
                x, y, line = 0, y + line + BETWEEN, 0
            places[row] = QRect(x, y, wide, high)
            x, line = x + wide + BETWEEN, max(line, high)
        return places, y + line + GAP if places else 0

    def _boxes(self, width: int, above: tuple[dict[QWidget, QRect], int]) -> _Plan:
        places, y = above
        columns = self._columns(width)
        wide = (width - GAP * (columns - 1)) // columns
        boxes: dict[int, QRect] = {}
        for first in range(0, len(self._heads), columns):
            groups = range(first, min(first + columns, len(self._heads)))
            heights = [self._fill(group, (at * (wide + GAP), y), wide, places) for at, group in enumerate(groups)]
            for at, group in enumerate(groups):
                boxes[group] = QRect(at * (wide + GAP), y, wide, max(heights))
            y += max(heights) + GAP
        return _Plan(places, boxes, tuple(Ground(box) for box in boxes.values()), y - GAP)

    def _columns(self, width: int) -> int:
        count = len(self._heads)
        fit = max(1, min(count, width // self._theme.px(_COLUMN)))
        return 2 if count == 4 and fit == 3 else fit

    def _sets(self, venn: Venn, width: int, above: tuple[dict[QWidget, QRect], int]) -> _Plan:
        """Two sets side by side that share the middle column; 'neither' is what lies around and below them."""
        places, top = above
        y = top + GAP
        left = GAP
        wide = (width - 2 * GAP) // 3
        across = [(venn.only_first, left), (venn.both, left + wide), (venn.only_second, left + 2 * wide)]
        high = max(self._fill(group, (x + 4, y), wide - 8, places, _LOW_SET) for group, x in across)
        boxes = {group: QRect(x, y, wide, high) for group, x in across}
        below = self._fill(venn.neither, (left - 4, y + high), width - 2 * GAP + 8, places, low=0)
        whole = QRect(0, top, width, y + high + below - top)
        first = QRect(left, y, 2 * wide, high)
        second = QRect(left + wide, y, 2 * wide, high)
        boxes[venn.neither] = whole
        return _Plan(places, boxes, (Ground(whole), Ground(first, True), Ground(second, True)), y + high + below)

    def _fill(self, group: int, at: tuple[int, int], wide: int, places: dict[QWidget, QRect], low: int = _LOW) -> int:
        """Set a group's head and items into a column; how high it gets."""
        x, y = at
        inner = wide - 2 * INSET
        bottom = y + INSET
        for row in (self._heads[group], *self._members.get(group, ())):
            high = row.heightForWidth(inner)
            places[row] = QRect(x + INSET, bottom, inner, high)
            bottom += high
        return max(self._theme.px(low), bottom + INSET - y)
