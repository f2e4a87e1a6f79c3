"""Moodle's texts whose gaps are filled by dragging or choosing words, written as the one form of gaps that we read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.quiz.exchange.gaps import chosen_gap
from desktop.quiz.exchange.item import Written

if TYPE_CHECKING:
    from desktop.quiz.exchange.reading.markup import Element

_PLACE = re.compile(r"\[\[(\d{1,4})\]\]")


def with_gaps(question: Element, stem: Written) -> Written:
    """`[[2]]` is the second word; what else its group has are the other choices."""
    boxes = [each for each in question.children if each.name in ("dragbox", "selectoption")]
    words = [(box.said("text"), box.said("group") or "1") for box in boxes]

    def gap(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        if not 0 <= at < len(words):
            return found[0]
        right, group = words[at]
        return chosen_gap(dict.fromkeys(word for word, theirs in words if theirs == group), (right,))

    return Written(_PLACE.sub(gap, stem.text), stem.form)
