"""Own decks as files: they come back as they were, and nothing of anybody's is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import is_normalized

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.catalog.deck_writing import OwnDecks, deck_yaml
from desktop.catalog.entities.talks import Deck, Stop
from desktop.catalog.fields import ID
from desktop.catalog.own_files import NotSaved, entity_in
from desktop.catalog.refs import CellRef, ViewRef
from desktop.catalog.shapes import TextShape, record_shape
from desktop.catalog.writing import write_whole
from tests.catalog.test_topic_writing import texts, values

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.catalog.catalog import Catalog

TALK = Deck(
    id="own-talk",
    title="Tea: a talk",
    summary="Of mine.",
    target=12.5,
    stops=(
        Stop(id="hello", title="Hello", text="Two lines\nof text.", minutes=0.5),
        Stop(id="heat", title="Heat", ref=CellRef("tea", "heat"), state={"level": "drinks"}, notes="Say: it is hot."),
    ),
)
WRITTEN = """\
id: own-talk
title: "Tea: a talk"
summary: Of mine.
target: 12.5
stops:
  - id: hello
    title: Hello
    minutes: 0.5
    text: |-
      Two lines
      of text.
  - id: heat
    title: Heat
    ref: cell:tea/heat
    state:
      level: drinks
    notes: "Say: it is hot."
"""
FIELDS = {field.name: field.shape for field in record_shape(Stop).fields}
KEYS = texts(record_shape(Stop).fields[1].shape).filter(lambda key: is_normalized("NFC", key) and key != "<<")  # type: ignore[arg-type]
STOPS = st.builds(
    Stop,
    id=values(TextShape(ID, None)),
    title=values(FIELDS["title"]),
    ref=st.sampled_from([None, CellRef("tea", "heat"), ViewRef("matrix")]),
    state=st.dictionaries(KEYS, values(FIELDS["title"]), max_size=3),
    text=values(FIELDS["text"]),
    notes=values(FIELDS["notes"]),
    minutes=values(FIELDS["minutes"]),
)


def test_a_deck_is_written_as_a_person_would() -> None:
    assert deck_yaml(TALK).decode() == WRITTEN


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STOPS, max_size=4), values(record_shape(Deck).fields[1].shape), st.none() | st.floats(0, 600))
def test_every_deck_comes_back_as_it_was(stops: list[Stop], title: str, target: float | None) -> None:
    deck = replace(TALK, title=title, target=target, stops=tuple(stops))
    assert entity_in(deck_yaml(deck), "deck") == deck


def test_the_shipped_decks_come_back(shipped_catalog: Catalog) -> None:
    for deck in shipped_catalog.decks:
        assert entity_in(deck_yaml(deck), "deck") == deck


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "packs" / "tea-and-coffee"


@pytest.fixture
def own(folder: Path) -> OwnDecks:
    return OwnDecks(folder, {"tour"})


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_saved_is_there_for_another_one(own: OwnDecks, folder: Path) -> None:
    other = replace(TALK, id="own-b", title="B")
    own.save([TALK, other])
    assert files(folder) == {"decks/own-talk.yaml": deck_yaml(TALK), "decks/own-b.yaml": deck_yaml(other)}
    assert own.decks == OwnDecks(folder).decks == (other, TALK)


def test_a_deleted_deck_is_kept_and_comes_back(own: OwnDecks, folder: Path) -> None:
    own.save([TALK])
    own.save([])
    assert files(folder) == {"deleted-decks/own-talk.yaml": deck_yaml(TALK)}
    assert own.decks == OwnDecks(folder).decks == ()
    own.save([TALK])
    assert files(folder) == {"decks/own-talk.yaml": deck_yaml(TALK)}
    own.save([])
    own.save([replace(TALK, title="Another")])
    own.save([])
    assert list(files(folder)) == ["deleted-decks/own-talk.yaml"]


def test_ids_are_new_for_the_pack_for_own_decks_and_for_deleted_ones(own: OwnDecks, folder: Path) -> None:
    assert own.new_id("Talk") == "own-talk"
    own.save([TALK])
    assert own.new_id("Talk") == "own-talk-2"
    own.save([])
    assert OwnDecks(folder).new_id("Talk") == "own-talk-2"
    assert own.new_id("是") == "own-talk-2"


def test_a_file_that_changed_meanwhile_is_not_written_over(own: OwnDecks, folder: Path) -> None:
    own.save([TALK])
    OwnDecks(folder).save([replace(TALK, title="Theirs")])
    before = files(folder)
    for decks in ([replace(TALK, title="Mine")], []):
        with pytest.raises(NotSaved, match=r"changed by another program meanwhile; open the pack again"):
            own.save(decks)
    assert files(folder) == before
    own.read_again()
    own.save([replace(own.decks[0], title="Mine")])
    assert b"Mine" in files(folder)["decks/own-talk.yaml"]


def test_a_file_with_problems_is_left_as_it_is(own: OwnDecks, folder: Path) -> None:
    own.save([TALK])
    file = folder / "decks" / "own-talk.yaml"
    file.write_bytes(deck_yaml(TALK) + b"colour: red\n")
    own.read_again()
    assert not own.decks
    assert own.locked == {"own-talk"}
    own.save([replace(TALK, id="own-b")])
    assert b"colour: red" in file.read_bytes()
    with pytest.raises(NotSaved, match="has problems"):
        own.save([TALK])


@pytest.mark.parametrize("id", ["tour", "own-talk"])
def test_a_deck_with_the_id_of_another_one_is_left_as_it_is(own: OwnDecks, folder: Path, id: str) -> None:
    own.save([TALK])
    double = folder / "decks" / "z.yaml"
    double.write_bytes(deck_yaml(replace(TALK, id=id)))
    own.read_again()
    assert own.decks == (TALK,)
    own.save([])
    assert double.exists()


def test_a_file_with_remarks_is_kept_as_it_was_beside_the_new_one(own: OwnDecks, folder: Path) -> None:
    own.save([TALK])
    remarked = b"# mine\n" + deck_yaml(TALK)
    (folder / "decks" / "own-talk.yaml").write_bytes(remarked)
    own.read_again()
    own.save([replace(TALK, title="New")])
    assert files(folder)["decks/own-talk.yaml.before"] == remarked


def test_a_full_disk_is_told_and_nothing_is_half_written(
    own: OwnDecks, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        if path.name == "own-b.yaml":
            raise OSError(28, "No space left on device")
        write_whole(path, data)

    own.save([TALK])
    before = files(folder)
    monkeypatch.setattr("desktop.catalog.own_files.write_whole", full)
    with pytest.raises(NotSaved, match=r"own-b.yaml cannot be written: no space left on device"):
        own.save([replace(TALK, title="New"), replace(TALK, id="own-b")])
    assert files(folder) == before
    own.save([replace(TALK, title="New")])
    assert own.decks[0].title == "New"


@pytest.mark.parametrize("title", [" ends in space ", "bell \x07", "half \ud800"])
def test_what_would_not_read_back_is_not_written(own: OwnDecks, folder: Path, title: str) -> None:
    with pytest.raises(NotSaved):
        own.save([replace(TALK, title=title)])
    assert not folder.exists()
