"""The pairs that may be one business, likeliest first: both names, and why."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from directory_app.tasks.duplicates import Duplicate
from directory_app.ui import icons, theme
from directory_app.ui.parts import duplicate_words as words
from directory_app.ui.parts import field_words
from directory_app.ui.widgets.plain_table import (
    Index,
    PlainHeader,
    PlainTable,
    RowsModel,
    paint_ground,
    paint_words,
)

ITEM_ROLE = Qt.ItemDataRole.UserRole


class Item(NamedTuple):
    """A pair, and whether somebody put it off for later."""

    pair: Duplicate
    later: bool = False

    @property
    def key(self) -> frozenset[str]:
        """Both ids."""
        return frozenset((self.pair.one.id, self.pair.other.id))


class _Column(IntEnum):
    PAIR = 0


class PairModel(RowsModel):
    """The pairs in their order."""

    columns = _Column

    def headings(self) -> tuple[str, ...]:
        """One column."""
        return (self.tr("Two that may be one"),)

    def cell(self, row: Item, column: Any, role: int) -> Any:
        """Both names and why, for the ear too."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            pair = row.pair
            both = self.tr("%1 and %2").replace("%1", pair.one.name)
            both = both.replace("%2", pair.other.name)
            why = words.reasons(pair.reasons, pair.metres)
            later = self.tr("put off for later")
            return f"{both}: {why}, {later}" if row.later else f"{both}: {why}"
        return row if role == ITEM_ROLE else None


class _Delegate(QStyledItemDelegate):
    """Paints a pair in three lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for them."""
        return QSize(100, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Both names, their codes, and why."""
        item: Item = index.data(ITEM_ROLE)
        painter.save()
        paint_ground(painter, option)
        room = option.rect.adjusted(16, 8, -12, -8)
        line = QFontMetrics(theme.font("body")).height() + 1
        for at, row in enumerate((item.pair.one, item.pair.other)):
            box = room.adjusted(0, at * line, 0, 0)
            box.setHeight(line)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("ink-soft"))
            wide = painter.fontMetrics().horizontalAdvance(row.code)
            paint_words(painter, box, row.code, right=True)
            painter.setFont(theme.medium("body"))
            painter.setPen(theme.color("ink-soft" if item.later else "ink"))
            paint_words(painter, box.adjusted(0, 0, -wide - 10, 0), row.name)
        self._why(painter, room.adjusted(0, 2 * line + 2, 0, 0), item)
        painter.restore()

    def _why(self, painter: QPainter, room: Any, item: Item) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink-soft"))
        if item.later:
            icons.paint(painter, room.x(), room.center().y() - 6, "skip-forward", "ink-soft", 14)
            room = room.adjusted(20, 0, 0, 0)
        said = words.reasons(item.pair.reasons, item.pair.metres)
        paint_words(painter, room, field_words.sentence(said))


def row_height() -> int:
    """Three lines, larger with larger text."""
    body = QFontMetrics(theme.font("body")).height() + 1
    return 2 * body + QFontMetrics(theme.font("small")).height() + 2 + 17


class PairList(PlainTable):
    """``picked(item)``: another one is current; ``opened``: Enter. Letters go on to the page."""

    picked = Signal(object)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.items = PairModel()
        super().__init__(self.items, PlainHeader({}), "row", parent)
        self.items.setParent(self)
        self.header.hide()
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.setItemDelegate(_Delegate(self))
        self.selectionModel().currentRowChanged.connect(lambda now, _old: self._pick(now.row()))
        self.clicked.connect(lambda _index: self.opened.emit())
        self._filling = False

    def current(self) -> Item | None:
        """The chosen pair."""
        at = self.currentIndex().row()
        return self.items.row(at) if 0 <= at < self.items.rowCount() else None

    def show_items(self, items: Sequence[Item], at: int) -> None:
        """Show these; ``at`` is current, none if it is less than 0."""
        self._filling = True
        self.items.set_rows(items)
        self._filling = False
        if items and at >= 0:
            self.selectRow(min(max(at, 0), len(items) - 1))

    def _pick(self, at: int) -> None:
        if not self._filling and 0 <= at < self.items.rowCount():
            self.picked.emit(self.items.row(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole width."""
        super().resizeEvent(event)
        self.setColumnWidth(0, self.viewport().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Right go to the two; letters are the page's keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.opened.emit()
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)
