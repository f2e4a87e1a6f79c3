"""The keys of the quiz: which key asks for what, whatever part of the question has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.quiz.ui.answers.answer import UP_DOWN, digit_of
from desktop.quiz.ui.answers.rows import AnswerRow, KeylessChip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.quiz.ui.card import QuestionCard
    from desktop.quiz.ui.exam_page import ExamPage
    from desktop.quiz.ui.notice import Notice
    from desktop.quiz.ui.result_page import ResultPage

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_BARE = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def is_undo(event: QKeyEvent) -> bool:
    """Ctrl+Z, or U alone."""
    return event.matches(QKeySequence.StandardKey.Undo) or (is_bare(event) and event.key() == Qt.Key.Key_U)


def is_redo(event: QKeyEvent) -> bool:
    """Ctrl+Shift+Z or Ctrl+Y, whichever of them the system has."""
    if event.matches(QKeySequence.StandardKey.Redo):
        return True
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    return (event.key(), held) in ((Qt.Key.Key_Y, control), (Qt.Key.Key_Z, control | shift))


def is_ours(event: QKeyEvent) -> bool:
    """Whether the key belongs to the quiz before any shortcut of the window."""
    digit_or_letter = event.key() in (Qt.Key.Key_C, Qt.Key.Key_G) or digit_of(event) is not None
    moves = event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in UP_DOWN
    return is_undo(event) or is_redo(event) or moves or (is_bare(event) and digit_or_letter)


def act_on_page(page: QuestionCard | ResultPage | ExamPage | Notice, event: QKeyEvent) -> bool:
    """Keys that every page knows: Enter presses the focused or else the first button, page keys scroll.

    A key held down presses once: it must not answer what comes next.
    """
    if not is_bare(event):
        return False
    key = Qt.Key(event.key())
    if key in _PAGES:
        page.scroll_page(_PAGES[key])
    elif event.isAutoRepeat() and key in (*_ENTER, Qt.Key.Key_Space):
        return True
    elif key in _ENTER:
        focus = QApplication.focusWidget()
        pressed = isinstance(focus, QAbstractButton) and not isinstance(focus, AnswerRow | KeylessChip)
        (focus if isinstance(focus, QAbstractButton) and pressed else page.primary).click()
    elif key == Qt.Key.Key_Space:
        page.primary.click()
    else:
        return False
    return True


def act_on_card(card: QuestionCard, event: QKeyEvent) -> bool:
    """Keys of a question; with Alt, only up and down."""
    moves = event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in UP_DOWN
    return (is_bare(event) or moves) and card.press(event)


def is_bare(event: QKeyEvent) -> bool:
    """Whether no key such as Ctrl or Alt goes with it."""
    return event.modifiers() in _BARE
