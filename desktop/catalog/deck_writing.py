"""The reader's own decks for one pack as files: what differs is written whole, and never over a stranger's change.

A deck that was deleted lies in `deleted-decks` until it is brought back. A file with problems is left as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.catalog import limits
from desktop.catalog.layout import KIND_OF_NAME
from desktop.catalog.overlay import DECKS
from desktop.catalog.own_files import NotSaved, bytes_of, entity_in, keep_as_it_was, new_id, put_files
from desktop.catalog.yaml_writing import Layout, yaml_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from desktop.catalog.entities.talks import Deck

_DELETED = "deleted-decks"
_OF_A_STOP = ("id", "title", "ref", "state", "minutes", "text", "notes")


def _ordered(found: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields of a stop as the shipped packs have them."""
    return found if "summary" in found else {name: found[name] for name in _OF_A_STOP if name in found}


_LAYOUT = Layout(listed=("stops",), order=_ordered)


def deck_yaml(deck: Deck) -> bytes:
    """The file of a deck; our own reader and binder give an equal one back. Raises ValueError for half a character."""
    return yaml_of(KIND_OF_NAME["deck"].shape, deck, _LAYOUT)


class OwnDecks:
    """The files of a pack's own decks, as they were when this was made or last wrote them."""

    def __init__(self, folder: Path, taken: Collection[str] = ()) -> None:
        """`folder` is `Catalog.own_folder`; `taken` are the ids of the pack's decks, which own ones cannot have."""
        self._folder = folder
        self._pack = frozenset(taken)
        self._seen: dict[Path, bytes] = {}
        self._decks: dict[Path, Deck | None] = {}
        self._ours: set[Path] = set()
        self.read_again()

    def read_again(self) -> None:
        """Take the files as they are now for what is known."""
        for known in (self._seen, self._decks, self._ours):
            known.clear()
        for folder in (DECKS, _DELETED):
            for path in sorted(self._folder.glob(f"{folder}/*.y*ml")):
                self._take(path)

    @property
    def decks(self) -> tuple[Deck, ...]:
        """The decks that can be changed, in display order."""
        found = (self._decks[path] for path in self._living())
        return tuple(sorted((each for each in found if each is not None), key=lambda each: (each.order, each.title)))

    @property
    def locked(self) -> frozenset[str]:
        """The ids of decks whose files have problems: writing them anew would lose what cannot be read."""
        return frozenset(path.stem for path in self._living() if self._decks[path] is None)

    def new_id(self, title: str) -> str:
        """An id for a deck that neither the pack nor any own or deleted deck has."""
        kept = (each.id for each in self._decks.values() if each is not None)
        return new_id(title, {*self._pack, *kept, *(path.stem for path in self._decks)}, "talk")

    def save(self, decks: Sequence[Deck]) -> None:
        """Have these decks, and no others that can be changed, in the files. Raises NotSaved, and nothing was written.

        What is no longer among them is kept as deleted, and what comes back is not deleted any more.
        """
        wanted = dict(self._changes(decks))
        before = {path: self._seen.get(path) for path in wanted}
        for path, data in before.items():
            self._keep_hand_written(path, data)
        put_files(before, wanted)
        for path, data in wanted.items():
            self._remember(path, data, self._decks.get(path) if data is None else entity_in(data, "deck"))
            self._ours.add(path)

    def _changes(self, decks: Sequence[Deck]) -> Iterator[tuple[Path, bytes | None]]:
        """Each file that has to change, and what should stand in it."""
        homes = {deck.id: path for path in self._living() if (deck := self._decks[path]) is not None}
        for deck in decks:
            path = homes.pop(deck.id, self._folder / DECKS / f"{deck.id}.yaml")
            if self._decks.get(path) == deck:
                continue
            if path in self._decks and self._decks[path] is None:
                raise NotSaved(f"{path} has problems; mend it, then open the pack again (Ctrl+R)")
            yield path, _rendered(deck)
            if self._gone(deck.id) in self._seen:
                yield self._gone(deck.id), None
        for id, path in homes.items():
            yield path, None
            yield self._gone(id), self._seen[path]

    def _gone(self, id: str) -> Path:
        return self._folder / _DELETED / f"{id}.yaml"

    def _living(self) -> tuple[Path, ...]:
        return tuple(path for path in self._decks if path.parent.name == DECKS)

    def _take(self, path: Path) -> None:
        """Remember a file's bytes and its deck; no deck where a rewrite would lose what could not be read."""
        try:
            data = bytes_of(path)
        except NotSaved:
            self._remember(path, b"", None)
        else:
            deck = entity_in(data or b"", "deck")
            is_taken = deck is not None and deck.id in {*self._pack, *(each.id for each in self.decks)}
            self._remember(path, data, None if is_taken and path.parent.name == DECKS else deck)

    def _remember(self, path: Path, data: bytes | None, deck: Deck | None) -> None:
        if data is None:
            self._seen.pop(path, None)
            self._decks.pop(path, None)
        else:
            self._seen[path], self._decks[path] = data, deck

    def _keep_hand_written(self, path: Path, data: bytes | None) -> None:
        deck = None if path in self._ours else self._decks.get(path)
        if data is not None and deck is not None and deck_yaml(deck) != data:
            keep_as_it_was(path, data)


def _rendered(deck: Deck) -> bytes:
    """The file of a deck that reads back equal. Raises NotSaved."""
    try:
        data = deck_yaml(deck)
    except ValueError as error:
        raise NotSaved(f"a text of '{deck.title}' holds half of a character and cannot be written: {error}") from error
    if entity_in(data, "deck") != deck:
        raise NotSaved(f"'{deck.title}' would not read back as it was written; undo the last change")
    if len(data) > limits.FILE_BYTES:
        raise NotSaved(f"the file of '{deck.title}' would be larger than a file may be; make two decks of it")
    return data
