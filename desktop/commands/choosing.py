"""The command choose: the answers as they are typed, and the ranking with its reasons printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.commands.terminal import WRONG_WORDS, Stopped, add_pack, opened

if TYPE_CHECKING:
    import argparse


def _add_choose(parser: argparse.ArgumentParser) -> None:
    add_pack(parser)
    parser.add_argument("--questions", action="store_true", help="list what can be asked, with the ids")
    words = "an answer by its ids, once for each question; any may be left out"
    parser.add_argument("--answer", action="append", default=[], metavar="QUESTION=ANSWER", help=words)
    words = "how much a question counts: 0 to 10, default 1; what its answer rules out stays out"
    parser.add_argument("--weight", action="append", default=[], metavar="QUESTION=N", help=words)
    parser.add_argument("--format", choices=("markdown", "json"), default="markdown", help="default: markdown")
    parser.set_defaults(run=_choose)


def _choose(options: argparse.Namespace) -> int:
    from datetime import date

    from desktop.usecases.choosing.asked import Asked, text_for

    asked = Asked(tuple(options.answer), tuple(options.weight), options.questions, options.format)
    catalog = opened(options.pack)
    try:
        text = text_for(catalog, asked, date.today())
    except ValueError as error:
        raise Stopped(WRONG_WORDS, error) from error
    print(text, end="")
    return 0


COMMANDS = {"choose": _add_choose}
