"""Prose in which the glossary's terms can be looked up where they stand: dotted words that are links."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPalette,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QMenu, QWidget

from desktop.catalog.refs import TermRef
from desktop.shell.widgets.breaking import breakable, unbroken
from desktop.shell.widgets.buttons import EnterButton
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.tips import as_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QFont,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QTextLine,
    )

    from desktop.catalog.entities.talks import Term
    from desktop.catalog.terms import Piece

_AROUND, _TARGET, _WIDEST = 2, 24, 480
_LINE = 1.4  # height of a line against the height of the type


class TermButton(EnterButton):
    """A clear button over a term: mouse, keyboard and screen reader use it, the prose paints the word."""

    def __init__(self, term: Term, parent: QWidget) -> None:
        super().__init__(parent)
        self.term = term
        self._word = QRect()
        self.setAccessibleName(term.title)
        self.setAccessibleDescription(term.line)
        self.setToolTip(as_tip(f"{term.title}: {term.line}"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def lie_over(self, word: QRect, room: QRect) -> None:
        """Lie over this word, large enough to be hit, within this room."""
        place = QRect(0, 0, max(_TARGET, word.width()), max(_TARGET, word.height()))
        place.moveCenter(word.center())
        place.moveLeft(max(room.left(), min(place.left(), room.right() + 1 - place.width())))
        place.moveTop(max(room.top(), min(place.top(), room.bottom() + 1 - place.height())))
        self._word = word.intersected(room).translated(-place.topLeft())
        self.setGeometry(place)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not (self.hasFocus() or self.underMouse()):
            return
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 2))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(self._word.adjusted(1, 1, -1, -1), 4, 4)
        else:
            bottom = self._word.bottom() - _AROUND
            painter.drawLine(self._word.left() + _AROUND, bottom, self._word.right() - _AROUND, bottom)


class Prose(TextLabel):
    """A label whose text can be marked and copied, and whose terms are links. Nothing in it is taken for markup."""

    followed = Signal(object)  # Ref

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        self._marked = QTextCursor(self._document)
        self._spans: list[tuple[int, int]] = []
        self._heights: dict[int, int] = {}  # of this text in this font, by width: layouts ask for few widths, often
        self.terms: list[TermButton] = []
        super().__init__("", role, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show a text that was cut at its terms."""
        self.setText("".join(piece.text for piece in pieces))
        for button in self.terms:
            button.hide()
            button.deleteLater()
        self.terms, self._spans = [], []
        self._document.clear()
        self._marked = QTextCursor(self._document)
        cursor = QTextCursor(self._document)
        for piece in pieces:
            form = QTextCharFormat()
            if piece.term is not None:
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            start = cursor.position()
            cursor.insertText(breakable(piece.text), form)
            if piece.term is not None:
                self._add_term(piece.term, (start, cursor.position()))
        self._dress()
        self._place_terms()
        self.updateGeometry()
        self.update()

    def height_of(self, text: str, width: int) -> int:
        """How high another text would stand here."""
        self.ensurePolished()
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setPlainText(breakable(text))
        _dress(document, self.font())
        document.setTextWidth(max(1, width))
        return math.ceil(document.size().height())

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        self._follow_font()
        if inner not in self._heights:
            self._lay_out(inner)
            self._heights[inner] = math.ceil(self._document.size().height())
        return max(self._heights[inner] + margins.top() + margins.bottom(), _TARGET if self.terms else 0)

    def sizeHint(self) -> QSize:
        width = min(_WIDEST, self.fontMetrics().horizontalAdvance(self.text()) + 1)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_terms()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._lay_out(self.contentsRect().width())
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, palette.color(self.foregroundRole()))
        context.palette = palette
        if self._marked.hasSelection():
            selection = QAbstractTextDocumentLayout.Selection()
            selection.cursor = self._marked
            selection.format.setBackground(palette.brush(QPalette.ColorRole.Highlight))
            context.selections = [selection]
        painter = QPainter(self)
        painter.translate(self.contentsRect().topLeft())
        self._document.documentLayout().draw(painter, context)

    # Marking and copying.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._mark(event, QTextCursor.MoveMode.MoveAnchor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._mark(event, QTextCursor.MoveMode.KeepAnchor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mark(event, QTextCursor.MoveMode.MoveAnchor)
        self._marked.select(QTextCursor.SelectionType.WordUnderCursor)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self._marked.hasSelection():
            self._copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._mark_all()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._marked.clearSelection()
            self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("Copy", self._copy)
        copy.setEnabled(self._marked.hasSelection())
        menu.addAction("Select all", self._mark_all)
        menu.popup(event.globalPos())

    def _mark(self, event: QMouseEvent, mode: QTextCursor.MoveMode) -> None:
        self._lay_out(self.contentsRect().width())
        place = event.position() - QPointF(self.contentsRect().topLeft())
        at = self._document.documentLayout().hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
        self._marked.setPosition(max(0, at), mode)
        self.update()

    def _mark_all(self) -> None:
        self.setFocus()
        self._marked.select(QTextCursor.SelectionType.Document)
        self.update()

    def _copy(self) -> None:
        words = self._marked.selection().toPlainText()
        QGuiApplication.clipboard().setText(unbroken(words))

    # Where the terms are.

    def _add_term(self, term: Term, span: tuple[int, int]) -> None:
        button = TermButton(term, self)
        button.clicked.connect(lambda: self.followed.emit(TermRef(term.id)))
        self.terms.append(button)
        self._spans.append(span)
        button.show()

    def _dress(self) -> None:
        self.ensurePolished()
        self._heights.clear()
        _dress(self._document, self.font())

    def _follow_font(self) -> None:
        """The label's font may have changed since."""
        self.ensurePolished()
        if self._document.defaultFont() != self.font():
            self._dress()

    def _lay_out(self, width: int) -> None:
        """Break the lines for this width in the label's present font."""
        self._follow_font()
        if self._document.textWidth() != width:
            self._document.setTextWidth(max(1, width))
        self._document.size()  # Qt breaks the lines when it is asked for the size

    def _place_terms(self) -> None:
        """Each button over its word; over the first line of one that is broken over two."""
        self._lay_out(self.contentsRect().width())
        corner = self.contentsRect().topLeft()
        for button, (start, end) in zip(self.terms, self._spans, strict=True):
            button.lie_over(self._place(start, end).translated(corner), self.rect())

    def _place(self, start: int, end: int) -> QRect:
        block = self._document.findBlock(start)
        layout, first = block.layout(), start - block.position()
        line = layout.lineForTextPosition(first)
        if not line.isValid():
            return QRect()
        last = min(end - block.position(), line.textStart() + line.textLength())
        left, right = _x(line, first), _x(line, last)
        top = self._document.documentLayout().blockBoundingRect(block).top() + line.y()
        word = QRect(round(left), round(top), round(right - left), round(line.height()))
        return word.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)


def _dress(document: QTextDocument, font: QFont) -> None:
    """Give a document this font, and its lines room to breathe."""
    document.setDefaultFont(font)
    form = QTextBlockFormat()
    apart = _LINE * QFontInfo(font).pixelSize() - QFontMetricsF(font).height()
    form.setLineHeight(max(0.0, apart), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(form)


def _x(line: QTextLine, at: int) -> float:
    """Where a letter begins. PySide gives the place with the letter it was asked for; its stubs say 'object'."""
    place = line.cursorToX(at)
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]
