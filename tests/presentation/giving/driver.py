"""Gives a talk as a presenter would: by keys in either window, and by what can be seen and read in both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox
from shiboken6 import isValid

from tests.presentation.giving.builders import PaperStage

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QWindow
    from PySide6.QtWidgets import QWidget

    from desktop.presentation.report import Report
    from desktop.presentation.talk import Talk
    from desktop.presentation.ui.presenting import Presenting
    from desktop.presentation.ui.stop_page import StopPage

CONSOLE, HALL = "console", "hall"


class FakeClock:
    """Seconds that go by when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class TalkDriver:
    def __init__(self, presenting: Presenting, clock: FakeClock) -> None:
        self.presenting, self.clock = presenting, clock
        self.console, self.hall = presenting.console, presenting.window
        self.reports: list[Report] = []
        self.refusals: list[str] = []
        presenting.ended.connect(self.reports.append)
        presenting.reload_failed.connect(self.refusals.append)

    # What the presenter does.

    def press(self, *keys: str, where: str = CONSOLE) -> TalkDriver:
        """Press keys, named as in the table, in one of the windows, whatever has the keyboard there."""
        for key in keys:
            QTest.keySequence(self.window(where), QKeySequence(key))
            self.settle()
        return self

    def window(self, where: str) -> QWindow:
        handle = (self.console if where == CONSOLE else self.hall).windowHandle()
        assert handle is not None
        return handle

    def drag(self, *points: tuple[float, float], on: str = HALL) -> None:
        """Drag the mouse over the stage or its picture through points in shares of it."""
        board = self.presenting.hall.board if on == HALL else self.console.preview
        stage = board._stage
        corner, wide, high = stage.topLeft(), stage.width(), stage.height()
        places = [(corner + QPointF(x * wide, y * high)).toPoint() for x, y in points]
        QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(board, place)
        QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=places[-1])
        self.settle()

    def wait(self, seconds: float) -> TalkDriver:
        """Time goes by on the talk's clock."""
        self.clock.now += seconds
        self.presenting._time.show()
        return self

    def settle(self) -> TalkDriver:
        for _ in range(3):
            QApplication.processEvents()
        return self

    def end(self) -> None:
        """The talk is over, whatever was left open, and its windows are gone."""
        self.presenting.end()
        for each in (self.console, self.hall):
            if isValid(each):
                QApplication.sendPostedEvents(each, QEvent.Type.DeferredDelete.value)

    def make_ahead(self) -> TalkDriver:
        """Let everything be made that is made in idle moments."""
        self.presenting.making.finish()
        return self.settle()

    # What stands there.

    @property
    def is_over(self) -> bool:
        """Whether both windows are gone."""
        return not any(isValid(each) and each.isVisible() for each in (self.console, self.hall))

    @property
    def talk(self) -> Talk:
        return self.presenting.talk

    @property
    def on(self) -> str:
        """The stop and step that the hall sees: 'leaves 0'."""
        return f"{self.page.stop.id} {self.page.step}"

    @property
    def page(self) -> StopPage:
        page = self.presenting.hall.page
        assert page is not None
        assert self.presenting.hall.stack.currentWidget() is page
        return page

    @property
    def stage(self) -> PaperStage:
        assert isinstance(self.page.stage, PaperStage)
        return self.page.stage

    @property
    def notes(self) -> str:
        return self.console.notes.toPlainText()

    @property
    def lists(self) -> list[list[str]]:
        """What the lists of the console offer: stops, screens."""
        lists = self.console.findChildren(QComboBox)
        return [[each.itemText(at) for at in range(each.count())] for each in lists]

    @property
    def minutes(self) -> QSpinBox:
        field = self.console.findChild(QSpinBox)
        assert field is not None
        return field

    def seen(self) -> QImage:
        """The hall's window as it is painted."""
        return self.hall.grab().toImage()

    def colour_at(self, x: float, y: float) -> str:
        """The colour in the hall's window at shares of it."""
        image = self.seen()
        return image.pixelColor(round(x * (image.width() - 1)), round(y * (image.height() - 1))).name()

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def click(self, x: float, y: float, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Click into the hall's window, at shares of it, as the system would tell it."""
        place = QPointF(x * self.hall.width(), y * self.hall.height()).toPoint()
        QTest.mouseClick(self.window(HALL), Qt.MouseButton.LeftButton, held, place)
        self.settle()
