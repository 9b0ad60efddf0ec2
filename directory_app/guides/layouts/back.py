"""The map's side: map, inset, legend, index; on a side of its own or below a short list."""

from directory_app.guides import wording
from directory_app.guides.layouts import furniture, mapping
from directory_app.guides.layouts.furniture import SECOND
from directory_app.guides.layouts.index import HEAD, Index, Row
from directory_app.guides.layouts.legend import Legend
from directory_app.guides.layouts.measures import COLUMN, HAIR, MARGIN, THICK
from directory_app.guides.page import Page
from directory_app.guides.planning import Plan
from directory_app.guides.typesetting import Style

WIDTH = 558.0
LEAST_MAP = 250.0
_LEAST_BELOW = 190.0
_MOST_MAP = 560.0
_INSET = (COLUMN, 190.0)
_GAP = 12.0
_HEAD = 32.0
#: Where things begin on a page of their own, below its title.
TOP = 64.0


class Back:
    """What follows the list. ``rest`` holds index rows that need pages of their own."""

    def __init__(self, plan: Plan, *, paged: bool) -> None:
        self._plan = plan
        self._index = Index(plan, paged=paged) if plan.options.show_index else None
        on_map = {entry.number for entry in mapping.shown(plan)}
        missing = [str(e.number) for e in plan.entries if e.number not in on_map]
        self.has_map = bool(on_map)
        self._legend = Legend(plan, missing if self.has_map else [])
        self.rest: list[Row] = list(self._index.rows) if self._index and plan.entries else []

    @property
    def is_empty(self) -> bool:
        """Whether nothing follows the list."""
        return not self.has_map and not self.rest

    def least(self) -> float:
        """The height below which it needs a side of its own."""
        index = self._index.height() + _GAP if self._index and self.rest else 0.0
        if not self.has_map:
            return index
        return _HEAD + _LEAST_BELOW + _GAP + self._legend.height(stacked=False) + index

    def draw_below(self, page: Page, top: float, bottom: float, pages: dict[str, int]) -> None:
        """Draw all of it below a list that ends at ``top``."""
        if self.has_map:
            page.rule(MARGIN, top, WIDTH, THICK)
            for index, language in enumerate(self._plan.options.languages):
                x = SECOND if index else MARGIN
                style = Style("serif", "bold", 13)
                page.text(x, top + THICK + 14.5, wording.word("map", language), style)
            page.rule(MARGIN, top + THICK + 20.5, WIDTH, HAIR)
            top += _HEAD
        self._draw(page, top, bottom, pages)

    def draw_side(self, page: Page, bottom: float, pages: dict[str, int]) -> None:
        """Draw what fits on a side of its own, under its title."""
        if self.has_map:
            furniture.side_title(page, self._plan, "map")
            self._draw(page, TOP, bottom, pages)
            self.has_map = False
        else:
            self._draw_index(page, 39.0, bottom, pages)

    def _draw(self, page: Page, top: float, bottom: float, pages: dict[str, int]) -> None:
        if not self.has_map:
            self._draw_index(page, top, bottom, pages)
            return
        page.outline(wording.word("map", self._plan.options.languages[0]), "map", top)
        under = self._index.height() + _GAP if self._index and self.rest else 0.0
        legend = self._legend.height(stacked=False)
        if bottom - top - legend - _GAP - under < _LEAST_BELOW:
            under = 0.0  # the index goes to pages of its own
        room = bottom - top - under - _GAP
        end = self._draw_map(page, top, room)
        if under:
            self._draw_index(page, end + _GAP, bottom, pages)

    def _draw_map(self, page: Page, top: float, room: float) -> float:
        """Map above, legend below; where it is crowded the inset stands beside the legend."""
        stacked = max(_INSET[1], self._legend.height(stacked=True))
        flat = self._legend.height(stacked=False)
        if room - stacked >= LEAST_MAP:
            high = min(_MOST_MAP, room - stacked)
            maps = mapping.make(self._plan, (WIDTH, high), (_INSET[0], stacked))
            if maps and maps.inset:
                mapping.draw(page, maps.main, MARGIN, top)
                mapping.draw(page, maps.inset, MARGIN, top + high + _GAP)
                self._legend.draw(page, SECOND, top + high + _GAP, stacked=True)
                return top + high + _GAP + stacked
        high = min(_MOST_MAP, room - flat)
        maps = mapping.make(self._plan, (WIDTH, high), None)
        if maps:
            mapping.draw(page, maps.main, MARGIN, top)
        self._legend.draw(page, MARGIN, top + high + _GAP, stacked=False, second=SECOND)
        return top + high + _GAP + flat

    def _draw_index(self, page: Page, top: float, bottom: float, pages: dict[str, int]) -> None:
        if self._index is None or not self.rest:
            return
        if len(self.rest) == len(self._index.rows):
            page.outline(wording.word("index", self._plan.options.languages[0]), "index", top)
        columns, self.rest = self._index.take(self.rest, bottom - top - HEAD + 4)
        self._index.draw(page, top, columns, pages)
