"""The buttons that zoom a figure: smaller, how large it is now, larger, all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.shell.widgets.buttons import push_button

if TYPE_CHECKING:
    from desktop.diagrams.ui.zoom import ZoomView
    from desktop.shell.theme import Theme


class ZoomButtons(QWidget):
    """Act on one view and show its zoom."""

    def __init__(self, view: ZoomView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.smaller = push_button("−", name="Zoom out")
        self.percent = push_button("100 %")
        self.larger = push_button("+", name="Zoom in")
        self.whole = push_button("Fit", name="Fit the whole diagram")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button, key in ((self.smaller, "−"), (self.percent, ""), (self.larger, "+"), (self.whole, "0")):
            row.addWidget(button)
            button.setToolTip(f"{button.accessibleName()} (key {key} in the figure)")
        self.percent.setToolTip("Back to 100 % (key 1 in the figure)")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.smaller.clicked.connect(view.zoom_out)
        self.larger.clicked.connect(view.zoom_in)
        self.percent.clicked.connect(lambda: view.set_zoom(1.0))
        self.whole.clicked.connect(view.fit)
        view.zoom_changed.connect(self.show_zoom)
        self.refit()
        self.show_zoom(view.zoom)

    def show_zoom(self, zoom: float) -> None:
        """The present zoom; 1.0 is 100 %."""
        words = f"{round(zoom * 100)} %"
        self.percent.setText(words)
        self.percent.setAccessibleName(f"Zoom {words}. Press for 100 %")

    def refit(self) -> None:
        """Measure the words again: the text size has changed."""
        self.percent.ensurePolished()
        self.percent.setFixedWidth(self.percent.fontMetrics().horizontalAdvance("400 %") + self._theme.px(28))
        for button in (self.smaller, self.larger):
            button.setMinimumWidth(self._theme.px(36))
