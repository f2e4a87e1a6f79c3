"""The chosen question with its solution, what it rests on, what lint says of it, and which questions are like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.catalog.names import name_of
from desktop.catalog.refs import QuestionRef
from desktop.quiz.banking.preview import lines_of
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.links import EDGE, LinkButton
from desktop.shell.widgets.reading import ReadingScroll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.refs import Ref
    from desktop.quiz.banking.duplicates import Twin
    from desktop.quiz.banking.entries import Entry
    from desktop.quiz.banking.preview import Line
    from desktop.shell.context import Context

_WIDEST = 640


class Preview(QFrame):
    """Shows one question. What can be done with it stands above it and stays in reach."""

    followed = Signal(object)  # Ref
    ask_requested = Signal()
    edit_requested = Signal()
    copy_requested = Signal()
    delete_requested = Signal()
    list_requested = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("card", True)
        self.setAccessibleName("The chosen question")
        self.back = push_button("Back to the list")
        self.ask = push_button("Ask me this", "primary")
        self.edit = push_button("Edit")
        self.copy = push_button("Copy to my questions")
        self.delete = push_button("Delete")
        self._scroll = ReadingScroll("The chosen question")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 6, 12)
        column.setSpacing(8)
        line = QWidget()
        flow = FlowLayout(line)
        for button, asked, tip in (
            (self.back, self.list_requested, "Escape"),
            (self.ask, self.ask_requested, "A"),
            (self.edit, self.edit_requested, "E"),
            (self.copy, self.copy_requested, "C"),
            (self.delete, self.delete_requested, "Delete"),
        ):
            flow.addWidget(button)
            button.clicked.connect(asked)
            button.setToolTip(f"{button.text()} ({tip}, in the list)" if button is not self.back else "Escape")
        column.addWidget(line)
        column.addWidget(self._scroll, 1)

    def show_entry(self, entry: Entry | None, flaws: Sequence[str], twins: Sequence[Twin], can_write: bool) -> None:
        """Show a question; `can_write` says whether own questions can be kept at all."""
        for button, is_shown in (
            (self.ask, entry is not None),
            (self.edit, entry is not None and entry.is_own),
            (self.copy, entry is not None and can_write),
            (self.delete, entry is not None and entry.is_own),
        ):
            button.setVisible(is_shown)
        page = _Page(self._context)
        if entry is None:
            page.add_text("Nothing is found. Take a filter away, or search other words.", "muted")
        else:
            page.fill(entry, flaws, twins)
            page.followed.connect(self.followed)
        page.end()
        self._scroll.setWidget(page)
        page.setAutoFillBackground(False)

    def stand_alone(self, alone: bool) -> None:
        """Whether the list is not beside it, so that a way back is needed."""
        self.back.setVisible(alone)

    def take_focus(self) -> None:
        """Put the keyboard where the arrow keys scroll."""
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)


class _Page(QWidget):
    """One section under the other, no wider than can be read."""

    followed = Signal(object)  # Ref

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setMaximumWidth(context.theme.px(_WIDEST))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 8, 8)
        self._column.setSpacing(4)

    def fill(self, entry: Entry, flaws: Sequence[str], twins: Sequence[Twin]) -> None:
        question = entry.question
        self.add_text(question.stem, "question")
        self.add_text(f"{entry.line} · {question.id}", "muted")
        self._column.addSpacing(6)
        for line in lines_of(question, self._context.catalog):
            self._add_line(line)
        if question.explanation:
            self._add_section("Explanation", question.explanation)
        about = "; ".join((*question.concepts, *([question.bloom.value] if question.bloom else [])))
        if about:
            self._add_section("About", about)
        if question.evidence:
            self._add_section("Evidence")
            for ref in question.evidence:
                self._add_link(name_of(self._context.catalog, ref), ref)
        self._add_section("Lint", *(flaws or ("No flaw of item writing was found.",)), sign="warning" if flaws else "")
        if twins:
            self._add_section("Like it")
            for twin in twins:
                self._add_link(f"{twin.question.stem} ({twin.why})", QuestionRef(twin.question.id))

    def add_text(self, text: str, role: str = "") -> TextLabel:
        label = TextLabel(text, role)
        label.setContentsMargins(EDGE, 0, EDGE, 0)
        self._column.addWidget(label)
        return label

    def end(self) -> None:
        self._column.addStretch(1)

    def _add_line(self, line: Line) -> None:
        """A part of the answer: a sign for right or wrong, the words, and small below them what is said to it."""
        name = {True: "right: ", False: "wrong: ", None: ""}[line.right]
        label = self._beside({True: "sign-accurate", False: "sign-wrong", None: ""}[line.right], line.text)
        label.setAccessibleName(f"{name}{line.text}")
        if line.note:
            self.add_text(line.note, "muted").setContentsMargins(EDGE + self._context.theme.px(22), 0, EDGE, 4)

    def _beside(self, sign: str, text: str) -> TextLabel:
        row = QWidget()
        inner = QHBoxLayout(row)
        inner.setContentsMargins(EDGE, 2, EDGE, 0)
        inner.setSpacing(8)
        side = self._context.theme.px(14)
        if sign:
            colour = {"sign-accurate": "accurate", "sign-wrong": "wrong"}.get(sign, "dated")
            picture = QLabel()
            picture.setPixmap(self._context.icons.pixmap(sign, self._context.theme.colour(colour), side, 2.0))
            picture.setContentsMargins(0, self._context.theme.px(3), 0, 0)
            inner.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        label = TextLabel(text)
        inner.addWidget(label, 1)
        self._column.addWidget(row)
        return label

    def _add_section(self, head: str, *texts: str, sign: str = "") -> None:
        label = self.add_text(head, "section")
        label.setContentsMargins(EDGE, 10, EDGE, 0)
        for text in texts:
            if sign:
                self._beside(sign, text)
            else:
                self.add_text(text)

    def _add_link(self, words: str, ref: Ref) -> None:
        link = LinkButton(words, ref)
        link.followed.connect(self.followed)
        self._column.addWidget(link)
