"""What the tables of the pages share: a model over a list of rows, a plain header, the view.

The Directory's own table is another: it serves a million rows in windows (directory/).
"""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, ClassVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from directory_app.ui import theme
from directory_app.ui.widgets.base import ScrollBar
from directory_app.ui.widgets.focus import RingByKeyboard

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class RowsModel(QAbstractTableModel):
    """A table over a list: set ``columns``, override ``headings`` and ``cell``.

    A cell answers DisplayRole, AccessibleTextRole and what roles its delegate asks for.
    """

    columns: ClassVar[type[IntEnum]]

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: list[Any] = []

    def headings(self) -> tuple[str, ...]:
        """The words above the columns, in their order. Overridden."""
        raise NotImplementedError

    def cell(self, row: Any, column: Any, role: int) -> Any:
        """What a row has to say in a column, None where nothing. Overridden."""
        raise NotImplementedError

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, at: int) -> Any:
        """One row."""
        return self._rows[at]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """All rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """All columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Headings, for the header and for a screen reader."""
        if way == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.headings()[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell's answer."""
        if not index.isValid():
            return None
        return self.cell(self._rows[index.row()], self.columns(index.column()), role)


class PlainHeader(QHeaderView):
    """30 px, plain. ``insets`` say where the words of a section begin, 4 where they don't."""

    def __init__(
        self,
        insets: Mapping[int, int],
        parent: QWidget | None = None,
        *,
        right: Sequence[int] = (),
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._insets, self._right = dict(insets), frozenset(right)
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
        words = str(self.model().headerData(section, self.orientation()))
        room = rect.adjusted(self._insets.get(section, 4), 0, -12, 0)
        if section in self._right:
            painter.drawText(room, RIGHT, words)
        else:
            cut = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, room.width() + 8
            )
            painter.drawText(room.adjusted(0, 0, 8, 0), LEFT, cut)
        painter.restore()


class PlainTable(RingByKeyboard, QTableView):
    """One tab stop, whole rows, no grid; rows of ``row`` height (a name of the tokens)."""

    def __init__(
        self, model: RowsModel, header: QHeaderView, row: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.focus_radius = 0
        self.setModel(model)
        self.header = header
        self.setHorizontalHeader(header)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.height(row))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def share(self, widths: Mapping[Any, int], room: int) -> None:
        """Give the columns in ``widths`` their share of ``room``; the others are hidden."""
        whole = sum(widths.values())
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                self.setColumnWidth(column, room * widths[column] // whole)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The ground of a cell, selected or not, and the line under it."""
    rect: QRect = option.rect
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    active = bool(option.state & QStyle.StateFlag.State_Active)
    ground = "selection" if active else "selection-inactive"
    painter.fillRect(rect, theme.color(ground if selected else "base"))
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))


def paint_words(painter: QPainter, room: QRect, words: str, *, right: bool = False) -> None:
    """A line in the painter's font and pen, cut with an ellipsis."""
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, RIGHT if right else LEFT, cut)


def paint_name(painter: QPainter, room: QRect, name: str, own: str, ink: str) -> None:
    """A name and, in the same height, the one in its own script under it."""
    middle = room.center().y() + 0.5
    painter.setFont(theme.medium("body"))
    painter.setPen(theme.color(ink))
    _paint_line(painter, room, middle - (8 if own else 0), name)
    if own:
        painter.setFont(theme.font("own-script"))
        painter.setPen(theme.color("ink-soft"))
        _paint_line(painter, room, middle + 8, own)


def _paint_line(painter: QPainter, room: QRect, middle: float, words: str) -> None:
    """On a baseline: in a rectangle, high scripts would be clipped."""
    metrics = painter.fontMetrics()
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    baseline = middle + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(room.x(), round(baseline), cut)
