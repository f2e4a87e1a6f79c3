"""A part of the matrix on a stage: cells are picked by mouse and keys, marked in words, and no one else is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desktop.catalog.refs import AspectRef, CellRef, DiagramRef, SubjectRef
from desktop.matrix.ui.stage import MatrixStage
from desktop.matrix.ui.table import MatrixTable
from desktop.shell.context import Context
from desktop.shell.icons import Icons
from desktop.shell.navigator import Navigator
from desktop.shell.settings import Settings
from desktop.shell.theme import Theme, ThemeChoice
from desktop.shell.tone import Tone

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.refs import Ref
    from desktop.matrix.ui.pane import Pane

LLM_OUTPUT = CellRef("llm", "output")
Key = Qt.Key


class TableDriver:
    """A stage that is shown, with an ear on it and on the navigator."""

    def __init__(self, stage: MatrixStage, context: Context) -> None:
        self.stage = stage
        self.picked: list[Ref] = []
        self.navigated: list[Ref] = []
        stage.picked.connect(self.picked.append)
        context.navigator.selected.connect(self.navigated.append)
        context.navigator.opened.connect(self.navigated.append)

    @property
    def table(self) -> MatrixTable:
        found = self.stage.findChild(MatrixTable)
        assert found is not None
        return found

    @property
    def pane(self) -> Pane:
        return self.table.main

    @property
    def columns(self) -> list[str]:
        return [each.title for each in self.table.grid.columns]

    def press(self, *keys: Qt.Key) -> None:
        if not self.pane.hasFocus():
            self.pane.setFocus(Qt.FocusReason.TabFocusReason)
        for key in keys:
            QTest.keyClick(self.pane, key)

    def click(self, ref: CellRef) -> None:
        self.table.bring(ref)
        QTest.mouseClick(self.pane.viewport(), Qt.MouseButton.LeftButton, pos=self._place(ref))

    def walk_to(self, ref: CellRef) -> None:
        """Press arrows until the keyboard stands on this cell."""
        self.press(Key.Key_Home)
        row, column = self._index(ref).row(), self._index(ref).column()
        for _ in range(self.table.grid.count):
            if self.pane.currentIndex().row() != row:
                self.press(Key.Key_Down if self.pane.currentIndex().row() < row else Key.Key_Up)
        while self.pane.currentIndex().column() < column:
            self.press(Key.Key_Right)

    def said(self, ref: CellRef) -> str:
        """What a screen reader says of a cell."""
        return str(self._index(ref).data(Qt.ItemDataRole.AccessibleTextRole))

    def sees(self, ref: CellRef) -> bool:
        return self.pane.viewport().rect().contains(self._place(ref))

    def picture(self, ref: CellRef) -> QImage:
        """A cell as it is painted now."""
        QApplication.processEvents()
        return self.pane.viewport().grab(self.pane.visualRect(self._index(ref))).toImage()

    def _index(self, ref: CellRef) -> QModelIndex:
        row, column = self.table.grid.row_of(ref.aspect), self.table.grid.column_of(ref.subject)
        assert row is not None
        assert column is not None
        return self.pane.model().index(row, column)

    def _place(self, ref: CellRef) -> QPoint:
        return self.pane.visualRect(self._index(ref)).center()


class OpenTable(Protocol):
    """Opens a stage on a place of the shipped matrix, to be picked from."""

    def __call__(self, ref: Ref = ..., size: tuple[int, int] = ..., choice: ThemeChoice = ...) -> TableDriver: ...


@pytest.fixture
def open_table(qtbot: QtBot, qapp: QApplication, tmp_path: Path, shipped_catalog: Catalog) -> OpenTable:
    def opened(
        ref: Ref = LLM_OUTPUT, size: tuple[int, int] = (860, 420), choice: ThemeChoice = ThemeChoice.LIGHT
    ) -> TableDriver:
        theme = Theme(qapp, choice, 1.0)
        context = Context(shipped_catalog, Navigator(), Settings(tmp_path / "settings.ini"), theme, Icons(theme))
        stage = MatrixStage(context)
        qtbot.addWidget(stage)
        stage.resize(*size)
        with qtbot.waitExposed(stage):
            stage.show()
        stage.allow_picking(True)
        assert stage.show_place(ref)
        QApplication.processEvents()
        return TableDriver(stage, context)

    return opened


def test_a_subject_is_its_column_and_an_aspect_its_line(open_table: OpenTable) -> None:
    cells = open_table(SubjectRef("llm")).stage.pickable()
    assert {each.subject for each in cells if isinstance(each, CellRef)} == {"llm"}
    assert len(cells) == len(set(cells)) > 10
    line = open_table(AspectRef("output")).stage.pickable()
    assert line[:2] == [CellRef("genai", "output"), LLM_OUTPUT]
    assert {each.aspect for each in line if isinstance(each, CellRef)} == {"output"}


def test_a_cell_stands_among_its_neighbours_in_view_but_not_chosen(open_table: OpenTable) -> None:
    driver = open_table(LLM_OUTPUT, (640, 300))
    assert {CellRef("llm", "scope"), CellRef("genai", "output")} <= set(driver.stage.pickable())
    assert driver.sees(LLM_OUTPUT)
    assert driver.stage.picked_ref is None
    assert driver.table.selected is None


def test_the_table_stands_alone(open_table: OpenTable) -> None:
    driver = open_table()
    assert driver.stage.findChildren(QPushButton) == []
    assert driver.stage.findChildren(QLineEdit) == []


@pytest.mark.parametrize("ref", [LLM_OUTPUT, SubjectRef("llm"), AspectRef("output")])
def test_a_click_picks_a_cell_and_tells_no_one_else(open_table: OpenTable, ref: Ref) -> None:
    driver = open_table(ref)
    driver.click(LLM_OUTPUT)
    assert driver.picked == [LLM_OUTPUT]
    assert driver.navigated == []


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_arrows_only_walk_and_a_key_picks(open_table: OpenTable, key: Qt.Key) -> None:
    driver = open_table(LLM_OUTPUT, (640, 300))
    driver.walk_to(LLM_OUTPUT)
    assert driver.picked == []
    driver.press(key)
    assert driver.picked == [LLM_OUTPUT]
    assert driver.navigated == []


def test_every_cell_can_be_picked_by_key(open_table: OpenTable) -> None:
    driver = open_table(CellRef("gan", "idea"), (640, 300))
    cells = [each for each in driver.stage.pickable() if isinstance(each, CellRef)]
    for cell in cells[:: max(1, len(cells) // 8)]:
        driver.walk_to(cell)
        driver.press(Key.Key_Return)
        assert driver.picked[-1] == cell


def test_nothing_is_picked_when_picking_is_over(open_table: OpenTable) -> None:
    driver = open_table()
    driver.stage.allow_picking(False)
    driver.click(LLM_OUTPUT)
    driver.press(Key.Key_Return)
    assert driver.picked == []
    assert driver.stage.picked_ref is None


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_each_tone_is_told_and_seen(open_table: OpenTable, choice: ThemeChoice) -> None:
    driver = open_table(choice=choice)
    said = driver.said(LLM_OUTPUT)
    pictures = [driver.picture(LLM_OUTPUT)]
    driver.stage.choose(LLM_OUTPUT)
    assert driver.said(LLM_OUTPUT) == f"{said} Your choice."
    pictures.append(driver.picture(LLM_OUTPUT))
    for tone in (Tone.RIGHT, Tone.WRONG):
        driver.stage.mark({LLM_OUTPUT: tone})
        assert driver.said(LLM_OUTPUT).casefold() == f"{said} {tone.word}, your choice.".casefold()
        pictures.append(driver.picture(LLM_OUTPUT))
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])
    driver.stage.mark({})
    driver.stage.choose(None)
    assert driver.said(LLM_OUTPUT) == said
    assert driver.picture(LLM_OUTPUT) == pictures[0]


def test_the_right_cell_comes_into_view_when_it_is_marked(open_table: OpenTable) -> None:
    driver = open_table(SubjectRef("llm"), (640, 300))
    last = driver.stage.pickable()[-1]
    assert isinstance(last, CellRef)
    assert not driver.sees(last)
    driver.stage.mark({last: Tone.RIGHT})
    assert driver.sees(last)


def test_another_place_begins_without_marks(open_table: OpenTable) -> None:
    driver = open_table()
    said = driver.said(LLM_OUTPUT)
    driver.click(LLM_OUTPUT)
    driver.stage.mark({LLM_OUTPUT: Tone.WRONG})
    assert driver.stage.show_place(AspectRef("output"))
    assert driver.said(LLM_OUTPUT) == said
    assert driver.stage.picked_ref is None


def test_what_is_not_in_the_matrix_is_not_shown(open_table: OpenTable) -> None:
    stage = open_table().stage
    assert not stage.show_place(SubjectRef("nobody"))
    assert not stage.show_place(DiagramRef("gan"))
    assert stage.name(CellRef("nobody", "output")) == ""
    assert stage.name(LLM_OUTPUT) == "Output, Large language models"


def test_a_head_cannot_be_dragged(open_table: OpenTable) -> None:
    driver = open_table()
    header = driver.pane.columns
    start = QPoint(header.sectionViewportPosition(0) + 40, header.height() // 2)
    end = QPoint(header.sectionViewportPosition(1) + 40, header.height() // 2)
    calm = header.grab().toImage()
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(header.viewport(), end)
    assert header.grab().toImage() == calm
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_a_group_folds_and_is_no_answer(open_table: OpenTable) -> None:
    driver = open_table(SubjectRef("llm"))
    before = driver.table.grid.count
    QTest.mouseClick(driver.pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert driver.table.grid.count < before
    assert driver.picked == []
