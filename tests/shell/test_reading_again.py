"""The same pack read again: the reader stays where they were, as far as that is still there."""

from __future__ import annotations

from functools import partial
from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from desktop.catalog.loader import load_pack
from desktop.catalog.refs import CellRef, DiagramRef, SubjectRef
from desktop.shell.application import make_window
from desktop.shell.navigator import Navigator
from desktop.shell.room import Room
from desktop.shell.settings import Settings
from desktop.shell.theme import ThemeChoice
from desktop.shell.view import ViewSpec
from tests.builders import TINY_PACK
from tests.shell.driver import WindowDriver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context
    from desktop.shell.window import Window

TEA, POT = CellRef("tea", "heat"), DiagramRef("brewing")


class Shelf(Room):
    """A room that shows where it was told to be, and keeps a remark where there is one."""

    def __init__(self, _context: Context) -> None:
        super().__init__()
        self.label = QLabel("at its start", self)
        self.remark = ""

    def open(self, ref: Ref) -> None:
        self.label.setText(str(ref))

    def kept(self) -> object:
        return self.remark or None

    def take_up(self, kept: object) -> None:
        self.label.setText(f"kept {kept}")


VIEWS = (
    ViewSpec(key="cells", title="Cells", shortcut="Ctrl+1", opens=(CellRef,), build=Shelf),
    ViewSpec(key="figures", title="Figures", shortcut="Ctrl+2", opens=(DiagramRef,), build=Shelf),
)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copytree(TINY_PACK, tmp_path / "tiny")


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, pack: Path) -> Iterator[WindowDriver]:
    load = partial(load_pack, own=tmp_path / "own")
    window = make_window(VIEWS, Settings(tmp_path / "settings.ini"), load, (ThemeChoice.LIGHT, 1.0))
    qtbot.addWidget(window)
    window.show_pack(load(pack), pack)
    with qtbot.waitExposed(window):
        window.show()
    yield WindowDriver(window).settle()
    window.close()


def room(window: Window, key: str) -> Shelf:
    found = window.show_view(key)
    assert isinstance(found, Shelf)
    return found


def navigator(driver: WindowDriver) -> Navigator:
    assert driver.window.context is not None
    return driver.window.context.navigator


def read_again(driver: WindowDriver, ask: Callable[[], None]) -> None:
    before = driver.window.context
    ask()
    assert driver.window.packs.wait(20)
    driver.settle()
    assert driver.window.context is not before


def test_a_room_can_have_the_pack_read_again(driver: WindowDriver) -> None:
    shelf = room(driver.window, "cells")
    read_again(driver, shelf.pack_changed.emit)
    assert room(driver.window, "cells") is not shelf


def test_place_and_history_stay(driver: WindowDriver) -> None:
    navigator(driver).open(TEA)
    navigator(driver).open(POT)
    read_again(driver, driver.window.packs.reload)
    assert navigator(driver).current == POT
    assert driver.tab == "Figures"
    assert room(driver.window, "figures").label.text() == str(POT)
    driver.window.go_back()
    assert navigator(driver).current == TEA
    assert driver.tab == "Cells"
    assert room(driver.window, "cells").label.text() == str(TEA)


def test_what_a_room_keeps_goes_before_its_place(driver: WindowDriver) -> None:
    navigator(driver).open(TEA)
    room(driver.window, "cells").remark = "a remark"
    read_again(driver, driver.window.packs.reload)
    assert room(driver.window, "cells").label.text() == "kept a remark"


def test_what_a_room_keeps_outlasts_a_second_reading_while_another_tab_is_shown(driver: WindowDriver) -> None:
    navigator(driver).open(TEA)
    room(driver.window, "cells").remark = "a remark"
    room(driver.window, "figures")
    for _ in range(2):
        read_again(driver, driver.window.packs.reload)
    assert room(driver.window, "cells").label.text() == "kept a remark"


def test_a_place_that_is_no_more_is_forgotten(driver: WindowDriver, pack: Path) -> None:
    navigator(driver).open(POT)
    navigator(driver).open(TEA)
    (pack / "subjects" / "tea.yaml").unlink()
    read_again(driver, driver.window.packs.reload)
    assert room(driver.window, "cells").label.text() == "at its start"
    driver.window.go_back()
    assert driver.tab == "Figures"


def test_another_pack_is_shown_from_its_start(driver: WindowDriver, tmp_path: Path) -> None:
    other = copytree(TINY_PACK, tmp_path / "other")
    navigator(driver).open(TEA)
    room(driver.window, "cells").remark = "a remark"
    read_again(driver, partial(driver.window.open_pack, other))
    assert room(driver.window, "cells").label.text() == "at its start"
    assert not navigator(driver).can_go_back


def test_problems_that_were_told_are_not_told_again_when_a_room_has_the_pack_read_again(
    driver: WindowDriver, pack: Path
) -> None:
    (pack / "subjects" / "bad.yaml").write_text("id: [", encoding="utf-8")
    read_again(driver, driver.window.packs.reload)
    [dialog] = driver.dialogs()
    dialog.close()
    driver.settle()
    read_again(driver, room(driver.window, "cells").pack_changed.emit)
    assert driver.dialogs() == []
    driver.window.show_problems()
    assert any("subjects/bad.yaml" in line for line in driver.problems())


def test_a_navigator_goes_on_from_another_without_what_is_no_more() -> None:
    one, two = Navigator(), Navigator()
    here, gone, there = SubjectRef("here"), SubjectRef("gone"), SubjectRef("there")
    for ref in (here, gone, there, gone):
        one.open(ref)
    one.go_back()
    one.go_back()
    two.take_over(one, lambda ref: ref != gone)
    assert two.current == here
    assert two.go_forward()
    assert two.current == there
    assert not two.can_go_forward
