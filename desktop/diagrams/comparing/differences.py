"""What sets compared diagrams apart, in sentences that follow from the facts alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.refs import PartRef
from desktop.catalog.words import listed, sentence
from desktop.diagrams.comparing.wiring import names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.entities.diagrams import FlowDiagram
    from desktop.catalog.refs import Ref
    from desktop.diagrams.comparing.facts import Fact, Words
    from desktop.diagrams.comparing.wiring import Items

    _Known = tuple[FlowDiagram, Items]


@dataclass(frozen=True, slots=True)
class Difference:
    """A sentence, and the places that it rests on."""

    text: str
    refs: tuple[Ref, ...] = ()


def short_name(diagram: FlowDiagram) -> str:
    """What a diagram is called where there is little room."""
    return diagram.short or diagram.title


def refs_of(diagram: FlowDiagram, items: Items | None) -> tuple[PartRef, ...]:
    """The parts that these items rest on, each once."""
    parts = dict.fromkeys(part for item in items or () for part in item.parts)
    return tuple(PartRef(diagram.id, part) for part in parts)


def difference_of(diagrams: Sequence[FlowDiagram], fact: Fact) -> Difference | None:
    """What sets some of the diagrams apart from the rest in one respect; None where nothing does.

    Diagrams whose figures do not show it are left out of the sentence, and the sentence says so.
    """
    known = [(each, items) for each, items in zip(diagrams, fact.found, strict=True) if items is not None]
    text = _told(known, fact.words) if len(known) > 1 else ""
    if not text:
        return None
    if len(known) < len(diagrams):
        text = f"of the {len(known)} that show {fact.words.needs}, {text}"
    return Difference(sentence(text), tuple(ref for each, items in known for ref in refs_of(each, items)))


def _told(known: Sequence[_Known], words: Words) -> str:
    having = [(each, items) for each, items in known if items]
    lacking = [each for each, items in known if not items]
    if len(having) == 1:
        return _only(*having[0], words)
    if not having or not lacking:
        return _counted(having, words)
    if len(lacking) == 1:
        return f"only {short_name(lacking[0])} has no {words.one}"
    one_each = all(len(items) == 1 for _each, items in having)
    names = listed([short_name(each) for each, _items in having])
    others = listed([short_name(each) for each in lacking])
    return f"{names} have {_a(words.one) if one_each else words.many}; {others} have none"


def _only(diagram: FlowDiagram, items: Items, words: Words) -> str:
    amount = _a(words.one) if len(items) == 1 else f"{len(items)} {words.many}"
    return f"only {short_name(diagram)} has {amount}: {names_of(items)}"


def _counted(having: Sequence[_Known], words: Words) -> str:
    """Who has one where the others have several, or the other way round."""
    several = [(each, items) for each, items in having if len(items) > 1]
    single = [(each, items) for each, items in having if len(items) == 1]
    if len(several) == 1 and single:
        [(diagram, items)] = several
        return f"only {short_name(diagram)} has more than one {words.one}: {names_of(items)}"
    if len(single) == 1 and several:
        [(diagram, items)] = single
        return f"only {short_name(diagram)} has a single {words.one}: {names_of(items)}"
    if len(having) == 2 and len(having[0][1]) != len(having[1][1]):
        (one, its), (other, others) = having
        return f"{short_name(one)} has {len(its)} {words.many} and {short_name(other)} has {len(others)}"
    return ""


def _a(words: str) -> str:
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
