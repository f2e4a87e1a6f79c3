"""The quiz room: keys and buttons move the session on, pages show it, the navigator hears where we are."""

from __future__ import annotations

from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout

from desktop.catalog.refs import QuestionRef, Ref, TopicRef
from desktop.quiz import rounds as played
from desktop.quiz import session as quiz
from desktop.quiz import words
from desktop.quiz.bank import Bank
from desktop.quiz.result import result_of
from desktop.quiz.sheets import sheets_of
from desktop.quiz.ui import keys
from desktop.quiz.ui.card import QuestionCard
from desktop.quiz.ui.controls import QuizControls
from desktop.quiz.ui.notice import Notice
from desktop.quiz.ui.result_page import ResultPage
from desktop.shell.announce import announce
from desktop.shell.room import Room

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.quiz.rounds import Rounds
    from desktop.quiz.session import Session
    from desktop.shell.context import Context
    from desktop.shell.handout import Sheet


def fresh_seed() -> int:
    """A seed that nobody can guess."""
    return SystemRandom().getrandbits(32)


class QuizRoom(Room):
    """One question at a time. Before a check the navigator is told the topic alone, not the question."""

    def __init__(self, context: Context, seeds: Callable[[], int] = fresh_seed) -> None:
        super().__init__()
        self._context = context
        self._seeds = seeds
        self._bank = Bank(context.catalog.topics)
        self._told: Ref | None = None
        self._controls = QuizControls(self._bank.choices(), context.theme)
        self._card = QuestionCard(context.theme, context.icons, context.catalog.term_finder)
        self._result = ResultPage(context.theme)
        self._notice = Notice()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._rounds = played.Rounds(quiz.start(self._bank.questions(), seeds()))
        self._show()

    # What the window asks

    def open(self, ref: Ref) -> None:
        """Go to a question, or to a topic. A question that is not in the present session begins a new one."""
        if isinstance(ref, QuestionRef):
            self._open_question(ref.question)
        elif isinstance(ref, TopicRef) and ref != self._told:
            self._rounds = played.open_topic(self._rounds, self._bank, ref.topic, self._seeds())
            self._show()
        self.setFocus()
        # The panel shows `ref` by now; where that gives an answer away, it is put right.
        self._tell_place()

    def place(self) -> Ref | None:
        """The topic until the answer is checked, then the question."""
        return played.place_of(self._session)

    def status(self) -> str:
        """What is asked and how it goes."""
        session = self._session
        if not session.asked:
            return words.nothing_to_ask(self._bank.left_out)
        count = len(self._bank.questions(session.topic))
        return words.status_of(session, self._bank.titles()[session.topic], count, self._bank.left_out)

    def sheets(self) -> Sequence[Sheet]:
        """All questions, then all answers."""
        return sheets_of(self._bank.topics, self._context.catalog)

    # Qt

    def event(self, event: QEvent) -> bool:
        """Keys of the quiz go before the window's shortcuts while the quiz has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keys.is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = self._page
        if keys.is_undo(event):
            self._on_undo_requested()
        elif self._controls.owns(QApplication.focusWidget()) or not (
            (isinstance(page, QuestionCard) and keys.act_on_card(page, event)) or keys.act_on_page(page, event)
        ):
            super().keyPressEvent(event)

    # What the reader does

    def _on_picked(self, option: int) -> None:
        self._rounds = played.go(self._rounds, quiz.pick(self._session, option))
        self._card.show_session(self._session)
        row = next(row for row in self._card.rows if row.label.option == option)
        if not row.hasFocus() and self._session.answer is None:
            announce(self, f"{row.accessibleName()}, {'picked' if row.isChecked() else 'not picked'}")

    def _on_check_requested(self) -> None:
        checked = quiz.check(self._session)
        asked, answer = checked.current, checked.answer
        if asked is None or answer is None:
            self._card.warn(words.PICK_FIRST)
            announce(self, words.PICK_FIRST)
            return
        self._move(played.go(self._rounds, checked))
        announce(self, words.spoken_check(asked, answer.mark, answer.picked))

    def _on_next_requested(self) -> None:
        self._move(played.go(self._rounds, quiz.go_on(self._session)))
        asked = self._session.current
        announce(self, asked.question.stem if asked else words.score_line(result_of(self._session)))

    def _on_previous_requested(self) -> None:
        self._move(played.go(self._rounds, quiz.go_back(self._session)))

    def _on_undo_requested(self) -> None:
        if self._rounds.can_undo:
            self._move(played.undo(self._rounds))
            announce(self, words.progress_of(self._session))

    def _on_show_me_requested(self) -> None:
        asked = self._session.current
        if asked is not None:
            self._context.navigator.open(asked.question.evidence[0])

    def _on_topic_chosen(self, topic: str) -> None:
        session = quiz.start(self._bank.questions(topic), self._seeds(), topic=topic)
        self._move(played.begin(self._rounds, session))

    def _on_restart_requested(self) -> None:
        self._on_topic_chosen(self._session.topic)

    def _on_wrong_ones_requested(self) -> None:
        self._move(played.begin(self._rounds, quiz.wrong_ones_again(self._session, self._seeds())))

    def _tell_place(self) -> None:
        """Tell where the reader is."""
        place = self.place()
        if place is not None:
            self._told = place
            self._context.navigator.select(place)

    def _on_theme_changed(self) -> None:
        self._controls.refit()
        self._card.refit()
        self._result.refit()
        if self._session.finished and self._session.asked:
            self._result.show_result(result_of(self._session), self._bank.titles())

    # How it gets there

    @property
    def _session(self) -> Session:
        return self._rounds.now

    @property
    def _page(self) -> QuestionCard | ResultPage | Notice:
        for page in (self._card, self._result):
            if page is self._pages.currentWidget():
                return page
        return self._notice

    def _move(self, rounds: Rounds) -> None:
        """A step of the reader: show it and tell the navigator at once."""
        self._rounds = rounds
        inside = self.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
        self._show()
        if inside:
            self.setFocus()
        self._tell_place()

    def _show(self) -> None:
        session = self._session
        self._controls.setVisible(bool(session.asked))
        self._controls.choose(session.topic)
        self._controls.show_progress(words.progress_of(session), self._rounds.can_undo)
        self._controls.restart.setVisible(not session.finished)
        if not session.asked:
            self._say(words.nothing_to_ask(self._bank.left_out), way_back=False)
        elif session.finished:
            self._result.show_result(result_of(session), self._bank.titles())
            self._turn_to(self._result)
        else:
            self._card.show_session(session)
            self._turn_to(self._card)
        self.status_changed.emit(self.status())

    def _say(self, text: str, way_back: bool) -> None:
        self._notice.say(text, way_back)
        self._turn_to(self._notice)

    def _turn_to(self, page: QuestionCard | ResultPage | Notice) -> None:
        self._pages.setCurrentWidget(page)
        self.setFocusProxy(page if page.primary.isHidden() else page.primary)

    def _open_question(self, question: str) -> None:
        if self._session.place_of(question) is None and not self._bank.holds(question):
            self._say(words.KIND_LATER, way_back=bool(self._session.asked))
            return
        self._rounds = played.open_question(self._rounds, self._bank, question, self._seeds())
        self._show()

    def _lay_out(self) -> None:
        for page in (self._card, self._result, self._notice):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._controls)
        column.addWidget(self._pages, 1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _connect(self) -> None:
        self._controls.topic_chosen.connect(self._on_topic_chosen)
        self._controls.undo_requested.connect(self._on_undo_requested)
        self._controls.restart_requested.connect(self._on_restart_requested)
        self._card.picked.connect(self._on_picked)
        self._card.check_requested.connect(self._on_check_requested)
        self._card.next_requested.connect(self._on_next_requested)
        self._card.previous_requested.connect(self._on_previous_requested)
        self._card.show_me_requested.connect(self._on_show_me_requested)
        self._card.term_requested.connect(self._context.navigator.open)
        self._result.followed.connect(self._context.navigator.open)
        self._result.wrong_ones_requested.connect(self._on_wrong_ones_requested)
        self._result.restart_requested.connect(self._on_restart_requested)
        self._notice.back_requested.connect(self._show)
        self._context.theme.changed.connect(self._on_theme_changed)
