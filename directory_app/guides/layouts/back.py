"""The map's side: map, inset, legend, index; on a side of its own or below a short list."""

from dataclasses import dataclass, field

from directory_app.guides import wording
from directory_app.guides.layouts import furniture, mapping
from directory_app.guides.layouts.atlas import WHOLE, Atlas
from directory_app.guides.layouts.furniture import SECOND
from directory_app.guides.layouts.index import HEAD, Index, Row
from directory_app.guides.layouts.legend import Legend
from directory_app.guides.layouts.measures import COLUMN, GUTTER, HAIR, MARGIN, THICK
from directory_app.guides.page import Page
from directory_app.guides.planning import Plan
from directory_app.guides.typesetting import Style

WIDTH = 558.0
LEAST_MAP = 250.0
_LEAST_BELOW = 190.0
#: Of the height that ends above the footer, the most that a map takes.
_MOST_MAP = 0.76
_INSET = (COLUMN, 190.0)
_GAP = 12.0
_HEAD = 32.0
#: Where things begin on a page of their own: below its title, or without one.
TOP, BARE_TOP = 64.0, 39.0
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
    columns: list[list[Row]] = field(default_factory=list)
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
        self._index = Index(plan, paged=paged) if wanted else None
        on_map = {entry.number for entry in mapping.shown(plan)}
        missing = [str(e.number) for e in plan.entries if e.number not in on_map]
        self.has_map = bool(on_map)
        self._atlas = Atlas(plan, WHOLE, "sheet")
        self._legend = Legend(plan, missing if self.has_map else [])
        self._rows: list[Row] = list(self._index.rows) if self._index else []
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
                if bottom - TOP - legend - _GAP - self._under() >= _LEAST_BELOW:
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

    def _with_index(self, rows: list[Row]) -> Side:
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
        return _HEAD + least + _GAP + legend + self._under()

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
            top += _HEAD
        self._draw(page, self.below, top, bottom, pages)

    def draw_side(self, page: Page, side: Side, bottom: float, pages: dict[str, int]) -> None:
        """Draw a side of its own, the map under its title."""
        if side.atlas is not None:
            self._draw_atlas(page, side.atlas, bottom)
            return
        if side.has_map:
            furniture.side_title(page, self._plan, "map")
        self._draw(page, side, TOP if side.has_map else BARE_TOP, bottom, pages)

    def _draw_atlas(self, page: Page, number: int, bottom: float) -> None:
        """Draw one of several maps; the legend stands below the first."""
        if number:
            self._atlas.draw(page, number, (MARGIN, BARE_TOP, WIDTH, bottom - BARE_TOP), GUTTER)
            return
        furniture.side_title(page, self._plan, "maps")
        legend = self._legend.height(stacked=False)
        high = bottom - TOP - legend - _GAP
        self._atlas.draw(page, 0, (MARGIN, TOP, WIDTH, high), GUTTER)
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
