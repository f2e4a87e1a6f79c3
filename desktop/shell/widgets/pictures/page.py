"""A room's pictures: one of several is shown, every mark of it can be chosen, and it is saved as SVG or PNG."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from desktop.shell.announce import announce
from desktop.shell.saving import asked_path, written
from desktop.shell.theme import TypeSize
from desktop.shell.widgets.breaking import unbroken
from desktop.shell.widgets.buttons import SegmentedControl, push_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.pictures.board import Board, BoardScroll
from desktop.shell.widgets.pictures.plan import Plan
from desktop.shell.widgets.pictures.saved import drawing_for_file, png_of, svg_of
from desktop.shell.widgets.pictures.sketch import Sketch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent

    from desktop.shell.context import Context

LOW = 320
_MARGINS, _LOW_MARGINS = (12, 12, 6, 8), (12, 4, 6, 4)
_HOW = "Point at a mark to read it, choose it to see its evidence. Arrow keys walk from mark to mark."
_SVG, _PNG = "Save as SVG…", "Save as PNG…"


class PicturePage(QWidget):
    """Shows one of the pictures that a room can draw, and saves it."""

    place_selected = Signal(object)  # Ref

    def __init__(
        self, context: Context, setting: str, pictures: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """`pictures` are the words for each key; which one the reader picked is kept under `setting`."""
        super().__init__(parent)
        self._context, self._setting, self._pictures = context, setting, pictures
        self._plans: Callable[[str], Plan | str] = lambda _key: ""
        self._plan: Plan | str = ""
        kept = context.settings.value(setting)
        self._is_picked = kept in pictures  # until the reader picks one, the first that has something is shown
        self._key = str(kept) if self._is_picked else next(iter(pictures))
        self._build()
        self._connect()

    @property
    def key(self) -> str:
        """Which picture is shown."""
        return self._key

    @property
    def title(self) -> str:
        """What the picture shows, or what it is called where it cannot be drawn."""
        return self._plan.title if isinstance(self._plan, Plan) else self._pictures[self._key]

    @property
    def words(self) -> str:
        """What is said instead of a picture, or the line under it."""
        return self._plan if isinstance(self._plan, str) else unbroken(self._note.text())

    @property
    def told(self) -> str:
        """What came of saving, where it is said."""
        return "" if self._told.isHidden() else unbroken(self._told.text())

    def show_plans(self, plans: Callable[[str], Plan | str]) -> None:
        """Show what these plan; for a key they give its plan, or the words that say why there is none."""
        self._plans = plans
        first = self._key if self._is_picked else next(iter(self._pictures))
        self._key, plan = first, plans(first)
        if isinstance(plan, str) and not self._is_picked:
            drawn = ((key, other) for key in self._pictures if isinstance(other := plans(key), Plan))
            self._key, plan = next(drawn, (first, plan))
        self._choice.choose(self._key)
        self._show(plan)

    def choose(self, key: str) -> None:
        """Show another picture of the same."""
        self._choice.choose(key)
        self._key, self._is_picked = str(key), True
        self._context.settings.set_value(self._setting, self._key)
        self._show(self._plans(self._key))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._context.theme.px(240), self._context.theme.px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._controls())
        self._told = TextLabel("", "muted")
        self._told.hide()
        column.addWidget(self._told)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        self._inside = inside
        inside.setSpacing(8)
        self._board = Board(self._context)
        self._scroll = BoardScroll(self._board)
        self._note = TextLabel(_HOW, "muted")
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self._scroll, 1)
        inside.addWidget(self._note)
        self._pages = QStackedWidget()
        self._pages.addWidget(card)
        self._pages.addWidget(self._nothing())
        column.addWidget(self._pages, 1)

    def _controls(self) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line)
        self._choice = SegmentedControl(tuple(self._pictures.items()), "Picture")
        self._choice.choose(self._key)
        self._svg, self._png = push_button(_SVG), push_button(_PNG)
        for control in (self._choice, self._svg, self._png):
            flow.addWidget(control)
        return line

    def _nothing(self) -> QWidget:
        page = QFrame()
        page.setProperty("card", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        self._why = TextLabel("", "title")
        self._why.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addWidget(self._why)
        column.addStretch(2)
        return page

    def _connect(self) -> None:
        self._choice.chosen.connect(self.choose)
        self._svg.clicked.connect(lambda: self._save("svg"))
        self._png.clicked.connect(lambda: self._save("png"))
        self._board.chosen.connect(self.place_selected)
        self._board.pointed.connect(self._on_pointed)
        self._scroll.resized.connect(self._draw)
        self._context.theme.changed.connect(self._on_theme_changed)

    def _show(self, plan: Plan | str) -> None:
        """Draw this, or say why there is nothing to draw."""
        self._plan = plan
        is_drawn = isinstance(self._plan, Plan)
        self._pages.setCurrentIndex(0 if is_drawn else 1)
        self._why.setText("" if isinstance(self._plan, Plan) else self._plan)
        for button in (self._svg, self._png):
            button.setEnabled(is_drawn)
        self._told.hide()
        self._on_pointed(None)
        self._scroll.verticalScrollBar().setValue(0)
        self._draw()

    def _draw(self) -> None:
        if not isinstance(self._plan, Plan):
            return
        self._board.name_picture(self._plan.title, self._plan.left_out)
        self._scroll.show_drawing(self._plan.draw(Sketch(self._context, self._scroll.room)))

    def _save(self, ending: str) -> None:
        """Ask where to, and write the picture there; what came of it is said in words."""
        if not isinstance(self._plan, Plan):
            return
        path = asked_path(f"{self._context.catalog.pack.id}-{self._key}", ending.upper(), ending, self)
        if path is not None:
            self._tell(written(path, partial(self._made, self._plan, is_svg=ending == "svg")))

    def _made(self, plan: Plan, *, is_svg: bool) -> bytes:
        drawing = drawing_for_file(self._context, plan, self._scroll.room)
        return svg_of(self._context, drawing, plan.title) if is_svg else png_of(self._context, drawing)

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.show()
        announce(self._told, words)

    def _on_pointed(self, said: str | None) -> None:
        self._note.setText(said or _HOW)

    def _fit_height(self) -> None:
        """Room for two lines under the picture, so that it does not move with them; where it is low, shorter words."""
        is_low = self.height() < self._context.theme.px(LOW)
        lines = QFontMetrics(self._context.theme.font(TypeSize.SMALL)).lineSpacing() * 2
        self._note.setMinimumHeight(lines + 4)
        self._note.setVisible(not is_low)
        self._inside.setContentsMargins(*(_LOW_MARGINS if is_low else _MARGINS))
        self._board.has_tips = is_low
        for button, words in ((self._svg, _SVG), (self._png, _PNG)):
            button.setText(words.rpartition(" ")[2] if is_low else words)

    def _on_theme_changed(self) -> None:
        self._choice.refit()
        self._fit_height()
        self._draw()
