"""A second program that answers without end and tells each number once it is recorded: to be killed by a test.

`python -m tests.progress.answering FOLDER [BYTES]`; with BYTES no file may grow beyond that size, as on a full disk.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.progress.not_kept import NotKept
from tests.progress.builders import NOON, SCHEDULING, answered, wrong

if TYPE_CHECKING:
    from desktop.progress.log import ProgressLog


def main(folder: str, size: str = "") -> None:
    from desktop.progress.opening import open_progress

    opening = open_progress(Path(folder), SCHEDULING, NOON)
    print(*opening.said, sep="\n", flush=True)
    if size:
        _with_a_full_disk(opening.log, int(size))
        return
    at = 0
    while True:
        given = wrong if at % 3 else answered
        print(opening.log.record(given(f"q{at % 40}", at)).number, flush=True)
        if at % 7 == 6:
            opening.log.undo(opening.log.attempt(at // 2 + 1).number, NOON)
        at += 1


def _with_a_full_disk(log: ProgressLog, size: int) -> None:
    """Answer until nothing can be kept, try again in vain, then make room and try once more."""
    import resource

    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    number = 0
    try:
        while True:
            given = answered(f"q{number % 40}", number, response="x" * 2_000)
            number = log.record(given).number
    except NotKept as error:
        print(error)
    try:
        log.record(given)
    except NotKept:
        print("again in vain")
    print(number, sum(1 for _ in log.attempts()))
    resource.setrlimit(resource.RLIMIT_FSIZE, old)
    print(log.record(given).number, log.check() or "sound")
    log.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
