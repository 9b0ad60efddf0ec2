"""Printing: guides, and private sheets for the coalition's own people. Each is a numbered run.

``gather`` reads what owners say now, ``prepare`` chooses and orders, ``print_to_file`` writes the
PDF; ``begin`` and ``begin_again`` make what a printer gets, under a number that is reserved
already, and ``finish`` or ``give_up`` say how that ended. The window and the verbs call the same.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from directory_app import geocoding, guides
from directory_app.errors import UserError
from directory_app.guides import GuideOptions
from directory_app.model import route
from directory_app.model.geo import Position
from directory_app.model.listing import PublicEvent
from directory_app.model.recall import PlannedRun, Reserved
from directory_app.model.terms import Channel
from directory_app.progress import Progress, silent
from directory_app.store import Filter, Store
from directory_app.tasks import leaving
from directory_app.tasks.finding import know_places

if TYPE_CHECKING:
    from directory_app.guides import Plan
    from directory_app.guides.checks import Finding
    from directory_app.guides.fitting import Choice, Fit
    from directory_app.guides.visits import StaffPlan
    from directory_app.model.listing import (
        LastRun,
        LeftOut,
        PublicListing,
        Restored,
        StaffListing,
    )
    from directory_app.model.print_run import PrintRun
    from directory_app.model.wordings import Wording
    from directory_app.store.synced import Elsewhere
    from directory_app.tasks.presets import Passed, Preset

#: Settings of the directory: whom to call about a mistake, and where the guide is online.
MISTAKE_CONTACT = "mistake_contact"
GUIDE_URL = "guide_url"
#: "plain" leaves the words "immigrant-owned" off the cover.
COVER_WORDS = "cover_words"
#: What a printed sheet costs, in dollars ("0.05"); empty: not told.
SHEET_PRICE = "sheet_price"
#: Number, local day and copies of a run that can be printed again; so many are offered.
Earlier = tuple[int, dt.date, int]
_EARLIER = 8


def _usual() -> "GuideOptions":
    return GuideOptions()


@dataclass(frozen=True, slots=True)
class Choices:
    """What is to be printed, about which event ("": none, for private paper alone).

    Private paper is about a view of the directory (``people``), or about those of ``codes``.
    """

    event_id: str
    options: "GuideOptions" = field(default_factory=_usual)
    people: str = "to_ask"
    copies: int = 60
    private_copies: int = 1
    codes: tuple[str, ...] = ()

    @property
    def private(self) -> bool:
        """Whether it is paper that stays inside the coalition."""
        return leaving.kind_of(self.options.layout).private

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
    def preset(self) -> "Preset":
        """What is kept of it."""
        from directory_app.tasks.presets import Preset

        return Preset(self.options, self.people, self.copies, self.private_copies)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the directory says now. Another choice of options needs no other.

    ``words`` are read aloud, in English and in Spanish; private paper alone has them.
    """

    event: PublicEvent
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
    words: "tuple[Wording, ...]" = ()
    restored: "Restored | None" = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan, of one kind or the other, and the run that it would be."""

    choices: Choices
    gathered: Gathered
    plan: "Plan"
    staff: "StaffPlan | None" = None
    #: Who printed it over what should have been mended, and the codes of that.
    passed: "Passed | None" = None

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

    @property
    def run(self) -> PlannedRun:
        """The run that it will be; of a guide with what it takes to print it again."""
        from directory_app.guides import visits
        from directory_app.tasks import presets

        guide = self.staff is None
        return PlannedRun(
            layout=self.choices.options.layout,
            entries=guides.planned(self.plan) if self.staff is None else visits.planned(self.staff),
            event_id=self.choices.event_id or None,
            day=self.plan.event.date if guide else None,
            languages=self.choices.options.languages,
            use_by=self.use_by,
            copies=self.choices.wanted_copies,
            made_with=presets.write(self.choices.preset, self.passed) if guide else "",
        )


@dataclass(frozen=True, slots=True)
class Made:
    """Paper that is out, as run ``number``.

    ``fell_away`` are the names of those who were on the pages that were looked at, and are not on
    it. ``same``: more copies of a run that there is. ``elsewhere``: something copies the folder
    in which its file lies.
    """

    number: int
    content: leaving.Content
    prepared: Prepared
    fell_away: tuple[str, ...] = ()
    same: bool = False
    path: Path | None = None
    elsewhere: "Elsewhere | None" = None


@dataclass(frozen=True, slots=True)
class Ready:
    """Pages for a printer. ``begun`` is the reserved run; None: more copies of one there is."""

    made: Made
    begun: leaving.Begun | None


# -- reading and choosing


def gather(store: Store, choices: Choices) -> Gathered:
    """Read what owners say now, and what every guide says of the coalition."""
    event = _event(store, choices)
    staff: list[StaffListing] = []
    words: tuple[Wording, ...] = ()
    listings: list[PublicListing] = []
    left_out: list[LeftOut] = []
    if choices.private:
        from directory_app.tasks.wordings import wording

        words = tuple(wording(store, language) for language in ("en", "es"))
        know_places(store.settings.get("home_state"))
        staff = store.listings.staff(_whom(store, choices), geocoding.town_point)
    else:
        day = consent_day(store, event.date)
        listings = store.listings.public(
            Channel.PRINT.value, on=day, town_point=geocoding.town_point
        )
        left_out = store.listings.left_out(Channel.PRINT.value, on=day)
    return Gathered(
        event,
        tuple(listings),
        tuple(left_out),
        tuple(staff),
        store.runs.next_number(),
        store.settings.get(MISTAKE_CONTACT),
        store.settings.get(GUIDE_URL),
        store.settings.get(COVER_WORDS) != "plain",
        store.settings.get(SHEET_PRICE),
        _earlier(store, choices.event_id),
        store.runs.last_of_event(choices.event_id, guides.layout_names()),
        store.today(),
        words,
        store.browser.restored(),
    )


def _event(store: Store, choices: Choices) -> PublicEvent:
    """The event; UserError for a layout or an event that is not there."""
    names = [kind.name for kind in guides.layout_kinds()]
    if choices.options.layout not in names:
        raise UserError(
            f"There is no layout “{choices.options.layout}”.", f"There is: {', '.join(names)}."
        )
    if choices.private and not choices.event_id:
        return PublicEvent("", "", "", store.today(), timezone=store.timezone)
    return store.events.public(choices.event_id)


def _whom(store: Store, choices: Choices) -> Filter | list[str]:
    if choices.codes:
        return [str(store.businesses.get(code).business.id) for code in choices.codes]
    return Filter(view=choices.people)


def _earlier(store: Store, event_id: str) -> tuple[Earlier, ...]:
    """The newest runs of an event that can be printed again."""
    from directory_app.tasks.presets import of_run

    zone = ZoneInfo(store.timezone)
    runs = [run for run in store.runs.all() if event_id and run.event_id == event_id][:_EARLIER]
    return tuple(
        (run.number, run.made_at.astimezone(zone).date(), run.copies)
        for run in runs
        if of_run(store, run.number) is not None
    )


def consent_day(store: Store, day: dt.date) -> dt.date:
    """On which day a yes must hold for a guide of an event of that day: today, if it is over."""
    return max(day, store.today())


def prepare(gathered: Gathered, choices: Choices, *, imposed: bool = True) -> Prepared:
    """Choose, order and number. ``imposed`` off: a book's pages one by one, as in its options."""
    imposed = imposed and choices.options.imposed
    options = replace(choices.options, imposed=imposed, say_immigrant=gathered.say_immigrant)
    if choices.private:
        nothing = guides.plan(gathered.event, (), replace(options, layout="sheet"))
        return Prepared(choices, gathered, nothing, _staff_plan(gathered, choices))
    plan = guides.plan(gathered.event, gathered.listings, options, gathered.left_out)
    return Prepared(choices, gathered, plan)


def prepare_now(store: Store, choices: Choices) -> Prepared:
    """Both at once: what a run would hold now. Changes nothing."""
    return prepare(gather(store, choices), choices)


def _staff_plan(gathered: Gathered, choices: Choices) -> "StaffPlan":
    from directory_app.guides.visits import StaffPlan

    event, options = gathered.event, choices.options
    found = list(gathered.staff)
    if options.layout == "visit-sheets":
        found = by_route(found, event.position)
    return StaffPlan(
        options.layout, tuple(found), event.date, event.name_en or event.name_es,
        options.languages, event.position, event.timezone, options.paper, gathered.words,
    )  # fmt: skip


def by_route(found: "Sequence[StaffListing]", start: Position | None) -> "list[StaffListing]":
    """In the order of a walk from ``start``; who has no place comes last, as given."""
    placed = [each for each in found if each.place is not None]
    rest = [each for each in found if each.place is None]
    stops = [each.place for each in placed if each.place is not None]
    return [*(placed[index] for index in route.order(stops, start)), *rest]


# -- looking before it is printed


def check(prepared: Prepared) -> "list[Finding]":
    """What to know before printing."""
    from directory_app.guides import visits

    if prepared.staff is not None:
        return visits.preflight(prepared.staff)
    gathered = prepared.gathered
    return guides.preflight(
        prepared.plan,
        mistake_contact=gathered.mistake_contact,
        guide_url=gathered.guide_url,
        last_run=gathered.last_run,
        today=gathered.today,
        restored=gathered.restored,
    )


def passing_stops(
    store: Store, prepared: Prepared, *, pass_stops: bool = False, before: "Passed | None" = None
) -> Prepared:
    """A plan that may be printed. UserError for one that something stops.

    A person with a name may pass what is about looks, never what is about an owner's yes; who
    did, and what, is kept with the run. What was passed in it ``before`` needs nobody again.
    """
    from directory_app.guides.check_words import FINAL, Severity
    from directory_app.tasks.presets import Passed

    if prepared.staff is not None:
        return prepared
    stops = [each for each in check(prepared) if each.severity == Severity.STOP]
    final = [each for each in stops if each.code in FINAL]
    if not stops:
        return prepared
    store.refuse_on_hold()  # whose yes counts is not known: that is to be said first
    codes = tuple(dict.fromkeys(each.code for each in stops))
    if before is not None and set(codes) <= set(before.codes) and not final:
        return replace(prepared, passed=before)
    first = (final or stops)[0]
    said = f"{first.business_name}: {first.message_en}" if first.business_name else first.message_en
    if final:
        raise UserError(f"This stops the guide: {said}", "Mend it first.")
    if not pass_stops:
        raise UserError(
            f"This stops the guide: {said}",
            "Mend it first, or print over it by your name (--pass-stops).",
        )
    if not store.person:
        raise UserError(
            "Nobody said who prints over what should be mended first.",
            "Choose a person, or set PUERTAS_PERSON.",
        )
    return replace(prepared, passed=Passed(store.person, codes))


def fit(prepared: Prepared, progress: Progress = silent, *, sheets: int = 0) -> "Fit":
    """Whether it keeps to the sheets wanted; ``sheets`` it takes, where somebody counted.

    UserError for private paper: nothing can be left off that.
    """
    from directory_app.guides.fitting import Fit

    if prepared.staff is not None:
        raise UserError(
            f"“{prepared.staff.layout}” is private, for staff: it is no guide.",
            f"Choose one of: {', '.join(guides.layout_names())}.",
        )
    wanted = prepared.plan.options.fit
    if sheets and sheets <= wanted:
        return Fit(wanted, sheets)
    found = guides.fit(prepared.plan, progress)
    return replace(found, sheets=sheets) if sheets else found


def keep_to_sheets(fit: "Fit") -> None:
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


# -- letting it out


def print_to_file(
    store: Store,
    choices: Choices,
    path: Path,
    progress: Progress = silent,
    *,
    shown: Mapping[str, str] | None = None,
    keeping_to_sheets: bool = False,
    pass_stops: bool = False,
) -> Made:
    """Ask for consent once more and write the file. ``shown``: who was on the pages on screen.

    The plan is made from the directory as it is now: what was withdrawn since the preview is not
    printed. UserError where private paper would be about nobody, for a place that it may not
    have, for what stops a guide unless a person passes it (``passing_stops``), and for a guide
    that takes more sheets than are wanted, if it must keep to them.
    """
    leaving.check_place(leaving.kind_of(choices.options.layout), path)
    prepared = passing_stops(store, prepare_now(store, choices), pass_stops=pass_stops)
    _refuse_nobody(prepared)
    if keeping_to_sheets and choices.options.fit:
        keep_to_sheets(fit(prepared, progress))
    left = leaving.leave(
        store, prepared.run, path, lambda reserved: _content(prepared, reserved, progress)
    )
    gone = _fell_away(prepared, shown or {})
    return Made(left.number, left.content, prepared, gone, path=path, elsewhere=left.elsewhere)


def begin(
    store: Store, choices: Choices, shown: Mapping[str, str], progress: Progress = silent,
    *, pass_stops: bool = False,
) -> Ready:  # fmt: skip
    """The same for a printer: reserved and made, in memory."""
    prepared = passing_stops(store, prepare_now(store, choices), pass_stops=pass_stops)
    return _begin(store, prepared, shown, progress)


def begin_again(store: Store, number: int, copies: int, progress: Progress = silent) -> Ready:
    """A run once more, with consent asked for again.

    Where the paper says what it said, it is the same run, and its copies are counted before
    they are printed; where anybody fell away or anything changed, it is a new one. UserError
    for a run whose options nobody kept, or whose event is not there any more.
    """
    from directory_app.tasks import presets

    run, preset = run_of(store, number), made_with(store, number)
    assert run.event_id is not None  # else it was not made_with anything
    choices = Choices(run.event_id, preset.options, preset.people, copies)
    once = presets.passed_of_run(store, number)
    prepared = passing_stops(store, prepare_now(store, choices), before=once)
    before = store.runs.names(number)
    once_more = _content(prepared, Reserved(number, run.made_at), progress)
    if once_more.sha256 == run.sha256:
        leaving.read_back(store, prepared.run, once_more)
        store.runs.add_copies(number, copies)
        gone = _fell_away(prepared, before)
        return Ready(Made(number, once_more, prepared, gone, same=True), None)
    return _begin(store, prepared, before, progress)


def finish(store: Store, ready: Ready) -> None:
    """Paper came out."""
    if ready.begun is not None:
        leaving.finish(store, ready.begun)


def give_up(store: Store, ready: Ready) -> None:
    """No paper came out."""
    if ready.begun is not None:
        leaving.give_up(store, ready.begun)
    else:
        store.runs.add_copies(ready.made.number, -ready.made.prepared.choices.wanted_copies)


def made_with(store: Store, number: int) -> "Preset":
    """What a run was made with. UserError for one whose options nobody kept, or without event."""
    from directory_app.tasks import presets

    preset = presets.of_run(store, number)
    if preset is None or run_of(store, number).event_id is None:
        raise UserError(
            f"Run {number:04} can't be made again: what it was made with was not kept.",
            "Open its event, choose a layout, and print a new one.",
        )
    return preset


def run_of(store: Store, number: int) -> "PrintRun":
    """A print run by its number. UserError if there is none."""
    for run in store.runs.all():
        if run.number == number:
            return run
    raise UserError(f"There is no print run {number:04}.", "Choose one from the list of runs.")


def _begin(store: Store, prepared: Prepared, shown: Mapping[str, str], progress: Progress) -> Ready:
    _refuse_nobody(prepared)
    begun = leaving.begin(
        store, prepared.run, lambda reserved: _content(prepared, reserved, progress)
    )
    made = Made(begun.number, begun.content, prepared, _fell_away(prepared, shown))
    return Ready(made, begun)


def _refuse_nobody(prepared: Prepared) -> None:
    if prepared.staff is not None and not prepared.staff.listings:
        raise UserError(
            "Nobody is waiting in this view.", "Choose another view, or name them by their codes."
        )


def _content(prepared: Prepared, reserved: Reserved, progress: Progress) -> leaving.Content:
    """The pages of a reserved number, in memory, and what they say of each business."""
    from directory_app.guides import visits

    gathered = prepared.gathered
    if prepared.staff is None:
        made = guides.make(
            prepared.plan,
            run_number=reserved.number,
            made_at=reserved.made_at,
            mistake_contact=gathered.mistake_contact,
            guide_url=gathered.guide_url,
            progress=progress,
        )
    else:
        made = visits.make_private(
            prepared.staff,
            run_number=reserved.number,
            made_at=reserved.made_at,
            mistake_contact=gathered.mistake_contact,
            progress=progress,
        )
    said = tuple(said for _, said in made.entries)
    return leaving.Content((made.data,), said, made.pages, made.sheets)


def _fell_away(prepared: Prepared, shown: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for code, name in shown.items() if code not in prepared.named)
