"""Types of single fields: what a text may hold, and which kind of thing an id points at.

The loader, the JSON Schemas, the dangling-ref rule and the snapshot all read these same annotations.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from desktop.catalog.refs import Ref


@dataclass(frozen=True, slots=True)
class Words:
    """What a text may hold. `pattern` must match the whole text; `meaning` says it in words."""

    most: int
    least: int = 1
    pattern: str | None = None
    meaning: str = ""
    lines: bool = False


@dataclass(frozen=True, slots=True)
class To:
    """The text is the id of a thing of this kind, which must exist in the pack."""

    kind: str


@dataclass(frozen=True, slots=True)
class Few:
    """How many items a list must have."""

    least: int = 0
    most: int = 2_000


@dataclass(frozen=True, slots=True)
class Span:
    """The smallest and the largest number allowed."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Loose:
    """What the ref names may be gone: that is told, but the ref stays, and who shows it says so."""


ID = Words(64, pattern=r"[a-z0-9]+([.-][a-z0-9]+)*", meaning="lower-case letters, digits, '-' and '.'")

Id = Annotated[str, ID]
Line = Annotated[str, Words(200)]
Phrase = Annotated[str, Words(600)]  # an option or its feedback: questions from elsewhere have long ones
Label = Annotated[str, Words(10_000)]  # stands in a figure: what does not fit there is cut, and whole in the panel
CellText = Annotated[str, Words(90)]
Text = Annotated[str, Words(5_000, lines=True)]
Colour = Annotated[str, Words(7, pattern=r"#[0-9A-Fa-f]{6}", meaning="a colour such as '#155FAE'")]
Day = Annotated[
    str, Words(10, pattern=r"\d{4}(-\d{2}(-\d{2})?)?", meaning="a date such as '2026-11-21', '2026-11' or '2026'")
]
Version = Annotated[str, Words(20, pattern=r"\d+\.\d+(\.\d+)?", meaning="a version such as '1.0'")]
Share = Annotated[float, Span(0, 1)]
Minutes = Annotated[float, Span(0, 600)]
LooseRef = Annotated[Ref, Loose()]
Rank = Annotated[int, Span(0, 200)]
Order = Annotated[int, Span(-1_000, 1_000)]
Lane = Annotated[int, Span(0, 200)]
Level5 = Annotated[int, Span(1, 5)]

AspectId = Annotated[str, ID, To("aspect")]
CardId = Annotated[str, ID, To("card")]
ClaimId = Annotated[str, ID, To("claim")]
DiagramId = Annotated[str, ID, To("diagram")]
FunctionId = Annotated[str, ID, To("function")]
IndustryId = Annotated[str, ID, To("industry")]
KindId = Annotated[str, ID, To("kind")]
LevelId = Annotated[str, ID, To("level")]
MarkId = Annotated[str, ID, To("mark")]
MisconceptionId = Annotated[str, ID, To("misconception")]
ModalityId = Annotated[str, ID, To("modality")]
OutcomeId = Annotated[str, ID, To("outcome")]
ReferenceId = Annotated[str, ID, To("reference")]
ScaleId = Annotated[str, ID, To("scale")]
SourceId = Annotated[str, ID, To("source")]
SubjectId = Annotated[str, ID, To("subject")]
