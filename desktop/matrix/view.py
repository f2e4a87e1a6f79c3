"""The feature matrix as a tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.refs import AspectRef, CellRef, SubjectRef
from desktop.shell.view import ViewSpec

if TYPE_CHECKING:
    from desktop.export.page import Asked, Page
    from desktop.shell.context import Context
    from desktop.shell.paper import Paper
    from desktop.shell.room import Room
    from desktop.shell.stage import Stage


def _build(context: Context) -> Room:
    from desktop.matrix.ui.widget import MatrixRoom

    return MatrixRoom(context)


def _stage(context: Context) -> Stage:
    from desktop.matrix.ui.stage import MatrixStage

    return MatrixStage(context)


def _pages(asked: Asked, _paper: Paper) -> tuple[Page, ...]:
    from desktop.matrix.paging import pages_of

    return pages_of(asked)


VIEW = ViewSpec(
    key="matrix",
    title="Feature matrix",
    shortcut="Ctrl+1",
    opens=(CellRef, AspectRef, SubjectRef),
    build=_build,
    keys=(
        ("Walk from cell to cell", "arrow keys"),
        ("Fold or unfold a group", "Space or Enter"),
        ("Menu of a column: sort, filter, pin, move", "Menu or Shift+F10"),
        ("Next hit of the search", "F3, or Enter in the field"),
        ("Columns and lines", "Ctrl+L"),
        ("Subjects as lines", "Ctrl+T"),
        ("Undo, redo", "Ctrl+Z, Ctrl+Shift+Z"),
        ("Copy the marked cells, the whole table", "Ctrl+C, Ctrl+Shift+C"),
        ("Pictures of what is compared", "Ctrl+G"),
        ("Export", "Ctrl+E"),
    ),
    stages=(CellRef, AspectRef, SubjectRef),
    stage=_stage,
    pages=_pages,
)
