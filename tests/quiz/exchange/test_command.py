"""`genai-vs-llm questions`: what is printed, written and left alone, and the exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from desktop.catalog.checking import check_pack
from desktop.catalog.entities.questions import ChoiceQuestion
from desktop.catalog.loader import load_pack
from desktop.cli import main
from desktop.places import shipped_pack
from tests.builders import write_pack

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.catalog.entities.questions import Question

TWO = "// [id:tea]\nWhat is tea?{=leaf ~bean}\n\nAn essay.{}\n\n// [id:hot]\nTea is hot.{T}\n"


def gift_file(folder: Path, text: str, name: str = "My drinks.gift") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def taken_in(capsys: pytest.CaptureFixture[str], file: Path, folder: Path, *more: str) -> tuple[int, Any]:
    """The exit code and the report of an import."""
    code = main(["questions", "import", str(file), "--to", str(folder), "--report", "json", *more])
    return code, json.loads(capsys.readouterr().out)


def questions_in(folder: Path) -> dict[str, Question]:
    loaded = load_pack(folder)
    assert loaded.problems == ()
    assert loaded.catalog is not None
    return dict(loaded.catalog.question)


def test_a_new_folder_becomes_a_sound_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "my pack"
    code, report = taken_in(capsys, gift_file(tmp_path, TWO), folder)
    assert code == 3
    assert report == {
        "taken": 2,
        "left_out": [{"line": 4, "type": "essay", "what": "an essay is not marked here"}],
        "by_type": {"single": 1, "truefalse": 1},
        "warnings": [],
    }
    assert sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*.yaml")) == [
        "pack.yaml",
        "questions/my-drinks.yaml",
    ]
    assert list(questions_in(folder)) == ["tea", "hot"]
    assert check_pack(folder).problems == ()


def test_all_taken_over_is_exit_code_0_and_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = gift_file(tmp_path, "$CATEGORY: Drinks\n\nTea?{T}\n")
    assert main(["questions", "import", str(file), "--to", str(tmp_path / "pack")]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("1 question taken over into ")
    assert out[0].endswith("my-drinks.yaml: 1 truefalse")
    assert out[1:] == ["1 warning:", "  line 1: the category 'Drinks' is not kept: a file becomes one topic"]


def test_reading_a_file_again_brings_questions_up_to_date_and_keeps_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    topic = "id: my-drinks\ntitle: Drinks\nsummary: S\norder: 3\nmisconceptions:\n"
    topic += "  - {id: tea-is-coffee, title: Tea is coffee, correction: It is not.}\nquestions:\n"
    topic += "  - {id: own, type: short, stem: My own?, accepted: [yes]}\n"
    topic += "  - id: tea\n    type: single\n    stem: Old words?\n    bloom: remember\n"
    topic += "    evidence: [topic:my-drinks]\n"
    topic += "    options:\n      - {text: leaf, correct: true}\n"
    topic += "      - {text: bean, feedback: No., misconception: tea-is-coffee}\n"
    pack = write_pack(tmp_path, **{"questions/my-drinks.yaml": topic})
    before = (pack / "pack.yaml").read_bytes()
    assert taken_in(capsys, gift_file(tmp_path, TWO), pack)[0] == 3
    found = questions_in(pack)
    assert list(found) == ["own", "tea", "hot"]
    tea = found["tea"]
    assert isinstance(tea, ChoiceQuestion)
    assert tea.stem == "What is tea?"
    assert [str(ref) for ref in tea.evidence] == ["topic:my-drinks"]
    assert [(each.feedback, each.misconception) for each in tea.options] == [(None, None), ("No.", "tea-is-coffee")]
    assert (pack / "pack.yaml").read_bytes() == before
    first = (pack / "questions" / "my-drinks.yaml").read_bytes()
    taken_in(capsys, tmp_path / "My drinks.gift", pack)
    assert (pack / "questions" / "my-drinks.yaml").read_bytes() == first


def test_a_question_of_another_type_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    topic = "id: my-drinks\ntitle: Drinks\nsummary: S\nquestions:\n  - {id: tea, type: order, stem: S, items: [a, b]}\n"
    pack = write_pack(tmp_path, **{"questions/my-drinks.yaml": topic})
    code, report = taken_in(capsys, gift_file(tmp_path, TWO), pack)
    assert code == 3
    what = "the question 'tea' there is of the type order and stays as it is"
    assert report["left_out"][0] == {"line": 2, "type": "single", "what": what}
    assert questions_in(pack)["tea"].type == "order"


def test_ids_of_other_topics_are_left_to_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    topic = "id: other\ntitle: Other\nsummary: S\nquestions:\n  - {id: tea, type: short, stem: S, accepted: [yes]}\n"
    pack = write_pack(tmp_path, **{"questions/other.yaml": topic})
    for _again in range(2):
        _code, report = taken_in(capsys, gift_file(tmp_path, TWO), pack)
        assert report["warnings"][0]["what"] == "the id 'tea' is taken already; this question is 'my-drinks.tea'"
        assert list(questions_in(pack)) == ["my-drinks.tea", "hot", "tea"]


def test_a_file_with_problems_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = write_pack(tmp_path, **{"questions/my-drinks.yaml": "id: my-drinks\ntitle: [\n"})
    assert main(["questions", "import", str(gift_file(tmp_path, TWO)), "--to", str(pack)]) == 1
    assert "is there and cannot be brought up to date: questions/my-drinks.yaml:" in capsys.readouterr().err
    assert (pack / "questions" / "my-drinks.yaml").read_text() == "id: my-drinks\ntitle: [\n"


def test_a_file_with_comments_is_kept_beside_the_new_one_and_that_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    topic = "# Mine\nid: my-drinks\ntitle: Drinks\nsummary: S\n"
    pack = write_pack(tmp_path, **{"questions/my-drinks.yaml": topic})
    _code, report = taken_in(capsys, gift_file(tmp_path, TWO), pack)
    what = "comments are not taken over; the file as it was is kept as my-drinks.yaml.before"
    assert report["warnings"] == [{"line": 0, "what": what}]
    assert (pack / "questions" / "my-drinks.yaml.before").read_text(encoding="utf-8") == topic
    assert load_pack(pack).problems == ()


def test_an_option_that_became_right_does_not_say_why_it_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    topic = "id: my-drinks\ntitle: Drinks\nsummary: S\nmisconceptions:\n"
    topic += "  - {id: tea-is-coffee, title: Tea is coffee, correction: It is not.}\nquestions:\n"
    topic += "  - id: tea\n    type: single\n    stem: S?\n    options:\n      - {text: leaf, correct: true}\n"
    topic += "      - {text: bean, feedback: No., misconception: tea-is-coffee}\n"
    pack = write_pack(tmp_path, **{"questions/my-drinks.yaml": topic})
    taken_in(capsys, gift_file(tmp_path, "// [id:tea]\nWhat is coffee? {=bean ~leaf}\n"), pack)
    coffee = questions_in(pack)["tea"]
    assert isinstance(coffee, ChoiceQuestion)
    assert [(each.text, each.correct, each.feedback, each.misconception) for each in coffee.options] == [
        ("bean", True, None, None),
        ("leaf", False, None, None),
    ]


def test_a_file_whose_name_windows_keeps_for_itself_becomes_one_of_another_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken_in(capsys, gift_file(tmp_path, "Tea?{T}", "Con!.gift"), tmp_path / "pack")
    assert [each.name for each in (tmp_path / "pack" / "questions").iterdir()] == ["con-questions.yaml"]


def test_where_nothing_can_be_taken_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, report = taken_in(capsys, gift_file(tmp_path, "An essay.{}"), tmp_path / "pack")
    assert (code, report["taken"], len(report["left_out"])) == (3, 0, 1)
    assert not (tmp_path / "pack").exists()


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.xml", b"<quiz>\n<question>\n</quiz>", ":3:3: the file is not XML: mismatched tag"),
        ("a.gift", b"caf\xe9{T}", ":1:1: the file is not UTF-8 text (save it as UTF-8, then try again)"),
        ("a.apkg", b"PK\x03\x04", ": the file is a packed one and cannot be read"),
        ("a.csv", b"one,two\n", ":1:1: no column holds the questions"),
        ("a.gift", b"\n\n", ": there are no questions in it (read as gift)"),
    ],
)
def test_a_file_that_cannot_be_read_is_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert main(["questions", "import", str(tmp_path / name), "--to", str(tmp_path / "pack")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert f"{tmp_path / name}{why}" in err
    assert not (tmp_path / "pack").exists()


def test_no_file_and_no_folder_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questions", "import", str(tmp_path / "none.gift"), "--to", str(tmp_path)]) == 1
    assert "cannot read" in capsys.readouterr().err
    file = gift_file(tmp_path, TWO)
    assert main(["questions", "import", str(file), "--to", str(file)]) == 1
    assert "is no folder" in capsys.readouterr().err


def test_the_format_can_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = gift_file(tmp_path, "stem,answer\nTea?,leaf\n", "a.txt")
    assert taken_in(capsys, file, tmp_path / "pack", "--format", "csv")[1]["by_type"] == {"short": 1}


@pytest.mark.parametrize("kind", ["gift", "moodle", "anki", "apkg", "csv"])
def test_questions_are_exported_with_every_loss_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    file = tmp_path / "out"
    assert main(["questions", "export", "--topic", "basics", "--format", kind, "-o", str(file)]) == 0
    out, err = capsys.readouterr()
    assert out == f"written to {file}\n"
    assert file.stat().st_size > 1_000
    assert "of 31 questions" in err.splitlines()[-1]
    assert any(line.startswith("define-genai: lost: ") for line in err.splitlines())


def test_a_test_on_paper_is_a_pdf(tmp_path: Path, qtbot: object) -> None:
    file = tmp_path / "test.pdf"
    assert main(["questions", "export", "--topic", "careers", "--format", "pdf", "-o", str(file)]) == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_an_exported_topic_goes_back_into_its_own_place_unchanged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], shipped_pack_copy: Path
) -> None:
    """What the format does not hold, beliefs and names of gaps, is kept from what is there."""
    before = questions_in(shipped_pack_copy)
    file = tmp_path / "basics.xml"
    assert main(["questions", "export", "--topic", "basics", "--format", "moodle", "-o", str(file)]) == 0
    capsys.readouterr()
    code, report = taken_in(capsys, file, shipped_pack_copy)
    assert code == 3
    reasons = {each["what"].partition("' there ")[2] for each in report["left_out"]}
    assert reasons == {"is of the type hotspot and stays as it is"}
    assert questions_in(shipped_pack_copy) == before


@pytest.fixture
def shipped_pack_copy(tmp_path: Path) -> Path:
    from shutil import copytree

    return copytree(shipped_pack(), tmp_path / "copy")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--topic", "basic"], "there is no topic 'basic' (did you mean 'basics'?)"),
        (["-o", "/nowhere/at/all"], "cannot write to"),
    ],
)
def test_what_cannot_be_written_is_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], why: str
) -> None:
    asked = ["questions", "export", "--format", "gift", "-o", str(tmp_path / "out"), *arguments]
    assert main(asked) == 1
    assert why in capsys.readouterr().err


def test_a_pack_without_questions_has_none_to_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["questions", "export", str(write_pack(tmp_path)), "--format", "csv", "-o", str(tmp_path / "out")]
    assert main(asked) == 1
    assert capsys.readouterr().err == "there are no questions to write\n"
