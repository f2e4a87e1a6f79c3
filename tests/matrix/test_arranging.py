"""Arranging the table by hand: every must of a comparison table, with keys and clicks, on the shipped pack."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLabel, QLineEdit

from desktop.catalog.refs import CellRef, SubjectRef
from desktop.matrix.signs import is_disputed
from desktop.matrix.table.arrangement import Arrangement
from tests.matrix.driver import MatrixDriver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.catalog.loader import Loaded
    from desktop.matrix.ui.widget import MatrixRoom
    from desktop.shell.window import Window


def driven(window: Window) -> MatrixDriver:
    window.activateWindow()
    return MatrixDriver(cast("MatrixRoom", window.show_view("matrix"))).settle()


@pytest.fixture
def driver(window: Window) -> MatrixDriver:
    return driven(window)


@pytest.fixture
def systems(driver: MatrixDriver) -> MatrixDriver:
    """The systems as lines, their facts as columns."""
    return driver.press("Systems").chord("Ctrl+T")


def test_a_key_turns_the_table_round_and_back(driver: MatrixDriver) -> None:
    rows, columns = driver.press("Systems").rows(), driver.columns()
    driver.chord("Ctrl+T")
    assert driver.rows() == columns
    assert set(driver.columns()) <= set(rows)
    assert driver.chord("Ctrl+T").columns() == columns


def test_sorting_by_a_column_and_then_by_another(systems: MatrixDriver) -> None:
    systems.column_menu("First release").choose("Sort rising")
    assert systems.rows()[0] == "Google Translate"
    systems.column_menu("Maker").choose("Sort rising")
    systems.press("Sort").choose("Then by", "First release")
    makers = [str(systems.table.main.model().index(row, 0).data()) for row in range(len(systems.rows()))]
    assert makers == sorted(makers, key=str.casefold)
    own = [row for row, maker in zip(systems.rows(), makers, strict=True) if maker == "OpenAI"]
    assert own.index("GPT-3") < own.index("ChatGPT")


def test_aspects_can_be_ranked_by_how_much_they_set_apart(driver: MatrixDriver) -> None:
    before = driver.rows()
    after = driver.press("Sort").choose("What sets").rows()
    assert set(after) < set(before), "heads of groups are gone"
    assert after != [row for row in before if row in after]


def test_a_condition_on_a_column_leaves_what_meets_it(systems: MatrixDriver) -> None:
    systems.where("First release", ">=2023")
    assert "Claude" in systems.rows()
    assert "BERT" not in systems.rows()
    assert ">=2023" in systems.table.main.columns.state_of("first-release")


def test_a_condition_stays_on_when_its_column_is_left_out(systems: MatrixDriver) -> None:
    left = systems.where("Maker", "=Google").rows()
    systems.column_menu("Maker").choose("Leave out")
    assert "Maker" not in systems.columns()
    assert systems.rows() == left


def test_a_pattern_that_is_none_is_told_while_it_is_typed_and_hides_nothing(systems: MatrixDriver) -> None:
    rows = systems.rows()
    systems.column_menu("Maker").choose("Filter")
    QTest.keyClicks(systems.condition_box().field, "/(open/")
    assert "no pattern" in systems.condition_box().wrong
    assert systems.settle().rows() == rows
    QTest.keyClick(systems.condition_box().field, Qt.Key.Key_Escape)


def test_a_hostile_pattern_does_not_hang_the_window(systems: MatrixDriver) -> None:
    systems.where("Maker", "/(a+)+(a+)+(a+)+$/")
    assert systems.rows() is not None


def test_facets_can_be_switched_in_one_go_and_count_on(driver: MatrixDriver) -> None:
    driver.press("Filter by").choose("Basis", "Papers")
    assert driver.table.grid.shown < 16
    line = next(each for each in driver.press("Filter by 1").lines_of_menu() if each.startswith("Basis"))
    assert line
    driver.choose("Basis", "Papers")
    assert driver.table.grid.shown == 16


def test_a_column_is_left_out_and_moved_by_its_menu(driver: MatrixDriver) -> None:
    first, second, third = driver.columns()
    driver.column_menu(first).choose("Move right")
    assert driver.columns() == [second, first, third]
    driver.column_menu(first).choose("Leave out")
    assert driver.columns() == [second, third]


def test_a_column_is_moved_by_dragging_its_head(driver: MatrixDriver) -> None:
    first, second, third = driver.columns()
    head = driver.table.main.columns
    start = QPoint(head.sectionViewportPosition(0) + 40, 10)
    end = QPoint(head.sectionViewportPosition(2) + 40, 10)
    QTest.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(head.viewport(), (start + end) / 2)
    QTest.mouseMove(head.viewport(), end)
    QTest.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert driver.settle().columns() == [second, third, first]


def test_a_pinned_column_stays_while_the_others_scroll_and_rows_stay_level(driver: MatrixDriver) -> None:
    driver.press("Systems").column_menu("Claude").choose("Stays in place")
    pinned, main = driver.table.panes
    assert [driver.columns()[at] for at in pinned.shown_columns] == ["Claude"]
    before = pinned.visualRect(pinned.model().index(1, pinned.shown_columns[0]))
    main.horizontalScrollBar().setValue(300)
    main.verticalScrollBar().setValue(60)
    driver.settle()
    assert pinned.verticalScrollBar().value() == main.verticalScrollBar().value()
    assert pinned.visualRect(pinned.model().index(1, pinned.shown_columns[0])).x() == before.x()
    for row in range(1, 4):
        assert pinned.rowViewportPosition(row) == main.rowViewportPosition(row)
        assert pinned.rowHeight(row) == main.rowHeight(row)


def test_arrow_keys_walk_from_the_pinned_columns_to_the_others_and_back(driver: MatrixDriver) -> None:
    driver.press("Systems").column_menu("GPT series").choose("Stays in place")
    pinned, main = driver.table.panes
    driver.table.main.setCurrentIndex(main.model().index(1, pinned.shown_columns[0]))
    pinned.setFocus()
    driver.key(Qt.Key.Key_Right)
    assert main.hasFocus()
    assert main.currentIndex().column() == main.shown_columns[0]
    driver.key(Qt.Key.Key_Left)
    assert pinned.hasFocus()


def test_any_subjects_of_all_levels_can_be_compared(driver: MatrixDriver) -> None:
    driver.chord("Ctrl+L")
    dialog = driver.dialog()
    names = [dialog.subjects.item(at).text() for at in range(dialog.subjects.count())]
    for name in ("GPT-4", "adversarial"):
        at = next(
            at for at, each in enumerate(names) if name in each or ("adversarial" in each.lower() and name == "GAN")
        )
        dialog.subjects.item(at).setCheckState(Qt.CheckState.Checked)
    dialog._on_accepted()
    driver.settle()
    assert "GPT-4" in driver.columns()
    assert "Large language models" in driver.columns()
    assert driver.pressed()[0] == "Chosen"


def test_whole_groups_of_aspects_can_be_left_out(driver: MatrixDriver) -> None:
    driver.chord("Ctrl+L")
    dialog = driver.dialog()
    head = dialog.aspects.topLevelItem(0)
    assert head is not None
    title = head.text(0)
    head.setCheckState(0, Qt.CheckState.Unchecked)
    dialog._on_accepted()
    driver.settle()
    assert title not in driver.rows()
    assert driver.rows()


def test_columns_are_found_again_after_a_restart(
    make_window: Callable[[], Window], shipped: Loaded, qtbot: QtBot
) -> None:
    from desktop.places import shipped_pack

    def opened() -> MatrixDriver:
        window = make_window()
        window.show_pack(shipped, shipped_pack())
        window.resize(1280, 800)
        with qtbot.waitExposed(window):
            window.show()
        return driven(window)

    first = opened().press("Systems")
    first.column_menu("Claude").choose("Stays in place")
    first.column_menu("BERT").choose("Leave out")
    first.search("maker")
    first.room.window().close()
    second = opened()
    assert second.pressed()[0] == "Systems"
    assert "BERT" not in second.columns()
    assert len(second.table.panes) == 2
    assert second.searched == ""


def test_undo_and_redo_go_through_what_was_arranged(driver: MatrixDriver) -> None:
    columns = driver.columns()
    driver.column_menu(columns[0]).choose("Leave out").press("Differences").press("Dated")
    driver.chord("Ctrl+Z").chord("Ctrl+Z")
    assert "All" in driver.pressed()
    assert driver.columns() == columns[1:]
    assert driver.chord("Ctrl+Z").columns() == columns
    assert driver.chord("Ctrl+Shift+Z").columns() == columns[1:]


def test_a_view_is_saved_under_a_name_and_opened_again(driver: MatrixDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_given: ("My  view", True))
    driver.press("Systems").press("Differences").press("View").choose("Save view")
    assert driver.notice == "Saved as 'My view'."
    driver.press("Technologies").press("All").press("View").choose("Open view", "My view")
    assert driver.pressed()[:2] == ["Systems", "Differences"]
    driver.press("View").choose("Delete view", "My view")
    assert not any(each.startswith("My view") for each in driver.press("View").lines_of_menu())


def test_a_view_goes_through_the_clipboard_as_text(driver: MatrixDriver) -> None:
    driver.press("Systems").search("maker").press("View").choose("Copy view as text")
    copied = QGuiApplication.clipboard().text()
    assert json.loads(copied)["search"] == "maker"
    driver.search("").press("Technologies").press("View").choose("Paste view")
    assert driver.searched == "maker"
    assert "ChatGPT" in driver.columns()


def test_a_view_that_names_what_is_gone_opens_with_what_is_left_and_says_so(driver: MatrixDriver) -> None:
    gone = replace(Arrangement("systems"), subjects=("claude", "bert"))
    from desktop.matrix.table.arrangement import as_json

    QGuiApplication.clipboard().setText(as_json(gone).replace("bert", "eliza"))
    driver.press("View").choose("Paste view")
    assert driver.columns() == ["Claude"]
    assert "subject 'eliza'" in driver.notice


def test_what_is_no_view_is_refused_in_words_and_changes_nothing(driver: MatrixDriver) -> None:
    columns = driver.columns()
    QGuiApplication.clipboard().setText("hello")
    driver.press("View").choose("Paste view")
    assert "cannot be opened" in driver.notice
    assert driver.columns() == columns


def test_everything_can_be_hidden_and_brought_back(driver: MatrixDriver) -> None:
    driver.press("Same")
    if driver.table.grid.count == 0:
        driver.press("Clear all filters")
    else:
        driver.press("All")
    assert len(driver.rows()) > 10


def test_the_whole_table_is_copied_in_three_forms_at_once(driver: MatrixDriver) -> None:
    driver.press("Differences").chord("Ctrl+Shift+C")
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().splitlines()
    assert lines[0].split("\t") == ["Aspect", *driver.columns()]
    assert "<table" in data.html()
    assert "| Aspect |" in bytes(data.data("text/markdown").data()).decode()
    assert driver.notice.startswith("Copied ")


def test_the_marked_cells_are_copied_alone(driver: MatrixDriver) -> None:
    driver.click_cell("Output", "Large language models").chord("Ctrl+C")
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0] == "Aspect\tLarge language models"
    assert len([line for line in text.splitlines() if line.startswith("Output")]) == 1


@pytest.mark.parametrize(
    ("words", "ending"),
    [("CSV", "csv"), ("Excel", "xlsx"), ("Web page", "html"), ("PDF", "pdf"), ("Drawing", "svg")],
)
def test_the_table_is_exported_into_a_file(
    driver: MatrixDriver, words: str, ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "table"), ""))
    driver.press("Export").choose(words)
    assert (tmp_path / f"table.{ending}").stat().st_size > 1000
    assert "Written to" in driver.notice


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(
    driver: MatrixDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("old")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "file" / "x.csv"), ""))
    driver.press("Export").choose("CSV")
    assert "could not be written" in driver.notice
    assert (tmp_path / "file").read_text() == "old"


def ticked(driver: MatrixDriver, *names: str) -> MatrixDriver:
    """Compare these subjects and no others, by the dialog."""
    dialog = driver.chord("Ctrl+L").dialog()
    for at in range(dialog.subjects.count()):
        item = dialog.subjects.item(at)
        wanted = any(name in item.text() for name in names)
        item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
    dialog._on_accepted()
    return driver.settle()


@pytest.mark.parametrize("start", ["Technologies", "Families", "Systems"])
def test_the_same_subjects_give_the_same_table_wherever_one_starts(driver: MatrixDriver, start: str) -> None:
    ticked(driver.press(start), "GPT-4", "GAN (", "Midjourney")
    assert {"Maker", "Idea"} <= set(driver.rows())
    assert len(driver.columns()) == 3


def test_nothing_ticked_cannot_be_chosen(driver: MatrixDriver) -> None:
    dialog = driver.chord("Ctrl+L").dialog()
    for at in range(dialog.subjects.count()):
        dialog.subjects.item(at).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog._ok.isEnabled()
    dialog.close()


@pytest.mark.parametrize(
    "ref", [CellRef("llm", "usage"), CellRef("gan", "first-paper"), CellRef("chatgpt", "filed-as")]
)
def test_a_cell_that_is_opened_lies_wholly_in_view(driver: MatrixDriver, ref: CellRef) -> None:
    driver.room.open(ref)
    driver.settle()
    QTest.qWait(30)
    pane = driver.table.main
    place = pane.visualRect(pane.currentIndex())
    assert driver.table.selected == ref
    assert place.top() >= 0
    assert place.bottom() <= max(pane.viewport().height(), place.height())


def test_a_click_on_a_head_tells_the_subject_and_moves_nothing(driver: MatrixDriver) -> None:
    head = driver.press("Systems").table.main.columns
    at = driver.columns().index("GPT-3")
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(head.sectionViewportPosition(at) + 20, 10))
    driver.settle()
    assert driver.told[-1] == SubjectRef("gpt-3")
    assert driver.table.main.horizontalScrollBar().value() == 0


def test_after_folding_by_key_the_keyboard_is_still_on_the_group(driver: MatrixDriver) -> None:
    rows = driver.rows()
    driver.stand_on(0).key(Qt.Key.Key_Space)
    assert len(driver.rows()) < len(rows)
    assert driver.key(Qt.Key.Key_Space).rows() == rows


def test_a_condition_that_does_not_apply_is_neither_in_force_nor_said(systems: MatrixDriver) -> None:
    systems.where("First release", ">=2023").chord("Ctrl+T")
    assert len(systems.columns()) == 15
    systems.chord("Ctrl+Shift+C")
    assert ">=2023" not in QGuiApplication.clipboard().text()


def test_a_condition_can_be_dropped_from_the_menu_of_filters(systems: MatrixDriver) -> None:
    rows = systems.rows()
    systems.where("Maker", "=Google").press("Filter by 1").choose("Drop “=Google”")
    assert systems.rows() == rows


def test_a_condition_typed_letter_by_letter_is_one_step_to_undo(systems: MatrixDriver) -> None:
    rows = systems.rows()
    assert systems.where("Maker", "=Google").chord("Ctrl+Z").rows() == rows


def test_turned_round_where_nothing_is_the_same_it_says_so(systems: MatrixDriver) -> None:
    systems.press("Same")
    assert systems.table.grid.columns == []
    assert any("Nothing is left" in each.text() for each in systems.room.findChildren(QLabel) if each.isVisible())


def test_the_pictures_show_what_the_filters_leave(driver: MatrixDriver) -> None:
    driver.press("Systems").search("zzzz").chord("Ctrl+G")
    assert driver.room._pictures is not None
    assert "Choose at least one" in driver.room._pictures.words


def test_what_an_article_gets_wrong_is_said_where_it_is_taken_along(driver: MatrixDriver) -> None:
    driver.press("Systems").chord("Ctrl+Shift+C")
    text = bytes(QGuiApplication.clipboard().mimeData().data("text/markdown").data()).decode()
    assert "wrong claim)" in text
    assert "(claims here: wrong)" in text


def test_pinning_the_current_column_takes_the_keyboard_along(driver: MatrixDriver) -> None:
    driver.press("Systems").column_menu("GPT-4").choose("Stays in place")
    pinned, main = driver.table.panes
    assert pinned.hasFocus()
    driver.key(Qt.Key.Key_Right)
    assert main.hasFocus()
    assert driver.columns()[main.currentIndex().column()] == "ChatGPT"


def test_pictures_open_with_one_that_has_something_to_show(driver: MatrixDriver) -> None:
    driver.press("Systems").chord("Ctrl+G")
    assert driver.room._pictures is not None
    assert "Choose" not in driver.room._pictures.words


def test_a_cell_and_its_evidence_agree_on_whether_articles_do(driver: MatrixDriver) -> None:
    from desktop.catalog.dossier import evidence_of

    catalog = driver.room._context.catalog
    for each in catalog.subjects:
        for name, cell in each.cells.items():
            evidence = evidence_of(catalog, CellRef(each.id, name))
            assert evidence is not None
            through_claims = [card for card in evidence.cards if CellRef(each.id, name) not in card.touches]
            assert is_disputed(catalog, cell) or not through_claims, (each.id, name)


def test_enter_in_the_search_walks_from_hit_to_hit(driver: MatrixDriver) -> None:
    driver.press("Systems").search("diffusion")
    field = driver.room.findChild(QLineEdit)
    assert field is not None
    seen = []
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Return)
        driver.settle()
        seen.append(driver.table.selected)
        index = driver.table.main.currentIndex()
        assert driver.table.main.viewport().rect().intersects(driver.table.main.visualRect(index))
    assert len(set(seen)) == 3
    assert field.hasFocus()


def test_without_a_search_there_is_no_next_hit(driver: MatrixDriver) -> None:
    driver.chord("F3")
    assert driver.table.selected is None
