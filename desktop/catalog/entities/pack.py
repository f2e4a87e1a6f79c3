"""The pack's own words: its title, its colours and shapes, and the closed lists that the other files choose from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from desktop.catalog.fields import AspectId, Colour, Day, DiagramId, Few, Id, Line, MarkId, Order, Text, Version


class Shape(StrEnum):
    """The sign that goes with a colour, so that colour never stands alone."""

    DIAMOND = "diamond"
    CIRCLE = "circle"
    TRIANGLE = "triangle"
    SQUARE = "square"
    PENTAGON = "pentagon"
    STAR = "star"
    RING = "ring"
    HEXAGON = "hexagon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One colour (for the light and the dark theme) and one shape, used for the same thing everywhere."""

    id: Id
    shape: Shape
    light: Colour
    dark: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level of the matrix: subjects of one level are compared with each other first."""

    id: Id
    title: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """One step of a scale."""

    value: Order
    title: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A declared scale that ratings stand on, worst grade first unless `meaning` says otherwise.

    One with a flaw in it is left out whole: with a grade missing, ratings would seem to be off the scale.
    """

    ALL_OR_NOTHING: ClassVar[bool] = True

    id: Id
    title: Line
    meaning: Text
    grades: Annotated[tuple[Grade, ...], Few(1, 20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of use case (in the shipped pack: generative, LLM, both, predictive)."""

    id: Id
    title: Line
    marks: tuple[MarkId, ...] = ()
    meaning: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Modality:
    """A kind of data that goes in or comes out: text, image, sound."""

    id: Id
    title: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """What a system does in a use case: draft, summarise, search."""

    id: Id
    title: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedComparison:
    """Flow diagrams that the pack sets side by side, and the aspects of the matrix that belong in their table."""

    id: Id
    title: Line
    summary: Text
    diagrams: Annotated[tuple[DiagramId, ...], Few(2, 4)]
    aspects: tuple[AspectId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The file `pack.yaml`, the one file that every pack must have."""

    id: Id
    title: Line
    version: Version
    language: Line = "en"
    as_of: Day
    licence: Line
    about: Text
    marks: tuple[Mark, ...] = ()
    levels: tuple[Level, ...] = ()
    scales: tuple[Scale, ...] = ()
    kinds: tuple[Kind, ...] = ()
    modalities: tuple[Modality, ...] = ()
    functions: tuple[Function, ...] = ()
    comparisons: tuple[OfferedComparison, ...] = ()
