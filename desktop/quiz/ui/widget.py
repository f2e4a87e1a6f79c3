"""The quiz room: the questions, and the pages that take their place for a while; the navigator hears where we are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout

from desktop.catalog.refs import QuestionRef, Ref, TopicRef, ViewRef
from desktop.quiz.bank import Bank
from desktop.quiz.sheets import sheets_of
from desktop.quiz.ui import keys
from desktop.quiz.ui.desk import Desk
from desktop.quiz.ui.keeper import Keeper
from desktop.quiz.ui.more import More
from desktop.quiz.ui.questions import QuestionsPage
from desktop.quiz.ui.seeds import fresh_seed
from desktop.quiz.ui.sides import KeptSide, Sides
from desktop.shell.on_screen import OnScreen
from desktop.shell.room import Room

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.quiz.session import Session
    from desktop.quiz.ui.controls import Way
    from desktop.shell.context import Context
    from desktop.shell.handout import Sheet


@dataclass(frozen=True, slots=True)
class KeptRoom:
    """What a new room takes up when the same pack is read again."""

    session: Session
    way: Way
    side: KeptSide | None


class QuizRoom(Room):
    """One question at a time. Before its mark is told the navigator hears of the topic alone, not the question."""

    def __init__(self, context: Context, seeds: Callable[[], int] = fresh_seed) -> None:
        super().__init__()
        self._context = context
        self._told: Ref | None = None
        bank = Bank.of(context.catalog, context.catalog.own)
        keeper = Keeper(context.learner, context.catalog.pack.id, bank)
        self._desk = Desk(keeper, bank, seeds, context.learner.now)
        self._more = More(self)
        self._questions = QuestionsPage(context, bank, keeper, self._desk, self._more)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._questions)
        self._sides = Sides(self._whole, context, bank, keeper)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self._whole)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._connect()
        self._take_entry()

    # What the window asks

    def open(self, ref: Ref) -> None:
        """Go to a question, or to a topic. A question that is not in the present session begins a new one."""
        if self._sides.is_open:
            self._sides.leave()
        if isinstance(ref, QuestionRef):
            self._questions.open_question(ref.question)
        elif isinstance(ref, TopicRef) and ref != self._told:
            self._questions.open_topic(ref.topic)
        self._take_entry()
        self.setFocus()
        # The panel shows `ref` by now; where that gives an answer away, it is put right.
        self._tell_place()

    def place(self) -> Ref | None:
        """The topic until the mark of the answer is told, then the question."""
        return self._desk.place

    def on_screen(self) -> OnScreen | None:
        """The question that is shown, for it is on the screen already; else the topic, or the quiz."""
        question = self._sides.question if self._sides.is_open else self._questions.question
        if question is not None:
            return OnScreen(QuestionRef(question.id), question.stem)
        topic = self._context.catalog.topic.get(self._questions.topic)
        return OnScreen(TopicRef(topic.id), topic.title) if topic is not None else OnScreen(ViewRef("quiz"), "Quiz")

    def status(self) -> str:
        """What is asked and how it goes; or what the page says that is shown instead."""
        return self._sides.status if self._sides.is_open else self._questions.status

    def focus_search(self) -> None:
        """Into the bank's search field; where it is not open, it opens."""
        if not self._sides.find():
            self._sides.show_bank()
            self._sides.find()

    def take_focus(self) -> None:
        """To where the question is answered; in a page beside the questions, to its first control."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def kept(self) -> object:
        """The round at hand, and what is open beside it."""
        return KeptRoom(self._desk.session, self._questions.way, self._sides.kept())

    def take_up(self, kept: object) -> None:
        """Go on with the round, as far as its questions are what they were."""
        if isinstance(kept, KeptRoom):
            self._questions.take_up(kept.session, kept.way)
            if kept.side is not None:
                self._sides.take_up(kept.side)

    def sheets(self) -> Sequence[Sheet]:
        """All questions, then all answers."""
        return sheets_of(self._context.catalog.topics, self._context.catalog)

    # Qt

    def event(self, event: QEvent) -> bool:
        """Keys of the quiz go before the window's shortcuts while the quiz has the focus."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and not self._sides.is_open
        if is_key and isinstance(event, QKeyEvent) and keys.is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._sides.is_open or not self._questions.press(event):
            super().keyPressEvent(event)

    # What happens

    def _on_moved(self) -> None:
        """Another question, round or page is shown: the keyboard goes with it, and the navigator is told at once."""
        inside = self.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
        self._take_entry()
        if inside:
            self.setFocus()
        self._tell_place()

    def _on_side_left(self) -> None:
        self._questions.show_all()
        self._take_entry()
        self.setFocus()
        self._tell_place()

    def _on_audience_requested(self) -> None:
        self._sides.show_audience(self._questions.topic, self._desk.new_seed())

    def _take_entry(self) -> None:
        self.setFocusProxy(self._sides.entry or self._questions.entry)

    def _tell_place(self) -> None:
        """Tell where the reader is."""
        place = self.place()
        if place is not None:
            self._told = place
            self._context.navigator.select(place)

    def _connect(self) -> None:
        navigator, questions, sides, more = self._context.navigator, self._questions, self._sides, self._more
        questions.moved.connect(self._on_moved)
        questions.status_changed.connect(self.status_changed)
        questions.followed.connect(navigator.open)
        more.knowing_requested.connect(sides.show_knowing)
        more.bank_requested.connect(sides.show_bank)
        more.audience_requested.connect(self._on_audience_requested)
        sides.opened.connect(self._take_entry)
        sides.left.connect(self._on_side_left)
        sides.followed.connect(navigator.open)
        sides.asked.connect(navigator.open)
        sides.pack_changed.connect(self.pack_changed)
        sides.status_changed.connect(self.status_changed)
        sides.polled.connect(self._desk.keep_poll)
        self._desk.not_kept.connect(sides.tell_not_kept)
        sides.failed.connect(questions.tell)
