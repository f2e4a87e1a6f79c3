"""The page as a learner meets it, by mouse and by keyboard."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.catalog.refs import QuestionRef, SubjectRef, TopicRef
from desktop.quiz.knowing import telling
from desktop.shell.widgets.pictures.drawing import Box, Sign, Trace
from tests.quiz.knowing.small import LOG, known

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.catalog.catalog import Catalog
    from tests.quiz.knowing.conftest import OpenKnowing
    from tests.quiz.knowing.driver import KnowingDriver
    from tests.quiz.knowing.learner import Learner

SURE, TOPICS, DUE, DAYS = "How sure you were, and how often right", "Topics", "What comes due", "Your days"
KEPT, CONCEPTS, BELIEFS = "What you still knew", "Least known so far", "Misconceptions"


@pytest.fixture
def page(open_knowing: OpenKnowing) -> KnowingDriver:
    return open_knowing(known(*LOG))


def test_it_says_that_it_is_being_worked_out(open_knowing: OpenKnowing) -> None:
    page = open_knowing(None)
    assert telling.WORKING in page.said
    assert page.boards == {}
    assert not page.can_export
    page.show(known(*LOG))
    assert telling.WORKING not in page.said
    assert page.can_export
    assert SURE in page.boards


def test_before_the_first_answer_it_says_what_to_do(open_knowing: OpenKnowing) -> None:
    page = open_knowing(known(cards={}))
    assert telling.NOTHING in page.said
    assert page.boards == {}
    assert page.heard == [telling.NOTHING]
    assert not page.can_export


def test_pyqtgraph_comes_with_the_first_picture() -> None:
    code = "import desktop.quiz.ui.knowing.page, sys; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0


def test_all_there_is_stands_on_one_page(page: KnowingDriver) -> None:
    assert page.titles == [SURE, BELIEFS, TOPICS, CONCEPTS, DUE, DAYS, KEPT]
    assert f"4 answers since 2 March 2026, 50% right. {telling.HOW}" in page.said


def test_where_there_is_room_the_cards_stand_in_two_columns(open_knowing: OpenKnowing) -> None:
    page = open_knowing(known(*LOG), (1240, 900))
    assert page.titles == [SURE, BELIEFS, DAYS, KEPT, TOPICS, CONCEPTS, DUE]
    page.page.resize(680, 560)
    assert page.settle().titles == [SURE, BELIEFS, TOPICS, CONCEPTS, DUE, DAYS, KEPT]


def test_what_there_is_nothing_of_is_not_drawn_but_said(open_knowing: OpenKnowing) -> None:
    silent = replace(LOG[1], certainty=None, probability=None, grade=None)
    page = open_knowing(known(silent, cards={}))
    assert set(page.boards) == {TOPICS, DAYS}
    for words in (telling.NO_SURENESS, telling.NO_BELIEFS, telling.NOTHING_DUE, telling.NO_REVIEWS):
        assert words in page.said


def test_a_point_lies_where_its_answers_lie(page: KnowingDriver) -> None:
    """Certain: 1 of 2 right at 95 %, from 9.45 % to 90.55 %; unsure: 1 of 1 at 60 %."""
    strokes = page.drawing(SURE).strokes
    diagonal = next(each for each in strokes if isinstance(each, Trace) and each.dashes)
    start, end = diagonal.points
    wide, high = end.x() - start.x(), start.y() - end.y()
    dots = [each.place.center() for each in strokes if isinstance(each, Sign)]
    found = [((dot.x() - start.x()) / wide, (start.y() - dot.y()) / high) for dot in dots]
    assert found == [pytest.approx(each, abs=0.01) for each in ((0.6, 1.0), (0.75, 0.0), (0.95, 0.5))]
    bars = [each for each in strokes if isinstance(each, Trace) and each.width == 2]
    upright = [each.points for each in bars if each.points[0].x() == each.points[1].x()]
    low, top = ((start.y() - point.y()) / high for point in upright[2])
    assert (low, top) == pytest.approx((0.0945, 0.9055), abs=0.001)
    assert [each for each in page.painted(SURE) if "answer" in each] == ["1 answer", "1 answer", "2 answers"]


def test_a_bar_is_as_long_as_its_share(page: KnowingDriver) -> None:
    spots = page.drawing(TOPICS).spots
    parts = [each.place.width() for each in spots if each.row == 0 and each.column]
    assert parts == [pytest.approx(parts[0], abs=0.5)] * 3
    today, after = (each for each in page.drawing(DUE).strokes if isinstance(each, Box))
    assert today.place.width() == pytest.approx(after.place.width())
    march = next(each for each in page.drawing(KEPT).strokes if isinstance(each, Box))
    aim = next(each for each in page.drawing(KEPT).strokes if isinstance(each, Trace) and each.dashes)
    assert march.place.width() / (aim.points[0].x() - march.place.x()) == pytest.approx(0.5 / 0.9, abs=0.01)


def test_a_day_stands_in_its_week_with_its_number(page: KnowingDriver) -> None:
    assert [(each.row, each.column) for each in page.drawing(DAYS).spots] == [(0, 6), (1, 6), (3, 6)]
    assert [each for each in page.painted(DAYS) if each.isdigit()] == ["2", "1", "1"]
    assert page.names(DAYS)[0] == "Monday, 2 March 2026: 2 answers, 1 right. Leads to “What about tea?”"


def test_marks_and_links_lead_to_questions_topics_and_evidence(page: KnowingDriver) -> None:
    page.choose(SURE, 0)
    page.choose(TOPICS, 0)
    assert page.links == ["Ask me again: What about tea?", "Show me: Kettle"]
    page.follow("Ask me again: What about tea?")
    page.follow("Show me: Kettle")
    assert page.followed == [QuestionRef("pot"), TopicRef("drinks"), QuestionRef("tea"), SubjectRef("kettle")]


def test_a_misconception_stands_with_what_is_right(page: KnowingDriver) -> None:
    assert telling.belief_words(known(*LOG).beliefs[0]) in page.said
    assert "Tea comes from leaves." in page.said


def test_of_many_misconceptions_a_few_are_shown_until_all_are_asked_for(open_knowing: OpenKnowing) -> None:
    found = known(*LOG)
    titles = [f"Belief {at}" for at in range(7)]
    page = open_knowing(replace(found, beliefs=tuple(replace(found.beliefs[0], title=each) for each in titles)))
    assert sum("You chose" in each for each in page.said) == 5
    page.click("Show all 7")
    assert sum("You chose" in each for each in page.said) == 7
    assert page.focused == "Ask me again: What about tea?"


def test_the_whole_page_by_keyboard(page: KnowingDriver) -> None:
    assert page.focused == "Back to the questions"
    page.reach_marks()
    assert page.focused == page.names(SURE)[0]
    page.press(Qt.Key.Key_Right)
    assert page.focused == page.names(SURE)[1]
    assert page.focused in page.said
    page.press(Qt.Key.Key_Return)
    assert page.followed == [QuestionRef("tea")]
    page.press(Qt.Key.Key_Escape)
    assert page.closed == 1


def test_what_the_keyboard_comes_to_is_in_sight(open_knowing: OpenKnowing) -> None:
    page = open_knowing(known(*LOG), (680, 300))
    for _ in range(9):
        page.press(Qt.Key.Key_Tab)
        assert page.in_sight, page.focused
    page.press(Qt.Key.Key_Down)
    assert page.in_sight


def test_keys_scroll_the_page(page: KnowingDriver) -> None:
    page.press(Qt.Key.Key_PageDown)
    assert page.scrolled > 0
    page.press(Qt.Key.Key_Home)
    assert page.scrolled == 0


def test_the_way_back_is_a_button_too(page: KnowingDriver) -> None:
    page.click("Back to the questions")
    assert page.closed == 1


@pytest.mark.parametrize(("size", "scale"), [((620, 420), 1.0), ((620, 420), 2.0), ((1240, 860), 2.0)])
def test_nothing_is_cut(
    open_knowing: OpenKnowing, learner: Learner, shipped_catalog: Catalog, size: tuple[int, int], scale: float
) -> None:
    page = open_knowing(learner.knowledge(), size, scale, shipped_catalog)
    assert page.cut == []
    assert set(page.boards) == {SURE, TOPICS, CONCEPTS, DUE, DAYS, KEPT}


def test_every_mark_is_a_whole_sentence_and_leads_into_the_pack(
    open_knowing: OpenKnowing, learner: Learner, shipped_catalog: Catalog
) -> None:
    page = open_knowing(learner.knowledge(), catalog=shipped_catalog)
    for title, board in page.boards.items():
        assert all(name.rstrip("”").endswith((".", "?", "!")) for name in page.names(title)), title
        known_places = {*learner.syllabus.entries, *learner.syllabus.topics}
        assert {spot.ref.parts[0] for spot in board.drawing.spots} <= known_places


def chosen(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """The learner picks this path in the dialog."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_the_menu_offers_the_report_and_the_pictures_that_are_drawn(page: KnowingDriver) -> None:
    report, svg, png = page.menu().actions()
    assert report.text() == "PDF report, one page…"
    for kind in (svg, png):
        assert [each.text() for each in kind.menu().actions()] == [  # type: ignore[attr-defined]
            f"{title}…" for title in (SURE, TOPICS, CONCEPTS, DUE, DAYS, KEPT)
        ]


@pytest.mark.parametrize(("at", "ending", "start"), [(1, "svg", b"<?xml"), (2, "png", b"\x89PNG")])
def test_a_picture_is_saved(
    page: KnowingDriver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, at: int, ending: str, start: bytes
) -> None:
    chosen(monkeypatch, tmp_path / f"sure.{ending}")
    page.menu().actions()[at].menu().actions()[0].trigger()  # type: ignore[attr-defined]
    data = (tmp_path / f"sure.{ending}").read_bytes()
    assert data.startswith(start)
    if ending == "svg":
        assert "Certain: 1 of 2 answers right" in data.decode()
        assert "That is too few to judge by" in data.decode()
    said = f"Written to '{tmp_path / f'sure.{ending}'}'."
    assert said in page.said
    assert page.heard[-1] == said


def test_the_report_is_one_page(page: KnowingDriver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    chosen(monkeypatch, tmp_path / "report")
    page.menu().actions()[0].trigger()
    data = (tmp_path / "report.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 1


def test_a_folder_that_takes_no_file_is_told(
    page: KnowingDriver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen(monkeypatch, tmp_path / "missing" / "report.pdf")
    page.menu().actions()[0].trigger()
    assert any("could not be written" in each for each in page.said)
