"""The keys of a whole window, when that window is being forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.shell.key_gate import KeyGate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_gate_that_was_taken_apart_lets_everything_through(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    gate = KeyGate(window, lambda _event: True)
    gate.__dict__.clear()  # as Python's collector leaves it, while Qt still says goodbye to the window
    assert not gate.eventFilter(window, QEvent(QEvent.Type.Hide))
