"""Small talks, and a stage made of paper that can do all that a stage can."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.catalog.entities.talks import Deck, Stop
from desktop.catalog.refs import AspectRef, SubjectRef
from desktop.shell.stage import Stage
from tests.builders import aspect, catalog, group, subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context

TEA, POT, MILK = SubjectRef("tea"), SubjectRef("pot"), SubjectRef("milk")


def stop(name: str, **fields: Any) -> Stop:
    """A stop; what is not given is a title alone that takes a minute."""
    return Stop(id=name, **{"title": name.title(), **fields})


def deck(*stops: Stop, **fields: Any) -> Deck:
    return Deck(id="tea-talk", stops=stops, **{"title": "About tea", "summary": "Tea.", **fields})


STOPS = (
    stop("opening", text="What is tea?", notes="Welcome them."),
    stop("leaves", ref=TEA, minutes=2.0, notes="A leaf is a leaf.\n" * 40),
    stop("pot", ref=POT, state={"turned": "left"}),
    stop("lost", ref=SubjectRef("coffee")),
    stop("hot", ref=AspectRef("heat")),
    stop("end", title="Thank you"),
)
DECK = deck(*STOPS)


def tea_catalog(*decks: Deck) -> Catalog:
    """What the stops of DECK are about."""
    subjects = tuple(map(subject, ("tea", "pot", "milk")))
    return catalog(subjects=subjects, groups=(group(aspect("heat")),), decks=decks or (DECK,))


class PaperStage(Stage):
    """Three steps; a leaf that lies elsewhere on each subject's page; a field for the presenter alone."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._catalog = context.catalog
        self.place: Ref | None = None
        self.state: Mapping[str, str] = {}
        self.factor = 1.0
        self._step = 0
        self.field: QLineEdit | None = None

    def show_place(self, ref: Ref) -> bool:
        if self._catalog.find(ref) is None:
            return False
        self.place = ref
        self.shown.emit()
        return True

    def pickable(self) -> list[Ref]:
        return []

    def name(self, ref: Ref) -> str:
        return str(ref)

    def show_state(self, state: Mapping[str, str]) -> None:
        self.state = state

    @property
    def steps(self) -> int:
        return 3 if self.place == TEA else 1

    @property
    def step(self) -> int:
        return self._step

    def go_to_step(self, at: int) -> None:
        self._step = at
        self.update()
        self.step_shown.emit()

    def enlarge(self, factor: float) -> None:
        self.factor = factor

    def anchors(self) -> Mapping[str, QRectF]:
        if self.place == TEA:
            return {"leaf": QRectF(20, 20, 60, 40)}
        return {"leaf": QRectF(self.width() - 120, self.height() - 100, 90, 60)}

    def console(self) -> QWidget | None:
        if self.place == POT and self.field is None:
            self.field = QLineEdit()
        return self.field

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.anchors()["leaf"], "green")
        painter.drawText(30, 150, f"{self.place} {self._step}")
        painter.end()

    def _show_marks(self) -> None:
        pass
