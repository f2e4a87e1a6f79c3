"""The quiz as a tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.refs import QuestionRef, TopicRef
from desktop.shell.view import ViewSpec

if TYPE_CHECKING:
    from desktop.export.page import Asked, Page
    from desktop.shell.context import Context
    from desktop.shell.paper import Paper
    from desktop.shell.room import Room
    from desktop.shell.stage import Stage


def _build(context: Context) -> Room:
    from desktop.quiz.ui.widget import QuizRoom

    return QuizRoom(context)


def _pages(asked: Asked, _paper: Paper) -> tuple[Page, ...]:
    from desktop.quiz.paging import pages_of

    return pages_of(asked)


def _stage(context: Context) -> Stage:
    from desktop.quiz.ui.stage import QuestionStage

    return QuestionStage(context)


VIEW = ViewSpec(
    key="quiz",
    title="Quiz",
    shortcut="Ctrl+4",
    opens=(QuestionRef, TopicRef),
    build=_build,
    keys=(
        ("Pick an option, a group, a right side, a place", "1 to 9"),
        ("Go to an element; change what it has, or move it", "Up and Down; Left and Right"),
        ("How sure you are", "C"),
        ("Check, then go on", "Space or Enter"),
        ("Another grade, after the check", "1 to 4"),
        ("Show me", "G"),
        ("Undo, redo", "Ctrl+Z or U, Ctrl+Y"),
        ("Flag, suspend the question", "*, @"),
        ("What I know", "Ctrl+I"),
        ("Question bank", "Ctrl+B"),
        ("For an audience", "Ctrl+J"),
        ("Start again with other questions", "Ctrl+Shift+N"),
        ("The question before", "Backspace"),
    ),
    stages=(QuestionRef, TopicRef),
    stage=_stage,
    pages=_pages,
)
