"""The table itself: rows painted whole, keys and tooltips."""

import datetime as dt
import os
import sys
import time
from typing import ClassVar

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
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
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
    QToolTip,
    QWidget,
)

from directory_app.store.rows import BusinessRow
from directory_app.ui import icons, theme
from directory_app.ui.pages.directory.columns import Layout, Sorts, keep_layout, sorts_after
from directory_app.ui.pages.directory.table_model import (
    COLUMN_OF,
    FIRST,
    SORTS,
    BusinessTable,
    Column,
    cell,
    more_text,
)
from directory_app.ui.parts import words
from directory_app.ui.widgets import dates, doors, pins, tips
from directory_app.ui.widgets.base import ScrollBar

#: Columns of digits.
_NUMBERS = (Column.ZIP, Column.PHONE, Column.MODIFIED, Column.UNTIL)
#: A check older than this is stale and gets a clock.
STALE_DAYS = 182


class RowBrush:
    """Paints whole rows with one painter: what a column looks like is here, and only here."""

    _doors: ClassVar[dict[tuple[str, str, float], QPixmap]] = {}

    def __init__(self, painter: QPainter, view: "TableView") -> None:
        self.painter = painter
        self.today: dt.date = view.table.today
        self.width = view.viewport().width()
        self.focused = view.currentIndex().row() if view.hasFocus() else -1
        self.body, self.name = theme.font("body"), theme.medium("body")
        self.strong, self.small = theme.font("strong"), theme.tabular(theme.font("small"))
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
        if any(column not in self.paints for column, _x, _width in self.columns):
            self._text_of = more_text

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
                if column in self.paints:
                    self.paints[column](row, x + INSET, y, width - INSET, high - 1)
                else:
                    self._text(column, row, x + INSET, y, width - INSET, high - 1)

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

    def _text(  # noqa: PLR0917  # as the others, and which column
        self, column: Column, row: BusinessRow, x: int, y: int, room: int, high: int
    ) -> None:
        ends_soon = column == Column.UNTIL and any(
            doors.state_of(door.answer, door.until, self.today) == doors.DoorState.ENDING
            for door in row.doors
        )
        self.painter.setPen(theme.color("warn") if ends_soon else self.ink)
        font = self.small if column in _NUMBERS else self.body
        self._words(font, x, y + high / 2, room - 8, self._text_of(row, column, self.today))

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


#: Left edge of the words in a cell.
INSET = 8


class Header(QHeaderView):
    """The names of the columns; over the doors, the five channels.

    Drag an edge for the width, a name for its place. ``menu_wanted(section, where)``.
    """

    menu_wanted = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setViewport(QWidget())
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(32)
        self.setMouseTracking(True)
        self.setSectionsMovable(True)
        self._words_wide: dict[int, int] = {}
        #: Each column of the order and whether it goes downwards, the main one first.
        self.sorts: tuple[tuple[Column, bool], ...] = ((Column.NAME, False),)

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
        x = box.x() + painter.fontMetrics().horizontalAdvance(text) + 6
        for place, (column, down) in enumerate(self.sorts, start=1):
            if column == section:
                self._sign(painter, x, rect, down=down, place=place)

    def _sign(self, painter: QPainter, x: int, rect: QRect, *, down: bool, place: int) -> None:
        """Which way it goes, and which key of several it is."""
        role = "accent-text" if len(self.sorts) > 1 else "ink-soft"
        sign = "caret-up" if down else "caret-down"
        icons.paint(painter, x, rect.center().y() - 5, sign, role, 12)
        if len(self.sorts) > 1:
            painter.setFont(theme.tabular(theme.font("caption")))
            painter.setPen(theme.color(role))
            box = rect.adjusted(x + 14 - rect.x(), 0, 0, 0)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), str(place))

    def width_of(self, column: Column) -> int:
        """What its name needs, with the sign of the order where it has one."""
        if column not in self._words_wide:
            metrics = QFontMetrics(theme.bold("small"))
            self._words_wide[column] = metrics.horizontalAdvance(words.column(column))
        wide = self._words_wide[column]
        sign = 20 + (10 if len(self.sorts) > 1 else 0)
        return wide + INSET + (sign if column in dict(self.sorts) else 6)

    def measure_again(self) -> None:
        """Other words, or other letters: forget how wide they were."""
        self._words_wide.clear()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a column."""
        self.menu_wanted.emit(self.logicalIndexAt(event.pos()), event.globalPos())


#: Widths of the columns but Name, which takes what is left.
WIDTHS = {
    Column.CODE: 58,
    Column.NAME: 220,
    Column.CATEGORY: 121,
    Column.TOWN: 104,
    Column.DOORS: 127,
    Column.CHECKED: 69,
    Column.PIN: 40,
    Column.STREET: 168,
    Column.ZIP: 64,
    Column.PHONE: 152,
    Column.EMAIL: 176,
    Column.WEBSITE: 168,
    Column.LANGUAGES: 144,
    Column.CUISINE: 128,
    Column.PAYMENT: 144,
    Column.STATUS: 128,
    Column.REVIEW: 92,
    Column.MODIFIED: 76,
    Column.UNTIL: 104,
}
#: What goes first when there is little room (notes: pin, checked, code, category).
FIRST_TO_GO = (
    *(column for column in reversed(Column) if column > Column.PIN),
    *(Column.PIN, Column.CHECKED, Column.CODE, Column.CATEGORY, Column.TOWN),
)
NAME_AT_LEAST = 150
#: From this width on, what was chosen is scrolled sideways rather than left out.
SCROLLS_FROM = 560
#: How long after the last move of an edge the widths are kept.
_SETTLED_MS = 400
#: Category where there is room for the longest labels.
ROOMY_CATEGORY = 168


class TableView(QTableView):
    """``opened(row)``: Enter or a click wants the editor. ``sort_wanted(sorts)``: a header.

    ``columns_menu_wanted(column or -1, where)``: a right click into the header.
    """

    opened = Signal(object)
    chosen = Signal(object)
    sort_wanted = Signal(object)
    columns_menu_wanted = Signal(int, QPoint)
    focus_ring = "none"

    def __init__(self, table: BusinessTable, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # our own viewport: Qt's would be wrapped by trying every widget class there is
        self.setViewport(QWidget())
        # every pixel is painted, so a step down moves what is there and paints two rows
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.table = table
        self.columns = Layout()
        self._arranging = True
        self._keep_soon = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._keep_soon.timeout.connect(self._settled)
        self._trace = os.environ.get("PUERTAS_TRACE_START", "")
        self._hover = -1
        self.header = Header(self)
        self.setHorizontalHeader(self.header)
        self.setModel(table)
        self.setAccessibleName(name)
        self._dress()
        self._measure()
        self.header.sectionClicked.connect(self._header_clicked)
        self.header.sectionResized.connect(self._resized)
        self.header.sectionMoved.connect(self._moved)
        self.header.menu_wanted.connect(self.columns_menu_wanted)
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBar(ScrollBar(Qt.Orientation.Horizontal))
        self.setCornerWidget(QWidget())
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
        grow = max(metrics.height() / 17, 1)
        self.widths = {column: round(width * grow) for column, width in WIDTHS.items()}
        self._roomy_category = round(ROOMY_CATEGORY * grow)

    def measure_again(self) -> None:
        """Other words in the header: other widths."""
        self.header.measure_again()
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

    def beside_current(self) -> list[BusinessRow]:
        """The rows above and below the present one."""
        at = self.currentIndex().row()
        places = [place for place in (at - 1, at + 1) if 0 <= place < self.table.rowCount()]
        return [row for place in places if (row := self.table.row(place)) is not None]

    def select_place(self, number: int) -> None:
        """Make a row the present one, without opening it."""
        # said in full: what Qt does by itself depends on Ctrl being held down
        how = QItemSelectionModel.SelectionFlag
        index = self.table.index(number, Column.NAME)
        self.selectionModel().setCurrentIndex(index, how.ClearAndSelect | how.Rows)

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.table.row(now.row()))

    def _header_clicked(self, section: int) -> None:
        if Column(section) in SORTS:
            shift = Qt.KeyboardModifier.ShiftModifier
            further = bool(QApplication.keyboardModifiers() & shift)
            key = SORTS[Column(section)]
            self.sort_wanted.emit(sorts_after(self.table.filter.sorts, key, further=further))

    def show_sorts(self, sorts: Sorts) -> None:
        """Draw the signs of the sorted columns."""
        shown = tuple((COLUMN_OF[key], down) for key, down in sorts)
        if shown != self.header.sorts:
            self.header.sorts = shown
            self.fit_columns()
            self.header.viewport().update()
            self.table.headerDataChanged.emit(
                Qt.Orientation.Horizontal, 0, self.table.columnCount() - 1
            )

    # -- columns

    def arrange(self, layout: Layout) -> None:
        """Show these columns in this order and these widths."""
        self.columns = layout
        self._arranging = True
        last = [column for column in Column if column not in layout.shown]
        for place, column in enumerate([*layout.shown, *last]):
            at = self.header.visualIndex(column)
            if at != place:
                self.header.moveSection(at, place)
        self._arranging = False
        self.table.tell(layout.shown)
        self.fit_columns()

    def rearranged(self, layout: Layout) -> None:
        """Show them so, and remember it."""
        self.arrange(layout)
        keep_layout(layout)

    def _resized(self, section: int, _before: int, width: int) -> None:
        """Somebody drags an edge."""
        if not self._arranging:
            self.columns.widths[Column(section)] = width
            self._keep_soon.start()

    def _moved(self, section: int, _from: int, _to: int) -> None:
        """Somebody dragged a name: those that are hidden count for nothing."""
        if self._arranging:
            return
        order = [Column(self.header.logicalIndex(place)) for place in range(len(Column))]
        kept = set(self.columns.shown)
        self.columns.shown = [column for column in order if column in kept]
        self._keep_soon.start()

    def _settled(self) -> None:
        if QApplication.mouseButtons():
            self._keep_soon.start()  # still at it
            return
        keep_layout(self.columns)
        self.fit_columns()

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
        """Show what was chosen and fits, leaving Name its least width.

        What somebody chose besides the usual is scrolled sideways where it does not fit.
        """
        room = self.viewport().width()
        wide = self._wide()
        shown = list(self.columns.shown)
        name = self.columns.widths.get(Column.NAME, NAME_AT_LEAST)
        scrolls = self.columns.is_free and room >= SCROLLS_FROM
        for column in FIRST_TO_GO:
            used = sum(wide[one] for one in shown if one != Column.NAME)
            if used + NAME_AT_LEAST <= room or room < 50 or scrolls:
                break
            if column in shown:
                shown.remove(column)
        used = sum(wide[one] for one in shown if one != Column.NAME)
        more = self._roomy_category - wide[Column.CATEGORY]
        if Column.CATEGORY not in self.columns.widths and room - used - WIDTHS[Column.NAME] > more:
            wide[Column.CATEGORY] = self._roomy_category
            used += more if Column.CATEGORY in shown else 0
        wide[Column.NAME] = max(room - used, name if scrolls else NAME_AT_LEAST)
        self._set_columns(shown, wide, scrolls=scrolls and used + wide[Column.NAME] > room)

    def _wide(self) -> dict[Column, int]:
        """How wide each is: as somebody chose, else as usual and never below its own name."""
        usual = dict(self.widths)
        for column in self.columns.shown:
            if column != Column.DOORS:
                usual[column] = max(usual[column], self.header.width_of(column))
        return usual | self.columns.widths

    def _set_columns(self, shown: list[Column], wide: dict[Column, int], *, scrolls: bool) -> None:
        self._arranging = True
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff
        )
        for column in Column:
            if self.isColumnHidden(column) != (column not in shown):
                self.setColumnHidden(column, column not in shown)
            if column in shown and self.columnWidth(column) != wide[column]:
                self.setColumnWidth(column, wide[column])
        self._arranging = False

    # -- tooltips

    def viewportEvent(self, event: QEvent) -> bool:
        """One door's sentence, a pin's word, a name that is cut."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tips.plain(self.tip(event.pos())), self.viewport())
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
        return cell(row, index.column(), self.table.today)

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
