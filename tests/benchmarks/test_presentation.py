"""A change of stop, beside showing a picture that is ready: what the presenter waits for after a key."""

from __future__ import annotations

from functools import partial
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.presentation.ui.presenting import Presenting

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPixmap
    from pytestqt.qtbot import QtBot

    from desktop.shell.window import Window

BLOCKED = 0.033  # seconds: two frames
ROUNDS = 3
SIZE = (1280, 720)


def _taken(*works: Callable[[], object]) -> float:
    """Seconds of the processor: on a machine with other work the clock would measure that."""
    start = process_time()
    for work in works:
        work()
    return process_time() - start


def _show_pixmap(label: QLabel, picture: QPixmap) -> float:
    return _taken(partial(label.setPixmap, picture), QApplication.sendPostedEvents, label.repaint)


def test_a_change_of_stop_holds_the_window_for_less_than_two_frames(window: Window, qtbot: QtBot) -> None:
    assert window.context is not None
    label = QLabel()
    qtbot.addWidget(label)
    label.resize(*SIZE)
    label.show()
    print()
    worst, ratios = 0.0, []
    for deck in window.context.catalog.decks:
        presenting = Presenting(window.context, deck)
        presenting.start()
        presenting.window.resize(*SIZE)
        for stop in deck.stops[1:]:
            times: list[float] = []
            live: list[float] = []
            bare: list[float] = []
            for _round in range(ROUNDS):
                _rest(presenting)
                change = _change(presenting, "Alt+PgDown")
                times.append(change[0])
                live.append(change[1])
                page = presenting.hall.page
                assert page is not None
                assert page.stop is stop
                bare.append(_show_pixmap(label, page.ready))
                _rest(presenting)
                presenting.press("Alt+PgUp")
            ratios.append(median(times) / median(bare))
            worst = max(worst, median(times), median(live))
            print(
                f"{deck.id:12s} {stop.id:20s} {1000 * median(times):5.1f} ms, then live {1000 * median(live):5.1f} ms;"
                f" {ratios[-1]:5.1f} x a ready pixmap ({1000 * median(bare):4.1f} ms)"
            )
            _rest(presenting)
            presenting.press("Alt+PgDown")
        presenting.end()
    usual = f"{median(ratios):4.1f} x a ready pixmap, at most {max(ratios):4.1f} x"
    print(f"blocked for {1000 * worst:4.1f} ms at most; {usual}")
    assert worst <= BLOCKED


def _rest(presenting: Presenting) -> None:
    """As a presenter does between two keys: what is made in idle moments is made, and nothing moves any more."""
    for _look in range(3):  # a figure that is placed late is painted once more
        QTest.qWait(2)
        presenting.hall.glide.stop()
        presenting.making.finish()
    QTest.qWait(1)


def _change(presenting: Presenting, key: str) -> tuple[float, float]:
    """Seconds until the key is done and both windows are painted, and in the next turn, until what is live is."""
    settled = (QApplication.sendPostedEvents, presenting.window.repaint, presenting.console.repaint)
    return _taken(partial(presenting.press, key), *settled), _taken(presenting.hall.glide.stop, *settled)
