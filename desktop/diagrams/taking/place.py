"""Where a figure stands on a slide: boxes and points of the drawing in pixels of the slide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.diagrams.boxes import Box

if TYPE_CHECKING:
    from desktop.diagrams.boxes import Point

_LARGEST = 1.5


@dataclass(frozen=True, slots=True)
class Place:
    """What is drawn at the origin stands at `corner`, all of it `scale` times as large."""

    scale: float
    corner: Point

    def point(self, point: Point) -> Point:
        return self.corner[0] + point[0] * self.scale, self.corner[1] + point[1] * self.scale

    def box(self, box: Box) -> Box:
        x, y = self.point((box.x, box.y))
        return Box(x, y, box.width * self.scale, box.height * self.scale)

    def stroke(self, pixels: float) -> float:
        """The strength of a line, which does not get lost where a figure is drawn small."""
        return pixels * max(0.7, min(1.0, self.scale))


def fitted(bounds: Box, room: Box) -> Place:
    """In the middle of the room, as large as it allows."""
    scale = min(room.width / max(1.0, bounds.width), room.height / max(1.0, bounds.height), _LARGEST)
    x = room.x + (room.width - bounds.width * scale) / 2 - bounds.x * scale
    y = room.y + (room.height - bounds.height * scale) / 2 - bounds.y * scale
    return Place(scale, (x, y))
