"""A whole talk under a real X server with two screens, driven by nothing but key events of that server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest

from tests.presentation.giving import x_display
from tests.presentation.giving.x_display import RIGHT, Display

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 30.0  # seconds for something to come about
ON_THE_RIGHT, ON_THE_LEFT = [1280, 0, 1280, 720], [0, 0, 1280, 720]


class Talk:
    """The program on the display, and what it says of itself."""

    def __init__(self, display: Display, folder: Path) -> None:
        environment = {**os.environ, "DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
        environment["HOME"] = str(folder)
        command = [sys.executable, "-m", "tests.presentation.giving.talk_on_x", str(folder)]
        self.display, self.said = display, Queue[dict[str, Any]]()
        self._errors = (folder / "errors").open("w+")
        self.process = subprocess.Popen(
            command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=self._errors, text=True
        )
        self._listener = Thread(target=self._listen)
        self._listener.start()

    def close(self) -> None:
        """End it, where it has not ended by itself."""
        self.process.terminate()
        self.process.wait(20)
        self._listener.join()
        self._errors.close()

    def until(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """How the talk stands once this holds."""
        end, last = monotonic() + PATIENCE, {}
        while monotonic() < end and (self.process.poll() is None or not self.said.empty()):
            try:
                last = self.said.get(timeout=0.2)
            except Empty:
                continue
            if holds(last):
                return last
        self._errors.seek(0)
        raise AssertionError(f"it never came about; at last {last}; {self._errors.read()[-2000:]}")

    def press(self, key: str) -> Talk:
        """Press a key, for whichever window has the keyboard; what was said before is old."""
        while not self.said.empty():
            self.said.get()
        self.display.press(key)
        return self

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self.said.put(json.loads(line))


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    display = Display()
    talk = Talk(display, tmp_path)
    yield talk
    talk.close()
    display.close()


@pytest.mark.skipif(bool(x_display.missing()), reason=f"an X server with two screens: {x_display.missing()}")
def test_a_talk_is_given_by_keys_alone_on_two_screens(talk: Talk, tmp_path: Path) -> None:
    begun = talk.until(lambda told: told.get("hall") == ON_THE_RIGHT)
    assert begun["full"]
    assert begun["where"] == "The hall sees it on the screen RIGHT."
    assert begun["console"] < 1280
    for key, place in (("PgDown", (1, 0)), ("Space", (1, 1)), ("N", (1, 2)), ("PgUp", (1, 1)), ("Alt+PgDown", (2, 0))):
        talk.press(key).until(lambda told, place=place: (told.get("at"), told.get("step")) == place)  # type: ignore[misc]
    talk.press("B").until(lambda told: told.get("blank") == "black")
    assert talk.press("PgDown").until(lambda told: told.get("blank") == "")["at"] == 2
    talk.press("6")
    talk.press("Return").until(lambda told: told.get("at") == 5)
    swapped = talk.press("Ctrl+F").until(lambda told: told.get("hall") == ON_THE_LEFT)
    assert swapped["console"] >= 1280
    talk.press("Ctrl+F").until(lambda told: told.get("hall") == ON_THE_RIGHT and told["console"] < 1280)
    talk.display.unplug(RIGHT)
    alone = talk.until(lambda told: told.get("full") is False)
    assert alone["at"] == 5
    assert "share it in a call" in talk.until(lambda told: "window" in told.get("where", ""))["where"]
    talk.press("Home").until(lambda told: told.get("at") == 0)
    talk.display.plug(RIGHT)
    talk.until(lambda told: told.get("full") is True and told["hall"][0] >= 1270)  # a frame may still be around it
    assert talk.press("Esc").until(lambda told: "ended" in told)["ended"].startswith("Ten minutes")
    assert talk.process.wait(30) == 0
    assert list(tmp_path.glob("hall-*.png"))
