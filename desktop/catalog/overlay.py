"""The reader's own questions laid over a pack: read, checked and told like the pack's files, and never hiding the pack.

They lie in `<folder>/<pack id>/questions/*.yaml`, in files like those of a pack's `questions/`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from desktop.catalog import limits
from desktop.catalog.problems import Flaw, Problem, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Topic

QUESTIONS = "questions"


@dataclass(slots=True)
class _Own:
    """A file of the reader's on its way through the checks."""

    name: str
    data: bytes
    topic: Any = None
    flaws: list[Flaw] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)


def overlaid(catalog: Catalog, folder: Path) -> tuple[Catalog, tuple[Problem, ...]]:
    """The catalog with the own questions for its pack that lie in `folder`, and what is wrong with those.

    A topic with the id of one of the pack adds its questions there; other topics follow the pack's. An id that the pack
    has already is told, and the pack's thing stays.
    """
    place = folder / catalog.pack.id
    if not (place / QUESTIONS).is_dir():
        return catalog.with_own(place), ()
    files, problems = _bound(place / QUESTIONS)
    _leave_out_doubles(catalog, files)
    try:
        _sift(catalog, files)
    except Unreadable as error:
        problems.append(error.at(str(place)))
    for file in files:
        problems.extend(_placed(file))
    topics = [file.topic for file in files if file.topic is not None]
    own = [question.id for topic in topics for question in topic.questions]
    return catalog.with_own(place, _merged(catalog.topics, topics), own), tuple(sorted(problems))


def _bound(folder: Path) -> tuple[list[_Own], list[Problem]]:
    """Every file read and bound; what cannot be read is a problem. Files are named by their whole path."""
    from desktop.catalog.packfiles import read_pack

    try:
        pack = read_pack(folder)
    except Unreadable as error:
        return [], [error.at(str(folder))]
    problems = [replace(each, file=str(folder / each.file)) for each in pack.problems]
    files = []
    for name, data in pack.files.items():
        file = _Own(str(folder / name), data)
        try:
            _bind(file, name.rsplit("/", 1)[-1].rsplit(".", 1)[0])
        except Unreadable as error:
            problems.append(error.at(file.name))
            continue
        files.append(file)
    return files, problems


def _bind(file: _Own, stem: str) -> None:
    from desktop.catalog.binding import BAD, Notes, bind
    from desktop.catalog.layout import KIND_OF_NAME
    from desktop.catalog.reading import read

    notes = Notes()
    value, _nodes = read(file.data)
    if value is None:
        notes.flaw((), "the file is empty")
    else:
        topic = bind(KIND_OF_NAME["topic"].shape, value, notes)
        file.topic = None if topic is BAD else topic
    file.flaws, file.left_out = notes.flaws, notes.left_out
    if file.topic is not None and file.topic.id != stem:
        file.flaws.append(Flaw(("id",), f"the id '{file.topic.id}' must equal the file's name '{stem}'"))


def _leave_out_doubles(catalog: Catalog, files: Iterable[_Own]) -> None:
    """Of two things with the same id the pack's, else the first, stays. Topics may share an id with one of the pack."""
    from desktop.catalog.world import named_things

    first = {
        (kind, name): "the pack"
        for topic in catalog.topics
        for kind, name, _path, _thing in named_things("topic", topic)
        if kind != "topic"
    }
    for file in files:
        if file.topic is None:
            continue
        doubled: dict[str, set[int]] = {}
        for kind, name, path, _thing in named_things("topic", file.topic):
            if (kind, name) not in first:
                first[kind, name] = file.name
                continue
            file.flaws.append(Flaw(path, f"the {kind} '{name}' stands in {first[kind, name]} already"))
            if len(path) == 1:
                file.topic = None
                break
            doubled.setdefault(str(path[0]), set()).add(int(path[1]))
        if file.topic is not None:
            file.topic = replace(file.topic, **{name: _without(file.topic, name, at) for name, at in doubled.items()})


def _without(topic: Topic, name: str, places: set[int]) -> tuple[Any, ...]:
    return tuple(each for at, each in enumerate(getattr(topic, name)) if at not in places)


def _sift(catalog: Catalog, files: list[_Own]) -> None:
    """Take out what leads nowhere until nothing more comes loose; only the first round tells. Raises Unreadable."""
    from desktop.catalog.layout import KIND_OF_NAME
    from desktop.catalog.sifting import GONE, Sieve, sift
    from desktop.catalog.world import files_of, named_things, world_of

    base = tuple(files_of(catalog))
    left_out = {name for file in files for name in file.left_out}
    for round_ in range(limits.ROUNDS):
        sound = [file for file in files if file.topic is not None]
        world = world_of((*base, *(("topic", file.topic) for file in sound)), left_out)
        changed = False
        for file in sound:
            sieve = Sieve(world, file.name)
            before = file.topic
            after = sift(KIND_OF_NAME["topic"].shape, before, sieve)
            changed = changed or after is not before
            file.topic = None if after is GONE else after
            if round_ == 0:
                file.flaws.extend(sieve.flaws)
            kept = set() if after is GONE else {name for _kind, name, _path, _thing in named_things("topic", after)}
            left_out |= {name for _kind, name, _path, _thing in named_things("topic", before)} - kept
        if not changed:
            return
    for file in files:
        file.topic = None
    raise Unreadable("too many things lead to things that lead nowhere", hint="mend what is told, then try again")


def _placed(file: _Own) -> list[Problem]:
    from desktop.catalog.placing import placed

    return placed(file.name, file.data, file.flaws)


def _merged(pack: tuple[Topic, ...], own: Iterable[Topic]) -> tuple[Topic, ...]:
    """The pack's topics, each with what the reader added, then the reader's own topics in display order."""
    more = {topic.id: topic for topic in own}
    known = {topic.id for topic in pack}
    others = sorted((each for each in more.values() if each.id not in known), key=lambda each: (each.order, each.title))
    return (*(_joined(topic, more[topic.id]) if topic.id in more else topic for topic in pack), *others)


def _joined(topic: Topic, more: Topic) -> Topic:
    return replace(
        topic,
        misconceptions=(*topic.misconceptions, *more.misconceptions),
        questions=(*topic.questions, *more.questions),
        templates=(*topic.templates, *more.templates),
    )
