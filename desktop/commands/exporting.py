"""The command export, with a file for each thing that can be taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def _add_export(parser: argparse.ArgumentParser) -> None:
    from desktop.commands.export_deck import add_deck
    from desktop.commands.export_diagram import add_diagram
    from desktop.commands.export_matrix import add_matrix
    from desktop.commands.export_use_cases import add_use_cases

    things = parser.add_subparsers(required=True, metavar="matrix|diagram|use-cases|deck")
    add_matrix(things.add_parser("matrix", help="the feature matrix"))
    add_diagram(things.add_parser("diagram", help="a diagram, with its sources"))
    add_use_cases(things.add_parser("use-cases", help="the list of use cases, with its sources"))
    add_deck(things.add_parser("deck", help="a talk, stop by stop, with its notes and sources"))


COMMANDS = {"export": _add_export}
