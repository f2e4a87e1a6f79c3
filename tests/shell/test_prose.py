"""Prose: its terms are links where they stand, its text can be marked and copied, and nothing in it is markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.catalog.entities.talks import Term
from desktop.catalog.refs import TermRef
from desktop.catalog.terms import TermFinder
from desktop.shell.widgets.prose import Prose

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TOKEN = Term(id="token", title="Token", line="A piece of text.", definition="A piece.", forms=("tokens",))
LOSS = Term(id="loss", title="Loss", line="How far off.", definition="How far off.")


@pytest.fixture
def prose(qtbot: QtBot) -> Prose:
    made = Prose()
    qtbot.addWidget(made)
    made.resize(300, 60)
    return made


def tell(prose: Prose, text: str) -> Prose:
    prose.show_pieces(TermFinder([TOKEN, LOSS]).pieces(text))
    prose.show()
    QApplication.processEvents()
    return prose


def test_a_term_is_followed_by_click_or_key(prose: Prose, qtbot: QtBot) -> None:
    tell(prose, "The loss of each token.")
    with qtbot.waitSignal(prose.followed) as clicked:
        QTest.mouseClick(prose.terms[1], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(prose.followed) as pressed:
        QTest.keyClick(prose.terms[0], Qt.Key.Key_Return)
    assert (clicked.args, pressed.args) == ([TermRef("token")], [TermRef("loss")])


def test_the_link_lies_over_its_word(prose: Prose) -> None:
    tell(prose, "Each token counts.")
    metrics = QFontMetrics(prose.font())
    left, width = metrics.horizontalAdvance("Each "), metrics.horizontalAdvance("token")
    place = prose.terms[0].geometry()
    assert abs(place.left() - left) <= 3
    assert abs(place.width() - width) <= 6


def test_the_link_stays_over_its_word_when_lines_break_anew(prose: Prose) -> None:
    tell(prose, "A rather long beginning and then a token at the end of it.")
    before = prose.terms[0].geometry()
    prose.resize(120, 200)
    QApplication.processEvents()
    after = prose.terms[0].geometry()
    assert after.top() > before.top() + 10
    assert prose.rect().contains(after.center())


def test_a_link_says_what_the_term_means(prose: Prose) -> None:
    link = tell(prose, "A token.").terms[0]
    assert (link.accessibleName(), link.accessibleDescription()) == ("Token", "A piece of text.")
    assert "A piece of text." in link.toolTip()


def test_another_text_has_its_own_links_alone(prose: Prose) -> None:
    tell(prose, "A token.")
    tell(prose, "The loss.")
    assert [link.term.id for link in prose.terms] == ["loss"]
    assert prose.text() == "The loss."


def test_marked_text_is_copied_without_the_places_to_break(prose: Prose) -> None:
    word = "x" * 60
    tell(prose, f"First {word}\nthen a token")
    prose.setFocus()
    QTest.keySequence(prose, "Ctrl+A")
    QTest.keySequence(prose, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == f"First {word}\nthen a token"


def test_a_drag_marks_what_it_passes(prose: Prose) -> None:
    tell(prose, "Nothing to look up here")
    end = QFontMetrics(prose.font()).horizontalAdvance("Nothing")
    QTest.mousePress(prose, Qt.MouseButton.LeftButton, pos=QPoint(0, 8))
    QTest.mouseMove(prose, QPoint(end, 8))
    QTest.mouseRelease(prose, Qt.MouseButton.LeftButton, pos=QPoint(end, 8))
    prose.setFocus()
    QTest.keySequence(prose, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Nothing"


def test_markup_is_shown_as_it_is_written(prose: Prose) -> None:
    hostile = "<img src='/etc/hostname'> & <b>token</b>"
    tell(prose, hostile)
    assert prose.text() == hostile
    assert prose.textFormat() is Qt.TextFormat.PlainText
    prose.setFocus()
    QTest.keySequence(prose, "Ctrl+A")
    QTest.keySequence(prose, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == hostile


def test_the_text_is_as_high_as_its_lines(prose: Prose) -> None:
    tell(prose, "word " * 80)
    narrow, wide = prose.heightForWidth(150), prose.heightForWidth(600)
    assert narrow > 3 * wide
    assert prose.height_of("word " * 80, 150) == narrow
