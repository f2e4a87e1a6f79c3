"""Which grade an answer gets, from its mark and the certainty told before: by a table in YAML that is checked whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal

from desktop.catalog.fields import Few, Share, Words
from desktop.catalog.placing import placed
from desktop.catalog.problems import Flaw, Problem, Unreadable
from desktop.progress.attempt import Certainty, Grade

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.catalog.problems import Path

Why = Annotated[str, Words(200)]
GradeWord = Literal["again", "hard", "good", "easy"]
Part = Share
_LARGEST_GUESS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A grade, as a word of the file, and the sentence that tells the learner why."""

    grade: GradeWord
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(Outcome):
    """The outcome of scores from `from_score` (0 to 1) up to the next band."""

    from_score: Part


Bands = Annotated[tuple[Band, ...], Few(1, 20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The outcome of an answer that is fully right, and of any other by its score."""

    right: Outcome
    otherwise: Bands


@dataclass(frozen=True, slots=True, kw_only=True)
class CertaintyRule(Rule):
    """The rule of one certainty, and the probability (0 to 1) of being right that it stands for."""

    certainty: Certainty
    probability: Part
    one_over_answers: bool = False


Rules = Annotated[tuple[CertaintyRule, ...], Few(1, 20)]


@dataclass(frozen=True, kw_only=True)
class GradeTable:
    """The whole table: a rule for each certainty, and one for answers without."""

    not_asked: Rule
    asked: Rules

    @cached_property
    def certain(self) -> Mapping[Certainty, CertaintyRule]:
        """The rules of the certainties."""
        return {rule.certainty: rule for rule in self.asked}


@dataclass(frozen=True, slots=True)
class GradesRead:
    """What reading a table gave: the table, or None and every problem. A table with any flaw is no table."""

    table: GradeTable | None
    problems: tuple[Problem, ...]


def grades_read(data: bytes, name: str) -> GradesRead:
    """Read and check a table of grades; `name` is the file's, as problems tell it."""
    from desktop.catalog.binding import BAD, Notes, bind
    from desktop.catalog.reading import read
    from desktop.catalog.shapes import shape_of

    try:
        value, _count = read(data)
    except Unreadable as error:
        return GradesRead(None, (error.at(name),))
    notes = Notes()
    bound = bind(shape_of(GradeTable), value, notes)
    flaws = notes.flaws or list(_unsound(bound))
    if flaws or bound is BAD:
        return GradesRead(None, tuple(sorted(placed(name, data, flaws))))
    return GradesRead(bound, ())


def grade_of(table: GradeTable, score: float, right: bool, certainty: Certainty | None) -> Grade:
    """The grade of an answer: `score` is 0 to 1, `certainty` None where it was not asked."""
    return _grade(_outcome(table, score, right, certainty))


def why(table: GradeTable, score: float, right: bool, certainty: Certainty | None) -> str:
    """One sentence for the learner on why the answer has that grade."""
    return _outcome(table, score, right, certainty).why


def probability_of(table: GradeTable, certainty: Certainty, answers: int | None = None) -> float:
    """The probability of being right (0 to 1) that a certainty stands for.

    `answers` is in how many ways the question can be answered (4 for one of four options, 2**n - 1 for ticks at n),
    None where that is not known, as with typed answers.
    """
    rule = table.certain[certainty]
    if rule.one_over_answers and answers is not None and answers > 1:
        return max(rule.probability, 1 / answers)
    return rule.probability


def _outcome(table: GradeTable, score: float, right: bool, certainty: Certainty | None) -> Outcome:
    rule = table.not_asked if certainty is None else table.certain[certainty]
    if right:
        return rule.right
    return max((band for band in rule.otherwise if band.from_score <= score), key=lambda band: band.from_score)


def _grade(outcome: Outcome) -> Grade:
    return Grade[outcome.grade.upper()]


def _unsound(table: GradeTable) -> Iterator[Flaw]:
    """What is wrong with a table whose fields are all well formed."""
    yield from _bands(table.not_asked, ("not_asked",))
    seen: set[Certainty] = set()
    for at, rule in enumerate(table.asked):
        if rule.certainty in seen:
            what = f"the certainty '{rule.certainty.value}' stands here for the second time"
            yield Flaw(("asked", at, "certainty"), what, "keep one of them")
        seen.add(rule.certainty)
        yield from _bands(rule, ("asked", at))
    missing = [each.value for each in Certainty if each not in seen]
    if missing:
        yield Flaw(("asked",), f"no rule for the certainty {', '.join(missing)}", "add an item for each")
    yield from _probabilities(table)


def _bands(rule: Rule, path: Path) -> Iterator[Flaw]:
    """Bands must cover all scores from 0 to 1 in order, and never give a better answer a worse grade."""
    first = rule.otherwise[0].from_score
    if first != 0:
        what = f"scores from 0 up to {first:g} have no grade"
        yield Flaw((*path, "otherwise", 0, "from_score"), what, "the first band must start at 0")
    steps = [*rule.otherwise, rule.right]
    for at in range(1, len(rule.otherwise)):
        if rule.otherwise[at].from_score <= rule.otherwise[at - 1].from_score:
            what = f"the band from {rule.otherwise[at].from_score:g} does not start above the one before it"
            yield Flaw((*path, "otherwise", at, "from_score"), what, "write the bands from low to high")
    for at in range(1, len(steps)):
        if _grade(steps[at]) < _grade(steps[at - 1]):
            place = ("right", "grade") if at == len(rule.otherwise) else ("otherwise", at, "grade")
            what = f"a better answer would get the worse grade '{steps[at].grade}'"
            yield Flaw((*path, *place), what, f"'{steps[at - 1].grade}' or better is needed here")


def _probabilities(table: GradeTable) -> Iterator[Flaw]:
    """To be surer must stand for a higher probability; with two answers to choose from, a guess stands for a half."""
    before = 0.0
    for certainty in Certainty:
        at = next((at for at, rule in enumerate(table.asked) if rule.certainty is certainty), None)
        if at is None:
            continue
        rule = table.asked[at]
        if rule.probability <= before:
            what = f"'{certainty.value}' must stand for more than {before:g}, and it stands for {rule.probability:g}"
            yield Flaw(("asked", at, "probability"), what, "guess, unsure, fairly-sure, certain: from low to high")
        before = max(rule.probability, _LARGEST_GUESS) if rule.one_over_answers else rule.probability
