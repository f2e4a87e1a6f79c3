"""No file, however odd, makes a reader raise anything but its own problem, or hand over what a pack could not hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.catalog.binding import Notes, bind
from desktop.catalog.entities.questions import Topic
from desktop.catalog.layout import KIND_OF_NAME
from desktop.catalog.problems import Unreadable
from desktop.catalog.reading import read as read_yaml
from desktop.catalog.topic_writing import topic_yaml
from desktop.quiz.exchange.formats import READ, read_file
from desktop.quiz.exchange.item import Written
from desktop.quiz.exchange.plain import plain
from desktop.quiz.exchange.questions import QUESTIONS, questions_of

PIECES = {
    "gift": (
        "::T::", "{", "}", "=", "~", "#", "####", "->", "%50%", "%-1e9%", "\\", "\\n", "\n", "\n\n", "//", "[id:x]",
        "[tag:y]", "[html]", "T", "1..2", "1:", "$CATEGORY: a", "_____", "<b>", "\x00", "é", "\ud800",
    ),
    "moodle": (
        "<quiz>", "</quiz>", "<question type='multichoice'>", "</question>", "<question type='cloze'>", "<answer",
        " fraction='100'>", "</answer>", "<text>", "</text>", "<questiontext>", "</questiontext>", "&lt;", "&#0;",
        "{1:SA:=a}", "{1:MC:", "<![CDATA[", "]]>", "<!--", "a", "\n", "<?xml version='1.0' encoding='odd'?>",
    ),
    "aiken": ("What?", "A) a", "B. b", "\n", "ANSWER: A", "ANSWER:", "\n\n", "C)", "é"),
    "csv": (
        "stem", ",", ";", "\t", '"', "\n", "option 1", "answer", "type", "feedback 1", "A", "#1", "->", "5", "±", "x",
        "stem,option 1,option 2,answer\n",
    ),
    "anki": (
        "#separator:", "tab", "#html:true", "#guid column:1", "#tags column:9", "\t", "\n", "{{c1::a}}", "{{c", "::",
        "}}", '"', "front", "#columns:a", "[sound:x]", "<b>",
    ),
}  # fmt: skip
HTML = ("<", ">", "<!", "<![", "]]>", "<!--", "&", ";", "<a", "<pre>", "</", "/>", "<li>", "<math>", "x", " ", "\n")


def fed(data: bytes, kind: str | None) -> None:
    """Read it whole: to items, to questions, to the YAML of a topic, and back."""
    try:
        _kind, reading = read_file(data, kind=kind)
    except Unreadable:
        return
    taken = questions_of(reading)
    assert len(taken.questions) + len(taken.left_out) == len(reading.items)
    assert len({each.id for each in taken.questions}) == len(taken.questions)
    topic = Topic(id="t", title="T", summary="S", questions=taken.questions)
    notes = Notes()
    value, _count = read_yaml(topic_yaml(topic))
    assert bind(KIND_OF_NAME["topic"].shape, value, notes) == topic
    assert notes.flaws == []


@pytest.mark.parametrize("kind", READ)
@given(data=st.data())
@settings(max_examples=120, deadline=None)
def test_pieces_of_a_format_in_any_order(kind: str, data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.sampled_from(PIECES[kind]), max_size=40))
    fed("".join(pieces).encode("utf-8", "replace"), kind)


@given(st.binary(max_size=300), st.sampled_from((None, *READ)))
@settings(max_examples=200, deadline=None)
def test_any_bytes(data: bytes, kind: str | None) -> None:
    fed(data, kind)


@given(st.text(max_size=300), st.sampled_from((None, *READ)))
@settings(max_examples=200, deadline=None)
def test_any_text(text: str, kind: str | None) -> None:
    fed(text.encode("utf-8", "replace"), kind)


@given(st.lists(st.sampled_from(HTML)))
@settings(max_examples=200, deadline=None)
def test_any_html(pieces: list[str]) -> None:
    text = plain(Written("".join(pieces), "html")).text
    assert text == text.strip()


def dragged(box: str) -> str:
    """A text with a hundred thousand gaps, and forty thousand words to fill them with."""
    boxes = "".join(f"<dragbox>{box.format(at)}</dragbox>" for at in range(40_000))
    stem = f"<questiontext><text>{'[[1]]' * 100_000}</text></questiontext>"
    return f"<quiz><question type='ddwtos'>{stem}{boxes}</question></quiz>"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{" * 200_000, "gift"),
        ("\\" * 200_000 + "{T}", "gift"),
        ("a{" + "=b " * 100_000 + "}", "gift"),
        ("[html]" + "<b>" * 100_000 + "{T}", "gift"),
        ("[html]" + "<!" * 100_000 + "{T}", "gift"),
        ("<quiz>" + "<question type='essay'/>" * 20_000 + "</quiz>", "moodle"),
        (f"<quiz><question type='cloze'><questiontext><text>{'{1:SA:' * 5_000}</text></questiontext></question></quiz>",
         "moodle"),
        ("A) a\n" * 40_000, "aiken"),
        ("stem,answer\n" + "x,1\n" * 40_000, "csv"),
        ("{{c1::" * 40_000, "anki"),
        ("a\tb\n" * 20_000, "anki"),
        # These took minutes or hours when the time grew with the square of the length.
        ("x" + "\n" * 1_000_000 + "y", None),
        ("x" + " " * 1_000_000 + "y{T}", "gift"),
        ("q{~a " + " ".join(f"={at}" for at in range(100_000)) + "}", "gift"),
        ("q{~a " + " ".join(f"~%{at % 90}%{at}" for at in range(100_000)) + "}", "gift"),
        ("q{#" + " ".join(f"=%50%{at}" for at in range(100_000)) + " =1}", "gift"),
        ("//" + "[id:" * 250_000 + "\\]\nq{T}", "gift"),
        ("a\n" * 100_000 + "ANSWER: A\n", "aiken"),
        (("[sound:" * 18_000 + "\tb\n") * 8, "anki"),
        (dragged("<text>word {}</text>"), "moodle"),
        (dragged("<text>w</text><group>{}</group>"), "moodle"),
    ],
    ids=range(21),
)  # fmt: skip
def test_large_files_of_one_thing_are_read_or_refused(text: str, kind: str | None) -> None:
    try:
        _kind, reading = read_file(text.encode(), kind=kind)
    except Unreadable:
        return
    assert len(questions_of(reading).questions) <= QUESTIONS
