"""The pages of a talk, stop by stop: what rooms make of their places, titles and texts, and what is no longer there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.catalog.refs import ViewRef
from desktop.export.evidence_pages import READ, evidence_page
from desktop.export.fitting import fitted
from desktop.export.origins import origin_of
from desktop.export.page import Asked, Look, Page, Talk, Words, numbered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.talks import Deck, Stop
    from desktop.shell.paper import Paper
    from desktop.shell.view import ViewSpec

    Maker = Callable[[Asked, Paper], tuple[Page, ...]]

SOURCES = "Sources"


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken away: a deck of a pack, by the rooms that these views name."""

    catalog: Catalog
    deck: Deck
    views: tuple[ViewSpec, ...]
    paper: Paper
    today: date
    every_step: bool = False


def talk_of(taken: Taken, stops: Iterable[Stop]) -> Talk:
    """All pages: a title, those of the stops, and the sources. `stops` are the deck's; they may end by raising."""
    catalog, deck = taken.catalog, taken.deck
    makers = _makers(taken.views)
    pages, sources = numbered(page for stop in stops for page in _pages_at(taken, stop, makers))
    origin = origin_of(catalog, taken.today)
    cited = tuple(Words(f"[{number}] {words}", Look.SMALL) for number, words in enumerate(sources, 1))
    last = (Page(SOURCES, cited),) if cited else ()
    cut = tuple(each for page in (*pages, *last) for each in fitted(page))
    return Talk(deck.title, origin, taken.today, cut)


def _makers(views: Iterable[ViewSpec]) -> Mapping[object, Maker]:
    """What makes pages, by type of place, and by `ViewRef` for tabs."""
    made: dict[object, Maker] = dict.fromkeys(READ, lambda asked, _paper: evidence_page(asked))
    for view in views:
        if view.pages is not None:
            made |= dict.fromkeys((*view.opens, ViewRef(view.key)), view.pages)
    return made


def _pages_at(taken: Taken, stop: Stop, makers: Mapping[object, Maker]) -> Iterator[Page]:
    """The pages of a stop; its notes go with the first. What it says besides its place stands there too."""
    if stop.ref is None:
        yield _text_page(stop)
        return
    make = makers.get(stop.ref) or makers.get(type(stop.ref))
    asked = Asked(taken.catalog, stop.ref, stop.state, taken.today, taken.every_step)
    pages = make(asked, taken.paper) if make is not None else ()
    if not pages:
        gone = make is not None or taken.catalog.find(stop.ref) is None
        pages = (Page("", (Words(_why(stop, gone), Look.LEAD),)),)
    said = (Words(stop.text),) if stop.text else ()
    for at, page in enumerate(pages):
        title = f"{stop.title} · {page.title}" if page.title and page.title != stop.title else stop.title
        notes = "\n".join(filter(None, (stop.notes if at == 0 else None, page.notes)))
        yield replace(page, title=title, notes=notes, parts=(*said, *page.parts) if at == 0 else page.parts)


def _text_page(stop: Stop) -> Page:
    """A title alone, or with a text: large, in the middle of its page, where it is short enough for that."""
    words = (Words(stop.text, Look.LEAD),) if stop.text else ()
    return Page(stop.title, words, stop.notes or "", is_title=len(stop.text or "") <= _SHORT)


_SHORT = 300  # letters


def _why(stop: Stop, gone: bool) -> str:
    if gone:
        return f"This place is not in the pack any more: {stop.ref}"
    return f"This place cannot be taken away: {stop.ref}"
