"""A small pack with ratings, dates and leaflets that disagree, and its pictures with a reader in front of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.catalog.entities.matrix import Rating, ValueKind
from desktop.catalog.entities.pack import Grade, Mark, Scale, Shape
from desktop.shell.widgets.pictures.board import Board, BoardScroll
from desktop.shell.widgets.pictures.drawing import Words
from tests.builders import PACK, aspect, catalog, cell, claim, group, source, subject

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.matrix import Subject
    from desktop.catalog.refs import Ref
    from desktop.matrix.ui.pictures.page import Pictures
    from desktop.shell.context import Context
    from desktop.shell.widgets.pictures.drawing import Drawing

FIVE = Scale(
    id="five",
    title="One to five",
    meaning="How much.",
    grades=tuple(Grade(value=at, title=each) for at, each in enumerate(("none", "little", "some", "much", "all"), 1)),
)
MARKS = (
    Mark(id="blue", shape=Shape.CIRCLE, light="#155FAE", dark="#6FB4F5"),
    Mark(id="brown", shape=Shape.DIAMOND, light="#A2450A", dark="#F5A86A"),
)
RATED = ("taste", "price", "strength of smell", "warmth")


def drink(name: str, mark: str | None, grades: tuple[int, ...], came: str = "", **more: tuple[str, ...]) -> Subject:
    """A drink with a grade for each rated aspect (0 for none), a date, and the claims behind some cells."""
    cells: dict[str, Any] = {
        each.replace(" ", "-"): cell("Words", rating=Rating(value=value, reason="A guess."))
        for each, value in zip(RATED, grades, strict=True)
        if value
    }
    cells |= {each: replace(cells.get(each, cell("Words")), claims=claims) for each, claims in more.items()}
    cells["came"] = cell(came or "Unknown", values=(came,) if came else ())
    return subject(name, mark=mark, cells=cells)


def drinks() -> Catalog:
    """Four drinks, two of one mark; one grade and one date are unknown; two leaflets that disagree, one silent."""
    rated = [aspect(each.replace(" ", "-"), title=each.title(), scale="five") for each in RATED]
    return catalog(
        pack=replace(PACK, scales=(FIVE,), marks=MARKS),
        groups=(group(*rated, aspect("came", values=ValueKind.DAY), aspect("plain")),),
        subjects=(
            drink("tea", "blue", (3, 1, 2, 5), "1999-05-17", taste=("mild",), price=("dear",)),
            drink("coffee", "brown", (5, 0, 2, 5), "2020", taste=("harsh",)),
            drink("mate", "brown", (5, 2, 2, 4), "2003-07"),
            drink("water", None, (1, 1, 1, 1)),
        ),
        sources=(
            source("one", claim("mild", conflicts_with=("harsh",)), claim("dear")),
            source("two", claim("harsh", conflicts_with=("mild",))),
            source("three"),
        ),
    )


class PicturesDriver:
    """The pictures with a reader in front of them; `told` are the refs of the marks that were chosen."""

    def __init__(self, pictures: Pictures, context: Context) -> None:
        self.pictures, self.context = pictures, context
        self.told: list[Ref] = []
        pictures.place_selected.connect(self.told.append)

    @property
    def drawing(self) -> Drawing:
        return self.board.drawing

    @property
    def board(self) -> Board:
        return self.pictures.findChildren(Board)[0]

    @property
    def scroll(self) -> BoardScroll:
        return self.pictures.findChildren(BoardScroll)[0]

    @property
    def is_drawn(self) -> bool:
        return self.board.isVisible()

    @property
    def painted(self) -> list[str]:
        """Every line of text in the picture."""
        return [each.text for each in self.drawing.strokes if isinstance(each, Words)]

    def press(self, words: str) -> PicturesDriver:
        """Click the button that says these words."""
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)
        return self.settle()

    def button(self, words: str) -> QPushButton:
        return next(each for each in self.pictures.findChildren(QPushButton) if each.text() == words)

    def click(self, ref: Ref) -> PicturesDriver:
        """Click the mark that stands for this place."""
        at = next(at for at, spot in enumerate(self.drawing.spots) if spot.ref == ref)
        QTest.mouseClick(self.board.button(at), Qt.MouseButton.LeftButton)
        return self.settle()

    def name(self, ref: Ref) -> str:
        """What a screen reader says of the mark for this place."""
        at = next(at for at, spot in enumerate(self.drawing.spots) if spot.ref == ref)
        return QAccessible.queryAccessibleInterface(self.board.button(at)).text(QAccessible.Text.Name)

    def key(self, key: Qt.Key) -> PicturesDriver:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key)
        return self.settle()

    def settle(self) -> PicturesDriver:
        for _ in range(3):
            QApplication.processEvents()
        return self
