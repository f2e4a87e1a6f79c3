"""A comparison as a place, so that Back leads into it and out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desktop.catalog.refs import Ref

USE_CASES, INDUSTRIES = "use-cases", "industries"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ComparedRef(Ref):
    """Use cases, or two industries, side by side: which of both, and the ids from left to right."""

    kind: ClassVar[str] = "compared"
    what: str
    ids: tuple[str, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        return self.what, *self.ids
