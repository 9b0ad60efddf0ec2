"""The layouts, one file each. A layout turns a plan into the bytes of a PDF."""

from directory_app.errors import UserError
from directory_app.guides.layouts.furniture import Run
from directory_app.guides.layouts.rendered import Rendered
from directory_app.guides.planning import Plan
from directory_app.progress import Progress, silent


def names() -> list[str]:
    """The layouts that can be printed."""
    return ["sheet"]


def render(plan: Plan, run: Run, progress: Progress = silent) -> Rendered:
    """Set a plan in its layout. Raises UserError for a layout that does not exist."""
    if plan.options.layout not in names():
        raise UserError(
            f"There is no layout called “{plan.options.layout}”.",
            f"Choose one of: {', '.join(names())}.",
        )
    from directory_app.guides.layouts import sheet

    return sheet.render(plan, run, progress)


__all__ = ["Rendered", "Run", "names", "render"]
