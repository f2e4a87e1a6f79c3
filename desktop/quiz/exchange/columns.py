"""The columns of our CSV files, and what they are called elsewhere: one table for the reader and the writer.

One row is one question. `stem` must be there; `type` may be empty (told by the rest). `option 1`, `option 2` and so on
hold options, accepted forms (wrong ones too, with their feedback), pairs as `left -> right`, or items in their order.
`answer` names the right options by letter (`B`), place (`#2`) or text, several with spaces between; or it is the number
or word to give. `text` of a cloze has its gaps as Moodle writes them.
"""

from __future__ import annotations

FIXED = (
    "id", "type", "stem", "answer", "tolerance", "unit", "text", "explanation", "concepts", "bloom", "difficulty",
    "sources",
)  # fmt: skip
ARROW = "->"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ALSO = {
    "guid": "id", "idnumber": "id", "kind": "type", "question": "stem", "question text": "stem", "front": "stem",
    "correct": "answer", "correct answer": "answer", "right": "answer", "answers": "answer", "key": "answer",
    "back": "answer", "feedback": "explanation", "general feedback": "explanation", "tags": "concepts",
    "level": "difficulty", "units": "unit",
}  # fmt: skip
_NUMBERED = ("option", "choice", "feedback")


def column_of(head: str) -> str:
    """The column that a head stands for, such as 'stem' or 'option 2'; '' where it is none of ours."""
    name = " ".join(head.replace("_", " ").replace("-", " ").lower().split())
    if name in FIXED or name in _ALSO:
        return _ALSO.get(name, name)
    if len(name) == 1 and name.upper() in LETTERS:
        return f"option {LETTERS.index(name.upper()) + 1}"
    for word in _NUMBERED:
        at = _place(name.removeprefix(word).strip()) if name.startswith(word) else 0
        if at:
            return f"{'feedback' if word == 'feedback' else 'option'} {at}"
    return ""


def _place(end: str) -> int:
    if end.isascii() and end.isdecimal() and len(end) < 4:
        return int(end)
    return LETTERS.index(end.upper()) + 1 if len(end) == 1 and end.upper() in LETTERS else 0
