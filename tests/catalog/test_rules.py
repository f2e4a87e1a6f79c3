from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from desktop.catalog.entities.diagrams import (
    Edge,
    FlowDiagram,
    GridDiagram,
    GridView,
    Node,
    NodeGroup,
    NodeKind,
    Region,
    Set,
    SetsDiagram,
    Step,
)
from desktop.catalog.entities.pack import OfferedComparison
from desktop.catalog.entities.questions import HotspotQuestion
from desktop.catalog.entities.usecases import ChooserAnswer, Effect
from desktop.catalog.loader import load_pack
from desktop.catalog.refs import UseCaseRef, parse_ref
from desktop.catalog.rules import RULES, Broken
from desktop.catalog.world import World
from tests.catalog.test_loader import changed_tiny

if TYPE_CHECKING:
    from pathlib import Path

TEXTS: dict[str, Any] = {"id": "d", "title": "D", "summary": "S", "outline": "O"}


def broken(entity: Any) -> list[str]:
    return [f"{each.what} {each.hint}".strip() for each in RULES[type(entity)](entity, World())]


def node(name: str, **more: Any) -> Node:
    return Node(id=name, title=name, kind=NodeKind.DATA, **more)


def flow(**more: Any) -> FlowDiagram:
    return FlowDiagram(type="flow", **TEXTS, **{"nodes": (node("a"), node("b")), **more})


def sets(*regions: tuple[str, ...]) -> SetsDiagram:
    names = dict.fromkeys(name for region in regions for name in region)
    parts = tuple(Region(id=f"r{at}", sets=region) for at, region in enumerate(regions))
    return SetsDiagram(type="sets", **TEXTS, sets=tuple(Set(id=each, title=each) for each in names), regions=parts)


def test_a_sound_flow_breaks_nothing() -> None:
    groups = (NodeGroup(id="g", title="G"), NodeGroup(id="h", title="H", parent="g"))
    steps = (Step(id="s", title="S", caption="C", parts=("a", "h", "e"), path=("e",)),)
    nodes = (node("a", group="h"), node("b"))
    assert broken(flow(nodes=nodes, groups=groups, edges=(Edge(id="e", source="a", target="b"),), steps=steps)) == []


def networks(**same_as: str) -> tuple[Node, ...]:
    return tuple(
        Node(id=name, title=name, kind=NodeKind.NETWORK, same_as=same_as.get(name)) for name in ("a", "b", "c")
    )


@pytest.mark.parametrize(
    ("nodes", "words"),
    [
        (networks(b="a", c="a"), []),
        (networks(b="z"), ["this diagram has no node 'z'"]),
        (networks(b="b"), ["'b' cannot be the same as itself"]),
        (networks(b="a", c="b"), ["'b' is itself drawn as the same as 'a'"]),
        (networks(b="c", c="b"), ["'c' is itself drawn as the same as 'b'", "'b' is itself drawn as the same as 'c'"]),
        ((*networks(), node("d", same_as="a")), ["'d' is of the kind data and 'a' of the kind network"]),
        ((node("a", layer_of="Model"),), ["only a network has layers, and 'a' is no network"]),
    ],
)
def test_what_is_drawn_twice_names_what_is_drawn_first(nodes: tuple[Node, ...], words: list[str]) -> None:
    told = broken(flow(nodes=nodes))
    assert len(told) == len(words)
    assert all(word in each for word, each in zip(words, told, strict=True))


def offered(*diagrams: str, aspects: tuple[str, ...] = ()) -> list[Broken]:
    """What is wrong with comparing the flow 'f', the flow 'g' and the sets 's'."""
    world = World(diagrams={"f": flow(), "g": flow(), "s": sets(("a",))})
    entity = OfferedComparison(id="c", title="C", summary="S", diagrams=diagrams, aspects=aspects)
    return list(RULES[OfferedComparison](entity, world))


def test_flows_can_be_compared_and_nothing_else() -> None:
    assert offered("f", "g") == []
    [told] = offered("f", "s")
    assert told.path == ("diagrams", 1)
    assert "'s' is a diagram of the type sets" in told.what


def test_nothing_is_compared_twice() -> None:
    assert [each.path for each in offered("f", "g", "f")] == [("diagrams", 2)]
    assert [each.path for each in offered("f", "g", aspects=("size", "size"))] == [("aspects", 1)]


def test_a_comparison_with_an_unknown_diagram_is_told(tmp_path: Path) -> None:
    text = "comparisons: [{id: all, title: All, summary: S, diagrams: [brewing, cofee]}]\nfunctions:"
    [found] = load_pack(changed_tiny(tmp_path, "pack.yaml", "functions:", text)).problems
    assert "there is no diagram 'cofee'" in str(found)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"edges": (Edge(id="e", source="a", target="c"),)}, "this diagram has no node 'c'"),
        ({"edges": (Edge(id="e", source="z", target="a"),)}, "this diagram has no node 'z'"),
        ({"edges": (Edge(id="e", source="a", target="b", trains="z"),)}, "this diagram has no node 'z'"),
        ({"edges": (Edge(id="a", source="a", target="b"),)}, "'a' stands here twice"),
        ({"nodes": (node("a"), node("a"))}, "'a' stands here twice"),
        ({"nodes": (node("a", group="g"),)}, "this diagram has no group 'g'"),
        ({"nodes": (node("a", beside="z"), node("b"))}, "this diagram has no other node 'z'"),
        ({"nodes": (node("a", beside="a"), node("b"))}, "this diagram has no other node 'a'"),
        (
            {"nodes": (node("a", beside="b", group="g"), node("b")), "groups": (NodeGroup(id="g", title="G"),)},
            "'a' cannot stand beside 'b', which lies in another group name a node of the same group, or use 'rank'",
        ),
        ({"groups": (NodeGroup(id="g", title="G", parent="h"),)}, "this diagram has no group 'h'"),
        ({"groups": (NodeGroup(id="g", title="G", parent="g"),)}, "the group 'g' lies inside itself"),
        ({"steps": (Step(id="s", title="S", caption="C", parts=("z",)),)}, "this diagram has no part 'z'"),
        ({"steps": (Step(id="s", title="S", caption="C", path=("a",)),)}, "this diagram has no edge 'a'"),
        ({"steps": (Step(id="s", title="S", caption="C"),) * 2}, "'s' stands here twice"),
    ],
)
def test_a_flow_must_hold_together(more: dict[str, Any], words: str) -> None:
    [told] = broken(flow(**more))
    assert told.startswith(words)


def test_groups_in_a_ring_are_told_once() -> None:
    ring = [NodeGroup(id=f"g{at}", title="G", parent=f"g{(at + 1) % 3}") for at in range(3)]
    tail = NodeGroup(id="tail", title="T", parent="g0")
    assert broken(flow(groups=(tail, *ring))) == ["the group 'g0' lies inside itself leave out its 'parent'"]


def test_sets_follow_each_other() -> None:
    assert broken(sets(("a",), ("a", "b"), ("b",))) == []
    words = "the regions of the set 'a' do not stand next to each other change the order of the regions"
    assert broken(sets(("a",), ("b",), ("a",))) == [words]


def test_a_set_named_twice_by_a_region_is_the_same_set() -> None:
    assert (
        broken(
            sets(
                ("a", "a"),
            )
        )
        == []
    )


def test_a_set_must_have_a_region() -> None:
    lonely = SetsDiagram(
        type="sets",
        **TEXTS,
        sets=(Set(id="a", title="A"), Set(id="b", title="B")),
        regions=(Region(id="r", sets=("a",)),),
    )
    assert broken(lonely) == ["no region lies in the set 'b'"]


def test_a_grid_is_square() -> None:
    view = GridView(id="v", title="V", caption="C", rows=((1.0, None), (0.5,)))
    assert broken(GridDiagram(type="grid", **TEXTS, labels=("x", "y"), views=(view,))) == [
        "there must be 2 rows of 2 numbers, one for each label"
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("sources/leaf.yaml", "verdict: accurate", "verdict: wrong", "a claim that is wrong needs a 'correction'"),
        ("sources/leaf.yaml", "[bean-cooler]", "[leaf-boiling, bean-cooler]", "a claim cannot point at itself"),
        ("sources/leaf.yaml", "[bean-cooler]", "[bean-cooler, bean-pressed]", "'bean-pressed' does not point back"),
        ("subjects/tea.yaml", "rating: {value: 2", "rating: {value: 9", "9 is not on the scale 'three'"),
        ("subjects/tea.yaml", "text: A leaf", "text: A leaf\n    rating: {value: 1, reason: R}", "declares no scale"),
        ("subjects/tea.yaml", 'values: ["5"]', "values: [some]", "'some' is not a number"),
        ("subjects/tea.yaml", "values: [leaf]", "values: [lef]", "'lef' is not one of leaf, seed (did you mean"),
        ("subjects/tea.yaml", "    claims: [leaf-less-caffeine]\n", "", "must name their claims"),
        ("subjects/tea.yaml", "    references: [{id: iso-3103, at: section 7}]\n", "", "must name its references"),
        ("subjects/tea.yaml", "basis: article", "basis: unknown", "what is unknown cannot be rated"),
        ("questions/basics.yaml", "{text: Coffee, correct: true}", "{text: Coffee}", "0 options are marked"),
        ("questions/basics.yaml", "{text: Coffee,", "{text: Tea,", "'Tea' stands here twice"),
        ("questions/basics.yaml", '{text: "No",', '{text: X}\n      - {text: "No",', "has two options"),
        ("diagrams/brewing.yaml", "water, target: kettle", "water, target: ketle", "no node 'ketle' (did you"),
        ("diagrams/brewing.yaml", "water, target: kettle", "water, target: zebra", "(its nodes: water, kettle, pot"),
        ("diagrams/brewing.yaml", "parts: [water, kettle]", "parts: [zebra]", "no part 'zebra' (its parts: "),
        ("diagrams/brewing.yaml", "title: In the kitchen", "title: K, parent: kitchen", "(leave out its 'parent')"),
        ("diagrams/brewing.yaml", "title: Pot,", "title: Pot, same_as: ketle,", "no node 'ketle' (did"),
        ("diagrams/brewing.yaml", "caption: The kettle", "phase: hot\n    caption: The kettle", "training, inference"),
        ("diagrams/brewing.yaml", "Cup, kind: data", "Cup, kind: data, beside: stong", "no other node 'stong' (did"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_told_at_its_place(tmp_path: Path, file: str, old: str, new: str, problem: str) -> None:
    [found] = load_pack(changed_tiny(tmp_path, file, old, new)).problems
    assert problem in str(found)
    assert found.file == file
    lines = (tmp_path / "tiny" / file).read_text(encoding="utf-8").splitlines()
    assert 1 < found.line <= len(lines)


def test_values_must_be_what_the_aspect_says(tmp_path: Path) -> None:
    [found] = load_pack(changed_tiny(tmp_path, "aspects/cup.yaml", "values: number", "values: day")).problems
    assert str(found) == "subjects/tea.yaml:23:14: '5' is not a date such as '2026-11'"


def test_a_month_that_there_is_not_is_no_date(tmp_path: Path) -> None:
    folder = changed_tiny(tmp_path, "aspects/cup.yaml", "values: number", "values: day")
    file = folder / "subjects" / "tea.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('values: ["5"]', 'values: ["2023-13"]'), encoding="utf-8")
    [found] = load_pack(folder).problems
    assert str(found) == "subjects/tea.yaml:23:14: '2023-13' is not a date such as '2026-11'"


def hotspot(scene: str, *targets: str) -> HotspotQuestion:
    where = tuple(map(parse_ref, targets))
    return HotspotQuestion(id="q", stem="Where?", type="hotspot", scene=parse_ref(scene), targets=where)


@pytest.mark.parametrize(
    ("question", "what"),
    [
        (hotspot("diagram:gan", "part:gan/loss"), []),
        (hotspot("aspect:output", "cell:llm/output", "subject:llm"), []),
        (hotspot("diagram:gan", "part:vae/loss"), ["'part:vae/loss' is no part of the diagram 'gan'"]),
        (hotspot("aspect:output", "part:gan/loss"), ["'part:gan/loss' is no place in the matrix"]),
        (
            hotspot("term:token", "part:gan/loss"),
            ["'term:token' is no diagram and no place in the matrix, so the quiz cannot ask this question"],
        ),
    ],
)
def test_what_is_pointed_at_lies_in_what_is_shown(question: HotspotQuestion, what: list[str]) -> None:
    world = World()
    world.ids["diagram"] = {"gan": "", "vae": ""}
    assert [each.what for each in RULES[HotspotQuestion](question, world)] == what


def test_of_a_figure_that_is_not_there_the_rule_says_nothing_for_it_is_told_already() -> None:
    assert broken(hotspot("diagram:gann", "part:gan/loss")) == []


def effect(outcome: str, **more: Any) -> Effect:
    return Effect(outcome=outcome, because="So.", evidence=(UseCaseRef("u"),), **more)


@pytest.mark.parametrize(
    ("effects", "said"),
    [
        ((effect("tea", weight=5), effect("coffee", rules_out=True)), []),
        ((effect("tea"),), ["neither adds to 'tea' nor takes from it nor rules it out give a 'weight' or 'rules_out'"]),
        ((effect("tea", weight=5, rules_out=True),), ["what rules 'tea' out has no weight leave 'weight' out"]),
        ((effect("tea", weight=5), effect("tea", weight=9)), ["'tea' stands here twice each must be another"]),
    ],
)
def test_an_answer_says_one_thing_of_an_outcome(effects: tuple[Effect, ...], said: list[str]) -> None:
    assert broken(ChooserAnswer(id="a", text="A", effects=effects)) == said
