"""What an export would lose, told question by question before the file is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.catalog.words import plural
from desktop.quiz.exchange.exporting import written
from desktop.quiz.exchange.plain import on_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question, Topic
    from desktop.quiz.exchange.exporting import Draw
    from desktop.quiz.exchange.writing.loss import Loss


@dataclass(frozen=True, slots=True)
class FileKind:
    """A format by its key, what it is called, and the ending of its files."""

    key: str
    title: str
    ending: str


FILE_KINDS = (
    FileKind("gift", "GIFT", "gift"),
    FileKind("moodle", "Moodle XML", "xml"),
    FileKind("anki", "Anki text", "txt"),
    FileKind("apkg", "Anki package", "apkg"),
    FileKind("csv", "CSV, for spreadsheets", "csv"),
    FileKind("pdf", "Test on paper (PDF)", "pdf"),
)


@dataclass(frozen=True, slots=True)
class Lost:
    """A question and what the file does not hold of it; with `whole` it does not hold the question at all."""

    text: str
    what: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Given:
    """A file that could be written, of how many questions, and what it loses."""

    data: bytes
    count: int
    lost: tuple[Lost, ...]

    @property
    def summary(self) -> str:
        """What will be in the file, in one line."""
        gone = sum(each.whole for each in self.lost)
        less = len(self.lost) - gone
        if not self.lost:
            return f"The file holds all of {plural(self.count, 'question')}, nothing is lost"
        parts = [f"The file holds {self.count - gone:,} of {plural(self.count, 'question')}"]
        parts += [f"{less:,} {'loses' if less == 1 else 'lose'} something"] if less else []
        parts += [f"{gone:,} {'is' if gone == 1 else 'are'} left out"] if gone else []
        return "; ".join(parts)


def topics_with(questions: Sequence[Question], catalog: Catalog) -> tuple[Topic, ...]:
    """The topics of these questions, each with those alone, in the pack's order."""
    wanted = {each.id for each in questions}
    kept = (
        replace(topic, questions=tuple(each for each in topic.questions if each.id in wanted), templates=())
        for topic in catalog.topics
    )
    return tuple(topic for topic in kept if topic.questions)


def given(kind: str, topics: Sequence[Topic], catalog: Catalog, made: datetime, draw: Draw) -> Given:
    """The file of these topics in one of the formats, and what is lost, in the order of the questions."""
    writing = written(kind, topics, catalog, made, draw)
    questions = [each for topic in topics for each in topic.questions]
    return Given(writing.data, len(questions), _lost(writing.losses, questions))


def _lost(losses: Sequence[Loss], questions: Sequence[Question]) -> tuple[Lost, ...]:
    told: dict[str, list[Loss]] = {}
    for loss in losses:
        told.setdefault(loss.question, []).append(loss)
    rows = []
    for each in questions:
        if each.id in told:
            is_out = any(loss.whole for loss in told[each.id])
            what = "; ".join(loss.what for loss in told[each.id])
            rows.append(Lost(on_one_line(each.stem), f"{'left out' if is_out else 'lost'}: {what}", is_out))
    return tuple(rows)
