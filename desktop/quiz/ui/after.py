"""What comes after the check of an answer: the mark in words with its sign, and the explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.quiz.ui.answers.row_plan import RING
from desktop.shell.widgets.breaking import breakable, unbroken
from desktop.shell.widgets.labels import TextLabel, rule
from desktop.shell.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.terms import Piece
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme

WIDEST_TEXT = 640
_RIGHT, _PARTLY, _WRONG = ("sign-accurate", "accurate"), ("sign-simplified", "simplified"), ("sign-wrong", "wrong")


class AfterCheck(QWidget):
    """Empty until something is said."""

    followed = Signal(object)  # Ref

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self._sign = QLabel()
        self._verdict = TextLabel(role="title")
        self._explanation = Prose()
        self._explanation.followed.connect(self.followed)
        self._beliefs = TextLabel()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(self._verdict, 1)
        self._advice = TextLabel(role="muted")
        # Straight in the column, a label of limited width would get too little height.
        text = QHBoxLayout()
        text.addWidget(self._explanation, 1000)
        text.addStretch(1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(RING, 8, RING, 0)
        column.setSpacing(8)
        column.addWidget(rule())
        column.addLayout(head)
        column.addLayout(text)
        believed = QHBoxLayout()
        believed.addWidget(self._beliefs, 1000)
        believed.addStretch(1)
        column.addLayout(believed)
        column.addWidget(self._advice)
        self.clear()

    @property
    def said(self) -> str:
        """The mark in words."""
        return self._verdict.text()

    @property
    def explanation(self) -> str:
        return unbroken(self._explanation.text())

    def say(self, verdict: str, explanation: Sequence[Piece], score: float) -> None:
        """Show the mark with the sign for right, partly right or wrong, and the explanation, cut at its terms."""
        name, token = _RIGHT if score == 1 else _PARTLY if score > 0 else _WRONG
        self._sign.setPixmap(self._icons.pixmap(name, self._theme.colour(token), self._theme.px(16), 2.0))
        self._verdict.setText(verdict)
        self._explanation.show_pieces(explanation)
        for text in (self._explanation, self._beliefs):
            text.setMaximumWidth(self._theme.px(WIDEST_TEXT))
        self.show()

    def advise(self, advice: str) -> None:
        """Say under the explanation what may help; '' for nothing."""
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))

    def say_beliefs(self, texts: Sequence[str]) -> None:
        """Under the explanation, which misconceptions the answer stands for."""
        self._beliefs.setText(breakable("\n".join(texts)))
        self._beliefs.setVisible(bool(texts))

    def add_below(self, part: QWidget) -> None:
        """Put something under the explanation."""
        self._column.addWidget(part)

    def clear(self) -> None:
        """Hold nothing that a screen reader could find before the check."""
        self._verdict.setText("")
        self.advise("")
        self._explanation.show_pieces(())
        self.say_beliefs(())
        self.hide()
