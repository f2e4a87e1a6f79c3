from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.case_words import WHERE_WRONG
from desktop.catalog.dossier import evidence_of
from desktop.catalog.item_rules import rests_on_a_source
from desktop.catalog.loader import load_pack
from desktop.catalog.refs import (
    CellRef,
    ClaimRef,
    DiagramRef,
    PartRef,
    QuestionRef,
    Ref,
    StepRef,
    SubjectRef,
    parse_ref,
)
from desktop.places import shipped_pack
from tests.builders import TINY_PACK
from tests.catalog.loose_ends import all_refs

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.evidence import Evidence


def opened(pack: Path) -> Catalog:
    found = load_pack(pack).catalog
    assert found is not None
    return found


@pytest.fixture(scope="module")
def tiny() -> Catalog:
    return opened(TINY_PACK)


def evidence(catalog: Catalog, ref: str) -> Evidence:
    found = evidence_of(catalog, parse_ref(ref))
    assert found is not None
    return found


@pytest.mark.parametrize("pack", [TINY_PACK, shipped_pack()], ids=["tiny", "shipped"])
def test_everything_that_can_be_opened_has_evidence_and_its_links_lead_somewhere(pack: Path) -> None:
    catalog = opened(pack)
    for ref in all_refs(catalog):
        found = evidence_of(catalog, ref)
        assert found is not None, ref
        assert found.kind, ref
        assert found.title, ref
        assert [ref for ref in found.links if catalog.find(ref) is None] == []
        assert all(fact.label and fact.text for fact in found.facts), ref


def test_the_evidence_of_a_cell(tiny: Catalog) -> None:
    found = evidence(tiny, "cell:tea/caffeine")
    assert (found.kind, found.title, found.subject, found.text) == ("Caffeine", "Tea", "tea", "Some")
    assert ("Rating", "2 of 3: About half of what a cup of coffee holds.") in [
        (each.label, each.text) for each in found.facts
    ]
    assert [each.claim.id for each in found.said] == ["leaf-less-caffeine"]


def test_an_unknown_cell_says_so(tiny: Catalog) -> None:
    assert evidence(tiny, "cell:coffee/minutes").text == "Unknown"


def test_a_cell_and_its_contradiction_lead_to_each_other(tiny: Catalog) -> None:
    assert [card.id for card in evidence(tiny, "cell:tea/heat").cards] == ["how-hot"]
    assert CellRef("tea", "heat") in evidence(tiny, "card:how-hot").links


def test_an_edge_says_where_it_runs(tiny: Catalog) -> None:
    found = evidence(tiny, "part:brewing/fill")
    assert found.title == "Water to Kettle"
    assert next((each.label, each.text) for each in found.facts) == ("Runs", "from Water to Kettle")


def test_a_node_drawn_twice_leads_to_the_first(shipped_catalog: Catalog) -> None:
    found = evidence(shipped_catalog, "part:vae/trained-decoder")
    assert PartRef("vae", "decoder") in found.links


def test_a_layer_names_its_network_and_a_step_its_phase(shipped_catalog: Catalog) -> None:
    layer = evidence(shipped_catalog, "part:decoder-only-llm/mlp")
    step = evidence(shipped_catalog, "step:gan/keep-generator")
    assert ("Layer of", "Transformer") in [(fact.label, fact.text) for fact in layer.facts]
    assert [(fact.label, fact.text) for fact in step.facts] == [("Phase", "inference")]


def test_a_use_case_tells_what_it_rests_on_and_leaves_needs_and_risks_to_its_detail(shipped_catalog: Catalog) -> None:
    found = evidence(shipped_catalog, "use-case:script-and-storyboard")
    assert found.text == shipped_catalog.use_case["script-and-storyboard"].does
    labels = ["Before", "After", "Maturity", "Evidence grade", "As of", "Filed", WHERE_WRONG]
    assert [fact.label for fact in found.facts] == labels
    assert found.said


def test_a_work_that_nobody_looked_up_says_so(tiny: Catalog) -> None:
    assert any("quoted from memory" in fact.text for fact in evidence(tiny, "reference:iso-3103").facts)


@pytest.mark.parametrize("ref", [SubjectRef("gone"), parse_ref("cell:tea/gone"), parse_ref("part:brewing/gone")])
def test_a_place_that_is_not_there_has_none(tiny: Catalog, ref: Ref) -> None:
    assert evidence_of(tiny, ref) is None


def test_a_catalog_without_questions_still_tells(tiny: Catalog) -> None:
    assert evidence_of(replace(tiny, topics=(), cards=(), diagrams=()), CellRef("tea", "heat")) is not None


def test_every_card_of_the_shipped_pack_and_all_that_it_touches_lead_to_each_other(shipped_catalog: Catalog) -> None:
    for card in shipped_catalog.cards:
        back = set(evidence(shipped_catalog, f"card:{card.id}").links)
        for ref in card.touches:
            assert ref in back, (card.id, ref)
            if isinstance(ref, CellRef):
                assert card in evidence(shipped_catalog, str(ref)).cards, (card.id, ref)


def test_what_the_panel_shows_a_source_for_may_be_rested_on_and_nothing_else() -> None:
    """`rests_on_a_source` is asked of hundreds of places and so makes no pages; it must say what they would say."""
    loaded = opened(shipped_pack())
    question = next(iter(loaded.question.values()))
    for ref in all_refs(loaded):
        page_of = DiagramRef(ref.diagram) if isinstance(ref, StepRef) else ref
        evidence = evidence_of(loaded, page_of)
        has_source = isinstance(ref, ClaimRef) or (evidence is not None and bool(evidence.said or evidence.works))
        if not isinstance(ref, QuestionRef):
            assert (not list(rests_on_a_source(replace(question, evidence=(ref,)), loaded))) is has_source, ref
