"""The question: stem, options, and after the check what was right, why, and where it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.quiz.ui.after import AfterCheck
from desktop.quiz.ui.fitting import Content, FittingScroll
from desktop.quiz.ui.options import RING, STEPS, OptionLabel, OptionRow
from desktop.quiz.ui.page import Page
from desktop.quiz.words import line_of, note_of, verdict_of
from desktop.shell.widgets.breaking import breakable
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from desktop.catalog.terms import TermFinder
    from desktop.quiz.session import Answer, Asked, Session
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme


class QuestionCard(Page):
    """Shows the question of a session as it stands there. It changes nothing itself."""

    picked = Signal(int)  # the option, by its place in the pack's order
    check_requested = Signal()
    next_requested = Signal()
    previous_requested = Signal()
    show_me_requested = Signal()
    term_requested = Signal(object)  # Ref

    def __init__(self, theme: Theme, icons: Icons, finder: TermFinder) -> None:
        super().__init__(theme)
        self._icons, self._finder = icons, finder
        self._rows: list[OptionRow] = []
        self._shown: Asked | None = None
        self._told: Asked | None = None
        self._answer: Answer | None = None
        self._stem = TextLabel(role="question")
        self._line = TextLabel(role="muted")
        self._after = AfterCheck(theme, icons)
        self._after.followed.connect(self.term_requested)
        self._options = QVBoxLayout()
        self._options.setSpacing(4)
        self._scroll = FittingScroll(self._content(), "Question")
        self._show_me = push_button("Show me  G", name="Show me where this comes from")
        self._previous = push_button("Previous", "quiet", "Previous question")
        self.primary = push_button("Check", "primary")
        self._lay_out()
        for button in (self._show_me, self._previous, self.primary):
            button.installEventFilter(self)
        self._show_me.clicked.connect(self.show_me_requested)
        self._previous.clicked.connect(self.previous_requested)
        self.primary.clicked.connect(self._on_primary_clicked)

    def show_session(self, session: Session) -> None:
        """Show the session's question: its picks, or what the check said."""
        asked, answer = session.current, session.answer
        if asked is None:
            return
        if asked is not self._shown or (answer is None and self._answer is not None):
            self._set_question(asked)
        if answer != self._answer or asked is not self._told:
            self._tell_check(asked, answer)
        for row in self._rows:
            row.setChecked(row.label.option in session.picked)
            row.update()
        self._previous.setVisible(session.at > 0)
        self._show_me.setVisible(answer is not None)
        self._name_primary(asked, answer, session.complete)

    @property
    def rows(self) -> tuple[OptionRow, ...]:
        """The options from top to bottom."""
        return tuple(self._rows)

    @property
    def checked(self) -> bool:
        """Whether the answer shown is checked."""
        return self._answer is not None

    @property
    def said(self) -> str:
        """What the check said about the answer; empty before it."""
        return self._after.said

    @property
    def explanation(self) -> str:
        """The explanation as it is shown; empty before the check."""
        return self._after.explanation

    def ask_for(self, at: int) -> None:
        """Ask to pick the option in this row."""
        self.picked.emit(self._rows[at].label.option)

    def warn(self, text: str) -> None:
        """Say in the line under the stem what is missing."""
        self._line.setText(text)
        self._line.show()

    def focused_row(self) -> int | None:
        """The row that has the focus, or None."""
        focus = QApplication.focusWidget()
        return next((at for at, row in enumerate(self._rows) if row is focus), None)

    def focus_row(self, at: int) -> None:
        """Put the focus on a row and bring it into sight."""
        self._rows[at].setFocus()
        self._scroll.ensureWidgetVisible(self._rows[at], 0, 8)

    def refit(self) -> None:
        """Measure all again: theme or text size has changed."""
        super().refit()
        if self._shown is not None:
            self._tell_check(self._shown, self._answer)
        for row in self._rows:
            row.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys belong to the options, also while one of the buttons below has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in STEPS:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _set_question(self, asked: Asked) -> None:
        if asked is not self._shown:
            self._scroll.reveal(None)
            self._scroll.verticalScrollBar().setValue(0)
        self._shown = asked
        self._stem.setText(breakable(asked.question.stem))
        self._stem.setAccessibleName(asked.question.stem)
        self._set_rows(asked)

    def _set_rows(self, asked: Asked) -> None:
        for row in self._rows:
            self._options.removeWidget(row)
            row.hide()
            row.deleteLater()
        several = asked.question.type == "multiple"
        self._rows = [
            OptionRow(
                OptionLabel(option, at + 1, asked.question.options[option].text, several),
                self._theme,
                self._icons,
            )
            for at, option in enumerate(asked.order)
        ]
        for row in self._rows:
            self._options.addWidget(row)
            row.clicked.connect(self._on_row_clicked)

    def _tell_check(self, asked: Asked, answer: Answer | None) -> None:
        line = line_of(asked.question)
        self._told, self._answer = asked, answer
        self._line.setText(line)
        self._line.setVisible(bool(line))
        if answer is None:
            self._after.clear()
            self._scroll.reveal(None)
            return
        for row in self._rows:
            row.show_note(note_of(asked.question, row.label.option, answer.picked))
        verdict = verdict_of(asked.question, answer.mark, answer.picked)
        self._after.say(verdict, self._finder.pieces(asked.question.explanation or ""), answer.mark.score)
        self._scroll.reveal(self._after)

    def _name_primary(self, asked: Asked, answer: Answer | None, complete: bool) -> None:
        if answer is None:
            words, key = "Check", "Enter" if asked.question.type == "multiple" else "Space"
        else:
            words, key = "Result" if complete else "Next", "Space"
        self.primary.setText(f"{words}  {key}")
        self.primary.setAccessibleName(words)

    def _content(self) -> QWidget:
        content = Content()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for label in (self._stem, self._line):
            label.setContentsMargins(RING, 0, RING, 0)
        column.addWidget(self._stem)
        column.addWidget(self._line)
        column.addSpacing(4)
        column.addLayout(self._options)
        column.addWidget(self._after)
        return content

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(RING, 0, RING, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self._show_me)
        buttons.addStretch(1)
        buttons.addWidget(self._previous)
        buttons.addWidget(self.primary)
        self.fill(self._scroll, buttons)

    def _on_row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, OptionRow):
            self.picked.emit(row.label.option)

    def _on_primary_clicked(self) -> None:
        if self._answer is None:
            self.check_requested.emit()
        else:
            self.next_requested.emit()
