"""A quiz before an audience as one frozen value. What the hall sees is a `Screen` made from it.

A screen holds nothing of the solution before it is revealed, so no window that paints one can give it away.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import ChoiceQuestion

if TYPE_CHECKING:
    from desktop.catalog.entities.questions import Question

LETTERS = "ABCDEFGHI"


class Blank(Enum):
    """What covers the hall's screen for a while; the values are words for the presenter."""

    NONE = ""
    BLACK = "black"
    WHITE = "white"


@dataclass(frozen=True, slots=True)
class Column:
    """Lines under a heading, which may be empty: what there is to sort, match, order or fill in.

    A line is its label, by which a hall calls it ('A', '1' or ''), and its text.
    """

    heading: str
    lines: tuple[tuple[str, str], ...]

    @property
    def words(self) -> str:
        """The column read aloud."""
        lines = (", ".join(filter(None, line)) for line in self.lines)
        return "; ".join(filter(None, (self.heading, *lines))) + "."


@dataclass(frozen=True, slots=True)
class Slide:
    """A question as it is posed (posing.py): `order` is that in which its options show (places in the pack's order).

    What has no options has `columns` instead, and the parts of its `answer`: several stand for all of the columns.
    """

    question: Question
    order: tuple[int, ...] = ()
    line: str = ""
    columns: tuple[Column, ...] = ()
    answer: tuple[str, ...] = ()
    has_figure: bool = False

    @property
    def options(self) -> tuple[str, ...]:
        """The texts of the options as they show."""
        return tuple(self._choice.options[at].text for at in self.order) if self.order else ()

    @property
    def rights(self) -> tuple[bool, ...]:
        """Which of the options are right, as they show."""
        return tuple(self._choice.options[at].correct for at in self.order) if self.order else ()

    @property
    def _choice(self) -> ChoiceQuestion:
        assert isinstance(self.question, ChoiceQuestion), self.question.id
        return self.question


@dataclass(frozen=True, slots=True)
class Told:
    """What has been told of one question so far: the votes as options show, and whether the solution is out."""

    votes: tuple[int, ...] | None = None
    revealed: bool = False


@dataclass(frozen=True, slots=True)
class Show:
    """The questions, how far each is told, and which one is on. `at` may be one past the last: the end."""

    slides: tuple[Slide, ...]
    told: tuple[Told, ...]
    at: int = 0
    blank: Blank = Blank.NONE

    @property
    def ended(self) -> bool:
        return self.at >= len(self.slides)

    @property
    def slide(self) -> Slide | None:
        """The question that is on; None at the end."""
        return None if self.ended else self.slides[self.at]

    @property
    def now(self) -> Told:
        """How far the question that is on is told."""
        return Told() if self.ended else self.told[self.at]


def begin(slides: tuple[Slide, ...]) -> Show:
    """A show at its first question, nothing told yet."""
    return Show(slides, (Told(),) * len(slides))


def go_on(show: Show) -> Show:
    """One step: from a question to its solution, from there to the next question. A blank screen ends first."""
    if show.blank is not Blank.NONE:
        return replace(show, blank=Blank.NONE)
    if show.ended:
        return show
    return replace(show, at=show.at + 1) if show.now.revealed else reveal(show)


def go_back(show: Show) -> Show:
    """To the question before, as far told as it was. A blank screen ends first."""
    if show.blank is not Blank.NONE:
        return replace(show, blank=Blank.NONE)
    return replace(show, at=max(0, show.at - 1))


def count(show: Show, votes: tuple[int, ...]) -> Show:
    """The audience has voted."""
    return _tell(show, replace(show.now, votes=votes))


def reveal(show: Show) -> Show:
    """The solution comes out."""
    return _tell(show, replace(show.now, revealed=True))


def take_back(show: Show) -> Show:
    """Undo: the solution goes in again, or else the votes are forgotten, or else the question before is on again."""
    if show.now.revealed:
        return _tell(show, replace(show.now, revealed=False))
    if show.now.votes is not None:
        return _tell(show, Told())
    return replace(show, at=max(0, show.at - 1))


def cover(show: Show, blank: Blank) -> Show:
    """Cover the screen, or uncover it where it is covered like that."""
    return replace(show, blank=Blank.NONE if show.blank is blank else blank)


def _tell(show: Show, told: Told) -> Show:
    if show.ended:
        return show
    return replace(show, told=(*show.told[: show.at], told, *show.told[show.at + 1 :]))


# --- what the hall sees


@dataclass(frozen=True, slots=True)
class Choice:
    """An option on the screen. `votes` is None before they are counted, `right` None before the solution is out."""

    letter: str
    text: str
    votes: int | None = None
    share: float = 0.0
    right: bool | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """All that the hall sees. `line` stands under the stem; a live figure has its place below that.

    `answer` (of what has no options) and `explanation` are empty before the solution is out.
    """

    progress: str
    stem: str
    line: str = ""
    choices: tuple[Choice, ...] = ()
    columns: tuple[Column, ...] = ()
    has_figure: bool = False
    answer: tuple[str, ...] = ()
    explanation: str = ""
    blank: Blank = Blank.NONE

    @property
    def words(self) -> str:
        """The screen read aloud."""
        answer = f"Right answer: {'; '.join(self.answer)}." if self.answer else ""
        posed = (column.words for column in self.columns)
        parts = (self.stem, self.line, *map(_spoken, self.choices), *posed, answer, self.explanation)
        return " ".join(filter(None, parts))


def screen_of(show: Show) -> Screen:
    """What the hall sees now."""
    slide, told = show.slide, show.now
    if slide is None:
        return Screen("", "That was the last question.", blank=show.blank)
    question, is_out = slide.question, told.revealed
    total = sum(told.votes or ())
    choices = tuple(
        Choice(
            letter=LETTERS[at],
            text=text,
            votes=told.votes[at] if told.votes is not None else None,
            share=told.votes[at] / total if told.votes is not None and total else 0.0,
            right=slide.rights[at] if is_out else None,
        )
        for at, text in enumerate(slide.options)
    )
    return Screen(
        progress=f"Question {show.at + 1} of {len(show.slides)}" if len(show.slides) > 1 else "",
        stem=question.stem,
        line=slide.line,
        choices=choices,
        columns=() if is_out and len(slide.answer) > 1 else slide.columns,
        has_figure=slide.has_figure,
        answer=slide.answer if is_out else (),
        explanation=(question.explanation or "") if is_out else "",
        blank=show.blank,
    )


def solution_of(slide: Slide) -> str:
    """What is right, for the presenter alone; of options the letters too: 'B, Predict the next token'."""
    options = zip(LETTERS, slide.options, slide.rights, strict=False)
    rights = [f"{letter}, {text}" for letter, text, is_right in options if is_right]
    return "; ".join(rights or slide.answer)


def votes_words(choice: Choice) -> str:
    """'12 · 55 %'; empty before the votes are counted."""
    return "" if choice.votes is None else f"{choice.votes:,} · {round(choice.share * 100)} %"


def _spoken(choice: Choice) -> str:
    parts = [f"{choice.letter}, {choice.text}"]
    if choice.votes is not None:
        parts.append(f"{choice.votes} votes, {round(choice.share * 100)} per cent")
    if choice.right:
        parts.append("right answer")
    return ", ".join(parts) + "."
