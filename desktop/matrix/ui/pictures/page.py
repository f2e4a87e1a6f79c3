"""Pictures of the table: radar, bars, agreement of the articles, timeline; each mark leads to what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.matrix.ui.pictures.gallery import PICTURE_WORDS, Chosen, Picture, plan_of
from desktop.shell.widgets.pictures.page import PicturePage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.shell.context import Context
    from desktop.shell.widgets.pictures.plan import Plan

_PICTURE = "matrix/picture"


class Pictures(PicturePage):
    """Shows the chosen subjects and aspects as one of four pictures, and saves it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        words = {picture.value: words for picture, words in PICTURE_WORDS.items()}
        super().__init__(context, _PICTURE, words, parent)
        self._chosen = Chosen()
        self.show_plans(self._plan_of)

    @property
    def picture(self) -> Picture:
        return Picture(self.key)

    def show_table(self, subjects: tuple[str, ...], aspects: tuple[str, ...]) -> None:
        """Show these subjects and aspects, by id, in the order of the table."""
        chosen = Chosen(subjects, aspects)
        if chosen != self._chosen:
            self._chosen = chosen
            self.show_plans(self._plan_of)

    def _plan_of(self, key: str) -> Plan | str:
        return plan_of(self._context, Picture(key), self._chosen)
