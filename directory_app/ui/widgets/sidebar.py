"""The list at the left: what to work on, with counts; or the same as a rail of icons."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from directory_app.ui import icons, theme
from directory_app.ui.widgets import tips
from directory_app.ui.widgets.base import ScrollBar, see_through

Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class Entry:
    """A row: a page with its icon and count, or (without icon) the name of a section.

    ``is_own``: somebody made it, and may rename, move or delete it. ``waits``: its number is not
    known yet, or takes too long.
    """

    key: str
    words: str
    icon: str = ""
    count: int | None = None
    is_own: bool = False
    waits: bool = False

    @property
    def number(self) -> str:
        """The count as it is painted."""
        if self.count is None:
            return "…" if self.waits else ""
        return f"{self.count:,}".replace(",", "\u202f")

    @property
    def is_section(self) -> bool:
        """Whether it only names what follows."""
        return not self.icon


class Entries(QAbstractListModel):
    """The rows. In a rail the sections are left out by height."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Entry] = []
        self.rail = False
        #: Pixels that a row gives up so that all are to be seen.
        self.closer = 0

    def set_rows(self, rows: list[Entry]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def set_counts(self, counts: Mapping[str, int | None]) -> None:
        """Show counts by key; None shows that it is not known."""
        for row in self.rows:
            row.count = counts.get(row.key, row.count)
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many."""
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for the eye, words with the count for the ear."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words if row.count is None else f"{row.words}, {row.count}"
        if role == Qt.ItemDataRole.ToolTipRole and (self.rail or row.is_own):
            return tips.plain(row.words)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Sections cannot be chosen."""
        if self.rows[index.row()].is_section:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    """Paints a row as list or as rail."""

    def __init__(self, entries: Entries, around: "SidebarList") -> None:
        super().__init__(around)
        self._entries, self._list = entries, around

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = self._entries
        row = model.rows[index.row()]
        if model.rail:
            return QSize(52, 9 if row.is_section else 40)
        high = theme.height("row_sidebar") - model.closer
        return QSize(100, high + 5 if row.is_section else high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = self._entries
        row = model.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if row.is_section:
            if not model.rail:
                self._section(painter, rect, row)
        else:
            on = index.row() == self._list.currentIndex().row()
            hover = index.row() == self._list.hovered
            (self._rail if model.rail else self._row)(painter, rect, row, on, hover)
        painter.restore()

    def _section(self, painter: QPainter, rect: QRectF, row: Entry) -> None:
        painter.setFont(theme.bold("small"))
        painter.setPen(theme.color("ink-soft"))
        words = rect.adjusted(16, 5, -8, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), row.words)

    def _ground(self, painter: QPainter, rect: QRectF, on: bool, hover: bool) -> None:
        if on or hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection" if on else "hover"))
            painter.drawRoundedRect(rect, 6, 6)

    def _row(self, painter: QPainter, rect: QRectF, row: Entry, on: bool, hover: bool) -> None:
        self._ground(painter, rect.adjusted(8, 0, -2 if self._list.scrolls() else -8, 0), on, hover)
        middle = rect.center().y()
        role = "accent-text" if on else "ink-soft"
        icons.paint(painter, 16, round(middle - 8.5), row.icon, role, icons.SIDEBAR, fill=on)
        painter.setFont(theme.bold("body") if on else theme.font("body"))
        painter.setPen(theme.color("ink"))
        count = row.number
        # beside a scroll bar the counts move nearer to it: names are not to be cut for it
        room = rect.adjusted(42, 0, -8 if self._list.scrolls() else -16, 0)
        metrics = painter.fontMetrics()
        left = room.width() - (metrics.horizontalAdvance(count) + 6 if count else 0)
        words = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, round(left))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
        if count:
            painter.setFont(theme.tabular(painter.font()))
            painter.setPen(theme.color(role))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(room, int(flags), count)

    def _rail(self, painter: QPainter, rect: QRectF, row: Entry, on: bool, hover: bool) -> None:
        self._ground(painter, rect.adjusted(8, 2, -8, -2), on, hover)
        at = rect.center()
        role = "accent-text" if on else "ink-soft"
        icons.paint(
            painter, round(at.x() - 10), round(at.y() - 10), row.icon, role, icons.RAIL, fill=on
        )


#: What keys do with a row that somebody made.
_OWN_KEYS = {
    (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier): "rename",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "delete",
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): "up",
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): "down",
}


class SidebarList(QListView):
    """The rows of the sidebar. ``picked(key)`` when a person chose a row.

    ``own_wanted(key, what)``: rename, delete, up or down of a row that somebody made;
    ``own_menu_wanted(key, where)``: its menu; ``own_dropped(key, onto)``: dragged to the place
    of another of these.
    """

    picked = Signal(str)
    own_wanted = Signal(str, str)
    own_menu_wanted = Signal(str, QPoint)
    own_dropped = Signal(str, str)
    focus_ring = "inside"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # our own viewport: Qt's would be wrapped by trying every widget class there is
        self.setViewport(QWidget())
        self.entries = Entries()
        self.hovered = -1
        self.setModel(self.entries)
        self.setItemDelegate(_Delegate(self.entries, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        see_through(self)
        self._quiet = False
        self._dragged = ""
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        self.selectionModel().currentChanged.connect(self._moved)
        self.entries.modelReset.connect(self._draw_together)

    def _draw_together(self) -> None:
        """Where a low window has no room for all rows, they come closer, as far as is readable."""
        rows = self.entries.rows
        whole = sum(theme.height("row_sidebar") + 5 * row.is_section for row in rows)
        lacking = whole - self.viewport().height()
        most = max(theme.height("row_sidebar") - QFontMetrics(theme.font("body")).height() - 8, 0)
        closer = min(most, -(-lacking // len(rows))) if rows and lacking > 0 else 0
        if closer != self.entries.closer:
            self.entries.closer = closer
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All rows are to be seen if that can be."""
        super().resizeEvent(event)
        self._draw_together()

    def _hover(self, row: int) -> None:
        self.hovered = row
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """No hover outside."""
        self._hover(-1)
        super().leaveEvent(event)

    def _own(self, index: QModelIndex) -> str:
        """The key of a row that somebody made, else nothing."""
        row = self.entries.rows[index.row()] if index.isValid() else None
        return row.key if row is not None and row.is_own else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename, delete and move what somebody made."""
        key = self._own(self.currentIndex())
        what = _OWN_KEYS.get((Qt.Key(event.key()), event.modifiers()))
        if key and what:
            self.own_wanted.emit(key, what)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of such a row, by mouse or by its key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if key := self._own(index):
            where = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self.own_menu_wanted.emit(key, self.viewport().mapToGlobal(where))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A right click opens a menu and no page; a left one may begin a drag."""
        if event.button() == Qt.MouseButton.RightButton:
            return
        self._dragged = self._own(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Over another row that somebody made: it gives way."""
        super().mouseMoveEvent(event)
        if self._dragged and event.buttons() & Qt.MouseButton.LeftButton:
            onto = self._own(self.indexAt(event.position().toPoint()))
            if onto and onto != self._dragged:
                self.own_dropped.emit(self._dragged, onto)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag ends."""
        self._dragged = ""
        super().mouseReleaseEvent(event)

    def select(self, key: str) -> None:
        """Show a row as the present one, without ``picked``."""
        self._quiet = True
        self.setCurrentIndex(QModelIndex())
        for row, entry in enumerate(self.entries.rows):
            if entry.key == key and not entry.is_section:
                self.setCurrentIndex(self.entries.index(row))
        self._quiet = False

    def scrolls(self) -> bool:
        """Whether there are more rows than room for them."""
        return bool(self.verticalScrollBar().maximum() > 0)

    def set_rows(self, rows: list[Entry]) -> None:
        """Show other rows; nothing is picked by it."""
        self._quiet = True
        self.entries.set_rows(rows)
        self._quiet = False

    def current_key(self) -> str:
        """The key of the present row, or ""."""
        index = self.currentIndex()
        return self.entries.rows[index.row()].key if index.isValid() else ""

    def set_rail(self, rail: bool) -> None:
        """Icons only, or the whole list."""
        self.entries.rail = rail
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if rail else policy.ScrollBarAsNeeded
        )
        self.scheduleDelayedItemsLayout()

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet and now.isValid():
            self.picked.emit(self.entries.rows[now.row()].key)
