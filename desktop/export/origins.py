"""Where that which is taken away comes from, in words: the works cited, the articles, the pack and the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.entities.evidence import Verdict
from desktop.catalog.evidence import verdicts_of
from desktop.catalog.names import VERDICT_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.evidence import Reference


def origin_of(catalog: Catalog, today: date) -> str:
    """Which pack this is, and of when."""
    pack = catalog.pack
    return f"{pack.title} {pack.version}, as of {pack.as_of}. {pack.licence}. Exported on {today.isoformat()}."


def article_words(catalog: Catalog, claims: Iterable[str]) -> Iterator[str]:
    """The articles that these claims come from, each with what is the matter with what it says here."""
    claimed: dict[str, list[str]] = {}
    for each in claims:
        claimed.setdefault(catalog.source_of_claim[each].id, []).append(each)
    for name, its in claimed.items():
        source = catalog.source[name]
        wrongs = [VERDICT_WORDS[each] for each in verdicts_of(catalog, its) if each is not Verdict.ACCURATE]
        said = f" (claims here: {', '.join(wrongs)})" if wrongs else ""
        yield f"{source.short}{said}: {_ended(source.title)} {source.publisher or ''}".strip()


def work_words(work: Reference, places: Iterable[str | None] = ()) -> str:
    """'Devlin et al.: BERT. NAACL 2019 (2018), section 3; table 1. arXiv:1810.04805'."""
    named = "; ".join(dict.fromkeys(place for place in places if place))
    place = f", {named}" if named else ""
    parts = (
        f"{work.authors}: {_ended(work.title)}",
        f"{work.venue or ''} ({work.year}){place}.".strip(),
        work.identifier,
    )
    return " ".join(part for part in parts if part) + ("" if work.checked else " Details not checked.")


def _ended(title: str) -> str:
    """A title with a stop at its end, where it has none."""
    return title if title.endswith((".", "?", "!")) else f"{title}."
