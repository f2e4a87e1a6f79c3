"""The tints of the map: readable in both themes, and stronger where there is more."""

from __future__ import annotations

import pytest

from desktop.shell.tint import READABLE, contrast, strongest, tint
from desktop.shell.tokens import DARK, LIGHT, Tokens

SHARES = [n / 20 for n in range(21)]


def tints(tokens: Tokens) -> list[str]:
    return [tint(tokens.surface, tokens.accent, tokens.text, share) for share in SHARES]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_every_count_can_be_read(tokens: Tokens) -> None:
    assert all(contrast(ground, tokens.text) >= READABLE for ground in tints(tokens))
    assert contrast(tokens.raised, tokens.muted) >= READABLE


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_more_is_stronger(tokens: Tokens) -> None:
    strengths = [contrast(ground, tokens.surface) for ground in tints(tokens)]
    assert strengths == sorted(strengths)
    assert strengths[-1] > 1.5 * strengths[0]


def test_an_accent_that_cannot_be_read_on_leaves_the_ground_alone() -> None:
    assert strongest("#FFFFFF", "#000000", "#767676") == 0
    assert tint("#FFFFFF", "#000000", "#767676", 1) == "#FFFFFF"
