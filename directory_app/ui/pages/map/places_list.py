"""The list beside the map: the same businesses in words, for the eye, the keyboard and readers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from directory_app.geocoding.candidates import Candidate
from directory_app.model.geo import Position
from directory_app.store.pins import Pin, Spot
from directory_app.ui import icons, theme
from directory_app.ui.pages.map import marks
from directory_app.ui.widgets import tips
from directory_app.ui.widgets.base import Label, Pane, ScrollBar
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.focus import RingByKeyboard
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_LEFT = 44


@dataclass(frozen=True, slots=True)
class Row:
    """A business, or a place that an address may be. ``number`` stands in its marker."""

    title: str
    detail: str
    what: Pin | Candidate
    number: str = ""

    @property
    def position(self) -> Position:
        """Where it is."""
        return self.what.position


class PlacesModel(QAbstractListModel):
    """Rows in the order given."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show others."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title; all of it for a screen reader."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = filter(None, (row.number, row.title, row.detail.replace("\n", ", ")))
            words = ", ".join(said)
            return tips.plain(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None


class _Delegate(QStyledItemDelegate):
    """Marker, name, and under it where or how far."""

    def __init__(self, places: PlacesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._places = places

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        lines = 1 + self._places.rows[index.row()].detail.count("\n")
        small = QFontMetrics(theme.font("small")).height()
        return QSize(200, QFontMetrics(theme.font("body")).height() + lines * small + 13)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = self._places.rows[index.row()]
        rect: QRect = option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("selection" if chosen else "hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        self._mark(painter, rect, row)
        face = theme.medium("body")
        painter.setFont(face)
        painter.setPen(theme.color("ink"))
        room = QRect(rect.x() + _LEFT, rect.y() + 6, rect.width() - _LEFT - 10, 30)
        high = QFontMetrics(face).height()
        self._line(painter, room, row.title, high)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink-soft"))
        step = QFontMetrics(theme.font("small")).height()
        for number, line in enumerate(row.detail.split("\n")):
            self._line(painter, room.translated(0, high + number * step), line, step)
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, room: QRect, words: str, high: int) -> None:
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        line = QRect(room.x(), room.y(), room.width(), high)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, int(flags), cut)

    @staticmethod
    def _mark(painter: QPainter, rect: QRect, row: Row) -> None:
        x, y = rect.x() + _LEFT / 2 + 1, rect.center().y() + 0.5
        if isinstance(row.what, Candidate):
            icons.paint(painter, x - 9, y - 9, "map-pin", "ink-soft", 18)
        elif row.number:
            marks.paint_number(painter, x, y, row.number, row.what.category)
        else:
            at = row.what.position
            bounds = (at.latitude, at.longitude, at.latitude, at.longitude)
            marks.paint_spot(painter, x, y, Spot(at, 1, bounds, row.what.is_coarse, row.what))


class PlacesList(RingByKeyboard, QListView):
    """``picked(Row)``: a click or the arrows; ``opened(Row)``: Enter or a double click."""

    picked = Signal(object)
    opened = Signal(object)
    focus_ring = "inside"
    focus_radius = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())
        self.places = PlacesModel()
        self.setModel(self.places)
        self.setItemDelegate(_Delegate(self.places, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.places.rows[index.row()]))

    def show_rows(self, rows: Sequence[Row], chosen: str = "") -> None:
        """Show rows; the business of that id stays chosen."""
        self._quiet = True
        self.places.set_rows(rows)
        self._quiet = False
        self.choose(chosen)

    def choose(self, business_id: str) -> None:
        """Mark the row of a business, without saying so."""
        for number, row in enumerate(self.places.rows):
            if isinstance(row.what, Pin) and row.what.id == business_id:
                self._quiet = True
                self.setCurrentIndex(self.places.index(number))
                self._quiet = False
                return
        self._quiet = True
        self.setCurrentIndex(QModelIndex())
        self._quiet = False

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.picked.emit(self.places.rows[now.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(self.places.rows[index.row()])
            return
        super().keyPressEvent(event)


WIDE = 292


class Panel(Pane):
    """``closed``: back to what is in view. ``acted``: its button was pressed."""

    closed = Signal()
    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("base", "l", parent)
        self.setFixedWidth(WIDE)
        self.title = Label("", "heading", elide=True)
        self.note = Label("", "small", "ink-soft", wrap=True)
        self.close_button = IconButton("x", self.tr("Close this list"), size="small")
        self.act = Button("", "plain", size="small")
        self.list = PlacesList()
        self.close_button.clicked.connect(self.closed)
        self.act.clicked.connect(self.acted)
        head = hbox(None, (self.title, 1), self.close_button, margins=(14, 0, 8, 0), spacing=None)
        below = vbox(None, self.note, margins=(14, 0, 12, 8), spacing=8)
        row = hbox(None, self.act, STRETCH, spacing=None)
        below.addLayout(row)
        vbox(self, head, below, (self.list, 1), margins=(1, 10, 0, 0), spacing=4)
        self.list.setAccessibleName(self.tr("Businesses on the map"))

    def tell(
        self, title: str, note: str = "", *, act: str = "", can_close: bool = False, icon: str = ""
    ) -> None:
        """Say what is listed."""
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.act.setText(act)
        self.act.set_icon(icon)
        self.act.setVisible(bool(act))
        self.close_button.setVisible(can_close)

    def show_rows(self, rows: Sequence[Row], chosen: str = "") -> None:
        """List these."""
        self.list.show_rows(rows, chosen)
