"""Questions on a stage, for a talk: one, or those of a topic; asked, counted where a hall has voted, and revealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.catalog.entities.questions import HotspotQuestion
from desktop.catalog.generated import generated
from desktop.catalog.names import name_of
from desktop.catalog.refs import QuestionRef, TopicRef, ViewRef
from desktop.progress.not_kept import NotKept
from desktop.quiz.bank import can_be_asked, question_in
from desktop.quiz.projecting import walk as walks
from desktop.quiz.projecting.posing import SEED, seed_in, slide_of, votable
from desktop.quiz.projecting.show import screen_of
from desktop.quiz.ui.projector.live_place import LivePlace
from desktop.quiz.ui.projector.polls import Polled, keep_poll
from desktop.quiz.ui.projector.screen_view import ScreenView
from desktop.quiz.ui.seeds import fresh_seed
from desktop.quiz.ui.stage_console import QuestionConsole
from desktop.shell.announce import announce
from desktop.shell.stage import Stage
from desktop.shell.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.catalog.entities.questions import Question
    from desktop.catalog.refs import Ref
    from desktop.quiz.projecting.show import Slide
    from desktop.quiz.projecting.walk import Walk
    from desktop.shell.context import Context

_MOST = 50
_FREE = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class QuestionStage(Stage):
    """Painted from a `Screen`, so nothing of the solution can be seen before it is out.

    In a question on a figure the presenter may click where the hall points; the right place is marked in the end.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._questions: Sequence[Question] = ()
        self._is_one = True
        self._walk: Walk | None = None
        self._figure: Stage | None = None
        self._console: QuestionConsole | None = None
        self._factor = 1.0
        self._round = ""
        self._screen = ScreenView(context.theme, context.icons, "Question")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._screen)
        self._live = LivePlace(context, self._pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # What is shown.

    def show_place(self, ref: Ref) -> bool:
        """Ask a question, or the first of a topic's; what is kept in the log of answers begins anew."""
        questions = self._questions_of(ref)
        figure = None
        if len(questions) == 1 and isinstance(questions[0], HotspotQuestion):
            figure = self._context.make_stage(questions[0].scene)
            if figure is None:
                return False
        if not questions:
            return False
        self._clear()
        self._questions, self._is_one = questions, isinstance(ref, QuestionRef)
        self._round = f"{fresh_seed():x}"
        self._show_figure(figure)
        self._pose(None)
        if figure is None:
            self.shown.emit()
        return True

    def show_state(self, state: Mapping[str, str]) -> None:
        """With a `seed`, the questions of a topic and the options of each stand in its order, not in the pack's."""
        seed = seed_in(state)
        if self._walk is not None and seed is not None:
            self._pose(seed)

    def enlarge(self, factor: float) -> None:
        """Type fits itself to the height; it is no smaller than this, wherever it fits."""
        self._factor = factor
        self._screen.be_read_at(self._context.theme.font().pixelSize() * factor)
        for each in (self._figure, self._live):
            if each is not None:
                each.enlarge(factor)

    # Step by step.

    @property
    def steps(self) -> int:
        return len(self._walk.steps) if self._walk is not None else 1

    @property
    def step(self) -> int:
        return self._walk.at if self._walk is not None else 0

    def go_to_step(self, at: int) -> None:
        if self._walk is not None:
            self._become(walks.go_to(self._walk, at))
            self.step_shown.emit()

    def console(self) -> QuestionConsole:
        """The solution, the votes of the hall, and 'Show me'."""
        if self._console is None:
            self._console = QuestionConsole()
            self._console.votes.counted.connect(self._on_counted)
            self._console.show_me_requested.connect(self._on_show_me_requested)
            self._tell_console()
        return self._console

    def press(self, event: QKeyEvent) -> bool:
        """Digits are votes until the solution is out, then Enter counts them; G shows where it comes from, and back."""
        if self._walk is None or event.modifiers() & ~_FREE:
            return False
        if self._live.is_on and event.key() in (Qt.Key.Key_G, Qt.Key.Key_Escape):
            self._live.leave()
            self._tell_console()
        elif event.key() == Qt.Key.Key_G and self._walk.revealed and self._live.can_show(self._walk.slide):
            self._on_show_me_requested()
        else:
            return not self._walk.revealed and self.console().votes.press(event)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.press(event):
            super().keyPressEvent(event)

    # There is nothing to pick on a slide itself.

    def pickable(self) -> Sequence[Ref]:
        return ()

    def name(self, ref: Ref) -> str:
        return ""

    def _show_marks(self) -> None:
        """Nothing is marked but in a figure."""

    # How it does it.

    def _questions_of(self, ref: Ref) -> Sequence[Question]:
        """The question, or those of a topic (or of the whole quiz) that a hall can vote on; made ones where none is
        written.
        """
        catalog = self._context.catalog
        if isinstance(ref, QuestionRef):
            found = question_in(catalog, ref.question)
            return (found,) if found is not None and can_be_asked(found) else ()
        if isinstance(ref, ViewRef):
            return votable(catalog.question.values(), None)[:_MOST]
        topic = catalog.topic.get(ref.topic) if isinstance(ref, TopicRef) else None
        if topic is None:
            return ()
        by_template = (each for template in topic.templates for each in generated(catalog, template))
        return (votable(topic.questions, None) or votable(by_template, None))[:_MOST]

    def _pose(self, seed: int | None) -> None:
        """Ask from the first question on; nothing is voted or told yet."""
        questions = self._questions if self._is_one else votable(self._questions, seed)
        order = SEED if seed is None else seed
        self._become(walks.begin(tuple(slide_of(each, order, self._name_of) for each in questions)))

    def _name_of(self, ref: Ref) -> str:
        """A place by its own title, as it can be read in the figure."""
        found = self._context.catalog.find(ref)
        title = getattr(found, "title", None) or getattr(found, "label", None)
        named = self._figure.name(ref) if self._figure is not None else ""
        return title or named or name_of(self._context.catalog, ref)

    def _become(self, walk: Walk) -> None:
        """Another step, or votes: show them to the hall and to the presenter, and keep the votes once they are told."""
        before, self._walk = self._walk, walk
        self._live.leave()
        self._screen.show_screen(screen_of(walk.show))
        self._mark_figure()
        self._tell_console()
        if walk.revealed and walk.tally is not None:
            self._keep_poll(walk.slide, walk.tally)
        if before is not None and before.at != walk.at:
            announce(self, screen_of(walk.show).words)

    def _keep_poll(self, slide: Slide, votes: tuple[int, ...]) -> None:
        polled = Polled(self._round, slide.question.id, slide.order, votes)
        try:
            keep_poll(self._context.learner, self._context.catalog.pack.id, slide.question, polled)
        except NotKept as error:
            self.console().votes.say(str(error))
            announce(self.console(), str(error))

    def _on_counted(self, votes: tuple[int, ...]) -> None:
        if self._walk is not None:
            before = self.steps
            self._become(walks.count(self._walk, votes))
            if self.steps != before:
                self.shown.emit()  # there is a step more
            self.step_shown.emit()

    def _on_show_me_requested(self) -> None:
        if self._walk is not None and self._walk.revealed:
            self._live.switch(self._walk.slide, self._factor)
            self._tell_console()
            self.shown.emit()  # the hall sees something else, at the same step

    def _tell_console(self) -> None:
        if self._console is not None and self._walk is not None:
            self._console.show_walk(self._walk, self._live.can_show(self._walk.slide), self._live.is_on)

    # The figure of a question that is answered by pointing.

    def _show_figure(self, figure: Stage | None) -> None:
        self._figure = figure
        self._screen.show_figure(figure)
        if figure is not None:
            figure.enlarge(self._factor)
            figure.allow_picking(True)  # while it is allowed, the figure says nothing of itself, which might answer
            figure.shown.connect(self.shown)

    def _mark_figure(self) -> None:
        """The right place is marked once it is out, and the one that was picked for the hall where it is wrong."""
        walk, figure = self._walk, self._figure
        if figure is None or walk is None or not isinstance(walk.slide.question, HotspotQuestion):
            return
        picked, targets = figure.picked_ref, walk.slide.question.targets
        wrong = {picked: Tone.WRONG} if picked is not None and picked not in targets else {}
        figure.mark({**dict.fromkeys(targets, Tone.RIGHT), **wrong} if walk.revealed else {})
