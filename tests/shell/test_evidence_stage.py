"""What the articles say, on a stage: all of it to read, none of it to operate, larger where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.catalog.names import VERDICT_WORDS
from desktop.catalog.refs import CardRef, ClaimRef, ReferenceRef, SourceRef, TermRef
from desktop.shell.context import Context
from desktop.shell.evidence_stage import EvidenceStage
from desktop.shell.icons import Icons
from desktop.shell.navigator import Navigator
from desktop.shell.settings import Settings
from desktop.shell.stage_theme import StageTheme, readable_factor
from desktop.shell.theme import Theme, ThemeChoice, TypeSize
from tests.shell.talk_driver import LARGE, SMALL, TalkDriver

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.refs import Ref


class OpenStage(Protocol):
    def __call__(self, ref: Ref, size: tuple[int, int] = ..., scale: float = ...) -> TalkDriver: ...


@pytest.fixture
def open_stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path, shipped_catalog: Catalog) -> OpenStage:
    def opened(ref: Ref, size: tuple[int, int] = SMALL, scale: float = 1.0) -> TalkDriver:
        theme = Theme(qapp, ThemeChoice.LIGHT, scale)
        context = Context(shipped_catalog, Navigator(), Settings(tmp_path / "s.ini"), theme, Icons(theme))
        stage = EvidenceStage(context)
        qtbot.addWidget(stage)
        return TalkDriver(context, stage, ref, size).show()

    return opened


def test_a_contradiction_shows_its_sides_with_articles_and_verdicts_and_what_is_right(
    open_stage: OpenStage, shipped_catalog: Catalog
) -> None:
    card = shipped_catalog.card["part-or-rival"]
    talk = open_stage(CardRef(card.id))
    assert talk.stood
    for said in (card.title, card.correction, *(side.says for side in card.sides)):
        assert said in talk.words
    for side in card.sides:
        for claim in side.claims:
            assert VERDICT_WORDS[shipped_catalog.claim[claim].verdict] in talk.words
            assert shipped_catalog.source_of_claim[claim].short in talk.words.replace("\u00a0", " ")
    assert "National Institute of Standards and Technology (2024)" in talk.words
    assert talk.beyond == ""


def test_a_claim_a_term_an_article_and_a_work_are_read(open_stage: OpenStage, shipped_catalog: Catalog) -> None:
    claim = next(each for each in shipped_catalog.claim.values() if each.correction)
    words = open_stage(ClaimRef(claim.id)).words
    assert claim.says in words
    assert str(claim.correction) in words
    term = next(each for each in shipped_catalog.term.values() if each.claims)
    words = open_stage(TermRef(term.id)).words
    assert term.definition in words
    assert shipped_catalog.claim[term.claims[0]].says in words
    source = shipped_catalog.sources[0]
    assert source.title in open_stage(SourceRef(source.id)).words
    work = next(iter(shipped_catalog.reference.values()))
    assert work.title in open_stage(ReferenceRef(work.id)).words


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("scale", [0.8, 1.04, 2.0])
def test_type_is_a_thirtieth_of_the_height_at_any_text_size_of_the_desk(
    open_stage: OpenStage, size: tuple[int, int], scale: float
) -> None:
    talk = open_stage(CardRef("accurate-or-not"), size, scale)
    assert talk.smallest_type >= talk.least


def test_a_short_text_is_set_larger_than_a_long_one(open_stage: OpenStage) -> None:
    short, long = open_stage(ClaimRef("s0-rel-distinct-purposes")), open_stage(CardRef("accurate-or-not"))
    assert short.smallest_type > long.smallest_type >= long.least


def test_what_does_not_fit_is_said_and_reached_by_key(open_stage: OpenStage) -> None:
    talk = open_stage(CardRef("accurate-or-not"), (800, 720))
    assert talk.beyond == "more below"
    area = talk.stage.focusProxy()
    assert area is not None
    QTest.keyClick(QApplication.focusWidget() or area, Qt.Key.Key_Down)
    assert talk.beyond == "more above, more below"


def test_nothing_in_it_can_be_operated_or_leads_away(open_stage: OpenStage) -> None:
    talk = open_stage(TermRef("hallucination"))
    assert talk.stage.findChildren(QPushButton) == []
    assert talk.stage.pickable() == ()
    talk.stage.allow_picking(True)
    QTest.mouseClick(talk.stage, Qt.MouseButton.LeftButton)
    assert talk.navigated == []


def test_a_stage_follows_the_desk_and_the_desk_not_the_stage(open_stage: OpenStage) -> None:
    talk = open_stage(ClaimRef("s0-rel-distinct-purposes"))
    desk = talk.context.theme
    (look,) = talk.stage.findChildren(StageTheme)
    assert look.font(TypeSize.SMALL).pixelSize() == 24
    assert desk.font().pixelSize() == 14
    desk.set_choice(ThemeChoice.DARK)
    talk.settle()
    assert look.is_dark
    ground = talk.stage.grab().toImage().pixelColor(2, 2)
    assert ground.name() == desk.colour("window").name()
    assert talk.smallest_type >= talk.least
    desk.set_choice(ThemeChoice.LIGHT)


def test_a_window_of_any_height_shows_the_same(qapp: QApplication) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT, 1.0)
    assert readable_factor(theme, 720) * 14 == pytest.approx(24)
    assert readable_factor(theme, 300) * 14 == pytest.approx(10)
    theme.set_scale(2.0)
    assert readable_factor(theme, 720) * 28 == pytest.approx(24)
    theme.set_scale(1.0)
