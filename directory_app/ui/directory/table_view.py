"""The table itself: rows painted whole, a header with the five channels, keys and tooltips."""

import datetime as dt
import os
import sys
import time
from typing import ClassVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QToolTip, QWidget

from directory_app.store.rows import BusinessRow
from directory_app.ui import icons, theme
from directory_app.ui.directory import words
from directory_app.ui.directory.table_model import FIRST, SORTS, BusinessTable, Column
from directory_app.ui.widgets import dates, doors, pins
from directory_app.ui.widgets.base import ScrollBar

#: Left edge of the words in a cell; widths of the columns but Name, which takes what is left.
INSET = 8
WIDTHS = {
    Column.CODE: 58,
    Column.NAME: 220,
    Column.CATEGORY: 121,
    Column.TOWN: 104,
    Column.DOORS: 127,
    Column.CHECKED: 69,
    Column.PIN: 40,
}
#: What goes first when there is little room (notes: pin, checked, code, category).
FIRST_TO_GO = (Column.PIN, Column.CHECKED, Column.CODE, Column.CATEGORY, Column.TOWN)
NAME_AT_LEAST = 150
#: Category where there is room for the longest labels.
ROOMY_CATEGORY = 168
#: A check older than this is stale and gets a clock.
STALE_DAYS = 182


class Header(QHeaderView):
    """The names of the columns; over the doors, the five channels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setViewport(QWidget())
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(32)
        self.setMouseTracking(True)
        self.sorted_by: Column | None = Column.NAME
        self.descending = False

    def sizeHint(self) -> QSize:
        """30 px high."""
        return QSize(super().sizeHint().width(), theme.height("row_header", "small"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one name."""
        painter.save()
        painter.fillRect(rect, theme.color("header"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        if section == Column.DOORS:
            self._channels(painter, rect)
        else:
            self._name(painter, rect, section)
        painter.restore()

    def _channels(self, painter: QPainter, rect: QRect) -> None:
        y = rect.center().y() - 7
        for place, name in enumerate(doors.CHANNEL_ICONS.values()):
            x = rect.x() + INSET + place * doors.STEP + 1
            icons.paint(painter, x, y, name, "ink-soft", 15)

    def _name(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.setFont(theme.bold("small"))
        painter.setPen(theme.color("ink-soft"))
        text = words.column(section)
        box = rect.adjusted(INSET, 0, 0, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)
        if section == self.sorted_by:
            x = box.x() + painter.fontMetrics().horizontalAdvance(text) + 6
            sign = "caret-up" if self.descending else "caret-down"
            icons.paint(painter, x, rect.center().y() - 5, sign, "ink-soft", 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what is right of the last column too."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color("header"))
        bottom = self.viewport().height() - 1
        painter.fillRect(0, bottom, self.viewport().width(), 1, theme.color("line"))
        painter.end()
        super().paintEvent(event)


class TableView(QTableView):
    """``opened(row)``: Enter or a click wants the editor. ``sort_wanted(column)``: a header."""

    opened = Signal(object)
    chosen = Signal(object)
    sort_wanted = Signal(int)
    focus_ring = "none"

    def __init__(self, table: BusinessTable, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # our own viewport: Qt's would be wrapped by trying every widget class there is
        self.setViewport(QWidget())
        self.table = table
        self.hidden_by_choice: set[Column] = set()
        self._trace = os.environ.get("PUERTAS_TRACE_START", "")
        self._hover = -1
        self.setHorizontalHeader(Header(self))
        self.setModel(table)
        self.setAccessibleName(name)
        self._dress()
        self._measure()
        self.horizontalHeader().sectionClicked.connect(self._header_clicked)
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()

    def _measure(self) -> None:
        metrics = QFontMetrics(theme.font("body"))
        down = self.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(16)
        high = max(theme.length("height", "row"), round(metrics.height() * 2.2))
        down.setDefaultSectionSize(high)
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        grow = metrics.height() / 17
        self.widths = {column: round(width * max(grow, 1)) for column, width in WIDTHS.items()}
        bold = QFontMetrics(theme.bold("small"))
        for column in (Column.CODE, Column.CHECKED, Column.PIN):
            words_wide = bold.horizontalAdvance(words.column(column)) + INSET + 6
            self.widths[column] = max(self.widths[column], words_wide)
        for column, width in self.widths.items():
            across.resizeSection(column, width)
        across.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        self._roomy_category = round(ROOMY_CATEGORY * max(grow, 1))

    def measure_again(self) -> None:
        """Other words in the header: other widths."""
        self.horizontalHeader().setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Fixed)
        self._measure()
        self.fit_columns()

    # -- choosing

    def current_row(self) -> BusinessRow | None:
        """The present row."""
        index = self.currentIndex()
        return self.table.row(index.row()) if index.isValid() else None

    def selected_rows(self) -> list[BusinessRow]:
        """All selected rows, in order."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [row for number in numbers if (row := self.table.row(number)) is not None]

    def select_place(self, number: int) -> None:
        """Make a row the present one, without opening it."""
        self.setCurrentIndex(self.table.index(number, Column.NAME))

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.table.row(now.row()))

    def _header_clicked(self, section: int) -> None:
        if Column(section) in SORTS:
            self.sort_wanted.emit(section)

    def show_sort(self, column: Column, descending: bool) -> None:
        """Draw the sign of the sorted column."""
        header = self.horizontalHeader()
        assert isinstance(header, Header)
        header.sorted_by, header.descending = column, descending
        header.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the editor."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.current_row())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt would make the first row the present one: only a person chooses."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """So does a double click."""
        super().mouseDoubleClickEvent(event)
        self.opened.emit(self.current_row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the hover ground."""
        self._set_hover(self.rowAt(round(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No hover outside."""
        self._set_hover(-1)
        super().leaveEvent(event)

    def _set_hover(self, row: int) -> None:
        if row != self._hover:
            self._hover = row
            self.viewport().update()

    # -- room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide columns that find no room; know how many rows fill the screen."""
        screenful = self.viewport().height() // self.verticalHeader().defaultSectionSize() + 2
        self.table.first = max(FIRST, screenful)
        self.fit_columns()
        super().resizeEvent(event)

    def fit_columns(self) -> None:
        """Show what was chosen and fits, leaving Name its least width."""
        shown = [column for column in Column if column not in self.hidden_by_choice]
        for column in FIRST_TO_GO:
            used = sum(self.widths[one] for one in shown if one != Column.NAME)
            if used + NAME_AT_LEAST <= self.viewport().width() or self.viewport().width() < 50:
                break
            if column in shown:
                shown.remove(column)
        used = sum(self.widths[one] for one in shown if one != Column.NAME)
        spare = self.viewport().width() - used - WIDTHS[Column.NAME]
        wide = self.widths[Column.CATEGORY]
        roomy = self._roomy_category if spare > self._roomy_category - wide else wide
        self.horizontalHeader().resizeSection(Column.CATEGORY, roomy)
        for column in Column:
            self.setColumnHidden(column, column not in shown)

    # -- tooltips

    def viewportEvent(self, event: QEvent) -> bool:
        """One door's sentence, a pin's word, a name that is cut."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def tip(self, at: QPoint) -> str:
        """What a place in the viewport says."""
        index = self.indexAt(at)
        row = self.table.row(index.row()) if index.isValid() else None
        if row is None:
            return ""
        if index.column() == Column.DOORS:
            place = (at.x() - self.columnViewportPosition(Column.DOORS) - INSET) // doors.STEP
            if 0 <= place < len(row.doors):
                door = row.doors[place]
                state = doors.state_of(door.answer, door.until, self.table.today)
                return doors.sentence(door.channel, state, door.until)
        return words.cell(row, index.column(), self.table.today)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that the event asks for."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("base"))
        first = self.rowAt(event.rect().top())
        painted = 0
        if first >= 0:
            painted = self._paint_rows(painter, first, event.rect().bottom())
        painter.end()
        if self._trace and painted:
            self._say_painted()

    def _paint_rows(self, painter: QPainter, first: int, bottom: int) -> int:
        brush = RowBrush(painter, self)
        count, high = self.table.rowCount(), self.verticalHeader().defaultSectionSize()
        number = first
        while number < count:
            y = self.rowViewportPosition(number)
            if y > bottom:
                break
            row = self.table.row(number)
            selected = self.selectionModel().isRowSelected(number)
            brush.paint(y, high, row, self._ground(number, selected), selected)
            number += 1
        return number - first

    def _ground(self, number: int, selected: bool) -> str | None:
        if selected:
            return "selection"
        return "hover" if number == self._hover else None

    def _say_painted(self) -> None:
        sys.stdout.write(f"{time.monotonic()}\n")
        sys.stdout.flush()
        if self._trace == "exit":
            os._exit(0)
        self._trace = ""


class RowBrush:
    """Paints whole rows with one painter: what a column looks like is here, and only here."""

    _doors: ClassVar[dict[tuple[str, str, float], QPixmap]] = {}

    def __init__(self, painter: QPainter, view: TableView) -> None:
        self.painter = painter
        self.today: dt.date = view.table.today
        self.width = view.viewport().width()
        self.focused = view.currentIndex().row() if view.hasFocus() else -1
        self.body, self.name = theme.font("body"), theme.medium("body")
        self.strong, self.small = theme.font("strong"), theme.font("small")
        self.own = theme.font("own-script")
        self.code = theme.font("small")
        self.code.setLetterSpacing(self.code.SpacingType.PercentageSpacing, 104)
        self.metrics = {
            id(font): QFontMetrics(font)
            for font in (self.body, self.name, self.strong, self.small, self.own, self.code)
        }
        self.ink, self.soft = theme.color("ink"), theme.color("ink-soft")
        self.faint, self.line = theme.color("ink-faint"), theme.color("line")
        self.columns = [
            (column, view.columnViewportPosition(column), view.columnWidth(column))
            for column in Column
            if not view.isColumnHidden(column)
        ]
        self.paints = {
            Column.CODE: self._code,
            Column.NAME: self._name,
            Column.CATEGORY: self._category,
            Column.TOWN: self._town,
            Column.DOORS: self._doors_of,
            Column.CHECKED: self._checked,
            Column.PIN: self._pin,
        }

    def paint(
        self, y: int, high: int, row: BusinessRow | None, ground: str | None, selected: bool
    ) -> None:
        """One row whose top is ``y``; None is a row that is gone."""
        if ground:
            self.painter.fillRect(0, y, self.width, high, theme.color(ground))
        self.painter.fillRect(0, y + high - 1, self.width, 1, self.line)
        self.selected = selected
        if row is not None:
            for column, x, width in self.columns:
                self.paints[column](row, x + INSET, y, width - INSET, high - 1)

    def _words(self, font: object, x: float, middle: float, room: float, text: str) -> None:
        """One line, cut with an ellipsis where it must be, centred on ``middle``."""
        metrics = self.metrics[id(font)]
        if metrics.horizontalAdvance(text) > room:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
        self.painter.setFont(font)  # type: ignore[arg-type]  # one of the fonts above
        baseline = middle + (metrics.ascent() - metrics.descent()) / 2
        self.painter.drawText(round(x), round(baseline), text)

    def _code(self, row: BusinessRow, x: int, y: int, room: int, high: int) -> None:
        self.painter.setPen(self.soft)
        self._words(self.code, x, y + high / 2, room + 20, row.code)

    def _name(self, row: BusinessRow, x: int, y: int, room: int, high: int) -> None:
        self.painter.setPen(self.ink)
        font = self.strong if self.selected else self.name
        if not row.alternate_name:
            self._words(font, x, y + high / 2, room - 8, row.name)
            return
        self._words(font, x, y + high / 2 - 8, room - 8, row.name)
        self.painter.setPen(self.soft)
        self._words(self.own, x, y + high / 2 + 8, room - 8, row.alternate_name)

    def _category(self, row: BusinessRow, x: int, y: int, room: int, high: int) -> None:
        icon = words.category_icon(row.category)
        icons.paint(self.painter, x, y + high // 2 - 7, icon, "ink-soft", 16)
        self.painter.setPen(self.ink)
        self._words(self.body, x + 23, y + high / 2, room - 27, words.category(row.category))

    def _town(self, row: BusinessRow, x: int, y: int, room: int, high: int) -> None:
        self.painter.setPen(self.ink)
        self._words(self.body, x, y + high / 2, room - 6, row.city)

    def _doors_of(self, row: BusinessRow, x: int, y: int, room: int, high: int) -> None:
        top = y + high // 2 - 10
        for door in row.doors:
            state = doors.state_of(door.answer, door.until, self.today)
            self.painter.drawPixmap(x, top, self._door(state))
            x += doors.STEP

    def _door(self, state: doors.DoorState) -> QPixmap:
        ratio = self.painter.device().devicePixelRatioF()
        key = (state.value, theme.scheme(), ratio)
        if key not in RowBrush._doors:
            picture = QPixmap(round(18 * ratio), round(22 * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            doors.paint_door(painter, -1, 0, state)
            painter.end()
            RowBrush._doors[key] = picture
        return RowBrush._doors[key]

    def _checked(self, row: BusinessRow, x: int, y: int, room: int, high: int) -> None:
        day = row.assured_date
        text = dates.age(day, self.today)
        if day is not None and (self.today - day).days > STALE_DAYS:
            icons.paint(self.painter, x, y + high // 2 - 6, "clock", "warn", 13)
            self.painter.setPen(theme.color("warn"))
            x += 17
        else:
            self.painter.setPen(self.ink if day else self.faint)
        self._words(self.small, x, y + high / 2, room, text)

    def _pin(self, row: BusinessRow, x: int, y: int, room: int, high: int) -> None:
        pins.paint_pin(self.painter, x - 1, y + high / 2 - 8, row.precision)


def row_rect(view: TableView, number: int) -> QRectF:
    """Where a row is in the viewport (for tests and toasts)."""
    high = view.verticalHeader().defaultSectionSize()
    return QRectF(0, view.rowViewportPosition(number), view.viewport().width(), high)
