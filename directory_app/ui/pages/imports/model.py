"""The review table's model: one line of the list a row, through the tab that is chosen."""

import datetime as dt
from enum import IntEnum
from functools import lru_cache
from typing import Any

from PySide6.QtCore import (
    QObject,
    Qt,
    Signal,
)

from directory_app.model.draft import Draft, Problem, Severity, VerdictKind
from directory_app.tasks.import_review import ImportReview, Tab
from directory_app.ui.parts import import_words
from directory_app.ui.widgets.doors import DoorState
from directory_app.ui.widgets.plain_table import RowsModel


class Column(IntEnum):
    """The columns of the table."""

    LINE = 0
    VERDICT = 1
    NAME = 2
    ADDRESS = 3
    HOURS = 4
    WHY = 5
    PRINT = 6


KIND_ROLE = Qt.ItemDataRole.UserRole
WARN_ROLE = Qt.ItemDataRole.UserRole + 1
DOOR_ROLE = Qt.ItemDataRole.UserRole + 2
QUIET_ROLE = Qt.ItemDataRole.UserRole + 3

_QUIET = (VerdictKind.SKIP, VerdictKind.ASK, VerdictKind.BLOCKED)
#: Fields of the draft whose problems a column marks.
_FIELDS_OF = {
    Column.NAME: ("name", "alternate_name"),
    Column.ADDRESS: ("address", "address_1", "address_2", "address_type", "city", "directions"),
    Column.HOURS: ("hours", "opening_hours", "hours_note", "hours_note_en", "hours_note_es"),
}


class ImportModel(RowsModel):
    """Rows of an ImportReview: each is a place in it. ``changed`` follows what changes a count."""

    changed = Signal()
    columns = Column

    def __init__(self, today: dt.date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.review = ImportReview(())
        self._today = today
        self._tab = Tab.ALL

    # -- what is shown

    def set_review(self, review: ImportReview) -> None:
        """Show another list, all its rows."""
        self.review, self._tab = review, Tab.ALL
        self.set_rows(review.places(Tab.ALL))
        self.changed.emit()

    def set_tab(self, tab: Tab) -> None:
        """Show the rows of a tab. They stay while they are looked at, whatever one decides."""
        self._tab = tab
        self.set_rows(self.review.places(tab))

    @property
    def tab(self) -> Tab:
        """The tab that is shown."""
        return self._tab

    def place(self, row: int) -> int:
        """The verdict that a row shows."""
        return int(self.row(row))

    def row_of(self, place: int) -> int:
        """The row that shows a verdict, or -1."""
        return self._rows.index(place) if place in self._rows else -1

    # -- changing

    def set_kind(self, row: int, kind: VerdictKind) -> bool:
        """Let something else happen with a row."""
        done = self.review.set_kind(self.place(row), kind)
        self.refresh(self.place(row))
        return done

    def refresh(self, place: int | None = None) -> None:
        """Repaint a verdict (or all), and count again."""
        row = self.row_of(place) if place is not None else -1
        first, last = (row, row) if row >= 0 else (0, len(self._rows) - 1)
        if last >= 0:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))
        self.changed.emit()

    # -- Qt

    def headings(self) -> tuple[str, ...]:
        """The words above the columns, for the header and for a screen reader."""
        return (
            self.tr("Line"),
            self.tr("What happens"),
            self.tr("Name"),
            self.tr("Address"),
            self.tr("Opening hours"),
            self.tr("Why"),
            self.tr("Print"),
        )

    def cell(self, row: int, column: Column, role: int) -> Any:
        """Words, sentences and states of a cell; ``row`` is its place in the review."""
        place = row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(place, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._sentence(place, column)
        if role == KIND_ROLE:
            return self.review.outcome(place)
        if role == WARN_ROLE:
            return self._warning(place, column) is not None
        if role == DOOR_ROLE:
            return self._door(place)[0]
        if role == QUIET_ROLE:
            return self.review.outcome(place) in _QUIET
        return None

    def _words(self, place: int, column: Column) -> str:
        verdict = self.review.verdicts[place]
        draft = verdict.draft
        if column == Column.LINE:
            return str(draft.line)
        if column == Column.VERDICT:
            return import_words.verdict_name(self.review.outcome(place))
        if column == Column.NAME:
            return draft.name
        if column == Column.ADDRESS:
            return address_words(draft)
        if column == Column.HOURS:
            return _hours(draft)
        if column == Column.WHY:
            return import_words.why(verdict)
        return ""

    def _sentence(self, place: int, column: Column) -> str:
        if column == Column.PRINT:
            return self._door(place)[1]
        words = self._words(place, column)
        problem = self._warning(place, column)
        if problem is not None:
            return f"{words}\n{import_words.problem_sentence(problem)}".strip()
        if column == Column.VERDICT:
            return f"{words}: {import_words.verdict_sentence(self.review.outcome(place))}"
        return words

    def _warning(self, place: int, column: Column) -> Problem | None:
        fields = _FIELDS_OF.get(column, ())
        for problem in self.review.verdicts[place].draft.problems:
            if problem.severity != Severity.NOTE and problem.field in fields:
                return problem
        return None

    def _door(self, place: int) -> tuple[DoorState, str]:
        return import_words.print_door(self.review.verdicts[place].draft, self._today)


def address_words(draft: Draft) -> str:
    """Street and suite, else how to find it, else the town."""
    values = draft.values
    street = ", ".join(filter(None, (values.get("address_1"), values.get("address_2"))))
    directions = values.get("directions_en") or values.get("directions_es")
    return str(street or directions or values.get("city") or "")


def _hours(draft: Draft) -> str:
    values = draft.values
    note = values.get("hours_note_en") or values.get("hours_note_es")
    osm = values.get("opening_hours", "")
    return "; ".join(filter(None, (_in_words(osm, import_words.language()), note)))


@lru_cache(2048)
def _in_words(osm: str, language: str) -> str:
    return import_words.hours_words(osm)
