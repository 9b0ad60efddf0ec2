"""The header of the Directory: the names of the columns, and the five channels."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHeaderView, QWidget

from directory_app.ui import icons, theme
from directory_app.ui.pages.directory.table_model import Column
from directory_app.ui.parts import words
from directory_app.ui.widgets import doors

#: Left edge of the words in a cell.
INSET = 8


class Header(QHeaderView):
    """The names of the columns; over the doors, the five channels.

    Drag an edge for the width, a name for its place. ``menu_wanted(section, where)``.
    """

    menu_wanted = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setViewport(QWidget())
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(32)
        self.setMouseTracking(True)
        self.setSectionsMovable(True)
        self._words_wide: dict[int, int] = {}
        #: Each column of the order and whether it goes downwards, the main one first.
        self.sorts: tuple[tuple[Column, bool], ...] = ((Column.NAME, False),)

    def sizeHint(self) -> QSize:
        """30 px high."""
        return QSize(super().sizeHint().width(), theme.height("row_header", "small"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one name."""
        painter.save()
        painter.fillRect(rect, theme.color("header"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        if section == Column.DOORS:
            self._channels(painter, rect)
        else:
            self._name(painter, rect, section)
        painter.restore()

    def _channels(self, painter: QPainter, rect: QRect) -> None:
        y = rect.center().y() - 7
        for place, name in enumerate(doors.CHANNEL_ICONS.values()):
            x = rect.x() + INSET + place * doors.STEP + 1
            icons.paint(painter, x, y, name, "ink-soft", 15)

    def _name(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.setFont(theme.bold("small"))
        painter.setPen(theme.color("ink-soft"))
        text = words.column(section)
        box = rect.adjusted(INSET, 0, 0, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)
        x = box.x() + painter.fontMetrics().horizontalAdvance(text) + 6
        for place, (column, down) in enumerate(self.sorts, start=1):
            if column == section:
                self._sign(painter, x, rect, down=down, place=place)

    def _sign(self, painter: QPainter, x: int, rect: QRect, *, down: bool, place: int) -> None:
        """Which way it goes, and which key of several it is."""
        role = "accent-text" if len(self.sorts) > 1 else "ink-soft"
        sign = "caret-up" if down else "caret-down"
        icons.paint(painter, x, rect.center().y() - 5, sign, role, 12)
        if len(self.sorts) > 1:
            painter.setFont(theme.tabular(theme.font("caption")))
            painter.setPen(theme.color(role))
            box = rect.adjusted(x + 14 - rect.x(), 0, 0, 0)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), str(place))

    def width_of(self, column: Column) -> int:
        """What its name needs, with the sign of the order where it has one."""
        if column not in self._words_wide:
            metrics = QFontMetrics(theme.bold("small"))
            self._words_wide[column] = metrics.horizontalAdvance(words.column(column))
        wide = self._words_wide[column]
        sign = 20 + (10 if len(self.sorts) > 1 else 0)
        return wide + INSET + (sign if column in dict(self.sorts) else 6)

    def measure_again(self) -> None:
        """Other words, or other letters: forget how wide they were."""
        self._words_wide.clear()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a column."""
        self.menu_wanted.emit(self.logicalIndexAt(event.pos()), event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what is right of the last column too."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color("header"))
        bottom = self.viewport().height() - 1
        painter.fillRect(0, bottom, self.viewport().width(), 1, theme.color("line"))
        painter.end()
        super().paintEvent(event)
