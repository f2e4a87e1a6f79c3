"""A small chooser in code: what to drink, by three questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.entities.usecases import Chooser, ChooserAnswer, ChooserQuestion, Effect, Outcome
from desktop.catalog.refs import ClaimRef, UseCaseRef
from tests import builders

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog

TEA_TIME = ClaimRef("tea-time")


def effect(outcome: str, weight: int = 0, because: str = "It is so.", rules_out: bool = False) -> Effect:
    return Effect(
        outcome=outcome, weight=weight, rules_out=rules_out, because=because, evidence=(TEA_TIME, UseCaseRef("brew"))
    )


def answer(id: str, *effects: Effect, text: str = "") -> ChooserAnswer:
    return ChooserAnswer(id=id, text=text or f"{id.title()} it is", effects=effects)


def question(id: str, *answers: ChooserAnswer) -> ChooserQuestion:
    return ChooserQuestion(id=id, text=f"Which {id}?", why=f"Because {id} matters.", answers=answers)


def outcome(id: str) -> Outcome:
    return Outcome(id=id, title=id.title(), summary=f"A cup of {id}.")


DRINKS = Chooser(
    outcomes=(outcome("tea"), outcome("coffee"), outcome("water")),
    questions=(
        question(
            "time",
            answer("morning", effect("coffee", 30, "It wakes."), effect("tea", 20, "It warms.")),
            answer("night", effect("coffee", 0, "It keeps awake.", rules_out=True), effect("tea", -10, "It wakes.")),
        ),
        question(
            "mood",
            answer("calm", effect("tea", 10, "It calms.")),
            answer("tired", effect("coffee", 10, "It wakes."), effect("tea", -40, "Too mild.")),
        ),
        question(
            "cellar",
            answer("empty", *(effect(each, 0, "None left.", rules_out=True) for each in ("tea", "coffee", "water"))),
            answer("full"),
        ),
    ),
)


def drinks(chooser: Chooser = DRINKS) -> Catalog:
    """A pack with this chooser, and a claim that its reasons rest on."""
    return builders.catalog(
        chooser=chooser, sources=(builders.source("leaflet", builders.claim("tea-time", "Tea is for five.")),)
    )
