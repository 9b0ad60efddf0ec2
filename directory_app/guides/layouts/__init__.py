"""The layouts, one file each. A layout turns a plan into the bytes of a PDF."""

from importlib import import_module

from directory_app.errors import UserError
from directory_app.guides.layouts.furniture import Run
from directory_app.guides.layouts.kinds import KINDS, Kind, kind
from directory_app.guides.layouts.rendered import Rendered
from directory_app.guides.planning import Plan
from directory_app.progress import Progress, silent


def names() -> list[str]:
    """The layouts that a guide can have; the private ones are not among them."""
    return [each.name for each in KINDS if not each.private]


def render(plan: Plan, run: Run, progress: Progress = silent) -> Rendered:
    """Set a plan in its layout. Raises UserError for a layout that does not exist."""
    if plan.options.layout not in names():
        raise UserError(
            f"There is no layout called “{plan.options.layout}”.",
            f"Choose one of: {', '.join(names())}.",
        )
    module = plan.options.layout.replace("-", "_")
    layout = import_module(f"directory_app.guides.layouts.{module}")
    done: Rendered = layout.render(plan, run, progress)
    return done


__all__ = ["KINDS", "Kind", "Rendered", "Run", "kind", "names", "render"]
