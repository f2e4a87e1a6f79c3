"""Gives a talk: one value, the hall's window and the console, which never disagree. Start with `Presenting.start`."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent

from desktop.presentation import moves
from desktop.presentation.acting import act_of, acted, meant
from desktop.presentation.keys import Act
from desktop.presentation.talk import Over, Steps, begin, stepped, with_deck, with_steps
from desktop.presentation.ui.awake import Awake
from desktop.presentation.ui.console import Console
from desktop.presentation.ui.hall import HallView
from desktop.presentation.ui.live_picture import LivePicture
from desktop.presentation.ui.making import Making
from desktop.presentation.ui.timekeeping import Timekeeper
from desktop.presentation.ui.typing import is_kept, key_text
from desktop.presentation.ui.watching import PackWatch
from desktop.shell.announce import announce
from desktop.shell.audience import AudienceWindow
from desktop.shell.navigator import Navigator

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QScreen
    from PySide6.QtWidgets import QWidget

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.talks import Deck
    from desktop.presentation.ink import Point
    from desktop.presentation.report import Report
    from desktop.presentation.talk import Talk
    from desktop.presentation.ui.board import Moment
    from desktop.presentation.ui.stop_page import StopPage
    from desktop.shell.context import Context
    from desktop.shell.packs import Packs

_CLICK_ZOOM = 2.0
_PRESS, _RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease


class Presenting(QObject):
    """From the first stop to the report. With the window's `packs`, edits of the pack are taken while talking.

    The stages get a navigator of their own, so that neither the talk nor the window behind it leads the other.
    """

    ended = Signal(object)  # Report
    reload_failed = Signal(str)
    changed = Signal()  # the talk stands elsewhere

    def __init__(
        self,
        context: Context,
        deck: Deck,
        at: int = 0,
        packs: Packs | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """`at` is the stop to begin with, from 0; `clock` gives seconds that only grow."""
        super().__init__()
        self._context = replace(context, navigator=Navigator(self))
        self._talk = begin(deck, at)
        self.hall = HallView(context.theme)
        self.making = Making(self._context, self.hall.stack)
        self.console = Console(context, self.making.picture, lambda event: self._on_key(event, self.console))
        self.window = AudienceWindow(deck.title, self.hall, lambda event: self._on_key(event, self.window))
        self._awake = Awake(self)
        self._watch = PackWatch(packs, self) if packs is not None else None
        self._is_zooming = self._is_over = False
        self._time = Timekeeper(self.console.pace, deck, clock)
        self._live = LivePicture(self.hall, self.making, self.console.preview)
        self._beside = self._acts_beside()
        self._connect()

    @property
    def talk(self) -> Talk:
        """How the talk stands."""
        return self._talk

    @property
    def report(self) -> Report:
        """The time spent so far, against the plan."""
        return self._time.report

    @property
    def screen_saver(self) -> str:
        """Whether the screen saver is held off, in words."""
        return self._awake.words

    def start(self) -> None:
        """Open both windows and let the clock run."""
        self.console.setWindowTitle(f"{self._talk.deck.title}: console")
        self.console.resize(1100, 700)
        self.console.show()
        self._open_hall()
        self._show_stop(glide=False)
        self._show_talk()
        self._time.begin(self._stop_id)
        self._awake.hold()
        if self._watch is not None:
            self._watch.start()

    def end(self) -> None:
        """Close both windows for good and tell the report."""
        if self._is_over or not self._time.is_running:
            return
        self._is_over = True
        report = self.report
        self._time.stop()
        self._live.stop()
        self.making.stop()
        self._talk = replace(self._talk, ended=True)
        if self._watch is not None:
            self._watch.stop()
        self._awake.release()
        self.hall.glide.stop()
        for each in (self.window, self.console):
            each.close()
            each.deleteLater()
        self.ended.emit(report)

    # Keys, buttons, and what is chosen in the console.

    def press(self, key: str) -> bool:
        """Do what a key asks for, named as in `keys.py`; whether it is a key of the talk."""
        act = act_of(self._talk, key)
        if act is None:
            return False
        self._do(act, key)
        return True

    def go_to(self, at: int) -> None:
        """Go to a stop, from 0."""
        self._become(moves.go_to(replace(self._talk, over=Over.NONE, said=""), at))

    def _on_key(self, event: QKeyEvent, window: QWidget) -> bool:
        key = key_text(event)
        if not key or self._is_over:
            return False
        return not is_kept(event, window.focusWidget()) and self.press(key)

    def _on_button(self, act: Act) -> None:
        self._do(meant(self._talk, act))

    def _do(self, act: Act, key: str = "") -> None:
        was = self._talk
        self._become(acted(self._talk, act, key, self.console.overview.columns))
        beside = self._beside.get(act)
        if beside is not None and not self._talk.ended:
            beside()
        if was.over is not self._talk.over and not self._talk.ended:
            self._show_over()

    def _become(self, talk: Talk) -> None:
        """The talk stands elsewhere: show that in both windows."""
        before, self._talk = self._talk, talk
        if talk.ended:
            self.end()
            return
        if talk.at != before.at:
            self._time.move(self._stop_id, talk.deck)
            self._show_stop()
        elif talk.step != before.step:
            self._show_step()
        self._show_talk()

    # The windows show the talk.

    @property
    def _stop_id(self) -> str:
        return self._talk.stop.id if self._talk.stop is not None else ""

    def _show_stop(self, glide: bool = True) -> None:
        """The page of the stop that is on; its neighbours are made when there is time."""
        stop = self._talk.stop
        if stop is None:
            return
        page = self.making.page(stop)
        self._show_step()
        self.hall.show_page(page, glide)
        self.window.setFocus()
        self.console.show_stage_part(page.console)
        at = self._talk.at
        self.making.keep([stop, *self._talk.deck.stops[at + 1 : at + 2], *self._talk.deck.stops[max(0, at - 1) : at]])
        self._live.begin_with(page)
        announce(self.console, f"Stop {at + 1} of {self._talk.count}: {stop.title}")

    def _show_step(self) -> None:
        """The stage goes to the step that is on."""
        stop = self._talk.stop
        if stop is not None:
            self._talk = replace(self._talk, step=self._talk.at_step)
            self.making.page(stop).go_to_step(self._talk.at_step)

    def _show_talk(self) -> None:
        self.hall.show_talk(self._talk)
        self.console.show_talk(self._talk)
        if self._talk.said:
            announce(self.console, self._talk.said)
        self.changed.emit()

    def _show_over(self) -> None:
        """The overview lies over the console; where the hall's window covers that, the console comes to the front."""
        if self._talk.over is Over.OVERVIEW:
            self.making.want(self._talk.deck.stops)
        covered = self.window.isFullScreen() and self.window.screen() == self.console.screen()
        if covered:
            front = self.console if self._talk.over else self.window
            front.raise_()
            front.activateWindow()

    def _show_where(self) -> None:
        if self._is_over:
            return
        window = self.window
        current = window.screen().name() if window.isFullScreen() else ""
        self.console.show_where(window.where, current, window.isVisible())

    # What keys do besides.

    def _acts_beside(self) -> dict[Act, Callable[[], object]]:
        notes = self.console.notes
        return {
            Act.START: self._open_hall,
            Act.FROM_HERE: self._open_hall,
            Act.PAUSE: self._time.pause,
            Act.RESTART_CLOCK: self._time.restart,
            Act.TARGET: self._edit_target,
            Act.SWAP: self._swap,
            Act.FULL_SCREEN: self._switch_full_screen,
            Act.LARGER_NOTES: lambda: notes.resize_type(1),
            Act.SMALLER_NOTES: lambda: notes.resize_type(-1),
            Act.NOTES_DOWN: lambda: self.console.turn(1),
            Act.NOTES_UP: lambda: self.console.turn(-1),
        }

    def _open_hall(self) -> None:
        """The hall's window, where it was closed; the keyboard stays with the presenter."""
        if not self.window.isVisible():
            self.window.show_beside(self.console, self._context.settings)
            handle = self.window.windowHandle()
            if handle is not None:
                handle.installEventFilter(self)
                self._live.follow(handle)
            self.console.take_focus()
        self._show_where()

    def _edit_target(self) -> None:
        self.console.activateWindow()
        self.console.pace.edit_minutes()

    def _swap(self) -> None:
        if not self.window.swap():
            self._become(replace(self._talk, said="There is no other screen to swap with."))

    def _switch_full_screen(self) -> None:
        if self.window.isFullScreen():
            self.window.be_window()
        else:
            self.window.fill_best()

    def _on_screen_chosen(self, screen: QScreen | None) -> None:
        self._open_hall()
        self.window.choose(screen)
        self.console.activateWindow()

    # What stages, pages and the mouse tell.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+click in the hall's window zooms to a place."""
        return event.type() in (_PRESS, _RELEASE) and isinstance(event, QMouseEvent) and self._on_mouse(event)

    def _on_mouse(self, event: QMouseEvent) -> bool:
        """Whether a click was for the zoom and goes no further."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.type() == _PRESS and held and event.button() is Qt.MouseButton.LeftButton:
            self._is_zooming = True
            self._become(moves.zoom_by(self._talk, _CLICK_ZOOM, self.hall.board.share(event.position())))
            return True
        was, self._is_zooming = self._is_zooming, False
        return was

    def _on_page_made(self, page: StopPage) -> None:
        self._talk = with_steps(self._talk, page.stop.id, page.steps)
        page.step_shown.connect(lambda: self._on_step_shown(page))
        page.settled.connect(lambda: self._on_settled(page))
        page.next_requested.connect(lambda: self._on_button(Act.NEXT))
        page.back_requested.connect(lambda: self._on_button(Act.BACK))

    def _on_step_shown(self, page: StopPage) -> None:
        """A stage went on by itself, for somebody clicked in it."""
        if page is self.hall.page and page.step != self._talk.at_step:
            self._become(stepped(self._talk, page.step))

    def _on_settled(self, page: StopPage) -> None:
        first = self._talk.steps.get(page.stop.id, Steps()).first
        steps = Steps(first, page.steps.count)
        if steps != self._talk.steps.get(page.stop.id):
            self._talk = with_steps(self._talk, page.stop.id, steps)
            self.console.show_talk(self._talk)
        if page is self.hall.page:
            self.hall.show_zoom()
            self._live.ask()

    def _on_pictured(self, _stop: str) -> None:
        self.console.show_next(self._talk)
        if self._talk.over is Over.OVERVIEW:
            self.console.overview.show_pictures()

    def _on_hall_resized(self) -> None:
        if self._talk.stop is not None and self._time.is_running:
            self._show_stop(glide=False)

    def _on_moment(self, moment: Moment) -> None:
        for board in (self.hall.board, self.console.preview):
            board.show_moment(moment)

    def _on_stroked(self, points: tuple[Point, ...]) -> None:
        self._become(moves.draw(self._talk, points))

    def _on_erased(self, at: Point) -> None:
        self._become(moves.erase(self._talk, at, self.hall.width() / max(1, self.hall.height())))

    # The pack was edited.

    def _on_pack_taken(self, catalog: Catalog) -> None:
        """Show the same stop of the deck as it is now; place, step and clock stay."""
        self._context = replace(self._context, catalog=catalog)
        deck = next((each for each in catalog.decks if each.id == self._talk.deck.id), None)
        self.console.say_notice("" if deck is not None else "The deck is not in the pack any more; the talk goes on.")
        self.making.change(self._context)
        self._talk = replace(with_deck(self._talk, deck or self._talk.deck), steps={})
        self._time.move(self._stop_id, self._talk.deck)
        before = self.hall.page
        self._show_stop(glide=False)
        if before is not None:
            self.making.retire(before)
        self._show_talk()

    def _on_pack_refused(self, words: str) -> None:
        self.console.say_notice(words)
        announce(self.console, words)
        self.reload_failed.emit(words)

    def _connect(self) -> None:
        self.making.made.connect(self._on_page_made)
        self.making.pictured.connect(self._on_pictured)
        self.hall.resized.connect(self._on_hall_resized)
        for board in (self.hall.board, self.console.preview):
            board.changed.connect(self._on_moment)
            board.stroked.connect(self._on_stroked)
            board.erased.connect(self._on_erased)
        self.console.acted.connect(self._on_button)
        self.console.stop_chosen.connect(self.go_to)
        self.console.screen_chosen.connect(self._on_screen_chosen)
        self.console.closed.connect(self.end)
        self.window.closed.connect(self._show_where, Qt.ConnectionType.QueuedConnection)  # it is still there meanwhile
        self.window.moved.connect(self._show_where)
        if self._watch is not None:
            self._watch.taken.connect(self._on_pack_taken)
            self._watch.refused.connect(self._on_pack_refused)
