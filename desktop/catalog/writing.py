"""Writing a file so that the reader never has half of it: beside its place, flushed, then put there at once."""

from __future__ import annotations

import errno
import os
import re
from itertools import count
from secrets import token_hex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE | re.DOTALL)


def is_kept_by_windows(name: str) -> bool:
    """Whether files of this name, with whatever ending, are devices on Windows and can hold nothing there."""
    return _DEVICES.fullmatch(name) is not None


def place_to_keep(path: Path, data: bytes) -> Path | None:
    """Where `data`, which is to be written over at `path`, can be kept beside it: 'NAME.before', 'NAME.before-2', ...

    None where it is kept already. Raises OSError.
    """
    for at in count(1):
        kept = path.with_name(f"{path.name}.before" if at == 1 else f"{path.name}.before-{at}")
        if not kept.exists():
            return kept
        if kept.is_file() and kept.stat().st_size == len(data) and kept.read_bytes() == data:
            return None
    raise AssertionError("there is always another number")


def write_whole(path: Path, data: bytes) -> None:
    """Write all of `data`, with the rights of a new file, or leave what was there. Raises OSError.

    A link stays one: what it leads to is written. A device, a pipe or a folder is left alone.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "not an ordinary file")
    part = path.with_name(f".{token_hex(8)}.part")
    file = part.open("xb")
    try:
        with file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
