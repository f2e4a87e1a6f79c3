"""The diagrams on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.catalog.refs import DiagramRef
from desktop.diagrams.ui.widget import DiagramsRoom
from desktop.shell.handout import Figure, Heading, Paragraph, Table
from desktop.shell.theme import ThemeChoice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.shell.context import Context
    from desktop.shell.handout import Sheet
    from tests.diagrams.conftest import MakeContext
    from tests.diagrams.driver import DiagramsDriver


def test_a_sheet_for_each_diagram_on_wide_paper(room: DiagramsDriver) -> None:
    sheets = room.room.sheets()
    assert [sheet.title for sheet in sheets] == [
        "A cup of tea", "What is in a cup", "History of tea", "What warms what",
    ]  # fmt: skip
    assert all(sheet.landscape for sheet in sheets)


def test_a_sheet_holds_figure_words_and_steps(room: DiagramsDriver) -> None:
    sheet = room.room.sheets()[0]
    assert isinstance(sheet.blocks[0], Heading)
    assert isinstance(sheet.blocks[1], Figure)
    assert Paragraph("Water becomes tea.") in sheet.blocks
    steps = next(block for block in sheet.blocks if isinstance(block, Table))
    assert steps.rows[1] == ("2", "Brew", "The pot draws.")


def test_a_sheet_tells_every_part_in_words(room: DiagramsDriver) -> None:
    parts = [block for block in room.room.sheets()[0].blocks if isinstance(block, Table)][1]
    assert ("Nodes",) in parts.rows
    assert ("Kettle, network: boils (in 'on the stove')", "What kettle means.") in parts.rows
    assert not any("Brew" in row[0] for row in parts.rows)


def test_a_shipped_sheet_names_its_sources(make_context: MakeContext, qtbot: QtBot) -> None:
    context = make_context()
    sheets = {sheet.title: sheet for sheet in shown(context, qtbot).sheets()}
    diagram = next(each for each in context.catalog.diagrams if each.references)
    small = [block.text for block in sheets[diagram.title].blocks if isinstance(block, Paragraph) and block.small]
    assert len(small) >= len(diagram.references)
    assert context.catalog.reference[diagram.references[0].id].title in small[0]


def test_the_figure_on_paper_is_light_whatever_the_theme(room: DiagramsDriver) -> None:
    light = painted(room.room.sheets()[0])
    room.context.theme.set_choice(ThemeChoice.DARK)
    assert painted(room.room.sheets()[0]) == light
    white = QImage(light.size(), light.format())
    white.fill(0xFFFFFFFF)
    assert light != white


def test_each_diagram_is_a_place(room: DiagramsDriver) -> None:
    assert list(room.room.places())[:2] == [DiagramRef("tea"), DiagramRef("cup")]


def shown(context: Context, qtbot: QtBot) -> DiagramsRoom:
    room = DiagramsRoom(context)
    qtbot.addWidget(room)
    return room


def painted(sheet: Sheet) -> QImage:
    figure = next(block for block in sheet.blocks if isinstance(block, Figure))
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    figure.paint(painter, QRectF(0, 0, 600, 400))
    painter.end()
    return image
