"""What stands between the braces of a GIFT question: its kind, its answers with weights, and feedback."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from desktop.quiz.exchange.item import Answer, Note, Written
from desktop.quiz.exchange.reading.numbers import number_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.quiz.exchange.item import Form, Item

_ESCAPED = re.compile(r"\\([~=#{}:\\n])")
_FORM = re.compile(r"\[(html|moodle|plain|markdown)\]")
_WEIGHT = re.compile(r"\s*%(-?\d{1,4}(?:[.,]\d{0,12})?)%")
_TRUTH = re.compile(r"(T|TRUE|F|FALSE)\s*(?=#|$)", re.IGNORECASE)
_MARKER = re.compile(r"[=~]")
_ARROW = "->"
ANY = "*"  # the answer that stands for every other


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a question's text beside a mask of the same length, in which what is escaped is blotted out."""

    text: str
    masked: str

    @classmethod
    def of(cls, text: str) -> Piece:
        return cls(text, _ESCAPED.sub("\0\0", text))

    def __getitem__(self, part: slice) -> Piece:
        return Piece(self.text[part], self.masked[part])

    def find(self, sign: str, start: int = 0) -> int:
        """The place of a sign that is not escaped, or -1."""
        return self.masked.find(sign, start)

    def stripped(self) -> Piece:
        left = len(self.text) - len(self.text.lstrip())
        return self[left : len(self.text.rstrip())] if self.text.strip() else Piece("", "")

    def written(self, form: Form = "moodle") -> Written:
        """The text without escapes, in the format it names, else in `form`. Only Moodle's own format joins lines."""
        text = self.text.strip()
        named = _FORM.match(text)
        if named is not None:
            form, text = cast("Form", named[1]), text[named.end() :]
        if form == "moodle":
            text = " ".join(line.strip() for line in text.split("\n"))
        return Written(_ESCAPED.sub(_meant, text).strip(), form)

    def split(self, sign: str) -> tuple[Piece, Piece | None]:
        """What stands before and after the first such sign that is not escaped."""
        at = self.find(sign)
        return (self, None) if at < 0 else (self[:at], self[at + len(sign) :])


def _meant(found: re.Match[str]) -> str:
    return "\n" if found[1] == "n" else found[1]


def answered(item: Item, braces: Piece, warnings: list[Note]) -> Item:
    """The item with the kind and the answers that stand between its braces."""
    body, general = braces.split("####")
    form = item.stem.form
    item = replace(item, feedback=_said(general, form))
    body = body.stripped()
    if not body.text:
        return replace(item, kind="essay")
    if body.masked.startswith("#"):
        return _numeric(item, body[1:])
    truth = _TRUTH.match(body.masked)
    if truth is not None:
        return _true_or_false(item, truth[1][0] in "Tt", body[truth.end() :])
    marks = list(_marked(body))
    if not marks:
        return replace(item, kind="short", answers=(_answer("=", body, form),))
    first = _MARKER.search(body.masked)
    if first is not None and body[: first.start()].text.strip():
        warnings.append(Note(item.line, "the words before the first answer are passed over"))
    return _by_marks(item, marks)


def _by_marks(item: Item, marks: list[tuple[str, Piece]]) -> Item:
    """Only '=': short answers, or pairs where each has an arrow. With '~': a choice, single where there is an '='."""
    form = item.stem.form
    signs = {sign for sign, _piece in marks}
    if signs == {"="} and all(piece.find(_ARROW) >= 0 for _sign, piece in marks):
        return replace(item, kind="match", answers=tuple(_pair(piece, form) for _sign, piece in marks))
    answers = tuple(_answer(sign, piece, form) for sign, piece in marks)
    kind = "short" if signs == {"="} else "single" if "=" in signs else "multiple"
    return replace(item, kind=kind, answers=answers)


def _marked(body: Piece) -> Iterator[tuple[str, Piece]]:
    """Each '=' or '~' that is not escaped, with what follows up to the next."""
    places = [found.start() for found in _MARKER.finditer(body.masked)]
    for at, end in zip(places, [*places, len(body.text)][1:], strict=True):
        yield body.masked[at], body[at + 1 : end]


def _said(piece: Piece | None, form: Form) -> Written | None:
    written = piece.written(form) if piece is not None else None
    return written if written is not None and written.text else None


def _weighed(piece: Piece) -> tuple[float | None, Piece]:
    found = _WEIGHT.match(piece.masked)
    return (float(found[1].replace(",", ".")), piece[found.end() :]) if found is not None else (None, piece)


def _answer(sign: str, piece: Piece, form: Form) -> Answer:
    weight, piece = _weighed(piece)
    text, feedback = piece.split("#")
    return Answer(text=text.written(form), right=sign == "=", weight=weight, feedback=_said(feedback, form))


def _pair(piece: Piece, form: Form) -> Answer:
    _weight, piece = _weighed(piece)
    left, right = piece.split(_ARROW)
    partner = right.written("plain") if right is not None else None
    return Answer(text=left.written(form), right=True, partner=partner)


def _true_or_false(item: Item, true: bool, rest: Piece) -> Item:
    """After the word comes what is said to the wrong answer, then what is said to the right one."""
    to_wrong, to_right = (rest[1:] if rest.text else rest).split("#")
    said = {False: _said(to_wrong, item.stem.form), True: _said(to_right, item.stem.form)}
    answers = tuple(
        Answer(text=Written(word), right=is_it == true, feedback=said[is_it == true])
        for word, is_it in (("True", True), ("False", False))
    )
    return replace(item, kind="truefalse", answers=answers, in_order=True)


def _numeric(item: Item, body: Piece) -> Item:
    first = _MARKER.search(body.masked)
    alone = body[: first.start()] if first is not None else body
    marks = [("=", alone)] if alone.text.strip() else []
    marks += _marked(body)
    answers: list[Answer] = []
    for sign, piece in marks:
        answer = _answer(sign, piece, item.stem.form)
        number = number_in(answer.text.text)
        if number is None and answer.text.text not in ("", ANY):
            return replace(item, kind="numeric", flaw=f"'{answer.text.text[:40]}' is no number, nor a range of them")
        answers.append(replace(answer, number=number, text=answer.text if number else Written(ANY, item.stem.form)))
    return replace(item, kind="numeric", answers=tuple(answers))
