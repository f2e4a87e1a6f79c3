"""The matrix on tables of growing size: a key in the search beside a bare scan of the same texts, and one repaint."""

from __future__ import annotations

from datetime import date
from functools import partial
from random import Random
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QTableView

from desktop.catalog.entities.matrix import Group
from desktop.matrix.table.arrangement import Arrangement
from desktop.matrix.table.matrix import Matrix
from tests.builders import aspect, catalog, cell, subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.loader import Loaded
    from desktop.shell.window import Window

SHIPPED = 100  # aspects, about as many as the shipped pack has cells in a column
TIMES = (1, 10, 100, 1000)
SUBJECTS = 20
TYPED = ("t", "tr", "tra", "tran", "trans", "transp")
AT_MOST, BLOCKED = 5.0, 0.050
ROUNDS = 5
REPAINT = 1.5


def big(aspects: int) -> Catalog:
    """A table of made-up words, ten groups, twenty subjects."""
    random = Random(1)
    words = ["".join(random.choices("abcdefghijklmnoprstuvwz", k=random.randint(3, 9))) for _ in range(4000)]
    words += ["transparent", "transformer", "text"] * 5
    made = [aspect(f"a{at}") for at in range(aspects)]
    share = -(-aspects // 10)
    groups = tuple(
        Group(id=f"g{at}", title=f"G{at}", aspects=tuple(made[at * share : (at + 1) * share])) for at in range(10)
    )
    cells = {f"s{at}": {each.id: cell(" ".join(random.choices(words, k=2))) for each in made} for at in range(SUBJECTS)}
    return catalog(groups=groups, subjects=tuple(subject(name, cells=found) for name, found in cells.items()))


def _taken(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _keys(matrix: Matrix) -> tuple[list[float], list[float], float]:
    """What each typed word takes: in the matrix (the word of before narrowed) and in a bare scan; the slowest key."""
    keys = matrix.grid_of(Arrangement("things")).lines.keys
    own: dict[str, list[float]] = {typed: [] for typed in TYPED}
    bare: list[float] = []
    for _round in range(ROUNDS):
        matrix.grid_of(Arrangement("things", text="zzz"))
        for typed in TYPED:
            own[typed].append(_taken(partial(matrix.grid_of, Arrangement("things", text=typed))))
            bare.append(_taken(partial(_scan, keys, typed)))
    return [time for times in own.values() for time in times], bare, max(min(times) for times in own.values())


def _scan(keys: list[str], typed: str) -> list[int]:
    return [at for at in range(len(keys)) if typed in keys[at]]


def test_a_key_in_the_search_costs_no_more_than_a_few_scans() -> None:
    print()
    for times in TIMES:
        own, bare, slowest = _keys(Matrix(big(SHIPPED * times), date(2026, 11, 22)))
        ratio = median(own) / median(bare)
        print(
            f"{SHIPPED * times:7,} aspects x {SUBJECTS}: a key {1000 * median(own):6.2f} ms,"
            f" {ratio:4.2f} x a bare scan; the slowest {1000 * slowest:5.1f} ms"
        )
    assert ratio <= AT_MOST
    assert slowest <= BLOCKED


class Bare(QStyledItemDelegate):
    """A delegate that does nothing but draw the text."""

    def paint(self, painter: QPainter, option, index) -> None:  # type: ignore[no-untyped-def]
        rect: QRect = option.rect
        painter.fillRect(rect, Qt.GlobalColor.white)
        painter.drawText(rect.adjusted(12, 10, -12, -4), int(Qt.TextFlag.TextWordWrap), str(index.data()))


def test_a_repaint_is_hardly_slower_than_drawing_the_texts(window: Window, shipped: Loaded, qtbot: QtBot) -> None:
    room = window.show_view("matrix")
    table = room._table  # type: ignore[union-attr]
    view: QTableView = table.main
    room.arrange(Arrangement("systems"))  # type: ignore[union-attr]
    own_delegate, bare_delegate = view.itemDelegate(), Bare(view)
    picture = QImage(view.size(), QImage.Format.Format_RGB32)
    taken: dict[str, list[float]] = {"own": [], "bare": []}
    for _round in range(12):
        for name, delegate in (("own", own_delegate), ("bare", bare_delegate)):
            view.setItemDelegate(delegate)
            taken[name].append(_taken(lambda: view.render(picture)))
    view.setItemDelegate(own_delegate)
    own, bare = (median(times[2:]) for times in (taken["own"], taken["bare"]))
    print(f"\none full repaint {1000 * own:5.1f} ms, {own / bare:4.2f} x a delegate that only draws the texts")
    assert own <= REPAINT * bare
