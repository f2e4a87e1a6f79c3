"""Lines of fields for readers: what separates them, and each with the number of its first line."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from desktop.catalog.problems import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATORS = (",", ";", "\t")


def separator_of(text: str) -> str:
    """What separates the fields of the first line that has any: the commonest of comma, semicolon and tab."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    outside = "".join(first.split('"')[::2])
    return max(SEPARATORS, key=outside.count)


def rows_of(text: str, separator: str, before: int = 0) -> Iterator[tuple[int, list[str]]]:
    """The rows with the line each begins at; empty ones are passed over. Raises Unreadable."""
    reader = csv.reader((f"{line}\n" for line in text.split("\n")), delimiter=separator, strict=True)
    while True:
        line = before + reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Unreadable(f"the fields cannot be told apart: {error}", line, 1) from error
        if any(field.strip() for field in row):
            yield line, row
