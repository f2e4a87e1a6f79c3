"""The one window: tabs, evidence panel, status line. It shows any ViewSpec and knows no room by name."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt

from desktop.shell.dialogs import Dialogs
from desktop.shell.evidence_dock import EvidenceDock
from desktop.shell.folders import Folders
from desktop.shell.header import Header
from desktop.shell.menus import Menus, MenuWindow
from desktop.shell.navigator import Navigator
from desktop.shell.packs import Opened, Packs, local_path
from desktop.shell.pages import Pages
from desktop.shell.status import StatusLine
from desktop.shell.talks import DeskHost, Talks, Told
from desktop.shell.theme import STEP
from desktop.shell.view import ViewRef, stages_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.loader import Loaded
    from desktop.catalog.refs import Ref
    from desktop.shell.answers import Answers
    from desktop.shell.context import Context
    from desktop.shell.icons import Icons
    from desktop.shell.learner import Learner
    from desktop.shell.on_screen import OnScreen
    from desktop.shell.room import Room
    from desktop.shell.settings import Settings
    from desktop.shell.talks_spec import TalksSpec
    from desktop.shell.theme import Theme, ThemeChoice
    from desktop.shell.view import ViewSpec

TITLE = "GenAI vs LLM"
_SMALLEST = (640, 420)
_NO_FOLDERS = Folders()


class Window(MenuWindow):
    """Shows a pack in tabs. A tab's widget is built when it is first shown."""

    def __init__(
        self,
        views: Sequence[ViewSpec],
        look: tuple[Theme, Icons],
        settings: Settings,
        load: Callable[[Path], Loaded],
        folders: Folders = _NO_FOLDERS,
    ) -> None:
        """`load` opens a pack; it runs in a thread."""
        super().__init__()
        self._views, self._settings = tuple(views), settings
        self._theme, self._icons = look
        self._folders = folders
        self._context: Context | None = None
        self._places: dict[str, Ref] = {}
        self._is_following = False
        self.packs = Packs(self, settings, load)
        self.dialogs = Dialogs(self, self._views)
        tabs = {each.key: each.title for each in self._views}
        self.talks = Talks(DeskHost(self, self.packs, tabs, self._on_screen, self._views))
        self._pages = Pages(self.packs, self._on_status_changed)
        self._evidence = EvidenceDock(self, look, settings.evidence_shown)
        self._build()
        self._menus = Menus(self, self._views, settings, look[0])
        self._connect()
        self._restore()

    @cached_property
    def learner(self) -> Learner:
        """The learner's log. It is imported here: the first paint does without it."""
        from desktop.shell.learner import Learner

        learner = Learner(self._settings, self._folders.data, parent=self)
        learner.told.connect(self._say)
        return learner

    @cached_property
    def answers(self) -> Answers:
        """What the menu of answers does."""
        from desktop.shell.answers import Answers

        return Answers(self, self.learner, self._say)

    @property
    def context(self) -> Context | None:
        """What the rooms of the open pack share."""
        return self._context

    @property
    def _view(self) -> ViewSpec:
        """The tab that is chosen."""
        return self._views[self._header.tabs.currentIndex()]

    def show_pack(self, loaded: Loaded, path: Path, quietly: bool = False) -> None:
        """Show a pack that was loaded. One that cannot be shown leaves the present one as it is."""
        shown = self.packs.shown
        again = shown is not None and shown.path == path and self._context is not None
        if loaded.catalog is not None:
            self._show_catalog(loaded.catalog, len(loaded.problems), again)
        elif self._context is not None:
            self._status.say(f"{path} could not be opened; the pack before it is still shown.")
        else:
            self._pages.show_blank(f"{path.name} could not be opened", str(next(iter(loaded.problems), path)))
        if loaded.catalog is not None or self._context is None:
            self.packs.keep(Opened(loaded, path))
        if loaded.problems and not (quietly and shown is not None and shown.loaded.problems == loaded.problems):
            self.dialogs.show_problems(loaded, path, self.open_pack)

    def open_pack(self, path: Path) -> None:
        """Load a pack in the background and show it."""
        self.packs.open(path)

    def offer_talks(self, spec: TalksSpec) -> None:
        """There are talks: their menu, and their buttons in the header."""
        self.talks.offer(spec.build)
        self.dialogs.talks = spec
        self._menus.show_talks(True)
        self._header.show_talks(self._icons)
        self._fit()

    def show_view(self, key: str) -> Room | None:
        """Switch to a tab by its key; its room."""
        for at, view in enumerate(self._views):
            if view.key == key:
                self._header.tabs.setCurrentIndex(at)
        return self._pages.built(key)

    def go_to_view(self, key: str) -> None:
        """Switch to a tab, and with the keyboard into its room."""
        room = self.show_view(key)
        if room is not None:
            room.take_focus()

    def catch_up(self) -> None:
        """Show at once what would follow in the next frame."""
        self._evidence.panel.catch_up()

    # What the menus do; the names stand in actions.py.

    def show_problems(self) -> None:
        """The list of what is wrong with the pack, also when that is nothing."""
        shown = self.packs.shown
        if shown is not None and shown.loaded.problems:
            self.dialogs.show_problems(shown.loaded, shown.path, self.open_pack)
        else:
            self._status.say("The pack has no problems.")

    def find_here(self) -> None:
        """Into the search field of the tab."""
        if (room := self._pages.built(self._view.key)) is not None:
            room.focus_search()

    def find_anywhere(self) -> None:
        """Into the search field at the top."""
        self._header.search.take_focus()

    def enlarge_text(self) -> None:
        self._set_scale(self._theme.scale + STEP)

    def shrink_text(self) -> None:
        self._set_scale(self._theme.scale - STEP)

    def reset_text(self) -> None:
        self._set_scale(1.0)

    def reduce_motion(self) -> None:
        """Nothing moves by itself any more, or it does again."""
        self._theme.set_reduced_motion(self._menus.is_ticked("reduce_motion"))
        self._settings.reduced_motion = self._theme.reduced_motion

    def show_evidence(self) -> None:
        """Fold the evidence panel in or out."""
        self._evidence.fold(self._menus.is_ticked("show_evidence"))

    def show_full_screen(self) -> None:
        """Full screen on or off."""
        state = self.windowState() & ~Qt.WindowState.WindowFullScreen
        ticked = self._menus.is_ticked("show_full_screen")
        self.setWindowState(state | Qt.WindowState.WindowFullScreen if ticked else state)

    def go_back(self) -> None:
        """To the place before this one; where there is none, the status line says so."""
        if self._context is None or not self._context.navigator.go_back():
            self._status.say("There is no earlier place")

    def go_forward(self) -> None:
        """To the place that was left by going back; where there is none, the status line says so."""
        if self._context is None or not self._context.navigator.go_forward():
            self._status.say("There is no later place")

    def _say(self, words: str) -> None:
        self._status.say(words)

    def _on_screen(self) -> OnScreen | None:
        """What the chosen tab shows."""
        room = self._pages.built(self._view.key)
        return room.on_screen() if room is not None else None

    # How it is put together.

    def _build(self) -> None:
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(True)
        self._header = Header(self._views, self)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self._header)
        self.setCentralWidget(self._pages.stack)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._evidence.dock)
        self._status = StatusLine(self)
        self.setStatusBar(self._status)

    def _connect(self) -> None:
        self._header.tab_chosen.connect(self._on_tab_chosen)
        self._header.add_requested.connect(self.talks.add)
        self._header.present_requested.connect(self.talks.present)
        self.talks.told.connect(self._on_told)
        self._header.search.chosen.connect(self._on_link_followed)
        self._header.search.command_chosen.connect(self._menus.trigger)
        self._evidence.panel.followed.connect(self._on_link_followed)
        self._status.problems_requested.connect(self.show_problems)
        self._theme.changed.connect(self._fit)
        self.packs.opening.connect(self._on_opening)
        self.packs.opened.connect(lambda opened: self.show_pack(*opened))
        self.packs.failed.connect(self._on_opening_failed)

    def _restore(self) -> None:
        geometry = self._settings.geometry
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1280, 800)
        self._menus.tick("show_full_screen", self.isFullScreen())
        self._theme.set_reduced_motion(self._settings.reduced_motion)
        self._menus.tick("reduce_motion", self._settings.reduced_motion)
        self.show_view(self._settings.view)
        self._fit()

    def _fit(self) -> None:
        """The window is never so narrow that a tab is cut."""
        self._header.refit()
        self.setMinimumSize(max(_SMALLEST[0], self._header.narrowest), _SMALLEST[1])
        self._menus.tick("show_evidence", self._evidence.fit())

    # What happens.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._menus.tick("show_evidence", self._evidence.fit())

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.geometry = QByteArray(self.saveGeometry())
        self._settings.view = self._view.key
        self._settings.evidence_shown = self._evidence.wanted
        self._settings.text_scale = self._theme.scale
        self._settings.save()
        self.packs.stop()
        self.talks.close()
        self.learner.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_path(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.packs.open_dropped(event.mimeData()):
            event.acceptProposedAction()

    def _on_opening(self, path: Path) -> None:
        self._status.say(f"Opening {path} …")
        if self._context is None:
            self._pages.show_blank(f"Opening {path.name} …", "")

    def _on_opening_failed(self, path: Path) -> None:
        if self._context is None:
            self._pages.show_blank(f"{path.name} could not be opened", "The program made a mistake.")

    def _show_catalog(self, catalog: Catalog, problems: int, again: bool) -> None:
        """Show another pack from its start; the same one `again` where the reader was, as far as that is there."""
        from desktop.shell.context import Context

        def stays(ref: Ref) -> bool:
            return isinstance(ref, ViewRef) or catalog.find(ref) is not None

        navigator = Navigator(self)
        self._places = {key: ref for key, ref in self._places.items() if again and stays(ref)}
        opens = {view.key: view.opens for view in self._views}
        own = {key: ref for key, ref in self._places.items() if isinstance(ref, opens[key])}
        self._pages.drop(own if again else None)
        if self._context is not None:
            if again:
                navigator.take_over(self._context.navigator, stays)
            self._context.navigator.deleteLater()
        navigator.opened.connect(self._on_opened)
        navigator.selected.connect(self._on_selected)
        look = (self._theme, self._icons)
        stages = stages_of(self._views)
        self._context = Context(catalog, navigator, self._settings, *look, self._folders.cache, stages, self.learner)
        self.dialogs.show_pack(catalog)
        self.answers.catalog = catalog
        self.talks.show_pack(self._context)
        self._header.search.set_catalog(catalog)
        self._status.show_pack(catalog, problems)
        self.setWindowTitle(f"{catalog.pack.title} — {TITLE}")
        self._evidence.panel.show_ref(catalog, None)
        self._on_tab_chosen(self._header.tabs.currentIndex())

    def _on_tab_chosen(self, at: int) -> None:
        if self._context is not None and not self._is_following:
            key = self._views[at].key
            place = self._places.get(key) or self._pages.room(self._views[at], self._context).place()
            self._context.navigator.enter(place or ViewRef(key))
        self._show_tab(at)

    def _show_tab(self, at: int) -> None:
        if self._context is None:
            return
        room = self._pages.show_room(self._views[at], self._context)
        if not self._header.tabs.hasFocus():
            room.setFocus()
        self._status.show_room(room.status())

    def _on_link_followed(self, ref: Ref) -> None:
        if self._context is None:
            return
        if isinstance(ref, ViewRef) or self._context.catalog.find(ref) is not None:
            self._context.navigator.open(ref)
        else:
            self._status.say(f"There is no '{ref}' in this pack.")

    def _on_opened(self, ref: Ref) -> None:
        """Follow a link: to its tab, or into the panel where no tab opens it."""
        view = self._view_of(ref)
        self._is_following = True
        try:
            if view is not None and self._context is not None:
                self.show_view(view.key)
                if not isinstance(ref, ViewRef):
                    self._pages.room(view, self._context).open(ref)
            elif self._evidence.is_hidden:
                self._menus.trigger("show_evidence")
        finally:
            self._is_following = False

    def _view_of(self, ref: Ref) -> ViewSpec | None:
        """The tab that shows a place."""
        key = ref.view if isinstance(ref, ViewRef) else None
        return next((view for view in self._views if view.key == key or isinstance(ref, view.opens)), None)

    def _on_selected(self, ref: Ref) -> None:
        if self._context is not None:
            place = self._context.navigator.current or ref
            self._places[(self._view_of(place) or self._view).key] = place
            self._evidence.panel.show_ref(self._context.catalog, ref)

    def _on_told(self, told: Told) -> None:
        self._status.say(told.words, told.undo)

    def _on_status_changed(self, key: str, text: str) -> None:
        if self._view.key == key:
            self._status.show_room(text)

    def _set_scale(self, scale: float) -> None:
        self._theme.set_scale(scale)
        self._settings.text_scale = self._theme.scale
        self._status.say(f"Text size {round(self._theme.scale * 100)} %")

    def set_theme(self, choice: ThemeChoice) -> None:
        """Light, dark, or as the system has it."""
        self._settings.theme = choice
        self._theme.set_choice(choice)
        self._menus.tick_theme(choice)
