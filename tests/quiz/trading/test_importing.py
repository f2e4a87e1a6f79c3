"""Questions from a file: shown item by item, taken over as one step, and taken back as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.catalog.entities.questions import Topic
from desktop.catalog.loader import load_pack
from desktop.catalog.own import OwnQuestions
from desktop.progress.backups import Backups
from desktop.progress.not_kept import FULL, NotKept
from tests.builders import TINY_PACK
from tests.catalog.test_own import question

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.catalog.entities.questions import Question
    from tests.quiz.trading.driver import TradeDriver

MIXED = """\
// [id:milk]
What is milk?{=white ~blue}

Write about tea.{}

// [id:caffeine]
Which cup holds more caffeine?{=Coffee ~Tea}

// [id:picture]
[html]Is this <img src=x.png> a pot?{T}
"""


def own_of(folder: Path) -> dict[str, Question]:
    loaded = load_pack(TINY_PACK, own=folder.parent)
    assert loaded.catalog is not None
    assert loaded.problems == ()
    return {name: each for name, each in loaded.catalog.question.items() if name in loaded.catalog.own}


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_table_says_what_happens_to_each_item_before_anything_is_written(trade: TradeDriver, folder: Path) -> None:
    trade.bring(MIXED)
    assert trade.summary == "3 of 4 questions can be taken over; 1 is left out; 1 warning"
    assert trade.lines == [
        ("2", "One right option", "What is milk?", "new", ""),
        ("4", "essay", "Write about tea.", "left out: an essay is not marked here", ""),
        (
            "7", "One right option", "Which cup holds more caffeine?", "new",
            "like: Which cup holds more caffeine? (the same stem and answer)",
        ),
        ("10", "True or false", "Is this a pot?", "new", "the question: a picture cannot be shown here"),
    ]  # fmt: skip
    assert trade.ticks == [True, None, True, True]
    assert trade.target == ("", "My drinks")
    assert trade.nameless() == []
    assert not folder.exists()


def test_what_is_taken_over_can_be_asked_and_undone_in_one_step(trade: TradeDriver, folder: Path) -> None:
    trade.bring(MIXED)
    trade.take("Take over 3 questions")
    assert set(own_of(folder)) == {"milk", "caffeine", "picture"}
    assert "Imported from 'My drinks.gift': 3 questions" in trade.words
    assert trade.chosen == "What is milk?"
    assert len(trade.listed) == 6
    trade.press("Ctrl+Z")
    trade.reloaded()
    assert own_of(folder) == {}
    assert len(trade.listed) == 3
    assert list(folder.rglob("*.yaml")) == []


def test_an_imported_question_is_asked_by_the_quiz(trade: TradeDriver) -> None:
    trade.bring(MIXED)
    trade.take("Take over 3 questions")
    trade.press("A")
    assert trade.asked_stem == "What is milk?"


def test_the_keyboard_stays_in_the_bank_when_the_pack_was_read_again(trade: TradeDriver) -> None:
    trade.press("C")
    trade.fill("Question", "What now?")
    trade.press("Ctrl+S")
    trade.reloaded()
    assert trade.focus == "Questions"
    assert trade.chosen == "What now?"


def test_cancel_leaves_everything_as_it_was(trade: TradeDriver, folder: Path) -> None:
    trade.bring(MIXED)
    trade.press("Escape")
    assert trade.dialogs == []
    assert not folder.exists()
    assert len(trade.listed) == 3
    assert trade.focus == "Questions"


def test_a_file_that_is_still_looked_at_can_be_given_up(trade: TradeDriver, folder: Path) -> None:
    path = trade.home / "many.gift"
    path.write_text("\n\n".join(f"Is {n} the number of a cup of tea?{{T}}" for n in range(1_500)))
    trade.choose_file(path)
    assert trade.summary.endswith("…")
    trade.press("Escape")
    assert trade.dialogs == []
    assert not folder.exists()
    trade.bring(MIXED)
    assert trade.can("Take over 3 questions")


def test_single_questions_are_ticked_off_by_mouse_and_by_space(trade: TradeDriver, folder: Path) -> None:
    trade.bring(MIXED)
    trade.click_tick(0)
    trade.click_tick(1)
    assert trade.ticks == [False, None, True, True]
    trade.press("Down", "Space")
    assert trade.ticks == [False, None, False, True]
    trade.press("Return")
    trade.wait()
    trade.reloaded()
    assert set(own_of(folder)) == {"picture"}


def test_all_that_is_listed_is_ticked_or_not(trade: TradeDriver) -> None:
    trade.bring(MIXED)
    trade.narrow("Like others  1")
    assert [line[0] for line in trade.lines] == ["7"]
    trade.click("Tick all or none")
    trade.narrow("All  4")
    assert trade.ticks == [True, None, False, True]
    trade.click("Tick all or none")
    assert trade.can("Take over 3 questions")
    trade.press("Space")
    assert trade.ticks == [False, None, False, False]
    assert not trade.can("Take over 0 questions")


def test_the_table_can_be_narrowed_to_what_needs_a_look(trade: TradeDriver) -> None:
    trade.bring(MIXED)
    trade.narrow("Left out  1")
    assert [line[0] for line in trade.lines] == ["4"]
    trade.narrow("With warnings  1")
    assert [line[0] for line in trade.lines] == ["10"]
    assert trade.can("Take over 3 questions")


def test_reading_the_file_again_brings_the_questions_up_to_date(trade: TradeDriver, folder: Path) -> None:
    trade.bring("// [id:milk]\nWhat is milk?{=white ~blue}\n\nIs tea hot?{T}\n")
    trade.take("Take over 2 questions")
    before = own_of(folder)
    trade.bring("// [id:milk]\nWhat is milk like?{=white ~blue}\n\nIs tea hot?{T}\n")
    assert [line[3] for line in trade.lines] == ["brings your question up to date", "yours already, nothing changes"]
    assert trade.ticks == [True, False]
    assert trade.target[0] == "own-my-drinks"
    trade.take("Take over 1 question")
    after = own_of(folder)
    assert after.keys() == before.keys()
    assert after["milk"].stem == "What is milk like?"


def test_another_s_id_is_not_taken_and_another_type_not_overwritten(trade: TradeDriver, folder: Path) -> None:
    own = OwnQuestions(folder)
    own.save(Topic(id="basics", title="Basics", summary="S"), question("mine"))
    trade.window.open_pack(TINY_PACK)
    trade.reloaded()
    trade.bring("// [id:boiling]\nIs tea dry?{F}\n\n// [id:mine]\nHow many cups?{#3}\n\nIs it so?{#4}\n")
    assert [line[3:] for line in trade.lines] == [
        ("new", "the id 'boiling' is taken already; this question is 'own-is-tea-dry'"),
        ("left out: the question 'mine' there is of the type single and stays as it is", ""),
        ("new", "like: Is it so? (the same stem, 56 % of the words)"),
    ]
    trade.take("Take over 2 questions")
    assert set(own_of(folder)) == {"mine", "own-is-tea-dry", "own-is-it-so"}


def test_questions_go_into_a_topic_that_is_there_or_under_another_title(trade: TradeDriver, folder: Path) -> None:
    trade.bring("Is tea hot?{T}\n")
    trade.choose("Topic that they go into", "Basics")
    trade.take("Take over 1 question")
    assert (folder / "questions" / "basics.yaml").exists()
    trade.bring("Is tea wet?{T}\n")
    trade.fill("Title of the new topic", "")
    assert not trade.can("Take over 1 question")
    trade.fill("Title of the new topic", "Wet things")
    trade.take("Take over 1 question")
    assert b"title: Wet things" in (folder / "questions" / "own-wet-things.yaml").read_bytes()


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"\xff\x00nonsense\xfe", "x.gift", "'x.gift', line 1: the file is not UTF-8 text. Save it as UTF-8, then"),
        (b"<quiz><question>", "x.xml", "'x.xml', line 1: "),
        (b"just words", "x.csv", "'x.csv', line 1: "),
        (b"PK\x03\x04rest", "x.apkg", "'x.apkg': the file is a packed one and cannot be read. In Anki export"),
        (b"", "x.gift", "'x.gift': there are no questions in it (read as gift). Choose another format."),
        (b"questions: [", "x.yaml", "'x.yaml', line 2: not YAML: "),
        (b"title: T\n", "x.yaml", "'x.yaml': there are no questions in it (read as a topic file). Choose another"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_line_and_what_to_do(
    trade: TradeDriver, data: bytes, name: str, words: str
) -> None:
    trade.bring(data, name)
    assert trade.trouble.startswith(words)
    assert not trade.can("Take over 0 questions")
    assert trade.focus == "Format"
    trade.press("Escape")
    assert len(trade.listed) == 3


def test_a_file_that_is_not_there_is_told(trade: TradeDriver) -> None:
    trade.begin_import(trade.home / "gone.gift")
    assert trade.trouble.endswith("gone.gift' cannot be read: no such file or directory.")


def test_another_format_can_be_chosen_and_the_file_is_read_once(trade: TradeDriver) -> None:
    trade.bring("stem,answer\nIs tea hot?,yes\n", "drinks.txt")
    trade.home.joinpath("drinks.txt").unlink()
    assert trade.summary == "0 of 1 question can be taken over; 1 is left out"
    trade.choose_format("CSV")
    assert trade.trouble == ""
    assert trade.lines == [("2", "Short answer", "Is tea hot?", "new", "")]


def test_what_stands_beside_the_questions_of_a_file_is_told_too(trade: TradeDriver) -> None:
    trade.bring("$CATEGORY: Hot/Tea\n\nIs tea hot?{T}\n")
    assert trade.summary == "1 of 1 question can be taken over; 1 warning"
    told = ("1", "", "", "of the file", "the category 'Hot/Tea' is not kept: a file becomes one topic")
    assert trade.lines[0] == told


def test_deleted_questions_come_back_from_the_file_they_are_kept_in(trade: TradeDriver, folder: Path) -> None:
    trade.bring(MIXED)
    trade.take("Take over 3 questions")
    before = own_of(folder)
    trade.press("Delete")
    trade.reloaded()
    assert "milk" not in own_of(folder)
    trade.begin_import(folder / "deleted.yaml")
    assert trade.lines == [("6", "One right option", "What is milk?", "new", "")]
    trade.choose("Topic that they go into", "My drinks")
    trade.take("Take over 1 question")
    assert own_of(folder) == before


def test_a_topic_file_is_told_item_by_item_and_what_leads_nowhere_is_cut(trade: TradeDriver, folder: Path) -> None:
    trade.bring(
        "title: Mine\nquestions:\n"
        "  - {id: a, type: short, stem: A?, accepted: [a], evidence: [subject:tea, subject:wine]}\n"
        "  - {id: b, type: short, stem: B?}\n"
        "  - {id: c, type: hotspot, stem: C?, scene: diagram:nowhere, targets: [part:nowhere/x]}\n"
        "  - nonsense\n"
        "templates: [{id: t}]\n",
        "mine.yml",
    )
    assert trade.summary == "1 of 4 questions can be taken over; 3 are left out; 2 warnings"
    assert [line[0] for line in trade.lines] == ["3", "4", "5", "6", "7"]
    assert trade.lines[0][3] == "new"
    assert "there is no subject 'wine'" in trade.lines[0][4]
    assert trade.lines[1][3] == "left out: 'accepted' is missing"
    assert trade.lines[2][3].startswith("left out: scene: ")
    assert trade.lines[4][4] == "1 template of the topic cannot be taken over, its questions alone"
    trade.take("Take over 1 question")
    assert [str(ref) for ref in own_of(folder)["a"].evidence] == ["subject:tea"]


def test_the_answers_are_backed_up_first(trade: TradeDriver) -> None:
    backups = trade.window.learner.log.backups
    assert backups is not None
    assert backups.all() == ()
    trade.bring(MIXED)
    assert backups.all() == ()
    trade.take("Take over 3 questions")
    assert len(backups.all()) == 1


def test_without_a_backup_the_reader_decides(trade: TradeDriver, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_backups: Backups, _now: object) -> None:
        raise NotKept("No backup was made", FULL)

    monkeypatch.setattr(Backups, "make", full)
    trade.bring(MIXED)
    trade.take("Take over 3 questions")
    assert trade.trouble.startswith("No backup was made: the disk is full.")
    assert not folder.exists()
    trade.take("Take over without a backup")
    assert len(own_of(folder)) == 3


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_half_written(
    trade: TradeDriver, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_given: object) -> None:
        raise PermissionError(13, "Permission denied")

    trade.bring(MIXED)
    with monkeypatch.context() as patch:
        patch.setattr("desktop.catalog.own_files.write_whole", refused)
        trade.take("Take over 3 questions")
    assert "cannot be written: permission denied. Nothing was changed" in trade.trouble
    assert own_of(folder) == {}
    assert files(folder) == {}
    trade.take("Take over 3 questions")
    assert len(own_of(folder)) == 3
