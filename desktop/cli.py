"""The command line. Commands that need no window import no Qt."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.places import cache_folder, shipped_pack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.catalog.loader import Loaded
    from desktop.shell.handout import Sheet

COMMANDS = ("validate", "lint", "coverage", "choose", "questions", "export", "render", "schema", "layout")
FORMATS = ("csv", "xlsx", "md", "html", "pdf", "png", "svg")
DRAWN_FORMATS = ("svg", "png", "pdf", "pptx", "md")
USE_CASE_FACETS = ("industry", "kind", "function", "takes", "gives", "autonomy", "maturity", "grade", "risk")
USE_CASE_ORDERS = ("industry", "title", "maturity", "grade", "risk")
_AS_TEXT, _WITH_PAGES = ("csv", "md", "html"), ("pdf", "pptx")
_ABOUT = "Generative AI against large language models: learn, teach and decide, offline. Opens any pack of YAML."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    if given and given[0] in COMMANDS:
        options = _parser_of_commands().parse_args(given)
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    return _open(_parser_of_window().parse_args(given))


def _speak_utf8() -> None:
    """No word of a pack may end the program because a terminal cannot show it."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _parser_of_window() -> argparse.ArgumentParser:
    commands = "\n".join(
        (
            "commands:",
            "  validate [PACK]      check a pack; problems on standard error, exit code 1 where there are any",
            "  lint [PACK]          check how its questions are written, by the rules of item writing",
            "  coverage [PACK]      what of the claims is placed, what cells rest on, what is unchecked or stale",
            "  choose [PACK]        which kind of system fits your answers, and why; --questions lists what it asks",
            "  questions import     questions from GIFT, Moodle XML, Aiken, CSV or Anki's text into a pack's folder",
            "  questions export     the questions of a pack for Moodle, Anki or a spreadsheet, or as a test on paper",
            "  export matrix        the feature matrix as a file: CSV, Excel, Markdown, HTML, PDF, PNG or SVG",
            "  export diagram ID    a diagram as a file: SVG, PNG, PDF, PowerPoint with shapes to edit, or in words",
            "  export use-cases     use cases, filtered and sorted, as a file: as the matrix",
            "  render DIR [PACK]    pictures of every tab and diagram and a PDF handout; needs no display",
            "  schema               write the JSON Schemas of the data",
            "  layout               places and lines for a graph, JSON in and out (the window asks it)",
            "  COMMAND --help       tells more",
        )
    )
    parser = argparse.ArgumentParser(
        prog="genai-vs-llm",
        description=_ABOUT,
        epilog=commands,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "pack", nargs="?", type=_pack, help="a pack: a folder, or a zip of one (default: the shipped one)"
    )
    parser.add_argument("--version", action="version", version=f"genai-vs-llm {__version__}")
    return parser


def _parser_of_commands() -> argparse.ArgumentParser:
    from desktop.quiz.exchange.command import add_options as add_questions
    from desktop.usecases.choosing.asked import add_options

    parser = argparse.ArgumentParser(prog="genai-vs-llm", description=_ABOUT)
    commands = parser.add_subparsers(required=True)
    validate = commands.add_parser("validate", help="check a pack")
    validate.add_argument("pack", nargs="?", type=Path, default=None)
    validate.set_defaults(run=_validate)
    lint = commands.add_parser("lint", help="check how the questions of a pack are written")
    lint.add_argument("pack", nargs="?", type=Path, default=None)
    lint.set_defaults(run=_lint)
    coverage = commands.add_parser("coverage", help="how well a pack is covered")
    coverage.add_argument("pack", nargs="?", type=Path, default=None)
    coverage.set_defaults(run=_coverage)
    add_options(commands.add_parser("choose", help="what fits your answers, and why"), _choose)
    add_questions(commands.add_parser("questions", help="import and export questions"), _draw_sheets)
    export = commands.add_parser("export", help="write the feature matrix, a diagram or use cases into a file")
    things = export.add_subparsers(required=True, metavar="matrix|diagram|use-cases")
    _add_matrix(things.add_parser("matrix", help="the feature matrix"))
    _add_diagram(things.add_parser("diagram", help="a diagram, with its sources"))
    _add_use_cases(things.add_parser("use-cases", help="the list of use cases, with its sources"))
    render = commands.add_parser("render", help="pictures of every tab and diagram, and a PDF handout")
    render.add_argument("folder", type=Path, metavar="DIR")
    render.add_argument("pack", nargs="?", type=Path, default=None)
    render.add_argument("--theme", choices=("light", "dark"), default="light")
    render.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH", help="size of the window in pixels")
    render.add_argument("--text", type=_percent, default=1.0, metavar="PERCENT", help="text size, 80 to 200")
    render.set_defaults(run=_render)
    commands.add_parser("layout", help="places and lines for a graph, JSON in and out").set_defaults(run=_layout)
    schema = commands.add_parser("schema", help="write the JSON Schemas of the data")
    schema.add_argument("folder", nargs="?", type=Path, default=None, metavar="DIR")
    schema.add_argument("--check", action="store_true", help="only tell whether the schemas there are current")
    schema.set_defaults(run=_schema)
    return parser


def _add_matrix(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pack", nargs="?", type=Path, default=None)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to; else to the screen")
    parser.add_argument("--format", choices=FORMATS, help="default: by the ending of FILE, else md")
    parser.add_argument("--level", default=None, help="which level; default: the first")
    parser.add_argument("--subjects", type=_ids, default=[], metavar="A,B", help="these subjects, in order")
    parser.add_argument("--aspects", type=_ids, default=[], metavar="A,B", help="these aspects only")
    parser.add_argument("--search", default="", metavar="WORDS", help="only where these words stand")
    parser.add_argument("--where", action="append", default=[], metavar="ID:CONDITION", help="a condition on a column")
    parser.add_argument("--sort", type=_ids, default=[], metavar="A,-B", help="sort by columns; --sort=-A falls")
    likeness = parser.add_mutually_exclusive_group()
    likeness.add_argument("--differences", dest="show", action="store_const", const="different", default="all")
    likeness.add_argument("--same", dest="show", action="store_const", const="same")
    parser.add_argument("--transposed", action="store_true", help="subjects as lines")
    parser.add_argument("--view", type=Path, metavar="FILE", help="a view that was copied as text")
    parser.set_defaults(run=_export_matrix)


def _add_diagram(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the id of a diagram, as its file in the pack says it")
    parser.add_argument("pack", nargs="?", type=Path, default=None)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to; only SVG can go to the screen")
    parser.add_argument("--format", choices=DRAWN_FORMATS, help="default: by the ending of FILE, else svg")
    steps = parser.add_mutually_exclusive_group()
    steps.add_argument("--step", metavar="STEP", help="one step, by its id or its number from 1; default: the overview")
    steps.add_argument("--steps", action="store_true", help="a slide or page for the overview and for each step")
    parser.add_argument("--scale", type=_scale, metavar="N", help="PNG only: dots a pixel, 1 to 4; default: 2")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.set_defaults(run=_export_diagram)


def _add_use_cases(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pack", nargs="?", type=Path, default=None)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to; else to the screen")
    parser.add_argument("--format", choices=FORMATS, help="default: by the ending of FILE, else md")
    parser.add_argument("--search", default="", metavar="WORDS", help="only where these words stand")
    for facet in USE_CASE_FACETS:
        parser.add_argument(f"--{facet}", type=_ids, default=[], metavar="A,B", help=f"only with this {facet}: ids")
    parser.add_argument("--sort", choices=USE_CASE_ORDERS, default=USE_CASE_ORDERS[0])
    parser.set_defaults(run=_export_use_cases)


def _ids(text: str) -> list[str]:
    return [each for each in text.split(",") if each]


def _pack(text: str) -> Path:
    path = Path(text)
    try:
        if path.exists():
            return path
    except (OSError, ValueError):
        pass
    raise argparse.ArgumentTypeError(f"there is no pack at '{text}': give a folder, or a zip of one")


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.partition("x")
    if cross and width.isdecimal() and height.isdecimal() and 320 <= int(width) <= 8000 and 240 <= int(height) <= 8000:
        return int(width), int(height)
    raise argparse.ArgumentTypeError(f"'{text}' is not a size such as 1280x800 (from 320x240 to 8000x8000)")


def _scale(text: str) -> int:
    if text in ("1", "2", "3", "4"):
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is no scale: 1, 2, 3 or 4 dots a pixel")


def _percent(text: str) -> float:
    if text.isdecimal() and 80 <= int(text) <= 200:
        return int(text) / 100
    raise argparse.ArgumentTypeError(f"'{text}' is not a number from 80 to 200")


def _validate(options: argparse.Namespace) -> int:
    from desktop.catalog.checking import check_pack

    return _report(check_pack(options.pack or shipped_pack()))


def _lint(options: argparse.Namespace) -> int:
    from desktop.catalog.checking import lint_pack

    return _report(lint_pack(options.pack or shipped_pack()))


def _report(loaded: Loaded) -> int:
    """Tell the problems on standard error; the exit code."""
    for problem in loaded.problems:
        print(problem, file=sys.stderr)
    if loaded.problems:
        count = len(loaded.problems)
        print(f"{count} problem{'s' if count > 1 else ''}", file=sys.stderr)
        return 1
    print("no problems")
    return 0


def _coverage(options: argparse.Namespace) -> int:
    from datetime import date

    from desktop.catalog.coverage import coverage_of, report
    from desktop.catalog.loader import load_pack

    loaded = load_pack(options.pack or shipped_pack())
    if loaded.catalog is None:
        for problem in loaded.problems:
            print(problem, file=sys.stderr)
        return 1
    for heading, lines in report(coverage_of(loaded.catalog, date.today())):
        print(heading)
        for line in lines:
            print(f"  {line}")
    if loaded.problems:
        print(f"The pack has {len(loaded.problems)} problems: see 'genai-vs-llm validate'", file=sys.stderr)
    return 0


def _choose(options: argparse.Namespace) -> int:
    from desktop.app import choose
    from desktop.usecases.choosing.asked import Asked

    return choose(options.pack or shipped_pack(), Asked.of(options))


def _draw_sheets(title: str, foot: str, sheets: Sequence[Sheet]) -> bytes:
    from desktop.app import draw_sheets

    return draw_sheets(title, foot, sheets)


def _schema(options: argparse.Namespace) -> int:
    from desktop.catalog.schema import schema_files, stale_schemas

    folder = options.folder or shipped_pack().parent / "schema"
    if options.check:
        stale = stale_schemas(folder)
        for name in stale:
            print(f"{folder / name}: not current; run 'genai-vs-llm schema'", file=sys.stderr)
        return 1 if stale else 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in schema_files().items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        print(f"cannot write the schemas to '{folder}': {error.strerror}", file=sys.stderr)
        return 1
    print(f"schemas written to {folder}")
    return 0


def _ending(options: argparse.Namespace, formats: Sequence[str], as_text: Sequence[str], otherwise: str) -> str | None:
    """The kind of file that is wanted; none, and told why, where it cannot be written so."""
    of_file = options.output.suffix.lstrip(".").lower() if options.output else ""
    ending: str = options.format or of_file or otherwise
    if ending not in formats:
        print(f"'.{ending}' is no format that can be written; give --format {'|'.join(formats)}", file=sys.stderr)
        return None
    if options.output is None and ending not in as_text:
        print(f"{ending} is not text; give a file with -o", file=sys.stderr)
        return None
    return ending


def _export_diagram(options: argparse.Namespace) -> int:
    from desktop.app import export_diagram
    from desktop.diagrams.taking.wanted import Wanted

    ending = _ending(options, DRAWN_FORMATS, ("svg", "md"), "svg")
    if ending is None:
        return 2
    if options.steps and ending not in _WITH_PAGES:
        print(f"{ending} has room for one step: give --step, or --format pptx or pdf", file=sys.stderr)
        return 2
    if options.scale and ending != "png":
        print(f"{ending} has no scale: leave --scale out, or give --format png", file=sys.stderr)
        return 2
    wanted = Wanted(ending, options.step, options.steps, options.scale or 2, options.theme == "dark")
    return export_diagram(options.pack or shipped_pack(), options.id, wanted, options.output)


def _export_use_cases(options: argparse.Namespace) -> int:
    from desktop.app import export_use_cases

    ending = _ending(options, FORMATS, _AS_TEXT, "md")
    if ending is None:
        return 2
    asked = {facet: getattr(options, facet) for facet in USE_CASE_FACETS}
    pack = options.pack or shipped_pack()
    return export_use_cases(pack, {"text": options.search, "sort": options.sort, **asked}, options.output, ending)


def _export_matrix(options: argparse.Namespace) -> int:
    from desktop.app import export_matrix

    ending = _ending(options, FORMATS, _AS_TEXT, "md")
    if ending is None:
        return 2
    lacking = next((each for each in options.where if not each.partition(":")[2]), None)
    if lacking is not None:
        print(f"'{lacking}' is no condition: write --where ID:CONDITION, as in maker:=OpenAI", file=sys.stderr)
        return 2
    try:
        view = options.view.read_text(encoding="utf-8") if options.view else _view_of(options)
    except (OSError, UnicodeDecodeError) as error:
        print(f"cannot read '{options.view}': {getattr(error, 'strerror', None) or error}", file=sys.stderr)
        return 1
    return export_matrix(options.pack or shipped_pack(), view, options.output, ending)


def _view_of(options: argparse.Namespace) -> str:
    """The view that the options describe, as the program copies views: JSON text."""
    import json

    where = (each.partition(":") for each in options.where)
    view = {
        "matrix": 1,
        "level": options.level or "",
        "subjects": options.subjects,
        "aspects": options.aspects,
        "search": options.search,
        "show": options.show,
        "filters": {column: condition for column, _colon, condition in where},
        "sort": options.sort,
        "transposed": options.transposed,
    }
    return json.dumps(view)


def _layout(_options: argparse.Namespace) -> int:
    from desktop.app import serve_layout

    return serve_layout()


def _render(options: argparse.Namespace) -> int:
    from desktop.app import render

    return render(options.pack or shipped_pack(), options.folder, options.theme, options.size, options.text)


def _open(options: argparse.Namespace) -> int:
    from desktop.app import run

    return run(options.pack or shipped_pack(), cache_folder())
