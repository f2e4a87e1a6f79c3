"""Where things lie: the shipped data and resources, and the reader's own folders."""

from __future__ import annotations

from pathlib import Path

APP = "genai-vs-llm"


def _shipped(folder: str) -> Path:
    """The folder inside the package (wheel, installer), else the one beside it (source checkout)."""
    package = Path(__file__).resolve().parent
    inside = package / folder
    return inside if inside.is_dir() else package.parent / folder


def resource(*parts: str) -> Path:
    """A shipped file under `resources/`."""
    return _shipped("resources").joinpath(*parts)


def shipped_pack() -> Path:
    """The folder of the pack that comes with the program."""
    return _shipped("data") / APP


def cache_folder() -> Path:
    """Where compiled packs are kept; may be deleted at any time."""
    from platformdirs import user_cache_path

    return _safe(user_cache_path(APP, appauthor=False))


def log_folder() -> Path:
    """Where the log file lies."""
    from platformdirs import user_log_path

    return _safe(user_log_path(APP, appauthor=False))


def data_folder() -> Path:
    """Where the learner's answers are kept, and their backups."""
    from platformdirs import user_data_path

    return _safe(user_data_path(APP, appauthor=False))


def settings_folder() -> Path:
    """Where the settings file lies."""
    from platformdirs import user_config_path

    return _safe(user_config_path(APP, appauthor=False))


def own_packs_folder() -> Path:
    """Where the reader's own questions lie: in a folder for each pack, by its id."""
    from platformdirs import user_data_path

    return _safe(user_data_path(APP, appauthor=False)) / "packs"


def _safe(path: Path) -> Path:
    """An absolute folder; where HOME is unset or relative, one under the system's temporary folder."""
    if path.is_absolute() and len(path.parts) > 2 and "~" not in path.parts:
        return path
    import tempfile

    return Path(tempfile.gettempdir()) / f"{APP}-{path.name or 'home'}"
