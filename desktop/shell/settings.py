"""What the program remembers of the reader's choices: typed fields over QSettings, each with its default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from desktop.shell.theme import ThemeChoice
from desktop.shell.tokens import LARGEST_TEXT, SMALLEST_TEXT

if TYPE_CHECKING:
    from pathlib import Path

_RECENT = 8


class Settings:
    """Values that survive the program. A value that cannot be read counts as its default."""

    def __init__(self, file: Path) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        word = self._text("look/theme")
        return ThemeChoice(word) if word in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("look/theme", choice.value)

    @property
    def text_scale(self) -> float:
        try:
            return min(LARGEST_TEXT, max(SMALLEST_TEXT, float(self._text("look/text-scale") or 1.0)))
        except ValueError:
            return 1.0

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self._store.setValue("look/text-scale", str(scale))

    @property
    def reduced_motion(self) -> bool:
        return self._text("look/motion") == "reduced"

    @reduced_motion.setter
    def reduced_motion(self, reduced: bool) -> None:
        self._store.setValue("look/motion", "reduced" if reduced else "full")

    @property
    def geometry(self) -> QByteArray:
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def evidence_shown(self) -> bool:
        return self._text("window/evidence") != "hidden"

    @evidence_shown.setter
    def evidence_shown(self, shown: bool) -> None:
        self._store.setValue("window/evidence", "shown" if shown else "hidden")

    @property
    def view(self) -> str:
        """The key of the tab shown last."""
        return self._text("window/view")

    @view.setter
    def view(self, key: str) -> None:
        self._store.setValue("window/view", key)

    @property
    def recent_packs(self) -> tuple[str, ...]:
        """Packs opened lately, newest first."""
        return tuple(path for path in self._text("packs/recent").split("\n") if path)

    def remember_pack(self, path: Path) -> None:
        """Put a pack at the head of the recent list."""
        others = [each for each in self.recent_packs if each != str(path)]
        self._store.setValue("packs/recent", "\n".join([str(path), *others][:_RECENT]))

    def value(self, key: str, default: str = "") -> str:
        """A room's own small setting, under its own name (`matrix/level`)."""
        return self._text(key) or default

    def set_value(self, key: str, value: str) -> None:
        """Keep a room's own small setting."""
        self._store.setValue(key, value)

    def save(self) -> None:
        """Write now."""
        self._store.sync()

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()
