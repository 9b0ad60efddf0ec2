"""Field directories: made for a canvass, carried about, and what was printed brought home."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from directory_app import geocoding
from directory_app.errors import UserError
from directory_app.model.field_terms import LONGEST_DAYS, FieldTerms
from directory_app.model.recall import PlannedRun, Reserved
from directory_app.model.terms import Channel
from directory_app.progress import Progress, silent
from directory_app.store import Store
from directory_app.store.folder import SUFFIX
from directory_app.store.keys import FULL_COST, Cost
from directory_app.store.synced import Elsewhere
from directory_app.tasks import leaving, readback
from directory_app.tasks.packets import check_passphrase

if TYPE_CHECKING:
    from directory_app.store.field import Content, Returned

#: The layout of the run under which a field directory leaves.
LAYOUT = "field"


@dataclass(frozen=True, slots=True)
class FieldOrder:
    """Which field directory is wanted: ``until`` is its last day, ``codes`` None means everybody.

    ``events`` (ids) go along; none: all from today to its last day.
    """

    path: Path
    passphrase: str = field(repr=False)
    until: dt.date
    codes: frozenset[str] | None = None
    events: tuple[str, ...] = ()
    cost: Cost = FULL_COST


@dataclass(frozen=True, slots=True)
class FieldMade:
    """A field directory that was made under run ``number``, and what is in it."""

    number: int
    path: Path
    until: dt.date
    businesses: int
    events: int
    elsewhere: Elsewhere | None = None


def contents(store: Store, order: FieldOrder) -> "Content":
    """What it would hold. Writes nothing. UserError for a day that it cannot end on."""
    today = store.today()
    if not today <= order.until <= today + dt.timedelta(LONGEST_DAYS):
        raise UserError(
            f"A field directory cannot end on {order.until}.",
            f"Give a day from today on, at most {LONGEST_DAYS} days ahead.",
        )
    return store.field_directories.content(
        codes=order.codes,
        events=order.events or _coming(store, today, order.until),
        until=order.until,
        town_point=geocoding.town_point,
    )


def make_field(store: Store, order: FieldOrder, progress: Progress = silent) -> FieldMade:
    """Make a field directory. It counts as a print run, which names everybody in it.

    UserError for a weak passphrase, a place or a day that it cannot have, or nobody in it.
    """
    check_passphrase(order.passphrase)
    if order.path.suffix != SUFFIX:
        raise UserError(
            f"“{order.path.name}” is no name for a directory.", f"Let it end in {SUFFIX}."
        )
    progress(0, 0, "gathering")
    what = contents(store, order)
    if not what.businesses:
        raise UserError(
            "Nobody of these may be printed, so a field directory would be empty.",
            "Choose others, or ask the owners first.",
        )

    def make(reserved: Reserved) -> None:
        progress(0, 0, "sealing")
        store.field_directories.make(
            order.path,
            order.passphrase,
            what,
            number=reserved.number,
            until=order.until,
            cost=order.cost,
        )

    run = PlannedRun(
        layout=LAYOUT,
        entries=[(str(row["code"]), {"name": row["name"]}) for row in what.businesses],
        use_by=order.until,
    )
    # it prints by itself, and knows nobody who refused: so what it may print is looked at here
    readback.guard_texts(store, run, Channel.PRINT.value, _texts(what))
    number, elsewhere = leaving.leave_folder(store, run, order.path, make)
    return FieldMade(
        number, order.path, order.until, len(what.businesses), len(what.events), elsewhere
    )


def return_field(store: Store, path: Path) -> "Returned":
    """Bring home what was printed from a field directory: its folder, or the journal in it.

    No passphrase is needed, and it may be done again. UserError for one that is not of here.
    """
    from directory_app.store.field import load

    return store.field_directories.take_in(load(path))


def fields_out(store: Store) -> list[FieldTerms]:
    """The field directories that were made from this one, the newest first."""
    return store.field_directories.all()


def _texts(what: "Content") -> Iterator[str]:
    """What it says of each business, a text at a time."""
    for row in what.businesses:
        yield from (
            value
            for name, value in row.items()
            if isinstance(value, str) and name not in {"id", "code", "name_folded"}
        )


def _coming(store: Store, first: dt.date, last: dt.date) -> tuple[str, ...]:
    return tuple(one.id for one in store.events.all() if first <= one.date <= last)
