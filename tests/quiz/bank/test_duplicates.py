from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from desktop.catalog.entities.questions import NumericQuestion
from desktop.quiz.banking.duplicates import LEAST, Likeness, pieces_of
from tests.quiz.builders import CUP, POT, TEA, choice

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog

WORD = st.sampled_from(["tea", "cup", "pot", "milk", "leaf", "hot", "cold", "water"])
WORDS = st.lists(WORD, min_size=1, max_size=7).map(" ".join)


def test_the_same_stem_and_answer_is_told_whatever_its_writing() -> None:
    twin = choice("other", "*Leaves!", "stones", stem="WHAT  about téa")
    [found] = Likeness([TEA, POT, CUP]).twins_of(twin)
    assert (found.question.id, found.why) == ("tea", "the same stem and answer")


def test_the_same_stem_with_another_answer_is_told_as_that() -> None:
    twin = choice("other", "*a", "leaves", stem=TEA.stem)
    [found] = Likeness([TEA, POT]).twins_of(twin)
    assert found.why.startswith("the same stem, ")
    assert found.share < 1


def test_most_of_the_words_are_told_as_a_share() -> None:
    one = choice("one", "*Its leaves are dried in the sun", stem="How is green tea from the south made in spring?")
    two = replace(one, id="two", stem="How is green tea from the north made in spring?")
    [found] = Likeness([one, CUP]).twins_of(two)
    assert found.why == "82 % of the words"


def test_a_question_is_no_twin_of_itself_and_others_are_none() -> None:
    assert Likeness([TEA, POT, CUP]).twins_of(TEA) == ()


def test_numbers_count_as_words() -> None:
    one = NumericQuestion(id="one", type="numeric", stem="How many?", answer=7)
    assert [each.why for each in Likeness([one]).twins_of(replace(one, id="two"))] == ["the same stem and answer"]


@given(st.lists(st.tuples(WORDS, WORDS), min_size=2, max_size=8))
def test_no_pair_that_shares_enough_is_missed(texts: list[tuple[str, str]]) -> None:
    questions = [choice(f"q{at}", f"*{answer}", "x", stem=stem) for at, (stem, answer) in enumerate(texts)]
    likeness = Likeness(questions)
    found = {each.id: {twin.question.id for twin in likeness.twins_of(each, len(texts))} for each in questions}
    for one, two in combinations(questions, 2):
        mine, theirs = pieces_of(one), pieces_of(two)
        near = len(mine & theirs) >= LEAST * len(mine | theirs)
        assert (two.id in found[one.id]) == (one.id in found[two.id]) == (near or one.stem == two.stem)


def test_the_shipped_questions_are_no_twins(shipped_catalog: Catalog) -> None:
    likeness = Likeness(shipped_catalog.question.values())
    twins = {each.id: likeness.twins_of(each) for each in shipped_catalog.question.values()}
    assert {name: found for name, found in twins.items() if found} == {}
