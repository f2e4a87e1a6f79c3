"""Talks as files: as many pages as the talk has, words to search, notes, alt text, and nothing half-written."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from threading import Thread
from typing import TYPE_CHECKING, Any
from unicodedata import normalize
from xml.etree import ElementTree

import pytest
from pptx import Presentation

from desktop.catalog.entities.talks import Deck, Stop
from desktop.catalog.refs import parse_ref
from desktop.presentation.taking.file import Watch, file_of, write
from desktop.presentation.taking.pages import talk_of
from tests.presentation.taking.browser import CHROMIUM, Browser

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.presentation.taking.pages import Taken
    from tests.presentation.taking.conftest import Take

DECKS = ("ten-minutes", "one-lecture", "workshop")
ENDINGS = ("pptx", "pdf", "html")
NEEDS_PDFTOTEXT = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext, which reads a PDF, is not installed"
)
NEEDS_IMPRESS = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice Impress, which opens slides, is not installed"
)
NEEDS_CHROMIUM = pytest.mark.skipif(CHROMIUM is None, reason="Chromium, which opens web pages, is not installed")
EVIL = "<script>alert(1)</script> <img src=http://evil.example/x> & \"quoted\" 'it' </section>"


def titles_of(taken: Taken) -> list[str]:
    return [page.title for page in talk_of(taken, taken.deck.stops).pages]


def text_of(folder: Path, pdf: bytes) -> list[str]:
    """The words of a PDF page by page, in one line each."""
    (folder / "talk.pdf").write_bytes(pdf)
    done = subprocess.run(["pdftotext", "talk.pdf", "-"], cwd=folder, check=True, timeout=60, capture_output=True)
    return [" ".join(page.split()) for page in normalize("NFKC", done.stdout.decode()).split("\f")[:-1]]


def evil_deck() -> Deck:
    stops = (
        Stop(id="a", title=EVIL, text=EVIL, notes=EVIL),
        Stop(id="b", title=EVIL, ref=parse_ref("cell:generators/scope"), notes=EVIL),
    )
    return Deck(id="evil", title=EVIL, summary=EVIL, stops=stops)


# --- all formats


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_talk_gives_the_same_slides_and_web_page(ending: str, take: Take) -> None:
    one, other = (file_of(take("workshop"), ending) for _ in range(2))
    if ending == "pdf":  # Qt writes the time and an id of its own into it
        one, other = (re.sub(rb"/(CreationDate|ModDate) \([^)]*\)|/ID \[.*?\]|uuid:[-0-9a-f]+|<xmp:.*?>.*?<", b"", each, flags=re.DOTALL) for each in (one, other))  # fmt: skip # noqa: E501
        assert len(one) == len(other)
        return
    assert one == other


@pytest.mark.parametrize("ending", ENDINGS)
def test_progress_is_told_up_to_the_end_and_never_falls(ending: str, take: Take, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    file = tmp_path / f"talk.{ending}"
    assert write(file, take("ten-minutes"), ending, watch=Watch(lambda: True, lambda *each: heard.append(each)))
    shares = [done / total for done, total in heard]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == 1
    assert len(heard) > 12


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("after", [0, 3, 9, 17])
def test_what_is_given_up_leaves_what_was_there(ending: str, after: int, take: Take, tmp_path: Path) -> None:
    file = tmp_path / f"talk.{ending}"
    file.write_bytes(b"before")
    heard: list[int] = []
    watch = Watch(lambda: len(heard) < after, lambda done, _total: heard.append(done))
    assert not write(file, take("ten-minutes"), ending, watch=watch)
    assert file.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_may_be_made_in_another_thread(ending: str, take: Take, tmp_path: Path) -> None:
    taken, done = take("one-lecture"), list[bool]()
    file = tmp_path / f"talk.{ending}"
    thread = Thread(target=lambda: done.append(write(file, taken, ending)))
    thread.start()
    thread.join(120)
    assert done == [True]
    if ending != "pdf":
        assert file.read_bytes() == file_of(taken, ending)


# --- PDF


@NEEDS_PDFTOTEXT
@pytest.mark.parametrize("id", DECKS)
@pytest.mark.parametrize("every_step", [False, True])
def test_the_pdf_has_a_page_for_each_and_its_words_can_be_searched(
    id: str, every_step: bool, take: Take, tmp_path: Path
) -> None:
    taken = take(id, every_step=every_step)
    titles = titles_of(taken)
    pages = text_of(tmp_path, file_of(taken, "pdf"))
    assert len(pages) == len(titles)
    for at, (page, title) in enumerate(zip(pages, titles, strict=True), 1):
        assert " ".join(title.split()) in page
        assert f"{at} / {len(titles)}" in page


def test_the_pdf_is_wide_and_holds_fonts_and_no_picture(take: Take) -> None:
    data = file_of(take("one-lecture"), "pdf")
    assert set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)) == {(b"960.000000", b"540.000000")}
    assert b"/FontFile" in data
    assert b"/Subtype /Image" not in data


@NEEDS_PDFTOTEXT
def test_the_handout_has_the_notes_below_each_page_and_goes_on_where_they_are_long(take: Take, tmp_path: Path) -> None:
    long = Deck(id="own", title="Own", summary="Own", stops=(Stop(id="a", title="Long", notes="word " * 2500),))
    pages = text_of(tmp_path, file_of(take(long), "pdf", notes=True))
    assert len(pages) > 2
    assert sum(page.split().count("word") for page in pages) == 2500
    taken = take("ten-minutes")
    pages = text_of(tmp_path, file_of(taken, "pdf", notes=True))
    assert len(pages) == len(titles_of(taken))
    for page, stop in zip(pages, taken.deck.stops, strict=False):
        assert " ".join((stop.notes or "").split()) in page


# --- PPTX


def slides_in(data: bytes) -> list[Any]:
    return list(Presentation(BytesIO(data)).slides)


def descriptions_of(slide: Any) -> list[str]:
    """What is said of figures and tables."""
    shapes = (each for each in slide.shapes if each.has_table or each.shape_type == 6)
    return [str(each.element.xpath("./*/p:cNvPr")[0].get("descr") or "") for each in shapes]


@pytest.mark.parametrize("id", DECKS)
def test_slides_have_titles_notes_and_alt_text(id: str, take: Take) -> None:
    taken = take(id)
    slides = slides_in(file_of(taken, "pptx"))
    assert [slide.shapes.title.text for slide in slides] == titles_of(taken)
    notes = [slide.notes_slide.notes_text_frame.text for slide in slides]
    assert [each for each in notes if each] == [stop.notes for stop in taken.deck.stops]
    told = [each for slide in slides for each in descriptions_of(slide)]
    assert len(told) >= len([stop for stop in taken.deck.stops if stop.ref])
    assert all(told)


def test_the_matrix_is_a_native_table_and_a_figure_is_native_shapes(take: Take) -> None:
    slides = slides_in(file_of(take("ten-minutes"), "pptx"))
    (table,) = [shape.table for shape in slides[2].shapes if shape.has_table]
    assert table.cell(0, 0).text == "Aspect"
    assert "Every medium" in table.cell(2, 1).text
    figure = next(shape for shape in slides[1].shapes if shape.name == "Figure")
    assert "ChatGPT" in " ".join(each.text_frame.text for each in figure.shapes if each.has_text_frame)
    assert not [shape for slide in slides for shape in slide.shapes if shape.shape_type == 13]


def test_nothing_on_a_slide_stands_beyond_its_edges(take: Take) -> None:
    for id in DECKS:
        deck = Presentation(BytesIO(file_of(take(id), "pptx")))
        for slide in deck.slides:
            for shape in slide.shapes:
                assert shape.left >= 0
                assert shape.top >= 0
                assert shape.top + shape.height <= (deck.slide_height or 0)


@NEEDS_IMPRESS
@NEEDS_PDFTOTEXT
@pytest.mark.parametrize("id", DECKS)
def test_impress_opens_the_slides_and_shows_them_all(id: str, take: Take, tmp_path: Path) -> None:
    taken = take(id)
    (tmp_path / "talk.pptx").write_bytes(file_of(taken, "pptx"))
    convert = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*convert, "talk.pptx"], cwd=tmp_path, check=True, timeout=240, capture_output=True)
    pages = text_of(tmp_path, (tmp_path / "talk.pdf").read_bytes())
    titles = titles_of(taken)
    assert len(pages) == len(titles)
    for page, title in zip(pages, titles, strict=True):
        assert " ".join(title.split()) in page


# --- HTML


class Page(HTMLParser):
    """What a web page consists of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))


@pytest.mark.parametrize("id", DECKS)
def test_the_web_page_stands_alone(id: str, take: Take) -> None:
    taken = take(id)
    text = file_of(taken, "html").decode()
    page = Page(text)
    names = [tag for tag, _ in page.tags]
    assert names.count("section") == len(titles_of(taken))
    assert not {"link", "img", "image", "iframe", "object", "use", "style/"} & set(names)
    for _tag, attributes in page.tags:
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert name not in ("src", "style", "srcset")
            assert not name.endswith("href") or value.startswith("#")
    assert set(re.findall(r"https?://[^\"'<> ]*", text)) <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}  # fmt: skip # noqa: E501
    assert not re.search(r"url\((?!#)|@import|fetch\(|XMLHttp", text)
    (policy,) = [each["content"] for tag, each in page.tags if each.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")


def test_the_web_page_is_sound_for_a_screen_reader(take: Take) -> None:
    page = Page(file_of(take("ten-minutes"), "html").decode())
    assert page.tags[0] == ("html", {"lang": "en"})
    ids = [attributes["id"] for _tag, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in page.tags:
        if tag == "svg":
            assert attributes["role"] == "img"
            assert len(attributes["aria-label"]) > 40
        if tag == "th":
            assert attributes["scope"] in ("col", "row", "rowgroup")
        if tag == "section":
            assert attributes["aria-labelledby"] in ids


def test_figures_follow_the_theme_of_the_reader(take: Take) -> None:
    text = file_of(take("ten-minutes"), "html").decode()
    used = set(re.findall(r"var\((--c-\w{6}-\w{6})\)", text))
    assert len(used) > 5
    for name in used:
        light, dark = name.split("-")[-2:]
        assert f"{name}: #{light};" in text
        assert f"{name}: #{dark};" in text
    for svg in re.findall(r"<svg .*?</svg>", text, re.DOTALL):
        ElementTree.fromstring(svg)


def test_what_a_deck_says_stays_text(take: Take) -> None:
    taken = take(evil_deck())
    text = file_of(taken, "html").decode()
    assert text.count("<script>") == 1
    assert "<img" not in text
    assert [tag for tag, _ in Page(text).tags].count("section") == len(titles_of(taken))
    slides = slides_in(file_of(taken, "pptx"))
    assert slides[0].shapes.title.text == EVIL
    assert slides[0].notes_slide.notes_text_frame.text == EVIL


@NEEDS_CHROMIUM
def test_a_browser_without_a_network_pages_through_it_by_key(take: Take, tmp_path: Path) -> None:
    taken = take("ten-minutes")
    titles = titles_of(taken)
    file = tmp_path / "talk.html"
    file.write_bytes(file_of(taken, "html"))
    with Browser(file, tmp_path / "profile") as browser:
        seen = [browser.page]
        for key in ("ArrowRight", "PageDown", " ", "n", "Enter", *["ArrowRight"] * (len(titles) - 6)):
            browser.press(key)
            seen.append(browser.page)
        assert seen == titles
        for key, at in (("ArrowRight", -1), ("ArrowLeft", -2), ("PageUp", -3), ("Home", 0), ("p", 0), ("End", -1)):
            browser.press(key)
            assert browser.page == titles[at], key
        browser.press("b")
        assert browser.value("document.getElementById('black').hidden") is False
        browser.press("Home")
        assert browser.value("document.getElementById('black').hidden") is True
        assert browser.page == titles[-1]
        for key, id in (("o", "overview"), ("?", "help")):
            browser.press(key)
            assert browser.value(f"document.getElementById('{id}').open") is True
            browser.press(key)
            assert browser.value(f"document.getElementById('{id}').open") is False
        browser.press("Home")
        browser.press("s")
        assert browser.value("document.querySelector('.on .notes').open") is True
        browser.press("a")
        assert browser.page == " | ".join(titles)
        assert browser.asked == [file.as_uri()]
        assert browser.complaints == []


@NEEDS_CHROMIUM
@pytest.mark.parametrize("id", DECKS)
def test_no_page_of_a_shipped_deck_is_cut_in_a_window_of_usual_size(id: str, take: Take, tmp_path: Path) -> None:
    file = tmp_path / "talk.html"
    file.write_bytes(file_of(take(id), "html"))
    with Browser(file, tmp_path / "profile", dark=True) as browser:
        gone = "Math.max(page.scrollWidth - page.clientWidth, page.scrollHeight - page.clientHeight)"
        over = f"(page => {gone})(document.querySelector('.on'))"
        for _ in range(browser.value("document.querySelectorAll('.page').length")):
            assert browser.value(over) <= 1, browser.page
            browser.press("ArrowRight")
        assert browser.value("getComputedStyle(document.body).backgroundColor") == "rgb(26, 30, 37)"
        assert browser.complaints == []


@NEEDS_CHROMIUM
@NEEDS_PDFTOTEXT
@pytest.mark.parametrize("id", DECKS)
def test_it_prints_a_stop_on_each_page(id: str, take: Take, tmp_path: Path) -> None:
    taken = take(id)
    (tmp_path / "talk.html").write_bytes(file_of(taken, "html"))
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"]
    printing = ["--no-pdf-header-footer", f"--print-to-pdf={tmp_path}/print.pdf", f"file://{tmp_path}/talk.html"]
    subprocess.run([*command, *printing], check=True, timeout=120, capture_output=True)
    pages = text_of(tmp_path, (tmp_path / "print.pdf").read_bytes())
    assert len(pages) == len(titles_of(taken))


def test_a_talk_whose_pack_is_hostile_is_written(take: Take) -> None:
    taken = take("ten-minutes")
    pack = replace(taken.catalog.pack, title=EVIL, licence=EVIL)
    hostile = replace(taken, catalog=replace(taken.catalog, pack=pack))
    assert file_of(hostile, "html").decode().count("<script>") == 1
