"""The words this room uses for the closed lists of a use case: maturity, evidence grade, severity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.case_words import AUTONOMY_WORDS, GRADE_WORDS, MATURITY_WORDS
from desktop.catalog.entities.usecases import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.catalog.entities.usecases import EvidenceGrade, Risk, UseCase

__all__ = [
    "AUTONOMY_WORDS",
    "GRADE_WORDS",
    "MATURITY_WORDS",
    "SEVERITY_WORDS",
    "WORST_FIRST",
    "grade_line",
    "one_line",
    "worst_first",
    "worst_of",
]

SEVERITY_WORDS = {Severity.HIGH: "high", Severity.MEDIUM: "medium", Severity.LOW: "low"}
WORST_FIRST = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def worst_first(risks: Iterable[Risk]) -> list[Risk]:
    """Risks by their severity."""
    return sorted(risks, key=lambda risk: WORST_FIRST.index(risk.severity))


def worst_of(case: UseCase) -> Severity | None:
    """The highest severity among the risks; none where no risk is named."""
    return min((risk.severity for risk in case.risks), key=WORST_FIRST.index, default=None)


def grade_line(grade: EvidenceGrade) -> str:
    """'B: regulator or audit'."""
    return f"{grade.value}: {GRADE_WORDS[grade]}"


def one_line(text: str) -> str:
    """Text with every run of white space as one space, for places that show no line breaks."""
    return " ".join(text.split())
