"""Filling gaps: the text with what stands in it so far, and under it a line for each gap."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.quiz.grading import same_words
from desktop.quiz.moves import filled
from desktop.quiz.orders import choice_order
from desktop.quiz.responses import LONGEST_TYPED, Gaps
from desktop.quiz.ui.answers.answer import LEFT_RIGHT, UP_DOWN, AnswerWidget, Look, digit_of
from desktop.quiz.ui.answers.gap_text import GapText, letter_of
from desktop.quiz.ui.answers.row_plan import BETWEEN, RING, Face
from desktop.quiz.ui.answers.rows import AnswerRow, KeylessChip
from desktop.quiz.words import part_note
from desktop.shell.tone import Tone
from desktop.shell.widgets.breaking import breakable
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.catalog.entities.questions import ClozeQuestion
    from desktop.quiz.grading import Mark
    from desktop.quiz.session import Asked


class GapChoice(KeylessChip):
    """One of the choices of a gap."""

    def __init__(self, number: int, text: str) -> None:
        super().__init__(f"{number}  {breakable(text)}")
        self.choice = text
        self.setAccessibleName(f"{number}: {text}")
        self.setAutoExclusive(True)


class GapLine(QWidget):
    """The letter of a gap, and its choices or a field to type into."""

    filled = Signal(str)

    def __init__(self, at: int, choices: Sequence[str]) -> None:
        super().__init__()
        self._letter = TextLabel(f"({letter_of(at)})", wrap=False)
        self.chips = [GapChoice(number, text) for number, text in enumerate(choices, 1)]
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_TYPED)
        self.field.setAccessibleName(f"Gap {letter_of(at)}")
        self.field.textEdited.connect(self.filled)
        line = QHBoxLayout(self)
        line.setContentsMargins(RING, 2, RING, 2)
        line.setSpacing(8)
        line.addWidget(self._letter, 0, Qt.AlignmentFlag.AlignTop if choices else Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._chips(at) if choices else self.field, 1000)
        line.addStretch(1)

    @property
    def entry(self) -> QWidget:
        """Where the keyboard goes for this gap."""
        return next((chip for chip in self.chips if chip.isChecked()), self.chips[0]) if self.chips else self.field

    def show_text(self, text: str) -> None:
        """Show what stands in the gap."""
        for chip in self.chips:
            chip.setChecked(chip.choice == text)
        if not self.chips and self.field.text() != text:
            self.field.setText(text)

    def refit(self, widest: int, line: int) -> None:
        """Measure again: the text size has changed."""
        self.field.setMaximumWidth(widest)
        if self.chips:
            self._letter.setFixedHeight(line)

    def _chips(self, at: int) -> QWidget:
        holder = QWidget()
        holder.setAccessibleName(f"Gap {letter_of(at)}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        flow = FlowLayout(holder)
        for chip in self.chips:
            flow.addWidget(chip)
            chip.clicked.connect(partial(self.filled.emit, chip.choice))
        if not self.chips:
            flow.addWidget(self.field)
        return holder


class ClozeAnswer(AnswerWidget):
    """Up and down go from gap to gap, a digit chooses for the present gap and goes on to the next empty one."""

    check_key = "Enter"

    def __init__(self, asked: Asked, look: Look, question: ClozeQuestion) -> None:
        super().__init__(asked, look)
        self._question = question
        self._response = Gaps(("",) * len(question.gaps))
        self._rows: list[AnswerRow] = []
        self._text = GapText(question, look.theme)
        self.lines = [GapLine(at, choice_order(question, gap, asked.seed)) for at, gap in enumerate(question.gaps)]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(BETWEEN)
        text = QHBoxLayout()
        text.setContentsMargins(RING, 0, RING, 8)
        text.addWidget(self._text)
        self._column.addLayout(text)
        for at, line in enumerate(self.lines):
            self._column.addWidget(line)
            line.filled.connect(partial(self._on_filled, at))
        self.refit()

    @property
    def rows(self) -> list[AnswerRow]:
        return self._rows

    @property
    def entry(self) -> QWidget | None:
        if self.mark is not None:
            return None
        empty = (line for line, text in zip(self.lines, self._response.texts, strict=True) if not text)
        return next(empty, self.lines[0]).entry

    @property
    def text(self) -> GapText:
        """The text with its gaps."""
        return self._text

    def show_response(self, response: Gaps) -> None:
        self._response = response
        for line, text in zip(self.lines, response.texts, strict=True):
            line.show_text(text)
        tones: list[Tone | None] = [None] * len(response.texts)
        if self.mark is not None:
            tones = [Tone.RIGHT if part.right else Tone.WRONG for part in self.mark.parts]
        self._text.show_texts(response.texts, tones)

    def show_check(self, response: Gaps, mark: Mark) -> None:
        self.mark = mark
        self.show_response(response)
        for at, (line, text) in enumerate(zip(self.lines, response.texts, strict=True)):
            line.hide()
            row = AnswerRow(Face(at, text.strip(), letter_of(at)), self.look.theme, self.look.icons)
            note = part_note(self._question, mark.parts[at])
            accepted = self._question.gaps[at].accepted
            if note.tone is Tone.RIGHT and same_words(text) != same_words(accepted[0]):
                note = replace(note, text=f"right, as is: {accepted[0]}")
            row.show_note(note)
            self._rows.append(row)
            self._column.addWidget(row)

    def press(self, event: QKeyEvent) -> bool:
        key, digit = Qt.Key(event.key()), digit_of(event)
        if self.mark is not None:
            return False
        at = self._present()
        chips = self.lines[at].chips
        if key in UP_DOWN:
            self.reach(self.lines[(at + UP_DOWN[key]) % len(self.lines)].entry)
        elif key in LEFT_RIGHT and chips:
            chosen = next((place for place, chip in enumerate(chips) if chip.isChecked()), None)
            first = 0 if LEFT_RIGHT[key] > 0 else len(chips) - 1
            chip = chips[first if chosen is None else (chosen + LEFT_RIGHT[key]) % len(chips)]
            chip.click()
            self.reach(chip)
        elif digit is not None and 1 <= digit <= len(chips):
            chips[digit - 1].click()
            self._go_on(at)
        else:
            return False
        return True

    def refit(self) -> None:
        super().refit()
        self._text.refit() if self._text.accessibleName() else None
        for line in self.lines:
            line.refit(self.look.theme.px(320), self.look.theme.px(26))

    def _present(self) -> int:
        """The gap that the keyboard is in, else the first empty one."""
        focus = self.window().focusWidget()
        inside = next(
            (at for at, line in enumerate(self.lines) if focus is not None and line.isAncestorOf(focus)), None
        )
        if inside is not None:
            return inside
        return next((at for at, text in enumerate(self._response.texts) if not text), 0)

    def _go_on(self, at: int) -> None:
        later = [*range(at + 1, len(self.lines)), *range(at + 1)]
        following = next((each for each in later if not self._response.texts[each]), at)
        self.reach(self.lines[following].entry)

    def _on_filled(self, at: int, text: str) -> None:
        told = "" if not self.lines[at].chips else f"Gap {letter_of(at)}: {text}"
        self.answer(filled(self._response, at, text), told)
