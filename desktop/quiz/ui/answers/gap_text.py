"""The text of a cloze question, painted with what stands in its gaps so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPalette, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell.widgets.breaking import breakable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop.catalog.entities.questions import ClozeQuestion
    from desktop.shell.theme import Theme
    from desktop.shell.tone import Tone

GAP_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_GAP = re.compile(r"\{([^{}\s]+)\}")
_EMPTY = "\u00a0" * 10


def letter_of(at: int) -> str:
    """The letter of a gap; numbers once the letters are used up."""
    return GAP_LETTERS[at] if at < len(GAP_LETTERS) else f"{at + 1}"


class GapText(QWidget):
    """Each gap is its letter and its text, underlined. A screen reader hears 'gap a, empty' in its place."""

    def __init__(self, question: ClozeQuestion, theme: Theme) -> None:
        super().__init__()
        self._question, self._theme = question, theme
        self._texts: Sequence[str] = ()
        self._tones: Sequence[Tone | None] = ()
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_texts(self, texts: Sequence[str], tones: Sequence[Tone | None]) -> None:
        """Show these texts in the gaps, each in the colour of its tone."""
        self._texts, self._tones = texts, tones
        self.refit()
        places = {gap.id: at for at, gap in enumerate(self._question.gaps)}

        def heard(found: re.Match[str]) -> str:
            at = places.get(found.group(1))
            return found.group() if at is None else f"(gap {letter_of(at)}: {texts[at].strip() or 'empty'})"

        self.setAccessibleName(_GAP.sub(heard, self._question.text))

    def refit(self) -> None:
        """Write the text anew: what it holds, the theme or the text size has changed."""
        self._document.clear()
        self._document.setDefaultFont(self._theme.font())
        cursor = QTextCursor(self._document)
        block = cursor.blockFormat()
        block.setLineHeight(150, 1)
        cursor.setBlockFormat(block)
        places = {gap.id: at for at, gap in enumerate(self._question.gaps)}
        for at, piece in enumerate(_GAP.split(self._question.text)):
            if at % 2 and piece in places:
                self._write_gap(cursor, places[piece])
            else:
                cursor.insertText(breakable(f"{{{piece}}}" if at % 2 else piece), QTextCharFormat())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._document.setTextWidth(max(40, width))
        return int(self._document.size().height()) + 2

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(self.width(), 400)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._document.setTextWidth(self.width())
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, self._theme.colour("text"))
        context.palette = palette
        context.clip = QRectF(self.rect())
        self._document.documentLayout().draw(painter, context)
        painter.end()

    def _write_gap(self, cursor: QTextCursor, at: int) -> None:
        tone = self._tones[at]
        colour = self._theme.colour(tone.token if tone else "accent")
        mark = QTextCharFormat()
        mark.setForeground(self._theme.colour("muted"))
        cursor.insertText(f"({letter_of(at)})\u00a0", mark)
        form = QTextCharFormat()
        form.setForeground(colour)
        form.setFontUnderline(True)
        form.setFontWeight(600)
        text = self._texts[at].strip()
        cursor.insertText(breakable(text) if text else _EMPTY, form)
