"""What this person prefers on this laptop: one small JSON file, never about a business."""

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from directory_app.paths import config_folder

APPEARANCES = ("system", "light", "dark")
LANGUAGES = ("system", "en", "es")
RECENT_AT_MOST = 8
LOCK_MINUTES = range(1, 61)


@dataclass(slots=True)
class Settings:
    """Preferences. ``recent`` holds paths of directories, newest first.

    ``language`` is one of LANGUAGES, ``appearance`` one of APPEARANCES; ``columns``
    are names of the directory table's, in order, none as long as nobody chose,
    ``column_widths`` pixels by name, ``sort`` keys of its order ("-" before one: downwards);
    ``person`` is the name chosen last time.
    ``allow_synced_folders`` is a decision for this machine: see store/synced.py.
    ``lock_minutes`` (of LOCK_MINUTES) without input lock an encrypted directory, and so does the
    lock of the screen where ``lock_with_screen``; ``vanish_key`` is the key that closes at once.
    """

    language: str = "system"
    appearance: str = "system"
    recent: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    column_widths: dict[str, int] = field(default_factory=dict)
    sort: list[str] = field(default_factory=list)
    person: str = ""
    sidebar_is_rail: bool = False
    allow_synced_folders: bool = False
    lock_minutes: int = 5
    lock_with_screen: bool = True
    vanish_key: bool = True

    def remember(self, path: Path) -> None:
        """Put a directory first among the recent ones."""
        entry = str(path)
        self.recent = [entry, *(old for old in self.recent if old != entry)][:RECENT_AT_MOST]


def settings_file() -> Path:
    """Where the preferences live; ``PUERTAS_SETTINGS`` names another file (tests)."""
    override = os.environ.get("PUERTAS_SETTINGS")
    return Path(override) if override else config_folder() / "settings.json"


def load(file: Path | None = None) -> Settings:
    """Read the preferences. What is missing or makes no sense is a default."""
    try:
        kept = json.loads((file or settings_file()).read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _sensible(kept) if isinstance(kept, dict) else Settings()


def save(settings: Settings, file: Path | None = None) -> None:
    """Write the preferences whole: to a neighbour first, then in its place."""
    target = file or settings_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    neighbour = target.with_suffix(".partial")
    neighbour.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), "utf-8")
    neighbour.replace(target)


def _sensible(kept: dict[str, Any]) -> Settings:
    settings = Settings()
    for slot in fields(Settings):
        value = kept.get(slot.name)
        if isinstance(value, type(getattr(settings, slot.name))):
            setattr(settings, slot.name, value)
    if settings.language not in LANGUAGES:
        settings.language = "system"
    if settings.appearance not in APPEARANCES:
        settings.appearance = "system"
    if settings.lock_minutes not in LOCK_MINUTES:
        settings.lock_minutes = 5
    settings.recent = [entry for entry in settings.recent if isinstance(entry, str)]
    settings.columns = [key for key in settings.columns if isinstance(key, str)]
    settings.sort = [key for key in settings.sort if isinstance(key, str)]
    settings.column_widths = {
        key: width for key, width in settings.column_widths.items() if type(width) is int
    }
    return settings
