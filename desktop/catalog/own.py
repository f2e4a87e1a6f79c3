"""The reader's own questions for one pack as files: saved, deleted, taken in by the hundred, each step undone whole.

A file that somebody else changed meanwhile is never written over, and what cannot be read is left as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.catalog import limits
from desktop.catalog.entities.questions import Topic
from desktop.catalog.overlay import QUESTIONS
from desktop.catalog.own_files import NotSaved, bytes_of, entity_in, keep_as_it_was, new_id, put_files
from desktop.catalog.packfiles import ENDINGS
from desktop.catalog.topic_writing import topic_yaml
from desktop.catalog.words import plural
from desktop.catalog.writing import is_kept_by_windows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from desktop.catalog.entities.questions import Question

_MOST = 2_000  # questions in a list, as everywhere in a pack
_DELETED = "deleted"
_HOW_BACK = "Move this file into the folder questions beside it to have them again."
_ID_LINE = re.compile(rb"\bid: *[\"']?([a-z0-9.-]+)")


@dataclass(frozen=True, slots=True)
class Undo:
    """One step that can be taken back: the files as they were before and after it (None: not there)."""

    before: Mapping[Path, bytes | None]
    after: Mapping[Path, bytes | None]
    ids: tuple[str, ...]
    """The questions that the step put there or took away, with the ids that they have now."""


class OwnQuestions:
    """The files of a pack's own questions, as they were when this was made or last wrote them."""

    def __init__(self, folder: Path, taken: Collection[str] = ()) -> None:
        """`folder` is `Catalog.own_folder`; `taken` are the ids of the pack's questions, which own ones cannot have."""
        self._folder = folder
        self._pack = frozenset(taken)
        self._seen: dict[Path, bytes | None] = {}
        self._topics: dict[Path, Topic | None] = {}
        self._ours: set[Path] = set()
        self.read_again()

    def read_again(self) -> None:
        """Take the files as they are now for what is known."""
        for known in (self._seen, self._topics, self._ours):
            known.clear()
        living = (path for path in (self._folder / QUESTIONS).rglob("*") if path.suffix in ENDINGS)
        for path in sorted((*living, *self._folder.glob(f"{_DELETED}*.yaml"))):
            self._take(path)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all own questions that can be read."""
        return frozenset(self.questions)

    @property
    def questions(self) -> dict[str, Question]:
        """All own questions that can be read, by their ids."""
        return {question.id: question for path in self._living() for question in self._questions(path)}

    @property
    def taken(self) -> frozenset[str]:
        """All ids that a new question cannot have: the pack's, the own ones and those that were deleted."""
        return self._pack | {name for path in self._topics for name in self._names(path)}

    def topic_of(self, question: str) -> str | None:
        """The id of the topic in whose file an own question stands; None where that cannot be read."""
        path = self._place_of(question)
        topic = self._topics[path] if path is not None else None
        return topic.id if topic is not None else None

    def save(self, topic: Topic, question: Question) -> Undo:
        """Add a question to a topic, or replace the own one with its id wherever that stands. Raises NotSaved.

        Of `topic` the id, title and summary count, for the file that is begun where there is none.
        """
        return self._write(topic, [question], moves=True)

    def take_in(self, questions: Sequence[Question], topic: Topic) -> Undo:
        """Add many questions as one step. Raises NotSaved, and then none was added.

        One with the id of an own question replaces it, wherever that stands; one that is not an own question and whose
        id another one has gets a new id. `Undo.ids` has the ids in the order of `questions`.
        """
        own, taken = self.ids, set(self.taken)
        given: set[str] = set()
        named: list[Question] = []
        for question in questions:
            is_free = question.id in own or question.id not in taken or self._is_deleted(question.id)
            if question.id in given or not is_free:
                question = replace(question, id=new_id(question.stem, taken | given))
            given.add(question.id)
            named.append(question)
        return self._write(topic, named)

    def delete(self, question: str) -> Undo:
        """Take a question out of its file and keep it in `deleted.yaml`, which opens again. Raises NotSaved."""
        path = self._place_of(question)
        if path is None:
            raise NotSaved(f"'{question}' is none of your own questions")
        topic = self._topic(path)
        gone = next(each for each in topic.questions if each.id == question)
        return self._commit(self._with_deleted(gone) | {path: _less(topic, question)}, (question,))

    def undo(self, step: Undo) -> None:
        """Put the files back as they were before a step. Raises NotSaved where they changed since."""
        put_files(step.after, dict(reversed(tuple(step.before.items()))))
        for path in step.before:
            self._take(path)

    # What is known of the files.

    def _take(self, path: Path) -> None:
        """Remember a file's bytes and its topic; no topic where a rewrite would lose what could not be read."""
        try:
            data = bytes_of(path)
        except NotSaved:
            self._remember(path, b"", None)
        else:
            is_whole = len(data or b"") <= limits.FILE_BYTES
            self._remember(path, data, entity_in(data or b"", "topic") if is_whole else None)

    def _remember(self, path: Path, data: bytes | None, topic: Topic | None) -> None:
        self._seen[path], self._topics[path] = data, topic
        if data is None:
            del self._seen[path], self._topics[path]

    def _living(self) -> Iterable[Path]:
        return (path for path in self._topics if path.parent != self._folder)

    def _questions(self, path: Path) -> tuple[Question, ...]:
        topic = self._topics[path]
        return topic.questions if topic is not None else ()

    def _names(self, path: Path) -> Collection[str]:
        """The ids of the questions in a file; of one with problems, all that may be some."""
        if self._topics[path] is not None:
            return [question.id for question in self._questions(path)]
        return {found.decode() for found in _ID_LINE.findall(self._seen[path] or b"")}

    def _place_of(self, question: str) -> Path | None:
        return self._homes().get(question)

    def _homes(self) -> dict[str, Path]:
        """The file of each own question; one that can be read before one with problems."""
        paths = sorted(self._living(), key=lambda path: self._topics[path] is not None)
        return {name: path for path in paths for name in self._names(path)}

    def _is_deleted(self, question: str) -> bool:
        gone = (path for path in self._topics if path.parent == self._folder)
        return question not in self._pack and any(
            each.id == question for path in gone for each in self._questions(path)
        )

    def _topic(self, path: Path) -> Topic:
        """The topic in a file. Raises NotSaved where the file has problems, which a rewrite would not keep."""
        topic = self._topics.get(path)
        if topic is None:
            raise NotSaved(
                f"{path} has problems, and writing it anew would lose what cannot be read; mend it, "
                "then open the pack again (Ctrl+R)"
            )
        return topic

    # Writing.

    def _write(self, topic: Topic, questions: Sequence[Question], moves: bool = False) -> Undo:
        """The questions in their files: those that stand somewhere in place, the others at the end of the topic's.

        Where it `moves` them, those that stand elsewhere go to the topic too.
        """
        homes, target = self._homes(), self._target(topic)
        less: dict[Path, Topic | None] = {}
        added: dict[Path, dict[str, Question]] = {}
        for question in questions:
            home = homes.get(question.id)
            if moves and home is not None and home != target:
                less[home] = _less(self._topic(home), question.id)
                home = None
            added.setdefault(home or target, {})[question.id] = question
        head = Topic(id=topic.id, title=topic.title, summary=topic.summary)
        more = {path: _with(self._topic(path) if path in self._topics else head, new) for path, new in added.items()}
        return self._commit(more | less, tuple(each.id for each in questions))

    def _target(self, topic: Topic) -> Path:
        """The file that holds a topic, else the one that is named after it. Raises NotSaved."""
        for path in self._living():
            held = self._topics[path]
            if (held.id if held is not None else path.stem) == topic.id:
                return path
        if is_kept_by_windows(topic.id):
            raise NotSaved(f"Windows keeps files called '{topic.id}' for itself; choose another topic")
        return self._folder / QUESTIONS / f"{topic.id}.yaml"

    def _with_deleted(self, question: Question) -> dict[Path, Topic | None]:
        """The file of deleted questions with one more; a new one where the last is full."""
        for at in range(1, len(self._topics) + 2):
            path = self._folder / (f"{_DELETED}.yaml" if at == 1 else f"{_DELETED}-{at}.yaml")
            if path not in self._topics:
                head = Topic(id=path.stem, title="Deleted questions", summary=_HOW_BACK)
                return {path: _with(head, {question.id: question})}
            topic = self._topics[path]
            room = topic is not None and len(topic.questions) < _MOST
            if topic is not None and room and len(self._seen[path] or b"") < limits.FILE_BYTES // 2:
                return {path: _with(_less(topic, question.id) or topic, {question.id: question})}
        raise NotSaved(f"{self._folder} is full of deleted questions; move '{_DELETED}' files elsewhere")

    def _commit(self, files: Mapping[Path, Topic | None], ids: tuple[str, ...]) -> Undo:
        """Write the files, those that get more before those that lose it: whatever happens between, nothing is gone."""
        after = {
            path: None if topic is None else _rendered(topic, self._topics.get(path)) for path, topic in files.items()
        }
        before = {path: self._seen.get(path) for path in files}
        for path, data in before.items():
            self._keep_hand_written(path, data)
        put_files(before, after)
        for path, topic in files.items():
            self._remember(path, after[path], topic)
            self._ours.add(path)
        return Undo(before, after, ids)

    def _keep_hand_written(self, path: Path, data: bytes | None) -> None:
        """What somebody wrote by hand may hold remarks, which are not read: it is kept beside, as it was."""
        topic = None if path in self._ours else self._topics.get(path)
        if data is not None and topic is not None and topic_yaml(topic) != data:
            keep_as_it_was(path, data)


def _less(topic: Topic, question: str) -> Topic | None:
    """The topic without a question; None where nothing is left in it."""
    rest = replace(topic, questions=tuple(each for each in topic.questions if each.id != question))
    return rest if rest.questions or rest.misconceptions or rest.templates else None


def _with(topic: Topic, more: Mapping[str, Question]) -> Topic:
    """The topic with these questions: in the place of those with their ids, the others at the end."""
    kept = tuple(more.get(each.id, each) for each in topic.questions)
    known = {each.id for each in kept}
    found = replace(topic, questions=(*kept, *(each for name, each in more.items() if name not in known)))
    if len(found.questions) > _MOST:
        raise NotSaved(f"the topic '{topic.title}' would hold more than {_MOST:,} own questions; choose another topic")
    return found


def _rendered(topic: Topic, before: Topic | None) -> bytes:
    """The topic as a file of which all that was not there before reads back equal. Raises NotSaved."""
    known = set() if before is None else set(map(id, before.questions))
    new = replace(topic, questions=tuple(each for each in topic.questions if id(each) not in known))
    try:
        data = topic_yaml(topic)
        is_sound = entity_in(topic_yaml(new), "topic") == new
    except ValueError as error:
        raise NotSaved(f"a text holds half of a character and cannot be written: {error}") from error
    if not is_sound:
        raise NotSaved(f"{plural(len(new.questions), 'question')} of '{topic.title}' would not read back as written")
    if len(data) > limits.FILE_BYTES:
        raise NotSaved(f"the file of '{topic.title}' would be larger than a file may be; choose another topic")
    return data
