"""The table as PDF, PNG and SVG: all of it is there, nothing is fetched, and a large one still fits."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING
from unicodedata import normalize
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage, QImageWriter

from desktop.shell.handout import Heading, Paragraph, Table
from desktop.shell.table_pictures import table_blocks, table_pdf, table_png, table_svg
from desktop.shell.tokens import DARK, LIGHT
from tests.export.builders import DRINKS, HOSTILE_TABLE, group, row, table

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.export.table import ExportTable
    from desktop.shell.tokens import Tokens

SVG = "{http://www.w3.org/2000/svg}"
pytestmark = pytest.mark.usefixtures("qapp")


def test_the_blocks_hold_title_notes_table_and_works() -> None:
    assert table_blocks(DRINKS) == (
        Heading("Drinks", 1),
        Paragraph("Only differences", small=True),
        Paragraph("Small 1.0, as of 2026; exported on 22 November 2026", small=True),
        Table(
            ("Aspect", "Tea", "Coffee"),
            (("In the cup",), ("Caffeine", "some [1]", "much [1] [2]"), ("Milk", "at times", "–")),
            (0.8, 1.0, 1.0),
        ),
        Heading("References", 3),
        Paragraph("[1] Leaf, All about tea (2001)", small=True),
        Paragraph("[2] Bean, All about coffee (2002)", small=True),
    )


def test_without_works_there_is_no_list() -> None:
    assert isinstance(table_blocks(table(row("Milk", "a", "b")))[-1], Table)


# --- PNG


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_the_picture_is_in_the_colours_asked_for(tokens: Tokens) -> None:
    picture = QImage.fromData(table_png(DRINKS, tokens))
    assert picture.pixelColor(3, 3).name().upper() == tokens.surface
    found = {picture.pixelColor(x, y).name().upper() for x in range(40, 400) for y in range(40, 110)}
    assert tokens.text in found, "the title"


def test_the_picture_has_two_dots_a_pixel_and_keeps_its_size_on_paper() -> None:
    picture = QImage.fromData(table_png(DRINKS))
    assert picture.width() == 2 * (160 + 2 * 220 + 2 * 24)
    assert picture.dotsPerMeterX() == round(2 * 96 / 0.0254)


def test_the_last_line_is_in_the_picture() -> None:
    short, long = (QImage.fromData(table_png(table(row("a", "b", "c"), works=works))) for works in ((), ("Leaf",)))
    assert long.height() > short.height() + 40
    strip = long.copy(40, long.height() - 90, 200, 80)
    assert LIGHT.text in {strip.pixelColor(x, y).name().upper() for x in range(200) for y in range(80)}


def test_a_very_long_table_is_drawn_smaller_and_whole() -> None:
    picture = QImage.fromData(table_png(table(*(row(f"Row {at}", "a", "b") for at in range(900)))))
    assert 0 < picture.height() <= 32_000
    strip = picture.copy(0, picture.height() - 200, picture.width(), 200)
    assert LIGHT.text in {strip.pixelColor(x, y).name().upper() for x in range(20, 300) for y in range(200)}


def test_a_very_large_table_stays_within_what_programs_open() -> None:
    columns = tuple(f"Column {at}" for at in range(30))
    picture = QImage.fromData(table_png(table(*(row("Row", *columns) for _ in range(150)), columns=columns)))
    assert 40_000_000 < picture.width() * picture.height() < 51_000_000


def test_a_picture_that_cannot_be_made_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QImageWriter, "write", lambda _writer, _image: False)
    with pytest.raises(OSError, match=r"\w"):
        table_png(DRINKS)


# --- SVG


@pytest.mark.parametrize("made", [DRINKS, HOSTILE_TABLE])
def test_the_drawing_is_sound_xml_that_refers_to_nothing(made: ExportTable) -> None:
    data = table_svg(made)
    root = ElementTree.fromstring(data)
    assert root.tag == f"{SVG}svg"
    names = {name for each in root.iter() for name in each.attrib}
    assert not [name for name in names if name.endswith("href") or name.startswith("on")]
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        "svg", "title", "desc", "defs", "g", "rect", "path", "polyline", "text", "clipPath",
    }  # fmt: skip
    assert not re.search(rb"url\((?!#)", data)


def test_the_text_of_the_drawing_is_text_and_its_title_names_it() -> None:
    root = ElementTree.fromstring(table_svg(DRINKS))
    texts = {"".join(each.itertext()) for each in root.iter(f"{SVG}text")}
    assert {"Drinks", "Only differences", "Aspect", "In the cup", "much [1] [2]", "References"} <= texts
    assert root.findtext(f"{SVG}title") == "Drinks"
    assert (root.findtext(f"{SVG}desc") or "").splitlines() == list(DRINKS.said)


def test_a_reader_without_the_typeface_gets_one_without_serifs() -> None:
    lines = list(ElementTree.fromstring(table_svg(HOSTILE_TABLE)).iter(f"{SVG}text"))
    assert len(lines) > 20
    assert all(line.get("font-family", "").endswith(", sans-serif") for line in lines)


def test_a_line_keeps_its_width_in_any_typeface() -> None:
    made = table(row("a" * 20 + "&" * 10, "a" * 20, "<" * 10), columns=("Tea", "Coffee"))
    lines = ElementTree.fromstring(table_svg(made)).iter(f"{SVG}text")
    widths = {line.text: float(line.get("textLength", "0")) for line in lines}
    assert all(0 < width <= 600 for width in widths.values())
    assert 60 < widths["a" * 20] < 200
    assert widths["<" * 10] < widths["a" * 20], "an escaped sign is as wide as the sign"


# --- PDF


def pages_of(data: bytes) -> list[tuple[int, int]]:
    """The width and the height of each page, in whole points."""
    return [
        (round(float(box[1])), round(float(box[2])))
        for box in re.finditer(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    ]


@pytest.mark.parametrize(("columns", "width", "height"), [(3, 595, 842), (4, 842, 595), (7, 842, 595)])
def test_a_table_that_fits_is_printed_on_a4(columns: int, width: int, height: int) -> None:
    wide = table(row("Milk", *"abcdefghi"[:columns]), columns=tuple("ABCDEFGHI"[:columns]))
    assert pages_of(table_pdf(wide)) == [(width, height)]


def test_a_wider_table_gets_larger_pages_of_the_same_shape() -> None:
    columns = tuple(f"Column {at}" for at in range(15))
    (page,) = pages_of(table_pdf(table(row("Milk", *columns), columns=columns)))
    assert page == pytest.approx((2 * 842, 2 * 595), abs=1)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext, which reads a PDF, is not installed")
def test_the_text_of_the_pdf_can_be_searched(tmp_path: Path) -> None:
    rows = [group("Group"), *(row(f"Row {at}", "some words [x]", "b", works=(1,)) for at in range(80))]
    file = tmp_path / "table.pdf"
    file.write_bytes(table_pdf(table(*rows, works=("Leaf, All about tea (2001)",))))
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True, timeout=60)
    first, *others = normalize("NFKC", done.stdout.decode()).split("\f")[:-1]  # other typefaces have an 'ff'
    for words in ("Drinks", "Only differences", "Group", "some words [x] [1]"):
        assert words in first
    assert others, "a long table goes on"
    assert "Row 79" in others[-1]
    assert "[1] Leaf, All about tea (2001)" in others[-1]
    for page in (first, *others):
        assert "Aspect" in page, "each page has the heads of the columns"
        assert "exported on 22 November 2026" in page
