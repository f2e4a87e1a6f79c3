"""What a slide has no room for goes on over the next one, and nothing is lost."""

from __future__ import annotations

import pytest

from desktop.export.fitting import BODY, MOST_COLUMNS, fitted, height_of
from desktop.export.page import Look, Page, Words, numbered, numbers_words
from desktop.export.table import ExportCell, ExportRow, ExportTable


def table_of(rows: int, columns: int, text: str = "cell") -> ExportTable:
    cells = tuple(ExportCell(f"{text} {at}") for at in range(columns))
    lines = tuple(ExportRow(f"row {at}", cells) for at in range(rows))
    return ExportTable("Table", (), "", tuple(f"column {at}" for at in range(columns)), lines, ())


def words_in(page: Page) -> str:
    return " ".join(part.text for part in page.parts if isinstance(part, Words))


@pytest.mark.parametrize("text", ["word " * 3000, "x" * 9000, "line\n" * 200])
def test_a_long_text_is_cut_between_words_and_none_is_lost(text: str) -> None:
    pages = fitted(Page("Long", (Words(text),), "Notes"))
    assert len(pages) > 1
    joined = "".join("".join(words_in(page).split()) for page in pages)
    assert joined == "".join(text.split())
    for page in pages:
        assert sum(map(height_of, page.parts)) <= BODY[3]
        if "word" in text:
            assert set(words_in(page).split()) == {"word"}


def test_a_head_is_never_the_last_of_its_page() -> None:
    filling = [Words("text " * 40) for _ in range(40)]
    parts = [part for each in filling for part in (Words("Head", Look.HEAD), each)]
    pages = fitted(Page("Heads", tuple(parts)))
    assert len(pages) > 1
    assert all(page.parts[-1].look is not Look.HEAD for page in pages if isinstance(page.parts[-1], Words))


@pytest.mark.parametrize(("rows", "columns"), [(60, 3), (5, 14), (70, 23), (0, 2), (1, 1)])
def test_a_large_table_is_cut_both_ways_and_each_cell_stands_once(rows: int, columns: int) -> None:
    pages = fitted(Page("Table", (table_of(rows, columns),)))
    tables = [part for page in pages for part in page.parts if isinstance(part, ExportTable)]
    found = sorted((row.head, cell.text) for table in tables for row in table.rows for cell in row.cells)
    assert found == sorted((f"row {row}", f"cell {column}") for row in range(rows) for column in range(columns))
    assert all(len(table.columns) <= MOST_COLUMNS for table in tables)
    assert all(sum(map(height_of, page.parts)) <= BODY[3] for page in pages)


def test_a_cell_that_is_longer_than_a_page_goes_on_in_a_line_of_its_own() -> None:
    pages = fitted(Page("Table", (table_of(1, 2, "word " * 2000),)))
    tables = [part for page in pages for part in page.parts if isinstance(part, ExportTable)]
    rows = [row for table in tables for row in table.rows]
    assert [row.head for row in rows] == ["row 0"] + ["row 0 (goes on)"] * (len(rows) - 1)
    assert sum(row.cells[0].text.split().count("word") for row in rows) == 2000
    assert all(sum(map(height_of, page.parts)) <= BODY[3] for page in pages)


def test_numbers_of_sources_run_through_all_pages_and_into_the_cells_of_tables() -> None:
    cited = ExportTable("T", (), "", ("c",), (ExportRow("r", (ExportCell("x", (2, 1)),)),), ("b", "c"))
    pages, sources = numbered([Page("One", sources=("a", "b")), Page("Two", (cited,), sources=cited.works)])
    assert sources == ("a", "b", "c")
    assert [page.numbers for page in pages] == [(1, 2), (2, 3)]
    (table,) = pages[1].parts
    assert isinstance(table, ExportTable)
    assert table.rows[0].cells[0].works == (3, 2)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [((), ""), ((3,), "Source: [3]"), ((1, 2, 3, 5), "Sources: [1] to [3], [5]"), ((1, 2), "Sources: [1] to [2]")],
)
def test_numbers_in_words(numbers: tuple[int, ...], said: str) -> None:
    assert numbers_words(numbers) == said
