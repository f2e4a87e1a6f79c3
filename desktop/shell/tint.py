"""Grounds between two colours on which text stays readable: computed, so that any theme's colours do."""

from __future__ import annotations

from functools import lru_cache

READABLE = 4.5
_WEAKEST = 0.12
_STEPS = 100


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two colours such as '#155FAE', from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(ground: str, colour: str, share: float) -> str:
    """The colour that lies this share (0 to 1) of the way from one to the other."""
    pairs = zip(_channels(ground), _channels(colour), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


@lru_cache(maxsize=64)
def strongest(ground: str, colour: str, ink: str) -> float:
    """The largest share of `colour` in `ground` up to which text in `ink` keeps a contrast of 4.5 to 1."""
    for step in range(_STEPS + 1):
        if contrast(mixed(ground, colour, step / _STEPS), ink) < READABLE:
            return max(0, step - 1) / _STEPS
    return 1.0


def tint(ground: str, colour: str, ink: str, share: float) -> str:
    """The ground for a share (0 to 1) of the most there is: a tint that can be seen, and read on."""
    most = strongest(ground, colour, ink)
    least = min(_WEAKEST, most)
    return mixed(ground, colour, least + (most - least) * min(1.0, max(0.0, share)))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(each / 255) for each in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
