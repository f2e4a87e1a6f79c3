"""'Add to deck' and 'Present' from the window of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from desktop.presentation.ui.desk import CHOOSE_ONE, NO_STOPS, RUNNING
from desktop.presentation.ui.keeper import NO_FOLDER
from desktop.shell.talks import NOTHING_SHOWN
from desktop.shell.widgets.labels import OneLineLabel
from tests.presentation.builders import HEAT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.presentation.conftest import OpenDecks
    from tests.presentation.driver import DeckDriver


def undo_button(decks: DeckDriver) -> QPushButton:
    found = decks.main.window.statusBar().findChildren(QPushButton)
    return next(each for each in found if each.text() == "Undo")


def test_what_is_on_the_screen_is_kept_in_a_first_deck_and_told(decks: DeckDriver) -> None:
    decks.main.key("Ctrl+D")
    assert decks.main.says("Added to “My talk” as stop 1")
    [text] = decks.files().values()
    assert "ref: cell:tea/heat" in text
    assert "level: drinks" in text
    assert "title: How hot tea is made" in text


def test_each_stop_comes_after_the_one_added_before(decks: DeckDriver) -> None:
    for _ in range(3):
        decks.main.key("Ctrl+D")
    assert decks.main.says("Added to “My talk” as stop 3")
    assert list(decks.files()) == ["own-my-talk"]


def test_it_can_be_taken_back_where_it_was_told(decks: DeckDriver) -> None:
    decks.main.key("Ctrl+D").key("Ctrl+D")
    assert undo_button(decks).accessibleName() == "Undo: Added to “My talk” as stop 2"
    undo_button(decks).click()
    assert decks.main.settle().says("Undone: adding “How hot tea is made”")
    assert not undo_button(decks).isVisible()
    assert decks.files()["own-my-talk"].count("- id:") == 1


def test_undo_beside_old_words_does_not_undo_something_else(decks: DeckDriver) -> None:
    decks.main.key("Ctrl+D")
    decks.open().fill("Title of the deck", "Tea")
    undo_button(decks).click()
    assert decks.main.settle().says("A deck was changed since")
    assert "title: Tea\n" in decks.files()["own-my-talk"]


def test_undo_has_a_key_and_says_when_there_is_nothing(decks: DeckDriver) -> None:
    decks.main.key("Ctrl+D").key("Ctrl+Alt+Z")
    assert decks.files() == {}
    assert decks.main.key("Ctrl+Alt+Z").says("No deck was changed yet.")


def test_a_room_with_nothing_to_keep_says_so(decks: DeckDriver) -> None:
    decks.room.shown = None
    assert decks.main.key("Ctrl+D").says(NOTHING_SHOWN)
    assert decks.files() == {}


def test_without_a_folder_it_says_that_it_cannot_be_kept(open_decks: OpenDecks) -> None:
    assert open_decks(own=False).main.key("Ctrl+D").says(NO_FOLDER)


def test_what_cannot_be_written_is_told_and_is_not_in_the_deck(
    decks: DeckDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    decks.main.key("Ctrl+D")
    with monkeypatch.context() as patch:
        patch.setattr("desktop.catalog.own_files.write_whole", full)
        decks.main.key("Ctrl+D")
    assert decks.main.says("Not added: ")
    labels = decks.main.window.statusBar().findChildren(OneLineLabel)
    assert any("no space left on device" in each.whole for each in labels)
    assert decks.open().stops == [HEAT.title]
    assert decks.main.to_front().key("Ctrl+D").says("as stop 2")


def test_the_deck_that_was_chosen_last_is_added_to_also_after_a_restart(
    open_decks: OpenDecks,
) -> None:
    first = open_decks()
    first.open().click("New deck").fill("Title of the deck", "A first one")
    first.click("New deck").fill("Title of the deck", "Later one")
    first.choose("A first one")
    first.main.window.close()
    again = open_decks()
    assert again.main.key("Ctrl+D").says("Added to “A first one” as stop 1")


def test_a_deck_of_the_pack_is_never_added_to(decks: DeckDriver) -> None:
    decks.open().choose("A tour")
    assert decks.main.to_front().key("Ctrl+D").says("Added to “My talk” as stop 1")


def test_presenting_asks_for_a_deck_where_none_was_chosen(decks: DeckDriver) -> None:
    decks.main.key("F5")
    assert decks.is_open
    assert CHOOSE_ONE in decks.foot
    assert decks.stages.talks == []
    decks.choose("A tour").key("F5")
    [(deck, at)] = decks.stages.talks
    assert (deck.id, at) == ("tour", 0)


def test_presenting_starts_at_the_first_stop_or_at_the_chosen_one(decks: DeckDriver) -> None:
    decks.main.key("Ctrl+D").key("Ctrl+D").key("F5")
    decks.stages.running.end()
    decks.main.key("Shift+F5")
    decks.stages.running.end()
    assert [(deck.id, at) for deck, at in decks.stages.talks] == [("own-my-talk", 0), ("own-my-talk", 1)]
    decks.open().choose("A tour").go_to(2).key("Shift+F5")
    assert [(deck.id, at) for deck, at in decks.stages.talks[2:]] == [("tour", 2)]


def test_one_talk_is_given_at_a_time_and_ends_with_the_window(decks: DeckDriver) -> None:
    ended: list[object] = []
    decks.main.key("Ctrl+D").key("F5")
    decks.stages.running.ended.connect(ended.append)
    assert decks.main.key("F5").says(RUNNING)
    assert len(decks.stages.talks) == 1
    decks.main.window.close()
    assert len(ended) == 1
    assert decks.main.dialogs() == []


def test_an_empty_deck_is_not_presented(decks: DeckDriver) -> None:
    decks.open().click("New deck").key("F5")
    assert NO_STOPS in decks.foot
    assert decks.stages.talks == []


def test_what_is_being_typed_is_in_the_talk_that_is_started(decks: DeckDriver) -> None:
    decks.main.key("Ctrl+D")
    decks.open().key("Return").enter("Hot tea").key("F5")
    assert decks.stages.talks[0][0].stops[0].title == "Hot tea"


def test_a_pack_read_again_takes_in_what_another_program_wrote(decks: DeckDriver) -> None:
    decks.main.key("Ctrl+D")
    file = next(decks.folder.glob("packs/*/decks/*.yaml"))
    decks.open()
    file.write_text(file.read_text(encoding="utf-8").replace("How hot tea is made", "Theirs"), encoding="utf-8")
    decks.main.to_front().key("Ctrl+R")
    assert decks.main.window.packs.wait(20)
    assert decks.settle().stops == ["Theirs"]
    assert decks.key("Ctrl+Z").stops == [HEAT.title]
