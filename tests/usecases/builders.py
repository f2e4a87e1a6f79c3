"""A small pack in code: two industries and an empty one, three kinds, five use cases."""

from __future__ import annotations

from typing import Any

from desktop.catalog.catalog import Catalog
from desktop.catalog.entities.evidence import Basis, Claim, ClaimKind, Source, Verdict
from desktop.catalog.entities.pack import Function, Kind, Mark, Modality, Pack, Shape
from desktop.catalog.entities.usecases import (
    Autonomy,
    Chooser,
    EvidenceGrade,
    Industry,
    Maturity,
    Risk,
    Severity,
    UseCase,
)

HOSTILE = "<b>bold</b> & <img src='x.png'> &amp; <script>"

MARKS = (
    Mark(id="round", shape=Shape.CIRCLE, light="#155FAE", dark="#6FB4F5"),
    Mark(id="corner", shape=Shape.TRIANGLE, light="#086D63", dark="#6FE0D0"),
)
KINDS = (
    Kind(id="brew", title="Brewing", marks=("round",), meaning="Hot water."),
    Kind(id="bake", title="Baking", marks=("corner",), meaning="An oven."),
    Kind(id="both", title="Both", marks=("round", "corner"), meaning="Water and oven."),
)
CLAIMS = (
    Claim(id="c-1", locator="Intro", kind=ClaimKind.USE_CASE, says="Tea calms.", verdict=Verdict.ACCURATE),
    Claim(id="c-2", locator="End", kind=ClaimKind.USE_CASE, says="Tea wakes.", verdict=Verdict.SIMPLIFIED),
)
RISKS = (
    Risk(text="It cools.", severity=Severity.LOW, control="A cosy."),
    Risk(text="It scalds.", severity=Severity.HIGH, control="A lid."),
)


def use_case(id: str, title: str, kind: str = "brew", **fields: Any) -> UseCase:
    """A use case; what is not given is dull."""
    given: dict[str, Any] = {
        "does": f"Does {title.lower()}.",
        "problem": "People are thirsty.",
        "who": "Guests",
        "before": "They waited.",
        "after": "They drink.",
        "function": "serve",
        "autonomy": Autonomy.ASSIST,
        "human_check": "A sip.",
        "maturity": Maturity.IN_USE,
        "evidence_grade": EvidenceGrade.B,
        "basis": Basis.ARTICLE,
        "as_of": "2026",
    }
    return UseCase(id=id, title=title, kind=kind, **{**given, **fields})


INN = Industry(
    id="inn",
    title="Inn",
    summary="Where guests stay.",
    use_cases=(
        use_case("tea", "Making tea", risks=RISKS, claims=("c-1", "c-2")),
        use_case("toast", "Making toast", "bake", maturity=Maturity.PILOT, evidence_grade=EvidenceGrade.A),
        use_case("soup", "Heating soup", "brew", evidence_grade=EvidenceGrade.D),
    ),
)
CAFE = Industry(
    id="cafe",
    title="Café & bar",
    summary="Where guests sit.",
    use_cases=(
        use_case("latte", "Pouring latte", problem="The queue reaches the door."),
        use_case(
            "cake",
            "Baking cake",
            "bake",
            filed_as="Article 1 files it under brewing",
            correction="No water boils in an oven.",
        ),
    ),
)
BARE = Industry(id="bare", title="Bare", summary="Nothing yet.")


def catalog_of(*industries: Industry, **fields: Any) -> Catalog:
    """A pack with these industries; `fields` are those of the pack that are not dull."""
    given: dict[str, Any] = {
        "kinds": KINDS,
        "functions": (Function(id="serve", title="Serve at table"),),
        "modalities": (Modality(id="water", title="Water"),),
    }
    pack = Pack(
        id="drinks",
        title="Drinks",
        version="1.0",
        as_of="2026",
        licence="CC0",
        about="Test.",
        marks=MARKS,
        **{**given, **fields},
    )
    source = Source(id="s", short="Article 1", title="On tea", claims=CLAIMS)
    return Catalog(
        pack=pack,
        references=(),
        sources=(source,),
        cards=(),
        subjects=(),
        groups=(),
        diagrams=(),
        industries=industries,
        topics=(),
        terms=(),
        chooser=Chooser(),
        decks=(),
    )


def small_catalog() -> Catalog:
    """The pack that most tests use."""
    return catalog_of(INN, CAFE, BARE)
