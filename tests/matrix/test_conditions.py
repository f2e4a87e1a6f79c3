"""The conditions that can be typed over a column, and the time that a hostile one takes."""

from __future__ import annotations

import pytest

from desktop.catalog.entities.evidence import Basis
from desktop.catalog.entities.matrix import Rating
from desktop.matrix.table.conditions import BadCondition, condition_of
from tests.builders import cell

MAKER = cell("OpenAI", values=("OpenAI",))
MONTH = cell("March 2023", values=("2023-03",))
COUNT = cell("About 1,500 tokens")
GRADE = cell("Fair", rating=Rating(value=3, reason="Seen."))
UNKNOWN = cell("Unknown", basis=Basis.UNKNOWN)


@pytest.mark.parametrize(
    ("typed", "fitting", "failing"),
    [
        ("open", MAKER, MONTH),
        ("OPENAÏ", MAKER, MONTH),
        ("=openai", MAKER, COUNT),
        ("!=openai", COUNT, MAKER),
        ("<>openai", COUNT, UNKNOWN),
        ("<2023-04", MONTH, cell("April", values=("2023-04",))),
        ("<=2023", MONTH, cell("2024", values=("2024-01",))),
        (">2022", MONTH, cell("2022", values=("2022-12-31",))),
        (">=2023-03", MONTH, cell("2023", values=("2023-02",))),
        ("2020..2023", MONTH, cell("2024", values=("2024",))),
        ("1000..2000", COUNT, cell("999")),
        (">=3", GRADE, cell("Poor", rating=Rating(value=2, reason="Seen."))),
        ("/^open(ai)?$/", MAKER, MONTH),
        ("empty", UNKNOWN, MAKER),
        ("=", UNKNOWN, MAKER),
        ("!empty", MAKER, UNKNOWN),
    ],
)
def test_a_condition_lets_pass_what_it_says(typed: str, fitting: object, failing: object) -> None:
    condition = condition_of(typed)
    assert condition is not None
    assert condition.fits(fitting)  # type: ignore[arg-type]
    assert not condition.fits(failing)  # type: ignore[arg-type]


def test_nothing_typed_is_no_condition() -> None:
    assert condition_of("  ") is None


@pytest.mark.parametrize("typed", ["<soon", "/(/", "/(?=x)/", "2024..2020", "x" * 201, ">"])
def test_what_is_no_condition_says_why(typed: str) -> None:
    with pytest.raises(BadCondition) as told:
        condition_of(typed)
    assert len(str(told.value)) > 8


@pytest.mark.parametrize("typed", ["/(a+)+$/", "/(a|aa)+$/", "/(.*a){25}/"])
def test_a_hostile_pattern_is_done_at_once(typed: str) -> None:
    condition = condition_of(typed)
    assert condition is not None
    assert not condition.fits(cell("a" * 24 + "b" * 60_000 if "25" in typed else "a" * 60_000 + "b"))
