"""Opening hours in a list: one column, days and times in two, or a column a day."""

import re
from functools import lru_cache

from directory_app.importing.headings import DAYS
from directory_app.importing.rows import Cell, Row
from directory_app.model import hours
from directory_app.model.draft import Severity

_A_DATE = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?")
_DAY = {"mo": "Mon", "tu": "Tue", "we": "Wed", "th": "Thu", "fr": "Fri", "sa": "Sat", "su": "Sun"}
_CLOSED = re.compile(r"\W*(closed|cerrado|off|x|-+|–|—|no|none|cerramos|cerrada)\W*", re.IGNORECASE)


def read(row: Row, language: str) -> None:
    """Read the hours of a row: OSM syntax where they can be read, else a note and a flag.

    ``language`` ("en" or "es") is that of headings that are both.
    """
    written, spoken = _written(row, language)
    if written:
        _read(row, written, spoken)
    for cell in row.take("hours_note"):
        _add_note(row, cell.text, cell.language or language)


def _written(row: Row, language: str) -> tuple[str, str]:
    """The hours of a row as one text, and the language of their heading."""
    days = [(day, row.take(f"hours_{day}")) for day in DAYS]
    if any(cells for _, cells in days):
        return _by_day(days), language
    times = row.take("hours")
    cells = row.take("hours_days") + times if times else row.take("hours_days")
    if not cells:
        return "", language
    text = " ".join(" ".join(cell.text.split()) for cell in sorted(cells, key=_days_first))
    return text, cells[0].language or language


def _days_first(cell: Cell) -> bool:
    return re.search(r"\d", cell.text) is not None


def _by_day(days: list[tuple[str, list[Cell]]]) -> str:
    """Join a column a day to "Mon 9-5; Sun closed"; a blank day says nothing."""
    parts = []
    for day, cells in days:
        text = " ".join(cell.text for cell in cells)
        if text:
            parts.append(f"{_DAY[day]} {'closed' if _CLOSED.fullmatch(text) else text}")
    return "; ".join(parts)


@lru_cache(4096)
def _parse(text: str, language: str) -> hours.HoursReading:
    return hours.parse(text, language)


def _read(row: Row, text: str, language: str) -> None:
    if _A_DATE.fullmatch(text):
        _add_note(row, text, language)
        row.problem("opening_hours", "hours_a_date")
        return
    reading = _parse(text, language)
    if reading.osm:
        row.set("opening_hours", reading.osm)
        row.draft.values["opening_hours_assumed"] = reading.assumed
        if reading.problem == hours.NO_DAYS:
            row.problem("opening_hours", "hours_every_day")
        elif reading.assumed:
            row.problem("opening_hours", "hours_assumed", Severity.NOTE)
        return
    _add_note(row, reading.note_en or text, "en", wanted=bool(reading.note_en) or language == "en")
    _add_note(row, reading.note_es or text, "es", wanted=bool(reading.note_es) or language == "es")
    row.problem("opening_hours", "hours_unread")


def _add_note(row: Row, text: str, language: str, *, wanted: bool = True) -> None:
    if not wanted:
        return
    name = f"hours_note_{language}"
    had = row.draft.values.get(name)
    row.set(name, f"{had}; {text}" if had and text not in had else text)
