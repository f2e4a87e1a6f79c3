"""The votes of an audience, as the presenter types them: '12 7 3', one number for each option as it is shown."""

from __future__ import annotations

import re

MOST = 100_000

_NUMBER = re.compile(r"[^\s,;/]+")


class NoTally(ValueError):
    """The text is no tally; the message says why and what to type."""


def tally_of(text: str, options: int) -> tuple[int, ...]:
    """The votes for each of the options in their shown order. Raises NoTally with a reason in words."""
    parts = _NUMBER.findall(text)
    if not parts:
        raise NoTally(f"Type one number for each of the {options} options, such as '{_example(options)}'.")
    votes = []
    for part in parts:
        if not (part.isascii() and part.isdigit()):
            raise NoTally(f"'{part}' is no number of votes. Type whole numbers, such as '{_example(options)}'.")
        if len(part) > len(str(MOST)) or int(part) > MOST:
            raise NoTally(f"{part} are more votes than can be counted ({MOST:,} at most).")
        votes.append(int(part))
    if len(votes) != options:
        there_are = f"There {'is' if len(votes) == 1 else 'are'} {len(votes)} number{'' if len(votes) == 1 else 's'}"
        raise NoTally(f"{there_are} for {options} options: type one for each, 0 where nobody voted.")
    return tuple(votes)


def _example(options: int) -> str:
    return " ".join(str(votes) for votes in (12, 7, 3, 5, 2, 9, 4, 1, 6)[:options])
