"""What the columns say that are shown once somebody chose them. Loaded with the first of them."""

import datetime as dt
import json
from collections.abc import Callable

from directory_app.model import languages, phones
from directory_app.store.rows import BusinessRow
from directory_app.ui.pages.directory.table_model import MORE_OF, Column
from directory_app.ui.parts import words
from directory_app.ui.widgets import dates


def text(row: BusinessRow, column: int, today: dt.date) -> str:
    """The cell as it is painted; "" where nothing is known."""
    return _TEXTS[Column(column)](row, today)


def said(row: BusinessRow, column: int, today: dt.date) -> str:
    """The cell for the ear and the tooltip: days in full."""
    if column == Column.MODIFIED:
        return dates.long(_modified(row)) if "modified" in row.more else ""
    return text(row, column, today)


def until(row: BusinessRow) -> dt.date | None:
    """The first day on which a live yes ends: when somebody has to ask again."""
    return min((door.until for door in row.doors if door.until is not None), default=None)


def _plain(column: Column) -> Callable[[BusinessRow, dt.date], str]:
    name = MORE_OF[column]
    return lambda row, _today: row.more.get(name) or ""


def _phone(row: BusinessRow, _today: dt.date) -> str:
    number, _, extension = (row.more.get("phone") or "").partition(" x")
    return phones.display(number, extension, style="window") if number else ""


def _website(row: BusinessRow, _today: dt.date) -> str:
    whole = row.more.get("website") or ""
    return whole.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _list(row: BusinessRow, name: str) -> list[str]:
    found = json.loads(row.more.get(name) or "[]")
    return [str(one) for one in found]


def _languages(row: BusinessRow, _today: dt.date) -> str:
    spoken = "es" if words.is_spanish() else "en"
    return ", ".join(languages.name(code, spoken) for code in _list(row, "languages"))


def _until(row: BusinessRow, _today: dt.date) -> str:
    day = until(row)
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
