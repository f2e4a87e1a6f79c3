"""What the learner does with a round, step by step: the one place where rounds change. It shows nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.progress.attempt import Mode
from desktop.progress.not_kept import NotKept
from desktop.quiz import rounds, words
from desktop.quiz import session as quiz

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.catalog.refs import Ref
    from desktop.progress.attempt import Certainty, Grade
    from desktop.quiz.bank import Bank
    from desktop.quiz.plans import ExamPlan
    from desktop.quiz.responses import Response
    from desktop.quiz.session import Answer, Asked, Session
    from desktop.quiz.ui.keeper import Keeper
    from desktop.quiz.ui.projector.polls import Polled


@dataclass(frozen=True, slots=True)
class NotDone:
    """What the log could not take, in words; `is_answer` where it is an answer, which one may go on without."""

    words: str
    is_answer: bool


class Desk(QObject):
    """Holds the round at hand. An answer is in the log before its mark is shown."""

    moved = Signal()  # another question, round or page is to be shown
    answered = Signal()  # the answer at hand has changed and is not checked yet
    checked = Signal()  # an answer was marked and kept, and its mark may be told
    complained = Signal(str)  # the answer cannot be checked yet
    not_kept = Signal(object)  # NotDone: the log could not take something; nothing has changed
    said = Signal(str)  # something happened that is not seen at once

    def __init__(self, keeper: Keeper, bank: Bank, seeds: Callable[[], int], now: Callable[[], datetime]) -> None:
        super().__init__()
        self._keeper, self._bank, self._seeds, self._now = keeper, bank, seeds, now
        self.session: Session = keeper.practice("", seeds())
        self._timed: tuple[Asked | None, float] = (self.session.current, monotonic())
        self._left_exam: Session | None = None
        self._again: Callable[[], None] | None = None

    # The answer

    def respond(self, response: Response) -> None:
        self.session = quiz.respond(self.session, response)
        self.answered.emit()

    def be_sure(self, certainty: Certainty) -> None:
        self.session = quiz.be_sure(self.session, certainty)
        self.answered.emit()
        self.said.emit(words.CERTAINTY_WORDS[certainty])

    def check(self) -> None:
        """Mark the answer and keep it. In an exam the next question follows at once; one that is over takes none."""
        self.hand_in_when_over()
        asked, response = self.session.current, self.session.response
        if asked is None or response is None or self.session.answer is not None:
            return
        if complaint := words.complaint(asked.question, response):
            self.complained.emit(complaint)
            return
        self._do(partial(self._check, asked), is_answer=True)

    def _check(self, asked: Asked) -> None:
        if self.session.current is not asked or self.session.answer is not None:
            return
        self.session = self._keeper.keep(quiz.check(self.session), self._took())
        if self.session.tells:
            self.moved.emit()
            self.checked.emit()
        elif self.session.complete:
            self.moved.emit()
            self.said.emit(words.ALL_ANSWERED)
        else:
            self.go_on()

    def regrade(self, grade: Grade) -> None:
        """The learner's own grade for the answer shown."""
        answer = self.session.answer
        if answer is not None and self.session.tells:
            self._do(partial(self._regrade, answer, grade))

    def _regrade(self, answer: Answer, grade: Grade) -> None:
        if self.session.answer is answer:
            self.session = quiz.kept(self.session, self._keeper.regrade(answer, grade))
            self.moved.emit()
            self.said.emit(words.regraded(grade))

    # Walking

    def go_on(self) -> None:
        """To the next question without an answer; where all have one, to the result, which hands an exam in."""
        if self.session.complete and not self.session.tells:
            self.hand_in()
            return
        self._move(quiz.go_on(self.session))
        self.said.emit(words.arrived(self.session))

    def go_back(self) -> None:
        self._move(quiz.go_back(self.session))

    def hand_in(self) -> None:
        """End the exam: everything is told."""
        self._move(quiz.hand_in(self.session))
        self.said.emit(words.arrived(self.session))

    def hand_in_when_over(self) -> None:
        """End the exam where its time is up."""
        session = self.session
        if not session.tells and session.ends is not None and self._now() >= session.ends:
            self.hand_in()
            self.said.emit(words.TIME_IS_UP)

    def resume_exam(self) -> bool:
        """Back to the exam that was left before it was handed in; whether there is one. Its time went on."""
        if self._left_exam is None:
            return False
        self._move(self._left_exam)
        self.hand_in_when_over()
        return True

    def change_answer(self) -> None:
        """Take the answer shown back, in an exam that is not handed in."""
        answer = self.session.answer
        if answer is not None and not self.session.tells:
            self._do(partial(self._take_back, answer))

    # Undo

    @property
    def can_undo(self) -> bool:
        return self.session.last is not None or self._keeper.can_take_back_more

    def undo(self) -> None:
        """Take the last answer back: of this round, else of the one before it, back to the first in the log."""
        self._do(self._undo)

    def redo(self) -> None:
        """Bring back what was taken back last."""
        self._do(self._redo)

    def _undo(self) -> None:
        if self.session.last is not None:
            self._take_back(self.session.last)
        elif self._keeper.can_take_back_more:
            session = self._keeper.take_back_last()
            self._move(session or self.session)
            self.said.emit(words.TAKEN_BACK if session else words.TAKEN_BACK_UNSEEN)

    def _take_back(self, answer: Answer) -> None:
        if self.session.answers.get(answer.at) is answer:
            self._keeper.take_back(answer)
            self._move(quiz.take_back(self.session, answer.at))
            self.said.emit(words.TAKEN_BACK)

    def _redo(self) -> None:
        session = self._keeper.bring_back(self.session)
        if session is not None:
            self._move(session)
            self.said.emit(words.BROUGHT_BACK)

    # Rounds

    def practise(self, topic: str) -> None:
        self._move(self._keeper.practice(topic, self._seeds()))

    def review(self) -> None:
        self._move(self._keeper.review(self._seeds()))

    def repeat_missed(self) -> None:
        """What was answered wrongly last time, whenever that was."""
        self._move(self._keeper.missed(self._seeds()))

    def wrong_ones_again(self) -> None:
        """What was missed in this round."""
        self._move(quiz.wrong_ones_again(self.session, self._seeds()))

    def sit_exam(self, plan: ExamPlan) -> None:
        ends = self._now() + timedelta(minutes=plan.minutes) if plan.minutes else None
        self._move(self._keeper.exam(plan, self._seeds(), ends))

    def restart(self) -> None:
        """The same once more, with other questions."""
        if self.session.mode is Mode.REVIEW:
            self.review()
        else:
            self.practise(self.session.topic)

    def open_question(self, question: str) -> None:
        self._move(rounds.open_question(self.session, self._bank, question, self._seeds()))

    def open_topic(self, topic: str) -> None:
        self._move(rounds.open_topic(self.session, self._bank, topic, self._seeds()))

    def take_up(self, session: Session) -> None:
        """Go on with a round of a room before this one, as far as the bank still has its questions as they were."""
        same = [at for at, each in enumerate(session.asked) if self._bank.same(each.question)]
        if same:
            self._move(session if len(same) == len(session.asked) else quiz.only(session, same))

    def new_seed(self) -> int:
        """A seed for whatever else is to be shuffled."""
        return self._seeds()

    def keep_poll(self, polled: Polled) -> None:
        """An audience has answered."""
        self._do(partial(self._keeper.keep_poll, polled))

    # Marks

    def flag(self) -> None:
        self._mark(self._keeper.flag, words.FLAGGED)

    def suspend(self) -> None:
        self._mark(self._keeper.suspend, words.SUSPENDED)

    def let_in(self) -> None:
        """Ask the suspended questions again, all of them."""
        self._do(self._let_in)

    def _let_in(self) -> None:
        count = self._keeper.let_in()
        self.moved.emit()
        self.said.emit(words.let_in(count))

    @property
    def place(self) -> Ref | None:
        """Where the learner is, for the panels."""
        return rounds.place_of(self.session)

    def _mark(self, mark: Callable[[str], bool], said: tuple[str, str]) -> None:
        asked = self.session.current
        if asked is None:
            return

        def step() -> None:
            is_on = mark(asked.question.id)
            self.moved.emit()
            self.said.emit(said[0] if is_on else said[1])

        self._do(step)

    # What the log cannot take

    def to_do_again(self) -> Callable[[], None]:
        """What the log could not take last, as far as it still makes sense; it is given away once."""
        again, self._again = self._again, None
        return again or (lambda: None)

    def retry_unsaved(self) -> None:
        """Do it once more; an answer is marked even if it cannot be saved."""
        self._keeper.saves = False
        self.to_do_again()()

    def take_other_log(self) -> None:
        """The log is another one, or was changed from elsewhere: what was read of it counts no more."""
        self._again = None
        self._keeper.start_anew()
        self._do(self._look_up_numbers)

    def _look_up_numbers(self) -> None:
        self.session = self._keeper.as_kept(self.session)
        if self._left_exam is not None:
            self._left_exam = self._keeper.as_kept(self._left_exam)

    def _do(self, step: Callable[[], None], is_answer: bool = False) -> None:
        """Take a step; what the log cannot take is told, and can be tried again."""
        try:
            step()
        except NotKept as error:
            self._again = partial(self._do, step, is_answer)
            self.not_kept.emit(NotDone(str(error), is_answer))

    def _move(self, session: Session) -> None:
        if session.round != self.session.round:
            self._keeper.leave(self.session)
            self._left_exam = self._left_exam if self.session.tells else self.session
        if session.mode is Mode.EXAM:
            self._left_exam = None
        self.session = session
        if session.current is not self._timed[0]:
            self._timed = (session.current, monotonic())
        self.moved.emit()

    def _took(self) -> int:
        """Milliseconds since the question at hand came up."""
        asked, since = self._timed
        return round(1000 * (monotonic() - since)) if asked is self.session.current else 0
