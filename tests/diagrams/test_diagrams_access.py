"""What a screen reader is told of the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from tests.diagrams.builders import TEA

if TYPE_CHECKING:
    from tests.diagrams.conftest import OpenRoom
    from tests.diagrams.driver import DiagramsDriver

Role = QAccessible.Role


def test_nodes_groups_and_lines_are_told_with_name_and_role(room: DiagramsDriver) -> None:
    assert room.told[0] == ("Water, noise", Role.ListItem)
    assert ("Kettle, network: boils", Role.ListItem) in room.told
    assert ("on the stove, group", Role.Grouping) in room.told
    assert ("loop from Taste to Water: once more", Role.Graphic) in room.told
    assert len(room.told) == 5 + 1 + 6


def test_the_parts_of_another_diagram_take_their_place(room: DiagramsDriver) -> None:
    first = QAccessible.queryAccessibleInterface(room.canvas).child(0)
    room.pick("What is in a cup")
    assert room.told[0] == ("Drinks, set", Role.ListItem)
    assert not first.isValid()


def test_a_part_lies_where_it_is_painted(room: DiagramsDriver) -> None:
    view = QAccessible.queryAccessibleInterface(room.canvas)
    whole = view.rect()
    for at in range(view.childCount()):
        part = view.child(at)
        assert whole.intersects(part.rect())
        assert view.indexOfChild(part) == at
    node = view.child(3)
    assert (
        view.childAt(node.rect().center().x(), node.rect().center().y()).text(QAccessible.Text.Name) == "Pot, operation"
    )


def test_focus_and_choice_are_told(room: DiagramsDriver) -> None:
    room.click("pot")
    view = QAccessible.queryAccessibleInterface(room.canvas)
    assert view.child(3).state().selected
    assert not view.child(0).state().selected
    room.enter_figure()
    assert view.focusChild().text(QAccessible.Text.Name) == "Pot, operation"


def test_the_meaning_is_the_description(room: DiagramsDriver) -> None:
    node = QAccessible.queryAccessibleInterface(room.canvas).child(0)
    assert node.text(QAccessible.Text.Description) == "What water means."


def test_every_control_has_a_name(open_room: OpenRoom) -> None:
    room = open_room((TEA,))
    for button in room.room.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text()
        if isinstance(button.parent(), QLineEdit):
            continue  # Qt's own small button; Escape in the field does the same
        assert min(button.width(), button.height()) >= 24
    boxes = [box.accessibleName() for box in room.room.findChildren(QComboBox)]
    assert boxes == ["Diagram", "Speed"]
    assert room.canvas.accessibleName() == "Diagram: A cup of tea. Water becomes tea."
