"""Which widget answers which class of question. Each is imported when such a question is first asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    HotspotQuestion,
    MatchQuestion,
    NumericQuestion,
    OrderQuestion,
    ShortQuestion,
)

if TYPE_CHECKING:
    from desktop.quiz.session import Asked
    from desktop.quiz.ui.answers.answer import AnswerWidget, Look


def answer_widget(asked: Asked, look: Look) -> AnswerWidget:
    """A new widget for this question."""
    match asked.question:
        case ChoiceQuestion() as question:
            from desktop.quiz.ui.answers.choosing import ChoiceAnswer

            return ChoiceAnswer(asked, look, question)
        case CategoriseQuestion() as question:
            from desktop.quiz.ui.answers.sorting import CategoriseAnswer

            return CategoriseAnswer(asked, look, question)
        case MatchQuestion() as question:
            from desktop.quiz.ui.answers.matching import MatchAnswer

            return MatchAnswer(asked, look, question)
        case OrderQuestion() as question:
            from desktop.quiz.ui.answers.ordering import OrderAnswer

            return OrderAnswer(asked, look, question)
        case NumericQuestion() | ShortQuestion() as question:
            from desktop.quiz.ui.answers.fields import TypedAnswer

            return TypedAnswer(asked, look, question)
        case ClozeQuestion() as question:
            from desktop.quiz.ui.answers.gaps import ClozeAnswer

            return ClozeAnswer(asked, look, question)
        case HotspotQuestion() as question:
            return _on_stage(asked, look, question)


def _on_stage(asked: Asked, look: Look, question: HotspotQuestion) -> AnswerWidget:
    from desktop.quiz.ui.answers.spotting import HotspotAnswer

    stage = look.stage_of(question.scene)
    assert stage is not None, f"'{question.id}' plays in {question.scene}, which no room can show"
    return HotspotAnswer(asked, look, question, stage)
