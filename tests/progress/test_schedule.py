"""When a question comes again: fixed for all time, whatever the clock, the time zone and the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.progress.attempt import Answered, Attempt, Grade, Mode
from desktop.progress.card import Card, Phase
from desktop.progress.fuzz import fuzzed
from desktop.progress.opening import in_memory
from desktop.progress.rebuilding import Scheduling
from desktop.progress.schedule import LONGEST, Scheduler, ScheduleSettings, is_leech, stale
from tests.progress.answers import START, attempt, card, graded, many

SCHEDULER = Scheduler()
GOLDEN = (
    (0, Grade.GOOD, Phase.REVIEW, "2026-03-04T09:00:00+00:00", 2.3065, 2.1181),
    (0.01, Grade.GOOD, Phase.REVIEW, "2026-03-04T09:14:24+00:00", 2.3065, 2.1112),
    (3, Grade.GOOD, Phase.REVIEW, "2026-03-16T09:01:37+00:00", 10.971, 2.1043),
    (12, Grade.AGAIN, Phase.RELEARNING, "2026-03-14T09:10:00+00:00", 1.5059, 7.39),
    (12.01, Grade.GOOD, Phase.REVIEW, "2026-03-16T09:14:24+00:00", 1.5402, 7.3778),
    (15, Grade.HARD, Phase.REVIEW, "2026-03-21T09:08:16+00:00", 3.5561, 8.2445),
    (25, Grade.EASY, Phase.REVIEW, "2026-04-14T10:31:03+00:00", 18.848, 7.6431),
    (400, Grade.GOOD, Phase.REVIEW, "2027-07-17T04:38:28+00:00", 105.8748, 7.6307),
)
TELL = (
    "from tests.progress.answers import graded, many\n"
    "from desktop.progress.schedule import Scheduler\n"
    "cards = Scheduler().rebuilt(graded(many(2_000)))\n"
    "print([(name, each.due.isoformat(), each.stability, each.lapses) for name, each in sorted(cards.items())])\n"
)


def after(*attempts: Attempt, scheduler: Scheduler = SCHEDULER, first: Card | None = None) -> Card:
    """The card after these answers to one question, one by one."""
    latest = first
    for each in attempts:
        latest = scheduler.review(latest, each)
    assert latest is not None
    return latest


def told_by(**environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", TELL],
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout


def test_the_schedule_is_fixed_for_all_time() -> None:
    latest = None
    for day, grade, phase, due, stability, difficulty in GOLDEN:
        latest = SCHEDULER.review(latest, attempt(day=day, grade=grade))
        assert latest.phase is phase
        assert latest.due.isoformat() == due
        assert latest.stability == pytest.approx(stability, abs=1e-4)
        assert latest.difficulty == pytest.approx(difficulty, abs=1e-4)
    assert latest is not None
    assert (latest.reps, latest.lapses) == (8, 1)


def test_another_process_with_another_hash_seed_and_time_zone_gives_the_same_schedule() -> None:
    here = told_by(PYTHONHASHSEED="1", TZ="Pacific/Kiritimati")
    assert here == told_by(PYTHONHASHSEED="77", TZ="America/St_Johns")
    assert here.count("topic-") > 400


def test_rebuilding_ten_thousand_answers_gives_the_cards_that_answering_gave() -> None:
    cards: dict[str, Card] = {}
    for each in many(10_000):
        cards[each.question] = SCHEDULER.review(cards.get(each.question), each)
    assert SCHEDULER.rebuilt(graded(many(10_000))) == cards
    assert any(each.lapses for each in cards.values())


def test_the_state_is_that_of_the_package() -> None:
    alone = fsrs.Scheduler(
        learning_steps=[timedelta(minutes=10)], relearning_steps=[timedelta(minutes=10)], enable_fuzzing=False
    )
    theirs = fsrs.Card(card_id=1, due=START)
    ours = None
    for day, grade, *_rest in GOLDEN:
        theirs, _log = alone.review_card(theirs, fsrs.Rating(grade), START + timedelta(days=day))
        ours = SCHEDULER.review(ours, attempt(day=day, grade=grade))
        assert (ours.stability, ours.difficulty, ours.step) == (theirs.stability, theirs.difficulty, theirs.step)


def test_what_does_not_move_the_schedule_is_passed_over() -> None:
    answers = [
        attempt(),
        attempt(day=1, grade=None),
        attempt(day=1, mode=Mode.PROJECTOR, grade=Grade.AGAIN),
        attempt(day=1, grade=Grade.AGAIN, undone=START),
    ]
    with in_memory(Scheduling(SCHEDULER.review, SCHEDULER.rebuilt, "fsrs")).log as log:
        for each in answers:
            kept = log.record(Answered(**{field.name: getattr(each, field.name) for field in fields(Answered)}))
            if each.undone:
                log.undo(kept.number, each.undone)
        log.rebuild()
        assert log.cards("kitchen") == {"tea": after(attempt())}
    with pytest.raises(ValueError, match="without a grade"):
        SCHEDULER.review(None, attempt(grade=None))


def test_a_button_shows_what_pressing_it_gives() -> None:
    for first in (None, card(), card(phase=Phase.RELEARNING, step=0, reps=7)):
        shown = SCHEDULER.preview(first, "tea", "r2", START + timedelta(days=11))
        pressed = {grade: after(attempt(day=11, grade=grade, revision="r2"), first=first) for grade in Grade}
        assert shown == pressed
        assert shown[Grade.AGAIN].due < shown[Grade.HARD].due < shown[Grade.EASY].due


ZONES = (UTC, timezone(timedelta(hours=14)), timezone(timedelta(hours=-11, minutes=-30)), timezone(timedelta(hours=1)))
ANSWERS = st.lists(
    st.tuples(
        st.integers(-400 * 86_400, 400 * 86_400), st.sampled_from(Grade), st.sampled_from(ZONES), st.sampled_from("ab")
    ),
    min_size=1,
    max_size=12,
)


@given(ANSWERS, st.sampled_from((0.80, 0.90, 0.95)), st.one_of(st.none(), st.integers(-400, 400)))
def test_nothing_is_due_before_its_last_review_whatever_the_clock(
    answers: list[tuple[int, Grade, timezone, str]], retention: float, exam: int | None
) -> None:
    """The clock jumps to and fro, the time zone changes: due dates stay after the answer, within the longest time."""
    settings = ScheduleSettings(retention=retention, exam=None if exam is None else START + timedelta(days=exam))
    scheduler = Scheduler(settings)
    latest = None
    log = []
    for seconds, grade, zone, revision in answers:
        at = START + timedelta(seconds=seconds)
        log.append(attempt(at=at.astimezone(zone), grade=grade, revision=revision))
        latest = scheduler.review(latest, log[-1])
        assert latest.reviewed == at
        assert latest.reviewed.tzinfo is latest.due.tzinfo is UTC
        assert at < latest.due <= at + LONGEST
        assert latest.stability > 0
        assert 0 <= scheduler.recall(latest, at - timedelta(days=3)) <= 1
    assert scheduler.rebuilt(graded(log)) == {"tea": latest}


def test_a_clock_set_back_counts_as_no_time_passed() -> None:
    usual = after(attempt(), attempt(day=5))
    back = after(attempt(), attempt(day=5), attempt(day=2))
    same = after(attempt(), attempt(day=5), attempt(day=5))
    assert (back.stability, back.difficulty) == (same.stability, same.difficulty)
    assert back.due > START + timedelta(days=2) >= back.reviewed
    assert usual.due > usual.reviewed


def test_a_time_without_a_zone_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="does not say in which time zone"):
        SCHEDULER.review(None, attempt(at=datetime(2026, 3, 2, 9, 0)))
    with pytest.raises(ValueError, match="does not say in which time zone"):
        ScheduleSettings(exam=datetime(2026, 3, 2, 9, 0))


@pytest.mark.parametrize("retention", [0.79, 0.96, float("nan"), 90])
def test_a_retention_that_makes_no_sense_is_refused(retention: float) -> None:
    with pytest.raises(ValueError, match="80% to 95%"):
        ScheduleSettings(retention=retention)


def test_who_wants_to_keep_more_is_asked_sooner() -> None:
    dues = [
        after(attempt(), attempt(day=3), scheduler=Scheduler(ScheduleSettings(retention=each))).due
        for each in (0.95, 0.90, 0.80)
    ]
    assert dues == sorted(set(dues))


def test_recall_falls_by_the_hour_and_agrees_with_the_package_on_whole_days() -> None:
    theirs = fsrs.Card(card_id=1, state=fsrs.State.Review, stability=10.0, difficulty=5.0, due=START, last_review=START)
    for days in (0, 1, 10, 300):
        now = START + timedelta(days=days)
        assert SCHEDULER.recall(card(), now) == fsrs.Scheduler().get_card_retrievability(theirs, now)
    assert SCHEDULER.recall(card(), START + timedelta(days=10)) == pytest.approx(0.9)
    hours = [SCHEDULER.recall(card(), START + timedelta(hours=each)) for each in range(48)]
    assert hours == sorted(set(hours), reverse=True)


def test_fuzz_stays_within_five_per_cent_and_spreads() -> None:
    days = timedelta(days=100)
    moved = [fuzzed(days, f"q{at}", 1) / days for at in range(2_000)]
    assert 0.95 <= min(moved) < 0.951
    assert 1.049 < max(moved) <= 1.05
    assert sum(moved) / len(moved) == pytest.approx(1, abs=0.002)
    assert fuzzed(days, "q", 1) != fuzzed(days, "q", 2)
    assert fuzzed(timedelta(days=2.5), "q", 1) == timedelta(days=2.5)
    assert fuzzed(timedelta(days=100), "tea", 3) == timedelta(days=99, seconds=34_716)


def test_no_interval_is_longer_than_a_year() -> None:
    known = [after(attempt(f"q{at}"), first=card(f"q{at}", stability=5_000.0)) for at in range(50)]
    assert max(each.due - each.reviewed for each in known) == LONGEST


def test_everything_comes_once_more_in_the_week_before_an_exam() -> None:
    exam = START + timedelta(days=60)
    scheduler = Scheduler(ScheduleSettings(exam=exam.astimezone(timezone(timedelta(hours=9)))))
    dues = [
        after(attempt(f"q{at}"), scheduler=scheduler, first=card(f"q{at}", stability=400.0)).due for at in range(99)
    ]
    assert exam - timedelta(days=7) < min(dues) <= max(dues) <= exam - timedelta(days=1)
    assert max(dues) - min(dues) > timedelta(days=5)


def test_what_was_seen_in_the_last_week_or_is_due_anyway_is_left_as_it_is() -> None:
    scheduler = Scheduler(ScheduleSettings(exam=START + timedelta(days=60)))
    for day in (0, 56, 61):
        assert after(attempt(day=day), scheduler=scheduler) == after(attempt(day=day))
    long = card(stability=400.0)
    assert after(attempt(day=56), scheduler=scheduler, first=long) == after(attempt(day=56), first=long)


def test_a_changed_question_is_learnt_again_and_is_no_lapse() -> None:
    known = card(lapses=2)
    assert stale(known, "r1") is known
    changed = stale(known, "r2")
    assert (changed.phase, changed.due, changed.lapses) == (Phase.RELEARNING, known.reviewed, 2)
    answer = attempt(day=9, revision="r2", grade=Grade.AGAIN)
    assert after(answer, first=changed) == after(answer, first=known)
    assert after(answer, first=known).lapses == 2
    assert after(attempt(day=9, grade=Grade.AGAIN), first=known).lapses == 3


def test_what_is_forgotten_eight_times_is_a_leech() -> None:
    answers = [attempt()]
    for lapse in range(8):
        assert not is_leech(after(*answers))
        answers += [
            attempt(day=10 * lapse + 5, grade=Grade.AGAIN),
            attempt(day=10 * lapse + 5.01, grade=Grade.AGAIN),
            attempt(day=10 * lapse + 5.02),
        ]
    assert is_leech(after(*answers))
    assert after(*answers).lapses == 8
