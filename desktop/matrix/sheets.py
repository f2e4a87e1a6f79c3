"""The matrix for print: one table a level, transposed where a page is too narrow for its subjects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.names import BASIS_WORDS

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.matrix import Aspect, Subject

WIDEST = 4
_LONG = ("Subject", "Aspect", "What is true", "Rests on")
_LONG_WIDTHS = (1.2, 1.0, 2.6, 0.9)

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class LevelTable:
    """The table of one level; `widths` are shares of the page, empty for equal ones."""

    title: str
    header: tuple[str, ...]
    rows: Rows
    widths: tuple[float, ...] = ()


def tables_of(catalog: Catalog) -> tuple[LevelTable, ...]:
    """A table for each level that has something to show."""
    found = []
    for level in catalog.pack.levels:
        subjects = tuple(subject for subject in catalog.subjects if subject.level == level.id)
        aspects = [aspect for aspect in catalog.aspect.values() if level.id in aspect.levels]
        if aspects and 0 < len(subjects) <= WIDEST:
            header = ("Aspect", *(each.title for each in subjects))
            found.append(LevelTable(level.title, header, _by_aspect(catalog, subjects, aspects)))
        elif aspects and subjects:
            found.append(LevelTable(level.title, _LONG, _by_subject(catalog, subjects, aspects), _LONG_WIDTHS))
    return tuple(found)


def _by_aspect(catalog: Catalog, subjects: tuple[Subject, ...], aspects: list[Aspect]) -> Rows:
    return tuple(
        (aspect.title, *(catalog.cell(subject.id, aspect.id).text for subject in subjects)) for aspect in aspects
    )


def _by_subject(catalog: Catalog, subjects: tuple[Subject, ...], aspects: list[Aspect]) -> Rows:
    rows = []
    for subject in subjects:
        for at, aspect in enumerate(aspects):
            cell = catalog.cell(subject.id, aspect.id)
            rows.append((subject.title if at == 0 else "", aspect.title, cell.text, BASIS_WORDS[cell.basis]))
    return tuple(rows)
