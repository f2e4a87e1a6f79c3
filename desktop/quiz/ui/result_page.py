"""The page after the last question: the score in words, topic by topic, and what was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.catalog.refs import QuestionRef
from desktop.quiz.ui.fitting import Content, FittingScroll
from desktop.quiz.ui.page import Page
from desktop.quiz.words import right_answer, score_detail, score_line, tally_line
from desktop.shell.widgets.breaking import breakable
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.links import EDGE, LinkButton

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from desktop.quiz.result import Result
    from desktop.quiz.session import Asked
    from desktop.quiz.words import NameOf
    from desktop.shell.theme import Theme


class ResultPage(Page):
    """Shows a result. The questions are links back to themselves, each with its solution."""

    followed = Signal(object)  # QuestionRef
    wrong_ones_requested = Signal()
    restart_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._body = QWidget()
        self.missed: tuple[LinkButton, ...] = ()
        self._wrong = push_button("The wrong ones again", "primary")
        self._again = push_button("Start again", name="Start again with new questions")
        self._scroll = FittingScroll(self._framed(self._body), "Result")
        self._lay_out()
        self._wrong.clicked.connect(self.wrong_ones_requested)
        self._again.clicked.connect(self.restart_requested)

    @property
    def primary(self) -> QPushButton:
        """The button that has the focus at first."""
        return self._again if self._wrong.isHidden() else self._wrong

    @property
    def links(self) -> tuple[LinkButton, ...]:
        """The questions, the missed ones first."""
        return tuple(self._body.findChildren(LinkButton))

    def show_result(self, result: Result, topics: Mapping[str, str], name_of: NameOf) -> None:
        """Fill the page; `topics` are the topics' titles by id, `name_of` says what a place is called."""
        old, self._body = self._body, QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(_label(score_line(result), "question"))
        column.addWidget(_label(score_detail(result)))
        column.addSpacing(12)
        column.addWidget(_label("By topic", "section"))
        column.addLayout(self._by_topic(result, topics))
        if result.missed:
            column.addSpacing(12)
            column.addWidget(_label("Missed questions", "section"))
        self.missed = tuple(self._add_missed(column, asked, name_of) for asked in result.missed)
        if result.right:
            column.addSpacing(12)
            column.addWidget(_label("Right", "section"))
        for asked in result.right:
            column.addWidget(self._link(asked))
        self._frame.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        self._wrong.setVisible(bool(result.missed))
        self._again.setProperty("look", "" if result.missed else "primary")
        self._again.style().polish(self._again)

    def _by_topic(self, result: Result, topics: Mapping[str, str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setContentsMargins(EDGE, 0, EDGE, 0)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 4)
        order = list(topics)  # as in the pack
        for row, each in enumerate(sorted(result.topics, key=lambda each: order.index(each.topic))):
            grid.addWidget(TextLabel(breakable(topics[each.topic])), row, 0)
            grid.addWidget(ShareBar(each.tally.score / each.tally.count, self._theme), row, 1)
            grid.addWidget(TextLabel(tally_line(each.tally), wrap=False), row, 2, Qt.AlignmentFlag.AlignRight)
        return grid

    def _add_missed(self, column: QVBoxLayout, asked: Asked, name_of: NameOf) -> LinkButton:
        link, entry = self._link(asked), QVBoxLayout()
        entry.setSpacing(0)
        entry.addWidget(link)
        entry.addWidget(_label(breakable(f"Right answer: {right_answer(asked.question, name_of)}")))
        column.addLayout(entry)
        return link

    def _link(self, asked: Asked) -> LinkButton:
        link = LinkButton(asked.question.stem, QuestionRef(asked.question.id))
        link.followed.connect(self.followed)
        return link

    def _framed(self, body: QWidget) -> QWidget:
        """A page that stays while the body in it is replaced."""
        page = Content()
        self._frame = QVBoxLayout(page)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.addWidget(body)
        return page

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._again)
        buttons.addWidget(self._wrong)
        self.fill(self._scroll, buttons)


def _label(text: str, role: str = "") -> TextLabel:
    """A label whose words stand under those of the links."""
    label = TextLabel(text, role)
    label.setContentsMargins(EDGE, 0, EDGE, 0)
    return label


class ShareBar(QWidget):
    """A thin bar for a share from 0 to 1. The number stands beside it in words."""

    def __init__(self, share: float, theme: Theme) -> None:
        super().__init__()
        self._share = share
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(160, self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, self.height() / 2 - 4, self.width(), 8)
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(track, 4, 4)
        if self._share > 0:
            track.setWidth(max(8.0, self.width() * self._share))
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(track, 4, 4)
        painter.end()
