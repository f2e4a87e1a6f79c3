from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from desktop.catalog.entities.evidence import Basis, Verdict
from desktop.catalog.entities.questions import (
    Bloom,
    CategoriseQuestion,
    ChoiceQuestion,
    ForEach,
    MatchQuestion,
    Option,
    OrderQuestion,
    Pair,
    SortedItem,
    Template,
    Topic,
)
from desktop.catalog.item_lint import flaws_of
from desktop.catalog.refs import CellRef, ClaimRef, SubjectRef
from desktop.catalog.revision import revision_of
from tests.builders import aspect, catalog, cell, claim, group, source, subject

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question

GOOD: dict[str, Any] = {
    "stem": "Which drink is made from leaves of a shrub?",
    "bloom": Bloom.REMEMBER,
    "difficulty": 1,
    "explanation": "Tea is brewed from the leaves of the tea shrub, coffee from roasted seeds.",
    "evidence": (ClaimRef("fact"),),
    "concepts": ("tea",),
}


def options(*texts: str) -> tuple[Option, ...]:
    """The first is right, the others have feedback."""
    return tuple(
        Option(text=text, correct=at == 0, feedback="Why not." if at else None) for at, text in enumerate(texts)
    )


def choice(name: str = "q", **fields: Any) -> ChoiceQuestion:
    given = {"type": "single", "options": options("Tea", "Coffee", "Cocoa"), **GOOD, **fields}
    return ChoiceQuestion(id=name, **given)


CELLS = {
    "heard": cell("Hot", basis=Basis.ARTICLE, claims=("fact",)),
    "bare": cell("Hot", basis=Basis.EDITOR),
}
ARTICLE = source("s", claim("fact"), claim("shaky", verdict=Verdict.CONTESTED))


def told(*questions: Question) -> list[str]:
    bank = catalog(
        topics=(Topic(id="t", title="T", summary="T", questions=questions),),
        sources=(ARTICLE,),
        groups=(group(aspect("heard"), aspect("bare")),),
        subjects=(subject("tea", cells=CELLS),),
    )
    return [flaw.what for flaw in flaws_of(bank)]


def test_a_good_question_has_no_flaw() -> None:
    assert told(choice()) == []


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"options": (*options("Tea", "Coffee"), Option(text="Cocoa", correct=True))}, "2 right options"),
        ({"type": "multiple", "options": tuple(Option(text=each) for each in ("Tea", "Milk", "Cocoa"))}, "all or none"),
        ({"options": options("Tea", "Coffee")}, "2 options"),
        ({"options": options("Tea", "Coffee", "Cocoa", "Milk", "Juice", "Water")}, "6 options"),
        ({"options": options("Tea of the best and freshest kind", "Coffee", "Cocoa")}, "longest"),
        ({"options": options("Tea", "Coffee", "All of the above")}, "speaks of the others"),
        ({"stem": "Which drink is not made from leaves?"}, "NOT or EXCEPT in capitals"),
        ({"options": options("Tea", "Always coffee", "Cocoa")}, "wrong options alone"),
        ({"options": options("The shrub", "Coffee beans", "Cocoa beans")}, "'shrub'"),
        ({"options": options("30", "20", "10")}, "must stand in order"),
        ({"options": options("Tea", "Coffee", "coffee.")}, "two options say the same"),
        ({"evidence": (SubjectRef("tea"),)}, "Show me"),
        ({"explanation": "It is tea."}, "does not teach"),
        ({"stem": " ".join(["word"] * 61) + "?"}, "60 words"),
        ({"stem": "Name a drink."}, "ends in neither"),
        ({"concepts": ()}, "no concept"),
        ({"options": (Option(text="Tea", correct=True), Option(text="Coffee"), Option(text="Cocoa"))}, "no feedback"),
        ({"options": options("Tea", "coffee", "Cocoa")}, "begin with a capital"),
        ({"options": options("Tea.", "Coffee", "Cocoa")}, "full stop"),
        ({"options": options("The tea", "Coffee", "Cocoa")}, "alone begins with an article"),
        ({"stem": "Which drink does not need no water?"}, "negative twice"),
        ({"stem": "Which does NOT fit?", "options": options("No tea", "Coffee", "Cocoa")}, "negative both"),
        ({"evidence": (CellRef("tea", "bare"),)}, "no claim and no work"),
        ({"evidence": (ClaimRef("shaky"),)}, "contested or wrong claims alone"),
        ({"evidence": (CellRef("tea", "heard"),)}, "takes the articles' word"),
    ],
)
def test_each_flaw_is_told(fields: dict[str, Any], what: str) -> None:
    assert any(what in each for each in told(choice(**fields))), told(choice(**fields))


@pytest.mark.parametrize("evidence", [ClaimRef("shaky"), CellRef("tea", "heard")])
def test_a_question_that_says_whose_view_it_is_may_rest_on_it(evidence: Any) -> None:
    stem = "Which drink, according to the article, is made from leaves of a shrub?"
    assert told(choice(stem=stem, evidence=(evidence,))) == []


def test_options_of_true_or_false_are_two() -> None:
    assert told(choice(type="truefalse", options=options("True", "False"))) == []


def test_two_questions_with_the_same_stem_are_told() -> None:
    same = told(choice("a"), choice("b", options=options("Tea", "Milk", "Cocoa")))
    assert same == ["another question has the same stem"] * 2


def test_one_question_under_two_ids_is_told() -> None:
    assert "another question is the same in all but its id" in told(choice("a"), choice("b"))


def test_a_revision_changes_with_what_is_shown_and_with_nothing_else() -> None:
    first = revision_of(choice())
    assert revision_of(choice("other", difficulty=5, concepts=("shrub",))) == first
    assert revision_of(choice(explanation="Another explanation of the very same length and use.")) != first
    assert revision_of(choice(options=options("Tea", "Milk", "Cocoa"))) != first


def test_right_answers_that_crowd_at_one_place_are_told() -> None:
    bank = [choice(f"q{at}", stem=f"Which drink number {at} is it?") for at in range(25)]
    assert told(*bank) == ["25 of 25 right answers among 3 options are option 1"]


def test_right_answers_in_even_spread_are_not_told() -> None:
    texts = ("Tea", "Coffee", "Cocoa")
    bank = [
        choice(
            f"q{at}",
            stem=f"Which drink number {at} is it?",
            options=tuple(
                Option(text=text, correct=True) if place == at % 3 else Option(text=text, feedback="Why not.")
                for place, text in enumerate(texts)
            ),
        )
        for at in range(25)
    ]
    assert told(*bank) == []


def test_an_order_to_find_needs_three_items() -> None:
    question = OrderQuestion(id="o", type="order", items=("Boil", "Pour"), **GOOD)
    assert told(question) == ["an order to find has three to eight items"]


def test_doubles_are_told_in_every_type() -> None:
    items = tuple(SortedItem(text="Tea", category="Hot") for _ in range(2))
    pairs = (Pair(left="Leaf", right="Tea"), Pair(left="Bean", right="Tea"))
    doubled: list[Question] = [
        CategoriseQuestion(id="c", type="categorise", categories=("Hot", "Cold"), items=items, **GOOD),
        MatchQuestion(id="m", type="match", pairs=pairs, **{**GOOD, "stem": "What comes from what?"}),
    ]
    assert told(*doubled) == ["two items say the same", "two right sides say the same"]


def test_a_template_that_makes_nothing_is_told() -> None:
    ask = Template(
        id="makers", for_each=ForEach.CELL, level="things", aspect="heard", ask="Who makes {subject}?",
        answer_from="text", explanation="{answer}.", bloom=Bloom.REMEMBER, difficulty=1,
    )  # fmt: skip
    bank = catalog(topics=(Topic(id="t", title="T", summary="T", templates=(ask,)),), groups=(group(aspect("heard")),))
    assert [flaw.question for flaw in flaws_of(bank)] == ["makers"]


def test_the_shipped_bank_has_no_flaw(shipped_catalog: Catalog) -> None:
    assert flaws_of(shipped_catalog) == ()
