"""The four pictures: what each is called, what it draws of a table, and why it cannot where it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.catalog.names import short_name
from desktop.catalog.words import plural
from desktop.matrix.pictures.agreement import agreement_of, why_no_agreement
from desktop.matrix.pictures.ratings import radar_left_out, ratings_of, why_no_bars, why_no_radar
from desktop.matrix.pictures.timeline import timeline_of, why_no_timeline
from desktop.matrix.ui.pictures.bars import bars_left_out, draw_bars
from desktop.matrix.ui.pictures.heat import draw_heat, heat_left_out
from desktop.matrix.ui.pictures.radar import draw_radar
from desktop.matrix.ui.pictures.times import draw_times, times_left_out
from desktop.shell.widgets.pictures.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.catalog.catalog import Catalog
    from desktop.shell.context import Context
    from desktop.shell.widgets.pictures.drawing import Drawing
    from desktop.shell.widgets.pictures.sketch import Sketch

_FEW = 4


class Picture(StrEnum):
    """Which picture."""

    RADAR = "radar"
    BARS = "bars"
    AGREEMENT = "agreement"
    TIMELINE = "timeline"


PICTURE_WORDS = {
    Picture.RADAR: "Radar",
    Picture.BARS: "Bars",
    Picture.AGREEMENT: "Agreement",
    Picture.TIMELINE: "Timeline",
}
_TITLES = {
    Picture.RADAR: "Ratings",
    Picture.BARS: "Ratings",
    Picture.AGREEMENT: "Agreement of the articles",
    Picture.TIMELINE: "Timeline",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The subjects and aspects of the table, by id."""

    subjects: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()


def plan_of(context: Context, picture: Picture, chosen: Chosen) -> Plan | str:
    """The picture of a table, or the words that say what to choose."""
    catalog = context.catalog
    if not chosen.subjects or not chosen.aspects:
        return "Choose at least one subject and one aspect in the table. The picture shows what you choose."
    title = f"{_TITLES[picture]}: {_of(catalog, chosen.subjects)}"
    if picture is Picture.AGREEMENT:
        agreement = agreement_of(catalog, chosen.subjects, chosen.aspects)
        drawn: tuple[str, str, Callable[[Sketch, float], Drawing]] = (
            why_no_agreement(agreement),
            heat_left_out(agreement),
            lambda sketch, top: draw_heat(sketch, agreement, top),
        )
    elif picture is Picture.TIMELINE:
        timeline = timeline_of(catalog, chosen.subjects, chosen.aspects)
        drawn = (
            why_no_timeline(timeline, catalog),
            times_left_out(timeline),
            lambda sketch, top: draw_times(sketch, timeline, top),
        )
    else:
        drawn = _of_ratings(catalog, picture, chosen)
    why_not, left_out, draw = drawn
    return why_not or Plan(title, left_out, draw)


def _of_ratings(
    catalog: Catalog, picture: Picture, chosen: Chosen
) -> tuple[str, str, Callable[[Sketch, float], Drawing]]:
    ratings = ratings_of(catalog, chosen.subjects, chosen.aspects)
    if picture is Picture.RADAR:
        first = ratings.graded_first()
        return why_no_radar(first), radar_left_out(first), lambda sketch, top: draw_radar(sketch, first, top)
    return why_no_bars(ratings), bars_left_out(ratings), lambda sketch, top: draw_bars(sketch, ratings, top)


def _of(catalog: Catalog, subjects: tuple[str, ...]) -> str:
    if len(subjects) > _FEW:
        return plural(len(subjects), "subject")
    return ", ".join(short_name(catalog, each) for each in subjects)
