"""Pages as one web page that stands alone: read from top to bottom, or page by page with the keys of a talk.

Nothing is fetched and no script but the one here runs: the policy says so to the browser, by the sum over the script.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

from desktop.export.page import Look, Words, numbers_words, table_alt
from desktop.export.page_web_parts import SCRIPT, STYLE
from desktop.export.table import ExportTable, marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from desktop.export.page import Figure, Page, Part, Talk
    from desktop.export.table import ExportRow

_VARIABLE = re.compile(r"--c-([0-9a-fA-F]{6})-([0-9a-fA-F]{6})")
_TAGS = {Look.LEAD: "p class=lead", Look.HEAD: "h3", Look.TEXT: "p", Look.SMALL: "p class=small"}
_KEYS = (
    ("Next page", "→ ↓ Space Page Down Enter N"),
    ("Page before", "← ↑ Page Up Backspace P Shift+Space"),
    ("First, last page", "Home, End"),
    ("Black screen, and back", "B or ."),
    ("All pages", "O"),
    ("Notes of the speaker", "S"),
    ("Larger, smaller", "+ and −"),
    ("All pages below each other", "A"),
    ("These keys", "?"),
)


def web_bytes(talk: Talk, pages: Iterable[Page], svg_of: Callable[[Figure], str]) -> bytes:
    """The talk as HTML. `svg_of` draws a figure, its colours as variables; `pages` may stop the work by raising."""
    count = len(talk.pages)
    sections = [_section(page, (at, count), talk.origin, svg_of) for at, page in enumerate(pages, 1)]
    body = "\n".join(sections)
    style = f"{_colours(body)}\n{STYLE}"
    summed = b64encode(sha256(SCRIPT.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{summed}'; base-uri 'none'"
    return f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>{escape(talk.title)}</title>
<style>
{style}
</style>
</head>
<body>
<h1>{escape(talk.title)}</h1>
<dialog id="overview" aria-label="All pages"><ol>
{_contents(talk)}
</ol></dialog>
<main>
{body}
</main>
<dialog id="help" aria-label="Keys"><table>
<caption>Keys</caption>
{"".join(f'<tr><th scope="row">{escape(what)}</th><td>{escape(keys)}</td></tr>' for what, keys in _KEYS)}
</table></dialog>
<div id="black" hidden></div>
<p id="told" role="status" class="unseen"></p>
<script>{SCRIPT}</script>
</body>
</html>
""".encode()


def _contents(talk: Talk) -> str:
    lines = (f'<li><a href="#p{at}">{escape(page.title)}</a></li>' for at, page in enumerate(talk.pages, 1))
    return "\n".join(lines)


def _section(page: Page, number: tuple[int, int], origin: str, svg_of: Callable[[Figure], str]) -> str:
    """One page. Its head names it; its notes can be opened with or without the script."""
    at, count = number
    kind = "page title" if page.is_title else "page"
    parts = "\n".join(line for part in page.parts for line in _part(part, svg_of))
    notes = f"<details class=notes><summary>Notes</summary>{_notes(page.notes)}</details>" if page.notes else ""
    sources = numbers_words(page.numbers)
    said = " · ".join(filter(None, (sources, origin)))
    return (
        f'<section class="{kind}" id="p{at}" tabindex="-1" aria-labelledby="h{at}">\n'
        f'<h2 id="h{at}">{escape(page.title)}</h2>\n<div class=parts>\n{parts}\n</div>\n{notes}\n'
        f"<footer><span>{escape(said)}</span><span>{at} / {count}</span></footer>\n</section>"
    )


def _notes(notes: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in notes.splitlines() if line.strip())


def _part(part: Part, svg_of: Callable[[Figure], str]) -> Iterator[str]:
    if isinstance(part, Words):
        if part.look is Look.ITEM:
            yield f"<ul><li>{_broken(part.text)}</li></ul>"
        else:
            tag = _TAGS[part.look]
            yield f"<{tag}>{_broken(part.text)}</{tag.partition(' ')[0]}>"
    elif isinstance(part, ExportTable):
        yield from _table(part)
    else:
        yield f"<figure>{svg_of(part)}</figure>"


def _table(table: ExportTable) -> Iterator[str]:
    """The caption is for those who cannot see the table; what is said of it stands below for all."""
    yield f"<table>\n<caption class=unseen>{escape(table_alt(table))}</caption>\n<thead><tr>"
    yield "".join(_head(text) for text in (table.corner, *table.columns)) + "</tr></thead>\n<tbody>"
    for at, row in enumerate(table.rows):
        if row.group and at:
            yield "</tbody>\n<tbody>"
        yield _row(row, len(table.columns))
    yield "</tbody>\n</table>"
    if table.said:
        yield f"<p class=small>{_broken(' '.join(table.said))}</p>"


def _head(text: str) -> str:
    return f'<th scope="col">{_broken(text)}</th>' if text else "<td></td>"


def _row(row: ExportRow, columns: int) -> str:
    if row.group:
        return f'<tr><th scope="rowgroup" colspan="{columns + 1}">{_broken(row.head)}</th></tr>'
    cells = "".join(f"<td>{_broken(marked(cell))}</td>" for cell in row.cells)
    return f'<tr><th scope="row">{_broken(row.head)}</th>{cells}</tr>'


def _colours(body: str) -> str:
    """The variables of the figures, in the light theme and in the dark one; on paper all is light."""
    pairs = sorted(set(_VARIABLE.findall(body)))
    light, dark = (" ".join(f"--c-{pair[0]}-{pair[1]}: #{pair[at]};" for pair in pairs) for at in (0, 1))
    return f":root {{ {light} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}"


def _broken(text: str) -> str:
    return "<br>".join(escape(line) for line in text.splitlines())
