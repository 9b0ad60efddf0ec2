"""A day that is always there: typed as people type it, stepped through, or chosen in a calendar."""

import datetime as dt

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from directory_app.model.typed_days import read_day
from directory_app.ui import theme
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.day_field import DayField

_HALF_A_YEAR = dt.timedelta(183)
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class DateField(DayField):
    """``day()`` is what is typed, as soon as it is a day; ``picked(day)`` tells of it at once.

    The edge is red while what is typed is none, or out of the range; left so, the last day that
    was one stands again. Without a year it is the nearest; Up and Down go by days.
    """

    picked = Signal(object)

    def __init__(self, name: str, day: dt.date) -> None:
        super().__init__(name, self._typed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._day, self._first, self._last = day, dt.date.min, dt.date.max
        self.set_calendar_name(self.tr("Choose the day in a calendar"))
        self.set_day(day)
        self.textEdited.connect(self._edited)
        self.editingFinished.connect(self._show)

    def day(self) -> dt.date:
        """The chosen day."""
        return self._day

    def set_day(self, day: dt.date) -> None:
        """Show a day without ``picked``."""
        self._day = min(max(day, self._first), self._last)
        self._show()

    def set_range(self, first: dt.date = dt.date.min, last: dt.date = dt.date.max) -> None:
        """The first day and the last that may be chosen; a day beyond becomes the nearest."""
        self._first, self._last = first, last
        self.set_day(self._day)

    def _show(self) -> None:
        self.set_text(dates.long(self._day))
        self.set_problem(False)

    def _typed(self, text: str) -> dt.date | None:
        day_first = QLocale().language() == QLocale.Language.Spanish
        found = read_day(text, self._day - _HALF_A_YEAR, day_first=day_first)
        return found if found is not None and self._first <= found <= self._last else None

    def _edited(self, text: str) -> None:
        found = self._typed(text)
        self.set_problem(found is None)
        if found is not None:
            self._take(found)

    def _take(self, day: dt.date) -> None:
        if day != self._day:
            self._day = day
            self.picked.emit(day)

    def _picked(self, day: dt.date) -> None:
        self._choose(day)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, day: dt.date) -> None:
        self._take(min(max(day, self._first), self._last))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._choose(self._day + dt.timedelta(step))
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as a day in words, with the calendar's button."""
        return QSize(150, theme.height("field"))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(110, theme.height("field"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_calendar_name(self.tr("Choose the day in a calendar"))
            self._show()
        super().changeEvent(event)
