"""Between the room's rounds and the learner's log: answers are kept before anything is told of them, and taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.progress.days import on_day_of
from desktop.progress.not_kept import NotKept
from desktop.progress.picking import Moment
from desktop.progress.schedule import is_leech
from desktop.quiz import plans, recording
from desktop.quiz import session as quiz
from desktop.quiz.beliefs import Held, beliefs_in
from desktop.quiz.plans import Memory, Standing
from desktop.quiz.responses import to_json
from desktop.quiz.ui.projector.polls import keep_poll

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from desktop.catalog.entities.questions import Question
    from desktop.progress.attempt import Attempt, Grade
    from desktop.progress.card import Card
    from desktop.progress.log import ProgressLog
    from desktop.progress.picking import DueCounts
    from desktop.progress.reading import Marks, Reading
    from desktop.quiz.bank import Bank
    from desktop.quiz.knowing.knowledge import Knowledge
    from desktop.quiz.session import Answer, Session
    from desktop.quiz.ui.projector.polls import Polled
    from desktop.shell.learner import Learner

_MOST_HELD = 2


class Keeper:
    """For one pack. What writes raises NotKept, and then nothing has happened."""

    def __init__(self, learner: Learner, pack: str, bank: Bank) -> None:
        self._learner, self._pack, self._bank = learner, pack, bank
        self._memory: Memory | None = None
        self._after: dict[int, Mapping[Grade, Card]] = {}
        self._left: dict[str, Session] = {}
        self.unread = ""  # why the log could not be read
        self.saves = True  # as far as is known: an answer that could not be saved was passed over

    @property
    def memory(self) -> Memory:
        """What the log says of this pack's questions now; nothing where it cannot be read, which `unread` tells."""
        if self._memory is None:
            log = self._learner.log
            try:
                self._memory = Memory(log.cards(self._pack), log.tallies(self._pack), log.marks(self._pack))
            except NotKept as error:
                self.unread = str(error)
                return Memory({}, {}, {})
            self.unread = ""
        return self._memory

    @property
    def moment(self) -> Moment:
        """Now, and how many new questions may still come today."""
        now, zone = self._learner.now(), self._learner.zone
        is_today = on_day_of(now, zone)
        tallies = self.memory.tallies.values()
        begun = sum(each.introduced is not None and is_today(each.introduced) for each in tallies)
        return Moment(now=now, zone=zone, new=max(0, self._learner.learning.new_per_day - begun))

    @property
    def log(self) -> ProgressLog:
        return self._learner.log

    @property
    def is_in_file(self) -> bool:
        """Whether the log can be read in another thread."""
        return self._learner.is_in_file

    def knowledge_of_log(self, reading: Reading, moment: Moment) -> Knowledge:
        """All that is known of the learner, worked out from the whole log; fit for any thread."""
        from desktop.quiz.knowing.summing import counted_in_log
        from desktop.quiz.knowing.syllabus import Syllabus
        from desktop.quiz.knowing.working_out import knowledge_of

        with reading.held_still():
            cards, marks = reading.cards(self._pack), reading.marks(self._pack)
            syllabus = Syllabus.of(self._bank, frozenset(name for name, each in marks.items() if each.suspended))
            found = counted_in_log(reading, self._pack, syllabus, moment.zone)
        return knowledge_of(found, cards, syllabus, moment, self._learner.scheduler)

    def states(self) -> dict[str, list[str]]:
        """What the learner set on questions, in words, by their ids."""
        states = {
            name: [word for word, is_set in (("flagged", each.flagged), ("suspended", each.suspended)) if is_set]
            for name, each in self.memory.marks.items()
        }
        for name in filter(self.lapses, self.memory.cards):
            states.setdefault(name, []).append("often forgotten")
        return states

    def lapses(self, question: str) -> int:
        """How often a question was forgotten, where that is so often that to ask it again does not help; else 0."""
        card = self.memory.cards.get(question)
        return card.lapses if card is not None and is_leech(card) else 0

    def keep_poll(self, polled: Polled) -> None:
        """What an audience answered goes into the log, in place of what was counted of the question before."""
        keep_poll(self._learner, self._pack, self._bank.question(polled.question), polled)

    def forget(self) -> None:
        """The log has changed: what was read of it is read again."""
        self._memory = None

    def start_anew(self) -> None:
        """The log may be another one, and the schedule too."""
        self.forget()
        self._after.clear()
        self.saves = True

    def _look_again(self, question: str) -> None:
        """The answers to one question have changed."""
        if self._memory is not None:
            log, pack = self._learner.log, self._pack
            self._memory = self._memory.answered(question, log.card(pack, question), log.tally(pack, question))

    def counts(self) -> DueCounts:
        """How many questions are due now."""
        return plans.counts_of(self._bank, self.memory, self.moment)

    def standing(self) -> Standing:
        """How the learner stands, for the line at the foot."""
        counts = self.counts()
        return Standing(
            is_saved=self.saves and self.is_in_file and self.log.writable,
            answers=sum(each.answers for each in self.memory.tallies.values()),
            due=counts.learning + counts.review,
            days_to_review=plans.days_to_review(self._bank, self.memory, self.moment),
        )

    def due(self) -> tuple[str, ...]:
        """The questions that a review brings now, in their order."""
        now = self._learner.now()
        recall = self._learner.scheduler.recall
        return plans.due_now(self._bank, self.memory, self.moment, lambda card: recall(card, now)).questions

    # Answers

    def keep(self, session: Session, took: int) -> Session:
        """The last answer of the round goes into the log; it comes back with its number and grade.

        Once the learner goes on without saving, what cannot be kept comes back all the same, without a number.
        """
        answer, now = session.log[-1], self._learner.now()
        how = recording.Circumstances(self._pack, now, took)
        answered = recording.answered_of(session, answer, self._bank, self._learner.grades, how)
        log = self._learner.log
        try:
            before = log.card(self._pack, answered.question)
            attempt = log.record(answered)
        except NotKept:
            if self.saves:
                raise
            return quiz.kept(session, replace(answer, grade=answered.grade))
        self.saves = True
        self._after[attempt.number] = self._learner.scheduler.preview(before, answered.question, answered.revision, now)
        self._look_again(attempt.question)
        return quiz.kept(session, replace(answer, number=attempt.number, grade=attempt.grade))

    def take_back(self, answer: Answer) -> None:
        """The answer no longer counts."""
        if answer.number:
            self._look_again(self._learner.log.undo(answer.number, self._learner.now()).question)

    def regrade(self, answer: Answer, grade: Grade) -> Answer:
        """The answer with the learner's own grade."""
        if answer.number:
            self._look_again(self._learner.log.regrade(answer.number, grade).question)
        return replace(answer, grade=grade)

    def planned(self, answer: Answer) -> Mapping[Grade, Card]:
        """The question's card after each grade that the answer could have; empty where that is not known any more."""
        return self._after.get(answer.number, {})

    def held(self, question: Question, answer: Answer) -> tuple[Held, ...]:
        """The misconceptions that an answer stands for, each with how often it was chosen by now.

        Where they are many, only those chosen most often: more than that nobody reads after a question.
        """
        if answer.mark.right or not answer.given:
            return ()
        known = self._bank.misconceptions
        held = beliefs_in(question, to_json(answer.response))
        found = [Held(known[name], max(1, self._times_held(name))) for name in held if name in known]
        return tuple(sorted(found, key=lambda each: -each.times)[:_MOST_HELD])

    def _times_held(self, misconception: str) -> int:
        return sum(
            times
            for question, _topic in self._bank.tells_of.get(misconception, ())
            for response, times in self._wrong_responses(question).items()
            if misconception in beliefs_in(question, response)
        )

    def _wrong_responses(self, question: Question) -> dict[str, int]:
        return self.log.wrong_responses(self._pack, question.id, self._bank.revisions[question.id])

    # From former rounds

    def leave(self, session: Session) -> None:
        """Another round begins: undo may lead back to this one, which still knows its open questions."""
        if session.log:
            self._left[session.round] = session

    @property
    def can_take_back_more(self) -> bool:
        """Whether the log has an answer that could be taken back. Where it cannot be read, trying tells why."""
        try:
            return self._learner.log.last(self._pack) is not None
        except NotKept:
            return True

    def take_back_last(self) -> Session | None:
        """Take the newest answer in the log back; its round, at that question. None where it cannot be shown."""
        log = self._learner.log
        last = log.last(self._pack)
        if last is None:
            return None
        before = self._round(last)
        log.undo(last.number, self._learner.now())
        self._look_again(last.question)
        place = before.place_of(last.question) if before else None
        return quiz.take_back(before, place) if before and place is not None else None

    def bring_back(self, session: Session) -> Session | None:
        """Undo the last undo; its round, at the question that is answered again. None where there is nothing.

        Where that is the round at hand, its open questions stay open.
        """
        log = self._learner.log
        attempt = log.next_redo(self._pack)
        if attempt is None:
            return None
        log.redo(attempt.number)
        self._look_again(attempt.question)
        answer = recording.answer_of(attempt, self._bank)
        place = session.place_of(attempt.question) if attempt.round == session.round else None
        if answer is not None and place is not None:
            return quiz.put_back(session, replace(answer, at=place))
        former = self._round(attempt)
        place = former.place_of(attempt.question) if former else None
        return quiz.go_to(former, place) if former and place is not None else None

    def as_kept(self, session: Session) -> Session:
        """The round with the numbers that its answers have in the log, which may be another one than before."""
        numbers = {}
        for attempt in self._learner.log.attempts_of_round(session.round):
            answer = recording.answer_of(attempt, self._bank)
            if attempt.undone is None and answer is not None:
                numbers[attempt.question, answer.response] = attempt.number

        def number_of(answer: Answer) -> int:
            return numbers.get((session.asked[answer.at].question.id, answer.response), 0)

        return replace(session, log=tuple(replace(each, number=number_of(each)) for each in session.log))

    def _round(self, attempt: Attempt) -> Session | None:
        """The round of an answer that stands in the log; as it was left, where that was in this window."""
        left = self._left.get(attempt.round)
        if left is not None:
            left = self.as_kept(left)
            if attempt.number in {answer.number for answer in left.log}:
                return left
        return recording.session_of(self._learner.log.attempts_of_round(attempt.round), self._bank)

    # Marks

    def marks(self, question: str) -> Marks | None:
        """Whether a question is flagged or suspended; None for neither."""
        return self.memory.marks.get(question)

    def flag(self, question: str) -> bool:
        """Flag a question, or no longer; whether it is now."""
        before = self.marks(question)
        marks = self._learner.log.set_marks(self._pack, question, flagged=not (before and before.flagged))
        self._memory = self.memory.marked(question, marks)
        return marks.flagged

    def suspend(self, question: str) -> bool:
        """Suspend a question, or no longer; whether it is now."""
        before = self.marks(question)
        marks = self._learner.log.set_marks(self._pack, question, suspended=not (before and before.suspended))
        self._memory = self.memory.marked(question, marks)
        return marks.suspended

    def let_in(self) -> int:
        """Suspend no question any more; how many were."""
        suspended = self.memory.suspended
        try:
            for question in sorted(suspended):
                self._learner.log.set_marks(self._pack, question, suspended=False)
        finally:
            self.forget()
        return len(suspended)

    # Plans

    def practice(self, topic: str, seed: int) -> Session:
        """A round of a topic's questions."""
        return quiz.start(plans.askable(self._bank, self.memory, topic), seed, topic=topic)

    def missed(self, seed: int) -> Session:
        """A round of what was answered wrongly last time."""
        return quiz.start(plans.missed(self._bank, self.memory), seed)

    def missed_count(self) -> int:
        return len(plans.missed(self._bank, self.memory))

    def review(self, seed: int) -> Session:
        """A round of what is due now."""
        return plans.review(self._bank, self.due(), seed)

    def exam(self, plan: plans.ExamPlan, seed: int, ends: datetime | None) -> Session:
        """An exam."""
        return plans.exam(plans.askable(self._bank, self.memory, plan.topic), plan, seed, ends)
