"""What is said of the learner, calmly where there is little to say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.refs import TopicRef
from desktop.progress.attempt import Certainty
from desktop.quiz.knowing import telling
from desktop.quiz.knowing.bars import MOST_CONCEPTS, MOST_MONTHS, concept_bars, due_bars, retention_bars, topic_bars
from desktop.quiz.knowing.knowledge import Standing
from desktop.quiz.knowing.weeks import MOST_WEEKS, weeks_of
from tests.quiz.knowing.small import LOG, TEA, answer, known

if TYPE_CHECKING:
    from desktop.progress.attempt import Attempt


def of_many(right: int, wrong: int, certainty: Certainty = Certainty.CERTAIN) -> list[Attempt]:
    """So many answers to tea, one a minute."""
    return [
        answer(at + 1, TEA, at / 1440, right=at < right, certainty=certainty) for at in range(right + wrong)
    ]  # fmt: skip


def test_under_thirty_answers_it_says_how_many_are_missing_and_no_verdict() -> None:
    few = known(*LOG).calibration
    assert telling.verdict_words(few) == (
        "4 answers say how sure you were. That is too few to judge by: 30 are needed, 26 more."
    )
    assert telling.brier_words(few) == ""


@pytest.mark.parametrize(
    ("right", "wrong", "certainty", "said"),
    [
        (15, 15, Certainty.CERTAIN, "You were surer than you were right. On average 95% sure; 15 of 30 right, 50%"),
        (30, 0, Certainty.UNSURE, "You were right more often than you thought. On average 60% sure; 30 of 30 right"),
        (18, 12, Certainty.UNSURE, "As far as these answers can tell, you were as sure as you were right."),
    ],
)
def test_the_verdict_is_told_in_words(right: int, wrong: int, certainty: Certainty, said: str) -> None:
    assert telling.verdict_words(known(*of_many(right, wrong, certainty)).calibration).startswith(said)


def test_the_parts_of_the_score_are_told_in_words() -> None:
    """(15 * 0.4² + 15 * 0.6²) / 30 = 0.26; one forecast tells nothing apart: 0.01 - 0 + 0.25."""
    words = telling.brier_words(known(*of_many(15, 15, Certainty.UNSURE)).calibration)
    assert words.startswith("Brier score 0.260; 0 is best")
    assert "0.010 for being surer or less sure than right" in words
    assert "less 0.000 for telling right answers from wrong ones" in words
    assert "plus 0.250 for how mixed" in words


def test_certainty_based_marks_are_told_as_another_view() -> None:
    """15 right at three marks and 15 wrong at minus six: -45 over 30 answers."""
    words = telling.marks_words(known(*of_many(15, 15, Certainty.CERTAIN)).calibration)
    assert words.startswith("Certainty-based marks: −1.50 an answer.")
    assert "earned (1, 2 or 3) and a wrong one cost (0, 2 or 6)" in words
    assert telling.marks_words(known(*LOG).calibration) == ""


def test_a_point_says_count_share_interval_and_where_it_leads() -> None:
    assert telling.sure_words(known(*LOG).sure[2]) == (
        "Certain: 1 of 2 answers right, 50% (chance allows 9% to 91%); 95% would fit. Leads to “What about tea?”"
    )


def test_a_misconception_is_told_as_what_was_chosen() -> None:
    (belief,) = known(*LOG).beliefs
    assert telling.belief_words(belief) == (
        "You chose “Tea is a kind of coffee” twice, last on 3 March 2026. Since then you have answered it right."
    )
    (once,) = known(LOG[0]).beliefs
    assert telling.belief_words(once) == "You chose “Tea is a kind of coffee” once, on 2 March 2026."
    assert "3 times, last on" in telling.belief_words(replace(belief, times=3))


def test_a_topic_and_its_parts_are_whole_sentences() -> None:
    (drinks, _things) = topic_bars(known(*LOG)).rows
    assert drinks.words == "1 known, 1 not known yet, 1 not asked yet"
    assert drinks.spoken.endswith("of 3 questions 1 known, 1 not known yet, 1 not asked yet.")
    assert [part.share for part in drinks.parts] == pytest.approx([1 / 3, 1 / 3, 1 / 3])
    assert drinks.parts[1].spoken == "Drinks: 1 question not known yet. Leads to “What about tea?”"


def test_concepts_say_how_many_of_them_are_shown() -> None:
    found = known(*LOG)
    many = replace(found, concepts=tuple(replace(found.concepts[0], title=f"c{at}") for at in range(20)))
    bars = concept_bars(many)
    assert len(bars.rows) == MOST_CONCEPTS
    assert bars.left_out == "Only 8 of 20 concepts asked so far are shown."
    assert concept_bars(replace(found, concepts=(replace(found.concepts[0], mastered=True),))).rows == ()


def test_the_days_ahead_are_told_and_an_empty_one_cannot_be_chosen() -> None:
    found = known(*LOG)
    today, tomorrow, after, *_rest = due_bars(found).rows
    assert (today.title, today.words, today.parts[0].share) == ("Today", "1", 1.0)
    assert today.spoken == "Today: 1 question comes due. The first is “What about tea?”"
    assert (tomorrow.words, tomorrow.ref, tomorrow.parts) == ("–", None, ())
    assert after.title == "Sat 14 Mar"
    assert after.spoken == "Saturday, 14 March 2026: 1 question comes due. The first is “What about pot?”"
    assert telling.due_summary(found) == "1 due today, 1 more within 14 days. Your answers on the way will change it."


def test_months_are_told_the_newest_first_beside_what_is_aimed_at() -> None:
    found = known(*LOG)
    bars = retention_bars(found)
    (march,) = bars.rows
    assert (march.title, march.words, march.parts[0].share) == ("March 2026", "50% of 2", 0.5)
    assert march.span == pytest.approx((0.0945, 0.9055), abs=1e-4)
    assert (bars.aim, bars.aim_words) == (0.9, "aim 90%")
    assert march.spoken == (
        "March 2026: 1 of 2 reviews still known, 50% (chance allows 9% to 91%); "
        "after one to six days 1 of 2. Leads to “What about tea?”"
    )
    years = tuple(replace(found.months[0], month=date(2024 + at // 12, at % 12 + 1, 1)) for at in range(15))
    old = retention_bars(replace(found, months=years))
    assert (len(old.rows), old.rows[0].title) == (MOST_MONTHS, "March 2025")
    assert old.left_out == "Only the last 12 months are shown; 3 before them are not."


def test_days_in_a_row_are_counted_up_to_today_or_yesterday() -> None:
    log = [answer(at, TEA, day) for at, day in enumerate((2, 7, 8, 9), 1)]
    assert telling.days_summary(known(*log)) == "4 answers on 4 days, the last 3 days in a row."
    assert telling.days_summary(known(*LOG)) == "4 answers on 3 days."


def test_the_calendar_shows_as_many_weeks_as_there_is_room_for() -> None:
    """12 March 2026 is a Thursday; the first answer was given on Monday of the week before."""
    found = known(*LOG)
    weeks = weeks_of(found, 100)
    assert (weeks.first, weeks.count, weeks.hidden) == (date(2026, 1, 19), 8, 0)
    assert [weeks.column(day.day) for day in weeks.days] == [6, 6, 6]
    narrow = weeks_of(found, 1)
    assert (narrow.first, narrow.days, narrow.hidden) == (date(2026, 3, 9), (), 3)
    long = replace(found, days=(replace(found.days[0], day=date(2020, 1, 1)), *found.days))
    assert weeks_of(long, 100).count == MOST_WEEKS
    assert weeks_of(long, 100).hidden == 1


def test_answers_dated_in_the_future_by_a_clock_set_back_are_left_out_of_the_calendar() -> None:
    found = known(*LOG)
    ahead = replace(found.days[0], day=found.today + timedelta(days=400))
    assert weeks_of(replace(found, days=(ahead,)), 20).days == ()


def test_what_is_gone_leads_without_a_stem() -> None:
    found = known(replace(LOG[0], question="gone"), cards={})
    assert telling.answered_words(found.days[0]) == "Monday, 2 March 2026: 1 answer, 0 right."
    assert found.days[0].lead.ref == TopicRef("drinks")


def test_every_standing_has_its_word() -> None:
    assert set(telling.STANDING_WORDS) == set(Standing)
