"""A talk as a file of any kind that is written, made in memory first: whole, or not at all where it is given up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from desktop.catalog.writing import write_whole
from desktop.presentation.taking.pages import Taken, talk_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from desktop.export.slides import DeckLook

T = TypeVar("T")
_HALF = 500  # of a thousand: making the stops takes about as long as writing their pages


class FileKind(NamedTuple):
    """A kind of file by its ending, and what it is called."""

    ending: str
    title: str


FILE_KINDS = (
    FileKind("pptx", "PowerPoint with shapes and tables to edit, and notes"),
    FileKind("pdf", "PDF, a slide on each page"),
    FileKind("html", "Web page that stands alone, with notes"),
)


class GivenUp(Exception):
    """Nobody wants the file any more."""


class Watch(NamedTuple):
    """Asked before each piece of work whether the file is still wanted; told how much of how much is done."""

    wanted: Callable[[], bool]
    progress: Callable[[int, int], None]


UNWATCHED = Watch(lambda: True, lambda _done, _total: None)


def write(path: Path, taken: Taken, ending: str, *, notes: bool = False, watch: Watch = UNWATCHED) -> bool:
    """Make and write a file; False where it was given up, and then nothing is written. Raises OSError.

    It may run in any thread; `taken.paper` was made in the window's.
    """
    try:
        data = file_of(taken, ending, notes=notes, watch=watch)
    except GivenUp:
        return False
    write_whole(path, data)
    return True


def file_of(taken: Taken, ending: str, *, notes: bool = False, watch: Watch = UNWATCHED) -> bytes:
    """The file in memory. `notes`: a handout of A4 with the notes below each page (PDF). Raises GivenUp."""
    stops = taken.deck.stops
    talk = talk_of(taken, _watched(stops, watch, 0))
    pages = _watched(talk.pages, watch, _HALF)
    if ending == "pptx":
        from desktop.export.page_slides import slides_bytes

        return slides_bytes(talk, pages, _look())
    if ending == "pdf":
        from desktop.shell.page_pdf import handout_bytes, pages_pdf

        return (handout_bytes if notes else pages_pdf)(talk, pages)
    from desktop.export.page_web import web_bytes
    from desktop.shell.page_svg import svg_of

    return web_bytes(talk, pages, svg_of)


def _look() -> DeckLook:
    """The light theme, as slides have it."""
    from desktop.export.slides import DeckLook
    from desktop.shell.tokens import LIGHT

    ground, text, raised, muted, accent = (
        colour.removeprefix("#") for colour in (LIGHT.surface, LIGHT.text, LIGHT.raised, LIGHT.muted, LIGHT.accent)
    )
    return DeckLook(ground, text, raised, muted, (accent,))


def _watched(things: Sequence[T], watch: Watch, before: int) -> Iterator[T]:
    """The things one by one while the file is wanted; they are half of the work, and `before` is what is done of it."""
    for at, thing in enumerate(things):
        _go_on(watch, before + _HALF * at // len(things))
        yield thing
    _go_on(watch, before + _HALF)


def _go_on(watch: Watch, done: int) -> None:
    if not watch.wanted():
        raise GivenUp
    watch.progress(done, 2 * _HALF)
