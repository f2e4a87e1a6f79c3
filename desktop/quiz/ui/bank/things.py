"""A field that is a list of things with fields of their own: options, pairs, items, gaps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from desktop.quiz.banking.fields import Kind
from desktop.quiz.ui.bank.inputs import Input
from desktop.shell.announce import announce
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.flaw_label import FlawLabel
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.quiz.banking.drafting import FieldFlaw
    from desktop.quiz.banking.fields import FormField
    from desktop.shell.context import Context

FEWEST = 2


class _Thing(QFrame):
    """One of the things: its number, its ticks and a way to remove it above, its other fields below."""

    def __init__(self, context: Context, field: FormField, make: Callable[[FormField], Input]) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._field = field
        self.inputs = {each.name: make(each) for each in field.inner}
        self._flaws = {each.name: FlawLabel(context) for each in field.inner}
        self._number = TextLabel("", "muted", wrap=False)
        self.remove = push_button("Remove", "quiet")
        head = QHBoxLayout()
        head.addWidget(self._number)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(4)
        for each in field.inner:
            if each.kind is Kind.TICK:
                head.addWidget(self.inputs[each.name])
                continue
            at = grid.rowCount()
            grid.addWidget(TextLabel(each.label, "muted", wrap=False), at, 0)
            grid.addWidget(self.inputs[each.name], at, 1)
            grid.addWidget(self._flaws[each.name], at + 1, 1)
        head.addStretch(1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(grid)

    def set_number(self, number: int) -> None:
        """Say which of the things it is, in sight and to a screen reader."""
        words = f"{self._field.singular.capitalize()} {number}"
        self._number.setText(words)
        self.remove.setAccessibleName(f"Remove {words.lower()}")
        for each in self._field.inner:
            self.inputs[each.name].name(f"{words}: {each.label}")

    def value(self) -> dict[str, Any]:
        values = {name: input_.value() for name, input_ in self.inputs.items()}
        return {name: value for name, value in values.items() if value is not None}

    def show_flaws(self, flaws: Sequence[FieldFlaw]) -> Sequence[FieldFlaw]:
        """Tell each at its field; those that name none are left."""
        for name, label in self._flaws.items():
            label.tell([flaw.words for flaw in flaws if flaw.inner == name])
        return [flaw for flaw in flaws if flaw.inner not in self._flaws]


class ThingsInput(Input):
    """The things below each other. Those that are empty do not count."""

    def __init__(self, context: Context, field: FormField, make: Callable[[FormField], Input]) -> None:
        super().__init__()
        self._context, self._field, self._make = context, field, make
        self._things: list[_Thing] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._add = push_button(f"Add {_article(field.singular)} {field.singular}")
        self._add.clicked.connect(self._on_add_requested)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        self.column.addLayout(self._rows)
        self.column.addLayout(foot)
        self.setFocusProxy(self._add)

    def name(self, words: str) -> None:
        """The things have names of their own, and so has the button."""

    def value(self) -> Any:
        return [value for thing in self._things if (value := thing.value())] or None

    def set_value(self, value: Any) -> None:
        for thing in self._things:
            self._rows.removeWidget(thing)
            thing.hide()
            thing.deleteLater()
        self._things = []
        values = list(value or ())
        while self._field.required and len(values) < FEWEST:
            values.append({})
        for each in values:
            self._put(each)
        self._count()

    def show_flaws(self, flaws: Sequence[FieldFlaw]) -> Sequence[FieldFlaw]:
        counted = [thing for thing in self._things if thing.value()]
        left = [flaw for flaw in flaws if flaw.row is None or flaw.row >= len(counted)]
        for thing in self._things:
            at = counted.index(thing) if thing in counted else -1
            left += thing.show_flaws([flaw for flaw in flaws if flaw.row == at])
        return left

    def _put(self, value: dict[str, Any]) -> _Thing:
        thing = _Thing(self._context, self._field, self._make)
        for name, input_ in thing.inputs.items():
            input_.set_value(value.get(name))
            input_.changed.connect(self.changed)
        thing.remove.clicked.connect(partial(self._on_remove_requested, thing))
        self._things.append(thing)
        self._rows.addWidget(thing)
        return thing

    def _on_add_requested(self) -> None:
        thing = self._put({})
        self._count()
        text = next(each.name for each in self._field.inner if each.kind is not Kind.TICK)
        thing.inputs[text].setFocus()
        self.unfolded.emit(thing)
        self.changed.emit()

    def _on_remove_requested(self, thing: _Thing) -> None:
        at = self._things.index(thing)
        self._things.remove(thing)
        self._rows.removeWidget(thing)
        thing.hide()
        thing.deleteLater()
        self._count()
        follows = self._things[min(at, len(self._things) - 1)].remove if self._things else self._add
        follows.setFocus()
        announce(self._add, f"{self._field.singular.capitalize()} {at + 1} removed")
        self.changed.emit()

    def _count(self) -> None:
        for number, thing in enumerate(self._things, 1):
            thing.set_number(number)


def _article(word: str) -> str:
    return "an" if word[:1] in "aeiou" else "a"
