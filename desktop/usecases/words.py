"""The words this room uses for the closed lists of a use case: maturity, evidence grade, severity."""

from __future__ import annotations

from desktop.catalog.case_words import GRADE_WORDS, MATURITY_WORDS
from desktop.catalog.entities.usecases import Severity

__all__ = ["GRADE_WORDS", "MATURITY_WORDS", "WORST_FIRST", "one_line"]

WORST_FIRST = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def one_line(text: str) -> str:
    """Text with every run of white space as one space, for places that show no line breaks."""
    return " ".join(text.split())
