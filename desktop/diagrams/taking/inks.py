"""The colours of a figure on a slide, as a presentation writes them: six hexadecimal digits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.export.slides import DeckLook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.catalog.entities.pack import Mark, Shape
    from desktop.shell.tokens import Tokens

_SIGNS = {
    "diamond": "◆", "circle": "●", "triangle": "▲", "square": "■",
    "pentagon": "⬟", "star": "✦", "ring": "○", "hexagon": "⬢",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SlideInk:
    """The colours of one theme and the marks of the pack."""

    tokens: Tokens
    dark: bool
    marks: Mapping[str, Mark]

    def colour(self, token: str) -> str:
        """The colour of a token."""
        return _digits(getattr(self.tokens, token))

    def mark(self, id: str | None, otherwise: str = "muted") -> str:
        """The colour of a subject's mark; of a token where there is none."""
        mark = self.marks.get(id or "")
        return self.colour(otherwise) if mark is None else _digits(mark.dark if self.dark else mark.light)

    def sign(self, id: str | None) -> str:
        """The shape of a mark as a letter, which moves with the words; nothing where there is no mark."""
        mark = self.marks.get(id or "")
        return "" if mark is None else sign_of(mark.shape)

    def shade(self, number: float) -> str:
        """The ground of a number from 0 to 1."""
        share = min(1.0, max(0.0, number))
        pairs = zip(_parts(self.colour("raised")), _parts(self.colour("accent")), strict=True)
        return "".join(f"{round(low + (high - low) * share):02X}" for low, high in pairs)

    def on(self, ground: str) -> str:
        """The colour of text that is read on a ground: the lighter or the darker of the two that we have."""
        dark, light = sorted((self.colour("text"), self.colour("on_accent")), key=_luminance)
        return light if _luminance(ground) < 0.18 else dark

    def deck(self) -> DeckLook:
        """The colours of the whole presentation, with the pack's marks as its accents."""
        accents = dict.fromkeys((self.colour("accent"), *(self.mark(id) for id in self.marks)))
        return DeckLook(
            self.colour("surface"), self.colour("text"), self.colour("raised"), self.colour("muted"), tuple(accents)
        )


def sign_of(shape: Shape) -> str:
    """The letter that looks like a mark's shape."""
    return _SIGNS[shape.value]


def _digits(colour: str) -> str:
    return colour.removeprefix("#").upper()


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (0, 2, 4))


def _luminance(colour: str) -> float:
    """How light a colour is to the eye, from 0 to 1, as WCAG 2 computes it."""
    shares = [part / 255 for part in _parts(colour)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
