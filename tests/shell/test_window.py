"""The window as a reader meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QTabBar, QWidget

from desktop.catalog.loader import Loaded, load_pack
from desktop.catalog.refs import CardRef, CellRef, DiagramRef, UseCaseRef
from desktop.places import shipped_pack
from tests.shell.driver import WindowDriver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.shell.window import Window

TINY = shipped_pack().parent.parent / "tests" / "fixtures" / "tiny-pack"


@pytest.fixture
def driver(window: Window) -> WindowDriver:
    return WindowDriver(window).settle()


def test_four_tabs_stand_in_their_order(driver: WindowDriver) -> None:
    assert driver.tabs == ["Feature matrix", "Architecture", "Use cases", "Quiz"]


def test_a_room_is_built_only_when_its_tab_is_first_shown(driver: WindowDriver) -> None:
    from PySide6.QtWidgets import QStackedWidget

    stack = driver.window.findChild(QStackedWidget)
    assert stack is not None
    assert stack.count() == 1
    driver.key("Ctrl+4")
    assert driver.tab == "Quiz"
    assert stack.count() == 2


@pytest.mark.parametrize(
    ("key", "tab"), [("Ctrl+2", "Architecture"), ("Ctrl+3", "Use cases"), ("Ctrl+1", "Feature matrix")]
)
def test_keys_switch_tabs(driver: WindowDriver, key: str, tab: str) -> None:
    assert driver.key(key).tab == tab


def test_selecting_a_cell_fills_the_panel_with_claims_and_corrections(driver: WindowDriver) -> None:
    assert driver.window.context is not None
    driver.window.context.navigator.select(CellRef("llm", "output"))
    text = driver.panel_text()
    assert "Large language models" in text
    assert "LLMs put out text and nothing else." in text
    assert "Right: " in text
    assert "Article 1" in text


def test_following_a_link_goes_there_and_back(driver: WindowDriver) -> None:
    navigator = driver.window.context.navigator  # type: ignore[union-attr]
    navigator.open(CellRef("llm", "output"))
    driver.settle().follow("Open the card")
    card = driver.panel.ref
    assert isinstance(card, CardRef)
    assert driver.key("Alt+Left").panel.ref == CellRef("llm", "output")
    assert driver.key("Alt+Right").panel.ref == card


def test_a_link_to_another_tab_switches_to_it(driver: WindowDriver, shipped: Loaded) -> None:
    assert shipped.catalog is not None
    driver.window.context.navigator.open(DiagramRef(shipped.catalog.diagrams[0].id))  # type: ignore[union-attr]
    assert driver.settle().tab == "Architecture"
    driver.window.context.navigator.open(UseCaseRef(next(iter(shipped.catalog.use_case))))  # type: ignore[union-attr]
    assert driver.settle().tab == "Use cases"


def test_every_place_of_the_pack_can_be_shown_in_the_panel(driver: WindowDriver, shipped: Loaded) -> None:
    from desktop.catalog.search import Index

    assert shipped.catalog is not None
    refs = [entry.ref for entry in Index(shipped.catalog).entries]
    assert len(refs) > 1000
    for ref in refs[::17]:
        driver.panel.show_ref(shipped.catalog, ref)
        assert driver.page.findChildren(QLabel)[0].text(), ref


def test_search_finds_everywhere_and_enter_goes_there(driver: WindowDriver) -> None:
    driver.key("Ctrl+K").type("discriminator")
    assert any("Discriminator" in each for each in driver.results())
    driver.press(Qt.Key.Key_Return)
    assert driver.tab in ("Architecture", "Quiz")
    assert driver.results() == []


def test_search_finds_commands_and_tabs_and_does_them(driver: WindowDriver) -> None:
    driver.key("Ctrl+K").type("evidence panel")
    assert driver.results()[0] == "Command: Evidence panel  F9"
    shown = driver.panel.isVisible()
    driver.press(Qt.Key.Key_Return)
    assert driver.panel.isVisible() != shown
    driver.key("Ctrl+K").type("quiz")
    assert driver.results()[0] == "Tab: Quiz"
    assert driver.press(Qt.Key.Key_Return).tab == "Quiz"


def test_a_search_without_success_says_so(driver: WindowDriver) -> None:
    driver.key("Ctrl+K").type("zzzzqqq")
    assert driver.results() == []
    assert any(each.text() == "Nothing found." and each.isVisible() for each in driver.window.findChildren(QLabel))
    driver.press(Qt.Key.Key_Escape)
    assert not any(each.text() == "Nothing found." and each.isVisible() for each in driver.window.findChildren(QLabel))


def test_text_grows_and_goes_back(driver: WindowDriver) -> None:
    before = driver.window.font().pixelSize()
    driver.key("Ctrl++").key("Ctrl++")
    assert driver.window.font().pixelSize() > before
    driver.key("Ctrl+0")
    assert driver.window.font().pixelSize() == before


def test_f9_folds_the_panel_and_unfolds_it(driver: WindowDriver) -> None:
    assert driver.panel.isVisible()
    assert not driver.key("F9").panel.isVisible()
    assert driver.key("F9").panel.isVisible()


def test_large_text_in_a_narrow_window_folds_the_panel_until_it_is_asked_for(driver: WindowDriver) -> None:
    driver.window.resize(1000, 640)
    for _ in range(10):
        driver.key("Ctrl++")
    assert not driver.panel.isVisible()
    assert driver.key("F9").panel.isVisible()


def test_tab_and_size_are_found_again(make_window: Callable[[], Window], shipped: Loaded, qtbot: QtBot) -> None:
    first = make_window()
    first.show_pack(shipped, shipped_pack())
    with qtbot.waitActive(first):
        first.show()
        first.activateWindow()
    WindowDriver(first).key("Ctrl+3").key("F9")
    first.resize(780, 600)
    first.close()
    second = make_window()
    second.show_pack(shipped, shipped_pack())
    second.show()
    driver = WindowDriver(second).settle()
    assert driver.tab == "Use cases"
    assert (second.width(), second.height()) == (780, 600)
    assert not driver.panel.isVisible()


def test_another_pack_opens_in_every_tab(driver: WindowDriver, qtbot: QtBot) -> None:
    driver.window.open_pack(TINY)
    qtbot.waitUntil(lambda: driver.window.windowTitle().startswith(load_pack(TINY).catalog.pack.title))  # type: ignore[union-attr]
    for key in ("Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+1"):
        driver.key(key)
    assert driver.tabs[0] == "Feature matrix"
    assert driver.dialogs() == []


def test_a_pack_with_problems_opens_with_what_is_sound_and_lists_them(
    driver: WindowDriver, qtbot: QtBot, tmp_path: Path
) -> None:
    from shutil import copytree

    pack = tmp_path / "pack"
    copytree(TINY, pack)
    subject = next((pack / "subjects").glob("*.yaml"))
    subject.write_text(subject.read_text(encoding="utf-8").replace("level:", "levl:", 1), encoding="utf-8")
    driver.window.open_pack(pack)
    qtbot.waitUntil(lambda: bool(driver.dialogs()))
    lines = driver.problems()
    assert any(f"subjects/{subject.name}:" in line and "did you mean 'level'?" in line for line in lines)
    assert driver.window.windowTitle().startswith(load_pack(TINY).catalog.pack.title)  # type: ignore[union-attr]


def test_a_pack_that_cannot_be_opened_leaves_the_present_one(
    driver: WindowDriver, qtbot: QtBot, tmp_path: Path
) -> None:
    title = driver.window.windowTitle()
    driver.window.open_pack(tmp_path / "nowhere")
    qtbot.waitUntil(lambda: bool(driver.dialogs()))
    assert driver.window.windowTitle() == title
    assert driver.window.context is not None


def test_about_names_versions_and_licences(driver: WindowDriver) -> None:
    driver.window.dialogs.show_about()
    text = "\n".join(each.text() for each in driver.dialogs()[0].findChildren(QLabel))
    for word in ("GenAI vs LLM", "PySide6-Essentials", "LGPL-3.0", "Python", "CC-BY-4.0"):
        assert word in text


def test_every_action_with_a_key_is_in_the_list_of_keys(driver: WindowDriver) -> None:
    from desktop.shell.actions import ACTIONS

    driver.key("F1")
    text = "\n".join(each.text() for each in driver.dialogs()[0].findChildren(QLabel))
    for spec in ACTIONS:
        for key in spec.keys:
            assert key in text


def test_each_tab_keeps_its_place_and_back_returns_to_the_tab_before(driver: WindowDriver) -> None:
    assert driver.window.context is not None
    driver.window.context.navigator.select(CellRef("llm", "output"))
    driver.key("Ctrl+3")
    assert "Select something" in driver.panel_text()
    assert driver.key("Alt+Left").tab == "Feature matrix"
    assert driver.panel.ref == CellRef("llm", "output")
    assert driver.key("Alt+Right").tab == "Use cases"
    driver.key("Ctrl+1")
    assert driver.panel.ref == CellRef("llm", "output")


def test_the_panel_shows_what_a_tab_shows_first(driver: WindowDriver) -> None:
    driver.key("Ctrl+2")
    assert isinstance(driver.panel.ref, DiagramRef)


def test_nothing_replaces_the_evidence_of_a_link_afterwards(
    make_window: Callable[[], Window], shipped: Loaded, qtbot: QtBot
) -> None:
    window = make_window()
    window.show_view("quiz")
    window.show_pack(shipped, shipped_pack())
    window.show()
    assert window.context is not None
    window.context.navigator.open(CellRef("llm", "output"))
    assert WindowDriver(window).settle().panel.ref == CellRef("llm", "output")


def test_no_tab_is_cut_at_any_text_size(driver: WindowDriver) -> None:
    from PySide6.QtWidgets import QTabBar

    bar = driver.window.findChild(QTabBar)
    assert bar is not None
    for _ in range(11):
        driver.window.resize(640, 480)
        driver.settle()
        last = bar.tabRect(bar.count() - 1).right()
        assert last < bar.width()
        assert bar.mapTo(driver.window, bar.rect().topRight()).x() < driver.window.width()
        driver.key("Ctrl++")


def test_a_link_to_nothing_is_not_followed_and_says_so(driver: WindowDriver) -> None:
    assert driver.window.context is not None
    driver.window.context.navigator.open(CellRef("llm", "output"))
    driver.settle().panel.followed.emit(CardRef("gone"))
    assert driver.settle().panel.ref == CellRef("llm", "output")
    assert driver.says("card:gone")


def test_every_place_that_search_finds_can_be_followed(shipped: Loaded) -> None:
    from desktop.catalog.search import Index

    assert shipped.catalog is not None
    assert [entry.ref for entry in Index(shipped.catalog).entries if shipped.catalog.find(entry.ref) is None] == []


def test_after_a_fault_in_a_room_the_tabs_still_lead_somewhere(
    driver: WindowDriver, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    room = driver.window.show_view("matrix")
    assert room is not None
    monkeypatch.setattr(room, "open", lambda _ref: 1 / 0)
    with qtbot.capture_exceptions() as caught:
        driver.window.context.navigator.open(CellRef("llm", "output"))  # type: ignore[union-attr]
    assert caught[0][0] is ZeroDivisionError
    monkeypatch.undo()
    assert "Select something" in driver.key("Ctrl+3").panel_text()
    assert driver.key("Alt+Left").tab == "Feature matrix"
    assert driver.panel.ref == CellRef("llm", "output")


def test_the_keyboard_stays_in_the_window_after_a_link(driver: WindowDriver) -> None:
    driver.to_front().window.context.navigator.open(CellRef("llm", "output"))  # type: ignore[union-attr]
    for words in ("Open the card", "Article 1"):
        links = [each for each in driver.settle().links() if words in each.words]
        if links:
            links[0].setFocus()
            driver.press(Qt.Key.Key_Space)
            focused = QApplication.focusWidget()
            assert focused is not None
            assert focused.isVisible()
            assert driver.window.isAncestorOf(focused)


def test_what_was_found_goes_when_another_pack_is_shown(driver: WindowDriver) -> None:
    from desktop.shell.search_box import SearchBox

    box = driver.to_front().key("Ctrl+K").type("discriminator").window.findChild(SearchBox)
    assert box is not None
    assert driver.results() != []
    box.set_catalog(load_pack(TINY).catalog)
    assert driver.results() == []


@pytest.mark.parametrize("key", ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"])
def test_a_tabs_key_puts_the_keyboard_into_its_room(driver: WindowDriver, key: str) -> None:
    tabs = driver.to_front().window.findChild(QTabBar)
    assert tabs is not None
    tabs.setFocus()
    driver.key(key)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert driver.middle.isAncestorOf(focused)


def test_where_there_is_no_place_to_go_back_or_on_to_the_table_does_not_take_the_key(driver: WindowDriver) -> None:
    driver.to_front().key("Ctrl+2").key("Ctrl+1").press(Qt.Key.Key_Down)
    shown = driver.panel.ref
    assert shown is not None
    assert driver.key("Alt+Right").panel.ref == shown
    assert driver.says("no later place")


@pytest.mark.parametrize("key", ["matrix", "diagrams", "usecases", "quiz"])
def test_whatever_takes_the_keyboard_has_a_name_for_a_screen_reader(driver: WindowDriver, key: str) -> None:
    driver.window.show_view(key)
    controls = [
        each
        for each in driver.settle().window.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(controls) > 5
    unnamed = []
    for each in controls:
        interface = QAccessible.queryAccessibleInterface(each)
        if interface is not None and not interface.text(QAccessible.Text.Name):
            unnamed.append(f"{type(each).__name__} in {type(each.parent()).__name__}")
    assert unnamed == []


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_the_words_of_the_chosen_segment_are_whole_at_any_text_size(
    make_window: Callable[..., Window], shipped: Loaded, scale: float
) -> None:
    from PySide6.QtGui import QFontMetrics
    from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton

    window = make_window(scale=scale)
    window.show_pack(shipped, shipped_pack())
    window.show()
    WindowDriver(window).settle()
    chosen = [each for each in window.findChildren(QPushButton) if each.property("look") == "segment"]
    assert chosen
    for button in chosen:
        option = QStyleOptionButton()
        button.initStyleOption(option)
        room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button).width()
        font = button.font()
        font.setBold(True)
        assert room >= QFontMetrics(font).horizontalAdvance(button.text()), button.text()
