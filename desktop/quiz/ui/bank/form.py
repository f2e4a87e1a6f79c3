"""The form for a question of the reader's own: every field with its label, what is wrong beside it, hints below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.quiz.banking.drafting import Checker, as_type, draft_of, fresh
from desktop.quiz.banking.entries import TYPE_WORDS
from desktop.quiz.banking.fields import fields_of
from desktop.quiz.ui.bank.fieldset import Fieldset
from desktop.quiz.ui.bank.heading import Heading
from desktop.shell.announce import announce
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.flaw_label import FlawLabel
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.catalog.entities.questions import Question, Topic
    from desktop.quiz.banking.drafting import Checked
    from desktop.quiz.banking.duplicates import Twin
    from desktop.shell.context import Context

_PAUSE = 250  # milliseconds after the last key until a draft is looked at
_BESIDE, _AROUND = 880, 16


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form: the topic's id ('' for a new one with this title), and the question as plain values."""

    topic: str
    title: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Written:
    """A question that can be saved, and where; of a new topic only the title is known."""

    topic: str
    title: str
    question: Question


class QuestionForm(QFrame):
    """Ctrl+S saves, Escape leaves; changes are lost only when that is said twice."""

    save_requested = Signal(object)  # Written
    closed = Signal()

    def __init__(self, context: Context, twins_of: Callable[[Question], Sequence[Twin]]) -> None:
        """`twins_of` gives the questions like one."""
        super().__init__()
        self._context, self._twins_of = context, twins_of
        self._checker: Checker | None = None
        self._start: Draft | None = None
        self._was_tried = False
        self._left_at: QWidget | None = None
        self._wanted: QWidget | None = None
        self.setProperty("card", True)
        self.setAccessibleName("Question")
        self._head = Heading(context)
        self._fields = Fieldset(context)
        self._hints = FlawLabel(context, "warning", "dated")
        self._trouble = FlawLabel(context)
        self._ask = _Ask()
        self._save = push_button("Save", "primary")
        self._save.setToolTip("Save (Ctrl+S)")
        self._cancel = push_button("Cancel")
        self._cancel.setToolTip("Cancel (Escape)")
        self._scroll = QScrollArea()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()

    @property
    def draft(self) -> Draft | None:
        """What stands in the form; None where nothing is being written."""
        if self._start is None:
            return None
        return Draft(self._head.topic, self._head.title, self._values())

    def write_new(self, topics: Sequence[Topic], topic: str) -> None:
        """An empty form; `topic` is the one that is offered first."""
        self._begin(topics, Draft(topic, "", fresh("single")))

    def change(self, topics: Sequence[Topic], topic: str, question: Question) -> None:
        """Fill the form with a question."""
        self._begin(topics, Draft(topic, "", draft_of(question)))

    def take_up(self, topics: Sequence[Topic], start: Draft, draft: Draft) -> None:
        """Go on with what was written in another form that began with `start`."""
        self._begin(topics, start)
        self._show(topics, draft)
        self._look()

    @property
    def start(self) -> Draft | None:
        """What stood in the form at first."""
        return self._start

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        self._fields.take_focus()

    def tell(self, trouble: str) -> None:
        """Say why the question was not saved; it stays in the form."""
        self._trouble.tell([trouble])
        announce(self, trouble)

    def finish(self) -> None:
        """The question is saved: nothing is being written any more."""
        self._start = None

    def leave(self) -> None:
        """Close the form, or ask first where something would be lost."""
        if self._start is None or self.draft == self._start:
            self._on_discarded()
            return
        self._left_at = self.focusWidget()
        self._ask.show()
        self._ask.keep.setFocus()
        announce(self, "Your changes are not saved. Discard them?")

    def refit(self) -> None:
        """Measure again: the look has changed."""
        self._fields.refit()
        self._fit()
        if self._start is not None:
            self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._reveal)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Save):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            if self._ask.isVisible():
                self._on_kept()
            else:
                self.leave()
        else:
            super().keyPressEvent(event)

    def save(self) -> None:
        """Save where nothing is wrong; else go to what is."""
        self._was_tried = True
        checked = self._look()
        wrong_head = self._head.flaw
        if checked.question is None or wrong_head:
            words = wrong_head or f"{self._fields.label(checked.flaws[0].field)}: {checked.flaws[0].words}"
            self.tell(f"Not saved, {len(checked.flaws) + bool(wrong_head)} to mend. {words}")
            if wrong_head:
                self._head.take_focus()
            else:
                self._fields.go_to(checked.flaws[0].field)
            return
        self.save_requested.emit(Written(self._head.topic, self._head.title, checked.question))

    # How it gets there.

    def _begin(self, topics: Sequence[Topic], draft: Draft) -> None:
        self._was_tried = False
        self._checker = Checker(self._context.catalog)
        self._trouble.tell([])
        self._ask.hide()
        self._show(topics, draft)
        self._start = Draft(self._head.topic, self._head.title, self._values())
        self._scroll.verticalScrollBar().setValue(0)
        self._look()
        self._fields.take_focus()

    def _show(self, topics: Sequence[Topic], draft: Draft) -> None:
        self._head.show_place(topics, draft.topic, draft.title, str(draft.values["type"]))
        self._fields.show_fields(fields_of(str(draft.values["type"])), draft.values)
        self._id = str(draft.values["id"])

    def _values(self) -> dict[str, Any]:
        return {"id": self._id, "type": self._head.type, **self._fields.values()}

    def _look(self) -> Checked:
        """Look at the draft: what is wrong beside its field (what is only empty once saving was tried), hints below."""
        assert self._checker is not None
        values = self._values()
        checked = self._checker.check(values)
        shown = [flaw for flaw in checked.flaws if self._was_tried or flaw.field in values]
        self._fields.show_flaws(shown)
        hints = list(checked.hints)
        if checked.question is not None:
            hints += [f"like '{twin.question.stem}': {twin.why}" for twin in self._twins_of(checked.question)]
        self._hints.tell(hints)
        self._hints_head.setVisible(bool(hints))
        if not checked.flaws:
            self._trouble.tell([])
        return checked

    def _lay_out(self) -> None:
        self._page = QWidget()
        self._hints_head = TextLabel("Hints, which never stop you", "section")
        hints = QVBoxLayout()
        for label in (self._hints_head, self._hints):
            hints.addWidget(label)
        hints.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self._fields)
        column.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._page)
        self._both.setContentsMargins(4, 4, 8, 8)
        self._both.setSpacing(16)
        self._both.addLayout(column, 3)
        self._both.addLayout(hints, 2)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._page)
        self._scroll.viewport().setAutoFillBackground(False)
        self._page.setAutoFillBackground(False)
        foot = QWidget()
        flow = FlowLayout(foot)
        for button in (self._save, self._cancel):
            flow.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 6, 12)
        outer.setSpacing(8)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._trouble)
        outer.addWidget(self._ask)
        outer.addWidget(foot)
        self._fit()
        self._page.installEventFilter(self)

    def _fit(self) -> None:
        """Hints beside the fields where both have room, else below them."""
        wide = self.width() >= self._context.theme.px(_BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(direction)
        self._page.setMaximumWidth(self._context.theme.px(_BESIDE + 200 if wide else _BESIDE))

    def _connect(self) -> None:
        self._head.changed.connect(self._pause.start)
        self._head.type_chosen.connect(self._on_type_chosen)
        self._fields.changed.connect(self._pause.start)
        self._fields.focused.connect(self._on_focused)
        self._pause.timeout.connect(self._on_pause)
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.leave)
        self._ask.discard.clicked.connect(self._on_discarded)
        self._ask.keep.clicked.connect(self._on_kept)

    def _on_focused(self, widget: QWidget) -> None:
        """Bring it into sight, and again once the page around it has found its measures."""
        self._wanted = widget
        self._reveal()

    def _reveal(self) -> None:
        if self._wanted is not None and isValid(self._wanted) and self._page.isAncestorOf(self._wanted):
            middle = self._wanted.mapTo(self._page, self._wanted.rect().center())
            half = min(self._wanted.height(), self._scroll.viewport().height()) // 2
            self._scroll.ensureVisible(0, middle.y(), 0, half + _AROUND)  # Qt would look at the text cursor alone

    def _on_pause(self) -> None:
        if self._start is not None:
            self._look()

    def _on_type_chosen(self, type_: str) -> None:
        """The form of another type, with what both have."""
        before = {"id": self._id, "type": self._fields_type, **self._fields.values()}
        self._fields.show_fields(fields_of(type_), as_type(before, type_))
        self._look()
        announce(self, f"{TYPE_WORDS[type_]}: other fields")

    @property
    def _fields_type(self) -> str:
        return self._head.type_before

    def _on_discarded(self) -> None:
        self._ask.hide()
        self._start = None
        self.closed.emit()

    def _on_kept(self) -> None:
        self._ask.hide()
        (self._left_at or self._fields).setFocus()


class _Ask(QFrame):
    """The question before changes are lost."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.discard = push_button("Discard them")
        self.keep = push_button("Keep writing", "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(TextLabel("Your changes are not saved. Discard them?"), 1)
        row.addWidget(self.discard)
        row.addWidget(self.keep)
        self.hide()
