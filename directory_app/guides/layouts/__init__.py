"""The layouts, one module each (see layout.Layout), and the table of their KINDS."""

import datetime as dt
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from directory_app.bulk import no_cycle_search
from directory_app.errors import UserError
from directory_app.guides.layouts.furniture import Run
from directory_app.guides.layouts.kinds import KINDS, Kind, kind, paper_size
from directory_app.guides.planning import Plan
from directory_app.progress import Progress, silent

if TYPE_CHECKING:
    from directory_app.guides.layouts.layout import Layout, Rendered

#: To count sheets nobody needs to know the run: every number takes the same room.
_SOME_RUN = Run(1, dt.datetime(2026, 1, 1, tzinfo=dt.UTC), "505-555-0100")


def names() -> list[str]:
    """The layouts that a guide can have; the private ones are not among them."""
    return [each.name for each in KINDS if not each.private]


def class_of(name: str) -> Any:
    """The class of a layout: a layout.Layout, or a private.PrivateLayout."""
    module = import_module(f"directory_app.guides.layouts.{name.replace('-', '_')}")
    return getattr(module, name.title().replace("-", ""))


def arrange(plan: Plan, run: Run = _SOME_RUN, progress: Progress = silent) -> "Layout":
    """A plan with everything in its place. UserError for no such layout or paper."""
    name = plan.options.layout
    if kind(name).private:
        raise UserError(
            f"“{name}” is private, for staff: it is no guide.",
            f"Choose one of: {', '.join(names())}.",
        )
    paper_size(name, plan.options.paper)
    made: Layout = class_of(name)(plan, run, progress)
    return made


def render(plan: Plan, run: Run, progress: Progress = silent) -> "Rendered":
    """Set a plan in its layout. UserError as ``arrange`` raises it."""
    with no_cycle_search():  # a guide is a great many small things that all stay
        done = arrange(plan, run, progress).render()
    if plan.options.grey:
        from directory_app.guides.greying import grey

        done = replace(done, data=grey(done.data))
    return done


__all__ = ["KINDS", "Kind", "Run", "arrange", "class_of", "kind", "names", "render"]
