"""The walls of CONTRIBUTING.md, each as a test: what may import what, what must stay small, what must not be named."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from desktop.views import VIEWS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "desktop").rglob("*.py"))
ROOMS = sorted(file.parent.name for file in (ROOT / "desktop").glob("*/view.py") if file.parent.name != "shell")
TOPIC = re.compile(r"generative|language model|\bLLMs?\b|\bGenAI\b|diffusion|\bGANs?\b|transformer", re.IGNORECASE)
NAMES = re.compile(r"genai-vs-llm|GenAI vs LLM")


def module_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def is_pure(file: Path) -> bool:
    """Whether a file has to do without Qt: all but the shell, the rooms' ui, and the program's entry."""
    parts = file.relative_to(ROOT / "desktop").parts
    return parts[0] != "shell" and "ui" not in parts and parts[-1] != "__main__.py"


def run_python(code: str, folder: Path = ROOT, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    code = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    return run_python(code, folder, "--no-cache")


def test_pure_files_import_without_qt() -> None:
    modules = [module_of(file) for file in SOURCES if is_pure(file)]
    assert len(modules) > 40
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]:\n"
        "    importlib.import_module(name)\n"
        "    late = {'PySide6', 'shiboken6', 'pyqtgraph', 'numpy', 'fsrs'}\n"
        "    found = {each.split('.')[0] for each in sys.modules} & late\n"
        "    assert not found, (name, found)\n"
    )
    done = run_python(code, ROOT, *modules)
    assert done.returncode == 0, done.stderr


def test_importing_keeps_to_its_contracts() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("quiz/session.py", "import desktop.matrix.view", "rooms do not see each other BROKEN"),
        ("shell/theme.py", "import desktop.quiz.view", "rooms do not see each other BROKEN"),
        ("export/table.py", "import desktop.shell.theme", "rooms do not see each other BROKEN"),
        ("catalog/refs.py", "import desktop.export.table", "rooms do not see each other BROKEN"),
        ("catalog/refs.py", "import desktop.shell.theme", "rooms do not see each other BROKEN"),
        ("catalog/refs.py", "from PySide6.QtCore import QObject", "rooms' ui BROKEN"),
        ("matrix/table/grid.py", "import pyqtgraph", "rooms' ui BROKEN"),
        ("matrix/table/grid.py", "import desktop.matrix.ui", "by its view alone BROKEN"),
        ("catalog/limits.py", "import desktop.catalog.loader", "No cycles between siblings BROKEN"),
    ],
)
def test_a_planted_import_is_caught(tmp_path: Path, file: str, line: str, contract: str) -> None:
    shutil.copytree(ROOT / "desktop", tmp_path / "desktop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "desktop" / file).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1, done.stdout
    assert contract in done.stdout


def test_every_room_is_a_tab() -> None:
    assert sorted(view.key for view in VIEWS) == sorted({view.key for view in VIEWS})
    rooms = [room for room in ROOMS if room != "presentation"]
    assert len(rooms) == len(VIEWS)
    source = (ROOT / "desktop" / "views.py").read_text(encoding="utf-8")
    assert [room for room in rooms if f"desktop.{room}.view import VIEW" not in source] == []
    assert "desktop.presentation.view import TALKS" in source


@pytest.mark.parametrize("room", ROOMS)
def test_the_door_of_a_room_holds_a_docstring_only(room: str) -> None:
    tree = ast.parse((ROOT / "desktop" / room / "__init__.py").read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    assert len(tree.body) == 1


def test_files_and_functions_stay_small() -> None:
    found = []
    for file in (*SOURCES, *sorted((ROOT / "tests").rglob("*.py")), ROOT / "run.py"):
        text = file.read_text(encoding="utf-8")
        if text.count("\n") >= 500:
            found.append(f"{file.relative_to(ROOT)}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length >= 60 and not node.name.startswith("test_"):
                    found.append(f"{file.relative_to(ROOT)}: {node.name} has {length} lines")
    assert found == []


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "manager", "misc"])
def test_nothing_has_a_name_that_says_nothing(word: str) -> None:
    assert [file for file in SOURCES if word in (file.stem, file.parent.name)] == []


def test_no_words_of_the_topic_stand_in_the_program() -> None:
    """All of them come from the pack; the command line's line about the program itself is the one that may say it."""
    found = []
    for file in SOURCES:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            text = node.value if isinstance(node, ast.Constant) and id(node) not in docs else None
            if isinstance(text, str) and file.name != "cli.py" and TOPIC.search(NAMES.sub("", text)):
                found.append(f"{file.relative_to(ROOT)}: {text}")
    assert found == []


def test_no_host_of_a_registry_is_named() -> None:
    """Who installs chooses where from: a lock with a host in it works in one place only."""
    files = [ROOT / "run.py", ROOT / "pyproject.toml", *ROOT.glob("*.lock"), *(ROOT / ".ci").iterdir(), *SOURCES]
    named = re.compile(r"https?://(?!json-schema\.org/)|--(extra-)?index-url|--find-links")
    assert [file.name for file in files if named.search(file.read_text(encoding="utf-8"))] == []


def test_the_packaging_folder_does_not_hide_the_module_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_qt_gives_back_the_none_it_borrows(qtbot: QtBot) -> None:
    """PySide6 6.12.0 loses one with each call and aborts in the end. From Python 3.12 on None is immortal."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for at in range(1_000):
        label.setText(f"{at}")
    assert sys.getrefcount(None) > before - 500
