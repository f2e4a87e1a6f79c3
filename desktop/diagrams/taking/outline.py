"""A figure in words, to be read on paper or by ear: every part in its tree, the steps, the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.diagrams.outline import STEPS, outline_of
from desktop.export.markup import in_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.catalog.entities.diagrams import Diagram
    from desktop.diagrams.outline import Entry
    from desktop.diagrams.taking.account import Account


def parts_in_words(diagram: Diagram) -> tuple[tuple[int, Entry], ...]:
    """Each line of the outline with its depth, heads first; without the steps."""
    found: list[tuple[int, Entry]] = []
    waiting = [(0, entry) for entry in reversed(outline_of(diagram)) if entry.text != STEPS]
    while waiting:
        depth, entry = waiting.pop()
        found.append((depth, entry))
        waiting.extend((depth + 1, child) for child in reversed(entry.children))
    return tuple(found)


def markdown_of(account: Account) -> str:
    """The outline as Markdown. Every text is escaped: what a pack says stays text."""
    return "\n".join(_lines(account)) + "\n"


def _lines(account: Account) -> Iterator[str]:
    diagram = account.diagram
    yield from (f"# {in_line(account.title)}", "", in_line(diagram.summary), "", in_line(diagram.outline), "")
    for depth, entry in parts_in_words(diagram):
        said = f": {in_line(entry.meaning)}" if entry.meaning else ""
        if depth == 0:
            yield from ("", f"## {in_line(entry.text)}{said}", "")
        else:
            yield f"{'  ' * (depth - 1)}- {in_line(entry.text)}{said}"
    if diagram.steps:
        yield from ("", f"## {STEPS}", "")
        for at, step in enumerate(diagram.steps, 1):
            yield f"{at}. {in_line(step.title)}: {in_line(step.caption)}"
    if account.sources:
        yield from ("", "## Sources", "")
        yield from (f"- {in_line(source)}" for source in account.sources)
    yield from ("", in_line(account.origin))
