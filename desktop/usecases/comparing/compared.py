"""From a place to the comparison that stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.usecases.comparing.cases import cases_compared
from desktop.usecases.comparing.industries import industries_compared
from desktop.usecases.comparing.place import INDUSTRIES, ComparedRef

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.usecases.comparing.table import Comparison


def comparison_at(catalog: Catalog, place: ComparedRef) -> Comparison:
    """The use cases or industries of a place, all of which the pack has, side by side."""
    if place.what == INDUSTRIES:
        return industries_compared(catalog, [catalog.industry[each] for each in place.ids])
    return cases_compared(catalog, [catalog.use_case[each] for each in place.ids])
