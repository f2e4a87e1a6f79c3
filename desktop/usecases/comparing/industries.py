"""Two industries side by side: their use cases counted, and what one does with them that the other does not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop.catalog.refs import IndustryRef
from desktop.usecases.comparing.table import NONE, Cell, Comparison, Row, row_of
from desktop.usecases.entries import values_of
from desktop.usecases.facets import FACET_NAMES, options_of
from desktop.usecases.filter import Facet
from desktop.usecases.words import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.usecases import Industry

_COUNTED = (Facet.KIND, Facet.FUNCTION, Facet.MATURITY, Facet.GRADE, Facet.RISK)


def industries_compared(catalog: Catalog, industries: Sequence[Industry]) -> Comparison:
    """What each is, and how many use cases it has of each kind, function, maturity, evidence grade and risk."""
    names = tuple(one_line(each.title) for each in industries)
    rows = [
        row_of("In short", [(one_line(each.summary), IndustryRef(each.id)) for each in industries], is_prose=True),
        row_of("Use cases", [(f"{len(each.use_cases):,}", IndustryRef(each.id)) for each in industries], is_prose=True),
        row_of("Functions only here", [(each, ref) for each, ref in _functions(catalog, industries)]),
        *(row for facet in _COUNTED for row in _counts(catalog, industries, facet)),
    ]
    behind = tuple(each.use_cases for each in industries)
    return Comparison(f"{' and '.join(names)} compared", names, tuple(rows), behind)


def _counts(catalog: Catalog, industries: Sequence[Industry], facet: Facet) -> Iterator[Row]:
    """A row for each value of a facet that one of the industries has."""
    tallies = [Counter(value for case in each.use_cases for value in values_of(case, facet)) for each in industries]
    for value, words in options_of(catalog)[facet]:
        having = sum(value in tally for tally in tallies)
        if having:
            cells = (
                Cell(f"{tally[value]} of {len(each.use_cases)}", IndustryRef(each.id), having == 1)
                if value in tally
                else Cell(NONE, IndustryRef(each.id))
                for tally, each in zip(tallies, industries, strict=True)
            )
            yield Row(f"{FACET_NAMES[facet]}: {words}", tuple(cells))


def _functions(catalog: Catalog, industries: Sequence[Industry]) -> Iterator[tuple[str, IndustryRef]]:
    """The functions that an industry has and no other here has."""
    having = [{case.function for case in each.use_cases} for each in industries]
    for at, each in enumerate(industries):
        others = {function for place, its in enumerate(having) if place != at for function in its}
        names = [title for key, title in options_of(catalog)[Facet.FUNCTION] if key in having[at] - others]
        yield ", ".join(names) or NONE, IndustryRef(each.id)
