"""The feature matrix as a reader uses it, on the shipped pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor

from desktop.catalog.refs import AspectRef, CellRef, SubjectRef
from tests.matrix.driver import MatrixDriver

if TYPE_CHECKING:
    from desktop.matrix.ui.widget import MatrixRoom
    from desktop.shell.window import Window


@pytest.fixture
def driver(window: Window) -> MatrixDriver:
    room = window.show_view("matrix")
    return MatrixDriver(cast("MatrixRoom", room)).settle()


def test_it_opens_with_the_technologies_side_by_side(driver: MatrixDriver) -> None:
    assert driver.columns()[:2] == ["Generative AI as a whole", "Large language models"]
    assert {"Scope", "Output", "Accuracy"} <= {row.split(" and ")[0] for row in driver.rows()}


def test_levels_change_the_columns(driver: MatrixDriver) -> None:
    assert "ChatGPT" in driver.press("Systems").columns()
    assert any("GAN" in each or "adversarial" in each.lower() for each in driver.press("Families").columns())


def test_a_click_on_a_cell_shows_its_evidence(driver: MatrixDriver) -> None:
    driver.click_cell("Output", "Large language models")
    assert driver.told[-1] == CellRef("llm", "output")


def test_arrow_keys_walk_and_tell(driver: MatrixDriver) -> None:
    driver.click_cell("Output", "Large language models").key(Qt.Key.Key_Right)
    assert driver.told[-1] == CellRef("generators", "output")


def test_search_keeps_rows_that_hold_the_word_and_counts_hits(driver: MatrixDriver) -> None:
    before = len(driver.rows())
    driver.search("diffusion")
    assert 0 < len(driver.rows()) < before
    assert "hits for “diffusion”" in driver.room.status() or "hit for “diffusion”" in driver.room.status()


def test_hits_are_marked_in_the_cells(driver: MatrixDriver) -> None:
    driver.search("text")
    picture = driver.table.grab().toImage()
    hit = QColor("#FFE58A").rgb()
    marked = sum(
        picture.pixel(x, y) == hit for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)
    )
    assert marked > 20


def test_search_folds_case_and_accents(driver: MatrixDriver) -> None:
    rows = driver.search("TRAINING").rows()
    assert rows == driver.search("tràining").rows()
    assert "Training data" in rows


def test_nothing_found_says_what_to_drop_and_clears(driver: MatrixDriver) -> None:
    driver.search("zzzz")
    assert driver.rows() == []
    driver.press("Clear all filters")
    assert len(driver.rows()) > 10


def test_differences_and_same_share_the_aspects(driver: MatrixDriver) -> None:
    everything = driver.table.grid.shown
    different = driver.press("Differences").table.grid.shown
    same = driver.press("Same").table.grid.shown
    assert different + same == everything


@pytest.mark.parametrize("chip", ["Articles disagree", "Dated"])
def test_a_chip_leaves_as_many_aspects_as_it_says(driver: MatrixDriver, chip: str) -> None:
    said = next(int(each.rsplit(" ", 1)[1]) for each in driver.buttons() if each.startswith(chip))
    assert driver.press(chip).table.grid.shown == said


def test_counts_on_chips_follow_the_other_filters(driver: MatrixDriver) -> None:
    def dated() -> int:
        return next(int(each.rsplit(" ", 1)[1]) for each in driver.buttons() if each.startswith("Dated"))

    before = dated()
    driver.search("diffusion")
    assert dated() <= before
    driver.press("Dated")
    assert driver.table.grid.shown == dated()


def test_groups_fold_by_key_and_by_click(driver: MatrixDriver) -> None:
    full = len(driver.rows())
    driver.stand_on(0).key(Qt.Key.Key_Space)
    assert len(driver.rows()) < full
    driver.stand_on(0).key(Qt.Key.Key_Return)
    assert len(driver.rows()) == full


def test_a_link_to_a_hidden_cell_drops_the_filters_that_hide_it(driver: MatrixDriver) -> None:
    driver.search("zzzz")
    driver.room.open(CellRef("jukebox", "status"))
    assert "Jukebox" in driver.columns()
    assert driver.table.selected == CellRef("jukebox", "status")
    assert driver.searched == ""


def test_a_link_to_an_aspect_or_subject_shows_it(driver: MatrixDriver) -> None:
    driver.room.open(AspectRef("accuracy"))
    assert driver.table.selected == CellRef("genai", "accuracy")
    driver.room.open(SubjectRef("claude"))
    assert "Claude" in driver.columns()


def test_a_screen_reader_hears_a_whole_sentence(driver: MatrixDriver) -> None:
    sentence = driver.spoken("Output", 1)
    assert sentence.startswith("Output, Large language models: ")
    assert "disagree" in sentence.lower()
    assert sentence.endswith(".")


def test_unknown_cells_say_so(driver: MatrixDriver) -> None:
    driver.press("Systems")
    at = driver.columns().index("Midjourney")
    assert "unknown" in driver.spoken("Underlying model", at).lower()


@pytest.mark.parametrize("level", ["Technologies", "Families", "Systems"])
def test_no_text_is_cut(driver: MatrixDriver, level: str) -> None:
    """Each visible row has room for the lines that Qt itself breaks the text into, and for a line of signs."""
    table = driver.press(level).table.main
    metrics = table.fontMetrics()
    seen = 0
    for row in range(table.model().rowCount()):
        if table.rowViewportPosition(row) > table.viewport().height():
            break
        for column in range(table.model().columnCount()):
            text = table.model().index(row, column).data()
            if text:
                room = QRect(0, 0, table.columnWidth(column) - 24, 10_000)
                needs = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height() + metrics.height()
                assert table.rowHeight(row) >= needs, text
                seen += 1
    assert seen > 5


def test_a_link_to_another_level_leaves_no_filter_standing(driver: MatrixDriver) -> None:
    driver.search("diffusion").press("Differences").press("Dated")
    driver.room.open(CellRef("jukebox", "status"))
    assert driver.searched == ""
    assert driver.pressed() == ["Systems", "All"]


def test_tab_walks_through_the_controls_to_the_table(driver: MatrixDriver) -> None:
    driver.search("")
    names = driver.names_by_tab(18)
    assert names[0] == "Search the matrix"
    assert "Level: Technologies" in names
    assert "Aspects: All" in names
    assert "Feature matrix" in names
