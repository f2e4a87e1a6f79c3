"""Questions of every type, templates that make them from the data, and the misconceptions behind wrong answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from desktop.catalog.fields import (
    AspectId,
    Few,
    Id,
    Level5,
    LevelId,
    Line,
    MisconceptionId,
    Order,
    Phrase,
    Share,
    Span,
    Text,
)
from desktop.catalog.refs import Ref


class Bloom(StrEnum):
    """Level of the revised Bloom taxonomy."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYSE = "analyse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception:
    """A wrong belief that a wrong option stands for, and what is right."""

    id: Id
    title: Line
    correction: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionBase:
    """What every type of question has. `evidence` is what 'Show me' opens. One with a flaw in it is left out whole.

    Only the stem must be there: questions from elsewhere come without the rest, and `lint` tells what is missing.
    """

    ALL_OR_NOTHING: ClassVar[bool] = True

    id: Id
    stem: Text
    bloom: Bloom | None = None
    difficulty: Level5 | None = None
    explanation: Text | None = None
    evidence: tuple[Ref, ...] = ()
    concepts: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option; a wrong one says why it is wrong and which misconception it stands for."""

    text: Phrase
    correct: bool = False
    feedback: Phrase | None = None
    misconception: MisconceptionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceQuestion(QuestionBase):
    """Pick one (single), all that fit (multiple), or true or false."""

    type: Literal["single", "multiple", "truefalse"]
    options: Annotated[tuple[Option, ...], Few(2, 9)]
    shuffle: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedItem:
    """An item and the category it belongs in."""

    text: Phrase
    category: Line
    feedback: Phrase | None = None
    misconception: MisconceptionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoriseQuestion(QuestionBase):
    """Put each item into one of the categories."""

    type: Literal["categorise"]
    categories: Annotated[tuple[Phrase, ...], Few(2, 6)]
    items: Annotated[tuple[SortedItem, ...], Few(2)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A left side and the right side that belongs to it."""

    left: Phrase
    right: Phrase
    feedback: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchQuestion(QuestionBase):
    """Join each left side to its right side; `extra` are right sides that fit nothing."""

    type: Literal["match"]
    pairs: Annotated[tuple[Pair, ...], Few(2)]
    extra: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderQuestion(QuestionBase):
    """Put the items into their right order (written here in that order)."""

    type: Literal["order"]
    items: Annotated[tuple[Phrase, ...], Few(2)]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumericQuestion(QuestionBase):
    """Give a number; right within `tolerance` on either side."""

    type: Literal["numeric"]
    answer: float
    tolerance: Annotated[float, Span(0, 1e15)] = 0.0
    unit: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongForm:
    """A wrong short answer that is worth a word of its own."""

    text: Phrase
    feedback: Phrase
    misconception: MisconceptionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortQuestion(QuestionBase):
    """Type the answer; every accepted form counts, case, spaces and hyphens folded."""

    type: Literal["short"]
    accepted: Annotated[tuple[Phrase, ...], Few(1)]
    wrong: tuple[WrongForm, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A gap of a cloze text: its accepted forms and, if any, the choices offered."""

    id: Id
    accepted: Annotated[tuple[Phrase, ...], Few(1)]
    choices: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClozeQuestion(QuestionBase):
    """A text with gaps written as `{gap-id}`."""

    type: Literal["cloze"]
    text: Text
    gaps: Annotated[tuple[Gap, ...], Few(1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class HotspotQuestion(QuestionBase):
    """Click the right part of a live diagram or the right cell of the live matrix."""

    type: Literal["hotspot"]
    scene: Ref
    targets: Annotated[tuple[Ref, ...], Few(1)]


Question = (
    ChoiceQuestion
    | CategoriseQuestion
    | MatchQuestion
    | OrderQuestion
    | NumericQuestion
    | ShortQuestion
    | ClozeQuestion
    | HotspotQuestion
)


class ForEach(StrEnum):
    """What a template makes one question for each of."""

    CELL = "cell"
    SUBJECT = "subject"
    USE_CASE = "use-case"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A question made from the data.

    `ask` and `explanation` may hold {subject}, {aspect}, {text}, {detail}, {use-case}, {answer}.
    """

    id: Id
    for_each: ForEach
    level: LevelId | None = None
    aspect: AspectId | None = None
    ask: Line
    answer_from: Line
    explanation: Line
    bloom: Bloom
    difficulty: Level5
    options: Annotated[int, Span(2, 6)] = 4
    share: Share = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One file in `questions/`: a topic with its questions, templates and misconceptions."""

    id: Id
    title: Line
    summary: Line
    order: Order = 0
    misconceptions: tuple[Misconception, ...] = ()
    questions: tuple[Question, ...] = ()
    templates: tuple[Template, ...] = ()
