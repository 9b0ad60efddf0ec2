"""The table of businesses near an event: ticks, drag to order, and those left out below."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QDropEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from directory_app.model import categories
from directory_app.ui import icons, theme
from directory_app.ui.events import words
from directory_app.ui.events.nearby import NearbyRow
from directory_app.ui.widgets.base import ScrollBar
from directory_app.ui.widgets.fields import paint_tick

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole
NUMBER_ROLE = Qt.ItemDataRole.UserRole + 1
_MIME = "application/x-puertas-row"
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class Column(IntEnum):
    """The columns of the table."""

    TICK = 0
    NAME = 1
    STATE = 2
    FAR = 3
    WHY = 4


class NearbyModel(QAbstractTableModel):
    """Rows of a Nearby. ``chosen(code, included)`` and ``ordered(codes)`` tell what is wanted."""

    chosen = Signal(str, bool)
    ordered = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[NearbyRow] = []

    def set_rows(self, rows: Sequence[NearbyRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, at: int) -> NearbyRow:
        """One row."""
        return self._rows[at]

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

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """All rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Five."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Headings."""
        if way == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("In"),
            self.tr("Name"),
            self.tr("At the event"),
            self.tr("Distance"),
            self.tr("Why"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, ticks and the row itself."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(row, column)
        if role == Qt.ItemDataRole.CheckStateRole and column == Column.TICK:
            return Qt.CheckState.Checked if row.listed else Qt.CheckState.Unchecked
        if role == ROW_ROLE:
            return row
        return index.row() + 1 if role == NUMBER_ROLE and row.listed else None

    def _words(self, row: NearbyRow, column: Column) -> str:
        if column == Column.NAME:
            return row.name
        if column == Column.STATE:
            return words.state_name(row.state) if row.listed else ""
        if column == Column.FAR:
            return words.miles(row.miles, row.point, about=row.about)
        if column == Column.WHY:
            put_in = self.tr("Put in by you") if row.by_hand else ""
            return words.reason_name(row.reason) if row.reason else put_in
        return ""

    def _sentence(self, row: NearbyRow, column: Column) -> str:
        if column == Column.TICK:
            return self.tr("In the guide") if row.listed else self.tr("Not in the guide")
        if column == Column.NAME and row.alternate_name:
            return f"{row.name}, {row.alternate_name}"
        return self._words(row, column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Listed rows can be dragged; ticks where a person may choose."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        row = self._rows[index.row()]
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
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The number of the row that is dragged."""
        data = QMimeData()
        data.setData(_MIME, str(indexes[0].row()).encode())
        return data


class NearbyDelegate(QStyledItemDelegate):
    """Paints a cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """36 px, more with larger text."""
        return QSize(60, theme.height("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        active = bool(option.state & QStyle.StateFlag.State_Active)
        ground = "selection" if selected and active else "selection-inactive"
        painter.fillRect(rect, theme.color(ground if selected else "base"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        row: NearbyRow = index.data(ROW_ROLE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _PAINT[Column(index.column())](painter, rect, index, row)
        painter.restore()


def _paint_tick(painter: QPainter, rect: QRect, index: Index, row: NearbyRow) -> None:
    paint_tick(painter, rect.x() + 16, rect.center().y() - 8, row.listed, row.can_choose)


def _paint_name(painter: QPainter, rect: QRect, index: Index, row: NearbyRow) -> None:
    if row.category:
        icon = categories.get(row.category).icon
        icons.paint(painter, rect.x() + 4, rect.center().y() - 8, icon, "ink-soft")
    ink = "ink" if row.listed else "ink-soft"
    painter.setFont(theme.medium("body"))
    painter.setPen(theme.color(ink))
    room = QRectF(rect.x() + 28, rect.y(), rect.width() - 36, rect.height())
    if row.alternate_name:
        room.setHeight(rect.height() / 2 + 1)
    cut = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, _LEFT, cut)
    if row.alternate_name:
        room.moveTop(rect.y() + rect.height() / 2 - 1)
        painter.setFont(theme.font("own-script"))
        painter.setPen(theme.color("ink-soft"))
        painter.drawText(room, _LEFT, row.alternate_name)


def _paint_state(painter: QPainter, rect: QRect, index: Index, row: NearbyRow) -> None:
    if not row.listed:
        return
    icon, role = words.STATE_ICONS[row.state]
    icons.paint(painter, rect.x() + 4, rect.center().y() - 7, icon, role, 14)
    _text(painter, rect.adjusted(24, 0, 0, 0), index, "ink" if role == "ok" else role)


def _paint_text(painter: QPainter, rect: QRect, index: Index, row: NearbyRow) -> None:
    _text(painter, rect.adjusted(4, 0, 0, 0), index, "ink-soft")


def _text(painter: QPainter, rect: QRect, index: Index, ink: str) -> None:
    painter.setFont(theme.font("small"))
    painter.setPen(theme.color(ink))
    room = rect.adjusted(0, 0, -8, 0)
    cut = painter.fontMetrics().elidedText(
        str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width()
    )
    painter.drawText(room, _LEFT, cut)


_PAINT = {
    Column.TICK: _paint_tick,
    Column.NAME: _paint_name,
    Column.STATE: _paint_state,
    Column.FAR: _paint_text,
    Column.WHY: _paint_text,
}


class PlainHeader(QHeaderView):
    """30 px, plain. ``insets`` say where the words of a section begin, 4 where they don't."""

    def __init__(self, insets: Mapping[int, int], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._insets = dict(insets)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        """30 px, more with larger text."""
        return QSize(100, theme.height("row_header", "small"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the heading."""
        painter.save()
        painter.fillRect(rect, theme.color("header"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        painter.setFont(theme.bold("small"))
        painter.setPen(theme.color("ink-soft"))
        left = self._insets.get(section, 4)
        words_ = str(self.model().headerData(section, self.orientation()))
        painter.drawText(rect.adjusted(left, 0, 0, 0), _LEFT, words_)
        painter.restore()


class NearbyTable(QTableView):
    """Space ticks, Alt+Up and Alt+Down move, Enter goes to the business (``opened(code)``)."""

    opened = Signal(str)
    focus_ring = "inside"

    def __init__(self, model: NearbyModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._drop_at = -1
        self.focus_radius = 0
        self.setModel(model)
        self.header = PlainHeader({Column.TICK: 16, Column.NAME: 28}, self)
        self.setHorizontalHeader(self.header)
        self.setItemDelegate(NearbyDelegate(self))
        self._plain()
        self.doubleClicked.connect(lambda index: self.opened.emit(model.row(index.row()).code))

    def _plain(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.height("row"))
        self.header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit_columns(self) -> None:
        """Share the width; distance and why go first."""
        room = max(self.viewport().width() - 44, 120)
        shares = {Column.NAME: 36, Column.STATE: 16, Column.FAR: 16, Column.WHY: 32}
        if room < 470:
            shares.pop(Column.FAR)
        if room < 330:
            shares.pop(Column.WHY)
        self.setColumnWidth(Column.TICK, 44)
        for column in (Column.NAME, Column.STATE, Column.FAR, Column.WHY):
            self.setColumnHidden(column, column not in shares)
            self.setColumnWidth(column, room * shares.get(column, 0) // sum(shares.values()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width again."""
        super().resizeEvent(event)
        self.fit_columns()

    def go_to(self, code: str) -> None:
        """Select a business's row."""
        at = self._model.place_of(code)
        if at >= 0:
            self.setCurrentIndex(self._model.index(at, Column.NAME))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a tick."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == Column.TICK:
            self._model.toggle(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, Enter, Alt+Up and Alt+Down."""
        at = self.currentIndex().row()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if at >= 0 and alt and step:
            if self._model.move(at, at + step):
                self.setCurrentIndex(self._model.index(at + step, Column.NAME))
        elif at >= 0 and event.key() == Qt.Key.Key_Space:
            self._model.toggle(at)
        elif at >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._model.row(at).code)
        else:
            super().keyPressEvent(event)

    # -- dragging

    def _gap(self, event: QDropEvent) -> int:
        """Before which row a drop would go."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return self._model.listed()
        rect = self.visualRect(index)
        below = event.position().y() > rect.center().y()
        return min(index.row() + below, self._model.listed())

    def dragMoveEvent(self, event: Any) -> None:
        """Show where it would go."""
        super().dragMoveEvent(event)
        self._drop_at = self._gap(event)
        event.acceptProposedAction()
        self.viewport().update()

    def dragLeaveEvent(self, event: Any) -> None:
        """Show nothing."""
        super().dragLeaveEvent(event)
        self._drop_at = -1
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the row."""
        start = int(bytes(event.mimeData().data(_MIME).data()) or b"-1")
        end = self._gap(event)
        self._drop_at = -1
        self.viewport().update()
        # the view would take the row out itself after a move that it was told of
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._model.move(start, end - 1 if end > start else end)

    def paintEvent(self, event: Any) -> None:
        """Draw the line where a drop would go."""
        super().paintEvent(event)
        if self._drop_at < 0:
            return
        painter = QPainter(self.viewport())
        y = self.rowViewportPosition(self._drop_at) if self._drop_at < self._model.rowCount() else 0
        if self._drop_at and y == 0:
            y = self.rowViewportPosition(self._drop_at - 1) + self.rowHeight(0)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawLine(0, y, self.viewport().width(), y)
        painter.end()
