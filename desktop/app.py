"""Puts the program together: loads the pack and hands the table of views to the shell. No Qt in this file."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from desktop.catalog.loader import Loaded
    from desktop.diagrams.taking.wanted import Wanted
    from desktop.shell.handout import Sheet
    from desktop.shell.theme import Theme
    from desktop.usecases.choosing.asked import Asked


def run(pack: Path, cache: Path) -> int:
    """Open the window on a pack; the exit code."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python's own answer, an error, would come in the midst of Qt
    from desktop.shell.application import run_window
    from desktop.views import VIEWS

    return run_window(VIEWS, pack, partial(_load, cache=cache), cache)


def _load(pack: Path, cache: Path) -> Loaded:
    """Load a pack. The loader is imported here: the window is on the screen by then."""
    from desktop.catalog.loader import load_pack

    return load_pack(pack, cache)


def export_matrix(pack: Path, view: str, file: Path | None, ending: str) -> int:
    """Write the feature matrix as a view has it into a file, or what is text to standard output. The exit code."""
    from dataclasses import replace
    from datetime import datetime

    from desktop.catalog.loader import load_pack
    from desktop.matrix.table.arrangement import NoArrangement, from_json
    from desktop.matrix.table.matrix import Matrix
    from desktop.matrix.taking import table_of
    from desktop.shell.table_files import NEED_QT, file_of

    loaded = load_pack(pack)
    for problem in loaded.problems:
        print(problem, file=sys.stderr)
    if loaded.catalog is None:
        return 1
    try:
        opened = from_json(view, loaded.catalog)
    except NoArrangement as wrong:
        print(wrong, file=sys.stderr)
        return 2
    if opened.dropped:
        levels = ", ".join(level.id for level in loaded.catalog.pack.levels)
        print(f"this pack does not have {', '.join(opened.dropped)} (its levels: {levels})", file=sys.stderr)
        return 2
    now = datetime.now()
    matrix, wanted = Matrix(loaded.catalog, now.date()), opened.arrangement
    if not wanted.level and not wanted.subjects:
        wanted = replace(wanted, level=next((level for level, _title in matrix.levels()), ""))
    grid = matrix.grid_of(wanted)
    for column, wrong_condition in grid.bad_filters.items():
        print(f"the condition on '{column}' is none: {wrong_condition}", file=sys.stderr)
        return 2
    for each in grid.arrangement.filters:
        if each not in grid.filters:
            print(f"'{each.column}' is no column here: --transposed makes aspects columns", file=sys.stderr)
            return 2
    if ending in NEED_QT:
        _start_drawing()
    return _write(partial(file_of, table_of(loaded.catalog, grid, now.date()), ending, now), file)


def export_use_cases(pack: Path, asked: Mapping[str, str | list[str]], file: Path | None, ending: str) -> int:
    """Write the use cases that were asked for into a file, or what is text to standard output. The exit code.

    `asked` holds the fields of a filter of use cases: words, values of facets, and the order.
    """
    from datetime import datetime

    from desktop.catalog.loader import load_pack
    from desktop.shell.table_files import NEED_QT, file_of
    from desktop.usecases.view import table_of

    loaded = load_pack(pack)
    for problem in loaded.problems:
        print(problem, file=sys.stderr)
    if loaded.catalog is None:
        return 1
    now = datetime.now()
    try:
        table = table_of(loaded.catalog, asked, now.date())
    except ValueError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    if ending in NEED_QT:
        _start_drawing()
    return _write(partial(file_of, table, ending, now), file)


def export_diagram(pack: Path, id: str, wanted: Wanted, file: Path | None) -> int:
    """Write a diagram into a file, or what is text to standard output. The exit code."""
    from datetime import date

    from desktop.catalog.loader import load_pack
    from desktop.catalog.problems import Guess
    from desktop.diagrams.view import file_of

    loaded = load_pack(pack)
    for problem in loaded.problems:
        print(problem, file=sys.stderr)
    if loaded.catalog is None:
        return 1
    diagram = loaded.catalog.diagram.get(id)
    if diagram is None:
        known = list(loaded.catalog.diagram)
        hint = str(Guess(id, known))
        words = f"its diagrams: {', '.join(known)}" if known else "this pack has none"
        print(f"there is no diagram '{id}'" + (f": {hint}" if hint else "") + f" ({words})", file=sys.stderr)
        return 2
    return _write(partial(file_of, loaded.catalog, diagram, wanted, _start_drawing(), date.today()), file)


def choose(pack: Path, asked: Asked) -> int:
    """Print what fits the answers, and why, or what can be asked. The exit code."""
    from datetime import date

    from desktop.catalog.loader import load_pack
    from desktop.usecases.choosing.asked import text_for

    loaded = load_pack(pack)
    for problem in loaded.problems:
        print(problem, file=sys.stderr)
    if loaded.catalog is None:
        return 1
    try:
        print(text_for(loaded.catalog, asked, date.today()), end="")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _write(make: Callable[[], bytes], file: Path | None) -> int:
    """What is made, into a file, or to standard output where there is none. The exit code."""
    from desktop.catalog.writing import write_whole

    try:
        data = make()
        if file is None:
            sys.stdout.buffer.write(data)
        else:
            write_whole(file, data)
            print(f"written to {file}")
    except OSError as error:
        print(f"cannot write to {file or 'standard output'}: {error.strerror or error}", file=sys.stderr)
        return 1
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def serve_layout() -> int:
    """Lay out the graph on standard input; the exit code."""
    from desktop.diagrams.service import serve

    return serve(sys.stdin, sys.stdout)


def _need_no_display() -> None:
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _start_drawing() -> Theme:
    """What is drawn needs Qt's application, and a theme for its typeface, wherever this runs."""
    _need_no_display()
    from desktop.shell.application import application
    from desktop.shell.theme import Theme, ThemeChoice

    return Theme(application(), ThemeChoice.LIGHT, 1.0)


def draw_sheets(title: str, foot: str, sheets: Sequence[Sheet]) -> bytes:
    """Sheets as a PDF; needs no display."""
    _start_drawing()
    from desktop.shell.pdf import sheets_pdf

    return sheets_pdf(title, foot, sheets)


def render(pack: Path, folder: Path, theme: str, size: tuple[int, int], text: float) -> int:
    """Draw every tab and diagram and a handout into a folder; needs no display. The exit code."""
    from desktop.catalog.loader import load_pack

    loaded = load_pack(pack)
    for problem in loaded.problems:
        print(problem, file=sys.stderr)
    if loaded.catalog is None:
        return 1
    _need_no_display()
    from desktop.shell.render import Order, render_all
    from desktop.views import VIEWS

    return render_all(VIEWS, loaded, Order(pack, folder, theme, size, text))
