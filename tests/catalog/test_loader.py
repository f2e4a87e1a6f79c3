from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from desktop.catalog import limits
from desktop.catalog.loader import load_pack
from tests.builders import TINY_PACK, group_file, is_plain_line, subject_file, write_pack
from tests.catalog.loose_ends import loose_ends

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog

CLAIM = "{id: %s, locator: L, kind: faq, says: It says so., verdict: accurate}"


def problems_of(pack: Path) -> list[str]:
    return [str(each) for each in load_pack(pack).problems]


def opened(pack: Path) -> Catalog:
    """The catalog of what is sound in a pack."""
    found = load_pack(pack).catalog
    assert found is not None
    assert loose_ends(found) == []
    return found


def source_file(name: str, *claims: str) -> str:
    rows = "".join(f"  - {CLAIM % each}\n" for each in claims)
    return f"id: {name}\nshort: {name}\ntitle: {name}\nclaims:\n{rows or '  []'}"


def changed_tiny(tmp_path: Path, file: str, old: str, new: str) -> Path:
    """The tiny pack with one text in one file replaced."""
    pack = Path(shutil.copytree(TINY_PACK, tmp_path / "tiny"))
    text = (pack / file).read_text(encoding="utf-8")
    assert old in text
    (pack / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return pack


def test_the_tiny_pack_opens_whole() -> None:
    loaded = load_pack(TINY_PACK)
    assert loaded.problems == ()
    catalog = opened(TINY_PACK)
    assert [each.id for each in catalog.subjects] == ["tea", "coffee"]
    assert len(catalog.aspect) == 4
    assert len(catalog.question) == 3


def test_a_zip_opens_as_its_folder_does(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "tiny.zip", "w") as archive:
        for file in TINY_PACK.rglob("*.yaml"):
            archive.write(file, f"tiny/{file.relative_to(TINY_PACK).as_posix()}")
    assert load_pack(tmp_path / "tiny.zip") == load_pack(TINY_PACK)


def test_a_missing_folder_is_one_problem(tmp_path: Path) -> None:
    loaded = load_pack(tmp_path / "nowhere")
    assert loaded.catalog is None
    assert [each.what for each in loaded.problems] == [
        f"cannot open '{tmp_path / 'nowhere'}': no such file or directory"
    ]


def test_an_empty_folder_is_one_problem(tmp_path: Path) -> None:
    [problem] = load_pack(tmp_path).problems
    assert problem.what == "there are no YAML files here"
    assert "pack.yaml" in problem.hint


def test_without_pack_yaml_only_that_is_told(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, **{"subjects/tea.yaml": subject_file("tea", "parents: [drink]\n")})
    (pack / "pack.yaml").unlink()
    assert problems_of(pack) == ["pack.yaml: the file is missing; every pack must have it"]
    assert load_pack(pack).catalog is None


@pytest.mark.parametrize("broken", ["title: 3", "title: [", "", "\tx", "title: x\n\x07"])
def test_a_broken_pack_yaml_leads_to_no_noise_in_other_files(tmp_path: Path, broken: str) -> None:
    levels = "levels:\n  - {id: things, title: Things}\n"
    pack = write_pack(tmp_path, **{"subjects/tea.yaml": subject_file("tea"), "pack.yaml": f"{levels}{broken}"})
    loaded = load_pack(pack)
    assert loaded.catalog is None
    assert loaded.problems
    assert {each.file for each in loaded.problems} == {"pack.yaml"}


@pytest.mark.parametrize("size", [0, 3_000_000])
def test_a_pack_yaml_that_was_refused_is_not_called_missing(tmp_path: Path, size: int) -> None:
    files: dict[str, str | bytes] = {"pack.yaml": b" " * size, "subjects/tea.yaml": subject_file("tea")}
    pack = write_pack(tmp_path, **files)
    assert not any("missing" in each for each in problems_of(pack))
    assert load_pack(pack).catalog is None


def test_pack_yml_is_as_good(tmp_path: Path) -> None:
    pack = write_pack(tmp_path)
    (pack / "pack.yaml").rename(pack / "pack.yml")
    assert problems_of(pack) == []


def test_the_same_file_with_two_endings_is_told(tmp_path: Path) -> None:
    pack = write_pack(tmp_path)
    shutil.copy(pack / "pack.yaml", pack / "pack.yml")
    assert problems_of(pack) == ["pack.yml: 'pack.yaml' is the same file; this one was not read"]


def test_a_file_that_no_pack_has_is_told(tmp_path: Path) -> None:
    [problem] = problems_of(write_pack(tmp_path, **{"subject/tea.yaml": "a"}))
    assert problem.startswith(
        "subject/tea.yaml: a pack has no such file (a pack has pack.yaml, references.yaml, sources/"
    )


def test_problems_of_two_files_are_told_in_one_pass_with_their_places(tmp_path: Path) -> None:
    tea = "id: tea\ntitle: Tea\nlevel: thing\nsummary: 5\n"
    cup = (
        "id: cup\ntitle: Cup\n# a comment\naspects:\n  - {id: heat, title: Heat, question: How hot?, lvels: [things]}\n"
    )
    files = {
        "subjects/tea.yaml": tea,
        "aspects/cup.yaml": cup,
        "subjects/a.yaml": subject_file("a", "parents: [b, a]\n"),
    }
    assert problems_of(write_pack(tmp_path, **files)) == [
        "aspects/cup.yaml:5:5: 'levels' is missing",
        "aspects/cup.yaml:5:49: the key 'lvels' is not known here (did you mean 'levels'?)",
        "subjects/a.yaml:5:11: there is no subject 'b'",
        "subjects/tea.yaml:4:10: must be text, not a number (put it in quotes)",
    ]


def test_a_problem_takes_one_line(tmp_path: Path) -> None:
    files = {"subjects/tea.yaml": 'id: "te\\na"\ntitle: T\nlevel: "a\\nb"\nsummary: "x\\ny"\n"k\\nl": 1\n'}
    problems = problems_of(write_pack(tmp_path, **files))
    assert len(problems) == 4
    assert all(is_plain_line(each) for each in problems)


def test_the_id_must_be_the_name_of_the_file(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, **{"subjects/my tea.yaml": subject_file("tea")})
    assert problems_of(pack) == ["subjects/my tea.yaml:1:5: the id 'tea' must equal the file's name 'my tea'"]
    assert list(opened(pack).subject) == ["tea"]


def test_an_id_that_climbs_is_refused(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, **{"subjects/tea.yaml": subject_file("../../tea")})
    assert "must be lower-case letters" in problems_of(pack)[0]
    assert opened(pack).subjects == ()


def test_of_two_things_with_one_id_the_first_is_kept(tmp_path: Path) -> None:
    files = {
        "aspects/a.yaml": group_file("a", "heat", "taste"),
        "aspects/b.yaml": group_file("b", "heat", "heat", "price"),
    }
    pack = write_pack(tmp_path, **files)
    assert problems_of(pack) == [
        "aspects/b.yaml:4:10: the aspect 'heat' stands in aspects/a.yaml already",
        "aspects/b.yaml:5:10: the aspect 'heat' stands in aspects/a.yaml already",
    ]
    assert list(opened(pack).aspect) == ["heat", "taste", "price"]


def test_a_doubled_file_leads_to_no_noise(tmp_path: Path) -> None:
    files = {
        "sources/a.yaml": source_file("a", "one"),
        "sources/b.yaml": source_file("a", "two"),
        "glossary.yaml": "terms: [{id: t, title: T, line: L, definition: D, claims: [one, two], see: [claim:two]}]\n",
    }
    pack = write_pack(tmp_path, **files)
    assert [each.split(":")[0] for each in problems_of(pack)] == ["sources/b.yaml", "sources/b.yaml"]
    assert opened(pack).terms[0].claims == ("one",)


def test_what_is_sound_still_opens(tmp_path: Path) -> None:
    files = {"subjects/tea.yaml": subject_file("tea"), "subjects/milk.yaml": "id: milk\ntitle: [\n"}
    assert list(opened(write_pack(tmp_path, **files)).subject) == ["tea"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("sources/leaf.yaml", "short: Leaflet 1", "short: [1]"),
        ("sources/leaf.yaml", "short: Leaflet 1", "short: {"),
        ("sources/leaf.yaml", "says: A cup of tea", "sais: A cup of tea"),
        ("references.yaml", "year: 2019", "year: soon"),
        ("references.yaml", "year: 2019", "year: &x 2019"),
        ("subjects/tea.yaml", "summary: Leaves", "summary: [Leaves]\nsumary: Leaves"),
        ("subjects/tea.yaml", "id: tea", "\tid: tea"),
        ("aspects/cup.yaml", "question: How hot is the water?", "question: 7"),
        ("aspects/cup.yaml", "levels: [drinks]", "levels: []"),
        ("diagrams/brewing.yaml", "kind: decision", "kind: decission"),
        ("diagrams/brewing.yaml", "target: strong", "target: stong"),
        ("diagrams/brewing.yaml", "type: flow", "type: flaw"),
        ("diagrams/brewing.yaml", "order: 1", "order: first"),
        ("industries/cafe.yaml", "problem: Guests", "problem: [Guests]\n    probelm: Guests"),
        ("industries/cafe.yaml", "autonomy: assist", "autonomy: assists"),
        ("questions/basics.yaml", "bloom: remember", "bloom: forget"),
        ("questions/basics.yaml", "title: Tea is made from seeds", "title: 8"),
        ("contradictions.yaml", "title: How hot must the water be?", "title: 9"),
        ("pack.yaml", "{id: leaves, title: Leaves}", "{id: leaves, title: 1}"),
        ("pack.yaml", "{id: tea, shape: circle,", "{id: tea, shape: cirkle,"),
        ("pack.yaml", "{id: refresh, title: Refresh}", "{id: refresh}"),
        ("pack.yaml", "title: Served hot", "title: 1"),
        ("pack.yaml", "{id: drinks, title: Drinks}", "{id: drinks, title: 1}"),
        ("pack.yaml", "    title: One to three", "    title: 1"),
        ("pack.yaml", "{value: 3, title: high}", "{value: 3, title: 1}"),
        ("glossary.yaml", "definition: Tea", "definition: !x Tea"),
    ],
)
def test_one_slip_is_told_in_its_own_file_alone(tmp_path: Path, file: str, old: str, new: str) -> None:
    """What leads to the thing that was left out is cut in silence: its cause is told already."""
    pack = changed_tiny(tmp_path, file, old, new)
    loaded = load_pack(pack)
    assert loaded.problems
    assert {each.file for each in loaded.problems} == {file}
    opened(pack)


def test_a_slip_in_a_lasting_place_does_not_hide_the_next_one(tmp_path: Path) -> None:
    pack = changed_tiny(tmp_path, "sources/leaf.yaml", "short: Leaflet 1", "short: [1]")
    text = (pack / "subjects/tea.yaml").read_text(encoding="utf-8")
    (pack / "subjects/tea.yaml").write_text(text.replace("bean-cooler", "bean-coler"), encoding="utf-8")
    assert [each.split(":")[0] for each in problems_of(pack)] == ["sources/leaf.yaml", "subjects/tea.yaml"]


def test_problems_past_the_limit_are_counted(tmp_path: Path) -> None:
    parents = ", ".join(f"no-{at}" for at in range(limits.PROBLEMS + 30))
    pack = write_pack(tmp_path, **{"subjects/tea.yaml": subject_file("tea", f"parents: [{parents}]\n")})
    problems = load_pack(pack).problems
    assert len(problems) == limits.PROBLEMS + 1
    assert str(problems[-1]) == "and 30 more problems"


def test_a_pack_with_many_problems_is_not_said_to_lack_pack_yaml(tmp_path: Path) -> None:
    files = {f"aspects/{at}.yaml": "x" for at in range(limits.PROBLEMS + 1)}
    problems = problems_of(write_pack(tmp_path, **{"pack.yaml": "id: p\n", **files}))
    assert not any("missing; every pack" in each for each in problems)


def test_things_that_lean_on_each_other_without_end_are_refused(tmp_path: Path) -> None:
    questions = [
        {"type": "hotspot", "stem": "S", "id": f"q{at}", "scene": f"question:q{at + 1}", "targets": [f"question:q{at}"]}
        for at in range(40)
    ]
    topic = json.dumps({"id": "t", "title": "T", "summary": "S", "questions": questions})
    loaded = load_pack(write_pack(tmp_path, **{"questions/t.yaml": topic}))
    assert loaded.catalog is None
    assert any("lead nowhere" in each.what for each in loaded.problems)


def test_a_question_outlives_a_place_of_evidence_that_is_not_there(tmp_path: Path) -> None:
    question = {"id": "q", "type": "truefalse", "stem": "S", "evidence": ["subject:nobody"]}
    options = [{"text": "a", "correct": True}, {"text": "b"}]
    topic = json.dumps({"id": "t", "title": "T", "summary": "S", "questions": [{**question, "options": options}]})
    loaded = load_pack(write_pack(tmp_path, **{"questions/t.yaml": topic}))
    assert loaded.catalog is not None
    assert loaded.catalog.question["q"].evidence == ()
    assert [each.what for each in loaded.problems] == ["'subject:nobody': there is no subject 'nobody'"]


def test_display_order_comes_from_the_data(tmp_path: Path) -> None:
    files = {
        "subjects/a.yaml": subject_file("a", "order: 3\n"),
        "subjects/b.yaml": subject_file("b", "order: 2\n"),
        "subjects/c.yaml": subject_file("c", "order: 2\n"),
    }
    assert list(opened(write_pack(tmp_path, **files)).subject) == ["b", "c", "a"]


def test_a_pack_with_problems_is_never_kept(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load_pack(write_pack(tmp_path, **{"glossary.yaml": "x"}), cache)
    assert not cache.exists()
