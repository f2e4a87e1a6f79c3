"""A folder or zip of YAML to a Catalog, with every problem of every file found in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.catalog import limits, snapshot
from desktop.catalog.catalog import Catalog
from desktop.catalog.layout import FileKind, kind_of_file
from desktop.catalog.packfiles import PackFiles, read_pack
from desktop.catalog.placing import placed
from desktop.catalog.problems import Flaw, Problem, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path as FilePath

    from desktop.catalog.entities.pack import Pack

    _Entities = Callable[[str], list[Any]]

Entities = dict[str, list[Any]]

_ID_LINE = re.compile(rb"\bid: *[\"']?([a-z0-9.-]+)")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What opening a pack gave: the catalog of all that is sound (None where nothing is), and every problem."""

    catalog: Catalog | None
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _File:
    """A file on its way through the checks."""

    name: str
    kind: FileKind
    entity: Any
    flaws: list[Flaw]
    untold: int = 0


def load_pack(path: FilePath, cache: FilePath | None = None) -> Loaded:
    """Open the pack at `path`.

    With a `cache` folder, a sound pack is kept there compiled and read from there next time.
    """
    try:
        files = read_pack(path)
    except Unreadable as error:
        return Loaded(None, (error.at(str(path)),))
    if not files.files and not files.problems:
        hint = "a pack is a folder with a file 'pack.yaml'"
        return Loaded(None, (Problem(str(path), 0, 0, "there are no YAML files here", hint),))
    if cache is None or files.problems:
        return _checked(files)
    key = snapshot.key_of(files.files)
    lines = snapshot.load(cache, key)
    if lines is not None:
        return Loaded(_catalog(_Shelf(lines, files)), ())
    loaded, entities = _compiled(files)
    if loaded.catalog is not None and not loaded.problems:
        snapshot.save(cache, key, entities)
    return loaded


class _Shelf:
    """The entities of a snapshot, read kind by kind as they are asked for; built again where a line is damaged."""

    def __init__(self, lines: Mapping[str, bytes], files: PackFiles) -> None:
        self._lines, self._files = lines, files
        self._built: Entities | None = None

    def __call__(self, kind: str) -> list[Any]:
        if self._built is None:
            try:
                return snapshot.decoded(self._lines, kind)
            except snapshot.Damaged:
                self._built = _compiled(self._files)[1]
        return self._built.get(kind, [])


def _checked(files: PackFiles) -> Loaded:
    return _compiled(files)[0]


def _compiled(files: PackFiles) -> tuple[Loaded, Entities]:
    problems = list(files.problems)
    left_out = {_stem(problem.file) for problem in problems}
    if not any(_is_pack_file(name) for name in (*files.files, *(each.file for each in problems))):
        problems.append(Problem("pack.yaml", 0, 0, "the file is missing; every pack must have it"))
    bound = _bound(files.files, problems, left_out)
    _leave_out_doubles(bound, left_out)
    entities: Entities = {}
    if any(file.kind.name == "pack" for file in bound):
        try:
            entities = _sifted(bound, left_out)
        except Unreadable as error:
            problems.append(error.at("pack.yaml"))
    catalog = _catalog(lambda kind: entities.get(kind, []))
    return Loaded(catalog, tuple(_told(problems, bound, files.files))), entities


def _is_pack_file(name: str) -> bool:
    kind = kind_of_file(name)
    return kind is not None and kind.name == "pack"


def _told(problems: list[Problem], bound: Iterable[_File], files: Mapping[str, bytes]) -> list[Problem]:
    """The problems and the files' flaws in order; past the limit they are only counted."""
    more = 0
    for file in bound:
        if len(problems) < limits.PROBLEMS:
            problems.extend(placed(file.name, files[file.name], file.flaws))
            more += file.untold
        else:
            more += len(file.flaws) + file.untold
    problems.sort()
    more += max(0, len(problems) - limits.PROBLEMS)
    last = [Problem("", 0, 0, f"and {more:,} more problem{'s' if more > 1 else ''}")] if more else []
    return [*problems[: limits.PROBLEMS], *last]


def _bound(files: Mapping[str, bytes], problems: list[Problem], left_out: set[str]) -> list[_File]:
    """Read and bind every file; what cannot be read becomes a problem."""
    from desktop.catalog.reading import read

    found: list[_File] = []
    single: dict[str, str] = {}
    nodes = 0
    for name, data in files.items():
        kind = kind_of_file(name)
        if kind is None:
            problems.append(_stray(name))
            continue
        if not kind.is_folder and single.setdefault(kind.name, name) != name:
            problems.append(Problem(name, 0, 0, f"'{single[kind.name]}' is the same file; this one was not read"))
            continue
        try:
            value, count = read(data)
        except Unreadable as error:
            problems.append(error.at(name))
            left_out.add(_stem(name))
            left_out.update(each.decode() for each in _ID_LINE.findall(data))
            continue
        nodes += count
        if nodes > limits.PACK_NODES:
            what = f"the pack holds more than {limits.PACK_NODES:,} values"
            problems.append(Problem(name, 0, 0, what, "this file and those after it were not read"))
            break
        found.append(_bind_file(name, kind, value, left_out))
    return found


def _bind_file(name: str, kind: FileKind, value: Any, left_out: set[str]) -> _File:
    from desktop.catalog.binding import BAD, Notes, bind

    notes = Notes()
    if value is None:
        notes.flaw((), "the file is empty")
    entity = BAD if value is None else bind(kind.shape, value, notes)
    left_out |= notes.left_out
    if entity is BAD:
        left_out.add(_stem(name))
    file = _File(name, kind, None if entity is BAD else entity, notes.flaws, notes.count - len(notes.flaws))
    _check_name(file)
    return file


def _stem(name: str) -> str:
    return name.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _stray(name: str) -> Problem:
    from desktop.catalog.layout import FILE_KINDS

    places = ", ".join(kind.place for kind in FILE_KINDS)
    return Problem(name, 0, 0, "a pack has no such file", f"a pack has {places}")


def _check_name(file: _File) -> None:
    if file.entity is not None and file.kind.is_folder and file.entity.id != _stem(file.name):
        what = f"the id '{file.entity.id}' must equal the file's name '{_stem(file.name)}'"
        file.flaws.append(Flaw(("id",), what))


def _leave_out_doubles(files: Iterable[_File], left_out: set[str]) -> None:
    """Of two things with the same id, keep the first and note the second."""
    from dataclasses import replace

    from desktop.catalog.world import named_things

    first: dict[tuple[str, str], str] = {}
    for file in files:
        if file.entity is None:
            continue
        doubled: dict[str, set[int]] = {}
        for kind, name, path, _thing in named_things(file.kind.name, file.entity):
            if (kind, name) not in first:
                first[kind, name] = file.name
                continue
            file.flaws.append(Flaw(path, f"the {kind} '{name}' stands in {first[kind, name]} already"))
            if len(path) == 1:
                left_out.update(inner for _kind, inner, _path, _thing in named_things(file.kind.name, file.entity))
                file.entity = None
                break
            doubled.setdefault(str(path[0]), set()).add(int(path[1]))
        if file.entity is not None:
            for field, places in doubled.items():
                kept = tuple(each for at, each in enumerate(getattr(file.entity, field)) if at not in places)
                file.entity = replace(file.entity, **{field: kept})


def _sifted(files: list[_File], left_out: set[str]) -> Entities:
    """Take out what does not fit together, until nothing more comes loose; only the first round tells.

    Raises Unreadable where things lean on each other in so long a chain that the rounds would never end.
    """
    from desktop.catalog.sifting import GONE, Sieve, sift
    from desktop.catalog.world import named_things, world_of

    for round_ in range(limits.ROUNDS):
        sound = [file for file in files if file.entity is not None]
        world = world_of(((file.kind.name, file.entity) for file in sound), left_out)
        changed = False
        for file in sound:
            before = {name for _kind, name, _path, _thing in named_things(file.kind.name, file.entity)}
            sieve = Sieve(world, file.name)
            after = sift(file.kind.shape, file.entity, sieve)
            changed = changed or after is not file.entity
            file.entity = None if after is GONE else after
            if round_ == 0:
                file.flaws.extend(sieve.flaws)
                file.untold += sieve.count - len(sieve.flaws)
            if after is not GONE:
                before -= {name for _kind, name, _path, _thing in named_things(file.kind.name, after)}
            left_out |= before
        if not changed:
            return _by_kind(sound)
    raise Unreadable("too many things lead to things that lead nowhere", hint="mend what is told below, then try again")


def _by_kind(files: Iterable[_File]) -> Entities:
    entities: Entities = {}
    for file in files:
        entities.setdefault(file.kind.name, []).append(file.entity)
    return entities


def _catalog(entities: Callable[[str], list[Any]]) -> Catalog | None:
    """The catalog of sound entities by kind of file, or None where the pack's own file is missing."""
    packs = entities("pack")
    return Catalog.opened(packs[0], lambda part: _PARTS[part](entities, packs[0])) if packs else None


def _ordered(kind: str) -> Callable[[_Entities, Pack], tuple[Any, ...]]:
    return lambda entities, _pack: tuple(sorted(entities(kind), key=lambda each: (each.order, each.title)))


def _inside(kind: str, field: str, rank: Callable[[Any], Any]) -> Callable[[_Entities, Pack], tuple[Any, ...]]:
    def gathered(entities: _Entities, _pack: Pack) -> tuple[Any, ...]:
        return tuple(sorted((each for file in entities(kind) for each in getattr(file, field)), key=rank))

    return gathered


def _subjects(entities: _Entities, pack: Pack) -> tuple[Any, ...]:
    rank = {level.id: at for at, level in enumerate(pack.levels)}
    return tuple(sorted(entities("subject"), key=lambda each: (rank[each.level], each.order, each.title)))


def _chooser(entities: _Entities, _pack: Pack) -> Any:
    from desktop.catalog.entities.usecases import Chooser

    return next(iter(entities("chooser")), None) or Chooser()


_PARTS: dict[str, Callable[[_Entities, Pack], Any]] = {
    "references": _inside("references", "references", lambda each: 0),
    "sources": _ordered("source"),
    "cards": _inside("contradictions", "cards", lambda each: each.order),
    "subjects": _subjects,
    "groups": _ordered("group"),
    "diagrams": _ordered("diagram"),
    "industries": _ordered("industry"),
    "topics": _ordered("topic"),
    "terms": _inside("glossary", "terms", lambda each: each.title.casefold()),
    "chooser": _chooser,
    "decks": _ordered("deck"),
}
