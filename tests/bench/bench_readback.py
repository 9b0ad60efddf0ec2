"""What it costs to read back what was made, and how often it finds what is none.

A directory of 11,000, of which a thousand may be printed; a booklet and each export of those. The
figures of guides are without this: it has rows of its own.
"""

import datetime as dt
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from make import make_directory
from measure import Absolute, Figure, seconds, side_by_side

from directory_app import exporting, geocoding, guides
from directory_app.model.forbidden import Forbidden
from directory_app.model.listing import PublicEvent, PublicListing
from directory_app.store import Store
from directory_app.store.engine import connect
from directory_app.tasks import readback

ALL, SHOWN, SMALL = 11_000, 1_000, 1_000


def refuse(path: Path) -> None:
    """Leave a yes to about SHOWN of them; all others said no."""
    connection = connect(path / "directory.db", None, write=True)
    connection.execute(
        "UPDATE consent SET answer = 'no' WHERE channel = 'print' AND answer = 'yes'"
        " AND business_id NOT IN (SELECT business_id FROM consent"
        " WHERE channel = 'print' AND answer = 'yes'"
        " ORDER BY business_id LIMIT ?)",
        (round(SHOWN * 1.05),),
    )
    connection.close()


def booklet(found: list[PublicListing], day: dt.date, layout: str = "booklet") -> bytes:
    """A guide as it would be printed."""
    event = PublicEvent("e", "Church fair", "Feria", day, city="Santa Fe")
    options = guides.GuideOptions(layout, show_map=False)
    made = dt.datetime.combine(day, dt.time(12), dt.UTC)
    return guides.render_preview(guides.plan(event, found, options), made_at=made)


def exports(found: list[PublicListing], day: dt.date) -> Iterator[tuple[str, bytes]]:
    """Each format: its ending and the file."""
    about = exporting.About(1, "print", day, day + dt.timedelta(60))
    for name in exporting.NAMES:
        yield exporting.known(name).ending.strip("."), exporting.render(name, found, about)


def forbidden(store: Store) -> Forbidden:
    """What must not be on a guide of today."""
    return store.listings.forbidden("print", store.today(), geocoding.town_point)


def measure(times: int = 3) -> list[Figure]:
    """All figures of reading back."""
    with tempfile.TemporaryDirectory() as name:
        many, few = Path(name) / "many.puertas", Path(name) / "few.puertas"
        make_directory(many, ALL)
        refuse(many)
        make_directory(few, SMALL)
        with Store.open(many) as store:
            day, gathered = store.today(), forbidden(store)
            shown = store.listings.public("print", day)
            data, files = booklet(shown, day), list(exports(shown, day))
            gathering = statistics.median(seconds(lambda: forbidden(store)) for _ in range(times))
        refused = len({each.owner.code for each in gathered.names})
        reading, making = side_by_side(
            lambda: seconds(lambda: readback.ensure_clean([data], "pdf", gathered)),
            lambda: seconds(lambda: booklet(shown, day)),
            times,
        )
        search = readback.search_for(gathered)
        of_all, made_all = side_by_side(
            lambda: seconds(
                lambda: [search.find(readback.pieces(file, ending)) for ending, file in files]
            ),
            lambda: seconds(lambda: list(exports(shown, day))),
            times,
        )
        outputs, alarms = false_alarms(few)
    return [
        Figure(
            f"read back a booklet of {len(shown):,}, {refused:,} refused", reading, making, "s", 1,
            "making it",
        ),
        Figure(
            f"read back {len(shown):,} in all seven formats", of_all, made_all, "s", 4,
            "making them",
        ),
        Absolute(f"gather what a list of {ALL:,} hides", gathering, gathering, "s", 3, "itself"),
        Absolute(f"false alarms in {outputs} things of 1,000", alarms, alarms, "", 0, "itself"),
    ]  # fmt: skip


def false_alarms(path: Path) -> tuple[int, int]:
    """How many layouts and formats were read back, and what was found in them: all is allowed."""
    with Store.open(path) as store:
        day, gathered = store.today(), forbidden(store)
        shown = store.listings.public("print", day, geocoding.town_point)
        layouts = [kind.name for kind in guides.layout_kinds() if not kind.private]
        things = [("pdf", booklet(shown, day, layout)) for layout in layouts]
        things += exports(shown, day)
        found = [leak for ending, data in things for leak in readback.check(data, ending, gathered)]
    return len(things), len(found)
