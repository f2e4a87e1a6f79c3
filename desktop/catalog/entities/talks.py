"""What is said about the whole: the glossary, and talks as ordered stops over the live views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.catalog.fields import ClaimId, Id, Label, Line, LooseRef, Minutes, Order, Text
from desktop.catalog.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term with a one-line and a longer definition; `forms` are the other words that it is found by."""

    id: Id
    title: Line
    line: Line
    definition: Text
    forms: tuple[Line, ...] = ()
    see: tuple[Ref, ...] = ()
    claims: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """The file `glossary.yaml`."""

    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One stop of a talk: a live place with the state of its view, or a title or plain text alone.

    A place that the pack has no more stays in its stop, so that whoever opens the talk is told which it was.
    """

    id: Id
    title: Line
    ref: LooseRef | None = None
    state: Mapping[Line, Label] = field(default_factory=dict)
    text: Text | None = None
    notes: Text | None = None
    minutes: Minutes = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """One file in `decks/`: a talk. `target` is how many minutes it may take, where that is said."""

    id: Id
    title: Line
    summary: Line
    order: Order = 0
    target: Minutes | None = None
    stops: tuple[Stop, ...] = ()
