"""Shows the hall where an answer comes from: the first place of its evidence that can be shown live."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from desktop.quiz.projecting.show import Slide
    from desktop.shell.context import Context
    from desktop.shell.stage import Stage


class LivePlace:
    """Comes in front of the question in its `pages`, and goes again."""

    def __init__(self, context: Context, pages: QStackedWidget) -> None:
        self._context, self._pages = context, pages
        self._stage: Stage | None = None

    @property
    def is_on(self) -> bool:
        """Whether it covers the question now."""
        return self._stage is not None

    def can_show(self, slide: Slide) -> bool:
        """Whether there is a stage for any place of the evidence."""
        return any(type(each) in self._context.stages for each in slide.question.evidence)

    def switch(self, slide: Slide, factor: float) -> None:
        """Show it, in type so many times as large as on the desk; where it is on, the question is back."""
        if self._stage is not None:
            self.leave()
            return
        for ref in slide.question.evidence:
            stage = self._context.make_stage(ref)
            if stage is not None:
                self._stage = stage
                self._pages.addWidget(stage)
                self._pages.setCurrentWidget(stage)
                stage.enlarge(factor)
                stage.choose(ref)
                return

    def enlarge(self, factor: float) -> None:
        """The hall's window has another size."""
        if self._stage is not None:
            self._stage.enlarge(factor)

    def leave(self) -> None:
        """The question is back."""
        if self._stage is not None:
            self._pages.removeWidget(self._stage)
            self._stage.deleteLater()
            self._stage = None
