"""The poster: the map large, its list in columns below; what does not fit on further sheets."""

from collections.abc import Callable

from directory_app.guides import wording
from directory_app.guides.layouts import mapping
from directory_app.guides.layouts.blocks import HeadBlock, KeyBlock
from directory_app.guides.layouts.colophon import Colophon
from directory_app.guides.layouts.columns import Column, SectionBlocks, compact, fill, sections
from directory_app.guides.layouts.facts import facts
from directory_app.guides.layouts.furniture import Run, titles
from directory_app.guides.layouts.kinds import paper_size
from directory_app.guides.layouts.legend import KeySizes, MapKey
from directory_app.guides.layouts.measures import BLOCK_RULE, Measures
from directory_app.guides.layouts.rendered import Rendered
from directory_app.guides.page import ACCENT, PAPER, Page
from directory_app.guides.pdf import Document
from directory_app.guides.planning import Plan
from directory_app.guides.typesetting import Style, wrap
from directory_app.progress import Progress

MARGIN = 36.0
_GUTTER = 20.0
_BAND = 34.0
#: (size, line, name, section, marker, hang), the largest first; 10 is the floor.
STEPS = (
    (12.0, 15.0, 14.0, 16.0, 19.0, 26.0),
    (11.0, 13.4, 12.7, 14.5, 17.0, 24.0),
    (10.0, 12.0, 11.5, 13.0, 15.0, 22.0),
)
_COLUMN = 215.0
#: Parts of the page's height that the map takes, the most first.
_MAPS = (0.56, 0.5, 0.44, 0.38, 0.32, 0.27)
_SMALL = Style("semi", "regular", 10)
_TALLEST = 500.0
#: Of more businesses the further sheets are full anyhow.
_FEW = 150


def measures(step: int, languages: int, column: float) -> Measures:
    """The sizes of a step of type in a column."""
    size, line, name, section, marker, hang = STEPS[step]
    return Measures(size, line, name, section, marker, hang, languages, column=column)


class Poster:
    """A plan as a poster."""

    def __init__(self, plan: Plan, run: Run, progress: Progress) -> None:
        self.plan = plan
        self.run = run
        self._progress = progress
        self.size = paper_size("poster", plan.options.paper)
        inner = self.size[0] - 2 * MARGIN
        self.columns_a_page = max(2, round((inner + _GUTTER) / (_COLUMN + _GUTTER)))
        self._column = (inner - (self.columns_a_page - 1) * _GUTTER) / self.columns_a_page
        self.facts = {e.listing.code: facts(plan, e) for e in plan.entries}
        self._has_map = bool(mapping.shown(plan))
        self._map_key = MapKey(plan, KeySizes(size=11, note=10, pitch=17, marker=15, hang=24))
        self._colophon = Colophon(plan, run, inner, _SMALL, code=True)
        self._bottom = self.size[1] - MARGIN - self._colophon.height - 10
        self._head_lines()
        self._choose()
        self._note_pages()

    def _head_lines(self) -> None:
        """The event beside its Spanish, as large as a wall asks for."""
        told = self.plan.options.languages
        inner = self.size[0] - 2 * MARGIN
        half = (inner - _GUTTER) / 2 if len(told) > 1 else inner
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
        for index, language in enumerate(told):
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
        for step in range(len(STEPS)):
            self.m = measures(step, len(self.plan.options.languages), self._column)
            wide = measures(1, len(self.plan.options.languages), self._wide_half)
            self._key = KeyBlock(self.plan, wide)
            blocks = self._blocks()
            for part in _MAPS if self._has_map else (0.0,):
                self._map_high = part * self.size[1]
                columns = fill(blocks, self._room) if blocks else []
                if len(columns) <= self.columns_a_page * max(1, self.plan.options.fit):
                    self.columns = self._balanced(blocks, columns)
                    return
            if len(self.plan.entries) > 150 and step < len(STEPS) - 1:
                continue
        self._take_fewest(blocks)
        fewest = self._sheets_of(self.columns)
        if fewest > 1 and len(self.plan.entries) <= _FEW:
            self._take_largest(fewest)

    def _take_fewest(self, blocks: list[SectionBlocks]) -> None:
        """The map with which the list takes the fewest sheets, the larger of two."""
        fewest = 0
        for part in _MAPS if self._has_map else (0.0,):
            self._map_high = part * self.size[1]
            tried = fill(blocks, self._room) if blocks else []
            sheets = -(-len(tried) // self.columns_a_page)
            if not fewest or sheets < fewest:
                fewest, best, columns = sheets, self._map_high, tried
        self._map_high = best
        self.columns = self._balanced(blocks, columns)

    def _sheets_of(self, columns: list[Column]) -> int:
        return max(1, -(-len(columns) // self.columns_a_page))

    def _take_largest(self, fewest: int) -> None:
        """The largest type that takes no sheet more: what is on a second one fills it."""
        kept = self.m, self.columns, self._map_high
        for step in range(len(STEPS) - 1):
            self.m = measures(step, len(self.plan.options.languages), self._column)
            self._take_fewest(self._blocks())
            if self._sheets_of(self.columns) <= fewest:
                return
        self.m, self.columns, self._map_high = kept

    def _blocks(self) -> list[SectionBlocks]:
        block = compact(self.facts, self.m)
        return sections(self.plan, self.m, block, _TALLEST, self._progress)

    def _top(self, index: int) -> float:
        """Where the column of this index starts, counted through all sheets."""
        if index >= self.columns_a_page:
            return _BAND + 16
        top = self._head_end + 8
        if self._map_high:
            top += self._map_high + 10
        return top + (self._key_height + 12 if self._shows_key else 0.0)

    @property
    def _key_height(self) -> float:
        """Shapes and notes at the left, markers and signs at the right."""
        left = self._map_key.shapes_height + self._map_key.notes_height(self._wide_half)
        return max(left, self._key.height)

    @property
    def _wide_half(self) -> float:
        return (self.size[0] - 2 * MARGIN - _GUTTER) / 2

    @property
    def _shows_key(self) -> bool:
        return self.plan.options.shows("how_to") and bool(self.plan.entries)

    def _room(self, index: int) -> float:
        return self._bottom - self._top(index)

    def _balanced(self, blocks: list[SectionBlocks], columns: list[Column]) -> list[Column]:
        """Make the columns of the last sheet end at about the same height."""
        if not columns:
            return columns
        count = self.columns_a_page
        first = (len(columns) - 1) // count * count
        best, low, high = columns, self._top(first), self._bottom
        for _ in range(9):
            middle = (low + high) / 2
            tried = fill(blocks, self._until(first, middle))
            tall = any(column.used > column.room + 0.01 for column in tried)
            if len(tried) <= first + count and not tall:
                best, high = tried, middle
            else:
                low = middle
        return best

    def _until(self, first: int, end: float) -> Callable[[int], float]:
        return lambda index: (end if index >= first else self._bottom) - self._top(index)

    def _note_pages(self) -> None:
        self.page_of: dict[str, int] = {}
        for index, column in enumerate(self.columns):
            for _, block, _ in column.placed:
                if not isinstance(block, HeadBlock):
                    page = index // self.columns_a_page + 1
                    self.page_of.setdefault(block.entry.listing.code, page)
        self.pages = max(1, -(-len(self.columns) // self.columns_a_page))

    @property
    def sheets(self) -> int:
        """How many sheets of paper a copy takes."""
        return self.pages

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
                self._column_at(page, x, self._top(index), self.columns[index])
            top = self._bottom + 4
            page.rule(MARGIN, top, self.size[0] - 2 * MARGIN, BLOCK_RULE)
            self._colophon.draw(page, MARGIN, top + 6)
            page.finish()
            self._progress(number + 1, self.pages, "")

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
                page.outline(wording.word("map", self.plan.options.languages[0]), "map", y)
                mapping.draw(page, maps.main, MARGIN, y)
            y += self._map_high + 10
        if self._shows_key:
            half = self._wide_half
            self._map_key.shapes(page, (MARGIN, y + 3), half)
            low = y + 3 + self._map_key.shapes_height
            self._map_key.notes(page, (MARGIN, low), half)
            self._key.draw(page, MARGIN + half + _GUTTER, y)
        if not self.plan.entries:
            for index, language in enumerate(self.plan.options.languages):
                text, style = wording.word("nothing", language), Style("sans", "regular", 14)
                page.text(MARGIN, y + 20 + index * 19, text, style)

    def _column_at(self, page: Page, x: float, y: float, column: Column) -> None:
        for offset, block, ruled in column.placed:
            if isinstance(block, HeadBlock):
                block.draw(page, x, y + offset)
                if not block.continued:
                    key = f"s-{block.section.key}"
                    page.outline(block.section.titles[0], key, y + offset)
            else:
                block.draw(page, x, y + offset, ruled=ruled)


def arrange(plan: Plan, run: Run, progress: Progress) -> Poster:
    """Everything in its place, and nothing drawn yet."""
    return Poster(plan, run, progress)


def render(plan: Plan, run: Run, progress: Progress) -> Rendered:
    """The PDF of a plan."""
    made = arrange(plan, run, progress)
    title = next(iter(titles(plan)), "Puertas")
    document = Document(made.size, title, plan.options.languages[0], run.made_at)
    made.draw(document)
    return Rendered(
        document.finish(), made.pages, made.page_of, made.facts, made.sheets, made.m.size
    )


__all__ = ["Poster", "measures", "render"]
