"""What is known of the learner, against numbers worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.catalog.refs import QuestionRef, TopicRef
from desktop.progress.attempt import Certainty, Mode
from desktop.progress.knowledge.calibration import Verdict, calibration_of
from desktop.progress.knowledge.mastery import mastery_of
from desktop.progress.knowledge.wilson import Counted
from desktop.quiz.bank import Bank
from desktop.quiz.knowing.knowledge import Standing
from desktop.quiz.knowing.syllabus import Syllabus
from tests.quiz import builders
from tests.quiz.knowing.learner import NOW as LATER
from tests.quiz.knowing.learner import Learner
from tests.quiz.knowing.small import (
    BEANS,
    CARDS,
    CUP,
    LOG,
    POT,
    SYLLABUS,
    TEA,
    TOPICS,
    answer,
    known,
)


def test_the_score_is_worked_out_by_hand() -> None:
    """(0.95² + 0.4² + 0.75² + 0.05²) / 4, over the forecasts 0.6, 0.75 and 0.95."""
    found = known(*LOG)
    assert found.right == Counted(2, 4)
    brier = found.calibration.brier
    assert brier is not None
    assert brier.score == pytest.approx(0.406875)
    assert brier.score == pytest.approx(brier.reliability - brier.resolution + brier.uncertainty)
    assert found.calibration.verdict is Verdict.TOO_FEW
    assert [(each.bin.forecast, each.bin.right) for each in found.sure] == [
        (0.6, Counted(1, 1)),
        (0.75, Counted(0, 1)),
        (0.95, Counted(1, 2)),
    ]


def test_a_mark_leads_to_the_newest_answer_that_was_not_right() -> None:
    found = known(*LOG)
    assert [each.lead.ref for each in found.sure] == [QuestionRef("pot"), QuestionRef("tea"), QuestionRef("tea")]
    assert found.days[0].lead.ref == QuestionRef("tea")
    assert known(*LOG, answer(5, CUP, 3.01, right=False)).days[2].lead.ref == QuestionRef("cup")


def test_topics_tell_how_their_questions_stand() -> None:
    """Tea counts (-1/2 - 1/2 + 1) / 3 = 0, pot is known, the rest was not asked."""
    drinks, things = known(*LOG).topics
    assert drinks.counts == {Standing.MASTERED: 0, Standing.KNOWN: 1, Standing.SEEN: 1, Standing.NEW: 1}
    assert things.counts == {Standing.MASTERED: 0, Standing.KNOWN: 0, Standing.SEEN: 0, Standing.NEW: 1}
    assert (drinks.ref, drinks.leads[Standing.SEEN].ref) == (TopicRef("drinks"), QuestionRef("tea"))
    assert 0.25 < drinks.mastery < 1 / 3
    assert not drinks.mastered


def test_mastered_takes_three_right_on_two_days_and_a_stable_memory() -> None:
    right = [answer(at, CUP, at) for at in (1, 2, 3)]
    mature = {"cup": replace(CARDS["tea"], question="cup", revision=right[0].revision, stability=30.0)}
    assert known(*right, cards=mature).topics[1].counts[Standing.MASTERED] == 1
    fresh = {"cup": replace(mature["cup"], stability=20.0)}
    assert known(*right, cards=fresh).topics[1].counts[Standing.KNOWN] == 1


def test_concepts_that_were_asked_come_with_the_least_known_first() -> None:
    leaf, plant = known(*LOG).concepts
    assert (leaf.title, plant.title) == ("leaf", "plant")
    assert leaf.mastery == pytest.approx(0)
    assert leaf.ref == QuestionRef("tea")
    assert known(LOG[1]).concepts == ()


def test_a_misconception_says_how_often_when_last_and_that_it_was_put_right() -> None:
    (belief,) = known(*LOG).beliefs
    assert (belief.title, belief.correction) == ("Tea is a kind of coffee.", "Tea comes from leaves.")
    assert (belief.times, belief.last, belief.since_right) == (2, date(2026, 3, 3), True)
    assert (belief.question.ref, belief.evidence) == (QuestionRef("tea"), builders.EVIDENCE[0])
    (held,) = known(*LOG[:3]).beliefs
    assert not held.since_right


@pytest.mark.parametrize("response", ["{}", "no JSON", '{"picked": [9]}', '{"words": "beans"}', '{"picked": [2]}'])
def test_a_response_that_says_nothing_of_a_misconception_is_none(response: str) -> None:
    assert known(answer(1, TEA, 0, right=False, response=response)).beliefs == ()


def test_what_comes_due_is_told_day_by_day_with_today_first() -> None:
    found = known(*LOG)
    assert [each.count for each in found.due] == [1, 0, 1, *[0] * 11]
    assert [each.lead and each.lead.ref for each in found.due[:3]] == [QuestionRef("tea"), None, QuestionRef("pot")]
    assert (found.due[0].day, found.later) == (date(2026, 3, 12), 0)
    far = CARDS | {"cup": replace(CARDS["tea"], question="cup", due=datetime(2027, 1, 1, tzinfo=UTC))}
    assert known(*LOG, cards=far).later == 0  # the question has changed since: it is due at once
    settled = {"cup": replace(far["cup"], revision=SYLLABUS.revisions["cup"])}
    assert known(*LOG, cards=settled).later == 1


def test_a_suspended_question_is_not_due() -> None:
    resting = Syllabus.of(Bank(TOPICS), frozenset({"tea"}))
    assert sum(each.count for each in known(*LOG, syllabus=resting).due) == 1


def test_days_and_reviews_are_counted() -> None:
    """Tea came again after one day and was forgotten, after two more and was known."""
    found = known(*LOG)
    assert [(each.day.day, each.right) for each in found.days] == [
        (2, Counted(1, 2)),
        (3, Counted(0, 1)),
        (5, Counted(1, 1)),
    ]
    (month,) = found.months
    assert (month.month, month.passed) == (date(2026, 3, 1), Counted(1, 2))


def test_what_was_taken_back_and_what_an_audience_answered_say_nothing() -> None:
    others = [replace(LOG[0], undone=LOG[0].at), replace(LOG[0], mode=Mode.PROJECTOR)]
    found = known(*others, cards={})
    assert found.is_empty
    assert (found.sure, found.beliefs, found.days, found.months, found.concepts) == ((), (), (), (), ())


def test_an_answer_to_an_older_wording_counts_as_an_answer_and_no_more() -> None:
    old = replace(LOG[0], revision="older")
    found = known(old, cards={})
    assert (found.right.count, found.beliefs, found.sure) == (1, (), ())
    assert found.topics[0].counts[Standing.NEW] == 3


def test_a_question_that_is_gone_leads_to_a_topic() -> None:
    found = known(replace(LOG[0], question="gone"), cards={"gone": CARDS["tea"]})
    assert found.days[0].lead.ref == TopicRef("drinks")
    assert found.days[0].lead.stem == ""


def test_one_pass_gives_what_each_count_alone_gives(learner: Learner) -> None:
    """A log as it may be, read as a stream that can be read once."""
    found = learner.knowledge()
    syllabus, log = learner.syllabus, learner.attempts
    assert found.calibration == calibration_of(log, syllabus.revisions)
    whole = mastery_of(log, syllabus.known, learner.cards, lambda card: learner.scheduler.recall(card, LATER), UTC)
    assert [field.mastery for field in found.topics] == [whole[f"topic/{name}"].mastery for name in syllabus.topics]
    assert [field.mastered for field in found.topics] == [whole[f"topic/{name}"].mastered for name in syllabus.topics]
    assert found.right.count == len(log) == sum(each.right.count for each in found.days)


def test_the_simulated_learner_is_the_same_every_time(learner: Learner) -> None:
    assert 300 < len(learner.attempts) < 2_000
    assert {each.certainty for each in learner.attempts} == set(Certainty)
    assert learner.knowledge().beliefs


def test_the_answers_to_pot_hold_no_misconception() -> None:
    assert SYLLABUS.beliefs(POT.id, BEANS) == ()
