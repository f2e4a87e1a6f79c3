"""A node's box with its words in it: how large it must be, and where title, small line and sign stand."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.diagrams import NodeKind
from desktop.diagrams.boxes import Box, Size
from desktop.diagrams.drawing.lettering import Measure, Words, wrapped
from desktop.diagrams.drawing.shapes import Lettering, Look, Shape, Writing
from desktop.diagrams.words import node_name, tip_of

if TYPE_CHECKING:
    from desktop.catalog.entities.diagrams import Node

WIDEST, SIGN, SIGN_GAP = 176, 12, 6
_LINE_GAP = 2
MOST_TITLE, MOST_SUB = 3, 3


@dataclass(frozen=True, slots=True)
class Frame:
    """The air around the words and the least size of a box."""

    across: float
    along: float
    least: Size


_FRAMES = {
    NodeKind.NETWORK: Frame(18, 18, Size(136, 76)),
    NodeKind.OPERATION: Frame(16, 8, Size(80, 40)),
    NodeKind.DECISION: Frame(28, 12, Size(120, 56)),
    NodeKind.LOSS: Frame(18, 12, Size(112, 56)),
    NodeKind.EXAMPLE: Frame(18, 8, Size(112, 44)),
}
_FRAME = Frame(16, 12, Size(104, 56))


@dataclass(frozen=True, slots=True)
class Card:
    """A box of this size; writings and sign are placed from its left upper corner."""

    size: Size
    writings: tuple[Writing, ...]
    sign: Box | None = None


def card_of(node: Node, measure: Measure, *, signed: bool = False) -> Card:
    """The box that a node needs; `signed` asks for the room of a sign where the node itself has none."""
    title = wrapped(node.title, measure, Lettering.NAME, WIDEST, MOST_TITLE)
    sub = wrapped(node.sub or "", measure, Lettering.NOTE, WIDEST, MOST_SUB)
    signed = signed or node.mark is not None or node.kind is NodeKind.PERSON
    return framed(title, sub, _FRAMES.get(node.kind, _FRAME), measure, signed)


def framed(title: Words, sub: Words, frame: Frame, measure: Measure, signed: bool) -> Card:
    """Title over small line, in the middle of a box; the sign stands before the title."""
    sign, gap = (SIGN, SIGN_GAP) if signed else (0.0, 0.0)
    head = sign + gap + title.size.width
    between = _LINE_GAP if sub.lines else 0.0
    inner = Size(max(head, sub.size.width), title.size.height + between + sub.size.height)
    width = _even(max(frame.least.width, inner.width + 2 * frame.across))
    height = _even(max(frame.least.height, inner.height + 2 * frame.along))
    left, top = (width - head) / 2, (height - inner.height) / 2
    writings = [placed(title, left + sign + gap, top)] if title.lines else []
    if sub.lines:
        writings.append(placed(sub, (width - sub.size.width) / 2, top + title.size.height + between))
    line = title.size.height / max(1, len(title.lines))
    return Card(
        Size(width, height),
        tuple(writings),
        Box(left, top + (line - sign) / 2, sign, sign) if signed else None,
    )


def _even(length: float) -> int:
    """At least so long, and even: the middles of boxes in a row then lie on whole pixels, and lines between them run
    straight."""
    return 2 * math.ceil(length / 2)


def placed(words: Words, x: float, y: float, centred: bool = True) -> Writing:
    """Set words at a place."""
    return Writing(words.lines, Box(x, y, words.size.width, words.size.height), words.lettering, centred, cut=words.cut)


def shape_of(node: Node, card: Card, box: Box) -> Shape:
    """The node at its place."""
    return Shape(
        id=node.id,
        look=Look(node.kind.value),
        box=box,
        name=node_name(node),
        tip=tip_of(node_name(node), node.meaning),
        writings=tuple(each.moved(box.x, box.y) for each in card.writings),
        mark=node.mark,
        sign=card.sign.moved(box.x, box.y) if card.sign else None,
        opens=node.opens,
    )


def signed_title(text: str, measure: Measure, signed: bool, widest: float) -> tuple[Words, Size]:
    """A one-line title and the room that it takes together with a sign before it."""
    words = wrapped(text, measure, Lettering.NAME, widest, 1)
    sign = SIGN + SIGN_GAP if signed else 0.0
    return words, Size(words.size.width + sign, words.size.height)
