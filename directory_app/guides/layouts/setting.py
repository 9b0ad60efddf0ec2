"""The list in one step of type: its columns, what follows them, and how full each page is.

``best`` weighs the steps against each other: the fewest sheets of paper, no page that is almost
empty, one side where that is legible, and then the largest type.
"""

from collections.abc import Iterator, Mapping, Sequence

from directory_app.guides.layouts.back import Back
from directory_app.guides.layouts.blocks import HeadBlock, KeyBlock
from directory_app.guides.layouts.entry import EntryBlock, EntryPart
from directory_app.guides.layouts.facts import Facts
from directory_app.guides.layouts.flow import Column, SectionBlocks, fill
from directory_app.guides.layouts.furniture import Footer, Header, Run
from directory_app.guides.layouts.kinds import page_size
from directory_app.guides.layouts.measures import BAND, Measures, steps
from directory_app.guides.planning import Plan
from directory_app.progress import Progress

#: The width that all of it is set for, margins and all: that of Letter.
WIDTH = 612.0
ABOVE_FOOTER, BELOW_LIST = 6.0, 12.0
#: An entry that leaves less of the paper's height is set in pieces.
_LEAVES = 232.0
_AFTER_BAND = 14.0
_KEY_GAP = 2.0
#: A page filled less than this looks like a mistake.
_SPARSE = 0.4
#: So many entries never fit on two pages.
_MANY = 100
#: One side is worth a smaller type than two sides would have: down to these sizes.
_ONE_SIDE, _ONE_SIDE_WITH_MAP = 10.0, 12.0


class Setting:
    """A plan set in one step of type."""

    def __init__(
        self, plan: Plan, said: Mapping[str, Facts], run: Run, m: Measures, progress: Progress
    ) -> None:
        self.m = m
        self._high = page_size("sheet", plan.options.paper)[1]
        self.header = Header(plan)
        self.key = KeyBlock(plan, m)
        self._plan = plan
        self._run = run
        self._blocks = self._prepare(said, progress)
        many = len(plan.entries) > _MANY
        self._flow(numbered=many)
        if not many and self.pages > 2:
            self._flow(numbered=True)

    def _prepare(self, said: Mapping[str, Facts], progress: Progress) -> list[SectionBlocks]:
        out = []
        total, done = len(self._plan.entries), 0
        for section in self._plan.sections:
            entries: list[EntryBlock | EntryPart] = []
            for entry in section.entries:
                block = EntryBlock(entry, said[entry.listing.code], self.m)
                entries += block.parts(self._high - _LEAVES)
                done += 1
                if done % 50 == 0:
                    progress(done, total, "")
            head = HeadBlock(self._plan, section, self.m, continued=False)
            again = HeadBlock(self._plan, section, self.m, continued=True)
            out.append(SectionBlocks(section, head, again, entries))
        return out

    def _flow(self, *, numbered: bool) -> None:
        """Fill the columns, then arrange map and index after them."""
        self.footer = Footer(self._plan, self._run, self._high, 3 if numbered else 1)
        self._lowest = self.footer.top - ABOVE_FOOTER
        columns = fill(self._blocks, lambda index: self._lowest - self.top(index))
        self.columns = self._balance(columns)
        self.list_pages = 1 + (len(self.columns) - 1) // 2
        self.back = Back(self._plan, paged=self.list_pages > 1)
        bottom = self.footer.top - BELOW_LIST
        self.back.arrange(bottom - max(self.ends) - BELOW_LIST, bottom)

    def top(self, index: int) -> float:
        """The top edge of the column ``index``, counted through all pages."""
        if index == 0:
            return self.header.end + self.key.height + _KEY_GAP
        return self.header.end if index == 1 else BAND + _AFTER_BAND

    @property
    def ends(self) -> list[float]:
        """Where the columns of the list's last page end."""
        first = (self.list_pages - 1) * 2
        return [
            self.top(first + side) + column.used for side, column in enumerate(self.columns[first:])
        ]

    @property
    def pages(self) -> int:
        """All pages."""
        return self.list_pages + len(self.back.sides)

    @property
    def is_sparse(self) -> bool:
        """Whether some page after the first is almost empty."""
        return any(share < _SPARSE for share in self._shares())

    def _shares(self) -> Iterator[float]:
        """How full the last page of the list is, and each that follows."""
        begin, low = BAND + _AFTER_BAND, self.footer.top - BELOW_LIST
        if self.list_pages > 1:
            yield (max(self.ends) + self.back.below.height - begin) / (low - begin)
        for side in self.back.sides:
            yield 1.0 if side.has_map else side.height / (low - begin)

    def _balance(self, columns: list[Column]) -> list[Column]:
        """Make the columns of the last page end at about the same height."""
        first = (len(columns) - 1) // 2 * 2
        best, low, high = columns, self.top(first), self._lowest
        for _ in range(10):
            middle = (low + high) / 2

            def rooms(index: int, end: float = middle) -> float:
                bottom = end if index >= first else self._lowest
                return bottom - self.top(index)

            tried = fill(self._blocks, rooms)
            if len(tried) <= first + 2 and not too_tall(tried):
                best, high = tried, middle
            else:
                low = middle
        return best

    def rank(self) -> tuple[int, bool, bool, bool, float]:
        """The lower the better: paper, then empty pages, then a large map, then type."""
        least = _ONE_SIDE_WITH_MAP if self.back.has_map else _ONE_SIDE
        one_side = self.pages == 1 and self.m.size >= least
        sheets = (self.pages + 1) // 2
        amiss = self.is_sparse or too_tall(self.columns)
        cramped = self.back.below.has_map and not one_side
        return sheets, amiss, not one_side, cramped, -self.m.size


def best(plan: Plan, said: Mapping[str, Facts], run: Run, progress: Progress) -> Setting:
    """The plan in the step of type that suits it best."""
    *larger, smallest = steps(len(plan.options.languages))
    chosen = Setting(plan, said, run, smallest, progress)
    capacity = (chosen.pages + 1) // 2 * 2
    for m in reversed(larger):
        longer = chosen.list_pages * m.line / smallest.line + max(0, len(chosen.back.sides) - 1)
        if longer > capacity + 0.5:
            break  # even with no line more it would take another sheet
        tried = Setting(plan, said, run, m, progress)
        if tried.rank() < chosen.rank():
            chosen = tried
    return chosen


def too_tall(columns: Sequence[Column]) -> bool:
    """Whether something stands out of a column."""
    return any(column.used > column.room + 0.01 for column in columns)
