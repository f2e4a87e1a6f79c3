"""Tables as Markdown and HTML with numbered references. Every text is escaped: what a pack says stays text."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from desktop.export.table import REFERENCES, head_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.export.table import ExportCell, ExportRow, ExportTable

_SIGNS = re.compile(r"([\\`*_\[\]<>|&~#])")
_LINE_START = re.compile(r"^(\d*)([-+.)])")  # begins a list or is a rule

# No script runs in it and nothing is fetched, even if an escape were missing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """\
:root { color-scheme: light dark; --ground: #fff; --raised: #ebeef3; --line: #d3d8e1; --text: #1a1e27; --link: #2358c4 }
@media (prefers-color-scheme: dark) {
  :root { --ground: #1a1e25; --raised: #242a33; --line: #363e4b; --text: #e9ecf1; --link: #86b3ff }
}
body { margin: 2rem; background: var(--ground); color: var(--text); font: 1rem/1.45 system-ui, sans-serif }
table { border-collapse: collapse }
caption { padding-bottom: 1rem; text-align: left }
th, td { border: 1px solid var(--line); padding: 0.4rem 0.6rem; text-align: left; vertical-align: top }
thead th, th[scope=rowgroup] { background: var(--raised) }
a { color: var(--link) }"""


def markdown_of(table: ExportTable) -> str:
    """Title, what is said, a pipe table and the list of references."""
    blocks = [f"# {in_line(table.title)}", *map(_paragraph, table.said), _pipe_table(table)]
    if table.works:
        works = (f"{number}. {_paragraph(work)}" for number, work in enumerate(table.works, 1))
        blocks += [f"## {REFERENCES}", "\n".join(works)]
    return "\n\n".join(blocks) + "\n"


def html_of(table: ExportTable) -> str:
    """A document that stands alone: no scripts, nothing from elsewhere, light or dark as the reader's system is."""
    return f"""\
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width">
<title>{escape(table.title)}</title>
<style>
{_STYLE}
</style>
</head>
<body>
{html_fragment_of(table)}
</body>
</html>
"""


def html_fragment_of(table: ExportTable) -> str:
    """The table and its references for the clipboard; the border is for programs that get no style sheet."""
    caption = "".join(f"<br>\n<small>{_broken(line)}</small>" for line in table.said)
    lines = [
        '<table border="1">',
        f"<caption><strong>{_broken(table.title)}</strong>{caption}</caption>",
        "<thead>",
        f"<tr>{''.join(_column_head(text) for text in head_line(table))}</tr>",
        "</thead>",
        "<tbody>",
        *_body(table),
        "</tbody>",
        "</table>",
    ]
    if table.works:
        works = (f'<li id="work-{number}">{_broken(work)}</li>' for number, work in enumerate(table.works, 1))
        lines += [f"<h2>{REFERENCES}</h2>", "<ol>", *works, "</ol>"]
    return "\n".join(lines)


# --- Markdown


def _pipe_table(table: ExportTable) -> str:
    rule = ["---"] * (len(table.columns) + 1)
    rows = [map(_in_cell, head_line(table)), rule, *(_pipe_cells(table, row) for row in table.rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _pipe_cells(table: ExportTable, row: ExportRow) -> list[str]:
    head = _in_cell(row.head.strip())
    cells = [f"**{head}**" if row.group and head else head, *map(_with_marks, row.cells)]
    return cells + [""] * (len(table.columns) + 1 - len(cells))


def _with_marks(cell: ExportCell) -> str:
    return " ".join(filter(None, (_in_cell(cell.text), *(f"[{work}]" for work in cell.works))))


def _in_cell(text: str) -> str:
    return "<br>".join(_escaped(line) for line in text.splitlines())


def in_line(text: str) -> str:
    """A text within a line of Markdown: all of it is text, whatever it holds."""
    return " ".join(_escaped(line) for line in text.split())


def _paragraph(text: str) -> str:
    return _LINE_START.sub(r"\1\\\2", in_line(text), count=1)


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)


# --- HTML


def _column_head(text: str) -> str:
    return f'<th scope="col">{_broken(text)}</th>' if text else "<td></td>"


def _body(table: ExportTable) -> Iterator[str]:
    """The rows; a group row begins a body of its own, which is what it is the head of."""
    for at, row in enumerate(table.rows):
        if row.group:
            if at:
                yield "</tbody>\n<tbody>"
            yield f'<tr><th scope="rowgroup" colspan="{len(table.columns) + 1}">{_broken(row.head)}</th></tr>'
        else:
            cells = "".join(f"<td>{_broken(cell.text)}{_links(cell)}</td>" for cell in row.cells)
            yield f'<tr><th scope="row">{_broken(row.head)}</th>{cells}</tr>'


def _links(cell: ExportCell) -> str:
    return "".join(f' <sup><a href="#work-{work}">[{work}]</a></sup>' for work in cell.works)


def _broken(text: str) -> str:
    return "<br>\n".join(escape(line) for line in text.splitlines())
