"""A private spreadsheet for the coalition's own people, counted as a run of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from directory_app import exporting
from directory_app.errors import UserError
from directory_app.exporting import private
from directory_app.exporting.private import name_marked
from directory_app.model.recall import PlannedRun, Reserved
from directory_app.progress import Progress, silent
from directory_app.store import Filter, Store
from directory_app.store.browse import Browser
from directory_app.tasks import leaving
from directory_app.tasks.finding import know_places

#: What a recall list calls it; behind it stands the format.
LAYOUT = "private-"


@dataclass(frozen=True, slots=True)
class PrivateOrder:
    """Which businesses (a filter, or ids in order), as "csv" or "xlsx", and where it goes."""

    path: Path
    format: str
    wanted: Filter | Sequence[str]


@dataclass(frozen=True, slots=True)
class PrivateExported:
    """A file that was written and counted as run number ``run``. ``path`` bears the mark."""

    run: int
    format: str
    exported: int
    left_out: int
    path: Path


def private_path(path: Path, format_: str) -> Path:
    """Where it really goes: with the mark in the name, and the ending of its format."""
    stem = path.stem if path.suffix.lower() in {".csv", ".xlsx"} else path.name
    return path.with_name(f"{name_marked(stem)}.{format_}")


def who_would_go(reads: Browser, wanted: Filter | Sequence[str]) -> tuple[int, int]:
    """How many a private file would hold, and how many not: who withdrew, closed, was archived."""
    if isinstance(wanted, Filter):
        know_places(reads.setting("home_state") or "")
    return reads.staff_outlook(wanted)


def export_private(
    store: Store, order: PrivateOrder, progress: Progress = silent
) -> PrivateExported:
    """Write the private file, for its owner's eyes alone (0600), and record it.

    UserError for another format, where nobody is left, inside a directory, without room.
    """
    if order.format not in private.FORMATS:
        raise UserError(
            f"A private file is no “{order.format}”.", f"There is: {', '.join(private.FORMATS)}."
        )
    path = private_path(order.path, order.format)
    leaving.check_place(leaving.KINDS[f"{LAYOUT}{order.format}"], path)
    progress(0, 2, "choosing")
    those = _ids(store, order.wanted)
    listings = store.listings.staff(those)
    if not listings:
        raise UserError("Nobody would be in this file.", "Choose others for it.")
    today = store.today()
    run = PlannedRun(
        layout=f"{LAYOUT}{order.format}",
        entries=[(each.code, {"name": each.name}) for each in listings],
        languages=("en", "es"),
        use_by=today,
    )

    def make(reserved: Reserved) -> leaving.Content:
        progress(1, 2, "writing")
        about = exporting.About(reserved.number, "staff", today, today, say_immigrant=False)
        return leaving.Content((private.render(order.format, listings, about),))

    left = leaving.leave(store, run, path, make)
    progress(2, 2, "writing")
    gone = len(those) - len(listings)
    return PrivateExported(left.number, order.format, len(listings), gone, path)


def _ids(store: Store, wanted: Filter | Sequence[str]) -> list[str]:
    if isinstance(wanted, Filter):
        know_places(store.settings.get("home_state"))
        return [row.id for row in store.browser.rows(store.browser.row_ids(wanted.told()))]
    return list(dict.fromkeys(wanted))
