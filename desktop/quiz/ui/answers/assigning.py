"""What sorting into groups and matching have in common: each element of a list gets one of some numbered targets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from desktop.quiz.ui.answers.answer import LEFT_RIGHT, UP_DOWN, AnswerWidget, Look, digit_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.quiz.session import Asked
    from desktop.quiz.ui.answers.rows import AnswerRow

_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_0)


class Assigning(AnswerWidget):
    """Up and down go to an element, a digit gives it a target and goes on to the next without one.

    Left and right change the target, 0 takes it away. A click on a target gives it to the element marked.
    """

    def __init__(self, asked: Asked, look: Look, targets: Sequence[int]) -> None:
        """`targets` are the places of the targets in the pack's order, as they show."""
        super().__init__(asked, look)
        self.targets = tuple(targets)
        self.places: tuple[int | None, ...] = ()
        self._current = 0

    def assigned(self, at: int, target: int | None) -> Any:
        """The response with this target for the element at this place of the pack's order."""
        raise NotImplementedError

    def target_words(self, target: int) -> str:
        """What a target is called."""
        raise NotImplementedError

    @property
    def entry(self) -> AnswerRow:
        return self.rows[self._current]

    def press(self, event: QKeyEvent) -> bool:
        key, digit = Qt.Key(event.key()), digit_of(event)
        if key in UP_DOWN:
            self._go((self._current + UP_DOWN[key]) % len(self.rows))
        elif self.mark is not None:
            return False
        elif key in LEFT_RIGHT:
            self._turn(LEFT_RIGHT[key])
        elif key in _CLEAR:
            self._assign(None)
        elif digit is not None and digit <= len(self.targets):
            self.give(self.targets[digit - 1])
        else:
            return False
        return True

    def give(self, target: int) -> None:
        """Give the marked element this target, and go on to the next that has none."""
        if self.mark is not None:
            return
        at = self._current
        self._assign(target)
        later = [*range(at + 1, len(self.rows)), *range(at)]
        following = next((each for each in later if self.places[self.rows[each].face.at] is None), None)
        if following is not None:
            self._go(following)

    def mark_row(self, row: AnswerRow) -> None:
        """Make this the element that keys and clicks are meant for."""
        self._go(self.rows.index(row))

    def show_current(self) -> None:
        """Mark the element that keys and clicks are meant for."""
        for at, row in enumerate(self.rows):
            row.mark_current(at == self._current and self.mark is None)

    def _go(self, at: int) -> None:
        self._current = at
        self.show_current()
        self.reach(self.rows[at])

    def _turn(self, step: int) -> None:
        """To the next target, or the one before."""
        place = self.places[self.rows[self._current].face.at]
        last = len(self.targets) - 1
        at = (self.targets.index(place) + step) % (last + 1) if place is not None else 0 if step > 0 else last
        self._assign(self.targets[at])

    def _assign(self, target: int | None) -> None:
        row = self.rows[self._current]
        said = self.target_words(target) if target is not None else "none"
        self.answer(self.assigned(row.face.at, target), f"{row.face.text}: {said}")
