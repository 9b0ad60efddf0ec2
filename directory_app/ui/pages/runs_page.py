"""Print runs: what was printed, for which event, and until when it may be used."""

import datetime as dt
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QLocale, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from directory_app.model.print_run import PrintRun
from directory_app.model.text import fold
from directory_app.ui import icons, theme
from directory_app.ui.consent.run_detail import RunDetail
from directory_app.ui.pages.page import Page
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.widgets.fields import Field
from directory_app.ui.widgets.plain_table import (
    Index,
    PlainHeader,
    PlainTable,
    RowsModel,
    paint_ground,
    paint_words,
)
from directory_app.ui.widgets.toolbar import Toolbar

#: So wide the run stands beside the table; fewer letters name nobody.
_BESIDE = 860
_LEAST_LETTERS = 2
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


class RunsPage(Page):
    """The print runs, looked up by number, event, day or business; one of them beside."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._runs: list[PrintRun] = []
        self._naming: set[int] = set()
        self._in_detail = False
        self.model = RunsModel(session.today(), session.timezone, self)
        self.table = RunsTable(self.model)
        self.empty = EmptyState()
        self.detail = RunDetail(session)
        self.look_up = Field("")
        self.look_up.setMaximumWidth(300)
        self._title = Label("", "page-name")
        self._count = Label("", "body", "ink-soft")
        self._output: Any = None
        self._soon = QTimer(self, singleShot=True, interval=150)
        self._soon.timeout.connect(self._search)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        head = Toolbar(self._title, spacing=12)
        head.row.addStretch()
        head.row.addWidget(self.look_up, 1)
        head.row.addWidget(self._count)
        body = QWidget()
        beside = QHBoxLayout(body)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.table, 3)
        beside.addWidget(self.detail, 2)
        self.detail.hide()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(body)
        self.toast_place = self.stack
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.table.opened.connect(self._open_detail)
        self.table.selectionModel().currentRowChanged.connect(lambda *_both: self._choose())
        self.empty.button.clicked.connect(lambda: self.wanted.emit("events", None))
        self.look_up.textChanged.connect(lambda _text: self._soon.start())
        self.look_up.returnPressed.connect(self._search)
        self.detail.again_wanted.connect(self.print_again)
        self.detail.event_wanted.connect(lambda event: self.wanted.emit("events", event))
        self.detail.business_wanted.connect(lambda code: self.wanted.emit("directory", code))
        self.detail.back.connect(self._leave_detail)
        self.detail.said.connect(self.said)
        self.detail.went_wrong.connect(self.went_wrong)

    def retranslate(self) -> None:
        """Set the texts."""
        self._title.setText(self.tr("Print runs"))
        self.table.setAccessibleName(self.tr("Print runs"))
        self.look_up.setAccessibleName(self.tr("Look up a run"))
        self.look_up.setPlaceholderText(self.tr("Number, event, day or business"))
        self.empty.set_texts(
            self.tr("Nothing printed yet"),
            self.tr("Each guide that you save or print is kept here with its number."),
            self.tr("Go to the events"),
            "calendar-dots",
        )
        self._tell()

    def open(self, argument: Any = None) -> None:
        """Read the runs; ``argument`` is what to look up: a number, or a business's name."""
        if argument:
            self.look_up.setText(str(argument))
        self.reload()

    def reload(self) -> None:
        """Read the runs again."""
        self.session.ask(lambda store: store.print_runs(), self._show)

    def search(self) -> None:
        """Ctrl+F."""
        self.look_up.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.look_up.selectAll()

    def panes(self) -> list[QWidget]:
        """The table, and the run beside it."""
        shown = self.table if self._runs else self.empty
        return [shown, self.detail] if self.detail.isVisible() else [shown]

    # -- looking up

    def _show(self, runs: list[PrintRun]) -> None:
        self._runs = runs
        self.stack.setCurrentIndex(1 if runs else 0)
        self.look_up.setVisible(bool(runs))
        self._narrow()

    def _search(self) -> None:
        text = self.look_up.text().strip()
        if len(text) < _LEAST_LETTERS:
            self._naming = set()
            self._narrow()
            return

        def found(numbers: set[int]) -> None:
            if text == self.look_up.text().strip():
                self._naming = numbers
                self._narrow()

        self.session.ask(lambda store: store.runs_naming(text), found)

    def _narrow(self) -> None:
        current = self._current()
        text = fold(self.look_up.text())
        shown = [
            run
            for run in self._runs
            if not text or run.number in self._naming or text in fold(self._words(run))
        ]
        self.model.set_rows(shown)
        numbers = [run.number for run in shown]
        if current is not None and current.number in numbers:
            self.table.selectRow(numbers.index(current.number))
        else:
            self._choose()
        self._tell()

    def _words(self, run: PrintRun) -> str:
        """What of a run can be looked up: its number with and without zeros, event and days."""
        cells = [self.model.cell(run, column, Qt.ItemDataRole.DisplayRole) for column in Column]
        return " ".join([*map(str, cells), str(run.number)])

    def _tell(self) -> None:
        runs = self.model.rowCount()
        told = count(runs, self.tr("{n} run"), self.tr("{n} runs"))
        self._count.setText(told if self._runs else "")

    # -- one of them

    def _current(self) -> PrintRun | None:
        at = self.table.currentIndex().row()
        return self.model.row(at) if 0 <= at < self.model.rowCount() else None

    def _choose(self) -> None:
        run = self._current()
        self.detail.show_run(run)
        self._in_detail = self._in_detail and run is not None
        self._fit()

    def _open_detail(self, row: int) -> None:
        self.table.selectRow(row)
        self._in_detail = True
        self._fit()
        self.detail.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_detail(self) -> None:
        self._in_detail = False
        self._fit()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Beside the table, or in its place where there is no room."""
        wide = self.width() >= _BESIDE
        chosen = self._current() is not None
        self.detail.back_button.setVisible(not wide)
        self.detail.setVisible(chosen and (wide or self._in_detail))
        self.table.setVisible(wide or not (chosen and self._in_detail))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc steps back to the table."""
        if event.key() == Qt.Key.Key_Escape and self._in_detail:
            self._leave_detail()
        else:
            super().keyPressEvent(event)

    def print_again(self, number: int) -> None:
        """Ask for consent once more and print: a new number if anybody fell away."""
        from directory_app.ui.guide.output import Output

        if self._output is None:
            self._output = Output(self.session, self.window())
            self._output.done.connect(self._printed)
            self._output.failed.connect(self.went_wrong)
        self._output.reprint(number)

    def _printed(self, words: str, icon: str, _folder: object) -> None:
        self.said.emit(words, icon, False)
        self.reload()
