"""Typed addresses of anything that can be opened. In YAML and on the command line a ref is text: `cell:llm/output`."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass
from operator import attrgetter
from typing import ClassVar, NoReturn, TypeVar, dataclass_transform

R = TypeVar("R")
_set = object.__setattr__


class Ref:
    """The address of one thing. `kind` is the word before the colon; the fields are the parts after it.

    Making and comparing are written here once: generated for each of the classes below, they would be a tenth of the
    start-up. Raises TypeError where an id is missing or there is one too many.
    """

    __slots__: ClassVar[tuple[str, ...]] = ()
    kind: ClassVar[str] = ""

    def __init__(self, *ids: str, **named: str) -> None:
        names = part_names(type(self))
        if named:
            ids += tuple(named.pop(name) for name in names[len(ids) :] if name in named)
        if named or len(ids) != len(names):
            raise TypeError(f"{type(self).__name__} takes {', '.join(names)}")
        for at, name in enumerate(names):
            _set(self, name, ids[at])

    def __setattr__(self, name: str, _value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __reduce__(self) -> tuple[type[Ref], tuple[object, ...]]:
        return type(self), tuple(getattr(self, name) for name in part_names(type(self)))

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
def address(cls: type[R]) -> type[R]:
    """A class of refs: its fields are the ids, which cannot be changed."""
    return dataclass(init=False, slots=True, eq=False, repr=False)(cls)


@address
class SubjectRef(Ref):
    """A thing that is compared."""

    kind: ClassVar[str] = "subject"
    subject: str


@address
class AspectRef(Ref):
    """A row of the matrix."""

    kind: ClassVar[str] = "aspect"
    aspect: str


@address
class CellRef(Ref):
    """What is true of one subject under one aspect."""

    kind: ClassVar[str] = "cell"
    subject: str
    aspect: str


@address
class SourceRef(Ref):
    """An article."""

    kind: ClassVar[str] = "source"
    source: str


@address
class ClaimRef(Ref):
    """One statement of an article."""

    kind: ClassVar[str] = "claim"
    claim: str


@address
class ReferenceRef(Ref):
    """A work that a correction rests on."""

    kind: ClassVar[str] = "reference"
    reference: str


@address
class CardRef(Ref):
    """A contradiction."""

    kind: ClassVar[str] = "card"
    card: str


@address
class DiagramRef(Ref):
    """A whole diagram."""

    kind: ClassVar[str] = "diagram"
    diagram: str


@address
class PartRef(Ref):
    """A node, group, edge, set or event of a diagram."""

    kind: ClassVar[str] = "part"
    diagram: str
    part: str


@address
class StepRef(Ref):
    """One step of a diagram's story."""

    kind: ClassVar[str] = "step"
    diagram: str
    step: str


@address
class IndustryRef(Ref):
    """An industry with its use cases."""

    kind: ClassVar[str] = "industry"
    industry: str


@address
class UseCaseRef(Ref):
    """One use in one industry."""

    kind: ClassVar[str] = "use-case"
    use_case: str


@address
class TopicRef(Ref):
    """A topic of the quiz."""

    kind: ClassVar[str] = "topic"
    topic: str


@address
class QuestionRef(Ref):
    """A question of the quiz."""

    kind: ClassVar[str] = "question"
    question: str


@address
class TermRef(Ref):
    """A term of the glossary."""

    kind: ClassVar[str] = "term"
    term: str


@address
class DeckRef(Ref):
    """A talk."""

    kind: ClassVar[str] = "deck"
    deck: str


# What can be shown live, for a question or in a talk.
IN_DIAGRAMS = (DiagramRef, PartRef, StepRef)
IN_MATRIX = (CellRef, AspectRef, SubjectRef)


@address
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
    return cls.__slots__


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
