"""The command line: a window on a pack, or one of the commands. Commands that need no window import no Qt."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop import __version__
from desktop.places import cache_folder, shipped_pack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ABOUT = "Generative AI against large language models: learn, teach and decide, offline. Opens any pack of YAML."


class Line(NamedTuple):
    """A line of the help: a command, what may follow it, and what it does."""

    command: str
    more: str
    about: str


LINES = (
    Line("validate", "[PACK]", "check a pack; problems on standard error, exit code 1 where there are any"),
    Line("lint", "[PACK]", "check how its questions are written, by the rules of item writing"),
    Line("coverage", "[PACK]", "what of the claims is placed, what cells rest on, what is unchecked or stale"),
    Line("choose", "[PACK]", "which kind of system fits your answers, and why; --questions lists what it asks"),
    Line("questions", "import", "questions from GIFT, Moodle XML, Aiken, CSV or Anki's text into a pack's folder"),
    Line("questions", "export", "the questions of a pack for Moodle, Anki or a spreadsheet, or as a test on paper"),
    Line("export", "matrix", "the feature matrix as a file: CSV, Excel, Markdown, HTML, PDF, PNG or SVG"),
    Line("export", "diagram ID", "a diagram as a file: SVG, PNG, PDF, PowerPoint with shapes to edit, or in words"),
    Line("export", "use-cases", "use cases, filtered and sorted, as a file: as the matrix"),
    Line("export", "deck ID", "a talk as a file: PowerPoint with shapes and tables to edit, PDF, or a web page"),
    Line("render", "DIR [PACK]", "pictures of every tab and diagram and a PDF handout; needs no display"),
    Line("schema", "", "write the JSON Schemas of the data"),
    Line("layout", "", "places and lines for a graph, JSON in and out (the window asks it)"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or the window; the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    if given and any(given[0] == line.command for line in LINES):
        return _run(given[0], given[1:])
    options = _parser_of_window().parse_args(given)
    from desktop.app import run

    return run(options.pack or shipped_pack(), cache_folder())


def _speak_utf8() -> None:
    """No word of a pack may end the program because a terminal cannot show it."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _run(name: str, given: Sequence[str]) -> int:
    """Run a command. Where it stops, it says why; where nobody reads on (`| head`), there is nothing to say."""
    from desktop.commands.terminal import WRONG_FILE, Stopped, told

    options = _parser_of(name).parse_args(given)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        code = run(options)
        if sys.stdout is not None:  # none has the program without a console
            sys.stdout.flush()
    except Stopped as stopped:
        told(stopped.lines)
        return stopped.code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python would flush into it again at its end
        return WRONG_FILE
    return code


def _parser_of(name: str) -> argparse.ArgumentParser:
    from desktop.commands import checking, choosing, drawing, exporting, questions

    families = checking.COMMANDS | choosing.COMMANDS | drawing.COMMANDS | exporting.COMMANDS | questions.COMMANDS
    about = "; ".join(line.about for line in LINES if line.command == name)
    parser = argparse.ArgumentParser(prog=f"genai-vs-llm {name}", description=about)
    families[name](parser)
    return parser


def _parser_of_window() -> argparse.ArgumentParser:
    every = (*LINES, Line("COMMAND", "--help", "tells more"))
    lines = (f"  {f'{line.command} {line.more}':20} {line.about}" for line in every)
    parser = argparse.ArgumentParser(
        prog="genai-vs-llm",
        description=_ABOUT,
        epilog="\n".join(("commands:", *lines)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "pack", nargs="?", type=_pack, help="a pack: a folder, or a zip of one (default: the shipped one)"
    )
    parser.add_argument("--version", action="version", version=f"genai-vs-llm {__version__}")
    return parser


def _pack(text: str) -> Path:
    path = Path(text)
    try:
        if path.exists():
            return path
    except (OSError, ValueError):
        pass
    raise argparse.ArgumentTypeError(f"there is no pack at '{text}': give a folder, or a zip of one")
