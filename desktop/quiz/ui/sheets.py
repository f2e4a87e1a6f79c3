"""The quiz in the printed handout: the questions on one sheet, the answers on another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import ChoiceQuestion
from desktop.quiz.orders import option_order
from desktop.quiz.words import LETTERS, line_of
from desktop.shell.handout import Block, Heading, Paragraph, Sheet

if TYPE_CHECKING:
    from desktop.quiz.bank import Bank

_SEED = 1  # print is the same every time


def sheets_of(bank: Bank) -> tuple[Sheet, ...]:
    """Two sheets, or none where nothing can be asked. Both number the questions alike."""
    questions: list[Block] = [Heading("Questions", 1)]
    answers: list[Block] = [Heading("Answers", 1)]
    number = 0
    for topic in bank.topics:
        asked = [each for each, _ in bank.written(topic.id) if isinstance(each, ChoiceQuestion)]
        if asked:
            questions.append(Heading(topic.title))
            answers.append(Heading(topic.title))
        for question in asked:
            number += 1
            questions.extend(_question(number, question))
            answers.extend(_answer(number, question))
    if not number:
        return ()
    return Sheet("Quiz: questions", tuple(questions)), Sheet("Quiz: answers", tuple(answers))


def _question(number: int, question: ChoiceQuestion) -> list[Block]:
    line = line_of(question)
    stem = f"{number}. {question.stem}" + (f" {line}" if line else "")
    order = option_order(question, _SEED)
    options = [f"{LETTERS[at]}  {question.options[option].text}" for at, option in enumerate(order)]
    return [Heading(stem, 3), *(Paragraph(option) for option in options)]


def _answer(number: int, question: ChoiceQuestion) -> list[Block]:
    right = [
        f"{LETTERS[at]}, {question.options[option].text}"
        for at, option in enumerate(option_order(question, _SEED))
        if question.options[option].correct
    ]
    explanation = [Paragraph(question.explanation)] if question.explanation else []
    return [Heading(f"{number}. {'; '.join(right)}", 3), *explanation]
