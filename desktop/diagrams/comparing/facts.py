"""What a flow diagram has, read off its nodes, edges and steps alone: nothing here knows a pack or an id of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.diagrams import EdgeKind, NodeKind, Phase
from desktop.diagrams.comparing.wiring import Item, Items, Wiring

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.catalog.entities.diagrams import Edge, FlowDiagram, Node

_AT = {None: "", Phase.TRAINING: " in training", Phase.INFERENCE: " at inference"}
WHAT_LEARNS = "what learns"


@dataclass(frozen=True, slots=True)
class Words:
    """How a fact is called: as the head of a row, one of it, several of it; and what a figure must show to tell it."""

    title: str
    one: str
    many: str
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What each diagram has of one sort; None where its figure does not show it, which is not the same as none."""

    words: Words
    found: tuple[Items | None, ...]


def facts_of(diagrams: Sequence[FlowDiagram]) -> tuple[Fact, ...]:
    """All facts in the order in which a reader wants them: what there is, how it learns, how it runs."""
    wirings = [Wiring(each) for each in diagrams]
    phases: list[Phase | None] = [phase for phase in Phase if any(each.shows(phase) for each in wirings)]
    asked = [
        *_BUILD,
        *_LEARNING,
        *(question for phase in phases or [None] for question in _running(phase)),
        *_PEOPLE,
    ]
    return tuple(Fact(words, tuple(find(wiring) for wiring in wirings)) for words, find in asked)


def _nodes(kind: NodeKind, named: Callable[[Node], str] | None = None) -> Callable[[Wiring], Items]:
    return lambda wiring: wiring.items(wiring.of_kind(kind), named)


def _with_sub(node: Node) -> str:
    return f"{node.title} ({node.sub})" if node.sub else node.title


def _noise(wiring: Wiring) -> Items:
    return tuple(
        Item(item.text + _brackets(phase.value for phase in wiring.phases_of(item.parts)), item.parts)
        for item in _nodes(NodeKind.NOISE)(wiring)
    )


def _conditions(wiring: Wiring) -> Items:
    """What steers, and what that was made from."""
    edges = wiring.edges(kind=EdgeKind.CONDITION)
    items = wiring.items((edge.source for edge in edges), lambda node: node.title)
    return tuple(_condition(wiring, item, edges) for item in items)


def _condition(wiring: Wiring, item: Item, edges: Iterable[Edge]) -> Item:
    before = wiring.items(edge.source for edge in wiring.edges(kind=EdgeKind.DATA) if edge.target in item.parts)
    made = f" (from {' or '.join(each.text for each in before)})" if before else ""
    lines = (edge.id for edge in edges if edge.source in item.parts)
    behind = (part for each in before for part in each.parts)
    return Item(item.text + made, (*item.parts, *lines, *behind))


def _losses(wiring: Wiring) -> Items | None:
    """Each loss with what its gradients change. All training has one, so a figure without does not tell."""
    return tuple(_loss(wiring, loss, "trains ") for loss in wiring.of_kind(NodeKind.LOSS)) or None


def _shared(wiring: Wiring) -> Items | None:
    """Losses that train more than one network, so that these pull the same way."""
    if not _is_trained(wiring):
        return None
    losses = wiring.of_kind(NodeKind.LOSS)
    return tuple(_loss(wiring, loss, "") for loss in losses if len(_trained_by(wiring, loss)) > 1)


def _loss(wiring: Wiring, loss: str, verb: str) -> Item:
    gradients = (edge.id for edge in wiring.diagram.edges if edge.source == loss and edge.trains)
    trained = [each.text for each in _trained_by(wiring, loss)]
    text = wiring.nodes[loss].title + (f" ({verb}{' and '.join(trained)})" if trained else "")
    return Item(text, (loss, *gradients))


def _trained_by(wiring: Wiring, loss: str) -> Items:
    return wiring.items(edge.trains for edge in wiring.diagram.edges if edge.source == loss and edge.trains)


def _is_trained(wiring: Wiring) -> bool:
    return any(edge.trains for edge in wiring.diagram.edges)


def _learning(wiring: Wiring) -> Items | None:
    """What a gradient changes. Where no gradient is drawn, the figure does not tell."""
    if not _is_trained(wiring):
        return None
    return wiring.items(edge.trains for edge in wiring.diagram.edges if edge.trains)


def _not_learning(wiring: Wiring) -> Items | None:
    """Networks that no gradient of this figure changes; whether they are frozen or learn elsewhere is not told."""
    if not _is_trained(wiring):
        return None
    learning = {wiring.thing(edge.trains) for edge in wiring.diagram.edges if edge.trains}
    return wiring.items(each for each in wiring.of_kind(NodeKind.NETWORK) if wiring.thing(each) not in learning)


def _training_only(wiring: Wiring) -> Items | None:
    if not all(wiring.shows(phase) for phase in Phase):
        return None
    kept = {wiring.thing(each) for each in wiring.of_kind(NodeKind.NETWORK, Phase.INFERENCE)}
    training = wiring.of_kind(NodeKind.NETWORK, Phase.TRAINING)
    return wiring.items(each for each in training if wiring.thing(each) not in kept)


_Question = tuple[Words, "Callable[[Wiring], Items | None]"]

_BUILD: tuple[_Question, ...] = (
    (Words("Noise inputs", "noise input", "noise inputs"), _noise),
    (Words("Networks", "network", "networks"), _nodes(NodeKind.NETWORK)),
    (Words("Conditions", "condition", "conditions"), _conditions),
)
_LEARNING: tuple[_Question, ...] = (
    (Words("Networks that learn", "network that learns", "networks that learn", WHAT_LEARNS), _learning),
    (
        Words("Networks not trained here", "network not trained here", "networks not trained here", WHAT_LEARNS),
        _not_learning,
    ),
    (Words("Losses", "loss", "losses", "a loss"), _losses),
    (
        Words("Losses shared by networks", "loss shared by networks", "losses shared by networks", WHAT_LEARNS),
        _shared,
    ),
    (
        Words(
            "Networks used in training only",
            "network used in training only",
            "networks used in training only",
            "training and inference",
        ),
        _training_only,
    ),
)
_PEOPLE: tuple[_Question, ...] = (
    (Words("Decisions", "decision", "decisions"), _nodes(NodeKind.DECISION, _with_sub)),
    (
        Words("Where people come in", "place where people come in", "places where people come in"),
        _nodes(NodeKind.PERSON),
    ),
)


def _running(phase: Phase | None) -> tuple[_Question, ...]:
    """What is asked of each phase that a figure shows, or of a figure without phases."""
    at, needs = _AT[phase], phase.value if phase else ""
    drawn = " drawn" if phase is Phase.TRAINING else ""  # all training goes round and round, mostly undrawn
    asked: list[tuple[str, str, str, Callable[[Wiring], Items]]] = [
        ("Data inputs", "data input", "data inputs", lambda wiring: _inputs(wiring, phase)),
        (f"Loops{drawn}", f"loop{drawn}", f"loops{drawn}", lambda wiring: _loops(wiring, phase)),
    ]
    if phase is not Phase.TRAINING:
        asked[1:1] = [("Networks run", "network that runs", "networks that run", lambda wiring: _runs(wiring, phase))]
        asked += [
            ("Networks in a loop", "network in a loop", "networks in a loop", lambda wiring: _again(wiring, phase)),
            ("Data outputs", "data output", "data outputs", lambda wiring: _outputs(wiring, phase)),
        ]
    return tuple(
        (Words(title + at, one + at, many + at, needs), _if_shown(phase, find)) for title, one, many, find in asked
    )


def _if_shown(phase: Phase | None, find: Callable[[Wiring], Items]) -> Callable[[Wiring], Items | None]:
    return lambda wiring: find(wiring) if wiring.shows(phase) else None


def _inputs(wiring: Wiring, phase: Phase | None) -> Items:
    begins, _ends = wiring.ends(phase)
    return wiring.items(each for each in begins if wiring.nodes[each].kind in (NodeKind.DATA, NodeKind.PERSON))


def _outputs(wiring: Wiring, phase: Phase | None) -> Items:
    _begins, ends = wiring.ends(phase)
    return wiring.items(each for each in ends if wiring.nodes[each].kind is NodeKind.DATA)


def _runs(wiring: Wiring, phase: Phase | None) -> Items:
    return wiring.items(wiring.of_kind(NodeKind.NETWORK, phase))


def _loops(wiring: Wiring, phase: Phase | None) -> Items:
    return tuple(
        Item(
            f"back to {wiring.nodes[loop.target].title}" + _brackets([loop.label] if loop.label else []),
            (loop.id, loop.source, loop.target),
        )
        for loop in wiring.edges(phase, EdgeKind.LOOP)
    )


def _again(wiring: Wiring, phase: Phase | None) -> Items:
    inside: set[str] = set()
    for loop in wiring.edges(phase, EdgeKind.LOOP):
        inside |= wiring.around(loop)
    return wiring.items(inside & set(wiring.of_kind(NodeKind.NETWORK, phase)))


def _brackets(words: Iterable[str]) -> str:
    joined = ", ".join(words)
    return f" ({joined})" if joined else ""
