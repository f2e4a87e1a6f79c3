"""The quiz room: keys and buttons move the desk on, pages show how it stands, the navigator hears where we are."""

from __future__ import annotations

from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.catalog.names import name_of
from desktop.catalog.refs import QuestionRef, Ref, TopicRef
from desktop.progress.attempt import Mode
from desktop.quiz import words
from desktop.quiz.bank import Bank
from desktop.quiz.durations import interval_words
from desktop.quiz.result import result_of
from desktop.quiz.sheets import sheets_of
from desktop.quiz.ui import keys
from desktop.quiz.ui.answers.answer import Look
from desktop.quiz.ui.answers.making import answer_widget
from desktop.quiz.ui.card import QuestionCard
from desktop.quiz.ui.controls import QuizControls, Way
from desktop.quiz.ui.desk import Desk
from desktop.quiz.ui.exam_page import ExamPage
from desktop.quiz.ui.keeper import Keeper
from desktop.quiz.ui.more import More
from desktop.quiz.ui.notice import Notice
from desktop.quiz.ui.result_page import ResultPage
from desktop.quiz.ui.trouble import Trouble
from desktop.shell.announce import announce
from desktop.shell.room import Room

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import timedelta

    from desktop.quiz.session import Session
    from desktop.shell.context import Context
    from desktop.shell.handout import Sheet

_SECOND = 1000


def fresh_seed() -> int:
    """A seed that nobody can guess, and that no two rounds share."""
    return SystemRandom().getrandbits(60)


class QuizRoom(Room):
    """One question at a time. Before its mark is told the navigator hears of the topic alone, not the question."""

    def __init__(self, context: Context, seeds: Callable[[], int] = fresh_seed) -> None:
        super().__init__()
        self._context, self._learner = context, context.learner
        self._bank = Bank.of(context.catalog)
        self._told: Ref | None = None
        self._way = Way.PRACTICE
        self._keeper = Keeper(self._learner, context.catalog.pack.id, self._bank)
        self._desk = Desk(self._keeper, self._bank, seeds, self._learner.now)
        self._controls = QuizControls(self._bank.choices(), context.theme)
        look = Look(context.theme, context.icons, context.make_stage, self._name_of)
        self._card = QuestionCard(look, context.catalog.term_finder, answer_widget)
        self._result = ResultPage(context.theme)
        self._exam = ExamPage(context.theme)
        self._notice = Notice()
        self._trouble = Trouble()
        self._more = More(self)
        self._pages = QStackedWidget()
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._lay_out()
        self._connect()
        self._tell_opening()
        self._show()

    # What the window asks

    def open(self, ref: Ref) -> None:
        """Go to a question, or to a topic. A question that is not in the present session begins a new one."""
        if isinstance(ref, QuestionRef):
            self._open_question(ref.question)
        elif isinstance(ref, TopicRef) and ref != self._told:
            self._leave_page()
            self._desk.open_topic(ref.topic)
        self.setFocus()
        # The panel shows `ref` by now; where that gives an answer away, it is put right.
        self._tell_place()

    def place(self) -> Ref | None:
        """The topic until the mark of the answer is told, then the question."""
        return self._desk.place

    def status(self) -> str:
        """What is asked and how it goes."""
        session = self._session
        if not session.asked:
            return words.EMPTY
        count = len(self._bank.questions(session.topic))
        return words.status_of(session, self._bank.titles()[session.topic], count)

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
        page = self._pages.currentWidget()
        if keys.is_redo(event):
            self._desk.redo()
        elif keys.is_undo(event):
            self._desk.undo()
        elif self._controls.owns(QApplication.focusWidget()) or not (
            (isinstance(page, QuestionCard) and keys.act_on_card(page, event))
            or (isinstance(page, QuestionCard | ResultPage | ExamPage | Notice) and keys.act_on_page(page, event))
        ):
            super().keyPressEvent(event)

    # What happens

    def _on_moved(self) -> None:
        """Another question, round or page: it is shown, and the navigator told at once."""
        inside = self.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
        self._way = _way_of(self._session, self._way)
        self._show()
        if inside:
            self.setFocus()
        self._tell_place()

    def _on_answered(self) -> None:
        self._card.show_session(self._session)
        if self._card.told:
            announce(self, self._card.told)

    def _on_checked(self) -> None:
        asked, answer = self._session.current, self._session.answer
        if asked is not None and answer is not None:
            announce(self, words.spoken_check(asked.question, answer, self._name_of))

    def _on_complained(self, complaint: str) -> None:
        self._card.warn(complaint)
        announce(self, complaint)

    def _on_not_kept(self, told: str) -> None:
        self._trouble.tell_not_kept(told)

    def _on_way_chosen(self, way: Way) -> None:
        self._way = way
        if way is Way.PRACTICE:
            self._desk.practise(self._controls.topic)
        elif way is Way.EXAM:
            self._show()
            self.setFocus()
        elif way is Way.REVIEW:
            self._desk.review()
        else:
            self._desk.repeat_missed()

    def _on_topic_chosen(self, topic: str) -> None:
        if self._way is Way.EXAM:
            self._show_exam(topic)
        else:
            self._desk.practise(topic)

    def _on_show_me_requested(self) -> None:
        asked = self._session.current
        if asked is not None and asked.question.evidence:
            self._context.navigator.open(asked.question.evidence[0])

    def _on_back_requested(self) -> None:
        if self._session.asked:
            self._on_moved()
        else:
            self._on_way_chosen(Way.PRACTICE)

    def _on_second(self) -> None:
        self._desk.hand_in_when_over()
        self._show_progress()

    def _on_retry_requested(self) -> None:
        if not self._learner.log.writable:
            self._learner.look_again()
        self._trouble.clear()
        self._tell_opening()
        self._desk.check()

    def _on_unsaved_requested(self) -> None:
        self._keeper.saves = False
        self._trouble.clear()
        self._desk.check()

    def _on_log_changed(self) -> None:
        self._keeper.forget()
        self._keeper.saves = True
        self._trouble.clear()
        self._tell_opening()
        self._show_counts()

    def _on_theme_changed(self) -> None:
        for page in (self._controls, self._card, self._result, self._exam):
            page.refit()
        if self._session.finished and self._session.asked:
            self._result.show_result(result_of(self._session), self._bank.titles(), self._name_of)

    # How it shows

    @property
    def _session(self) -> Session:
        return self._desk.session

    @property
    def _left(self) -> timedelta | None:
        """The time that an exam has left; None where it has no limit or is none."""
        ends = self._session.ends
        return ends - self._learner.now() if ends is not None and not self._session.tells else None

    def _show(self) -> None:
        session = self._session
        is_running = session.mode is Mode.EXAM and not session.tells
        self._controls.choose(session.topic, self._way)
        self._show_progress()
        self._show_counts()
        if self._way is Way.EXAM and not is_running and not (session.mode is Mode.EXAM and session.log):
            self._show_exam(self._controls.topic)
        elif not session.asked:
            self._say(_NOTHING.get(self._way, words.EMPTY), way_back=bool(self._bank.questions()))
        elif session.finished:
            self._result.show_result(result_of(session), self._bank.titles(), self._name_of)
            self._turn_to(self._result, self._result.primary)
        else:
            self._show_card()
        if is_running and session.ends is not None:
            self._clock.start()
        else:
            self._clock.stop()
        self.status_changed.emit(self.status())

    def _show_card(self) -> None:
        session, answer = self._session, self._session.answer
        self._card.ask_certainty(self._learner.asks_certainty)
        self._card.show_session(session)
        if answer is not None and session.tells and answer.grade is not None:
            planned = self._keeper.planned(answer)
            texts = {
                grade: f"{words.GRADE_WORDS[grade]} · {interval_words(card.due - card.reviewed)}"
                for grade, card in planned.items()
            }
            if texts:
                self._card.show_grades(texts, answer.grade)
        self._more.show_marks(self._keeper.marks(session.asked[session.at].question.id))
        self._turn_to(self._card, self._card.entry)

    def _show_exam(self, topic: str) -> None:
        self._exam.show_topic(topic, self._bank.titles()[topic], len(self._bank.questions(topic)))
        self._turn_to(self._exam, self._exam.primary)

    def _show_progress(self) -> None:
        session = self._session
        asking = bool(session.asked) and not (self._way is Way.EXAM and session.mode is not Mode.EXAM)
        text = words.progress_of(session, self._left) if asking else ""
        can_hand_in = session.mode is Mode.EXAM and not session.tells
        self._controls.show_progress(text, self._desk.can_undo, can_hand_in)

    def _show_counts(self) -> None:
        self._controls.show_counts(self._keeper.counts().total, self._keeper.missed_count())

    def _say(self, text: str, way_back: bool) -> None:
        self._notice.say(text, way_back)
        self._turn_to(self._notice, self._notice.primary)

    def _turn_to(self, page: QWidget, entry: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self.setFocusProxy(page if entry.isHidden() else entry)

    def _tell_place(self) -> None:
        """Tell where the reader is."""
        place = self.place()
        if place is not None:
            self._told = place
            self._context.navigator.select(place)

    def _tell_opening(self) -> None:
        notice = self._learner.notice
        if notice is not None:
            self._trouble.tell_opening(notice, self._learner.zone)

    def _name_of(self, ref: Ref) -> str:
        return name_of(self._context.catalog, ref)

    def _leave_page(self) -> None:
        if self._way is Way.EXAM and self._session.mode is not Mode.EXAM:
            self._way = Way.PRACTICE

    def _open_question(self, question: str) -> None:
        if self._session.place_of(question) is None and not self._bank.holds(question):
            self._say(words.UNKNOWN, way_back=bool(self._session.asked))
            return
        self._leave_page()
        self._desk.open_question(question)

    def _lay_out(self) -> None:
        for page in (self._card, self._result, self._exam, self._notice):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._controls)
        column.addWidget(self._trouble)
        column.addWidget(self._pages, 1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _connect(self) -> None:
        desk, card, controls = self._desk, self._card, self._controls
        desk.moved.connect(self._on_moved)
        desk.answered.connect(self._on_answered)
        desk.checked.connect(self._on_checked)
        desk.complained.connect(self._on_complained)
        desk.not_kept.connect(self._on_not_kept)
        desk.said.connect(lambda text: announce(self, text))
        controls.way_chosen.connect(self._on_way_chosen)
        controls.topic_chosen.connect(self._on_topic_chosen)
        controls.undo_requested.connect(desk.undo)
        controls.hand_in_requested.connect(desk.hand_in)
        controls.more_requested.connect(lambda: self._more.open_under(controls.more))
        card.responded.connect(desk.respond)
        card.certainty_chosen.connect(desk.be_sure)
        card.check_requested.connect(desk.check)
        card.next_requested.connect(desk.go_on)
        card.skip_requested.connect(desk.go_on)
        card.change_requested.connect(desk.change_answer)
        card.previous_requested.connect(desk.go_back)
        card.grade_chosen.connect(desk.regrade)
        card.flag_requested.connect(desk.flag)
        card.suspend_requested.connect(desk.suspend)
        card.show_me_requested.connect(self._on_show_me_requested)
        card.term_requested.connect(self._context.navigator.open)
        self._result.followed.connect(self._context.navigator.open)
        self._result.wrong_ones_requested.connect(desk.wrong_ones_again)
        self._result.restart_requested.connect(desk.restart)
        self._exam.begun.connect(desk.sit_exam)
        self._notice.back_requested.connect(self._on_back_requested)
        self._more.flag_requested.connect(desk.flag)
        self._more.suspend_requested.connect(desk.suspend)
        self._more.restart_requested.connect(desk.restart)
        self._trouble.retry_requested.connect(self._on_retry_requested)
        self._trouble.unsaved_requested.connect(self._on_unsaved_requested)
        self._trouble.dismissed.connect(self._trouble.clear)
        self._trouble.restore_requested.connect(self._learner.restore)
        self._clock.timeout.connect(self._on_second)
        self._learner.changed.connect(self._on_log_changed)
        self._context.theme.changed.connect(self._on_theme_changed)


_NOTHING = {Way.REVIEW: words.NOTHING_DUE, Way.MISSED: words.NOTHING_MISSED}


def _way_of(session: Session, way: Way) -> Way:
    """The way that a round belongs to; of practice and what was missed, the one that was chosen."""
    if session.mode is Mode.EXAM:
        return Way.EXAM
    if session.mode is Mode.REVIEW:
        return Way.REVIEW
    return way if way in (Way.PRACTICE, Way.MISSED) else Way.PRACTICE
