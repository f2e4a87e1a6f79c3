"""The pack is edited while a talk is given: it is taken where it is sound; else the console alone is told."""

from __future__ import annotations

from functools import partial
from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog

from desktop.catalog.loader import load_pack
from desktop.catalog.refs import CellRef
from desktop.presentation.ui.presenting import Presenting
from desktop.presentation.ui.watching import stamp_of
from desktop.shell.application import make_window
from desktop.shell.settings import Settings
from desktop.shell.theme import ThemeChoice
from desktop.shell.view import ViewSpec
from tests.builders import TINY_PACK
from tests.presentation.giving.builders import PaperStage
from tests.presentation.giving.driver import FakeClock, TalkDriver
from tests.shell.test_reading_again import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.shell.window import Window

VIEWS = (
    ViewSpec(
        key="cells",
        title="Cells",
        shortcut="Ctrl+1",
        opens=(CellRef,),
        build=Shelf,
        stages=(CellRef,),
        stage=PaperStage,
    ),
)
DECK = """\
id: cups
title: Cups
summary: Of cups.
stops:
  - {id: hello, title: Hello}
  - {id: heat, title: Heat, ref: "cell:tea/heat", notes: Hot., minutes: 2}
  - {id: end, title: The end}
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = copytree(TINY_PACK, tmp_path / "tiny")
    (folder / "decks").mkdir()
    (folder / "decks" / "cups.yaml").write_text(DECK, encoding="utf-8")
    return folder


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, pack: Path) -> Iterator[Window]:
    load = partial(load_pack, own=tmp_path / "own")
    window = make_window(VIEWS, Settings(tmp_path / "settings.ini"), load, (ThemeChoice.LIGHT, 1.0))
    qtbot.addWidget(window)
    window.show_pack(load(pack), pack)
    yield window
    window.close()


@pytest.fixture
def driver(qtbot: QtBot, window: Window) -> Iterator[TalkDriver]:
    """A talk at its second stop."""
    assert window.context is not None
    [deck] = window.context.catalog.decks
    clock = FakeClock()
    driver = TalkDriver(Presenting(window.context, deck, 1, window.packs, clock), clock)
    driver.presenting.start()
    yield driver.settle()
    driver.end()


def edit(driver: TalkDriver, window: Window, file: Path, text: str) -> None:
    """Save a file, and let the talk look at the pack until it has read it."""
    file.write_text(text, encoding="utf-8")
    watch = driver.presenting._watch
    assert watch is not None
    for _ in range(2):
        watch.look()
    assert window.packs.wait(20)
    driver.settle()


def test_an_edit_is_shown_and_place_step_and_clock_stay(driver: TalkDriver, window: Window, pack: Path) -> None:
    driver.wait(30)
    longer = DECK.replace("Hello}", "Hello}\n  - {id: more, title: More}").replace("Hot.", "Very hot.")
    edit(driver, window, pack / "decks" / "cups.yaml", longer)
    assert driver.on == "heat 0"
    assert driver.console.title == "3 of 4: Heat"
    assert driver.notes == "Very hot."
    assert driver.console.pace.elapsed == "0:30"
    assert driver.console.notice == ""
    driver.press("PgUp")
    assert driver.on == "more 0"


def test_a_stage_is_made_anew_from_what_the_pack_says_now(driver: TalkDriver, window: Window, pack: Path) -> None:
    before = driver.stage
    edit(driver, window, pack / "pack.yaml", (pack / "pack.yaml").read_text(encoding="utf-8") + "\n")
    assert driver.stage is not before
    assert driver.on == "heat 0"


@pytest.mark.parametrize("text", ["id: [", DECK.replace("minutes: 2", "minutes: two"), "id: cups\ntitle: Cups\n"])
def test_a_broken_edit_keeps_the_last_good_state_and_only_the_console_says_so(
    driver: TalkDriver, window: Window, pack: Path, text: str
) -> None:
    hall, context = driver.seen(), window.context
    edit(driver, window, pack / "decks" / "cups.yaml", text)
    assert driver.on == "heat 0"
    assert driver.seen() == hall
    assert "decks/cups.yaml" in driver.console.notice
    assert driver.console.notice.endswith("The talk goes on with it as it was before.")
    assert driver.refusals == [driver.console.notice]
    assert window.context is context
    assert window.findChildren(QDialog) == []
    driver.press("PgDown")
    assert driver.on == "end 0"
    edit(driver, window, pack / "decks" / "cups.yaml", DECK.replace("The end", "Bye"))
    assert driver.console.notice == ""
    assert driver.console.title == "3 of 3: Bye"


def test_a_pack_that_is_gone_for_a_moment_is_no_end(driver: TalkDriver, window: Window, pack: Path) -> None:
    pack.rename(pack.parent / "elsewhere")
    watch = driver.presenting._watch
    assert watch is not None
    for _ in range(2):
        watch.look()
    assert window.packs.wait(20)
    driver.settle()
    assert driver.on == "heat 0"
    assert driver.console.notice
    (pack.parent / "elsewhere").rename(pack)
    for _ in range(2):
        watch.look()
    assert window.packs.wait(20)
    driver.settle()
    assert driver.console.notice == ""


def test_a_stop_may_lose_its_place_and_get_it_back(driver: TalkDriver, window: Window, pack: Path) -> None:
    deck = pack / "decks" / "cups.yaml"
    edit(driver, window, deck, DECK.replace(', ref: "cell:tea/heat"', ""))
    assert driver.page.stage is None
    edit(driver, window, deck, DECK)
    assert driver.page.stage is not None


def test_a_deck_taken_out_of_the_pack_goes_on_and_the_console_says_so(
    driver: TalkDriver, window: Window, pack: Path
) -> None:
    (pack / "decks" / "cups.yaml").unlink()
    edit(driver, window, pack / "decks" / "other.yaml", DECK.replace("id: cups", "id: other"))
    assert driver.on == "heat 0"
    assert driver.console.notice == "The deck is not in the pack any more; the talk goes on."


def test_a_file_that_is_still_being_written_is_not_read(driver: TalkDriver, pack: Path) -> None:
    watch = driver.presenting._watch
    assert watch is not None
    (pack / "decks" / "cups.yaml").write_text("id: cu", encoding="utf-8")
    watch.look()
    (pack / "decks" / "cups.yaml").write_text(DECK, encoding="utf-8")
    watch.look()
    driver.settle()
    assert driver.console.notice == ""
    assert driver.refusals == []


def test_what_else_lies_in_the_folder_is_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a")
    before = stamp_of([tmp_path])
    (tmp_path / "a.yaml.swp").write_text("a")
    assert stamp_of([tmp_path]) == before
    (tmp_path / "b.yml").write_text("b")
    assert len(stamp_of([tmp_path, tmp_path / "nowhere"])) == 2
