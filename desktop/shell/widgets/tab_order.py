"""Tab in the order in which things are seen: Qt puts whatever is made late at the end of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def tab_through(before: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab come to these parts after `before`, one after the other. All stand in the same window.

    Qt orders only what takes the keyboard: where `before` does not, the parts come after the last that does before it.
    """
    anchor, back = before, before.previousInFocusChain()
    while anchor.focusPolicy() == Qt.FocusPolicy.NoFocus and back is not None and back is not before:
        anchor, back = back, back.previousInFocusChain()
    for part in parts:
        QWidget.setTabOrder(anchor, part)
        anchor = part


def stops_in(widget: QWidget) -> list[QWidget]:
    """All inside a widget that can take the keyboard, in the order in which they were made."""
    return [each for each in widget.findChildren(QWidget) if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
