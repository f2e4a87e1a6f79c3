from __future__ import annotations

import pytest

from desktop.catalog.catalog import Catalog, parts_of
from desktop.catalog.entities.evidence import Basis
from desktop.catalog.entities.pack import Mark, Pack, Shape
from desktop.catalog.loader import load_pack
from desktop.catalog.refs import REF_TYPES, CellRef, PartRef, parse_ref
from tests.builders import PACK, TINY_PACK, aspect, catalog, cell, group, subject
from tests.catalog.loose_ends import all_refs


@pytest.fixture(scope="module")
def tiny() -> Catalog:
    found = load_pack(TINY_PACK).catalog
    assert found is not None
    return found


def test_everything_that_has_a_ref_is_found(tiny: Catalog) -> None:
    found = all_refs(tiny)
    assert {type(ref).kind for ref in found} == set(REF_TYPES) - {"deck", "view"}
    assert [str(ref) for ref in found if tiny.find(ref) is None] == []


@pytest.mark.parametrize("kind", REF_TYPES)
def test_what_is_not_there_is_not_found(tiny: Catalog, kind: str) -> None:
    parts = "x/y" if kind in ("cell", "part", "step") else "x"
    assert tiny.find(parse_ref(f"{kind}:{parts}")) is None


def test_a_cell_that_the_pack_does_not_have_is_unknown_and_never_blank(tiny: Catalog) -> None:
    absent = tiny.cell("coffee", "minutes")
    assert (absent.text, absent.basis) == ("Unknown", Basis.UNKNOWN)
    assert tiny.find(CellRef("coffee", "minutes")) is absent


def test_nodes_groups_and_edges_are_parts(tiny: Catalog) -> None:
    parts = parts_of(tiny.diagram["brewing"])
    assert {"water", "kitchen", "pour"} <= set(parts)
    assert tiny.find(PartRef("brewing", "pour")) is parts["pour"]


def test_a_claim_knows_its_article_and_its_cards(tiny: Catalog) -> None:
    assert tiny.source_of_claim["bean-cooler"].id == "bean"
    assert [card.id for card in tiny.cards_of_claim["bean-cooler"]] == ["how-hot"]


def marked(**parents: tuple[str, ...]) -> Catalog:
    """Subjects with these parents; the one named `marked` alone has a mark."""
    marks = (Mark(id="round", shape=Shape.CIRCLE, light="#000000", dark="#FFFFFF"),)
    pack = Pack(
        id=PACK.id, title="T", version="1.0", as_of="2026", licence="L", about="A", levels=PACK.levels, marks=marks
    )
    names = {"marked": (), **parents}
    own = {"marked": "round"}
    return catalog(
        pack=pack, subjects=tuple(subject(name, parents=above, mark=own.get(name)) for name, above in names.items())
    )


def test_a_mark_comes_from_the_nearest_that_has_one() -> None:
    found = marked(child=("mother", "marked"), mother=(), grandchild=("child",))
    assert [getattr(found.mark_of(each), "id", None) for each in ("marked", "grandchild", "mother")] == [
        "round",
        "round",
        None,
    ]


def test_parents_in_a_ring_have_no_mark_and_do_no_harm() -> None:
    assert marked(a=("b",), b=("a", "b")).mark_of("a") is None


def test_parents_in_many_crossing_lines_are_each_looked_at_once() -> None:
    """Forty floors of two, each leading to both above: a walk over every path would never end."""
    floors = {f"{side}{at}": (f"a{at + 1}", f"b{at + 1}") for at in range(40) for side in "ab"}
    assert marked(**floors, a40=(), b40=()).mark_of("a0") is None


def test_a_small_catalog_is_built_in_one_line() -> None:
    small = catalog(subjects=(subject("tea", cells={"heat": cell("Hot")}),), groups=(group(aspect("heat")),))
    assert small.cell("tea", "heat").text == "Hot"
