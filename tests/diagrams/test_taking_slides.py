"""A figure as a presentation, opened again: what a person finds on the slides, and what moves with what."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from pptx import Presentation

from desktop.catalog.entities.diagrams import FlowDiagram
from desktop.diagrams.boxes import Box
from desktop.diagrams.drawing.shapes import Drawing
from desktop.diagrams.taking.account import account_of
from desktop.diagrams.taking.inks import SlideInk
from desktop.diagrams.taking.slides import pptx_of
from desktop.export.slides import HEIGHT, WIDTH, emu
from desktop.shell.tokens import DARK, LIGHT
from tests.builders import catalog
from tests.diagrams.builders import ALL, CUP, HISTORY, TEA, WARMTH, chain, figure_of, ruler

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.diagrams import Diagram
    from desktop.shell.tokens import Tokens

NEEDS_IMPRESS = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice Impress, which opens slides, is not installed"
)
TODAY = date(2026, 11, 22)
EMPTY = catalog()
SHIPPED = (
    "family-map", "gan", "vae", "three-families", "decoder-only-llm", "self-attention", "latent-diffusion",
    "training-pipeline", "combined-pipeline", "one-model-many-media", "which-one", "history",
)  # fmt: skip


def deck_bytes_of(diagram: Diagram, pack: Catalog = EMPTY, *, steps: bool = False, tokens: Tokens = LIGHT) -> bytes:
    account = account_of(pack, diagram, TODAY)
    scenes = account.scenes if steps else account.scenes[:1]
    ink = SlideInk(tokens, tokens is DARK, pack.marks)
    return pptx_of(account, scenes, figure_of(diagram, ruler), ink)


def slides_of(data: bytes) -> list[Any]:
    return list(Presentation(BytesIO(data)).slides)


def words_of(shape: Any) -> str:
    """The words of a shape in one line, without the sign of a mark."""
    return " ".join(shape.text_frame.text.split()).lstrip("◆●▲■⬟✦○⬢☻ ") if shape.has_text_frame else ""


def named(slide: Any, name: str) -> Any:
    """The one shape whose name begins so."""
    (found,) = [shape for shape in slide.shapes if shape.name.startswith(name)]
    return found


def told_of(shape: Any) -> str:
    (properties,) = shape.element.xpath("./*/p:cNvPr")
    return str(properties.get("descr") or "")


def joined(slide: Any) -> Iterator[tuple[str, str]]:
    """The names of the shapes that each line joins, from its tail to its head, along all its pieces."""
    names = {shape.shape_id: shape.name for shape in slide.shapes}
    ends = []
    for line in slide.shapes:
        found = [line.element.xpath(f".//a:{cut}/@id") for cut in ("stCxn", "endCxn")]
        if all(found):
            ends.append(tuple(names[int(each[0])] for each in found))
    ways = dict(ends)
    for begin, end in ends:
        if not begin.startswith("Bend"):
            while end.startswith("Bend"):
                end = ways[end]
            yield begin, end


# --- what is on a slide


def test_every_node_is_there_once_as_a_shape_that_holds_its_words() -> None:
    (slide,) = slides_of(deck_bytes_of(TEA))
    words = [words_of(shape) for shape in slide.shapes]
    for text in ("Water", "Kettle boils", "Leaves", "Pot", "Taste good?", "on the stove", "hot", "once more"):
        assert words.count(text) == 1, text


def test_kinds_have_the_native_shapes_of_their_kind() -> None:
    (slide,) = slides_of(deck_bytes_of(TEA))
    kinds = {name: named(slide, name).auto_shape_type.name for name in ("Kettle,", "Pot,", "Taste,")}
    assert kinds == {"Kettle,": "ROUNDED_RECTANGLE", "Pot,": "ROUNDED_RECTANGLE", "Taste,": "FLOWCHART_PREPARATION"}


def test_lines_are_glued_to_the_two_shapes_that_they_join() -> None:
    (slide,) = slides_of(deck_bytes_of(TEA))
    titles = {node.id: node.title for node in TEA.nodes}
    wanted = sorted((titles[edge.source], titles[edge.target]) for edge in TEA.edges)
    assert sorted((one.partition(",")[0], other.partition(",")[0]) for one, other in joined(slide)) == wanted


def test_kinds_of_lines_differ_in_their_dashes_and_each_has_one_head() -> None:
    (slide,) = slides_of(deck_bytes_of(TEA))
    shapes = [shape for shape in slide.shapes if shape.name != "Legend"]
    dashes = {
        kind: {dash for shape in shapes if kind in shape.name for dash in shape.element.xpath(".//a:prstDash/@val")}
        for kind in ("flow of data", "gradient", "condition", "loop")
    }
    assert dashes == {"flow of data": set(), "gradient": {"dash"}, "condition": {"sysDot"}, "loop": set()}
    assert sum(len(shape.element.xpath(".//a:tailEnd")) for shape in shapes) == len(TEA.edges)
    assert told_of(named(slide, "Sign of a loop")) == "This runs again"


def test_a_line_ends_where_the_drawing_has_its_end() -> None:
    drawing = figure_of(TEA, ruler)
    (slide,) = slides_of(deck_bytes_of(TEA))
    kettle, water = named(slide, "Kettle,"), named(slide, "Water,")
    line = named(slide, "flow of data from Water")
    wire = next(each for each in drawing.wires if each.id == "pour")
    assert (line.begin_x, line.end_x) == pytest.approx((water.left + water.width, kettle.left), abs=20_000)
    box = next(shape.box for shape in drawing.shapes if shape.id == "kettle")
    share = (wire.points[-1][1] - box.y) / box.height
    assert (line.end_y - kettle.top) / kettle.height == pytest.approx(share, abs=0.02)


@pytest.mark.parametrize("diagram", ALL, ids=lambda each: each.id)
def test_every_shape_says_what_it_is(diagram: Diagram) -> None:
    (slide,) = slides_of(deck_bytes_of(diagram))
    plain = {"Caption", "Sources"}
    silent = [
        shape.name for shape in slide.shapes
        if not shape.is_placeholder and shape.name not in plain and not told_of(shape)
    ]  # fmt: skip
    assert silent == []
    if diagram is TEA:
        assert told_of(named(slide, "Kettle,")) == "Kettle, network: boils. What kettle means."


@pytest.mark.parametrize("diagram", ALL, ids=lambda each: each.id)
def test_it_is_read_in_order_title_grounds_nodes_lines(diagram: Diagram) -> None:
    (slide,) = slides_of(deck_bytes_of(diagram))
    shapes = list(slide.shapes)
    assert shapes[0] == slide.shapes.title
    order = {name: at for at, name in enumerate(shape.name for shape in shapes)}
    drawing = figure_of(diagram, ruler)
    told = {shape.id: shape.name if shape.cells is None else shape.name.partition(",")[0] for shape in drawing.shapes}
    places = [order[told[id]] for id in drawing.order]
    assert places == sorted(places)
    assert all(order[wire.name] > max(places) for wire in drawing.wires)


@pytest.mark.parametrize("diagram", ALL, ids=lambda each: each.id)
def test_nothing_lies_beyond_the_slide(diagram: Diagram) -> None:
    for slide in slides_of(deck_bytes_of(diagram, steps=True)):
        for shape in slide.shapes:
            if not shape.element.xpath("./p:spPr/a:xfrm[@rot]"):
                assert 0 <= shape.left <= shape.left + shape.width <= emu(WIDTH), shape.name
                assert 0 <= shape.top <= shape.top + shape.height <= emu(HEIGHT), shape.name


def test_sets_and_their_examples_are_there() -> None:
    (slide,) = slides_of(deck_bytes_of(CUP))
    assert {"Drinks", "Hot drinks", "Juice", "Tea", "Coffee"} <= {words_of(shape) for shape in slide.shapes}


def test_a_timeline_has_lanes_years_and_dated_events() -> None:
    (slide,) = slides_of(deck_bytes_of(HISTORY))
    words = {words_of(shape) for shape in slide.shapes}
    assert {"Ways to brew", "Trade", "1500", "… 1610", "Tea bag 1908", "Teapot 1500-06", "Ships 1610"} <= words


def test_a_matrix_is_a_table_with_its_numbers() -> None:
    (slide,) = slides_of(deck_bytes_of(WARMTH))
    table = named(slide, "Winter").table
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows == [["", "cup", "hand"], ["cup", "1.00", "×"], ["hand", ".25", ".75"]]
    assert table.first_row
    assert table.first_col
    assert {"Winter", "Cold.", "Summer", "Warm."} <= {words_of(shape) for shape in slide.shapes}


def test_a_dark_deck_has_light_words_on_a_dark_ground() -> None:
    data = deck_bytes_of(TEA, tokens=DARK)
    theme = ZipFile(BytesIO(data)).read("ppt/theme/theme1.xml").decode()
    assert f'<a:lt1><a:srgbClr val="{DARK.surface[1:]}"/>' in theme
    (run, *_) = named(slides_of(data)[0], "Kettle,").text_frame.paragraphs[0].runs
    assert str(run.font.color.rgb) == DARK.text[1:]


def test_a_legend_names_each_kind_once_and_is_one_thing_to_move() -> None:
    (slide,) = slides_of(deck_bytes_of(TEA))
    legend = named(slide, "Legend")
    words = [shape.text_frame.text for shape in legend.shapes if shape.name.startswith("Word")]
    assert words == [
        "data", "noise", "network, learns", "operation", "decision",
        "data flows", "gradient, in the colour of what it trains", "condition", "loop, runs again",
    ]  # fmt: skip
    assert len([shape for shape in legend.shapes if shape.name.startswith("Sample")]) == len(words)
    assert told_of(legend).startswith("Legend: data, noise, ")
    assert not [shape for shape in slides_of(deck_bytes_of(WARMTH))[0].shapes if shape.name == "Legend"]


@pytest.mark.parametrize("diagram", ALL, ids=lambda each: each.id)
def test_no_two_shapes_of_a_slide_have_one_number(diagram: Diagram) -> None:
    (slide,) = slides_of(deck_bytes_of(diagram))
    numbers = slide.shapes.element.xpath("//p:cNvPr/@id")
    assert len(numbers) == len(set(numbers))


# --- steps


def test_a_slide_for_the_overview_and_for_each_step() -> None:
    slides = slides_of(deck_bytes_of(TEA, steps=True))
    assert [slide.shapes.title.text for slide in slides] == [
        "A cup of tea", "A cup of tea · Step 1 of 2: Boil", "A cup of tea · Step 2 of 2: Brew",
    ]  # fmt: skip
    assert [words_of(named(slide, "Caption")) for slide in slides] == [
        "Water becomes tea.", "The kettle boils.", "The pot draws.",
    ]  # fmt: skip


def test_what_the_step_is_about_and_no_more_is_in_the_accent_colour() -> None:
    slide = slides_of(deck_bytes_of(TEA, steps=True))[1]
    accent = LIGHT.accent[1:]
    lit = {
        shape.name.partition(":")[0] for shape in slide.shapes
        if shape.element.xpath(f"./p:spPr/a:ln/a:solidFill/a:srgbClr[@val='{accent}']")
    }  # fmt: skip
    assert lit == {"Water, noise", "Kettle, network", "flow of data from Water to Kettle"}


def test_a_lit_matrix_has_a_frame() -> None:
    calm, lit = slides_of(deck_bytes_of(WARMTH, steps=True))
    assert not [shape for shape in calm.shapes if shape.name == "Frame"]
    assert told_of(named(lit, "Frame")) == "The step is about Winter"


# --- what goes with it


def test_few_sources_stand_at_the_foot_and_many_at_the_end(shipped_catalog: Catalog) -> None:
    (slide,) = slides_of(deck_bytes_of(TEA))
    assert words_of(named(slide, "Sources")) == "Small 1.0, as of 2026. CC0-1.0. Exported on 2026-11-22."
    diagram = shipped_catalog.diagram["gan"]
    sources = account_of(shipped_catalog, diagram, TODAY).sources
    first, last = slides_of(deck_bytes_of(diagram, shipped_catalog))
    assert f"Sources [1] to [{len(sources)}]: at the end" in words_of(named(first, "Sources"))
    assert last.shapes.title.text == "Sources"
    assert named(last, "Sources").text_frame.text.splitlines() == list(sources)


def test_sources_that_fill_more_than_a_slide_go_on_the_next(shipped_catalog: Catalog) -> None:
    diagram = shipped_catalog.diagram["history"]
    _figure, *pages = slides_of(deck_bytes_of(diagram, shipped_catalog))
    assert [page.shapes.title.text for page in pages] == [
        f"Sources, {at} of {len(pages)}" for at in range(1, len(pages) + 1)
    ]
    lines = [line for page in pages for line in named(page, "Sources").text_frame.text.splitlines()]
    assert lines == list(account_of(shipped_catalog, diagram, TODAY).sources)


def test_the_notes_tell_the_figure_in_words() -> None:
    slide = slides_of(deck_bytes_of(TEA, steps=True))[1]
    notes = slide.notes_slide.notes_text_frame.text
    assert notes.startswith("The kettle boils.\nWater is boiled, leaves are added")
    assert "  Kettle, network: boils (in 'on the stove'): What kettle means." in notes
    assert "Exported on 2026-11-22." in notes


def test_words_too_long_for_the_slide_are_whole_in_the_notes() -> None:
    long = FlowDiagram(
        type="flow", id="long", title="Long " * 60, summary="word " * 600, outline="O.", nodes=TEA.nodes[:1]
    )
    (slide,) = slides_of(deck_bytes_of(long))
    caption = named(slide, "Caption").text_frame.text
    assert caption.endswith("…")
    assert len(caption) < 800
    assert slide.shapes.title.text.endswith("Long…")
    notes = slide.notes_slide.notes_text_frame.text
    assert ("Long " * 60).strip() in notes
    assert ("word " * 600).strip() in notes


def test_marks_and_persons_have_their_sign_before_the_name(shipped_catalog: Catalog) -> None:
    slide = slides_of(deck_bytes_of(shipped_catalog.diagram["which-one"], shipped_catalog))[0]
    assert named(slide, "Human review, person").text_frame.text.startswith("☻ Human review")
    llm = named(slide, "LLM with retrieval").text_frame
    assert llm.text.startswith("● LLM with retrieval")
    marks = shipped_catalog.marks
    assert str(llm.paragraphs[0].runs[0].font.color.rgb) in {each.light[1:].upper() for each in marks.values()}


# --- the file


def test_nothing_of_the_library_is_loaded_before_it_is_needed() -> None:
    code = "import sys, desktop.diagrams.ui.widget; assert not {'pptx', 'lxml', 'PIL'} & set(sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_same_figure_gives_the_same_file() -> None:
    data = deck_bytes_of(TEA, steps=True)
    assert data == deck_bytes_of(TEA, steps=True)
    with ZipFile(BytesIO(data)) as file:
        assert {each.date_time for each in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "docProps/thumbnail.jpeg" not in file.namelist()
    properties = Presentation(BytesIO(data)).core_properties
    assert (properties.title, properties.created.date()) == ("A cup of tea", TODAY)
    assert properties.author == ""


def test_slides_are_wide_and_have_one_layout() -> None:
    deck = Presentation(BytesIO(deck_bytes_of(TEA)))
    assert (deck.slide_width, deck.slide_height) == (emu(1280), emu(720))
    assert [layout.name for layout in deck.slide_layouts] == ["Title Only"]


def test_a_figure_that_nobody_could_read_on_a_slide_is_told_in_words() -> None:
    with pytest.raises(ValueError, match=r"too much for a slide; SVG and PDF have room"):
        deck_bytes_of(chain(300))


def test_a_figure_of_no_extent_has_a_slide_all_the_same() -> None:
    account = account_of(EMPTY, TEA, TODAY)
    empty = Drawing(Box(0, 0, 0, 0), ())
    (slide,) = slides_of(pptx_of(account, account.scenes[:1], empty, SlideInk(LIGHT, False, {})))
    assert slide.shapes.title.text == "A cup of tea"


@pytest.mark.parametrize("id", SHIPPED)
def test_a_shipped_figure_is_whole(id: str, shipped_catalog: Catalog) -> None:
    diagram = shipped_catalog.diagram[id]
    drawing = figure_of(diagram, ruler)
    slide = slides_of(deck_bytes_of(diagram, shipped_catalog))[0]
    words = [words_of(shape) for shape in slide.shapes]
    for shape in drawing.shapes:
        if shape.cells is None:
            text = " ".join(" ".join(writing.lines) for writing in shape.writings)
            assert words.count(" ".join(text.split())) >= 1, text
    assert len(list(joined(slide))) == len(drawing.wires)


def test_the_list_of_shipped_figures_is_whole(shipped_catalog: Catalog) -> None:
    assert set(SHIPPED) == set(shipped_catalog.diagram)


def converted(folder: Path, data: bytes, ending: str) -> bytes:
    """What Impress makes of a deck: 'deck.pdf', or its own kind of file."""
    (folder / "deck.pptx").write_bytes(data)
    convert = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", ending]
    subprocess.run([*convert, "deck.pptx"], cwd=folder, check=True, timeout=240, capture_output=True)
    return (folder / f"deck.{ending}").read_bytes()


@NEEDS_IMPRESS
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext, which reads a PDF, is not installed")
def test_impress_opens_it_and_shows_every_word(tmp_path: Path, shipped_catalog: Catalog) -> None:
    diagram = shipped_catalog.diagram["gan"]
    converted(tmp_path, deck_bytes_of(diagram, shipped_catalog, steps=True), "pdf")
    done = subprocess.run(["pdftotext", "deck.pdf", "-"], cwd=tmp_path, check=True, timeout=60, capture_output=True)
    pages = done.stdout.decode().split("\f")[:-1]
    assert len(pages) == len(diagram.steps) + 2
    assert isinstance(diagram, FlowDiagram)
    for page in pages[:-1]:
        text = " ".join(page.split())
        for node in diagram.nodes:
            assert node.title in text
    assert pages[-1].startswith("Sources")


@NEEDS_IMPRESS
def test_impress_has_shapes_with_their_words_and_lines_that_hold_on_to_them(tmp_path: Path) -> None:
    page = converted(tmp_path, deck_bytes_of(TEA), "fodp").decode()
    lines = re.findall(r"<draw:connector [^>]*>", page)
    assert len([line for line in lines if "draw:start-shape" in line and "draw:end-shape" in line]) >= len(TEA.edges)
    shapes = re.findall(r"<draw:custom-shape .*?</draw:custom-shape>", page, re.DOTALL)
    for node in TEA.nodes:
        assert len([shape for shape in shapes if f">{node.title}<" in shape]) == 1
