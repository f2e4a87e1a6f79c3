"""The console's buttons: each does what its key does, and those that stay on show that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.presentation.keys import Act, key_of
from desktop.presentation.talk import Blank, Hand, Over, Talk
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton


class _Spec(NamedTuple):
    act: Act
    text: str
    name: str
    is_on: Callable[[Talk], bool] | None = None


_BUTTONS = (
    _Spec(Act.BACK, "Back", "The step or stop before"),
    _Spec(Act.NEXT, "Next", "The next step or stop"),
    _Spec(Act.OVERVIEW, "Overview", "Overview of all stops", lambda talk: talk.over is Over.OVERVIEW),
    _Spec(Act.BLACK, "Black", "Black screen", lambda talk: talk.blank is Blank.BLACK),
    _Spec(Act.WHITE, "White", "White screen", lambda talk: talk.blank is Blank.WHITE),
    _Spec(Act.ZOOM, "Zoom", "Zoom in", lambda talk: talk.zoom is not None),
    _Spec(Act.POINTER, "Pointer", "Pointer", lambda talk: talk.hand is Hand.POINTER),
    _Spec(Act.PEN, "Pen", "Pen", lambda talk: talk.hand is Hand.PEN),
    _Spec(Act.COLOUR, "Colour", "Another colour of the pen"),
    _Spec(Act.ERASER, "Eraser", "Eraser", lambda talk: talk.hand is Hand.ERASER),
    _Spec(Act.UNDO, "Undo", "Undo what was drawn"),
    _Spec(Act.CLEAR, "Clear", "Take away all that is drawn on this stop"),
    _Spec(Act.SWAP, "Swap screens", "Swap the screens"),
    _Spec(Act.KEYS, "Keys", "The keys of the talk", lambda talk: talk.over is Over.KEYS),
    _Spec(Act.END, "End", "Close what is open, then end the talk"),
)


class Buttons(QWidget):
    """A flow of buttons. They take the keyboard by Tab alone, so that Space stays 'next' after a click."""

    pressed = Signal(object)  # Act

    def __init__(self) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=8)
        self._made: dict[Act, QPushButton] = {}
        for spec in _BUTTONS:
            look = "primary" if spec.act is Act.NEXT else ""
            button = push_button(f"{spec.text}  {key_of(spec.act)}", look, spec.name)
            button.setCheckable(spec.is_on is not None)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, act=spec.act: self.pressed.emit(act))
            self._made[spec.act] = button
            flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_talk(self, talk: Talk) -> None:
        """Show what is on, and what would do nothing."""
        for spec in _BUTTONS:
            if spec.is_on is not None:
                self._made[spec.act].setChecked(spec.is_on(talk))
        self._made[Act.UNDO].setEnabled(bool(talk.ink.before))
        self._made[Act.CLEAR].setEnabled(bool(talk.ink.strokes))

    def click(self, act: Act) -> None:
        """As with the mouse."""
        self._made[act].click()
