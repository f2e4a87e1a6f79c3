"""What fits and why: order, ties, the unknown, what is ruled out, and how much a question counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.catalog.entities.usecases import Chooser
from desktop.usecases.choosing.ranking import NoSuchChoice, Ranking, Standing, ranked
from tests.usecases.chooser.builders import DRINKS, TEA_TIME, answer, effect, outcome, question

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog


def fitting(ranking: Ranking) -> list[list[str]]:
    return [[each.outcome.id for each in place] for place in ranking.fitting]


def ids(standings: tuple[Standing, ...]) -> list[str]:
    return [each.outcome.id for each in standings]


def everyone(ranking: Ranking) -> dict[str, tuple[object, ...]]:
    """Each outcome with all that is said of it and where it stands."""
    parts = (tuple(each for place in ranking.fitting for each in place), ranking.doubtful, ranking.unspoken)
    return {
        each.outcome.id: (
            at,
            each.score,
            *((reason.effect, reason.points) for reason in (*each.speaks_for, *each.speaks_against)),
            *(reason.effect for reason in each.ruled_out_by),
        )
        for at, part in enumerate((*parts, ranking.ruled_out))
        for each in part
    }


def test_what_fits_comes_in_order_with_its_reasons() -> None:
    ranking = ranked(DRINKS, {"time": "morning", "mood": "calm", "cellar": "full"})
    assert fitting(ranking) == [["tea", "coffee"]]
    ranking = ranked(DRINKS, {"time": "morning"})
    assert fitting(ranking) == [["coffee"], ["tea"]]
    (reason,) = ranking.fitting[0][0].speaks_for
    assert (reason.given.question.id, reason.given.answer.id, reason.points) == ("time", "morning", 30)
    assert reason.effect.because == "It wakes."
    assert reason.effect.evidence[0] == TEA_TIME


def test_what_no_answer_speaks_of_is_unknown_and_neither_last_nor_out() -> None:
    ranking = ranked(DRINKS, {"time": "morning", "mood": "tired"})
    assert ids(ranking.unspoken) == ["water"]
    assert ids(ranking.doubtful) == ["tea"]
    assert [each.points for each in ranking.doubtful[0].speaks_against] == [-40]
    assert [each.id for each in ranking.unanswered] == ["cellar"]


def test_a_ruling_out_wins_over_any_points_and_tells_which_answer_it_was() -> None:
    ranking = ranked(DRINKS, {"time": "night", "mood": "tired"}, {"mood": 10})
    assert ids(ranking.ruled_out) == ["coffee"]
    (reason,) = ranking.ruled_out[0].ruled_out_by
    assert (reason.given.answer.id, reason.effect.because) == ("night", "It keeps awake.")
    assert fitting(ranking) == []


def test_no_answers_rank_nothing_and_say_nothing() -> None:
    for answers in ({}, {"cellar": "full"}):
        ranking = ranked(DRINKS, answers)
        assert (ranking.fitting, ranking.doubtful, ranking.ruled_out) == ((), (), ())
        assert ids(ranking.unspoken) == ["tea", "coffee", "water"]


def test_all_can_be_ruled_out() -> None:
    ranking = ranked(DRINKS, {"time": "morning", "cellar": "empty"})
    assert ids(ranking.ruled_out) == ["tea", "coffee", "water"]
    assert (ranking.fitting, ranking.doubtful, ranking.unspoken) == ((), (), ())


def test_a_question_that_counts_double_moves_the_order() -> None:
    answers = {"time": "morning", "mood": "calm"}
    assert fitting(ranked(DRINKS, answers, {"time": 2})) == [["coffee"], ["tea"]]
    assert fitting(ranked(DRINKS, answers, {"mood": 2})) == [["tea"], ["coffee"]]


def test_a_question_that_does_not_count_gives_no_points_but_still_rules_out() -> None:
    ranking = ranked(DRINKS, {"time": "night", "mood": "calm"}, {"time": 0})
    assert ids(ranking.ruled_out) == ["coffee"]
    assert fitting(ranking) == [["tea"]]
    assert ranking.fitting[0][0].score == 10
    assert ranking.fitting[0][0].speaks_against == ()


def test_points_that_differ_only_by_how_they_were_added_are_a_tie() -> None:
    one, two = question("one", answer("a", effect("tea", 1))), question("two", answer("a", effect("tea", 1)))
    three = question("three", answer("a", effect("coffee", 1)))
    chooser = Chooser(outcomes=(outcome("tea"), outcome("coffee")), questions=(one, two, three))
    ranking = ranked(chooser, {"one": "a", "two": "a", "three": "a"}, {"one": 0.1, "two": 0.2, "three": 0.3})
    assert fitting(ranking) == [["tea", "coffee"]]


@pytest.mark.parametrize(
    ("answers", "weights", "said"),
    [
        ({"tme": "morning"}, {}, "there is no question 'tme': did you mean 'time'? (there are: time, mood, cellar)"),
        ({"mood": "cal"}, {}, "the question 'mood' has no answer 'cal': did you mean 'calm'? (there are: calm, tired)"),
        ({}, {"mod": 2.0}, "there is no question 'mod': did you mean 'mood'? (there are: time, mood, cellar)"),
        ({}, {"mood": -1.0}, "'mood' cannot count -1 times: give a number from 0 to 10"),
        ({}, {"mood": float("nan")}, "'mood' cannot count nan times: give a number from 0 to 10"),
        ({}, {"mood": 11.0}, "'mood' cannot count 11 times: give a number from 0 to 10"),
    ],
)
def test_what_is_not_there_is_told_in_words(answers: dict[str, str], weights: dict[str, float], said: str) -> None:
    with pytest.raises(NoSuchChoice) as told:
        ranked(DRINKS, answers, weights)
    assert str(told.value) == said


@given(st.data())
def test_any_part_of_the_answers_in_any_order_gives_every_outcome_once(
    shipped_catalog: Catalog, data: st.DataObject
) -> None:
    chooser = shipped_catalog.chooser
    asked = data.draw(st.lists(st.sampled_from(chooser.questions), unique_by=lambda each: each.id))
    pairs = [(each.id, data.draw(st.sampled_from(each.answers)).id) for each in asked]
    weights = {id: data.draw(st.sampled_from((0.0, 0.5, 1.0, 2.0))) for id, _answer in pairs}
    ranking = ranked(chooser, dict(pairs), weights)
    assert ranking == ranked(chooser, dict(data.draw(st.permutations(pairs))), weights)
    assert set(everyone(ranking)) == {each.id for each in chooser.outcomes}
    assert len(list(ranking.standings)) == len(chooser.outcomes)


@given(st.data())
def test_changing_one_answer_changes_only_what_its_effects_name(shipped_catalog: Catalog, data: st.DataObject) -> None:
    chooser = shipped_catalog.chooser
    answers = {each.id: data.draw(st.sampled_from(each.answers)).id for each in chooser.questions}
    changed = data.draw(st.sampled_from(chooser.questions))
    other = data.draw(st.sampled_from(changed.answers))
    before, after = everyone(ranked(chooser, answers)), everyone(ranked(chooser, {**answers, changed.id: other.id}))
    both = (each for each in changed.answers if each.id in (answers[changed.id], other.id))
    named = {effect.outcome for each in both for effect in each.effects}
    assert {each for each in before if before[each] != after[each]} <= named
