"""XML to a tree in which every element knows its line. No document types, so no entities; depth and size are capped."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.catalog.problems import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

DEPTH = 64
ELEMENTS = 400_000


@dataclass(slots=True)
class Element:
    """An element: its text is what stands in it directly."""

    name: str
    attributes: dict[str, str]
    line: int
    texts: list[str] = field(default_factory=list)
    children: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def all(self, name: str) -> Iterator[Element]:
        """The children of this name."""
        return (each for each in self.children if each.name == name)

    def one(self, name: str) -> Element | None:
        """The first child of this name."""
        return next(self.all(name), None)

    def said(self, *names: str) -> str:
        """The text at the end of a path of children, white space at its ends taken off; '' where there is none."""
        found: Element | None = self
        for name in names:
            found = found.one(name) if found is not None else None
        return found.text.strip() if found is not None else ""


class _Tree:
    """Builds the tree from the parser's events."""

    def __init__(self) -> None:
        from xml.parsers.expat import ParserCreate

        self.parser = ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.root: Element | None = None
        self._open: list[Element] = []
        self._count = 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = Element(name, attributes, self.parser.CurrentLineNumber)
        self._count += 1
        if len(self._open) >= DEPTH or self._count > ELEMENTS:
            what = f"elements stand more than {DEPTH} deep" if self._count <= ELEMENTS else "too many elements"
            raise Unreadable(what, element.line, 1)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].texts.append(text)

    def _refuse(self, *_declaration: object) -> None:
        what = "the file declares a document type, which could hold entities"
        raise Unreadable(what, self.parser.CurrentLineNumber, 1, "take the line with <!DOCTYPE out")


def tree_of(text: str) -> Element:
    """The root of an XML text. Raises Unreadable with the line."""
    from xml.parsers.expat import ExpatError

    tree = _Tree()
    try:
        tree.parser.Parse(text.encode("utf-8", "replace"), True)
    except ExpatError as error:
        what = str(error).partition(":")[0]
        raise Unreadable(f"the file is not XML: {what}", error.lineno, error.offset + 1) from error
    if tree.root is None:
        raise Unreadable("the file is not XML: there is nothing in it")
    return tree.root
