"""A pack in code around some topics, for writers that name what questions rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders import catalog

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Topic


def pack_of(*topics: Topic) -> Catalog:
    return catalog(topics=topics)
