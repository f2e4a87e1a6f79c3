"""Moodle's texts whose gaps are filled by dragging or choosing words, written as the one form of gaps that we read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.quiz.exchange.gaps import chosen_gap
from desktop.quiz.exchange.item import Written
from desktop.quiz.exchange.plain import MOST

if TYPE_CHECKING:
    from desktop.quiz.exchange.reading.markup import Element

_PLACE = re.compile(r"\[\[(\d{1,4})\]\]")


def with_gaps(question: Element, stem: Written) -> Written:
    """`[[2]]` is the second word; what else its group has are the other choices."""
    boxes = [each for each in question.children if each.name in ("dragbox", "selectoption")]
    words = [(box.said("text"), box.said("group") or "1") for box in boxes]
    groups: dict[str, dict[str, None]] = {}
    for word, group in words:
        groups.setdefault(group, {})[word] = None
    made = 0

    def gap(found: re.Match[str]) -> str:
        nonlocal made
        at = int(found[1]) - 1
        if not 0 <= at < len(words) or made > MOST:  # no text is longer, whatever its gaps hold
            return found[0]
        right, group = words[at]
        text = chosen_gap(groups[group], (right,))
        made += len(text)
        return text

    return Written(_PLACE.sub(gap, stem.text), stem.form)
