"""Where the articles agree, as a heat map: aspects down, articles across; each field tells by sign, word and ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop.catalog.refs import AspectRef, SourceRef
from desktop.matrix.pictures.agreement import Stance, spoken_field
from desktop.shell.widgets.pictures.sketch import BOLD, MIDDLE, MUTED, blended, square

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor

    from desktop.matrix.pictures.agreement import Agreement, Field
    from desktop.shell.widgets.pictures.drawing import Drawing
    from desktop.shell.widgets.pictures.sketch import Sketch

MOST_FIELDS, MOST_SOURCES = 1_500, 40
_NAME, _LEAST, _WIDEST, _ROW, _GAP = 180, 48, 190, 30, 4
_STRONG = 0.22  # how much of the colour of disagreement its ground has: enough to see, little enough to read on
_LEGEND = (
    (Stance.SAYS, "speaks of it, in so many claims"),
    (Stance.CONTRADICTS, "contradicts another article, in so many of its claims"),
    (Stance.SILENT, "silent"),
)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The room for names of aspects, and the width of a field with the gap after it."""

    name: float
    field: float

    def left(self, at: int) -> float:
        return self.name + at * self.field


def heat_left_out(agreement: Agreement) -> str:
    """What is left out because it would be too many fields to read, in words."""
    rows, sources = _shown(agreement)
    if rows == len(agreement.rows) and sources == len(agreement.sources):
        return ""
    return (
        f"Only the first {rows} of {len(agreement.rows)} aspects and the first {sources} of "
        f"{len(agreement.sources)} articles are shown."
    )


def draw_heat(sketch: Sketch, agreement: Agreement, top: float) -> Drawing:
    """The map from `top` down; the names of the articles stay in sight."""
    rows, sources = _shown(agreement)
    if not sketch.is_low:
        top = _draw_legend(sketch, top) + sketch.px(8)
    columns = _columns(sketch, agreement, sources)
    y = _draw_heads(sketch, agreement, columns, top, sources)
    head = (top, y)
    form = _form(sketch, agreement, columns)
    for at, row in enumerate(agreement.rows[:rows]):
        room = columns.name - sketch.px(12)
        high = max(sketch.px(_ROW), sketch.height_of(row.aspect.title, room) + sketch.px(6))
        place = QRectF(0, y, room, high)
        sketch.write_middle(row.aspect.title, place)
        name = f"{row.aspect.title}: {row.aspect.question}"
        sketch.spot(place, AspectRef(row.aspect.id), name, (at + 1, -1))
        for column, field in enumerate(row.fields[:sources]):
            place = QRectF(columns.left(column), y, columns.field - _GAP, high)
            _draw_field(sketch, field, place, form(field))
            spoken = spoken_field(sketch.context.catalog, row.aspect, agreement.sources[column], field)
            sketch.spot(place, field.ref(row.aspect.id), spoken, (at + 1, column))
        y += high + _GAP
    if sketch.is_low:
        y = _draw_legend(sketch, y + sketch.px(8))
    return sketch.finished(y + sketch.px(4), columns.left(sources), head)


def field_ground(sketch: Sketch, stance: Stance) -> QColor:
    """The ground of a field. The three differ in lightness and outline too, for eyes that see fewer colours."""
    surface = sketch.theme.colour("surface")
    if stance is Stance.SILENT:
        return surface
    if stance is Stance.SAYS:
        return sketch.theme.colour("select")
    return blended(surface, sketch.theme.colour("contested"), _STRONG)


def _shown(agreement: Agreement) -> tuple[int, int]:
    """How many rows and articles are drawn."""
    sources = min(MOST_SOURCES, len(agreement.sources))
    return min(len(agreement.rows), max(1, MOST_FIELDS // max(1, sources))), sources


def _columns(sketch: Sketch, agreement: Agreement, sources: int) -> _Columns:
    words = {word for row in agreement.rows for word in row.aspect.title.split()}
    longest = sketch.width_of(max(words, key=len, default="")) + sketch.px(14)
    least = max(
        sketch.px(_LEAST), max(_width(sketch, each) for row in agreement.rows for each in map(_short, row.fields))
    )
    wished = max(longest, sketch.px(_NAME)) if sketch.width > sketch.px(600) else max(longest, sketch.px(110))
    name = max(sketch.px(90), min(wished, max(sketch.width * 0.45, sketch.width - sources * (least + _GAP))))
    field = min(sketch.px(_WIDEST), max(least + _GAP, (sketch.width - name) / max(1, sources)))
    return _Columns(name, field)


def _short(field: Field) -> str:
    return "–" if field.stance is Stance.SILENT else f"{len(field.disputed or field.claims):,}"


def _middling(field: Field) -> str:
    if field.stance is Stance.CONTRADICTS:
        return f"{len(field.disputed):,} of {len(field.claims):,}"
    return _short(field)


def _long(field: Field) -> str:
    if field.stance is Stance.SILENT:
        return "silent"
    return f"{field.stance.value} {_middling(field)}"


def _form(sketch: Sketch, agreement: Agreement, columns: _Columns) -> Callable[[Field], str]:
    """The longest words that fit into all fields."""
    fields = [field for row in agreement.rows for field in row.fields]
    for form in (_long, _middling):
        if all(_width(sketch, form(field)) <= columns.field - _GAP for field in fields):
            return form
    return _short


def _width(sketch: Sketch, words: str) -> float:
    """What a sign with words needs."""
    return sketch.width_of(words) + sketch.px(14 + 5 + 12)


def _draw_field(sketch: Sketch, field: Field, place: QRectF, words: str) -> None:
    _draw_ground(sketch, field.stance, place)
    if field.stance is Stance.SILENT:
        sketch.write_middle(words, place, MUTED, MIDDLE)
        return
    sign, gap = sketch.px(14), sketch.px(5)
    left = place.center().x() - (sign + gap + sketch.width_of(words)) / 2
    _draw_sign(sketch, field.stance, square(left + sign / 2, place.center().y(), sign))
    text = QRectF(left + sign + gap, place.y(), sketch.width_of(words), place.height())
    sketch.write_middle(words, text)


def _draw_ground(sketch: Sketch, stance: Stance, place: QRectF) -> None:
    line = {Stance.SILENT: "line", Stance.SAYS: None, Stance.CONTRADICTS: "contested"}[stance]
    sketch.box(place, field_ground(sketch, stance), line, stance is Stance.SILENT)


def _draw_sign(sketch: Sketch, stance: Stance, place: QRectF) -> None:
    if stance is Stance.CONTRADICTS:
        sketch.sign("sign-contested", place, "contested")
    elif stance is Stance.SAYS:
        sketch.sign("sign-note", place, "accent")


def _draw_legend(sketch: Sketch, top: float) -> float:
    """What the three grounds and signs mean, in as many rows as they need; where it ends."""
    lead, wide, high = sketch.px(32), sketch.px(24), sketch.px(18)
    places, bottom = sketch.flow([words for _stance, words in _LEGEND], lead, top, MUTED)
    for (stance, words), place in zip(_LEGEND, places, strict=True):
        swatch = QRectF(place.x(), place.center().y() - high / 2, wide, high)
        _draw_ground(sketch, stance, swatch)
        if stance is Stance.SILENT:
            sketch.write_middle("–", swatch, MUTED, MIDDLE)
        _draw_sign(sketch, stance, square(swatch.center().x(), swatch.center().y(), sketch.px(14)))
        sketch.write_middle(words, place.adjusted(lead, 0, 0, 0), MUTED)
    return bottom


def _draw_heads(sketch: Sketch, agreement: Agreement, columns: _Columns, top: float, sources: int) -> float:
    """The names of the articles; where they end."""
    shorts = [each.short for each in agreement.sources[:sources]]
    tall = max(sketch.height_of(each, columns.field - _GAP, BOLD) for each in shorts)
    high = max(sketch.px(24), tall) + sketch.px(6)
    for at, source in enumerate(agreement.sources[:sources]):
        place = QRectF(columns.left(at), top, columns.field - _GAP, high)
        sketch.write_middle(source.short, place, BOLD, MIDDLE)
        sketch.spot(place, SourceRef(source.id), f"{source.short}: {source.title}.", (0, at))
    return top + high
