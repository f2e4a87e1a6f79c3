"""From a key event to the name that the table of keys has for it, and which keys a field or control keeps to itself."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QValidator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock)
_SPECIAL = 0x01000000  # where Qt's keys without a letter begin
_ENTER = ("Return", "Enter")
_EDITING = ("Left", "Right", "Home", "End", "Backspace", "Del", "Ctrl+Z")
_STEPPING = ("Up", "Down", "PgUp", "PgDown", "Home", "End")


def key_text(event: QKeyEvent) -> str:
    """The key as `keys.py` names it; '' for one that is only held, such as Shift. A letter or sign loses its Shift."""
    try:
        key = Qt.Key(event.key())
    except ValueError:
        return event.text()
    if key in _HELD or key == Qt.Key.Key_unknown:
        return ""
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)
    if key.value < _SPECIAL and key != Qt.Key.Key_Space:
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(held, key)).toString(QKeySequence.SequenceFormat.PortableText)


def is_kept(event: QKeyEvent, focused: QWidget | None) -> bool:
    """Whether the widget with the keyboard keeps this key: what is typed into a field, what works a control.

    A control gets the keyboard by Tab alone, so a clicker never meets one; nothing else keeps a key of the talk.
    """
    if QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None:
        return True
    key = key_text(event)
    if isinstance(focused, QAbstractButton):
        return key in (*_ENTER, "Space")
    if isinstance(focused, QComboBox):
        return key in (*_STEPPING, *_ENTER, "Space", "F4")
    if isinstance(focused, QAbstractSpinBox):
        return key in (*_EDITING, *_STEPPING, *_ENTER) or event.text().isdigit()
    if isinstance(focused, QLineEdit) and not focused.isReadOnly():
        return _is_typed(event, key, focused)
    if isinstance(focused, QPlainTextEdit) and not focused.isReadOnly():
        return key in (*_EDITING, *_STEPPING, *_ENTER) or event.text().isprintable()
    return False


def _is_typed(event: QKeyEvent, key: str, field: QLineEdit) -> bool:
    """Letters that the field takes, and keys of editing while there is something to edit."""
    if key in _ENTER:
        return bool(field.text().strip()) and field.isModified()
    if key in _EDITING:
        return bool(field.text())
    text = event.text()
    if not text or not text.isprintable():
        return False
    check = field.validator()
    if check is None:
        return True
    state = check.validate(text, len(text))
    return (state[0] if isinstance(state, tuple) else state) is not QValidator.State.Invalid
