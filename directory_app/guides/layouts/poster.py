"""The poster: the map large, its list in columns below; what does not fit on further sheets."""

from directory_app.guides import wording
from directory_app.guides.layouts import mapping
from directory_app.guides.layouts.blocks import KeyBlock
from directory_app.guides.layouts.colophon import Colophon
from directory_app.guides.layouts.columns import balanced, fill
from directory_app.guides.layouts.furniture import titles
from directory_app.guides.layouts.layout import FEW, Layout
from directory_app.guides.layouts.legend import KeySizes, MapKey
from directory_app.guides.layouts.measures import BLOCK_RULE, COLUMN_STEPS, Measures, Step
from directory_app.guides.page import ACCENT, PAPER, Page
from directory_app.guides.pdf import Document
from directory_app.guides.typesetting import Style, wrap

MARGIN = 36.0
_GUTTER = 20.0
_BAND = 34.0
_COLUMN = 215.0
#: Parts of the page's height that the map takes, the most first.
_MAPS = (0.56, 0.5, 0.44, 0.38, 0.32, 0.27)
_SMALL = Style("semi", "regular", 10)
_TALLEST = 500.0


class Poster(Layout):
    """A plan as a poster."""

    name = "poster"
    #: The sizes of a sheet's columns from 12 points on, without the halves.
    STEPS = COLUMN_STEPS[2::2]

    def arrange(self) -> None:
        """Give map and list their room, in the largest type that suits them."""
        inner = self.size[0] - 2 * MARGIN
        self.columns_a_page = max(2, round((inner + _GUTTER) / (_COLUMN + _GUTTER)))
        self._column = (inner - (self.columns_a_page - 1) * _GUTTER) / self.columns_a_page
        self._half = (inner - _GUTTER) / 2
        has_map = bool(mapping.shown(self.plan))
        self._map_heights = [part * self.size[1] for part in (_MAPS if has_map else (0.0,))]
        self._map_key = MapKey(self.plan, KeySizes(size=11, note=10, pitch=17, marker=15, hang=24))
        wide = Measures(*self.STEPS[1], len(self.told), column=self._half)
        self._key = KeyBlock(self.plan, wide)
        self._colophon = Colophon(self.plan, self.run, inner, _SMALL, code=True)
        self._bottom = self.size[1] - MARGIN - self._colophon.height - 10
        self._head_lines()
        self._choose()
        self.columns = balanced(
            self._blocks, list(self.columns), self.columns_a_page, self._top, self._bottom
        )
        for index, column in enumerate(self.columns):
            self.note_page(column, index // self.columns_a_page + 1)

    def _head_lines(self) -> None:
        """The event beside its Spanish, as large as a wall asks for."""
        inner = self.size[0] - 2 * MARGIN
        half = self._half if len(self.told) > 1 else inner
        self._head: list[tuple[float, float, str, Style]] = []
        names = titles(self.plan)
        title = Style("serif", "bold", 30 if self.size[0] > 700 else 22)
        lowest = _BAND + 12.0
        for index, name in enumerate(names):
            width = half if len(names) > 1 else inner
            for row, line in enumerate(wrap(name, title, width)):
                base = _BAND + 12 + (row + 1) * title.size * 1.2
                self._head.append((MARGIN + index * (half + _GUTTER), base, line, title))
                lowest = max(lowest, base)
        bold, plain = Style("sans", "bold", 14), Style("sans", "regular", 14)
        base = end = lowest + 22
        for index, language in enumerate(self.told):
            date = wording.long_date(self.plan.event.date, language)
            span = wording.time_span(self.plan.event.starts, self.plan.event.ends, language)
            x, y = MARGIN + index * (half + _GUTTER), base
            said = [(line, bold) for line in wrap(f"{date}, {span}" if span else date, bold, half)]
            event = self.plan.event
            venue = ", ".join(filter(None, (event.venue, event.address)))
            if index == 0:
                said += [(line, plain) for line in wrap(venue, plain, half)]
            for line, style in said:
                self._head.append((x, y, line, style))
                y += 19
            end = max(end, y)
        self._head_end = end - 4

    def _choose(self) -> None:
        """The largest type, then the largest map, with which one sheet holds everything."""
        wanted = max(1, self.plan.options.fit)
        for step in self.STEPS:
            self._set_in(step)
            for high in self._map_heights:
                if self._fill_under(high) <= wanted:
                    return
        fewest = self._take_fewest()
        if fewest > 1 and len(self.plan.entries) <= FEW:
            for step in self.STEPS:  # the last takes no more than it took
                self._set_in(step)
                if self._take_fewest() <= fewest:
                    return

    def _set_in(self, step: Step) -> None:
        self.m = Measures(*step, len(self.told), column=self._column)
        self._blocks = self.sections(self.compact, _TALLEST)

    def _fill_under(self, high: float) -> int:
        """Pour the list under a map so high (0: none); the sheets that it takes."""
        self._map_high = high
        self.columns = fill(self._blocks, lambda index: self._bottom - self._top(index))
        self.pages = max(1, -(-len(self.columns) // self.columns_a_page))
        return self.pages

    def _take_fewest(self) -> int:
        """Under the map with which the list takes the fewest sheets, the largest of these."""
        return self._fill_under(min(self._map_heights, key=self._fill_under))

    def _top(self, index: int) -> float:
        """Where the column of this index starts, counted through all sheets."""
        if index >= self.columns_a_page:
            return _BAND + 16
        top = self._head_end + 8
        if self._map_high:
            top += self._map_high + 10
        return top + (self._key_height + 12 if self.shows_key else 0.0)

    @property
    def _key_height(self) -> float:
        """Shapes and notes at the left, markers and signs at the right."""
        left = self._map_key.shapes_height + self._map_key.notes_height(self._half)
        return max(left, self._key.height)

    def draw(self, document: Document) -> None:
        """Draw all sheets."""
        count = self.columns_a_page
        for number in range(self.pages):
            page = Page(document)
            self._band(page)
            if number == 0:
                self._first(page)
            for index in range(number * count, min(len(self.columns), (number + 1) * count)):
                x = MARGIN + (index % count) * (self._column + _GUTTER)
                self.columns[index].draw(page, x, self._top(index))
            top = self._bottom + 4
            page.rule(MARGIN, top, self.size[0] - 2 * MARGIN, BLOCK_RULE)
            self._colophon.draw(page, MARGIN, top + 6)
            page.finish()
            self.progress(number + 1, self.pages, "")

    def _band(self, page: Page) -> None:
        with page.artifact():
            page.box(0, 0, page.width, _BAND, ACCENT)
            page.text(MARGIN, 24, "PUERTAS", Style("semi", "black", 20), PAPER)
            if self.plan.event.city:
                style = Style("semi", "bold", 14)
                page.text_right(page.width - MARGIN, 22.5, self.plan.event.city, style, PAPER)

    def _first(self, page: Page) -> None:
        for x, base, text, style in self._head:
            with page.tag("H1" if style.family == "serif" else "P"):
                page.text(x, base, text, style)
        y = self._head_end + 8
        if self._map_high:
            width = self.size[0] - 2 * MARGIN
            maps = mapping.make(self.plan, (width, self._map_high), None, "poster")
            if maps:
                page.outline(wording.word("map", self.told[0]), "map", y)
                mapping.draw(page, maps.main, MARGIN, y)
            y += self._map_high + 10
        if self.shows_key:
            half = self._half
            self._map_key.shapes(page, (MARGIN, y + 3), half)
            low = y + 3 + self._map_key.shapes_height
            self._map_key.notes(page, (MARGIN, low), half)
            self._key.draw(page, MARGIN + half + _GUTTER, y)
        if not self.plan.entries:
            for index, language in enumerate(self.told):
                text, style = wording.word("nothing", language), Style("sans", "regular", 14)
                page.text(MARGIN, y + 20 + index * 19, text, style)
