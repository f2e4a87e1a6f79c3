"""The revision of a question: it changes when what a learner sees or is graded by changes, and with nothing else."""

from __future__ import annotations

from dataclasses import asdict
from hashlib import sha256
from json import dumps
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.catalog.entities.questions import Question

_LENGTH = 12
_NOT_SHOWN = ("id", "bloom", "difficulty", "evidence", "concepts")


def revision_of(question: Question) -> str:
    """Twelve hexadecimal digits over stem, options and all that decides what is right.

    An answer is recorded with the id and the revision, so that an answer to an older wording is known for one.
    """
    fields = {name: value for name, value in asdict(question).items() if name not in _NOT_SHOWN}
    return sha256(dumps(fields, sort_keys=True, default=str).encode()).hexdigest()[:_LENGTH]
