"""Print runs: what was printed, for which event, and until when it may be used."""

import datetime as dt
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from directory_app.model.print_run import PrintRun
from directory_app.ui import icons, theme
from directory_app.ui.events.nearby_table import PlainHeader
from directory_app.ui.pages.page import Page
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Pane, ScrollBar
from directory_app.ui.widgets.empty import EmptyState

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
OVER_ROLE = Qt.ItemDataRole.UserRole
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class Column(IntEnum):
    """The columns of the table."""

    NUMBER = 0
    EVENT = 1
    MADE = 2
    COPIES = 3
    USE_BY = 4
    LAYOUT = 5


class RunsModel(QAbstractTableModel):
    """Print runs, the newest first."""

    def __init__(self, today: dt.date, zone: dt.tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today, self._zone = today, zone
        self._runs: list[PrintRun] = []

    def set_runs(self, runs: Sequence[PrintRun]) -> None:
        """Show these."""
        self.beginResetModel()
        self._runs = list(runs)
        self.endResetModel()

    def run(self, row: int) -> PrintRun:
        """One run."""
        return self._runs[row]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Six."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Headings."""
        if way == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Run"),
            self.tr("Event"),
            self.tr("Made"),
            self.tr("Copies"),
            self.tr("Use by"),
            self.tr("Layout"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell."""
        if not index.isValid():
            return None
        run, column = self._runs[index.row()], Column(index.column())
        over = run.use_by is not None and run.use_by < self._today
        if role == OVER_ROLE:
            return over
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self._words(run, column)
            spoken = role == Qt.ItemDataRole.AccessibleTextRole
            if spoken and over and column == Column.USE_BY:
                return self.tr("{day}, over").format(day=words)
            return words
        return None

    def _words(self, run: PrintRun, column: Column) -> str:
        if column == Column.NUMBER:
            return f"{run.number:04}"
        if column == Column.EVENT:
            return run.event_name
        if column == Column.MADE:
            return dates.long(run.made_at.astimezone(self._zone).date())
        if column == Column.COPIES:
            return QLocale().toString(run.copies) if run.copies else ""
        if column == Column.USE_BY:
            return dates.long(run.use_by) if run.use_by else ""
        name = self.tr("Sheet") if run.layout == "sheet" else run.layout
        return f"{name} · {run.languages.replace(',', ' + ')}"


class _Delegate(QStyledItemDelegate):
    """Paints a cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """32 px, more with larger text."""
        return QSize(60, theme.height("row_review"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        column = Column(index.column())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.color("selection" if selected else "base"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        name = column == Column.EVENT
        painter.setFont(theme.medium("body") if name else theme.font("body"))
        warn = column == Column.USE_BY and index.data(OVER_ROLE)
        painter.setPen(theme.color("warn" if warn else "ink" if name else "ink-soft"))
        room = rect.adjusted(16 if column == Column.NUMBER else 4, 0, -12, 0)
        if warn:
            icons.paint(painter, room.x(), rect.center().y() - 7, "clock", "warn", 14)
            room = room.adjusted(20, 0, 0, 0)
        text = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _RIGHT if column == Column.COPIES else _LEFT, text)
        painter.restore()


class RunsTable(QTableView):
    """Enter goes to the event of a run (``opened(row)``)."""

    opened = Signal(int)
    focus_ring = "inside"

    def __init__(self, model: RunsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_radius = 0
        self.setModel(model)
        self.header = PlainHeader({Column.NUMBER: 16}, self)
        self.setHorizontalHeader(self.header)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.height("row_review"))
        self.header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width; layout, then copies and made go first."""
        super().resizeEvent(event)
        room = self.viewport().width()
        shares = dict(zip(Column, (76, 300, 130, 84, 140, 170), strict=True))
        for column, below in ((Column.LAYOUT, 760), (Column.COPIES, 560), (Column.MADE, 460)):
            if room < below:
                shares.pop(column)
        for column in Column:
            self.setColumnHidden(column, column not in shares)
            self.setColumnWidth(column, room * shares.get(column, 0) // sum(shares.values()))
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


class RunsPage(Page):
    """The table of print runs."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = RunsModel(session.today(), session.timezone, self)
        self.table = RunsTable(self.model)
        self.empty = EmptyState()
        self._title = Label("", "page-name")
        self._count = Label("", "body", "ink-soft")
        head = Pane("window", "b")
        head.setFixedHeight(theme.height("toolbar"))
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 1)
        row.addWidget(self._title)
        row.addStretch()
        row.addWidget(self._count)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.stack, 1)
        self.table.opened.connect(self._open_event)
        self.empty.button.clicked.connect(lambda: self.wanted.emit("events", None))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self._title.setText(self.tr("Print runs"))
        self.table.setAccessibleName(self.tr("Print runs"))
        self.empty.set_texts(
            self.tr("Nothing printed yet"),
            self.tr("Each guide that you save or print is kept here with its number."),
            self.tr("Go to the events"),
            "calendar-dots",
        )
        self._tell()

    def open(self, argument: Any = None) -> None:
        """Read the runs."""
        self.reload()

    def reload(self) -> None:
        """Read the runs again."""
        self.session.ask(lambda store: store.print_runs(), self._show)

    def panes(self) -> list[QWidget]:
        """The table."""
        return [self.table if self.model.rowCount() else self.empty]

    def _show(self, runs: list[PrintRun]) -> None:
        self.model.set_runs(runs)
        self.stack.setCurrentIndex(1 if runs else 0)
        self._tell()

    def _tell(self) -> None:
        runs = self.model.rowCount()
        told = count(runs, self.tr("{n} run"), self.tr("{n} runs"))
        self._count.setText(told if runs else "")

    def _open_event(self, row: int) -> None:
        event = self.model.run(row).event_id
        if event:
            self.wanted.emit("events", event)
