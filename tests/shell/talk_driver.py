"""A stage as a hall sees it: enlarged for its window, with an ear on the navigator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QHeaderView, QLabel, QWidget

from desktop.shell.stage_theme import readable_factor
from desktop.shell.widgets.beyond import BeyondSign
from desktop.shell.widgets.breaking import unbroken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context
    from desktop.shell.stage import Stage

SMALL, LARGE = (1280, 720), (1920, 1080)


class TalkDriver:
    """Prepares a stage before it is seen, as a talk does, and shows it."""

    def __init__(self, context: Context, stage: Stage, ref: Ref, size: tuple[int, int] = SMALL) -> None:
        self.context, self.stage, self.size = context, stage, size
        self.navigated: list[Ref] = []
        self.stood: list[int] = []
        context.navigator.selected.connect(self.navigated.append)
        context.navigator.opened.connect(self.navigated.append)
        stage.shown.connect(lambda: self.stood.append(1))
        stage.resize(*size)
        stage.enlarge(readable_factor(context.theme, size[1]))
        self.is_there = stage.show_place(ref)

    def show(self, state: Mapping[str, str] | None = None) -> TalkDriver:
        """With this state, where there is one, on the screen."""
        if state is not None:
            self.stage.show_state(state)
        self.stage.show()
        return self.settle()

    def settle(self) -> TalkDriver:
        QTest.qWait(20)
        QApplication.processEvents()
        return self

    @property
    def words(self) -> str:
        """What can be read in labels, without the sign for what is out of sight."""
        labels = [each for each in self.stage.findChildren(QLabel) if each.isVisible()]
        return "\n".join(unbroken(each.text()) for each in labels if not isinstance(each, BeyondSign))

    @property
    def beyond(self) -> str:
        """What the sign says is out of sight."""
        signs = [each for each in self.stage.findChildren(BeyondSign) if each.isVisible()]
        return ", ".join(filter(None, (each.words for each in signs)))

    @property
    def smallest_type(self) -> int:
        """The smallest type of all that is set in widgets, in pixels."""
        kinds = (QLabel, QAbstractButton, QHeaderView)
        every = [each for kind in kinds for each in self.stage.findChildren(kind) if each.isVisible() and _says(each)]
        return min((each.fontInfo().pixelSize() for each in every), default=10_000)

    @property
    def least(self) -> float:
        """A thirtieth of the height."""
        return self.size[1] / 30


def _says(widget: QWidget) -> bool:
    return isinstance(widget, QHeaderView) or bool(getattr(widget, "text", lambda: "")())
