"""Copying rows of the table as a spreadsheet would: what its columns show, and nothing else.

Of nobody more than a private file has (StaffListing): no hidden street, nobody who withdrew.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from directory_app.exporting import copied
from directory_app.model.listing import StaffListing
from directory_app.store.rows import BusinessRow
from directory_app.ui.pages.directory.table_model import Column, cell
from directory_app.ui.parts import words

#: The headings that our own import reads; what a list cannot bring has one that it passes over.
HEADINGS = {
    Column.CODE: "Puertas code",
    Column.NAME: "Name",
    Column.CATEGORY: "Category",
    Column.TOWN: "City",
    Column.DOORS: "Puertas print",
    Column.CHECKED: "Checked on",
    Column.PIN: "Puertas place",
    Column.STREET: "Street address",
    Column.ZIP: "ZIP",
    Column.PHONE: "Phone",
    Column.EMAIL: "Email",
    Column.WEBSITE: "Website",
    Column.LANGUAGES: "Languages",
    Column.CUISINE: "Cuisine",
    Column.PAYMENT: "Payment",
    Column.STATUS: "Status",
    Column.REVIEW: "Puertas review",
    Column.MODIFIED: "Puertas assumed",
    Column.UNTIL: "Use by",
}
_OTHER_NAME = "Other name"
#: Of these a private file may say less than the table does.
_PLACE: Mapping[Column, Callable[[StaffListing], str]] = {
    Column.STREET: lambda staff: staff.address_1,
    Column.ZIP: lambda staff: staff.postal_code,
}


class Copied(NamedTuple):
    """What goes onto the clipboard: cells between tabs, an HTML table, and rows for our import."""

    text: str
    table: str
    ours: str
    many: int


def prepare(
    rows: Sequence[BusinessRow],
    staff: Mapping[str, StaffListing],
    columns: Sequence[Column],
    today: dt.date,
    *,
    headings: bool,
) -> Copied:
    """The cells of who is in ``staff`` (by code), under the names of the columns if ``headings``.

    For a worker.
    """
    rows = [row for row in rows if row.code in staff]
    other = any(row.alternate_name for row in rows)
    table = [_cells(row, staff[row.code], columns, today, other=other) for row in rows]
    read = [HEADINGS[column] for column in columns]
    shown = [words.column(column) for column in columns]
    if other and Column.NAME in columns:
        at = list(columns).index(Column.NAME) + 1
        read.insert(at, _OTHER_NAME)
        shown.insert(at, QCoreApplication.translate("Directory", "Other name"))
    whole = [shown, *table] if headings else table
    ours = copied.as_tabs([read, *table])
    return Copied(copied.as_tabs(whole), copied.as_table(whole), ours, len(rows))


def _cells(
    row: BusinessRow,
    staff: StaffListing,
    columns: Sequence[Column],
    today: dt.date,
    *,
    other: bool,
) -> list[str]:
    cells = []
    for column in columns:
        if column == Column.NAME:
            cells += [row.name, *([row.alternate_name] if other else [])]
        elif column == Column.CHECKED:
            cells.append(row.assured_date.isoformat() if row.assured_date else "")
        elif column in _PLACE:
            cells.append(_PLACE[column](staff))
        else:
            cells.append(cell(row, column, today))
    return cells
