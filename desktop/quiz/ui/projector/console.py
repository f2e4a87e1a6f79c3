"""The presenter's page: what the hall sees, the solution in small, the votes to type, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout

from desktop.quiz.projecting.show import LETTERS, Blank, screen_of, solution_of
from desktop.quiz.ui.fitting import Content, FittingScroll
from desktop.quiz.ui.projector.screen_view import ScreenView
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.quiz.projecting.show import Show, Slide
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
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TYPED = "0123456789 "
# While votes are typed and not counted yet, these keys belong to the field.
_EDITING = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_Comma)


class Console(QFrame):
    """Says what the presenter wants; shows what it is told. The same keys work here and in the hall's window."""

    asked_for = Signal(str)  # NEXT, BACK, UNDO, SHOW_ME, BLACK, WHITE or END
    votes_typed = Signal(str)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._theme = theme
        self._preview = ScreenView(theme, icons, "What the hall sees")
        self._preview.setMinimumSize(240, 135)
        self._preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._solution = TextLabel(role="title")
        self._votes = QLineEdit()
        self._counted: tuple[Slide | None, tuple[int, ...] | None] = (None, None)
        self._label = TextLabel()
        self._message = TextLabel(role="muted")
        self._where = TextLabel(role="muted")
        self._count = push_button("Count  Enter", name="Count the votes")
        self._buttons = {
            BACK: push_button("Back  ←", name="The question before"),
            UNDO: push_button("Undo  U", name="Take the last step back"),
            SHOW_ME: push_button("Show me  G", name="Show the hall where this comes from"),
            BLACK: push_button("Black  B", name="Black screen"),
            WHITE: push_button("White  W", name="White screen"),
            END: push_button("End  Esc", name="End the projector"),
            NEXT: push_button("Reveal  →", "primary", "Reveal"),
        }
        self._label.setBuddy(self._votes)
        self._votes.installEventFilter(self)
        self._lay_out()
        self._count.clicked.connect(self._on_count_clicked)
        for what, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, what=what: self.asked_for.emit(what))

    @property
    def solution(self) -> str:
        return self._solution.text()

    @property
    def message(self) -> str:
        """What was wrong with the votes as they were typed."""
        return self._message.text()

    @property
    def typed(self) -> str:
        return self._votes.text()

    def show_show(self, show: Show, can_show_me: bool) -> None:
        """Show how the show stands. What is typed stays until it is counted or another question is on."""
        slide = show.slide
        self._preview.show_screen(screen_of(show))
        self._solution.setText(f"Right: {solution_of(slide)}" if slide else "The end")
        count = len(slide.order) if slide else 0
        letters = " ".join(LETTERS[:count])
        self._label.setText(f"Votes for {letters}")
        self._votes.setAccessibleName(f"Votes for {letters}, one number each")
        if (slide, show.now.votes) != self._counted:
            self._counted = slide, show.now.votes
            self._votes.setText(" ".join(map(str, show.now.votes or ())))
        for widget in (self._label, self._votes, self._count):
            widget.setEnabled(slide is not None)
        self.say("")
        words = "Next" if show.now.revealed else "Reveal"
        self._buttons[NEXT].setText(f"{words}  →")
        self._buttons[NEXT].setAccessibleName("The next question" if show.now.revealed else "Reveal the right answer")
        self._buttons[NEXT].setEnabled(slide is not None)
        self._buttons[SHOW_ME].setEnabled(can_show_me and show.now.revealed)
        self._buttons[BLACK].setText("Uncover  B" if show.blank is Blank.BLACK else "Black  B")
        self._buttons[WHITE].setText("Uncover  W" if show.blank is Blank.WHITE else "White  W")

    def say(self, text: str) -> None:
        """Say under the field what is wrong with the votes or with keeping them."""
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def complain(self, text: str) -> None:
        """What is typed is no count of votes; it is still to be counted."""
        self.say(text)
        self._votes.setModified(True)

    def say_where(self, text: str) -> None:
        """Say on which screen the hall's window stands."""
        self._where.setText(text)

    def take_focus(self) -> None:
        """Put the keyboard where votes are typed."""
        target = self._votes if self._votes.isEnabled() else self._buttons[END]
        target.setFocus()
        self._votes.selectAll()

    def act(self, event: QKeyEvent) -> bool:
        """Do what a key asks for that was pressed in the hall's window, or here outside the field; whether it did."""
        plain = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if plain != Qt.KeyboardModifier.NoModifier:
            return False
        key = Qt.Key(event.key())
        if key in _ENTER and self._votes.text().strip() and self._votes.isModified():
            self._on_count_clicked()
        elif key in (*_ENTER, Qt.Key.Key_Space):
            self.asked_for.emit(NEXT)
        elif key in _KEYS:
            self.asked_for.emit(_KEYS[key])
        elif event.text() and event.text() in _TYPED:
            self._votes.insert(event.text())
            self._votes.setModified(True)
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field digits, spaces and the keys of editing stay what they are; all others lead the show."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_typed = bool(event.text()) and event.text() in _TYPED
        edits = event.key() in _EDITING and self._votes.isModified()
        return not (is_typed or edits) and self.act(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.act(event):
            super().keyPressEvent(event)

    def _on_count_clicked(self) -> None:
        self._votes.setModified(False)
        self.votes_typed.emit(self._votes.text())

    def _lay_out(self) -> None:
        votes = QHBoxLayout()
        votes.setSpacing(8)
        votes.addWidget(self._votes, 1)
        votes.addWidget(self._count)
        grid = QGridLayout()
        grid.setSpacing(8)
        for at, what in enumerate((SHOW_ME, BLACK, WHITE, UNDO, BACK, END)):
            grid.addWidget(self._buttons[what], at // 3, at % 3)
        side = Content()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._solution)
        column.addWidget(self._label)
        column.addLayout(votes)
        column.addWidget(self._message)
        column.addWidget(self._buttons[NEXT])
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
