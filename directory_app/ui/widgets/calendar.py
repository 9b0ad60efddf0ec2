"""A month to choose a day from, in the look of everything else."""

import datetime as dt

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPen,
    QTextCharFormat,
    QTransform,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCalendarWidget,
    QFrame,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from directory_app.ui import icons, theme
from directory_app.ui.style import paint_box
from directory_app.ui.widgets.base import Grounded

_BUTTONS = ("prevmonth", "nextmonth", "monthbutton", "yearbutton")


class Calendar(QCalendarWidget):
    """A month: today has a ring, the chosen day is filled. Weeks begin as the language has it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setGridVisible(False)
        self._bar = self.findChild(QWidget, "qt_calendar_navigationbar")
        self._days = self.findChild(QAbstractItemView, "qt_calendar_calendarview")
        self._dress()

    def _part(self, name: str) -> QToolButton:
        part = self.findChild(QToolButton, f"qt_calendar_{name}")
        assert isinstance(part, QToolButton)
        return part

    def _dress(self) -> None:
        """Colours, icons, weekdays and names, of the present look and language."""
        self.setLocale(QLocale())
        self.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        self.setFont(theme.font("body"))
        palette = theme.palette()
        for part in (self._bar, self._days):
            if part is not None:  # Qt fills both with the highlight, as for a selection
                palette.setColor(QPalette.ColorRole.Highlight, theme.color("raised"))
                palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("ink"))
                palette.setColor(QPalette.ColorRole.Base, theme.color("raised"))
                palette.setColor(QPalette.ColorRole.AlternateBase, theme.color("raised"))
                part.setPalette(palette)
        self._weekdays()
        right = icons.pixmap("caret-right", "ink-soft", icons.ROW, ratio=2.0)
        left = right.transformed(QTransform().scale(-1, 1))
        for name, picture in (("prevmonth", left), ("nextmonth", right)):
            self._part(name).setIcon(QIcon(picture))
        for name in _BUTTONS:
            self._part(name).setFont(theme.bold("body"))
            self._part(name).setAutoRaise(True)
        self._part("prevmonth").setAccessibleName(self.tr("The month before"))
        self._part("nextmonth").setAccessibleName(self.tr("The next month"))
        self._part("monthbutton").setAccessibleName(self.tr("Month"))
        self._part("yearbutton").setAccessibleName(self.tr("Year"))
        for part in (self, self._days):
            if part is not None:
                part.setAccessibleName(self.tr("Calendar"))

    def _weekdays(self) -> None:
        plain = QTextCharFormat()
        plain.setForeground(theme.color("ink-soft"))
        plain.setBackground(theme.color("raised"))
        plain.setFont(theme.font("caption"))
        self.setHeaderTextFormat(plain)
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, plain)  # Qt has red Sundays

    def sizeHint(self) -> QSize:
        """Room for six weeks of fingers."""
        return QSize(272, 264)

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        """Draw a day."""
        chosen, today = date == self.selectedDate(), date == QDate.currentDate()
        other = date.month() != self.monthShown()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.color("raised"))
        side = min(rect.width(), rect.height()) - 4
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(rect).center())
        if chosen:
            paint_box(painter, box, "accent", None, "field")
        elif today:
            painter.setPen(QPen(theme.color("accent-text"), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(
            theme.tabular(theme.bold("body") if chosen or today else theme.font("body"))
        )
        painter.setPen(self._ink(chosen=chosen, today=today, other=other))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(date.day()))
        painter.restore()

    @staticmethod
    def _ink(*, chosen: bool, today: bool, other: bool) -> QColor:
        if chosen:
            return theme.color("on-accent")
        return theme.color("ink-faint" if other else "accent-text" if today else "ink")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and light and dark."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._dress()


class CalendarPopup(Grounded, QFrame):
    """A calendar over what it belongs to. ``picked(date)``: a click, or Enter; Esc leaves it."""

    picked = Signal(object)

    def __init__(self, day: dt.date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.set_ground("raised", "line-strong", lines="tblr")
        self.calendar = Calendar()
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 5, 5, 5)
        column.addWidget(self.calendar)
        self.setAccessibleName(self.calendar.accessibleName())
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)

    def open_below(self, field: QWidget) -> None:
        """Show it under a field, or above it where there is no room."""
        self.adjustSize()
        at = field.mapToGlobal(QPoint(0, field.height() + 4))
        screen = QGuiApplication.screenAt(at) or QGuiApplication.primaryScreen()
        if at.y() + self.height() > screen.availableGeometry().bottom():
            at = field.mapToGlobal(QPoint(0, -self.height() - 4))
        self.move(at)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _pick(self, date: QDate) -> None:
        if self.isVisible():  # a double click clicks, too
            self.close()
            self.picked.emit(dt.date(date.year(), date.month(), date.day()))
