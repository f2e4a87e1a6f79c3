"""The pictures of what you know: what each is called, what is said beside it, what it draws, and why it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.quiz.knowing import telling
from desktop.quiz.knowing.bars import concept_bars, due_bars, retention_bars, topic_bars
from desktop.quiz.ui.knowing.bars import draw_bars
from desktop.quiz.ui.knowing.calendar import draw_calendar
from desktop.quiz.ui.knowing.reliability import draw_reliability
from desktop.shell.widgets.pictures.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.quiz.knowing.bars import Bars
    from desktop.quiz.knowing.knowledge import Knowledge
    from desktop.shell.widgets.pictures.drawing import Drawing
    from desktop.shell.widgets.pictures.sketch import Sketch


class Picture(StrEnum):
    """Which picture."""

    SURE = "certainty"
    TOPICS = "topics"
    CONCEPTS = "concepts"
    DUE = "due"
    DAYS = "days"
    KEPT = "retention"


TITLES = {
    Picture.SURE: "How sure you were, and how often right",
    Picture.TOPICS: "Topics",
    Picture.CONCEPTS: "Least known so far",
    Picture.DUE: "What comes due",
    Picture.DAYS: "Your days",
    Picture.KEPT: "What you still knew",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A picture with what is said before and after it; where there is none, `plan` is the words that say why."""

    title: str
    before: str
    plan: Plan | str
    after: str = ""


def told_of(knowledge: Knowledge, picture: Picture) -> Told:
    """One picture of all that is known."""
    match picture:
        case Picture.SURE:
            return _sure(knowledge)
        case Picture.TOPICS:
            return _bars(picture, "" if knowledge.topics else telling.NO_TOPICS, lambda: topic_bars(knowledge))
        case Picture.CONCEPTS:
            return _concepts(knowledge)
        case Picture.DUE:
            none = not knowledge.later and not any(each.count for each in knowledge.due)
            said = telling.due_summary(knowledge)
            return _bars(picture, telling.NOTHING_DUE if none else "", lambda: due_bars(knowledge), said)
        case Picture.KEPT:
            why_not = "" if knowledge.months else telling.NO_REVIEWS
            return _bars(picture, why_not, lambda: retention_bars(knowledge), telling.retention_summary(knowledge))
    said = telling.days_summary(knowledge)
    return Told(TITLES[picture], said, _plan(picture, said, lambda sketch, top: draw_calendar(sketch, knowledge, top)))


def _sure(knowledge: Knowledge) -> Told:
    title = TITLES[Picture.SURE]
    if not knowledge.sure:
        return Told(title, "", telling.NO_SURENESS)
    said = telling.verdict_words(knowledge.calibration)
    told = (telling.brier_words(knowledge.calibration), telling.marks_words(knowledge.calibration))
    after = "\n".join(each for each in told if each)
    whole = f"{said} {after}".strip()
    plan = _plan(Picture.SURE, whole, lambda sketch, top: draw_reliability(sketch, knowledge.sure, top))
    return Told(title, said, plan, after)


def _concepts(knowledge: Knowledge) -> Told:
    bars = concept_bars(knowledge)
    why_not = "" if bars.rows else "Every concept that you were asked about is mastered, or none was asked yet."
    return _bars(Picture.CONCEPTS, why_not, lambda: bars)


def _bars(picture: Picture, why_not: str, make: Callable[[], Bars], said: str = "") -> Told:
    if why_not:
        return Told(TITLES[picture], "", why_not)
    bars = make()
    whole = f"{said} {bars.left_out}".strip()
    return Told(TITLES[picture], whole, _plan(picture, whole, lambda sketch, top: draw_bars(sketch, bars, top)))


def _plan(picture: Picture, said: str, draw: Callable[[Sketch, float], Drawing]) -> Plan:
    return Plan(TITLES[picture], said, draw)
