"""A comparison as a place, so that Back leads into it and out of it."""

from __future__ import annotations

from typing import ClassVar

from desktop.catalog.refs import Ref, address

USE_CASES, INDUSTRIES = "use-cases", "industries"


@address
class ComparedRef(Ref):
    """Use cases, or two industries, side by side: which of both, and the ids from left to right."""

    kind: ClassVar[str] = "compared"
    what: str
    ids: tuple[str, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        return self.what, *self.ids
