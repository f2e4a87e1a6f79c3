"""The fields of the form for each type of question: their names in a file, their words, how they are filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import Bloom

if TYPE_CHECKING:
    from collections.abc import Iterable


class Kind(Enum):
    """How a field is filled in."""

    TEXT = auto()  # several lines
    LINE = auto()
    LINES = auto()  # a list, one in a line
    LISTED = auto()  # a list in one line, with ';' between
    NUMBER = auto()
    TICK = auto()
    CHOICE = auto()  # one of `choices`, or none
    MISCONCEPTION = auto()  # the id of one of the catalog's
    REF = auto()  # a place in the pack
    REFS = auto()  # places in the pack, found by searching
    ROWS = auto()  # a list of things with the fields `inner`


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of the form. `name` is its key in the file; a required one is told as a problem while it is empty."""

    name: str
    label: str
    kind: Kind
    hint: str = ""
    required: bool = False
    inner: tuple[FormField, ...] = ()
    choices: tuple[tuple[str | int, str], ...] = ()
    unless: object = False  # what a tick says when the file says nothing

    @property
    def singular(self) -> str:
        """One of the rows, in words."""
        return {"categories": "group"}.get(self.name, self.label.lower().removesuffix("s"))


_FEEDBACK = FormField("feedback", "Feedback", Kind.LINE, "Why it is wrong")
_STANDS_FOR = FormField("misconception", "Stands for", Kind.MISCONCEPTION)

STEM = FormField("stem", "Question", Kind.TEXT, "Ends in a question mark or a blank", required=True)
REST = (
    FormField("explanation", "Explanation", Kind.TEXT, "What is to be learned, shown after the answer"),
    FormField("evidence", "Evidence", Kind.REFS, "What 'Show me' opens"),
    FormField("concepts", "Concepts", Kind.LISTED, "What it is about, with ';' between"),
    FormField("difficulty", "Difficulty", Kind.CHOICE, choices=tuple((at, f"{at} of 5") for at in range(1, 6))),
    FormField("bloom", "Level", Kind.CHOICE, choices=tuple((each.value, each.value.capitalize()) for each in Bloom)),
)

_OPTIONS = FormField(
    "options", "Options", Kind.ROWS, required=True,
    inner=(
        FormField("correct", "Right", Kind.TICK), FormField("text", "Text", Kind.LINE, required=True), _FEEDBACK,
        _STANDS_FOR,
    ),
)  # fmt: skip
_SHUFFLE = FormField("shuffle", "Shuffle the options", Kind.TICK, unless=True)

OWN_FIELDS: dict[str, tuple[FormField, ...]] = {
    "single": (_OPTIONS, _SHUFFLE),
    "multiple": (_OPTIONS, _SHUFFLE),
    "truefalse": (_OPTIONS, _SHUFFLE),
    "categorise": (
        FormField("categories", "Groups", Kind.LINES, "One in a line", required=True),
        FormField(
            "items", "Items", Kind.ROWS, required=True,
            inner=(
                FormField("text", "Text", Kind.LINE, required=True),
                FormField("category", "Group", Kind.LINE, "As written above", required=True), _FEEDBACK, _STANDS_FOR,
            ),
        ),
    ),
    "match": (
        FormField(
            "pairs", "Pairs", Kind.ROWS, required=True,
            inner=(
                FormField("left", "Left", Kind.LINE, required=True),
                FormField("right", "Belongs to it", Kind.LINE, required=True), _FEEDBACK,
            ),
        ),
        FormField("extra", "Fit nothing", Kind.LINES, "More right sides, one in a line"),
    ),
    "order": (FormField("items", "Items", Kind.LINES, "In their right order, one in a line", required=True),),
    "numeric": (
        FormField("answer", "Answer", Kind.NUMBER, required=True),
        FormField("tolerance", "Tolerance", Kind.NUMBER, "How far off still counts"),
        FormField("unit", "Unit", Kind.LINE),
    ),
    "short": (
        FormField("accepted", "Accepted", Kind.LINES, "Each form that counts, one in a line", required=True),
        FormField(
            "wrong", "Wrong answers", Kind.ROWS,
            inner=(
                FormField("text", "Answer", Kind.LINE, required=True),
                FormField("feedback", "Feedback", Kind.LINE, "Why it is wrong", required=True), _STANDS_FOR,
            ),
        ),
    ),
    "cloze": (
        FormField("text", "Text", Kind.TEXT, "Gaps are written {name}", required=True),
        FormField(
            "gaps", "Gaps", Kind.ROWS, required=True,
            inner=(
                FormField("id", "Name", Kind.LINE, required=True),
                FormField("accepted", "Accepted", Kind.LISTED, "Forms with ';' between", required=True),
                FormField("choices", "Offered", Kind.LISTED, "With ';' between; empty: to be typed"),
            ),
        ),
    ),
    "hotspot": (
        FormField("scene", "Scene", Kind.REF, "A diagram, or what is compared", required=True),
        FormField("targets", "Right places", Kind.REFS, "What counts as right", required=True),
    ),
}  # fmt: skip


def listed(values: Iterable[str]) -> str:
    """A list in one line, with ';' between; one that stands in a value is written '\\;'."""
    safe = (value.replace(";", r"\;") for value in values)
    return "; ".join(f"{value} " if value.endswith("\\") else value for value in safe)


def parts_of(line: str) -> list[str]:
    """The values of such a line."""
    parts = (part.replace(r"\;", ";").strip() for part in re.split(r"(?<!\\);", line))
    return [part for part in parts if part]


def fields_of(type_: str) -> tuple[FormField, ...]:
    """All fields of the form of a type, in order."""
    return (STEM, *OWN_FIELDS[type_], *REST)
