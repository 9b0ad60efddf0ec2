"""The booklet: cover, how to use it, contents, sections, the map in the middle, indexes.

Half-size pages, made in reading order; imposition puts them on sheets for folding.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from directory_app.guides.imposition import booklet_sheets
from directory_app.guides.layouts import cover, mapping
from directory_app.guides.layouts.atlas import Atlas
from directory_app.guides.layouts.columns import Column, SectionBlocks
from directory_app.guides.layouts.cover import CoverSizes
from directory_app.guides.layouts.entry import FullMeasures
from directory_app.guides.layouts.indexes import Index
from directory_app.guides.layouts.layout import FEW, Layout
from directory_app.guides.layouts.leaves import (
    BOTTOM,
    INNER,
    OUTER,
    TITLE,
    TOP,
    BackCover,
    Contents,
    HowTo,
    Line,
    NotesPage,
    Spread,
    left_edge,
    page_title,
    running_foot,
)
from directory_app.guides.layouts.legend import MapKey
from directory_app.guides.layouts.measures import FULL_STEPS
from directory_app.guides.layouts.words import say
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.typesetting import set_line

_COVER = CoverSizes(band=50, mark=30, words=12, title=17, text=12, stroke=7, margin=30)
_INDEXES = ("index_name", "index_town", "index_cuisine")
#: The step of type that is taken unless a larger one costs no sheet.
_USUAL = 2
#: Ways for sections to begin, from the most generous: on a left page, on a new page, anywhere.
_WAYS = ("left", "page", "run")
#: Pages after which what was set is forgotten.
_FORGET = 500
Draw = Callable[[Page, int], None]


@dataclass(slots=True)
class Leaf:
    """One page: what draws it, and the words at its foot."""

    draw: Draw
    running: tuple[str, ...] = ()
    numbered: bool = True


class Pager:
    """Gives out page numbers in order; the map's two in the middle are taken."""

    def __init__(self, taken: tuple[int, ...] = ()) -> None:
        self._taken = taken
        self._last = 0

    def next(self, *, left: bool = False) -> int:
        """The next free page, or the next free left (even) one."""
        self._last += 1
        while self._last in self._taken or (left and self._last % 2):
            self._last += 1
        return self._last

    @property
    def last(self) -> int:
        """The last page given out."""
        return self._last


class Arrangement:
    """Which page holds what, for one step of type and one way for sections to begin."""

    def __init__(self, book: "Booklet", blocks: list[SectionBlocks], way: str) -> None:
        self._book = book
        self._blocks = blocks
        self._way = way
        self.end = 0
        self.columns: dict[int, Column] = {}
        self.index_pages: list[tuple[int, Index, Any]] = []
        self.m, self.how_to = book.m, book.how_to
        self.page_of: dict[str, int] = {}
        self.section_pages: list[int] = []
        self.indexes: list[tuple[str, int]] = []
        self.map_page = 0
        self.atlas_pages: list[int] = []
        shows_map = book.map is not None
        self._pour(Pager())
        self.pages = self._whole(self.end + 1 + (2 if shows_map else 0))
        if shows_map:
            middle = self.pages // 2
            self.map_page = middle
            self._pour(Pager((middle, middle + 1)))
            self.pages = max(self.pages, self._whole(self.end + 1))

    def release(self) -> None:
        """Let go of what only placing needed: each page keeps its own blocks until it is drawn."""
        self._blocks = []
        self.columns = {}
        self.index_pages = []

    @staticmethod
    def _whole(pages: int) -> int:
        return max(4, -(-pages // 4) * 4)

    def _pour(self, pager: Pager) -> None:
        """Give everything its page."""
        plan, book = self._book.plan, self._book
        self.columns = {}
        self.page_of = {}
        self.section_pages = []
        self.cover = pager.next() if plan.options.shows("cover") else 0
        self.how_to_page = pager.next() if book.how_to.wanted else 0
        self.contents = [pager.next() for _ in range(book.contents_pages)]
        for section in self._blocks:
            self._section(section, pager)
        self.atlas_pages = [pager.next() for _ in range(book.atlas.pages)]
        self.index_pages = []
        self.indexes = []
        for index in book.indexes:
            for number, columns in enumerate(index.pour(lambda _: book.index_room)):
                page = pager.next()
                if not number:
                    self.indexes.append((index.key, page))
                self.index_pages.append((page, index, columns))
        self.end = pager.last

    def _section(self, section: SectionBlocks, pager: Pager) -> None:
        room = self._book.room
        page = pager.last
        fresh = True
        for entry in section.entries:
            column = self.columns.get(page)
            head = section.head if fresh else None
            gap = 6.0 if column and column.placed else 0.0
            need = entry.height + (head.height + gap if head else 0.0)
            turn = column is None or not column.fits(need) or (fresh and self._way != "run")
            if turn:
                page = pager.next(left=fresh and self._way == "left")
                column = self.columns[page] = Column(room)
                head, gap = head or section.again, 0.0
            assert column is not None
            if fresh:
                self.section_pages.append(page)
            if head:
                column.put(head, gap=gap)
            column.put(entry, ruled=head is None)
            self.page_of.setdefault(entry.entry.listing.code, page)
            fresh = False


class Booklet(Layout):
    """A plan set as a booklet. ``paper`` is the sheet; a page is half of it."""

    name = "booklet"
    how_to: HowTo
    contents_pages: int

    def arrange(self) -> None:
        """Give every part its pages, in the type that suits best."""
        self.size = (self.size[0] / 2, self.size[1])
        self.column = self.size[0] - INNER - OUTER
        self.room = self.size[1] - TOP - BOTTOM
        self.index_room = self.room - TITLE
        self.map = Spread(self.plan, self.size) if mapping.shown(self.plan) else None
        self.atlas = Atlas(self.plan)
        self._map_key = MapKey(self.plan, unmapped=[]) if self.atlas.pages else None
        self.indexes = [
            Index(self.plan, key, self.column, self._digits())
            for key in _INDEXES
            if self.plan.entries and self.shows(key)
        ]
        self.arranged = chosen = self._fitted() if self.plan.options.fit else self._usual()
        self.m, self.how_to, self.page_of = chosen.m, chosen.how_to, chosen.page_of
        self.pages = chosen.pages
        self.columns = list(chosen.columns.values())
        self._long = super().in_pieces
        self.leaves = dict(self._all_leaves(chosen))
        self.columns = ()
        chosen.release()

    @property
    def in_pieces(self) -> set[str]:
        """The codes of entries that go on on another page."""
        return self._long

    def _digits(self) -> int:
        return 999 if len(self.plan.entries) < 3000 else 9999

    def _usual(self) -> Arrangement:
        """The largest type that costs no sheet more than the usual one."""
        usual = self._arranged(_USUAL)
        if len(self.plan.entries) <= FEW:
            for step in range(_USUAL):
                tried = self._arranged(step)
                if tried.pages <= usual.pages:
                    return tried
        return usual

    def _fitted(self) -> Arrangement:
        """The largest type that keeps to the sheets wanted; in short words if it must be."""
        for short in (False, True):
            for step in range(len(FULL_STEPS)):
                tried = self._arranged(step, short=short)
                if tried.pages // 4 <= self.plan.options.fit:
                    return tried
        return tried

    def _arranged(self, step: int, *, short: bool = False) -> Arrangement:
        self.m = m = FullMeasures(
            *FULL_STEPS[step], len(self.told), 4.0, 4.6, 14.0, column=self.column, thick=4.0,
            qr=self.shows("qr"), told=self.told, short=short, flowing=not short,
        )  # fmt: skip
        self.how_to = HowTo(self.plan, m, self.room)
        self.contents_pages = self._contents_pages()
        blocks = self.sections(lambda entry: self.full(entry, m), self.room - 60, again=0.8)
        least = Arrangement(self, blocks, "run")
        for way in _WAYS[:-1]:
            tried = Arrangement(self, blocks, way)
            if tried.pages <= least.pages:
                least = tried
                break
        return least

    def _contents_pages(self) -> int:
        if not self.shows("contents") or not self.plan.entries:
            return 0
        return Contents(self.plan, self.run, self._lines(None), self.column, self.room).pages

    def _lines(self, arranged: Arrangement | None) -> list[Line]:
        """The lines of the contents; without an arrangement the pages are not known yet."""
        plan = self.plan

        def named(key: str) -> tuple[str, ...]:
            return tuple(say(key, language) for language in self.told)

        lines = []
        if self.how_to.wanted:
            lines.append(Line(named(self.how_to.key), arranged.how_to_page if arranged else 0))
        for number, section in enumerate(plan.sections):
            page = arranged.section_pages[number] if arranged else 0
            lines.append(Line(section.titles, page, section.letter, section.shape))
        if self.map is not None:
            lines.append(Line(named("map"), arranged.map_page if arranged else 0, strong=True))
        if self.atlas.pages:
            page = arranged.atlas_pages[0] if arranged else 0
            lines.append(Line(self.atlas.titles(0), page, strong=True))
        for number, index in enumerate(self.indexes):
            page = arranged.indexes[number][1] if arranged else 0
            lines.append(Line(named(index.key), page, strong=number == 0))
        return lines

    def _all_leaves(self, a: Arrangement) -> Iterator[tuple[int, Leaf]]:
        def named(key: str) -> tuple[str, ...]:
            return tuple(say(key, language) for language in self.told)

        if a.cover:
            yield a.cover, Leaf(self._draw_cover, numbered=False)
        if a.how_to_page:
            yield a.how_to_page, Leaf(self.how_to.draw, named(self.how_to.key))
        if a.contents:
            contents = Contents(self.plan, self.run, self._lines(a), self.column, self.room)
            for number, page in enumerate(a.contents):
                yield page, Leaf(contents.drawer(number), named("contents"))
        for page, column in a.columns.items():
            section = column.placed[0][1].section  # type: ignore[union-attr]
            yield page, Leaf(self._list_drawer(column), section.titles)
        if self.map is not None:
            for side in (0, 1):
                yield a.map_page + side, Leaf(self.map.drawer(side))
        for number, page in enumerate(a.atlas_pages):
            yield page, Leaf(self._atlas_drawer(number), self.atlas.titles(0))
        for page, index, columns in a.index_pages:
            first = dict(a.indexes)[index.key] == page
            yield page, Leaf(self._index_drawer(index, columns, first=first), named(index.key))
        last = max([a.end, a.map_page + 1 if a.map_page else 0])
        for page in range(last + 1, a.pages):
            yield page, Leaf(NotesPage(self.plan, self.size).draw, named("notes"))
        yield a.pages, Leaf(BackCover(self.plan, self.run, self.size).draw, numbered=False)

    def _draw_cover(self, page: Page, number: int) -> None:
        cover.draw(page, self.plan, (0, 0, *self.size), _COVER)

    def _list_drawer(self, column: Column) -> Draw:
        def draw(page: Page, number: int) -> None:
            column.draw(page, left_edge(number), TOP - 2, outline=2)

        return draw

    def _atlas_drawer(self, index: int) -> Draw:
        def draw(page: Page, number: int) -> None:
            x, high, key = left_edge(number), self.room, self._map_key
            if index or key is None:
                self.atlas.draw(page, index, (x, TOP - 2, self.column, high), 14)
                return
            page_title(page, x, self.column, self.atlas.titles(0))
            under = key.shapes_height + 4 + key.meanings_height(self.column)
            top = TOP + TITLE - 6
            box = (x, top, self.column, high - (top - TOP) - under - 12)
            self.atlas.draw(page, 0, box, 14)
            y = TOP + high - under
            key.shapes(page, (x, y), self.column)
            key.meanings(page, (x, y + key.shapes_height + 4), self.column)

        return draw

    def _index_drawer(self, index: Index, columns: Any, *, first: bool) -> Draw:
        def draw(page: Page, number: int) -> None:
            x = left_edge(number)
            words = tuple(say(index.key, lang) for lang in self.told)
            page_title(page, x, self.column, words)
            if first:
                page.outline(words[0], index.key, TOP)
            index.draw(page, x, TOP + TITLE, columns, self.arranged.page_of)

        return draw

    @property
    def sheets(self) -> int:
        """Four pages a sheet."""
        return self.pages // 4

    def imposed(self, data: bytes) -> tuple[bytes, int]:
        """Sheets to fold, or with ``imposed`` off the pages one by one."""
        if not self.plan.options.imposed:
            return data, self.pages
        return booklet_sheets(data), self.pages // 2

    def draw(self, document: Document) -> None:
        """Draw all pages in reading order."""
        for number in range(1, self.pages + 1):
            page = Page(document)
            found = self.leaves.pop(number, None)  # thousands of drawn pages would fill the memory
            if found:
                found.draw(page, number)
                if found.numbered:
                    running_foot(page, number, found.running)
            page.finish()
            if number % 20 == 0:
                self.progress(number, self.pages, "")
            if number % _FORGET == 0:
                set_line.cache_clear()  # lines of thousands of businesses are set but twice
        if self.pages > _FORGET:
            set_line.cache_clear()
            self.indexes.clear()
