"""What a person chose on the guide page, and what the worker made of it. Plain values."""

import datetime as dt
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from directory_app.geocoding import town_point
from directory_app.guides import GuideOptions, Plan, plan, preflight, render_preview, write
from directory_app.model.terms import Channel
from directory_app.progress import Progress

if TYPE_CHECKING:
    from directory_app.guides.checks import Finding
    from directory_app.store.store import Store

#: Settings of the directory that every guide prints.
MISTAKE_CONTACT = "mistake_contact"
GUIDE_URL = "guide_url"


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that the page of options holds."""

    event_id: str
    options: GuideOptions = field(default_factory=GuideOptions)

    def with_options(self, **changes: object) -> "Choices":
        """The same with other options."""
        return replace(self, options=replace(self.options, **changes))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan with its findings and the run that it would be."""

    plan: Plan
    findings: "tuple[Finding, ...]"
    run_number: int
    mistake_contact: str = ""
    guide_url: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A guide that was written and recorded."""

    run_number: int
    path: Path
    pages: int


def prepare(store: "Store", choices: Choices) -> Prepared:
    """Plan and check, from what owners say now."""
    event = store.public_event(choices.event_id)
    listings = store.listings(Channel.PRINT, event.date, town_point=town_point)
    out = store.left_out(Channel.PRINT, event.date)
    made = plan(event, listings, choices.options, out)
    contact = store.setting(MISTAKE_CONTACT)
    url = store.setting(GUIDE_URL)
    found = preflight(made, mistake_contact=contact, guide_url=url)
    return Prepared(made, tuple(found), store.next_run_number(), contact, url)


def preview(prepared: Prepared, progress: Progress) -> bytes:
    """The pages as a PDF in memory, marked as a preview."""
    return render_preview(
        prepared.plan,
        made_at=dt.datetime.now(dt.UTC),
        mistake_contact=prepared.mistake_contact,
        guide_url=prepared.guide_url,
        progress=progress,
    )


def make(store: "Store", choices: Choices, path: Path, copies: int, progress: Progress) -> Made:
    """Ask for consent once more, write the file, and record the run with what it says.

    The plan is made again from the directory as it is now: what was withdrawn since the
    preview is not printed.
    """
    prepared = prepare(store, choices)
    made_at = dt.datetime.now(dt.UTC)
    written = write(
        prepared.plan,
        path,
        run_number=prepared.run_number,
        made_at=made_at,
        mistake_contact=prepared.mistake_contact,
        guide_url=prepared.guide_url,
        progress=progress,
    )
    run = store.record_print_run(
        event_id=choices.event_id,
        layout=choices.options.layout,
        languages=",".join(choices.options.languages),
        use_by=written.use_by,
        copies=copies,
        sha256=written.sha256,
        entries=written.entries,
        number=prepared.run_number,
        made_at=made_at,
    )
    return Made(run.number, path, written.pages)
