"""Every shipped question out and back in: the same again, but for what the writer told as lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    Gap,
    MatchQuestion,
    NumericQuestion,
    Option,
    OrderQuestion,
    Pair,
    ShortQuestion,
    SortedItem,
    Topic,
    WrongForm,
)
from desktop.catalog.problems import Unreadable
from desktop.quiz.exchange.formats import read_file
from desktop.quiz.exchange.questions import Place, questions_of
from desktop.quiz.exchange.writing import anki, gift, moodle, table
from desktop.quiz.exchange.writing.loss import NO_CLICK, Loss
from desktop.quiz.exchange.writing.reduced import reduced
from tests.quiz.exchange.packs import pack_of

if TYPE_CHECKING:
    from types import ModuleType

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question
    from desktop.quiz.exchange.writing.loss import Writing

WRITERS = {"gift": gift, "moodle": moodle, "csv": table}
COMMON = {
    "which belief a wrong answer stands for",
    "the feedback of single items",
    "the order of its categories",
    "the names of its gaps",
    NO_CLICK,
}


def back_from(writing: Writing, kind: str, catalog: Catalog) -> dict[str, Question]:
    place = Place(knows=lambda ref: catalog.find(ref) is not None)
    taken = questions_of(read_file(writing.data, kind=kind)[1], place)
    assert taken.left_out == ()
    return {each.id: each for each in taken.questions}


@pytest.mark.parametrize("kind", WRITERS)
def test_every_shipped_question_comes_back_but_for_what_is_told(kind: str, shipped_catalog: Catalog) -> None:
    writing = WRITERS[kind].write(shipped_catalog.topics, shipped_catalog)
    back = back_from(writing, kind, shipped_catalog)
    lost: dict[str, set[str]] = {}
    for loss in writing.losses:
        lost.setdefault(loss.question, set()).add(loss.what)
    whole = {loss.question for loss in writing.losses if loss.whole}
    assert list(back) == [name for name in shipped_catalog.question if name not in whole]
    for name, question in shipped_catalog.question.items():
        if name not in lost:
            assert back[name] == question
        elif name not in whole and NO_CLICK not in lost[name]:
            assert back[name] != question
            assert reduced(back[name]) == reduced(question)


@pytest.mark.parametrize(("kind", "left_out"), [("gift", {"cloze"}), ("moodle", set()), ("csv", set())])
def test_what_is_lost_of_the_shipped_questions_is_known(
    kind: str, left_out: set[str], shipped_catalog: Catalog
) -> None:
    losses = WRITERS[kind].write(shipped_catalog.topics, shipped_catalog).losses
    assert {shipped_catalog.question[loss.question].type for loss in losses if loss.whole} == left_out
    others = {loss.what for loss in losses if not loss.whole} - COMMON
    assert all(what.startswith("forms that the gap ") for what in others)


def test_evidence_difficulty_and_concepts_survive_a_round_trip(shipped_catalog: Catalog) -> None:
    writing = gift.write(shipped_catalog.topics, shipped_catalog)
    back = back_from(writing, "gift", shipped_catalog)
    assert len(back) > 100
    for name, question in back.items():
        was = shipped_catalog.question[name]
        assert (question.evidence, question.difficulty, question.bloom) == (was.evidence, was.difficulty, was.bloom)
        assert question.concepts == was.concepts


def test_what_it_rests_on_is_dropped_with_a_word_where_it_leads_nowhere(shipped_catalog: Catalog) -> None:
    data = gift.write(shipped_catalog.topics, shipped_catalog).data
    taken = questions_of(read_file(data, kind="gift")[1])
    assert {each.evidence for each in taken.questions} == {()}
    first = next(iter(shipped_catalog.question.values()))
    assert taken.questions[0].explanation == first.explanation
    assert any("sources are not in this pack" in each.what for each in taken.warnings)


def test_a_place_to_click_is_asked_as_a_choice_with_the_right_one_among_others(shipped_catalog: Catalog) -> None:
    back = back_from(moodle.write(shipped_catalog.topics, shipped_catalog), "moodle", shipped_catalog)
    spot = back["spot-both-at-once"]
    assert isinstance(spot, ChoiceQuestion)
    assert [option.text for option in spot.options if option.correct] == ["Multimodal LLMs"]
    assert len(spot.options) == 4


def test_notes_of_anki_come_back_as_cards_with_their_ids(shipped_catalog: Catalog) -> None:
    writing = anki.write(shipped_catalog.topics, shipped_catalog)
    items = read_file(writing.data, kind="anki")[1].items
    taken = questions_of(read_file(writing.data, kind="anki")[1])
    assert len(items) == len(shipped_catalog.question)
    assert {each.id for each in taken.questions} <= set(shipped_catalog.question)
    assert {loss.question for loss in writing.losses} == set(shipped_catalog.question)


# Texts that hold every sign that one of the formats reads as its own.
NASTY = (
    "a = b", "~tilde", "# hash", "{brace}", "50%", "%50%half", "[html]<b>x</b>", "back\\slash", "c:\\new", "\\n", "=x",
    "-1", "+1", "@x", "'=x", "//comment", "::title::", "TRUE", "T", "B", "#2", "->", "a -> b", "&amp;", "<b>bold</b>",
    '"quoted"', "semi;colon", "comma, here", "tab", "$CATEGORY: x", "{{c1::x}}", "[[1]]", "_____", "é ß 字 🙂", "*",
    "{1:SA:=x}", "ANSWER: A", "]]>", "1:2", "1..2", "{gap-1}", "a}b~c#d",
)  # fmt: skip
texts = st.one_of(
    st.sampled_from((*NASTY, "Sources: x [cell:a/b]")), st.text("ab ={}~#:%\\->*;,'\"[]<&\n1", min_size=1, max_size=12)
)
lines = texts.map(lambda text: " ".join(text.split())).filter(bool)
some = st.lists(lines, min_size=2, max_size=4, unique=True)
said = st.none() | lines


def options(words: list[str], feedback: str | None) -> tuple[Option, ...]:
    return tuple(Option(text=word, correct=not at, feedback=feedback if at else None) for at, word in enumerate(words))


@st.composite
def questions(draw: st.DrawFn) -> Question:
    words, feedback = draw(some), draw(said)
    concepts = tuple(draw(st.lists(lines, max_size=2, unique=True)))
    about: dict[str, Any] = {"id": "it", "stem": draw(texts.map(str.strip).filter(bool)), "concepts": concepts}
    about["explanation"] = draw(said)
    pairs = tuple(Pair(left=word, right=word[::-1].strip() or "x") for word in words)
    items = tuple(SortedItem(text=word, category="X") for word in words)
    gaps = (Gap(id="one", accepted=(words[0],), choices=tuple(words)), Gap(id="two", accepted=tuple(words)))
    wrong = (WrongForm(text=words[0], feedback="no"),)
    made: list[Question] = [
        ChoiceQuestion(type="single", options=options(words, feedback), **about),
        ChoiceQuestion(type="multiple", options=options(words, feedback), shuffle=False, **about),
        ChoiceQuestion(type="truefalse", options=options(["True", "False"], feedback), shuffle=False, **about),
        ShortQuestion(type="short", accepted=tuple(words[1:]), wrong=wrong, **about),
        NumericQuestion(type="numeric", answer=draw(st.floats(-1e9, 1e9)), tolerance=0.1, unit=feedback, **about),
        MatchQuestion(type="match", pairs=pairs, **about),
        CategoriseQuestion(type="categorise", categories=("X", "Y"), items=items, **about),
        OrderQuestion(type="order", items=tuple(words), **about),
        ClozeQuestion(type="cloze", text=f"{words[0]} {{one}} and {{two}}", gaps=gaps, **about),
    ]
    return draw(st.sampled_from(made))


@pytest.mark.parametrize("module", WRITERS.values(), ids=WRITERS)
@given(question=questions())
@settings(max_examples=150, deadline=None)
def test_no_text_is_changed_without_a_word(module: ModuleType, question: Question) -> None:
    topic = Topic(id="t", title="T", summary="S", questions=(question,))
    catalog = pack_of(topic)
    writing: Writing = module.write((topic,), catalog)
    kind = next(name for name, each in WRITERS.items() if each is module)
    try:
        taken = questions_of(read_file(writing.data, kind=kind)[1])
    except Unreadable:
        assert writing.losses[0].whole
        return
    back = {each.id: each for each in taken.questions}
    if not writing.losses:
        assert back == {"it": question}


@pytest.mark.parametrize("kind", WRITERS)
def test_texts_with_the_signs_of_the_formats_come_back_unchanged(kind: str) -> None:
    """Each of them in the question, as an option, as feedback and as explanation."""
    made = [
        ChoiceQuestion(
            id=f"q{at}",
            stem=f"Which is it: {text}",
            type="single",
            options=(Option(text=text, correct=True), Option(text="another", feedback=text)),
            explanation=text,
        )
        for at, text in enumerate(NASTY)
    ]
    topic = Topic(id="t", title="T: {=#~}", summary="S", questions=tuple(made))
    writing = WRITERS[kind].write((topic,), pack_of(topic))
    assert writing.losses == ()
    taken = questions_of(read_file(writing.data, kind=kind)[1])
    assert list(taken.questions) == made


def test_a_loss_that_no_rule_foresaw_is_found_by_reading_the_file_back() -> None:
    odd = ClozeQuestion(id="it", stem="One.\n\nTwo.", type="cloze", text="A {a}.", gaps=(Gap(id="a", accepted=("b",)),))
    topic = Topic(id="t", title="T", summary="S", questions=(odd,))
    losses = moodle.write((topic,), pack_of(topic)).losses
    assert Loss("it", "it comes back with a difference in: stem, text") in losses
    plain = replace(odd, stem="One.")
    same = Topic(id="t", title="T", summary="S", questions=(plain,))
    assert moodle.write((same,), pack_of(same)).losses == (Loss("it", "the names of its gaps"),)


def test_a_file_that_cannot_be_read_back_is_written_and_told() -> None:
    odd = ShortQuestion(id="it", stem="What is \x0b?", type="short", accepted=("a tab",))
    topic = Topic(id="t", title="T", summary="S", questions=(odd,))
    writing = moodle.write((topic,), pack_of(topic))
    assert writing.data.startswith(b"<?xml")
    assert [loss.question for loss in writing.losses] == ["it"]
    assert writing.losses[0].what.startswith("the file cannot be read back: the file is not XML")
