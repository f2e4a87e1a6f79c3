"""What the commands share towards the terminal: a pack opened, a result written, the reason why a command ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.places import shipped_pack

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Collection, Iterable

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.loader import Loaded
    from desktop.shell.theme import Theme

WRONG_FILE, WRONG_WORDS = 1, 2


class Stopped(Exception):
    """A command ends with this exit code: 1 where a file is at fault, 2 where it was asked wrongly; and says why."""

    def __init__(self, code: int, *words: object) -> None:
        super().__init__(*words)
        self.code = code

    @property
    def lines(self) -> tuple[str, ...]:
        """What is to be told."""
        return tuple(map(str, self.args))


def add_pack(parser: argparse.ArgumentParser) -> None:
    """The pack that a command works on."""
    words = "a pack: a folder, or a zip of one (default: the shipped one)"
    parser.add_argument("pack", nargs="?", type=Path, default=shipped_pack(), help=words)


def add_output(parser: argparse.ArgumentParser, endings: Collection[str], otherwise: str, where: str) -> None:
    """Where a file goes and of which kind it is; `otherwise` where nobody says."""
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=f"where to; {where}")
    parser.add_argument("--format", choices=endings, help=f"default: by the ending of FILE, else {otherwise}")


def ids(text: str) -> list[str]:
    """'a,b' as a list."""
    return [each for each in text.split(",") if each]


def told(problems: Iterable[object]) -> None:
    """Tell them on standard error, one a line."""
    for problem in problems:
        print(problem, file=sys.stderr)


def loaded(pack: Path) -> Loaded:
    """A pack with its problems told on standard error. Stops where it cannot be opened."""
    from desktop.catalog.loader import load_pack

    found = load_pack(pack)
    told(found.problems)
    if found.catalog is None:
        raise Stopped(WRONG_FILE)
    return found


def opened(pack: Path) -> Catalog:
    """The same without its problems, which have been told."""
    catalog = loaded(pack).catalog
    assert catalog is not None
    return catalog


def ending_of(options: argparse.Namespace, endings: Collection[str], as_text: Collection[str], otherwise: str) -> str:
    """The kind of file that is wanted. Stops where it cannot be written so."""
    of_file = options.output.suffix.lstrip(".").lower() if options.output else ""
    ending: str = options.format or of_file or otherwise
    if ending not in endings:
        raise Stopped(WRONG_WORDS, f"'.{ending}' is no format that can be written; give --format {'|'.join(endings)}")
    if options.output is None and ending not in as_text:
        raise Stopped(WRONG_WORDS, f"{ending} is not text; give a file with -o")
    return ending


def write(make: Callable[[], bytes], file: Path | None) -> int:
    """What is made, into a file, or to standard output where there is none. The exit code."""
    from desktop.catalog.writing import write_whole

    try:
        data = make()
        if file is None:
            sys.stdout.buffer.write(data)
        else:
            write_whole(file, data)
            print(f"written to {file}")
    except BrokenPipeError:
        raise
    except OSError as error:
        to = file or "standard output"
        raise Stopped(WRONG_FILE, f"cannot write to {to}: {error.strerror or error}") from error
    except ValueError as error:
        raise Stopped(WRONG_WORDS, error) from error
    return 0


def need_no_display() -> None:
    """Qt draws without a screen; on Linux it has to be told."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def start_drawing() -> Theme:
    """What is drawn needs Qt's application, and a theme for its typeface, wherever this runs."""
    need_no_display()
    from desktop.shell.application import application
    from desktop.shell.theme import Theme, ThemeChoice

    return Theme(application(), ThemeChoice.LIGHT, 1.0)
