"""Reads Aiken: a question, options with letters, and a line ANSWER."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.quiz.exchange.item import Answer, Item, Reading, Written
from desktop.quiz.exchange.reading.decoding import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPTION = re.compile(r"\s*([A-Z])[).]\s+(\S.*)")
_ANSWER = re.compile(r"\s*ANSWER:\s*(.*)", re.IGNORECASE)
_Lines = list[tuple[int, str]]


def read(given: str | bytes) -> Reading:
    """The questions of an Aiken file. Raises Unreadable; a question that cannot be read has a `flaw`."""
    return Reading(tuple(_item(lines, answer) for lines, answer in _groups(decoded(given))))


def _groups(text: str) -> Iterator[tuple[_Lines, str]]:
    """The lines of each question, and what its line ANSWER says; '' where the next one begins without it."""
    lines: _Lines = []
    has_options = False
    for number, line in enumerate(text.split("\n"), 1):
        answer = _ANSWER.fullmatch(line)
        if answer is not None:
            yield (lines or [(number, "")]), answer[1].strip()
            lines, has_options = [], False
        elif line.strip():
            is_option = _OPTION.fullmatch(line) is not None
            if has_options and not is_option:
                yield lines, ""
                lines = []
            lines.append((number, line))
            has_options = is_option
    if lines:
        yield lines, ""


def _item(lines: _Lines, answer: str) -> Item:
    options = [found for _at, line in lines if (found := _OPTION.fullmatch(line))]
    stem = " ".join(line.strip() for _at, line in lines if not _OPTION.fullmatch(line))
    letters = [option[1] for option in options]
    flaw = ""
    if not answer:
        flaw = "its line ANSWER is missing"
    elif answer.upper() not in letters:
        flaw = f"its line ANSWER names '{answer[:20]}', which is no option of it"
    elif len(set(letters)) < len(letters):
        flaw = "two of its options have the same letter"
    answers = tuple(Answer(text=Written(option[2].strip()), right=option[1] == answer.upper()) for option in options)
    return Item(line=lines[0][0], kind="single", stem=Written(stem), answers=answers, flaw=flaw)
