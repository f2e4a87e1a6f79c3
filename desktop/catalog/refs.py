"""Typed addresses of anything that can be opened. In YAML and on the command line a ref is text: `cell:llm/output`."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import ClassVar, TypeVar, dataclass_transform

R = TypeVar("R")


class Ref:
    """The address of one thing. `kind` is the word before the colon; the fields are the parts after it.

    Comparing is written here once: generated for each of the classes below, it would be a tenth of the start-up.
    """

    __slots__: ClassVar[tuple[str, ...]] = ()
    kind: ClassVar[str] = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The ids after the colon."""
        return tuple(getattr(self, name) for name in part_names(type(self)))

    def __str__(self) -> str:
        return f"{self.kind}:{'/'.join(self.parts)}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self.parts!r}"

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and _IDS_OF[type(self)](self) == _IDS_OF[type(self)](other)

    def __hash__(self) -> int:
        return hash((self.kind, _IDS_OF[type(self)](self)))


class _Readers(dict["type[Ref]", "attrgetter[object]"]):
    """What reads the ids of a ref, by its class. It is quick, since refs are the keys of large tables."""

    def __missing__(self, cls: type[Ref]) -> attrgetter[object]:
        self[cls] = attrgetter(*part_names(cls))
        return self[cls]


_IDS_OF = _Readers()


@dataclass_transform(frozen_default=True)
def _address(cls: type[R]) -> type[R]:
    return dataclass(frozen=True, slots=True, eq=False, repr=False)(cls)


@_address
class SubjectRef(Ref):
    """A thing that is compared."""

    kind: ClassVar[str] = "subject"
    subject: str


@_address
class AspectRef(Ref):
    """A row of the matrix."""

    kind: ClassVar[str] = "aspect"
    aspect: str


@_address
class CellRef(Ref):
    """What is true of one subject under one aspect."""

    kind: ClassVar[str] = "cell"
    subject: str
    aspect: str


@_address
class SourceRef(Ref):
    """An article."""

    kind: ClassVar[str] = "source"
    source: str


@_address
class ClaimRef(Ref):
    """One statement of an article."""

    kind: ClassVar[str] = "claim"
    claim: str


@_address
class ReferenceRef(Ref):
    """A work that a correction rests on."""

    kind: ClassVar[str] = "reference"
    reference: str


@_address
class CardRef(Ref):
    """A contradiction."""

    kind: ClassVar[str] = "card"
    card: str


@_address
class DiagramRef(Ref):
    """A whole diagram."""

    kind: ClassVar[str] = "diagram"
    diagram: str


@_address
class PartRef(Ref):
    """A node, group, edge, set or event of a diagram."""

    kind: ClassVar[str] = "part"
    diagram: str
    part: str


@_address
class StepRef(Ref):
    """One step of a diagram's story."""

    kind: ClassVar[str] = "step"
    diagram: str
    step: str


@_address
class IndustryRef(Ref):
    """An industry with its use cases."""

    kind: ClassVar[str] = "industry"
    industry: str


@_address
class UseCaseRef(Ref):
    """One use in one industry."""

    kind: ClassVar[str] = "use-case"
    use_case: str


@_address
class TopicRef(Ref):
    """A topic of the quiz."""

    kind: ClassVar[str] = "topic"
    topic: str


@_address
class QuestionRef(Ref):
    """A question of the quiz."""

    kind: ClassVar[str] = "question"
    question: str


@_address
class TermRef(Ref):
    """A term of the glossary."""

    kind: ClassVar[str] = "term"
    term: str


@_address
class DeckRef(Ref):
    """A talk."""

    kind: ClassVar[str] = "deck"
    deck: str


# What can be shown live, for a question or in a talk.
IN_DIAGRAMS = (DiagramRef, PartRef, StepRef)
IN_MATRIX = (CellRef, AspectRef, SubjectRef)


@_address
class ViewRef(Ref):
    """A tab as a place of its own, for as long as nothing is selected in it. The pack does not know the tabs."""

    kind: ClassVar[str] = "view"
    view: str


REF_TYPES: dict[str, type[Ref]] = {
    cls.kind: cls
    for cls in (
        SubjectRef, AspectRef, CellRef, SourceRef, ClaimRef, ReferenceRef, CardRef, DiagramRef, PartRef,
        StepRef, IndustryRef, UseCaseRef, TopicRef, QuestionRef, TermRef, DeckRef, ViewRef,
    )
}  # fmt: skip


def part_names(cls: type[Ref]) -> tuple[str, ...]:
    """The names of the ids after the colon, in order."""
    return tuple(cls.__slots__)


_PARTS = {kind: len(part_names(cls)) for kind, cls in REF_TYPES.items()}


class RefError(ValueError):
    """The text is not a ref; the message says why in words."""


def parse_ref(text: str) -> Ref:
    """The ref that a text such as `cell:llm/output` names. Raises RefError with a reason in words."""
    kind, colon, rest = text.partition(":")
    cls = REF_TYPES.get(kind)
    if not colon or cls is None:
        raise RefError(f"'{text}' is not a ref; a ref starts with one of {', '.join(sorted(REF_TYPES))} and ':'")
    parts = rest.split("/")
    if len(parts) != _PARTS[kind] or not all(parts):
        shape = "/".join(name.replace("_", "-").upper() for name in part_names(cls))
        raise RefError(f"'{text}' must have the form '{kind}:{shape}'")
    return cls(*parts)
