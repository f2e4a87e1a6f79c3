"""A presentation of 16:9 slides in our look, and its bytes: the same input gives the same file.

Measures are pixels of a slide of 1280 by 720. The one layout has a title alone. The typeface is that of the theme,
Arial, which every office program has or has a match for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from pptx.presentation import Presentation
    from pptx.slide import Slide

WIDTH, HEIGHT, MARGIN = 1280, 720, 32
TITLE_BOX = (MARGIN, 14, WIDTH - 2 * MARGIN, 48)
_EMU = 9525  # a pixel: 914,400 an inch, 96 dots an inch
_POINTS = 0.75  # a pixel
_TITLE_POINTS, _LEAST_TITLE_POINTS, _TITLE_LETTERS = 24, 14, 72
_LONGEST_TITLE, _LONGEST_PROPERTY = 200, 255  # in letters
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that a zip can name
_TYPEFACE = "Arial"
_LAYOUT = "Title Only"
_LETTER = 0.53  # how wide a letter of Arial is on average, against its height


@dataclass(frozen=True, slots=True)
class DeckLook:
    """The colours of a deck as six hexadecimal digits: ground, text and the accents of its theme."""

    ground: str
    text: str
    raised: str
    muted: str
    accents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look. `size` is the height of the type in pixels."""

    text: str
    size: float
    colour: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """How words stand in their shape: the air at the left, top, right and bottom in pixels, and where they begin."""

    air: tuple[float, float, float, float] = (2, 2, 2, 2)
    across: str = "centre"  # or 'left'
    along: str = "middle"  # or 'top', 'bottom'


def emu(pixels: float) -> int:
    """Pixels in the unit of the file."""
    return round(pixels * _EMU)


def rgb(colour: str) -> Any:
    """A colour as the library wants it."""
    from pptx.dml import color

    made: Any = color.RGBColor
    return made(*bytes.fromhex(colour))


def new_deck() -> Presentation:
    """No slide yet; one layout, whose title stands at the left upper corner."""
    from pptx import Presentation as opened
    from pptx.util import Emu

    deck = opened()
    for layout in list(deck.slide_layouts):
        if layout.name != _LAYOUT:
            deck.slide_layouts.remove(layout)
    wide = emu(WIDTH) / (deck.slide_width or 1)
    deck.slide_width, deck.slide_height = Emu(emu(WIDTH)), Emu(emu(HEIGHT))
    for each in deck.slide_master.placeholders:
        each.left, each.width = Emu(round(each.left * wide)), Emu(round(each.width * wide))
    title: Any = deck.slide_master.placeholders[0]
    title.left, title.top, title.width, title.height = (Emu(emu(each)) for each in TITLE_BOX)
    (style,) = deck.slide_master.element.xpath(".//p:titleStyle/a:lvl1pPr")
    style.set("algn", "l")
    return deck


def new_slide(deck: Presentation, title: str, notes: str) -> Slide:
    """A slide with its title, and what stands in its notes; a title that is cut is whole there."""
    from pptx.util import Pt

    slide: Slide = deck.slides.add_slide(deck.slide_layouts[0])
    head: Any = slide.shapes.title
    head.text_frame.word_wrap, head.text_frame.margin_left = True, 0
    run = head.text_frame.paragraphs[0].add_run()
    run.text = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
    run.font.bold = True
    fitting = _TITLE_POINTS * min(1.0, _TITLE_LETTERS / max(1, len(title)))
    run.font.size = Pt(round(max(_LEAST_TITLE_POINTS, fitting)))
    pages: Any = slide.notes_slide.notes_text_frame
    pages.text = notes if len(title) <= _LONGEST_TITLE else f"{title}\n{notes}"
    return slide


def write_words(shape: Any, paragraphs: Sequence[Sequence[Run]], setting: Setting) -> None:
    """Words into a shape, a text box or a cell; a line break in a run is one on the slide."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Emu

    frame = shape.text_frame
    frame.word_wrap = True
    left, top, right, bottom = (Emu(emu(each)) for each in setting.air)
    frame.margin_left, frame.margin_top, frame.margin_right, frame.margin_bottom = left, top, right, bottom
    anchors = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}
    frame.vertical_anchor = anchors[setting.along]
    for at, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER if setting.across == "centre" else PP_ALIGN.LEFT
        for run in runs:
            _write_run(paragraph, run)


def _write_run(paragraph: Any, run: Run) -> None:
    from pptx.util import Centipoints

    for at, line in enumerate(run.text.split("\n")):
        if at:
            paragraph.add_line_break()
        written = paragraph.add_run()
        written.text = line
        written.font.size = Centipoints(round(100 * _POINTS * run.size))
        written.font.bold = run.bold
        written.font.color.rgb = rgb(run.colour)


def width_of(text: str, size: float) -> float:
    """How wide a line of text is, by the average width of a letter."""
    return len(text) * _LETTER * size


def lines_in(text: str, size: float, width: float) -> int:
    """How many lines a text takes, by the average width of a letter; rather one too many than one too few."""
    return sum(1 + int(len(line) * _LETTER * size // width) for line in text.split("\n"))


def deck_bytes(deck: Presentation, look: DeckLook, told: tuple[str, str], made: date) -> bytes:
    """The file in these colours. `told` is its title and what it comes from; no clock is read."""
    from datetime import datetime

    properties = deck.core_properties
    properties.title, properties.comments = (words[:_LONGEST_PROPERTY] for words in told)
    properties.author = properties.last_modified_by = properties.keywords = ""
    properties.created = properties.modified = datetime(made.year, made.month, made.day)
    properties.revision = 1
    written = BytesIO()
    deck.save(written)
    sealed = BytesIO()
    with ZipFile(written) as old, ZipFile(sealed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != "docProps/thumbnail.jpeg":
                new.writestr(ZipInfo(name, _EPOCH), _ours(name, old.read(name), look), ZIP_DEFLATED)
    return sealed.getvalue()


def _ours(name: str, data: bytes, look: DeckLook) -> bytes:
    """A part of the file without the picture of an empty deck, in our typeface and colours."""
    if name == "_rels/.rels":
        return re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", data)
    if name != "ppt/theme/theme1.xml":
        return data
    colours = {"dk1": look.text, "lt1": look.ground, "dk2": look.muted, "lt2": look.raised}
    colours |= {f"accent{at}": each for at, each in enumerate(look.accents[:6], 1)}
    text = data.decode()
    for slot, colour in colours.items():
        own = f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>'
        text = re.sub(rf"<a:{slot}>.*?</a:{slot}>", own, text, flags=re.DOTALL)
    latin = r'(<a:(?:major|minor)Font>\s*<a:latin typeface=)"[^"]*"'
    return re.sub(latin, rf'\1"{_TYPEFACE}"', text).encode()
