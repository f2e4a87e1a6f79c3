"""The command export matrix: the table as the options, or a view that was copied as text, have it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.export_table import add_table_output, table_ending, write_table
from desktop.commands.terminal import WRONG_FILE, WRONG_WORDS, Stopped, add_pack, ids, opened

if TYPE_CHECKING:
    import argparse

    from desktop.catalog.catalog import Catalog
    from desktop.matrix.table.arrangement import Arrangement
    from desktop.matrix.table.grid import Grid


def add_matrix(parser: argparse.ArgumentParser) -> None:
    """Its options: what a view can hold."""
    add_pack(parser)
    add_table_output(parser)
    parser.add_argument("--level", default=None, help="which level; default: the first")
    parser.add_argument("--subjects", type=ids, default=[], metavar="A,B", help="these subjects, in order")
    parser.add_argument("--aspects", type=ids, default=[], metavar="A,B", help="these aspects only")
    parser.add_argument("--search", default="", metavar="WORDS", help="only where these words stand")
    parser.add_argument("--where", action="append", default=[], metavar="ID:CONDITION", help="a condition on a column")
    parser.add_argument("--sort", type=ids, default=[], metavar="A,-B", help="sort by columns; --sort=-A falls")
    likeness = parser.add_mutually_exclusive_group()
    likeness.add_argument("--differences", dest="show", action="store_const", const="different", default="all")
    likeness.add_argument("--same", dest="show", action="store_const", const="same")
    parser.add_argument("--transposed", action="store_true", help="subjects as lines")
    parser.add_argument("--view", type=Path, metavar="FILE", help="a view that was copied as text")
    parser.set_defaults(run=_export)


def _export(options: argparse.Namespace) -> int:
    from datetime import datetime

    from desktop.matrix.table.matrix import Matrix
    from desktop.matrix.taking import table_of

    ending, view = table_ending(options), _view(options)
    catalog, now = opened(options.pack), datetime.now()
    matrix, wanted = Matrix(catalog, now.date()), _arrangement(catalog, view)
    if not wanted.level and not wanted.subjects:
        wanted = replace(wanted, level=next((level for level, _title in matrix.levels()), ""))
    grid = matrix.grid_of(wanted)
    _check(grid)
    return write_table(table_of(catalog, grid, now.date()), ending, now, options.output)


def _view(options: argparse.Namespace) -> str:
    """The view that is wanted, as the program copies views: JSON text."""
    lacking = next((each for each in options.where if not each.partition(":")[2]), None)
    if lacking is not None:
        words = f"'{lacking}' is no condition: write --where ID:CONDITION, as in maker:=OpenAI"
        raise Stopped(WRONG_WORDS, words)
    if options.view is None:
        return _view_of(options)
    try:
        text: str = options.view.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise Stopped(WRONG_FILE, f"cannot read '{options.view}': {why}") from error
    return text


def _view_of(options: argparse.Namespace) -> str:
    where = (each.partition(":") for each in options.where)
    view = {
        "matrix": 1,
        "level": options.level or "",
        "subjects": options.subjects,
        "aspects": options.aspects,
        "search": options.search,
        "show": options.show,
        "filters": {column: condition for column, _colon, condition in where},
        "sort": options.sort,
        "transposed": options.transposed,
    }
    return json.dumps(view)


def _arrangement(catalog: Catalog, view: str) -> Arrangement:
    """The view in this pack. Stops where it cannot be shown whole."""
    from desktop.matrix.table.arrangement import NoArrangement, from_json

    try:
        found = from_json(view, catalog)
    except NoArrangement as wrong:
        raise Stopped(WRONG_WORDS, wrong) from wrong
    if found.dropped:
        levels = ", ".join(level.id for level in catalog.pack.levels)
        raise Stopped(WRONG_WORDS, f"this pack does not have {', '.join(found.dropped)} (its levels: {levels})")
    return found.arrangement


def _check(grid: Grid) -> None:
    """Whether each condition is one, on a column that is there."""
    for column, wrong in grid.bad_filters.items():
        raise Stopped(WRONG_WORDS, f"the condition on '{column}' is none: {wrong}")
    for each in grid.arrangement.filters:
        if each not in grid.filters:
            raise Stopped(WRONG_WORDS, f"'{each.column}' is no column here: --transposed makes aspects columns")
