"""Ratings on their declared scales: what is not rated is unknown, and what a picture leaves out is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.catalog.entities.matrix import Rating
from desktop.catalog.entities.pack import Grade, Level, Scale
from desktop.matrix.pictures.ratings import (
    radar_left_out,
    ratings_of,
    spoken_grade,
    why_no_bars,
    why_no_radar,
    why_none,
)
from tests.builders import PACK, aspect, catalog, cell, group, subject

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog

THREE = Scale(
    id="three",
    title="One to three",
    meaning="How much.",
    grades=(Grade(value=-1, title="little"), Grade(value=0, title="some"), Grade(value=4, title="much")),
)
LEVELS = (Level(id="things", title="Things"), Level(id="parts", title="Parts"))


def drinks(aspects: int = 1, subjects: int = 2) -> Catalog:
    """Drinks with a grade each, 'some' for the first aspect of the first, and none for the last drink."""
    rated = [aspect(f"a{at}", scale="three") for at in range(aspects)]
    cells = {f"a{at}": cell("Some", rating=Rating(value=0, reason="A guess.")) for at in range(aspects)}
    named = [subject(f"s{at}", cells=cells) for at in range(subjects - 1)]
    return catalog(
        pack=replace(PACK, scales=(THREE,), levels=LEVELS),
        groups=(group(*rated, aspect("plain")),),
        subjects=(*named, subject("dull", cells={"a0": cell("Known, not rated")})),
    )


def everything(found: Catalog) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(found.subject), tuple(found.aspect)


def test_a_grade_comes_with_its_step_and_reason() -> None:
    given = ratings_of(drinks(), ("s0",), ("a0",)).rated[0].given[0]
    assert given is not None
    assert (given.grade.title, given.grade.value, given.step, given.reason) == ("some", 0, 1, "A guess.")


def test_what_has_no_grade_is_none_and_not_the_lowest() -> None:
    ratings = ratings_of(drinks(), ("s0", "dull"), ("a0",))
    assert ratings.rated[0].given[1] is None
    assert spoken_grade(ratings.rated[0], ratings.subjects[1], None) == "A0, Dull: not rated."


def test_a_grade_of_value_zero_is_a_grade() -> None:
    ratings = ratings_of(drinks(), ("s0",), ("a0",))
    said = spoken_grade(ratings.rated[0], ratings.subjects[0], ratings.rated[0].given[0])
    assert said == "A0, S0: some, 0 on the scale “One to three”. A guess."


def test_an_absent_cell_is_unknown() -> None:
    found = drinks(aspects=2)
    ratings = ratings_of(found, ("dull",), ("a1",))
    assert ratings.rated[0].given == (None,)


def test_subjects_and_aspects_keep_the_order_of_the_table() -> None:
    ratings = ratings_of(drinks(aspects=3, subjects=3), ("s1", "dull", "s0"), ("a2", "a0"))
    assert [each.id for each in ratings.subjects] == ["s1", "dull", "s0"]
    assert [each.aspect.id for each in ratings.rated] == ["a2", "a0"]
    assert [given is None for given in ratings.rated[0].given] == [False, True, False]


def test_an_aspect_without_a_scale_is_named_as_unrated() -> None:
    ratings = ratings_of(drinks(), ("s0",), ("a0", "plain"))
    assert [each.id for each in ratings.unrated] == ["plain"]


def test_an_aspect_asked_of_another_level_only_is_left_out() -> None:
    found = drinks()
    other = replace(found, groups=(group(aspect("a0", scale="three", levels=("parts",))),))
    ratings = ratings_of(other, ("s0",), ("a0",))
    assert not ratings.rated
    assert "None of these aspects is asked" in why_no_bars(ratings)


def test_where_levels_are_mixed_what_is_not_asked_is_not_called_unknown() -> None:
    found = drinks()
    part = subject("leaf", level="parts")
    mixed = replace(found, subjects=(*found.subjects, part))
    ratings = ratings_of(mixed, ("s0", "leaf"), ("a0",))
    assert ratings.rated[0].given[1] is None
    assert why_none(ratings.rated[0], part) == "not asked"


def test_a_radar_says_why_it_cannot_be_drawn() -> None:
    for count, words in ((1, "only 1 is rated"), (2, "only 2 are rated")):
        found = drinks(aspects=count)
        assert words in why_no_radar(ratings_of(found, *everything(found)))
    found = drinks(aspects=3)
    assert why_no_radar(ratings_of(found, *everything(found))) == ""


def test_nothing_rated_says_what_to_choose() -> None:
    assert "rated on a scale" in why_no_radar(ratings_of(drinks(), ("s0",), ("plain",)))


def test_a_radar_says_what_it_leaves_out() -> None:
    found = drinks(aspects=9, subjects=8)
    ratings = ratings_of(found, *everything(found))
    said = radar_left_out(ratings)
    assert said == "Left out: 1 aspect beyond the first 8 (A8) and 2 subjects beyond the first 6 (S6, Dull)."
    assert radar_left_out(ratings.first(6, 8)) == ""


def test_of_very_many_left_out_only_some_are_named() -> None:
    found = drinks(aspects=40)
    assert "and 22 more" in radar_left_out(ratings_of(found, *everything(found)))


def test_one_set_of_grades_needs_its_words_once() -> None:
    found = drinks(aspects=2)
    assert ratings_of(found, *everything(found)).share_steps
    other = Scale(id="other", title="Other", meaning="Other.", grades=(Grade(value=1, title="a"),))
    groups = (group(aspect("a0", scale="three"), aspect("b", scale="other")),)
    pack = replace(found.pack, scales=(THREE, other))
    assert not ratings_of(replace(found, pack=pack, groups=groups), ("s0",), ("a0", "b")).share_steps


def test_for_a_radar_the_graded_come_first() -> None:
    cells = {"a0": cell("Some", rating=Rating(value=THREE.grades[0].value, reason="Seen."))}
    pack = catalog(
        pack=replace(PACK, scales=(THREE,)),
        groups=(group(aspect("a0", scale=THREE.id)),),
        subjects=(subject("dull"), subject("keen", cells=cells)),
    )
    ratings = ratings_of(pack, ("dull", "keen"), ("a0",)).graded_first()
    assert [each.id for each in ratings.subjects] == ["keen", "dull"]
    assert [given is not None for given in ratings.rated[0].given] == [True, False]
