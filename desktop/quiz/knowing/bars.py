"""Bars as values: topics and concepts by how they stand, what comes due, what was kept month by month."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.quiz.knowing import telling
from desktop.quiz.knowing.knowledge import Standing
from desktop.quiz.words import percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.refs import Ref
    from desktop.quiz.knowing.knowledge import Field, Knowledge

MOST_FIELDS, MOST_CONCEPTS, MOST_MONTHS = 40, 8, 12


class Fill(StrEnum):
    """How a part of a bar is told from the others, besides by its words."""

    FULL = "full"
    PALE = "pale"
    HOLLOW = "hollow"
    DASHED = "dashed"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: its share (0 to 1) of the longest bar there can be, and what it says."""

    share: float
    fill: Fill
    spoken: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class Row:
    """A bar with its name, and the words at its end. `span` is the interval (0 to 1) that a share may lie in.

    A row without a `ref` leads nowhere and cannot be chosen.
    """

    title: str
    words: str
    spoken: str
    ref: Ref | None
    parts: tuple[Part, ...] = ()
    span: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows under what their fills mean; `aim` is a share (0 to 1) to be reached, with its words.

    `has_signs` where the fills tell parts apart, so that signs have to as well.
    """

    rows: tuple[Row, ...]
    legend: tuple[tuple[Fill, str], ...] = ()
    aim: float | None = None
    aim_words: str = ""
    has_signs: bool = False
    left_out: str = ""


_FILLS = {
    Standing.MASTERED: Fill.FULL,
    Standing.KNOWN: Fill.PALE,
    Standing.SEEN: Fill.HOLLOW,
    Standing.NEW: Fill.DASHED,
}


def topic_bars(knowledge: Knowledge) -> Bars:
    """Every topic, all of its questions."""
    legend = tuple((_FILLS[each], telling.STANDING_WORDS[each]) for each in Standing)
    return replace(_field_bars(knowledge.topics, MOST_FIELDS, "topics"), legend=legend)


def concept_bars(knowledge: Knowledge) -> Bars:
    """The least known of the concepts that were asked."""
    least = [each for each in knowledge.concepts if not each.mastered]
    return _field_bars(least, MOST_CONCEPTS, "concepts asked so far")


def due_bars(knowledge: Knowledge) -> Bars:
    """Today and the days after."""
    most = max(each.count for each in knowledge.due) or 1
    rows = []
    for each in knowledge.due:
        spoken = telling.due_words(each, knowledge.today)
        title = "Today" if each.day == knowledge.today else telling.short_day(each.day)
        if each.lead is None:
            rows.append(Row(title, "–", spoken, None))
        else:
            part = Part(each.count / most, Fill.FULL, spoken, each.lead.ref)
            rows.append(Row(title, f"{each.count:,}", spoken, each.lead.ref, (part,)))
    return Bars(tuple(rows))


def retention_bars(knowledge: Knowledge) -> Bars:
    """The last months with reviews, the newest first."""
    rows = []
    for each in reversed(knowledge.months[-MOST_MONTHS:]):
        spoken, passed = telling.month_sentence(each), each.passed
        part = Part(passed.share, Fill.PALE, spoken, each.lead.ref)
        words = f"{percent(passed.share)} of {passed.count:,}"
        title = telling.month_words(each.month)
        rows.append(Row(title, words, spoken, each.lead.ref, (part,), passed.interval))
    more = len(knowledge.months) - MOST_MONTHS
    left_out = f"Only the last {MOST_MONTHS} months are shown; {more:,} before them are not." if more > 0 else ""
    return Bars(tuple(rows), (), knowledge.wanted, f"aim {percent(knowledge.wanted)}", left_out=left_out)


def _field_bars(fields: Sequence[Field], most: int, what: str) -> Bars:
    rows = tuple(
        Row(
            telling.named(field.title),
            telling.counts_words(field),
            telling.field_words(field),
            field.ref,
            tuple(
                Part(count / field.questions, _FILLS[standing], telling.standing_words(field, standing), lead.ref)
                for standing, count in field.counts.items()
                if count and (lead := field.leads[standing])
            ),
        )
        for field in fields[:most]
    )
    left_out = f"Only {most} of {len(fields):,} {what} are shown." if len(fields) > most else ""
    return Bars(rows, has_signs=True, left_out=left_out)
