"""Dates as exactly as they are known, in lanes whose words do not run into each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.catalog.entities.matrix import ValueKind
from desktop.matrix.pictures.timeline import (
    Precision,
    lanes_of,
    spoken_event,
    timeline_of,
    when_of,
    why_no_timeline,
    years_between,
)
from tests.builders import aspect, catalog, cell, group, subject

FOUND = catalog(
    groups=(group(aspect("came", values=ValueKind.DAY), aspect("left", values=ValueKind.DAY), aspect("plain")),),
    subjects=(
        subject("late", cells={"came": cell("2020", values=("2020",)), "left": cell("Gone", values=("2021-02",))}),
        subject("early", cells={"came": cell("May 1999", values=("1999-05-17",))}),
        subject("never", cells={"came": cell("Nobody knows")}),
    ),
)
EVERYTHING = tuple(FOUND.subject), tuple(FOUND.aspect)


@pytest.mark.parametrize(
    ("text", "precision", "start", "end", "words"),
    [
        ("2018", Precision.YEAR, 2018.0, 2019.0, "2018"),
        ("2018-01", Precision.MONTH, 2018.0, 2018 + 31 / 365, "January 2018"),
        ("2018-12", Precision.MONTH, 2018 + 334 / 365, 2019.0, "December 2018"),
        ("2020-03-01", Precision.DAY, 2020 + 60 / 366, 2020 + 60 / 366, "1 March 2020"),
    ],
)
def test_a_date_is_as_long_as_it_is_uncertain(
    text: str, precision: Precision, start: float, end: float, words: str
) -> None:
    when = when_of(text)
    assert when is not None
    assert (when.precision, when.words) == (precision, words)
    assert (when.start, when.end) == pytest.approx((start, end))


@pytest.mark.parametrize("text", ["", "soon", "2018-13", "2018-00", "2018-02-30", "2018-02-00", "0000", "18"])
def test_what_is_no_date_is_unknown(text: str) -> None:
    assert when_of(text) is None


def test_the_dates_stand_in_their_order_and_the_unknown_apart() -> None:
    timeline = timeline_of(FOUND, *EVERYTHING)
    assert [(event.subject.id, when.words) for event, when in timeline.dated] == [
        ("early", "17 May 1999"),
        ("late", "2020"),
        ("late", "February 2021"),
    ]
    unknown = [(event.subject.id, event.aspect.id) for event in timeline.undated]
    assert unknown == [("early", "left"), ("never", "came"), ("never", "left")]


def test_aspects_are_found_by_what_their_values_are() -> None:
    timeline = timeline_of(FOUND, ("late",), ("plain", "left"))
    assert [when.words for _event, when in timeline.dated] == ["February 2021"]
    assert not timeline.names_aspects
    assert timeline_of(FOUND, *EVERYTHING).names_aspects


def test_a_subject_of_another_level_has_no_date_and_no_gap() -> None:
    timeline = timeline_of(
        catalog(groups=FOUND.groups, subjects=(subject("part", level="parts"),)), ("part",), ("came",)
    )
    assert timeline.size == 0


def test_an_event_is_said_as_a_sentence() -> None:
    timeline = timeline_of(FOUND, *EVERYTHING)
    said = [spoken_event(event) for event, _when in timeline.dated]
    assert said[0] == "Early, Came: 17 May 1999."
    assert said[1] == "Late, Came: 2020, only the year is known."
    assert said[2] == "Late, Left: February 2021, only the month is known."
    assert spoken_event(timeline.undated[1]) == "Never, Came: date unknown."


def test_without_dates_it_says_which_aspects_have_some() -> None:
    said = why_no_timeline(timeline_of(FOUND, ("late",), ("plain",)), FOUND)
    assert "Came (Things), Left (Things)" in said
    bare = catalog(groups=(group(aspect("plain")),), subjects=(subject("late"),))
    assert "No aspect of this pack holds dates" in why_no_timeline(timeline_of(bare, ("late",), ("plain",)), bare)
    assert why_no_timeline(timeline_of(FOUND, ("never",), ("came",)), FOUND) == ""


def test_of_very_many_the_first_dates_are_kept_before_the_unknown() -> None:
    timeline = timeline_of(FOUND, *EVERYTHING)
    assert (len(timeline.first(2).dated), len(timeline.first(2).undated)) == (2, 0)
    assert (len(timeline.first(4).dated), len(timeline.first(4).undated)) == (3, 1)


def test_lanes_are_filled_from_the_top() -> None:
    assert lanes_of([(0, 10), (5, 15), (11, 20), (12, 13), (30, 40)]) == (0, 1, 0, 2, 0)
    assert lanes_of([]) == ()


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=40))
def test_no_two_in_a_lane_touch(pairs: list[tuple[int, int]]) -> None:
    spans = [(float(left), float(left + wide)) for left, wide in pairs]
    lanes = lanes_of(spans)
    for at, (left, right) in enumerate(spans):
        for other in range(at):
            apart = right < spans[other][0] or spans[other][1] < left
            assert apart or lanes[at] != lanes[other]


@pytest.mark.parametrize(
    ("first", "last", "most", "years"),
    [
        (2018.0, 2022.0, 10, (2018, 2019, 2020, 2021, 2022)),
        (2006.0, 2024.0, 10, (2006, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024)),
        (2006.0, 2024.0, 4, (2010, 2015, 2020)),
        (2006.0, 2024.0, 0, (2020,)),
    ],
)
def test_years_on_the_axis_are_round_and_fit(first: float, last: float, most: int, years: tuple[int, ...]) -> None:
    assert years_between(first, last, most) == years


@given(st.integers(0, 9999), st.integers(1, 9999), st.integers(1, 30))
def test_there_are_never_more_years_than_room(first: int, span: int, most: int) -> None:
    years = years_between(float(first), float(first + span), most)
    assert len(years) <= most + 1
    assert all(first <= year <= first + span for year in years)
