"""What facets and their values are called: in the panel, on chips, in exports and on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.words import sentence
from desktop.usecases.entries import NO_RISK
from desktop.usecases.filter import CHOSEN, Facet, SortBy
from desktop.usecases.words import (
    AUTONOMY_WORDS,
    GRADE_WORDS,
    MATURITY_WORDS,
    SEVERITY_WORDS,
    WORST_FIRST,
    grade_line,
    one_line,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.catalog.catalog import Catalog
    from desktop.usecases.filter import Filter

Options = tuple[tuple[str, str], ...]

FACET_NAMES = {
    Facet.TEXT: "Search words",
    Facet.INDUSTRY: "Industry",
    Facet.KIND: "Kind",
    Facet.FUNCTION: "Function",
    Facet.TAKES: "Modality it takes",
    Facet.GIVES: "Modality it gives",
    Facet.AUTONOMY: "Autonomy",
    Facet.MATURITY: "Maturity",
    Facet.GRADE: "Evidence grade",
    Facet.RISK: "Highest risk",
}
SORT_WORDS = {
    SortBy.INDUSTRY: "Industry",
    SortBy.TITLE: "Title",
    SortBy.MATURITY: "Maturity",
    SortBy.GRADE: "Evidence grade",
    SortBy.RISK: "Highest risk",
}
SORTED_WORDS = {
    SortBy.INDUSTRY: "in the order of the industries",
    SortBy.TITLE: "by title",
    SortBy.MATURITY: "by maturity, what is in use first",
    SortBy.GRADE: "by evidence grade, A first",
    SortBy.RISK: "by the severity of the highest risk, the worst first",
}


def options_of(catalog: Catalog) -> Mapping[Facet, Options]:
    """The values that each facet can have in a pack, with their words, in the order of the screen."""
    pack = catalog.pack
    modalities = tuple((each.id, one_line(each.title)) for each in pack.modalities)
    risks = ((each.value, sentence(SEVERITY_WORDS[each])) for each in WORST_FIRST)
    return {
        Facet.INDUSTRY: tuple((each.id, one_line(each.title)) for each in catalog.industries),
        Facet.KIND: tuple((each.id, one_line(each.title)) for each in pack.kinds),
        Facet.FUNCTION: tuple((each.id, one_line(each.title)) for each in pack.functions),
        Facet.TAKES: modalities,
        Facet.GIVES: modalities,
        Facet.AUTONOMY: tuple((each.value, sentence(words)) for each, words in AUTONOMY_WORDS.items()),
        Facet.MATURITY: tuple((each.value, sentence(words)) for each, words in MATURITY_WORDS.items()),
        Facet.GRADE: tuple((each.value, grade_line(each)) for each in GRADE_WORDS),
        Facet.RISK: (*risks, (NO_RISK, "No risk named")),
    }


def asked_words(catalog: Catalog, wanted: Filter) -> Iterator[tuple[Facet, str]]:
    """What a filter asks of each facet, in words: 'Industry: Law or Marketing'."""
    options = options_of(catalog)
    for facet in wanted.used:
        if facet is Facet.TEXT:
            yield facet, f"{FACET_NAMES[facet]}: {one_line(wanted.text)}"
        else:
            words = dict(options[facet])
            yield facet, f"{FACET_NAMES[facet]}: {' or '.join(words.get(each, each) for each in wanted.values(facet))}"


def unknown_values(catalog: Catalog, wanted: Filter) -> Iterator[tuple[Facet, str, tuple[str, ...]]]:
    """Values that the pack does not have: the facet, the value, and those that it knows."""
    options = options_of(catalog)
    for facet in CHOSEN:
        known = tuple(key for key, _words in options[facet])
        yield from ((facet, each, known) for each in wanted.values(facet) if each not in known)
