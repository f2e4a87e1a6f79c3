"""The reader's own questions and decks laid over a pack: read, checked and told like its files, and never hiding it.

They lie in `<folder>/<pack id>/questions/*.yaml` and `decks/*.yaml`, in files like those of a pack.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from desktop.catalog import limits
from desktop.catalog.problems import Flaw, Problem, Unreadable
from desktop.catalog.refs import ViewRef

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Topic

QUESTIONS, DECKS = "questions", "decks"
_KINDS = {"topic": QUESTIONS, "deck": DECKS}


@dataclass(slots=True)
class _Own:
    """A file of the reader's on its way through the checks."""

    kind: str
    name: str
    data: bytes
    entity: Any = None
    flaws: list[Flaw] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)


def overlaid(catalog: Catalog, folder: Path) -> tuple[Catalog, tuple[Problem, ...]]:
    """The catalog with the own questions and decks for its pack that lie in `folder`, and what is wrong with those.

    A topic with the id of one of the pack adds its questions there; other topics, and decks, follow the pack's. An id
    that the pack has already is told, and the pack's thing stays.
    """
    place = folder / catalog.pack.id
    files: list[_Own] = []
    problems: list[Problem] = []
    for kind, name in _KINDS.items():
        if (place / name).is_dir():
            _bound(place / name, kind, files, problems)
    if not files:
        return catalog.with_own(place), tuple(sorted(problems))
    _leave_out_doubles(catalog, files)
    try:
        if not all(_is_sound_deck(catalog, file) for file in files):
            _sift(catalog, files)
    except Unreadable as error:
        problems.append(error.at(str(place)))
    for file in files:
        problems.extend(_placed(file))
    topics, decks = (
        [each.entity for each in files if each.entity is not None and each.kind == kind] for kind in _KINDS
    )
    own = [question.id for topic in topics for question in topic.questions]
    merged = _merged(catalog.topics, topics) if topics else ()
    return catalog.with_own(place, merged, tuple(sorted(decks, key=_rank)), own), tuple(sorted(problems))


def _bound(folder: Path, kind: str, files: list[_Own], problems: list[Problem]) -> None:
    """Read and bind every file; what cannot be read is a problem. Files are named by their whole path."""
    from desktop.catalog.packfiles import read_pack

    try:
        pack = read_pack(folder)
    except Unreadable as error:
        problems.append(error.at(str(folder)))
        return
    problems.extend(replace(each, file=str(folder / each.file)) for each in pack.problems)
    for name, data in pack.files.items():
        file = _Own(kind, str(folder / name), data)
        try:
            _bind(file, name.rsplit("/", 1)[-1].rsplit(".", 1)[0])
        except Unreadable as error:
            problems.append(error.at(file.name))
            continue
        files.append(file)


def _bind(file: _Own, stem: str) -> None:
    from desktop.catalog.binding import BAD, Notes, bind
    from desktop.catalog.layout import KIND_OF_NAME
    from desktop.catalog.reading import read

    notes = Notes()
    value, _nodes = read(file.data)
    if value is None:
        notes.flaw((), "the file is empty")
    else:
        entity = bind(KIND_OF_NAME[file.kind].shape, value, notes)
        file.entity = None if entity is BAD else entity
    file.flaws, file.left_out = notes.flaws, notes.left_out
    if file.entity is not None and file.entity.id != stem:
        file.flaws.append(Flaw(("id",), f"the id '{file.entity.id}' must equal the file's name '{stem}'"))


def _leave_out_doubles(catalog: Catalog, files: Iterable[_Own]) -> None:
    """Of two things with the same id the pack's, else the first, stays. Topics may share an id with one of the pack."""
    from desktop.catalog.world import named_things

    first = {
        (kind, name): "the pack"
        for kind_of_file, things in (("topic", catalog.topics), ("deck", catalog.decks))
        for thing in things
        for kind, name, _path, _thing in named_things(kind_of_file, thing)
        if kind != "topic"
    }
    for file in files:
        if file.entity is None:
            continue
        doubled: dict[str, set[int]] = {}
        for kind, name, path, _thing in named_things(file.kind, file.entity):
            if (kind, name) not in first:
                first[kind, name] = file.name
                continue
            file.flaws.append(Flaw(path, f"the {kind} '{name}' stands in {first[kind, name]} already"))
            if len(path) == 1:
                file.entity = None
                break
            doubled.setdefault(str(path[0]), set()).add(int(path[1]))
        if file.entity is not None and doubled:
            kept = {name: _without(file.entity, name, at) for name, at in doubled.items()}
            file.entity = replace(file.entity, **kept)


def _without(entity: Any, name: str, places: set[int]) -> tuple[Any, ...]:
    return tuple(each for at, each in enumerate(getattr(entity, name)) if at not in places)


def _is_sound_deck(catalog: Catalog, file: _Own) -> bool:
    """Whether this is a deck in which nothing is wrong: then the pack need not be read whole to say so."""
    if file.kind != "deck" or file.entity is None:
        return file.entity is None
    stops = file.entity.stops
    refs = [stop.ref for stop in stops if stop.ref is not None and not isinstance(stop.ref, ViewRef)]
    return len({stop.id for stop in stops}) == len(stops) and all(catalog.find(ref) is not None for ref in refs)


def _sift(catalog: Catalog, files: list[_Own]) -> None:
    """Take out what leads nowhere until nothing more comes loose; only the first round tells. Raises Unreadable."""
    from desktop.catalog.layout import KIND_OF_NAME
    from desktop.catalog.sifting import GONE, Sieve, sift
    from desktop.catalog.world import files_of, world_of

    base = tuple(files_of(catalog))
    left_out = {name for file in files for name in file.left_out}
    for round_ in range(limits.ROUNDS):
        sound = [file for file in files if file.entity is not None]
        world = world_of((*base, *((file.kind, file.entity) for file in sound)), left_out)
        changed = False
        for file in sound:
            sieve = Sieve(world, file.name)
            before = file.entity
            after = sift(KIND_OF_NAME[file.kind].shape, before, sieve)
            changed = changed or after is not before
            file.entity = None if after is GONE else after
            if round_ == 0:
                file.flaws.extend(sieve.flaws)
            kept = set() if after is GONE else _names(file.kind, after)
            left_out |= _names(file.kind, before) - kept
        if not changed:
            return
    for file in files:
        file.entity = None
    raise Unreadable("too many things lead to things that lead nowhere", hint="mend what is told, then try again")


def _names(kind: str, entity: Any) -> set[str]:
    from desktop.catalog.world import named_things

    return {name for _kind, name, _path, _thing in named_things(kind, entity)}


def _rank(entity: Any) -> tuple[int, str]:
    """What things stand in order by."""
    return entity.order, entity.title


def _placed(file: _Own) -> list[Problem]:
    from desktop.catalog.placing import placed

    return placed(file.name, file.data, file.flaws)


def _merged(pack: tuple[Topic, ...], own: Iterable[Topic]) -> tuple[Topic, ...]:
    """The pack's topics, each with what the reader added, then the reader's own topics in display order."""
    more = {topic.id: topic for topic in own}
    known = {topic.id for topic in pack}
    others = sorted((each for each in more.values() if each.id not in known), key=_rank)
    return (*(_joined(topic, more[topic.id]) if topic.id in more else topic for topic in pack), *others)


def _joined(topic: Topic, more: Topic) -> Topic:
    return replace(
        topic,
        misconceptions=(*topic.misconceptions, *more.misconceptions),
        questions=(*topic.questions, *more.questions),
        templates=(*topic.templates, *more.templates),
    )
