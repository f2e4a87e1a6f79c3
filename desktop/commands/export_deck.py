"""The command export deck: a talk of the pack as slides, as pages or as one web page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.commands.terminal import (
    WRONG_WORDS,
    Stopped,
    add_output,
    add_pack,
    ending_of,
    opened,
    start_drawing,
    write,
)
from desktop.presentation.taking.file import FILE_KINDS

if TYPE_CHECKING:
    import argparse

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.talks import Deck

_ENDINGS = tuple(kind.ending for kind in FILE_KINDS)


def add_deck(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("id", metavar="ID", help="the id of a talk, as its file in the pack says it")
    add_pack(parser)
    add_output(parser, _ENDINGS, _ENDINGS[0], "it has to be given")
    parser.add_argument("--steps", action="store_true", help="a page for each step of a figure, not one for each stop")
    words = "PDF only: a handout of A4, the notes below each page; the other formats have the notes anyway"
    parser.add_argument("--notes", action="store_true", help=words)
    parser.set_defaults(run=_export)


def _export(options: argparse.Namespace) -> int:
    from datetime import date

    from desktop.presentation.taking.file import file_of
    from desktop.presentation.taking.pages import Taken
    from desktop.shell.paper import paper_of
    from desktop.views import VIEWS

    ending = ending_of(options, _ENDINGS, (), _ENDINGS[0])
    if options.notes and ending != "pdf":
        raise Stopped(WRONG_WORDS, f"{ending} has the notes anyway: leave --notes out, or give --format pdf")
    catalog = opened(options.pack)
    deck = _deck(catalog, options.id)
    taken = Taken(catalog, deck, VIEWS, paper_of(start_drawing()), date.today(), options.steps)
    return write(partial(file_of, taken, ending, notes=options.notes), options.output)


def _deck(catalog: Catalog, id: str) -> Deck:
    from desktop.catalog.problems import Guess

    known = {each.id: each for each in catalog.decks}
    if id not in known:
        hint = str(Guess(id, known))
        words = f"its talks: {', '.join(known)}" if known else "this pack has none"
        raise Stopped(WRONG_WORDS, f"there is no talk '{id}'" + (f": {hint}" if hint else "") + f" ({words})")
    return known[id]
