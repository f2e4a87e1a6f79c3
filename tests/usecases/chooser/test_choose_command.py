"""The command 'choose': what can be asked, the ranking on the screen, and mistakes in words."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli import main
from tests.builders import TINY_PACK

ROOT = Path(__file__).resolve().parents[3]


def test_the_ranking_is_printed_with_its_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["choose", "--answer", "anything-new=no", "--answer", "pace=moments"]) == 0
    out = capsys.readouterr().out
    assert (
        "None of what is compared here: you want 'Classifier, ranking or anomaly detector'. Nothing else fits." in out
    )
    assert "because: A small model scores a case in a fraction of a second." in out
    assert "Evidence: Use case: Detecting fraud" in out


def test_how_much_a_question_counts_moves_the_order(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["choose", "--answer", "medium=pictures", "--answer", "way-of-working=chat", "--format", "json"]
    assert main(asked) == 0
    assert json.loads(capsys.readouterr().out)["fitting"][0]["outcome"] == "multimodal-llm"
    assert main([*asked, "--weight", "way-of-working=0"]) == 0
    assert json.loads(capsys.readouterr().out)["fitting"][0]["outcome"] == "image-generator"


def test_what_can_be_asked_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["choose", "--questions"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "- `anything-new`: Must something new be produced?"
    assert "  - `medium=pictures`: Pictures to look at" in lines
    assert main(["choose", "--questions", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["questions"]) == 7


def test_without_answers_it_says_that_nothing_is_ranked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["choose"]) == 0
    assert "Nothing is ranked yet: no question is answered." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--answer", "mediun=pictures"], "there is no question 'mediun': did you mean 'medium'? (there are: anything"),
        (["--answer", "medium=picture"], "'medium' has no answer 'picture': did you mean 'pictures'? (there are: text"),
        (["--answer", "medium"], "'medium' is not of the form QUESTION=WORD"),
        (["--answer", "medium=data", "--answer", "medium=pictures"], "names the question 'medium' twice"),
        (["--weight", "medium=much"], "'much' is no number: --weight medium=2 counts double"),
        (["--answer", "medium=data", "--weight", "pace=2"], "'pace' is weighed and not answered: give --answer pace="),
        (["--weight", "medium=-1"], "'medium' cannot count -1 times: give a number from 0 to 10"),
        ([str(TINY_PACK)], "this pack has no chooser"),
        ([str(TINY_PACK), "--questions"], "this pack has no chooser"),
        (["--questions", "--answer", "medium=pictures"], "leave --answer and --weight out"),
    ],
)
def test_a_mistake_is_told_in_words(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["choose", *arguments]) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert out == ""


def test_a_pack_that_cannot_be_opened_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["choose", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err


def test_choosing_imports_no_qt() -> None:
    code = (
        "import sys; from desktop.cli import main; assert main(['choose', '--answer', 'medium=data']) == 0\n"
        "assert not [each for each in sys.modules if each.startswith(('PySide6', 'pyqtgraph', 'numpy'))]"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
