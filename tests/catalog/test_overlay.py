from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from desktop import app, cli, places
from desktop.catalog.loader import Loaded, load_pack
from tests.builders import TINY_PACK
from tests.catalog.loose_ends import loose_ends

if TYPE_CHECKING:
    import pytest

    from desktop.catalog.catalog import Catalog

MINE = """\
id: basics
title: Mine
summary: Added.
questions:
  - id: own-colour
    type: single
    stem: What colour is tea?
    options: [{text: Brown, correct: true}, {text: Blue, misconception: tea-is-a-seed}]
    evidence: ["subject:tea"]
"""
NEW = """\
id: pots
title: Pots
summary: Of my own.
misconceptions: [{id: pots-are-cups, title: A pot is a cup, correction: It is not.}]
questions:
  - {id: own-pots, type: truefalse, stem: A pot is a cup., options: [{text: "Yes", misconception: pots-are-cups}, {text: "No", correct: true}]}
"""  # noqa: E501 - one line of YAML


def own_files(folder: Path, **files: str) -> Path:
    place = folder / "packs" / "tea-and-coffee" / "questions"
    place.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (place / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder / "packs"


def catalog_of(loaded: Loaded) -> Catalog:
    assert loaded.catalog is not None
    assert loose_ends(loaded.catalog) == []
    return loaded.catalog


def test_own_questions_stand_in_the_pack_s_topic_and_in_topics_of_their_own(tmp_path: Path) -> None:
    loaded = load_pack(TINY_PACK, own=own_files(tmp_path, basics=MINE, pots=NEW))
    catalog = catalog_of(loaded)
    assert loaded.problems == ()
    assert [topic.id for topic in catalog.topics] == ["basics", "pots"]
    assert catalog.topic["basics"].title == "Basics"
    assert list(catalog.question) == ["more-caffeine", "what-is-needed", "boiling", "own-colour", "own-pots"]
    assert catalog.own == {"own-colour", "own-pots"}
    assert catalog.own_folder == tmp_path / "packs" / "tea-and-coffee"


def test_without_own_questions_the_catalog_says_where_they_would_lie(tmp_path: Path) -> None:
    catalog = catalog_of(load_pack(TINY_PACK, own=tmp_path))
    assert catalog.own == frozenset()
    assert catalog.own_folder == tmp_path / "tea-and-coffee"
    assert catalog.topics == catalog_of(load_pack(TINY_PACK)).topics
    assert catalog_of(load_pack(TINY_PACK)).own_folder is None


def test_a_zip_has_own_questions_too(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "tiny.zip", "w") as archive:
        for file in TINY_PACK.rglob("*.yaml"):
            archive.write(file, f"tiny/{file.relative_to(TINY_PACK).as_posix()}")
    own = own_files(tmp_path, basics=MINE)
    assert load_pack(tmp_path / "tiny.zip", own=own) == load_pack(TINY_PACK, own=own)


def test_what_changes_in_own_files_is_seen_though_the_pack_comes_from_its_snapshot(tmp_path: Path) -> None:
    cache, own = tmp_path / "cache", own_files(tmp_path, basics=MINE)
    first = load_pack(TINY_PACK, cache, own)
    assert load_pack(TINY_PACK, cache, own) == first == load_pack(TINY_PACK, own=own)
    own_files(tmp_path, basics=MINE.replace("Brown", "Golden"))
    changed = catalog_of(load_pack(TINY_PACK, cache, own)).question["own-colour"]
    assert changed.options[0].text == "Golden"  # type: ignore[union-attr]
    assert catalog_of(load_pack(TINY_PACK, cache)).own == frozenset()
    assert len(list(cache.iterdir())) == 1


def test_an_id_that_the_pack_has_is_told_with_its_place_and_the_pack_s_question_stays(tmp_path: Path) -> None:
    own = own_files(tmp_path, basics=MINE.replace("own-colour", "boiling"))
    loaded = load_pack(TINY_PACK, own=own)
    [problem] = loaded.problems
    assert str(problem) == (
        f"{own / 'tea-and-coffee/questions/basics.yaml'}:5:9: the question 'boiling' stands in the pack already"
    )
    assert catalog_of(loaded).question["boiling"].stem.startswith("Leaflet 1")
    assert catalog_of(loaded).own == frozenset()


def test_an_id_that_stands_twice_in_own_files_is_told(tmp_path: Path) -> None:
    own = own_files(tmp_path, basics=MINE, pots=NEW.replace("id: own-pots", "id: own-colour"))
    loaded = load_pack(TINY_PACK, own=own)
    assert [each.what.split("'")[1] for each in loaded.problems] == ["own-colour"]
    assert catalog_of(loaded).own == {"own-colour"}


def test_what_leads_nowhere_is_told_and_the_rest_is_shown(tmp_path: Path) -> None:
    own = own_files(tmp_path, basics=MINE.replace("subject:tea", "subject:coffe"), pots=NEW)
    loaded = load_pack(TINY_PACK, own=own)
    assert [(each.line, each.what, each.hint) for each in loaded.problems] == [
        (9, "'subject:coffe': there is no subject 'coffe'", "did you mean 'coffee'?")
    ]
    assert catalog_of(loaded).own == {"own-colour", "own-pots"}
    assert catalog_of(loaded).question["own-colour"].evidence == ()


def test_a_file_that_is_no_yaml_never_hides_the_pack(tmp_path: Path) -> None:
    loaded = load_pack(TINY_PACK, own=own_files(tmp_path, basics="id: [", pots=NEW, other="", stray="id: else\n"))
    files = {Path(each.file).name: each.what for each in loaded.problems}
    assert files["other.yaml"] == "the file is empty"
    assert files["basics.yaml"].startswith("not YAML")
    assert "'title' is missing" in {each.what for each in loaded.problems}
    assert catalog_of(loaded).own == {"own-pots"}
    assert "boiling" in catalog_of(loaded).question


def test_a_pack_with_problems_gets_own_questions_as_well(tmp_path: Path) -> None:
    pack = Path(shutil.copytree(TINY_PACK, tmp_path / "tiny"))
    (pack / "subjects" / "bad.yaml").write_text("id: [", encoding="utf-8")
    loaded = load_pack(pack, own=own_files(tmp_path, basics=MINE))
    assert [each.file for each in loaded.problems] == ["subjects/bad.yaml"]
    assert catalog_of(loaded).own == {"own-colour"}


def test_validate_does_not_look_at_own_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = own_files(tmp_path, basics="id: [")
    monkeypatch.setattr(places, "own_packs_folder", lambda: own)
    assert app._load(TINY_PACK, tmp_path / "cache").problems
    assert cli.main(["validate", str(TINY_PACK)]) == 0


TALK = """\
id: own-talk
title: My talk
summary: Of my own.
stops:
  - {id: heat, title: Heat, ref: "cell:tea/heat", notes: Say this.}
  - {id: gone, title: Gone, ref: "cell:tea/price"}
  - {id: tab, title: Tab, ref: "view:matrix"}
"""
TOUR = "id: tour\ntitle: Tour\nsummary: Of the pack.\nstops: [{id: pot, title: Pot, ref: 'diagram:brewin'}]\n"


def own_decks(folder: Path, **files: str) -> Path:
    place = folder / "packs" / "tea-and-coffee" / "decks"
    place.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (place / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder / "packs"


def pack_with_a_deck(folder: Path, deck: str = TOUR) -> Path:
    pack = Path(shutil.copytree(TINY_PACK, folder / "tiny"))
    (pack / "decks").mkdir()
    (pack / "decks" / "tour.yaml").write_text(deck, encoding="utf-8")
    return pack


def test_a_place_that_is_gone_stays_in_its_stop_and_is_told(tmp_path: Path) -> None:
    own = own_decks(tmp_path, **{"own-talk": TALK})
    loaded = load_pack(pack_with_a_deck(tmp_path), own=own)
    catalog = catalog_of(loaded)
    assert [str(each.ref) for each in catalog.decks[0].stops] == ["diagram:brewin"]
    assert [str(each.ref) for each in catalog.decks[1].stops] == ["cell:tea/heat", "cell:tea/price", "view:matrix"]
    assert [(Path(each.file).name, each.line, each.what) for each in loaded.problems] == [
        ("tour.yaml", 4, "'diagram:brewin': there is no diagram 'brewin'"),
        ("own-talk.yaml", 6, "'cell:tea/price': there is no aspect 'price'"),
    ]


def test_own_decks_follow_those_of_the_pack(tmp_path: Path) -> None:
    own = own_decks(own_files(tmp_path, basics=MINE).parent, **{"own-talk": TALK})
    loaded = load_pack(pack_with_a_deck(tmp_path, TOUR.replace("brewin", "brewing")), tmp_path / "cache", own)
    catalog = catalog_of(loaded)
    assert [each.id for each in catalog.decks] == ["tour", "own-talk"]
    assert catalog.own_decks == {"own-talk"}
    assert catalog.own == {"own-colour"}
    again = load_pack(tmp_path / "tiny", tmp_path / "cache", own)
    assert again == loaded


def test_a_broken_own_deck_hides_neither_the_pack_nor_the_others(tmp_path: Path) -> None:
    broken = {"own-talk": TALK, "bad": "id: [", "tour": TOUR, "own-b": "id: own-b\ntitle: B\nstops: []\n"}
    loaded = load_pack(pack_with_a_deck(tmp_path), own=own_decks(tmp_path, **broken))
    catalog = catalog_of(loaded)
    assert [each.id for each in catalog.decks] == ["tour", "own-talk"]
    assert catalog.own_decks == {"own-talk"}
    told = {Path(each.file).name: each for each in loaded.problems if each.file.startswith(str(tmp_path))}
    assert told["bad.yaml"].what.startswith("not YAML")
    assert str(told["tour.yaml"]).endswith("tour.yaml:1:5: the deck 'tour' stands in the pack already")
    assert told["own-b.yaml"].what == "'summary' is missing"


def test_stops_with_the_same_id_are_told_and_both_stay(tmp_path: Path) -> None:
    loaded = load_pack(TINY_PACK, own=own_decks(tmp_path, **{"own-talk": TALK.replace("id: tab", "id: heat")}))
    assert [(each.line, each.column, each.what) for each in loaded.problems if "twice" in each.what] == [
        (7, 10, "'heat' stands here twice")
    ]
    assert len(catalog_of(loaded).decks[0].stops) == 3


def test_a_question_may_point_at_a_tab(tmp_path: Path) -> None:
    loaded = load_pack(TINY_PACK, own=own_files(tmp_path, basics=MINE.replace("subject:tea", "view:quiz")))
    assert loaded.problems == ()
