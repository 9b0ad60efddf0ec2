"""The indexes of a booklet: by name, by town and by what is sold, in columns, with pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from directory_app.guides import cuisine_names, wording
from directory_app.guides.layouts import marks
from directory_app.guides.layouts.facts import Pair
from directory_app.guides.layouts.measures import GUTTER, HAIR, MARGIN, THICK
from directory_app.guides.page import Page
from directory_app.guides.planning import Entry, Plan
from directory_app.guides.typesetting import Style, measure, wrap
from directory_app.guides.wording import section as section_word
from directory_app.model import categories
from directory_app.model.text import fold

#: Above a heading that is not the first of its column.
_ABOVE = 2.0
#: A longer name goes on in further rows, so that no row is taller than a column.
_MOST_LINES = 12


@dataclass(frozen=True)
class IndexSizes:
    """Sizes in points; ``columns`` with ``gutter`` between them."""

    size: float = 10.5
    line: float = 14.0
    marker: float = 12.4
    columns: int = 2
    gutter: float = 16.0

    def style(self, family: str, weight: str) -> Style:
        """A style of this size."""
        return Style(family, weight, self.size)


@dataclass(slots=True)
class Row:
    """A heading (no entry), or a name that leads to an entry. ``again``: what stands above it."""

    lines: tuple[str, ...]
    entry: Entry | None = None
    own_script: bool = False
    ruled: bool = False
    heading: Pair = ()
    continues: bool = False

    line: float = 14.0

    @property
    def height(self) -> float:
        """The height without the air above a heading."""
        return max(1, len(self.lines)) * self.line + (4.0 if self.ruled else 0.0)


class Index:
    """One index. ``key`` is index_name, index_town or index_cuisine."""

    def __init__(
        self, plan: Plan, key: str, width: float, pages: int = 999, sizes: IndexSizes | None = None
    ) -> None:
        self.key = key
        self._s = s = sizes or IndexSizes()
        self.width = (width - (s.columns - 1) * s.gutter) / s.columns
        self._name_style, self._narrow = s.style("semi", "regular"), s.style("cond", "regular")
        self._bold = s.style("semi", "bold")
        self._outside = len(plan.entries) > 99
        figure = 0.59 * s.size
        self._marker_right = self.width - len(str(pages)) * figure - 0.67 * s.size
        number = len(str(len(plan.entries))) * figure if self._outside else 0.0
        marker = 1.15 * s.size + number if self._outside else s.marker
        self._name_width = self._marker_right - marker - 5
        rows = {"index_name": _by_name, "index_town": _by_town, "index_cuisine": _by_cuisine}[key]
        self.rows = list(self._set(rows(plan)))

    def _set(self, found: Iterator[Row]) -> Iterator[Row]:
        """The rows with their names on lines."""
        for row in found:
            row.line = self._s.line
            if row.entry is None:
                row.lines = tuple(self._heading_lines(row.heading))
                yield row
                continue
            text = row.lines[0]
            row.lines = tuple(wrap(text, self._style(row, text), self._name_width))
            yield from _in_pieces(row)

    def _style(self, row: Row, text: str) -> Style:
        """Semi-condensed where it fits on the line, else condensed."""
        if row.own_script:
            return self._bold
        fits = measure(text, self._name_style) <= self._name_width
        return self._name_style if fits else self._narrow

    def _heading_lines(self, heading: Pair) -> list[str]:
        """Both languages on a line where there is room: an empty line says so."""
        if len(heading) == 1:
            return wrap(heading[0], self._bold, self.width)
        half = self.width / 2
        if all(measure(text, self._bold) <= half - 4 for text in heading):
            return [""]
        return [line for text in heading for line in wrap(text, self._bold, self.width)]

    def pour(self, room: Callable[[int], float]) -> list[list[list[Row]]]:
        """Pages of columns of rows; ``room`` is the height on each page, from 0."""
        columns: list[list[Row]] = [[]]
        used, last = 0.0, Row(())
        for number, row in enumerate(self.rows):
            left = room((len(columns) - 1) // self._s.columns) - used
            need = row.height + (_ABOVE if row.entry is None and columns[-1] else 0.0)
            after = self.rows[number + 1].height if row.entry is None else 0.0
            if columns[-1] and need + after > left + 0.01:
                columns.append([])
                used = 0.0
                if row.entry is not None and len(last.heading) and last.heading[0] != "letter":
                    columns[-1].append(last)
                    used = last.height
                need = row.height
            columns[-1].append(row)
            used += need
            if row.entry is None:
                last = row
        return [
            columns[start : start + self._s.columns]
            for start in range(0, len(columns), self._s.columns)
        ]

    def draw(
        self, page: Page, x: float, y: float, columns: Sequence[Sequence[Row]],
        pages: Mapping[str, int],
    ) -> None:  # fmt: skip
        """Draw columns with their upper left corner at (x, y)."""
        for index, column in enumerate(columns):
            self._column(page, x + index * (self.width + self._s.gutter), y, column, pages)

    def _column(
        self, page: Page, x: float, y: float, rows: Sequence[Row], pages: Mapping[str, int]
    ) -> None:
        tops = list(self._tops(y, rows))
        with page.artifact():  # shapes and rules first: a row is then one stretch of text
            for number, (top, row) in enumerate(zip(tops, rows, strict=True)):
                if row.ruled and number:
                    page.rule(x, top + 2.0, self.width, HAIR)
                if self._outside and row.entry is not None and not row.continues:
                    self._shape(page, x, self._base(top, row), row.entry)
        placed = zip(tops, rows, strict=True)
        for heads, group in groupby(placed, key=lambda each: each[1].entry is None):
            if heads:
                for top, row in group:
                    self._heading(page, x, top, row)
                continue
            with page.tag("P"):  # the names under a letter are one paragraph
                for top, row in group:
                    if row.entry is not None:
                        self._name(page, (x, self._base(top, row)), row, row.entry, pages)

    @staticmethod
    def _tops(y: float, rows: Sequence[Row]) -> Iterator[float]:
        """Where each row begins."""
        for number, row in enumerate(rows):
            y += _ABOVE if number and row.entry is None else 0.0
            yield y
            y += row.height

    def _base(self, top: float, row: Row) -> float:
        """The first baseline of a name, which stands below a rule."""
        return top + row.height - (len(row.lines) - 0.76) * self._s.line

    def _shape(self, page: Page, x: float, base: float, entry: Entry) -> None:
        """The marker's shape before a number that would be tiny in it."""
        left = x + self._marker_right - measure(str(entry.number), self._narrow)
        at = (left - 0.67 * self._s.size, base - 0.34 * self._s.size)
        marks.marker(page, at, 0.76 * self._s.size, entry.shape, "", solid=entry.solid)

    def _heading(self, page: Page, x: float, y: float, row: Row) -> None:
        base = y + 0.78 * self._s.line
        if row.heading[0] == "letter":
            page.text(x, base, row.heading[1], Style("cond", "black", 1.14 * self._s.size))
        elif row.lines == ("",):
            for index, text in enumerate(row.heading):
                page.text(x + index * self.width / 2, base, text, self._bold.told(index))
        else:
            for index, line in enumerate(row.lines):
                page.text(x, base + index * self._s.line, line, self._bold)

    def _name(
        self,
        page: Page,
        at: tuple[float, float],
        row: Row,
        entry: Entry,
        pages: Mapping[str, int],
    ) -> None:
        x, base = at
        right, number = x + self._marker_right, str(entry.number)
        if not row.continues and not self._outside:
            middle = (right - self._s.marker / 2, base - 0.34 * self._s.size)
            marks.marker(page, middle, self._s.marker, entry.shape, number, solid=entry.solid)
        style = self._bold if row.own_script else self._name_style
        if not row.own_script and measure(row.lines[0], self._name_style) > self._name_width + 0.01:
            style = self._narrow
        for index, line in enumerate(row.lines):
            page.text(x, base + index * self._s.line, line, style)
        if row.continues:
            return
        if self._outside:
            page.text_right(right, base, number, self._narrow)
        page.text_right(x + self.width, base, str(pages[entry.listing.code]), self._bold)


def _in_pieces(row: Row) -> Iterator[Row]:
    lines = row.lines
    row.lines = lines[:_MOST_LINES]
    yield row
    for start in range(_MOST_LINES, len(lines), _MOST_LINES):
        more = lines[start : start + _MOST_LINES]
        yield Row(more, row.entry, row.own_script, continues=True, line=row.line)


def _names(
    entries: Sequence[Entry], *, own_script: bool
) -> list[tuple[bool, str, int, str, Entry]]:
    """(own script, key, number, name, entry) of all names, sorted: Latin letters first."""
    found = []
    for entry in entries:
        listing = entry.listing
        names = (listing.name, listing.alternate_name) if own_script else (listing.name,)
        for name in dict.fromkeys(names):
            if name:
                key = fold(name)
                found.append((not (key and key[0].isascii()), key, entry.number, name, entry))
    return sorted(found, key=lambda item: item[:3])


def _by_name(plan: Plan) -> Iterator[Row]:
    letter, was_own, first = "", False, True
    for own, key, _, name, entry in _names(
        plan.entries, own_script=plan.options.shows("own_script")
    ):
        begins = "" if own else key[:1].upper() if key[:1].isalpha() else "#"
        if begins and begins != letter:
            letter = begins
            yield Row((), heading=("letter", letter))
        yield Row((name,), entry, own, ruled=own and not was_own and not first)
        was_own, first = own, False


def _by_town(plan: Plan) -> Iterator[Row]:
    groups: dict[str, list[Entry]] = {}
    titles: dict[str, Pair] = {}
    for entry in plan.entries:
        town = entry.listing.city
        titles.setdefault(fold(town), (town,))
        groups.setdefault(fold(town), []).append(entry)
    told = plan.options.languages
    titles[""] = tuple(section_word("no_town", "", language) for language in told)
    for key in sorted(groups, key=lambda key: (not key, key)):
        yield Row((), heading=titles[key])
        yield from _plain(groups[key])


def _by_cuisine(plan: Plan) -> Iterator[Row]:
    """Under each cuisine, else under the category."""
    told = plan.options.languages
    groups: dict[Pair, list[Entry]] = {}
    for entry in plan.entries:
        listing = entry.listing
        titles = [
            tuple(cuisine_names.name(each, lang) for lang in told) for each in listing.cuisine
        ]
        if not titles:
            titles = [tuple(categories.name(listing.category, lang) for lang in told)]
        for title in dict.fromkeys(titles):
            heading = title[:1] if len(set(title)) == 1 else title
            groups.setdefault(heading, []).append(entry)
    for heading in sorted(groups, key=lambda pair: [fold(text) for text in pair]):
        yield Row((), heading=heading)
        yield from _plain(groups[heading])


def _plain(entries: Sequence[Entry]) -> Iterator[Row]:
    for entry in sorted(entries, key=lambda each: (fold(each.listing.name), each.number)):
        yield Row((entry.listing.name,), entry)


COLUMNS = 3
WIDTH = (558.0 - (COLUMNS - 1) * GUTTER) / COLUMNS
LINE = 12.6
HEAD = 30.0
_BASE = 9.6
#: A longer name goes on in further rows, so that no row is taller than a column.
_MOST_LIST_LINES = 20
_MARKER = 11.4
#: From the right edge of the numbers to the middle of the shapes before them.
_BESIDE = 27.0
_HANG = 13.0
_NAME = Style("cond", "regular", 10)
_OWN = Style("cond", "bold", 10)
_LETTER = Style("cond", "black", 11)
_PAGE = Style("cond", "bold", 10)
_TITLE = Style("serif", "bold", 13)


@dataclass(frozen=True, slots=True)
class ListRow:
    """One name: its lines, the entry that it leads to, and its letter if it is the first.

    ``continues`` marks the further lines of a very long name.
    """

    lines: tuple[str, ...]
    entry: Entry
    letter: str
    own_script: bool
    ruled: bool = False
    continues: bool = False

    @property
    def height(self) -> float:
        """All lines, and the rule above the first own-script name."""
        return len(self.lines) * LINE + (4.0 if self.ruled else 0.0)


class ListIndex:
    """All names in order, ready to flow into columns of any height."""

    def __init__(self, plan: Plan, *, paged: bool) -> None:
        self._languages = plan.options.languages
        self._paged = paged
        self._beside = len(plan.entries) > 99
        marker = _BESIDE + 5 if self._beside else _MARKER
        self._name_width = WIDTH - _HANG - marker - 6 - (20 if paged else 0)
        self.rows = self._make(plan.entries)

    def _make(self, entries: Sequence[Entry]) -> list[ListRow]:
        names: list[tuple[tuple[bool, str, int], str, Entry]] = []
        for entry in entries:
            listing = entry.listing
            for name in dict.fromkeys((listing.name, listing.alternate_name)):
                if name:
                    key = fold(name)
                    names.append(((not _latin(key), key, entry.number), name, entry))
        names.sort(key=lambda item: item[0])
        rows: list[ListRow] = []
        before = ""
        for (own, key, _), name, entry in names:
            letter = "" if own else key[:1].upper() if key[:1].isalpha() else "#"
            first_own = own and bool(rows) and not rows[-1].own_script
            lines = tuple(wrap(name, _OWN if own else _NAME, self._name_width))
            letter_here = letter if letter != before else ""
            rows.append(ListRow(lines[:_MOST_LIST_LINES], entry, letter_here, own, first_own))
            for start in range(_MOST_LIST_LINES, len(lines), _MOST_LIST_LINES):
                more = lines[start : start + _MOST_LIST_LINES]
                rows.append(ListRow(more, entry, "", own, continues=True))
            before = letter
        return rows

    def height(self) -> float:
        """The height of the whole in balanced columns, with its head."""
        return HEAD + self._column_height(self.rows)

    def _column_height(self, rows: Sequence[ListRow]) -> float:
        """The least height with which the rows fill the columns."""
        low = max((row.height for row in rows), default=0.0)
        height = max(low, sum(row.height for row in rows) / COLUMNS)
        while len(_columns(rows, height)) > COLUMNS:
            height += 2.0
        return height

    def take(
        self, rows: Sequence[ListRow], height: float
    ) -> tuple[list[list[ListRow]], list[ListRow]]:
        """Columns for the rows that fit in ``height`` (head apart), balanced; and the rest."""
        columns = _columns(rows, height)
        if len(columns) <= COLUMNS:
            return _columns(rows, self._column_height(rows)), []
        taken = columns[:COLUMNS]
        return taken, list(rows[sum(map(len, taken)) :])

    def height_of(self, columns: Sequence[Sequence[ListRow]]) -> float:
        """The height of these columns with the head."""
        return HEAD + max((sum(row.height for row in column) for column in columns), default=0.0)

    def shares(self, rows: Sequence[ListRow], height: float) -> list[list[list[ListRow]]]:
        """Pages of columns no taller than ``height`` (head apart), about equally full."""
        pages = -(-len(_columns(rows, height)) // COLUMNS)
        if not rows:
            return []
        low, high = max(row.height for row in rows), height
        while high - low > 1.0:
            middle = (low + high) / 2
            enough = len(_columns(rows, middle)) <= pages * COLUMNS
            low, high = (low, middle) if enough else (middle, high)
        columns = _columns(rows, high)
        return [columns[start : start + COLUMNS] for start in range(0, len(columns), COLUMNS)]

    def draw(
        self, page: Page, top: float, columns: Sequence[Sequence[ListRow]], pages: Mapping[str, int]
    ) -> None:
        """Draw the head and the columns."""
        page.rule(MARGIN, top, 558.0, THICK)
        with page.tag("H2"):
            for index, language in enumerate(self._languages):
                x = MARGIN + index * (269.0 + GUTTER)
                said = wording.word("index", language)
                page.text(x, top + THICK + 14.5, said, _TITLE.told(index))
        page.rule(MARGIN, top + THICK + 20.5, 558.0, HAIR)
        for index, column in enumerate(columns):
            x = MARGIN + index * (WIDTH + GUTTER)
            y = top + HEAD - 4
            for number, row in enumerate(column):
                if row.ruled and number:
                    page.rule(x, y + 1.6, WIDTH, HAIR)
                self._letter(page, x, y, row, first=number == 0)
                with page.item(), page.tag("LBody"):
                    self._row(page, x, y + row.height, row, pages)
                y += row.height

    def _letter(self, page: Page, x: float, y: float, row: ListRow, *, first: bool) -> None:
        """The letter where it begins, and again at the top of a column."""
        again = first and not row.own_script and not row.continues
        letter = _letter_of(row) if again else row.letter
        if letter:
            with page.artifact():
                page.text(x, y + _BASE, letter, _LETTER)

    def _row(
        self, page: Page, x: float, end: float, row: ListRow, pages: Mapping[str, int]
    ) -> None:
        """One name that ends at ``end``, with its marker and page."""
        base = end - len(row.lines) * LINE + _BASE
        style = _OWN if row.own_script else _NAME
        for number, line in enumerate(row.lines):
            page.text(x + _HANG, base + number * LINE, line, style)
        if row.continues:
            return
        entry, right = row.entry, x + WIDTH
        if self._paged:
            page.text_right(right, base, str(pages[entry.listing.code]), _PAGE)
            right -= 20
        self._marker(page, right, base, entry)

    def _marker(self, page: Page, right: float, base: float, entry: Entry) -> None:
        """The marker with its number in it, or before it where three figures would be tiny."""
        number = str(entry.number)
        if not self._beside:
            at = (right - _MARKER / 2, base - 3.4)
            marks.marker(page, at, _MARKER, entry.shape, number, solid=entry.solid)
            return
        page.text_right(right, base, number, _PAGE)
        at = (right - _BESIDE, base - 3.4)
        marks.marker(page, at, 7.5, entry.shape, "", solid=entry.solid)


def _letter_of(row: ListRow) -> str:
    """The letter that a row stands under."""
    key = fold(row.lines[0])
    return key[:1].upper() if key[:1].isalpha() else "#"


def _columns(rows: Sequence[ListRow], height: float) -> list[list[ListRow]]:
    """The rows cut into columns no taller than ``height``."""
    columns: list[list[ListRow]] = [[]]
    used = 0.0
    for row in rows:
        if columns[-1] and used + row.height > height + 0.01:
            columns.append([])
            used = 0.0
        columns[-1].append(row)
        used += row.height
    return columns


def _latin(key: str) -> bool:
    """Whether a folded name starts with a Latin letter or a figure."""
    return bool(key) and key[0].isascii()
