"""The command questions: from files of other programs into a pack's folder, and out of a pack."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.catalog.words import plural
from desktop.commands.terminal import WRONG_FILE, Stopped, add_pack, opened, start_drawing, told, write
from desktop.quiz.exchange.formats import READ

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from desktop.quiz.exchange.questions import Taken
    from desktop.quiz.exchange.writing.loss import Loss
    from desktop.shell.handout import Sheet

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


def _add_questions(parser: argparse.ArgumentParser) -> None:
    from argparse import RawDescriptionHelpFormatter as Raw

    doing = parser.add_subparsers(required=True, metavar="import|export")
    taking = doing.add_parser("import", help="from a file into a folder", description=_IMPORT, formatter_class=Raw)
    taking.add_argument("file", type=Path, metavar="FILE")
    taking.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="the folder of a pack, or a new one")
    taking.add_argument("--format", choices=READ, help="default: by the file's ending and what stands in it")
    taking.add_argument("--report", choices=("json",), help="what happened as JSON; default: in words")
    taking.set_defaults(run=_import)
    giving = doing.add_parser("export", help="into a file", description=_EXPORT, formatter_class=Raw)
    add_pack(giving)
    giving.add_argument("--format", choices=WRITTEN, required=True)
    giving.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    giving.add_argument("--topic", metavar="ID", help="this topic alone; default: all")
    giving.set_defaults(run=_export)


def _import(options: argparse.Namespace) -> int:
    from datetime import date

    from desktop.catalog.problems import Unreadable
    from desktop.quiz.exchange import importing

    try:
        planned = importing.plan(options.file, options.to, options.format, date.today())
    except Unreadable as error:
        raise Stopped(WRONG_FILE, error.at(str(options.file))) from error
    except OSError as error:
        raise Stopped(WRONG_FILE, f"cannot read '{options.file}': {error.strerror or error}") from error
    try:
        importing.write(planned)
    except OSError as error:
        raise Stopped(WRONG_FILE, f"cannot write to '{options.to}': {error.strerror or error}") from error
    where = str(planned.files[-1][0]) if planned.files else ""
    taken = planned.taken
    print(json.dumps(_as_json(taken), ensure_ascii=False, indent=2) if options.report else _in_words(taken, where))
    return _LEFT_OUT if taken.left_out else 0


def _as_json(taken: Taken) -> dict[str, object]:
    return {
        "taken": len(taken.questions),
        "left_out": [{"line": each.line, "type": each.type, "what": each.what} for each in taken.left_out],
        "by_type": taken.by_type,
        "warnings": [{"line": each.line, "what": each.what} for each in taken.warnings],
    }


def _in_words(taken: Taken, where: str) -> str:
    types = ", ".join(f"{count} {type_}" for type_, count in taken.by_type.items())
    lines = [f"{plural(len(taken.questions), 'question')} taken over" + (f" into {where}: {types}" if where else "")]
    if taken.left_out:
        lines.append(f"{len(taken.left_out)} left out:")
        lines += [f"  line {each.line}, {each.type}: {each.what}" for each in taken.left_out]
    if taken.warnings:
        lines.append(f"{plural(len(taken.warnings), 'warning')}:")
        lines += [f"  line {each.line}: {each.what}" for each in taken.warnings]
    return "\n".join(lines)


def _export(options: argparse.Namespace) -> int:
    from datetime import datetime

    from desktop.catalog.problems import Guess
    from desktop.quiz.exchange.exporting import written

    catalog = opened(options.pack)
    if options.topic is not None and options.topic not in catalog.topic:
        hint = str(Guess(options.topic, list(catalog.topic), "topics"))
        raise Stopped(WRONG_FILE, f"there is no topic '{options.topic}'" + (f" ({hint})" if hint else ""))
    topics = [topic for topic in catalog.topics if options.topic in (None, topic.id)]
    count = sum(len(topic.questions) for topic in topics)
    if not count:
        raise Stopped(WRONG_FILE, "there are no questions to write")
    file = written(options.format, topics, catalog, datetime.now(), _draw)
    templates = sum(len(topic.templates) for topic in topics)
    if templates:
        told([f"the questions of {plural(templates, 'template')} are not in the file"])
    told(_losses(file.losses, count))
    return write(lambda: file.data, options.output)


def _draw(title: str, foot: str, sheets: Sequence[Sheet]) -> bytes:
    """A PDF of sheets; needs no display."""
    start_drawing()
    from desktop.shell.pdf import sheets_pdf

    return sheets_pdf(title, foot, sheets)


def _losses(losses: Sequence[Loss], count: int) -> Iterator[str]:
    for loss in losses:
        yield f"{loss.question}: {'left out: ' if loss.whole else 'lost: '}{loss.what}"
    if losses:
        changed = {loss.question for loss in losses}
        gone = {loss.question for loss in losses if loss.whole}
        lost = f"{len(changed) - len(gone)} lose something, {len(gone)} are left out"
        yield f"of {plural(count, 'question')} {lost}"


COMMANDS = {"questions": _add_questions}
