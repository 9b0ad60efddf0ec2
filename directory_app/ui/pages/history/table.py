"""The steps in a table that loads only what is on screen."""

import datetime as dt
from array import array
from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from directory_app.store.history import HistoryStep
from directory_app.ui import steps, theme
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.plain_table import (
    NO_PARENT,
    Index,
    PlainHeader,
    PlainTable,
    RowsModel,
    paint_ground,
    paint_words,
)

PAGE = 100
_PAGES = 64


class Column(IntEnum):
    """The columns."""

    WHEN = 0
    WHO = 1
    WHAT = 2


class StepsModel(RowsModel):
    """Steps by their numbers; ``load(page)`` is called for what is wanted and not there."""

    columns = Column

    def __init__(self, zone: dt.tzinfo, load: Callable[[int], None], parent: Any = None) -> None:
        super().__init__(parent)
        self.ids: array[int] = array("q")
        self._zone, self._load = zone, load
        self._pages: dict[int, dict[int, HistoryStep]] = {}
        self._wanted: set[int] = set()

    def set_ids(self, ids: "array[int]") -> None:
        """Other steps, none of them loaded."""
        self.beginResetModel()
        self.ids, self._pages, self._wanted = ids, {}, set()
        self.endResetModel()

    def page_ids(self, page: int) -> list[int]:
        """The numbers of one page."""
        return list(self.ids[page * PAGE : (page + 1) * PAGE])

    def put(self, page: int, ids: list[int], found: list[HistoryStep]) -> None:
        """What was loaded; dropped where the list is another by now."""
        if self.page_ids(page) != ids:
            return
        while len(self._pages) >= _PAGES:
            self._pages.pop(next(iter(self._pages)))
        self._pages[page] = {step.action_id: step for step in found}
        self._wanted.discard(page)
        last = min((page + 1) * PAGE, len(self.ids)) - 1
        self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(Column) - 1))

    def row(self, at: int) -> HistoryStep | None:
        """A step, None while it is not loaded."""
        page = at // PAGE
        if page not in self._pages:
            if page not in self._wanted:
                self._wanted.add(page)
                self._load(page)
            return None
        return self._pages[page].get(self.ids[at])

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """All steps."""
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell's answer."""
        if not index.isValid():
            return None
        step = self.row(index.row())
        if step is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        return self.cell(step, Column(index.column()), role)

    def headings(self) -> tuple[str, ...]:
        """The words above."""
        return self.tr("When"), self.tr("Who"), self.tr("What")

    def cell(self, row: HistoryStep, column: Column, role: int) -> Any:
        """Words of a cell."""
        if role == Qt.ItemDataRole.UserRole:
            return row.undone
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if column == Column.WHEN:
            return moment(row.at.astimezone(self._zone))
        if column == Column.WHO:
            return row.by or "—"
        told = steps.words(row.label)
        return self.tr("%1 (taken back)").replace("%1", told) if row.undone else told


def moment(at: dt.datetime) -> str:
    """A day and a time, by the locale."""
    from PySide6.QtCore import QTime

    time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
    return f"{dates.long(at.date())}, {time}"


class _Delegate(QStyledItemDelegate):
    """Paints a cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """32 px, more with larger text."""
        return QSize(60, theme.height("row_review"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        column = Column(index.column())
        painter.save()
        paint_ground(painter, option)
        what = column == Column.WHAT
        painter.setFont(theme.medium("body") if what else theme.tabular(theme.font("body")))
        undone = bool(index.data(Qt.ItemDataRole.UserRole))
        painter.setPen(theme.color("ink" if what and not undone else "ink-soft"))
        room = option.rect.adjusted(16 if column == Column.WHEN else 4, 0, -12, 0)
        paint_words(painter, room, str(index.data() or ""))
        painter.restore()


class StepsTable(PlainTable):
    """The table of steps."""

    def __init__(self, model: StepsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, PlainHeader({Column.WHEN: 16}), "row_review", parent)
        self.setItemDelegate(_Delegate(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """When and who get what they need, what gets the rest."""
        super().resizeEvent(event)
        room = self.viewport().width()
        when = min(self.fontMetrics().horizontalAdvance("28 wwww 2026, 12:58 AM") + 30, room // 2)
        who = 110 if room > 480 else 0
        self.setColumnHidden(Column.WHO, not who)
        self.setColumnWidth(Column.WHEN, when)
        self.setColumnWidth(Column.WHO, who)
        self.setColumnWidth(Column.WHAT, room - when - who)
