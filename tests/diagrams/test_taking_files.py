"""A figure as SVG, PNG and PDF: with its title, its legend and its sources, as text, and asking for nothing outside."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from unicodedata import normalize
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt
from PySide6.QtGui import QImage

from desktop.diagrams.boxes import Box
from desktop.diagrams.taking.account import account_of
from desktop.diagrams.taking.wanted import Wanted
from desktop.diagrams.ui.ink import ink_of
from desktop.diagrams.ui.taking import Figure, figure_of, work_for
from desktop.shell.tokens import DARK, LIGHT
from tests.diagrams.builders import ALL, TEA

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.catalog.entities.diagrams import Diagram
    from tests.diagrams.conftest import MakeContext

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def make_figure(make_context: MakeContext) -> Callable[[Diagram, Wanted], Figure]:
    def made(diagram: Diagram, wanted: Wanted) -> Figure:
        context = make_context()
        ink = ink_of(context.theme, context.icons, context.catalog.marks, DARK if wanted.dark else LIGHT)
        return figure_of(account_of(context.catalog, diagram, date(2026, 11, 22)), wanted, ink)

    return made


def colours_in(picture: QImage) -> set[str]:
    return {picture.pixelColor(x, y).name().upper() for x in range(picture.width()) for y in range(picture.height())}


# --- Words


def test_the_outline_tells_every_part_step_and_source(make_figure: Callable[[Diagram, Wanted], Figure]) -> None:
    text = work_for(make_figure(TEA, Wanted("md")), "md")().decode()
    for node in TEA.nodes:
        assert node.title in text
    assert "1. Boil: The kettle boils." in text
    assert "- Loop from Taste to Water: once more" in text
    assert text.splitlines()[-1].endswith("2026-11-22.")


def test_the_outline_of_a_hostile_diagram_is_text(make_figure: Callable[[Diagram, Wanted], Figure]) -> None:
    evil = "<img src=x> [link](http://evil) # head `code` * star"
    nodes = (replace(TEA.nodes[0], title=evil), *TEA.nodes[1:])
    hostile = replace(TEA, title=evil, summary=evil, outline=evil, nodes=nodes)
    text = work_for(make_figure(hostile, Wanted("md")), "md")().decode()
    kinds = {child.type for token in MarkdownIt().parse(text) for child in token.children or ()}
    assert kinds <= {"text"}
    said = " ".join(child.content for token in MarkdownIt().parse(text) for child in token.children or ())
    assert said.count(evil) >= 4


# --- SVG


@pytest.mark.parametrize("diagram", ALL, ids=lambda each: each.id)
def test_the_drawing_is_sound_xml_that_refers_to_nothing(
    diagram: Diagram, make_figure: Callable[[Diagram, Wanted], Figure]
) -> None:
    assert_sound(work_for(make_figure(diagram, Wanted("svg")), "svg")())


@pytest.mark.parametrize("id", ["family-map", "which-one", "self-attention", "history"])
def test_a_shipped_drawing_with_its_marks_and_sources_is_sound_too(
    id: str, make_context: MakeContext, make_figure: Callable[[Diagram, Wanted], Figure]
) -> None:
    figure = make_figure(make_context().catalog.diagram[id], Wanted("svg"))
    data = work_for(figure, "svg")()
    assert_sound(data)
    text = " ".join("".join(each.itertext()) for each in ElementTree.fromstring(data).iter(f"{SVG}text"))
    for source in figure.account.sources:
        assert source in " ".join(text.split())


def assert_sound(data: bytes) -> None:
    """It parses, refers to nothing outside, and every word has a typeface without serifs to fall back on."""
    root = ElementTree.fromstring(data)
    names = {name for each in root.iter() for name in each.attrib}
    assert not [name for name in names if name.endswith("href") or name.startswith("on")]
    assert not re.search(rb"url\((?!#)|<!DOCTYPE|<\?xml-stylesheet|file:", data)
    assert not re.search(rb"https?://(?!www\.w3\.org/)", data)
    assert not [each for each in root.iter() if each.tag.removeprefix(SVG) in ("image", "use", "style", "script")]
    lines = list(root.iter(f"{SVG}text"))
    assert lines
    assert all(line.get("font-family", "").endswith(", sans-serif") for line in lines)


def test_its_text_is_text_and_its_title_and_description_tell_it(
    make_figure: Callable[[Diagram, Wanted], Figure],
) -> None:
    figure = make_figure(TEA, Wanted("svg", step="brew"))
    root = ElementTree.fromstring(work_for(figure, "svg")())
    texts = {"".join(each.itertext()) for each in root.iter(f"{SVG}text")}
    assert {"Kettle", "boils", "hot", "The pot draws.", "network, learns", figure.account.origin} <= texts
    assert root.findtext(f"{SVG}title") == "A cup of tea · Step 2 of 2: Brew"
    assert "Water is boiled, leaves are added" in (root.findtext(f"{SVG}desc") or "")


# --- PNG


@pytest.mark.parametrize("scale", [1, 2, 3, 4])
def test_a_picture_has_as_many_dots_a_pixel_as_asked_for_and_keeps_its_size_on_paper(
    scale: int, make_figure: Callable[[Diagram, Wanted], Figure]
) -> None:
    figure = make_figure(TEA, Wanted("png"))
    one, many = (QImage.fromData(work_for(figure, "png", each)()) for each in (1, scale))
    assert many.width() == pytest.approx(scale * one.width(), abs=scale)
    assert many.height() == pytest.approx(scale * one.height(), abs=scale)
    assert many.dotsPerMeterX() == round(96 / 0.0254 * scale)


def test_what_the_step_is_about_is_lit(make_figure: Callable[[Diagram, Wanted], Figure]) -> None:
    calm, lit = (
        QImage.fromData(work_for(make_figure(TEA, Wanted("png", step=step)), "png", 1)()) for step in (None, "boil")
    )
    assert LIGHT.accent not in colours_in(calm)
    assert {LIGHT.accent, LIGHT.select} <= colours_in(lit)


def test_it_is_in_the_colours_asked_for(make_figure: Callable[[Diagram, Wanted], Figure]) -> None:
    picture = QImage.fromData(work_for(make_figure(TEA, Wanted("png", dark=True)), "png", 1)())
    assert picture.pixelColor(3, 3).name().upper() == DARK.surface
    assert DARK.text in colours_in(picture)
    assert LIGHT.text not in colours_in(picture)


def test_a_picture_that_would_be_too_large_is_told_in_words(make_figure: Callable[[Diagram, Wanted], Figure]) -> None:
    figure = make_figure(TEA, Wanted("png"))
    large = replace(figure, drawing=replace(figure.drawing, bounds=Box(0, 0, 9000, 5000)))
    work_for(large, "png", 1)
    with pytest.raises(ValueError, match=r"at scale 4 the picture would have 36,\d+ by 2\d,\d+ dots"):
        work_for(large, "png", 4)


# --- PDF


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext, which reads a PDF, is not installed")
def test_the_text_of_the_pdf_can_be_searched_page_by_page(
    tmp_path: Path, make_figure: Callable[[Diagram, Wanted], Figure]
) -> None:
    file = tmp_path / "tea.pdf"
    file.write_bytes(work_for(make_figure(TEA, Wanted("pdf", every_step=True)), "pdf")())
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True, timeout=60)
    pages = normalize("NFKC", done.stdout.decode()).split("\f")[:-1]
    assert len(pages) == 3
    assert all("Kettle" in page and "once more" in page and "Exported on" in page for page in pages)
    assert ["The kettle boils." in page for page in pages] == [False, True, False]


def test_the_pdf_holds_fonts_and_no_picture_and_its_page_fits(
    make_figure: Callable[[Diagram, Wanted], Figure],
) -> None:
    figure = make_figure(TEA, Wanted("pdf"))
    data = work_for(figure, "pdf")()
    assert b"/FontFile" in data
    assert b"/Subtype /Image" not in data
    (width,) = re.findall(rb"/MediaBox \[0 0 ([\d.]+) [\d.]+\]", data)
    assert float(width) == pytest.approx(0.75 * (max(640, figure.drawing.bounds.width) + 48), abs=1)
