"""A quiz before an audience in real windows: keys in either lead it, and the hall sees no solution too early."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.quiz.projecting.show import Slide
from desktop.quiz.ui.projector.polls import Polled
from desktop.quiz.ui.projector.projection import Projection
from desktop.quiz.ui.projector.screen_view import ScreenView
from desktop.shell.audience import screen_for
from desktop.shell.context import Context
from desktop.shell.icons import Icons
from desktop.shell.navigator import Navigator
from desktop.shell.settings import Settings
from desktop.shell.theme import Theme, ThemeChoice
from tests.quiz.builders import POT, TEA, catalog_of, choice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.catalog.entities.questions import ChoiceQuestion


@pytest.fixture
def project(qtbot: QtBot, tmp_path: Path) -> Callable[..., Projection]:
    kept: list[Projection] = []

    def opened(*questions: ChoiceQuestion, theme: ThemeChoice = ThemeChoice.LIGHT, scale: float = 1.0) -> Projection:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        look = Theme(app, theme, scale)
        settings = Settings(tmp_path / "settings.ini")
        context = Context(catalog_of(), Navigator(), settings, look, Icons(look))
        slides = tuple(Slide(each, tuple(range(len(each.options)))) for each in questions or (TEA, POT))
        projection = Projection(context, slides, "show")
        kept.append(projection)
        for each in (projection.console, projection.window):
            qtbot.addWidget(each)
        projection.console.resize(900, 420)
        with qtbot.waitExposed(projection.console):
            projection.console.show()
        projection.start()
        projection.window.resize(800, 450)
        QApplication.processEvents()
        return projection

    return opened


def press(widget: QWidget, *keys: str) -> None:
    for key in keys:
        QTest.keyClick(widget, Qt.Key[f"Key_{key}"])


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def typed(text: str) -> None:
    QTest.keyClicks(focused(), text)


def screen_view(projection: Projection) -> ScreenView:
    view = projection.window.findChild(ScreenView)
    assert isinstance(view, ScreenView)
    return view


def test_a_question_is_led_from_the_console_by_keys_alone(project: Callable[..., Projection]) -> None:
    projection = project()
    polled: list[Polled] = []
    projection.polled.connect(polled.append)
    typed("12 7 3")
    assert projection.show.now.votes is None
    press(focused(), "Return")
    assert projection.show.now.votes == (12, 7, 3)
    assert not projection.show.now.revealed
    press(focused(), "Return")
    assert projection.show.now.revealed
    assert polled == [Polled("show", "tea", (0, 1, 2), (12, 7, 3))]
    press(focused(), "PageDown")
    assert screen_view(projection).screen_shown.stem == POT.stem
    assert projection.console.typed == ""


def test_going_back_to_what_was_told_tells_of_its_votes_no_second_time(project: Callable[..., Projection]) -> None:
    projection = project()
    polled: list[Polled] = []
    projection.polled.connect(polled.append)
    typed("12 7 3")
    press(focused(), "Return", "Return", "PageDown", "PageUp")
    assert projection.show.at == 0
    assert len(polled) == 1


def test_votes_counted_after_the_solution_is_out_are_told_of_too(project: Callable[..., Projection]) -> None:
    projection = project()
    polled: list[Polled] = []
    projection.polled.connect(polled.append)
    typed("12 7 3")
    press(focused(), "PageDown")
    assert projection.console.typed == "12 7 3", "what was typed and not counted is still there"
    press(focused(), "Return")
    assert [each.votes for each in polled] == [(12, 7, 3)]


def test_what_is_typed_stays_while_the_screen_is_black(project: Callable[..., Projection]) -> None:
    projection = project()
    typed("12 7")
    press(focused(), "B", "B")
    assert projection.console.typed == "12 7"


def test_once_votes_are_counted_the_arrow_leads_on_though_the_field_has_the_keyboard(
    project: Callable[..., Projection],
) -> None:
    projection = project()
    typed("12 7 3")
    press(focused(), "Right")
    assert not projection.show.now.revealed
    press(focused(), "Return", "Right")
    assert projection.show.now.revealed


def test_large_text_leaves_every_button_of_the_presenter_its_size(project: Callable[..., Projection]) -> None:
    console = project(scale=2.0).console
    room = QWidget()
    console.setParent(room)
    console.setMinimumSize(0, 0)  # a page of the room is given what there is
    console.setGeometry(0, 0, 960, 330)
    room.show()
    console.show()
    QApplication.processEvents()
    buttons = console.findChildren(QPushButton)
    assert (console.height(), len(buttons)) == (330, 8)
    for each in buttons:
        assert each.height() >= each.sizeHint().height()
        assert each.width() >= each.minimumSizeHint().width()
    rows = sorted({each.mapTo(console, each.rect().topLeft()).y() for each in buttons})
    console.setParent(None)
    assert all(below - above >= buttons[0].height() for above, below in pairwise(rows))


def test_votes_can_be_typed_in_the_halls_window(project: Callable[..., Projection]) -> None:
    projection = project()
    press(projection.window, "1", "2", "Space", "7", "Space", "4", "Backspace", "3", "Return")
    assert projection.show.now.votes == (12, 7, 3)
    assert not projection.show.now.revealed


def test_letters_are_no_votes_and_it_is_said_so(project: Callable[..., Projection]) -> None:
    projection = project()
    QApplication.clipboard().setText("twelve")
    QTest.keySequence(focused(), QKeySequence.StandardKey.Paste)
    assert projection.console.message == "Votes are whole numbers with spaces between them, such as '12 7 3'."


def test_votes_that_do_not_add_up_are_told_and_nothing_is_counted(project: Callable[..., Projection]) -> None:
    projection = project()
    typed("12 7")
    press(focused(), "Return")
    assert projection.console.message == "There are 2 numbers for 3 options: type one for each, 0 where nobody voted."
    assert projection.console.typed == "12 7"
    assert projection.show.now.votes is None


@pytest.mark.parametrize("key", ["Right", "Down", "PageDown", "N", "Space", "Return"])
def test_a_clicker_that_reaches_the_halls_window_leads_it_too(project: Callable[..., Projection], key: str) -> None:
    projection = project()
    press(projection.window, key)
    assert projection.show.now.revealed
    press(projection.window, "PageUp")
    assert projection.show.at == 0


def test_black_white_and_undo_work_in_the_halls_window(project: Callable[..., Projection]) -> None:
    projection = project()
    press(projection.window, "B")
    assert screen_view(projection).grab().toImage().pixelColor(5, 5).name() == "#000000"
    press(projection.window, "Right")
    assert not projection.show.now.revealed
    press(projection.window, "W")
    assert screen_view(projection).grab().toImage().pixelColor(5, 5).name() == "#ffffff"
    press(projection.window, "Comma", "Right", "U")
    assert not projection.show.now.revealed


def test_escape_ends_it_in_either_window(project: Callable[..., Projection], qtbot: QtBot) -> None:
    projection = project()
    with qtbot.waitSignal(projection.ended):
        press(projection.window, "Escape")
    assert not projection.window.isVisible()


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_halls_window_is_the_same_to_the_pixel_whichever_option_is_right(
    project: Callable[..., Projection], theme: ThemeChoice
) -> None:
    pictures, words = [], []
    for right in range(4):
        texts = ("leaves", "beans", "berries", "bark")
        options = [f"{'*' if at == right else ''}{text}|Because {text}." for at, text in enumerate(texts)]
        projection = project(choice("tea", *options), theme=theme)
        typed("12 7 3 1")
        for step in ("", "Return"):
            if step:
                press(focused(), step)
            pictures.append((step, projection.window.grab().toImage()))
            words.append((step, screen_view(projection).accessibleDescription()))
        projection.end()
    for step in ("", "Return"):
        mine = [picture for each, picture in pictures if each == step]
        assert all(picture == mine[0] for picture in mine[1:])
        assert len({text for each, text in words if each == step}) == 1
    assert pictures[0][1] != pictures[1][1]  # the votes did come on


def test_the_right_answer_is_seen_by_more_than_its_colour_once_it_is_out(project: Callable[..., Projection]) -> None:
    projection = project(choice("tea", "*leaves", "beans"))
    press(projection.window, "Right")
    assert "A, leaves, right answer." in screen_view(projection).accessibleDescription()
    other = project(choice("tea", "leaves", "*beans"))
    press(other.window, "Right")
    half = QRect(QPoint(0, 0), other.window.size())
    assert projection.window.grab(half).toImage() != other.window.grab(half).toImage()


def test_type_is_never_smaller_than_a_thirtieth_while_it_fits(project: Callable[..., Projection]) -> None:
    long = choice("tea", *(f"{'*' if not at else ''}{'tea leaves and more ' * 4}{at}" for at in range(4)))
    for question in (TEA, long):
        projection = project(question)
        assert screen_view(projection).type_share >= 1 / 30


def test_nothing_moves_when_votes_and_solution_come(project: Callable[..., Projection]) -> None:
    projection = project()
    view = screen_view(projection)
    before = view.plan
    typed("12 7 3")
    press(projection.console, "Return")
    assert view.plan == before
    press(projection.console, "Return")
    assert view.screen_shown.explanation
    assert view.plan.rows == before.rows
    assert view.plan.said[: len(before.said)] == before.said


def test_a_text_as_long_as_may_be_still_stands_whole(project: Callable[..., Projection]) -> None:
    stem = "word " * 390
    options = [f"{'*' if not at else ''}{'answer ' * 80}" for at in range(9)]
    projection = project(choice("tea", *options, stem=stem))
    view = screen_view(projection)
    assert max(row.box.bottom() for row in view.plan.rows) < view.height()
    press(projection.window, "Right")
    assert max(each.place.bottom() for each in view.plan.said) < view.height()


def test_the_screen_for_the_hall_is_the_remembered_one_else_another_than_the_presenters() -> None:
    assert screen_for(["left", "right"], "left", "") == "right"
    assert screen_for(["left", "right", "wall"], "left", "wall") == "wall"
    assert screen_for(["left", "right"], "left", "wall") == "right"
    assert screen_for(["left", "right"], "left", "left") == "right"
    assert screen_for(["only"], "only", "only") is None


def test_with_one_screen_the_halls_window_is_an_ordinary_one(project: Callable[..., Projection]) -> None:
    assert not project().window.isFullScreen()
