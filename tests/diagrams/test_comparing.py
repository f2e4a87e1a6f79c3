"""Diagrams side by side: what each has, what only one has, and which steps go together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop.catalog.entities.diagrams import Edge, EdgeKind, FlowDiagram, Node, NodeKind, Phase, Step
from desktop.catalog.entities.evidence import Basis
from desktop.catalog.entities.matrix import ValueKind
from desktop.catalog.refs import CellRef, PartRef
from desktop.diagrams.comparing.beats import beats_of
from desktop.diagrams.comparing.choice import NotComparable, comparable
from desktop.diagrams.comparing.table import Comparison, comparison_of
from tests.builders import aspect, catalog, cell, group, subject
from tests.diagrams.builders import ALL, CUP, TEA, chain, node


def flow(name: str, *nodes: Node, edges: tuple[Edge, ...] = (), **fields: Any) -> FlowDiagram:
    texts = {"title": name.upper(), "summary": "S.", "outline": "O."}
    return FlowDiagram(type="flow", id=name, nodes=nodes or (node("x"),), edges=edges, **{**texts, **fields})


def step(name: str, phase: Phase | None, parts: tuple[str, ...] = (), path: tuple[str, ...] = ()) -> Step:
    return Step(id=name, title=name, caption=name, phase=phase, parts=parts, path=path)


def compared(*diagrams: FlowDiagram) -> Comparison:
    return comparison_of(catalog(diagrams=diagrams), diagrams)


def row(comparison: Comparison, title: str) -> list[str]:
    """The texts of a row; nothing where the table has no such row."""
    return [cell.text for each in comparison.rows if each.title == title for cell in each.cells]


def told(comparison: Comparison) -> list[str]:
    return [each.text for each in comparison.differences]


NET = NodeKind.NETWORK
COACHED = flow(
    "coached",
    node("seed", NodeKind.NOISE),
    node("player", NET),
    node("coach", NET),
    node("again", NET, same_as="player"),
    node("score", NodeKind.LOSS),
    node("ball"),
    edges=(
        Edge(id="serve", source="seed", target="player"),
        Edge(id="watch", source="player", target="coach"),
        Edge(id="rate", source="coach", target="score"),
        Edge(id="learn", source="score", target="player", kind=EdgeKind.GRADIENT, trains="player"),
        Edge(id="hit", source="again", target="ball"),
        Edge(id="return", source="ball", target="again", kind=EdgeKind.LOOP, label="next"),
    ),
    steps=(
        step("practise", Phase.TRAINING, ("seed", "player", "coach"), ("serve", "watch", "rate", "learn")),
        step("play", Phase.INFERENCE, ("again",), ("hit", "return")),
    ),
)
ALONE = flow(
    "alone",
    node("ball"),
    node("player", NET),
    node("ring", NodeKind.OPERATION),
    edges=(
        Edge(id="aim", source="ball", target="player"),
        Edge(id="steer", source="ring", target="player", kind=EdgeKind.CONDITION),
    ),
    steps=(step("play", Phase.INFERENCE, ("ball", "player"), ("aim", "steer")),),
)


def test_a_network_drawn_twice_is_one_network() -> None:
    assert row(compared(COACHED, ALONE), "Networks") == ["2: Player, Coach", "1: Player"]


def test_layers_of_one_network_are_one_network() -> None:
    opened = flow("opened", node("attention", NET, layer_of="Model"), node("mlp", NET, layer_of="Model"))
    found = compared(opened, ALONE)
    assert row(found, "Networks") == ["1: Model", "1: Player"]
    assert found.rows[0].cells[0].refs == (PartRef("opened", "attention"), PartRef("opened", "mlp"))


def test_what_no_gradient_changes_is_not_called_frozen() -> None:
    found = compared(COACHED, ALONE)
    assert row(found, "Networks that learn") == ["1: Player", "not shown"]
    assert row(found, "Networks not trained here") == ["1: Coach", "not shown"]
    assert row(found, "Losses") == ["1: Score (trains Player)", "not shown"]


def test_a_loop_belongs_to_the_phase_whose_step_runs_through_it() -> None:
    found = compared(COACHED, ALONE)
    assert row(found, "Loops at inference") == ["1: back to Again (next)", "none"]
    assert row(found, "Networks in a loop at inference") == ["1: Again", "none"]
    assert row(found, "Loops drawn in training") == []


def test_training_without_a_drawn_loss_is_not_said_to_have_none() -> None:
    bare = flow("bare", node("player", NET), steps=(step("practise", Phase.TRAINING, ("player",)),))
    found = compared(COACHED, bare)
    assert row(found, "Losses") == ["1: Score (trains Player)", "not shown"]
    assert not any("loss" in each for each in told(found))


def test_what_goes_in_is_told_by_phase() -> None:
    found = compared(COACHED, ALONE)
    assert row(found, "Noise inputs") == ["1: Seed (training)", "none"]
    assert row(found, "Data inputs at inference") == ["none", "1: Ball"]
    assert row(found, "Networks used in training only") == ["1: Coach", "not shown"]
    assert row(found, "Conditions") == ["none", "1: Ring"]


def test_a_cell_leads_to_what_it_rests_on_and_says_when_it_stands_alone() -> None:
    [losses] = [each for each in compared(COACHED, ALONE, chain(2)).rows if each.title == "Noise inputs"]
    assert losses.differs
    assert [each.only for each in losses.cells] == [True, False, False]
    assert losses.cells[0].refs == (PartRef("coached", "seed"),)
    assert losses.cells[1].refs == ()


def test_what_only_one_shows_is_not_called_its_own() -> None:
    found = compared(COACHED, ALONE)
    [losses] = [each for each in found.rows if each.title == "Losses"]
    assert not losses.cells[0].only
    assert not any("loss" in each for each in told(found))


def test_differences_tell_who_alone_has_something() -> None:
    found = told(compared(COACHED, ALONE))
    assert "Only COACHED has a noise input: Seed (training)" in found
    assert "Only COACHED has more than one network: Player, Coach" in found
    assert "Only ALONE has a condition: Ring" in found
    assert "Only COACHED has a loop at inference: back to Again (next)" in found


def test_differences_tell_who_alone_has_nothing() -> None:
    other = replace(COACHED, id="other", title="OTHER", short="O")
    assert "Only ALONE has no noise input" in told(compared(COACHED, ALONE, other))
    assert "Only ALONE has a single network: Player" in told(compared(COACHED, ALONE, other))


def test_differences_tell_of_two_against_two_by_their_short_names() -> None:
    four = (COACHED, ALONE, replace(COACHED, id="c", short="C"), replace(ALONE, id="a", short="A"))
    assert "COACHED and C have a noise input; ALONE and A have none" in told(compared(*four))


def test_differences_say_how_many_figures_show_it() -> None:
    untaught = replace(COACHED, id="u", short="U", edges=(*COACHED.edges[:3], *COACHED.edges[4:]))
    both = replace(
        COACHED,
        id="b",
        short="B",
        edges=(*COACHED.edges, Edge(id="l", source="score", target="coach", kind=EdgeKind.GRADIENT, trains="coach")),
    )
    found = told(compared(COACHED, both, untaught))
    assert "Of the 2 that show what learns, only B has more than one network that learns: Player, Coach" in found
    assert "Of the 2 that show what learns, only B has a loss shared by networks: Score (Player and Coach)" in found


def test_a_long_list_names_the_first_few() -> None:
    crowd = flow("crowd", *(node(f"n{at}", NET) for at in range(12)))
    found = compared(crowd, ALONE)
    assert row(found, "Networks") == ["12: N0, N1, N2, N3, N4, N5, N6, N7 and 4 more", "1: Player"]
    assert len(found.rows[0].cells[0].refs) == 12


def test_like_diagrams_have_no_differences() -> None:
    twin = replace(COACHED, id="twin", title="TWIN")
    found = compared(COACHED, twin)
    assert found.differences == ()
    assert not any(each.differs for each in found.rows)


def test_figures_without_phases_are_compared_as_a_whole() -> None:
    found = compared(TEA, chain(3))
    assert row(found, "Loops") == ["1: back to Water (once more)", "none"]
    assert row(found, "Data inputs") == ["1: Leaves", "1: N0"]
    assert row(found, "Networks in a loop") == ["1: Kettle", "none"]


def test_aspects_come_from_the_first_subject_that_has_a_cell() -> None:
    calls = {"calls": cell("One each", values=("1",))}
    pack = catalog(
        diagrams=(COACHED, ALONE),
        groups=(group(aspect("calls", values=ValueKind.WORDS), aspect("price")),),
        subjects=(
            subject("wide", cells=calls),
            subject("narrow", cells={"calls": cell("?", basis=Basis.UNKNOWN), "price": cell("High")}),
            subject("other", cells={"calls": cell("Many", values=("9",))}),
        ),
    )
    diagrams = (replace(COACHED, subjects=("narrow", "wide")), replace(ALONE, subjects=("other",)))
    found = comparison_of(pack, diagrams, ("calls", "price"))
    assert row(found, "Calls") == ["One each", "Many"]
    assert row(found, "Price") == ["High", "unknown"]
    [told_calls] = [each for each in found.differences if each.text.startswith("Calls")]
    assert told_calls.text == "Calls: COACHED 1; ALONE 9"
    assert told_calls.refs == (CellRef("wide", "calls"), CellRef("other", "calls"))


@pytest.mark.parametrize(
    ("diagrams", "words"),
    [
        ((TEA, CUP), "'What is in a cup' is drawn as sets; only diagrams of nodes and lines can be compared"),
        ((TEA,), "2 to 4 diagrams can be compared, not 1"),
        (tuple(chain(1, f"c{at}") for at in range(5)), "2 to 4 diagrams can be compared, not 5"),
        ((TEA, TEA), "a diagram cannot be compared with itself"),
    ],
)
def test_what_cannot_be_compared_is_told_in_words(diagrams: tuple[Any, ...], words: str) -> None:
    with pytest.raises(NotComparable, match=words.replace("(", r"\(")):
        comparison_of(catalog(diagrams=diagrams), diagrams)


def test_flows_alone_can_be_chosen() -> None:
    assert comparable(catalog(diagrams=ALL)) == (TEA,)


def test_steps_without_phases_go_side_by_side() -> None:
    beats = beats_of((TEA, chain(2), replace(TEA, steps=TEA.steps[:1])))
    assert [each.at for each in beats] == [(0, None, 0), (1, None, 0)]


def test_steps_go_phase_by_phase_and_who_is_done_waits() -> None:
    train, use = Phase.TRAINING, Phase.INFERENCE
    long = flow("long", steps=(step("a", train), step("b", train), step("c", use)))
    short = flow("short", steps=(step("a", train), step("b", use), step("c", use)))
    idle = flow("idle", steps=(step("a", use),))
    found = [(each.phase, each.at) for each in beats_of((long, short, idle))]
    assert found == [
        (train, (0, 0, None)),
        (train, (1, 0, None)),
        (use, (2, 1, 0)),
        (use, (2, 2, 0)),
    ]
