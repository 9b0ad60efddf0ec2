"""The table of businesses as a model that holds only what is on screen.

The first rows come at once from an index; the ordered row ids (8 bytes each) follow from a
worker; then rows are fetched by their ids, 32 at a time, and the last pages are kept. A
million rows cost what a hundred do.
"""

import datetime as dt
import json
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from directory_app.store.filters import Filter, has_grammar
from directory_app.store.rows import BusinessRow
from directory_app.ui.jobs import Job
from directory_app.ui.parts import words
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates, pins, tips

#: The least number of rows that are read before all ids are known; more in a taller window.
FIRST = 24
#: How long after a key the ids of all rows are asked for.
PAUSE_MS = 80
#: Rows that are read at once: about a screen, so that a jump reads no more than it shows.
#: How long after a save that failed they are asked for again.
AGAIN_MS = 3_000
PAGE = 32
PAGES_KEPT = 64
#: From so many businesses on not even words are looked for in the GUI thread.
MANY = 300_000
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, in their usual order. Those from STREET on are shown once they are chosen."""

    CODE = 0
    NAME = 1
    CATEGORY = 2
    TOWN = 3
    DOORS = 4
    CHECKED = 5
    PIN = 6
    STREET = 7
    ZIP = 8
    PHONE = 9
    EMAIL = 10
    WEBSITE = 11
    LANGUAGES = 12
    CUISINE = 13
    PAYMENT = 14
    STATUS = 15
    REVIEW = 16
    MODIFIED = 17
    UNTIL = 18


#: What is shown as long as nobody chose: the first seven.
USUAL = tuple(Column(place) for place in range(7))
#: What a column needs of a row beyond what each has: a name of store.rows.MORE.
MORE_OF = {
    Column.STREET: "street",
    Column.ZIP: "postal_code",
    Column.PHONE: "phone",
    Column.EMAIL: "email",
    Column.WEBSITE: "website",
    Column.LANGUAGES: "languages",
    Column.CUISINE: "cuisine",
    Column.PAYMENT: "payment",
    Column.STATUS: "status",
    Column.MODIFIED: "modified",
}
#: By which columns the table can be sorted: those with an index.
SORTS = {
    Column.CODE: "code",
    Column.NAME: "name",
    Column.CATEGORY: "category",
    Column.TOWN: "city",
    Column.CHECKED: "assured",
    Column.PIN: "precision",
    Column.REVIEW: "review",
    Column.MODIFIED: "modified",
}
COLUMN_OF = {sort: column for column, sort in SORTS.items()}


class BusinessTable(QAbstractTableModel):
    """Rows of one Filter. ``counted(n)`` once it is known how many there are."""

    counted = Signal(int)
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.filter = Filter()
        self.today = session.today()
        self._first: list[BusinessRow] = []
        self._ids: array[int] | None = None
        self._pages: OrderedDict[int, list[BusinessRow]] = OrderedDict()
        self.first = FIRST
        self._most = 0
        self.more: tuple[str, ...] = ()
        self._asked = 0
        self._learning: Job | None = None
        session.writing.connect(self._give_way)

    # -- showing

    def show(self, wanted: Filter) -> None:
        """Show another filter from its top: the first rows now, the rest when it is known."""
        self.filter = wanted
        self._asked += 1
        if self._is_quick(wanted):
            self._show_first(self._session.browser.first_rows(wanted, self.first, self.more))
        else:
            self._find_first()

    def _is_quick(self, wanted: Filter) -> bool:
        """Whether words in the index and the index of an order are all that is needed.

        All else asks each business, and may ask many until a screen is full.
        """
        plain = Filter(text=wanted.text, sort=wanted.sort, descending=wanted.descending)
        few = not wanted.text or self._most < MANY
        return few and wanted == plain and not has_grammar(wanted.text)

    def _find_first(self) -> None:
        """The first rows in a worker: some filters walk the whole list, some sort a whole town.

        Until they are there the rows of before stay, as while a page loads.
        """
        asked, wanted, more = self._asked, self.filter, self.more

        def arrived(first: list[BusinessRow]) -> None:
            if asked == self._asked:
                self._show_first(first)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self.failed.emit(error)

        self._session.interrupt(self._learning)
        self._learning = self._session.look(
            lambda browser: browser.first_rows(wanted, self.first, more), arrived, failed=failed
        )

    def _show_first(self, first: list[BusinessRow]) -> None:
        self.beginResetModel()
        self._first, self._ids = first, None
        self._pages.clear()
        if len(first) < self.first:
            self._ids = array("q", [row.row_id for row in first])
        self.endResetModel()
        self._session.interrupt(self._learning)
        if self._ids is not None:
            self.counted.emit(len(first))
        else:
            self._learn_soon()

    def _learn_soon(self) -> None:
        """Ask for the rest once typing pauses: the worker would take the paint's time."""
        asked = self._asked

        def learn() -> None:
            if asked == self._asked:
                self._learn_ids()

        QTimer.singleShot(PAUSE_MS, self, learn)

    def refresh(self, done: Callable[[], None] | None = None) -> None:
        """Read the same filter again without moving what is on screen."""
        self._asked += 1
        self._learn_ids(done)

    def _learn_ids(self, done: Callable[[], None] | None = None) -> None:
        asked, wanted = self._asked, self.filter

        def arrived(ids: "array[int]") -> None:
            if asked == self._asked:
                self._take(ids)
                if done is not None:
                    done()

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self.failed.emit(error)

        self._session.interrupt(self._learning)
        self._learning = self._session.look(
            lambda browser: browser.row_ids(wanted), arrived, failed=failed
        )

    def _give_way(self) -> None:
        """A save comes first: what is being read of a long order is read again after it.

        By itself once it is written; after a while where it could not be.
        """
        if self._learning is None or self._learning.is_over:
            return
        asked = self._asked

        def learn() -> None:
            if asked == self._asked:
                self._learn_ids()

        self._session.interrupt(self._learning)
        QTimer.singleShot(AGAIN_MS, self, learn)

    def _take(self, ids: "array[int]") -> None:
        before, after = self.rowCount(), len(ids)
        self._most = max(self._most, after)
        self._pages.clear()
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self._ids = ids
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self._ids = ids
            self.endRemoveRows()
        else:
            self._ids = ids
        if after:
            self.dataChanged.emit(self.index(0, 0), self.index(after - 1, len(Column) - 1))
        self.counted.emit(after)

    def tell(self, columns: Iterable[Column]) -> None:
        """Let the rows tell what these columns need; those on screen are read again."""
        more = tuple(
            MORE_OF[column] for column in Column if column in columns and column in MORE_OF
        )
        if more == self.more:
            return
        self.more = more
        self._pages.clear()
        if self._first:
            ids = [row.row_id for row in self._first]
            self._first = self._session.browser.rows(ids, more)
        if self.rowCount():
            last = self.index(self.rowCount() - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # -- rows

    def row(self, number: int) -> BusinessRow | None:
        """The row at a place; None where it is gone meanwhile."""
        if self._ids is None:
            return self._first[number] if number < len(self._first) else None
        page, at = divmod(number, PAGE)
        rows = self._page(page)
        row = rows[at] if at < len(rows) else None
        if row is not None and row.row_id == self._ids[number]:
            return row
        wanted = self._ids[number]  # a row of this page is gone: places have shifted
        return next((row for row in rows if row.row_id == wanted), None)

    def _page(self, number: int) -> list[BusinessRow]:
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        assert self._ids is not None
        ids = self._ids[number * PAGE : (number + 1) * PAGE]
        self._pages[number] = self._session.browser.rows(ids, self.more)
        if len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        return self._pages[number]

    def row_ids_at(self, numbers: Iterable[int]) -> list[int]:
        """The row_ids at these places, in their order."""
        if self._ids is None:
            return [self._first[number].row_id for number in numbers if number < len(self._first)]
        return [self._ids[number] for number in numbers if number < len(self._ids)]

    def find(self, row_id: int) -> int:
        """The place of a row, or -1."""
        if self._ids is None:
            places = [n for n, row in enumerate(self._first) if row.row_id == row_id]
            return places[0] if places else -1
        try:
            return self._ids.index(row_id)
        except ValueError:
            return -1

    # -- Qt

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows are known so far."""
        if parent is not None and parent.isValid():
            return 0
        return len(self._first) if self._ids is None else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """All that there are; the view hides what nobody chose."""
        return len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says; the doors and the pin say it in a sentence."""
        spoken = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        )
        if role not in spoken:
            return None
        row = self.row(index.row())
        if row is None:
            return None
        said = cell(row, index.column(), self.today)
        return tips.plain(said) if role == Qt.ItemDataRole.ToolTipRole else said

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if way != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return words.column(section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.sorted_column(section, SORTS.get(Column(section)), self.filter.sorts)
        return None


def cell(row: BusinessRow, number: int, today: dt.date) -> str:
    """What a cell says, for the ear and the tooltip."""
    if number == 1:
        return f"{row.name}\n{row.alternate_name}" if row.alternate_name else row.name
    if number == 4:
        return words.doors_sentence(row, today)
    if number == 5:
        return dates.long(row.assured_date) if row.assured_date else dates.age(None, today)
    if number == 6:
        return pins.pin_name(row.precision)
    if number > 6:
        return _said(row, number, today)
    return [row.code, "", words.category(row.category), row.city][number]


def more_text(row: BusinessRow, column: int, today: dt.date) -> str:
    """The cell as it is painted; "" where nothing is known."""
    return _TEXTS[Column(column)](row, today)


def _said(row: BusinessRow, column: int, today: dt.date) -> str:
    """The cell for the ear and the tooltip: days in full."""
    if column == Column.MODIFIED:
        return dates.long(_modified(row)) if "modified" in row.more else ""
    return more_text(row, column, today)


def first_end(row: BusinessRow) -> dt.date | None:
    """The first day on which a live yes ends: when somebody has to ask again."""
    return min((door.until for door in row.doors if door.until is not None), default=None)


def _plain(column: Column) -> Callable[[BusinessRow, dt.date], str]:
    name = MORE_OF[column]
    return lambda row, _today: row.more.get(name) or ""


def _phone(row: BusinessRow, _today: dt.date) -> str:
    from directory_app.model import phones  # with the first who chose the column

    number, _, extension = (row.more.get("phone") or "").partition(" x")
    return phones.display(number, extension, style="window") if number else ""


def _website(row: BusinessRow, _today: dt.date) -> str:
    whole = row.more.get("website") or ""
    return whole.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _list(row: BusinessRow, name: str) -> list[str]:
    found = json.loads(row.more.get(name) or "[]")
    return [str(one) for one in found]


def _languages(row: BusinessRow, _today: dt.date) -> str:
    from directory_app.model import languages

    spoken = "es" if words.is_spanish() else "en"
    return ", ".join(languages.name(code, spoken) for code in _list(row, "languages"))


def _until(row: BusinessRow, _today: dt.date) -> str:
    day = first_end(row)
    return dates.long(day) if day is not None else ""


def _modified(row: BusinessRow) -> dt.date:
    return dt.date.fromisoformat(str(row.more["modified"])[:10])


_TEXTS: dict[Column, Callable[[BusinessRow, dt.date], str]] = {
    Column.STREET: _plain(Column.STREET),
    Column.ZIP: _plain(Column.ZIP),
    Column.PHONE: _phone,
    Column.EMAIL: _plain(Column.EMAIL),
    Column.WEBSITE: _website,
    Column.LANGUAGES: _languages,
    Column.CUISINE: lambda row, _today: ", ".join(_list(row, "cuisine")),
    Column.PAYMENT: lambda row, _today: ", ".join(map(words.payment, _list(row, "payment"))),
    Column.STATUS: lambda row, _today: (
        words.status(row.more["status"]) if row.more.get("status") else ""
    ),
    Column.REVIEW: lambda row, _today: words.review(row.review_state),
    Column.MODIFIED: lambda row, today: (
        dates.age(_modified(row), today) if row.more.get("modified") else ""
    ),
    Column.UNTIL: _until,
}
