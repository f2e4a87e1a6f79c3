"""Draws every tab and diagram into pictures, and the printed handout, without a display."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication

from desktop.catalog.writing import write_whole
from desktop.shell.application import application, make_window
from desktop.shell.pdf import handout_pdf
from desktop.shell.settings import Settings
from desktop.shell.theme import ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPixmap

    from desktop.catalog.loader import Loaded
    from desktop.catalog.refs import Ref
    from desktop.shell.talks_spec import TalksSpec
    from desktop.shell.view import ViewSpec
    from desktop.shell.window import Window


@dataclass(frozen=True, slots=True)
class Order:
    """What to draw: the pack, where to put the pictures, and the look."""

    pack: Path
    folder: Path
    theme: str
    size: tuple[int, int]
    text: float


def render_all(views: Sequence[ViewSpec], talks: TalksSpec, loaded: Loaded, order: Order) -> int:
    """Write a picture of each tab and of each place that a tab names, and handout.pdf; the exit code."""
    application()
    with TemporaryDirectory() as scratch:
        settings = Settings(Path(scratch) / "settings.ini")
        window = make_window(views, settings, lambda _path: loaded, (ThemeChoice(order.theme), order.text))
        window.offer_talks(talks)
        try:
            order.folder.mkdir(parents=True, exist_ok=True)
            names = [_save(order.folder, name, picture) for name, picture in _pictures(window, views, loaded, order)]
            names.append(_save_handout(window, views, order))
        except OSError as error:
            print(f"cannot write to '{order.folder}': {error.strerror or error}", file=sys.stderr)
            return 1
        finally:
            window.close()
            window.deleteLater()
    print(f"{len(names)} files written to {order.folder}: {', '.join(names)}")
    return 0


def _pictures(window: Window, views: Sequence[ViewSpec], loaded: Loaded, order: Order) -> Iterator[tuple[str, QPixmap]]:
    window.show_pack(loaded, order.pack)
    window.resize(*order.size)
    window.show()
    for view in views:
        window.show_view(view.key)
        yield view.key, _grab(window)
        room = window.show_view(view.key)
        for ref in room.places() if room else ():
            _open(window, ref)
            yield f"{view.key}-{str(ref).partition(':')[2].replace('/', '-')}", _grab(window)


def _open(window: Window, ref: Ref) -> None:
    if window.context is not None:
        window.context.navigator.open(ref)


def _grab(window: Window) -> QPixmap:
    """The window's picture once everything has found its place."""
    window.catch_up()
    for _ in range(4):
        QApplication.processEvents()
    return window.grab()


def _save(folder: Path, name: str, picture: QPixmap) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    write_whole(folder / f"{name}.png", bytes(buffer.data().data()))
    return f"{name}.png"


def _save_handout(window: Window, views: Sequence[ViewSpec], order: Order) -> str:
    context = window.context
    rooms = [window.show_view(view.key) for view in views]
    sheets = [sheet for room in rooms if room is not None for sheet in room.sheets()]
    assert context is not None
    write_whole(order.folder / "handout.pdf", handout_pdf(context.catalog.pack, sheets))
    return "handout.pdf"
