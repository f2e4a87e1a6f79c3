from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.entities.evidence import Cite, Verdict
from desktop.catalog.evidence import articles_of, cards_of, disagree, said_of, touching, verdicts_of, works_of
from desktop.catalog.loader import load_pack
from desktop.catalog.refs import CellRef
from tests.builders import TINY_PACK

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog


def tiny() -> Catalog:
    found = load_pack(TINY_PACK).catalog
    assert found is not None
    return found


def test_articles_disagree_where_a_claim_conflicts_with_another_of_them() -> None:
    assert disagree(tiny(), ["leaf-boiling", "bean-cooler"])
    assert not disagree(tiny(), ["leaf-boiling", "bean-pressed"])


def test_verdicts_come_mildest_first_and_once() -> None:
    claims = ["bean-cooler", "leaf-boiling", "bean-pressed", "leaf-less-caffeine"]
    assert verdicts_of(tiny(), claims) == (Verdict.ACCURATE, Verdict.SIMPLIFIED, Verdict.CONTESTED)


def test_articles_are_counted_once() -> None:
    assert articles_of(tiny(), ["leaf-boiling", "leaf-less-caffeine", "bean-cooler"]) == 2


def test_what_was_said_names_the_article_and_the_page() -> None:
    assert [each.where for each in said_of(tiny(), ["leaf-boiling"])] == ["Leaflet 1, Page 2"]


def test_works_of_a_place_and_of_its_corrections_come_once() -> None:
    works = works_of(tiny(), [Cite(id="iso-3103", at="section 1")], ["leaf-boiling"])
    assert [(each.reference.id, each.at) for each in works] == [("iso-3103", "section 1")]


def test_a_contradiction_is_reached_by_its_place_and_by_its_claims() -> None:
    assert [each.id for each in cards_of(tiny(), CellRef("tea", "heat"), [])] == ["how-hot"]
    assert [each.id for each in cards_of(tiny(), CellRef("tea", "minutes"), ["bean-cooler"])] == ["how-hot"]
    assert cards_of(tiny(), CellRef("tea", "minutes"), []) == ()


def test_what_touches_a_place_does_not_lead_back_to_it() -> None:
    place = CellRef("tea", "caffeine")
    found = [str(each) for each in touching(tiny(), place, ["leaf-less-caffeine"])]
    assert "use-case:afternoon-pot" in found
    assert "question:more-caffeine" in found
    assert str(place) not in found
