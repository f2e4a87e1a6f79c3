"""Every shipped diagram, measured with the real font: drawn right, and the same every time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.entities.diagrams import FlowDiagram
from desktop.catalog.loader import load_pack
from desktop.diagrams.boxes import segments
from desktop.diagrams.ui.ink import measure_with, paper_ink
from desktop.places import shipped_pack
from tests.builders import TINY_PACK
from tests.diagrams.builders import figure_of
from tests.diagrams.soundness import (
    check_grounds,
    check_sound,
    crossings,
    holders_of,
    runs_side_by_side,
    runs_through,
    words_of,
)

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.diagrams import Diagram
    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.shell.context import Context
    from tests.diagrams.conftest import MakeContext

ROOT = Path(__file__).parents[2]
LEAST_CROSSINGS: dict[str, tuple[int, str]] = {}
"""The figures that cannot do without crossings: how many, and why. All shipped ones are planar and need none."""


def diagrams_of(pack: Path) -> list[Diagram]:
    catalog = load_pack(pack).catalog
    return list(catalog.diagrams) if catalog else []


SHIPPED = [*diagrams_of(shipped_pack()), *diagrams_of(TINY_PACK)]


def drawn(diagram: Diagram, context: Context) -> Drawing:
    return figure_of(diagram, measure_with(paper_ink(context).fonts))


@pytest.fixture(params=SHIPPED, ids=lambda diagram: diagram.id)
def diagram(request: pytest.FixtureRequest) -> Diagram:
    found: Diagram = request.param
    return found


@pytest.fixture
def drawing(diagram: Diagram, make_context: MakeContext) -> Drawing:
    return drawn(diagram, make_context())


def test_the_figure_is_sound(diagram: Diagram, drawing: Drawing) -> None:
    check_sound(drawing)
    check_grounds(diagram, drawing)
    least, _why = LEAST_CROSSINGS.get(diagram.id, (0, ""))
    assert len(crossings(drawing)) <= least, crossings(drawing)
    for wire in drawing.wires:
        assert not any(abs(ax - bx) + abs(ay - by) < 4 for (ax, ay), (bx, by) in segments(wire.points)), wire.id
    for one, other in combinations(drawing.wires, 2):
        assert not runs_side_by_side(one, other), f"{one.id} and {other.id} run on top of each other"


def test_no_words_touch_a_line(drawing: Drawing) -> None:
    for owner, box in words_of(drawing):
        for wire in drawing.wires:
            assert not runs_through(wire, box.inflated(2)), f"{wire.id} touches words of {owner}"


def test_a_flow_can_be_read_as_it_opens(diagram: Diagram, drawing: Drawing) -> None:
    """The room for a figure in a window of 1280 by 800 is about 1100 by 460 px; small print has 12 px."""
    if isinstance(diagram, FlowDiagram):
        assert 12 * min(1100 / drawing.bounds.width, 460 / drawing.bounds.height) >= 7.5


def fingerprints(context: Context) -> str:
    """All drawings in so many letters; twice, as nothing may be left over from the first time."""
    drawings = [repr(drawn(diagram, context)) for diagram in (*SHIPPED, *SHIPPED)]
    first, second = ("\n".join(each) for each in (drawings[: len(SHIPPED)], drawings[len(SHIPPED) :]))
    assert first == second
    return hashlib.sha256(first.encode()).hexdigest()


@pytest.mark.parametrize("seed", ["1", "77"])
def test_the_figures_are_the_same_in_another_process(seed: str, make_context: MakeContext, tmp_path: Path) -> None:
    code = "from tests.diagrams.elsewhere import told; told()"
    known = {**os.environ, "PYTHONHASHSEED": seed, "HOME": str(tmp_path)}
    found = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, env=known, cwd=ROOT
    )
    assert found.stdout.strip() == fingerprints(make_context())


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
    held = holders_of(flow)
    ends = {end for edge in flow.edges if edge.id in step.path for end in (edge.source, edge.target)}
    return [node.id for node in flow.nodes if node.id in ends and not {node.id, *held[node.id]} & {*step.parts}]
