"""The page of one use case, in the place of the list: every section of its detail, with links that can be followed."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.catalog.names import VERDICT_MEANINGS, VERDICT_WORDS
from desktop.shell.announce import announce
from desktop.shell.saving import asked_path, written
from desktop.shell.theme import TypeSize
from desktop.shell.widgets.breaking import unbroken
from desktop.shell.widgets.buttons import open_under, push_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.links import EDGE, LinkButton
from desktop.shell.widgets.prose import Prose
from desktop.shell.widgets.reading import ReadingScroll
from desktop.shell.widgets.tab_order import stops_in, tab_through
from desktop.usecases.detail import Detail, detail_of
from desktop.usecases.handout import case_markdown, case_pdf

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.catalog.entities.evidence import Verdict
    from desktop.catalog.evidence import Link
    from desktop.shell.context import Context
    from desktop.usecases.detail import Item

_WIDEST = 640


class DetailPage(QFrame):
    """Shows one use case. Escape, or the button, asks to be closed."""

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._detail: Detail | None = None
        self.setProperty("card", True)
        self.setAccessibleName("Use case in detail")
        self._back = push_button("Back to the list")
        self._export = push_button("Export", name="Export this use case")
        self._told = TextLabel("", "muted")
        self._scroll = ReadingScroll("Use case in detail")
        self._arrange()
        self._back.clicked.connect(self.closed)
        self._export.clicked.connect(self._on_export)
        context.theme.changed.connect(self._on_theme_changed)

    @property
    def use_case(self) -> str:
        """The id of what is shown, '' for nothing."""
        return self._detail.id if self._detail else ""

    @property
    def section(self) -> str:
        """The head of the first section in sight; '' where it is read from the top."""
        page, scrolled = self._scroll.widget(), self._scroll.verticalScrollBar().value()
        if not isinstance(page, _Page) or not scrolled:
            return ""
        return next((words for words, head in page.heads if head.geometry().bottom() >= scrolled), "")

    @property
    def told(self) -> str:
        """What came of exporting."""
        return unbroken(self._told.text())

    def show_case(self, use_case: str) -> None:
        """Show this one, from its top."""
        self._detail = detail_of(self._context.catalog, self._context.catalog.use_case[use_case])
        self._told.hide()
        self._fill()
        self._scroll.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Put the keyboard where the arrow keys scroll."""
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def return_to(self, use_case: str) -> None:
        """Show this one; if it was left here, at the line and with the keyboard on the link that were left."""
        if use_case != self.use_case:
            self.show_case(use_case)
        (self.focusWidget() or self._scroll).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def menu_of(self) -> QMenu:
        """What the use case can be saved as."""
        menu = QMenu(self)
        menu.addAction("One page (PDF)…", partial(self._save, "PDF", "pdf"))
        menu.addAction("Markdown…", partial(self._save, "Markdown", "md"))
        return menu

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 6, 12)
        column.setSpacing(8)
        line = QWidget()
        flow = FlowLayout(line)
        for button in (self._back, self._export):
            flow.addWidget(button)
        column.addWidget(line)
        column.addWidget(self._told)
        column.addWidget(self._scroll, 1)
        self._told.hide()

    def _fill(self) -> None:
        if self._detail is None:
            return
        at = self._scroll.verticalScrollBar().value()
        page = _Page(self._context, self._detail)
        self._scroll.setWidget(page)
        page.setAutoFillBackground(False)
        tab_through(self._scroll, stops_in(page))
        self._scroll.verticalScrollBar().setValue(at)

    def _on_export(self) -> None:
        open_under(self._export, self.menu_of())

    def _save(self, kind: str, ending: str) -> None:
        """Ask where to, and write it there; what came of it is said in words."""
        if self._detail is None:
            return
        path = asked_path(self._detail.id, kind, ending, self)
        if path is None:
            return
        catalog, detail = self._context.catalog, self._detail
        make = case_pdf if ending == "pdf" else case_markdown
        words = written(path, partial(make, catalog, detail, date.today()))
        self._told.setText(words)
        self._told.show()
        announce(self._told, words)

    def _on_theme_changed(self) -> None:
        """The same page in the new look, scrolled as far; the keyboard stays in it."""
        had_focus = self.isAncestorOf(self.window().focusWidget() or self)
        self._fill()
        if had_focus and self.isVisible():
            self.take_focus()


class _Page(QWidget):
    """Everything of a detail, one section under the other, no wider than can be read."""

    def __init__(self, context: Context, detail: Detail) -> None:
        super().__init__()
        self._context = context
        self._named: set[str] = set()
        self.heads: list[tuple[str, QWidget]] = []
        self.setMaximumWidth(context.theme.px(_WIDEST))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 8, 8)
        self._column.setSpacing(4)
        self._add_head(detail)
        for section in detail.sections:
            head = self._add(TextLabel(section.head, "section"))
            head.setContentsMargins(EDGE, 10, EDGE, 0)
            self.heads.append((section.head, head))
            for at, item in enumerate(section.items):
                if at:
                    self._column.addSpacing(4)
                self._add_item(item)
        self._column.addStretch(1)

    def _add_head(self, detail: Detail) -> None:
        self._add_text(detail.title, "question")
        row = QWidget()
        line = QHBoxLayout(row)
        line.setSpacing(4)
        for mark in detail.marks:
            sign = QLabel()
            sign.setPixmap(self._context.icons.mark(mark, self._context.theme.px(14)))
            line.addWidget(sign)
        kind = TextLabel(f"{detail.kind} · {detail.place}", "muted")
        line.addWidget(kind, 1)
        line.setContentsMargins(EDGE, 0, EDGE, 6)
        self._add(row)
        self._add_text(detail.does)

    def _add_item(self, item: Item) -> None:
        if item.text:
            self._add_text(item.text)
        if item.verdict:
            self._add_verdict(item.verdict)
        if item.small:
            self._add_text(item.small, "muted")
        if len(item.links) == 1:
            self._add(self._link(item.links[0]))
        elif item.links:
            row = self._add(QWidget())
            flow = FlowLayout(row)
            for link in item.links:
                flow.addWidget(self._link(link))

    def _add_verdict(self, verdict: Verdict) -> None:
        """The sign and the word, in the colour of the verdict."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(EDGE, 0, EDGE, 0)
        line.setSpacing(4)
        sign = QLabel()
        sign.setPixmap(self._context.icons.verdict(verdict, self._context.theme.px(12)))
        word = TextLabel(VERDICT_WORDS[verdict], wrap=False)
        word.setProperty("verdict", verdict.value)
        word.setToolTip(VERDICT_MEANINGS[verdict])
        line.addWidget(sign)
        line.addWidget(word, 1)
        self._add(row)

    def _add_text(self, text: str, role: str = "") -> None:
        """Text whose terms can be looked up where the page first names them."""
        pieces = self._context.catalog.term_finder.pieces(text, self._named)
        self._named.update(piece.term.id for piece in pieces if piece.term is not None)
        prose = Prose(role)
        prose.show_pieces(pieces)
        prose.followed.connect(self._context.navigator.open)
        prose.setContentsMargins(EDGE, 0, EDGE, 0)
        self._add(prose)

    def _link(self, link: Link) -> LinkButton:
        button = LinkButton(link.text, link.ref)
        button.setFont(self._context.theme.font(TypeSize.TEXT))
        button.followed.connect(self._context.navigator.open)
        return button

    def _add(self, widget: QWidget) -> QWidget:
        """Put it at the end, no higher than its text is at this width: Qt would keep the height of a narrower one."""
        policy = widget.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        widget.setSizePolicy(policy)
        self._column.addWidget(widget)
        return widget
