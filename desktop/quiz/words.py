"""All that the quiz says, on the screen and in announcements; no answer is told before its check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    HotspotQuestion,
    MatchQuestion,
    NumericQuestion,
    OrderQuestion,
    ShortQuestion,
)
from desktop.catalog.words import plural
from desktop.progress.attempt import Certainty, Grade
from desktop.quiz.durations import clock_words
from desktop.quiz.grading import can_be_checked, rights_among
from desktop.quiz.numbers import number_words
from desktop.quiz.responses import Gaps, Matched, Number, Picked, Response, Sorted, Spot, Words
from desktop.shell.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from desktop.catalog.entities.questions import Question
    from desktop.catalog.refs import Ref
    from desktop.quiz.beliefs import Held
    from desktop.quiz.grading import Mark, Part
    from desktop.quiz.plans import Standing
    from desktop.quiz.result import Result, Tally
    from desktop.quiz.session import Answer, Session

    NameOf = Callable[[Ref], str]
    """What a place is called."""

EMPTY = "This pack has no questions."
UNKNOWN = "The pack has no such question."
LETTERS = "ABCDEFGHI"
LOCKED = "Answered. How it is marked is told when the exam is handed in."
ALL_ANSWERED = "All questions are answered. Hand the exam in, or go back and change an answer."
TIME_IS_UP = "The time is up: the exam is handed in."
TAKEN_BACK = "The answer is taken back."
TAKEN_BACK_UNSEEN = "An answer is taken back whose question is not here any more."
BROUGHT_BACK = "The answer counts again."
FLAGGED = ("The question is flagged.", "The question is no longer flagged.")
NOT_SAVED = "not saved"
SUSPENDED = ("The question is suspended: it is not asked until you let it in again.", "The question is asked again.")
NOTHING_DUE = "Nothing is due now. Practise, or come back later."
NOTHING_MISSED = "Nothing was missed: no question has a wrong answer as its last one."
OFTEN_FORGOTTEN = (
    "Forgotten {} times so far. To be asked once more helps little: read up where it comes from (G), or suspend it (@)."
)
GRADE_WORDS = {Grade.AGAIN: "Again", Grade.HARD: "Hard", Grade.GOOD: "Good", Grade.EASY: "Easy"}
CERTAINTY_WORDS = {
    Certainty.GUESS: "Guess",
    Certainty.UNSURE: "Unsure",
    Certainty.FAIRLY_SURE: "Fairly sure",
    Certainty.CERTAIN: "Certain",
}

_LINES = {
    "multiple": "Choose all that fit.",
    "truefalse": "True or false?",
    "categorise": "Sort each into its group.",
    "match": "Choose what belongs to each.",
    "order": "Put them in order, from the top down.",
    "numeric": "Type a number.",
    "short": "Type the answer.",
    "cloze": "Fill the gaps.",
    "hotspot": "Choose the place in the figure.",
}
_KEYS = {
    "categorise": "Press the group's number, click it, or drag.",
    "match": "Press its number, or click it.",
    "order": "\u2190 and \u2192 move an item, or drag it.",
    "hotspot": "Click it, or go there by arrow keys and press Enter.",
}


@dataclass(frozen=True, slots=True)
class Note:
    """What is said beside an element once its question is checked; `why` is the longer reason, no `tone` is neither."""

    tone: Tone | None
    text: str = ""
    why: str = ""

    @property
    def spoken(self) -> str:
        return ". ".join(part for part in (self.text, self.why) if part)


def line_of(question: Question) -> str:
    """The line under the stem that says what to do; none where one option is to be picked."""
    return _LINES.get(question.type, "")


def line_and_keys(question: Question) -> str:
    """The same line, and how to do it on the screen where that cannot be seen."""
    return " ".join(part for part in (line_of(question), _KEYS.get(question.type, "")) if part)


def note_of(question: ChoiceQuestion, option: int, picked: frozenset[int]) -> Note:
    """What to say beside an option of a checked question."""
    if question.options[option].correct:
        if option in picked:
            return Note(Tone.RIGHT, "right answer, yours")
        return Note(Tone.RIGHT, "right answer, not ticked" if question.type == "multiple" else "right answer")
    if option in picked:
        feedback = question.options[option].feedback
        return Note(Tone.WRONG, f"yours: {feedback}" if feedback else "yours")
    return Note(None)


def part_note(question: Question, part: Part) -> Note:
    """What to say beside an element that was sorted, matched, ordered or filled in."""
    if part.right:
        return Note(Tone.RIGHT, "right")
    match question:
        case CategoriseQuestion(items=items):
            text = f"belongs in: {items[part.at].category}"
        case MatchQuestion(pairs=pairs):
            text = f"right answer: {pairs[part.at].right}"
        case OrderQuestion():
            text = f"belongs at {part.at + 1}"
        case ClozeQuestion(gaps=gaps):
            text = f"right answer: {gaps[part.at].accepted[0]}"
        case _:
            text = "yours"
    return Note(Tone.WRONG, text, part.feedback or "")


def verdict_of(question: Question, response: Response, mark: Mark) -> str:
    """The mark in words; where it is made of parts, with these."""
    if mark.right:
        return "Right"
    if isinstance(question, ChoiceQuestion) and isinstance(response, Picked):
        if question.type != "multiple":
            return "Not right"
        rights, picked = rights_among(question), response.options
        parts = f"{len(picked & rights)} of {len(rights)} found, {len(picked - rights)} wrong"
    elif len(mark.parts) > 1:
        parts = f"{mark.rights} of {len(mark.parts)} in place"
    else:
        return "Not right"
    return f"{'Partly right' if mark.score else 'Not right'}: {parts}, {percent(mark.score)} of the mark"


def right_answer(question: Question, name_of: NameOf) -> str:
    """The right answer in one line; `name_of` says what a place is called."""
    return "; ".join(right_parts(question, name_of))


def right_parts(question: Question, name_of: NameOf) -> tuple[str, ...]:
    """The right answer part by part: each group, pair, gap or option that is right."""
    match question:
        case ChoiceQuestion(options=options):
            return tuple(option.text for option in options if option.correct)
        case CategoriseQuestion(categories=categories, items=items):
            held = {each: ", ".join(item.text for item in items if item.category == each) for each in categories}
            return tuple(f"{category}: {texts or 'none'}" for category, texts in held.items())
        case MatchQuestion(pairs=pairs):
            return tuple(f"{pair.left}: {pair.right}" for pair in pairs)
        case OrderQuestion(items=texts):
            return tuple(f"{at}. {text}" for at, text in enumerate(texts, 1))
        case NumericQuestion():
            return (numeric_answer(question),)
        case ShortQuestion(accepted=accepted):
            return (accepted[0],)
        case ClozeQuestion(gaps=gaps):
            return tuple(gap.accepted[0] for gap in gaps)
        case HotspotQuestion(targets=targets):
            return tuple(name_of(target) for target in targets)


def numeric_answer(question: NumericQuestion) -> str:
    """'33 %, give or take 1'."""
    unit = f" {question.unit}" if question.unit else ""
    slack = f", give or take {number_words(question.tolerance)}" if question.tolerance else ""
    return f"{number_words(question.answer)}{unit}{slack}"


def complaint(question: Question, response: Response) -> str:
    """What is missing before the answer can be checked; '' where nothing is."""
    if can_be_checked(question, response):
        return ""
    match response:
        case Sorted(places):
            return f"{_still(places.count(None), 'item')} not sorted yet."
        case Matched(places):
            return f"{_still(places.count(None), 'line')} without an answer yet."
        case Gaps(texts):
            return f"{_still(sum(not text.strip() for text in texts), 'gap')} still empty."
        case Number(text) if text.strip():
            return f"'{text.strip()}' is not a number. Type digits, such as 12 or 0.5."
        case Number():
            return "Type a number first."
        case Words():
            return "Type an answer first."
        case Spot():
            return "Choose a place first."
    return "Choose an answer first."


def still_open(count: int) -> str:
    """What is said before an exam is handed in with open questions."""
    return f"{plural(count, 'question')} without an answer. Hand in once more to end the exam as it is."


def _still(count: int, noun: str) -> str:
    return f"{plural(count, noun)} {'is' if count == 1 else 'are'}"


def spoken_check(question: Question, answer: Answer, name_of: NameOf) -> str:
    """What a screen reader says after a check."""
    said = [verdict_of(question, answer.response, answer.mark)]
    if not answer.mark.right:
        said.append(f"Right answer: {right_answer(question, name_of)}")
        said += [part.feedback for part in answer.mark.parts if part.feedback]
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in said)


def progress_of(session: Session, left: timedelta | None = None) -> str:
    """'Question 4 of 20 · 3 right'; in an exam what is answered, and the time that is left."""
    so_far = f"{session.right} right" if session.tells else f"{len(session.log)} answered"
    if left is not None and not session.tells:
        so_far += f" · {clock_words(left)} left"
    if session.finished:
        return f"{plural(len(session.asked), 'question')} · {so_far}"
    return f"Question {session.at + 1} of {len(session.asked)} · {so_far}"


def regraded(grade: Grade) -> str:
    """What is said once the learner has given a grade."""
    return f"Graded {GRADE_WORDS[grade]}."


def let_in(count: int) -> str:
    """What is said once suspended questions are asked again."""
    return f"{plural(count, 'question')} {'is' if count == 1 else 'are'} asked again."


def arrived(session: Session) -> str:
    """What is said on arriving somewhere: the question, or how the round came out."""
    asked = session.current
    if asked is not None:
        return asked.question.stem
    return f"{session.right} of {plural(len(session.asked), 'question')} right" if session.asked else EMPTY


def held_words(held: Held) -> str:
    """'You chose “…” 3 times.' and what is right; the first time, that it is a misconception."""
    title = held.misconception.title.rstrip(".")
    times = {2: "twice"}.get(held.times, f"{held.times:,} times")
    told = f"A misconception: “{title}”." if held.times == 1 else f"You chose “{title}” {times}."
    return f"{told} {held.misconception.correction}"


def status_of(standing: Standing, tells: bool) -> str:
    """The line of the status bar: 'Saved · 1,204 answers · next review tomorrow'.

    Where the exam at hand `tells` nothing, when a question comes again would tell how its answer was marked.
    """
    if not standing.answers:
        return "No answers yet"
    parts = ["Saved" if standing.is_saved else "Not saved", plural(standing.answers, "answer")]
    if standing.due and tells:
        parts.append(f"{standing.due:,} to review now")
    elif standing.days_to_review is not None and tells:
        days = standing.days_to_review
        when = {0: "later today", 1: "tomorrow"}.get(days, f"in {plural(days, 'day')}")
        parts.append(f"next review {when}")
    return " · ".join(parts)


def score_line(result: Result) -> str:
    """The result in words."""
    total = result.total
    return f"{total.right} of {plural(total.count, 'question')} right"


def score_detail(result: Result) -> str:
    """The line under the result: how many were wrong or partly right, and the score where it differs."""
    total = result.total
    if total.right == total.count:
        return "Nothing was missed."
    parts = [f"{total.partly} partly right"] if total.partly else []
    if total.wrong or not total.left_open:
        parts.append(f"{total.wrong} wrong")
    if total.left_open:
        parts.append(f"{total.left_open} not answered")
    said = ", ".join(parts)
    return f"{said}. Score {number(total.score)} of {total.count}." if total.partly else f"{said}."


def tally_line(tally: Tally) -> str:
    """'7 of 9'."""
    return f"{number(tally.score)} of {tally.count}"


def percent(share: float) -> str:
    """A share of 1 as whole per cent."""
    return f"{round(share * 100)}%"


def number(score: float) -> str:
    """A score with one decimal place where it needs one."""
    return f"{score:.1f}".removesuffix(".0")
