"""The commands that look at a pack as its editor does: validate, lint, coverage, schema."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.terminal import WRONG_FILE, Stopped, add_pack, opened, told
from desktop.places import shipped_pack

if TYPE_CHECKING:
    import argparse

    from desktop.catalog.loader import Loaded


def _add_validate(parser: argparse.ArgumentParser) -> None:
    add_pack(parser)
    parser.set_defaults(run=_validate)


def _add_lint(parser: argparse.ArgumentParser) -> None:
    add_pack(parser)
    parser.set_defaults(run=_lint)


def _add_coverage(parser: argparse.ArgumentParser) -> None:
    add_pack(parser)
    parser.set_defaults(run=_coverage)


def _add_schema(parser: argparse.ArgumentParser) -> None:
    folder = shipped_pack().parent / "schema"
    parser.add_argument("folder", nargs="?", type=Path, default=folder, metavar="DIR")
    parser.add_argument("--check", action="store_true", help="only tell whether the schemas there are current")
    parser.set_defaults(run=_schema)


def _validate(options: argparse.Namespace) -> int:
    from desktop.catalog.checking import check_pack

    return _report(check_pack(options.pack))


def _lint(options: argparse.Namespace) -> int:
    from desktop.catalog.checking import lint_pack

    return _report(lint_pack(options.pack))


def _report(loaded: Loaded) -> int:
    """Tell the problems, and how many."""
    from desktop.catalog.words import plural

    if loaded.problems:
        told([*loaded.problems, plural(len(loaded.problems), "problem")])
        return WRONG_FILE
    print("no problems")
    return 0


def _coverage(options: argparse.Namespace) -> int:
    from datetime import date

    from desktop.catalog.coverage import coverage_of, report

    for heading, lines in report(coverage_of(opened(options.pack), date.today())):
        print(heading)
        for line in lines:
            print(f"  {line}")
    return 0


def _schema(options: argparse.Namespace) -> int:
    from desktop.catalog.schema import schema_files, stale_schemas

    folder: Path = options.folder
    if options.check:
        stale = stale_schemas(folder)
        told(f"{folder / name}: not current; run 'genai-vs-llm schema'" for name in stale)
        return WRONG_FILE if stale else 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in schema_files().items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Stopped(WRONG_FILE, f"cannot write the schemas to '{folder}': {error.strerror}") from error
    print(f"schemas written to {folder}")
    return 0


COMMANDS = {"validate": _add_validate, "lint": _add_lint, "coverage": _add_coverage, "schema": _add_schema}
