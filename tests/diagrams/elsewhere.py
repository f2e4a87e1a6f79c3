"""What another process makes of the shipped figures."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.catalog.loader import load_pack
from desktop.places import shipped_pack
from desktop.shell.application import application
from desktop.shell.context import Context
from desktop.shell.icons import Icons
from desktop.shell.navigator import Navigator
from desktop.shell.settings import Settings
from desktop.shell.theme import Theme, ThemeChoice
from tests.diagrams.test_shipped_figures import fingerprints


def told() -> None:
    """Prints the fingerprints of all figures, laid out here and now."""
    theme = Theme(application(), ThemeChoice.LIGHT, 1.0)
    catalog = load_pack(shipped_pack()).catalog
    assert catalog is not None
    with TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        print(fingerprints(Context(catalog, Navigator(), settings, theme, Icons(theme))))
