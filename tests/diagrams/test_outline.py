"""The diagram in words: everything the figure shows is told."""

from __future__ import annotations

from desktop.catalog.refs import PartRef, StepRef
from desktop.diagrams.legend import legend_of
from desktop.diagrams.outline import Entry, outline_of
from desktop.diagrams.words import sourced_of, status_of
from tests.diagrams.builders import CUP, HISTORY, TEA, WARMTH, figure_of, ruler


def texts(entries: tuple[Entry, ...]) -> list[str]:
    return [text for entry in entries for text in (entry.text, *texts(entry.children))]


def test_a_flow_tells_nodes_groups_lines_and_steps() -> None:
    told = texts(outline_of(TEA))
    assert "Kettle, network: boils (in 'on the stove')" in told
    assert "Flow of data from Kettle to Pot: hot" in told
    assert "2. Brew" in told
    assert [entry.text for entry in outline_of(TEA)] == ["Nodes", "Groups", "Lines", "Steps"]


def test_lines_lead_to_their_places() -> None:
    nodes, _groups, _lines, steps = outline_of(TEA)
    assert nodes.children[0].ref == PartRef("tea", "water")
    assert steps.children[1].ref == StepRef("tea", "brew")


def test_sets_tell_where_the_examples_stand() -> None:
    assert "In Drinks, Hot drinks" in texts(outline_of(CUP))


def test_events_are_told_in_the_order_of_time() -> None:
    assert texts(outline_of(HISTORY))[:3] == ["Ways to brew", "1500-06: Teapot", "1500-06-15: A second teapot"]


def test_a_masked_number_is_called_masked() -> None:
    assert "cup: cup 1.00, hand masked" in texts(outline_of(WARMTH))


def test_the_legend_names_what_occurs_and_nothing_else() -> None:
    words = [entry.words for entry in legend_of([figure_of(TEA, ruler)])]
    assert words[:5] == ["data", "noise", "network, learns", "operation", "decision"]
    assert "loss" not in words
    assert words[-1] == "loop, runs again"


def test_the_status_counts() -> None:
    assert status_of(TEA) == "A cup of tea · 5 nodes, 6 edges, 2 steps · 0 of 6 elements sourced"
    assert status_of(HISTORY).startswith("History of tea · 4 events")
    assert sourced_of(WARMTH) == ""
