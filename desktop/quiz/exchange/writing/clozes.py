"""The text of a cloze with its gaps as Moodle writes them, and what they cannot hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.quiz.exchange.gaps import chosen_gap, filled, typed_gap

if TYPE_CHECKING:
    from desktop.catalog.entities.questions import ClozeQuestion, Gap


def gapped_text(question: ClozeQuestion, told: list[str]) -> str:
    """The text; `told` gets what is lost: names of gaps, and accepted forms that are not offered."""
    told.append("the names of its gaps")

    def said(gap: Gap) -> str:
        if not gap.choices:
            return typed_gap(*gap.accepted)
        choices = offered(gap)
        unsaid = [form for form in gap.accepted if form not in choices]
        if unsaid:
            told.append(f"forms that the gap '{gap.id}' accepts beside its choices: {', '.join(unsaid)}")
        return chosen_gap(choices, gap.accepted)

    return filled(question.text, question.gaps, said)


def offered(gap: Gap) -> tuple[str, ...]:
    """The choices of a gap; the first accepted form is among them."""
    return gap.choices if set(gap.choices) & set(gap.accepted) else (gap.accepted[0], *gap.choices)
