"""A day in words, typed as people do, or chosen in a calendar."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent

from directory_app.ui.widgets import dates
from directory_app.ui.widgets.buttons import IconButton
from directory_app.ui.widgets.calendar import CalendarPopup
from directory_app.ui.widgets.fields import Field


class DayField(Field):
    """``read(text)`` says which day is typed, None if none; ``committed`` follows a choice, too.

    Alt and Down open the calendar, as they open lists.
    """

    def __init__(self, name: str, read: Callable[[str], dt.date | None]) -> None:
        super().__init__(name)
        self._read = read
        self.popup: CalendarPopup | None = None
        self.setTextMargins(8, 0, 32, 0)
        self.calendar = IconButton("calendar-blank", "", size="small", parent=self)
        self.calendar.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field itself has the keys
        self.calendar.clicked.connect(self.open_calendar)

    def set_calendar_name(self, name: str) -> None:
        """What the button says to a screen reader."""
        self.calendar.set_name(name)

    def open_calendar(self) -> None:
        """Open it on the day that is typed, or today."""
        today = QDate.currentDate()
        day = self._read(self.text()) or dt.date(today.year(), today.month(), today.day())
        self.popup = CalendarPopup(day, self)
        self.popup.picked.connect(self._picked)
        self.popup.destroyed.connect(self._forget)
        self.popup.open_below(self)

    def _forget(self) -> None:
        self.popup = None

    def _picked(self, day: dt.date) -> None:
        self.setText(dates.weekday(day))
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self._commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right."""
        side = self.calendar.sizeHint()
        top = (self.height() - side.height()) // 2
        self.calendar.setGeometry(self.width() - side.width() - 2, top, side.width(), side.height())
        super().resizeEvent(event)
