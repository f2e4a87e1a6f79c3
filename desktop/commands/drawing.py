"""The commands that draw: pictures of everything, and the layout of a graph for the window."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.terminal import add_pack, loaded, need_no_display

if TYPE_CHECKING:
    import argparse


def _add_render(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR")
    add_pack(parser)
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH", help="size of the window in pixels")
    parser.add_argument("--text", type=_percent, default=1.0, metavar="PERCENT", help="text size, 80 to 200")
    parser.set_defaults(run=_render)


def _add_layout(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_layout)


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.partition("x")
    if cross and width.isdecimal() and height.isdecimal() and 320 <= int(width) <= 8000 and 240 <= int(height) <= 8000:
        return int(width), int(height)
    raise ArgumentTypeError(f"'{text}' is not a size such as 1280x800 (from 320x240 to 8000x8000)")


def _percent(text: str) -> float:
    if text.isdecimal() and 80 <= int(text) <= 200:
        return int(text) / 100
    raise ArgumentTypeError(f"'{text}' is not a number from 80 to 200")


def _render(options: argparse.Namespace) -> int:
    """Draw every tab and diagram and a handout into a folder; needs no display."""
    pack = loaded(options.pack)
    need_no_display()
    from desktop.shell.render import Order, render_all
    from desktop.views import TALKS, VIEWS

    order = Order(options.pack, options.folder, options.theme, options.size, options.text)
    return render_all(VIEWS, TALKS, pack, order)


def _layout(_options: argparse.Namespace) -> int:
    """Lay out the graph on standard input."""
    from desktop.diagrams.service import serve

    return serve(sys.stdin, sys.stdout)


COMMANDS = {"render": _add_render, "layout": _add_layout}
