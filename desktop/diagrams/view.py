"""The tab 'Architecture', as the window and the command line see it. No Qt here: it is imported when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.refs import DiagramRef, PartRef, StepRef
from desktop.shell.view import ViewSpec

if TYPE_CHECKING:
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.diagrams import Diagram
    from desktop.diagrams.taking.wanted import Wanted
    from desktop.export.page import Asked, Page
    from desktop.shell.context import Context
    from desktop.shell.paper import Paper
    from desktop.shell.room import Room
    from desktop.shell.stage import Stage
    from desktop.shell.theme import Theme


def _build(context: Context) -> Room:
    from desktop.diagrams.ui.widget import DiagramsRoom

    return DiagramsRoom(context)


def _stage(context: Context) -> Stage:
    from desktop.diagrams.ui.stage import DiagramStage

    return DiagramStage(context)


def file_of(catalog: Catalog, diagram: Diagram, wanted: Wanted, theme: Theme, today: date) -> bytes:
    """A diagram as a file. `theme` lends its typeface. Raises ValueError, in words, where it cannot be as wanted."""
    from desktop.diagrams.taking.account import account_of
    from desktop.diagrams.ui.ink import ink_of
    from desktop.diagrams.ui.taking import figure_of, work_for
    from desktop.shell.icons import Icons
    from desktop.shell.tokens import DARK, LIGHT

    ink = ink_of(theme, Icons(theme), catalog.marks, DARK if wanted.dark else LIGHT)
    return work_for(figure_of(account_of(catalog, diagram, today), wanted, ink), wanted.ending, wanted.scale)()


def _pages(asked: Asked, paper: Paper) -> tuple[Page, ...]:
    from desktop.diagrams.ui.paging import pages_of

    return pages_of(asked, paper)


VIEW = ViewSpec(
    key="diagrams",
    title="Architecture",
    shortcut="Ctrl+2",
    opens=(DiagramRef, PartRef, StepRef),
    build=_build,
    keys=(
        ("Walk along the lines", "arrow keys"),
        ("From node to node", "Tab"),
        ("Select, or open the deeper diagram", "Enter"),
        ("Play, pause", "P"),
        ("Step on, step back", ". and ,"),
        ("Fold or unfold a group, all groups", "F and Shift+F"),
        ("Larger, smaller", "+ and -"),
        ("All of the figure, 100 %", "0 and 1"),
        ("The map of a large figure", "M"),
        ("Find in the diagram, next hit, hit before", "Ctrl+F, Enter, Shift+Enter"),
        ("Leave the figure", "Escape, then Tab"),
    ),
    stages=(DiagramRef, PartRef, StepRef),
    stage=_stage,
    pages=_pages,
)
