"""What a stop of a talk keeps of the use cases, by name, and how it is read back; what is unknown is passed over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from desktop.catalog.refs import ViewRef
from desktop.usecases.choosing.remembered import Choices, still_there
from desktop.usecases.comparing.cases import FEWEST, MOST
from desktop.usecases.comparing.place import INDUSTRIES, USE_CASES, ComparedRef
from desktop.usecases.facets import unknown_values
from desktop.usecases.filter import CHOSEN, Facet, Filter, SortBy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.catalog.catalog import Catalog

VIEW = ViewRef("usecases")
FILTER, CARD = "filter", "card"
"""What the list is asked for, as a JSON object of its fields; the id of the selected card."""
SECTION = "section"
"""The head of a use case's page that stands first in sight."""
PICTURE = "picture"
"""Which picture of the list is shown in its place."""
COMPARED, DIFFERING = "compare", "differing"
"""'use-cases' or 'industries' and the ids side by side; whether only what differs is shown."""
ANSWERS, WEIGHTS = "answers", "weights"
"""The answers of the chooser by question, and how much a question counts, as JSON objects. With answers, even with
none of them, the chooser is shown."""


def filter_text(wanted: Filter) -> str:
    """A filter as JSON: the fields that ask for something, and the order."""
    asked: dict[str, Any] = {each.value: list(wanted.values(each)) for each in CHOSEN if wanted.values(each)}
    if wanted.text.strip():
        asked[Facet.TEXT.value] = wanted.text
    if wanted.sort is not SortBy.INDUSTRY:
        asked["sort"] = wanted.sort.value
    return json.dumps(asked, ensure_ascii=False)


def filter_in(catalog: Catalog, state: Mapping[str, str]) -> Filter:
    """The filter that was kept, without the values that this pack does not have."""
    asked = _object(state.get(FILTER, ""))
    sort = str(asked.get("sort", ""))
    text = asked.get(Facet.TEXT.value)
    wanted = Filter(
        text=text if isinstance(text, str) else "", sort=SortBy(sort) if sort in set(SortBy) else SortBy.INDUSTRY
    )
    for facet in CHOSEN:
        values = asked.get(facet.value)
        if isinstance(values, list):
            wanted = wanted.having(facet, [each for each in values if isinstance(each, str)])
    for unknown, value, _known in tuple(unknown_values(catalog, wanted)):
        wanted = wanted.toggled(unknown, value)
    return wanted


def compared_text(place: ComparedRef) -> str:
    """What is compared, as a state keeps it."""
    return " ".join((place.what, *place.ids))


def compared_in(catalog: Catalog, state: Mapping[str, str]) -> ComparedRef | None:
    """What is to stand side by side; None where too little of it is left to compare."""
    what, *ids = state.get(COMPARED, "").split() or ("",)
    if what == INDUSTRIES:
        found = tuple(dict.fromkeys(each for each in ids if each in catalog.industry))
        return ComparedRef(what, found) if len(found) == 2 else None
    found = tuple(dict.fromkeys(each for each in ids if each in catalog.use_case))
    return ComparedRef(what, found) if what == USE_CASES and FEWEST <= len(found) <= MOST else None


def choices_state(choices: Choices) -> dict[str, str]:
    """The chooser's answers as a state keeps them."""
    weights = {WEIGHTS: json.dumps(dict(choices.weights))} if choices.weights else {}
    return {ANSWERS: json.dumps(dict(choices.answers)), **weights}


def choices_in(catalog: Catalog, state: Mapping[str, str]) -> Choices | None:
    """The answers that are to be shown, as far as the chooser still has them; None where it is not shown."""
    if ANSWERS not in state or not catalog.chooser.questions:
        return None
    kept = {"answers": _object(state[ANSWERS]), "weights": _object(state.get(WEIGHTS, ""))}
    return still_there(catalog.chooser, kept)[0]


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
