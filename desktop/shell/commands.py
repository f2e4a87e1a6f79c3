"""The commands of the menus as places of their own, so that the search at the top finds and does them. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from desktop.catalog.refs import Ref, address
from desktop.shell.actions import ACTIONS, THEME, THEMES, words
from desktop.shell.view import ViewRef

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.catalog.search import Found
    from desktop.shell.view import ViewSpec


@address
class CommandRef(Ref):
    """A line of a menu. To go there is to do it."""

    kind: ClassVar[str] = "command"
    does: str


def commands_of(views: Sequence[ViewSpec]) -> Iterator[Found]:
    """Each tab and each line of the menus, with its keys."""
    for view in views:
        yield ViewRef(view.key), "Tab", view.title, f"{view.title} {view.shortcut}"
    for spec in ACTIONS:
        title = words(spec.text)
        keys = ", ".join(spec.keys)
        yield CommandRef(spec.does), "Command", f"{title}  {keys}" if keys else title, f"{title} {keys}"
    for theme in THEMES:
        title = f"Theme: {words(theme.text)}"
        yield CommandRef(f"{THEME}{theme.choice}"), "Command", f"{title}  {theme.key}", title
