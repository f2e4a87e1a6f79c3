"""Attempts and cards as rows of the file. Times are microseconds since 1970 in UTC: exact, the same everywhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.progress.attempt import Attempt, Certainty, Grade, Mode
from desktop.progress.card import Card, Phase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.progress.attempt import Answered

QUARTER = 900_000_000
"""Microseconds of a quarter of an hour: every time zone's midnight falls on one."""

_ATTEMPT = """
    number, pack.id, question.id, revision, at, mode, round, response, score, right, certainty, probability, took,
    grade, overridden, undone
"""
ATTEMPT = f"""
    SELECT {_ATTEMPT}
    FROM attempt JOIN question ON question.key = attempt.question JOIN pack ON pack.key = attempt.pack
"""
GRADED = "SELECT number, question, revision, at, grade FROM attempt"
ANSWERED = "revision, at, mode, round, response, score, right, certainty, probability, took, grade, overridden"
CARD = "revision, phase, step, stability, difficulty, due, reviewed, reps, lapses"
MOVES_A_CARD = "undone IS NULL AND grade IS NOT NULL AND mode <> 'projector'"
"""Which attempts the schedule rests on."""
COUNTS = "undone IS NULL AND mode <> 'projector'"
"""Which attempts say something about the learner."""


class Graded(NamedTuple):
    """What moves a card, by the names of `Attempt`: a million of them are read in a fifth of the time."""

    question: str
    revision: str
    at: datetime
    grade: Grade


Told = tuple[int, int, str, int, int, "int | None", "str | None", "float | None", "str | None"]
"""What is summed up of an attempt that counts, bare as it stands in the file (for a million of them): the columns of
`TOLD`. The question is a key, the time in microseconds since 1970; a right answer has no response here."""
TOLD = """
    SELECT number, question, revision, at, right, grade, certainty, probability, iif(right, NULL, response) FROM attempt
"""
LATEST = f"""
    SELECT {_ATTEMPT}
    FROM pack CROSS JOIN json_each(?2) AS wanted CROSS JOIN question ON question.pack = pack.key
        AND question.id = wanted.key CROSS JOIN attempt ON number IN
        (SELECT newest.number FROM attempt AS newest WHERE newest.question = question.key
             AND newest.revision = wanted.value AND {COUNTS}
         ORDER BY newest.number DESC LIMIT ?3)
    WHERE pack.id = ?1 ORDER BY number
"""
"""Of each question of a pack the newest few that count, by number. The order of the joins is as meant (CROSS)."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MODES = {mode.value: mode for mode in Mode}
_CERTAINTIES: dict[str | None, Certainty | None] = {
    None: None,
    **{certainty.value: certainty for certainty in Certainty},
}
_RATINGS = {each.value: each for each in Grade}
_GRADES: dict[int | None, Grade | None] = {None: None, **{each.value: each for each in Grade}}
_PHASES = {phase.value: phase for phase in Phase}


def stamp(at: datetime) -> int:
    """Microseconds since 1970. A time without a zone is a mistake of the caller (TypeError)."""
    return (at - _EPOCH) // _MICROSECOND


def certainty_of(value: str | None) -> Certainty | None:
    return _CERTAINTIES[value]


def moment(stamp: int) -> datetime:
    return _EPOCH + timedelta(0, 0, stamp)


def row_of(answered: Answered) -> tuple[Any, ...]:
    """The values of `ANSWERED`."""
    return (
        answered.revision,
        stamp(answered.at),
        answered.mode.value,
        answered.round,
        answered.response,
        answered.score,
        answered.right,
        answered.certainty and answered.certainty.value,
        answered.probability,
        answered.took,
        answered.grade and answered.grade.value,
        answered.overridden,
    )


def attempt_of(row: Sequence[Any]) -> Attempt:
    """From the columns of `ATTEMPT`."""
    number, pack, question, revision, at, mode, round_, response, score, right, *more = row
    certainty, probability, took, grade, overridden, undone = more
    return Attempt(
        number=number,
        pack=pack,
        question=question,
        revision=revision,
        at=moment(at),
        mode=_MODES[mode],
        round=round_,
        response=response,
        score=score,
        right=right == 1,
        certainty=_CERTAINTIES[certainty],
        probability=probability,
        took=took,
        grade=_GRADES[grade],
        overridden=overridden == 1,
        undone=None if undone is None else moment(undone),
    )


def all_graded(rows: Iterable[Sequence[Any]], names: Mapping[int, str]) -> list[Graded]:
    """From rows with the columns of `GRADED`; `names` has the ids of the questions by their keys."""
    return [
        Graded(names[question], revision, _EPOCH + timedelta(0, 0, at), _RATINGS[grade])
        for _number, question, revision, at, grade in rows
    ]


def row_of_card(card: Card) -> tuple[Any, ...]:
    """The values of `CARD`."""
    return (
        card.revision,
        card.phase.value,
        card.step,
        card.stability,
        card.difficulty,
        stamp(card.due),
        stamp(card.reviewed),
        card.reps,
        card.lapses,
    )


def card_of(row: Sequence[Any]) -> Card:
    """From the question's id and the columns of `CARD`."""
    question, revision, phase, step, stability, difficulty, due, reviewed, reps, lapses = row
    return Card(
        question=question,
        revision=revision,
        phase=_PHASES[phase],
        step=step,
        stability=stability,
        difficulty=difficulty,
        due=moment(due),
        reviewed=moment(reviewed),
        reps=reps,
        lapses=lapses,
    )
