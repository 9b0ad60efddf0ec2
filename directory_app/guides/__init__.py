"""Guides: an event and its listings to a plan, checks, pages, a PDF.

plan = guides.plan(event, listings, options, left_out)     # pure
findings = guides.preflight(plan, mistake_contact=...)
made = guides.make(plan, run_number=..., made_at=...)      # bytes; tasks.leaving writes them
"""

import datetime as dt
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict, Unpack

from directory_app.guides.options import GuideOptions
from directory_app.guides.planning import Entry, Plan, Section
from directory_app.guides.planning import make_plan as plan
from directory_app.progress import Progress, silent

if TYPE_CHECKING:
    from directory_app.guides.checks import Finding
    from directory_app.guides.fitting import Fit
    from directory_app.guides.layouts.kinds import Kind
    from directory_app.guides.layouts.layout import Rendered
    from directory_app.guides.writing import Made
    from directory_app.model.listing import LastRun, Restored


def preflight(
    plan: Plan,
    *,
    mistake_contact: str = "",
    guide_url: str = "",
    last_run: "LastRun | None" = None,
    today: dt.date | None = None,
    restored: "Restored | None" = None,
) -> "list[Finding]":
    """What a person should know before printing, the gravest first (see checks.findings)."""
    from directory_app.guides.checks import findings

    return findings(
        plan,
        mistake_contact=mistake_contact,
        guide_url=guide_url,
        last_run=last_run,
        today=today,
        restored=restored,
    )


class Said(TypedDict):
    """What every making of pages is told beside the plan. ``made_at`` is aware."""

    made_at: dt.datetime
    mistake_contact: NotRequired[str]
    guide_url: NotRequired[str]
    progress: NotRequired[Progress]


def make(plan: Plan, *, run_number: int, **said: Unpack[Said]) -> "Made":
    """The PDF in memory, and what it says of each (see writing.make_guide)."""
    from directory_app.guides.writing import make_guide

    return make_guide(plan, run_number=run_number, **said)


def planned(plan: Plan) -> "list[tuple[str, dict[str, Any]]]":
    """Who will be on it, before the pages are set: (code, number and name)."""
    from directory_app.guides import writing

    return writing.planned(plan)


def render_preview(plan: Plan, **said: Unpack[Said]) -> bytes:
    """The pages as they would be printed, in memory, marked "Preview" for a run number."""
    return rendered_preview(plan, **said).data


def rendered_preview(plan: Plan, **said: Unpack[Said]) -> "Rendered":
    """The pages of ``render_preview`` with what is known of them, such as the sheets."""
    from directory_app.guides.writing import preview

    return preview(plan, **said)


def first_page(plan: Plan, **said: Unpack[Said]) -> bytes:
    """The first page of ``render_preview`` alone, in a fraction of the time (see enough)."""
    from directory_app.guides.writing import preview_first

    return preview_first(plan, **said)


def fit(plan: Plan, progress: Progress = silent) -> "Fit":
    """Whether a plan keeps to ``options.fit`` sheets, and the choices if not (see fitting)."""
    from directory_app.guides import fitting

    return fitting.fit(plan, progress)


def layout_kinds() -> "tuple[Kind, ...]":
    """Every layout, the private ones too: name, papers, duplex edge, purpose, how to fold."""
    from directory_app.guides.layouts import KINDS

    return KINDS


def layout_names() -> list[str]:
    """The layouts that can be printed."""
    from directory_app.guides.layouts import names

    return names()


__all__ = [
    "Entry",
    "GuideOptions",
    "Plan",
    "Section",
    "first_page",
    "fit",
    "layout_kinds",
    "layout_names",
    "make",
    "plan",
    "planned",
    "preflight",
    "render_preview",
    "rendered_preview",
]
