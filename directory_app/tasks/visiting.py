"""Visit sheets and call lists: paper that stays inside the coalition, counted as a run."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from directory_app import geocoding
from directory_app.errors import UserError
from directory_app.model import route
from directory_app.model.geo import Position
from directory_app.model.listing import StaffListing
from directory_app.model.recall import PlannedRun, Reserved
from directory_app.progress import Progress, silent
from directory_app.store import Filter, Store
from directory_app.tasks import leaving
from directory_app.tasks.finding import know_places
from directory_app.tasks.printing import MISTAKE_CONTACT
from directory_app.tasks.wordings import wording

if TYPE_CHECKING:
    from directory_app.guides.visits import StaffPlan


@dataclass(frozen=True, slots=True)
class VisitOrder:
    """Which private layout, for whom. ``codes`` name them one by one; else ``wanted`` chooses.

    ``event_id`` is the canvass: its venue is where the route begins, its day is on the paper.
    """

    path: Path
    layout: str = "visit-sheets"
    wanted: Filter = Filter(view="to_ask")  # noqa: RUF009 - frozen
    codes: tuple[str, ...] = ()
    event_id: str = ""
    paper: str = ""
    languages: tuple[str, ...] = ("en", "es")
    copies: int = 1


@dataclass(frozen=True, slots=True)
class VisitsMade:
    """Sheets that were written and counted as print run number ``run``."""

    run: int
    pages: int
    listed: int
    path: Path


def make_visits(store: Store, order: VisitOrder, progress: Progress = silent) -> VisitsMade:
    """Write the sheets in the order of a route and record them. UserError if nobody is chosen."""
    from directory_app.guides import visits

    leaving.check_place(leaving.KINDS[order.layout], order.path)
    event = store.public_event(order.event_id) if order.event_id else None
    start = event.position if event else None
    wanted: Filter | list[str] = order.wanted
    if order.codes:
        wanted = [str(store.business(code).business.id) for code in order.codes]
    know_places(store.setting("home_state"))
    found = store.staff_listings(wanted, geocoding.town_point)
    if not found:
        raise UserError(
            "Nobody is waiting in this view.", "Choose another --view, or name --codes."
        )
    if order.layout == "visit-sheets":
        found = by_route(found, start)
    plan = visits.StaffPlan(
        order.layout, tuple(found), event.date if event else store.today(),
        event.name_en if event else "", order.languages, start, store.timezone, order.paper,
        tuple(wording(store, language) for language in ("en", "es")),
    )  # fmt: skip
    run = PlannedRun(
        layout=order.layout,
        entries=visits.planned(plan),
        event_id=order.event_id or None,
        languages=order.languages,
        use_by=plan.day,
        copies=order.copies,
    )
    left = leaving.leave(
        store, run, order.path, lambda reserved: sheets_content(store, plan, reserved, progress)
    )
    return VisitsMade(left.number, left.content.pages, len(found), order.path)


def sheets_content(
    store: Store, plan: "StaffPlan", reserved: Reserved, progress: Progress = silent
) -> leaving.Content:
    """Private sheets of a reserved number, in memory."""
    from directory_app.guides import visits

    made = visits.make_private(
        plan,
        run_number=reserved.number,
        made_at=reserved.made_at,
        mistake_contact=store.setting(MISTAKE_CONTACT),
        progress=progress,
    )
    return leaving.Content((made.data,), tuple(said for _, said in made.entries), made.pages)


def by_route(found: Sequence[StaffListing], start: Position | None) -> list[StaffListing]:
    """In the order of a walk from ``start``; who has no place comes last, as given."""
    placed = [each for each in found if each.place is not None]
    rest = [each for each in found if each.place is None]
    stops = [each.place for each in placed if each.place is not None]
    return [*(placed[index] for index in route.order(stops, start)), *rest]
