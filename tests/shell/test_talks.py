"""What the window has of talks: two buttons as far as there is room, a menu, and words where nothing can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QPushButton, QTabBar

from desktop.shell.application import make_window
from desktop.shell.on_screen import OnScreen
from desktop.shell.settings import Settings
from desktop.shell.talks import NOTHING_OPEN, Desk, Told
from desktop.shell.talks_spec import TalksSpec
from desktop.shell.theme import ThemeChoice
from desktop.shell.view import ViewRef
from desktop.views import VIEWS
from tests.shell.driver import WindowDriver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.catalog.loader import Loaded
    from desktop.shell.context import Context
    from desktop.shell.talks import DeskHost
    from desktop.shell.window import Window

HERE = OnScreen(ViewRef("matrix"), "The matrix")


class NoteDesk(Desk):
    """Notes what it was asked for."""

    def __init__(self, host: DeskHost) -> None:
        super().__init__(host.window)
        self.asked: list[str] = []

    def show_pack(self, context: Context) -> None:
        self.asked.append(f"pack {context.catalog.pack.id}")

    def add(self, shown: OnScreen) -> None:
        self.asked.append(f"add {shown.title}")
        self.told.emit(Told("Added", lambda: self.told.emit(Told("Taken back"))))

    def edit(self) -> None:
        self.asked.append("edit")

    def undo(self) -> None:
        self.asked.append("undo")

    def present(self, from_start: bool) -> None:
        self.asked.append("from start" if from_start else "from here")

    def close(self) -> None:
        self.asked.append("close")


@pytest.fixture
def desks() -> list[NoteDesk]:
    return []


@pytest.fixture
def bare(qtbot: QtBot, tmp_path: Path, shipped: Loaded) -> Iterator[WindowDriver]:
    """A window that was offered no talks, and has no pack yet."""
    window = make_window(VIEWS, Settings(tmp_path / "s.ini"), lambda _path: shipped, (ThemeChoice.LIGHT, 1.0))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield WindowDriver(window).settle()
    window.close()


@pytest.fixture
def talking(
    bare: WindowDriver, desks: list[NoteDesk], shipped: Loaded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> WindowDriver:
    """A window with talks whose tabs all show the same."""

    def build(host: DeskHost) -> Desk:
        desks.append(NoteDesk(host))
        return desks[-1]

    monkeypatch.setattr("desktop.matrix.ui.widget.MatrixRoom.on_screen", lambda _room: HERE)
    bare.window.offer_talks(TalksSpec(build, (("Wave", "Ctrl+Alt+W"),)))
    bare.window.show_pack(shipped, tmp_path)
    return bare.to_front()


def buttons(driver: WindowDriver) -> dict[str, QPushButton]:
    """The buttons of talks in the header that can be seen, by what a screen reader calls them."""
    found = driver.window.findChildren(QPushButton)
    names = ("Add to deck", "Present")
    return {each.accessibleName(): each for each in found if each.accessibleName() in names and each.isVisible()}


def test_keys_and_buttons_ask_the_desk_which_is_made_when_first_needed(
    talking: WindowDriver, desks: list[NoteDesk]
) -> None:
    assert desks == []
    talking.key("Ctrl+D").key("F5").key("Shift+F5").key("Ctrl+Shift+E").key("Ctrl+Alt+Z")
    buttons(talking)["Add to deck"].click()
    buttons(talking)["Present"].click()
    [desk] = desks
    pack, *asked = desk.asked
    assert pack.startswith("pack ")
    assert asked == ["add The matrix", "from start", "from here", "edit", "undo", "add The matrix", "from start"]
    talking.window.close()
    assert desk.asked[-1] == "close"


def test_what_the_desk_tells_stands_at_the_foot_with_a_way_back(talking: WindowDriver) -> None:
    talking.key("Ctrl+D")
    assert talking.says("Added")
    foot = talking.window.statusBar()
    undo = next(each for each in foot.findChildren(QPushButton) if each.text() == "Undo")
    assert undo.isVisible()
    assert undo.height() >= 24
    undo.click()
    assert talking.settle().says("Taken back")
    assert not undo.isVisible()


def test_another_tab_takes_the_way_back_away(talking: WindowDriver) -> None:
    talking.key("Ctrl+D").key("Ctrl+4")
    undo = [each for each in talking.window.statusBar().findChildren(QPushButton) if each.text() == "Undo"]
    assert not undo[0].isVisible()


def test_the_line_at_the_foot_is_no_higher_for_it(talking: WindowDriver) -> None:
    before = talking.window.statusBar().height()
    assert talking.key("Ctrl+D").window.statusBar().height() == before


def test_without_talks_there_is_neither_button_nor_menu_nor_key(
    bare: WindowDriver, shipped: Loaded, tmp_path: Path
) -> None:
    bare.window.show_pack(shipped, tmp_path)
    bare.to_front().key("Ctrl+D").key("F5")
    assert buttons(bare) == {}
    assert "&Present" not in [each.text() for each in bare.window.menuBar().actions() if each.isVisible()]
    assert not bare.says(NOTHING_OPEN)


def test_without_a_pack_it_says_so(bare: WindowDriver, desks: list[NoteDesk]) -> None:
    bare.window.offer_talks(TalksSpec(lambda host: NoteDesk(host)))
    assert bare.to_front().key("Ctrl+D").says(NOTHING_OPEN)


def test_the_list_of_keys_names_those_of_talks(talking: WindowDriver) -> None:
    from PySide6.QtWidgets import QLabel

    [dialog] = talking.key("F1").dialogs()
    texts = [each.text() for each in dialog.findChildren(QLabel)]
    at = texts.index("Decks")
    assert texts[at : at + 4] == ["Decks", "Ctrl+Shift+E", "    Wave", "Ctrl+Alt+W"]


@pytest.mark.parametrize(
    ("width", "scale", "form"),
    [(1280, 1.0, "words"), (1024, 1.0, "words"), (700, 1.0, "signs"), (1024, 2.0, "signs"), (0, 2.0, "none")],
)
def test_buttons_make_way_for_the_tabs(
    make_window: Callable[..., Window], shipped: Loaded, tmp_path: Path, width: int, scale: float, form: str
) -> None:
    window = make_window(scale=scale)
    window.show_pack(shipped, tmp_path)
    window.resize(width, 640)
    window.show()
    driver = WindowDriver(window).settle()
    found = list(buttons(driver).values())
    assert {"words": 2, "signs": 2, "none": 0}[form] == len(found)
    assert all(bool(each.text()) == (form == "words") and each.toolTip() for each in found)
    assert all(min(each.width(), each.height()) >= 24 for each in found)
    bar = window.findChild(QTabBar)
    assert bar is not None
    last = bar.tabRect(bar.count() - 1)
    places = [QRect(each.mapTo(window, QPoint()), each.size()) for each in found]
    assert bar.mapTo(window, last.topRight()).x() <= min([window.width(), *(each.left() for each in places)])
    assert all(each.right() <= window.width() for each in places)
    assert bar.width() >= bar.sizeHint().width()


def test_a_larger_text_is_measured_at_once(make_window: Callable[..., Window], shipped: Loaded, tmp_path: Path) -> None:
    window = make_window()
    window.show_pack(shipped, tmp_path)
    window.resize(1024, 640)
    window.show()
    driver = WindowDriver(window).settle()
    assert all(each.text() for each in buttons(driver).values())
    for _ in range(10):
        driver.key("Ctrl++")
    assert not any(each.text() for each in buttons(driver).values())
    assert all(each.text() for each in buttons(driver.key("Ctrl+0")).values())
