"""The pictures as a reader uses them: chosen, pointed at, walked over by keys, read aloud, saved."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.catalog.entities.matrix import ValueKind
from desktop.catalog.loader import load_pack
from desktop.catalog.refs import AspectRef, CellRef, SourceRef, SubjectRef
from desktop.matrix.pictures.agreement import Stance
from desktop.matrix.ui.pictures.gallery import Picture
from desktop.matrix.ui.pictures.heat import field_ground
from desktop.matrix.ui.pictures.page import Pictures
from desktop.shell.context import Context
from desktop.shell.icons import Icons
from desktop.shell.navigator import Navigator
from desktop.shell.settings import Settings
from desktop.shell.theme import Theme, ThemeChoice
from desktop.shell.tint import contrast
from desktop.shell.widgets.pictures.drawing import Sign, Trace, Words
from desktop.shell.widgets.pictures.sketch import Sketch
from desktop.shell.widgets.spots import neighbour
from tests.builders import TINY_PACK, aspect, group
from tests.matrix.pictures_driver import PicturesDriver, drinks

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.refs import Ref
    from desktop.shell.widgets.pictures.drawing import Drawing, Spot

Open = Callable[..., PicturesDriver]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def open_pictures(qtbot: QtBot, tmp_path: Path) -> Callable[..., PicturesDriver]:
    """Opens the pictures of all of a pack, at a size, a text size and in a theme."""

    def opened(
        picture: Picture = Picture.RADAR,
        found: Catalog | None = None,
        size: tuple[int, int] = (1000, 700),
        scale: float = 1.0,
        choice: ThemeChoice = ThemeChoice.LIGHT,
    ) -> PicturesDriver:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme = Theme(app, choice, scale)
        given = found or drinks()
        context = Context(given, Navigator(), Settings(tmp_path / "settings.ini"), theme, Icons(theme))
        pictures = Pictures(context)
        qtbot.addWidget(pictures)
        driver = PicturesDriver(pictures, context)
        pictures.choose(picture)
        pictures.show_table(tuple(given.subject), tuple(given.aspect))
        pictures.resize(*size)
        with qtbot.waitExposed(pictures):
            pictures.show()
        pictures.activateWindow()
        return driver.settle()

    return opened


ALL = pytest.mark.parametrize("picture", list(Picture))
SIZES = pytest.mark.parametrize(
    ("size", "scale"), [((1600, 1000), 1.0), ((640, 440), 1.0), ((640, 440), 2.0), ((1000, 700), 0.8)]
)


def test_pyqtgraph_waits_for_the_first_picture() -> None:
    code = "import sys, desktop.matrix.ui.pictures; sys.exit('pyqtgraph' in sys.modules or 'numpy' in sys.modules)"
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, timeout=60, check=False).returncode == 0


def test_an_empty_choice_says_what_to_choose(open_pictures: Open) -> None:
    driver = open_pictures()
    driver.pictures.show_table((), ())
    assert "Choose at least one subject and one aspect" in driver.pictures.words
    assert not driver.is_drawn
    assert not driver.button("Save as SVG…").isEnabled()


def test_too_few_axes_and_no_dates_are_said_in_words(open_pictures: Open) -> None:
    driver = open_pictures()
    driver.pictures.show_table(("tea",), ("taste", "plain"))
    assert "only 1 is rated here" in driver.pictures.words
    assert not driver.press("Timeline").is_drawn
    assert "Came (Things)" in driver.pictures.words
    assert "3 some" in driver.press("Bars").painted


def test_the_choice_of_picture_is_kept(open_pictures: Open) -> None:
    driver = open_pictures().press("Agreement")
    assert Pictures(driver.context).picture is Picture.AGREEMENT


@pytest.mark.parametrize("picture", [Picture.RADAR, Picture.BARS, Picture.TIMELINE])
def test_a_mark_leads_to_its_cell(open_pictures: Open, picture: Picture) -> None:
    ref = CellRef("mate", "came" if picture is Picture.TIMELINE else "price")
    assert open_pictures(picture).click(ref).told == [ref]


@ALL
def test_what_is_unknown_is_a_mark_with_the_word(open_pictures: Open, picture: Picture) -> None:
    """Never a zero: of a grade or date that is not there the picture says so, and the mark leads to the cell."""
    driver = open_pictures(picture)
    if picture is Picture.AGREEMENT:
        assert driver.painted.count("silent") > 3
        return
    ref = CellRef("water", "came") if picture is Picture.TIMELINE else CellRef("coffee", "price")
    assert "unknown" in driver.name(ref)
    assert any("unknown" in text for text in driver.painted)
    assert any(isinstance(each, Sign) and each.icon == "sign-unknown" for each in driver.drawing.strokes)
    assert driver.click(ref).told == [ref]


def test_the_map_leads_to_cells_aspects_and_articles(open_pictures: Open) -> None:
    driver = open_pictures(Picture.AGREEMENT)
    assert driver.name(CellRef("tea", "taste")) == "Taste, One: contradicts Two in its one claim here."
    places: list[Ref] = [CellRef("coffee", "taste"), AspectRef("warmth"), SourceRef("three")]
    for place in places:
        driver.click(place)
    assert driver.told == places


def test_the_legend_of_the_radar_leads_to_subjects(open_pictures: Open) -> None:
    assert open_pictures().click(SubjectRef("tea")).told == [SubjectRef("tea")]


def test_subjects_of_one_mark_are_told_apart_by_number_and_line(open_pictures: Open) -> None:
    driver = open_pictures()
    assert {"1 Coffee", "2 Mate", "Tea"} <= set(driver.painted)


def test_a_line_of_the_radar_breaks_where_a_grade_is_unknown(open_pictures: Open) -> None:
    lines = [each for each in open_pictures().drawing.strokes if isinstance(each, Trace) and each.width > 1]
    legend, axes = 4, 4
    assert len(lines) == legend + 4 * axes - 2


def test_grades_are_written_out_beside_the_bars(open_pictures: Open) -> None:
    assert {"5 all", "3 some", "unknown"} <= set(open_pictures(Picture.BARS).painted)


@ALL
def test_arrow_keys_reach_every_mark(open_pictures: Open, picture: Picture) -> None:
    spots = open_pictures(picture).drawing.at
    reached, waiting = {0}, [0]
    for at in waiting:
        for step in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            other = neighbour(spots, at, *step)
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    assert reached == set(range(len(spots)))


@ALL
def test_keys_walk_and_choose(open_pictures: Open, picture: Picture) -> None:
    driver = open_pictures(picture)
    driver.button("Save as PNG…").setFocus()
    driver.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is driver.board.button(0)
    start = driver.drawing.spots[0]
    driver.key(Qt.Key.Key_Down).key(Qt.Key.Key_Return)
    assert driver.told
    assert driver.told[0] != start.ref
    driver.key(Qt.Key.Key_Up).key(Qt.Key.Key_Space)
    assert driver.told[1] == start.ref


def test_tab_stops_at_one_mark_only(open_pictures: Open) -> None:
    driver = open_pictures()
    driver.board.button(0).setFocus()
    driver.key(Qt.Key.Key_Right).key(Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is None or not driver.board.isAncestorOf(focused)


def test_the_keyboard_brings_the_mark_into_sight(open_pictures: Open) -> None:
    driver = open_pictures(Picture.AGREEMENT, size=(640, 240))
    assert driver.scroll.verticalScrollBar().maximum() > 60
    driver.board.button(0).setFocus()
    for _ in range(6):
        driver.key(Qt.Key.Key_Down)
    focused = QApplication.focusWidget()
    assert focused is not None
    middle = focused.mapTo(driver.scroll.viewport(), focused.rect().center())
    head = driver.drawing.head[1] - driver.drawing.head[0]
    assert head < middle.y() < driver.scroll.viewport().height()


def test_the_names_of_articles_stay_in_sight(open_pictures: Open) -> None:
    driver = open_pictures(Picture.AGREEMENT, size=(640, 240))
    bar = driver.scroll.verticalScrollBar()
    assert bar.maximum() > 60
    bar.setValue(bar.maximum())
    at = next(at for at, spot in enumerate(driver.drawing.spots) if spot.ref == SourceRef("one"))
    assert -1 <= driver.board.button(at).mapTo(driver.scroll.viewport(), QPoint()).y() <= 2


@ALL
def test_every_mark_says_a_sentence_that_needs_no_colour(open_pictures: Open, picture: Picture) -> None:
    driver = open_pictures(picture)
    names = [spot.name for spot in driver.drawing.spots]
    assert len(names) == len(set(names))
    assert all(name[0].isupper() and name[-1] in ".?" and " " in name for name in names)
    for spot in driver.drawing.spots:
        assert signs_and_words(driver.drawing, spot), spot.name


def signs_and_words(drawing: Drawing, spot: Spot) -> list[Sign | Words]:
    """What besides colour is painted where a mark is."""
    return [each for each in drawing.strokes if isinstance(each, Sign | Words) and each.place.intersects(spot.place)]


def test_a_low_window_leaves_its_room_to_the_picture(open_pictures: Open) -> None:
    driver = open_pictures(Picture.AGREEMENT, size=(1000, 290), scale=2.0)
    assert driver.scroll.height() > 160
    assert driver.button("SVG…").accessibleName() == "Save as SVG…"
    spot = driver.drawing.spots[0]
    assert driver.board.button(0).toolTip()
    assert spot.place.top() < 10


def test_a_mark_pointed_at_is_said_below(open_pictures: Open) -> None:
    driver = open_pictures(Picture.BARS)
    at = next(at for at, spot in enumerate(driver.drawing.spots) if spot.ref == CellRef("tea", "taste"))
    driver.board.button(at).setFocus()
    assert driver.pictures.words == "Taste, Tea: some, 3 on the scale “One to five”. A guess."


@ALL
@SIZES
def test_no_word_is_cut_and_none_runs_into_another(
    open_pictures: Open, picture: Picture, size: tuple[int, int], scale: float
) -> None:
    drawing = open_pictures(picture, size=size, scale=scale).drawing
    words = [each for each in drawing.strokes if isinstance(each, Words) and each.text]
    inks = [ink_of(each) for each in words]
    for ink, each in zip(inks, words, strict=True):
        assert ink.left() >= -1, each.text
        assert ink.right() <= drawing.width + 1, each.text
        assert ink.bottom() <= drawing.height + 1, each.text
    for at, ink in enumerate(inks):
        met = [words[other].text for other in range(at) if ink.intersects(inks[other])]
        assert not met, words[at].text


def ink_of(words: Words) -> QRectF:
    """Where the letters of a line stand, a little less than that, since lines may touch."""
    wide = QFontMetricsF(words.font).horizontalAdvance(words.text)
    spare = words.place.width() - wide
    share = {Qt.AlignmentFlag.AlignLeft: 0.0, Qt.AlignmentFlag.AlignHCenter: 0.5, Qt.AlignmentFlag.AlignRight: 1.0}
    left = spare * share[words.side]
    return words.place.adjusted(left + 1, 3, left - spare - 1, -3)


@ALL
@SIZES
def test_marks_are_large_enough_and_stand_in_the_picture(
    open_pictures: Open, picture: Picture, size: tuple[int, int], scale: float
) -> None:
    driver = open_pictures(picture, size=size, scale=scale)
    for at in range(len(driver.drawing.spots)):
        button = driver.board.button(at)
        assert min(button.width(), button.height()) >= 24, button.accessibleName()


@pytest.mark.parametrize("picture", [Picture.BARS, Picture.AGREEMENT, Picture.TIMELINE])
def test_marks_do_not_lie_on_each_other(open_pictures: Open, picture: Picture) -> None:
    places = [spot.place.adjusted(2, 2, -2, -2) for spot in open_pictures(picture).drawing.spots]
    assert not [at for at, one in enumerate(places) for other in places[:at] if one.intersects(other)]


def test_equal_grades_stand_side_by_side_on_the_radar(open_pictures: Open) -> None:
    spots = {spot.ref: spot.place.center() for spot in open_pictures().drawing.spots}
    same = [spots[CellRef(each, "strength-of-smell")] for each in ("tea", "coffee", "mate")]
    assert all((one - other).manhattanLength() > 10 for at, one in enumerate(same) for other in same[:at])


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_words_can_be_read_on_every_ground_of_the_map(open_pictures: Open, choice: ThemeChoice) -> None:
    driver = open_pictures(Picture.AGREEMENT, choice=choice)
    sketch = Sketch(driver.context, driver.scroll.room)
    for stance in Stance:
        ground = field_ground(sketch, stance).name()
        token = "muted" if stance is Stance.SILENT else "text"
        assert contrast(ground, driver.context.theme.colour(token).name()) >= 4.5
    assert contrast(field_ground(sketch, Stance.CONTRADICTS).name(), driver.context.theme.tokens.contested) >= 3


@ALL
def test_the_colours_follow_the_theme(open_pictures: Open, picture: Picture) -> None:
    driver = open_pictures(picture)
    light = driver.board.grab().toImage().pixelColor(1, 1)
    driver.context.theme.set_choice(ThemeChoice.DARK)
    driver.settle()
    dark = driver.board.grab().toImage().pixelColor(1, 1)
    tokens = driver.context.theme.tokens
    assert (light, dark) == (QColor("#FFFFFF"), QColor(tokens.surface))


def save(driver: PicturesDriver, words: str, target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Press a button and answer the dialog with this file; no file where the reader cancels."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (target, ""))
    driver.press(words)


@ALL
def test_svg_is_whole_and_needs_nothing_from_outside(
    open_pictures: Open, picture: Picture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = open_pictures(picture)
    save(driver, "Save as SVG…", str(tmp_path / "picture.svg"), monkeypatch)
    data = (tmp_path / "picture.svg").read_bytes()
    root = ElementTree.fromstring(data)
    assert not any(name.endswith(("href", "src")) for each in root.iter() for name in each.attrib)
    assert b"url(" not in data
    assert b"<image" not in data
    painted = {"".join(each.itertext()).strip() for each in root.iter(f"{SVG}text")}
    assert set(driver.painted) <= painted
    assert "Small 1.0, as of 2026. CC0-1.0" in painted
    said = root.findtext(f"{SVG}desc") or ""
    assert driver.drawing.spots[0].name in said
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".part"] == []


@ALL
def test_png_can_be_read_and_shows_the_picture(
    open_pictures: Open, picture: Picture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = open_pictures(picture)
    save(driver, "Save as PNG…", str(tmp_path / "picture.png"), monkeypatch)
    image = QImage(str(tmp_path / "picture.png"))
    assert image.width() >= 2 * driver.drawing.width
    colours = {image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)}
    assert len(colours) > 3


def test_the_ending_is_added_and_a_cancelled_dialog_writes_nothing(
    open_pictures: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = open_pictures()
    save(driver, "Save as PNG…", "", monkeypatch)
    assert list(tmp_path.glob("*.png")) == []
    save(driver, "Save as PNG…", str(tmp_path / "radar"), monkeypatch)
    assert (tmp_path / "radar.png").is_file()


def test_what_came_of_saving_is_said(open_pictures: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = open_pictures()
    save(driver, "Save as SVG…", str(tmp_path / "there.svg"), monkeypatch)
    assert driver.pictures.told == f"Written to '{tmp_path / 'there.svg'}'."
    save(driver, "Save as SVG…", str(tmp_path / "nowhere" / "there.svg"), monkeypatch)
    assert driver.pictures.told == (
        f"'{tmp_path / 'nowhere' / 'there.svg'}' could not be written: No such file or directory."
        " What was there before is as it was."
    )
    assert driver.press("Bars").pictures.told == ""


@ALL
def test_it_works_for_any_pack(open_pictures: Open, picture: Picture) -> None:
    tiny = load_pack(TINY_PACK).catalog
    assert tiny is not None
    driver = open_pictures(picture, found=tiny)
    assert driver.is_drawn or driver.pictures.words.endswith(".")


@ALL
def test_the_shipped_pack_is_drawn(open_pictures: Open, picture: Picture, shipped_catalog: Catalog) -> None:
    driver = open_pictures(picture, found=shipped_catalog)
    assert driver.is_drawn or picture is Picture.RADAR


@ALL
def test_a_level_with_hundreds_says_what_it_leaves_out(open_pictures: Open, picture: Picture) -> None:
    small = drinks()
    many = tuple(replace(small.subjects[0], id=f"s{at}", title=f"S{at}") for at in range(400))
    aspects = tuple(aspect(f"a{at}", scale="five", values=ValueKind.DAY) for at in range(1600))
    driver = open_pictures(picture, found=replace(small, subjects=many, groups=(*small.groups, group(*aspects))))
    assert len(driver.drawing.spots) < 2_500
    assert any("eft out" in text or "are shown" in text for text in driver.painted)
