"""Places to break in very long words, so that no word is ever cut. No Qt in this file."""

from __future__ import annotations

import re

_LONG_WORD = re.compile(r"\S{25,}")
_PIECE = re.compile(r"\S{12}(?=\S)")
_PLACE = "\u200b"


def breakable(text: str) -> str:
    """The text with unseen places to break in words of more than 24 letters."""
    return _LONG_WORD.sub(lambda word: _PIECE.sub(lambda piece: piece.group() + _PLACE, word.group()), text)


def unbroken(text: str) -> str:
    """The text without such places, as it is copied."""
    return text.replace(_PLACE, "")
