"""What only a finished pack must have, found after it opened without a problem, and told with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.coverage import EXCUSED_AT_MOST, too_many_excused, unplaced_claims
from desktop.catalog.item_lint import flaws_of
from desktop.catalog.loader import Loaded, load_pack
from desktop.catalog.packfiles import read_pack
from desktop.catalog.problems import Problem
from desktop.catalog.reading import Places, read
from desktop.catalog.usage import unused_misconceptions, unused_works

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from desktop.catalog.catalog import Catalog

_PLACE_IT = "place it in a cell, card, diagram, use case, question or term, or say why not in 'unused'"


def check_pack(path: Path) -> Loaded:
    """Open the pack at `path` and look also whether every claim is in its place and everything in it is used."""
    return _also(path, lambda catalog, lines: (*_unplaced(catalog, lines), *_unused(catalog, lines)))


def lint_pack(path: Path) -> Loaded:
    """Open the pack at `path` and look also whether its questions keep the rules of item writing."""
    return _also(path, _badly_asked)


def _also(path: Path, look: Callable[[Catalog, _Lines], Iterable[Problem]]) -> Loaded:
    loaded = load_pack(path)
    if loaded.catalog is None or loaded.problems:
        return loaded
    return Loaded(loaded.catalog, tuple(look(loaded.catalog, _Lines(read_pack(path).files))))


class _Lines:
    """Where things stand in the files of a pack. A file is read when the first place in it is asked for."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._places: dict[str, Places] = {}

    def problem(self, folder: str, id: str, inside: tuple[str, int], what: str, hint: str = "") -> Problem:
        """A problem with the thing `inside` the file of this id in this folder."""
        inside_folder = (name for name in self._files if name.startswith((f"{folder}/", f"{folder}.")))
        name = next((name for name in inside_folder if name.rsplit("/", 1)[-1].rsplit(".", 1)[0] == id), folder)
        if name not in self._places:
            self._places[name] = {}
            if name in self._files:
                read(self._files[name], self._places[name])
        line, column = self._places[name].get((inside, False), (1, 1))
        return Problem(name, line, column, what, hint)


def _unplaced(catalog: Catalog, lines: _Lines) -> Iterator[Problem]:
    """The claims that nothing rests on; and too many that are left out with a reason."""
    loose = {claim.id for claim in unplaced_claims(catalog)}
    for source in catalog.sources:
        for at, claim in enumerate(source.claims):
            if claim.id in loose:
                what = f"nothing rests on the claim '{claim.id}'"
                yield lines.problem("sources", source.id, ("claims", at), what, _PLACE_IT)
    excused = too_many_excused(catalog)
    if excused:
        what = f"{excused} claims are left out with a reason; at most {EXCUSED_AT_MOST:.0%} may be"
        yield Problem("sources", 0, 0, what)


def _unused(catalog: Catalog, lines: _Lines) -> Iterator[Problem]:
    """Works that nothing cites and misconceptions that nothing stands for."""
    places = {work.id: at for at, work in enumerate(catalog.references)}
    for name in unused_works(catalog):
        what = f"nothing cites the work '{name}'"
        yield lines.problem("references", "references", ("references", places[name]), what, "cite it, or take it out")
    unused = set(unused_misconceptions(catalog))
    for topic in catalog.topics:
        for at, each in enumerate(topic.misconceptions):
            if each.id in unused:
                what = f"no wrong answer stands for the misconception '{each.id}'"
                yield lines.problem("questions", topic.id, ("misconceptions", at), what)


def _badly_asked(catalog: Catalog, lines: _Lines) -> Iterator[Problem]:
    """The flaws of item writing, each at its question; those of the bank at the folder."""
    places = {
        thing.id: (topic.id, (field, at))
        for topic in catalog.topics
        for field in ("questions", "templates")
        for at, thing in enumerate(getattr(topic, field))
    }
    for flaw in flaws_of(catalog):
        if flaw.question in places:
            topic, inside = places[flaw.question]
            yield lines.problem("questions", topic, inside, f"'{flaw.question}': {flaw.what}")
        else:
            yield Problem("questions", 0, 0, flaw.what)
