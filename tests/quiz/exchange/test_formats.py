"""Which format a file is in, and files that are none."""

from __future__ import annotations

import pytest

from desktop.catalog.problems import Unreadable
from desktop.quiz.exchange.formats import kind_of, read_file
from desktop.quiz.exchange.reading.decoding import BYTES


@pytest.mark.parametrize(
    ("text", "ending", "kind"),
    [
        ("Tea?{T}", ".txt", "gift"),
        ("Tea?{T}", ".gift", "gift"),
        ("<?xml version='1.0'?><quiz/>", "", "moodle"),
        ("\ufeff<quiz/>", ".txt", "moodle"),
        ("Tea?\nA) a\nB) b\nANSWER: A", ".txt", "aiken"),
        ("#separator:tab\nfront\tback", ".txt", "anki"),
        ("front\tback\n", ".txt", "anki"),
        ("stem,answer\nTea?,leaf", ".csv", "csv"),
        ("stem\tanswer\nTea?\tleaf", ".tsv", "csv"),
    ],
)
def test_the_format_is_told_by_ending_and_content(text: str, ending: str, kind: str) -> None:
    assert kind_of(text.encode(), ending) == kind


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_usual_encodings_are_read(encoding: str) -> None:
    (item,) = read_file("Is it thé?{T}".encode(encoding))[1].items
    assert item.stem.text == "Is it thé?"


@pytest.mark.parametrize(
    ("data", "line", "why"),
    [
        ("Tea?{T}\n\nThé?{T}".encode("latin-1"), 3, "the file is not UTF-8 text"),
        (b"\xff\xfeT", 1, "the file is not UTF-16 text"),
        (b"x" * (BYTES + 1), 0, "the file is larger than 4 MB"),
        (b"PK\x03\x04rest", 0, "the file is a packed one and cannot be read"),
        (b"", 0, "there are no questions in it (read as gift)"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, line: int, why: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_file(data)
    assert (raised.value.what, raised.value.line) == (why, line)
