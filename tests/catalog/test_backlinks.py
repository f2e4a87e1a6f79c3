"""Links between use cases and what they rest on lead both ways, and all of them somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.catalog.backlinks import Backlinks
from desktop.catalog.dossier import evidence_of
from desktop.catalog.entities.usecases import Need
from desktop.catalog.refs import (
    AspectRef,
    CellRef,
    DiagramRef,
    IndustryRef,
    PartRef,
    QuestionRef,
    Ref,
    StepRef,
    SubjectRef,
    UseCaseRef,
)
from tests.usecases.builders import use_case

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog

THERE = (CellRef, DiagramRef, PartRef, StepRef, SubjectRef, QuestionRef)


def links(catalog: Catalog, ref: Ref) -> list[Ref]:
    found = evidence_of(catalog, ref)
    assert found is not None
    return list(found.links)


def test_what_a_use_case_leads_to_leads_back_to_it(shipped_catalog: Catalog) -> None:
    one_way = [
        (case, str(place))
        for case in shipped_catalog.use_case
        for place in links(shipped_catalog, UseCaseRef(case))
        if isinstance(place, THERE) and UseCaseRef(case) not in links(shipped_catalog, place)
    ]
    assert one_way == []


def test_a_cell_leads_to_the_use_cases_that_need_it_and_so_does_its_aspect(shipped_catalog: Catalog) -> None:
    for place in (CellRef("llm", "accuracy"), AspectRef("accuracy")):
        assert UseCaseRef("answer-from-policy") in links(shipped_catalog, place)


def test_a_step_leads_to_what_it_shows_and_so_does_its_diagram(shipped_catalog: Catalog) -> None:
    for place in (StepRef("combined-pipeline", "render"), DiagramRef("combined-pipeline")):
        assert UseCaseRef("script-and-storyboard") in links(shipped_catalog, place)
    assert UseCaseRef("script-and-storyboard") not in links(shipped_catalog, StepRef("combined-pipeline", "write"))


def test_every_use_case_of_the_shipped_pack_is_shown_by_a_diagram(shipped_catalog: Catalog) -> None:
    wanting = [case.id for case in shipped_catalog.use_case.values() if case.shown_by is None]
    assert wanting == []


def test_a_language_model_with_a_generator_opens_the_combined_pipeline_at_a_step(shipped_catalog: Catalog) -> None:
    shown = [case.shown_by for case in shipped_catalog.use_case.values() if case.kind == "both"]
    assert {type(place) for place in shown} == {StepRef}
    assert {getattr(place, "diagram", "") for place in shown} == {"combined-pipeline"}
    assert len(set(shown)) > 2


def test_there_is_a_question_to_every_use_case_and_the_nearest_comes_first(shipped_catalog: Catalog) -> None:
    for case in shipped_catalog.use_case.values():
        near = shipped_catalog.backlinks.questions_near(case)
        about = shipped_catalog.backlinks.questions_about(case)
        assert near, case.id
        assert near[: len(about)] == about
        named = [each for each in near if UseCaseRef(case.id) in shipped_catalog.question[each.question].evidence]
        assert list(near[: len(named)]) == named


@pytest.mark.parametrize("case", ["answer-customers", "draft-contracts", "synthetic-scans"])
def test_a_question_knows_the_use_cases_that_it_is_about(shipped_catalog: Catalog, case: str) -> None:
    back = shipped_catalog.backlinks
    asked = back.questions_about(shipped_catalog.use_case[case])
    assert asked
    for ref in asked:
        assert UseCaseRef(case) in back.cases_asked_about(shipped_catalog.question[ref.question])


def test_use_cases_come_in_the_order_of_the_pack_each_once_and_those_of_the_same_claims_last() -> None:
    heat, parts = CellRef("tea", "heat"), (Need(text="N", ref=CellRef("tea", "heat")), Need(text="N"))
    first = use_case("first", "First", claims=("c",), subjects=("tea",))
    second = use_case("second", "Second", claims=("c",), needs=(*parts, *parts), shown_by=PartRef("brewing", "pot"))
    third = use_case("third", "Third", shown_by=heat)
    back = Backlinks((first, second, third), ())
    found = {place: [each.use_case for each in back.cases_at(place, ("c",))] for place in (heat, SubjectRef("tea"))}
    assert found == {heat: ["second", "third", "first"], SubjectRef("tea"): ["first", "second"]}
    assert back.cases_at(AspectRef("heat")) == (UseCaseRef("second"), UseCaseRef("third"))
    assert back.cases_at(DiagramRef("brewing")) == (UseCaseRef("second"),)
    assert back.cases_at(DiagramRef("none")) == ()


def test_an_industry_leads_to_its_use_cases(shipped_catalog: Catalog) -> None:
    for industry in shipped_catalog.industry.values():
        assert links(shipped_catalog, IndustryRef(industry.id)) == [UseCaseRef(each.id) for each in industry.use_cases]
