"""How a part of a stage stands: chosen, right or wrong, told by a word, a sign and a colour. No Qt in this file."""

from __future__ import annotations

from enum import Enum


class Tone(Enum):
    """`word` is said with the part's name, `sign` is the icon over it, `token` the theme colour of its border."""

    CHOSEN = "chosen"
    RIGHT = "right"
    WRONG = "wrong"

    @property
    def word(self) -> str:
        return _LOOKS[self][0]

    @property
    def sign(self) -> str:
        return _LOOKS[self][1]

    @property
    def token(self) -> str:
        return _LOOKS[self][2]


_LOOKS = {
    Tone.CHOSEN: ("your choice", "mark-circle", "accent"),
    Tone.RIGHT: ("right answer", "sign-accurate", "accurate"),
    Tone.WRONG: ("wrong answer", "sign-wrong", "wrong"),
}
