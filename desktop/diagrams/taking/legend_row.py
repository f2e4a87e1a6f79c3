"""The legend of a slide, under the figure: a sample and a word for each kind that occurs, all of it one group."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop.diagrams.boxes import Box
from desktop.diagrams.drawing.shapes import Shape
from desktop.diagrams.legend import HIGH, WIDE, legend_of
from desktop.diagrams.taking.connectors import add_sample
from desktop.diagrams.taking.natives import Easel, add_shape
from desktop.diagrams.taking.place import Place
from desktop.export.slides import MARGIN, WIDTH, Run, Setting, width_of, write_words

if TYPE_CHECKING:
    from pptx.slide import Slide

    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.diagrams.legend import Entry
    from desktop.diagrams.taking.inks import SlideInk

_TOP, _SIZE, _AFTER_SAMPLE, _BETWEEN = 578, 12.0, 4, 12


def add_legend(slide: Slide, drawing: Drawing, ink: SlideInk, top: float = _TOP) -> None:
    """One line at this height, smaller where it is long; a figure without kinds, such as a matrix, has none."""
    entries = legend_of([drawing])
    if not entries:
        return
    shapes: Any = slide.shapes
    group = shapes.add_group_shape()
    scale = min(1.0, (WIDTH - 2 * MARGIN) / sum(_width(entry) for entry in entries))
    x = float(MARGIN)
    for entry in entries:
        _add_entry(Easel(group.shapes, Place(scale, (x, top)), ink), entry)
        x += scale * _width(entry)
    words = ", ".join(entry.words for entry in entries)
    Easel(shapes, Place(scale, (0, 0)), ink).told(group, "Legend", f"Legend: {words}")


def _width(entry: Entry) -> float:
    """How much of the line an entry takes."""
    return WIDE + _AFTER_SAMPLE + width_of(entry.words, _SIZE) + _BETWEEN


def _add_entry(easel: Easel, entry: Entry) -> None:
    """A sample with its word, which may reach into the gap after it."""
    if isinstance(entry.sample, Shape):
        add_shape(easel, replace(entry.sample, name=f"Sample: {entry.words}"), lit=False)
    else:
        add_sample(easel, entry.sample, f"Sample: {entry.words}")
    left = WIDE + _AFTER_SAMPLE
    box = easel.shapes.add_textbox(*easel.bounds(Box(left, 0, _width(entry) - left, HIGH)))
    run = Run(entry.words, _SIZE * easel.place.scale, easel.ink.colour("muted"))
    write_words(box, [(run,)], Setting((0, 0, 0, 0), "left"))
    easel.told(box, f"Word: {entry.words}", entry.words)
