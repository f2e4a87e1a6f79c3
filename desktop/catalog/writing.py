"""Writing a file so that the reader never has half of it: beside its place, flushed, then put there at once."""

from __future__ import annotations

import os
from secrets import token_hex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write all of `data`, with the rights of a new file, or leave what was there. Raises OSError."""
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
