"""The pocket book: eight small pages from one sheet printed on one side, folded and cut once.

The map is pages 4 and 5, which lie side by side on the sheet. What eight pages do not hold
goes on in a further book.
"""

import io

import pikepdf

from directory_app.guides.imposition import Placed, Sheet, impose
from directory_app.guides.layouts import cover, mapping, marks
from directory_app.guides.layouts.colophon import Colophon
from directory_app.guides.layouts.columns import Column, fill
from directory_app.guides.layouts.cover import CoverSizes
from directory_app.guides.layouts.entry import EntryBlock
from directory_app.guides.layouts.furniture import titles
from directory_app.guides.layouts.layout import SteppedLayout
from directory_app.guides.layouts.legend import KeySizes, MapKey
from directory_app.guides.layouts.measures import HAIR, POCKET_STEPS, Measures, Step
from directory_app.guides.layouts.words import say
from directory_app.guides.page import ACCENT, PAPER, Page
from directory_app.guides.pdf import Document
from directory_app.guides.planning import Entry
from directory_app.guides.typesetting import Style, measure, wrap

MARGIN = 12.5
_PAGES = 8
_COVER = CoverSizes(
    band=30, mark=17, words=9, title=11, text=9, stroke=4, margin=MARGIN
)  # fmt: skip
_NUMBER = Style("cond", "black", 12)
_SMALL = Style("cond", "regular", 9)
_FOOT = 18.0
_TOP = 10.0
_MAP_TOP = 30.0


class StackedEntry(EntryBlock):
    """A compact entry for a narrow column: a sign, then what it sells and its hours in a row."""

    def _set(self) -> None:
        self._set_name()
        self._set_place()
        self._set_pair(self.facts.place, self._m.body)
        for index in range(self._m.languages):
            self._language(index)

    def _language(self, index: int) -> None:
        m, f = self._m, self.facts
        sells = f.description[index : index + 1] if len(f.description) > 1 else f.description
        said = [f"{text.rstrip('.')}." for text in sells if index == 0 or len(f.description) > 1]
        if f.hours and (index == 0 or len(f.hours) > 1):
            said.append("; ".join(f.hours[index if len(f.hours) > 1 else 0]))
        if not said:
            return
        kind = marks.SIGN_OF[self.entry.state]
        self._rows.signs.append((m.hang, self._base, m.size, kind))
        indent = 1.04 * m.size
        for line in wrap(" ".join(said), m.pair, m.text_width - indent):
            self._rows.texts.append((m.hang + indent, self._base, line, m.pair))
            self._base += m.line


class Pocket(SteppedLayout):
    """A plan as one or more pocket books."""

    name = "pocket"
    STEPS, LEAST_LINES, FULL_COLUMN = POCKET_STEPS, 5, 260.0

    def arrange(self) -> None:
        """Give the list its pages, in the largest type that suits it."""
        self._sheet = self.size
        self.size = (self._sheet[0] / 4, self._sheet[1] / 2)
        self._column = self.size[0] - 2 * MARGIN
        self.has_map = bool(mapping.shown(self.plan))
        self._colophon = Colophon(self.plan, self.run, self._column, _SMALL, code=False)
        self._code = Colophon(self.plan, self.run, self._column, _SMALL, code=True)
        self.take_largest()
        self.pages = self.books * _PAGES
        for index, column in enumerate(self.columns):
            book, number = self._place(index)
            self.note_page(column, book * _PAGES + number)

    def set_in(self, step: Step) -> None:
        """Set the list in a step of type."""
        self.m = Measures(*step, len(self.told), 1.7, 2.2, 6.0, column=self._column)
        self.columns = fill(self.sections(self._block, self.size[1] - 120), self._room)
        first = len(self._list_pages(0))
        self.books = 1 + -(-max(0, len(self.columns) - first) // 7)

    def _block(self, entry: Entry) -> EntryBlock:
        return StackedEntry(entry, self.facts[entry.listing.code], self.m)

    def _list_pages(self, book: int) -> list[int]:
        """The pages (from 1) of a book that hold the list."""
        if book == 0 and self.has_map:
            return [2, 3, 6, 7, 8]
        return list(range(2, _PAGES + 1))

    @property
    def most_columns(self) -> int:
        """The list's pages of one book, or of as many as may be taken."""
        return len(self._list_pages(0)) + 7 * max(0, self.plan.options.fit - 1)

    def _place(self, index: int) -> tuple[int, int]:
        """(book from 0, page from 1) of the column of this index."""
        first = self._list_pages(0)
        if index < len(first):
            return 0, first[index]
        book, rest = divmod(index - len(first), 7)
        return book + 1, rest + 2

    def _room(self, index: int) -> float:
        room = self.size[1] - _TOP - _FOOT
        if self._place(index)[1] == _PAGES:
            room -= self._colophon.height + 8
        return room

    @property
    def sheets(self) -> int:
        """How many sheets of paper a copy takes."""
        return self.books

    def draw(self, document: Document) -> None:
        """Draw the small pages of every book in reading order."""
        places = {self._place(index): column for index, column in enumerate(self.columns)}
        for book in range(self.books):
            for number in range(1, _PAGES + 1):
                page = Page(document)
                if number == 1:
                    self._front(page, book)
                elif book == 0 and self.has_map and number in (4, 5):
                    if number == 4:  # not before: the cover alone is wanted first
                        self._plan_map()
                    self._map_page(page, number - 4)
                if (book, number) in places:
                    places[book, number].draw(page, MARGIN, _TOP)
                if number == _PAGES:
                    self._last(page, places.get((book, number)))
                if number > 1:
                    self._number(page, number)
                page.finish()
            self.progress(book + 1, self.books, "")

    def _front(self, page: Page, book: int) -> None:
        if book == 0 and self.shows("cover"):
            cover.draw(page, self.plan, (0, 0, *self.size), _COVER)
            return
        with page.artifact():
            page.box(0, 0, page.width, _COVER.band, ACCENT)
            style = Style("semi", "black", _COVER.mark)
            page.text(MARGIN, 0.5 * _COVER.band + 0.36 * _COVER.mark, "PUERTAS", style, PAPER)
        base = 56.0
        for name in titles(self.plan):
            for line in wrap(name, Style("serif", "bold", 14), self._column):
                with page.tag("H1"):
                    page.text(MARGIN, base, line, Style("serif", "bold", 14))
                base += 18
        if self.books > 1:
            for language in self.told:
                text = say("book_of", language, book=str(book + 1), books=str(self.books))
                page.text(MARGIN, base, text, Style("sans", "bold", 10))
                base += 14

    def _last(self, page: Page, column: Column | None) -> None:
        """The colophon at the foot of the last page, with the code where there is room."""
        used = _TOP + column.used if column else _TOP
        bottom = page.height - _FOOT - 2
        shown = self._code if used + 14 + self._code.height + 8 < bottom else self._colophon
        top = bottom - shown.height
        page.rule(MARGIN, top - 6, self._column, HAIR)
        shown.draw(page, MARGIN, top)

    def _number(self, page: Page, number: int) -> None:
        base = page.height - 8
        with page.artifact():
            if number % 2:
                page.text_right(page.width - MARGIN, base, str(number), _NUMBER)
            else:
                page.text(MARGIN, base, str(number), _NUMBER)

    def _plan_map(self) -> None:
        self._map_key = MapKey(
            self.plan,
            KeySizes(pitch=13, marker=11.5, hang=16, size=9, note=9, gap=6, family="cond"),
        )
        low = max(self._map_key.shapes_height, self._map_key.meanings_height(self._column))
        high = self.size[1] - _MAP_TOP - low - _FOOT - 6
        width = 2 * (self.size[0] - MARGIN)
        maps = mapping.make(self.plan, (width, high), None, "pocket")
        assert maps is not None  # only made where somebody is on the map
        self._map = maps.main

    def imposed(self, data: bytes) -> tuple[bytes, int]:
        """Sheets to fold, or with ``imposed`` off the small pages one by one."""
        if not self.plan.options.imposed:
            return data, self.pages
        with pikepdf.open(io.BytesIO(data)) as source:
            return impose(source, _sheets(self.books, self.size)), self.books

    def _map_page(self, page: Page, side: int) -> None:
        title = Style("serif", "bold", 11)
        if side < len(self.told):
            text = say("map", self.told[side])
            x = page.width - MARGIN - measure(text, title) if side else MARGIN
            page.text(x, 22, text, title)
        if not side:
            page.outline(say("map", self.told[0]), "map", 10)
        half = self.size[0] - MARGIN
        shift = -half if side else MARGIN
        mapping.draw(page, mapping.part(self._map, -shift, page.width), shift, _MAP_TOP)
        at = (MARGIN, _MAP_TOP + self._map.height + 5)
        if side:
            self._map_key.meanings(page, at, self._column)
        else:
            self._map_key.shapes(page, at, self._column)


def _sheets(books: int, size: tuple[float, float]) -> list[Sheet]:
    """One side of a sheet a book: the upper row upside down, so that the pages fold round."""
    wide, high = size
    out = []
    for book in range(books):
        upper = [
            Placed(book * _PAGES + number - 1, column * wide, high, turned=True)
            for column, number in enumerate((5, 4, 3, 2))
        ]
        lower = [
            Placed(book * _PAGES + number - 1, column * wide, 0.0)
            for column, number in enumerate((6, 7, 8, 1))
        ]
        out.append(Sheet(4 * wide, 2 * high, (*upper, *lower), _marks(wide, high)))
    return out


def _marks(wide: float, high: float) -> str:
    """The cut as a solid line with scissors, the folds as ticks at the edges."""
    total, top = 4 * wide, 2 * high
    code = ["q 0 G 0.8 w", f"{wide:g} {high:g} m {3 * wide:g} {high:g} l S", "0.6 w"]
    for column in (1, 2, 3):
        x = column * wide
        for start, end in ((0.0, 3.0), (5.5, 8.5)):
            code.append(f"{x:g} {start:g} m {x:g} {end:g} l S")
            code.append(f"{x:g} {top - start:g} m {x:g} {top - end:g} l S")
    for start, end in ((0.0, 3.0), (5.5, 8.5)):
        code.append(f"{start:g} {high:g} m {end:g} {high:g} l S")
        code.append(f"{total - start:g} {high:g} m {total - end:g} {high:g} l S")
    x, y = wide, high
    code.append(
        f"0.9 w {x - 9:g} {y - 2.6:g} m {x:g} {y + 1.6:g} l S "
        f"{x - 9:g} {y + 2.6:g} m {x:g} {y - 1.6:g} l S"
    )
    for dy in (-3.4, 3.4):
        code.append(_ring(x - 11, y + dy, 2.0))
    return " ".join([*code, "Q"])


def _ring(x: float, y: float, r: float) -> str:
    k = r * 0.5523
    return (
        f"{x - r:g} {y:g} m {x - r:g} {y + k:g} {x - k:g} {y + r:g} {x:g} {y + r:g} c "
        f"{x + k:g} {y + r:g} {x + r:g} {y + k:g} {x + r:g} {y:g} c "
        f"{x + r:g} {y - k:g} {x + k:g} {y - r:g} {x:g} {y - r:g} c "
        f"{x - k:g} {y - r:g} {x - r:g} {y - k:g} {x - r:g} {y:g} c S"
    )
