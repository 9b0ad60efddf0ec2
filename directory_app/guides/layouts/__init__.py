"""The layouts, one file each. A layout turns a plan into the bytes of a PDF."""

from dataclasses import dataclass

from directory_app.errors import UserError
from directory_app.guides.layouts.furniture import Run
from directory_app.guides.planning import Plan
from directory_app.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished PDF: its bytes, how many pages, and each code's page (from 1)."""

    data: bytes
    pages: int
    page_of: dict[str, int]


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

    return Rendered(*sheet.render(plan, run, progress))


__all__ = ["Rendered", "Run", "names", "render"]
