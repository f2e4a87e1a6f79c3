"""Which question a mark leads to: of all answers behind it the newest that was not right, else the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.quiz.knowing.knowledge import Lead

if TYPE_CHECKING:
    from collections.abc import Hashable

    from desktop.progress.attempt import Attempt
    from desktop.quiz.knowing.syllabus import Syllabus


class Leads:
    """Leads by what their mark stands for, while answers stream by in the log's order."""

    def __init__(self, syllabus: Syllabus) -> None:
        self._syllabus = syllabus
        self._found: dict[Hashable, tuple[bool, str]] = {}

    def add(self, mark: Hashable, attempt: Attempt) -> None:
        """Take an answer in; a question that is gone from the pack leads nowhere."""
        before = self._found.get(mark)
        if attempt.question in self._syllabus.entries and (before is None or not attempt.right or before[0]):
            self.put(mark, attempt.right, attempt.question)

    def put(self, mark: Hashable, right: bool, question: str) -> None:
        """The mark leads to this question, whatever it led to."""
        self._found[mark] = (right, question)

    def of(self, mark: Hashable) -> Lead:
        """Where it leads."""
        _right, question = self._found.get(mark, (False, ""))
        return lead_to(self._syllabus, question)


def lead_to(syllabus: Syllabus, question: str) -> Lead:
    """The lead to a question."""
    return Lead(syllabus.lead(question), syllabus.stem(question))
