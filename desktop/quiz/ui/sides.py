"""The pages that take the place of the questions for a while: what is known, the bank, and an audience to ask."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.catalog.names import name_of
from desktop.progress.not_kept import NotKept
from desktop.shell.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStackedWidget, QWidget

    from desktop.catalog.entities.questions import Question
    from desktop.progress.picking import Moment
    from desktop.quiz.bank import Bank
    from desktop.quiz.knowing.knowledge import Knowledge
    from desktop.quiz.ui.bank.page import BankPage, Kept
    from desktop.quiz.ui.desk import NotDone
    from desktop.quiz.ui.keeper import Keeper
    from desktop.quiz.ui.knowing.page import KnowingPage
    from desktop.quiz.ui.projector.projection import Projection
    from desktop.shell.context import Context

_MOST_ASKED = 50


@dataclass(frozen=True, slots=True)
class KeptSide:
    """Which page was open when the pack was read again, and what it wants its successor to take up."""

    bank: Kept | None


class Sides(QObject):
    """Shows one of them over the questions, which are the first page of the stack; each is made when first wanted."""

    opened = Signal()  # one of them is shown
    left = Signal()  # the questions are wanted again
    followed = Signal(object)  # Ref
    asked = Signal(object)  # QuestionRef: ask this question
    pack_changed = Signal()  # own questions were written
    status_changed = Signal(str)
    polled = Signal(object)  # Polled
    failed = Signal(str)  # something cannot be shown, in words

    def __init__(self, stack: QStackedWidget, context: Context, bank: Bank, keeper: Keeper) -> None:
        super().__init__(stack)
        self._stack, self._context, self._bank, self._keeper = stack, context, bank, keeper
        self._tasks = Tasks(self)
        self._knowing: KnowingPage | None = None
        self._banking: BankPage | None = None
        self._projection: Projection | None = None

    @property
    def is_open(self) -> bool:
        """Whether one of them is shown."""
        return self._stack.currentIndex() > 0

    @property
    def entry(self) -> QWidget | None:
        """What takes the keyboard while one of them is shown."""
        return self._stack.currentWidget() if self.is_open else None

    @property
    def status(self) -> str:
        """What the page that is shown says in the line at the foot; '' for what needs none."""
        page = self._stack.currentWidget()
        return self._banking.status() if page is self._banking and self._banking is not None else ""

    @property
    def question(self) -> Question | None:
        """The question that the page shows, the one chosen in the bank or asked before an audience; None for none."""
        page = self._stack.currentWidget()
        if self._projection is not None and page is self._projection.console:
            slide = self._projection.show.slide
            return slide.question if slide is not None else None
        chosen = self._banking.kept().chosen if self._banking is not None and page is self._banking else ""
        return self._bank.question(chosen) if self._bank.holds(chosen) else None

    def leave(self) -> None:
        """Show the questions again."""
        self._tasks.stop()
        if self._projection is not None:
            self._projection.end()
        self._stack.setCurrentIndex(0)
        self.left.emit()

    # What is known

    def show_knowing(self) -> None:
        """Work out what is known, in the background, and show it."""
        if self._knowing is None:
            from desktop.quiz.ui.knowing.page import KnowingPage

            self._knowing = KnowingPage(self._context)
            self._knowing.closed.connect(self.leave)
            self._knowing.followed.connect(self.followed)
            self._stack.addWidget(self._knowing)
        self._knowing.show_knowledge(None)
        self._open(self._knowing)
        moment = replace(self._keeper.moment, zone=self._context.learner.here)
        if self._keeper.is_in_file:
            self._tasks.stop()
            self._tasks.run(lambda: _or_words(lambda: self._read(moment)), self._on_known)
        else:
            self._on_known(self._keeper.knowledge_of_log(self._keeper.log, moment))

    def _read(self, moment: Moment) -> Knowledge:
        with self._keeper.log.reader() as reading:
            return self._keeper.knowledge_of_log(reading, moment)

    def _on_known(self, found: object) -> None:
        if isinstance(found, str):
            self.failed.emit(found)
            self.leave()
        elif self._knowing is not None:
            self._knowing.show_knowledge(found)  # type: ignore[arg-type]

    # The bank

    def show_bank(self) -> None:
        """Browse the questions."""
        page = self._bank_page()
        page.show_states(self._keeper.states())
        self._open(page)
        page.take_focus()

    def kept(self) -> KeptSide | None:
        """What a new room takes up when the pack is read again."""
        page = self._stack.currentWidget()
        if page is not self._banking or self._banking is None:
            return None
        return KeptSide(self._banking.kept())

    def take_up(self, kept: KeptSide) -> None:
        """Be where the room before was."""
        if kept.bank is not None:
            page = self._bank_page()
            self._open(page)
            page.take_up(kept.bank)

    def find(self) -> bool:
        """Into the search field of what is shown; whether it has one."""
        if self._banking is None or self._stack.currentWidget() is not self._banking:
            return False
        self._banking.focus_search()
        return True

    def _bank_page(self) -> BankPage:
        if self._banking is None:
            from desktop.quiz.ui.bank.page import BankPage
            from desktop.quiz.ui.trading.trading import Trading

            self._banking = BankPage(self._context)
            Trading(self._banking, self._context)
            self._banking.closed.connect(self.leave)
            self._banking.asked.connect(self._on_asked)
            self._banking.changed.connect(self.pack_changed)
            self._banking.status_changed.connect(self.status_changed)
            self._stack.addWidget(self._banking)
        return self._banking

    def _on_asked(self, ref: object) -> None:
        self.leave()
        self.asked.emit(ref)

    # An audience

    def show_audience(self, topic: str, seed: int) -> None:
        """Ask an audience the questions of a topic that have options."""
        from desktop.quiz.projecting.posing import slide_of, votable
        from desktop.quiz.ui.projector.projection import Projection

        asked = votable((each for each, _topic in self._bank.questions(topic)), seed)
        if not asked:
            self.failed.emit("An audience can be asked questions with options, and there are none here.")
            return
        catalog = self._context.catalog
        slides = tuple(slide_of(each, seed, lambda ref: name_of(catalog, ref)) for each in asked[:_MOST_ASKED])
        projection = Projection(self._context, slides, f"{seed:x}")
        projection.ended.connect(self._on_projection_ended)
        projection.polled.connect(self.polled)
        self._projection = projection
        self._stack.addWidget(projection.console)
        self._open(projection.console)
        projection.start()

    def tell_not_kept(self, what: NotDone) -> None:
        """Over the questions it is told already; an audience's presenter does not see them."""
        if self._projection is not None:
            self._projection.console.say(what.words)

    def _on_projection_ended(self) -> None:
        projection, self._projection = self._projection, None
        if projection is None:
            return
        self._stack.setCurrentIndex(0)
        self._stack.removeWidget(projection.console)
        projection.console.deleteLater()
        projection.window.deleteLater()
        projection.deleteLater()
        self.left.emit()

    def _open(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self.opened.emit()
        page.setFocus()
        self.status_changed.emit(self.status)


def _or_words(work: Callable[[], object]) -> object:
    """What the work gives, or the words that say why the log cannot be read."""
    try:
        return work()
    except NotKept as error:
        return str(error)
