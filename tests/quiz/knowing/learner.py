"""A learner in code, the same on every machine: some hundred answers over ten weeks to the questions of a pack."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    HotspotQuestion,
    MatchQuestion,
    NumericQuestion,
    OrderQuestion,
    ShortQuestion,
)
from desktop.catalog.refs import SubjectRef
from desktop.places import resource
from desktop.progress.attempt import Attempt, Certainty, Mode
from desktop.progress.grades import grade_of, grades_read, probability_of
from desktop.progress.picking import Moment
from desktop.progress.schedule import Scheduler
from desktop.quiz.bank import Bank
from desktop.quiz.grading import grade, guess_chance
from desktop.quiz.knowing.counting import counted
from desktop.quiz.knowing.syllabus import Syllabus
from desktop.quiz.knowing.working_out import knowledge_of
from desktop.quiz.responses import Gaps, Matched, Number, Ordered, Picked, Sorted, Spot, Words, rights_of, to_json

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question
    from desktop.progress.card import Card
    from desktop.quiz.knowing.knowledge import Knowledge
    from desktop.quiz.knowing.syllabus import Entry
    from desktop.quiz.responses import Response

FIRST = datetime(2026, 8, 31, 17, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 12, 18, 0, tzinfo=UTC)
_SURE = (0.25, 0.5, 0.72)  # the feeling of knowing from which it is unsure, fairly sure, certain


class Learner:
    """Learns a few new questions on some days, and answers what is due; `attempts` is the log so far."""

    def __init__(self, catalog: Catalog, seed: int = 7) -> None:
        self.syllabus = Syllabus.of(Bank.of(catalog))
        self.scheduler = Scheduler()
        self.attempts: list[Attempt] = []
        self.cards: dict[str, Card] = {}
        self._pack = catalog.pack.id
        self._random = Random(seed)
        table = grades_read(resource("quiz", "grades.yaml").read_bytes(), "grades.yaml").table
        assert table is not None
        self._table = table
        self._skill = {topic: self._random.uniform(0.45, 0.85) for topic in self.syllabus.topics}

    def learn(self, days: int = 73, new: int = 5) -> Learner:
        """Answer on about three days in five, `new` new questions on each."""
        unseen = [name for at, name in enumerate(self.syllabus.entries) if at % 3]
        self._random.shuffle(unseen)
        for day in range(days):
            if self._random.random() < 0.4:
                continue
            at = FIRST + timedelta(days=day)
            due = [name for name, card in self.cards.items() if card.due <= at][:25]
            for question in (*due, *unseen[:new]):
                at += timedelta(seconds=self._random.randint(15, 50))
                self._answer(self.syllabus.entries[question], at)
            del unseen[:new]
        return self

    def knowledge(self) -> Knowledge:
        found = counted(self.attempts, self.syllabus, UTC)
        return knowledge_of(found, self.cards, self.syllabus, Moment(now=NOW, zone=UTC), self.scheduler)

    def _answer(self, entry: Entry, at: datetime) -> None:
        question = entry.question
        card = self.cards.get(question.id)
        knows = self._skill[entry.topic]
        if card is not None:
            knows += (0.95 - knows) * min(1.0, 0.45 * card.reps) * self.scheduler.recall(card, at)
        is_right = self._random.random() < knows
        response = right_response(question) if is_right else wrong_response(question, self._random)
        feeling = knows + self._random.uniform(-0.4, 0.3)
        certainty = tuple(Certainty)[sum(feeling >= each for each in _SURE)]
        mark, chance = grade(question, response), guess_chance(question)
        attempt = Attempt(
            number=len(self.attempts) + 1,
            pack=self._pack,
            question=question.id,
            revision=entry.revision,
            at=at,
            mode=Mode.PRACTICE if card is None else Mode.REVIEW,
            round=f"{at:%Y-%m-%d}",
            response=to_json(response),
            score=mark.score,
            right=mark.right,
            certainty=certainty,
            probability=probability_of(self._table, certainty, round(1 / chance) if chance else None),
            took=self._random.randint(4_000, 30_000),
            grade=grade_of(self._table, mark.score, mark.right, certainty),
        )
        self.attempts.append(attempt)
        self.cards[question.id] = self.scheduler.review(card, attempt)


def right_response(question: Question) -> Response:
    """The response that is fully right."""
    match question:
        case ChoiceQuestion(options=options):
            return Picked(frozenset(at for at, option in enumerate(options) if option.correct))
        case CategoriseQuestion(categories=categories, items=items):
            return Sorted(tuple(categories.index(item.category) for item in items))
        case MatchQuestion(pairs=pairs):
            return Matched(tuple(rights_of(question).index(pair.right) for pair in pairs))
        case OrderQuestion(items=texts):
            return Ordered(tuple(range(len(texts))))
        case NumericQuestion(answer=number):
            return Number(f"{number:g}")
        case ShortQuestion(accepted=accepted):
            return Words(accepted[0])
        case ClozeQuestion(gaps=gaps):
            return Gaps(tuple(gap.accepted[0] for gap in gaps))
        case HotspotQuestion(targets=targets):
            return Spot(targets[0])


def wrong_response(question: Question, random: Random) -> Response:
    """One of the responses that are not right."""
    match question:
        case ChoiceQuestion(options=options):
            wrong = [at for at, option in enumerate(options) if not option.correct]
            return Picked(frozenset({random.choice(wrong)} if wrong else set()))
        case CategoriseQuestion(categories=categories, items=items):
            places = [categories.index(item.category) for item in items]
            at = random.randrange(len(places))
            places[at] = (places[at] + 1) % len(categories)
            return Sorted(tuple(places))
        case MatchQuestion(pairs=pairs):
            rights = [rights_of(question).index(pair.right) for pair in pairs]
            return Matched((*rights[1:], rights[0]))
        case OrderQuestion(items=texts):
            return Ordered(tuple(reversed(range(len(texts)))))
        case NumericQuestion(answer=number, tolerance=slack):
            return Number(f"{number + 10 * slack + 7:g}")
        case ShortQuestion():
            return Words("I cannot say")
        case ClozeQuestion(gaps=gaps):
            return Gaps(("nothing of the kind",) * len(gaps))
        case HotspotQuestion():
            return Spot(SubjectRef("nowhere"))
