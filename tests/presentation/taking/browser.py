"""A headless Chromium without a network, led by keys over a pipe."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_START = """\
import os, sys
from fcntl import F_DUPFD, fcntl
ends = [fcntl(int(each), F_DUPFD, 10) for each in sys.argv[1:3]]
for end, place in zip(ends, (3, 4)):
    os.dup2(end, place)
os.execv(sys.argv[3], sys.argv[3:])
"""
_CODES = {"ArrowRight": 39, "ArrowLeft": 37, "PageDown": 34, "PageUp": 33, "Home": 36, "End": 35, " ": 32}


class Browser:
    """Opens one file. `asked` are the addresses that it wanted to fetch, `complaints` what its console has."""

    def __init__(self, file: Path, profile: Path, *, dark: bool = False) -> None:
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self._number = 0
        reading, self._to = os.pipe()
        self._from, writing = os.pipe()
        switches = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--window-size=1280,720"]
        own = [f"--user-data-dir={profile}", "--host-resolver-rules=MAP * ~NOTFOUND"]
        command = [sys.executable, "-c", _START, str(reading), str(writing), str(CHROMIUM), *switches, *own]
        self._process = subprocess.Popen(command, pass_fds=(reading, writing), stderr=subprocess.DEVNULL)
        os.close(reading)
        os.close(writing)
        self._heard = os.fdopen(self._from, "rb")
        self._session = ""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self._ask(f"{domain}.enable")
        offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
        self._ask("Network.emulateNetworkConditions", **offline)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._ask("Emulation.setEmulatedMedia", features=[scheme])
        self._ask("Page.navigate", url=file.as_uri())
        self._until("Page.loadEventFired")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._process.wait()
        self._heard.close()
        os.close(self._to)

    def press(self, key: str) -> None:
        """Press a key and let it go."""
        text = {"text": key} if len(key) == 1 else {}
        code = _CODES.get(key, ord(key[0].upper()))
        self._ask("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **text)
        self._ask("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def value(self, expression: str) -> Any:
        """What an expression is in the page."""
        answer = self._ask("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    @property
    def page(self) -> str:
        """The head of the page that can be seen; heads of several joined by a bar."""
        seen = "[...document.querySelectorAll('.page h2')].filter(each => each.offsetParent !== null)"
        return str(self.value(f"{seen}.map(each => each.textContent).join(' | ')"))

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            heard = self._hear()
            if heard.get("id") == self._number:
                assert "error" not in heard, heard
                found: dict[str, Any] = heard["result"]
                return found

    def _until(self, event: str) -> None:
        while self._hear().get("method") != event:
            pass

    def _hear(self) -> dict[str, Any]:
        found = bytearray()
        while (byte := self._heard.read(1)) != b"\0":
            assert byte, "the browser has ended"
            found += byte
        heard: dict[str, Any] = json.loads(found)
        params = heard.get("params", {})
        if heard.get("method") == "Network.requestWillBeSent":
            self.asked.append(params["request"]["url"])
        elif heard.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown"):
            self.complaints.append(json.dumps(params))
        return heard
