"""The index by name: Latin names by letter, then names in their own scripts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from directory_app.guides import wording
from directory_app.guides.layouts import marks
from directory_app.guides.layouts.measures import GUTTER, HAIR, MARGIN, THICK
from directory_app.guides.page import Page
from directory_app.guides.planning import Entry, Plan
from directory_app.guides.typesetting import Style, wrap
from directory_app.model.text import fold

COLUMNS = 3
WIDTH = (558.0 - (COLUMNS - 1) * GUTTER) / COLUMNS
LINE = 12.6
HEAD = 30.0
_BASE = 9.6
#: A longer name goes on in further rows, so that no row is taller than a column.
_MOST_LINES = 20
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
class Row:
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


class Index:
    """All names in order, ready to flow into columns of any height."""

    def __init__(self, plan: Plan, *, paged: bool) -> None:
        self._languages = plan.options.languages
        self._paged = paged
        self._beside = len(plan.entries) > 99
        marker = _BESIDE + 5 if self._beside else _MARKER
        self._name_width = WIDTH - _HANG - marker - 6 - (20 if paged else 0)
        self.rows = self._make(plan.entries)

    def _make(self, entries: Sequence[Entry]) -> list[Row]:
        names: list[tuple[tuple[bool, str, int], str, Entry]] = []
        for entry in entries:
            listing = entry.listing
            for name in dict.fromkeys((listing.name, listing.alternate_name)):
                if name:
                    key = fold(name)
                    names.append(((not _latin(key), key, entry.number), name, entry))
        names.sort(key=lambda item: item[0])
        rows: list[Row] = []
        before = ""
        for (own, key, _), name, entry in names:
            letter = "" if own else key[:1].upper() if key[:1].isalpha() else "#"
            first_own = own and bool(rows) and not rows[-1].own_script
            lines = tuple(wrap(name, _OWN if own else _NAME, self._name_width))
            letter_here = letter if letter != before else ""
            rows.append(Row(lines[:_MOST_LINES], entry, letter_here, own, first_own))
            for start in range(_MOST_LINES, len(lines), _MOST_LINES):
                more = lines[start : start + _MOST_LINES]
                rows.append(Row(more, entry, "", own, continues=True))
            before = letter
        return rows

    def height(self) -> float:
        """The height of the whole in balanced columns, with its head."""
        return HEAD + self._column_height(self.rows)

    def _column_height(self, rows: Sequence[Row]) -> float:
        """The least height with which the rows fill the columns."""
        low = max((row.height for row in rows), default=0.0)
        height = max(low, sum(row.height for row in rows) / COLUMNS)
        while len(_columns(rows, height)) > COLUMNS:
            height += 2.0
        return height

    def take(self, rows: Sequence[Row], height: float) -> tuple[list[list[Row]], list[Row]]:
        """Columns for the rows that fit in ``height`` (head apart), balanced; and the rest."""
        columns = _columns(rows, height)
        if len(columns) <= COLUMNS:
            return _columns(rows, self._column_height(rows)), []
        taken = columns[:COLUMNS]
        return taken, list(rows[sum(map(len, taken)) :])

    def height_of(self, columns: Sequence[Sequence[Row]]) -> float:
        """The height of these columns with the head."""
        return HEAD + max((sum(row.height for row in column) for column in columns), default=0.0)

    def shares(self, rows: Sequence[Row], height: float) -> list[list[list[Row]]]:
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
        self, page: Page, top: float, columns: Sequence[Sequence[Row]], pages: Mapping[str, int]
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

    def _letter(self, page: Page, x: float, y: float, row: Row, *, first: bool) -> None:
        """The letter where it begins, and again at the top of a column."""
        again = first and not row.own_script and not row.continues
        letter = _letter_of(row) if again else row.letter
        if letter:
            with page.artifact():
                page.text(x, y + _BASE, letter, _LETTER)

    def _row(self, page: Page, x: float, end: float, row: Row, pages: Mapping[str, int]) -> None:
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


def _letter_of(row: Row) -> str:
    """The letter that a row stands under."""
    key = fold(row.lines[0])
    return key[:1].upper() if key[:1].isalpha() else "#"


def _columns(rows: Sequence[Row], height: float) -> list[list[Row]]:
    """The rows cut into columns no taller than ``height``."""
    columns: list[list[Row]] = [[]]
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
