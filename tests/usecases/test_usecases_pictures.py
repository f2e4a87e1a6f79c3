"""The pictures as a reader meets them: every mark a button with a sentence, at any size, saved as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from desktop.catalog.refs import UseCaseRef
from desktop.shell.theme import ThemeChoice
from desktop.shell.widgets.pictures.board import Board
from desktop.shell.widgets.pictures.drawing import Words
from desktop.shell.widgets.spots import neighbour
from desktop.usecases.ui.pictures import Picture, UseCasePictures

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.catalog.catalog import Catalog
    from tests.usecases.driver import UseCasesDriver

    OpenRoom = Callable[..., UseCasesDriver]

ALL = pytest.mark.parametrize("picture", list(Picture))


def shown(room: UseCasesDriver, picture: Picture = Picture.FUNCTIONS) -> UseCasePictures:
    if not button(room, "Pictures").isChecked():
        room.press_button("Pictures")
    found = room.room.findChildren(UseCasePictures)[0]
    found.choose(picture.value)
    room.settle()
    return found


def button(room: UseCasesDriver, words: str) -> QPushButton:
    return next(each for each in room.room.findChildren(QPushButton) if each.text() == words)


def board(pictures: UseCasePictures) -> Board:
    return next(each for each in pictures.findChildren(Board))


def test_pictures_stand_in_the_place_of_the_list_and_go_again(room: UseCasesDriver) -> None:
    pictures = shown(room)
    assert pictures.isVisible()
    assert room.titles == []
    room.press_button("Pictures")
    assert not pictures.isVisible()
    assert len(room.titles) == 5


def test_pictures_show_what_the_filter_lets_through(room: UseCasesDriver) -> None:
    pictures = shown(room)
    room.search("toast")
    assert pictures.isVisible()
    names = [spot.name for spot in board(pictures).drawing.spots]
    assert names == ["Serve at table: 1 use case.", "Serve at table, Baking: 1 use case: Making toast."]
    room.search("unicorn")
    assert "Drop one of them" in pictures.words


def test_a_mark_that_is_chosen_is_told(room: UseCasesDriver) -> None:
    pictures = shown(room)
    at = next(at for at, spot in enumerate(board(pictures).drawing.spots) if "Baking" in spot.name)
    board(pictures).button(at).setFocus()
    room.key(Qt.Key.Key_Return)
    assert room.selected[-1] == UseCaseRef("toast")
    assert pictures.isVisible()


def test_opening_a_use_case_shows_its_card(room: UseCasesDriver) -> None:
    shown(room)
    room.room.open(UseCaseRef("toast"))
    assert room.cards.isVisible()
    assert room.cards.chosen == "toast"


@ALL
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize(("size", "scale"), [((1240, 900), 1.0), ((1240, 900), 2.0), ((420, 480), 1.0)])
def test_every_mark_is_a_button_with_a_sentence_that_keys_reach(
    open_room: OpenRoom,
    shipped_catalog: Catalog,
    picture: Picture,
    choice: ThemeChoice,
    size: tuple[int, int],
    scale: float,
) -> None:
    room = open_room(shipped_catalog, size=size, scale=scale, choice=choice)
    drawing = board(shown(room, picture)).drawing
    assert drawing.spots
    for spot in drawing.spots:
        assert spot.name.endswith(".")
        assert min(spot.place.width(), spot.place.height()) >= 24
        assert shipped_catalog.find(spot.ref) is not None
    reached, waiting = {0}, [0]
    for at in waiting:
        steps = (neighbour(drawing.at, at, *step) for step in ((-1, 0), (1, 0), (0, -1), (0, 1)))
        fresh = set(steps) - reached
        reached |= fresh
        waiting.extend(fresh)
    assert reached == set(range(len(drawing.spots)))
    for words in (each for each in drawing.strokes if isinstance(each, Words)):
        assert words.place.right() <= drawing.width + 1


@ALL
@pytest.mark.parametrize("ending", ["svg", "png"])
def test_a_picture_is_saved(
    open_room: OpenRoom,
    shipped_catalog: Catalog,
    picture: Picture,
    ending: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / f"picture.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(file), ""))
    room = open_room(shipped_catalog)
    pictures = shown(room, picture)
    room.press_button(f"Save as {ending.upper()}")
    assert pictures.told == f"Written to '{file}'."
    if ending == "png":
        assert QImage(str(file)).width() > 1_000
    else:
        assert "Education" in file.read_text() or "Summarise" in file.read_text()


def test_a_larger_text_draws_anew(open_room: OpenRoom) -> None:
    room = open_room(size=(920, 1200))
    pictures = shown(room)
    before = board(pictures).drawing.spots[0].place.height()
    room.theme.set_scale(2.0)
    room.settle()
    QApplication.processEvents()
    assert board(pictures).drawing.spots[0].place.height() > 1.5 * before


@ALL
def test_in_a_low_room_with_large_text_most_of_the_room_is_the_picture(
    open_room: OpenRoom, shipped_catalog: Catalog, picture: Picture
) -> None:
    room = open_room(shipped_catalog, size=(1024, 454), scale=2.0)  # what a window of 1024 x 640 leaves
    pictures = shown(room, picture)
    spots = enumerate(board(pictures).drawing.spots)
    rows = [board(pictures).button(at) for at, spot in spots if spot.column == 0 and spot.row < 8]
    whole = [each for each in rows if room.seen(each) == each.size()]
    assert len(whole) >= (3 if picture is Picture.ARTICLES else 6)
    assert "Compare" not in room.buttons
    room.press_button("Pictures")
    assert "Compare" in room.buttons


def test_in_a_low_room_a_use_case_in_detail_has_all_the_room_and_the_search_is_a_key_away(
    open_room: OpenRoom, shipped_catalog: Catalog
) -> None:
    room = open_room(shipped_catalog, size=(1024, 454), scale=2.0)
    room.cards.setFocus()
    room.key(Qt.Key.Key_Return)
    assert [each for each in room.buttons if each in ("Filters", "Compare")] == []
    room.room.focus_search()
    room.settle()
    assert "Filters" in room.buttons
    assert room.titles
    assert QApplication.focusWidget() is room.room.findChildren(QLineEdit)[0]
    room.key(Qt.Key.Key_Return)
    room.key(Qt.Key.Key_Return)
    room.key(Qt.Key.Key_Escape)
    assert "Filters" in room.buttons


def test_where_map_and_picture_would_both_be_cramped_the_picture_has_the_width(
    open_room: OpenRoom, shipped_catalog: Catalog
) -> None:
    room = open_room(shipped_catalog, size=(684, 527))  # what a window of 1024 x 640 leaves
    assert room.map.isVisible()
    drawing = board(shown(room, Picture.ARTICLES)).drawing
    assert not room.map.isVisible()
    assert drawing.width <= 684
    assert [each for each in room.controls if room.seen(each) != each.size()] == []
    room.press_button("Map")
    room.click_cell("law")
    assert board(shown(room, Picture.ARTICLES)).isVisible()
    assert room.room.filter.industry == ("law",)
    room.press_button("Pictures")
    assert room.map.isVisible()
