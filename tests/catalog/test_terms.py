from __future__ import annotations

from desktop.catalog.entities.talks import Term
from desktop.catalog.terms import TermFinder


def term(name: str, *forms: str) -> Term:
    return Term(id=name, title=name.title(), line="A word.", definition="A word.", forms=forms)


def found(text: str, *terms: Term) -> list[str]:
    return [piece.term.id for piece in TermFinder(terms).pieces(text) if piece.term is not None]


def test_a_term_is_found_by_any_form_whatever_the_case() -> None:
    token = term("token", "tokens", "word piece")
    assert found("TOKENS and a Word Piece", token) == ["token"]


def test_only_whole_words_count() -> None:
    assert found("a tokenizer", term("token")) == []


def test_the_longest_form_wins() -> None:
    assert found("generative AI", term("ai"), term("generative-ai", "generative AI")) == ["generative-ai"]


def test_terms_come_in_the_order_of_the_text() -> None:
    assert found("b before a, b again", term("a"), term("b")) == ["b", "a"]


def test_a_form_with_signs_is_taken_as_it_is_written() -> None:
    assert found("C++ (a.b)", term("cpp", "C++"), term("ab", "a.b")) == ["cpp", "ab"]


def test_no_terms_find_nothing() -> None:
    assert found("anything") == []


def test_the_pieces_put_together_are_the_text() -> None:
    text = "Tokens, éclat and tokens; a token 𝄞 more."
    pieces = TermFinder([term("token", "tokens")]).pieces(text)
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.text for piece in pieces if piece.term] == ["Tokens"], (
        "marked where it first stands, as it is written"
    )


def test_what_was_told_before_is_not_marked_again() -> None:
    pieces = TermFinder([term("a"), term("b")]).pieces("a and b", told={"a"})
    assert [piece.text for piece in pieces] == ["a and ", "b"]


def test_a_text_without_terms_is_one_piece_and_no_text_is_none() -> None:
    assert [piece.text for piece in TermFinder([]).pieces("plain")] == ["plain"]
    assert TermFinder([]).pieces("") == ()
