"""What this person prefers on this laptop: one small JSON file for its owner's eyes (0600).

It says nothing of a business, of where a directory lies, or of who works on one: a laptop that is
taken is read before it is unlocked. Which directory was open is kept by the system's keyring, by
wish (tasks.last_directory), and who works here in the directory itself.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from directory_app.files import write_whole
from directory_app.paths import config_folder

APPEARANCES = ("system", "light", "dark")
LANGUAGES = ("system", "en", "es")
LOCK_MINUTES = range(1, 61)


@dataclass(slots=True)
class Settings:
    """Preferences.

    ``language`` is one of LANGUAGES, ``appearance`` one of APPEARANCES; ``columns``
    are names of the directory table's, in order, none as long as nobody chose,
    ``column_widths`` pixels by name, ``sort`` keys of its order ("-" before one: downwards);
    ``remember_directory``: the system's keyring keeps which directory was open last.
    ``allow_synced_folders`` is a decision for this machine: see store/synced.py.
    ``lock_minutes`` (of LOCK_MINUTES) without input lock an encrypted directory, and so does the
    lock of the screen where ``lock_with_screen``; ``vanish_key`` is the key that closes at once.
    ``encrypted_places`` and ``plain_places`` are 24 bits each of hashes under ``places_key``, by
    which store/was_encrypted.py knows a place again.
    """

    language: str = "system"
    appearance: str = "system"
    columns: list[str] = field(default_factory=list)
    column_widths: dict[str, int] = field(default_factory=dict)
    sort: list[str] = field(default_factory=list)
    sidebar_is_rail: bool = False
    allow_synced_folders: bool = False
    lock_minutes: int = 5
    lock_with_screen: bool = True
    vanish_key: bool = True
    remember_directory: bool = False
    places_key: str = ""
    encrypted_places: list[str] = field(default_factory=list)
    plain_places: list[str] = field(default_factory=list)


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
    """Write the preferences whole, for their owner alone. UserError where that fails."""
    target = file or settings_file()
    with suppress(OSError):  # why it cannot be written there, write_whole says
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
    write_whole(target, text.encode(), private=True)


def tidy(file: Path | None = None) -> None:
    """Take out what earlier versions kept: paths of directories, the name of who works there."""
    target = file or settings_file()
    try:
        kept = json.loads(target.read_text("utf-8"))
        is_open = os.name == "posix" and target.stat().st_mode & 0o077
    except (OSError, ValueError):
        return
    if is_open or (
        isinstance(kept, dict) and kept.keys() - {slot.name for slot in fields(Settings)}
    ):
        save(load(target), target)


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
    settings.columns = [key for key in settings.columns if isinstance(key, str)]
    settings.sort = [key for key in settings.sort if isinstance(key, str)]
    for marks in (settings.encrypted_places, settings.plain_places):
        marks[:] = [one for one in marks if isinstance(one, str)]
    settings.column_widths = {
        key: width for key, width in settings.column_widths.items() if type(width) is int
    }
    return settings
