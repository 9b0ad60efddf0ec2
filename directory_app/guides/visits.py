"""Paper for the coalition's own people: what to visit, what to ask, whom to call.

It takes StaffListings and nothing else, is marked private and numbered, and says nowhere what
a lost sheet must not say of anybody.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from directory_app.errors import UserError
from directory_app.guides.check_words import Severity
from directory_app.guides.checks import Finding
from directory_app.guides.layouts import class_of, kind
from directory_app.guides.layouts.furniture import Run
from directory_app.guides.layouts.layout import Rendered
from directory_app.guides.writing import Made
from directory_app.model.geo import Position
from directory_app.model.listing import StaffListing
from directory_app.model.wordings import Wording
from directory_app.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class StaffPlan:
    """What a private layout holds, in the order of the route.

    ``start`` is where the first leg begins. ``languages`` says which of the two comes first;
    visit sheets are always in both. ``day`` is the day of the visits, ``timezone`` its zone.
    ``words`` are read aloud, in English and in Spanish: tasks.wordings; a call list has none.
    """

    layout: str
    listings: tuple[StaffListing, ...]
    day: dt.date
    title: str = ""
    languages: tuple[str, ...] = ("en", "es")
    start: Position | None = None
    timezone: str = "America/Denver"
    paper: str = ""
    words: tuple[Wording, ...] = ()

    def __post_init__(self) -> None:
        """Nobody is asked without the words."""
        if self.layout == "visit-sheets" and len(self.words) != 2:
            raise ValueError("visit sheets need the words in both languages")


def render_private(plan: StaffPlan, run: Run, progress: Progress = silent) -> Rendered:
    """Set a private layout. UserError for one that does not exist, or is not private."""
    if not kind(plan.layout).private:
        raise UserError(
            f"“{plan.layout}” is made from what may be handed out.",
            "Choose visit-sheets or call-list.",
        )
    done: Rendered = class_of(plan.layout)(plan, run, progress).render()
    return done


def make_private(
    plan: StaffPlan,
    *,
    run_number: int,
    made_at: dt.datetime,
    mistake_contact: str = "",
    progress: Progress = silent,
) -> Made:
    """Set the sheets in memory, as writing.make_guide does; ``entries`` says who is on them."""
    done = render_private(plan, Run(run_number, made_at, mistake_contact), progress)
    entries = tuple(
        (each.code, {"page": done.page_of[each.code], "name": each.name}) for each in plan.listings
    )
    return Made(done.data, done.pages, plan.day, entries)


def planned(plan: StaffPlan) -> list[tuple[str, dict[str, Any]]]:
    """Who will be on them, for a number that is reserved before the pages are set."""
    return [(each.code, {"name": each.name}) for each in plan.listings]


def preflight(plan: StaffPlan) -> list[Finding]:
    """What to know before printing: that it is private, and whether anybody is on it."""
    found = []
    if not plan.listings:
        found.append(
            Finding(
                Severity.STOP, "nobody_waits", "", "",
                "Nobody waits here: choose whom it is about.",
                "Aquí no hay nadie: elija de quiénes se trata.", "options",
            )
        )  # fmt: skip
    found.append(
        Finding(
            Severity.LOOK, "private", "", "",
            "Private: for your own people alone. Count the sheets, and shred them afterwards.",
            "Privado: solo para su propia gente. Cuente las hojas y destrúyalas después.", "",
        )
    )  # fmt: skip
    return found
