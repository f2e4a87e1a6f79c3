"""The question bank: to look through, and a form for the reader's own questions, which are kept in files."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.catalog.entities.questions import Topic
from desktop.catalog.own import OwnQuestions, Undo
from desktop.catalog.own_files import NotSaved, new_id
from desktop.catalog.refs import QuestionRef, Ref
from desktop.catalog.words import plural
from desktop.quiz.banking.drafting import NEW
from desktop.quiz.banking.finding import Finding
from desktop.quiz.ui.bank.browser import BankBrowser
from desktop.quiz.ui.bank.form import Draft, QuestionForm, Written
from desktop.quiz.ui.bank.note import Note
from desktop.shell.announce import announce
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtGui import QKeyEvent

    from desktop.shell.context import Context

NO_FOLDER = "Own questions cannot be kept here: this pack was opened without a folder for them."
NOTHING_LISTED = "No question is listed that could be exported."
COPY_IT = "This is a question of the pack. Copy it to your questions (C) to change the copy."
CHANGED = "This question was changed by another program meanwhile; open the pack again (Ctrl+R), then try again."
_HIGH = 420


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
    """Keeps own questions itself; tells what the quiz and the window have to do.

    Keys in the list: N new, E edit, C copy, A ask me this, Delete, I import, X export; Ctrl+Z undoes, Escape leaves.
    """

    closed = Signal()
    asked = Signal(object)  # QuestionRef: ask me this
    status_changed = Signal(str)
    changed = Signal()  # own questions were written: the pack should be read again
    import_requested = Signal()
    export_requested = Signal(object)  # tuple[Question, ...]: what is listed now

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._catalog = context, context.catalog
        self._steps: list[Undo] = []
        folder = self._catalog.own_folder
        taken = self._catalog.question.keys() - self._catalog.own
        self._own = None if folder is None else OwnQuestions(folder, taken)
        self._browser = BankBrowser(context)
        self._form = QuestionForm(context, self._browser.twins_of)
        self._note = Note()
        self._count = TextLabel("", "muted", wrap=False)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._on_found_changed()

    # What the room asks.

    @property
    def own(self) -> OwnQuestions | None:
        """The files of own questions, for whoever imports some; None where none can be kept."""
        return self._own

    def show_states(self, states: Mapping[str, Collection[str]]) -> None:
        """What the learner made of questions ('flagged', 'suspended'), by their ids: they can be filtered by it."""
        self._browser.show_states(states)

    def show_question(self, id: str) -> None:
        """Choose a question, whatever is filtered."""
        self._browser.show_question(id)

    def add_step(self, words: str, step: Undo) -> None:
        """Own questions were written elsewhere (an import): say so, offer to undo it, have the pack read again."""
        self._steps.append(step)
        self._browser.chosen = next(iter(step.ids), self._browser.chosen)
        self._say(words)
        self.changed.emit()

    def tell(self, words: str) -> None:
        """Say how something went that cannot be undone (an export)."""
        self._note.say(words, False)
        announce(self, words)

    def kept(self) -> Kept:
        """Where the reader is."""
        browser = self._browser
        drafts = tuple(each for each in (self._form.start, self._form.draft) if each is not None)
        return Kept(browser.wanted, browser.chosen, self._note.words, tuple(self._steps), drafts, browser.states)

    def take_up(self, kept: Kept) -> None:
        """Be where the reader was, as far as it is still there."""
        self._steps = list(kept.steps)
        self._browser.show_states(kept.states)
        self._browser.look_for(kept.wanted)
        self._browser.show_question(kept.chosen)
        self._note.say(kept.note, bool(self._steps))
        if kept.drafts:
            self._form.take_up(self._catalog.topics, *kept.drafts)
            self._pages.setCurrentWidget(self._form)
        QTimer.singleShot(0, self, self._on_taken_up)

    def take_focus(self) -> None:
        """Put the keyboard to the questions, or into the form."""
        if self._is_writing:
            self._form.take_focus()
        else:
            self._browser.list.setFocus()

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        if not self._is_writing:
            self._browser.focus_search()

    def status(self) -> str:
        """What is shown, in one line."""
        return f"{self._browser.count} · {len(self._catalog.own):,} of your own"

    # What the reader does.

    def write_new(self) -> None:
        """Open the form, empty."""
        if self._own is None:
            self._say(NO_FOLDER)
            return
        entry = self._browser.current
        first = next((each.id for each in self._catalog.topics), "")
        self._form.write_new(self._catalog.topics, entry.topic if entry is not None else first)
        self._pages.setCurrentWidget(self._form)

    def edit(self) -> None:
        """Open the form with the chosen question, where it is an own one."""
        entry = self._browser.current
        known = self._own.questions if self._own is not None else {}
        if entry is not None and known.get(entry.id, entry.question) != entry.question:
            self._say(CHANGED)
        elif entry is not None and entry.is_own:
            self._form.change(self._catalog.topics, entry.topic, entry.question)
            self._pages.setCurrentWidget(self._form)
        elif entry is not None:
            self._say(COPY_IT)

    def copy(self) -> None:
        """Open the form with a copy of the chosen question."""
        entry = self._browser.current
        if self._own is None:
            self._say(NO_FOLDER)
        elif entry is not None:
            self._form.change(self._catalog.topics, entry.topic, replace(entry.question, id=NEW))
            self._pages.setCurrentWidget(self._form)

    def delete(self) -> None:
        """Take the chosen question out of the own ones; it can be undone, and lies in 'deleted.yaml'."""
        entry = self._browser.current
        if entry is None or self._own is None or not entry.is_own:
            return
        try:
            step = self._own.delete(entry.id)
        except NotSaved as trouble:
            self._say(str(trouble))
            return
        self.add_step(f"Deleted: {_short(entry.question.stem)}", step)

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
        self._browser.chosen = next(iter(step.ids), "")
        self._say(f"Undone: {plural(len(step.ids), 'question')} as before")
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_writing:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() == Qt.Key.Key_Escape and self._browser.is_reading:
            self._browser.go_back()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # What happens.

    def _on_key(self, key: Qt.Key) -> None:
        act = {
            Qt.Key.Key_N: self.write_new, Qt.Key.Key_E: self.edit, Qt.Key.Key_C: self.copy,
            Qt.Key.Key_A: self._on_ask_requested, Qt.Key.Key_Delete: self.delete,
            Qt.Key.Key_I: self._on_import_requested, Qt.Key.Key_X: self._on_export_requested,
        }.get(key)  # fmt: skip
        if act is not None:
            act()

    def _on_ask_requested(self) -> None:
        if self._browser.current is not None:
            self.asked.emit(QuestionRef(self._browser.current.id))

    def _on_import_requested(self) -> None:
        if self._own is None:
            self._say(NO_FOLDER)
        else:
            self.import_requested.emit()

    def _on_export_requested(self) -> None:
        if self._browser.shown:
            self.export_requested.emit(self._browser.shown)
        else:
            self._say(NOTHING_LISTED)

    def _on_followed(self, ref: Ref) -> None:
        if isinstance(ref, QuestionRef):
            self.show_question(ref.question)
        else:
            self._context.navigator.open(ref)

    def _on_save_requested(self, written: Written) -> None:
        if self._own is None:
            return
        question = written.question
        if question.id == NEW:
            question = replace(question, id=new_id(question.stem, self._own.taken))
        try:
            step = self._own.save(self._topic_for(written), question)
        except NotSaved as trouble:
            self._form.tell(str(trouble))
            return
        self._form.finish()
        self._on_form_closed()
        self.add_step(f"Saved: {_short(question.stem)}", step)

    def _on_form_closed(self) -> None:
        self._pages.setCurrentIndex(0)
        self._browser.list.setFocus()

    def _on_taken_up(self) -> None:
        """The keyboard comes here from the room around it, once the window has put it there."""
        at = self.window().focusWidget()
        if self.isVisible() and (at in (None, self) or at.isAncestorOf(self)):
            self.take_focus()

    def _on_found_changed(self) -> None:
        self._count.setText(self._browser.count)
        self.status_changed.emit(self.status())

    def _on_folded(self) -> None:
        self._head.setVisible(not self._browser.is_reading)
        self._count.setVisible(self.height() >= self._context.theme.px(_HIGH))

    # How it gets there.

    @property
    def _is_writing(self) -> bool:
        return self._pages.currentWidget() is self._form

    def _say(self, words: str) -> None:
        self._note.say(words, bool(self._steps))
        announce(self, words)

    def _topic_for(self, written: Written) -> Topic:
        if written.topic:
            return self._catalog.topic[written.topic]
        name = new_id(written.title, self._catalog.topic.keys())
        return Topic(id=name, title=written.title, summary="My own questions.")

    def _lay_out(self) -> None:
        self._head = QWidget()
        flow = FlowLayout(self._head)
        for words, slot in (
            ("Back to the quiz", self.closed.emit), ("New question", self.write_new),
            ("Import…", self._on_import_requested), ("Export…", self._on_export_requested),
        ):  # fmt: skip
            button = push_button(words)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            flow.addWidget(button)
        flow.addWidget(self._count)
        browsing = QWidget()
        inner = QVBoxLayout(browsing)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self._head)
        inner.addWidget(self._note)
        inner.addWidget(self._browser, 1)
        self._pages.addWidget(browsing)
        self._pages.addWidget(self._form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def _connect(self) -> None:
        preview = self._browser.preview
        for signal, slot in (
            (self._browser.key_pressed, self._on_key), (self._browser.found_changed, self._on_found_changed),
            (self._browser.folded, self._on_folded), (preview.followed, self._on_followed),
            (preview.ask_requested, self._on_ask_requested), (preview.edit_requested, self.edit),
            (preview.copy_requested, self.copy), (preview.delete_requested, self.delete),
            (self._form.save_requested, self._on_save_requested), (self._form.closed, self._on_form_closed),
            (self._note.undo_requested, self.undo), (self._context.theme.changed, self._form.refit),
        ):  # fmt: skip
            signal.connect(slot)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"
