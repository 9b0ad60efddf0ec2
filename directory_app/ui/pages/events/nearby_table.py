"""The table of businesses near an event: keys, ticks, and dragging to order."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from directory_app.model import categories
from directory_app.tasks.near_event import NearbyRow
from directory_app.ui import icons, theme
from directory_app.ui.parts.events import words
from directory_app.ui.style import paint_tick
from directory_app.ui.widgets import tips
from directory_app.ui.widgets.plain_table import (
    Index,
    PlainHeader,
    PlainTable,
    RowsModel,
    paint_ground,
    paint_name,
    paint_words,
)

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


class NearbyDelegate(QStyledItemDelegate):
    """Paints a cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """36 px, more with larger text."""
        return QSize(60, theme.height("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        paint_ground(painter, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        _PAINT[Column(index.column())](painter, rect, str(index.data() or ""), index.data(ROW_ROLE))
        painter.restore()


def _paint_tick(painter: QPainter, rect: QRect, text: str, row: NearbyRow) -> None:
    paint_tick(painter, rect.x() + 16, rect.center().y() - 8, row.listed, row.can_choose)


def _paint_name(painter: QPainter, rect: QRect, text: str, row: NearbyRow) -> None:
    if row.category:
        icon = categories.get(row.category).icon
        icons.paint(painter, rect.x() + 4, rect.center().y() - 8, icon, "ink-soft")
    ink = "ink" if row.listed else "ink-soft"
    paint_name(painter, rect.adjusted(28, 0, -8, 0), row.name, row.alternate_name, ink)


def _paint_state(painter: QPainter, rect: QRect, text: str, row: NearbyRow) -> None:
    room = rect.adjusted(4, 0, -8, 0)
    role = "ink-soft"
    if row.listed:
        icon, role = words.STATE_ICONS[row.state]
        icons.paint(painter, room.x(), rect.center().y() - 7, icon, role, 14)
        room.setLeft(room.left() + 20)
    painter.setFont(theme.font("small"))
    painter.setPen(theme.color("ink" if role == "ok" else role))
    paint_words(painter, room, text)
    if row.listed and row.by_hand:
        after = room.x() + painter.fontMetrics().horizontalAdvance(text) + 6
        if after + 14 <= rect.right():
            icons.paint(painter, after, rect.center().y() - 7, "push-pin", "ink-soft", 14)


def _paint_far(painter: QPainter, rect: QRect, text: str, row: NearbyRow) -> None:
    painter.setFont(theme.tabular(theme.font("small")))
    painter.setPen(theme.color("ink-soft"))
    paint_words(painter, rect.adjusted(4, 0, -12, 0), text, right=True)


_PAINT = {
    Column.TICK: _paint_tick,
    Column.NAME: _paint_name,
    Column.STATE: _paint_state,
    Column.FAR: _paint_far,
}


#: Least widths at which state, then distance, are still worth their place.
_STATE_BELOW, _FAR_BELOW = 250, 300


class NearbyTable(PlainTable):
    """Space ticks, Alt+Up and Alt+Down move, Enter goes to the business (``opened(code)``)."""

    opened = Signal(str)

    def __init__(self, model: NearbyModel, parent: QWidget | None = None) -> None:
        header = PlainHeader({Column.TICK: 16, Column.NAME: 28}, right=[Column.FAR])
        super().__init__(model, header, "row", parent)
        self._model = model
        self._drop_at = -1
        self.setItemDelegate(NearbyDelegate(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(False)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.row(index.row()).code))
        model.modelReset.connect(self._span)

    def _span(self) -> None:
        """Why a business is left out needs the room of its distance, which it has not."""
        self.clearSpans()
        for at in range(self._model.listed(), self._model.rowCount()):
            self.setSpan(at, Column.STATE, 1, 2)

    def fit_columns(self) -> None:
        """Distance and state as wide as their words; the name takes the rest."""
        room = max(self.viewport().width() - 44, 120)
        metrics = QFontMetrics(theme.font("small"))
        far = metrics.horizontalAdvance("00,0 mi SW 00") + 20
        state = metrics.horizontalAdvance(self._longest_state()) + 36
        widths = {Column.TICK: 44, Column.NAME: room}
        for column, wide, below in (
            (Column.STATE, state, _STATE_BELOW),
            (Column.FAR, far, _FAR_BELOW),
        ):
            if room >= below:
                widths[column] = wide
                widths[Column.NAME] -= wide
        self.share(widths, room + 44)

    def _longest_state(self) -> str:
        return max(words.all_states(), key=len)

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
        start = int(bytes(event.mimeData().data(MIME).data()) or b"-1")
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
