"""What somebody wants to take away: which kind of file, and which moments of the figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.diagrams.taking.account import scene_named

if TYPE_CHECKING:
    from desktop.diagrams.taking.account import Account, Scene


class FileKind(NamedTuple):
    """A kind of file by its ending, and what it is called; with pages, it can have one for each step."""

    ending: str
    title: str
    has_pages: bool = False


FILE_KINDS = (
    FileKind("svg", "Drawing (SVG)"),
    FileKind("png", "Picture (PNG)"),
    FileKind("pdf", "PDF", True),
    FileKind("pptx", "PowerPoint with shapes to edit", True),
    FileKind("md", "Outline in words (Markdown)"),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind of file by its ending; `step` by id or number, none for the overview; `scale` in dots a pixel."""

    ending: str
    step: str | None = None
    every_step: bool = False
    scale: int = 2
    dark: bool = False

    def scenes(self, account: Account) -> tuple[Scene, ...]:
        """The moments to show: the overview and all steps, one step, or the overview. Raises ValueError, in words."""
        if self.every_step:
            return account.scenes
        return (account.scenes[0] if self.step is None else scene_named(account, self.step),)
