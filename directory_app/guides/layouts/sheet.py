"""The sheet: a list in two columns, a map, an index, the same footer on each side."""

from collections.abc import Sequence
from dataclasses import replace

from directory_app.guides.layouts import furniture
from directory_app.guides.layouts.back import Back
from directory_app.guides.layouts.blocks import HeadBlock, KeyBlock, NoteBlock
from directory_app.guides.layouts.entry import EntryBlock, EntryPart
from directory_app.guides.layouts.facts import facts
from directory_app.guides.layouts.flow import Column, SectionBlocks, fill
from directory_app.guides.layouts.furniture import SECOND, Footer, Header, Run
from directory_app.guides.layouts.measures import BAND, MARGIN, Measures, steps
from directory_app.guides.layouts.rendered import Rendered
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.planning import Entry, Plan
from directory_app.progress import Progress

PAPER_SIZE = (612.0, 792.0)
_AFTER_BAND = 14.0
_KEY_GAP = 2.0
_ABOVE_FOOTER = 6.0
_BELOW_LIST = 12.0
#: So near the footer the closing note stands on it, else it follows the list.
_NEAR = 60.0
#: An entry taller than this is set in pieces.
_TALLEST = 560.0


class Sheet:
    """A plan set as sheets of Letter paper."""

    def __init__(self, plan: Plan, run: Run, progress: Progress) -> None:
        self.plan = plan
        self.run = run
        self._progress = progress
        self._header = Header(plan)
        self.page_of: dict[str, int] = {}
        self.facts = {entry.listing.code: facts(plan, entry) for entry in plan.entries}
        self._choose()

    def _choose(self) -> None:
        """The largest type with which the list fits on one side, else the smallest."""
        *larger, smallest = steps(len(self.plan.options.languages))
        if not any(self._fits(m) for m in larger):
            self._take(smallest)
            self._blocks = self._prepare(smallest)
        columns = self._fill(1)
        pages = 1 + (len(columns) - 1) // 2
        if pages > 1:
            columns = self._fill(pages + 1)
        self.columns = self._balance(columns)
        self._back = Back(self.plan, paged=pages > 1)

    def _take(self, m: Measures) -> None:
        self.m = m
        self._key = KeyBlock(self.plan, m)

    def _fits(self, m: Measures) -> bool:
        """Try a step of type; whether one side holds the list in it."""
        self._take(m)
        if len(self.plan.entries) * (4 * m.line) > 2 * PAPER_SIZE[1]:
            return False
        self._blocks = self._prepare(m)
        columns = self._fill(1)
        return len(columns) <= 2 and not _too_tall(columns)

    def _prepare(self, m: Measures) -> list[SectionBlocks]:
        out = []
        total, done = len(self.plan.entries), 0
        for section in self.plan.sections:
            entries: list[EntryBlock | EntryPart] = []
            for entry in section.entries:
                block = EntryBlock(entry, self.facts[entry.listing.code], m)
                entries += block.parts(_TALLEST)
                done += 1
                if done % 50 == 0:
                    self._progress(done, total, "")
            head = HeadBlock(self.plan, section, m, continued=False)
            again = HeadBlock(self.plan, section, m, continued=True)
            out.append(SectionBlocks(section, head, again, entries))
        return out

    def _tops(self, index: int) -> float:
        """The top edge of the column ``index``, counted through all pages."""
        if index == 0:
            return self._header.end + self._key.height + _KEY_GAP
        return self._header.end if index == 1 else BAND + _AFTER_BAND

    def _fill(self, pages: int) -> list[Column]:
        self._footer = Footer(self.plan, self.run, PAPER_SIZE[1], pages)
        bottom = self._footer.top - _ABOVE_FOOTER
        return fill(self._blocks, lambda index: bottom - self._tops(index))

    def _balance(self, columns: list[Column]) -> list[Column]:
        """Make the columns of the last page end at about the same height."""
        first = (len(columns) - 1) // 2 * 2
        lowest = self._footer.top - _ABOVE_FOOTER
        best, low, high = columns, self._tops(first), lowest
        for _ in range(10):
            middle = (low + high) / 2

            def rooms(index: int, end: float = middle) -> float:
                bottom = end if index >= first else lowest
                return bottom - self._tops(index)

            tried = fill(self._blocks, rooms)
            if len(tried) <= first + 2 and not _too_tall(tried):
                best, high = tried, middle
            else:
                low = middle
        return best

    def draw(self, document: Document) -> int:
        """Draw all pages; returns how many."""
        pages = [self.columns[start : start + 2] for start in range(0, len(self.columns), 2)]
        for number, columns in enumerate(pages, 1):
            page = Page(document)
            self._page(page, number, columns)
            if number == len(pages):
                self._below(page, number, columns)
            self._footer.draw(page, number)
            page.finish()
            self._progress(number, len(pages) + 1, "")
        return self._sides(document, len(pages))

    def _below(self, page: Page, number: int, columns: Sequence[Column]) -> None:
        """Put the map under the list where a short one leaves room for it, or a note."""
        ends = [
            self._tops((number - 1) * 2 + side) + column.used for side, column in enumerate(columns)
        ]
        top, bottom = max(ends) + _BELOW_LIST, self._footer.top - _BELOW_LIST
        if not self._back.is_empty and bottom - top >= self._back.least():
            self._back.draw_below(page, top, bottom, self.page_of)
            self._back = Back(replace(self.plan, sections=()), paged=False)
            return
        note = NoteBlock(self.plan, self.m, "closing" if self.plan.entries else "nothing")
        side = ends.index(min(ends))
        if ends[side] + _BELOW_LIST + note.height <= self._footer.top - _ABOVE_FOOTER:
            y, low = ends[side] + _BELOW_LIST, self._footer.top - 14 - note.height
            y = low if low - y < _NEAR else y
            note.draw(page, SECOND if side else MARGIN, y)

    def _sides(self, document: Document, number: int) -> int:
        """Pages of their own for the map and the index."""
        while not self._back.is_empty:
            number += 1
            page = Page(document)
            furniture.band(page, self.plan)
            self._back.draw_side(page, self._footer.top - _BELOW_LIST, self.page_of)
            self._footer.draw(page, number)
            page.finish()
        return number

    def _page(self, page: Page, number: int, columns: Sequence[Column]) -> None:
        furniture.band(page, self.plan)
        if number == 1:
            self._header.draw(page)
            self._key.draw(page, MARGIN, self._header.end)
        for side, column in enumerate(columns):
            top = self._tops((number - 1) * 2 + side)
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


def _too_tall(columns: Sequence[Column]) -> bool:
    return any(column.used > column.room + 0.01 for column in columns)


def render(plan: Plan, run: Run, progress: Progress) -> Rendered:
    """The PDF of a plan."""
    sheet = Sheet(plan, run, progress)
    title = next(iter(furniture.titles(plan)), "Puertas")
    document = Document(PAPER_SIZE, title, plan.options.languages[0], run.made_at)
    pages = sheet.draw(document)
    return Rendered(document.finish(), pages, sheet.page_of, sheet.facts)


def too_tall_entries(plan: Plan) -> list[Entry]:
    """The entries that no column holds, so that they are set in pieces."""
    m = steps(len(plan.options.languages))[-1]
    return [
        entry
        for entry in plan.entries
        if EntryBlock(entry, facts(plan, entry), m).height > _TALLEST
    ]
