"""What a presenter may type for the votes of a hall."""

from __future__ import annotations

import pytest

from desktop.quiz.projecting.tally import NoTally, tally_of


@pytest.mark.parametrize("text", ["12 7 3", " 12, 7,3 ", "12/7/3", "12;7;3\n"])
def test_numbers_may_be_parted_as_one_likes(text: str) -> None:
    assert tally_of(text, 3) == (12, 7, 3)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Type one number for each of the 3 options, such as '12 7 3'."),
        ("12 seven 3", "'seven' is no number of votes"),
        ("12 -7 3", "'-7' is no number of votes"),
        ("12 7", "There are 2 numbers for 3 options"),
        ("12", "There is 1 number for 3 options"),
        ("1 2 3 4", "There are 4 numbers for 3 options"),
        ("999999999999999999999 1 1", "more votes than can be counted"),
        ("½ 1 1", "'½' is no number of votes"),
    ],
)
def test_what_is_no_tally_is_told_in_words(text: str, told: str) -> None:
    with pytest.raises(NoTally) as error:
        tally_of(text, 3)
    assert told in str(error.value)
