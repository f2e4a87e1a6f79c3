"""The question bank: list and preview side by side, or one after the other where there is little room, and the form."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.catalog.entities.questions import Topic
from desktop.catalog.own import NotSaved, OwnQuestions, Undo, new_id
from desktop.catalog.refs import QuestionRef, Ref
from desktop.catalog.words import plural
from desktop.quiz.banking.drafting import NEW, hints_of
from desktop.quiz.banking.entries import entries_of
from desktop.quiz.banking.finding import Finding, Found, Marks, choices, found
from desktop.quiz.ui.bank.filters import BankFilters
from desktop.quiz.ui.bank.form import Draft, QuestionForm, Written
from desktop.quiz.ui.bank.looking import Looking
from desktop.quiz.ui.bank.note import Note
from desktop.quiz.ui.bank.preview import Preview
from desktop.quiz.ui.bank.rows import BankList
from desktop.shell.announce import announce
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent

    from desktop.shell.context import Context

_WIDE, _HIGH = 760, 420
NO_FOLDER = "Own questions cannot be kept here: this pack was opened without a folder for them."


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the reader was in the bank, for the page that takes its place after the pack was read again."""

    wanted: Finding = field(default_factory=Finding)
    chosen: str = ""
    note: str = ""
    steps: tuple[Undo, ...] = ()
    drafts: tuple[Draft, ...] = ()
    states: Mapping[str, Collection[str]] = field(default_factory=dict)


class BankPage(QWidget):
    """Tells what the quiz and the window have to do; what is kept in files it does itself."""

    closed = Signal()
    asked = Signal(object)  # QuestionRef: ask me this
    status_changed = Signal(str)
    changed = Signal()  # own questions were written: the pack should be read again
    import_requested = Signal()
    export_requested = Signal(object)  # tuple[Question, ...]: what is shown now

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._catalog = context.catalog
        self._entries = entries_of(self._catalog)
        self._wanted, self._found, self._chosen = Finding(), Found(), ""
        self._states: Mapping[str, Collection[str]] = {}
        self._steps: list[Undo] = []
        folder = self._catalog.own_folder
        taken = self._catalog.question.keys() - self._catalog.own
        self._own = None if folder is None else OwnQuestions(folder, taken)
        self._looking = Looking(self._catalog, self._entries, self)
        self._filters = BankFilters(context.theme)
        self._list = BankList(context.theme)
        self._preview = Preview(context)
        self._form = QuestionForm(context, self._looking.likeness.twins_of)
        self._note = Note()
        self._count = TextLabel("", "muted", wrap=False)
        self._back = push_button("Back to the quiz")
        self._new = push_button("New question")
        self._import, self._export = push_button("Import…"), push_button("Export…")
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._offer()
        self._find(Finding())

    # What the room asks.

    @property
    def own(self) -> OwnQuestions | None:
        """The files of own questions, for whoever imports some; None where none can be kept."""
        return self._own

    def show_states(self, states: Mapping[str, Collection[str]]) -> None:
        """What the learner made of questions ('flagged', 'suspended'), by their ids: they can be filtered by it."""
        self._states = dict(states)
        self._offer()
        self._find(self._wanted)

    def show_question(self, id: str) -> None:
        """Choose a question, whatever is filtered."""
        if id in self._catalog.question:
            if all(each.id != id for each in self._found.entries):
                self._find(Finding())
            self._list.choose(id)

    def add_step(self, words: str, step: Undo) -> None:
        """Own questions were written elsewhere (an import): say so, offer to undo it, have the pack read again."""
        self._finish(words, step)

    def kept(self) -> Kept:
        """Where the reader is."""
        drafts = [each for each in (self._form.start, self._form.draft) if each is not None]
        return Kept(self._wanted, self._chosen, self._note.words, tuple(self._steps), tuple(drafts), self._states)

    def take_up(self, kept: Kept) -> None:
        """Be where the reader was, as far as it is still there."""
        self._steps = list(kept.steps)
        self.show_states(kept.states)
        self._find(kept.wanted)
        self.show_question(kept.chosen)
        self._note.say(kept.note, bool(self._steps))
        if kept.drafts:
            self._form.take_up(self._catalog.topics, *kept.drafts)
            self._show_form()
        QTimer.singleShot(0, self, self._on_taken_up)

    def take_focus(self) -> None:
        """Put the keyboard to the questions, or into the form."""
        if self._is_writing:
            self._form.take_focus()
        else:
            self._list.setFocus()

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        if not self._is_writing:
            self._filters.focus_search()

    def status(self) -> str:
        """What is shown, in one line."""
        own = len(self._catalog.own)
        return f"{self._count.text()} · {own:,} of your own"

    def write_new(self) -> None:
        """Open the form, empty."""
        if self._own is None:
            self._note.say(NO_FOLDER, False)
            return
        self._form.write_new(self._catalog.topics, self._first_topic())
        self._show_form()

    def edit(self) -> None:
        """Open the form with the chosen question, where it is an own one."""
        entry = self._list.current
        if entry is not None and entry.is_own:
            self._form.change(self._catalog.topics, entry.topic, entry.question)
            self._show_form()
        elif entry is not None:
            self._note.say("This is a question of the pack. Copy it to your questions (C) to change the copy.", False)

    def copy(self) -> None:
        """Open the form with a copy of the chosen question."""
        entry = self._list.current
        if self._own is None:
            self._note.say(NO_FOLDER, False)
        elif entry is not None:
            self._form.change(self._catalog.topics, entry.topic, replace(entry.question, id=NEW))
            self._show_form()

    def delete(self) -> None:
        """Take the chosen question out of the own ones; it can be undone, and lies in 'deleted.yaml'."""
        entry = self._list.current
        if entry is None or not entry.is_own or self._own is None:
            return
        try:
            step = self._own.delete(entry.id)
        except NotSaved as trouble:
            self._say(str(trouble))
            return
        self._finish(f"Deleted: {_short(entry.question.stem)}", step)

    def undo(self) -> None:
        """Take the last step back."""
        if not self._steps or self._own is None:
            return
        step = self._steps[-1]
        try:
            self._own.undo(step)
        except NotSaved as trouble:
            self._say(str(trouble))
            return
        self._steps.pop()
        self._chosen = step.ids[0] if step.ids else ""
        self._say(f"Undone: {plural(len(step.ids), 'question')} as before")
        self.changed.emit()

    # Qt.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_writing:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._looking.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._looking.rest()

    # What happens.

    def _on_chosen(self, id: str) -> None:
        self._chosen = id
        self._show_chosen()

    def _on_opened(self) -> None:
        self._is_reading = True
        self._fold()
        self._preview.take_focus()

    def _on_escape(self) -> None:
        if self._is_narrow and self._is_reading:
            self._on_list_requested()
        else:
            self.closed.emit()

    def _on_list_requested(self) -> None:
        self._is_reading = False
        self._fold()
        self._list.setFocus()

    def _on_key(self, key: Qt.Key) -> None:
        act = {
            Qt.Key.Key_N: self.write_new, Qt.Key.Key_E: self.edit, Qt.Key.Key_C: self.copy,
            Qt.Key.Key_A: self._on_ask_requested, Qt.Key.Key_Delete: self.delete,
        }.get(key)  # fmt: skip
        if act is not None:
            act()

    def _on_ask_requested(self) -> None:
        if self._list.current is not None:
            self.asked.emit(QuestionRef(self._list.current.id))

    def _on_followed(self, ref: Ref) -> None:
        if isinstance(ref, QuestionRef):
            self.show_question(ref.question)
        else:
            self._context.navigator.open(ref)

    def _on_save_requested(self, written: Written) -> None:
        if self._own is None:
            return
        question, topic = written.question, self._topic_for(written)
        if question.id == NEW:
            question = replace(question, id=new_id(question.stem, self._own.taken))
        try:
            step = self._own.save(topic, question)
        except NotSaved as trouble:
            self._form.tell(str(trouble))
            return
        self._form.finish()
        self._on_form_closed()
        self._chosen = question.id
        self._finish(f"Saved: {_short(question.stem)}", step)

    def _on_form_closed(self) -> None:
        self._pages.setCurrentIndex(0)
        self._list.setFocus()

    def _on_taken_up(self) -> None:
        """The keyboard comes here from the room around it, once the window has put it there."""
        at = self.window().focusWidget()
        if self.isVisible() and (at is None or at.isAncestorOf(self)):
            self.take_focus()

    def _on_looked(self) -> None:
        self._find(self._wanted)

    def _on_theme_changed(self) -> None:
        for part in (self._filters, self._list, self._form):
            part.refit()
        self._show_chosen()
        QTimer.singleShot(0, self, self._fold)

    # How it gets there.

    @property
    def _is_writing(self) -> bool:
        return self._pages.currentWidget() is self._form

    def _find(self, wanted: Finding) -> None:
        """Look for something and show what is found."""
        self._wanted = wanted
        marks = Marks(frozenset(self._looking.flawed), self._states)
        self._found = found(self._entries, wanted, marks)
        self._filters.show_found(wanted, self._found)
        self._list.show_entries(self._found.entries, wanted.query, self._chosen)
        shown = self._list.current
        if shown is not None and not any(each.id == self._chosen for each in self._found.entries):
            self._chosen = shown.id
        total = len(self._entries)
        self._count.setText(f"{len(self._found.entries):,} of {plural(total, 'question')}")
        self.status_changed.emit(self.status())
        self._show_chosen()

    def _show_chosen(self) -> None:
        entry = self._list.current
        can_write = self._own is not None
        if entry is None:
            self._preview.show_entry(None, (), (), can_write)
        else:
            flaws = hints_of(entry.question, self._catalog)
            self._preview.show_entry(entry, flaws, self._looking.likeness.twins_of(entry.question), can_write)
        self._preview.stand_alone(self._is_narrow)

    def _finish(self, words: str, step: Undo) -> None:
        self._steps.append(step)
        self._say(words)
        self.changed.emit()

    def _say(self, words: str) -> None:
        self._note.say(words, bool(self._steps))
        announce(self, words)

    def _first_topic(self) -> str:
        """The topic that a new question is for, as far as one can tell: that of what is chosen."""
        entry = self._list.current
        return entry.topic if entry is not None else next((each.id for each in self._catalog.topics), "")

    def _topic_for(self, written: Written) -> Topic:
        if written.topic:
            return self._catalog.topic[written.topic]
        name = new_id(written.title, self._catalog.topic.keys())
        return Topic(id=name, title=written.title, summary="My own questions.")

    def _show_form(self) -> None:
        self._pages.setCurrentWidget(self._form)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < self._context.theme.px(_WIDE)

    def _fold(self) -> None:
        """List and preview beside each other, or one of them."""
        narrow, low = self._is_narrow, self.height() < self._context.theme.px(_HIGH)
        self._head.setVisible(not narrow or not self._is_reading)
        self._count.setVisible(not low)
        self._filters.fold(low)
        self._left.setVisible(not narrow or not self._is_reading)
        self._preview.setVisible(not narrow or self._is_reading)
        self._preview.stand_alone(narrow)

    def _offer(self) -> None:
        self._filters.offer(choices(self._catalog, Marks(states=self._states)))

    def _lay_out(self) -> None:
        self._is_reading = False
        self._head = QWidget()
        flow = FlowLayout(self._head)
        for widget in (self._back, self._new, self._import, self._export, self._count):
            flow.addWidget(widget)
        self._new.setToolTip("New question (N, in the list)")
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(self._filters)
        left.addWidget(self._list, 1)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._left, 1)
        row.addWidget(self._preview, 1)
        browsing = QWidget()
        inner = QVBoxLayout(browsing)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self._head)
        inner.addWidget(self._note)
        inner.addWidget(both, 1)
        self._pages.addWidget(browsing)
        self._pages.addWidget(self._form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._new.setEnabled(self._own is not None)

    def _connect(self) -> None:
        for button, slot in (
            (self._back, self.closed.emit), (self._new, self.write_new), (self._import, self.import_requested.emit),
            (self._export, lambda: self.export_requested.emit(tuple(each.question for each in self._found.entries))),
        ):  # fmt: skip
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
        self._filters.changed.connect(self._find)
        self._filters.list_requested.connect(self._list.setFocus)
        self._list.chosen.connect(self._on_chosen)
        self._list.open_requested.connect(self._on_opened)
        self._list.key_pressed.connect(self._on_key)
        self._preview.followed.connect(self._on_followed)
        self._preview.ask_requested.connect(self._on_ask_requested)
        self._preview.edit_requested.connect(self.edit)
        self._preview.copy_requested.connect(self.copy)
        self._preview.delete_requested.connect(self.delete)
        self._preview.list_requested.connect(self._on_list_requested)
        self._form.save_requested.connect(self._on_save_requested)
        self._form.closed.connect(self._on_form_closed)
        self._note.undo_requested.connect(self.undo)
        self._looking.finished.connect(self._on_looked)
        self._context.theme.changed.connect(self._on_theme_changed)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"
