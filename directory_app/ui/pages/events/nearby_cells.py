"""What the cells of the table of nearby businesses look like."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from directory_app.model import categories
from directory_app.tasks.near_event import NearbyRow
from directory_app.ui import icons, theme
from directory_app.ui.pages.events.nearby_model import ROW_ROLE, Column
from directory_app.ui.parts.events import words
from directory_app.ui.style import paint_tick
from directory_app.ui.widgets.plain_table import Index, paint_ground, paint_name, paint_words


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
