"""Who does not open the quiz does not wait for it: a real start, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.test_architecture import ROOT

if TYPE_CHECKING:
    from pathlib import Path

START = """
import json, sys
from functools import partial
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.catalog.loader import load_pack
from desktop.places import shipped_pack
from desktop.shell.application import application, make_window
from desktop.shell.folders import Folders
from desktop.shell.settings import Settings
from desktop.views import VIEWS

LATE = ("sqlite3", "fsrs", "desktop.progress", "desktop.quiz.")
home = Path(sys.argv[1])

def late():
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return sorted(name for name in sys.modules if name.startswith(LATE) and name != "desktop.quiz.view")

app = application()
window = make_window(VIEWS, Settings(home / "settings.ini"), load_pack, None, Folders(home / "cache", home / "data"))
window.show()
window.packs.open_first(shipped_pack())
matrix = window.show_view("matrix")
shown, before = matrix is not None and matrix.isVisible(), late()
if sys.argv[2] == "quiz":
    window.show_view("quiz")
else:
    window.answers.start_over()
after = late()
window.close()
print(json.dumps([shown, before, after]))
"""


def modules(home: Path, then: str) -> tuple[bool, list[str], list[str]]:
    """Whether the matrix was shown, and what of the quiz was imported then, and after what came next."""
    environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", START, str(home), then],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    shown, before, after = json.loads(done.stdout.splitlines()[-1])
    return shown, before, after


def test_nothing_of_the_quiz_is_imported_before_its_tab_is_shown(tmp_path: Path) -> None:
    shown, before, after = modules(tmp_path, "quiz")
    assert shown
    assert before == []
    assert {"sqlite3", "desktop.progress.log", "desktop.quiz.ui.widget"} <= set(after)
    assert "fsrs" not in after


def test_a_line_of_the_menu_of_answers_needs_the_log_and_not_the_quiz(tmp_path: Path) -> None:
    shown, before, after = modules(tmp_path, "answers")
    assert shown
    assert before == []
    assert {"sqlite3", "desktop.progress.log"} <= set(after)
    assert not any(name.startswith(("fsrs", "desktop.quiz.")) for name in after)
