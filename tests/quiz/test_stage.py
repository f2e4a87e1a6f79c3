"""Questions on a talk's stage: what the hall sees, what the presenter has, and what the log keeps of it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.catalog.refs import DiagramRef, PartRef, QuestionRef, TopicRef, ViewRef
from desktop.progress.attempt import Mode
from desktop.progress.not_kept import NotKept
from desktop.quiz.ui.projector.screen_view import ScreenView
from desktop.quiz.ui.stage import QuestionStage
from desktop.shell.context import Context
from desktop.shell.icons import Icons
from desktop.shell.navigator import Navigator
from desktop.shell.settings import Settings
from desktop.shell.theme import Theme, ThemeChoice
from desktop.shell.tone import Tone
from tests.quiz.builders import KIND_TOPICS, KINDS, MADE_TOPICS, POT, TEA, TOPICS, catalog_of, choice, topic
from tests.quiz.stages import KitchenStage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question, Topic
    from desktop.catalog.refs import Ref
    from desktop.quiz.projecting.show import Screen
    from desktop.quiz.ui.stage_console import QuestionConsole

_KEYS = {" ": Qt.Key.Key_Space, "\r": Qt.Key.Key_Return, "\b": Qt.Key.Key_Backspace, "\x1b": Qt.Key.Key_Escape}


@dataclass
class StageDriver:
    """A shown stage with its console beside it. `told` counts what a talk hears of it."""

    stage: QuestionStage
    context: Context
    told: list[str] = field(default_factory=list)

    @property
    def console(self) -> QuestionConsole:
        return self.stage.console()

    @property
    def screen(self) -> Screen:
        """What the hall sees."""
        return self._view.screen_shown

    @property
    def _view(self) -> ScreenView:
        view = self.stage.findChild(ScreenView)
        assert isinstance(view, ScreenView)
        return view

    @property
    def type_share(self) -> float:
        """The smallest type as a share of the height."""
        return self._view.plan.smallest / self._view.height()

    @property
    def right(self) -> list[bool | None]:
        return [each.right for each in self.screen.choices]

    @property
    def votes(self) -> list[int | None]:
        return [each.votes for each in self.screen.choices]

    @property
    def polls(self) -> list[str]:
        kept = self.context.learner.log.attempts()
        return [each.response for each in kept if each.mode is Mode.PROJECTOR and each.undone is None]

    @property
    def live(self) -> list[KitchenStage]:
        """The figures that can be seen."""
        return [each for each in self.stage.findChildren(KitchenStage) if each.isVisible()]

    def press(self, text: str) -> list[bool]:
        """Keys pressed in the hall's window, as a talk hands them on; whether each was taken."""
        return [self.stage.press(_key(each)) for each in text]

    def go(self, step: int) -> None:
        self.stage.go_to_step(step)
        QApplication.processEvents()


def _key(text: str) -> QKeyEvent:
    key = _KEYS.get(text, Qt.Key(ord(text.upper())))
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)


class OpenStage(Protocol):
    """Puts a place on a stage."""

    def __call__(
        self, ref: Ref, *topics: Topic, seed: str = ..., theme: ThemeChoice = ..., catalog: Catalog | None = ...
    ) -> StageDriver: ...


@pytest.fixture
def on_stage(qtbot: QtBot, tmp_path: Path) -> OpenStage:
    def opened(
        ref: Ref,
        *topics: Topic,
        seed: str = "",
        theme: ThemeChoice = ThemeChoice.LIGHT,
        catalog: Catalog | None = None,
    ) -> StageDriver:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        look = Theme(app, theme, 1.0)
        stages = dict.fromkeys((QuestionRef, TopicRef), QuestionStage) | {DiagramRef: KitchenStage}
        context = Context(
            catalog or catalog_of(*topics or TOPICS),
            Navigator(),
            Settings(tmp_path / "settings.ini"),
            look,
            Icons(look),
            stages=stages,
        )
        stage = context.make_stage(ref)
        assert isinstance(stage, QuestionStage)
        driver = StageDriver(stage, context)
        stage.show_state({"seed": seed} if seed else {})
        stage.shown.connect(lambda: driver.told.append("shown"))
        stage.step_shown.connect(lambda: driver.told.append("step"))
        for widget in (stage, driver.console):
            qtbot.addWidget(widget)
        stage.resize(1280, 720)
        with qtbot.waitExposed(stage):
            stage.show()
        driver.console.show()
        return driver

    return opened


def live_tea() -> Question:
    """Tea, with a place to show that is a figure."""
    return replace(TEA, evidence=(PartRef("kitchen", "tap"), DiagramRef("kitchen")))


def test_a_question_is_asked_then_revealed_with_its_explanation(on_stage: OpenStage) -> None:
    driver = on_stage(QuestionRef("tea"))
    assert (driver.stage.steps, driver.stage.step) == (2, 0)
    assert driver.screen.stem == TEA.stem
    assert driver.right == [None] * 3
    assert driver.screen.explanation == ""
    driver.go(1)
    assert sorted(map(bool, driver.right)) == [False, False, True]
    assert driver.screen.explanation == TEA.explanation
    assert driver.told[-1] == "step"


def test_a_topic_tells_all_its_choice_questions_in_the_packs_order(on_stage: OpenStage) -> None:
    driver = on_stage(TopicRef("drinks"), topic("drinks", TEA, KINDS[0], POT))
    assert driver.stage.steps == 4
    stems = []
    for step in range(4):
        driver.go(step)
        stems.append(driver.screen.stem)
    assert stems == [TEA.stem, TEA.stem, POT.stem, POT.stem]
    driver.go(1)
    assert True in driver.right


def test_a_kept_seed_gives_another_order_that_stays(on_stage: OpenStage) -> None:
    questions = tuple(choice(f"q{at}", "*leaves", "beans", "berries", "bark") for at in range(8))

    def told(seed: str) -> list[str]:
        driver = on_stage(TopicRef("many"), topic("many", *questions), seed=seed)
        words = []
        for step in range(0, driver.stage.steps, 2):
            driver.go(step)
            words.append(driver.screen.words)
        return words

    assert told("7") == told("7")
    assert told("7") != told("8")
    assert [each.partition("?")[0] for each in told("")] == [f"What about q{at}" for at in range(8)]
    assert told("no seed") == told("")


def test_the_whole_quiz_is_a_place_too(on_stage: OpenStage) -> None:
    driver = on_stage(QuestionRef("tea"))
    assert driver.stage.show_place(ViewRef("quiz"))
    assert driver.screen.progress == "Question 1 of 4"


def test_a_question_that_a_template_makes_has_a_stage(on_stage: OpenStage) -> None:
    driver = on_stage(QuestionRef("colour.cup"), *MADE_TOPICS)
    assert driver.screen.stem == "Which colour has the cup?"
    assert on_stage(TopicRef("made"), *MADE_TOPICS).screen.progress == "Question 1 of 4"


def test_what_is_not_in_the_pack_has_none(on_stage: OpenStage) -> None:
    context = on_stage(QuestionRef("tea"), *TOPICS, *KIND_TOPICS).context
    for ref in (QuestionRef("gone"), QuestionRef("colour.gone"), TopicRef("gone"), TopicRef("kinds")):
        assert context.make_stage(ref) is None


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_halls_picture_is_the_same_to_the_pixel_whichever_option_is_right(
    on_stage: OpenStage, theme: ThemeChoice
) -> None:
    pictures, words = [], []
    for right in range(4):
        texts = ("leaves", "beans", "berries", "bark")
        options = [f"{'*' if at == right else ''}{text}|Because {text}." for at, text in enumerate(texts)]
        driver = on_stage(QuestionRef("tea"), topic("drinks", choice("tea", *options)), theme=theme)
        for step in (0, 1):
            if step:
                driver.press("1 2 3 4\r")
            pictures.append((step, driver.stage.grab().toImage()))
            words.append((step, heard(driver.stage)))
    for step in (0, 1):
        mine = [picture for each, picture in pictures if each == step]
        assert all(picture == mine[0] for picture in mine[1:])
        assert len({text for each, text in words if each == step}) == 1
    assert pictures[0][1] != pictures[1][1]  # the votes did come on


def heard(stage: QuestionStage) -> str:
    """All that a screen reader could say of the hall's screen."""
    widgets = [stage, *stage.findChildren(QWidget)]
    return " ".join(f"{each.accessibleName()} {each.accessibleDescription()} {each.toolTip()}" for each in widgets)


def test_the_presenter_has_the_solution_from_the_start(on_stage: OpenStage) -> None:
    assert "leaves" in on_stage(QuestionRef("tea")).console.solution
    assert on_stage(QuestionRef("name"), *KIND_TOPICS).console.solution == "Right: tea-pot"


def test_votes_are_typed_into_the_console_and_are_a_step_of_their_own(on_stage: OpenStage) -> None:
    driver = on_stage(QuestionRef("tea"))
    driver.console.activateWindow()
    driver.console.votes.setFocus()
    field = driver.console.votes.focusProxy()
    assert field is not None
    QTest.keyClicks(field, "12 7 3")
    assert driver.votes == [None] * 3
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert driver.votes == [12, 7, 3]
    assert driver.right == [None] * 3
    assert (driver.stage.steps, driver.stage.step) == (3, 1)
    assert driver.told[-2:] == ["shown", "step"]


def test_digits_in_the_halls_window_are_votes_until_the_solution_is_out(on_stage: OpenStage) -> None:
    driver = on_stage(QuestionRef("tea"))
    assert driver.press(" \r\bgb") == [False] * 5  # nothing is typed yet: they are keys of the talk
    assert all(driver.press("12 7 4\b3\r"))
    assert driver.votes == [12, 7, 3]
    assert driver.press("\r\b") == [False, False]
    driver.go(2)
    assert driver.press("1\r ") == [False] * 3
    driver.go(0)
    assert all(driver.press("2 2 2\r"))
    assert driver.votes == [2, 2, 2]


def test_keys_with_ctrl_or_alt_are_the_talks(on_stage: OpenStage) -> None:
    driver = on_stage(QuestionRef("tea"))
    for held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        assert not driver.stage.press(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, held, "1"))


def test_digits_are_the_talks_where_nobody_votes(on_stage: OpenStage) -> None:
    driver = on_stage(QuestionRef("heat"), *KIND_TOPICS)
    assert driver.press("12\r") == [False] * 3
    assert not driver.console.votes.isVisible()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("12 7", "There are 2 numbers for 3 options: type one for each, 0 where nobody voted."),
        ("1 2 3 4", "There are 4 numbers for 3 options: type one for each, 0 where nobody voted."),
        ("9999999 1 1", "9999999 are more votes than can be counted (100,000 at most)."),
    ],
)
def test_what_is_no_tally_is_told_to_the_presenter_alone(on_stage: OpenStage, typed: str, told: str) -> None:
    driver = on_stage(QuestionRef("tea"))
    before = driver.stage.grab().toImage()
    driver.press(f"{typed}\r")
    assert driver.console.message == told
    assert driver.console.votes.text == typed
    assert driver.votes == [None] * 3
    assert driver.stage.grab().toImage() == before


def test_going_back_shows_a_question_as_far_told_as_it_was(on_stage: OpenStage) -> None:
    driver = on_stage(TopicRef("drinks"), topic("drinks", TEA, POT))
    driver.press("12 7 3\r")
    driver.go(3)
    assert driver.screen.stem == POT.stem
    driver.go(2)
    assert driver.votes == [12, 7, 3]
    assert True in driver.right
    assert driver.console.votes.text == "12 7 3"


def test_votes_are_kept_once_and_only_when_the_solution_is_out(on_stage: OpenStage) -> None:
    driver = on_stage(QuestionRef("pot"))
    driver.press("1 2 3 4\r")
    assert driver.polls == []
    for step in (2, 1, 2, 0, 2):
        driver.go(step)
    assert len(driver.polls) == 1
    driver.go(0)
    driver.press("4 3 2 1\r")
    driver.go(2)
    assert len(driver.polls) == 1
    assert list(json.loads(driver.polls[0])["votes"].values()) == [4, 3, 2, 1]


def test_a_question_without_votes_leaves_nothing_in_the_log(on_stage: OpenStage) -> None:
    driver = on_stage(QuestionRef("tea"))
    driver.go(1)
    assert list(driver.context.learner.log.attempts()) == []


def test_votes_that_cannot_be_kept_are_told_in_the_console_and_the_talk_goes_on(
    on_stage: OpenStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = on_stage(QuestionRef("tea"))

    def full(_answered: object) -> None:
        raise NotKept("The answer was not saved", "The disk is full.")

    monkeypatch.setattr(driver.context.learner.log, "record", full)
    driver.press("1 2 3\r")
    driver.go(2)
    assert "The disk is full." in driver.console.message
    assert True in driver.right


def test_show_me_is_a_live_figure_once_the_solution_is_out(on_stage: OpenStage) -> None:
    driver = on_stage(QuestionRef("tea"), topic("drinks", live_tea()))
    assert not driver.console.can_show_me
    driver.go(1)
    assert driver.press("g") == [True]
    assert len(driver.live) == 1
    assert driver.press("\x1b") == [True]
    assert driver.live == []
    assert driver.press("g") == [True]
    driver.go(0)
    assert driver.live == []


def test_what_has_no_place_to_show_leaves_the_key_to_the_talk(on_stage: OpenStage) -> None:
    driver = on_stage(QuestionRef("tea"))
    driver.go(1)
    assert driver.press("g") == [False]
    assert not driver.console.can_show_me


def test_a_figure_is_asked_live_and_the_right_place_marked_in_the_end(on_stage: OpenStage) -> None:
    driver = on_stage(QuestionRef("place"), *KIND_TOPICS)
    (figure,) = driver.live
    assert figure.tones == {}
    assert not figure.geometry().isEmpty()
    driver.go(1)
    assert figure.tones == {"tap": Tone.RIGHT}
    assert driver.screen.answer == ("Tap",)
    driver.go(0)
    assert figure.tones == {}
    assert figure.may_pick


def test_where_the_hall_pointed_is_marked_as_wrong_where_it_is(on_stage: OpenStage) -> None:
    driver = on_stage(QuestionRef("place"), *KIND_TOPICS)
    (figure,) = driver.live
    figure.choose(PartRef("kitchen", "oven"))
    driver.go(1)
    assert figure.tones == {"tap": Tone.RIGHT, "oven": Tone.WRONG}


def test_enlarging_keeps_type_as_large_as_asked_for(on_stage: OpenStage) -> None:
    long = choice("tea", *(f"{'*' if not at else ''}{'tea leaves and more ' * 4}{at}" for at in range(4)))
    driver = on_stage(QuestionRef("tea"), topic("drinks", long))
    assert driver.type_share >= 1 / 30
    driver.stage.enlarge(2.0)
    assert driver.type_share * 720 >= 28
