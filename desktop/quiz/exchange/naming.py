"""Ids for questions from elsewhere: from the file's own where it has one, so that reading it again finds the same."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LENGTH = 48  # leaves room for what makes an id unique within the 64 characters of one
_ID = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
_NAMELESS = "question"
_DIGITS = 6


def slug(text: str) -> str:
    """Letters and digits of a text as an id; '' where it has none that an id may hold."""
    apart = unicodedata.normalize("NFKD", text[:1_000]).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", apart)
    short = ""
    for word in words:
        if short and len(short) + 1 + len(word) > _LENGTH:
            break
        short = f"{short}-{word}" if short else word[:_LENGTH]
    return short


def id_from(own: str) -> str:
    """The id that a file's own id stands for: itself where it may be one of ours.

    Else what may, with a mark over the whole, so that two that differ only in what an id cannot hold stay two.
    """
    own = own.strip().rpartition("/")[2] if _is_of_pack(own) else own.strip()
    if len(own) <= 64 and _ID.fullmatch(own):
        return own
    mark = sha256(own.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return f"{slug(own) or _NAMELESS}-{mark}"


def _is_of_pack(own: str) -> bool:
    """Whether it is of the form PACK/QUESTION, as we write ids where all packs share one place."""
    pack, slash, question = own.strip().partition("/")
    return bool(slash and _ID.fullmatch(pack) and _ID.fullmatch(question))


class Names:
    """Gives ids out, each once."""

    def __init__(self, used: Iterable[str] = ()) -> None:
        self._used = set(used)
        self._counts: dict[str, int] = {}

    def take(self, wanted: str, prefix: str = "") -> str:
        """The id, or where it is taken already, the first with a number behind it that is not."""
        if prefix and wanted in self._used:
            wanted = f"{prefix}.{wanted}"[:60].rstrip(".-")
        name = wanted = wanted or _NAMELESS
        while name in self._used:
            self._counts[wanted] = self._counts.get(wanted, 1) + 1
            name = f"{wanted[:57]}-{self._counts[wanted]}"
        self._used.add(name)
        return name
