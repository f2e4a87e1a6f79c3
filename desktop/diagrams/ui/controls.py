"""The line of controls over the figure: which diagram, figure or outline, and the zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from desktop.shell.widgets.buttons import SegmentedControl, push_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.tips import as_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.catalog.entities.diagrams import Diagram
    from desktop.shell.theme import Theme

FIGURE, OUTLINE = "figure", "outline"
_LONGEST, _NARROW = 40, 700


class Controls(QWidget):
    """Tells what the reader asks for; the room answers by `show_...`."""

    diagram_chosen = Signal(str)
    form_chosen = Signal(str)
    zoom_in_requested = Signal()
    zoom_out_requested = Signal()
    full_size_requested = Signal()
    fit_requested = Signal()

    def __init__(self, diagrams: Sequence[Diagram], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ids = [diagram.id for diagram in diagrams]
        self.diagrams = _combo([diagram.title for diagram in diagrams])
        self._label = TextLabel("Diagram", wrap=False)
        self.form = SegmentedControl(((FIGURE, "Diagram"), (OUTLINE, "Outline")), "Show as")
        self.smaller = push_button("−", name="Zoom out")
        self.percent = push_button("100 %")
        self.larger = push_button("+", name="Zoom in")
        self.whole = push_button("Fit", name="Fit the whole diagram")
        self._zoom = QWidget()
        self._arrange()
        self._connect()
        self.refit()
        self.show_zoom(1.0)

    def add(self, button: QWidget) -> None:
        """Put a button at the end of the line."""
        self._flow.addWidget(button)

    def show_diagram(self, id: str) -> None:
        """Name this diagram, without telling."""
        self.diagrams.blockSignals(True)
        self.diagrams.setCurrentIndex(self._ids.index(id))
        self.diagrams.blockSignals(False)
        self._tell_title(self.diagrams.currentText())

    def show_form(self, form: str) -> None:
        """Figure or outline. The outline has no zoom."""
        self.form.choose(form)
        self._zoom.setVisible(form == FIGURE)

    def show_zoom(self, zoom: float) -> None:
        """The present zoom; 1.0 is 100 %."""
        words = f"{round(zoom * 100)} %"
        self.percent.setText(words)
        self.percent.setAccessibleName(f"Zoom {words}. Press for 100 %")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the box speaks for itself."""
        super().resizeEvent(event)
        self._label.setVisible(self.width() >= self._theme.px(_NARROW))

    def refit(self) -> None:
        """Measure the words again: the text size has changed."""
        self.form.refit()
        self.percent.ensurePolished()
        width = self.percent.fontMetrics().horizontalAdvance("400 %") + self._theme.px(28)
        self.percent.setFixedWidth(width)
        for button in (self.smaller, self.larger):
            button.setMinimumWidth(self._theme.px(36))
        self.updateGeometry()

    def _arrange(self) -> None:
        self._label.setBuddy(self.diagrams)
        pick = _row([self._label, self.diagrams], 8)
        self._zoom = _row([self.smaller, self.percent, self.larger, self.whole], 4)
        self._flow = FlowLayout(self, gap=12)
        for widget in (pick, self.form, self._zoom):
            self._flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for button, key in ((self.smaller, "−"), (self.larger, "+"), (self.whole, "0")):
            button.setToolTip(f"{button.accessibleName()} (key {key} in the figure)")
        self.percent.setToolTip("Back to 100 % (key 1 in the figure)")

    def _connect(self) -> None:
        self.diagrams.currentIndexChanged.connect(lambda at: self.diagram_chosen.emit(self._ids[at]))
        self.form.chosen.connect(self._on_form_chosen)
        self.smaller.clicked.connect(self.zoom_out_requested)
        self.larger.clicked.connect(self.zoom_in_requested)
        self.percent.clicked.connect(self.full_size_requested)
        self.whole.clicked.connect(self.fit_requested)

    def _tell_title(self, title: str) -> None:
        """The whole title, where the box is too narrow for it; as text, whatever it holds."""
        self.diagrams.setToolTip(as_tip(title))

    def _on_form_chosen(self, form: str) -> None:
        self.show_form(form)
        self.form_chosen.emit(form)


def _combo(titles: Sequence[str]) -> QComboBox:
    combo = QComboBox()
    combo.addItems(list(titles))
    combo.setAccessibleName("Diagram")
    longest = min(_LONGEST, max((len(title) for title in titles), default=0))
    if any(len(title) > _LONGEST for title in titles):
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(longest)
    return combo


def _row(widgets: Sequence[QWidget], gap: int) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    holder.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return holder
