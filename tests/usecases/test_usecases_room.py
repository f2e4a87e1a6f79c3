"""The room as a reader meets it: searching, filtering, moving, and texts that mean harm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.catalog.refs import IndustryRef, UseCaseRef
from desktop.shell.theme import ThemeChoice
from desktop.usecases.choosing.place import PageRef
from desktop.usecases.comparing.place import ComparedRef
from desktop.usecases.filter import Facet
from desktop.usecases.view import VIEW
from tests.usecases.builders import BARE, HOSTILE, INN, KINDS, catalog_of, use_case
from tests.usecases.driver import UseCasesDriver

OpenRoom = Callable[..., UseCasesDriver]
ALL = ["Making tea", "Making toast", "Heating soup", "Pouring latte", "Baking cake"]


def test_it_opens_with_every_use_case(room: UseCasesDriver) -> None:
    assert room.titles == ALL
    assert room.room.status() == "5 use cases in 2 industries"
    assert VIEW.opens == (UseCaseRef, IndustryRef, PageRef, ComparedRef)


def test_searching_shows_what_fits_and_marks_the_hits(room: UseCasesDriver) -> None:
    assert room.hit_pixels() == 0
    room.search("making")
    assert room.titles == ["Making tea", "Making toast"]
    assert room.hit_pixels() > 100
    assert room.room.status() == "2 of 5 shown: Inn"


def test_a_hit_in_a_text_that_is_not_on_the_card_is_marked_too(room: UseCasesDriver) -> None:
    room.search("queue")
    assert room.titles == ["Pouring latte"]
    assert room.hit_pixels() > 50


def test_counts_beside_the_kinds_follow_the_other_filters(room: UseCasesDriver) -> None:
    assert room.buttons[:4] == ["All 5", "Brewing 3", "Baking 2", "Both 0"]
    room.choose(Facet.INDUSTRY, "cafe")
    assert room.buttons[:4] == ["All 2", "Brewing 1", "Baking 1", "Both 0"]
    room.press_button("Baking")
    assert room.buttons[:4] == ["All 2", "Brewing 1", "Baking 1", "Both 0"]
    assert room.offers["Industry"] == "Inn 1 | Café & bar 1 | Bare 0"


def test_maturity_and_evidence_filter(room: UseCasesDriver) -> None:
    room.choose(Facet.GRADE, "A")
    assert room.titles == ["Making toast"]
    assert "Pilot 1" in room.offers["Maturity"]
    assert "In use 0" in room.offers["Maturity"]


def test_a_selected_card_is_told_and_stays_selected_while_it_is_shown(room: UseCasesDriver) -> None:
    room.cards.setFocus()
    room.key(Qt.Key.Key_Down)
    assert room.selected[-1] == UseCaseRef("toast")
    room.search("toast")
    assert room.cards.chosen == "toast"
    assert room.selected.count(UseCaseRef("toast")) == 1
    room.search("tea")
    assert room.cards.chosen == ""


def test_by_keyboard_alone_from_the_search_to_an_opened_card(room: UseCasesDriver) -> None:
    room.room.focus_search()
    for key in (
        Qt.Key.Key_M,
        Qt.Key.Key_A,
        Qt.Key.Key_K,
        Qt.Key.Key_Return,
        Qt.Key.Key_Down,
    ):
        room.key(key)
    assert room.titles == ["Making tea", "Making toast"]
    room.key(Qt.Key.Key_Return)
    assert room.opened == [UseCaseRef("toast")]


def test_opening_an_industry_shows_it_alone(room: UseCasesDriver) -> None:
    room.search("making")
    room.room.open(IndustryRef("cafe"))
    assert room.titles == ["Pouring latte", "Baking cake"]


def test_opening_a_use_case_drops_what_hides_it_and_tells_nobody(room: UseCasesDriver) -> None:
    room.search("making")
    room.press_button("Brewing")
    room.room.open(UseCaseRef("latte"))
    assert "Pouring latte" in room.titles
    assert room.cards.chosen == "latte"
    assert room.room.filter.kind == ("brew",)
    assert room.opened == []


def test_an_empty_result_says_what_to_drop(room: UseCasesDriver) -> None:
    room.choose(Facet.INDUSTRY, "cafe")
    room.search("making")
    assert room.titles == []
    assert "the search words and the industry" in room.nothing.words
    room.press_button("Drop the search words: 2 use cases")
    assert room.titles == ["Pouring latte", "Baking cake"]


def test_an_empty_result_can_clear_everything(room: UseCasesDriver) -> None:
    room.room.open(IndustryRef("bare"))
    room.search("unicorn")
    assert "clear them all" in room.nothing.words
    room.press_button("Clear all filters")
    assert room.titles == ALL


def test_a_pack_without_use_cases_shows_a_calm_sentence(open_room: OpenRoom) -> None:
    for catalog in (catalog_of(), catalog_of(BARE), catalog_of(kinds=())):
        room = open_room(catalog)
        assert room.nothing.isVisible()
        assert room.nothing.words == "No use cases here. This pack has no use cases yet."
        assert room.buttons == []
        assert room.room.status() == "No use cases"
        assert room.room.sheets() == ()


def test_markup_in_a_pack_is_shown_as_text(open_room: OpenRoom) -> None:
    case = use_case("evil", HOSTILE, does=HOSTILE, filed_as=HOSTILE)
    kinds = (replace(KINDS[0], title=HOSTILE), *KINDS[1:])
    room = open_room(catalog_of(replace(INN, title=HOSTILE, use_cases=(case,)), kinds=kinds))
    assert room.titles == [HOSTILE]
    assert room.spoken_card(0).count(HOSTILE) == 5
    assert f"{HOSTILE} 1" in room.buttons
    assert room.spoken(room.cell("inn", "brew")) == f"{HOSTILE}, {HOSTILE}: 1 use case"
    room.search("<script>")
    assert room.hit_pixels() > 100


def test_a_text_of_5000_letters_is_wrapped_and_never_cut(open_room: OpenRoom) -> None:
    endless = "x" * 5_000
    case = use_case("long", endless, does=endless)
    room = open_room(catalog_of(replace(INN, title=endless, use_cases=(case, *INN.use_cases))))
    per_line = room.cards.viewport().width() / room.cards.fontMetrics().horizontalAdvance("x")
    assert room.card_height(0) > 2 * 5_000 / per_line * room.cards.fontMetrics().height()
    assert room.room.width() == 920
    room.search("tea")
    assert room.titles == ["Making tea"]


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_larger_text_makes_taller_cards_at_once(open_room: OpenRoom, choice: ThemeChoice) -> None:
    room = open_room(choice=choice)
    before = room.card_height(0)
    room.theme.set_scale(2.0)
    room.settle()
    assert room.card_height(0) > 1.7 * before


@pytest.mark.parametrize(
    ("size", "scale"), [((684, 480), 1.0), ((684, 480), 2.0), ((1240, 900), 2.0), ((400, 480), 1.0)]
)
def test_no_control_is_cut_at_any_size(open_room: OpenRoom, size: tuple[int, int], scale: float) -> None:
    room = open_room(size=size, scale=scale)
    for control in room.controls:
        holder = control.parentWidget()
        assert holder is not None
        assert holder.rect().contains(control.geometry()), control.accessibleName()
        assert control.height() >= 24


def test_a_narrow_room_folds_the_map_behind_a_button(open_room: OpenRoom) -> None:
    room = open_room(size=(560, 600))
    assert not room.map.isVisible()
    room.press_button("Map")
    assert room.map.isVisible()
    room.click_cell("cafe", "bake")
    assert not room.map.isVisible()
    assert room.titles == ["Baking cake"]
