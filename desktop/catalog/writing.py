"""Writing a file so that the reader never has half of it: beside its place, flushed, then put there at once."""

from __future__ import annotations

import errno
import os
from secrets import token_hex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


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
