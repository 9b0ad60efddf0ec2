"""Making a guide and counting it as a print run."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from directory_app import geocoding
from directory_app.errors import UserError
from directory_app.model.listing import LeftOut
from directory_app.model.recall import PlannedRun, Reserved
from directory_app.model.terms import Channel
from directory_app.progress import Progress, silent
from directory_app.store import Store
from directory_app.tasks import leaving

if TYPE_CHECKING:
    from directory_app.guides import Entry, Plan
    from directory_app.guides.checks import Finding
    from directory_app.guides.fitting import Choice, Fit
    from directory_app.store.synced import Elsewhere
    from directory_app.tasks.presets import Preset

#: Settings of the directory: whom to call about a mistake, and where the guide is online.
MISTAKE_CONTACT = "mistake_contact"
GUIDE_URL = "guide_url"
#: "plain" leaves the words "immigrant-owned" off the cover.
COVER_WORDS = "cover_words"


@dataclass(frozen=True, slots=True)
class GuideOrder:
    """Which guide is wanted and where it goes; the choices are those of guides.GuideOptions."""

    event_id: str
    path: Path
    layout: str = "sheet"
    languages: tuple[str, ...] = ("en", "es")
    open_only: bool = False
    group_by: str = "category"
    without: frozenset[str] = frozenset()
    paper: str = ""
    fit: int = 0
    copies: int = 1
    grey: bool = False
    show_map: bool = True
    imposed: bool = True


@dataclass(frozen=True, slots=True)
class GuideMade:
    """A guide that was written and counted as print run number ``run``.

    ``notes`` are sentences about the guide as a whole, such as an event without a place.
    ``elsewhere``: something copies the folder in which it lies to other machines.
    """

    run: int
    pages: int
    listed: int
    left_out: tuple[LeftOut, ...]
    path: Path
    notes: tuple[str, ...] = ()
    sheets: int = 0
    elsewhere: "Elsewhere | None" = None


def make_guide(store: Store, order: GuideOrder, progress: Progress = silent) -> GuideMade:
    """Plan one guide and let it leave. UserError for a layout or an event that is not there."""
    from directory_app import guides
    from directory_app.tasks import presets

    if order.layout not in guides.layout_names():
        # the private ones as well: the verb that makes guides makes those, too
        known = ", ".join(kind.name for kind in guides.layout_kinds())
        raise UserError(f"There is no layout “{order.layout}”.", f"There is: {known}.")
    leaving.check_place(leaving.KINDS["guide"], order.path)
    plan = plan_guide(store, order)
    if order.fit:
        _keep_to_sheets(guides.fit(plan, progress))
    today = store.today()
    contact, url = store.setting(MISTAKE_CONTACT), store.setting(GUIDE_URL)
    found = guides.preflight(
        plan, mistake_contact=contact, guide_url=url, today=today, restored=store.restored()
    )
    left = leaving.leave(
        store,
        planned_guide(plan, order.event_id, presets.Preset(plan.options, copies=order.copies)),
        order.path,
        lambda reserved: guide_content(store, plan, reserved, progress),
    )
    return GuideMade(
        left.number,
        left.content.pages,
        len(plan.entries),
        plan.left_out,
        order.path,
        tuple(each.message_en for each in found if not each.business_code and each.mend),
        left.content.sheets,
        left.elsewhere,
    )


def planned_guide(plan: "Plan", event_id: str, preset: "Preset") -> PlannedRun:
    """The run that a guide will be, with what it takes to print it again."""
    from directory_app import guides
    from directory_app.tasks import presets

    return PlannedRun(
        layout=plan.options.layout,
        entries=guides.planned(plan),
        event_id=event_id,
        day=plan.event.date,
        languages=plan.options.languages,
        use_by=plan.use_by,
        copies=preset.copies,
        made_with=presets.write(preset),
    )


def guide_content(
    store: Store, plan: "Plan", reserved: Reserved, progress: Progress = silent
) -> leaving.Content:
    """The guide of a reserved number, in memory."""
    from directory_app import guides

    made = guides.make(
        plan,
        run_number=reserved.number,
        made_at=reserved.made_at,
        mistake_contact=store.setting(MISTAKE_CONTACT),
        guide_url=store.setting(GUIDE_URL),
        progress=progress,
    )
    said = tuple(said for _, said in made.entries)
    return leaving.Content((made.data,), said, made.pages, made.sheets)


def plan_guide(store: Store, order: GuideOrder) -> "Plan":
    """What a guide would hold: only what may be printed on the event's day. Changes nothing."""
    from directory_app import guides

    event = store.public_event(order.event_id)
    channel = Channel.PRINT.value
    options = guides.GuideOptions(
        order.layout, order.languages, order.group_by, order.open_only,
        show_map=order.show_map, without=order.without, paper=order.paper, fit=order.fit,
        copies=order.copies, grey=order.grey, imposed=order.imposed,
        say_immigrant=store.setting(COVER_WORDS) != "plain",
    )  # fmt: skip
    day = consent_day(store, event.date)
    return guides.plan(
        event,
        store.listings(channel, on=day, town_point=geocoding.town_point),
        options,
        store.left_out(channel, on=day),
    )


def consent_day(store: Store, day: dt.date) -> dt.date:
    """On which day a yes must hold for a guide of an event of that day: today, if it is over."""
    return max(day, store.today())


def check_guide(
    store: Store, order: GuideOrder, progress: Progress = silent
) -> "tuple[Plan, list[Finding], Fit]":
    """What to know before printing, and whether it keeps to the sheets. Changes nothing."""
    from directory_app import guides

    plan = plan_guide(store, order)
    contact, url = store.setting(MISTAKE_CONTACT), store.setting(GUIDE_URL)
    last_run = store.last_run(order.event_id, guides.layout_names())
    found = guides.preflight(
        plan,
        mistake_contact=contact,
        guide_url=url,
        last_run=last_run,
        today=store.today(),
        restored=store.restored(),
    )
    return plan, found, guides.fit(plan, progress)


def _keep_to_sheets(fit: "Fit") -> None:
    """Refuse a guide that takes more sheets than wanted: what goes is for a person to choose."""
    if fit.fits:
        return
    sheets = f"{fit.sheets} sheets" if fit.sheets > 1 else "1 sheet"
    ways = " or ".join(choice_words(choice) for choice in fit.choices)
    raise UserError(
        f"The guide takes {sheets}, not {fit.wanted}.",
        f"It would fit {ways}." if ways else "Take more sheets, or another layout.",
    )


def choice_words(choice: "Choice") -> str:
    """A way to come down to the sheets wanted, as the verb says it."""
    if choice.kind == "map":
        return "without the map (--no-map)"
    if choice.kind == "open_only":
        return f"with the {choice.listed} open then (--open-only)"
    if choice.kind == "radius":
        return f"with the {choice.listed} within {choice.radius_miles:g} miles (the event's radius)"
    names = ",".join(f"-{name}" for name in choice.gone)
    return f"without {', '.join(choice.gone)} (--fields={names})"


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
