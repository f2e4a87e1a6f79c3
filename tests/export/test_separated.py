"""CSV and TSV: the table comes back as it was, and no cell of it can act as a formula."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from desktop.export.separated import csv_of, tsv_of
from tests.export.builders import DRINKS, row, table

NASTY = 'He said "no, never";\nthen\tleft – naïve 茶 🍵'


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def first_cell(text: str) -> tuple[str, str]:
    """The cell below 'Tea' in both formats."""
    made = table(row("Head", text, "b"))
    return read_csv(csv_of(made))[1][1], tsv_of(made).split("\n")[1].split("\t")[1]


def test_the_table_comes_first_and_what_is_said_below_it() -> None:
    assert read_csv(csv_of(DRINKS)) == [
        ["Aspect", "Tea", "Coffee"],
        ["In the cup", "", ""],
        ["Caffeine", "some [1]", "much [1] [2]"],
        ["Milk", "at times", "–"],
        [],
        ["Drinks"],
        ["Only differences"],
        ["Small 1.0, as of 2026; exported on 22 November 2026"],
        ["[1] Leaf, All about tea (2001)"],
        ["[2] Bean, All about coffee (2002)"],
    ]


def test_quotes_commas_breaks_and_signs_come_back_from_csv() -> None:
    assert read_csv(csv_of(table(row(NASTY, NASTY, ""))))[1] == [NASTY, NASTY, ""]


def test_a_csv_file_is_what_excel_takes_for_utf_8() -> None:
    data = csv_of(table(row("Milk", 'a "b"', "c")))
    assert data.startswith("\ufeffAspect,Tea,Coffee\r\n".encode())
    assert b'\r\nMilk,"a ""b""",c\r\n' in data
    assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝"])
@pytest.mark.parametrize("before", ["", " ", "   ", "\u00a0"])
def test_a_formula_gets_an_apostrophe(sign: str, before: str) -> None:
    text = f"{before}{sign}HYPERLINK(A1)"
    assert first_cell(text) == (f"'{text}", f"'{text}")


@pytest.mark.parametrize("start", ["\t", "\r", "  \t", "\n=", "\t="])
def test_a_start_that_spreadsheets_skip_gets_an_apostrophe(start: str) -> None:
    in_csv, in_tsv = first_cell(f"{start}1+1")
    assert in_csv == f"'{start}1+1"
    assert in_tsv.startswith("' ")


@pytest.mark.parametrize("text", ["1 = 1", "a-b", "'quoted'", "[1]", "–", "x@y", "(-1)"])
def test_an_ordinary_text_stays_as_it_is(text: str) -> None:
    assert first_cell(text) == (text, text)


def test_heads_title_notes_and_works_are_defused_too() -> None:
    evil = "=1+1"
    made = table(row(evil), title=evil, said=(evil,), corner=evil, columns=(evil,), works=(evil,))
    for lines in (read_csv(csv_of(made)), [line.split("\t") for line in tsv_of(made).splitlines()]):
        cells = [cell for line in lines for cell in line if "=" in cell]
        assert len(cells) == 6
        assert all(cell.startswith(("'=", "[1] =")) for cell in cells)


def test_each_row_is_one_line_of_tsv_with_as_many_cells() -> None:
    lines = tsv_of(table(row("Head", "one\r\ntwo\u2028three", "a\tb"))).split("\n")
    assert lines[:3] == ["Aspect\tTea\tCoffee", "Head\tone two three\ta b", ""]


def test_a_table_without_notes_is_copied_alone() -> None:
    lines = tsv_of(table(row("Head", "a", "b"), said=())).split("\n")
    assert lines == ["Aspect\tTea\tCoffee", "Head\ta\tb", "", "Drinks", ""]
