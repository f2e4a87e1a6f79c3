from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.catalog import limits
from desktop.catalog.binding import Notes, bind
from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    HotspotQuestion,
    MatchQuestion,
    NumericQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    Topic,
)
from desktop.catalog.reading import _ESCAPED, read
from desktop.catalog.refs import CellRef, DiagramRef
from desktop.catalog.shapes import (
    BoolShape,
    EnumShape,
    ListShape,
    LiteralShape,
    NullableShape,
    NumberShape,
    RecordShape,
    RefShape,
    Shape,
    TextShape,
    UnionShape,
    record_shape,
)
from desktop.catalog.topic_writing import topic_yaml
from desktop.catalog.yaml_writing import WIDTH

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog

NASTY = (
    "yes", "no", "~", "null", "True", "012", "1.0", "-1", "1e3", "0x1F", ".5", "=", "- a", "-", "?", "? a", ":", "a: b",
    "a:", "a #b", "#", "a# b", "'", '"', "'a'", '"a"', "a, b", "[a]", "{gap}", "{gap} b", "a]", "&a", "*a", "!a", "|",
    ">", "%a", "@a", "`a`", "---", "...", "--- a", "<<", "a\nb", "a\n\nb", "a\n  b\nc", "a \nb", "a\n b", "\ta", "a\tb",
    "a  b", "Ünïcode ☃ 𝄞", "a\u00a0b", "a\u2028b", "a\u0085b", "a\ufeffb", "a\r\nb", "a\\b", "a\\nb", "2026-11-30",
    "12:30", "a::b", "a:b", "http://x.y/z?a=b#c", "x " * 90 + "y", "x" * 300, "# " * 80 + "x", "a: b " * 40 + "c",
    "- " * 80 + "x", "“quoted”", "_____", "é" * 130,
)  # fmt: skip


def back(topic: Topic) -> Topic:
    value, _nodes = read(topic_yaml(topic))
    notes = Notes()
    found = bind(record_shape(Topic), value, notes)
    assert not notes.flaws
    assert isinstance(found, Topic)
    return found


def texts(shape: TextShape) -> st.SearchStrategy[str]:
    words = shape.words
    if words.pattern:
        return st.from_regex(words.pattern, fullmatch=True).filter(lambda text: len(text) <= words.most)
    kept = st.characters(exclude_categories=["Cs"]).filter(is_allowed)
    free = st.one_of(
        st.sampled_from(NASTY), st.text(kept, max_size=300), st.lists(st.sampled_from(NASTY)).map(" ".join)
    )
    whole = free.map(lambda text: text if words.lines else text.replace("\n", " "))
    return whole.map(lambda text: text[: words.most].strip()).filter(bool)


def is_allowed(letter: str) -> bool:
    return not _ESCAPED.search(letter)


def values(shape: Shape) -> st.SearchStrategy[Any]:
    if isinstance(shape, TextShape):
        return texts(shape)
    if isinstance(shape, NumberShape):
        least, most = (shape.span.least, shape.span.most) if shape.span else (None, None)
        if shape.whole:
            return st.integers(int(least or 0), int(most or 0))
        return st.floats(least, most, allow_nan=False, allow_infinity=False)
    if isinstance(shape, BoolShape):
        return st.booleans()
    if isinstance(shape, EnumShape):
        return st.sampled_from(list(shape.cls))
    if isinstance(shape, LiteralShape):
        return st.sampled_from(shape.words)
    if isinstance(shape, RefShape):
        return st.sampled_from([CellRef("llm", "output"), DiagramRef("012"), DiagramRef("a.b-c")])
    if isinstance(shape, NullableShape):
        return st.none() | values(shape.inner)
    if isinstance(shape, ListShape):
        most = min(shape.few.most, shape.few.least + 3)
        return st.lists(values(shape.item), min_size=shape.few.least, max_size=most).map(tuple)
    if isinstance(shape, UnionShape):
        return st.one_of([values(record) for record in dict.fromkeys(shape.records.values())])
    assert isinstance(shape, RecordShape)
    return st.builds(shape.cls, **{field.name: values(field.shape) for field in shape.fields})


def with_a(question: Question) -> Topic:
    return Topic(id="t", title="A topic", summary="Of its own.", questions=(question,))


@pytest.mark.parametrize(
    "cls",
    [
        ChoiceQuestion, CategoriseQuestion, MatchQuestion, OrderQuestion, NumericQuestion, ShortQuestion, ClozeQuestion,
        HotspotQuestion,
    ],
)  # fmt: skip
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_type_of_question_comes_back_as_it_was(cls: Any, data: st.DataObject) -> None:
    topic = with_a(data.draw(values(record_shape(cls))))
    assert back(topic) == topic


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(values(record_shape(Topic)))
def test_a_topic_with_templates_and_misconceptions_comes_back_as_it_was(topic: Topic) -> None:
    assert back(topic) == topic


@pytest.mark.parametrize("text", NASTY)
def test_no_text_is_taken_for_anything_else(text: str) -> None:
    words = text.strip()
    line = " ".join(words.split("\n"))
    short = line[:150].strip()
    question = OrderQuestion(id="q", type="order", stem=words, items=(line, "b"), concepts=(short, "c"))
    if all(is_allowed(letter) for letter in text):
        assert back(with_a(question)) == with_a(question)


@example(1e300)
@example(-0.0)
@example(0.1)
@example(1e15)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_comes_back(number: float) -> None:
    question = NumericQuestion(id="q", type="numeric", stem="How many?", answer=number)
    assert back(with_a(question)) == with_a(question)


def test_the_shipped_topics_come_back_and_read_as_they_were_written(shipped_catalog: Catalog) -> None:
    for topic in shipped_catalog.topics:
        text = topic_yaml(topic)
        assert back(topic) == topic
        assert len(text) < limits.FILE_BYTES
        long = [line for line in text.decode().splitlines() if len(line) > WIDTH and " " in line and '"' not in line]
        assert long == []


def test_what_is_so_anyway_is_not_written() -> None:
    question = NumericQuestion(id="q", type="numeric", stem="How many?", answer=3.0)
    assert topic_yaml(with_a(question)).decode() == (
        "id: t\ntitle: A topic\nsummary: Of its own.\n\n"
        "questions:\n  - id: q\n    type: numeric\n    stem: How many?\n    answer: 3\n"
    )
