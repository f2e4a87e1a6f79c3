"""The printed list."""

from __future__ import annotations

from desktop.shell.handout import Heading, Table
from desktop.usecases.handout import sheets_of
from tests.usecases.builders import BARE, catalog_of, small_catalog


def test_each_industry_with_use_cases_has_a_table() -> None:
    (sheet,) = sheets_of(small_catalog())
    assert [block.text for block in sheet.blocks if isinstance(block, Heading)] == ["Inn", "Café & bar"]
    tables = [block for block in sheet.blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [3, 2]
    assert sum(tables[0].widths) == 1


def test_a_row_holds_kind_risks_with_controls_and_evidence() -> None:
    (sheet,) = sheets_of(small_catalog())
    inn, cafe = (block for block in sheet.blocks if isinstance(block, Table))
    assert inn.rows[0][3:] == (
        "Risk: It scalds. Control: A lid.\nRisk: It cools. Control: A cosy.",
        "in use · evidence B",
    )
    assert "Article 1 files it under brewing" in cafe.rows[1][1]


def test_a_pack_without_use_cases_prints_nothing() -> None:
    assert sheets_of(catalog_of(BARE)) == ()
