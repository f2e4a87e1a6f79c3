"""Which pages a talk has: one a stop or a step, what is no longer there, and what a slide has no room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.catalog.entities.talks import Deck, Stop
from desktop.catalog.refs import DiagramRef, StepRef, parse_ref
from desktop.export.page import Words, words_of
from desktop.export.table import ExportTable
from desktop.presentation.taking.pages import Taken, talk_of

if TYPE_CHECKING:
    from desktop.export.page import Page, Talk
    from tests.presentation.taking.conftest import Take

DECKS = ("ten-minutes", "one-lecture", "workshop")


def made(taken: Taken) -> Talk:
    return talk_of(taken, taken.deck.stops)


def deck_of(*stops: Stop) -> Deck:
    return Deck(id="own", title="Own talk", summary="A talk.", stops=stops)


def stop_at(ref: str, **state: str) -> Stop:
    return Stop(id="there", title="There", ref=parse_ref(ref), state=state, notes="Say this.")


def begun(talk: Talk) -> list[Page]:
    """The pages that begin a stop or a step, without those that go on and the sources."""
    return [page for page in talk.pages if not page.goes_on and not page.title.startswith("Sources")]


def test_the_list_of_shipped_decks_is_whole(take: Take) -> None:
    assert {each.id for each in take(DECKS[0]).catalog.decks} == set(DECKS)


@pytest.mark.parametrize("id", DECKS)
def test_each_stop_of_a_shipped_deck_has_its_page_with_its_notes(id: str, take: Take) -> None:
    taken = take(id)
    pages = begun(made(taken))
    assert len(pages) == len(taken.deck.stops)
    for page, stop in zip(pages, taken.deck.stops, strict=True):
        assert page.title.startswith(stop.title)
        assert page.notes == stop.notes
        assert "not in the pack any more" not in words_of(page)


@pytest.mark.parametrize("id", DECKS)
def test_with_every_step_a_figure_has_a_page_for_each_from_where_the_stop_begins(id: str, take: Take) -> None:
    taken = take(id, every_step=True)
    wanted = 0
    for stop in taken.deck.stops:
        ref = stop.ref
        diagram = taken.catalog.diagram.get(getattr(ref, "diagram", ""))
        steps = [step.id for step in diagram.steps] if diagram else []
        if isinstance(ref, StepRef):
            wanted += len(steps) - steps.index(ref.step)
        else:
            wanted += 1 + (len(steps) if isinstance(ref, DiagramRef) else 0)
    pages = begun(made(taken))
    assert len(pages) == wanted > len(taken.deck.stops)
    titles = [page.title for page in pages]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    "ref",
    [
        "cell:nobody/scope", "diagram:nothing", "step:gan/nowhere", "part:gan/nowhere", "card:none", "term:none",
        "use-case:none", "industry:none", "question:none", "topic:none", "view:nowhere",
    ],
)  # fmt: skip
def test_a_place_that_is_gone_is_told_on_its_page(ref: str, take: Take) -> None:
    (page,) = made(take(deck_of(stop_at(ref)))).pages
    assert words_of(page) == f"This place is not in the pack any more: {ref}"
    assert (page.title, page.notes) == ("There", "Say this.")


@pytest.mark.parametrize(
    "ref",
    [
        "view:matrix", "view:diagrams", "view:usecases", "subject:llm", "aspect:scope", "part:gan/discriminator",
        "source:{source}", "claim:{claim}", "reference:{reference}", "term:{term}", "industry:{industry}",
        "topic:{topic}", "question:{question}",
    ],
)  # fmt: skip
def test_every_kind_of_place_has_a_page(ref: str, take: Take) -> None:
    catalog = take(DECKS[0]).catalog
    kinds = ("source", "claim", "reference", "term", "industry", "topic", "question")
    known = {kind: next(iter(getattr(catalog, kind))) for kind in kinds}
    talk = made(take(deck_of(stop_at(ref.format(**known)))))
    assert all(page.title.startswith("There") for page in begun(talk))
    said = words_of(talk.pages[0])
    assert said
    assert "not in the pack" not in said


def test_a_question_gives_its_answer_away_on_the_second_page_only(take: Take) -> None:
    catalog = take(DECKS[0]).catalog
    question = next(each for each in catalog.question.values() if getattr(each, "type", "") == "single")
    asked, answered, *_sources = made(take(deck_of(stop_at(f"question:{question.id}")))).pages
    (right,) = [option.text for option in question.options if option.correct]  # type: ignore[union-attr]
    assert all(option.text in words_of(asked) for option in question.options)  # type: ignore[union-attr]
    assert question.explanation
    assert question.explanation not in words_of(asked) + asked.notes
    assert asked.numbers == ()
    assert right in words_of(answered)
    assert question.explanation in words_of(answered)


def test_the_matrix_is_as_it_was_kept(take: Take) -> None:
    view = '{"matrix": 1, "level": "technologies", "subjects": ["llm"], "aspects": ["scope", "output"]}'
    page = made(take(deck_of(stop_at("view:matrix", arrangement=view)))).pages[0]
    table = page.parts[0]
    assert isinstance(table, ExportTable)
    assert len(table.columns) == 1
    assert [row.head for row in table.rows if not row.group] == ["Scope", "Output"]


def test_the_list_of_use_cases_is_as_it_was_kept(take: Take) -> None:
    talk = made(take(deck_of(stop_at("view:usecases", filter='{"industry": ["law"]}'))))
    pages = [page for page in talk.pages if page.title.startswith("There")]
    law = take(DECKS[0]).catalog.industry["law"]
    heads = [row.head for page in pages for part in page.parts if isinstance(part, ExportTable) for row in part.rows]
    assert heads == [case.title for case in law.use_cases]
    assert "Industry: Law." in words_of(pages[-1])


def test_a_table_that_is_too_long_goes_on_and_no_line_is_lost(take: Take) -> None:
    talk = made(take(deck_of(stop_at("view:matrix"))))
    pages = [page for page in talk.pages if page.title.startswith("There")]
    assert len(pages) > 2
    assert [page.title for page in pages] == [f"There ({at} of {len(pages)})" for at in range(1, len(pages) + 1)]
    tables = [part for page in pages for part in page.parts if isinstance(part, ExportTable)]
    assert all("Line" in " ".join(table.said) for table in tables)
    catalog = take(DECKS[0]).catalog
    level = catalog.pack.levels[0].id
    wanted = [aspect.title for aspect in catalog.aspect.values() if level in aspect.levels]
    assert [row.head for table in tables for row in table.rows if not row.group] == wanted
    assert all(not table.rows[-1].group for table in tables)
    assert [bool(page.notes) for page in pages] == [True] + [False] * (len(pages) - 1)


def test_sources_are_numbered_through_the_talk_and_listed_at_its_end(take: Take) -> None:
    talk = made(take("ten-minutes"))
    listed = [part.text for page in talk.pages[6:] for part in page.parts if isinstance(part, Words)]
    assert [text.partition(" ")[0] for text in listed] == [f"[{at}]" for at in range(1, len(listed) + 1)]
    cited = {number for page in talk.pages for number in page.numbers}
    assert cited == set(range(1, len(listed) + 1))
    assert "Devlin" in listed[5]


def test_a_deck_without_stops_has_no_pages(take: Take) -> None:
    assert made(take(deck_of())).pages == ()
