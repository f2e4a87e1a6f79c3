"""The test set of GIFT-grammar-PEG.js (MIT, see its SOURCE.md): each file reads as the result beside it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.quiz.exchange.reading.gift import read
from desktop.quiz.exchange.reading.gift_answers import ANY

if TYPE_CHECKING:
    from desktop.quiz.exchange.item import Answer, Item, Reading, Written

GIFT = Path(__file__).resolve().parents[4] / "shared" / "content" / "gift"  # not ours to copy into the project
FILES = sorted(GIFT.glob("*.gift"))
pytestmark = pytest.mark.skipif(not FILES, reason="the GIFT test set lies beside the project, and it is not there")
TYPES = {
    "single": "MC",
    "multiple": "MC",
    "truefalse": "TF",
    "short": "Short",
    "numeric": "Numerical",
    "match": "Matching",
    "essay": "Essay",
    "description": "Description",
}


def text_of(written: Written | None) -> Any:
    return {"format": written.form, "text": written.text} if written is not None else None


def number_of(text: Any) -> Any:
    """The set tells apart a number, a number with a tolerance, and a range: all three are a middle and a half width."""
    if text["type"] == "high-low":
        low, high = text["numberLow"], text["numberHigh"]
        return round((low + high) / 2, 9), round((high - low) / 2, 9)
    return round(text["number"], 9), round(text.get("range", 0), 9)


def expected_answer(choice: Any) -> Any:
    text = choice["text"]
    return choice["isCorrect"], choice["weight"], number_of(text) if "type" in text else text, choice["feedback"]


def found_answer(answer: Answer) -> Any:
    number = answer.number and (round(answer.number.value, 9), round(answer.number.tolerance, 9))
    return answer.right, answer.weight, number or text_of(answer.text), text_of(answer.feedback)


def expected(entry: Any) -> Any:
    """An entry of the set as the line of facts that both sides are turned into."""
    kind = entry["type"]
    if kind == "Category":
        return kind, entry["title"]
    facts: list[Any] = [kind, entry["title"] or "", entry["stem"], entry["id"] or "", tuple(entry["tags"] or ())]
    facts += [entry["hasEmbeddedAnswers"], entry.get("globalFeedback")]
    if kind == "TF":
        # Moodle's rule is: first what the wrong answer is told. The set calls the first 'trueFeedback' in every case.
        return (*facts, entry["isTrue"], entry["trueFeedback"], entry["falseFeedback"])
    if kind == "Matching":
        pairs = entry["matchPairs"]
        return (*facts, [(pair["subquestion"], pair["subanswer"]) for pair in pairs])
    choices = entry.get("choices", [])
    if isinstance(choices, dict):
        choices = [{"isCorrect": True, "weight": None, "text": choices, "feedback": None}]
    return (*facts, [expected_answer(each) for each in choices])


def found(item: Item) -> Any:
    assert item.flaw == ""
    facts: list[Any] = [TYPES[item.kind], item.title, text_of(item.stem), item.id, item.tags]
    facts += [item.blank, text_of(item.feedback)]
    if item.kind == "truefalse":
        said = {answer.right: text_of(answer.feedback) for answer in item.answers}
        return (*facts, item.answers[0].right, said[False], said[True])
    if item.kind == "match":
        return (*facts, [(text_of(each.text), each.partner and each.partner.text) for each in item.answers])
    return (*facts, [found_answer(each) for each in item.answers])


def all_found(reading: Reading) -> list[Any]:
    lines = [(item.line, found(item)) for item in reading.items]
    lines += [(each.line, ("Category", each.what)) for each in reading.categories]
    return [facts for _line, facts in sorted(lines, key=lambda each: each[0])]


def test_the_set_is_whole() -> None:
    assert len(FILES) == 51
    assert (GIFT / "LICENSE").exists()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_reads_as_the_set_expects(file: Path) -> None:
    entries = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    assert all_found(read(file.read_bytes())) == [expected(entry) for entry in entries]


def test_the_set_tells_an_answer_of_any_text() -> None:
    reading = read((GIFT / "totara_moodle_numerical.gift").read_bytes())
    assert [answer.text.text for item in reading.items for answer in item.answers if answer.number is None] == [ANY]
