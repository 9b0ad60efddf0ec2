"""What was chosen on the guide page, and what workers make of it. Plain values, no widgets."""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from directory_app import guides
from directory_app.geocoding import town_point
from directory_app.guides import GuideOptions, Plan
from directory_app.model.terms import Channel
from directory_app.progress import Progress
from directory_app.tasks.presets import Preset, of_run
from directory_app.tasks.printing import COVER_WORDS, GUIDE_URL, MISTAKE_CONTACT, consent_day
from directory_app.ui.parts.paper.kinds import is_private
from directory_app.ui.parts.paper.pictures import Pdf, opened

if TYPE_CHECKING:
    from directory_app.guides.checks import Finding
    from directory_app.guides.fitting import Fit
    from directory_app.guides.visits import StaffPlan
    from directory_app.model.listing import (
        LastRun,
        LeftOut,
        PublicEvent,
        PublicListing,
        Restored,
        StaffListing,
    )
    from directory_app.model.wordings import Wording
    from directory_app.store.store import Store

#: A setting of the directory: what a printed sheet costs, in dollars ("0.05"); empty: not told.
SHEET_PRICE = "sheet_price"
#: Number, local day and copies of a run that can be printed again; so many are offered.
Earlier = tuple[int, dt.date, int]
_EARLIER = 8


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that the pane of options holds, and for which event."""

    event_id: str
    options: GuideOptions = field(default_factory=GuideOptions)
    people: str = "to_ask"
    copies: int = 60
    private_copies: int = 1

    @property
    def private(self) -> bool:
        """Whether it is paper that stays inside the coalition."""
        return is_private(self.options.layout)

    @property
    def wanted_copies(self) -> int:
        """How many are to be printed."""
        return self.private_copies if self.private else self.copies

    def with_copies(self, copies: int) -> "Choices":
        """Another number of the kind of paper that is chosen."""
        if self.private:
            return replace(self, private_copies=copies)
        return replace(self, copies=copies)

    @property
    def preset(self) -> Preset:
        """What is kept of it."""
        return Preset(self.options, self.people, self.copies, self.private_copies)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the directory says now. Another choice of options needs no other."""

    event: "PublicEvent"
    listings: "tuple[PublicListing, ...]"
    left_out: "tuple[LeftOut, ...]"
    staff: "tuple[StaffListing, ...]"
    run_number: int
    mistake_contact: str
    guide_url: str
    say_immigrant: bool
    sheet_price: str
    earlier: tuple[Earlier, ...] = ()
    last_run: "LastRun | None" = None
    today: dt.date | None = None
    #: What is read aloud, in English and in Spanish; for private paper alone.
    words: "tuple[Wording, ...]" = ()
    restored: "Restored | None" = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan, of one kind or the other, and the run that it would be."""

    choices: Choices
    gathered: Gathered
    plan: Plan
    staff: "StaffPlan | None" = None

    @property
    def named(self) -> dict[str, str]:
        """Code and name of everybody who is on the pages."""
        if self.staff is not None:
            return {each.code: each.name for each in self.staff.listings}
        return {entry.listing.code: entry.listing.name for entry in self.plan.entries}

    @property
    def use_by(self) -> dt.date:
        """Until when the paper may be used."""
        return self.staff.day if self.staff is not None else self.plan.use_by


@dataclass(frozen=True, slots=True)
class Preview:
    """All pages, how many sheets of paper a copy takes, and the size of its text in points."""

    pdf: Pdf
    sheets: int
    size: float = 0.0


def gather(store: "Store", choices: Choices) -> Gathered:
    """Read what owners say now, and what every guide says of the coalition."""
    event = store.public_event(choices.event_id)
    staff: list[StaffListing] = []
    words: tuple[Wording, ...] = ()
    if choices.private:
        from directory_app.store.filters import Filter
        from directory_app.tasks.wordings import wording

        words = tuple(wording(store, language) for language in ("en", "es"))
        staff = store.staff_listings(Filter(view=choices.people), town_point)
    day = consent_day(store, event.date)
    return Gathered(
        event,
        tuple(store.listings(Channel.PRINT, day, town_point=town_point)),
        tuple(store.left_out(Channel.PRINT, day)),
        tuple(staff),
        store.next_run_number(),
        store.setting(MISTAKE_CONTACT),
        store.setting(GUIDE_URL),
        store.setting(COVER_WORDS) != "plain",
        store.setting(SHEET_PRICE),
        _earlier(store, choices.event_id),
        store.last_run(choices.event_id, guides.layout_names()),
        store.today(),
        words,
        store.restored(),
    )


def _earlier(store: "Store", event_id: str) -> tuple[Earlier, ...]:
    """The newest runs of an event that can be printed again."""
    zone = ZoneInfo(store.timezone)
    runs = [run for run in store.print_runs() if run.event_id == event_id][:_EARLIER]
    return tuple(
        (run.number, run.made_at.astimezone(zone).date(), run.copies)
        for run in runs
        if of_run(store, run.number) is not None
    )


def prepare(gathered: Gathered, choices: Choices, *, imposed: bool = True) -> Prepared:
    """Choose, order and number. ``imposed`` off: a book's pages one by one."""
    options = replace(choices.options, imposed=imposed, say_immigrant=gathered.say_immigrant)
    if choices.private:
        nothing = guides.plan(gathered.event, (), replace(options, layout="sheet"))
        return Prepared(choices, gathered, nothing, _staff_plan(gathered, choices))
    plan = guides.plan(gathered.event, gathered.listings, options, gathered.left_out)
    return Prepared(choices, gathered, plan)


def _staff_plan(gathered: Gathered, choices: Choices) -> "StaffPlan":
    from directory_app.guides.visits import StaffPlan
    from directory_app.tasks.visiting import by_route

    event, options = gathered.event, choices.options
    found: list[StaffListing] = list(gathered.staff)
    if options.layout == "visit-sheets":
        found = by_route(found, event.position)
    return StaffPlan(
        options.layout, tuple(found), event.date, event.name_en or event.name_es,
        options.languages, event.position, event.timezone, options.paper, gathered.words,
    )  # fmt: skip


def first_page(prepared: Prepared, progress: Progress) -> Pdf:
    """The first page alone, before all others. Not of private paper, nor of imposed sheets."""
    gathered = prepared.gathered
    data = guides.first_page(
        prepared.plan,
        made_at=dt.datetime.now(dt.UTC),
        mistake_contact=gathered.mistake_contact,
        guide_url=gathered.guide_url,
        progress=progress,
    )
    return opened(data)


def preview(prepared: Prepared, progress: Progress) -> Preview:
    """All pages in memory, marked as a preview where the run number stands."""
    gathered, made_at = prepared.gathered, dt.datetime.now(dt.UTC)
    if prepared.staff is not None:
        from directory_app.guides.layouts import Run
        from directory_app.guides.visits import render_private

        done = render_private(prepared.staff, Run(0, made_at, gathered.mistake_contact), progress)
        return Preview(opened(done.data), done.pages, done.size)
    made = guides.rendered_preview(
        prepared.plan,
        made_at=made_at,
        mistake_contact=gathered.mistake_contact,
        guide_url=gathered.guide_url,
        progress=progress,
    )
    return Preview(opened(made.data), made.sheets, made.size)


def check(prepared: Prepared) -> "list[Finding]":
    """What to know before printing."""
    if prepared.staff is not None:
        from directory_app.ui.pages.guide.private_checks import findings

        return findings(prepared.staff)
    gathered = prepared.gathered
    return guides.preflight(
        prepared.plan,
        mistake_contact=gathered.mistake_contact,
        guide_url=gathered.guide_url,
        last_run=gathered.last_run,
        today=gathered.today,
        restored=gathered.restored,
    )


def fit(prepared: Prepared, sheets: int, progress: Progress) -> "Fit | None":
    """Whether it keeps to the sheets wanted, if any were; the preview takes ``sheets``."""
    from directory_app.guides.fitting import Fit

    wanted = prepared.plan.options.fit
    if prepared.staff is not None or not wanted:
        return None
    if sheets <= wanted:
        return Fit(wanted, sheets)
    return replace(guides.fit(prepared.plan, progress), sheets=sheets)
