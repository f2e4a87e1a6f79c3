"""A place of the matrix, or the whole table as it was kept, as a page to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.export.page import table_page
from desktop.matrix.staged import arrangement_in
from desktop.matrix.table.matrix import Matrix
from desktop.matrix.taking import table_of

if TYPE_CHECKING:
    from desktop.export.page import Asked, Page


def pages_of(asked: Asked) -> tuple[Page, ...]:
    """One page with the table; none for what the pack does not have."""
    catalog = asked.catalog
    wanted = arrangement_in(catalog, asked.ref, asked.state)
    if wanted is None:
        return ()
    grid = Matrix(catalog, asked.today).grid_of(wanted)
    return (table_page("", table_of(catalog, grid, asked.today)),)
