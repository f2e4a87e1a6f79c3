"""`genai-vs-llm questions`: questions from files of other programs into a pack's folder, and out of a pack."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.catalog.words import plural
from desktop.places import shipped_pack
from desktop.quiz.exchange.formats import READ

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from desktop.catalog.problems import Problem
    from desktop.quiz.exchange.exporting import Draw
    from desktop.quiz.exchange.questions import Taken
    from desktop.quiz.exchange.writing.loss import Loss

WRITTEN = ("gift", "moodle", "anki", "apkg", "csv", "pdf")
_LEFT_OUT = 3
_IMPORT = """\
Reads GIFT, Moodle XML, Aiken, CSV and Anki's text, and writes FOLDER/questions/NAME.yaml, NAME from the name of FILE.
A FOLDER that is no pack yet becomes one. Questions that the topic has already, by id, are brought up to date in place;
nothing else is touched. Formulas stay as they are written, HTML becomes plain text.

CSV has a question in each row and names its columns in the first line. `stem` must be there; others are `id`, `type`,
`option 1`, `option 2` and so on, `answer` (the right options by letter, place such as #2, or text; else the word or
number to give), `feedback 1` and so on, `tolerance`, `unit`, `explanation`, `concepts`, `bloom`, `difficulty`,
`sources`, and `text` (a cloze, its gaps as Moodle writes them). Pairs are options of the form LEFT -> RIGHT.

--report json prints one object: `taken` (a number), `left_out` (a list of line, type, what), `by_type` (numbers by
type), `warnings` (a list of line, what; line 0 is the file as a whole).
Exit code: 0 all taken over, 3 something left out, 1 the file cannot be read or the folder not be written."""
_EXPORT = """\
Writes questions for other programs. What the format cannot hold is told on standard error, one line each: a question's
id and what is lost. Exit code: 0 the file is written, also where something is lost, 1 it cannot be written."""


def add_options(parser: argparse.ArgumentParser, draw: Draw) -> None:
    """Add `import` and `export`. `draw` makes a PDF of sheets: title, foot, sheets."""
    from argparse import RawDescriptionHelpFormatter as Raw

    doing = parser.add_subparsers(required=True, metavar="import|export")
    taking = doing.add_parser("import", help="from a file into a folder", description=_IMPORT, formatter_class=Raw)
    taking.add_argument("file", type=Path, metavar="FILE")
    taking.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="the folder of a pack, or a new one")
    taking.add_argument("--format", choices=READ, help="default: by the file's ending and what stands in it")
    taking.add_argument("--report", choices=("json",), help="what happened as JSON; default: in words")
    taking.set_defaults(run=_import)
    giving = doing.add_parser("export", help="into a file", description=_EXPORT, formatter_class=Raw)
    giving.add_argument("pack", nargs="?", type=Path, default=None)
    giving.add_argument("--format", choices=WRITTEN, required=True)
    giving.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    giving.add_argument("--topic", metavar="ID", help="this topic alone; default: all")
    giving.set_defaults(run=_exporting(draw))


def _import(options: argparse.Namespace) -> int:
    from datetime import date

    from desktop.catalog.problems import Unreadable
    from desktop.quiz.exchange.importing import plan, write

    try:
        planned = plan(options.file, options.to, options.format, date.today())
    except Unreadable as error:
        return _failed(error.at(str(options.file)))
    except OSError as error:
        return _failed(f"cannot read '{options.file}': {error.strerror or error}")
    try:
        write(planned)
    except OSError as error:
        return _failed(f"cannot write to '{options.to}': {error.strerror or error}")
    where = str(planned.files[-1][0]) if planned.files else ""
    print(
        json.dumps(_as_json(planned.taken), ensure_ascii=False, indent=2)
        if options.report
        else _told(planned.taken, where)
    )
    return _LEFT_OUT if planned.taken.left_out else 0


def _failed(problem: Problem | str) -> int:
    print(problem, file=sys.stderr)
    return 1


def _as_json(taken: Taken) -> dict[str, object]:
    return {
        "taken": len(taken.questions),
        "left_out": [{"line": each.line, "type": each.type, "what": each.what} for each in taken.left_out],
        "by_type": taken.by_type,
        "warnings": [{"line": each.line, "what": each.what} for each in taken.warnings],
    }


def _told(taken: Taken, where: str) -> str:
    types = ", ".join(f"{count} {type_}" for type_, count in taken.by_type.items())
    lines = [f"{plural(len(taken.questions), 'question')} taken over" + (f" into {where}: {types}" if where else "")]
    if taken.left_out:
        lines.append(f"{len(taken.left_out)} left out:")
        lines += [f"  line {each.line}, {each.type}: {each.what}" for each in taken.left_out]
    if taken.warnings:
        lines.append(f"{plural(len(taken.warnings), 'warning')}:")
        lines += [f"  line {each.line}: {each.what}" for each in taken.warnings]
    return "\n".join(lines)


def _exporting(draw: Draw) -> Callable[[argparse.Namespace], int]:
    def export(options: argparse.Namespace) -> int:
        return _export(options, draw)

    return export


def _export(options: argparse.Namespace, draw: Draw) -> int:
    from datetime import datetime

    from desktop.catalog.loader import load_pack
    from desktop.catalog.problems import Guess
    from desktop.catalog.writing import write_whole
    from desktop.quiz.exchange.exporting import written

    loaded = load_pack(options.pack or shipped_pack())
    for problem in loaded.problems:
        print(problem, file=sys.stderr)
    if loaded.catalog is None:
        return 1
    if options.topic is not None and options.topic not in loaded.catalog.topic:
        hint = str(Guess(options.topic, list(loaded.catalog.topic), "topics"))
        return _failed(f"there is no topic '{options.topic}'" + (f" ({hint})" if hint else ""))
    topics = [topic for topic in loaded.catalog.topics if options.topic in (None, topic.id)]
    count = sum(len(topic.questions) for topic in topics)
    if not count:
        return _failed("there are no questions to write")
    try:
        file = written(options.format, topics, loaded.catalog, datetime.now(), draw)
        write_whole(options.output, file.data)
    except OSError as error:
        return _failed(f"cannot write to {options.output}: {error.strerror or error}")
    templates = sum(len(topic.templates) for topic in topics)
    if templates:
        print(f"the questions of {plural(templates, 'template')} are not in the file", file=sys.stderr)
    _tell_losses(file.losses, count)
    print(f"written to {options.output}")
    return 0


def _tell_losses(losses: Sequence[Loss], count: int) -> None:
    for loss in losses:
        print(f"{loss.question}: {'left out: ' if loss.whole else 'lost: '}{loss.what}", file=sys.stderr)
    if losses:
        changed = {loss.question for loss in losses}
        gone = {loss.question for loss in losses if loss.whole}
        lost = f"{len(changed) - len(gone)} lose something, {len(gone)} are left out"
        print(f"of {plural(count, 'question')} {lost}", file=sys.stderr)
