"""A file of questions into a folder: read, turned into ours, and written beside what is there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.catalog.problems import Unreadable
from desktop.catalog.writing import place_to_keep, write_whole
from desktop.quiz.exchange.formats import read_file
from desktop.quiz.exchange.item import Note
from desktop.quiz.exchange.merging import merged, pack_file, topic_id
from desktop.quiz.exchange.questions import Place, questions_of
from desktop.quiz.exchange.reading.decoding import BYTES

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Topic
    from desktop.quiz.exchange.questions import Taken

_FIRST_LINES = ("# yaml-language-server:",)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: files with their bytes, in the order in which to write them, and what is taken over."""

    files: tuple[tuple[Path, bytes], ...]
    taken: Taken


def plan(file: Path, folder: Path, kind: str | None, today: date) -> Plan:
    """What importing `file` into the pack at `folder` would write; nothing is written yet. Raises Unreadable, OSError.

    A folder without a pack gets a `pack.yaml`. Where nothing can be taken over, there is nothing to write.
    """
    with file.open("rb") as opened:
        data = opened.read(BYTES + 1)
    _kind, reading = read_file(data, file.suffix, kind)
    if folder.exists() and not folder.is_dir():
        raise Unreadable(f"'{folder}' is no folder", hint="questions go into the folder of a pack, or into a new one")
    name = topic_id(file.stem)
    target = folder / "questions" / f"{name}.yaml"
    catalog = _catalog(folder)
    there = _topic_there(target, name, folder, catalog)
    used = [each.id for topic in (catalog.topics if catalog else ()) if topic.id != name for each in topic.questions]
    place = Place(used, name, lambda ref: catalog is not None and catalog.find(ref) is not None)
    result = merged(there, questions_of(reading, place), file.stem)
    if not result.taken.questions:
        return Plan((), result.taken)
    files = [] if catalog is not None else [(folder / "pack.yaml", pack_file(folder.resolve().name, today))]
    taken, made = result.taken, _yaml(result.topic)
    if there is not None and _has_comments(old := target.read_bytes()):
        kept = place_to_keep(target, old)
        files += [(kept, old)] if kept is not None else []
        where = f"the file as it was is kept as {kept.name}" if kept is not None else "they stand in a file beside it"
        taken = replace(taken, warnings=(Note(0, f"comments are not taken over; {where}"), *taken.warnings))
    return Plan((*files, (target, made)), taken)


def write(planned: Plan) -> None:
    """Write the files of a plan. Raises OSError."""
    for path, data in planned.files:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)


def _catalog(folder: Path) -> Catalog | None:
    """What the pack at the folder holds; none where it has no `pack.yaml` yet. Raises Unreadable."""
    from desktop.catalog.loader import load_pack

    if not any((folder / name).exists() for name in ("pack.yaml", "pack.yml")):
        return None
    loaded = load_pack(folder)
    if loaded.catalog is None:
        raise Unreadable(f"the pack at '{folder}' cannot be opened: {loaded.problems[0]}", hint="mend it first")
    return loaded.catalog


def _topic_there(target: Path, name: str, folder: Path, catalog: Catalog | None) -> Topic | None:
    """The topic of the file that would be written over; only where all of it was read, so that nothing gets lost."""
    from desktop.catalog.loader import load_pack

    other = target.with_suffix(".yml")
    if not target.exists() and not other.exists():
        return None
    inside = [each for each in load_pack(folder).problems if each.file in (f"questions/{name}.yaml", "")]
    topic = catalog.topic.get(name) if catalog is not None else None
    if inside or topic is None or other.exists():
        problem = f": {inside[0]}" if inside else ""
        raise Unreadable(
            f"'{target}' is there and cannot be brought up to date{problem}", hint="mend or rename it first"
        )
    return topic


def _has_comments(data: bytes) -> bool:
    lines = data.decode("utf-8", "replace").split("\n")
    return any(line.lstrip().startswith("#") and not line.startswith(_FIRST_LINES) for line in lines)


def _yaml(topic: Topic) -> bytes:
    """The topic's file, held to the limits of files in a pack. Raises Unreadable."""
    from desktop.catalog import limits
    from desktop.catalog.reading import read
    from desktop.catalog.topic_writing import topic_yaml

    data = topic_yaml(topic)
    if len(data) > limits.FILE_BYTES:
        raise Unreadable(f"the topic would be larger than {limits.FILE_BYTES // 1_000_000} MB", hint="split the file")
    read(data)
    return data
