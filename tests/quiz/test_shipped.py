"""Every question that is shipped or made from the shipped data can be asked, answered rightly, and answered wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    NumericQuestion,
    OrderQuestion,
    ShortQuestion,
)
from desktop.catalog.loader import load_pack
from desktop.places import shipped_pack
from desktop.quiz import session as quiz
from desktop.quiz.bank import Bank
from desktop.quiz.grading import grade
from desktop.quiz.responses import (
    Gaps,
    Matched,
    Number,
    Ordered,
    Picked,
    Response,
    Sorted,
    Spot,
    Words,
    from_json,
    rights_of,
    to_json,
)
from desktop.quiz.ui.answers.answer import Look
from desktop.quiz.ui.answers.making import answer_widget
from desktop.shell.context import Context
from desktop.shell.icons import Icons
from desktop.shell.navigator import Navigator
from desktop.shell.settings import Settings
from desktop.shell.theme import Theme, ThemeChoice
from desktop.shell.view import stages_of
from desktop.views import VIEWS

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    found = load_pack(shipped_pack()).catalog
    assert found is not None
    return found


def right_response(question: Question) -> Response:
    match question:
        case ChoiceQuestion(options=options):
            return Picked(frozenset(at for at, option in enumerate(options) if option.correct))
        case CategoriseQuestion(categories=categories, items=items):
            return Sorted(tuple(categories.index(item.category) for item in items))
        case MatchQuestion(pairs=pairs):
            return Matched(tuple(rights_of(question).index(pair.right) for pair in pairs))
        case OrderQuestion(items=items):
            return Ordered(tuple(range(len(items))))
        case NumericQuestion(answer=answer):
            return Number(f"{answer}")
        case ShortQuestion(accepted=accepted):
            return Words(accepted[-1])
        case ClozeQuestion(gaps=gaps):
            return Gaps(tuple(gap.accepted[0] for gap in gaps))
    return Spot(question.targets[-1])


def wrong_response(question: Question) -> Response:
    match question:
        case ChoiceQuestion(options=options):
            return Picked(frozenset(at for at, option in enumerate(options) if not option.correct))
        case CategoriseQuestion(categories=categories, items=items):
            return Sorted(tuple((categories.index(item.category) + 1) % len(categories) for item in items))
        case MatchQuestion(pairs=pairs):
            rights = rights_of(question)
            return Matched(tuple((rights.index(pair.right) + 1) % len(rights) for pair in pairs))
        case OrderQuestion(items=items):
            return Ordered(tuple(reversed(range(len(items)))))
        case NumericQuestion(answer=answer, tolerance=tolerance):
            return Number(f"{answer + tolerance + 1}")
        case ShortQuestion():
            return Words("quite another thing")
        case ClozeQuestion(gaps=gaps):
            return Gaps(("quite another thing",) * len(gaps))
    return Spot(question.scene)


def test_the_right_answer_to_every_question_is_worth_all_and_a_wrong_one_nothing(catalog: Catalog) -> None:
    questions = [question for question, _ in Bank.of(catalog).questions()]
    assert {type(question) for question in questions} >= {type(each) for each in catalog.question.values()}
    assert len(questions) > len(catalog.question)
    wrongly_marked = [
        question.id
        for question in questions
        if grade(question, from_json(to_json(right_response(question)))).score != 1
        or grade(question, from_json(to_json(wrong_response(question)))).score != 0
    ]
    assert wrongly_marked == []


def test_every_question_is_asked_and_its_check_is_told(catalog: Catalog, qtbot: QtBot, tmp_path: Path) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme(app, ThemeChoice.LIGHT, 1.0)
    settings = Settings(tmp_path / "settings.ini")
    context = Context(catalog, Navigator(), settings, theme, Icons(theme), None, stages_of(VIEWS))
    look = Look(theme, context.icons, context.make_stage, str)
    for question, topic in Bank.of(catalog).written():
        session = quiz.start([(question, topic)], 1)
        asked = session.current
        assert asked is not None
        widget = answer_widget(asked, look)
        qtbot.addWidget(widget)
        widget.show_response(session.response)
        assert not any(row.note.text for row in widget.rows), question.id
        assert quiz.check(quiz.respond(session, right_response(question))).right == 1, question.id
        checked = quiz.check(quiz.respond(session, wrong_response(question))).answer
        assert checked is not None, question.id
        widget.show_check(checked.response, checked.mark)
        assert any(row.note.text for row in widget.rows), question.id
