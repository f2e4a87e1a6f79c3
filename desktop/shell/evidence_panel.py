"""The panel at the right, shared by all tabs: what stands behind the selected thing, with links to it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.refs import Ref
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme

WIDTH = 340
_FRAME = 16  # milliseconds


class EvidencePanel(QScrollArea):
    """Shows the evidence of one ref. A link that is followed is told by `followed`."""

    followed = Signal(object)  # Ref

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._catalog: Catalog | None = None
        self._ref: Ref | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_FRAME)
        self._waiting.timeout.connect(self._fill)
        self.setObjectName("evidence")
        self.setAccessibleName("Evidence")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        theme.changed.connect(self._on_theme_changed)
        self.setWidget(_empty_page())

    @property
    def ref(self) -> Ref | None:
        """What is shown."""
        return self._ref

    def show_ref(self, catalog: Catalog, ref: Ref | None) -> None:
        """Show what stands behind this place.

        The page follows a frame later: first the tab shows the place itself, and who walks on quickly does not wait
        for pages that nobody reads.
        """
        self._catalog, self._ref = catalog, ref
        if ref is None:
            self._fill()
        else:
            self._waiting.start()

    def catch_up(self) -> None:
        """Show the page now that would follow in the next frame."""
        if self._waiting.isActive():
            self._fill()

    def _fill(self) -> None:
        self._waiting.stop()
        catalog, ref = self._catalog, self._ref
        self._replace(self._page(catalog, ref) if catalog is not None and ref is not None else None)
        self.verticalScrollBar().setValue(0)

    def _replace(self, page: QWidget | None) -> None:
        """Put another page in; where the keyboard was in the old one, it stays in the panel."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.setWidget(page or _empty_page())
        if had_focus:
            self.setFocus()

    def _page(self, catalog: Catalog, ref: Ref, portion: int = 0) -> QWidget | None:
        from desktop.catalog.dossier import evidence_of
        from desktop.shell.evidence_page import FEW, EvidencePage

        evidence = evidence_of(catalog, ref)
        if evidence is None:
            return None
        page = EvidencePage(catalog, evidence, (self._theme, self._icons), portion or FEW)
        page.followed.connect(self.followed)
        return page

    def _on_theme_changed(self) -> None:
        """The same page in the new look: as far unfolded and scrolled as it was."""
        if self._catalog is None or self._ref is None or self._waiting.isActive():
            return
        at = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
        self._replace(self._page(self._catalog, self._ref, getattr(self.widget(), "portion", 0)))
        QApplication.sendPostedEvents(self, QEvent.Type.LayoutRequest)
        self.verticalScrollBar().setValue(round(at * self.verticalScrollBar().maximum()))


def _empty_page() -> QWidget:
    page = QWidget()
    page.setObjectName("evidence-page")
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(8)
    column.addWidget(TextLabel("Evidence", "section"))
    column.addWidget(TextLabel("Select something to see what it rests on.", "muted"))
    column.addStretch(1)
    return page
