"""Started by test_two_screens.py on an X display: gives a shipped talk, and says in JSON lines how it stands."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.catalog.loader import load_pack
from desktop.places import shipped_pack
from desktop.presentation.ui.presenting import Presenting
from desktop.shell.application import make_window
from desktop.shell.settings import Settings
from desktop.shell.theme import ThemeChoice
from desktop.views import VIEWS


def run(folder: Path) -> None:
    """Until the talk has ended; pictures of both windows go into the folder."""
    window = make_window(VIEWS, Settings(folder / "settings.ini"), load_pack, (ThemeChoice.LIGHT, 1.0))
    loaded = load_pack(shipped_pack())
    window.show_pack(loaded, shipped_pack())
    assert window.context is not None
    deck = next(each for each in window.context.catalog.decks if each.id == "ten-minutes")
    presenting = Presenting(window.context, deck, packs=window.packs)

    def tell() -> None:
        place = presenting.window.frameGeometry()
        told = {
            "at": presenting.talk.at,
            "step": presenting.talk.at_step,
            "blank": presenting.talk.blank.value,
            "hall": [place.x(), place.y(), place.width(), place.height()],
            "full": presenting.window.isFullScreen(),
            "console": presenting.console.x(),
            "where": presenting.console.where,
        }
        print(json.dumps(told), flush=True)

    def on_ended(report: object) -> None:
        print(json.dumps({"ended": getattr(report, "title", "")}), flush=True)
        window.close()
        QApplication.quit()

    def save_pictures() -> None:
        for name, each in (("console", presenting.console), ("hall", presenting.window)):
            each.grab().save(str(folder / f"{name}-{presenting.talk.at}.png"))

    often, now_and_then = QTimer(), QTimer()
    often.timeout.connect(tell)
    now_and_then.timeout.connect(save_pictures)
    presenting.ended.connect(on_ended)
    presenting.start()
    often.start(200)
    now_and_then.start(1500)
    QTimer.singleShot(120_000, QApplication.quit)
    QApplication.exec()


if __name__ == "__main__":
    run(Path(sys.argv[1]))
