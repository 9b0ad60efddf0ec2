"""An export that leaves the laptop: made, written, and counted as a print run."""

import datetime as dt
import hashlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from directory_app import exporting
from directory_app.errors import UserError
from directory_app.files import outside_directories, write_whole
from directory_app.model.listing import LeftOut, PublicListing
from directory_app.progress import Progress, silent
from directory_app.store import Store
from directory_app.tasks.printing import COVER_WORDS, MISTAKE_CONTACT

#: What a recall list calls an export; behind it stands the format.
LAYOUT = "export-"


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """Which file is wanted, for which use (one of exporting.CHANNELS), and where it goes."""

    path: Path
    format: str
    channel: str
    languages: tuple[str, ...] = ("en", "es")


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written and counted as print run number ``run``."""

    run: int
    format: str
    channel: str
    exported: int
    left_out: tuple[LeftOut, ...]
    cannot_hold: tuple[str, ...]
    path: Path
    use_by: dt.date


def export(store: Store, order: ExportOrder, progress: Progress = silent) -> Exported:
    """Write those who said yes to the channel, and nobody else, into a file of a format.

    It counts as a print run, so that a recall list names it. UserError for a format or a
    channel that is not there, for a path inside a directory, and where there is no room.
    """
    _check(order)
    outside_directories(order.path)
    today = store.today()
    progress(0, 2, "choosing")
    listings = store.listings(order.channel, on=today)
    about = exporting.About(
        run=store.next_run_number(),
        channel=order.channel,
        made_on=today,
        use_by=exporting.use_by(listings, today),
        languages=order.languages,
        mistake_contact=store.setting(MISTAKE_CONTACT),
        say_immigrant=store.setting(COVER_WORDS) != "plain",
    )
    progress(1, 2, "writing")
    data = exporting.render(order.format, listings, about)
    write_whole(order.path, data)
    store.record_print_run(
        event_id=None,
        layout=f"{LAYOUT}{order.format}",
        languages=",".join(order.languages),
        use_by=about.use_by,
        copies=1,
        sha256=hashlib.sha256(data).hexdigest(),
        entries=[(each.code, _told(each, order.channel)) for each in listings],
        number=about.run,
    )
    progress(2, 2, "writing")
    return Exported(
        about.run,
        order.format,
        order.channel,
        len(listings),
        tuple(store.left_out(order.channel, on=today)),
        exporting.cannot_hold(order.format),
        order.path,
        about.use_by,
    )


def _check(order: ExportOrder) -> None:
    for word, those, what in (
        (order.format, exporting.NAMES, "format"),
        (order.channel, exporting.CHANNELS, "channel"),
    ):
        if word not in those:
            raise UserError(f"There is no {what} “{word}”.", f"There is: {', '.join(those)}.")


def _told(listing: PublicListing, channel: str) -> dict[str, Any]:
    """What the file says of one business; the place that only serves to choose is not in it."""
    told = {key: value for key, value in asdict(listing).items() if value not in ("", (), None)}
    return {"channel": channel} | {
        key: value for key, value in told.items() if not key.startswith("place")
    }
