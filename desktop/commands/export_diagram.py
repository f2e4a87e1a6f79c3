"""The command export diagram: one figure, whole, at a step, or step by step."""

from __future__ import annotations

from argparse import ArgumentTypeError
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
from desktop.diagrams.taking.wanted import FILE_KINDS, Wanted

if TYPE_CHECKING:
    import argparse

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.diagrams import Diagram

_ENDINGS = tuple(kind.ending for kind in FILE_KINDS)
_WITH_PAGES = tuple(kind.ending for kind in FILE_KINDS if kind.has_pages)
_AS_TEXT, _OTHERWISE = ("svg", "md"), "svg"


def add_diagram(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("id", metavar="ID", help="the id of a diagram, as its file in the pack says it")
    add_pack(parser)
    add_output(parser, _ENDINGS, _OTHERWISE, f"only {' and '.join(_AS_TEXT)} can go to the screen")
    steps = parser.add_mutually_exclusive_group()
    steps.add_argument("--step", metavar="STEP", help="one step, by its id or its number from 1; default: the overview")
    steps.add_argument("--steps", action="store_true", help="a slide or page for the overview and for each step")
    parser.add_argument("--scale", type=_scale, metavar="N", help="PNG only: dots a pixel, 1 to 4; default: 2")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.set_defaults(run=_export)


def _scale(text: str) -> int:
    if text in ("1", "2", "3", "4"):
        return int(text)
    raise ArgumentTypeError(f"'{text}' is no scale: 1, 2, 3 or 4 dots a pixel")


def _export(options: argparse.Namespace) -> int:
    from datetime import date

    from desktop.diagrams.view import file_of

    wanted = _wanted(options)
    catalog = opened(options.pack)
    diagram = _diagram(catalog, options.id)
    return write(partial(file_of, catalog, diagram, wanted, start_drawing(), date.today()), options.output)


def _wanted(options: argparse.Namespace) -> Wanted:
    ending = ending_of(options, _ENDINGS, _AS_TEXT, _OTHERWISE)
    if options.steps and ending not in _WITH_PAGES:
        paged = " or ".join(_WITH_PAGES)
        raise Stopped(WRONG_WORDS, f"{ending} has room for one step: give --step, or --format {paged}")
    if options.scale and ending != "png":
        raise Stopped(WRONG_WORDS, f"{ending} has no scale: leave --scale out, or give --format png")
    return Wanted(ending, options.step, options.steps, options.scale or 2, options.theme == "dark")


def _diagram(catalog: Catalog, id: str) -> Diagram:
    from desktop.catalog.problems import Guess

    found = catalog.diagram.get(id)
    if found is None:
        known = list(catalog.diagram)
        hint = str(Guess(id, known))
        words = f"its diagrams: {', '.join(known)}" if known else "this pack has none"
        raise Stopped(WRONG_WORDS, f"there is no diagram '{id}'" + (f": {hint}" if hint else "") + f" ({words})")
    return found
