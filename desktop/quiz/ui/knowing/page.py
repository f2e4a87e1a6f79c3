"""The page 'What you know', in the quiz room instead of the card: what was answered, as pictures and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.quiz.knowing.telling import HOW, NOTHING, WORKING, summary
from desktop.quiz.ui.knowing.export_menu import ExportButton
from desktop.shell.announce import announce
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.tab_order import tab_through

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from desktop.quiz.knowing.knowledge import Knowledge
    from desktop.quiz.ui.knowing.content import Content
    from desktop.quiz.ui.knowing.gallery import Picture
    from desktop.shell.context import Context
    from desktop.shell.widgets.pictures.plan import Plan

_TITLE = "What you know"


class KnowingPage(QWidget):
    """Shows what is known. `closed` asks for the questions again, `followed` for the place that a mark stands for.

    Whoever shows the page gives it the keyboard: it goes to the way back.
    """

    closed = Signal()
    followed = Signal(object)  # Ref

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._knowledge: Knowledge | None = None
        self._content: Content | None = None
        self._build()
        self._back.clicked.connect(self.closed)
        self._export.told.connect(self._tell)
        context.theme.changed.connect(self._on_theme_changed)

    @property
    def words(self) -> str:
        """What is said in all, or instead of the pictures."""
        return self._said.text() if self._pages.currentIndex() else self._why.text()

    @property
    def told(self) -> str:
        """What came of an export, where it is said."""
        return "" if self._told.isHidden() else self._told.text()

    def show_knowledge(self, knowledge: Knowledge | None) -> None:
        """Show this; None says that it is still being worked out."""
        self._knowledge = knowledge
        is_shown = knowledge is not None and not knowledge.is_empty
        self._told.hide()
        self._export.setEnabled(is_shown)
        if knowledge is not None and is_shown:
            self._said.setText(f"{summary(knowledge)} {HOW}")
            self._shown_content().show_knowledge(knowledge)
            self._order_tabs()
        else:
            self._why.setText(WORKING if knowledge is None else NOTHING)
            announce(self, self._why.text())
        self._said.setVisible(is_shown)
        self._pages.setCurrentIndex(int(is_shown))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._context.theme.px(240), self._context.theme.px(160))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self._scroll.verticalScrollBar(), event.key()
        to = {
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_Down: bar.value() + bar.singleStep(),
            Qt.Key.Key_Up: bar.value() - bar.singleStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }.get(Qt.Key(key))
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif to is not None:
            bar.setValue(to)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._back = push_button("Back to the questions")
        self._export = ExportButton(self._context, self._plans, self._report)
        self._title, self._said = TextLabel(_TITLE, "title", wrap=False), TextLabel("", "muted")
        self._told = TextLabel("", "muted")
        self._why = TextLabel("", "title")
        self._why.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        head = QWidget()
        line = FlowLayout(head)
        for widget in (self._back, self._export, self._title):
            line.addWidget(widget)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(_TITLE)
        self._scroll.verticalScrollBar().setSingleStep(24)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._nothing())
        self._pages.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self._said)
        column.addWidget(self._told)
        column.addWidget(self._pages, 1)
        self._told.hide()
        self.setFocusProxy(self._back)

    def _nothing(self) -> QWidget:
        page = QFrame()
        page.setProperty("card", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.addStretch(1)
        column.addWidget(self._why)
        column.addStretch(2)
        return page

    def _shown_content(self) -> Content:
        """The pictures, made when the first of them is shown: they bring a library with them."""
        if self._content is None:
            from desktop.quiz.ui.knowing.content import Content

            self._content = Content(self._context)
            self._content.followed.connect(self.followed)
            self._content.reached.connect(self._on_reached)
            self._scroll.setWidget(self._content)
            self._content.setAutoFillBackground(False)
            self._scroll.viewport().setAutoFillBackground(False)
        return self._content

    def _plans(self) -> Mapping[Picture, Plan]:
        return self._content.plans if self._content is not None else {}

    def _report(self) -> bytes:
        from desktop.quiz.ui.knowing.report import report_pdf

        assert self._knowledge is not None
        return report_pdf(self._context, self._knowledge)

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.show()

    def _on_reached(self, mark: QWidget) -> None:
        self._scroll.ensureWidgetVisible(mark, 0, self._context.theme.px(60))

    def _on_theme_changed(self) -> None:
        if self._content is not None:
            self._content.refit()
            self._order_tabs()

    def _order_tabs(self) -> None:
        """The pictures are made late, and the keyboard walks them as they are seen."""
        if self._content is not None:
            tab_through(self._export, self._content.stops)
