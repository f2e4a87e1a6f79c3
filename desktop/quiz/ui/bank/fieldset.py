"""The fields of the form, built from their description: a label over each input, and what is wrong below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.catalog.search import Index
from desktop.quiz.banking.fields import FormField, Kind
from desktop.quiz.ui.bank.inputs import ChoiceInput, Input, LineInput, PlaceInput, TextInput, TickInput
from desktop.quiz.ui.bank.places import PlacesInput
from desktop.quiz.ui.bank.things import ThingsInput
from desktop.shell.widgets.flaw_label import FlawLabel
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.quiz.banking.drafting import FieldFlaw
    from desktop.shell.context import Context


class Fieldset(QWidget):
    """Shows fields and gives their values as they would stand in a file."""

    changed = Signal()
    focused = Signal(object)  # QWidget: the keyboard came here, or something new, and it should be in sight

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._inputs: dict[str, Input] = {}
        self._flaws: dict[str, FlawLabel] = {}
        self._labels: dict[str, str] = {}
        self._index: Index | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_fields(self, fields: Sequence[FormField], values: dict[str, Any]) -> None:
        """Show these fields filled in, in place of those before."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._inputs.clear()
        self._flaws.clear()
        self._labels = {each.name: each.label for each in fields}
        for field in fields:
            self._add(field, values.get(field.name))

    def values(self) -> dict[str, Any]:
        """What is filled in."""
        found = {name: input_.value() for name, input_ in self._inputs.items()}
        return {name: value for name, value in found.items() if value is not None}

    def show_flaws(self, flaws: Sequence[FieldFlaw]) -> None:
        """Tell each flaw at its field, and no others."""
        for name, input_ in self._inputs.items():
            left = input_.show_flaws([flaw for flaw in flaws if flaw.field == name])
            self._flaws[name].tell([flaw.words for flaw in left])

    def go_to(self, field: str) -> None:
        """Put the keyboard into a field."""
        if field in self._inputs:
            self._inputs[field].setFocus()

    def label(self, field: str) -> str:
        """What a field is called."""
        return self._labels.get(field, field.capitalize())

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        next(iter(self._inputs.values())).setFocus()

    def refit(self) -> None:
        """Measure again: the text size has changed."""
        for input_ in self.findChildren(TextInput):
            input_.refit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(watched)
        return False

    def _add(self, field: FormField, value: Any) -> None:
        input_ = self._inputs[field.name] = self._made(field)
        input_.set_value(value)
        input_.name(field.label)
        if field.kind is not Kind.TICK:
            label = TextLabel(field.label if not field.required else f"{field.label} (needed)", "muted", wrap=False)
            label.setContentsMargins(0, 8, 0, 0)
            label.setBuddy(input_.focusProxy() or input_)
            self._column.addWidget(label)
        flaw = self._flaws[field.name] = FlawLabel(self._context)
        self._column.addWidget(input_)
        self._column.addWidget(flaw)
        input_.changed.connect(self.changed)
        input_.unfolded.connect(self.focused)
        proxy = input_.focusProxy()
        if proxy is not None:
            proxy.installEventFilter(self)

    def _made(self, field: FormField) -> Input:
        """The input that a field is filled in with."""
        if field.kind in (Kind.TEXT, Kind.LINES):
            return TextInput(field, self._context.theme)
        if field.kind is Kind.TICK:
            return TickInput(field)
        if field.kind is Kind.CHOICE:
            return ChoiceInput(field.choices)
        if field.kind is Kind.MISCONCEPTION:
            return ChoiceInput(self._misconceptions())
        if field.kind is Kind.REF:
            return PlaceInput(field, self._scenes())
        if field.kind is Kind.REFS:
            return PlacesInput(field, self._context.catalog, self._found_index)
        if field.kind is Kind.ROWS:
            return ThingsInput(self._context, field, self._made)
        return LineInput(field)

    def _misconceptions(self) -> list[tuple[str, str]]:
        return [(each.id, each.title) for topic in self._context.catalog.topics for each in topic.misconceptions]

    def _scenes(self) -> list[str]:
        """What a question can be asked on: the diagrams, and what the matrix compares."""
        catalog = self._context.catalog
        diagrams = [f"diagram:{each.id}" for each in catalog.diagrams]
        aspects = [f"aspect:{name}" for name in catalog.aspect]
        return [*diagrams, *aspects, *(f"subject:{each.id}" for each in catalog.subjects)]

    def _found_index(self) -> Index:
        if self._index is None:
            self._index = Index(self._context.catalog)
        return self._index
