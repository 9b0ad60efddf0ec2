"""Where things live: the program's own resources, and the person's settings and folders."""

import os
import sys
from pathlib import Path

APP_NAME = "puertas"
ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))


def resource(*parts: str) -> Path:
    """A file that ships with the program, under ``resources/``."""
    return ROOT.joinpath("resources", *parts)


def manual(name: str) -> Path:
    """A guide or a picture of one, which ship with the program, under ``docs/``."""
    return ROOT / "docs" / name


def migrations() -> Path:
    """The Alembic environment that ships with the program."""
    return ROOT / "db" / "migrations"


def config_folder() -> Path:
    """Where settings.json is kept. Not created here."""
    from platformdirs import user_config_path  # late: it costs a start 4 ms

    return user_config_path(APP_NAME, appauthor=False)


def map_data_folder() -> Path:
    """Where downloaded street data is kept, a file a region. Not created here.

    It is public data and no part of any directory. ``PUERTAS_MAP_DATA`` names another folder.
    """
    override = os.environ.get("PUERTAS_MAP_DATA")
    if override:
        return Path(override)
    from platformdirs import user_data_path

    return user_data_path(APP_NAME, appauthor=False) / "map-data"


def memory_folder() -> Path | None:
    """A folder that is no disk's and this person's own or everybody's; None where there is none.

    What is in it is gone with the power. Only Linux has one that is known by its name.
    """
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    places = [Path(own)] if own else []
    for place in (*places, Path("/dev/shm")):  # noqa: S108 - what it makes there is 0700
        if place.is_dir() and os.access(place, os.W_OK) and _is_memory(place):
            return place
    return None


def _is_memory(place: Path) -> bool:
    try:
        lines = Path("/proc/mounts").read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return False
    points = {parts[1]: parts[2] for parts in (line.split(" ") for line in lines) if len(parts) > 2}
    above = next(one for one in (place, *place.parents) if str(one) in points or one == Path("/"))
    return points.get(str(above)) in {"tmpfs", "ramfs"}


def documents() -> Path:
    """Where a new directory or a guide is offered to be saved: what there is of it."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if folder.exists() else Path.home()
