from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.entities.questions import ChoiceQuestion, Option, Topic
from desktop.catalog.loader import load_pack
from desktop.catalog.own import OwnQuestions, Undo
from desktop.catalog.own_files import NotSaved, new_id
from desktop.catalog.writing import write_whole
from tests.builders import TINY_PACK

if TYPE_CHECKING:
    from pathlib import Path

BASICS = Topic(id="basics", title="Basics", summary="What is in the cup.")
POTS = Topic(id="pots", title="Pots", summary="Of my own.")
TAKEN = ("more-caffeine", "what-is-needed", "boiling")


def question(name: str, stem: str = "Is it so?") -> ChoiceQuestion:
    options = (Option(text="Yes", correct=True), Option(text="No"))
    return ChoiceQuestion(id=name, type="single", stem=stem, options=options)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "packs" / "tea-and-coffee"


@pytest.fixture
def own(folder: Path) -> OwnQuestions:
    return OwnQuestions(folder, TAKEN)


def shown(folder: Path) -> list[str]:
    """The own questions that the program shows after it has read everything again."""
    loaded = load_pack(TINY_PACK, own=folder.parent)
    assert loaded.catalog is not None
    assert loaded.problems == ()
    return [each for each in loaded.catalog.question if each in loaded.catalog.own]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_saved_is_shown(own: OwnQuestions, folder: Path) -> None:
    own.save(BASICS, question("own-a"))
    own.save(POTS, question("own-b"))
    assert shown(folder) == ["own-a", "own-b"]
    assert (own.topic_of("own-a"), own.topic_of("own-b"), own.topic_of("boiling")) == ("basics", "pots", None)


def test_saving_again_replaces_in_place(own: OwnQuestions, folder: Path) -> None:
    for name in ("own-a", "own-b"):
        own.save(BASICS, question(name))
    own.save(BASICS, question("own-a", "Is it really so?"))
    assert shown(folder) == ["own-a", "own-b"]
    assert b"Is it really so?" in files(folder)["questions/basics.yaml"]


def test_a_question_can_move_to_another_topic(own: OwnQuestions, folder: Path) -> None:
    own.save(BASICS, question("own-a"))
    step = own.save(POTS, question("own-a"))
    assert list(files(folder)) == ["questions/pots.yaml"]
    own.undo(step)
    assert list(files(folder)) == ["questions/basics.yaml"]


def test_saving_can_be_undone(own: OwnQuestions, folder: Path) -> None:
    own.save(BASICS, question("own-a"))
    before = files(folder)
    own.undo(own.save(BASICS, question("own-b")))
    assert files(folder) == before
    assert own.ids == {"own-a"}
    own.save(BASICS, question("own-c"))
    assert shown(folder) == ["own-a", "own-c"]


def test_a_deleted_question_lies_in_a_file_that_opens_again_and_can_come_back(own: OwnQuestions, folder: Path) -> None:
    own.save(BASICS, question("own-a"))
    own.save(BASICS, question("own-b"))
    step = own.delete("own-a")
    assert shown(folder) == ["own-b"]
    assert b"own-a" in files(folder)["deleted.yaml"]
    own.undo(step)
    assert shown(folder) == ["own-a", "own-b"]
    assert "deleted.yaml" not in files(folder)


def test_the_file_of_deleted_questions_says_truly_how_they_come_back(own: OwnQuestions, folder: Path) -> None:
    own.save(POTS, question("own-a"))
    own.delete("own-a")
    file = folder / "deleted.yaml"
    assert "Move this file into the folder questions" in file.read_text(encoding="utf-8")
    (folder / "questions").mkdir(exist_ok=True)
    file.rename(folder / "questions" / "deleted.yaml")
    assert shown(folder) == ["own-a"]


def test_the_last_question_of_a_topic_takes_the_topic_with_it(own: OwnQuestions, folder: Path) -> None:
    own.save(POTS, question("own-a"))
    own.delete("own-a")
    assert list(files(folder)) == ["deleted.yaml"]
    assert shown(folder) == []


def test_ids_are_never_used_again(own: OwnQuestions, folder: Path) -> None:
    own.save(BASICS, question("own-is-it-so"))
    own.delete("own-is-it-so")
    assert new_id("Is it so?", own.taken) == "own-is-it-so-2"
    assert new_id("Is it so?", OwnQuestions(folder, TAKEN).taken) == "own-is-it-so-2"
    assert new_id("Größe? 是", ()) == "own-gro-e"
    assert new_id("是", ()) == "own-question"
    assert len(new_id("word " * 100, ())) <= 64


def test_many_are_taken_in_as_one_step_and_undone_as_one(own: OwnQuestions, folder: Path) -> None:
    own.save(BASICS, question("own-a", "Old?"))
    before = files(folder)
    step = own.take_in([question("own-a", "New?"), question("boiling"), question("x"), question("x")], POTS)
    assert step.ids == ("own-a", "own-is-it-so", "x", "own-is-it-so-2")
    assert set(shown(folder)) == set(step.ids)
    assert own.topic_of("own-a") == "basics"
    own.undo(step)
    assert files(folder) == before
    assert own.ids == {"own-a"}


def test_a_single_one_that_is_taken_in_stays_where_it_stands(own: OwnQuestions) -> None:
    own.save(BASICS, question("own-a"))
    own.take_in([question("own-a", "New?")], POTS)
    assert own.topic_of("own-a") == "basics"
    assert own.questions["own-a"].stem == "New?"


def test_a_deleted_question_that_is_taken_in_again_keeps_its_id(own: OwnQuestions) -> None:
    own.save(BASICS, question("own-a"))
    own.delete("own-a")
    assert own.take_in([question("own-a")], BASICS).ids == ("own-a",)


def test_a_file_that_changed_meanwhile_is_not_written_over(own: OwnQuestions, folder: Path) -> None:
    step = own.save(BASICS, question("own-a"))
    OwnQuestions(folder, TAKEN).save(BASICS, question("own-b"))
    before = files(folder)
    for change in (
        lambda: own.save(BASICS, question("own-c")),
        lambda: own.delete("own-a"),
        lambda: own.take_in([question("own-c")], BASICS),
        lambda: own.undo(step),
    ):
        with pytest.raises(NotSaved, match=r"changed by another program meanwhile; open the pack again"):
            change()
    assert files(folder) == before
    own.read_again()
    own.save(BASICS, question("own-c"))
    assert shown(folder) == ["own-a", "own-b", "own-c"]


def test_a_file_with_problems_is_not_written_anew(own: OwnQuestions, folder: Path) -> None:
    own.save(BASICS, question("own-a"))
    file = folder / "questions" / "basics.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    own.read_again()
    with pytest.raises(NotSaved, match=r"has problems"):
        own.save(BASICS, question("own-b"))
    assert "colour: red" in file.read_text(encoding="utf-8")


def test_a_file_with_remarks_is_kept_as_it_was_beside_the_new_one(own: OwnQuestions, folder: Path) -> None:
    own.save(BASICS, question("own-a"))
    file = folder / "questions" / "basics.yaml"
    remarked = b"# mine\n" + file.read_bytes()
    file.write_bytes(remarked)
    own.read_again()
    own.save(BASICS, question("own-b"))
    assert files(folder)["questions/basics.yaml.before"] == remarked
    assert shown(folder) == ["own-a", "own-b"]


def test_a_full_disk_is_told_and_nothing_is_half_written(
    own: OwnQuestions, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        if path.name == "deleted.yaml":
            raise OSError(28, "No space left on device")
        write_whole(path, data)

    for name in ("own-a", "own-b"):
        own.save(BASICS, question(name))
    before = files(folder)
    monkeypatch.setattr("desktop.catalog.own_files.write_whole", full)
    with pytest.raises(NotSaved, match=r"deleted.yaml cannot be written: no space left on device"):
        own.delete("own-a")
    assert files(folder) == before
    assert own.ids == {"own-a", "own-b"}


def test_what_would_not_read_back_is_not_written(own: OwnQuestions, folder: Path) -> None:
    for bad in (question("own-a", " ends in space "), question("Not An Id"), question("own-a", "bell \x07"),
                replace(question("own-a"), options=())):  # fmt: skip
        with pytest.raises(NotSaved):
            own.save(BASICS, bad)
    with pytest.raises(NotSaved, match=r"none of your own"):
        own.delete("boiling")
    assert not folder.exists() or os.listdir(folder) == []


def power_goes_after(writes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is gone after so many files: what would come next never happens."""
    from desktop.catalog import own_files as module

    write, done = module._write, [0]

    def gone(path: Path, data: bytes | None) -> None:
        if done[0] == writes:
            raise SystemExit
        done[0] += 1
        write(path, data)

    monkeypatch.setattr(module, "_write", gone)


@pytest.mark.parametrize("is_undone", [False, True])
@pytest.mark.parametrize("doing", ["delete", "move"])
def test_a_question_on_its_way_from_one_file_to_another_is_never_in_none(
    own: OwnQuestions, folder: Path, monkeypatch: pytest.MonkeyPatch, doing: str, is_undone: bool
) -> None:
    for name in ("own-a", "own-b"):
        own.save(BASICS, question(name))

    def done() -> Undo:
        return own.delete("own-a") if doing == "delete" else own.save(POTS, question("own-a"))

    step = done() if is_undone else None
    power_goes_after(1, monkeypatch)
    with pytest.raises(SystemExit):
        done() if step is None else own.undo(step)
    assert any(b"id: own-a" in data for data in files(folder).values())


def test_a_file_that_is_too_large_to_be_read_whole_is_never_written_over(own: OwnQuestions, folder: Path) -> None:
    own.save(BASICS, question("own-a"))
    file = folder / "questions" / "basics.yaml"
    large = file.read_bytes() + b"    explanation: |-\n" + b"      Much to say.\n" * 120_000
    file.write_bytes(large)
    own.read_again()
    with pytest.raises(NotSaved, match=r"has problems"):
        own.save(BASICS, question("own-b"))
    assert file.read_bytes() == large


def with_a_flaw(folder: Path) -> bytes:
    """A file with two questions, of which the program shows the first."""
    made = OwnQuestions(folder, TAKEN)
    for name in ("own-is-it-so", "own-b"):
        made.save(BASICS, question(name))
    file = folder / "questions" / "basics.yaml"
    file.write_bytes(file.read_bytes() + b"    colour: red\n")
    return file.read_bytes()


def test_a_question_in_a_file_with_problems_keeps_its_id_and_its_place(folder: Path) -> None:
    flawed = with_a_flaw(folder)
    own = OwnQuestions(folder, TAKEN)
    assert new_id("Is it so?", own.taken) == "own-is-it-so-2"
    assert own.take_in([question("own-b", "Another?")], POTS).ids == ("own-another",)
    with pytest.raises(NotSaved, match=r"basics.yaml has problems"):
        own.save(POTS, question("own-is-it-so"))
    with pytest.raises(NotSaved, match=r"basics.yaml has problems"):
        own.delete("own-is-it-so")
    assert files(folder)["questions/basics.yaml"] == flawed


def test_questions_in_a_folder_below_are_known_as_the_program_shows_them(own: OwnQuestions, folder: Path) -> None:
    own.save(BASICS, question("own-is-it-so"))
    below = folder / "questions" / "mine"
    below.mkdir()
    (folder / "questions" / "basics.yaml").rename(below / "basics.yaml")
    own.read_again()
    assert new_id("Is it so?", own.taken) == "own-is-it-so-2"
    own.save(BASICS, question("own-is-it-so", "Is it really so?"))
    own.save(BASICS, question("own-b"))
    assert shown(folder) == ["own-is-it-so", "own-b"]
    assert list(files(folder)) == ["questions/mine/basics.yaml"]


def test_a_topic_is_added_to_in_the_file_that_holds_it(own: OwnQuestions, folder: Path) -> None:
    own.save(POTS, question("own-a"))
    (folder / "questions" / "pots.yaml").rename(folder / "questions" / "tea-pots.yaml")
    own.read_again()
    own.save(POTS, question("own-b"))
    assert list(files(folder)) == ["questions/tea-pots.yaml"]


def test_remarks_that_are_written_later_are_kept_too(own: OwnQuestions, folder: Path) -> None:
    own.save(BASICS, question("own-a"))
    file = folder / "questions" / "basics.yaml"
    remarked = []
    for name in ("own-b", "own-c"):
        remarked.append(f"# before {name}\n".encode() + file.read_bytes())
        file.write_bytes(remarked[-1])
        own.read_again()
        own.save(BASICS, question(name))
    kept = [data for name, data in files(folder).items() if name.startswith("questions/basics.yaml.before")]
    assert sorted(kept) == sorted(remarked)
    file.write_bytes(remarked[-1])
    own.read_again()
    own.save(BASICS, question("own-d"))
    assert len(files(folder)) == 3  # what is kept already is not kept again


def test_where_putting_back_fails_too_it_says_what_was_written(
    own: OwnQuestions, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("own-a", "own-b"):
        own.save(BASICS, question(name))
    writes = [0]

    def full(path: Path, data: bytes) -> None:
        writes[0] += 1
        if writes[0] > 1:
            raise OSError(28, "No space left on device")
        write_whole(path, data)

    step = own.delete("own-a")
    own.undo(step)
    (folder / "deleted.yaml").write_bytes(step.after[folder / "deleted.yaml"] or b"")
    own.read_again()
    monkeypatch.setattr("desktop.catalog.own_files.write_whole", full)
    with pytest.raises(NotSaved) as told:
        own.delete("own-b")
    assert "deleted.yaml was written" in str(told.value)
    assert "Nothing was changed" not in str(told.value)
    assert shown(folder) == ["own-a", "own-b"]


@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9", "aux.more"])
def test_a_name_that_windows_keeps_for_itself_is_told(own: OwnQuestions, folder: Path, name: str) -> None:
    with pytest.raises(NotSaved, match=r"Windows keeps"):
        own.save(Topic(id=name, title="Con", summary="Of my own."), question("own-a"))
    assert not folder.exists()
