"""What the log keeps of an answer."""

from __future__ import annotations

import pytest

from desktop.catalog.refs import PartRef
from desktop.quiz.responses import (
    Gaps,
    Matched,
    NoResponseError,
    Number,
    Ordered,
    Picked,
    Response,
    Sorted,
    Spot,
    Words,
    from_json,
    to_json,
)

ALL = [
    (Picked(frozenset({2, 0})), '{"picked": [0, 2]}'),
    (Sorted((1, None)), '{"sorted": [1, null]}'),
    (Matched((0, 2)), '{"matched": [0, 2]}'),
    (Ordered((2, 0, 1)), '{"ordered": [2, 0, 1]}'),
    (Number("1,5"), '{"number": "1,5"}'),
    (Words("thé"), '{"words": "thé"}'),
    (Gaps(("a", "")), '{"gaps": ["a", ""]}'),
    (Spot(PartRef("gan", "loss")), '{"spot": "part:gan/loss"}'),
    (Spot(), '{"spot": null}'),
]


@pytest.mark.parametrize(("response", "text"), ALL)
def test_a_response_is_one_line_of_json_and_comes_back(response: Response, text: str) -> None:
    assert to_json(response) == text
    assert from_json(text) == response


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "[",
        "[" * 100_000,
        "7",
        "{}",
        '{"picked": [0], "words": "a"}',
        '{"guessed": 1}',
        '{"picked": 3}',
        '{"picked": [-1]}',
        '{"picked": [true]}',
        '{"picked": [0.5]}',
        '{"picked": [1, 1]}',
        '{"picked": [null]}',
        '{"ordered": [0, 0]}',
        '{"sorted": "00"}',
        '{"number": 5}',
        '{"words": "' + "a" * 501 + '"}',
        '{"gaps": {"a": "b"}}',
        '{"gaps": [1]}',
        '{"spot": "nowhere"}',
        '{"spot": "part:gan"}',
        '{"spot": ["part:gan/loss"]}',
    ],
)
def test_a_foreign_log_is_refused_in_words(junk: str) -> None:
    with pytest.raises(NoResponseError) as refused:
        from_json(junk)
    assert len(str(refused.value).split()) > 2


def test_complete_is_what_lacks_nothing() -> None:
    lacking: list[Response] = [
        Picked(),
        Sorted((0, None)),
        Matched((None,)),
        Number(" "),
        Words(""),
        Gaps(("a", " ")),
        Spot(),
    ]
    assert not any(each.is_complete for each in lacking)
    whole: list[Response] = [
        Picked(frozenset({0})),
        Sorted((0,)),
        Matched((1,)),
        Ordered((0,)),
        Number("1"),
        Gaps(("a",)),
    ]
    assert all(each.is_complete for each in whole)
