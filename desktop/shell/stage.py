"""The base of a stage: one place of the pack shown live, without its room's controls, to look at or to pick from.

The quiz asks one for a question on a diagram or on the matrix; a talk shows one as its slide. A stage never tells the
navigator or the evidence panel where the reader is, so a question gives nothing away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.shell.announce import announce
from desktop.shell.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QKeyEvent

    from desktop.catalog.refs import Ref


class Stage(QWidget):
    """Shows a place and, once picking is allowed, tells which part of it was picked.

    At first it is only looked at: keys walk through it, and nothing can be picked. A room's stage says how to show a
    place (`show_place`), what can be picked (`pickable`), what it is called (`name`), and paints marks (`_show_marks`).
    """

    picked = Signal(object)  # Ref: a click on a part, or Enter or Space where the keyboard stands; it is chosen already
    step_shown = Signal()  # another step stands there now
    shown = Signal()  # the place stands there: at once, or later where a large figure is laid out first

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: dict[Ref, Tone] = {}
        self._picked: Ref | None = None
        self._may_pick = False

    # What a room's stage does.

    def show_place(self, ref: Ref) -> bool:
        """Show this place with nothing marked or chosen; whether the pack has it. What is allowed stays as it was."""
        raise NotImplementedError

    def pickable(self) -> Sequence[Ref]:
        """What can be picked, in the order in which the keyboard reaches it; empty until the place is shown."""
        raise NotImplementedError

    def name(self, ref: Ref) -> str:
        """A part in words, as a screen reader names it, without what would answer a question; '' for a stranger."""
        raise NotImplementedError

    def _show_marks(self) -> None:
        """Paint every part anew as `_toned` has it, and bring what is right into view."""
        raise NotImplementedError

    def _show_picking(self) -> None:
        """Picking was allowed or is over."""

    # What a stage for a talk does besides; one for a question alone may leave these as they are.

    def show_state(self, state: Mapping[str, str]) -> None:
        """Show the place as it was kept (`OnScreen.state`). What is unknown or no longer there is passed over."""

    @property
    def steps(self) -> int:
        """In how many steps the place is told, one after the other; 1 where it is whole at once."""
        return 1

    @property
    def step(self) -> int:
        """Which of the steps is shown, from 0."""
        return 0

    def go_to_step(self, at: int) -> None:
        """Show this step; `step_shown` tells."""

    def enlarge(self, factor: float) -> None:
        """Be read from the back row: type this many times as large as on the desk."""

    def anchors(self) -> Mapping[str, QRectF]:
        """Where its named parts stand, in its own coordinates: one that the next place has too glides over there."""
        return {}

    def console(self) -> QWidget | None:
        """What the presenter alone sees and does for this place (the solution, a tally); None for nothing."""
        return None

    def press(self, event: QKeyEvent) -> bool:
        """Take a key of a talk before the talk does; whether it was taken."""
        return False

    # What whoever asked for the stage does.

    @property
    def may_pick(self) -> bool:
        """Whether a click or key picks."""
        return self._may_pick

    def allow_picking(self, allowed: bool) -> None:
        """Let the reader pick (before an answer is checked), or look only (after it)."""
        self._may_pick = allowed
        self._show_picking()

    @property
    def picked_ref(self) -> Ref | None:
        """The part that is chosen now; None before the first pick."""
        return self._picked

    def choose(self, ref: Ref | None) -> None:
        """Show this part as chosen and no other, without telling `picked`; None for none."""
        self._picked = ref
        self._show_marks()
        if ref is not None:
            announce(self, f"Chosen: {self.name(ref)}")

    def mark(self, marks: Mapping[Ref, Tone]) -> None:
        """Show these parts as right or wrong, each with sign, colour and border; an empty mapping takes all away.

        The chosen part keeps its outline beside its mark. What is marked is announced in words.
        """
        self._marks = dict(marks)
        self._show_marks()
        if marks:
            announce(self, ". ".join(f"{self.name(ref)}: {tone.word}" for ref, tone in marks.items()))

    def tones_of(self, ref: Ref) -> tuple[Tone, ...]:
        """How a part stands: as marked, and whether it is chosen; empty for most."""
        marked = (self._marks[ref],) if ref in self._marks else ()
        chosen = (Tone.CHOSEN,) if ref == self._picked else ()
        return tuple(dict.fromkeys((*marked, *chosen)))

    def told(self, ref: Ref) -> str:
        """The name of a part with how it stands: 'Loss, loss (right answer, your choice)'."""
        words = ", ".join(tone.word for tone in self.tones_of(ref))
        return f"{self.name(ref)} ({words})" if words else self.name(ref)

    def take_focus(self) -> None:
        """Put the keyboard on the stage."""
        self.setFocus()

    # What a room's stage calls.

    def _toned(self) -> Mapping[Ref, tuple[Tone, ...]]:
        """Every part that is marked or chosen."""
        return {ref: self.tones_of(ref) for ref in (*self._marks, *((self._picked,) if self._picked else ()))}

    def _clear(self) -> None:
        """Nothing is marked or chosen: another place is shown."""
        self._marks, self._picked = {}, None

    def _pick(self, ref: Ref) -> None:
        """The reader clicked this part or pressed Enter on it."""
        if self._may_pick:
            self.choose(ref)
            self.picked.emit(ref)
