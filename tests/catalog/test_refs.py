from __future__ import annotations

from copy import copy
from dataclasses import FrozenInstanceError, replace

import pytest

from desktop.catalog.refs import REF_TYPES, CellRef, RefError, UseCaseRef, parse_ref


@pytest.mark.parametrize("kind", REF_TYPES)
def test_every_ref_survives_being_written_and_read(kind: str) -> None:
    parts = ("one", "two")[: len(REF_TYPES[kind].__slots__)]
    ref = REF_TYPES[kind](*parts)
    assert parse_ref(str(ref)) == ref


def test_refs_are_read_by_their_first_word() -> None:
    assert parse_ref("cell:tea/heat") == CellRef("tea", "heat")
    assert parse_ref("use-case:afternoon-pot") == UseCaseRef("afternoon-pot")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "a ref starts with one of aspect, card"),
        ("cell", "a ref starts with one of"),
        ("sell:a/b", "a ref starts with one of"),
        ("cell:a", "must have the form 'cell:SUBJECT/ASPECT'"),
        ("cell:a/b/c", "must have the form 'cell:SUBJECT/ASPECT'"),
        ("cell:/b", "must have the form"),
        ("cell:a/", "must have the form"),
        ("use-case:", "must have the form 'use-case:USE-CASE'"),
    ],
)
def test_what_is_no_ref_is_told_with_the_right_form(text: str, words: str) -> None:
    with pytest.raises(RefError, match=words):
        parse_ref(text)


def test_a_ref_is_made_of_its_ids_by_place_or_name_and_of_no_others() -> None:
    assert CellRef("tea", aspect="heat") == CellRef(aspect="heat", subject="tea")
    for ids, named in ((("tea",), {}), (("tea", "heat", "more"), {}), (("tea", "heat"), {"subject": "tea"})):
        with pytest.raises(TypeError, match="CellRef takes subject, aspect"):
            CellRef(*ids, **named)


def test_a_ref_stays_what_it_is() -> None:
    ref = CellRef("tea", "heat")
    with pytest.raises(FrozenInstanceError):
        ref.subject = "coffee"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del ref.subject
    assert copy(ref) == ref == CellRef("tea", "heat")
    assert replace(ref, aspect="price") == CellRef("tea", "price")
