"""The reader's own files: written all or none, and never over what another program wrote meanwhile."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from desktop.catalog import limits
from desktop.catalog.filters import folded
from desktop.catalog.writing import place_to_keep, write_whole

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

PREFIX = "own"
_LONGEST_SLUG = 40
_UNCHANGED = "Nothing was changed"


class NotSaved(Exception):
    """Why nothing was written, in words that say what to do."""


def new_id(words: str, taken: Collection[str], thing: str = "question") -> str:
    """An id for something of the reader's: 'own-' and its words (else `thing`), made unlike all that are taken.

    The prefix keeps it apart from ids that a later version of the pack may bring.
    """
    return unused(f"{PREFIX}-{slug_of(words, _LONGEST_SLUG - len(PREFIX) - 1) or thing}", taken)


def slug_of(words: str, most: int = _LONGEST_SLUG) -> str:
    """As many whole words as fit into an id; '' where there are none that an id may hold."""
    slug = ""
    for word in re.findall(r"[a-z0-9]+", folded(words)):
        if len(slug) + bool(slug) + len(word) > most:
            break
        slug += f"-{word}" if slug else word
    return slug


def unused(id: str, taken: Collection[str]) -> str:
    """The id, with a number where it is taken."""
    return next(name for at in range(1, len(taken) + 2) if (name := id if at == 1 else f"{id}-{at}") not in taken)


def bytes_of(path: Path) -> bytes | None:
    """What stands in a file, None where there is none. Raises NotSaved."""
    try:
        with path.open("rb") as file:
            return file.read(limits.FILE_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NotSaved(f"{path} cannot be read: {_reason(error)}") from error


def entity_in(data: bytes, kind: str) -> Any:
    """The entity that a file of this kind holds; None where anything is wrong with it."""
    from desktop.catalog.binding import BAD, Notes, bind
    from desktop.catalog.layout import KIND_OF_NAME
    from desktop.catalog.problems import Unreadable
    from desktop.catalog.reading import read

    notes = Notes()
    try:
        entity = bind(KIND_OF_NAME[kind].shape, read(data)[0], notes)
    except Unreadable:
        return None
    return None if notes.count or entity is BAD else entity


def put_files(expected: Mapping[Path, bytes | None], wanted: Mapping[Path, bytes | None]) -> None:
    """Write all files, in their order, or none (None: no file). Raises NotSaved, also where one is not as expected."""
    for path, data in expected.items():
        if bytes_of(path) != data:
            raise NotSaved(
                f"{path} was changed by another program meanwhile; open the pack again (Ctrl+R), then try again"
            )
    done: list[Path] = []
    try:
        for path, data in wanted.items():
            _write(path, data)
            done.append(path)
    except NotSaved as trouble:
        stuck = [path for path in reversed(done) if not _is_written(path, expected[path])]
        more = ", ".join(f"{path} was written" for path in stuck)
        raise NotSaved(f"{trouble}. {f'But {more}; open the pack again (Ctrl+R)' if stuck else _UNCHANGED}") from None


def keep_as_it_was(path: Path, data: bytes) -> None:
    """Keep what somebody wrote by hand beside its file: it may hold remarks, which are not read. Raises NotSaved."""
    try:
        kept = place_to_keep(path, data)
    except OSError as error:
        raise NotSaved(f"{path} cannot be kept as it is: {_reason(error)}") from error
    if kept is not None:
        _write(kept, data)


def _write(path: Path, data: bytes | None) -> None:
    """Write the file whole, or take it away for None. Raises NotSaved."""
    try:
        if data is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        raise NotSaved(f"{path} cannot be written: {_reason(error)}") from error


def _is_written(path: Path, data: bytes | None) -> bool:
    try:
        _write(path, data)
    except NotSaved:
        return False
    return True


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
