"""The listed questions out of the bank: what is lost is told first, then the file is written and can be read back."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from desktop.quiz.exchange.formats import read_file
from desktop.quiz.exchange.questions import questions_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.quiz.trading.driver import TradeDriver


@pytest.mark.parametrize(
    ("words", "ending"), [("GIFT", ".gift"), ("Moodle XML", ".xml"), ("CSV", ".csv"), ("Anki text", ".txt")]
)
def test_what_is_written_reads_back(trade: TradeDriver, tmp_path: Path, words: str, ending: str) -> None:
    trade.begin_export()
    trade.choose_format(words)
    trade.save_as(tmp_path / "out")
    _kind, reading = read_file((tmp_path / f"out{ending}").read_bytes(), ending)
    stems = [each.stem for each in questions_of(reading).questions]
    assert len(stems) == len(trade.listed) == 3
    for stem, listed in zip(sorted(stems), sorted(trade.listed), strict=True):
        assert stem.startswith(listed)  # a card has the options behind it
    assert any(each.startswith(f"Written to '{tmp_path / 'out'}{ending}'. The file holds ") for each in trade.words)


def test_a_package_and_a_test_on_paper_are_files_of_their_kind(trade: TradeDriver, tmp_path: Path) -> None:
    trade.begin_export()
    trade.choose_format("Anki package")
    trade.save_as(tmp_path / "cards")
    assert zipfile.is_zipfile(tmp_path / "cards.apkg")
    trade.begin_export()
    trade.choose_format("Test on paper")
    trade.save_as(tmp_path / "test")
    assert (tmp_path / "test.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_lost_is_told_before_and_in_a_list_question_by_question(trade: TradeDriver, tmp_path: Path) -> None:
    trade.begin_export()
    assert trade.summary == "The file holds 3 of 3 questions; 2 lose something"
    assert trade.nameless() == []
    assert "which belief a wrong answer stands for" not in " ".join(trade.words)
    trade.click("Show what is lost (2 questions)")
    assert trade.lines[0] == ("What does a pot of tea need?", "lost: which belief a wrong answer stands for")
    assert len(trade.lines) == 2
    assert list(tmp_path.glob("*.gift")) == []
    trade.press("Escape")
    assert trade.dialogs == []
    assert trade.focus == "Questions"


def test_only_what_is_listed_goes_out(trade: TradeDriver, tmp_path: Path) -> None:
    trade.search("pot")
    trade.page.take_focus()
    trade.begin_export()
    assert trade.summary == "The file holds 1 of 1 question; 1 loses something"
    trade.save_as(tmp_path / "pot.gift")
    text = (tmp_path / "pot.gift").read_text()
    assert "[id:what-is-needed]" in text
    assert "$CATEGORY: $course$/top/Basics" in text
    assert "caffeine" not in text


def test_nothing_listed_is_nothing_to_export(trade: TradeDriver) -> None:
    trade.search("no such words")
    trade.page.take_focus()
    trade.press("X")
    assert trade.dialogs == []
    assert "No question is listed that could be exported." in trade.words


def test_a_place_that_cannot_be_written_is_told(trade: TradeDriver, tmp_path: Path) -> None:
    trade.begin_export()
    trade.save_as(tmp_path / "nowhere" / "out.gift")
    assert any("could not be written" in each for each in trade.words)


def test_thinking_better_of_it_leaves_the_dialog_open(trade: TradeDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtWidgets import QFileDialog

    trade.begin_export()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    trade.click("Save as…")
    assert trade.summary.startswith("The file holds")
