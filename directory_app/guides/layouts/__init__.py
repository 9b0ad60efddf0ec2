"""The layouts, one file each. A layout turns a plan into the bytes of a PDF."""

import datetime as dt
from importlib import import_module
from typing import Any

from directory_app.bulk import no_cycle_search
from directory_app.errors import UserError
from directory_app.guides.layouts.furniture import Run
from directory_app.guides.layouts.kinds import KINDS, Kind, kind, paper_size
from directory_app.guides.layouts.rendered import Rendered
from directory_app.guides.planning import Plan
from directory_app.progress import Progress, silent

#: To count sheets nobody needs to know the run: every number takes the same room.
_SOME_RUN = Run(1, dt.datetime(2026, 1, 1, tzinfo=dt.UTC), "505-555-0100")


def names() -> list[str]:
    """The layouts that a guide can have; the private ones are not among them."""
    return [each.name for each in KINDS if not each.private]


def _layout(plan: Plan) -> Any:
    """The module of a plan's layout. UserError for one that is no guide, or another paper."""
    name = plan.options.layout
    if kind(name).private:
        raise UserError(
            f"“{name}” is private, for staff: it is no guide.",
            f"Choose one of: {', '.join(names())}.",
        )
    paper_size(name, plan.options.paper)
    return import_module(f"directory_app.guides.layouts.{name.replace('-', '_')}")


def render(plan: Plan, run: Run, progress: Progress = silent) -> Rendered:
    """Set a plan in its layout. UserError for a layout or a paper that does not exist."""
    from dataclasses import replace

    with no_cycle_search():  # a guide is a great many small things that all stay
        done: Rendered = _layout(plan).render(plan, run, progress)
    if not done.sheets:
        done = replace(done, sheets=-(-done.pages // 2))
    if plan.options.grey:
        from directory_app.guides.greying import grey

        done = replace(done, data=grey(done.data))
    return done


def sheets(plan: Plan, progress: Progress = silent) -> int:
    """How many sheets of paper a copy takes, without drawing where the layout can tell."""
    layout = _layout(plan)
    if hasattr(layout, "arrange"):
        return int(layout.arrange(plan, _SOME_RUN, progress).sheets)
    return render(plan, _SOME_RUN, progress).sheets


__all__ = ["KINDS", "Kind", "Rendered", "Run", "kind", "names", "render", "sheets"]
