"""What must hold inside single entities beyond their types. Each rule yields what is broken, with the path to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.catalog.dates import date_parts
from desktop.catalog.entities.diagrams import FlowDiagram, GridDiagram, NodeKind, SetsDiagram, TimelineDiagram
from desktop.catalog.entities.evidence import Basis, Claim, Verdict
from desktop.catalog.entities.matrix import Cell, Rating, Subject, ValueKind
from desktop.catalog.entities.pack import OfferedComparison
from desktop.catalog.entities.questions import CategoriseQuestion, ChoiceQuestion, ClozeQuestion, HotspotQuestion
from desktop.catalog.entities.talks import Deck
from desktop.catalog.entities.usecases import ChooserAnswer
from desktop.catalog.problems import Guess
from desktop.catalog.refs import IN_DIAGRAMS, IN_MATRIX, PartRef

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from desktop.catalog.entities.diagrams import DiagramBase, Edge, Node, Part
    from desktop.catalog.entities.matrix import Aspect
    from desktop.catalog.problems import Path
    from desktop.catalog.world import World

_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Broken:
    """A broken rule; where it is fatal, the entity cannot be shown and is left out."""

    path: Path
    what: str
    hint: str | Guess = ""
    fatal: bool = True


def _soft(path: Path, what: str, hint: str | Guess = "") -> Broken:
    return Broken(path, what, hint, fatal=False)


def _claim(claim: Claim, world: World) -> Iterator[Broken]:
    if claim.verdict is not Verdict.ACCURATE and claim.correction is None:
        yield _soft(("verdict",), f"a claim that is {claim.verdict.value} needs a 'correction'")
    for name in ("same_as", "conflicts_with"):
        for at, other in enumerate(getattr(claim, name)):
            there = world.claims.get(other)
            if other == claim.id:
                yield _soft((name, at), "a claim cannot point at itself")
            elif there is not None and claim.id not in getattr(there, name):
                yield _soft((name, at), f"'{other}' does not point back", f"add '{claim.id}' to its '{name}'")


def _subject(subject: Subject, world: World) -> Iterator[Broken]:
    for name, cell in subject.cells.items():
        aspect = world.aspects.get(name)
        if aspect is None:
            continue
        if subject.level not in aspect.levels and subject.level in world.ids["level"]:
            yield _soft(("cells", name), f"the aspect '{name}' is not asked of the level '{subject.level}'")
        for each in (*_values(cell, aspect), *_rating(cell.rating, aspect, world)):
            yield _soft(("cells", name, *each.path), each.what, each.hint)


def _values(cell: Cell, aspect: Aspect) -> Iterator[Broken]:
    for at, value in enumerate(cell.values):
        if aspect.values is ValueKind.DAY and date_parts(value) is None:
            yield Broken(("values", at), f"'{value}' is not a date such as '2026-11'")
        elif aspect.values is ValueKind.NUMBER and not _NUMBER.fullmatch(value):
            yield Broken(("values", at), f"'{value}' is not a number")
        elif aspect.values is ValueKind.CHOICE and value not in aspect.choices:
            known = ", ".join(aspect.choices)
            yield Broken(("values", at), f"'{value}' is not one of {known}", Guess(value, aspect.choices))


def _rating(rating: Rating | None, aspect: Aspect, world: World) -> Iterator[Broken]:
    if rating is None:
        return
    if aspect.scale is None:
        yield Broken(("rating",), f"the aspect '{aspect.id}' declares no scale")
        return
    scale = world.scales.get(aspect.scale)
    if scale is not None and all(grade.value != rating.value for grade in scale.grades):
        yield Broken(("rating", "value"), f"{rating.value} is not on the scale '{scale.id}'")


def _cell(cell: Cell, _world: World) -> Iterator[Broken]:
    if cell.basis is Basis.ARTICLE and not cell.claims:
        yield _soft(("basis",), "a cell that rests on articles must name their claims")
    if cell.basis in (Basis.PAPER, Basis.VENDOR) and not cell.references:
        yield _soft(("basis",), f"a cell with the basis '{cell.basis.value}' must name its references")
    if cell.basis is Basis.UNKNOWN and cell.rating is not None:
        yield _soft(("rating",), "what is unknown cannot be rated")


def _unique(words: Iterable[str], path: Path) -> Iterator[Broken]:
    seen: set[str] = set()
    for at, word in enumerate(words):
        if word in seen:
            yield Broken((*path, at), f"'{word}' stands here twice", "each must be another")
        seen.add(word)


def _known(word: str, known: Collection[str], path: Path, kind: str) -> Iterator[Broken]:
    if word not in known:
        yield Broken(path, f"this diagram has no {kind} '{word}'", Guess(word, known, f"{kind}s"))


def _steps(diagram: DiagramBase, parts: Collection[str], edges: Collection[str] = ()) -> Iterator[Broken]:
    yield from _unique((step.id for step in diagram.steps), ("steps",))
    for at, step in enumerate(diagram.steps):
        for inner, word in enumerate(step.parts):
            yield from _known(word, parts, ("steps", at, "parts", inner), "part")
        for inner, word in enumerate(step.path):
            yield from _known(word, edges, ("steps", at, "path", inner), "edge")


def _flow(diagram: FlowDiagram, _world: World) -> Iterator[Broken]:
    elements: tuple[Part | Edge, ...] = (*diagram.nodes, *diagram.groups, *diagram.edges)
    parts = [each.id for each in elements]
    yield from _unique(parts, ("nodes",))
    nodes = dict.fromkeys(node.id for node in diagram.nodes)
    groups = dict.fromkeys(group.id for group in diagram.groups)
    for at, node in enumerate(diagram.nodes):
        if node.group is not None:
            yield from _known(node.group, groups, ("nodes", at, "group"), "group")
        if node.beside is not None:
            yield from _beside(node, diagram, ("nodes", at, "beside"))
    for at, edge in enumerate(diagram.edges):
        yield from _known(edge.source, nodes, ("edges", at, "source"), "node")
        yield from _known(edge.target, nodes, ("edges", at, "target"), "node")
        if edge.trains is not None:
            yield from _known(edge.trains, nodes, ("edges", at, "trains"), "node")
    yield from _twins(diagram)
    yield from _groups(diagram, groups)
    yield from _steps(diagram, dict.fromkeys(parts), dict.fromkeys(edge.id for edge in diagram.edges))


def _twins(diagram: FlowDiagram) -> Iterator[Broken]:
    nodes = {node.id: node for node in diagram.nodes}
    for at, node in enumerate(diagram.nodes):
        place = ("nodes", at, "same_as")
        if node.layer_of is not None and node.kind is not NodeKind.NETWORK:
            yield Broken(("nodes", at, "layer_of"), f"only a network has layers, and '{node.id}' is no network")
        if node.same_as is None or node.same_as not in nodes:
            yield from _known(node.same_as or node.id, nodes, place, "node")
            continue
        other = nodes[node.same_as]
        if other is node:
            yield Broken(place, f"'{node.id}' cannot be the same as itself")
        elif other.same_as is not None:
            hint = "name the node that is drawn first, in each of the others"
            yield Broken(place, f"'{other.id}' is itself drawn as the same as '{other.same_as}'", hint)
        elif other.kind is not node.kind:
            what = f"'{node.id}' is of the kind {node.kind.value} and '{other.id}' of the kind {other.kind.value}"
            yield Broken(place, what, "what is the same must be of the same kind")


def _beside(node: Node, diagram: FlowDiagram, path: Path) -> Iterator[Broken]:
    groups = {each.id: each.group for each in diagram.nodes}
    yield from _known(node.beside or "", groups.keys() - {node.id}, path, "other node")
    if node.beside in groups and groups[node.beside] != node.group:
        what = f"'{node.id}' cannot stand beside '{node.beside}', which lies in another group"
        yield _soft(path, what, "name a node of the same group, or use 'rank'")


def _groups(diagram: FlowDiagram, names: Collection[str]) -> Iterator[Broken]:
    parents = {group.id: group.parent for group in diagram.groups}
    places = {group.id: at for at, group in enumerate(diagram.groups)}
    done: set[str] = set()
    for at, group in enumerate(diagram.groups):
        if group.parent is not None:
            yield from _known(group.parent, names, ("groups", at, "parent"), "group")
        chain: set[str] = set()
        above: str | None = group.id
        while above in parents and above not in done and above not in chain:
            chain.add(above)
            above = parents[above]
        if above in chain:
            yield Broken(
                ("groups", places[above], "parent"), f"the group '{above}' lies inside itself", "leave out its 'parent'"
            )
        done |= chain


def _sets(diagram: SetsDiagram, _world: World) -> Iterator[Broken]:
    sets = [each.id for each in diagram.sets]
    parts = [*sets, *(node.id for region in diagram.regions for node in region.nodes)]
    yield from _unique(parts, ("sets",))
    yield from _unique([region.id for region in diagram.regions], ("regions",))
    places: dict[str, list[int]] = {name: [] for name in sets}
    for at, region in enumerate(diagram.regions):
        for inner, name in enumerate(region.sets):
            yield from _known(name, places, ("regions", at, "sets", inner), "set")
        for name in places.keys() & set(region.sets):
            places[name].append(at)
    for at, name in enumerate(sets):
        found = places[name]
        if not found:
            yield Broken(("sets", at), f"no region lies in the set '{name}'")
        elif found[-1] - found[0] + 1 != len(found):
            what = f"the regions of the set '{name}' do not stand next to each other"
            yield Broken(("regions",), what, "change the order of the regions")
    yield from _steps(diagram, dict.fromkeys(parts))


def _timeline(diagram: TimelineDiagram, _world: World) -> Iterator[Broken]:
    events = [event.id for event in diagram.events]
    yield from _unique(events, ("events",))
    yield from _steps(diagram, dict.fromkeys(events))


def _grid(diagram: GridDiagram, _world: World) -> Iterator[Broken]:
    size = len(diagram.labels)
    for at, view in enumerate(diagram.views):
        if len(view.rows) != size or any(len(row) != size for row in view.rows):
            yield Broken(("views", at, "rows"), f"there must be {size} rows of {size} numbers, one for each label")
    yield from _steps(diagram, dict.fromkeys(view.id for view in diagram.views))


def _comparison(comparison: OfferedComparison, world: World) -> Iterator[Broken]:
    yield from _unique(comparison.diagrams, ("diagrams",))
    yield from _unique(comparison.aspects, ("aspects",))
    for at, name in enumerate(comparison.diagrams):
        diagram = world.diagrams.get(name)
        if diagram is not None and not isinstance(diagram, FlowDiagram):
            what = f"'{name}' is a diagram of the type {diagram.type}"
            yield Broken(("diagrams", at), what, "only diagrams of the type flow can be compared")


def _choice(question: ChoiceQuestion, _world: World) -> Iterator[Broken]:
    right = sum(option.correct for option in question.options)
    yield from _unique([option.text for option in question.options], ("options",))
    if question.type == "multiple":
        if right == 0:
            yield Broken(("options",), "no option is marked 'correct: true'")
    elif right != 1:
        yield Broken(("options",), f"{right} options are marked 'correct: true'; exactly one must be")
    if question.type == "truefalse" and len(question.options) != 2:
        yield Broken(("options",), "a true-or-false question has two options")


def _categorise(question: CategoriseQuestion, _world: World) -> Iterator[Broken]:
    for at, item in enumerate(question.items):
        if item.category not in question.categories:
            hint = Guess(item.category, question.categories)
            yield Broken(("items", at, "category"), f"there is no category '{item.category}'", hint)


def _cloze(question: ClozeQuestion, _world: World) -> Iterator[Broken]:
    for at, gap in enumerate(question.gaps):
        if "{" + gap.id + "}" not in question.text:
            yield Broken(("gaps", at, "id"), f"the text has no gap '{{{gap.id}}}'")


def _hotspot(question: HotspotQuestion, world: World) -> Iterator[Broken]:
    """Only diagrams and the matrix can be shown live, and what is to be found must lie in what is shown."""
    scene = question.scene
    if isinstance(scene, IN_DIAGRAMS):
        for at, target in enumerate(question.targets if scene.diagram in world.ids["diagram"] else ()):
            if not isinstance(target, PartRef) or target.diagram != scene.diagram:
                yield _soft(("targets", at), f"'{target}' is no part of the diagram '{scene.diagram}'")
    elif isinstance(scene, IN_MATRIX):
        for at, target in enumerate(question.targets):
            if not isinstance(target, IN_MATRIX):
                yield _soft(("targets", at), f"'{target}' is no place in the matrix")
    else:
        what = f"'{scene}' is no diagram and no place in the matrix, so the quiz cannot ask this question"
        yield _soft(("scene",), what)


def _answer(answer: ChooserAnswer, _world: World) -> Iterator[Broken]:
    for each in _unique([effect.outcome for effect in answer.effects], ("effects",)):
        yield _soft(each.path, each.what, each.hint)
    for at, effect in enumerate(answer.effects):
        if effect.rules_out and effect.weight:
            yield _soft(
                ("effects", at, "weight"), f"what rules '{effect.outcome}' out has no weight", "leave 'weight' out"
            )
        elif not effect.rules_out and not effect.weight:
            what = f"neither adds to '{effect.outcome}' nor takes from it nor rules it out"
            yield _soft(("effects", at), what, "give a 'weight' or 'rules_out'")


def _deck(deck: Deck, _world: World) -> Iterator[Broken]:
    for each in _unique((stop.id for stop in deck.stops), ("stops",)):
        yield _soft((*each.path, "id"), each.what, each.hint)


RULES: dict[type[Any], Callable[[Any, Any], Iterator[Broken]]] = {
    Claim: _claim,
    Subject: _subject,
    Cell: _cell,
    FlowDiagram: _flow,
    SetsDiagram: _sets,
    TimelineDiagram: _timeline,
    GridDiagram: _grid,
    OfferedComparison: _comparison,
    ChoiceQuestion: _choice,
    CategoriseQuestion: _categorise,
    ClozeQuestion: _cloze,
    HotspotQuestion: _hotspot,
    ChooserAnswer: _answer,
    Deck: _deck,
}
