"""The page of the questions: controls, what is wrong with the log, and the card, result or whatever takes its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.catalog.names import name_of
from desktop.progress.attempt import Mode
from desktop.quiz import words
from desktop.quiz.durations import interval_words
from desktop.quiz.result import result_of
from desktop.quiz.ui import keys
from desktop.quiz.ui.answers.answer import Look
from desktop.quiz.ui.answers.making import answer_widget
from desktop.quiz.ui.card import QuestionCard
from desktop.quiz.ui.controls import QuizControls, Way
from desktop.quiz.ui.exam_page import ExamPage
from desktop.quiz.ui.keeping import Keeping
from desktop.quiz.ui.notice import Notice
from desktop.quiz.ui.result_page import ResultPage
from desktop.shell.announce import announce

if TYPE_CHECKING:
    from datetime import timedelta

    from PySide6.QtGui import QKeyEvent

    from desktop.catalog.entities.questions import Question
    from desktop.catalog.refs import Ref
    from desktop.quiz.bank import Bank
    from desktop.quiz.session import Session
    from desktop.quiz.ui.desk import Desk
    from desktop.quiz.ui.keeper import Keeper
    from desktop.quiz.ui.more import More
    from desktop.shell.context import Context

_SECOND = 1000
_NOTHING = {Way.REVIEW: words.NOTHING_DUE, Way.MISSED: words.NOTHING_MISSED}


class QuestionsPage(QWidget):
    """Shows how the desk stands; keys and buttons move the desk on."""

    moved = Signal()  # another question, round or page is shown
    followed = Signal(object)  # Ref
    status_changed = Signal(str)

    def __init__(self, context: Context, bank: Bank, keeper: Keeper, desk: Desk, more: More) -> None:
        super().__init__()
        self._context, self._learner = context, context.learner
        self._bank, self._keeper, self._desk, self._more = bank, keeper, desk, more
        self.way = Way.PRACTICE
        self._wants_exam = False
        self._is_warned = False
        self._controls = QuizControls(bank.choices(), context.theme)
        look = Look(context.theme, context.icons, context.make_stage, self._name_of)
        self._card = QuestionCard(look, context.catalog.term_finder, answer_widget)
        self._result = ResultPage(context.theme)
        self._exam = ExamPage(context.theme)
        self._notice = Notice()
        self._keeping = Keeping(self._learner, keeper, desk)
        self._pages = QStackedWidget()
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self.entry: QWidget = self._card
        self._lay_out()
        self._connect_desk()
        self._connect_pages()
        self.show_all()

    @property
    def topic(self) -> str:
        """The id of the chosen topic; '' for all."""
        return self._controls.topic

    @property
    def status(self) -> str:
        """Whether answers are saved, how many there are, and when the next review is."""
        if not self._bank.questions():
            return words.EMPTY
        return words.status_of(self._keeper.standing(), self._session.tells)

    @property
    def question(self) -> Question | None:
        """The question that is shown; None while another page is."""
        asked = self._session.current
        return asked.question if asked is not None and self._pages.currentWidget() is self._card else None

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; whether it asks for anything here."""
        page = self._pages.currentWidget()
        if keys.is_redo(event):
            self._desk.redo()
        elif keys.is_undo(event):
            self._desk.undo()
        elif self._controls.owns(QApplication.focusWidget()):
            return False
        elif isinstance(page, QuestionCard) and keys.act_on_card(page, event):
            return True
        else:
            return isinstance(page, QuestionCard | ResultPage | ExamPage | Notice) and keys.act_on_page(page, event)
        return True

    def open_question(self, question: str) -> None:
        """To a question, in the round at hand or a new one."""
        if self._session.place_of(question) is None and not self._bank.holds(question):
            self._say(words.UNKNOWN, way_back=bool(self._session.asked))
            return
        self._desk.open_question(question)

    def open_topic(self, topic: str) -> None:
        self._desk.open_topic(topic)

    def take_up(self, session: Session, way: Way) -> None:
        """Go on with a round of a page before this one."""
        self.way = way
        self._desk.take_up(session)
        self.way = _way_of(self._session, self.way)

    def tell(self, text: str) -> None:
        """Say over the question what did not work."""
        self._keeping.trouble.tell(text)

    # What happens

    def _on_moved(self) -> None:
        self.way = _way_of(self._session, self.way)
        self._wants_exam = self._is_warned = False
        self._show_moved()

    def _show_moved(self) -> None:
        """Show how the desk stands; the keyboard stays here, though the field it was in may be gone."""
        focus = QApplication.focusWidget()
        was_here = focus is not None and self.isAncestorOf(focus)
        self.show_all()
        if was_here:
            self.entry.setFocus()
        self.moved.emit()

    def _on_answered(self) -> None:
        self._card.show_session(self._session)
        if self._card.told:
            announce(self, self._card.told)

    def _on_checked(self) -> None:
        asked, answer = self._session.current, self._session.answer
        if asked is not None and answer is not None:
            announce(self, words.spoken_check(asked.question, answer, self._name_of))
            if self._advice:
                announce(self, self._advice)

    def _on_complained(self, complaint: str) -> None:
        self._card.warn(complaint)
        announce(self, complaint)

    def _on_way_chosen(self, way: Way) -> None:
        self.way = way
        if way is Way.PRACTICE:
            self._desk.practise(self._controls.topic)
        elif way is Way.EXAM:
            self._on_exam_chosen()
        elif way is Way.REVIEW:
            self._desk.review()
        else:
            self._desk.repeat_missed()

    def _on_exam_chosen(self) -> None:
        """An exam under way goes on; else another can be planned."""
        if not self._desk.resume_exam():
            self._wants_exam = self._session.tells
            self._show_moved()

    def _on_restart_requested(self) -> None:
        if self._session.mode is Mode.EXAM and self._session.tells:
            self._on_exam_chosen()
        else:
            self._desk.restart()

    def _on_hand_in_requested(self) -> None:
        """Questions that are still open are told of once before the exam is over."""
        still_open = len(self._session.asked) - len(self._session.log)
        if still_open and not self._is_warned:
            self._is_warned = True
            self._on_complained(words.still_open(still_open))
        else:
            self._desk.hand_in()

    def _on_topic_chosen(self, topic: str) -> None:
        if self.way is Way.EXAM:
            self._show_moved()
        else:
            self._desk.practise(topic)

    def _on_show_me_requested(self) -> None:
        asked = self._session.current
        if asked is not None and asked.question.evidence:
            self.followed.emit(asked.question.evidence[0])

    def _on_back_requested(self) -> None:
        if self._session.asked:
            self._on_moved()
        else:
            self._on_way_chosen(Way.PRACTICE)

    def _on_second(self) -> None:
        self._desk.hand_in_when_over()
        self._show_progress()

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
    def _advice(self) -> str:
        """What helps with the question that was just answered, where asking it again does not."""
        asked = self._session.current
        lapses = self._keeper.lapses(asked.question.id) if asked is not None and self._session.tells else 0
        return words.OFTEN_FORGOTTEN.format(lapses) if lapses else ""

    @property
    def _left(self) -> timedelta | None:
        """The time that an exam has left; None where it has no limit or is none."""
        ends = self._session.ends
        return ends - self._learner.now() if ends is not None and not self._session.tells else None

    @property
    def _plans_exam(self) -> bool:
        """Whether an exam is chosen and not begun."""
        return self.way is Way.EXAM and (self._session.mode is not Mode.EXAM or self._wants_exam)

    def show_all(self) -> None:
        """Show how the desk stands."""
        session = self._session
        topic = self._controls.topic if self._plans_exam else session.topic
        self._controls.choose(topic, self.way, is_fixed=not session.tells)
        self._show_progress()
        self._show_counts()
        self._more.show_suspended(len(self._keeper.memory.suspended))
        if self._plans_exam:
            self._show_exam(self._controls.topic)
        elif not session.asked:
            self._say(_NOTHING.get(self.way, words.EMPTY), way_back=bool(self._bank.questions()))
        elif session.finished:
            self._result.show_result(result_of(session), self._bank.titles(), self._name_of)
            self._turn_to(self._result, self._result.primary)
        else:
            self._show_card()
        if session.ends is not None and not session.tells:
            self._clock.start()
        else:
            self._clock.stop()
        self._keeping.look()
        self.status_changed.emit(self.status)

    def _show_card(self) -> None:
        session, answer = self._session, self._session.answer
        self._card.ask_certainty(self._learner.learning.asks_certainty)
        self._card.show_session(session)
        if answer is not None and session.tells and answer.grade is not None:
            texts = {
                grade: f"{words.GRADE_WORDS[grade]} · {interval_words(card.due - card.reviewed)}"
                for grade, card in self._keeper.planned(answer).items()
            }
            self._card.show_grades(texts, answer.grade)
        self._card.advise(self._advice)
        held = self._keeper.held(session.asked[session.at].question, answer) if answer and session.tells else ()
        self._card.show_beliefs(tuple(words.held_words(each) for each in held))
        self._more.show_marks(self._keeper.marks(session.asked[session.at].question.id))
        self._turn_to(self._card, self._card.entry)

    def _show_exam(self, topic: str) -> None:
        self._exam.show_topic(topic, self._bank.titles()[topic], len(self._bank.questions(topic)))
        self._turn_to(self._exam, self._exam.primary)

    def _show_progress(self) -> None:
        session = self._session
        text = words.progress_of(session, self._left) if session.asked and not self._plans_exam else ""
        if not self._keeper.saves:
            text = " · ".join(filter(None, (text, words.NOT_SAVED)))
        self._controls.show_progress(text, self._desk.can_undo, can_hand_in=not session.tells)

    def _show_counts(self) -> None:
        """In an exam there are none: one that grows would tell that an answer was wrong."""
        if self._session.tells:
            self._controls.show_counts(self._keeper.counts().total, self._keeper.missed_count())
        else:
            self._controls.show_counts(0, 0)

    def _say(self, text: str, way_back: bool) -> None:
        self._notice.say(text, way_back)
        self._turn_to(self._notice, self._notice.primary)

    def _turn_to(self, page: QWidget, entry: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self.entry = page if entry.isHidden() else entry

    def _name_of(self, ref: Ref) -> str:
        return name_of(self._context.catalog, ref)

    def _lay_out(self) -> None:
        for page in (self._card, self._result, self._exam, self._notice):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._controls)
        column.addWidget(self._keeping.trouble)
        column.addWidget(self._pages, 1)

    def _connect_desk(self) -> None:
        desk, card = self._desk, self._card
        desk.moved.connect(self._on_moved)
        desk.answered.connect(self._on_answered)
        desk.checked.connect(self._on_checked)
        desk.complained.connect(self._on_complained)
        desk.said.connect(lambda text: announce(self, text))
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
        card.term_requested.connect(self.followed)
        self._result.followed.connect(self.followed)
        self._result.wrong_ones_requested.connect(desk.wrong_ones_again)
        self._result.restart_requested.connect(self._on_restart_requested)

    def _connect_pages(self) -> None:
        desk, controls, more = self._desk, self._controls, self._more
        controls.way_chosen.connect(self._on_way_chosen)
        controls.topic_chosen.connect(self._on_topic_chosen)
        controls.undo_requested.connect(desk.undo)
        controls.hand_in_requested.connect(self._on_hand_in_requested)
        controls.knowing_requested.connect(more.knowing_requested)
        controls.more_requested.connect(lambda: more.open_under(controls.more))
        more.flag_requested.connect(desk.flag)
        more.suspend_requested.connect(desk.suspend)
        more.let_in_requested.connect(desk.let_in)
        more.restart_requested.connect(self._on_restart_requested)
        self._exam.begun.connect(desk.sit_exam)
        self._notice.back_requested.connect(self._on_back_requested)
        self._keeping.log_changed.connect(self.show_all)
        self._keeping.answered.connect(self.moved)
        self._clock.timeout.connect(self._on_second)
        self._context.theme.changed.connect(self._on_theme_changed)


def _way_of(session: Session, way: Way) -> Way:
    """The way that a round belongs to; of practice and what was missed, the one that was chosen."""
    if session.mode is Mode.EXAM:
        return Way.EXAM
    if session.mode is Mode.REVIEW:
        return Way.REVIEW
    return way if way in (Way.PRACTICE, Way.MISSED) else Way.PRACTICE
