"""What is lent to those who make pages: a typeface and pictures of their own, so that pages can be made in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme


class Paper(NamedTuple):
    """The theme lends its typeface, its colours are not looked at; nobody else paints with these pictures."""

    theme: Theme
    icons: Icons


def paper_of(theme: Theme) -> Paper:
    """To be called in the window's thread."""
    from desktop.shell.icons import Icons

    return Paper(theme, Icons(theme))
