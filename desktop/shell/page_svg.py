"""A figure as vectors within a web page, in colours that follow the reader's light or dark theme."""

from __future__ import annotations

import re
from html import escape
from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor

from desktop.shell.drawn import Drawn, drawn_svg
from desktop.shell.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from desktop.export.page import Figure

_COLOUR = re.compile(r"#([0-9a-fA-F]{6})\b")
_HEAD = re.compile(r"^.*?<svg ", re.DOTALL)
_SIZE = re.compile(r'\b(?:width|height)="[\d.]+(?:mm|px)?"\s*')


def svg_of(figure: Figure) -> str:
    """The drawing; where its colours differ between the themes, they are variables `--c-LIGHT-DARK`, six digits each.

    A figure that is not drawn alike in both themes is light in both.
    """
    light, dark = (_svg(figure, is_dark) for is_dark in (False, True))
    pieces = _COLOUR.split(light), _COLOUR.split(dark)
    alike = len(pieces[0]) == len(pieces[1]) and pieces[0][::2] == pieces[1][::2]
    return "".join(_joined(*pieces)) if alike else light


def _joined(light: list[str], dark: list[str]) -> list[str]:
    """Text and colours in turn, as they were split."""
    found = []
    for at, (one, other) in enumerate(zip_longest(light, dark)):
        if at % 2 == 0:
            found.append(one)
        else:
            found.append(f"#{one}" if one == other else f"var(--c-{one}-{other})")
    return found


def _svg(figure: Figure, dark: bool) -> str:
    size, ground = QSizeF(figure.width, figure.height), QColor((DARK if dark else LIGHT).surface)
    data = drawn_svg(Drawn(size, ground, lambda painter: figure.paint(painter, dark)), "", "").decode()
    opened = _HEAD.sub("<svg ", data, count=1)
    head, closing, rest = opened.partition(">")
    rest = re.sub(r"<(title|desc)>.*?</\1>|<(?:title|desc)/>", "", rest, flags=re.DOTALL)
    named = f'role="img" aria-label="{escape(" ".join(figure.alt.split()))}"'
    return f"{_SIZE.sub('', head)} {named}{closing}{rest.strip()}"
