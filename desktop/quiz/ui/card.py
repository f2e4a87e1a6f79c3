"""The question: stem, answer, certainty, and after the check what was right, why, and where it is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.progress.attempt import Grade
from desktop.quiz.ui.after import AfterCheck
from desktop.quiz.ui.answers.answer import STEPS, Look
from desktop.quiz.ui.answers.row_plan import RING
from desktop.quiz.ui.certainty import CertaintyStrip, next_step
from desktop.quiz.ui.fitting import Content, FittingScroll
from desktop.quiz.ui.foot import CardFoot
from desktop.quiz.ui.grades import GradeButtons
from desktop.quiz.ui.page import Page
from desktop.quiz.words import LOCKED, line_and_keys, verdict_of
from desktop.shell.widgets.breaking import breakable
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.catalog.terms import TermFinder
    from desktop.progress.attempt import Certainty
    from desktop.quiz.responses import Response
    from desktop.quiz.session import Answer, Asked, Session
    from desktop.quiz.ui.answers.answer import AnswerWidget

    Make = Callable[[Asked, Look], AnswerWidget]


class QuestionCard(Page):
    """Shows the question of a session as it stands there. It changes nothing itself."""

    responded = Signal(object)  # Response
    certainty_chosen = Signal(object)  # Certainty
    check_requested = Signal()
    next_requested = Signal()
    previous_requested = Signal()
    show_me_requested = Signal()
    skip_requested = Signal()
    change_requested = Signal()
    flag_requested = Signal()
    suspend_requested = Signal()
    grade_chosen = Signal(object)  # Grade
    term_requested = Signal(object)  # Ref

    def __init__(self, look: Look, finder: TermFinder, make: Make) -> None:
        super().__init__(look.theme)
        self._look, self._finder, self._make = look, finder, make
        self._shown: Asked | None = None
        self._answer: Answer | None = None
        self._certainty: Certainty | None = None
        self._asks_certainty = True
        self._is_locked = False
        self.answer_widget: AnswerWidget | None = None
        self._stem = TextLabel(role="question")
        self._line = TextLabel(role="muted")
        self._strip = CertaintyStrip()
        self._after = AfterCheck(look.theme, look.icons)
        self._grades = GradeButtons()
        self._slot = QVBoxLayout()
        self._scroll = FittingScroll(self._content(), "Question")
        self._foot = CardFoot()
        self.primary = self._foot.primary
        self.fill(self._scroll, self._foot)
        self._connect()

    def show_session(self, session: Session) -> None:
        """Show the session's question: the answer so far, or what the check said, where that may be told."""
        asked, response = session.current, session.response
        if asked is None or response is None:
            return
        answer = session.answer if session.tells else None
        self._is_locked = session.answer is not None and answer is None
        if asked is not self._shown or _without_grade(answer) != _without_grade(self._answer):
            self._set_question(asked, answer)
        self._answer = answer
        if answer is None and self.answer_widget is not None:
            self.answer_widget.show_response(response)
            self.answer_widget.setEnabled(not self._is_locked)
        self._certainty = session.certainty
        self._show_certainty()
        self._show_line(LOCKED if self._is_locked else line_and_keys(asked.question))
        self.warn("")
        check_key = self.answer_widget.check_key if self.answer_widget is not None else "Space"
        self._foot.show_session(session, check_key)

    def ask_certainty(self, asks: bool) -> None:
        """Whether to ask how sure the reader is."""
        self._asks_certainty = asks
        self._show_certainty()

    def show_grades(self, texts: Mapping[Grade, str], chosen: Grade) -> None:
        """Offer the grades after the check, each with its text; `chosen` is the one in force."""
        if self.checked:
            self._grades.show_grades(texts, chosen)

    def advise(self, advice: str) -> None:
        """Say after the check what may help; '' for nothing."""
        self._after.advise(advice if self.checked else "")

    def show_beliefs(self, texts: Sequence[str]) -> None:
        """Name the misconceptions that the answer stands for, under the explanation."""
        self._after.say_beliefs(texts)

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

    @property
    def told(self) -> str:
        """The reader's last change of the answer in words, for a screen reader; '' where it tells by itself."""
        return self.answer_widget.told if self.answer_widget is not None else ""

    @property
    def is_typing(self) -> bool:
        """Whether letters and digits belong to a field of the answer."""
        return self.answer_widget is not None and self.answer_widget.is_typing

    @property
    def entry(self) -> QWidget:
        """Where the keyboard goes when this page comes up."""
        can_answer = self.answer_widget is not None and not self.checked and not self._is_locked
        entry = self.answer_widget.entry if can_answer and self.answer_widget is not None else None
        return entry or self.primary

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key without Ctrl asks for; whether it asks for anything here."""
        key = Qt.Key(event.key())
        grade = key - Qt.Key.Key_0
        if self.is_typing:
            return key in STEPS and self._press_answer(event)
        if self._press_mark(key):
            return True
        if key == Qt.Key.Key_G and self.checked:
            self._foot.show_me.click()
        elif key == Qt.Key.Key_Backspace:
            self.previous_requested.emit()
        elif key == Qt.Key.Key_C and self._strip.isVisibleTo(self) and not self.checked and not self._is_locked:
            self._strip.chosen.emit(next_step(self._certainty))
            self._scroll.ensureWidgetVisible(self._strip, 0, 8)
        elif self.checked and grade in list(Grade) and self._grades.offers(Grade(grade)):
            self.grade_chosen.emit(Grade(grade))
        else:
            return self._press_answer(event)
        return True

    def warn(self, text: str) -> None:
        """Say beside the button what is missing, until something is answered; '' for nothing."""
        self._foot.warn(text)

    def refit(self) -> None:
        """Measure all again: theme or text size has changed."""
        super().refit()
        self._strip.refit()
        if self.answer_widget is not None:
            self.answer_widget.refit()
            self.answer_widget.fit_height(self.height())
        if self._answer is not None and self._shown is not None:
            self._say_check(self._shown, self._answer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.answer_widget is not None:
            self.answer_widget.fit_height(self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys belong to the answer, also while one of the buttons below has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in STEPS:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _press_mark(self, key: Qt.Key) -> bool:
        asked_for = {Qt.Key.Key_Asterisk: self.flag_requested, Qt.Key.Key_At: self.suspend_requested}.get(key)
        if asked_for is not None:
            asked_for.emit()
        return asked_for is not None

    def _press_answer(self, event: QKeyEvent) -> bool:
        return self.answer_widget is not None and not self._is_locked and self.answer_widget.press(event)

    def _set_question(self, asked: Asked, answer: Answer | None) -> None:
        if asked is not self._shown:
            self._scroll.reveal(None)
            self._scroll.verticalScrollBar().setValue(0)
        is_new = asked is not self._shown or answer is None or self._answer is not None
        self._shown, self._answer = asked, answer
        self._stem.setText(breakable(asked.question.stem))
        self._stem.setAccessibleName(asked.question.stem)
        self._grades.hide()
        if is_new:
            self._replace_answer(asked)
        if answer is None:
            self._after.clear()
            self._scroll.reveal(None)
            return
        if self.answer_widget is not None:
            self.answer_widget.show_check(answer.response, answer.mark)
        self._say_check(asked, answer)
        self._scroll.reveal(self._after)

    def _replace_answer(self, asked: Asked) -> None:
        old = self.answer_widget
        new = self._make(asked, self._look)
        new.responded.connect(self._on_responded)
        new.reached.connect(self._on_reached)
        new.completed.connect(self.primary.setFocus)
        new.fit_height(self.height())
        self._slot.addWidget(new)
        self.answer_widget = new
        if old is not None:
            self._slot.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _say_check(self, asked: Asked, answer: Answer) -> None:
        verdict = verdict_of(asked.question, answer.response, answer.mark)
        self._after.say(verdict, self._finder.pieces(asked.question.explanation or ""), answer.mark.score)

    def _show_line(self, text: str) -> None:
        self._line.setText(text)
        self._line.setVisible(bool(text))

    def _show_certainty(self) -> None:
        is_told = self._certainty is not None
        self._strip.setVisible(self._asks_certainty and (is_told or not self.checked))
        self._strip.show_certainty(self._certainty, self.checked or self._is_locked)

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
        column.addLayout(self._slot)
        column.addWidget(self._strip)
        column.addWidget(self._after)
        self._after.add_below(self._grades)
        return content

    def _connect(self) -> None:
        foot = self._foot
        for button in foot.buttons:
            button.installEventFilter(self)
        self._strip.chosen.connect(self.certainty_chosen)
        self._strip.left.connect(self._on_strip_left)
        self._after.followed.connect(self.term_requested)
        self._grades.chosen.connect(self.grade_chosen)
        foot.show_me.clicked.connect(self.show_me_requested)
        foot.skip.clicked.connect(self.skip_requested)
        foot.change.clicked.connect(self.change_requested)
        foot.previous.clicked.connect(self.previous_requested)
        foot.primary.clicked.connect(self._on_primary_clicked)

    def _on_strip_left(self) -> None:
        self.entry.setFocus()

    def _on_responded(self, response: Response) -> None:
        self.responded.emit(response)
        focus = QApplication.focusWidget()
        if self.answer_widget is not None and focus is not None and self.answer_widget.isAncestorOf(focus):
            self._scroll.ensureWidgetVisible(focus, 0, 8)

    def _on_reached(self, widget: QWidget) -> None:
        self._scroll.ensureWidgetVisible(widget, 0, 8)

    def _on_primary_clicked(self) -> None:
        if self._answer is None and not self._is_locked:
            self.check_requested.emit()
        else:
            self.next_requested.emit()


def _without_grade(answer: Answer | None) -> Answer | None:
    """The answer as far as the card shows it: another grade is no other answer."""
    return replace(answer, grade=None, number=0) if answer is not None else None
