"""Leads a quiz before an audience: one show, the hall's window and the presenter's page, which never disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.quiz.projecting import show as shows
from desktop.quiz.ui.projector import console as wants
from desktop.quiz.ui.projector.console import Console
from desktop.quiz.ui.projector.live_place import LivePlace
from desktop.quiz.ui.projector.polls import Polled
from desktop.quiz.ui.projector.screen_plan import READABLE
from desktop.quiz.ui.projector.screen_view import ScreenView
from desktop.shell.announce import announce
from desktop.shell.audience import AudienceWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.quiz.projecting.show import Show, Slide
    from desktop.shell.context import Context

TITLE = "Quiz for the audience"
_STEPS: dict[str, Callable[[Show], Show]] = {
    wants.NEXT: shows.go_on,
    wants.BACK: shows.go_back,
    wants.UNDO: shows.take_back,
    wants.BLACK: lambda show: shows.cover(show, shows.Blank.BLACK),
    wants.WHITE: lambda show: shows.cover(show, shows.Blank.WHITE),
}


class Projection(QObject):
    """From the first question to the end."""

    ended = Signal()
    polled = Signal(object)  # Polled: the solution of a question is out, and votes were counted, or counted anew

    def __init__(self, context: Context, slides: tuple[Slide, ...], name: str) -> None:
        """`name` is under which the log keeps what is answered."""
        super().__init__()
        self._context, self._name = context, name
        self._show = shows.begin(slides)
        self.console = Console(context.theme, context.icons)
        self._screen = ScreenView(context.theme, context.icons, TITLE)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._screen)
        self._live = LivePlace(context, self._pages)
        self.window = AudienceWindow(TITLE, self._pages, self.console.act)
        self.console.asked_for.connect(self._on_asked_for)
        self.console.counted.connect(self._on_counted)
        self.window.closed.connect(self.ended)
        self.console.destroyed.connect(self.window.close)
        self.window.moved.connect(self._tell_where)

    @property
    def show(self) -> Show:
        """How the show stands."""
        return self._show

    def start(self) -> None:
        """Open the hall's window beside the presenter's and put the keyboard where votes are typed."""
        self._tell()
        self.window.show_beside(self.console.window(), self._context.settings)
        self.console.window().activateWindow()
        self.console.take_focus()

    def end(self) -> None:
        """Close the hall's window."""
        self.window.close()

    def _on_asked_for(self, what: str) -> None:
        if what == wants.END:
            self.end()
        elif what == wants.SHOW_ME:
            self._show_me()
        elif self._live.is_on and what in (wants.NEXT, wants.BACK, wants.UNDO):
            self._live.leave()
        else:
            self._step(what)

    def _step(self, what: str) -> None:
        was = self._show
        self._show = _STEPS[what](was)
        self._tell()
        if self._show.at == was.at and self._show.now.revealed and not was.now.revealed:
            announce(self.console, self.console.solution)
        self._tell_votes(was)

    def _tell_votes(self, was: Show) -> None:
        """Tell of the votes where they or the solution came out just now."""
        slide, told = self._show.slide, self._show.now
        is_news = self._show.at == was.at and told != was.now
        if is_news and slide is not None and told.revealed and told.votes is not None:
            self.polled.emit(Polled(self._name, slide.question.id, slide.order, told.votes))

    def _on_counted(self, votes: tuple[int, ...]) -> None:
        was = self._show
        self._show = shows.count(was, votes)
        self._tell()
        self._tell_votes(was)

    def _show_me(self) -> None:
        """Where it comes from, live; once more, and the question is back."""
        slide = self._show.slide
        if slide is not None and (self._show.now.revealed or self._live.is_on):
            readable = self._pages.height() * READABLE
            self._live.switch(slide, max(1.0, readable / self._context.theme.font().pixelSize()))

    def _tell(self) -> None:
        self._live.leave()
        self._screen.show_screen(shows.screen_of(self._show))
        slide = self._show.slide
        self.console.show_show(self._show, slide is not None and self._live.can_show(slide))

    def _tell_where(self) -> None:
        screen = self.window.screen()
        if self.window.isFullScreen() and screen is not None:
            self.console.say_where(f"The hall sees it on the screen {screen.name()}.")
        else:
            self.console.say_where("The hall's window is an ordinary one: share it in a call, or move it.")
