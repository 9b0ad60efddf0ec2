"""The table of a packet: a row a business, with what it is, and how much waits for a person."""

from enum import IntEnum, StrEnum
from typing import Any

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from directory_app.model.packet_review import Review, Row, RowKind
from directory_app.ui import icons, theme
from directory_app.ui.pages.packets import words
from directory_app.ui.style import paint_box
from directory_app.ui.widgets.plain_table import (
    LEFT,
    Index,
    PlainHeader,
    PlainTable,
    RowsModel,
    paint_ground,
    paint_words,
)
from directory_app.ui.widgets.text_table import one_line

_CHIP, _CHOOSE = 136, 108
_KIND = Qt.ItemDataRole.UserRole
_QUIET = {RowKind.BLOCKED, RowKind.DELETED}


class Tab(StrEnum):
    """The tabs above the table."""

    ALL = "all"
    NEW = "new"
    CHANGED = "changed"
    LIKE = "like"
    GONE = "gone"
    CHOOSE = "choose"


_TAB_OF = {
    RowKind.NEW: Tab.NEW,
    RowKind.CHANGED: Tab.CHANGED,
    RowKind.LIKE: Tab.LIKE,
    RowKind.KNOWN: Tab.NEW,
}


def shows(tab: Tab, row: Row, review: Review) -> bool:
    """Whether a tab shows a row; what was to be chosen stays under its tab once it is."""
    if tab is Tab.CHOOSE:
        return review.tally(row).contested
    return tab in (Tab.ALL, _TAB_OF.get(row.kind, Tab.GONE))


class Column(IntEnum):
    """The columns of the table."""

    KIND = 0
    NAME = 1
    DIFFERS = 2
    CHOOSE = 3


class PacketModel(RowsModel):
    """Rows of a Review, through a tab. ``changed`` follows what changes a count."""

    changed = Signal()
    columns = Column

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.review: Review | None = None
        self.tab = Tab.ALL
        self._counts: dict[str, int] = dict.fromkeys((tab.value for tab in Tab), 0)

    def set_review(self, review: Review | None, tab: Tab = Tab.ALL) -> None:
        """Show another packet."""
        self.review = review
        self._count()
        self.set_tab(tab)
        self.changed.emit()

    def set_tab(self, tab: Tab) -> None:
        """Show the rows of a tab."""
        self.tab = tab
        rows = self.review.rows if self.review else []
        review = self.review
        self.set_rows([row for row in rows if review is not None and shows(tab, row, review)])

    def counts(self) -> dict[str, int]:
        """How many rows each tab shows. They stay while one chooses."""
        return dict(self._counts)

    def _count(self) -> None:
        self._counts = dict.fromkeys((tab.value for tab in Tab), 0)
        for row in self.review.rows if self.review else ():
            self._counts[Tab.ALL.value] += 1
            self._counts[_TAB_OF.get(row.kind, Tab.GONE).value] += 1
            if self.review is not None and self.review.tally(row).contested:
                self._counts[Tab.CHOOSE.value] += 1

    def refresh(self, row: Row) -> None:
        """Repaint a row, and count again."""
        if self.review is not None:
            self.review.recount(row)
        at = next((at for at, one in enumerate(self._rows) if one is row), -1)
        if at >= 0:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(Column) - 1))
        self.changed.emit()

    def refresh_all(self) -> None:
        """Repaint everything, and count again."""
        if self.review is not None:
            self.review.recount_all()
        if self._rows:
            last = self.index(len(self._rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.changed.emit()

    def headings(self) -> tuple[str, ...]:
        """The words above the columns."""
        return (
            self.tr("What it is"),
            self.tr("Name"),
            self.tr("What would change"),
            self.tr("To choose"),
        )

    def cell(self, row: Row, column: Column, role: int) -> Any:
        """Words of a cell, for the eye and the ear."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if column == Column.KIND:
                return f"{words.kind(row)}: {words.sentence(row)}"
            return self._words(row, column)
        return row.kind if role == _KIND else None

    def _words(self, row: Row, column: Column) -> str:
        if column == Column.KIND:
            return words.kind(row)
        if column == Column.NAME:
            name = row.entry.name if row.kind is RowKind.LIKE and row.entry else row.name
            return one_line(name)
        if column == Column.DIFFERS:
            return one_line(words.differs(row))
        return words.to_choose(row.conflicts) if row.conflicts else ""


class _Delegate(QStyledItemDelegate):
    """Paints a cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """32 px, more with larger text."""
        return QSize(80, theme.height("row_review"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        painter.save()
        paint_ground(painter, option)
        column = Column(index.column())
        kind = index.data(_KIND)
        if column == Column.KIND:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            _paint_chip(painter, rect, kind, str(index.data()), selected=selected)
        else:
            strong = column == Column.NAME
            painter.setFont(theme.medium("body") if strong else theme.font("small"))
            quiet = "ink-soft" if kind in _QUIET or not strong else "ink"
            painter.setPen(theme.color("warn" if column == Column.CHOOSE else quiet))
            paint_words(painter, rect.adjusted(4, 0, -10, 0), str(index.data() or ""))
        painter.restore()


def _paint_chip(
    painter: QPainter, rect: QRect, kind: RowKind, text: str, *, selected: bool
) -> None:
    ground, ink = words.ROLES[kind]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    high = theme.height("verdict", "small")
    top = round(rect.y() + rect.height() / 2 - high / 2)
    chip = QRectF(rect.x() + 8, top, _CHIP - 16, high)
    if ground:
        paint_box(painter, chip, "base" if selected else ground, None, "field")
    middle = round(chip.center().y())
    role = "ok" if kind is RowKind.NEW else ink
    icons.paint(painter, chip.x() + 7, middle - 7, words.ICONS[kind], role, 14)
    painter.setFont(theme.medium("small") if ground else theme.font("small"))
    painter.setPen(theme.color(ink))
    room = chip.adjusted(27, 0, -4, 0)
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, LEFT, cut)


class PacketTable(PlainTable):
    """One tab stop; ``moved(row)`` another row, ``pane_wanted`` Enter or a double click."""

    moved = Signal(int)
    pane_wanted = Signal()

    def __init__(self, model: PacketModel, parent: QWidget | None = None) -> None:
        super().__init__(model, PlainHeader({0: 16}), "row_review", parent)
        self.setItemDelegate(_Delegate(self))
        self.doubleClicked.connect(lambda _index: self.pane_wanted.emit())
        self.selectionModel().currentRowChanged.connect(
            lambda now, _old: self.moved.emit(now.row())
        )

    def fit_columns(self) -> None:
        """What it is and what to choose whole; name and changes share the rest."""
        room = self.viewport().width()
        heading = QFontMetrics(theme.bold("small")).horizontalAdvance
        model = self.model()
        choose = max(_CHOOSE, heading(str(model.headerData(3, Qt.Orientation.Horizontal))) + 20)
        wide = room >= 560
        self.setColumnHidden(Column.DIFFERS, not wide)
        self.setColumnWidth(Column.KIND, _CHIP)
        self.setColumnWidth(Column.CHOOSE, choose)
        rest = max(room - _CHIP - choose, 80)
        self.setColumnWidth(Column.NAME, rest * 45 // 100 if wide else rest)
        self.setColumnWidth(Column.DIFFERS, rest - rest * 45 // 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width again."""
        super().resizeEvent(event)
        self.fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to what the packet says."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.currentIndex().isValid():
            self.pane_wanted.emit()
        else:
            super().keyPressEvent(event)
