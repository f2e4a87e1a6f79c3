"""Pages as a presentation: titles, text boxes, native tables and figures of native shapes, with notes and alt text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.export.fitting import (
    BODY,
    GAP,
    SIZE,
    TABLE_PAD,
    TABLE_SIZE,
    height_of,
    row_height,
    widths_of,
)
from desktop.export.page import Look, Words, numbers_words, table_alt
from desktop.export.slides import (
    MARGIN,
    WIDTH,
    Run,
    Setting,
    deck_bytes,
    emu,
    new_deck,
    new_slide,
    rgb,
    write_words,
)
from desktop.export.table import ExportTable, head_line, line_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pptx.slide import Slide

    from desktop.export.page import Figure, Page, Room, Talk
    from desktop.export.slides import DeckLook

_FOOT = (MARGIN, 682, WIDTH - 2 * MARGIN - 90, 26)
_NUMBER = (WIDTH - MARGIN - 80, 682, 80, 26)
_FOOT_SIZE, _LEAST_FOOT_LETTERS = 12.0, 190
_GRID_STYLE = "{5940675A-B579-460E-94D1-54222C63F5DA}"  # 'No Style, Table Grid'
_TITLE_SIZE, _BULLET = 48.0, "•  "


def slides_bytes(talk: Talk, pages: Iterable[Page], look: DeckLook) -> bytes:
    """The pages of a talk as a file; the same talk gives the same file. `pages` may stop the work by raising."""
    deck = new_deck()
    for at, page in enumerate(pages, 1):
        slide = new_slide(deck, page.title, page.notes)
        if page.is_title:
            _make_title(slide, page, look)
        else:
            _add_parts(slide, page, look)
        _add_foot(slide, page, (talk.origin, f"{at} / {len(talk.pages)}"), look)
    return deck_bytes(deck, look, (talk.title, talk.origin), talk.made)


def told(shape: Any, name: str, meaning: str) -> None:
    """What a shape is called in the list of shapes, and what a screen reader says of it."""
    (properties,) = shape.element.xpath("./*/p:cNvPr")
    properties.set("name", name)
    properties.set("descr", " ".join(meaning.split()))


def _make_title(slide: Slide, page: Page, look: DeckLook) -> None:
    """The title large and in the middle, what is said of it below."""
    title: Any = slide.shapes.title
    title.left, title.top, title.width, title.height = (emu(each) for each in (MARGIN * 2, 200, WIDTH - 128, 150))
    for run in title.text_frame.paragraphs[0].runs:
        run.font.size = emu(_TITLE_SIZE * min(1.0, 60 / max(1, len(page.title))))
    words = [part for part in page.parts if isinstance(part, Words)]
    if words:
        _add_words(slide, words, (MARGIN * 2.0, 360.0, WIDTH - 128.0, 280.0), look)


def _add_parts(slide: Slide, page: Page, look: DeckLook) -> None:
    """From the top down; the figure has all the room that the others leave."""
    left, top, width, height = BODY
    figures = sum(not isinstance(part, Words | ExportTable) for part in page.parts)
    others = sum(height_of(part) for part in page.parts if isinstance(part, Words | ExportTable))
    y, waiting = top, list[Words]()
    for part in page.parts:
        if isinstance(part, Words):
            waiting.append(part)
            continue
        y = _flush(slide, waiting, y, look)
        if isinstance(part, ExportTable):
            high = _add_table(slide, part, (left, y, width, top + height - y), look)
        else:
            high = (height - others) / figures
            _add_figure(slide, part, (left, y, width, high - GAP))
        y += high + GAP
    _flush(slide, waiting, y, look)


def _add_figure(slide: Slide, figure: Figure, room: Room) -> None:
    figure.put(slide, room)


def _flush(slide: Slide, waiting: list[Words], y: float, look: DeckLook) -> float:
    """The paragraphs met so far in one text box; where the next part begins."""
    if not waiting:
        return y
    high = sum(height_of(part) for part in waiting)
    _add_words(slide, waiting, (BODY[0], y, BODY[2], high), look)
    waiting.clear()
    return y + high


def _add_words(slide: Slide, words: Iterable[Words], room: Room, look: DeckLook) -> None:
    shapes: Any = slide.shapes
    box = shapes.add_textbox(*(emu(each) for each in room))
    box.name = "Text"
    paragraphs = [(_run(part, look),) for part in words]
    write_words(box, paragraphs, Setting((0, 0, 0, 0), "left", "top"))
    from pptx.util import Centipoints

    for paragraph in box.text_frame.paragraphs:
        paragraph.space_after = Centipoints(round(75 * GAP))


def _run(words: Words, look: DeckLook) -> Run:
    colour = look.muted if words.look is Look.SMALL else look.text
    text = f"{_BULLET}{words.text}" if words.look is Look.ITEM else words.text
    return Run(text, SIZE[words.look], colour, words.look is Look.HEAD)


def _add_table(slide: Slide, table: ExportTable, room: Room, look: DeckLook) -> float:
    """A native table; how high it is, with what is said below it where it goes on elsewhere."""
    widths = widths_of(table)
    lines = [head_line(table), *((row.head,) if row.group else line_of(table, row) for row in table.rows)]
    heights = [row_height(line, widths if len(line) > 1 else (room[2],)) for line in lines]
    shapes: Any = slide.shapes
    size = (room[0], room[1], sum(widths), sum(heights))
    frame = shapes.add_table(len(lines), len(widths), *(emu(each) for each in size))
    told(frame, table.title, table_alt(table))
    _shape_table(frame, widths, heights)
    for at, (line, row) in enumerate(zip(lines, [None, *table.rows], strict=True)):
        cells = frame.table.rows[at].cells
        is_head = row is None or row.group
        if row is not None and row.group:
            cells[0].merge(cells[len(widths) - 1])
        for place, (text, cell) in enumerate(zip(line, cells, strict=False)):
            _write_cell(cell, Run(text, TABLE_SIZE, look.text, is_head or place == 0), look.raised if is_head else "")
    if table.said:
        said = Words(" ".join(table.said), Look.SMALL)
        _add_words(slide, [said], (room[0], room[1] + size[3] + GAP, room[2], height_of(said)), look)
        return size[3] + GAP + height_of(said)
    return size[3]


def _shape_table(frame: Any, widths: Iterable[float], heights: Iterable[float]) -> None:
    (properties,) = frame.element.xpath(".//a:tblPr")
    properties.set("bandRow", "0")
    properties.set("firstCol", "1")
    for style in properties.xpath("./a:tableStyleId"):
        style.text = _GRID_STYLE
    for column, width in zip(frame.table.columns, widths, strict=True):
        column.width = emu(width)
    for row, height in zip(frame.table.rows, heights, strict=True):
        row.height = emu(height)


def _write_cell(cell: Any, run: Run, ground: str) -> None:
    write_words(cell, [(run,)], Setting((0, 0, 0, 0), "left", "top"))
    cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = emu(TABLE_PAD)
    if ground:
        cell.fill.solid()
        cell.fill.fore_color.rgb = rgb(ground)


def _add_foot(slide: Slide, page: Page, said: tuple[str, str], look: DeckLook) -> None:
    """The numbers of the sources and where all is from at the left, the number of the page at the right."""
    origin, number = said
    words = " · ".join(filter(None, (numbers_words(page.numbers), origin)))
    size = _FOOT_SIZE * min(1.0, _LEAST_FOOT_LETTERS / max(1, len(words)))
    shapes: Any = slide.shapes
    for name, text, room, across in (("Foot", words, _FOOT, "left"), ("Number", number, _NUMBER, "left")):
        box = shapes.add_textbox(*(emu(each) for each in room))
        box.name = name
        write_words(box, [(Run(text, size, look.muted),)], Setting((0, 0, 0, 0), across, "bottom"))
