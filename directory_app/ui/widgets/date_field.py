"""A day: typed or chosen in a calendar."""

import datetime as dt

from PySide6.QtCore import QDate, QEvent, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QWidget

from directory_app.ui import icons, theme
from directory_app.ui.widgets.base import paint_box
from directory_app.ui.widgets.calendar import CalendarPopup

#: The room of the calendar sign at the right.
_SIGN = 30


class DateField(QDateEdit):
    """``picked(date)`` on a change; ``day()`` is a datetime.date."""

    picked = Signal(object)
    focus_ring = "outside"

    def __init__(self, name: str, day: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "field")
        self.setAccessibleName(name)
        self.setFont(theme.font("body"))
        self.setFrame(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.popup: CalendarPopup | None = None
        self.setDisplayFormat("d MMM yyyy")
        self.set_day(day)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._clear()
        self.dateChanged.connect(lambda _date: self.picked.emit(self.day()))

    def setAccessibleName(self, name: str) -> None:
        """Name it, and the line inside that one types into."""
        super().setAccessibleName(name)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)

    def _clear(self) -> None:
        line = self.lineEdit()
        if line is not None:
            palette = line.palette()
            palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
            line.setPalette(palette)
            line.setTextMargins(6, 0, _SIGN, 0)
            line.setFrame(False)

    def day(self) -> dt.date:
        """The chosen day."""
        date = self.date()
        return dt.date(date.year(), date.month(), date.day())

    def set_day(self, day: dt.date) -> None:
        """Show a day without ``picked``."""
        self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(False)

    def open_calendar(self) -> None:
        """Open it under the field. Alt and Down, or a click on its sign."""
        self.popup = CalendarPopup(self.day(), self)
        self.popup.picked.connect(lambda day: self.setDate(QDate(day.year, day.month, day.day)))
        self.popup.destroyed.connect(self._forget)
        self.popup.open_below(self)

    def _forget(self) -> None:
        self.popup = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The sign opens the calendar."""
        if event.position().x() >= self.width() - _SIGN:
            self.open_calendar()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down, as for lists."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """The token's height."""
        return QSize(150, theme.height("field"))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(110, theme.height("field"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the day, unless it has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box and calendar sign; the words draw themselves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, QRectF(self.rect()), "base", "line-strong", "field")
        icons.paint(
            painter, self.width() - 25, self.height() // 2 - 8, "calendar-blank", "ink-soft"
        )
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark, and the language."""
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._clear()
        if event.type() == QEvent.Type.LanguageChange:
            self.setLocale(QLocale())
        super().changeEvent(event)
