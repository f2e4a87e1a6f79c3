"""Questions for print: all of them on one sheet, the answers on another. Both number them alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.quiz.printed import printed
from desktop.shell.handout import Block, Heading, Paragraph, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Topic
    from desktop.quiz.printed import Printed


def sheets_of(topics: Sequence[Topic], catalog: Catalog) -> tuple[Sheet, ...]:
    """Two sheets, or none where the topics have no question."""
    asking: list[Block] = [Heading("Questions", 1)]
    answering: list[Block] = [Heading("Answers", 1)]
    number = 0
    for topic in topics:
        if topic.questions:
            asking.append(Heading(topic.title))
            answering.append(Heading(topic.title))
        for question in topic.questions:
            number += 1
            on_paper = printed(question, catalog)
            asking.extend(_question(number, on_paper))
            answering.extend(_answer(number, on_paper, question.explanation))
    if not number:
        return ()
    return Sheet("Quiz: questions", tuple(asking)), Sheet("Quiz: answers", tuple(answering))


def _question(number: int, question: Printed) -> Iterator[Block]:
    yield Heading(f"{number}. {question.stem}", 3)
    yield from (Paragraph(line) for line in question.lines)


def _answer(number: int, question: Printed, explanation: str | None) -> Iterator[Block]:
    yield Heading(f"{number}. {question.answer}", 3)
    yield from (Paragraph(line) for line in question.more)
    if explanation:
        yield Paragraph(explanation)
