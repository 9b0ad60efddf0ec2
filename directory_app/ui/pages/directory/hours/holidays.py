"""What is so on public holidays: not said, closed, as on Sundays, or hours of their own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.model import hours
from directory_app.model.hours import HoursPlan
from directory_app.model.hours_day import DayReading, read_day
from directory_app.model.hours_plan import AS_SUNDAY, CLOSED, OWN, UNSAID
from directory_app.ui.pages.directory.hours.line import HoursLine
from directory_app.ui.parts.words import spoken_language
from directory_app.ui.widgets.base import Label, Translated
from directory_app.ui.widgets.segments import Segments


class Holidays(Translated, QWidget):
    """``edited(plan)``."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = HoursPlan()
        self.title = Label(self.tr("Public holidays"), "strong")
        items = (
            (UNSAID, self.tr("Not said")),
            (CLOSED, self.tr("Closed")),
            (AS_SUNDAY, self.tr("As Sunday")),
            (OWN, self.tr("Other hours")),
        )
        self.choice = Segments(items, self.tr("Public holidays"), size="small", stretch=True)
        self.choice.chosen.connect(self._chosen)
        self.own = HoursLine(
            lambda text: read_day(text, spoken_language()) if text.strip() else None,
            lambda: self.tr("Not understood. Try “10–2”"),
        )
        self.own.label.hide()
        self.own.line.setAccessibleName(self.tr("Hours on public holidays"))
        self.own.line.setPlaceholderText(self.tr("10 am–2 pm"))
        self.own.told.connect(self._told)
        self.own.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.title, self.choice, self.own):
            column.addWidget(widget)

    def show_plan(self, plan: HoursPlan) -> None:
        """Show what is kept."""
        self._plan = plan
        if self.own.typed() is None and not self.own.line.hasFocus():
            self.choice.set_value(plan.holidays)
            self.own.setVisible(plan.holidays == OWN)
        if plan.holidays == OWN:
            told = hours.words(plan.holiday_osm.replace("PH ", ""), spoken_language())
            self.own.show_text("; ".join(told))

    def typed(self) -> str | None:
        """Hours of holidays that can't be kept yet."""
        return self.own.typed() if self.choice.value() == OWN else None

    def take_up(self, text: str) -> None:
        """Show such hours again."""
        self.choice.set_value(OWN)
        self.own.show()
        self.own.put(text)

    def _chosen(self, key: str) -> None:
        self.own.setVisible(key == OWN)
        if key == OWN:
            self.own.line.setFocus()
            return
        self.own.forget()
        week = self._plan.week
        spans = {UNSAID: None, CLOSED: [], AS_SUNDAY: week[6] if week else []}[key]
        self._tell(spans)

    def _told(self, reading: DayReading) -> None:
        self._tell(reading.spans)

    def _tell(self, spans: list[tuple[int, int]] | None) -> None:
        self._plan = self._plan.with_holidays(spans)
        self.edited.emit(self._plan)
