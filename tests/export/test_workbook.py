"""The workbook: every text is a text, the heads stay in place, and the works have a sheet of their own."""

from __future__ import annotations

import zipfile
from datetime import datetime, timedelta, timezone
from io import BytesIO
from xml.etree import ElementTree

import pytest

from desktop.export.table import ExportRow
from desktop.export.workbook import sheet_name, xlsx_of
from tests.export.builders import DRINKS, HOSTILE, HOSTILE_TABLE, row, table

MADE = datetime(2026, 11, 22, 5, 30, tzinfo=timezone(timedelta(hours=2)))
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Book:
    """A workbook as a spreadsheet reads it: sheets by name, and in them the texts by the name of the cell."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
        self._strings = ["".join(each.itertext()) for each in self.parts["xl/sharedStrings.xml"]]
        self.names = [sheet.get("name") or "" for sheet in self.parts["xl/workbook.xml"].iter(f"{MAIN}sheet")]

    def sheet(self, number: int) -> ElementTree.Element:
        return self.parts[f"xl/worksheets/sheet{number}.xml"]

    def texts(self, number: int) -> dict[str, str]:
        """What stands in the cells that are not empty; anything but a stored text is an error."""
        found = {}
        for cell in self.sheet(number).iter(f"{MAIN}c"):
            value = cell.find(f"{MAIN}v")
            if value is not None:
                assert cell.get("t") == "s", "neither a number nor a formula"
                found[cell.get("r") or ""] = self._strings[int(value.text or "")]
        return found

    def look(self, cell: str) -> tuple[bool, bool, bool]:
        """Whether a cell of the first sheet is bold, is wrapped, and stays a text when edited."""
        (found,) = (each for each in self.sheet(1).iter(f"{MAIN}c") if each.get("r") == cell)
        styles = self.parts["xl/styles.xml"]
        look = styles.findall(f"{MAIN}cellXfs/{MAIN}xf")[int(found.get("s", "0"))]
        font = styles.findall(f"{MAIN}fonts/{MAIN}font")[int(look.get("fontId", "0"))]
        wrapped = look.find(f"{MAIN}alignment[@wrapText='1']") is not None
        return font.find(f"{MAIN}b") is not None, wrapped, look.get("quotePrefix") == "1"

    def count(self, tag: str) -> int:
        return sum(1 for part in self.parts.values() for _ in part.iter(f"{MAIN}{tag}"))


def test_the_table_stands_on_the_first_sheet_and_its_works_on_the_second() -> None:
    book = Book(xlsx_of(DRINKS, MADE))
    assert book.names == ["Drinks", "References"]
    assert book.texts(1) == {
        "A1": "Aspect", "B1": "Tea", "C1": "Coffee",
        "A2": "In the cup",
        "A3": "Caffeine", "B3": "some [1]", "C3": "much [1] [2]",
        "A4": "Milk", "B4": "at times", "C4": "–",
        "A6": "Drinks", "A7": "Only differences", "A8": "Small 1.0, as of 2026; exported on 22 November 2026",
    }  # fmt: skip
    assert book.texts(2) == {
        "A1": "Number", "B1": "Work",
        "A2": "[1]", "B2": "Leaf, All about tea (2001)",
        "A3": "[2]", "B3": "Bean, All about coffee (2002)",
    }  # fmt: skip


def test_without_works_there_is_one_sheet() -> None:
    assert Book(xlsx_of(table(row("Milk", "a", "b")), MADE)).names == ["Drinks"]


@pytest.mark.parametrize(
    "text", ["=1+1", "{=1+1}", "+1", "-1", "@SUM(A1)", "\t=1", "12", "https://example.org", "mailto:a@b.c", HOSTILE]
)
def test_a_text_is_stored_as_it_is_and_never_as_anything_else(text: str) -> None:
    book = Book(xlsx_of(table(row("Head", text, "b")), MADE))
    assert book.texts(1)["B2"] == text
    assert book.count("f") == 0
    assert book.count("hyperlink") == 0


def test_a_formula_stays_a_text_when_somebody_edits_the_cell() -> None:
    book = Book(xlsx_of(table(row("=1", "=1", "b"), title="=1", said=("=1",), corner="=1"), MADE))
    assert [book.look(cell)[2] for cell in ("A1", "A2", "B2", "A4", "A5")] == [True] * 5


def test_heads_and_group_rows_are_bold_and_cells_are_wrapped() -> None:
    book = Book(xlsx_of(DRINKS, MADE))
    assert [book.look(cell)[:2] for cell in ("A1", "B1", "A2", "A3", "B3")] == [
        (True, True), (True, True), (True, True), (True, True), (False, True),
    ]  # fmt: skip


def test_the_first_row_and_column_stay_in_place() -> None:
    (pane,) = Book(xlsx_of(DRINKS, MADE)).sheet(1).iter(f"{MAIN}pane")
    assert (pane.get("xSplit"), pane.get("ySplit"), pane.get("state")) == ("1", "1", "frozen")


def test_the_properties_tell_title_notes_and_when() -> None:
    told = "\n".join(Book(xlsx_of(DRINKS, MADE)).parts["docProps/core.xml"].itertext())
    assert "Drinks" in told
    assert "exported on 22 November 2026" in told
    assert "2026-11-22T03:30:00Z" in told


def test_the_same_table_gives_the_same_file() -> None:
    assert xlsx_of(DRINKS, MADE) == xlsx_of(DRINKS, MADE)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Drinks", "Drinks"),
        ("Tea: hot / cold [1]?", "Tea  hot   cold  1"),
        ("'quoted'", "quoted"),
        ("a" * 40, "a" * 31),
        ("🍵" * 40, "🍵" * 15),
        ("", "Table"),
        (" *?:' ", "Table"),
        ("History", "Table"),
        ("REFERENCES", "Table"),
        ("a" * 30 + "'b", "a" * 30),
    ],
)
def test_a_sheet_has_a_name_that_excel_allows(title: str, name: str) -> None:
    assert sheet_name(title) == name
    assert Book(xlsx_of(table(row("Milk", "a", "b"), title=title, works=("Leaf",)), MADE)).names[0] == name


def test_a_hostile_table_comes_back_as_it_was() -> None:
    book = Book(xlsx_of(HOSTILE_TABLE, MADE))
    assert book.texts(1)["A1"] == book.texts(1)["A3"] == book.texts(2)["B2"] == HOSTILE
    assert book.texts(1)["B3"] == f"{HOSTILE} [1]"


def test_a_table_of_heads_alone_is_written() -> None:
    assert Book(xlsx_of(table(ExportRow("Milk"), columns=()), MADE)).texts(1)["A2"] == "Milk"
