"""Is the talk on time: told in words, with pauses, and against a plan that the presenter may stretch."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.presentation.pacing import (
    Timing,
    begun,
    clock_text,
    elapsed,
    moved,
    on_stop,
    paused,
    planned,
    restarted,
    standing,
)
from desktop.presentation.report import report_csv, report_markdown, report_of
from tests.presentation.giving.builders import deck, stop

TALK = deck(stop("a", minutes=1), stop("b", minutes=2), stop("c", minutes=3))


def test_time_is_counted_for_the_stop_that_is_on_and_not_while_the_clock_stands() -> None:
    pace = moved(begun("a", 0), "b", 50)
    pace = paused(pace, 80)
    assert (on_stop(pace, "a", 500), on_stop(pace, "b", 500), elapsed(pace, 500)) == (50, 30, 80)
    pace = moved(pace, "c", 500)
    assert pace.stands
    pace = paused(pace, 1000)
    assert (on_stop(pace, "c", 1010), elapsed(pace, 1010)) == (10, 90)
    assert on_stop(moved(pace, "a", 1010), "a", 1015) == 55
    assert elapsed(restarted(pace, 1010), 1012) == 2


@pytest.mark.parametrize(
    ("seconds", "words", "timing"),
    [
        (0, "on time, 1:00 ahead", Timing.ON_TIME),
        (59, "on time, 0:01 ahead", Timing.ON_TIME),
        (60, "on time", Timing.ON_TIME),
        (180, "on time", Timing.ON_TIME),
        (200, "a little late by 0:20", Timing.A_LITTLE_LATE),
        (240, "a little late by 1:00", Timing.A_LITTLE_LATE),
        (310, "late by 2:10", Timing.LATE),
    ],
)
def test_late_is_what_lies_after_the_planned_end_of_the_stop(seconds: float, words: str, timing: Timing) -> None:
    pace = moved(begun("a", 0), "b", 0)
    told = standing(TALK, pace, seconds)
    assert (told.words, told.timing) == (words, timing)


def test_in_a_long_talk_a_twentieth_is_still_a_little_late() -> None:
    long = deck(stop("a", minutes=60), stop("b", minutes=60))
    assert standing(long, begun("b", 0), 7200 + 350).timing is Timing.A_LITTLE_LATE
    assert standing(long, begun("b", 0), 7200 + 370).timing is Timing.LATE


def test_another_time_for_the_talk_stretches_every_stop() -> None:
    assert planned(TALK, 720) == {"a": 120, "b": 240, "c": 360}
    assert planned(deck(stop("a", minutes=0), stop("b", minutes=0)), 60) == {"a": 30, "b": 30}
    told = standing(TALK, replace(begun("a", 0), total=720.0), 100)
    assert (told.planned, told.for_stop, told.words) == (720, 120, "on time")


def test_times_are_told_as_clocks_do() -> None:
    assert [clock_text(each) for each in (0, 9.9, 65, 3725)] == ["0:00", "0:09", "1:05", "1:02:05"]


def test_the_report_holds_each_stop_against_its_plan() -> None:
    pace = moved(moved(begun("a", 0), "b", 75), "a", 175)
    report = report_of(TALK, pace, 180)
    assert [(row.number, row.title, row.planned, row.spent) for row in report.rows] == [
        (1, "A", 60, 80),
        (2, "B", 120, 100),
        (3, "C", 180, 0),
    ]
    assert report.words == "3:00 of 6:00 planned, 3:00 less"
    lines = report_markdown(report, ("Tea pack",)).splitlines()
    assert lines[0] == "# About tea"
    assert "| 1\\. A | 1:00 | 1:20 | 0:20 more |" in lines or "| 1. A | 1:00 | 1:20 | 0:20 more |" in lines
    assert any("3. C" in line.replace("\\", "") and "not shown" in line for line in lines)
    table = report_csv(report).decode("utf-8-sig").splitlines()
    assert table[0] == "Stop,Planned,Spent,Difference"
    assert table[2] == "2. B,2:00,1:40,0:20 less"
    assert table[4] == "The whole talk,6:00,3:00,3:00 less"


def test_a_deck_without_stops_has_a_report_too() -> None:
    assert report_of(deck(), begun("", 0), 5).rows == ()
    assert standing(deck(), begun("", 0), 5).planned == 0
