"""Which article speaks of an aspect, which is silent, and which contradicts another one there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.catalog.refs import AspectRef, CellRef
from desktop.matrix.pictures.agreement import Field, Stance, agreement_of, spoken_field, why_no_agreement
from tests.builders import aspect, catalog, cell, claim, group, source, subject

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog


def drinks(**cells: dict[str, tuple[str, ...]]) -> Catalog:
    """Three leaflets on drinks; `cells` are the claims behind each cell of each subject."""
    found = {
        name: subject(name, cells={each: cell("Words", claims=claims) for each, claims in of.items()})
        for name, of in cells.items()
    }
    return catalog(
        groups=(group(aspect("heat"), aspect("taste")),),
        subjects=tuple(found.values()),
        sources=(
            source("one", claim("hot", conflicts_with=("cool", "cold")), claim("black")),
            source("two", claim("cool", conflicts_with=("hot",)), claim("green", conflicts_with=("bitter",))),
            source("three", claim("cold"), claim("bitter"), claim("sweet", conflicts_with=("bitter",))),
        ),
    )


def stances(found: Catalog, aspect_id: str, *subjects: str) -> list[Stance]:
    agreement = agreement_of(found, subjects, (aspect_id,))
    return [field.stance for field in agreement.rows[0].fields]


def test_an_article_says_is_silent_or_contradicts() -> None:
    found = drinks(tea={"heat": ("hot", "black", "cool")})
    assert stances(found, "heat", "tea") == [Stance.CONTRADICTS, Stance.CONTRADICTS, Stance.SILENT]
    assert stances(found, "taste", "tea") == [Stance.SILENT] * 3


def test_a_claim_without_its_opponent_here_only_says() -> None:
    found = drinks(tea={"heat": ("hot",), "taste": ("cool",)})
    assert stances(found, "heat", "tea") == [Stance.SAYS, Stance.SILENT, Stance.SILENT]


def test_subjects_that_are_not_chosen_do_not_count() -> None:
    found = drinks(tea={"heat": ("hot",)}, coffee={"heat": ("cool",)})
    assert stances(found, "heat", "tea")[:2] == [Stance.SAYS, Stance.SILENT]
    assert stances(found, "heat", "tea", "coffee")[:2] == [Stance.CONTRADICTS, Stance.CONTRADICTS]


def test_one_side_that_says_so_is_enough() -> None:
    found = drinks(tea={"heat": ("cold", "hot")})
    assert stances(found, "heat", "tea") == [Stance.CONTRADICTS, Stance.SILENT, Stance.CONTRADICTS]


def test_an_article_that_contradicts_itself_contradicts_no_other() -> None:
    found = drinks(tea={"taste": ("bitter", "sweet")})
    assert stances(found, "taste", "tea")[2] is Stance.SAYS


def test_a_field_holds_the_claims_behind_it() -> None:
    found = drinks(tea={"heat": ("black", "hot", "cool", "cold")})
    field = agreement_of(found, ("tea",), ("heat",)).rows[0].fields[0]
    assert field == Field(("black", "hot"), ("hot",), ("cool", "cold"), "tea")


def test_a_claim_in_two_cells_counts_once() -> None:
    found = drinks(tea={"heat": ("hot",)}, coffee={"heat": ("hot", "black")})
    field = agreement_of(found, ("tea", "coffee"), ("heat",)).rows[0].fields[0]
    assert field.claims == ("hot", "black")


def test_a_field_leads_to_the_cell_that_is_in_dispute() -> None:
    found = drinks(tea={"heat": ("black",)}, coffee={"heat": ("hot", "cool")})
    fields = agreement_of(found, ("tea", "coffee"), ("heat",)).rows[0].fields
    assert fields[0].ref("heat") == CellRef("coffee", "heat")
    assert fields[2].ref("heat") == AspectRef("heat")


def test_a_field_is_said_as_a_sentence() -> None:
    found = drinks(tea={"heat": ("black", "hot", "cool", "cold"), "taste": ("bitter",)})
    agreement = agreement_of(found, ("tea",), ("heat", "taste"))
    heat, taste = agreement.rows

    def said(at: int) -> str:
        return spoken_field(found, heat.aspect, agreement.sources[at], heat.fields[at])

    assert said(0) == "Heat, One: contradicts Two and Three in 1 of its 2 claims here."
    assert said(1) == "Heat, Two: contradicts One in its one claim here."
    others = [spoken_field(found, taste.aspect, agreement.sources[at], taste.fields[at]) for at in (0, 2)]
    assert others[0] == "Taste, One: silent, the article makes no claim here."
    assert others[1] == "Taste, Three: speaks of it in 1 claim, and no other article contradicts."


def test_an_aspect_of_another_level_is_left_out_and_an_empty_map_says_why() -> None:
    found = replace(drinks(tea={}), groups=(group(aspect("heat", levels=("others",))),))
    assert "asked of these subjects" in why_no_agreement(agreement_of(found, ("tea",), ("heat",)))
    assert "no articles" in why_no_agreement(agreement_of(replace(found, sources=()), ("tea",), ("heat",)))
    assert why_no_agreement(agreement_of(drinks(tea={}), ("tea",), ("heat",))) == ""


def test_the_shipped_articles_contradict_and_agree_and_are_silent(shipped_catalog: Catalog) -> None:
    agreement = agreement_of(shipped_catalog, tuple(shipped_catalog.subject), tuple(shipped_catalog.aspect))
    found = {field.stance for row in agreement.rows for field in row.fields}
    assert found == set(Stance)
    assert all(field.against for row in agreement.rows for field in row.fields if field.stance is Stance.CONTRADICTS)
