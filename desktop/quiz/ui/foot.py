"""The foot of a question: what can be done with it next, and what is missing before its check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop.quiz.ui.answers.row_plan import RING
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from desktop.quiz.session import Session


class CardFoot(QHBoxLayout):
    """Buttons that come and go as the session has it; `primary` is the one for Space and Enter."""

    def __init__(self) -> None:
        super().__init__()
        self.show_me = push_button("Show me  G", name="Show me where this comes from")
        self.skip = push_button("Skip", name="Skip this question for now")
        self.change = push_button("Change answer", name="Change the answer to this question")
        self.previous = push_button("Previous", "quiet", "Previous question")
        self.primary = push_button("Check", "primary")
        self._missing = TextLabel(role="muted")
        self._missing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setContentsMargins(RING, 0, RING, 0)
        self.setSpacing(8)
        for button in (self.show_me, self.skip, self.change):
            self.addWidget(button)
            button.hide()
        self.addStretch(1)
        self.addWidget(self._missing, 1000)
        self.addWidget(self.previous)
        self.addWidget(self.primary)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All of them, from left to right."""
        return self.show_me, self.skip, self.change, self.previous, self.primary

    def show_session(self, session: Session, check_key: str) -> None:
        """Offer what can be done now; `check_key` is the key that checks the answer at hand."""
        asked, answer = session.current, session.answer
        is_told = answer is not None and session.tells
        self.previous.setVisible(session.at > 0)
        self.show_me.setVisible(is_told and asked is not None and bool(asked.question.evidence))
        self.skip.setVisible(not session.tells and answer is None and len(session.asked) > 1)
        self.change.setVisible(answer is not None and not is_told)
        if answer is None:
            words, key = "Check" if session.tells else "Answer", check_key
        else:
            last = "Result" if session.tells else "Hand in"
            words, key = last if session.complete else "Next", "Space"
        self.primary.setText(f"{words}  {key}")
        self.primary.setAccessibleName(words)

    def warn(self, text: str) -> None:
        """Say what is missing; '' for nothing."""
        self._missing.setText(text)
        self._missing.setVisible(bool(text))
