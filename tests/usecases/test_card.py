"""What a card says."""

from __future__ import annotations

from desktop.catalog.filters import Query
from desktop.usecases.card import Card, card_of
from desktop.usecases.entries import entries_of
from desktop.usecases.filter import Filter
from desktop.usecases.finder import found
from tests.usecases.builders import INN, catalog_of, small_catalog, use_case


def card(use_case_id: str, words: str = "") -> Card:
    catalog = small_catalog()
    shown = found(entries_of(catalog), Filter(text=words))
    return card_of(catalog, next(each for each in shown if each.use_case.id == use_case_id))


def test_it_names_kind_place_and_evidence() -> None:
    tea = card("tea")
    assert (tea.title, tea.kind, tea.place) == ("Making tea", "Brewing", "Inn · in use · evidence B")
    assert [mark.id for mark in tea.marks] == ["round"]


def test_the_worst_risk_comes_first_with_its_control_and_the_rest_is_counted() -> None:
    words = card("tea").risk.replace("\u00a0", " ")
    assert words == "Risk: It scalds. Control: A lid. 1 more risk · 1 article"


def test_a_use_case_that_no_article_names_says_so() -> None:
    assert card("soup").risk.replace("\u00a0", " ") == "In no article"


def test_what_an_article_files_elsewhere_is_marked_as_corrected() -> None:
    assert card("cake").filed == "Corrected here: Article 1 files it under brewing"
    assert card("cake").is_corrected
    assert card("tea").filed == ""


def test_a_word_found_in_a_text_that_is_not_on_the_card_is_quoted() -> None:
    assert card("latte", "pouring queue").elsewhere == "Problem: The queue reaches the door."
    assert card("latte", "pouring").elsewhere == ""


def test_a_long_text_is_quoted_around_the_hit() -> None:
    case = use_case("long", "Long", problem=f"{'before ' * 100}needle{' after' * 100}")
    catalog = catalog_of(INN)
    from desktop.usecases.finder import Found

    quote = card_of(catalog, Found(INN, case, Query.of("needle"))).elsewhere
    assert quote.startswith("Problem: … ")
    assert "needle" in quote
    assert quote.endswith(" …")
    assert len(quote) < 300


def test_a_screen_reader_hears_whole_sentences() -> None:
    assert card("cake").spoken == (
        "Baking cake. Baking. Café & bar · in use · evidence B. Does baking cake. "
        "Corrected here: Article 1 files it under brewing. In\u00a0no\u00a0article."
    )
