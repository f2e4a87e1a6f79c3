"""The rated aspects of chosen subjects on their declared scales. What has no grade stays unknown, never a zero."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.catalog.evidence import is_unknown
from desktop.catalog.words import plural
from desktop.matrix.pictures.asked import NONE_ASKED, asked_of

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.matrix import Aspect, Rating, Subject
    from desktop.catalog.entities.pack import Grade, Scale

FEWEST_AXES, MOST_AXES, MOST_SUBJECTS = 3, 8, 6
"""What a radar can hold and still be read."""

_MOST_NAMES = 10


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade that was given, the step of the scale that it is (0 is the first), and the reason for it."""

    grade: Grade
    step: int
    reason: str


@dataclass(frozen=True, slots=True)
class RatedAspect:
    """An aspect with its scale, and for each subject, in order, its grade or None for unknown."""

    aspect: Aspect
    scale: Scale
    given: tuple[Graded | None, ...]


@dataclass(frozen=True, slots=True)
class Ratings:
    """What is rated, for these subjects; `unrated` are the aspects that declare no scale."""

    subjects: tuple[Subject, ...]
    rated: tuple[RatedAspect, ...]
    unrated: tuple[Aspect, ...] = ()

    @property
    def share_steps(self) -> bool:
        """Whether the grades of all aspects are the same, so that one set of words says them."""
        return len({each.scale.grades for each in self.rated}) == 1

    def graded_first(self) -> Ratings:
        """Subjects with a grade before those without any; within both in their order."""
        graded = {at for each in self.rated for at, given in enumerate(each.given) if given is not None}
        order = sorted(range(len(self.subjects)), key=lambda at: at not in graded)
        rated = tuple(replace(each, given=tuple(each.given[at] for at in order)) for each in self.rated)
        return Ratings(tuple(self.subjects[at] for at in order), rated, self.unrated)

    def first(self, subjects: int, aspects: int) -> Ratings:
        """Only so many of each, from the front."""
        rated = tuple(replace(each, given=each.given[:subjects]) for each in self.rated[:aspects])
        return Ratings(self.subjects[:subjects], rated, self.unrated)


def ratings_of(catalog: Catalog, subjects: tuple[str, ...], aspects: tuple[str, ...]) -> Ratings:
    """The ratings of these subjects under these aspects; an aspect asked of none of them is left out."""
    chosen = tuple(catalog.subject[each] for each in subjects)
    asked = asked_of(catalog, chosen, aspects)
    rated = []
    for aspect in asked:
        scale = catalog.scales.get(aspect.scale or "")
        if scale is not None:
            ratings = (catalog.cell(subject.id, aspect.id).rating for subject in chosen)
            rated.append(RatedAspect(aspect, scale, tuple(_graded(each, scale) for each in ratings)))
    unrated = tuple(aspect for aspect in asked if aspect.scale not in catalog.scales)
    return Ratings(chosen, tuple(rated), unrated)


def spoken_grade(rated: RatedAspect, subject: Subject, given: Graded | None) -> str:
    """A grade as a whole sentence, with its reason."""
    place = f"{rated.aspect.title}, {subject.title}"
    if given is None:
        return f"{place}: {why_none(rated, subject)}."
    reason = f" {given.reason.rstrip('.')}." if given.reason else ""
    return f"{place}: {given.grade.title}, {given.grade.value} on the scale “{rated.scale.title}”.{reason}"


def why_none(rated: RatedAspect, subject: Subject) -> str:
    """The word for a grade that is not there. A cell may say something and have no grade, for a reason it tells."""
    if subject.level not in rated.aspect.levels:
        return "not asked"
    cell = subject.cells.get(rated.aspect.id)
    return "unknown" if cell is None or is_unknown(cell) else "not rated"


def radar_left_out(ratings: Ratings) -> str:
    """What a radar of these ratings leaves out, in words; nothing where it holds them all."""
    aspects = [each.aspect.title for each in ratings.rated[MOST_AXES:]]
    subjects = [each.title for each in ratings.subjects[MOST_SUBJECTS:]]
    parts = []
    if aspects:
        parts.append(f"{plural(len(aspects), 'aspect')} beyond the first {MOST_AXES} ({_some(aspects)})")
    if subjects:
        parts.append(f"{plural(len(subjects), 'subject')} beyond the first {MOST_SUBJECTS} ({_some(subjects)})")
    return f"Left out: {' and '.join(parts)}." if parts else ""


def why_no_radar(ratings: Ratings) -> str:
    """Why there are too few axes for a radar, and what to do; nothing where there are enough."""
    if not ratings.rated:
        return why_no_bars(ratings)
    if len(ratings.rated) >= FEWEST_AXES:
        return ""
    only = "only 1 is" if len(ratings.rated) == 1 else f"only {len(ratings.rated)} are"
    return f"A radar needs at least {FEWEST_AXES} rated aspects, and {only} rated here. Choose Bars instead."


def why_no_bars(ratings: Ratings) -> str:
    """Why there is nothing to draw, and what to do; nothing where there is something."""
    if ratings.rated:
        return ""
    if not ratings.unrated:
        return NONE_ASKED
    return "None of these aspects is rated on a scale. Choose an aspect with ratings, or another picture."


def _some(names: list[str]) -> str:
    """The names, of a great many the first only."""
    more = len(names) - _MOST_NAMES
    return ", ".join(names) if more <= 0 else f"{', '.join(names[:_MOST_NAMES])} and {more:,} more"


def _graded(rating: Rating | None, scale: Scale) -> Graded | None:
    if rating is None:
        return None
    steps = [step for step, grade in enumerate(scale.grades) if grade.value == rating.value]
    return Graded(scale.grades[steps[0]], steps[0], rating.reason) if steps else None
