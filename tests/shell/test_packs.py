"""Opening packs as a reader does: by menu, drop and command line, in a hurry, and when things go wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop.catalog.loader import Loaded, load_pack
from desktop.places import shipped_pack
from desktop.shell.packs import pack_of
from tests.shell.driver import WindowDriver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from desktop.shell.window import Window

ROOT = shipped_pack().parent.parent
TINY = ROOT / "tests" / "fixtures" / "tiny-pack"


class SlowLoading:
    """Opens packs only when it is let, one by one."""

    def __init__(self) -> None:
        self.asked: list[Path] = []
        self.let = threading.Semaphore(0)

    def __call__(self, path: Path) -> Loaded:
        self.asked.append(path)
        assert self.let.acquire(timeout=20)
        return load_pack(path)


@pytest.fixture
def driver(window: Window) -> WindowDriver:
    return WindowDriver(window).settle()


@pytest.fixture
def slow(driver: WindowDriver) -> Iterator[SlowLoading]:
    made = SlowLoading()
    driver.window.packs._load = made
    yield made
    made.let.release(20)
    assert driver.window.packs.wait(20)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A pack of the reader's own."""
    return copytree(TINY, tmp_path / "own")


def renamed(pack: Path, title: str) -> Path:
    """The pack under another title."""
    file = pack / "pack.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines = [f"title: {title}" if line.startswith("title:") else line for line in lines]
    file.write_text("\n".join(lines), encoding="utf-8")
    return pack


def broken(pack: Path) -> Path:
    subject = next((pack / "subjects").glob("*.yaml"))
    subject.write_text(subject.read_text(encoding="utf-8").replace("level:", "levl:", 1), encoding="utf-8")
    return pack


def words_on(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def drop(window: Window, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))


# In a hurry.


def test_closing_while_a_pack_loads_neither_waits_nor_shows_it(
    driver: WindowDriver, slow: SlowLoading, qtbot: QtBot, own: Path
) -> None:
    title = driver.window.windowTitle()
    for _ in range(3):
        driver.window.open_pack(broken(own))
    qtbot.waitUntil(lambda: slow.asked != [])
    driver.window.close()
    slow.let.release(3)
    assert driver.window.packs.wait(20)
    assert driver.settle().window.windowTitle() == title
    assert driver.dialogs() == []
    assert len(slow.asked) == 1


def test_of_two_packs_opened_quickly_only_the_last_is_shown_and_remembered(
    driver: WindowDriver, slow: SlowLoading, qtbot: QtBot, own: Path, tmp_path: Path
) -> None:
    titles: list[str] = []
    driver.window.windowTitleChanged.connect(titles.append)
    other = renamed(copytree(TINY, tmp_path / "other"), "Other")
    driver.window.open_pack(own)
    qtbot.waitUntil(lambda: slow.asked == [own])
    driver.window.open_pack(other)
    slow.let.release(2)
    qtbot.waitUntil(lambda: titles != [])
    assert [title.partition(" —")[0] for title in titles] == ["Other"]
    assert driver.window.context is not None
    assert driver.window.context.settings.recent_packs == (str(other),)


def test_ten_packs_one_after_the_other_leave_nothing_behind(driver: WindowDriver, qtbot: QtBot, own: Path) -> None:
    def opened(round_: int) -> tuple[int, int]:
        driver.window.open_pack(renamed(own, f"Round {round_}"))
        qtbot.waitUntil(lambda: driver.window.windowTitle().startswith(f"Round {round_} "))
        for key in ("Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+1"):
            driver.key(key)
        qtbot.wait(50)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        handles = Path("/proc/self/fd")
        return len(QApplication.allWidgets()), len(list(handles.iterdir())) if handles.is_dir() else 0

    counts = [opened(round_) for round_ in range(10)]
    packs = len(counts) - 2
    assert counts[-1][0] - counts[1][0] < packs, "a widget is left for each pack"
    assert counts[-1][1] - counts[1][1] < packs, "a file is left open for each pack"


# What is opened.


def test_an_edit_shows_after_opening_again(driver: WindowDriver, qtbot: QtBot, own: Path) -> None:
    driver.window.open_pack(renamed(own, "Before"))
    qtbot.waitUntil(lambda: driver.window.windowTitle().startswith("Before"))
    renamed(own, "After")
    driver.key("Ctrl+R")
    qtbot.waitUntil(lambda: driver.window.windowTitle().startswith("After"))


def test_a_dropped_file_opens_the_pack_it_lies_in(driver: WindowDriver, qtbot: QtBot, own: Path) -> None:
    drop(driver.window, next((renamed(own, "Dropped") / "subjects").glob("*.yaml")))
    qtbot.waitUntil(lambda: driver.window.windowTitle().startswith("Dropped"))
    assert driver.dialogs() == []


def test_folders_zips_and_lone_files_stand_for_themselves(tmp_path: Path) -> None:
    lone = tmp_path / "a" / "lone.yaml"
    assert pack_of(lone) == lone.parent
    assert pack_of(tmp_path / "pack.zip") == tmp_path / "pack.zip"
    assert pack_of(TINY) == TINY


@pytest.mark.parametrize("key", ["Ctrl+1", "Ctrl+2", "Ctrl+4"])
def test_a_pack_can_be_dropped_onto_any_tab(driver: WindowDriver, key: str) -> None:
    driver.key(key)
    stack = driver.middle
    for at in (QPoint(stack.width() // 2, stack.height() // 2), QPoint(stack.width() // 2, stack.height() - 40)):
        widget: QWidget | None = stack.childAt(at)
        while widget is not None and not widget.acceptDrops():
            widget = widget.parentWidget()
        assert widget is driver.window


# Recent packs.


def test_a_pack_from_the_command_line_is_found_among_the_recent_ones(
    make_window: Callable[[], Window], qtbot: QtBot, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own.parent)
    window = make_window()
    window.show()
    window.packs.open_first(Path("own"))
    qtbot.waitUntil(lambda: window.context is not None)
    assert window.context is not None
    assert window.context.settings.recent_packs == (str(own.resolve()),)


def test_the_shipped_pack_is_there_at_once_and_not_among_the_recent_ones(make_window: Callable[[], Window]) -> None:
    window = make_window()
    window.packs.open_first(shipped_pack().parent / ".." / "data" / shipped_pack().name)
    assert window.context is not None
    assert window.context.settings.recent_packs == ()


# When things go wrong.


def test_the_list_of_problems_is_one_and_goes_when_the_pack_is_mended(
    driver: WindowDriver, qtbot: QtBot, own: Path
) -> None:
    driver.window.open_pack(broken(own))
    qtbot.waitUntil(lambda: len(driver.dialogs()) == 1)
    driver.to_front().key("Ctrl+Shift+P")
    assert len(driver.dialogs()) == 1
    driver.to_front().key("Ctrl+R")
    qtbot.waitUntil(lambda: not driver.window.packs._tasks.busy)
    assert len(driver.settle().dialogs()) == 1
    for file in (TINY / "subjects").glob("*.yaml"):
        (own / "subjects" / file.name).write_bytes(file.read_bytes())
    driver.click(driver.dialogs()[0], "Open again")
    qtbot.waitUntil(lambda: not driver.window.packs._tasks.busy)
    assert driver.settle().dialogs() == []


def test_a_first_pack_that_cannot_be_opened_leaves_a_way_on(
    make_window: Callable[[], Window], qtbot: QtBot, tmp_path: Path
) -> None:
    driver = WindowDriver(make_window())
    driver.window.show()
    driver.window.packs.open_first(tmp_path / "nowhere")
    assert "Opening nowhere" in words_on(driver.middle)
    qtbot.waitUntil(lambda: "nowhere could not be opened" in words_on(driver.middle))
    assert "cannot open" in driver.problems()[0]
    names = [each.text() for each in driver.middle.findChildren(QPushButton)]
    assert names == ["Open the shipped pack", "Open pack folder…"]
    driver.click(driver.middle, "Open the shipped pack")
    qtbot.waitUntil(lambda: driver.window.context is not None)
    assert driver.settle().dialogs() == []
    assert "could not be opened" not in words_on(driver.middle)


@pytest.mark.parametrize("path", [shipped_pack(), TINY])
def test_a_mistake_of_the_program_while_it_opens_the_first_pack_leaves_a_way_on(
    make_window: Callable[[], Window], qtbot: QtBot, path: Path
) -> None:
    window = make_window()
    window.packs._load = lambda _path: 1 / 0  # type: ignore[assignment, return-value]
    window.show()
    with qtbot.capture_exceptions() as caught:
        try:
            window.packs.open_first(path)
        except ZeroDivisionError as error:
            caught.append((type(error), error, None))  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: bool(caught))
    assert f"{path.name} could not be opened" in words_on(WindowDriver(window).middle)


_NEVER_READY = """
import sys, time
from pathlib import Path
from desktop.shell.application import run_window
from desktop.shell.folders import Folders
from desktop.views import VIEWS

def load(path):
    print("loading", flush=True)
    time.sleep(120)

sys.exit(run_window(VIEWS, Path("somewhere"), load, Folders(Path("cache"))))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no signals that ask a program to end")
@pytest.mark.parametrize("by", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_the_program_ends_while_a_pack_is_being_read(tmp_path: Path, by: str) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _NEVER_READY]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "loading\n"
        time.sleep(0.3)
        running.send_signal(getattr(signal, by))
        assert running.wait(30) == 0
