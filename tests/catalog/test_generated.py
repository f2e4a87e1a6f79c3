from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from desktop.catalog.dossier import evidence_of
from desktop.catalog.entities.evidence import Basis, Verdict
from desktop.catalog.entities.matrix import ValueKind
from desktop.catalog.entities.questions import Bloom, ForEach, Template, Topic
from desktop.catalog.generated import generated, made_question
from desktop.catalog.refs import CellRef, QuestionRef
from tests.builders import aspect, catalog, cell, claim, group, source, subject

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog

MAKERS = {"tea": "Leaf", "coffee": "Bean", "cocoa": "Pod", "juice": "Leaf", "milk": "Cow"}


def template(**fields: Any) -> Template:
    given: dict[str, Any] = {
        "id": "maker", "for_each": ForEach.CELL, "level": "things", "aspect": "maker", "ask": "Who makes {subject}?",
        "answer_from": "values", "explanation": "Look at the label: {subject} is made by {answer}.",
        "bloom": Bloom.REMEMBER, "difficulty": 1,
    }  # fmt: skip
    return Template(**{**given, **fields})


def drinks(kind: ValueKind = ValueKind.WORDS, makers: dict[str, str] = MAKERS, **cells: Any) -> Catalog:
    made = {name: cell(maker, values=(maker,), claims=("label",)) for name, maker in makers.items()}
    subjects = tuple(subject(name, cells={"maker": cells.get(name, each)}) for name, each in made.items())
    claims = (claim("label"), claim("shaky", verdict=Verdict.CONTESTED))
    return catalog(groups=(group(aspect("maker", values=kind)),), subjects=subjects, sources=(source("s", *claims),))


def test_each_known_cell_gives_a_question_with_one_right_option() -> None:
    made = generated(drinks(), template())
    assert len(made) == len(MAKERS)
    for question in made:
        name = question.id.split(".")[1]
        assert [option.text for option in question.options if option.correct] == [MAKERS[name]]
        assert question.stem == f"Who makes {name.title()}?"
        assert question.evidence == (CellRef(name, "maker"),)


def test_no_wrong_option_could_be_right() -> None:
    for question in generated(drinks(), template()):
        texts = [option.text for option in question.options]
        assert len(set(texts)) == len(texts)
        assert all(option.feedback for option in question.options if not option.correct)


def test_the_same_data_give_the_same_questions() -> None:
    assert generated(drinks(), template()) == generated(drinks(), template())


@pytest.mark.parametrize(
    "doubtful", [cell("?", basis=Basis.UNKNOWN, claims=("label",)), cell("Leaf", claims=("shaky",)), cell("Leaf")]
)
def test_what_is_unknown_contested_or_without_a_source_is_not_asked(doubtful: Any) -> None:
    made = generated(drinks(tea=doubtful), template())
    assert "maker.tea" not in [question.id for question in made]
    assert len(made) == len(MAKERS) - 1


def test_turned_round_the_subject_is_the_answer() -> None:
    made = generated(drinks(), template(ask="What is made by {text}?", answer_from="subject"))
    tea = next(question for question in made if question.id == "maker.tea")
    assert [option.text for option in tea.options if option.correct] == ["Tea"]
    assert "Juice" not in [option.text for option in tea.options]


def test_dates_stand_in_order_and_read_as_words() -> None:
    days = dict(zip(MAKERS, ("2020", "2019-05", "2023-03-14", "1999", "2001"), strict=True))
    made = generated(drinks(ValueKind.DAY, days), template(options=5))
    texts = [option.text for option in made[0].options]
    assert texts == ["1999", "2001", "May 2019", "2020", "14 March 2023"]
    assert not made[0].shuffle


@pytest.mark.parametrize("no_day", ["2023-13", "2023-02-30", "2023-00", "2023-\u0660\u0660-05", "soon"])
def test_a_date_that_is_none_stands_as_it_was_written(no_day: str) -> None:
    made = generated(
        drinks(ValueKind.DAY, {**dict.fromkeys(MAKERS, no_day), "milk": "2019", "juice": "2020"}), template()
    )
    assert {option.text for option in made[0].options} == {no_day.capitalize(), "2019", "2020"}


def test_too_few_different_answers_give_no_question() -> None:
    same = {**dict.fromkeys(MAKERS, "Leaf"), "milk": "Cow"}
    assert generated(drinks(makers=same), template()) == ()


def test_a_question_that_gives_itself_away_is_not_made() -> None:
    makers = {**MAKERS, "tea": "Tea growers"}
    made = generated(drinks(makers=makers), template(ask="Which growers or others make {subject}?"))
    assert "maker.tea" not in [question.id for question in made]
    assert len(made) == len(MAKERS) - 1


def test_the_explanation_may_hold_the_detail_of_the_cell() -> None:
    detailed = cell("Leaf", values=("Leaf",), claims=("label",), detail="Founded by a gardener.")
    made = generated(drinks(tea=detailed), template(explanation="It is {answer}. {detail} Look at the label."))
    tea = next(question for question in made if question.id == "maker.tea")
    assert tea.explanation == "It is Leaf. Founded by a gardener. Look at the label."


def test_a_share_takes_a_part() -> None:
    assert len(generated(drinks(), template(share=0.4))) == 2


def test_every_shipped_template_makes_questions(shipped_catalog: Catalog) -> None:
    templates = [each for topic in shipped_catalog.topics for each in topic.templates]
    assert len(templates) >= 12
    for each in templates:
        made = generated(shipped_catalog, each)
        assert made, each.id
        for question in made:
            assert question.explanation
            assert "{" not in question.stem + question.explanation, question.id
            assert sum(option.correct for option in question.options) == 1
            assert len(question.stem) <= 200
            assert all(len(option.text) <= 200 for option in question.options)


def test_a_made_question_has_its_evidence_as_a_written_one_has() -> None:
    topic = Topic(id="makers", title="Makers", summary="Who makes what.", templates=(template(),))
    pack = replace(drinks(), topics=(topic,))
    found = made_question(pack, "maker.tea")
    assert found is not None
    evidence = evidence_of(pack, QuestionRef("maker.tea"))
    assert evidence is not None
    assert (evidence.kind, evidence.title, evidence.text) == ("Question · Makers", found[0].stem, found[0].explanation)
    assert CellRef("tea", "maker") in evidence.links
    assert evidence_of(pack, QuestionRef("maker.beer")) is None
    assert evidence_of(pack, QuestionRef("beer")) is None
