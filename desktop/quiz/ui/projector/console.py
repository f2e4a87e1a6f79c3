"""The presenter's page: what the hall sees, the solution in small, the votes to type, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop.quiz.projecting.show import Blank, screen_of, solution_of
from desktop.quiz.ui.fitting import Content, FittingScroll
from desktop.quiz.ui.projector.screen_view import ScreenView
from desktop.quiz.ui.projector.votes import ENTER, VotesField
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.quiz.projecting.show import Show
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme

NEXT, BACK, UNDO, SHOW_ME, BLACK, WHITE, END = "next", "back", "undo", "show-me", "black", "white", "end"

_KEYS = {
    Qt.Key.Key_Right: NEXT,
    Qt.Key.Key_Down: NEXT,
    Qt.Key.Key_PageDown: NEXT,
    Qt.Key.Key_N: NEXT,
    Qt.Key.Key_Left: BACK,
    Qt.Key.Key_Up: BACK,
    Qt.Key.Key_PageUp: BACK,
    Qt.Key.Key_Backspace: BACK,
    Qt.Key.Key_P: BACK,
    Qt.Key.Key_B: BLACK,
    Qt.Key.Key_Period: BLACK,
    Qt.Key.Key_W: WHITE,
    Qt.Key.Key_Comma: WHITE,
    Qt.Key.Key_G: SHOW_ME,
    Qt.Key.Key_U: UNDO,
    Qt.Key.Key_Escape: END,
}


class Console(QFrame):
    """Says what the presenter wants; shows what it is told. The same keys work here and in the hall's window."""

    asked_for = Signal(str)  # NEXT, BACK, UNDO, SHOW_ME, BLACK, WHITE or END
    counted = Signal(object)  # tuple[int, ...]: how the hall has voted

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._theme = theme
        self._preview = ScreenView(theme, icons, "What the hall sees")
        self._preview.setMinimumSize(240, 135)
        self._preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._solution = TextLabel(role="title")
        self.votes = VotesField(self.act)
        self._where = TextLabel(role="muted")
        self._buttons = {
            BACK: push_button("Back  ←", name="The question before"),
            UNDO: push_button("Undo  U", name="Take the last step back"),
            SHOW_ME: push_button("Show me  G", name="Show the hall where this comes from"),
            BLACK: push_button("Black  B", name="Black screen"),
            WHITE: push_button("White  W", name="White screen"),
            END: push_button("End  Esc", name="End the projector"),
            NEXT: push_button("Reveal  →", "primary", "Reveal"),
        }
        self._lay_out()
        self.votes.counted.connect(self.counted)
        for what, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, what=what: self.asked_for.emit(what))

    @property
    def solution(self) -> str:
        return self._solution.text()

    @property
    def message(self) -> str:
        """What was wrong with the votes as they were typed."""
        return self.votes.message

    @property
    def typed(self) -> str:
        return self.votes.text

    def show_show(self, show: Show, can_show_me: bool) -> None:
        """Show how the show stands. What is typed stays until it is counted or another question is on."""
        slide = show.slide
        self._preview.show_screen(screen_of(show))
        self._solution.setText(f"Right: {solution_of(slide)}" if slide else "The end")
        self.votes.show_votes(slide, show.now.votes)
        words = "Next" if show.now.revealed else "Reveal"
        self._buttons[NEXT].setText(f"{words}  →")
        self._buttons[NEXT].setAccessibleName("The next question" if show.now.revealed else "Reveal the right answer")
        self._buttons[NEXT].setEnabled(slide is not None)
        self._buttons[SHOW_ME].setEnabled(can_show_me and show.now.revealed)
        self._buttons[BLACK].setText("Uncover  B" if show.blank is Blank.BLACK else "Black  B")
        self._buttons[WHITE].setText("Uncover  W" if show.blank is Blank.WHITE else "White  W")

    def say(self, text: str) -> None:
        """Say under the field what is wrong with the votes, or with keeping them."""
        self.votes.say(text)

    def say_where(self, text: str) -> None:
        """Say on which screen the hall's window stands."""
        self._where.setText(text)

    def take_focus(self) -> None:
        """Put the keyboard where votes are typed."""
        target = self.votes if self.votes.isEnabled() else self._buttons[END]
        target.setFocus()
        self.votes.select_all()

    def act(self, event: QKeyEvent) -> bool:
        """Do what a key asks for that was pressed in the hall's window, or here outside the field; whether it did."""
        plain = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if plain != Qt.KeyboardModifier.NoModifier:
            return False
        key = Qt.Key(event.key())
        if self.votes.press(event):
            return True
        if key not in (*ENTER, Qt.Key.Key_Space) and key not in _KEYS:
            return False
        self.asked_for.emit(_KEYS.get(key, NEXT))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.act(event):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        for at, what in enumerate((SHOW_ME, BLACK, WHITE, UNDO, BACK, END)):
            grid.addWidget(self._buttons[what], at // 3, at % 3)
        side = Content()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._solution, self.votes, self._buttons[NEXT]):
            column.addWidget(part)
        column.addLayout(grid)
        column.addWidget(self._where)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self._preview, 3)
        at_top = QVBoxLayout()
        at_top.addWidget(_Side(side, "Votes and steps"), 1000)
        at_top.addStretch(1)
        row.addLayout(at_top, 2)


class _Side(FittingScroll):
    """Scrolls where large text needs more height than there is; its buttons keep their width."""

    def minimumSizeHint(self) -> QSize:
        content, bar = self.widget(), self.verticalScrollBar().sizeHint()
        layout = content.layout() if content is not None else None
        width = layout.minimumSize().width() if layout is not None else 0
        return QSize(width + bar.width(), super().minimumSizeHint().height())
