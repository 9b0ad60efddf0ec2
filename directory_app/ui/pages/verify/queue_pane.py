"""The queue beside the call: how much of it is done, who waits, and what else can be done."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from directory_app.tasks.verifying import Item
from directory_app.ui import icons, theme
from directory_app.ui.parts import words
from directory_app.ui.plurals import count
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Pane, see_through
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.plain_table import (
    LEFT,
    RIGHT,
    Index,
    PlainHeader,
    PlainTable,
    RowsModel,
)
from directory_app.ui.widgets.progress import Progress

_ICONS = {
    "open": ("circle", "ink-soft"),
    "later": ("skip-forward", "ink-soft"),
    "confirmed": ("check-circle", "ok"),
    "changed": ("pencil-simple-line", "ok"),
    "no_answer": ("arrow-counter-clockwise", "ink-soft"),
    "wrong_number": ("phone-x", "warn"),
    "closed": ("storefront", "ink-soft"),
}
_FILLED = ("confirmed", "changed")
ITEM_ROLE = Qt.ItemDataRole.UserRole


class _Column(IntEnum):
    WHO = 0


class QueueModel(RowsModel):
    """The businesses of a queue in its order."""

    columns = _Column

    def headings(self) -> tuple[str, ...]:
        """One column."""
        return (self.tr("Business"),)

    def cell(self, row: Item, column: Any, role: int) -> Any:
        """The name; for the ear also how its call ended."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.row.name}: {words.call_state(row.state)} {aside(row)}".strip()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.row.name if role == Qt.ItemDataRole.DisplayRole else None
        return row if role == ITEM_ROLE else None


def aside(item: Item) -> str:
    """What stands at the right: when to call again, or the name in its own script."""
    if item.state == "no_answer" and item.again is not None:
        return dates.short(item.again)
    return item.row.alternate_name


class _Delegate(QStyledItemDelegate):
    """Paints a line of the queue."""

    def __init__(self, table: "QueueList") -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """36 px, more with larger text."""
        return QSize(100, theme.height("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Icon, name, and what stands at the right."""
        item: Item = index.data(ITEM_ROLE)
        now = item.row.id == self._table.current_id
        rect = option.rect.adjusted(8, 0, -8, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, theme.color("sidebar"))
        if now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection"))
            painter.drawRoundedRect(rect, 6, 6)
        icon, role = ("phone-call", "accent-text") if now else _ICONS[item.state]
        fill = now or item.state in _FILLED
        icons.paint(painter, rect.x() + 8, rect.center().y() - 7, icon, role, 16, fill=fill)
        room = rect.adjusted(35, 0, -8, 0)
        words = aside(item)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("ink-soft"))
        face = theme.bold("body") if now else theme.font("body")
        free = room.width() - QFontMetrics(face).horizontalAdvance(item.row.name) - 14
        wide = painter.fontMetrics().horizontalAdvance(words)
        if wide > free and item.state != "no_answer":
            words = ""  # the name is told whole first
        painter.drawText(room, RIGHT, words)
        room.adjust(0, 0, -wide - 6 if words else 0, 0)
        painter.setFont(face)
        painter.setPen(theme.color("ink-soft" if item.is_done and not now else "ink"))
        cut = painter.fontMetrics().elidedText(
            item.row.name, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, LEFT, cut)
        painter.restore()


class QueueList(PlainTable):
    """``wanted(id)``: Enter or a click on a line. Letters and digits go on to the page."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.items = QueueModel()
        super().__init__(self.items, PlainHeader({}), "row", parent)
        self.items.setParent(self)
        self.header.hide()
        self.current_id = ""
        self.setItemDelegate(_Delegate(self))
        self.clicked.connect(lambda index: self._want(index.row()))
        see_through(self)

    def show_items(self, items: tuple[Item, ...], current: str) -> None:
        """Show these; the current one is marked."""
        self.current_id = current
        self.items.set_rows(items)
        ids = [item.row.id for item in items]
        if current in ids:
            self.selectRow(ids.index(current))

    def _want(self, at: int) -> None:
        if 0 <= at < self.items.rowCount():
            self.wanted.emit(self.items.row(at).row.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole width."""
        super().resizeEvent(event)
        self.setColumnWidth(0, self.viewport().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there; no search by letters, which are the page's keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want(self.currentIndex().row())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)


_WIDTH = 260
#: A call takes about so many minutes.
_MINUTES = 2


class QueuePane(Pane):
    """Its parts are public: ``list``, and the buttons ``print``, ``sheets`` and ``finish``."""

    def __init__(self) -> None:
        super().__init__("sidebar", "r")
        self._items: Sequence[Item] = ()
        self.title = Label(self.tr("Phone queue"), "page-name")
        self.done = Label("", "small", "ink-soft")
        self.left = Label("", "small", "ink-soft")
        self.bar = Progress(6)
        self.list = QueueList()
        self.print = Button(self.tr("Print visit sheets…"), "flat", icon="printer")
        self.sheets = Button(self.tr("Type in visit sheets…"), "flat", icon="list")
        self.finish = Button(self.tr("End this queue"), "flat", icon="x")
        self.setFixedWidth(_WIDTH)
        self._lay_out()
        self.list.setAccessibleName(self.tr("Phone queue"))
        self._tell()

    def _lay_out(self) -> None:
        column = vbox(self, margins=(0, 10, 1, 8), spacing=4)
        head = vbox(None, margins=(16, 0, 16, 8), spacing=None)
        counts = hbox(None, self.done, STRETCH, self.left, spacing=None)
        head.addWidget(self.title)
        head.addLayout(counts)
        head.addWidget(self.bar)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        foot = vbox(None, margins=(8, 4, 8, 0))
        for button in (self.print, self.sheets, self.finish):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)

    def show_items(self, items: Sequence[Item], current: str) -> None:
        """Show a queue; ``current`` is called now."""
        self._items = items
        self.list.show_items(tuple(items), current)
        self._tell()

    def menu(self) -> QMenu:
        """What its buttons do, for where it has no room."""
        menu = QMenu(self)

        def fill() -> None:
            menu.clear()
            for button, icon in (
                (self.print, "printer"),
                (self.sheets, "list"),
                (self.finish, "x"),
            ):
                action = menu.addAction(icons.icon(icon, "ink-soft"), button.text())
                action.setEnabled(button.isEnabled())
                action.triggered.connect(lambda _on=False, button=button: button.click())

        menu.aboutToShow.connect(fill)
        return menu

    def to_do(self) -> list[str]:
        """The codes of those whose call has not ended."""
        return [item.row.code for item in self._items if not item.is_done]

    def _tell(self) -> None:
        many = len(self._items)
        done = many - len(self.to_do())
        words = self.tr("%1 of %2 done").replace("%1", str(done)).replace("%2", str(many))
        self.done.setText(words if many else "")
        minutes = _MINUTES * (many - done)
        told = count(minutes, self.tr("about {n} min left"), self.tr("about {n} min left"))
        self.left.setText(told if minutes else "")
        self.bar.set_part(done, max(many, 1))
        self.bar.update()
        self.print.setEnabled(done < many)
