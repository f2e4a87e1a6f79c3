from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import desktop
from desktop.catalog.schema import schema_files
from desktop.cli import LINES, Line, main
from tests.builders import TINY_PACK, subject_file, write_pack

ROOT = Path(__file__).resolve().parent.parent


def exit_code(*arguments: str) -> object:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    return stopped.value.code


def test_a_sound_pack_is_called_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(TINY_PACK)]) == 0
    assert capsys.readouterr() == ("no problems\n", "")


def test_without_a_name_the_shipped_pack_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate"]) == 0
    assert capsys.readouterr().out == "no problems\n"


def test_problems_go_to_standard_error_one_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = write_pack(tmp_path, **{"subjects/tea.yaml": subject_file("tea", "mark: te\n"), "glossary.yaml": "a: [\n"})
    assert main(["validate", str(pack)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    lines = err.splitlines()
    assert lines[0].startswith("glossary.yaml:2:1: not YAML: ")
    assert lines[1:] == ["subjects/tea.yaml:5:7: there is no mark 'te'", "2 problems"]


def test_one_problem_is_not_called_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(tmp_path / "nowhere")]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "1 problem"


def test_the_shipped_questions_keep_the_rules_of_item_writing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint"]) == 0
    assert capsys.readouterr() == ("no problems\n", "")


def test_a_badly_written_question_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    topic = "id: tea\ntitle: Tea\nsummary: S\nquestions:\n  - id: leafy\n    type: truefalse\n    stem: Tea is leafy.\n"
    topic += "    bloom: remember\n    difficulty: 1\n    explanation: It is.\n    evidence: [subject:tea]\n"
    topic += "    options: [{text: 'True', correct: true}, {text: 'False'}]\n"
    pack = write_pack(tmp_path, **{"questions/tea.yaml": topic, "subjects/tea.yaml": subject_file("tea")})
    assert main(["lint", str(pack)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert "questions/tea.yaml:5:5: 'leafy': the explanation does not teach" in lines
    assert all(line.startswith("questions/tea.yaml:5:5: ") for line in lines[:-1])


def test_the_matrix_is_exported_as_it_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "table.csv"
    asked = ["--level", "drinks", "--subjects", "coffee,tea", "--differences", "-o", str(file)]
    assert main(["export", "matrix", str(TINY_PACK), *asked]) == 0
    assert f"written to {file}" in capsys.readouterr().out
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Aspect,Coffee,Tea"
    assert any(line.startswith("Only aspects that differ") for line in lines)


def test_without_a_file_text_goes_to_the_screen(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "matrix", str(TINY_PACK)]) == 0
    assert capsysbinary.readouterr().out.decode().startswith("# Feature matrix: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--level", "dinks"], "level 'dinks' (its levels: drinks)"),
        (["--subjects", "tee"], "subject 'tee'"),
        (["--where", "tea:/(/"], "no pattern"),
        (["--format", "xlsx"], "not text"),
        (["-o", "table.docx"], "no format"),
        (["--view", "nowhere.json"], "cannot read"),
        (["-o", "nowhere/at/all/x.csv"], "cannot write"),
    ],
)
def test_an_export_that_cannot_be_made_says_why(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "matrix", str(TINY_PACK), *arguments]) != 0
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("arguments", "file", "begins"),
    [
        (["--format", "pptx", "--steps"], "gan.pptx", b"PK"),
        (["--step", "2", "--scale", "1", "--theme", "dark"], "gan.png", b"\x89PNG"),
        (["--step", "draw-noise"], "gan.svg", b"<?xml"),
        (["--steps"], "gan.pdf", b"%PDF"),
    ],
)
def test_a_diagram_is_exported_as_it_is_asked_for(
    arguments: list[str], file: str, begins: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "diagram", "gan", *arguments, "-o", str(tmp_path / file)]) == 0
    assert capsys.readouterr().out == f"written to {tmp_path / file}\n"
    assert (tmp_path / file).read_bytes().startswith(begins)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("arguments", "file", "begins"),
    [
        (["--format", "pptx", "-o"], "talk.pptx", b"PK"),
        (["--steps", "--notes", "-o"], "talk.pdf", b"%PDF"),
        (["-o"], "talk.html", b"<!DOCTYPE html>"),
    ],
)
def test_a_talk_is_exported_as_it_is_asked_for(
    arguments: list[str], file: str, begins: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "deck", "ten-minutes", *arguments, str(tmp_path / file)]) == 0
    assert capsys.readouterr().out == f"written to {tmp_path / file}\n"
    assert (tmp_path / file).read_bytes().startswith(begins)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["ten-minute", "-o", "x.pptx"], 2, "no talk 'ten-minute': did you mean 'ten-minutes'? (its talks: ten-"),
        (["ten-minutes", str(TINY_PACK), "-o", "x.pptx"], 2, "no talk 'ten-minutes' (this pack has none)"),
        (["ten-minutes", "-o", "x.docx"], 2, "no format"),
        (["ten-minutes"], 2, "not text; give a file"),
        (["ten-minutes", "--notes", "-o", "x.html"], 2, "leave --notes out"),
        (["ten-minutes", "-o", "nowhere/at/all/x.html"], 1, "cannot write"),
    ],
)
def test_a_talk_that_cannot_be_exported_says_why(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "deck", *arguments]) == code
    assert said in capsys.readouterr().err


def test_use_cases_are_exported_as_they_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "law.csv"
    asked = ["--industry", "law,finance", "--kind", "llm", "--search", "draft", "--sort", "title", "-o", str(file)]
    assert main(["export", "use-cases", *asked]) == 0
    assert capsys.readouterr().out == f"written to {file}\n"
    text = file.read_text(encoding="utf-8-sig")
    assert text.startswith("Use case,Industry,What it does,")
    assert "Industry: Law or Finance" in text
    assert "Drafting contracts and letters,Law," in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--industry", "lawe"], "there is no industry 'lawe': did you mean 'law'?"),
        (["--risk", "huge"], "there is no risk 'huge' (there are high, medium, low, none)"),
        (["--format", "pdf"], "not text"),
        (["nowhere"], "nowhere"),
    ],
)
def test_use_cases_that_cannot_be_exported_say_why(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "use-cases", *arguments]) != 0
    assert said in capsys.readouterr().err


def test_a_diagram_needs_no_display_and_as_svg_no_file() -> None:
    command = [sys.executable, "-m", "desktop", "export", "diagram", "gan"]
    done = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=True)
    assert b"<title>Generative adversarial network</title>" in done.stdout


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gann"], "there is no diagram 'gann': did you mean 'gan'? (its diagrams: family-map, gan, "),
        (["gan", "--step", "draw-nois"], "no step 'draw-nois': did you mean 'draw-noise'? (its steps: 1 draw-noise, "),
        (["gan", str(TINY_PACK)], "there is no diagram 'gan' (its diagrams: brewing)"),
        (["gan", "--format", "pptx"], "not text"),
        (["gan", "-o", "gan.docx"], "no format that can be written; give --format svg|png|pdf|pptx"),
        (["gan", "--steps"], "svg has room for one step"),
        (["gan", "--scale", "2"], "svg has no scale"),
        (["gan", "-o", "nowhere/at/all/gan.pptx"], "cannot write to nowhere/at/all/gan.pptx"),
    ],
)
def test_a_diagram_that_cannot_be_exported_says_why(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "diagram", *arguments]) != 0
    assert said in capsys.readouterr().err


def test_what_nothing_uses_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    works = "references:\n  - {id: a-2020, authors: A, title: T, year: 2020, kind: paper, checked: true}\n"
    topic = "id: tea\ntitle: Tea\nsummary: S\nmisconceptions:\n  - {id: odd, title: Odd, correction: No.}\n"
    pack = write_pack(tmp_path, **{"references.yaml": works, "questions/tea.yaml": topic})
    assert main(["validate", str(pack)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "references.yaml:2:5: nothing cites the work 'a-2020' (cite it, or take it out)",
        "questions/tea.yaml:5:5: no wrong answer stands for the misconception 'odd'",
        "2 problems",
    ]


def test_schemas_are_written_and_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(tmp_path / "new" / "schema")
    assert main(["schema", folder, "--check"]) == 1
    assert main(["schema", folder]) == 0
    assert main(["schema", folder, "--check"]) == 0
    assert {each.name for each in Path(folder).iterdir()} == set(schema_files())
    (Path(folder) / "pack.schema.json").write_text("{}")
    capsys.readouterr()
    assert main(["schema", folder, "--check"]) == 1
    assert "pack.schema.json: not current" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("x")
    assert main(["schema", str(tmp_path / "file")]) == 1
    assert "cannot write the schemas" in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("--version") == 0
    assert capsys.readouterr().out == f"genai-vs-llm {desktop.__version__}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("--help") == 0
    told = capsys.readouterr().out
    assert "usage: genai-vs-llm" in told
    assert all(f"  {line.command} {line.more}".rstrip() in told and line.about in told for line in LINES)


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.command} {line.more}".strip())
def test_each_command_tells_what_it_does(line: Line, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(line.command, "--help") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.startswith(f"usage: genai-vs-llm {line.command} ")
    assert line.about in told


@pytest.mark.parametrize("asked", ["choose", "coverage", "export matrix"])
def test_nothing_is_said_where_nobody_reads_on(asked: str) -> None:
    command = [sys.executable, "-m", "desktop", *asked.split()]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["--wat"],
        ["one", "two"],
        ["validate", "one", "two"],
        ["validate", "--wat"],
        ["render"],
        ["render", "d", "--theme", "pink"],
        ["render", "d", "--size", "big"],
        ["render", "d", "--size", "10x10"],
        ["render", "d", "--size", "99999x99999"],
        ["render", "d", "--size", "-1x600"],
        ["render", "d", "--text", "300"],
        ["schema", "a", "b"],
        ["export"],
        ["export", "quiz"],
        ["export", "diagram"],
        ["export", "deck"],
        ["export", "deck", "workshop", "--format", "docx"],
        ["export", "diagram", "gan", "--scale", "9"],
        ["export", "diagram", "gan", "--step", "1", "--steps"],
    ],
)
def test_unknown_input_is_told_with_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(*arguments) == 2
    assert "usage: genai-vs-llm" in capsys.readouterr().err


def test_a_pack_that_is_not_there_is_told_before_any_window_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(str(tmp_path / "nowhere")) == 2
    told = capsys.readouterr().err
    assert "usage: genai-vs-llm" in told
    assert "there is no pack at" in told


def test_checking_imports_no_qt() -> None:
    code = (
        "import sys; from desktop.cli import main; assert main(['validate']) == 0\n"
        "assert not [each for each in sys.modules if each.startswith(('PySide6', 'pyqtgraph', 'numpy'))]"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_terminal_that_cannot_show_a_word_of_a_pack_is_no_trouble(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, **{"subjects/tea.yaml": subject_file("tea", "mark: té😀\n")})
    command = [sys.executable, "-m", "desktop", "validate", str(pack)]
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == 1
    assert rb"'t\xe9\U0001f600'" in done.stderr


def test_a_claim_that_nothing_rests_on_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = "claims:\n  - {id: c, locator: Page 1, kind: definition, says: So., verdict: accurate}\n"
    pack = write_pack(tmp_path, **{"sources/leaf.yaml": f"id: leaf\nshort: Leaflet\ntitle: All about it\n{claims}"})
    assert main(["validate", str(pack)]) == 1
    assert "sources/leaf.yaml:5:5: nothing rests on the claim 'c'" in capsys.readouterr().err


def test_coverage_counts_claims_and_names_what_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage"]) == 0
    told = capsys.readouterr().out
    assert "470 in all" in told
    assert "0 left out without a reason" in told


def test_coverage_of_no_pack_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", str(tmp_path / "nowhere")]) == 1
    assert "cannot open" in capsys.readouterr().err
