"""Saved views and the columns last used, kept with the reader's settings, a shelf for each pack."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.matrix.table.arrangement import Arrangement, NoArrangement, as_json, from_json

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.shell.settings import Settings


class Shelf:
    """What is kept is JSON text; what cannot be read counts as not there."""

    def __init__(self, settings: Settings, catalog: Catalog) -> None:
        self._settings, self._catalog = settings, catalog
        self._key = f"matrix/{catalog.pack.id}"

    def names(self) -> tuple[str, ...]:
        """The names of the saved views."""
        return tuple(sorted(self._views(), key=str.casefold))

    def text(self, name: str) -> str:
        """A saved view as text; empty where there is none."""
        return self._views().get(name, "")

    def save(self, name: str, arrangement: Arrangement) -> None:
        self._keep({**self._views(), name: as_json(arrangement)})

    def delete(self, name: str) -> None:
        self._keep({each: text for each, text in self._views().items() if each != name})

    def last_level(self) -> str:
        """The level that was shown last."""
        return self._settings.value(f"{self._key}/level")

    def last_columns(self, level: str) -> Arrangement:
        """The columns, pins and folds last used on a level, without any filter."""
        try:
            kept = from_json(self._settings.value(f"{self._key}/columns/{level or 'chosen'}"), self._catalog)
        except NoArrangement:
            return Arrangement(level)
        return replace(kept.arrangement, level=level)

    def keep_columns(self, arrangement: Arrangement) -> None:
        """Remember columns, pins and folds of a level."""
        self._settings.set_value(f"{self._key}/level", arrangement.level)
        plain = replace(arrangement.unfiltered(), sort=())
        self._settings.set_value(f"{self._key}/columns/{arrangement.level or 'chosen'}", as_json(plain))

    def _views(self) -> dict[str, str]:
        try:
            kept = json.loads(self._settings.value(f"{self._key}/views") or "{}")
        except ValueError:
            return {}
        items = kept.items() if isinstance(kept, dict) else ()
        return {name: text for name, text in items if isinstance(name, str) and isinstance(text, str)}

    def _keep(self, views: dict[str, str]) -> None:
        self._settings.set_value(f"{self._key}/views", json.dumps(views))
        self._settings.save()
