"""Words that a spreadsheet would run: pack text and answers go into cells as text, whoever writes the file."""

from __future__ import annotations

import re

# Spreadsheets skip what is blank before the sign, and some take the wide signs of East Asian keyboards for it too.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]| *[\t\r]")


def defused(text: str) -> str:
    """The text, with an apostrophe ahead where a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text
