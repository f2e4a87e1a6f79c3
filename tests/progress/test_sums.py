"""Whatever is done, in whatever order: what is kept beside the log is what follows from the log alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.progress.attempt import Certainty, Grade, Mode
from desktop.progress.opening import in_memory
from desktop.progress.rows import CARD
from desktop.progress.sums import SUMS
from tests.progress.builders import NOON, SCHEDULING, answered

if TYPE_CHECKING:
    from desktop.progress.log import ProgressLog

ANSWERS = st.builds(
    answered,
    st.sampled_from(["q1", "q2", "q3"]),
    st.integers(-40_000_000, 40_000_000),
    pack=st.sampled_from(["tea", "coffee"]),
    revision=st.sampled_from(["r1", "r2"]),
    mode=st.sampled_from(Mode),
    response=st.sampled_from(['["a"]', '["b"]']),
    right=st.booleans(),
    certainty=st.sampled_from([None, *Certainty]),
    probability=st.sampled_from([None, 0.6, 0.95]),
    grade=st.sampled_from([None, *Grade]),
)
STEPS = st.one_of(
    ANSWERS.map(lambda answer: ("record", answer)),
    st.tuples(st.sampled_from(["undo", "redo"]), st.integers(1, 12)),
    st.tuples(st.just("regrade"), st.integers(1, 12), st.sampled_from(Grade)),
    st.tuples(st.just("reset"), st.sampled_from(["tea", "coffee"])),
)


def kept_beside(log: ProgressLog) -> dict[str, list[Any]]:
    """All that follows from the log, as it stands in the file."""
    tables = {table: f"SELECT * FROM {table}" for table in SUMS} | {"card": f"SELECT question, {CARD} FROM card"}
    return {table: sorted(log._connection.execute(query), key=repr) for table, query in tables.items()}


def do(log: ProgressLog, step: tuple[Any, ...]) -> None:
    name, *values = step
    known = {attempt.number for attempt in log.attempts()}
    if name == "record":
        log.record(*values)
    elif name == "reset":
        log.reset(values[0], NOON)
    elif values[0] in known:
        more = {"undo": [NOON], "redo": [], "regrade": values[1:]}[name]
        getattr(log, name)(values[0], *more)


@given(st.lists(STEPS, max_size=25))
@settings(deadline=None, max_examples=150)
def test_sums_and_cards_are_those_that_follow_from_the_log_alone(steps: list[tuple[Any, ...]]) -> None:
    with in_memory(SCHEDULING).log as log:
        for step in steps:
            do(log, step)
        kept = kept_beside(log)
        log.rebuild()
        assert kept_beside(log) == kept


@given(st.lists(ANSWERS, min_size=1, max_size=15))
@settings(deadline=None, max_examples=50)
def test_the_counts_are_those_of_counting_one_by_one(answers: list[Any]) -> None:
    with in_memory(SCHEDULING).log as log:
        for answer in answers:
            log.record(answer)
        own = [each for each in answers if each.mode is not Mode.PROJECTOR and each.pack == "tea"]
        assert log.count("tea") == (len(own), sum(each.right for each in own))
        days = log.days("tea", NOON - timedelta(days=60_000), lambda at: at.date())
        assert {day: count.answers for day, count in days.items()} == {
            day: sum(each.at.date() == day for each in own) for day in {each.at.date() for each in own}
        }
        for name, tally in log.tallies("tea").items():
            mine = [each for each in own if each.question == name]
            assert (tally.answers, tally.right) == (len(mine), sum(each.right for each in mine))
            assert (tally.last, tally.last_certainty) == (mine[-1].at, mine[-1].certainty)
            assert log.tally("tea", name) == tally
        assert log.tally("tea", "never asked") is None
