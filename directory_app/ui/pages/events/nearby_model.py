"""The businesses near an event as a table: ticks, order, and those left out below."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal

from directory_app.tasks.near_event import NearbyRow
from directory_app.ui.parts.events import words
from directory_app.ui.widgets import tips
from directory_app.ui.widgets.plain_table import Index, RowsModel

ROW_ROLE = Qt.ItemDataRole.UserRole
NUMBER_ROLE = Qt.ItemDataRole.UserRole + 1
MIME = "application/x-puertas-row"


class Column(IntEnum):
    """The columns. A row that is left out says why across the last two."""

    TICK = 0
    NAME = 1
    STATE = 2
    FAR = 3


class NearbyModel(RowsModel):
    """Rows of a Nearby. ``chosen(code, included)`` and ``ordered(codes)`` tell what is wanted."""

    chosen = Signal(str, bool)
    ordered = Signal(list)
    columns = Column

    def headings(self) -> tuple[str, ...]:
        """The words above the columns."""
        return (self.tr("In"), self.tr("Name"), self.tr("At the event"), self.tr("Distance"))

    def place_of(self, code: str) -> int:
        """The row of a business, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.code == code), -1)

    def listed(self) -> int:
        """How many are listed; they come first."""
        return sum(row.listed for row in self._rows)

    def toggle(self, at: int) -> None:
        """Put a business in, or leave it out."""
        row = self._rows[at]
        if row.can_choose:
            self.chosen.emit(row.code, not row.listed)

    def move(self, start: int, end: int) -> bool:
        """Take the listed row ``start`` to the place ``end``. False where it cannot go."""
        listed = self.listed()
        if not (0 <= start < listed and 0 <= end < listed) or start == end:
            return False
        below = end + 1 if end > start else end
        self.beginMoveRows(QModelIndex(), start, start, QModelIndex(), below)
        self._rows.insert(end, self._rows.pop(start))
        self.endMoveRows()
        self.ordered.emit([row.code for row in self._rows[:listed]])
        return True

    # -- Qt

    def cell(self, row: NearbyRow, column: Column, role: int) -> Any:
        """Words, ticks and the row itself."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.plain(self._sentence(row, column))
        if role == Qt.ItemDataRole.CheckStateRole and column == Column.TICK:
            return Qt.CheckState.Checked if row.listed else Qt.CheckState.Unchecked
        return row if role == ROW_ROLE else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The number in the guide beside what a cell says."""
        if role == NUMBER_ROLE and index.isValid():
            return index.row() + 1 if self.row(index.row()).listed else None
        return super().data(index, role)

    def _words(self, row: NearbyRow, column: Column) -> str:
        if column == Column.NAME:
            return row.name
        if column == Column.STATE:
            return words.state_name(row.state) if row.listed else words.reason_name(row.reason)
        if column == Column.FAR:
            return words.miles(row.miles, row.point, about=row.about)
        return ""

    def _sentence(self, row: NearbyRow, column: Column) -> str:
        if column == Column.TICK:
            return self.tr("In the guide") if row.listed else self.tr("Not in the guide")
        if column == Column.NAME and row.alternate_name:
            return f"{row.name}, {row.alternate_name}"
        if column == Column.STATE and row.listed and row.by_hand:
            put_in = self.tr("Put in by you")
            return f"{self._words(row, column)}. {put_in}"
        return self._words(row, column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Listed rows can be dragged; ticks where a person may choose."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        row = self.row(index.row())
        if row.listed:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if index.column() == Column.TICK and row.can_choose:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Moving only."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """A row of this table."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The number of the row that is dragged."""
        data = QMimeData()
        data.setData(MIME, str(indexes[0].row()).encode())
        return data
