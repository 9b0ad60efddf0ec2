"""A table of plain words: what backups, print runs and requests are listed in.

Text is painted, never marked up. Columns say their share of the width and below which width of
the table they go.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, cast

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from directory_app.ui import theme
from directory_app.ui.widgets.plain_table import (
    Index,
    PlainHeader,
    PlainTable,
    RowsModel,
    paint_ground,
    paint_words,
)

_FIRST_INSET = 16
#: So many rows say how wide a column has to be.
_MEASURED = 200


@dataclass(frozen=True, slots=True)
class TextColumn:
    """``share`` of the width; gone below ``least`` px of the table; ``strong``: in ink, 500.

    ``whole``: dates, codes and numbers, which may not be cut, get what they need first.
    """

    share: int
    least: int = 0
    right: bool = False
    strong: bool = False
    whole: bool = False

    def font(self) -> QFont:
        """In which its words are."""
        return theme.tabular(theme.medium("body") if self.strong else theme.font("body"))


@dataclass(frozen=True, slots=True)
class TextRow:
    """The words of a row, what it stands for, and whether it is one to look at."""

    cells: tuple[str, ...]
    data: Any = None
    warn: bool = False


class TextModel(RowsModel):
    """TextRows under headings."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = cast(  # type: ignore[misc]  # every table has columns of its own
            "type[IntEnum]", IntEnum("Column", {f"C{at}": at for at in range(count)})
        )
        self._headings: tuple[str, ...] = ("",) * count

    def headings(self) -> tuple[str, ...]:
        """The words above."""
        return self._headings

    def set_headings(self, words: Sequence[str]) -> None:
        """Other words above."""
        self._headings = tuple(words)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._headings) - 1)

    def cell(self, row: TextRow, column: Any, role: int) -> Any:
        """The words."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.cells[int(column)]
        return row.warn if role == Qt.ItemDataRole.UserRole else None


class _Delegate(QStyledItemDelegate):
    """Paints a cell."""

    def __init__(self, table: "TextTable") -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """32 px, more with larger text."""
        return QSize(60, theme.height("row_review"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        column = self._table.text_columns[index.column()]
        painter.save()
        paint_ground(painter, option)
        painter.setFont(column.font())
        warn = bool(index.data(Qt.ItemDataRole.UserRole))
        painter.setPen(theme.color("warn" if warn else "ink" if column.strong else "ink-soft"))
        rect: QRect = option.rect
        room = rect.adjusted(_FIRST_INSET if index.column() == 0 else 4, 0, -12, 0)
        paint_words(painter, room, one_line(str(index.data() or "")), right=column.right)
        painter.restore()


class TextTable(PlainTable):
    """``opened(data)``: Enter or a double click on a row. ``chosen(data)``: another row."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, columns: Sequence[TextColumn], parent: QWidget | None = None) -> None:
        self.text_columns = tuple(columns)
        right = [at for at, column in enumerate(columns) if column.right]
        self.rows = TextModel(len(self.text_columns))
        super().__init__(
            self.rows, PlainHeader({0: _FIRST_INSET}, right=right), "row_review", parent
        )
        self.rows.setParent(self)
        self.setItemDelegate(_Delegate(self))
        self.doubleClicked.connect(lambda _index: self._open())
        self.selectionModel().currentRowChanged.connect(lambda *_both: self._choose())

    def set_headings(self, words: Sequence[str]) -> None:
        """The words above the columns."""
        self.rows.set_headings(words)

    def set_rows(self, rows: Sequence[TextRow]) -> None:
        """Show these, and stay at the same place as far as there is one."""
        at = self.currentIndex().row()
        self.rows.set_rows(rows)
        if 0 <= at < len(rows):
            self.selectRow(at)
        self._share()
        self._choose()

    def current(self) -> Any:
        """What the current row stands for, None without one."""
        at = self.currentIndex().row()
        return self.rows.row(at).data if 0 <= at < self.rows.rowCount() else None

    def _open(self) -> None:
        if self.current() is not None:
            self.opened.emit(self.current())

    def _choose(self) -> None:
        self.chosen.emit(self.current())

    def fit_height(self, most: int) -> None:
        """As high as its rows, at most so many of them."""
        shown = min(self.rows.rowCount(), most)
        high = shown * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(high + self.header.sizeHint().height() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """What may not be cut gets its room first, the others share the rest."""
        room = self.viewport().width()
        shown = {at: column for at, column in enumerate(self.text_columns) if room >= column.least}
        whole = {at: self._needs(at) for at, column in shown.items() if column.whole}
        rest = {at: column.share for at, column in shown.items() if not column.whole}
        left = max(room - sum(whole.values()), 0)
        for at in range(len(self.text_columns)):
            self.setColumnHidden(at, at not in shown)
            if at in whole:
                self.setColumnWidth(at, whole[at])
            elif at in rest:
                self.setColumnWidth(at, left * rest[at] // sum(rest.values()))

    def _needs(self, at: int) -> int:
        """The width of the longest words of a column, of the rows that one sees first."""
        metrics = QFontMetrics(self.text_columns[at].font())
        rows = range(min(self.rows.rowCount(), _MEASURED))
        words = [self.rows.row(row).cells[at] for row in rows]
        head = QFontMetrics(theme.bold("small")).horizontalAdvance(self.rows.headings()[at])
        widest = max([head, *(metrics.horizontalAdvance(text) for text in words)])
        return widest + (_FIRST_INSET if at == 0 else 4) + 18

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open()
        else:
            super().keyPressEvent(event)


def one_line(text: str) -> str:
    """Without line breaks and control characters, which would move what is painted.

    Joiners and marks of direction stay: scripts need them, and a cell is painted alone.
    """
    breaks = ("Cc", "Zl", "Zp")
    return "".join(" " if unicodedata.category(letter) in breaks else letter for letter in text)
