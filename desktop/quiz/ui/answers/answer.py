"""What the card knows of the widget that a question is answered with: one for each class of question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.quiz.ui.answers.rows import AnswerRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.catalog.refs import Ref
    from desktop.quiz.grading import Mark
    from desktop.quiz.session import Asked
    from desktop.shell.icons import Icons
    from desktop.shell.stage import Stage
    from desktop.shell.theme import Theme

UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
LEFT_RIGHT = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
STEPS = {**UP_DOWN, **LEFT_RIGHT}


@dataclass(frozen=True, slots=True)
class Look:
    """What every part of a question is drawn with; `stage_of` shows a place live, `name_of` says what it is called."""

    theme: Theme
    icons: Icons
    stage_of: Callable[[Ref], Stage | None]
    name_of: Callable[[Ref], str]


def digit_of(event: QKeyEvent) -> int | None:
    """The digit of a key 0 to 9, or None."""
    digit = event.key() - Qt.Key.Key_0
    return digit if 0 <= digit <= 9 else None


class AnswerWidget(QWidget):
    """Shows the response as it stands and asks for another when the reader does something. It changes nothing itself.

    A widget serves one question once: after undo the card makes a new one. `told` says the last change in words.
    """

    responded = Signal(object)  # Response
    reached = Signal(object)  # QWidget: bring this into sight
    completed = Signal()  # nothing is missing: the keyboard may go on to 'Check'

    check_key = "Space"
    """The key to name on the button 'Check'."""

    def __init__(self, asked: Asked, look: Look) -> None:
        super().__init__()
        self.asked, self.look = asked, look
        self.told = ""
        self.mark: Mark | None = None

    def show_response(self, response: Any) -> None:
        """Show what is answered so far. Responses are of the widget's own type."""
        raise NotImplementedError

    def show_check(self, response: Any, mark: Mark) -> None:
        """The answer is checked: tell for every element how it stands, and take no more answers."""
        raise NotImplementedError

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; whether it asks for anything here."""
        raise NotImplementedError

    @property
    def rows(self) -> Sequence[AnswerRow]:
        """The elements from top to bottom, as far as they are rows."""
        return ()

    @property
    def entry(self) -> QWidget | None:
        """Where the keyboard goes when the question comes up; None where keys work from anywhere."""
        return None

    def fit_height(self, card: int) -> None:
        """The card is as high as this now; a widget that fills it takes its part."""

    def refit(self) -> None:
        """Measure again: theme or text size has changed."""
        for row in self.findChildren(AnswerRow):
            row.updateGeometry()
        self.updateGeometry()

    @property
    def is_typing(self) -> bool:
        """Whether the keyboard is in a field here, which keeps letters and digits for itself."""
        focus = QApplication.focusWidget()
        return isinstance(focus, QLineEdit) and self.isAncestorOf(focus)

    def focused_row(self) -> int | None:
        """Which of the rows has the focus, or None."""
        focus = QApplication.focusWidget()
        return next((at for at, row in enumerate(self.rows) if row is focus), None)

    def reach(self, widget: QWidget) -> None:
        """Put the keyboard there and bring it into sight."""
        widget.setFocus()
        self.reached.emit(widget)

    def answer(self, response: Any, told: str) -> None:
        """Ask for this response; `told` is the change in words."""
        self.told = told
        self.responded.emit(response)
