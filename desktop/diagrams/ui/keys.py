"""Which key does what on the figure."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.diagrams.walk import Way

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Move(Enum):
    """What a key asks for, besides the way that an arrow points."""

    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    FIT = auto()
    FULL_SIZE = auto()
    STEP_ON = auto()
    STEP_BACK = auto()
    CHOOSE = auto()
    OPEN = auto()
    PLAY = auto()
    FOLD = auto()
    FOLD_ALL = auto()
    MAP = auto()
    LEAVE = auto()


_KEYS: dict[Qt.Key, Move | Way] = {
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_Plus: Move.ZOOM_IN,
    Qt.Key.Key_Equal: Move.ZOOM_IN,
    Qt.Key.Key_Minus: Move.ZOOM_OUT,
    Qt.Key.Key_0: Move.FIT,
    Qt.Key.Key_1: Move.FULL_SIZE,
    Qt.Key.Key_PageDown: Move.STEP_ON,
    Qt.Key.Key_Period: Move.STEP_ON,
    Qt.Key.Key_PageUp: Move.STEP_BACK,
    Qt.Key.Key_Comma: Move.STEP_BACK,
    Qt.Key.Key_P: Move.PLAY,
    Qt.Key.Key_F: Move.FOLD,
    Qt.Key.Key_M: Move.MAP,
    Qt.Key.Key_Space: Move.CHOOSE,
    Qt.Key.Key_Return: Move.OPEN,
    Qt.Key.Key_Enter: Move.OPEN,
    Qt.Key.Key_Escape: Move.LEAVE,
}


def move_of(event: QKeyEvent) -> Move | Way | None:
    """What this key asks for; keys with Ctrl or Alt belong to the window."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if held != Qt.KeyboardModifier.NoModifier:
        return None
    if event.key() == Qt.Key.Key_F and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return Move.FOLD_ALL
    return _KEYS.get(Qt.Key(event.key()))
