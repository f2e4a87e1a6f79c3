from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from desktop.progress.attempt import Certainty, Grade, Mode
from desktop.progress.card import Phase
from desktop.progress.opening import in_memory
from desktop.progress.reading import Count, Marks
from tests.progress.builders import NOON, SCHEDULING, answered, opened, wrong

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.progress.log import ProgressLog


@pytest.fixture
def log(tmp_path: Path) -> Iterator[ProgressLog]:
    with opened(tmp_path / "data") as found:
        yield found


def numbers(log: ProgressLog, pack: str | None = None, question: str | None = None) -> list[int]:
    return [attempt.number for attempt in log.attempts(pack, question=question)]


def test_an_answer_is_there_after_closing_just_as_it_was_given(tmp_path: Path) -> None:
    given = answered(
        at=datetime(2026, 3, 1, 23, 59, 59, 123_456, tzinfo=UTC),
        mode=Mode.EXAM,
        response='["tea — ☕", 0.1]',
        score=1 / 3,
        certainty=None,
        probability=None,
        grade=None,
    )
    with opened(tmp_path) as log:
        first = log.record(given)
        second = log.record(wrong(overridden=True))
    with opened(tmp_path) as log:
        assert list(log.attempts()) == [first, second]
        assert log.attempt(1) == first
    assert {name: getattr(first, name) for name in given.__dataclass_fields__} == {
        name: getattr(given, name) for name in given.__dataclass_fields__
    }


def test_numbers_count_up_over_all_packs_and_packs_lie_apart(log: ProgressLog) -> None:
    given = [log.record(answered("q1", pack=pack)).number for pack in ("tea", "coffee", "tea")]
    assert given == [1, 2, 3]
    assert numbers(log, pack="tea") == [1, 3]
    assert numbers(log, pack="coffee", question="q1") == [2]
    assert log.packs() == ("coffee", "tea")
    assert log.cards("coffee").keys() == {"q1"}
    assert log.count("tea") == Count(2, 2)


def test_the_log_streams_in_order_from_any_place_while_it_grows(log: ProgressLog) -> None:
    for at in range(5):
        log.record(answered(f"q{at % 2}", at))
    assert [attempt.number for attempt in log.attempts("tea", after=3)] == [4, 5]
    stream = log.attempts("tea", question="q0")
    assert next(stream).number == 1
    log.record(answered("q9"))
    assert [attempt.number for attempt in stream] == [3, 5]


def test_a_round_has_its_answers(log: ProgressLog) -> None:
    for name in ("exam 1", "exam 2", "exam 1"):
        log.record(answered(round=name))
    assert [attempt.number for attempt in log.attempts_of_round("exam 1")] == [1, 3]


def test_undo_has_no_limit_and_redo_brings_back_in_order(log: ProgressLog) -> None:
    given = [log.record(answered(f"q{at}", at)) for at in range(4)]
    for expected in (4, 3, 2, 1):
        last = log.last("tea")
        assert last is not None
        assert last.number == expected
        assert log.undo(last.number, NOON).undone == NOON
    assert log.last("tea") is None
    assert log.cards("tea") == {}
    assert log.count("tea") == Count(0, 0)
    for expected in (1, 2, 3, 4):
        back = log.next_redo("tea")
        assert back is not None
        assert back.number == expected
        assert log.redo(back.number) == given[expected - 1]
    assert log.next_redo("tea") is None
    assert log.cards("tea").keys() == {"q0", "q1", "q2", "q3"}


def test_undo_and_redo_pass_over_what_an_audience_answered(log: ProgressLog) -> None:
    log.record(answered("q1"))
    log.record(answered("q1", mode=Mode.PROJECTOR, grade=None))
    last = log.last("tea")
    assert last is not None
    assert last.number == 1
    log.undo(2, NOON)
    assert log.next_redo("tea") is None


def test_after_a_new_answer_nothing_is_to_be_brought_back(log: ProgressLog) -> None:
    log.record(answered())
    log.undo(1, NOON)
    log.record(answered())
    assert log.next_redo("tea") is None


def test_undo_gives_back_the_card_that_was_there_before(log: ProgressLog) -> None:
    log.record(answered(minutes=0))
    before = log.card("tea", "q1")
    log.record(wrong(minutes=5))
    assert log.card("tea", "q1") != before
    log.undo(2, NOON)
    assert log.card("tea", "q1") == before
    log.undo(2, NOON + timedelta(days=1))
    assert log.attempt(2).undone == NOON


def test_a_number_that_is_none_is_an_error(log: ProgressLog) -> None:
    with pytest.raises(KeyError):
        log.undo(7, NOON)
    log.record(answered())


def test_a_grade_set_by_hand_moves_the_card_and_is_kept_as_such(log: ProgressLog) -> None:
    log.record(answered(minutes=0))
    log.record(answered(minutes=5))
    found = log.regrade(2, Grade.AGAIN)
    assert found.overridden
    assert log.attempt(2) == found
    card = log.card("tea", "q1")
    assert card is not None
    assert (card.phase, card.lapses) == (Phase.RELEARNING, 1)


def test_what_an_audience_answers_is_kept_and_changes_nothing_else(log: ProgressLog) -> None:
    log.record(answered(mode=Mode.PROJECTOR))
    log.regrade(1, Grade.EASY)
    assert numbers(log) == [1]
    assert not (log.cards("tea"))
    assert not (log.tallies("tea"))
    assert not (log.responses("tea"))
    assert log.count_since("tea", NOON) == Count(0, 0)


def test_an_answer_without_a_grade_counts_but_has_no_card(log: ProgressLog) -> None:
    log.record(answered(grade=None))
    assert log.cards("tea") == {}
    assert log.tallies("tea")["q1"].introduced is None
    log.regrade(1, Grade.GOOD)
    assert log.tallies("tea")["q1"].introduced == NOON


def test_a_question_tells_how_often_it_was_seen_and_how_it_went_last(log: ProgressLog) -> None:
    log.record(answered(minutes=0))
    log.record(wrong(minutes=9, certainty=Certainty.FAIRLY_SURE))
    tally = log.tallies("tea")["q1"]
    assert (tally.answers, tally.right, tally.last_right) == (2, 1, False)
    assert tally.last == NOON + timedelta(minutes=9)
    assert tally.last_certainty is Certainty.FAIRLY_SURE
    assert tally.introduced == NOON


def test_responses_and_certainties_are_counted(log: ProgressLog) -> None:
    log.record(answered(response='["a"]'))
    log.record(wrong(response='["b"]', probability=0.6))
    log.record(wrong(response='["b"]', probability=None, certainty=None))
    assert log.responses("tea") == {"q1": {'["a"]': Count(1, 1), '["b"]': Count(2, 0)}}
    assert {(each.probability, each.answers, each.right) for each in log.sureness("tea")} == {(0.6, 1, 0), (0.95, 1, 1)}


def test_the_newest_answers_of_each_question_are_found(log: ProgressLog) -> None:
    for at in range(10):
        log.record(answered(f"q{at % 2}", at))
    log.record(answered("q0", mode=Mode.PROJECTOR))
    log.undo(9, NOON)
    assert [attempt.number for attempt in log.latest("tea", {"q0": "r1", "q1": "r1"}, 2)] == [5, 7, 8, 10]
    assert [attempt.number for attempt in log.latest("tea", {"q0": "r1", "q1": "r2"}, 2)] == [5, 7]


def test_days_are_those_of_the_learner(log: ProgressLog) -> None:
    """An answer at 20:30 in UTC is given on the next day in a zone five hours and three quarters ahead."""
    log.record(answered(at=datetime(2026, 3, 1, 17, 0, tzinfo=UTC)))
    log.record(wrong(at=datetime(2026, 3, 1, 20, 30, tzinfo=UTC)))
    kathmandu = timezone(timedelta(hours=5, minutes=45))
    start = datetime(2026, 1, 1, tzinfo=UTC)
    by_day = log.days("tea", start, lambda at: at.astimezone(kathmandu).date())
    assert by_day == {date(2026, 3, 1): Count(1, 1), date(2026, 3, 2): Count(1, 0)}
    assert log.days("tea", start, lambda at: at.date()) == {date(2026, 3, 1): Count(2, 1)}
    assert log.count_since("tea", datetime(2026, 3, 2, tzinfo=kathmandu)) == Count(1, 0)


def test_a_clock_set_back_does_not_change_the_order(log: ProgressLog) -> None:
    log.record(answered(at=NOON))
    log.record(wrong(at=NOON - timedelta(days=400)))
    assert numbers(log) == [1, 2]
    tally, last = log.tallies("tea")["q1"], log.last("tea")
    assert last is not None
    assert last.number == 2
    assert not tally.last_right
    card = log.card("tea", "q1")
    assert card is not None
    assert card.due >= card.reviewed


def test_a_time_from_another_zone_is_kept_as_the_same_moment(log: ProgressLog) -> None:
    there = NOON.astimezone(timezone(timedelta(hours=-9)))
    log.record(answered(at=there))
    assert log.attempt(1).at == NOON
    assert log.attempt(1).at.tzinfo is UTC


def test_a_time_without_a_zone_is_refused_and_leaves_no_trace(log: ProgressLog) -> None:
    with pytest.raises(TypeError):
        log.record(answered(at=datetime(2026, 3, 1)))
    assert numbers(log) == []
    assert log.record(answered()).number == 1


def test_whatever_is_typed_is_kept(log: ProgressLog) -> None:
    """Half a character, as some keyboards send it, is written as JSON writes it."""
    assert log.record(answered(response='"\ud83d \0 \u202e"')).response == '"\\ud83d \0 \u202e"'
    assert log.attempt(1).response == '"\\ud83d \0 \u202e"'


def test_an_answer_takes_a_minute_at_most(log: ProgressLog) -> None:
    assert log.record(answered(took=3_600_000)).took == 60_000


def test_marks_stay_and_know_nothing_of_answers(log: ProgressLog) -> None:
    assert log.set_marks("tea", "q1", suspended=True) == Marks(suspended=True)
    log.set_marks("tea", "q1", flagged=True)
    log.set_marks("tea", "q2", flagged=True)
    log.set_marks("tea", "q2", flagged=False)
    log.rebuild()
    assert log.marks("tea") == {"q1": Marks(suspended=True, flagged=True)}
    assert not (log.marks("coffee"))
    assert not (log.tallies("tea"))


def test_a_reset_forgets_one_pack_after_a_backup(log: ProgressLog) -> None:
    for pack in ("tea", "coffee"):
        log.record(answered(pack=pack))
        log.set_marks(pack, "q1", flagged=True)
    assert log.backups is not None
    log.reset("tea", NOON)
    assert log.packs() == ("coffee", "tea")
    assert numbers(log) == [2]
    assert not (log.cards("tea"))
    assert not (log.marks("tea"))
    assert not (log.tallies("tea"))
    assert log.cards("coffee").keys() == log.marks("coffee").keys() == {"q1"}
    assert [backup.at for backup in log.backups.all()] == [NOON]
    log.reset(None, NOON + timedelta(minutes=1))
    assert numbers(log) == []
    assert log.record(answered()).number == 3


def test_a_log_in_memory_does_all_the_same(tmp_path: Path) -> None:
    with in_memory(SCHEDULING).log as log:
        log.record(answered())
        log.undo(1, NOON)
        log.redo(1)
        log.reset("coffee", NOON)
        assert log.cards("tea").keys() == {"q1"}
        assert log.writable
        assert not log.stale
        assert log.backups is None
    assert list(tmp_path.iterdir()) == []
