"""The window of decks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

from desktop.catalog.refs import DiagramRef
from desktop.presentation.ui.editor import LOCKED, NOTHING_SHOWN, OF_THE_PACK
from desktop.shell.on_screen import OnScreen

if TYPE_CHECKING:
    from pathlib import Path

    from tests.presentation.conftest import OpenDecks
    from tests.presentation.driver import DeckDriver


@pytest.fixture
def copied(decks: DeckDriver) -> DeckDriver:
    """The window of decks with a copy of the pack's."""
    return decks.open().choose("A tour").key("Ctrl+Shift+C").go_to(0)


def test_a_deck_of_the_pack_can_be_looked_at_and_not_changed(decks: DeckDriver) -> None:
    decks.open().choose("A tour")
    assert decks.decks == ["In the pack", "A tour"]
    assert decks.stops == ["Hello", "Heat", "Pot"]
    assert decks.reads(OF_THE_PACK)
    assert decks.reads("3 stops · 4 min")
    assert decks.field("Title").isReadOnly()
    decks.go_to(1).key("Del").key("Alt+Up")
    assert decks.stops == ["Hello", "Heat", "Pot"]
    assert decks.value("Notes for the speaker") == "Say that it is hot."
    assert not decks.button("New title").isEnabled()


def test_its_copy_can_and_lies_in_a_file(copied: DeckDriver) -> None:
    assert copied.decks == ["Yours", "A tour (my copy)", "In the pack", "A tour"]
    assert copied.stops == ["Hello", "Heat", "Pot"]
    assert list(copied.files()) == ["own-a-tour"]
    assert "Copying “A tour”" in copied.foot
    assert "Saved" in copied.foot


def test_stops_are_moved_by_key_and_by_dragging(copied: DeckDriver) -> None:
    assert copied.key("Alt+Down").stops == ["Heat", "Hello", "Pot"]
    assert copied.at == 1
    assert copied.key("Alt+Up").key("Alt+Up").stops == ["Hello", "Heat", "Pot"]
    assert copied.drop(2, on=0).stops == ["Pot", "Hello", "Heat"]
    assert copied.at == 0
    assert copied.drop(0, on=2).stops == ["Hello", "Pot", "Heat"]
    assert copied.files()["own-a-tour"].index("Pot") < copied.files()["own-a-tour"].index("Heat")
    assert copied.heard[-1] == "Moving stop 1 to 2"


def test_a_stop_of_the_pack_cannot_be_dragged(decks: DeckDriver) -> None:
    assert decks.open().choose("A tour").drop(2, on=0).stops == ["Hello", "Heat", "Pot"]


@pytest.mark.parametrize(
    ("field", "words", "line"),
    [
        ("Title", "Good day", "title: Good day"), ("Minutes", "2.5", "minutes: 2.5"),
        ("Notes for the speaker", "Smile & wave: <b>", 'notes: "Smile & wave: <b>"'),
        ("Text for the audience", "Nice to see you.", "text: Nice to see you."),
        ("Title of the deck", "Mine", "title: Mine"), ("May take (minutes)", "3", "target: 3"),
    ],
)  # fmt: skip
def test_what_is_typed_is_saved_when_the_field_is_left(copied: DeckDriver, field: str, words: str, line: str) -> None:
    copied.fill(field, words)
    assert line in copied.files()["own-a-tour"]
    assert copied.value(field) == words
    copied.key("Ctrl+Z")
    assert line not in copied.files()["own-a-tour"]
    assert copied.value(field) != words
    assert copied.key("Ctrl+Y").value(field) == words


def test_what_is_typed_is_saved_after_a_pause_too(copied: DeckDriver, qtbot: object) -> None:
    copied.key("Return").enter("Dear all")
    qtbot.waitUntil(lambda: "title: Dear all" in copied.files()["own-a-tour"], timeout=5_000)  # type: ignore[attr-defined]
    copied.enter(", hello")
    assert copied.value("Title") == "Dear all, hello"


def test_undo_in_a_field_is_the_editor_s(copied: DeckDriver) -> None:
    copied.key("Return").enter("Dear all").key("Ctrl+Z")
    assert copied.stops[0] == copied.value("Title") == "Hello"
    assert copied.key("Ctrl+Shift+Z").stops[0] == "Dear all"


def test_what_is_typed_is_kept_by_going_to_another_stop(copied: DeckDriver) -> None:
    copied.key("Return").enter("Dear all")
    copied.go_to(2)
    assert copied.stops == ["Dear all", "Heat", "Pot"]
    assert copied.value("Title") == "Pot"


@pytest.mark.parametrize(
    ("field", "words", "why"),
    [
        ("Title", " ", "Title must not be empty"), ("Minutes", "soon", "Minutes must be a number such as 2.5"),
        ("Title of the deck", "", "Title must not be empty"), ("May take (minutes)", "601", "Target must be between 0"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_told_at_its_field(copied: DeckDriver, field: str, words: str, why: str) -> None:
    before = copied.files()
    copied.fill(field, words)
    assert copied.reads(why)
    assert why in copied.heard[-1]
    assert copied.files() == before
    copied.key("Alt+Down")
    assert not copied.reads(why)


def test_title_and_text_stops_come_after_the_present_one_and_are_named_at_once(copied: DeckDriver) -> None:
    copied.key("Ctrl+T").enter("Part one").key("Ctrl+Shift+T").enter("A thought")
    copied.go_to(1)
    assert copied.stops == ["Hello", "Part one", "A thought", "Heat", "Pot"]
    assert [copied.spoken(at) for at in (1, 2)] == ["2. Part one. A title. 1 min", "3. A thought. A text. 1 min"]


def test_stops_are_doubled_and_deleted_and_all_of_it_is_undone(copied: DeckDriver) -> None:
    copied.key("Ctrl+Shift+D").go_to(3).key("Del").go_to(0).key("Del")
    assert copied.stops == ["Hello", "Heat"]
    for _ in range(4):
        copied.key("Ctrl+Z")
    assert copied.files() == {}
    assert copied.decks == ["In the pack", "A tour"]
    assert copied.key("Ctrl+Z").foot.startswith("There is nothing to undo")
    for _ in range(4):
        copied.key("Ctrl+Y")
    assert copied.stops == ["Hello", "Heat"]
    assert copied.key("Ctrl+Y").foot.startswith("There is nothing to do again")


def test_a_deleted_deck_comes_back(copied: DeckDriver) -> None:
    before = copied.files()
    copied.key("Ctrl+Shift+Del")
    assert copied.files() == {}
    assert copied.reads("Choose a deck, or make a new one")
    assert copied.key("Ctrl+Z").files() == before
    assert copied.stops == ["Hello", "Heat", "Pot"]


def test_minutes_over_the_target_are_told_in_words(copied: DeckDriver) -> None:
    copied.fill("May take (minutes)", "5")
    assert copied.reads("3 stops · 4 of 5 min")
    copied.fill("Minutes", "2")
    assert copied.reads("3 stops · 5.5 min, 0.5 over the 5 it may take")


def test_go_there_opens_the_place_in_the_other_window(copied: DeckDriver) -> None:
    copied.go_to(2).key("Ctrl+G")
    assert copied.room.label.text() == "diagram:brewing"
    assert not copied.go_to(0).button("Go there").isEnabled()


def test_update_from_screen_changes_what_a_stop_shows(copied: DeckDriver) -> None:
    copied.room.shown = OnScreen(DiagramRef("brewing"), "Brewing", {"step": "steep"})
    copied.go_to(1).key("Ctrl+U")
    assert copied.spoken(1) == "2. Heat. Diagram: Brewing a pot of tea. 2 min"
    assert "step: steep" in copied.files()["own-a-tour"]
    copied.room.shown = None
    assert NOTHING_SHOWN in copied.key("Ctrl+U").foot


def test_a_place_that_is_gone_is_told_and_its_stop_stays(copied: DeckDriver, pack: Path) -> None:
    (pack / "diagrams" / "brewing.yaml").unlink()
    copied.main.to_front().key("Ctrl+R")
    assert copied.main.window.packs.wait(20)
    for dialog in copied.settle().main.dialogs():
        dialog.close()
    gone = "This place is not in the pack any more: diagram:brewing"
    assert copied.go_to(2).spoken(2) == f"3. Pot. {gone}. 1.5 min"
    assert copied.reads(gone)
    assert not copied.button("Go there").isEnabled()
    copied.fill("Title", "The pot")
    assert "ref: diagram:brewing" in copied.files()["own-a-tour"]
    assert copied.choose("A tour").spoken(2) == f"3. Pot. {gone}. 1.5 min"


def test_a_failure_to_save_is_told_and_what_was_done_stays(copied: DeckDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    before = copied.files()
    with monkeypatch.context() as patch:
        patch.setattr("desktop.catalog.own_files.write_whole", full)
        copied.key("Alt+Down").click("Try again")
        assert "No space left on device" in copied.foot or "no space left on device" in copied.foot
        assert copied.heard[-1].startswith("Not saved: ")
    assert copied.files() == before
    assert copied.stops == ["Heat", "Hello", "Pot"]
    copied.click("Try again")
    assert copied.foot.startswith("Saved")
    assert copied.files() != before


def test_what_another_program_wrote_is_not_written_over(copied: DeckDriver) -> None:
    file = next(copied.folder.glob("packs/*/decks/*.yaml"))
    theirs = file.read_text(encoding="utf-8").replace("title: Heat", "title: Theirs")
    file.write_text(theirs, encoding="utf-8")
    copied.key("Alt+Down")
    assert "was changed by another program meanwhile" in copied.foot
    assert copied.files()["own-a-tour"] == theirs
    assert copied.click("Read the files").stops == ["Hello", "Theirs", "Pot"]
    assert copied.key("Ctrl+Z").stops == ["Heat", "Hello", "Pot"]
    assert "title: Heat" in copied.files()["own-a-tour"]


def test_a_deck_whose_file_has_problems_is_shown_and_left_alone(copied: DeckDriver) -> None:
    file = next(copied.folder.glob("packs/*/decks/*.yaml"))
    wrong = file.read_text(encoding="utf-8") + "colour: red\n"
    file.write_text(wrong, encoding="utf-8")
    copied.main.to_front().key("Ctrl+R")
    assert copied.main.window.packs.wait(20)
    for dialog in copied.settle().main.dialogs():
        dialog.close()
    copied.choose("A tour (my copy)")
    assert copied.reads(LOCKED)
    assert copied.key("Alt+Down").stops == ["Hello", "Heat", "Pot"]
    assert copied.files()["own-a-tour"] == wrong


def test_escape_goes_back_and_then_closes(decks: DeckDriver) -> None:
    decks.open().window.resize(560, 420)
    decks.settle().choose_in_box("A tour")
    assert decks.stop_list.isVisible()
    assert not decks.field("Title").isVisible()
    decks.go_to(1).key("Return")
    assert decks.field("Title").isVisible()
    assert not decks.stop_list.isVisible()
    assert decks.key("Escape").stop_list.isVisible()
    decks.key("Escape")
    assert not decks.is_open
    assert decks.open().is_open


@pytest.mark.parametrize(
    ("size", "scale"),
    [((1024, 640), 1.0), ((1600, 1000), 1.0), ((560, 420), 1.0), ((1024, 640), 2.0), ((1600, 1000), 2.0)],
)
def test_nothing_is_cut_at_any_size(open_decks: OpenDecks, size: tuple[int, int], scale: float) -> None:
    decks = open_decks(scale=scale)
    decks.open().choose_in_box("A tour").window.resize(*size)
    decks.settle()
    buttons = [each for each in decks.window.findChildren(QAbstractButton) if each.isVisible() and each.text()]
    assert bool(buttons) == (size[1] > 470 * scale)
    assert [each.text() for each in buttons if each.width() < each.sizeHint().width()] == []
    assert decks.window.width() == size[0]
    assert decks.stop_list.height() >= 40


def test_everything_that_takes_the_keyboard_has_a_name(copied: DeckDriver) -> None:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
    found = [each for kind in kinds for each in copied.window.findChildren(kind) if each.isVisible()]
    assert len(found) > 12
    assert [type(each) for each in found if not (each.accessibleName() or getattr(each, "text", str)())] == []
