"""What is asked now: confident errors first, the least known next, siblings on other days, a few new ones."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from desktop.progress.card import Phase
from desktop.progress.days import day_of, on_day_of
from desktop.progress.picking import Moment, Stock, due_counts, picked
from desktop.progress.schedule import Scheduler
from tests.progress.answers import START, card

if TYPE_CHECKING:
    from datetime import tzinfo

    from desktop.progress.card import Card

NOW = START + timedelta(days=20)
MOMENT = Moment(now=NOW, zone=UTC)


def stock(*cards: Card, new: str = "", **fields: Any) -> Stock:
    """Cards, then new questions; all of them in the revision r1."""
    names = [*(each.question for each in cards), *new.split()]
    return Stock(revisions=dict.fromkeys(names, "r1"), cards={each.question: each for each in cards}, **fields)


def asked(stock: Stock, moment: Moment = MOMENT) -> tuple[str, ...]:
    scheduler = Scheduler()
    return picked(stock, moment, lambda card: scheduler.recall(card, moment.now)).questions


def test_confident_errors_come_first_then_what_is_least_known_then_new_ones() -> None:
    cards = (card("well", stability=90.0), card("badly", stability=2.0), card("so-so", stability=20.0))
    assert asked(stock(*cards, new="fresh")) == ("badly", "so-so", "well", "fresh")
    assert asked(stock(*cards, new="fresh", confident_errors=frozenset({"well"})))[0] == "well"


def test_what_is_not_due_suspended_or_gone_is_not_asked() -> None:
    later = card("later", due=NOW + timedelta(seconds=1))
    there = stock(card("now", due=NOW), later, card("set-aside"), new="set-apart", suspended=frozenset({"set-aside"}))
    gone = Stock(revisions={"now": "r1"}, cards=dict(there.cards))
    assert asked(there) == ("now", "set-apart")
    assert asked(gone) == ("now",)
    assert due_counts(there, MOMENT).suspended == 1


def test_a_changed_question_is_due_at_once_and_counts_as_learning() -> None:
    changed = Stock(revisions={"tea": "r2"}, cards={"tea": card(due=NOW + timedelta(days=99))})
    assert asked(changed) == ("tea",)
    assert due_counts(changed, MOMENT).learning == 1


def test_siblings_do_not_come_on_one_day() -> None:
    facts = {"a": "cell:tea/heat", "b": "cell:tea/heat", "c": "cell:tea/heat", "d": "cell:tea/age"}
    both = stock(card("a", stability=2.0), card("b"), card("d"), new="c", facts=facts)
    assert asked(both) == ("a", "d")
    assert due_counts(both, MOMENT).put_off == 1
    answered = card("a", reviewed=NOW - timedelta(hours=1), due=NOW + timedelta(days=9))
    after = stock(answered, card("b"), card("d"), new="c", facts=facts)
    assert asked(after) == ("d",)
    tomorrow = Moment(now=NOW + timedelta(days=1), zone=UTC)
    assert asked(after, tomorrow) == ("b", "d")


def test_a_question_on_its_learning_step_comes_again_the_same_day_with_its_siblings_kept_out() -> None:
    facts = {"a": "fact", "b": "fact"}
    learning = card("a", phase=Phase.LEARNING, step=0, reviewed=NOW - timedelta(minutes=10), due=NOW)
    assert asked(stock(learning, card("b", stability=0.1), facts=facts)) == ("a",)


def test_questions_without_a_fact_have_no_siblings() -> None:
    assert asked(stock(card("a"), card("b"), new="c d")) == ("a", "b", "c", "d")


def test_new_ones_come_in_their_order_up_to_the_limit_of_the_day() -> None:
    assert asked(stock(new="d c b a"), Moment(now=NOW, zone=UTC, new=2)) == ("d", "c")
    assert asked(stock(new="d c"), Moment(now=NOW, zone=UTC, new=0)) == ()
    assert asked(stock(new="d c"), Moment(now=NOW, zone=UTC, new=-3)) == ()


def test_counts_tell_what_would_be_asked() -> None:
    learning = card("a", phase=Phase.RELEARNING, step=0)
    there = stock(learning, card("b"), card("c"), new="d e")
    counts = due_counts(there, MOMENT)
    assert (counts.learning, counts.review, counts.new, counts.total) == (1, 2, 2, 5)
    assert counts.total == len(asked(there))


def test_a_day_lasts_until_four_in_the_morning_where_the_learner_is() -> None:
    tokyo, lima = timezone(timedelta(hours=9)), timezone(timedelta(hours=-5))
    late = START.replace(hour=18, minute=59)  # 03:59 on the third in Tokyo
    assert day_of(late, tokyo) == date(2026, 3, 2)
    assert day_of(late + timedelta(minutes=1), tokyo) == date(2026, 3, 3)
    assert day_of(START.replace(hour=8), lima) == date(2026, 3, 1)


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=14)), ZoneInfo("Europe/Berlin")], ids=str)
def test_what_is_of_today_is_what_has_today_s_day(zone: tzinfo) -> None:
    now = datetime(2026, 3, 29, 10, tzinfo=UTC)  # Berlin sets its clocks this night: its day has 23 hours
    is_today, today = on_day_of(now, zone), day_of(now, zone)
    moments = [now + timedelta(minutes=30 * at) for at in range(-120, 120)]
    assert [is_today(at) for at in moments] == [day_of(at, zone) == today for at in moments]
    assert any(map(is_today, moments))
