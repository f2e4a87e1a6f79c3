"""Every shipped diagram, measured with the real font: drawn right, and all of it named and sourced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.catalog.entities.diagrams import FlowDiagram
from desktop.catalog.loader import load_pack
from desktop.diagrams.ui.ink import measure_with, paper_ink
from desktop.places import shipped_pack
from tests.builders import TINY_PACK
from tests.diagrams.builders import figure_of
from tests.diagrams.soundness import check_sound

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from desktop.catalog.catalog import Catalog
    from tests.diagrams.conftest import MakeContext


def diagrams_of(pack: Path) -> list[tuple[Path, str]]:
    catalog = load_pack(pack).catalog
    return [(pack, diagram.id) for diagram in catalog.diagrams] if catalog else []


SHIPPED = [*diagrams_of(shipped_pack()), *diagrams_of(TINY_PACK)]


@pytest.mark.parametrize(("pack", "id"), SHIPPED, ids=[id for _pack, id in SHIPPED])
def test_the_figure_is_sound(pack: Path, id: str, make_context: MakeContext) -> None:
    catalog = load_pack(pack).catalog
    assert catalog is not None
    drawing = figure_of(catalog.diagram[id], measure_with(paper_ink(make_context()).fonts))
    check_sound(drawing)


def test_there_are_figures_to_check() -> None:
    assert len(SHIPPED) >= 4


def test_no_lit_line_leads_from_or_to_a_dark_box(shipped_catalog: Catalog) -> None:
    flows = [each for each in shipped_catalog.diagrams if isinstance(each, FlowDiagram)]
    dark = [f"{flow.id}/{step.id}: {end}" for flow in flows for step in flow.steps for end in dark_ends(flow, step.id)]
    assert flows
    assert dark == []


def dark_ends(flow: FlowDiagram, id: str) -> list[str]:
    """Where the lines of a step begin or end although the step lights neither the node nor a group that it lies in."""
    [step] = [each for each in flow.steps if each.id == id]
    ends = {end for edge in flow.edges if edge.id in step.path for end in (edge.source, edge.target)}
    return [node.id for node in flow.nodes if node.id in ends and not lit(flow, node.id, step.parts)]


def lit(flow: FlowDiagram, node: str, parts: Collection[str]) -> bool:
    inside = {each.id: each.group for each in flow.nodes} | {each.id: each.parent for each in flow.groups}
    at: str | None = node
    while at is not None and at not in parts:
        at = inside[at]
    return at is not None
