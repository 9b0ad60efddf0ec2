"""The trifold: cover, back and flap outside; the map over two panels and the list inside.

Text keeps the outer margin on each side of a fold; the map alone may cross one. What two
sides do not hold goes on to a further sheet.
"""

from functools import cached_property

from directory_app.guides.layouts import cover, mapping
from directory_app.guides.layouts.blocks import KeyBlock
from directory_app.guides.layouts.colophon import BackPanel, one_line
from directory_app.guides.layouts.columns import fill
from directory_app.guides.layouts.cover import CoverSizes
from directory_app.guides.layouts.layout import SteppedLayout
from directory_app.guides.layouts.legend import KeySizes, MapKey
from directory_app.guides.layouts.measures import HAIR, PANEL_STEPS, Measures, Step
from directory_app.guides.layouts.words import say
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.typesetting import Style, wrap

MARGIN = 22.0
#: So much narrower is the panel that folds in.
_NARROWER = 4.5
_COVER = CoverSizes(
    band=36, mark=22, words=11.5, title=14.5, text=11.5, stroke=5, margin=MARGIN,
    stacked_words=True,
)  # fmt: skip
_TITLE = Style("serif", "bold", 17)
_MAP_TOP = 48.0
_INSET = 180.0
_TICK = 9.0
_FOOT = Style("cond", "regular", 9)
_FOOT_LINE = 10.6
#: An entry taller than this is set in pieces.
_TALLEST = 400.0


class Trifold(SteppedLayout):
    """A plan as a sheet folded in three, and further sheets where it needs them."""

    name = "trifold"
    STEPS, LEAST_LINES, FULL_COLUMN = PANEL_STEPS, 4, 560.0

    def arrange(self) -> None:
        """Give the list its columns, in the largest type that suits it."""
        self._panel = (self.size[0] + _NARROWER) / 3
        self._column = self._panel - _NARROWER - 2 * MARGIN
        self.has_map = bool(mapping.shown(self.plan))
        self._map_key = MapKey(self.plan, KeySizes(family="cond", hang=21, note=9.5))
        self.take_largest()
        for index, column in enumerate(self.columns):
            self.note_page(column, self._place(index)[0] + 1)

    def set_in(self, step: Step) -> None:
        """Set the list in a step of type."""
        self.m = Measures(*step, len(self.told), 2.2, 2.7, 7.0, column=self._column)
        self._key = KeyBlock(self.plan, self.m) if self.shows_key else None
        self.columns = fill(self.sections(self.compact, _TALLEST), self._room)
        pages = max([2, *(self._place(i)[0] + 1 for i in range(len(self.columns)))])
        self.pages = pages + pages % 2

    @cached_property
    def _foot(self) -> list[str]:
        """What a further sheet says of the run, once, at the foot of its first panel."""
        return [
            line
            for language in self.told
            for line in wrap(one_line(self.plan, self.run, language), _FOOT, self._column)
        ]

    @property
    def _places(self) -> list[tuple[int, int]]:
        """(side, panel) of the first sheet's list, in the order of reading."""
        return [(1, 2), (0, 0)] if self.has_map else [(1, 0), (1, 1), (1, 2), (0, 0)]

    @property
    def most_columns(self) -> int:
        """The columns of one sheet, or of as many as may be taken."""
        return len(self._places) + 6 * max(0, self.plan.options.fit - 1)

    def _place(self, index: int) -> tuple[int, int]:
        """(page from 0, panel) of the column of this index."""
        first = self._places
        if index < len(first):
            return first[index]
        sheet, rest = divmod(index - len(first), 6)
        # the further sheet is read inside first, as the first one is
        side, panel = (1, rest) if rest < 3 else (0, rest - 3)
        return 2 + 2 * sheet + side, panel

    def _room(self, index: int) -> float:
        room = self.size[1] - 2 * MARGIN
        page, panel = self._place(index)
        if page > 1 and page % 2 and panel == 0:
            room -= len(self._foot) * _FOOT_LINE + 6
        return room - (self._key.height + 6 if self._key and index == self._key_index else 0)

    @property
    def _key_index(self) -> int:
        """The key stands at the foot of the right panel inside."""
        return self._places.index((1, 2))

    def _x(self, page: int, panel: int) -> float:
        """The left edge of a panel: outside the flap is the left one, inside the right."""
        if page % 2 == 0 and panel:
            return panel * self._panel - _NARROWER
        return panel * self._panel

    def draw(self, document: Document) -> None:
        """Draw both sides of each sheet."""
        # the flap is drawn before the inside, but read after it; the back comes last
        parts = ("cover", "inside", *range(len(self.columns)), "back")
        self._read = {part: document.tree.add("Sect") for part in parts}
        for number in range(self.pages):
            page = Page(document)
            if number == 0:
                self._outside(page)
            elif number == 1:
                with page.within(self._read["inside"]):
                    self._inside(page)
            for index, column in enumerate(self.columns):
                at, panel = self._place(index)
                if at == number:
                    with page.within(self._read[index]):
                        column.draw(page, self._x(at, panel) + MARGIN, MARGIN)
            if number > 1 and number % 2:
                self._draw_foot(page)
            self._ticks(page, number)
            page.finish()
            self.progress(number + 1, self.pages, "")

    def _outside(self, page: Page) -> None:
        if self.shows("cover"):
            x = self._x(0, 2)
            box = (x, 0.0, page.width - x, page.height)
            with page.within(self._read["cover"]):
                cover.draw(page, self.plan, box, _COVER)
        panel = BackPanel(self.plan, self.run, self._column, Style("sans", "regular", 10))
        with page.within(self._read["back"]):
            panel.draw(page, self._x(0, 1) + MARGIN, MARGIN, page.height - MARGIN)

    def _inside(self, page: Page) -> None:
        if self.has_map:
            self._map(page)
        right = self._x(1, 2) + MARGIN
        if self._key:
            self._key.draw(page, right, page.height - MARGIN - self._key.height)
        if not self.plan.entries:
            words = [say("why_plain", lang) for lang in self.told]
            y = MARGIN + 12
            for text in words:
                for line in wrap(text, self.m.body, self._column):
                    page.text(right, y, line, self.m.body)
                    y += self.m.line
                y += 6

    def _map(self, page: Page) -> None:
        """The map over two panels, its inset and its legend below."""
        told = self.told
        for index, language in enumerate(told):
            x = self._x(1, index) + MARGIN
            page.text(x, 36, say("map", language), _TITLE)
        page.outline(say("map", told[0]), "map", 20)
        width = 2 * (self._panel - MARGIN)
        inset_high, inset_wide = 140.0, min(_INSET, self._column)
        bottom = page.height - MARGIN
        folds = (self._x(1, 1) - MARGIN,)
        maps = mapping.make(
            self.plan, (width, bottom - _MAP_TOP - inset_high - 11), (inset_wide, inset_high),
            "trifold", folds,
        )  # fmt: skip
        if maps and maps.inset:
            high = maps.main.height
            mapping.draw(page, maps.inset, MARGIN, bottom - inset_high)
            self._legend(page, _MAP_TOP + high + 9, stacked=True)
        else:
            low = max(self._map_key.shapes_height, self._map_key.meanings_height(self._column))
            size = (width, bottom - _MAP_TOP - low - 10)
            maps = mapping.make(self.plan, size, None, "trifold", folds)
            self._legend(page, bottom - low, stacked=False)
        if maps:
            mapping.draw(page, maps.main, MARGIN, _MAP_TOP)

    def _legend(self, page: Page, y: float, *, stacked: bool) -> None:
        second = self._x(1, 1) + MARGIN
        if not stacked:
            self._map_key.shapes(page, (MARGIN, y), self._column)
            self._map_key.meanings(page, (second, y), self._column)
            return
        page.rule(second, y, self._column, HAIR)
        self._map_key.shapes(page, (second, y + 3), self._column)
        y += 3 + self._map_key.shapes_height
        page.rule(second, y + 1, self._column, HAIR)
        self._map_key.meanings(page, (second, y + 3), self._column)

    def _draw_foot(self, page: Page) -> None:
        top = page.height - MARGIN - len(self._foot) * _FOOT_LINE
        page.rule(MARGIN, top - 2, self._column, HAIR)
        for row, line in enumerate(self._foot, 1):
            page.text(MARGIN, top - 1.5 + row * _FOOT_LINE, line, _FOOT)

    def _ticks(self, page: Page, number: int) -> None:
        """Where to fold: ticks at the edges only."""
        for panel in (1, 2):
            x = self._x(number, panel)
            for y in (0.0, page.height - _TICK):
                page.line([(x, y), (x, y + 0.34 * _TICK)], 0.6)
                page.line([(x, y + 0.66 * _TICK), (x, y + _TICK)], 0.6)
