"""The sheet: a list in two columns, a map, an index, the same footer on each side."""

from collections.abc import Sequence

from directory_app.guides.layouts import furniture
from directory_app.guides.layouts.blocks import HeadBlock, NoteBlock
from directory_app.guides.layouts.facts import facts
from directory_app.guides.layouts.flow import Column
from directory_app.guides.layouts.furniture import SECOND, Run
from directory_app.guides.layouts.kinds import page_size
from directory_app.guides.layouts.measures import MARGIN
from directory_app.guides.layouts.rendered import Rendered
from directory_app.guides.layouts.setting import (
    ABOVE_FOOTER,
    BELOW_LIST,
    WIDTH,
    Setting,
    best,
)
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.planning import Plan
from directory_app.progress import Progress

#: So near the footer the closing note stands on it, else it follows the list.
_NEAR = 60.0


class Sheet:
    """A plan set as sheets, two columns a side."""

    def __init__(self, plan: Plan, run: Run, progress: Progress) -> None:
        self.plan = plan
        self._progress = progress
        self.page_of: dict[str, int] = {}
        self.facts = {entry.listing.code: facts(plan, entry) for entry in plan.entries}
        self._set: Setting = best(plan, self.facts, run, progress)

    @property
    def size(self) -> float:
        """The size of the text."""
        return self._set.m.size

    def draw(self, document: Document) -> int:
        """Draw all pages; returns how many."""
        done = self._set
        for number in range(1, done.list_pages + 1):
            page = Page(document)
            self._page(page, number, done.columns[(number - 1) * 2 : number * 2])
            if number == done.list_pages:
                self._below(page)
            self._finish(page, number)
        for number, side in enumerate(done.back.sides, done.list_pages + 1):
            page = Page(document)
            furniture.band(page, self.plan)
            done.back.draw_side(page, side, done.footer.top - BELOW_LIST, self.page_of)
            self._finish(page, number)
        return done.pages

    def _finish(self, page: Page, number: int) -> None:
        if number == self._set.pages:
            self._set.footer.draw(page, number)
        else:  # one is enough for those who hear the guide
            with page.artifact():
                self._set.footer.draw(page, number)
        page.finish()
        self._progress(number, self._set.pages, "")

    def _below(self, page: Page) -> None:
        """Put below the list what has room there: map, index, closing note."""
        done = self._set
        ends = done.ends
        top, bottom = max(ends) + BELOW_LIST, done.footer.top - BELOW_LIST
        below = done.back.below
        if not below.is_empty:
            done.back.draw_below(page, top, bottom, self.page_of)
            ends = [top + below.height if not below.has_map else bottom]
        note = NoteBlock(self.plan, done.m, "closing" if self.plan.entries else "nothing")
        side = ends.index(min(ends))
        if ends[side] + BELOW_LIST + note.height <= done.footer.top - ABOVE_FOOTER:
            y, low = ends[side] + BELOW_LIST, done.footer.top - 14 - note.height
            y = low if low - y < _NEAR or not below.is_empty else y
            note.draw(page, SECOND if side else MARGIN, y)

    def _page(self, page: Page, number: int, columns: Sequence[Column]) -> None:
        done = self._set
        furniture.band(page, self.plan)
        if number == 1:
            done.header.draw(page)
            done.key.draw(page, MARGIN, done.header.end)
        for side, column in enumerate(columns):
            top = done.top((number - 1) * 2 + side)
            self._column(page, number, column, SECOND if side else MARGIN, top)

    def _column(self, page: Page, number: int, column: Column, x: float, top: float) -> None:
        for offset, block, ruled in column.placed:
            if isinstance(block, HeadBlock):
                block.draw(page, x, top + offset)
                if not block.continued:
                    key = f"section-{block.section.key}"
                    page.outline(block.section.titles[0], key, top + offset)
            else:
                block.draw(page, x, top + offset, ruled=ruled)
                self.page_of.setdefault(block.entry.listing.code, number)


def render(plan: Plan, run: Run, progress: Progress) -> Rendered:
    """The PDF of a plan."""
    sheet = Sheet(plan, run, progress)
    title = next(iter(furniture.titles(plan)), "Puertas")
    wide, high = page_size("sheet", plan.options.paper)
    # what is set for Letter stands in the middle of a paper that is a little narrower
    document = Document(
        (WIDTH, high), title, plan.options.languages[0], run.made_at, left=(WIDTH - wide) / 2
    )
    pages = sheet.draw(document)
    return Rendered(document.finish(), pages, sheet.page_of, sheet.facts, size=sheet.size)
