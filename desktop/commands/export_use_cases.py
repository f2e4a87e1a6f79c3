"""The command export use-cases: the list as a filter has it, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.commands.export_table import add_table_output, table_ending, write_table
from desktop.commands.terminal import WRONG_WORDS, Stopped, add_pack, ids, opened
from desktop.usecases.filter import CHOSEN, SortBy

if TYPE_CHECKING:
    import argparse


def add_use_cases(parser: argparse.ArgumentParser) -> None:
    """Its options: an id of each value that is wanted, by facet."""
    add_pack(parser)
    add_table_output(parser)
    parser.add_argument("--search", default="", metavar="WORDS", help="only where these words stand")
    for facet in CHOSEN:
        parser.add_argument(f"--{facet}", type=ids, default=[], metavar="A,B", help=f"only with this {facet}: ids")
    orders = [by.value for by in SortBy]
    parser.add_argument("--sort", choices=orders, default=orders[0])
    parser.set_defaults(run=_export)


def _export(options: argparse.Namespace) -> int:
    from datetime import datetime

    from desktop.usecases.view import table_of

    ending = table_ending(options)
    asked = {facet.value: getattr(options, facet) for facet in CHOSEN}
    catalog, now = opened(options.pack), datetime.now()
    try:
        table = table_of(catalog, {"text": options.search, "sort": options.sort, **asked}, now.date())
    except ValueError as wrong:
        raise Stopped(WRONG_WORDS, wrong) from wrong
    return write_table(table, ending, now, options.output)
