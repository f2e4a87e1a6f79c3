"""Tab goes through the room as it is seen: from the controls over the map to what stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.catalog.refs import UseCaseRef
from desktop.shell.widgets.links import LinkButton
from desktop.usecases.filter import Filter
from desktop.usecases.ui.card_list import CardList
from desktop.usecases.ui.widget import UseCasesRoom
from tests.shell.driver import WindowDriver
from tests.usecases.driver import UseCasesDriver

if TYPE_CHECKING:
    from desktop.shell.window import Window

OpenRoom = Callable[..., UseCasesDriver]


def walked(driver: UseCasesDriver | WindowDriver, room: QWidget) -> list[QWidget]:
    """Everything that Tab comes to within the room, from the search field on."""
    stops: list[QWidget] = []
    while (at := QApplication.focusWidget()) is not None and at not in stops and room.isAncestorOf(at):
        stops.append(at)
        (driver.key if isinstance(driver, UseCasesDriver) else driver.press)(Qt.Key.Key_Tab)
    return stops


def names(stops: list[QWidget]) -> list[str]:
    return [each.accessibleName() for each in stops]


def page_of(scroll: QWidget) -> QWidget:
    """What a frame scrolls."""
    assert isinstance(scroll, QScrollArea)
    page = scroll.widget()
    assert page is not None
    return page


def place(page: QWidget, widget: QWidget) -> tuple[int, int]:
    """Where a widget begins: from the top, from the left."""
    at = widget.mapTo(page, QPoint())
    return at.y(), at.x()


def test_controls_then_chips_then_the_map_then_the_cards(room: UseCasesDriver) -> None:
    room.room.show_filter(Filter(grade=("A", "B")))
    room.settle()
    room.room.focus_search()
    said = names(walked(room, room.room))
    last = ["Drop Evidence grade: A: independent study", "Drop Evidence grade: B: regulator or audit"]
    assert said[-5:] == [*last, "Clear all filters", "Inn: 2 of 3 use cases", "Use cases"]
    room.press_button("A: independent")
    room.room.focus_search()
    assert names(walked(room, room.room))[-4:] == [last[1], "Clear all filters", "Inn: 1 of 3 use cases", "Use cases"]


def test_pictures_come_after_the_map_beside_which_they_stand(window: Window) -> None:
    driver, room = WindowDriver(window), window.show_view("usecases")
    assert isinstance(room, UseCasesRoom)
    driver.click(room, "Pictures").settle()
    for key in ("Functions", "Articles"):
        driver.click(room, key)
        room.focus_search()
        stops = walked(driver, room)
        said = names(stops)
        picked = said.index(f"Picture: {key}")
        assert said[picked - 1].startswith("Art and design:")
        assert said[picked + 1 : picked + 3] == ["Save as SVG…", "Save as PNG…"]
        assert len(stops) == picked + 4


def test_the_links_of_a_use_case_in_detail_follow_each_other_as_they_stand(window: Window) -> None:
    driver, room = WindowDriver(window), window.show_view("usecases")
    assert isinstance(room, UseCasesRoom)
    assert window.context is not None
    cards = room.findChildren(CardList)[0]
    room.show_filter(Filter(industry=("law", "finance")))
    for case in ("draft-contracts", "detect-fraud"):
        window.context.navigator.open(UseCaseRef(case))
        driver.settle()
        cards.setFocus()
        driver.press(Qt.Key.Key_Return)
        room.focus_search()
        stops = walked(driver, room)
        said = names(stops)
        at = said.index("Use case in detail")
        links = [each for each in stops if isinstance(each, LinkButton)]
        inside = page_of(stops[at])
        assert len(links) > 8
        assert stops[at + 1 :] == [each for each in stops if inside.isAncestorOf(each)]
        assert [place(inside, each) for each in links] == sorted(place(inside, each) for each in links)
        driver.press(Qt.Key.Key_Escape)
