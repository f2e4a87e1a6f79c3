"""The page of one use case as a reader meets it: opened, walked through and left by keys, taken away as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea

from desktop.catalog.entities.usecases import Industry
from desktop.catalog.refs import ClaimRef, UseCaseRef
from desktop.shell.theme import ThemeChoice
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.links import LinkButton
from desktop.usecases.ui.detail_page import DetailPage
from tests.usecases.builders import HOSTILE, catalog_of, use_case

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.catalog.catalog import Catalog
    from tests.usecases.driver import UseCasesDriver


def page(room: UseCasesDriver) -> DetailPage:
    return room.room.findChildren(DetailPage)[0]


def opened(room: UseCasesDriver, case: str = "tea") -> DetailPage:
    """Choose a card and press Enter on it."""
    room.cards.choose(case)
    room.cards.setFocus()
    room.key(Qt.Key.Key_Return)
    return page(room)


def words(found: DetailPage) -> str:
    return "\n".join(each.accessibleName() or each.text() for each in found.findChildren(TextLabel) if each.isVisible())


def test_enter_opens_a_card_and_escape_returns_to_it(room: UseCasesDriver) -> None:
    found = opened(room)
    assert found.isVisible()
    assert found.use_case == "tea"
    assert "High risk: It scalds." in words(found)
    assert room.opened == [UseCaseRef("tea")]
    room.key(Qt.Key.Key_Escape)
    assert not found.isVisible()
    assert room.cards.hasFocus()
    assert room.cards.chosen == "tea"


def test_every_link_is_reached_by_tab_and_followed_by_enter(room: UseCasesDriver) -> None:
    found = opened(room)
    links = [each for each in found.findChildren(LinkButton) if each.isVisible()]
    assert [each.ref for each in links] == [ClaimRef("c-2"), ClaimRef("c-1")]
    for _ in range(12):
        room.key(Qt.Key.Key_Tab)
        if links[0].hasFocus():
            break
    room.key(Qt.Key.Key_Return)
    assert room.opened[-1] == ClaimRef("c-2")


def test_a_filter_shows_the_list_again(room: UseCasesDriver) -> None:
    found = opened(room)
    room.search("toast")
    assert not found.isVisible()
    assert room.titles == ["Making toast"]


def test_coming_back_to_another_use_case_stays_in_detail(room: UseCasesDriver) -> None:
    found = opened(room)
    room.room.open(UseCaseRef("cake"))
    room.settle()
    assert found.isVisible()
    assert found.use_case == "cake"


def test_a_page_is_no_higher_than_its_text(room: UseCasesDriver) -> None:
    scroll = opened(room).findChildren(QScrollArea)[0]
    inside = scroll.widget()
    assert inside is not None
    last = [each for each in inside.findChildren(LinkButton) if each.isVisible()][-1]
    assert inside.height() - last.geometry().bottom() < 24 or inside.height() <= scroll.viewport().height()


def test_larger_text_is_set_anew_and_keeps_the_keyboard(room: UseCasesDriver) -> None:
    found = opened(room)
    room.theme.set_scale(2.0)
    room.settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert found.isAncestorOf(focused)
    assert "It scalds" in words(found)


def test_markup_in_a_pack_is_shown_as_text(open_room: Callable[..., UseCasesDriver]) -> None:
    case = use_case("evil", HOSTILE, problem=HOSTILE)
    room = open_room(catalog_of(Industry(id="inn", title=HOSTILE, summary="One.", use_cases=(case,))))
    assert words(opened(room, "evil")).count(HOSTILE) >= 3


@pytest.mark.parametrize(("line", "begins"), [("One page (PDF)…", b"%PDF"), ("Markdown…", b"# Making tea")])
def test_it_is_saved_as_a_page_or_as_markdown(
    room: UseCasesDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, begins: bytes
) -> None:
    file = tmp_path / ("tea.pdf" if "PDF" in line else "tea.md")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(file), ""))
    found = opened(room)
    next(each for each in found.menu_of().actions() if each.text() == line).trigger()
    assert file.read_bytes().startswith(begins)
    assert found.told == f"Written to '{file}'."


def test_another_theme_shows_the_same_line(open_room: Callable[..., UseCasesDriver], shipped_catalog: Catalog) -> None:
    room = open_room(shipped_catalog)
    bar = opened(room, "answer-customers").findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    at = bar.value()
    assert at > 100
    room.theme.set_choice(ThemeChoice.DARK)
    room.settle()
    assert bar.value() == at
