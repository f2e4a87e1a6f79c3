"""Two to four use cases side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.catalog.evidence import said_of
from desktop.catalog.names import VERDICT_WORDS, name_of
from desktop.catalog.refs import ClaimRef, IndustryRef, UseCaseRef
from desktop.catalog.words import plural, sentence
from desktop.usecases.comparing.table import NONE, Comparison, row_of
from desktop.usecases.facets import options_of
from desktop.usecases.filter import Facet
from desktop.usecases.words import AUTONOMY_WORDS, MATURITY_WORDS, SEVERITY_WORDS, grade_line, one_line, worst_first

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.usecases import UseCase
    from desktop.catalog.refs import Ref

FEWEST, MOST = 2, 4


class _Aspect(NamedTuple):
    """A row: its title, whether it is free text, and what it says of a use case and where that is told."""

    title: str
    is_prose: bool
    told: Callable[[UseCase], tuple[str, Ref]]


def cases_compared(catalog: Catalog, cases: Sequence[UseCase]) -> Comparison:
    """Side by side: what they do, for whom, with what in and out, at what risk, and on what evidence."""
    rows = [row_of(each.title, [each.told(case) for case in cases], is_prose=each.is_prose) for each in _rows(catalog)]
    return Comparison(
        title=f"{plural(len(cases), 'use case')} compared",
        names=tuple(one_line(case.title) for case in cases),
        rows=tuple(row for row in rows if any(cell.text != NONE for cell in row.cells)),
        behind=tuple((case,) for case in cases),
    )


def _rows(catalog: Catalog) -> tuple[_Aspect, ...]:
    words = {facet: dict(options) for facet, options in options_of(catalog).items()}

    def own(title: str, tell: Callable[[UseCase], str | None], *, is_prose: bool = False) -> _Aspect:
        return _Aspect(title, is_prose, lambda case: (one_line(tell(case) or NONE), UseCaseRef(case.id)))

    def linked(title: str, tell: Callable[[Catalog, UseCase], tuple[str, Ref]], *, is_prose: bool = True) -> _Aspect:
        return _Aspect(title, is_prose, lambda case: tell(catalog, case))

    return (
        linked("Industry", _industry, is_prose=False),
        own("What it does", lambda case: case.does, is_prose=True),
        own("Kind", lambda case: words[Facet.KIND].get(case.kind, case.kind)),
        own("How an article files it", lambda case: case.filed_as, is_prose=True),
        own("Where an article is wrong", lambda case: case.correction, is_prose=True),
        own("Problem", lambda case: case.problem, is_prose=True),
        own("Who uses it", lambda case: case.who, is_prose=True),
        own("Before", lambda case: case.before, is_prose=True),
        own("After", lambda case: case.after, is_prose=True),
        own("Function", lambda case: words[Facet.FUNCTION].get(case.function, case.function)),
        own("Takes", lambda case: _titles(words[Facet.TAKES], case.takes)),
        own("Gives", lambda case: _titles(words[Facet.GIVES], case.gives)),
        own("Autonomy", lambda case: sentence(AUTONOMY_WORDS[case.autonomy])),
        linked("Needs", _needs),
        own("Human check", lambda case: case.human_check, is_prose=True),
        own("Risks and controls", risks_line, is_prose=True),
        own("Maturity", lambda case: sentence(MATURITY_WORDS[case.maturity])),
        own("Evidence grade", lambda case: grade_line(case.evidence_grade)),
        linked("What articles say", _said),
        linked("Shown by", _shown_by, is_prose=False),
    )


def risks_line(case: UseCase) -> str:
    """'High: wrong promises. Control: a person checks.', the worst first."""
    return " ".join(
        f"{sentence(SEVERITY_WORDS[risk.severity])}: {one_line(risk.text).rstrip('.')}."
        f" Control: {one_line(risk.control).rstrip('.')}."
        for risk in worst_first(case.risks)
    )


def _titles(titles: Mapping[str, str], ids: Sequence[str]) -> str:
    return ", ".join(titles.get(each, each) for each in ids)


def _industry(catalog: Catalog, case: UseCase) -> tuple[str, Ref]:
    industry = catalog.industry_of_use_case[case.id]
    return one_line(industry.title), IndustryRef(industry.id)


def _needs(_catalog: Catalog, case: UseCase) -> tuple[str, Ref]:
    ref = next((need.ref for need in case.needs if need.ref is not None), UseCaseRef(case.id))
    return " ".join(f"{one_line(need.text).rstrip('.')}." for need in case.needs) or NONE, ref


def _said(catalog: Catalog, case: UseCase) -> tuple[str, Ref]:
    said = said_of(catalog, case.claims)
    if not said:
        return "No article names it.", UseCaseRef(case.id)
    told = (
        f"{sentence(VERDICT_WORDS[each.claim.verdict])}: {one_line(each.claim.says)} ({each.where})" for each in said
    )
    return " ".join(told), ClaimRef(said[0].claim.id)


def _shown_by(catalog: Catalog, case: UseCase) -> tuple[str, Ref]:
    if case.shown_by is None:
        return NONE, UseCaseRef(case.id)
    return name_of(catalog, case.shown_by), case.shown_by
