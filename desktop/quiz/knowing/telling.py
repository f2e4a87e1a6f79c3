"""What is known of the learner, in whole sentences: for the page, for screen readers, for the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.dates import date_words
from desktop.catalog.words import plural, sentence
from desktop.progress.knowledge.calibration import ENOUGH, Verdict
from desktop.progress.knowledge.marks import RIGHT, WRONG
from desktop.progress.knowledge.retention import Interval
from desktop.quiz.knowing.knowledge import DAYS_AHEAD, Standing
from desktop.quiz.words import CERTAINTY_WORDS, percent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.progress.knowledge.calibration import Calibration
    from desktop.progress.knowledge.wilson import Counted
    from desktop.quiz.knowing.knowledge import Belief, Day, DueDay, Field, Knowledge, Lead, Month, Sure

STANDING_WORDS = {
    Standing.MASTERED: "mastered",
    Standing.KNOWN: "known",
    Standing.SEEN: "not known yet",
    Standing.NEW: "not asked yet",
}
INTERVAL_WORDS = {
    Interval.DAYS: "after one to six days",
    Interval.WEEKS: "after one to three weeks",
    Interval.MATURE: "after three weeks or more",
}
WORKING = "Working out what you know …"
HOW = "Point at a mark to read it; choose it to go there."
NOTHING = "There is nothing to show yet. Answer some questions, and say how sure you are before you check."
NO_SURENESS = "No answer tells yet how sure you were. Choose Guess, Unsure, Fairly sure or Certain before you check."
NO_BELIEFS = "No wrong answer has stood for a misconception so far. When one does, it is named here with what is right."
NOTHING_DUE = "Nothing comes due. A question comes again once you have answered it in practice or review."
NO_REVIEWS = "No question has come again after a day or more. Review what is due to see how much you still knew."
NO_TOPICS = "This pack has no questions."
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_words(day: date) -> str:
    """'14 March 2026'."""
    return date_words(day.isoformat())


def short_day(day: date) -> str:
    """'Mon 2 Nov'."""
    return f"{weekday(day)[:3]} {day.day} {month_words(day)[:3]}"


def month_words(day: date) -> str:
    """'March 2026'."""
    return date_words(f"{day:%Y-%m}")


def weekday(day: date) -> str:
    return _WEEKDAYS[day.weekday()]


def summary(knowledge: Knowledge) -> str:
    """'1,204 answers since 2 March 2026, 64% of them right.'"""
    right = knowledge.right
    return f"{plural(right.count, 'answer')} since {day_words(knowledge.days[0].day)}, {percent(right.share)} right."


def verdict_words(calibration: Calibration) -> str:
    """What the answers say of how well the learner judges them; calmly nothing where they are too few."""
    right = calibration.right
    if calibration.verdict is Verdict.TOO_FEW:
        told = f"{plural(right.count, 'answer')} {'says' if right.count == 1 else 'say'} how sure you were."
        return f"{told} That is too few to judge by: {ENOUGH} are needed, {ENOUGH - right.count} more."
    held = {
        Verdict.OVERCONFIDENT: "You were surer than you were right.",
        Verdict.UNDERCONFIDENT: "You were right more often than you thought.",
        Verdict.WITHIN_CHANCE: "As far as these answers can tell, you were as sure as you were right.",
    }[calibration.verdict]
    sure = percent(calibration.forecast)
    return f"{held} On average {sure} sure; {right.hits:,} of {right.count:,} right, {_span(right)}."


def brier_words(calibration: Calibration) -> str:
    """The Brier score with its three parts; '' where there are too few answers to judge by."""
    brier = calibration.brier
    if brier is None or calibration.verdict is Verdict.TOO_FEW:
        return ""
    return (
        f"Brier score {brier.score:.3f}; 0 is best, and who always says 50% gets 0.250. Its parts: "
        f"{brier.reliability:.3f} for being surer or less sure than right (0 is best), "
        f"less {brier.resolution:.3f} for telling right answers from wrong ones (more is better), "
        f"plus {brier.uncertainty:.3f} for how mixed the answers were, which nobody can help."
    )


def marks_words(calibration: Calibration) -> str:
    """Certainty-based marks and how they are given; '' where there are too few answers to judge by."""
    if calibration.verdict is Verdict.TOO_FEW:
        return ""
    average = f"{calibration.marks.average:.2f}".replace("-", "−")
    earned, cost = (_one_of([abs(each) for each in marks]) for marks in (RIGHT, WRONG))
    return (
        f"Certainty-based marks: {average} an answer. The surer you were, the more a right one earned ({earned}) "
        f"and a wrong one cost ({cost}). They move no schedule."
    )


def _one_of(numbers: Sequence[int]) -> str:
    """'1, 2 or 3'."""
    *first, last = map(str, numbers)
    return f"{', '.join(first)} or {last}"


def sure_words(sure: Sure) -> str:
    """A point of the reliability diagram."""
    certainty, right = CERTAINTY_WORDS[sure.bin.certainty], sure.bin.right
    return (
        f"{certainty}: {right.hits:,} of {plural(right.count, 'answer')} right, {_span(right)}; "
        f"{percent(sure.bin.forecast)} would fit.{_leading(sure.lead)}"
    )


def counts_words(field: Field) -> str:
    """'5 mastered, 12 known, 14 not asked yet'."""
    return ", ".join(f"{count:,} {STANDING_WORDS[each]}" for each, count in field.counts.items() if count)


def field_words(field: Field) -> str:
    """A topic or concept as a whole."""
    mastered = "; mastered as a whole" if field.mastered else ""
    known = f"{percent(field.mastery)} known by now"
    count = plural(field.questions, "question")
    return f"{named(field.title)}: {known}; of {count} {counts_words(field)}{mastered}."


def standing_words(field: Field, standing: Standing) -> str:
    """One part of a topic's bar."""
    count = plural(field.counts[standing], "question")
    return f"{named(field.title)}: {count} {STANDING_WORDS[standing]}.{_leading(field.leads[standing])}"


def belief_words(belief: Belief) -> str:
    """'You chose “…” 3 times, last on 12 November 2026.'"""
    times = {1: "once", 2: "twice"}.get(belief.times, f"{belief.times:,} times")
    last = f"on {day_words(belief.last)}" if belief.times == 1 else f"last on {day_words(belief.last)}"
    since = " Since then you have answered it right." if belief.since_right else ""
    return f"You chose “{belief.title.rstrip('.')}” {times}, {last}.{since}"


def due_words(due: DueDay, today: date) -> str:
    """A day of the forecast."""
    when = "Today" if due.day == today else f"{weekday(due.day)}, {day_words(due.day)}"
    if due.lead is None:
        return f"{when}: nothing comes due."
    return f"{when}: {plural(due.count, 'question')} {_come(due.count)} due.{_leading(due.lead, 'The first is')}"


def due_summary(knowledge: Knowledge) -> str:
    """What comes due in all."""
    now, later = knowledge.due[0].count, knowledge.later
    ahead = sum(each.count for each in knowledge.due[1:])
    parts = [f"{now:,} due today", f"{ahead:,} more within {DAYS_AHEAD} days", *([f"{later:,} later"] if later else [])]
    return f"{', '.join(parts)}. Your answers on the way will change it."


def answered_words(day: Day) -> str:
    """A day of the calendar."""
    count = plural(day.right.count, "answer")
    return f"{weekday(day.day)}, {day_words(day.day)}: {count}, {day.right.hits:,} right.{_leading(day.lead)}"


def days_summary(knowledge: Knowledge) -> str:
    """How many days, and how many in a row up to today or yesterday."""
    days = {each.day.toordinal() for each in knowledge.days}
    last = knowledge.today.toordinal()
    last = last if last in days else last - 1
    row = next(count for count in range(len(days) + 1) if last - count not in days)
    said = f"{plural(knowledge.right.count, 'answer')} on {plural(len(days), 'day')}"
    return f"{said}, the last {row:,} days in a row." if row > 1 else f"{said}."


def month_sentence(month: Month) -> str:
    """A month of reviews."""
    parts = "; ".join(
        f"{INTERVAL_WORDS[interval]} {counted.hits:,} of {counted.count:,}"
        for interval, counted in month.by_interval.items()
    )
    passed = month.passed
    return (
        f"{month_words(month.month)}: {passed.hits:,} of {plural(passed.count, 'review')} still known, "
        f"{_span(passed)}; {parts}.{_leading(month.lead)}"
    )


def retention_summary(knowledge: Knowledge) -> str:
    """What the pictures of months stand beside."""
    return (
        f"How much you still knew when it came again a day or more later. "
        f"The schedule aims at {percent(knowledge.wanted)}."
    )


def named(text: str) -> str:
    """A concept as a row is named."""
    return sentence(text)


def _come(count: int) -> str:
    return "comes" if count == 1 else "come"


def _span(counted: Counted) -> str:
    """'64%, and by chance anything from 54% to 73%'."""
    low, high = counted.interval
    return f"{percent(counted.share)} (chance allows {percent(low)} to {percent(high)})"


def _leading(lead: Lead, how: str = "Leads to") -> str:
    return f" {how} “{lead.stem}”" if lead.stem else ""
