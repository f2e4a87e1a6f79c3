"""The quiz as a person meets it: keys in, words out. Tests touch no widget but through this."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QAction, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from desktop.catalog.entities.questions import ChoiceQuestion
from desktop.catalog.refs import QuestionRef, Ref, TopicRef
from desktop.quiz.ui.answers.rows import AnswerRow
from desktop.quiz.ui.card import QuestionCard
from desktop.quiz.ui.certainty import CertaintyStrip
from desktop.quiz.ui.controls import QuizControls
from desktop.quiz.ui.grades import GradeButtons
from desktop.quiz.ui.notice import Notice
from desktop.quiz.ui.result_page import ResultPage
from desktop.quiz.ui.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timedelta

    from desktop.catalog.catalog import Catalog
    from desktop.progress.attempt import Attempt
    from desktop.quiz.ui.answers.answer import AnswerWidget
    from desktop.quiz.ui.widget import QuizRoom
    from desktop.shell.learner import Learner
    from desktop.shell.navigator import Navigator
    from desktop.shell.theme import Theme
    from tests.quiz.conftest import Clock

W = TypeVar("W", bound=QWidget)


@dataclass
class QuizDriver:
    """Drives a shown room. `heard` is what a screen reader was told, `told` what the panels were told."""

    room: QuizRoom
    navigator: Navigator
    catalog: Catalog
    theme: Theme
    learner: Learner
    clock: Clock
    heard: list[str] = field(default_factory=list)
    told: list[Ref] = field(default_factory=list)

    def listen(self) -> None:
        """Take the window's part: open places that belong to the quiz."""
        self.navigator.opened.connect(self._on_opened)
        self.navigator.selected.connect(self.told.append)

    def _on_opened(self, ref: Ref) -> None:
        if isinstance(ref, QuestionRef | TopicRef):
            self.room.open(ref)

    @contextmanager
    def in_a_window(self) -> Iterator[None]:
        """The room in a window with another place for the keyboard, as the panel beside it is."""
        window = QWidget()
        row = QHBoxLayout(window)
        row.addWidget(self.room)
        row.addWidget(QLineEdit())
        window.resize(self.room.size())
        window.show()
        window.activateWindow()
        self.room.setFocus()
        self.settle()
        try:
            yield
        finally:
            self.room.setParent(None)

    def press(self, *keys: str) -> None:
        """Press keys by their names: '1', 'G', 'Space', 'Return', 'Ctrl+Z'."""
        for name in keys:
            *modifiers, key = name.split("+")
            modifier = Qt.KeyboardModifier.NoModifier
            for each in modifiers:
                modifier |= {
                    "Ctrl": Qt.KeyboardModifier.ControlModifier,
                    "Alt": Qt.KeyboardModifier.AltModifier,
                    "Shift": Qt.KeyboardModifier.ShiftModifier,
                }[each]
            focus = QApplication.focusWidget()
            assert focus is not None, name
            QTest.keyClick(focus, Qt.Key[f"Key_{key}"], modifier)

    def settle(self) -> None:
        """Let queued calls happen, and layouts until they have found their measures."""
        for _ in range(4):
            QApplication.processEvents()

    def press_options(self, *texts: str) -> None:
        """Press the numbers of these options."""
        for text in texts:
            self.press(str(self.options.index(text) + 1))

    def answer(self, *texts: str) -> None:
        """Pick these options by number and check."""
        self.press_options(*texts)
        self.press("Space")

    def pick_right(self) -> None:
        """Pick what is right of whatever choice is asked."""
        question = next(each for each in self.catalog.question.values() if each.stem == self.stem)
        assert isinstance(question, ChoiceQuestion)
        self.press_options(*(option.text for option in question.options if option.correct))

    def answer_right(self) -> None:
        """Answer whatever choice is asked rightly, and go on."""
        self.pick_right()
        self.press("Space", "Space")

    def write(self, text: str) -> None:
        """Type where the keyboard is."""
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit)
        QTest.keyClicks(focus, text)

    def go_to(self, text: str) -> None:
        """Press Down until the keyboard stands on the row with this text."""
        for _ in self.rows:
            if self.current == text:
                return
            self.press("Down")
        assert self.current == text

    def click_row(self, text: str) -> None:
        """Click a row: an element, or what can be given to one."""
        rows = self.answer_widget.findChildren(QAbstractButton)
        row = next(each for each in rows if each.isVisible() and getattr(getattr(each, "face", 0), "text", "") == text)
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)

    def drag(self, text: str, to: QWidget) -> None:
        """Drag a row with the mouse onto the middle of another."""
        self.settle()
        row = next(each for each in self.rows if each.face.text == text)
        start, end = row.mapToGlobal(row.rect().center()), to.mapToGlobal(to.rect().center())
        QTest.mousePress(row, Qt.MouseButton.LeftButton)
        for at in (start + (end - start) / 2, end):
            self._send_mouse(row, QEvent.Type.MouseMove, QPointF(at))
        self._send_mouse(row, QEvent.Type.MouseButtonRelease, QPointF(end))
        self.settle()

    def _send_mouse(self, row: QWidget, kind: QEvent.Type, at: QPointF) -> None:
        held = Qt.MouseButton.LeftButton
        button = held if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
        here = QPointF(row.mapFromGlobal(at))
        QApplication.sendEvent(row, QMouseEvent(kind, here, at, button, held, Qt.KeyboardModifier.NoModifier))

    def click(self, words: str) -> None:
        """Click the button with these words."""
        button = next(each for each in self._shown(QAbstractButton) if words in (each.text(), each.accessibleName()))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose_topic(self, words: str) -> None:
        combo = self._topics
        combo.setCurrentIndex(combo.findText(words))
        combo.activated.emit(combo.currentIndex())

    def show_question(self, name: str) -> None:
        """Come to a question as a search result does."""
        self.navigator.open(QuestionRef(name))
        self.settle()

    def focus_topics(self) -> None:
        """Put the keyboard into the choice of topics."""
        combo = self._topics
        combo.setFocus()

    @property
    def kept(self) -> list[Attempt]:
        """What stands in the learner's log."""
        return [each for each in self.learner.log.attempts() if each.undone is None]

    @property
    def trouble(self) -> str:
        """What is told of the keeping of answers; '' while all is well."""
        return self._one(Trouble).words

    @property
    def buttons(self) -> list[str]:
        """The words on all buttons that can be seen."""
        return [each.text() for each in self._shown(QPushButton)]

    @property
    def ways(self) -> list[str]:
        """The ways of being asked, as they stand on their buttons."""
        return [each.text() for each in self._segments()]

    @property
    def way(self) -> str:
        """The way that is marked as chosen, without its count."""
        return next(each.text() for each in self._segments() if each.isChecked()).rstrip(" 0123456789")

    def choose_way(self, words: str) -> None:
        """Click a way of being asked."""
        QTest.mouseClick(next(each for each in self._segments() if each.text() == words), Qt.MouseButton.LeftButton)
        self.settle()

    @property
    def more(self) -> list[str]:
        """What the menu of what is done seldom offers."""
        return [each.text().replace("&", "") for each in self._more() if each.isVisible()]

    def choose_more(self, words: str) -> None:
        """Choose something in that menu."""
        next(each for each in self._more() if each.text().replace("&", "") == words).trigger()
        self.settle()

    def _more(self) -> list[QAction]:
        menu = next(each for each in self.room.findChildren(QMenu) if each.accessibleName() == "More")
        return menu.actions()

    def wait(self, time: timedelta) -> None:
        """Let the quiz's clock go on, and a second strike."""
        self.clock.time += time
        self.room._questions._clock.timeout.emit()
        self.settle()

    def click_link(self, name: str) -> None:
        """Click a link on the page of the result."""
        link = next(each for each in self._one(ResultPage).links if each.accessibleName() == name)
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
        self.settle()

    @property
    def score(self) -> str:
        """The head of the page of the result."""
        return next(each.text() for each in self._one(ResultPage).findChildren(QLabel) if each.isVisible())

    def _segments(self) -> list[QPushButton]:
        control = self._one(QuizControls)
        return [each for each in control.findChildren(QPushButton) if each.property("look") == "segment"]

    @property
    def _topics(self) -> QComboBox:
        return next(each for each in self.room.findChildren(QComboBox) if each.accessibleName() == "Topic")

    @property
    def place(self) -> Ref | None:
        """Where the navigator thinks the reader is."""
        return self.navigator.current

    @property
    def card(self) -> QuestionCard:
        return self._one(QuestionCard)

    @property
    def answer_widget(self) -> AnswerWidget:
        widget = self.card.answer_widget
        assert widget is not None
        return widget

    @property
    def rows(self) -> list[AnswerRow]:
        return list(self.answer_widget.rows)

    @property
    def current(self) -> str:
        """The text of the row that the keyboard is on."""
        at = self.answer_widget.focused_row()
        return "" if at is None else self.rows[at].face.text

    @property
    def names(self) -> list[str]:
        """What a screen reader says of each row."""
        return [row.accessibleName() for row in self.rows]

    @property
    def stem(self) -> str:
        labels = [each for each in self._shown(QLabel) if each.property("role") == "question"]
        return labels[0].accessibleName() or labels[0].text()

    @property
    def options(self) -> list[str]:
        return [row.face.text for row in self.rows]

    @property
    def picked(self) -> list[str]:
        return [row.face.text for row in self.rows if row.isChecked()]

    @property
    def notes(self) -> dict[str, str]:
        """What stands beside each element once it is checked, where something does."""
        assert all(row.accessibleName().endswith(row.note.spoken) for row in self.rows)
        return {row.face.text: row.note.spoken for row in self.rows if row.note.spoken}

    @property
    def said(self) -> str:
        return self.card.said

    @property
    def progress(self) -> str:
        return self._one(QuizControls).progress

    def items_of_combos(self) -> list[str]:
        """What can be chosen in the lists that are shown."""
        return [each.itemText(at) for each in self._shown(QComboBox) for at in range(each.count())]

    @property
    def topic(self) -> str:
        """The topic that stands as chosen."""
        return self._topics.currentText()

    @property
    def edges_of_controls(self) -> list[int]:
        """Where the controls above the question begin, from left to right."""
        return [each.mapTo(self.room, each.rect().topLeft()).x() for each in self._controls]

    @property
    def lines_of_controls(self) -> list[int]:
        """The middles of the lines in which the controls stand."""
        middles = sorted(each.mapTo(self.room, each.rect().center()).y() for each in self._controls)
        return [at for at, before in zip(middles, [-99, *middles], strict=False) if at - before > 8]

    @property
    def _controls(self) -> list[QWidget]:
        parts = self._one(QuizControls).findChildren(QWidget)
        return [each for each in parts if each.isVisible() and isinstance(each, QAbstractButton | QComboBox | QLabel)]

    @property
    def topics(self) -> list[str]:
        combo = self._topics
        return [combo.itemText(at) for at in range(combo.count())]

    @property
    def notice(self) -> str:
        page = self._one(Notice)
        return page.text if page.isVisible() else ""

    @property
    def on_result(self) -> bool:
        return self._one(ResultPage).isVisible()

    @property
    def missed(self) -> list[str]:
        return [link.accessibleName() for link in self._one(ResultPage).missed]

    @property
    def looked_over(self) -> list[str]:
        """The questions that the page of the result leads to."""
        return [link.accessibleName() for link in self._one(ResultPage).links]

    def hand_in(self) -> None:
        """Hand the exam in, whatever is still open."""
        self.click("Hand the exam in")
        if not self.on_result:
            self.click("Hand the exam in")

    @property
    def certainty(self) -> str:
        """How sure the reader said to be."""
        strip = self._one(CertaintyStrip)
        return "".join(each.text() for each in strip.findChildren(QAbstractButton) if each.isChecked())

    @property
    def asks_certainty(self) -> bool:
        return self._one(CertaintyStrip).isVisible()

    @property
    def grades(self) -> list[str]:
        """The grades offered, the one in force with a star."""
        chips = self._one(GradeButtons).findChildren(QAbstractButton)
        return [f"{'*' if each.isChecked() else ''}{each.accessibleName()}" for each in chips if each.isVisible()]

    def words(self) -> list[str]:
        """All words that can be seen or heard now."""
        found = [each.text() for each in self._shown(QLabel)]
        found += [part for row in self._shown(AnswerRow) for part in (row.note.text, row.note.why, row.face.value)]
        for widget in self._shown(QWidget):
            interface = QAccessible.queryAccessibleInterface(widget)
            found += [interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]
            found.append(widget.toolTip())
        return [text for text in found if text]

    def sees(self, text: str) -> bool:
        """Whether a label with this text is in sight, not scrolled away."""
        labels = [each for each in self._shown(QLabel) if text in (each.text(), each.accessibleName())]
        return any(not label.visibleRegion().isEmpty() for label in labels)

    def cut(self) -> list[str]:
        """Buttons and labels that stick out of the room or have less height than their words need."""
        lost = [
            each.accessibleName()
            for each in self._shown(QAbstractButton)
            if each.visibleRegion().isEmpty() and not self._in_scroll(each)
        ]
        low = [
            label.text()
            for label in self._shown(QLabel)
            if label.wordWrap() and label.text() and label.height() < label.heightForWidth(label.width())
        ]
        return lost + low

    def _in_scroll(self, widget: QWidget) -> bool:
        return any(area.isAncestorOf(widget) for area in self._shown(QScrollArea))

    def _shown(self, kind: type[W]) -> list[W]:
        return [each for each in self.room.findChildren(kind) if each.isVisible()]

    def _one(self, kind: type[W]) -> W:
        found = self.room.findChild(kind)
        assert isinstance(found, kind)
        return found


def sit_exam(quiz: QuizDriver, count: int = 0, minutes: int | None = None) -> None:
    """Begin an exam of so many questions (0 for as many as are offered)."""
    quiz.choose_way("Exam")
    fields = {each.accessibleName(): each for each in quiz.room.findChildren(QSpinBox)}
    if count:
        fields["Number of questions"].setValue(count)
    if minutes is not None:
        fields["Time in minutes, 0 for no limit"].setValue(minutes)
    quiz.press("Return")
