"""Tables to be written, in one line."""

from __future__ import annotations

from typing import Any

from desktop.export.table import ExportCell, ExportRow, ExportTable

HOSTILE = "<script>alert(1)</script> & \"q\" 'a' | [x](javascript:1) ![i](y) `c` *b* _u_ ~~s~~ \\ </td><!-- &lt;"


def row(head: str, *texts: str, works: tuple[int, ...] = ()) -> ExportRow:
    """A row; each of its cells rests on the same works."""
    return ExportRow(head, tuple(ExportCell(text, works) for text in texts))


def group(head: str) -> ExportRow:
    return ExportRow(head, group=True)


def table(*rows: ExportRow, **parts: Any) -> ExportTable:
    """A table of drinks; what is not given is dull."""
    dull = {
        "title": "Drinks",
        "said": ("Only differences", "Small 1.0, as of 2026; exported on 22 November 2026"),
        "corner": "Aspect",
        "columns": ("Tea", "Coffee"),
        "works": (),
    }
    return ExportTable(rows=rows, **{**dull, **parts})


DRINKS = table(
    group("In the cup"),
    ExportRow("Caffeine", (ExportCell("some", (1,)), ExportCell("much", (1, 2)))),
    row("Milk", "at times", "–"),
    works=("Leaf, All about tea (2001)", "Bean, All about coffee (2002)"),
)
HOSTILE_TABLE = table(
    group(HOSTILE),
    row(HOSTILE, HOSTILE, HOSTILE, works=(1,)),
    title=HOSTILE,
    said=(HOSTILE,),
    corner=HOSTILE,
    columns=(HOSTILE, HOSTILE),
    works=(HOSTILE,),
)
TIMES_HOSTILE = 10
