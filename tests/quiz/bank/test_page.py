from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.entities.questions import ClozeQuestion, Gap, Topic
from desktop.catalog.loader import load_pack
from desktop.catalog.own import OwnQuestions
from desktop.catalog.refs import QuestionRef
from tests.builders import TINY_PACK
from tests.catalog.test_own import question

if TYPE_CHECKING:
    from pathlib import Path

    from tests.quiz.bank.driver import BankDriver

CAFFEINE, POT, BOILING = (
    "Which cup holds more caffeine?",
    "What does a pot of tea need?",
    "Leaflet 1 says that all tea is made with boiling water. Is that right?",
)


def write(bank: BankDriver, stem: str = "What is milk?") -> None:
    """Fill in a sound question with two options."""
    bank.fill("Question", stem)
    bank.fill("Option 1: Text", "White")
    bank.tick("Option 1: Right")
    bank.fill("Option 2: Text", "Blue")


def own_stems(folder: Path) -> list[str]:
    catalog = load_pack(TINY_PACK, own=folder.parent).catalog
    assert catalog is not None
    return [each.stem for each in catalog.question.values() if each.id in catalog.own]


# Browsing.


def test_the_bank_lists_the_pack_and_shows_the_chosen_question_with_its_solution(bank: BankDriver) -> None:
    assert bank.listed == [CAFFEINE, POT, BOILING]
    assert bank.chosen == CAFFEINE
    assert {"right: Coffee", "wrong: Tea", "It holds about half as much."} <= set(bank.words)
    assert any(link.startswith("Matrix: ") for link in bank.links)
    bank.press("Down")
    assert {"right: Leaves", "right: Hot water", "wrong: Ground seeds"} <= set(bank.words)


def test_searching_lists_what_holds_the_words(bank: BankDriver) -> None:
    bank.search("pot")
    assert bank.listed == [POT]
    assert "1 of 3 questions" in bank.words
    bank.search("nothing has this")
    assert bank.listed == []
    assert any(each.startswith("Nothing is found") for each in bank.words)
    bank.click("Show all")
    assert len(bank.listed) == 3


def test_filters_say_how_many_there_would_be(bank: BankDriver) -> None:
    assert bank.offered("Difficulty")[:3] == ["Difficulty: all  3", "1  1", "2  2"]
    bank.filter("Difficulty", "2")
    assert bank.listed == [POT, BOILING]
    assert "Type: all  2" in bank.offered("Type")
    bank.filter("Type", "True or false")
    assert bank.listed == [BOILING]


def test_flaws_of_item_writing_are_told_and_can_be_filtered_by(bank: BankDriver) -> None:
    bank.look_at_all()
    bank.filter("Flaws", "With flaws")
    assert CAFFEINE in bank.listed
    assert "it has 2 options" in bank.words


def test_what_the_learner_flagged_can_be_filtered_by(bank: BankDriver) -> None:
    bank.page.show_states({"boiling": ["flagged"]})
    bank.filter("State", "Flagged")
    assert bank.listed == [BOILING]


def test_a_question_can_be_asked_and_a_place_followed(bank: BankDriver) -> None:
    bank.press("Down", "A")
    assert bank.asked == [QuestionRef("what-is-needed")]


def test_the_room_of_a_question_is_left_by_escape(bank: BankDriver) -> None:
    left: list[bool] = []
    bank.page.closed.connect(lambda: left.append(True))
    bank.press("Escape")
    assert left == [True]


def test_in_a_narrow_window_the_question_takes_the_list_s_place(bank: BankDriver) -> None:
    bank.window.resize(760, 700)
    bank.settle()
    bank.page.take_focus()
    assert "right: Coffee" not in bank.words
    bank.press("Return")
    assert "right: Coffee" in bank.words
    bank.press("Escape")
    assert "right: Coffee" not in bank.words
    assert bank.focus == "Questions"


# Writing.


def test_a_new_question_is_written_by_keyboard_saved_and_shown(bank: BankDriver, folder: Path) -> None:
    bank.press("N")
    assert bank.is_writing
    assert bank.focus == "Question"
    write(bank)
    bank.press("Ctrl+S")
    bank.reloaded()
    assert not bank.is_writing
    assert bank.chosen == "What is milk?"
    assert "Saved: What is milk?" in bank.words
    assert "Basics · One right option · yours · own-what-is-milk" in bank.words
    assert own_stems(folder) == ["What is milk?"]
    assert bank.focus == "Questions"


def test_saving_can_be_undone_after_the_pack_was_read_again(bank: BankDriver, folder: Path) -> None:
    bank.press("N")
    write(bank)
    bank.press("Ctrl+S")
    bank.reloaded()
    bank.press("Ctrl+Z")
    bank.reloaded()
    assert own_stems(folder) == []
    assert len(bank.listed) == 3
    assert any(each.startswith("Undone") for each in bank.words)


def test_what_is_wrong_is_told_beside_its_field_and_nothing_is_saved(bank: BankDriver, folder: Path) -> None:
    bank.press("N")
    bank.press("Ctrl+S")
    assert "Not saved, 2 to mend. Question: must not be empty" in bank.words
    assert "Must not be empty" in bank.words
    assert bank.focus == "Question"
    write(bank)
    bank.fill("Option 2: Text", "x" * 601)
    bank.press("Ctrl+S")
    assert "Is 601 characters long (at most 600 fit here)" in bank.words
    assert not folder.exists()


def test_hints_are_told_but_never_stop_saving(bank: BankDriver, folder: Path) -> None:
    bank.press("N")
    write(bank, "Milk is")
    bank.press("Ctrl+S")
    bank.reloaded()
    assert own_stems(folder) == ["Milk is"]
    assert "the stem ends in neither a question mark nor a blank" in bank.words


def test_a_question_like_another_is_told_while_it_is_written(bank: BankDriver) -> None:
    bank.look_at_all()
    bank.press("N")
    write(bank, CAFFEINE)
    bank.fill("Option 1: Text", "Coffee")
    bank.page._form._look()
    assert any("the same stem and answer" in each for each in bank.words)


def test_leaving_asks_before_changes_are_lost(bank: BankDriver, folder: Path) -> None:
    bank.press("N", "Escape")
    assert not bank.is_writing
    bank.press("N")
    bank.fill("Question", "What is milk?")
    bank.press("Escape")
    assert bank.is_writing
    assert bank.focus == "Keep writing"
    bank.press("Escape")
    assert bank.focus == "Question"
    assert bank.text_of("Question") == "What is milk?"
    bank.press("Escape")
    bank.click("Discard them")
    assert not bank.is_writing
    assert not folder.exists()


def test_a_question_of_the_pack_is_changed_as_a_copy(bank: BankDriver, folder: Path) -> None:
    assert not bank.can("Edit")
    bank.press("E")
    assert any("Copy it to your questions" in each for each in bank.words)
    bank.press("C")
    bank.fill("Question", "Which mug holds more caffeine?")
    bank.press("Ctrl+S")
    bank.reloaded()
    assert own_stems(folder) == ["Which mug holds more caffeine?"]
    assert CAFFEINE in bank.listed


def test_an_own_question_is_changed_and_keeps_its_id(bank: BankDriver, folder: Path) -> None:
    bank.press("N")
    write(bank)
    bank.press("Ctrl+S")
    bank.reloaded()
    bank.press("E")
    bank.fill("Question", "What is cream?")
    bank.press("Ctrl+S")
    bank.reloaded()
    assert own_stems(folder) == ["What is cream?"]
    assert "Basics · One right option · yours · own-what-is-milk" in bank.words


def test_changing_a_question_leaves_the_signs_in_its_words_as_they_are(bank: BankDriver, folder: Path) -> None:
    gap = Gap(id="at", accepted=("1;2", "1 ; 2\\"), choices=())
    asked = ClozeQuestion(
        id="own-a", type="cloze", stem="Where is it?", text="At {at}.", gaps=(gap,), concepts=("a;b", "c")
    )
    OwnQuestions(folder).save(Topic(id="basics", title="Basics", summary="What is in the cup."), asked)
    bank.window.packs.reload()
    bank.reloaded()
    bank.page.show_question("own-a")
    bank.press("E")
    bank.fill("Question", "Where is it now?")
    bank.press("Ctrl+S")
    bank.reloaded()
    assert OwnQuestions(folder).questions == {"own-a": replace(asked, stem="Where is it now?")}


def test_a_deleted_question_comes_back_by_undo(bank: BankDriver, folder: Path) -> None:
    bank.press("N")
    write(bank)
    bank.press("Ctrl+S")
    bank.reloaded()
    bank.press("Delete")
    bank.reloaded()
    assert own_stems(folder) == []
    assert (folder / "deleted.yaml").exists()
    bank.click("Undo")
    bank.reloaded()
    assert own_stems(folder) == ["What is milk?"]
    assert bank.chosen == "What is milk?"


def test_a_question_can_begin_a_topic(bank: BankDriver, folder: Path) -> None:
    bank.press("N")
    write(bank)
    bank.choose("Topic", "A new topic")
    bank.press("Ctrl+S")
    assert "Not saved, 1 to mend. the new topic needs a title" in bank.words
    bank.fill("Title of the new topic", "Dairy")
    bank.press("Ctrl+S")
    bank.reloaded()
    assert (folder / "questions" / "own-dairy.yaml").exists()
    assert "Dairy  1" in bank.offered("Topic")


def test_evidence_is_found_by_searching_and_added_by_enter(bank: BankDriver, folder: Path) -> None:
    bank.press("N")
    write(bank)
    bank.fill("Evidence", "caffeine")
    bank.press("Down", "Return")
    bank.fill("Evidence", "card:how-hot")
    bank.press("Return", "Ctrl+S")
    bank.reloaded()
    assert any(link.startswith("Articles disagree: ") for link in bank.links)
    assert len([link for link in bank.links if link]) >= 2


def test_what_is_found_for_a_field_comes_into_sight(bank: BankDriver) -> None:
    bank.window.resize(1024, 640)
    bank.press("N")
    bank.fill("Evidence", "tea")
    bank.settle()
    assert bank.sees("Found for Evidence")
    bank.click("Add an option")
    bank.settle()
    assert bank.focus == "Option 3: Text"
    assert bank.sees("Option 3: Text")


def test_a_file_that_changed_on_disk_is_told_and_the_words_stay_in_the_form(bank: BankDriver, folder: Path) -> None:
    bank.press("N")
    write(bank)
    basics = Topic(id="basics", title="Basics", summary="What is in the cup.")
    OwnQuestions(folder).save(basics, question("own-other", "Is it other?"))
    bank.press("Ctrl+S")
    assert any("changed by another program meanwhile" in each for each in bank.words)
    assert bank.text_of("Question") == "What is milk?"
    assert own_stems(folder) == ["Is it other?"]


def test_a_question_that_was_changed_by_hand_is_not_edited_as_it_was_before(bank: BankDriver, folder: Path) -> None:
    bank.press("N")
    write(bank)
    bank.press("Ctrl+S")
    bank.reloaded()
    file = folder / "questions" / "basics.yaml"
    by_hand = file.read_text(encoding="utf-8").replace("What is milk?", "What is cow's milk?")
    file.write_text(by_hand, encoding="utf-8")
    assert bank.page.own is not None
    bank.page.own.read_again()  # as a bank does that is opened later than the pack was read
    bank.press("E")
    assert not bank.is_writing
    assert any("changed by another program" in each for each in bank.words)
    bank.window.packs.reload()
    bank.reloaded()
    bank.press("E")
    assert bank.text_of("Question") == "What is cow's milk?"


def test_what_is_being_written_outlives_reading_the_pack_again(bank: BankDriver, folder: Path) -> None:
    bank.press("N")
    write(bank)
    bank.window.packs.reload()
    bank.reloaded()
    assert bank.is_writing
    assert bank.text_of("Question") == "What is milk?"
    bank.press("Ctrl+S")
    bank.reloaded()
    assert own_stems(folder) == ["What is milk?"]


def test_an_import_is_told_and_undone_as_one_step(bank: BankDriver, folder: Path) -> None:
    own = bank.page.own
    assert own is not None
    basics = Topic(id="basics", title="Basics", summary="What is in the cup.")
    bank.page.add_step("Imported: 2 questions", own.take_in([question("a", "A?"), question("b", "B?")], basics))
    bank.reloaded()
    assert own_stems(folder) == ["A?", "B?"]
    assert "Imported: 2 questions" in bank.words
    bank.click("Undo")
    bank.reloaded()
    assert own_stems(folder) == []


# The form of each type.

FILLED = {
    "One right option": {"Option 1: Text": "a", "Option 2: Text": "b"},
    "Several right options": {"Option 1: Text": "a", "Option 2: Text": "b"},
    "True or false": {},
    "Sort into groups": {
        "Groups": "Hot\nCold", "Item 1: Text": "Tea", "Item 1: Group": "Hot", "Item 2: Text": "Ice",
        "Item 2: Group": "Cold",
    },
    "Match": {
        "Pair 1: Left": "Tea", "Pair 1: Belongs to it": "leaf", "Pair 2: Left": "Coffee",
        "Pair 2: Belongs to it": "seed", "Fit nothing": "stone",
    },
    "Put in order": {"Items": "Boil\nPour\nWait"},
    "Number": {"Answer": "80", "Tolerance": "2.5", "Unit": "°C"},
    "Short answer": {"Accepted": "milk\nMilk tea"},
    "Text with gaps": {"Text": "Tea is made of {what}.", "Gap 1: Name": "what", "Gap 1: Accepted": "leaves; leaf"},
    "Click the place": {"Scene": "diagram:brewing", "Right places": "part:brewing/pot"},
}  # fmt: skip


@pytest.mark.parametrize("type_", FILLED)
def test_every_type_can_be_written(type_: str, bank: BankDriver, folder: Path) -> None:
    bank.press("N")
    bank.choose("Type", type_)
    bank.fill("Question", f"What about {type_}?")
    for name, words in FILLED[type_].items():
        bank.fill(name, words)
        if name == "Right places":
            bank.press("Return")
    if "Option 1: Text" in FILLED[type_]:
        bank.tick("Option 1: Right")
    assert bank.nameless() == []
    bank.press("Ctrl+S")
    bank.reloaded()
    assert own_stems(folder) == [f"What about {type_}?"]
    bank.press("E")
    for name, words in FILLED[type_].items():
        assert name == "Right places" or bank.text_of(name) == words
    bank.press("Escape")
    assert not bank.is_writing


def test_every_control_has_a_name(bank: BankDriver) -> None:
    assert bank.nameless() == []
