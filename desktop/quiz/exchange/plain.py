"""Texts of other programs to plain text, the only kind we show; what gets lost on the way is told."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.quiz.exchange.item import Written

MOST = 40_000  # no field of ours holds so much; what is longer is cut before it is parsed
_INLINE = frozenset((
    "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "nobr", "q", "samp", "small", "span", "strong", "time", "tt", "u", "var", "wbr", "html", "body",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "ul",
))  # fmt: skip
_APART = frozenset(("p", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl"))
_SILENT = frozenset(("script", "style", "head", "title", "template", "noscript"))
_LOST = {
    "img": "a picture", "svg": "a picture", "canvas": "a picture", "picture": "a picture", "map": "a picture",
    "table": "the lines of a table", "math": "a formula", "audio": "a recording", "video": "a film",
    "source": "a recording", "track": "a recording", "iframe": "an embedded page", "object": "an embedded object",
    "embed": "an embedded object", "input": "a form field", "select": "a form field", "textarea": "a form field",
    "button": "a form field", "form": "a form field", "sub": "a lowered letter", "sup": "a raised letter",
    "del": "words that were struck out", "s": "words that were struck out", "strike": "words that were struck out",
}  # fmt: skip
_STRANGE = frozenset(("math", "svg", "canvas", "object", "select", "audio", "video", "iframe"))  # own tags inside
_AROUND = _SILENT | _STRANGE | {"pre"}
_ROWS = frozenset(("tr", "caption", "table", "tbody", "thead", "tfoot"))
_LEAVES = {"sub": "_", "sup": "^"}
_MARKUP = re.compile(r"</?[a-zA-Z!]|&(#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w*);")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ufeff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain text, and what of the original it does not hold, in words ('a picture')."""

    text: str
    lost: tuple[str, ...] = ()


def plain(written: Written | None) -> Plain:
    """The text as plain text. HTML loses its looks; Markdown and LaTeX stay as they are written."""
    if written is None or not written.text:
        return Plain("")
    text, lost = written.text, []
    if len(text) > MOST:
        text, lost = text[:MOST], [f"all after {MOST:,} characters"]
    if written.form == "html" or (written.form == "moodle" and _MARKUP.search(text)):
        stripper = _Stripper(keeps_lines=written.form != "html")
        text = stripper.text_of(text)
        lost += stripper.lost
    return Plain(_tidy(text, lost), tuple(dict.fromkeys(lost)))


def shown(text: str) -> str:
    """Words of a file as they may stand in a message: on one line, without control characters."""
    return on_one_line(_FORBIDDEN.sub("", text))


def on_one_line(text: str) -> str:
    """The text with its line breaks as spaces."""
    return " ".join(text.split())


def _tidy(text: str, lost: list[str]) -> str:
    """No control characters, no white space at the ends of lines, at most one empty line in a row."""
    tidy = text.replace("\xa0", " ").replace("\t", "    ").replace("\u2028", "\n").replace("\u2029", "\n")
    tidy, count = _FORBIDDEN.subn("", tidy)
    if count:
        lost.append("control characters")
    tidy = "\n".join(line.rstrip() for line in tidy.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", tidy).strip()


class _Stripper(HTMLParser):
    """Keeps the words; tags of the whitelist go, others are told or stay as they are written."""

    def __init__(self, keeps_lines: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.lost: list[str] = []
        self._parts: list[str] = []
        self._keeps_lines = keeps_lines
        self._open: Counter[str] = Counter()

    def text_of(self, text: str) -> str:
        """The plain text of some HTML; as it stands where it is too broken to be read."""
        try:
            self.feed(text)
            rest = self.rawdata
            if "<" in rest and ">" not in rest:  # a sign for 'less' and no tag: some versions drop what follows it
                self.rawdata = ""
                self.handle_data(unescape(rest))
            self.close()
        except AssertionError:  # what html.parser raises at a broken declaration
            return text
        return "".join(self._parts).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if any(value is None for _name, value in attrs) and tag not in _LOST:  # '1 <b and 2>': words and no tag
            self._put(self.get_starttag_text() or "")
            return
        if tag in _AROUND:
            self._open[tag] += 1
        if tag in _LOST:
            self._lose(tag, dict(attrs))
        elif tag == "a":
            self.lost += ["a link"] if dict(attrs).get("href") else []
        elif tag in _BLOCKS:
            self._break(tag)
            self._put("- " if tag == "li" else "")
        elif tag in ("td", "th"):
            self._put(" ")
        elif not (tag in _INLINE or tag in _ROWS or tag in _SILENT or self._is_inside(_STRANGE)):
            self._put(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._leave(tag)

    def handle_endtag(self, tag: str) -> None:
        self._leave(tag)
        if tag in _APART or tag in ("div", "li", "tr", "table"):
            self._break(tag)

    def handle_data(self, data: str) -> None:
        if self._is_inside(_SILENT):
            return
        if not (self._open["pre"] or self._keeps_lines):
            data = re.sub(r"[ \t\r\n\f]+", " ", data)
            if not self._parts or self._parts[-1].endswith(("\n", " ")):
                data = data.lstrip(" ")
        self._put(data)

    def _is_inside(self, tags: frozenset[str]) -> bool:
        return any(self._open[tag] for tag in tags)

    def _leave(self, tag: str) -> None:
        self._open[tag] = max(0, self._open[tag] - 1)

    def _put(self, text: str) -> None:
        if text:
            self._parts.append(text)

    def _lose(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.lost.append(_LOST[tag])
        if tag == "img" and (attributes.get("alt") or "").strip():
            self._put(f"[{attributes['alt']}]")
        elif tag == "table":
            self._break(tag)
        else:
            self._put(_LEAVES.get(tag, ""))

    def _break(self, tag: str) -> None:
        """A new line, and an empty one before it around what stands apart; `br` makes one each time."""
        if not self._parts:
            return
        last = "".join(self._parts[-2:])
        gap = "\n\n" if tag in _APART else "\n"
        if tag == "br":
            self._put("\n")
        elif not last.endswith(gap):
            self._put("\n" if last.endswith("\n") else gap)
