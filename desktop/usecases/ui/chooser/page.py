"""The chooser's page: the questions, and what fits and why, which follows each answer at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.catalog.words import plural
from desktop.shell.announce import announce
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel
from desktop.usecases.choosing.ranking import ranked
from desktop.usecases.choosing.remembered import KEY, Choices, kept_with, remembered
from desktop.usecases.choosing.telling import headline
from desktop.usecases.ui.chooser.export_button import ExportButton
from desktop.usecases.ui.chooser.questions import Questions
from desktop.usecases.ui.chooser.result import ResultView

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.shell.context import Context
    from desktop.usecases.ui.chooser.question_card import QuestionCard

_MARGIN, _GAP, _NARROW = 16, 12, 720
_QUESTIONS, _WIDEST = 400, 720  # widths of the columns, in pixels at 100 %


class ChooserPage(QWidget):
    """Questions and result side by side; in a narrow room one below the other. Answers are kept in the settings."""

    opening_requested = Signal(object)  # Ref
    closed = Signal()  # the reader goes back to the use cases
    told = Signal(str)  # what the status line says

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._questions = Questions(context.catalog.chooser, context.theme)
        self._result = ResultView(context)
        self._title = TextLabel("Which one for me?", "title", wrap=False)
        self._notice = TextLabel("", "muted")
        self._back = push_button("Back to the use cases")
        self._again = push_button("Start again", name="Start again: take all answers back")
        self._export = ExportButton(context, lambda: self.ranking)
        self._down = push_button("To the reasons")
        self._left, self._right = _scroll("Questions"), _scroll("What fits, and why")
        self._moved = QTimer(self, singleShot=True)  # once the columns are laid out
        self._is_narrow: bool | None = None
        self._arrange()
        self._connect()
        self._recall()

    @property
    def status(self) -> str:
        """The result in one line."""
        return headline(self.ranking)

    @property
    def choices(self) -> Choices:
        """What is answered, and how much it counts."""
        return self._questions.choices

    def take_focus(self) -> None:
        """Put the keyboard on the open question, else on the first control."""
        card = next((each for each in self._questions.cards if each.is_open), None)
        if card is not None:
            card.take_focus()
        else:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def return_focus(self) -> None:
        """Put the keyboard where it was left, else where it begins."""
        last = self.focusWidget()
        if last is None:
            self.take_focus()
        else:
            last.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._context.theme.px(240), self._context.theme.px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _arrange(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.setSpacing(_GAP)
        head = QWidget()
        flow = FlowLayout(head)
        for each in (self._title, self._back, self._again, self._export, self._down):
            flow.addWidget(each)
        page.addWidget(head)
        page.addWidget(self._notice)
        body = QHBoxLayout()
        body.setSpacing(_MARGIN)
        body.addWidget(self._left, 1)
        body.addWidget(self._right, 1)
        body.addStretch(0)
        page.addLayout(body, 1)
        for area in (self._left, self._right):
            _column(area).addStretch(1)
        _column(self._left).insertWidget(0, self._questions)

    def _connect(self) -> None:
        self._questions.changed.connect(self._on_changed)
        self._questions.shown.connect(self._on_question_shown)
        self._questions.ended.connect(self._on_ended)
        self._result.opening_requested.connect(self.opening_requested)
        self._back.clicked.connect(self.closed)
        self._again.clicked.connect(self._on_restarted)
        self._export.told.connect(self.told)
        self._down.clicked.connect(self._on_ended)
        self._moved.timeout.connect(self._on_lines_moved)
        for area in (self._left, self._right):
            area.verticalScrollBar().rangeChanged.connect(lambda: self._moved.start())
        self._context.theme.changed.connect(self._on_theme_changed)

    def _recall(self) -> None:
        """The answers of last time; what the pack does not have any more is dropped, and said."""
        catalog = self._context.catalog
        choices, dropped = remembered(catalog.chooser, self._context.settings.value(KEY), catalog.pack.id)
        left = plural(dropped, "remembered choice is", "remembered choices are")
        self._notice.setText(f"{left} not in this pack any more and left out." if dropped else "")
        self._notice.setVisible(bool(dropped))
        self._questions.show_choices(choices)
        self._questions.open_first()
        self._show()

    def _show(self) -> None:
        choices = self._questions.choices
        self.ranking = ranked(self._context.catalog.chooser, choices.answers, choices.weights)
        self._result.show_ranking(self.ranking)
        self._offer_reasons()
        self._export.setEnabled(bool(self.ranking.given))
        self._again.setEnabled(bool(choices.answers or choices.weights))
        self.told.emit(self.status)

    def _fold(self) -> None:
        """In a narrow room the result stands below the questions, and all of it scrolls."""
        narrow = self.width() < self._context.theme.px(_NARROW)
        self._left.setMinimumWidth(0 if narrow else self._context.theme.px(_QUESTIONS))
        self._left.setMaximumWidth(self.maximumWidth() if narrow else self._context.theme.px(_QUESTIONS))
        self._right.setMaximumWidth(self._context.theme.px(_WIDEST))
        if narrow is self._is_narrow:
            return
        self._is_narrow = narrow
        if narrow:
            _column(self._left).insertWidget(0, self._result.headline)
            _column(self._left).insertWidget(2, self._result)
        else:
            _column(self._right).insertWidget(0, self._result.headline)
            _column(self._right).insertWidget(1, self._result)
        self._title.setVisible(not narrow)
        self._offer_reasons()
        self._right.setVisible(not narrow)
        self._result.headline.show()

    def _offer_reasons(self) -> None:
        """A way down to them, where they stand below the questions."""
        self._down.setVisible(bool(self._is_narrow and self.ranking.given))

    def _on_changed(self, choices: Choices) -> None:
        settings, pack = self._context.settings, self._context.catalog.pack.id
        settings.set_value(KEY, kept_with(settings.value(KEY), pack, choices))
        self._notice.hide()
        self._show()
        out = len(self.ranking.ruled_out)
        announce(self, f"{self.status} {plural(out, 'outcome')} ruled out." if out else self.status)

    def _on_restarted(self) -> None:
        self._questions.show_choices(Choices())
        self._on_changed(Choices())
        self._questions.open_first()
        self.take_focus()

    def _on_question_shown(self, card: QuestionCard) -> None:
        """The opened question is brought into sight once it is laid out, from its head on."""
        QTimer.singleShot(0, self, lambda: self._bring(card))

    def _on_ended(self) -> None:
        if self._is_narrow:
            self._result.take_focus()
            QTimer.singleShot(0, self, lambda: self._bring(self._result))

    def _bring(self, part: QWidget) -> None:
        if part.height() < self._left.viewport().height():
            self._left.ensureWidgetVisible(part, 0, 8)
        elif (content := self._left.widget()) is not None:
            self._left.verticalScrollBar().setValue(part.mapTo(content, QPoint()).y())

    def _on_theme_changed(self) -> None:
        self._result.show_ranking(self.ranking)
        self._fold()

    def _on_lines_moved(self) -> None:
        """In another size of the text or the window all lines stand elsewhere: what has the keyboard stays in sight."""
        focused = self.focusWidget()
        for area in (self._left, self._right):
            if focused is not None and area.isAncestorOf(focused):
                area.ensureWidgetVisible(focused, 0, 8)


def _scroll(name: str) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(16)
    content.setAutoFillBackground(False)
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    return area


def _column(area: QScrollArea) -> QVBoxLayout:
    content = area.widget()
    column = content.layout() if content is not None else None
    assert isinstance(column, QVBoxLayout)
    return column
