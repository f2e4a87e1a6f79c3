"""Facets, chips, the order, ticks and comparing, as a reader with a mouse or with keys alone meets them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.catalog.refs import IndustryRef, UseCaseRef
from desktop.usecases.filter import Facet, Filter
from desktop.usecases.ui.card_list import CardList
from desktop.usecases.ui.facet_panel import FacetPanel
from tests.usecases.builders import BARE, CAFE, HOSTILE, INN, catalog_of, use_case
from tests.usecases.driver import UseCasesDriver

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.shell.window import Window

OpenRoom = Callable[..., UseCasesDriver]


def many(count: int) -> Catalog:
    """A pack with so many use cases that the list holds but a part of them."""
    cases = tuple(use_case(f"u{at}", f"Case {at}") for at in range(count))
    return catalog_of(replace(INN, use_cases=cases))


def test_several_values_of_a_facet_widen_and_have_chips(room: UseCasesDriver) -> None:
    room.choose(Facet.GRADE, "A")
    room.choose(Facet.GRADE, "D")
    assert room.titles == ["Making toast", "Heating soup"]
    assert room.chips == ["A: independent study", "D: one side's word alone"]
    assert "Filters (2)" in room.buttons


def test_a_chip_takes_itself_out_and_one_button_takes_all(room: UseCasesDriver) -> None:
    room.choose(Facet.GRADE, "B")
    room.choose(Facet.RISK, "none")
    assert room.titles == ["Pouring latte", "Baking cake"]
    room.press_button("Risk: No risk named")
    assert room.titles == ["Making tea", "Pouring latte", "Baking cake"]
    room.press_button("Clear all")
    assert len(room.titles) == 5
    assert room.chips == []


def test_two_kinds_at_once_leave_no_segment_chosen(room: UseCasesDriver) -> None:
    room.choose(Facet.KIND, "brew")
    assert room.chosen_kinds == ["Brewing 3"]
    room.choose(Facet.KIND, "bake")
    assert room.chosen_kinds == []
    assert len(room.titles) == 5
    room.press_button("All 5")
    assert room.chips == []


def test_counts_in_the_panel_follow_the_other_facets(room: UseCasesDriver) -> None:
    room.choose(Facet.INDUSTRY, "cafe")
    assert room.offers["Kind"] == "Brewing 1 | Baking 1 | Both 0"
    assert room.offers["Highest risk"] == "High 0 | Medium 0 | Low 0 | No risk named 2"
    assert room.offers["Industry"] == "Inn 3 | Café & bar 2 | Bare 0"


def test_the_list_is_sorted_as_chosen(room: UseCasesDriver) -> None:
    room.sort("Title")
    assert room.titles == ["Baking cake", "Heating soup", "Making tea", "Making toast", "Pouring latte"]
    room.search("making")
    assert room.titles == ["Making tea", "Making toast"]
    room.sort("Evidence grade")
    assert room.titles == ["Making toast", "Making tea"]


def test_ticks_by_mouse_and_by_space(room: UseCasesDriver) -> None:
    room.tick(1)
    room.cards.setFocus()
    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Space)
    assert room.ticked() == ["Making toast", "Heating soup"]
    assert "Compare (2)" in room.buttons
    room.key(Qt.Key.Key_Space)
    assert room.ticked() == ["Making toast"]


def test_a_tick_stays_while_its_card_is_filtered_away(room: UseCasesDriver) -> None:
    room.tick(0)
    room.search("toast")
    assert room.ticked() == []
    assert "Compare (1)" in room.buttons
    room.search("")
    assert room.ticked() == ["Making tea"]


def test_a_fifth_tick_is_refused_in_words(room: UseCasesDriver) -> None:
    told: list[str] = []
    room.room.status_changed.connect(told.append)
    for row in range(5):
        room.cards.choose(["tea", "toast", "soup", "latte", "cake"][row])
        room.tick(row)
    assert len(room.ticked()) == 4
    assert told[-1].startswith("4 use cases are ticked already")


def test_ticked_use_cases_stand_side_by_side_and_enter_opens(room: UseCasesDriver) -> None:
    room.tick(0)
    room.tick(1)
    room.compare("The 2 ticked")
    assert room.column(0)["≠ Kind"] == "Brewing"
    assert room.column(1)["≠ Kind"] == "Baking"
    assert "Autonomy" in room.column(0)
    room.press_button("Only what differs")
    assert "Autonomy" not in room.column(0)
    room.table.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        room.key(key)
    assert room.opened == [UseCaseRef("toast")]


def test_a_screen_reader_hears_what_differs_and_what_only_one_has(room: UseCasesDriver) -> None:
    room.tick(0)
    room.tick(1)
    room.compare("The 2 ticked")
    heads = [room.table.verticalHeaderItem(at) for at in range(room.table.rowCount())]
    at = next(at for at, head in enumerate(heads) if head is not None and head.text() == "≠ Kind")
    head, cell = heads[at], room.table.item(at, 0)
    assert head is not None
    assert cell is not None
    assert head.data(Qt.ItemDataRole.AccessibleTextRole) == "Kind, differs"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Brewing, only here"


def test_escape_leads_back_to_the_list_and_so_does_opening(room: UseCasesDriver) -> None:
    room.tick(0)
    room.tick(1)
    room.compare("The 2 ticked")
    assert room.titles == []
    room.key(Qt.Key.Key_Escape)
    assert len(room.titles) == 5
    assert QApplication.focusWidget() is room.cards
    room.compare("The 2 ticked")
    room.room.open(UseCaseRef("soup"))
    assert room.cards.chosen == "soup"
    assert len(room.titles) == 5


def test_two_industries_stand_side_by_side_and_can_be_changed(room: UseCasesDriver) -> None:
    room.room.open(IndustryRef("inn"))
    room.compare("Two industries")
    assert (room.column(0)["Use cases"], room.column(1)["Use cases"]) == ("3", "2")
    room.choose_in("Second industry", "Bare")
    assert room.column(1)["Use cases"] == "0"


@pytest.mark.parametrize(("size", "scale"), [((684, 480), 1.0), ((1240, 900), 2.0), ((400, 480), 1.0)])
def test_no_text_of_a_comparison_is_cut(open_room: OpenRoom, size: tuple[int, int], scale: float) -> None:
    room = open_room(size=size, scale=scale)
    room.tick(0)
    room.cards.tick_requested.emit("cake")
    room.compare("The 2 ticked")
    table = room.table
    for row in range(table.rowCount()):
        item = table.item(row, 0)
        assert item is not None
        room_for = table.visualItemRect(item).adjusted(10, 6, -10, -6)
        needed = table.fontMetrics().boundingRect(room_for, Qt.TextFlag.TextWordWrap, item.text())
        assert needed.height() <= room_for.height(), item.text()


def test_the_list_is_copied_as_it_is_seen(room: UseCasesDriver) -> None:
    from desktop.shell.table_menu import copied

    room.search("making")
    assert copied(room.room.taken()).startswith("Copied 2 × 11 cells")
    assert QGuiApplication.clipboard().text().splitlines()[0].startswith("Use case\tIndustry\t")


def test_every_use_case_of_the_pack_is_reached_and_opened_by_keys_alone(
    open_room: OpenRoom, shipped_catalog: Catalog
) -> None:
    room = open_room(shipped_catalog)
    wanted = [UseCaseRef(case.id) for each in shipped_catalog.industries for case in each.use_cases]
    room.room.focus_search()
    room.key(Qt.Key.Key_Return)
    for at in range(len(wanted)):
        room.key(Qt.Key.Key_Home if at == 0 else Qt.Key.Key_Down)
        room.key(Qt.Key.Key_Return)
        room.key(Qt.Key.Key_Escape)  # out of the detail that has opened
    assert room.opened == wanted
    room.room.focus_search()
    assert QApplication.focusWidget() is not room.cards
    for _stop in range(30):
        if QApplication.focusWidget() is room.cards:
            break
        room.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is room.cards


def test_a_long_list_is_walked_from_end_to_end(open_room: OpenRoom) -> None:
    room = open_room(many(130))
    assert room.room.status() == "130 use cases in 1 industry"
    room.cards.setFocus()
    room.key(Qt.Key.Key_Home)
    for _step in range(129):
        room.key(Qt.Key.Key_Down)
    assert room.cards.chosen == "u129"
    room.key(Qt.Key.Key_Home)
    assert room.cards.chosen == "u0"
    room.key(Qt.Key.Key_End)
    assert room.cards.chosen == "u129"
    for _step in range(129):
        room.key(Qt.Key.Key_Up)
    assert room.cards.chosen == "u0"
    assert [ref.use_case for ref in room.selected if isinstance(ref, UseCaseRef)][-130:] == [
        f"u{at}" for at in range(129, -1, -1)
    ]


def test_a_far_use_case_is_opened_in_sight_and_its_neighbours_follow(open_room: OpenRoom) -> None:
    room = open_room(many(500))
    room.room.open(UseCaseRef("u321"))
    assert room.cards.chosen == "u321"
    place = room.cards.visualRect(room.cards.currentIndex())
    assert room.cards.viewport().rect().contains(place)
    room.cards.setFocus()
    for _step in range(3):
        room.key(Qt.Key.Key_Up)
    assert room.cards.chosen == "u318"
    bar = room.cards.verticalScrollBar()
    for _step in range(60):
        bar.setValue(0)
        room.settle()
    assert room.titles[0] == "Case 0"
    assert room.cards.chosen == "u318"


def test_the_filter_is_kept_as_one_value(room: UseCasesDriver) -> None:
    room.choose(Facet.INDUSTRY, "inn")
    room.sort("Title")
    room.room.open(IndustryRef("cafe"))
    assert room.room.filter == Filter(industry=("cafe",), sort=room.room.filter.sort)
    assert room.titles == ["Baking cake", "Pouring latte"]


def test_in_a_low_room_chips_give_way_to_the_cards_and_the_panel_still_clears(open_room: OpenRoom) -> None:
    room = open_room(size=(684, 300))
    room.choose(Facet.GRADE, "A")
    assert room.chips == []
    assert "Filters (1)" in room.buttons
    assert room.titles == ["Making toast"]
    room.choose(Facet.GRADE, "A")
    assert len(room.titles) == 5


def test_back_leads_to_the_card_that_was_left(window: Window) -> None:
    room = window.show_view("usecases")
    assert window.context is not None
    assert room is not None
    cards, navigator = room.findChildren(CardList)[0], window.context.navigator
    room.focus_search()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(window.focusWidget() or cards, key)
    left = cards.chosen
    assert navigator.current == UseCaseRef(left)
    navigator.open(UseCaseRef("draft-contracts"))
    assert cards.chosen == "draft-contracts"
    navigator.go_back()
    assert cards.chosen == left
    assert cards.viewport().rect().contains(cards.visualRect(cards.currentIndex()).topLeft())


def test_a_row_higher_than_the_table_is_read_to_its_end_by_keys(open_room: OpenRoom) -> None:
    tall = use_case("tall", "Tall", problem="word " * 400)
    room = open_room(catalog_of(replace(INN, use_cases=(*INN.use_cases, tall))), size=(684, 420))
    room.cards.tick_requested.emit("tea")
    room.cards.tick_requested.emit("tall")
    room.compare("The 2 ticked")
    table, seen = room.table, set()
    for _step in range(60):
        for row in range(table.rowCount()):
            bottom = table.rowViewportPosition(row) + table.rowHeight(row)
            if 0 < bottom <= table.viewport().height() + 1:
                seen.add(row)
        room.key(Qt.Key.Key_Down)
    assert max(table.rowHeight(row) for row in range(table.rowCount())) > table.viewport().height()
    assert seen == set(range(table.rowCount()))


def test_the_panel_is_as_high_as_its_unfolded_facets_and_stays_within_the_window(open_room: OpenRoom) -> None:
    room = open_room(size=(920, 700))
    room.press_button("Filters")
    panel = room.room.findChildren(FacetPanel)[0]
    folded = panel.height()
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert panel.height() > folded
    room.settle()
    window = room.room.window().frameGeometry()
    assert panel.frameGeometry().bottom() <= window.bottom()
    assert panel.frameGeometry().right() <= window.right()
    QTest.keyClick(panel.tree, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_names_of_any_length_and_with_markup_are_compared_as_text(open_room: OpenRoom) -> None:
    odd = use_case("odd", HOSTILE, does=HOSTILE), use_case("long", "x" * 5_000)
    room = open_room(catalog_of(replace(INN, title=HOSTILE, use_cases=odd), replace(CAFE, title="y" * 5_000)))
    room.choose(Facet.INDUSTRY, "inn")
    assert room.chips[0].startswith("<b>bold</b> &&")
    for each in odd:
        room.cards.tick_requested.emit(each.id)
    room.compare("The 2 ticked")
    assert room.column(0)["What it does"] == HOSTILE
    assert room.table.viewport().height() > 100
    assert room.room.width() == 920
    room.compare("Two industries")
    assert room.room.width() == 920


@pytest.mark.parametrize(("size", "scale"), [((684, 480), 1.0), ((684, 480), 2.0), ((1240, 900), 1.0)])
def test_the_panel_cuts_no_name_however_long_it_is(open_room: OpenRoom, size: tuple[int, int], scale: float) -> None:
    long = "Translation, search and text analysis for people who write a great deal in many languages"
    room = open_room(catalog_of(replace(INN, title="Content creation"), replace(CAFE, title=long), BARE), size, scale)
    room.press_button("Filters")
    panel = room.room.findChildren(FacetPanel)[0]
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    room.settle()
    fit = [room.lines_of(panel, Facet.INDUSTRY, each) for each in ("inn", "cafe", "bare")]
    assert all(needed <= there for needed, there in fit)
    assert fit[1][0] > fit[0][0] == fit[2][0]
    last = panel.tree.topLevelItem(panel.tree.topLevelItemCount() - 1)
    assert last is not None
    if size[1] > 800:
        assert panel.tree.visualItemRect(last).bottom() <= panel.tree.viewport().height()
