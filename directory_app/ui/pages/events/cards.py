"""The events as cards in a list, the coming ones first."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from directory_app.model.event import Event
from directory_app.tasks.events import local_times
from directory_app.ui import icons, theme
from directory_app.ui.parts.events import words
from directory_app.ui.style import paint_box
from directory_app.ui.widgets.base import ScrollBar, see_through
from directory_app.ui.widgets.focus import RingByKeyboard

Index = QModelIndex | QPersistentModelIndex
EVENT_ROLE = Qt.ItemDataRole.UserRole
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class EventList(QAbstractListModel):
    """Events: the coming ones by day, then the past ones, the latest first."""

    def __init__(self, today: dt.date, zone: dt.tzinfo) -> None:
        super().__init__()
        self._today, self.zone = today, zone
        self._events: list[Event] = []

    def set_events(self, events: Sequence[Event]) -> None:
        """Show these."""
        coming = sorted((one for one in events if one.date >= self._today), key=lambda e: e.date)
        past = sorted((one for one in events if one.date < self._today), key=lambda e: e.date)
        self.beginResetModel()
        self._events = [*coming, *reversed(past)]
        self.endResetModel()

    def place_of(self, event_id: str) -> int:
        """The row of an event, or -1."""
        return next((at for at, one in enumerate(self._events) if one.id == event_id), -1)

    def event_at(self, row: int) -> Event:
        """An event."""
        return self._events[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many."""
        return len(self._events)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name; for the ear the day too."""
        event = self._events[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words.event_name(event)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (words.event_name(event), self.when(event), event.venue)))
        return event if role == EVENT_ROLE else None

    def when(self, event: Event) -> str:
        """Day and times."""
        return words.when(event.date, *local_times(event, self.zone))

    def is_past(self, event: Event) -> bool:
        """Whether it is over."""
        return event.date < self._today


class _Delegate(QStyledItemDelegate):
    """Paints a card."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Three lines and the space between cards."""
        return QSize(200, theme.tokens()["type"]["strong"]["line_px"] + 2 * 20 + 32)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        model = index.model()
        assert isinstance(model, EventList)
        event = model.event_at(index.row())
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        card = QRectF(option.rect).adjusted(12, 4, -12, -4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "accent" if on else "line"
        paint_box(painter, card, "selection" if on else "raised", edge, "card")
        ink = "ink-soft" if model.is_past(event) else "ink"
        room = QRectF(card.x() + 12, card.y() + 9, card.width() - 24, 20)
        _line(painter, room, words.event_name(event), ("strong", ink))
        _line(painter, room.translated(0, 21), model.when(event), icon="calendar-blank")
        _line(painter, room.translated(0, 42), event.venue or event.city, icon="map-pin")
        painter.restore()


def _line(
    painter: QPainter,
    room: QRectF,
    text: str,
    look: tuple[str, str] = ("small", "ink-soft"),
    icon: str = "",
) -> None:
    """One line of a card; ``look`` is its style and its role."""
    if not text:
        return
    if icon:
        icons.paint(painter, room.x(), round(room.center().y() - 7), icon, look[1], 14)
        room = room.adjusted(22, 0, 0, 0)
    painter.setFont(theme.font(look[0]))
    painter.setPen(theme.color(look[1]))
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, _LEFT, cut)


class EventCards(RingByKeyboard, QListView):
    """``picked(id)`` when a person goes to another event."""

    picked = Signal(str)

    def __init__(self, model: EventList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._quiet = False
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        see_through(self)
        self.selectionModel().currentChanged.connect(self._moved)

    def select(self, event_id: str) -> None:
        """Show an event as the present one, without ``picked``."""
        self._quiet = True
        at = self._model.place_of(event_id)
        if at >= 0:
            self.setCurrentIndex(self._model.index(at))
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self._quiet = False

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.picked.emit(self._model.event_at(now.row()).id)
