"""The sheet: a list in two columns, a map, an index, the same footer on each side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from directory_app.guides import wording
from directory_app.guides.layouts import furniture, mapping
from directory_app.guides.layouts.atlas import Atlas
from directory_app.guides.layouts.blocks import KeyBlock, NoteBlock
from directory_app.guides.layouts.columns import Column, balanced, fill, sections
from directory_app.guides.layouts.entry import EntryBlock
from directory_app.guides.layouts.furniture import SECOND, Footer, Header
from directory_app.guides.layouts.indexes import HEAD, ListIndex, ListRow
from directory_app.guides.layouts.layout import Layout
from directory_app.guides.layouts.legend import Legend
from directory_app.guides.layouts.measures import (
    BAND,
    COLUMN,
    COLUMN_STEPS,
    GUTTER,
    HAIR,
    MARGIN,
    THICK,
    Measures,
)
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.planning import Plan
from directory_app.guides.typesetting import Style

WIDTH = 558.0
LEAST_MAP = 250.0
_LEAST_BELOW = 190.0
#: Of the height that ends above the footer, the most that a map takes.
_MOST_MAP = 0.76
_INSET = (COLUMN, 190.0)
_GAP = 12.0
_MAP_HEAD = 32.0
#: Where things begin on a page of their own: below its title, or without one.
MAP_TOP, BARE_TOP = 64.0, 39.0
#: With fewer businesses on one page nobody needs an index to find one.
_INDEX_FROM = 20
#: With less room than this the index begins on the next page.
_LEAST_INDEX = 110.0


@dataclass(slots=True)
class Side:
    """What of it stands on one page: the map, or one of several (``atlas``, from 0); the index.

    ``height`` is that of the index.
    """

    has_map: bool = False
    atlas: int | None = None
    columns: list[list[ListRow]] = field(default_factory=list)
    height: float = 0.0

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is there."""
        return not self.has_map and not self.columns


class Back:
    """What follows the list: ``below`` it, and on ``sides`` of its own, once arranged."""

    def __init__(self, plan: Plan, *, paged: bool) -> None:
        self._plan = plan
        wanted = plan.options.shows("index_name") and (paged or len(plan.entries) >= _INDEX_FROM)
        self._index = ListIndex(plan, paged=paged) if wanted else None
        on_map = {entry.number for entry in mapping.shown(plan)}
        missing = [str(e.number) for e in plan.entries if e.number not in on_map]
        self.has_map = bool(on_map)
        self._atlas = Atlas(plan)
        self._legend = Legend(plan, missing if self.has_map else [])
        self._rows: list[ListRow] = list(self._index.rows) if self._index else []
        self.below = Side()
        self.sides: list[Side] = []
        self._most = 0.0

    def arrange(self, room: float, bottom: float) -> None:
        """Share it out: ``room`` is left below the list, own pages end at ``bottom``."""
        rows = self._rows
        self._most = _MOST_MAP * bottom
        if self.has_map:
            if room >= self._least():
                self.below, rows = self._with_index(rows), []
            elif room >= self._least(LEAST_MAP) - self._under():
                self.below = Side(has_map=True)
            else:
                side = Side(has_map=True)
                legend = self._legend.height(stacked=False)
                if bottom - MAP_TOP - legend - _GAP - self._under() >= _LEAST_BELOW:
                    side, rows = self._with_index(rows), []
                self.sides = [side]
        elif self._index and rows and self._begins_in(room) and not self._atlas.pages:
            columns, rows = self._index.take(rows, room - HEAD + 4)
            self.below = Side(columns=columns, height=self._index.height_of(columns))
        self.sides += [Side(has_map=True, atlas=number) for number in range(self._atlas.pages)]
        if self._index and rows:
            shares = self._index.shares(rows, bottom - BARE_TOP - HEAD + 4)
            self.sides += [Side(columns=c, height=self._index.height_of(c)) for c in shares]

    def _begins_in(self, room: float) -> bool:
        """Whether the index may begin in so much room: some of it, or all of a short one."""
        if room >= _LEAST_INDEX or self._index is None:
            return room >= _LEAST_INDEX
        return room >= self._index.height()

    def _with_index(self, rows: list[ListRow]) -> Side:
        """The map with the whole index under it."""
        if not self._index or not rows:
            return Side(has_map=True)
        columns, _ = self._index.take(rows, self._index.height())
        return Side(has_map=True, columns=columns, height=self._index.height_of(columns))

    def _under(self) -> float:
        return self._index.height() + _GAP if self._index and self._rows else 0.0

    def _least(self, least: float = _LEAST_BELOW) -> float:
        """The height below which map (so high at least) and index need a side of their own."""
        legend = self._legend.height(stacked=False)
        return _MAP_HEAD + least + _GAP + legend + self._under()

    def draw_below(self, page: Page, top: float, bottom: float, pages: dict[str, int]) -> None:
        """Draw what goes below a list that ends at ``top``."""
        if self.below.has_map:
            page.rule(MARGIN, top, WIDTH, THICK)
            with page.tag("H2"):
                for index, language in enumerate(self._plan.options.languages):
                    x = SECOND if index else MARGIN
                    style = Style("serif", "bold", 13).told(index)
                    page.text(x, top + THICK + 14.5, wording.word("map", language), style)
            page.rule(MARGIN, top + THICK + 20.5, WIDTH, HAIR)
            top += _MAP_HEAD
        self._draw(page, self.below, top, bottom, pages)

    def draw_side(self, page: Page, side: Side, bottom: float, pages: dict[str, int]) -> None:
        """Draw a side of its own, the map under its title."""
        if side.atlas is not None:
            self._draw_atlas(page, side.atlas, bottom)
            return
        if side.has_map:
            furniture.side_title(page, self._plan, "map")
        self._draw(page, side, MAP_TOP if side.has_map else BARE_TOP, bottom, pages)

    def _draw_atlas(self, page: Page, number: int, bottom: float) -> None:
        """Draw one of several maps; the legend stands below the first."""
        if number:
            self._atlas.draw(page, number, (MARGIN, BARE_TOP, WIDTH, bottom - BARE_TOP), GUTTER)
            return
        furniture.side_title(page, self._plan, "maps")
        legend = self._legend.height(stacked=False)
        high = bottom - MAP_TOP - legend - _GAP
        self._atlas.draw(page, 0, (MARGIN, MAP_TOP, WIDTH, high), GUTTER)
        self._legend.draw(page, MARGIN, bottom - legend, stacked=False, second=SECOND)

    def _draw(
        self, page: Page, side: Side, top: float, bottom: float, pages: dict[str, int]
    ) -> None:
        language = self._plan.options.languages[0]
        if side.has_map:
            page.outline(wording.word("map", language), "map", top)
            under = side.height + _GAP if side.columns else 0.0
            top = self._draw_map(page, top, bottom - top - under - _GAP) + _GAP
        if self._index and side.columns:
            if side.columns[0][0] is self._index.rows[0]:
                page.outline(wording.word("index", language), "index", top)
            self._index.draw(page, top, side.columns, pages)

    def _draw_map(self, page: Page, top: float, room: float) -> float:
        """Map above, legend below; where it is crowded the inset stands beside the legend."""
        stacked = max(_INSET[1], self._legend.height(stacked=True))
        flat = self._legend.height(stacked=False)
        if room - stacked >= LEAST_MAP:
            high = min(self._most, room - stacked)
            maps = mapping.make(self._plan, (WIDTH, high), (_INSET[0], stacked))
            if maps and maps.inset:
                mapping.draw(page, maps.main, MARGIN, top)
                mapping.draw(page, maps.inset, MARGIN, top + high + _GAP)
                self._legend.draw(page, SECOND, top + high + _GAP, stacked=True)
                return top + high + _GAP + stacked
        if room - flat < _LEAST_BELOW <= room:  # low paper: the legend has the other column
            maps = mapping.make(self._plan, (COLUMN, room), None)
            if maps:
                mapping.draw(page, maps.main, MARGIN, top)
            self._legend.draw(page, SECOND, top, stacked=True)
            return top + room
        high = min(self._most, room - flat)
        maps = mapping.make(self._plan, (WIDTH, high), None)
        if maps:
            mapping.draw(page, maps.main, MARGIN, top)
        self._legend.draw(page, MARGIN, top + high + _GAP, stacked=False, second=SECOND)
        return top + high + _GAP + flat


#: The width that all of it is set for, margins and all: that of Letter.
_PAGE_WIDTH = 612.0
ABOVE_FOOTER, BELOW_LIST = 6.0, 12.0
#: An entry that leaves less of the paper's height is set in pieces.
_LEAVES = 232.0
_AFTER_BAND = 14.0
_KEY_GAP = 2.0
#: A page filled less than this looks like a mistake.
_SPARSE = 0.4
#: So many entries never fit on two pages.
_MANY = 100
#: So many stand on a page at the most.
_MOST_A_PAGE = 30
#: One side is worth a smaller type than two sides would have: down to these sizes.
_ONE_SIDE, _ONE_SIDE_WITH_MAP = 10.0, 12.0


class Setting:
    """A plan set in one step of type."""

    def __init__(self, sheet: "Sheet", m: Measures) -> None:
        self.m = m
        self._plan, self._run, self._high = sheet.plan, sheet.run, sheet.size[1]
        self.header = Header(self._plan)
        self.key = KeyBlock(self._plan, m)
        self._blocks = sections(
            self._plan, m, lambda entry: EntryBlock(entry, sheet.facts[entry.listing.code], m),
            self._high - _LEAVES, sheet.progress,
        )  # fmt: skip
        entries = len(self._plan.entries)
        self._flow(entries // _MOST_A_PAGE if entries > _MANY else 1)
        if self.pages > self._room_for:
            self._flow(self.pages)

    def _flow(self, pages: int) -> None:
        """Fill the columns, then arrange map and index after them; of about so many pages."""
        #: The most pages whose numbers the footer has room for; two pages have none.
        self._room_for = 2 if pages <= 2 else 10 ** len(str(pages)) - 1
        self.footer = Footer(self._plan, self._run, self._high, pages)
        self._lowest = self.footer.top - ABOVE_FOOTER
        columns = fill(self._blocks, lambda index: self._lowest - self.top(index))
        columns = balanced(self._blocks, columns, 2, self.top, self._lowest)
        self.columns = columns or [Column(self._lowest - self.top(0))]
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

    def rank(self) -> tuple[int, bool, bool, bool, float]:
        """The lower the better: paper, then empty pages, then a large map, then type."""
        least = _ONE_SIDE_WITH_MAP if self.back.has_map else _ONE_SIDE
        one_side = self.pages == 1 and self.m.size >= least
        sheets = (self.pages + 1) // 2
        amiss = self.is_sparse or any(column.is_too_tall for column in self.columns)
        cramped = self.back.below.has_map and not one_side
        return sheets, amiss, not one_side, cramped, -self.m.size


#: So near the footer the closing note stands on it, else it follows the list.
_NEAR = 60.0


class Sheet(Layout):
    """A plan set as sheets, two columns a side."""

    name = "sheet"

    def arrange(self) -> None:
        """Set the list in the step of type that suits it best."""
        self._set = self._best()
        self.m, self.columns, self.pages = self._set.m, self._set.columns, self._set.pages
        for index, column in enumerate(self.columns):
            self.note_page(column, index // 2 + 1)

    def _best(self) -> Setting:
        *larger, smallest = (Measures(*step, len(self.told)) for step in COLUMN_STEPS)
        chosen = Setting(self, smallest)
        capacity = (chosen.pages + 1) // 2 * 2
        for m in reversed(larger):
            longer = chosen.list_pages * m.line / smallest.line + max(0, len(chosen.back.sides) - 1)
            if longer > capacity + 0.5:
                break  # even with no line more it would take another sheet
            tried = Setting(self, m)
            if tried.rank() < chosen.rank():
                chosen = tried
        return chosen

    def document(self) -> Document:
        """What is set for Letter stands in the middle of a paper that is a little narrower."""
        wide, high = self.size
        left = (_PAGE_WIDTH - wide) / 2
        return Document((_PAGE_WIDTH, high), self.title, self.told[0], self.run.made_at, left=left)

    def draw(self, document: Document) -> None:
        """Draw all pages."""
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

    def _finish(self, page: Page, number: int) -> None:
        if number == self._set.pages:
            self._set.footer.draw(page, number)
        else:  # one is enough for those who hear the guide
            with page.artifact():
                self._set.footer.draw(page, number)
        page.finish()
        self.progress(number, self.pages, "")

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
            column.draw(page, SECOND if side else MARGIN, top, key="section")
