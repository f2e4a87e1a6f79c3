"""Fields of ours that no other format has, as tags and as a last paragraph, so that they come back when a file does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import ChoiceQuestion
from desktop.catalog.names import name_of
from desktop.catalog.refs import REF_TYPES, RefError, parse_ref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question
    from desktop.catalog.refs import Ref

_SOURCES = "Sources: "
_REF = re.compile(rf"\[((?:{'|'.join(REF_TYPES)}):[a-z0-9./-]+)\](?:; |$)")
_MARK = re.compile(
    r"(bloom:(?:remember|understand|apply|analyse)|difficulty:[1-5]|as:(?:order|categorise|in-order)|unit:.+)"
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What the tags of an item say: concepts, and fields that were written as tags."""

    concepts: tuple[str, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)


def tags_of(question: Question) -> tuple[str, ...]:
    """Concepts, then `bloom:...`, `difficulty:...`; `as:...` for pairs that are another type and for a kept order."""
    tags = [concept for concept in question.concepts if not is_mark(concept)]
    if question.bloom is not None:
        tags.append(f"bloom:{question.bloom.value}")
    if question.difficulty is not None:
        tags.append(f"difficulty:{question.difficulty}")
    if question.type in ("order", "categorise"):
        tags.append(f"as:{question.type}")
    elif isinstance(question, ChoiceQuestion) and question.type != "truefalse" and not question.shuffle:
        tags.append("as:in-order")
    return tuple(tags)


def is_mark(tag: str) -> bool:
    """Whether a tag would be read back as a field and not as a concept."""
    return _MARK.fullmatch(tag) is not None


def marks_in(tags: Iterable[str]) -> Marks:
    """Tags taken apart; the first of a kind counts."""
    concepts: list[str] = []
    fields: dict[str, str] = {}
    for tag in dict.fromkeys(tags):
        if is_mark(tag):
            name, _colon, value = tag.partition(":")
            fields.setdefault(name, value)
        else:
            concepts.append(tag)
    return Marks(tuple(concepts), fields)


def sources_of(question: Question, catalog: Catalog) -> str:
    """What a question rests on, in words and as refs: 'Sources: Matrix: Output, Tea [cell:tea/output]; ...'."""
    refs = [f"{name_of(catalog, ref)} [{ref}]" for ref in question.evidence]
    return _SOURCES + "; ".join(" ".join(each.split()) for each in refs) if refs else ""


def explained(question: Question, catalog: Catalog) -> str:
    """The explanation, and in a last paragraph what it rests on."""
    parts = (question.explanation or "", sources_of(question, catalog))
    return "\n\n".join(part for part in parts if part)


def taken_apart(text: str) -> tuple[str, tuple[Ref, ...]]:
    """The explanation and the refs of such a text; all of it is explanation where the last paragraph is no such one."""
    head, _gap, last = text.rpartition("\n\n")
    if not last.startswith(_SOURCES) or not last.endswith("]"):
        return text, ()
    try:
        refs = tuple(parse_ref(found) for found in _REF.findall(last))
    except RefError:
        return text, ()
    return (head, refs) if refs else (text, ())
