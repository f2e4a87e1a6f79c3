"""The line of controls over the figure: which diagram, in which form, the search in it, its groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from desktop.catalog.words import plural
from desktop.shell.announce import announce
from desktop.shell.widgets.buttons import SegmentedControl
from desktop.shell.widgets.fields import add_clear_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.tips import as_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.catalog.entities.diagrams import Diagram
    from desktop.shell.theme import Theme

FIGURE, OUTLINE, COMPARE = "figure", "outline", "compare"
_LONGEST, _SEARCH = 40, 150


class Controls(QWidget):
    """Tells what the reader asks for; the room answers by `show_...`."""

    diagram_chosen = Signal(str)
    form_chosen = Signal(str)
    typed = Signal(str)
    hit_requested = Signal(int)  # 1 for the next, -1 for the one before

    def __init__(self, diagrams: Sequence[Diagram], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ids = [diagram.id for diagram in diagrams]
        self._choice: QWidget | None = None
        self.diagrams = diagram_box([diagram.title for diagram in diagrams], "Diagram")
        self.form = SegmentedControl(((FIGURE, "Diagram"), (OUTLINE, "Outline"), (COMPARE, "Compare")), "Show as")
        self.search = _SearchField()
        self.hits = TextLabel("", "muted", wrap=False)
        self._arrange()
        self._connect()
        self.refit()

    def show_diagram(self, id: str) -> None:
        """Name this diagram, without telling."""
        self.diagrams.blockSignals(True)
        self.diagrams.setCurrentIndex(self._ids.index(id))
        self.diagrams.blockSignals(False)
        self.diagrams.setToolTip(as_tip(self.diagrams.currentText()))  # whole, where the box is too narrow for it

    def add(self, button: QWidget) -> None:
        """Put a button at the end of the line."""
        self.flow.addWidget(button)
        self._put_after(self.search, [button])

    def add_choice(self, choice: QWidget) -> None:
        """What a comparison asks for stands in the same line."""
        self._choice = choice
        self.flow.addWidget(choice)
        self._put_after(self.search, choice.findChildren(QPushButton))

    def show_form(self, form: str) -> None:
        """Figure, outline or comparison, without telling. What acts on one figure goes where there is none."""
        self.form.choose(form)
        self.diagrams.setVisible(form != COMPARE)
        self._find.setVisible(form == FIGURE)
        if self._choice is not None:
            self._choice.setVisible(form == COMPARE)

    def show_hits(self, at: int, count: int) -> None:
        """The present hit, counted from 0 (-1 for none yet), and how many there are."""
        typed = bool(self.search.text().strip())
        words = "" if not typed else f"{at + 1} of {count}" if at >= 0 else plural(count, "hit") if count else "no hit"
        self.hits.setText(words)
        self.hits.setVisible(typed)
        if typed:
            announce(self.search, words)

    def refit(self) -> None:
        """Measure the words again: the text size has changed."""
        self.form.refit()
        self.search.setFixedWidth(self._theme.px(_SEARCH))
        self.updateGeometry()

    def _put_after(self, last: QWidget, buttons: Sequence[QWidget]) -> None:
        """Tab comes to what was added later where it stands, and not at the end of the room."""
        for button in buttons:
            self.setTabOrder(last, button)
            last = button

    def _arrange(self) -> None:
        self._find = row_of([self.search, self.hits], 8)
        self.hits.hide()
        self.flow = FlowLayout(self, gap=12)
        for widget in (self.diagrams, self.form, self._find):
            self.flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _connect(self) -> None:
        self.diagrams.currentIndexChanged.connect(lambda at: self.diagram_chosen.emit(self._ids[at]))
        self.form.chosen.connect(self._on_form_chosen)
        self.search.textChanged.connect(self.typed)
        self.search.walked.connect(self.hit_requested)

    def _on_form_chosen(self, form: str) -> None:
        self.show_form(form)
        self.form_chosen.emit(form)


class _SearchField(QLineEdit):
    """Enter goes to the next hit, Shift+Enter to the one before, Escape clears, and once more leaves."""

    walked = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Find in diagram")
        self.setAccessibleName("Find in the diagram")
        self.setToolTip("Enter: next hit. Shift+Enter: the one before (Ctrl+F)")
        add_clear_button(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.walked.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)


def diagram_box(titles: Sequence[str], name: str) -> QComboBox:
    """A box to choose a diagram; never wider than titles of an ordinary length need."""
    combo = QComboBox()
    combo.addItems(list(titles))
    combo.setAccessibleName(name)
    longest = min(_LONGEST, max((len(title) for title in titles), default=0))
    if any(len(title) > _LONGEST for title in titles):
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(longest)
    return combo


def row_of(widgets: Sequence[QWidget], gap: int) -> QWidget:
    """These beside each other, no wider than they need."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    holder.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return holder
