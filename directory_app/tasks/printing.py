"""Making a guide and counting it as a print run."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from directory_app import geocoding
from directory_app.errors import UserError
from directory_app.model.listing import LeftOut
from directory_app.model.terms import Channel
from directory_app.progress import Progress, silent
from directory_app.store import Store

if TYPE_CHECKING:
    from directory_app.guides import Entry

#: Settings of the directory: whom to call about a mistake, and where the guide is online.
MISTAKE_CONTACT = "mistake_contact"
GUIDE_URL = "guide_url"


@dataclass(frozen=True, slots=True)
class GuideOrder:
    """Which guide is wanted and where it goes."""

    event_id: str
    path: Path
    layout: str = "sheet"
    languages: tuple[str, ...] = ("en", "es")
    open_only: bool = False


@dataclass(frozen=True, slots=True)
class GuideMade:
    """A guide that was written and counted as print run number ``run``.

    ``notes`` are sentences about the guide as a whole, such as an event without a place.
    """

    run: int
    pages: int
    listed: int
    left_out: tuple[LeftOut, ...]
    path: Path
    notes: tuple[str, ...] = ()


def make_guide(store: Store, order: GuideOrder, progress: Progress = silent) -> GuideMade:
    """Plan, write and record one guide. UserError for a layout or an event that is not there."""
    from directory_app import guides

    if order.layout not in guides.layout_names():
        known = ", ".join(guides.layout_names())
        raise UserError(f"There is no layout “{order.layout}”.", f"There is: {known}.")
    event = store.public_event(order.event_id)
    channel = Channel.PRINT.value
    plan = guides.plan(
        event,
        store.listings(channel, on=event.date, town_point=geocoding.town_point),
        guides.GuideOptions(order.layout, order.languages, open_only=order.open_only),
        store.left_out(channel, on=event.date),
    )
    number, made_at = store.next_run_number(), dt.datetime.now(dt.UTC)
    contact, url = store.setting(MISTAKE_CONTACT), store.setting(GUIDE_URL)
    written = guides.write(
        plan,
        order.path,
        run_number=number,
        made_at=made_at,
        mistake_contact=contact,
        guide_url=url,
        progress=progress,
    )
    found = guides.preflight(plan, mistake_contact=contact, guide_url=url)
    store.record_print_run(
        event_id=order.event_id,
        layout=order.layout,
        languages=",".join(order.languages),
        use_by=plan.use_by,
        copies=0,
        sha256=written.sha256,
        entries=[(entry.listing.code, printed(entry)) for entry in plan.entries],
        number=number,
        made_at=made_at,
    )
    return GuideMade(
        number,
        written.pages,
        len(plan.entries),
        plan.left_out,
        order.path,
        tuple(each.message_en for each in found if not each.business_code and each.mend),
    )


def printed(entry: "Entry") -> dict[str, Any]:
    """What a print run keeps of one entry: what stood on the paper."""
    listing = entry.listing
    return {
        "number": entry.number,
        "name": listing.name,
        "alternate_name": listing.alternate_name,
        "address": ", ".join(filter(None, (listing.address_1, listing.address_2))),
        "city": listing.city,
        "phones": [" x".join(filter(None, (p.number, p.extension))) for p in listing.phones],
        "opening_hours": listing.opening_hours,
        "state": str(entry.state),
    }
