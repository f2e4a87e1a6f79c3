"""The words for the closed lists of a use case, apart from the other names: the window starts without them."""

from __future__ import annotations

from desktop.catalog.entities.usecases import Autonomy, EvidenceGrade, Maturity

MATURITY_WORDS = {
    Maturity.IDEA: "idea",
    Maturity.PILOT: "pilot",
    Maturity.IN_USE: "in use",
    Maturity.STOPPED: "stopped",
}

GRADE_WORDS = {
    EvidenceGrade.A: "independent study",
    EvidenceGrade.B: "regulator or audit",
    EvidenceGrade.C: "the user's own report",
    EvidenceGrade.D: "one side's word alone",
}

AUTONOMY_WORDS = {
    Autonomy.ASSIST: "it assists, a person does the work",
    Autonomy.RECOMMEND: "it recommends, a person decides",
    Autonomy.ACT: "it acts by itself",
}

WHERE_WRONG = "Where the article is wrong or inexact"
