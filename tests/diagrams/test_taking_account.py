"""What goes with a figure that is taken away: every work with all its places, the articles, the pack and the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.entities.diagrams import Edge, FlowDiagram
from desktop.catalog.entities.evidence import Cite, Reference, ReferenceKind, Verdict
from desktop.diagrams.taking.account import account_of, scene_named
from tests.builders import catalog, claim, source
from tests.diagrams.builders import HISTORY, TEA, WARMTH, node

if TYPE_CHECKING:
    from desktop.diagrams.taking.account import Account

TODAY = date(2026, 11, 22)


def work(name: str, *, checked: bool = True) -> Reference:
    return Reference(
        id=name, authors="A. Uthor", title=f"On {name}", year=2020, kind=ReferenceKind.PAPER, checked=checked
    )


PACK = catalog(
    references=(work("water"), work("fire", checked=False), work("steam")),
    sources=(source("leaf", claim("hot", verdict=Verdict.WRONG), publisher="Leaf"), source("cup", claim("cold"))),
)
SOURCED = FlowDiagram(
    type="flow",
    id="sourced",
    title="Sourced",
    summary="S.",
    outline="O.",
    claims=("hot",),
    references=(Cite(id="water", at="page 1"),),
    nodes=(replace(node("a"), references=(Cite(id="water", at="page 7"), Cite(id="fire"))), node("b")),
    edges=(Edge(id="e", source="a", target="b", claims=("cold", "hot"), references=(Cite(id="steam"),)),),
)


def account(diagram: FlowDiagram = SOURCED) -> Account:
    return account_of(PACK, diagram, TODAY)


def test_a_work_has_one_number_with_every_place_that_is_cited() -> None:
    assert account().sources == (
        "[1] A. Uthor: On water. (2020), page 1; page 7.",
        "[2] A. Uthor: On fire. (2020). Details not checked.",
        "[3] A. Uthor: On steam. (2020).",
        "[4] Leaf (claims here: wrong): All about leaf. Leaf",
        "[5] Cup: All about cup.",
    )


def test_it_says_from_which_pack_and_when() -> None:
    assert account().origin == "Small 1.0, as of 2026. CC0-1.0. Exported on 2026-11-22."


def test_the_overview_comes_first_then_each_step_with_what_it_lights() -> None:
    scenes = account(TEA).scenes
    assert [scene.title for scene in scenes] == [
        "A cup of tea", "A cup of tea · Step 1 of 2: Boil", "A cup of tea · Step 2 of 2: Brew",
    ]  # fmt: skip
    assert [scene.text for scene in scenes] == ["Water becomes tea.", "The kettle boils.", "The pot draws."]
    assert [set(scene.lit) for scene in scenes] == [set(), {"water", "kettle", "pour"}, {"pot", "fill", "add"}]


@pytest.mark.parametrize("named", ["brew", "2"])
def test_a_step_is_found_by_its_id_and_by_its_number(named: str) -> None:
    assert scene_named(account(TEA), named).text == "The pot draws."


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("brewe", "no step 'brewe': did you mean 'brew'? (its steps: 1 boil, 2 brew)"),
        ("3", "no step '3' (its steps: 1 boil, 2 brew)"),
        ("0", "no step '0'"),
        ("²", "no step '²'"),
    ],
)
def test_a_step_that_is_not_there_is_told_with_those_that_are(named: str, said: str) -> None:
    with pytest.raises(ValueError, match="no step") as told:
        scene_named(account(TEA), named)
    assert said in str(told.value)


def test_a_figure_without_steps_says_so() -> None:
    with pytest.raises(ValueError, match="'history' has no steps"):
        scene_named(account_of(PACK, HISTORY, TODAY), "1")


def test_the_views_of_a_close_up_are_sourced_too() -> None:
    view = replace(WARMTH.views[0], references=(Cite(id="steam", at="table 2"),))
    assert account_of(PACK, replace(WARMTH, views=(view,)), TODAY).sources == (
        "[1] A. Uthor: On steam. (2020), table 2.",
    )
