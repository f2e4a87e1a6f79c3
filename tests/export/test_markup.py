"""Markdown and HTML: references are numbered, and a hostile text stays text."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from desktop.export.markup import html_fragment_of, html_of, markdown_of
from desktop.export.table import ExportRow
from tests.export.builders import DRINKS, HOSTILE, HOSTILE_TABLE, TIMES_HOSTILE, group, row, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.export.table import ExportTable

VOID = {"br", "meta"}


class Page(HTMLParser):
    """The tags with their attributes, and the text with a sign for each tag; a tag left open is an error."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(markup)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.text += "\0"
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        self.text += "\0"

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def all(self, name: str, attribute: str) -> list[str | None]:
        return [attributes.get(attribute) for tag, attributes in self.tags if tag == name]


# --- Markdown


def test_markdown_is_a_pipe_table_with_notes_above_and_references_below() -> None:
    assert (
        markdown_of(DRINKS)
        == """\
# Drinks

Only differences

Small 1.0, as of 2026; exported on 22 November 2026

| Aspect | Tea | Coffee |
| --- | --- | --- |
| **In the cup** |  |  |
| Caffeine | some [1] | much [1] [2] |
| Milk | at times | – |

## References

1. Leaf, All about tea (2001)
2. Bean, All about coffee (2002)
"""
    )


def test_without_works_there_is_no_list() -> None:
    assert "References" not in markdown_of(table(row("Milk", "a", "b")))


def test_a_hostile_text_is_read_back_from_markdown_as_text() -> None:
    page = Page(rendered(markdown_of(HOSTILE_TABLE)))
    assert page.text.count(HOSTILE) == TIMES_HOSTILE
    assert {tag for tag, _ in page.tags} == {
        "h1", "p", "table", "thead", "tr", "th", "tbody", "td", "strong", "h2", "ol", "li",
    }  # fmt: skip


def test_a_pipe_and_a_line_break_do_not_end_a_cell() -> None:
    (line,) = (each for each in markdown_of(table(row("Milk", "a | b", "c\r\nd"))).split("\n") if "Milk" in each)
    assert line == r"| Milk | a \| b | c<br>d |"


@pytest.mark.parametrize("text", ["- a", "+ a", "1. a", "2) a", "# a", "    a", "=", "---", "> a", "* a", "a\n\nb"])
def test_a_note_or_a_work_begins_nothing_new(text: str) -> None:
    page = Page(rendered(markdown_of(table(said=("Note", text), works=(text,)))))
    assert Counter(tag for tag, _ in page.tags if tag in ("p", "ol", "ul", "li", "hr", "h1", "h2", "pre")) == {
        "p": 2, "ol": 1, "li": 1, "h1": 1, "h2": 1,
    }  # fmt: skip
    assert page.text.count(" ".join(text.split())) >= 2


# --- HTML


def test_a_cell_leads_to_its_works() -> None:
    page = Page(html_of(DRINKS))
    assert page.all("a", "href") == ["#work-1", "#work-1", "#work-2"]
    assert page.all("li", "id") == ["work-1", "work-2"]
    assert Counter(tag for tag, _ in page.tags)["sup"] == 3


def test_heads_say_what_they_are_the_head_of() -> None:
    page = Page(html_of(DRINKS))
    assert page.all("th", "scope") == ["col", "col", "col", "rowgroup", "row", "row"]
    assert page.all("th", "colspan")[3] == "3"


def test_each_group_is_a_body_of_its_own() -> None:
    page = Page(html_of(table(group("A"), row("a", "x", "y"), group("B"), row("b", "x", "y"))))
    assert len(page.all("tbody", "id")) == 2


def test_title_and_notes_travel_with_the_table() -> None:
    caption = re.search("<caption>(.*)</caption>", html_fragment_of(DRINKS), re.DOTALL)
    assert caption is not None
    for text in (DRINKS.title, *DRINKS.said):
        assert text in caption[1]


def test_an_empty_corner_is_no_head() -> None:
    assert Page(html_of(table(corner=""))).all("th", "scope") == ["col", "col"]


@pytest.mark.parametrize("write", [html_of, html_fragment_of])
def test_a_hostile_text_stays_text(write: Callable[[ExportTable], str]) -> None:
    page = Page(write(HOSTILE_TABLE))
    assert page.text.count(HOSTILE) >= TIMES_HOSTILE
    assert {tag for tag, _ in page.tags} <= {
        "html", "head", "meta", "title", "style", "body", "table", "caption", "strong", "small", "br", "thead",
        "tr", "th", "tbody", "td", "sup", "a", "h2", "ol", "li",
    }  # fmt: skip


def test_the_document_fetches_nothing() -> None:
    made = html_of(DRINKS)
    page = Page(made)
    assert not re.search(r"https?:|url\(|@import", made)
    assert [name for _, attributes in page.tags for name in attributes if name in ("src", "onload", "style")] == []
    assert "default-src 'none'" in (page.all("meta", "content")[1] or "")


def test_the_document_is_light_or_dark_and_says_how_it_is_encoded() -> None:
    made = html_of(DRINKS)
    assert made.startswith("<!DOCTYPE html>")
    assert '<meta charset="utf-8">' in made
    assert "@media (prefers-color-scheme: dark)" in made


def test_the_fragment_is_inside_the_document() -> None:
    assert html_fragment_of(DRINKS) in html_of(DRINKS)


def test_a_line_break_is_kept() -> None:
    made = table(ExportRow("a\nb"), columns=())
    assert '<th scope="row">a<br>\nb</th>' in html_of(made)


def rendered(markdown: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))
