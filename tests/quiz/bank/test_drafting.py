from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.catalog.entities.questions import Question
from desktop.catalog.shapes import UnionShape, shape_of
from desktop.quiz.banking.drafting import Checker, as_type, draft_of, fresh, number_or_words
from desktop.quiz.banking.fields import OWN_FIELDS, fields_of, listed, parts_of
from desktop.quiz.banking.preview import lines_of

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog


@pytest.fixture(scope="module")
def checker(shipped_catalog: Catalog) -> Checker:
    return Checker(shipped_catalog)


def told(checker: Checker, draft: dict[str, Any]) -> set[tuple[str, int | None, str]]:
    return {(flaw.field, flaw.row, flaw.inner) for flaw in checker.check(draft).flaws}


def test_every_shipped_question_can_be_written_in_the_form(shipped_catalog: Catalog, checker: Checker) -> None:
    for question in shipped_catalog.question.values():
        draft = draft_of(question)
        assert set(draft) <= {"id", "type", *(each.name for each in fields_of(question.type))}
        assert checker.check(draft).question == question


def test_the_form_has_a_field_for_all_that_a_question_can_say() -> None:
    shape = shape_of(Question)
    assert isinstance(shape, UnionShape)
    for type_, record in shape.records.items():
        fields = {each.name for each in record.fields} - {"id", "type"}
        assert fields == {each.name for each in fields_of(type_)}


@pytest.mark.parametrize("type_", list(OWN_FIELDS))
def test_an_empty_form_tells_each_field_that_must_be_filled_in(type_: str, checker: Checker) -> None:
    draft = fresh(type_)
    checked = checker.check(draft)
    assert checked.question is None
    required = {each.name for each in fields_of(type_) if each.required and each.name not in draft}
    assert {flaw.field for flaw in checked.flaws} == required


def test_problems_stand_at_their_row_and_field(checker: Checker) -> None:
    draft = fresh("single") | {
        "stem": "So?",
        "options": [{"text": "a", "correct": True}, {"text": "", "feedback": "x", "misconception": "no"}],
    }
    assert told(checker, draft) == {("options", 1, "text")}
    draft["options"][1]["text"] = "b"
    assert told(checker, draft) == {("options", 1, "misconception")}


def test_a_place_that_is_not_there_is_told_with_a_guess(checker: Checker) -> None:
    draft = fresh("hotspot") | {"stem": "Where?", "scene": "diagram:gann", "targets": ["part:gan/generator", "nothing"]}
    words = {flaw.field: flaw.words for flaw in checker.check(draft).flaws}
    assert "targets" in words
    draft["targets"] = ["part:gan/generator"]
    words = {flaw.field: flaw.words for flaw in checker.check(draft).flaws}
    assert words == {"scene": "'diagram:gann': there is no diagram 'gann' (did you mean 'gan'?)"}


def test_rules_that_the_loader_keeps_are_told_here_too(checker: Checker) -> None:
    draft = fresh("cloze") | {"stem": "Fill in.", "text": "No gap", "gaps": [{"id": "a", "accepted": ["b"]}]}
    assert [flaw.words for flaw in checker.check(draft).flaws] == ["the text has no gap '{a}'"]


def test_hints_never_stop_a_question(checker: Checker) -> None:
    draft = fresh("single") | {"stem": "So", "options": [{"text": "a", "correct": True}, {"text": "b"}]}
    checked = checker.check(draft)
    assert checked.question is not None
    assert "the stem ends in neither a question mark nor a blank" in checked.hints


def test_another_type_keeps_what_both_have() -> None:
    draft = fresh("single") | {"stem": "So?", "options": [{"text": "a"}], "concepts": ["x"]}
    multiple, match = as_type(draft, "multiple"), as_type(draft, "match")
    assert multiple == draft | {"type": "multiple"}
    assert match == {"id": "own-new", "type": "match", "stem": "So?", "concepts": ["x"]}
    assert "items" not in as_type(fresh("order") | {"items": ["a"]}, "categorise")


def test_numbers_are_read_as_a_file_would_read_them() -> None:
    assert [number_or_words(each) for each in ("3", " 2.5 ", "1e3", "1,5", "", "yes", "- a", "[")] == [
        3, 2.5, 1000.0, "1,5", "", "yes", "- a", "[",
    ]  # fmt: skip


def test_every_type_is_shown_with_its_solution(shipped_catalog: Catalog) -> None:
    by_type = {each.type: each for each in shipped_catalog.question.values()}
    assert len(by_type) == 10
    for question in by_type.values():
        lines = lines_of(question, shipped_catalog)
        assert any(line.right for line in lines)
        assert all(line.text for line in lines)


@given(st.lists(st.text("a;\\ ").map(str.strip).filter(bool)))
def test_a_list_in_one_line_is_read_as_it_was_written(values: list[str]) -> None:
    assert parts_of(listed(values)) == values
