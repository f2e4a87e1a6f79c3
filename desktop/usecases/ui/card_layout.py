"""How a card is set: texts broken into lines at a width, hits marked, nothing cut at any text size."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPixmap, QTextLayout, QTextOption

from desktop.shell.theme import TypeSize
from desktop.shell.widgets.hits import mark_hits

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

    from desktop.catalog.filters import Query
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme
    from desktop.usecases.card import Card

PAD = 12
GAP = 10
TICK = 16


@dataclass(slots=True)
class Lines:
    """A text broken into lines: where it stands, what it takes, and its colour."""

    layout: QTextLayout
    at: QPointF
    width: float
    height: float
    last: float  # width of the last line
    colour: QColor


@dataclass(slots=True)
class SetCard:
    """A card that is ready to be painted, relative to its top left corner."""

    inner: float
    query: Query
    height: float
    texts: list[Lines] = field(default_factory=list)
    pictures: list[tuple[QPixmap, QPointF]] = field(default_factory=list)
    pill: QRectF = field(default_factory=QRectF)

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint texts and signs; the grounds are the painter's."""
        for pixmap, place in self.pictures:
            painter.drawPixmap(at + place, pixmap)
        for text in self.texts:
            painter.setPen(text.colour)
            text.layout.draw(painter, at + text.at)


class CardSetter:
    """Sets cards for the theme in force."""

    def __init__(self, theme: Theme, icons: Icons, *, ticks: bool = True) -> None:
        self._theme = theme
        self._icons = icons
        self._ticks = ticks

    def set_card(self, card: Card, width: float) -> SetCard:
        """The card at this outer width."""
        pad = self._theme.px(PAD)
        done = SetCard(max(40.0, width - 2 * pad), card.query, pad)
        self._set_head(done, card)
        self._add(done, card.does, TypeSize.TEXT)
        if card.filed:
            self._set_filed(done, card)
        self._add(done, card.risk)
        self._add(done, card.elsewhere)
        done.height += pad - self._theme.px(4)
        return done

    def _set_head(self, done: SetCard, card: Card) -> None:
        """Room for the tick; title, kind and pill on one line where they fit, else on lines of their own."""
        px, pad, top = self._theme.px, self._theme.px(PAD), done.height
        tick = px(TICK) + px(10) if self._ticks else 0
        title = self._broken(card.title, TypeSize.TITLE, done.inner - tick, done.query)
        title.at = QPointF(pad + tick, top)
        kind = self._broken(card.kind, TypeSize.TEXT, done.inner - len(card.marks) * px(16), done.query)
        if len(card.marks) == 1:
            kind.colour = self._theme.mark_colour(card.marks[0])
        marks = len(card.marks) * px(16) + px(2)
        x, y = tick + title.last + px(10), top + title.height - px(20)
        if x + marks + kind.width > done.inner:
            x, y = 0.0, y + px(22)
        self._set_kind(done, card, kind, QPointF(pad + x, y))
        done.texts += [title, kind]
        self._set_pill(done, card, x + marks + kind.width + px(12), y + kind.height - px(20))

    def _set_kind(self, done: SetCard, card: Card, kind: Lines, at: QPointF) -> None:
        px = self._theme.px
        for place, mark in enumerate(card.marks):
            done.pictures.append((self._icons.mark(mark, px(14)), at + QPointF(place * px(16), px(3))))
        kind.at = at + QPointF(len(card.marks) * px(16) + px(2), 0)

    def _set_pill(self, done: SetCard, card: Card, x: float, y: float) -> None:
        """At the right of the line at `y` where it fits behind `x`, else on a line of its own."""
        px, pad = self._theme.px, self._theme.px(PAD)
        words = self._broken(card.place, TypeSize.SMALL, done.inner - px(22), done.query)
        words.colour = self._theme.colour("text")
        width = words.width + px(22)
        x, y = (done.inner - width, y) if x + width <= done.inner else (0.0, y + px(26))
        done.pill = QRectF(pad + x, y - px(2), width, words.height + px(8))
        words.at = QPointF(pad + x + px(11), y + px(2))
        done.texts.append(words)
        done.height = y + max(px(20.0), words.height + px(6)) + px(4)

    def _set_filed(self, done: SetCard, card: Card) -> None:
        px, token = self._theme.px, "wrong" if card.is_corrected else "muted"
        name = "warning" if card.is_corrected else "sign-note"
        sign = self._icons.pixmap(name, self._theme.colour(token), px(14), 2.0)
        done.pictures.append((sign, QPointF(px(PAD), done.height + px(1))))
        self._add(done, card.filed, indent=px(18))
        done.texts[-1].colour = self._theme.colour(token)

    def _add(self, done: SetCard, text: str, size: TypeSize = TypeSize.SMALL, indent: float = 0) -> None:
        """A paragraph under what is there; small texts are muted."""
        if not text:
            return
        lines = self._broken(text, size, done.inner - indent, done.query)
        lines.at = QPointF(self._theme.px(PAD) + indent, done.height)
        done.texts.append(lines)
        done.height += lines.height + self._theme.px(4)

    def _broken(self, text: str, size: TypeSize, width: float, query: Query) -> Lines:
        """A text in lines of at most this width; titles are as large as text, but bold."""
        is_title, is_small = size is TypeSize.TITLE, size is TypeSize.SMALL
        font = self._theme.font(TypeSize.TEXT if is_title else size, bold=is_title)
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        mark_hits(layout, query.hits(text) if query else (), self._theme)
        natural = QFontMetricsF(font).height()
        leading = max(natural, self._theme.px(16 if is_small else 20))
        widest = last = height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height + (leading - natural) / 2))
            last = line.naturalTextWidth()
            widest, height = max(widest, last), height + leading
        layout.endLayout()
        return Lines(layout, QPointF(), widest, height, last, self._theme.colour("muted" if is_small else "text"))
