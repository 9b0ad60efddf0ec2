"""The table of print runs: number, event, days, copies, layout."""

import datetime as dt
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QLocale, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from directory_app.model.print_run import PrintRun
from directory_app.ui import icons, theme
from directory_app.ui.parts.consent import run_words
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.plain_table import (
    Index,
    PlainHeader,
    PlainTable,
    RowsModel,
    paint_ground,
    paint_words,
)

OVER_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns of the table."""

    NUMBER = 0
    EVENT = 1
    MADE = 2
    COPIES = 3
    USE_BY = 4
    LAYOUT = 5


class RunsModel(RowsModel):
    """Print runs, the newest first."""

    columns = Column

    def __init__(self, today: dt.date, zone: dt.tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today, self._zone = today, zone

    def headings(self) -> tuple[str, ...]:
        """The words above the columns."""
        return (
            self.tr("Run"),
            self.tr("Event"),
            self.tr("Made"),
            self.tr("Copies"),
            self.tr("Use by"),
            self.tr("Layout"),
        )

    def cell(self, row: PrintRun, column: Column, role: int) -> Any:
        """Words of a cell."""
        over = row.use_by is not None and row.use_by < self._today
        if role == OVER_ROLE:
            return over
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self._words(row, column)
            spoken = role == Qt.ItemDataRole.AccessibleTextRole
            if spoken and over and column == Column.USE_BY:
                return self.tr("{day}, over").format(day=words)
            return words
        return None

    def _words(self, run: PrintRun, column: Column) -> str:
        if column == Column.NUMBER:
            return f"{run.number:04}"
        if column == Column.EVENT:
            return " · ".join(filter(None, (run.event_name, run_words.state(run.state))))
        if column == Column.MADE:
            return dates.long(run.made_at.astimezone(self._zone).date())
        if column == Column.COPIES:
            return QLocale().toString(run.copies) if run.copies else ""
        if column == Column.USE_BY:
            return dates.long(run.use_by) if run.use_by else ""
        said = (run_words.made_as(run.layout), run_words.in_languages(run.languages))
        return " · ".join(filter(None, said))


class _Delegate(QStyledItemDelegate):
    """Paints a cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """32 px, more with larger text."""
        return QSize(60, theme.height("row_review"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        column = Column(index.column())
        painter.save()
        paint_ground(painter, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = column == Column.EVENT
        painter.setFont(theme.medium("body") if name else theme.tabular(theme.font("body")))
        warn = column == Column.USE_BY and index.data(OVER_ROLE)
        painter.setPen(theme.color("warn" if warn else "ink" if name else "ink-soft"))
        room = rect.adjusted(16 if column == Column.NUMBER else 4, 0, -12, 0)
        if warn:
            icons.paint(painter, room.x(), rect.center().y() - 7, "clock", "warn", 14)
            room = room.adjusted(20, 0, 0, 0)
        paint_words(painter, room, str(index.data() or ""), right=column == Column.COPIES)
        painter.restore()


class RunsTable(PlainTable):
    """``opened(row)``: Enter or a double click."""

    opened = Signal(int)

    def __init__(self, model: RunsModel, parent: QWidget | None = None) -> None:
        header = PlainHeader({Column.NUMBER: 16}, right=[Column.COPIES])
        super().__init__(model, header, "row_review", parent)
        self.setItemDelegate(_Delegate(self))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width; layout, then copies and made go first."""
        super().resizeEvent(event)
        room = self.viewport().width()
        shares = dict(zip(Column, (76, 300, 130, 84, 140, 170), strict=True))
        for column, below in ((Column.LAYOUT, 760), (Column.COPIES, 560), (Column.MADE, 460)):
            if room < below:
                shares.pop(column)
        self.share(shares, room)
        number = self.fontMetrics().horizontalAdvance("00000") + 32
        wide = self.columnWidth(Column.NUMBER)
        if wide < number:
            self.setColumnWidth(Column.NUMBER, number)
            self.setColumnWidth(Column.EVENT, self.columnWidth(Column.EVENT) - number + wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
