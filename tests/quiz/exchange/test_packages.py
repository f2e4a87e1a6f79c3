"""The package for Anki, opened again as the SQLite file that it is, and paper."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from desktop.catalog.entities.questions import ChoiceQuestion, Option, OrderQuestion, Topic
from desktop.quiz.exchange.exporting import written
from desktop.quiz.exchange.writing import apkg
from desktop.quiz.exchange.writing.loss import NO_CLICK
from desktop.quiz.sheets import sheets_of
from desktop.shell.handout import Heading, Paragraph
from tests.quiz.exchange.packs import pack_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from desktop.catalog.catalog import Catalog
    from desktop.shell.handout import Sheet

TEA = ChoiceQuestion(
    id="tea", stem="What is tea?", type="single", options=(Option(text="leaves", correct=True), Option(text="beans"))
)
LAST = OrderQuestion(id="last", stem="Put in order", type="order", items=("a", "b"))
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
LATER = datetime(2026, 12, 1, 12, tzinfo=UTC)


def rows_of(data: bytes, query: str) -> list[Any]:
    with ZipFile(BytesIO(data)) as package, closing(sqlite3.connect(":memory:")) as base:
        assert package.namelist() == ["collection.anki2", "media"]
        assert package.read("media") == b"{}"
        base.deserialize(package.read("collection.anki2"))
        assert base.execute("pragma integrity_check").fetchall() == [("ok",)]
        return base.execute(query).fetchall()


def test_the_same_questions_give_the_same_bytes(shipped_catalog: Catalog) -> None:
    first = apkg.write(shipped_catalog.topics, shipped_catalog, NOON).data
    assert apkg.write(shipped_catalog.topics, shipped_catalog, NOON).data == first
    assert apkg.write(shipped_catalog.topics, shipped_catalog, LATER).data != first


def test_every_question_is_a_note_with_a_card_in_the_deck_of_its_topic(shipped_catalog: Catalog) -> None:
    data = apkg.write(shipped_catalog.topics, shipped_catalog, NOON).data
    notes = rows_of(data, "select guid, flds from notes")
    names = {f"{shipped_catalog.pack.id}/{name}" for name in shipped_catalog.question}
    assert {guid for guid, _fields in notes} == names
    assert len(notes) == len(names)
    ((decks,),) = rows_of(data, "select decks from col")
    titles = {number: deck["name"] for number, deck in json.loads(decks).items()}
    found = {titles[str(deck)] for (deck,) in rows_of(data, "select distinct did from cards")}
    assert found == {f"{shipped_catalog.pack.title}::{topic.title}" for topic in shipped_catalog.topics}
    assert rows_of(data, "select count(*) from cards join notes on cards.nid = notes.id") == [(len(names),)]


def test_a_note_keeps_its_number_when_others_come_and_its_time_tells_what_is_newer() -> None:
    few, more = (Topic(id="t", title="T", summary="S", questions=each) for each in ((LAST,), (TEA, LAST)))
    query = "select id, mod from notes where guid = 'small/last'"
    ((number, time),) = rows_of(apkg.write((few,), pack_of(few), NOON).data, query)
    ((same, later),) = rows_of(apkg.write((more,), pack_of(more), LATER).data, query)
    assert same == number
    assert later > time


def test_texts_are_no_markup_in_a_package() -> None:
    question = ChoiceQuestion(
        id="it", stem="Is <b> & a tag?", type="truefalse", options=TEA.options, explanation="One\ntwo"
    )
    topic = Topic(id="t", title="T", summary="S", questions=(question,))
    ((fields,),) = rows_of(apkg.write((topic,), pack_of(topic), NOON).data, "select flds from notes")
    assert "Is &lt;b&gt; &amp; a tag?" in fields
    assert "One<br>two" in fields


def texts_of(sheet: Sheet) -> list[str]:
    return [block.text for block in sheet.blocks if isinstance(block, Heading | Paragraph)]


def test_every_shipped_question_is_on_paper_and_so_is_its_answer(shipped_catalog: Catalog) -> None:
    asking, answering = sheets_of(shipped_catalog.topics, shipped_catalog)
    questions = "\n".join(texts_of(asking))
    for at, question in enumerate(shipped_catalog.question.values(), 1):
        assert f"\n{at}. {question.stem}" in questions
    numbers = [text.partition(".")[0] for text in texts_of(answering) if text.partition(".")[0].isdecimal()]
    assert numbers[-1] == str(len(shipped_catalog.question))
    assert all(question.explanation in texts_of(answering) for question in shipped_catalog.question.values())


def test_an_order_is_mixed_up_on_the_test_and_told_in_the_key() -> None:
    topic = Topic(id="t", title="T", summary="S", questions=(LAST,))
    asking, answering = sheets_of((topic,), pack_of(topic))
    places = {text[3:]: text[0] for text in texts_of(asking) if text[1:3] == "  "}
    assert set(places) == {"a", "b"}
    assert f"1. Order: {places['a']}, {places['b']}" in texts_of(answering)


def test_without_questions_there_is_no_sheet() -> None:
    topic = Topic(id="t", title="T", summary="S")
    assert sheets_of((topic,), pack_of(topic)) == ()


def test_a_test_on_paper_asks_for_no_click(shipped_catalog: Catalog) -> None:
    drawn: list[Sequence[Sheet]] = []

    def draw(_title: str, _foot: str, sheets: Sequence[Sheet]) -> bytes:
        drawn.append(sheets)
        return b"drawn"

    paper = written("pdf", shipped_catalog.topics, shipped_catalog, NOON, draw)
    assert paper.data == b"drawn"
    spots = {name for name, question in shipped_catalog.question.items() if question.type == "hotspot"}
    assert {(loss.question, loss.what) for loss in paper.losses} == {(name, NO_CLICK) for name in spots}
    assert not any(text.startswith("Mark it in") for text in texts_of(drawn[0][0]))


def test_no_format_writes_the_clock_but_the_package(shipped_catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_sheets: object) -> bytes:
        raise AssertionError("only paper is drawn")

    for kind in ("gift", "moodle", "csv", "anki"):
        one, two = (written(kind, shipped_catalog.topics, shipped_catalog, when, never) for when in (NOON, LATER))
        assert one == two
