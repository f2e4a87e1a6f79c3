"""A log read at once comes to what its answers come to one by one."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.progress.attempt import Certainty, Grade, Mode
from desktop.progress.opening import in_memory
from desktop.progress.picking import Moment
from desktop.progress.schedule import Scheduler
from desktop.quiz.knowing.counting import counted
from desktop.quiz.knowing.summing import counted_in_log
from desktop.quiz.knowing.working_out import knowledge_of
from tests.progress.answers import START
from tests.progress.builders import SCHEDULING, answered
from tests.quiz.knowing.small import BEANS, CUP, LEAVES, LID_AND_SPOUT, NOW, POT, SYLLABUS, TEA

if TYPE_CHECKING:
    from datetime import tzinfo

    from desktop.progress.log import ProgressLog

PRESENT = {name: entry.revision for name, entry in SYLLABUS.entries.items()}
ANSWERS = st.builds(
    lambda question, is_present, at, **more: answered(
        question, at=START + at, revision=PRESENT.get(question, "r1") if is_present else "old", pack="kitchen", **more
    ),
    st.sampled_from([TEA.id, POT.id, CUP.id, "gone"]),
    st.sampled_from([True, True, True, False]),
    st.timedeltas(timedelta(days=-2), timedelta(days=70)),
    mode=st.sampled_from([Mode.PRACTICE, Mode.REVIEW, Mode.PROJECTOR]),
    response=st.sampled_from([LEAVES, BEANS, LID_AND_SPOUT, "no response"]),
    right=st.booleans(),
    certainty=st.sampled_from([None, *Certainty]),
    probability=st.sampled_from([None, 0.25, 0.6, 0.95]),
    grade=st.sampled_from([None, *Grade]),
)
ZONES = (UTC, timezone(timedelta(hours=5, minutes=45)), ZoneInfo("Europe/Berlin"), ZoneInfo("America/St_Johns"))


def both(log: ProgressLog, zone: tzinfo) -> tuple[Any, Any]:
    moment, scheduler = Moment(now=NOW, zone=zone), Scheduler()
    one_by_one = counted(log.attempts("kitchen"), SYLLABUS, zone)
    at_once = counted_in_log(log, "kitchen", SYLLABUS, zone)
    cards = log.cards("kitchen")
    return tuple(knowledge_of(found, cards, SYLLABUS, moment, scheduler) for found in (one_by_one, at_once))  # type: ignore[return-value]


@given(st.lists(ANSWERS, max_size=40), st.lists(st.integers(1, 40), max_size=6), st.sampled_from(ZONES))
@settings(deadline=None, max_examples=150)
def test_what_is_known_is_the_same_read_at_once_or_one_by_one(
    answers: list[Any], taken_back: list[int], zone: tzinfo
) -> None:
    with in_memory(SCHEDULING).log as log:
        log.record(answered(TEA.id, pack="another", revision=PRESENT[TEA.id], right=False, response=BEANS))
        numbers = [log.record(answer).number for answer in answers]
        for number in {*taken_back} & {*numbers}:
            log.undo(number, NOW)
        one_by_one, at_once = both(log, zone)
        assert at_once == one_by_one


def test_a_wrong_answer_is_believed_and_led_to_read_at_once() -> None:
    with in_memory(SCHEDULING).log as log:
        wrong: dict[str, Any] = {"right": False, "response": BEANS, "grade": Grade.AGAIN, "pack": "kitchen"}
        log.record(answered(TEA.id, at=START, revision=PRESENT[TEA.id], **wrong))
        log.record(answered(TEA.id, at=START + timedelta(days=2), revision=PRESENT[TEA.id], **wrong))
        _one_by_one, at_once = both(log, UTC)
    (belief,) = at_once.beliefs
    assert belief.times == 2
    assert [month.passed.count for month in at_once.months] == [1]
    assert at_once.days[0].lead.stem == TEA.stem
