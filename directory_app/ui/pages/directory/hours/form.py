"""All of the hours in one form: each line is in step with all others, letter by letter."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from directory_app.model import hours
from directory_app.model.hours import HoursPlan, HoursReading
from directory_app.model.hours_day import DayReading
from directory_app.ui.pages.directory.hours import season_rows
from directory_app.ui.pages.directory.hours.season_rows import (
    Holidays,
    HoursLine,
    SeasonRows,
    WeekRows,
)
from directory_app.ui.parts.words import spoken_language
from directory_app.ui.widgets.base import Label, Line
from directory_app.ui.widgets.buttons import Button, IconButton, TickBox
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.popover import Popover
from directory_app.ui.widgets.remark import Remark


def read_words(text: str) -> HoursReading | None:
    """Hours in people's words, or in OSM syntax; None if they can't be read."""
    if not text.strip():
        return HoursReading()
    reading = hours.parse(text, spoken_language())
    return reading if reading.osm else None


def read_osm(text: str) -> HoursPlan | None:
    """Hours in OSM syntax."""
    return hours.plan(text.strip())


class HoursForm(QWidget):
    """``edited(osm, assumed)`` at each change that can be read."""

    edited = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan, self._assumed = HoursPlan(), False
        self.words = HoursLine(
            read_words,
            lambda: self.tr("Not understood. Try “Tue–Sun 8–3”"),
            self.tr("In words"),
            blank_counts_late=True,
        )
        self.words.line.setPlaceholderText(self.tr("Tue–Sun 8 am–3 pm"))
        self.osm = HoursLine(
            read_osm,
            lambda: self.tr("This is no OSM syntax"),
            "OSM",
            blank_counts_late=True,
        )
        self.osm.line.setAccessibleName(self.tr("OSM syntax"))
        self.osm.line.setPlaceholderText("Tu-Su 08:00-15:00")
        self.assumed = TickBox(self.tr("am and pm are right"), style="small")
        self.week_title = Label(self.tr("The usual week"), "strong")
        self.week = WeekRows()
        self.no_week = Remark("info", text=self.tr("No grid can show this week"), style="small")
        self.seasons, self.holidays = SeasonRows(), Holidays()
        self.kept = Remark("push-pin", text=" ", style="small", ink="ink-soft")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        vbox(
            self,
            *(self.words, self.osm, self.assumed, Line()),
            *(self.week_title, self.week, self.no_week, Line()),
            *(self.seasons, Line(), self.holidays, self.kept),
            STRETCH,
            margins=(16, 4, 16, 16),
            spacing=6,
        )

    def _connect(self) -> None:
        self.words.told.connect(self._words_told)
        self.osm.told.connect(lambda plan: self._tell(plan, assumed=False))
        self.assumed.clicked.connect(lambda: self._tell(self._plan, assumed=False))
        self.week.told.connect(self._day_told)
        self.week.copied.connect(self._day_copied)
        self.seasons.edited.connect(partial(self._tell, assumed=None))
        self.holidays.edited.connect(partial(self._tell, assumed=None))

    # -- showing

    def show_hours(self, osm: str, assumed: bool) -> None:
        """Show what is kept; what is half-typed stays."""
        self._plan = hours.plan(osm) or HoursPlan()
        self._assumed = assumed
        self._show()
        if osm and not self._plan.osm:
            self.osm.show_text(osm)

    def _show(self) -> None:
        plan = self._plan
        self.words.show_text("; ".join(hours.words(plan.osm, spoken_language())))
        self.osm.show_text(plan.osm)
        self.assumed.setVisible(self._assumed and bool(plan.osm))
        self.assumed.setChecked(not self._assumed)
        week = plan.week
        self.week.setVisible(week is not None)
        self.no_week.setVisible(week is None)
        if week is not None:
            self.week.show_week(week)
        self.seasons.show_plan(plan)
        self.holidays.show_plan(plan)
        kept = self.tr("Kept as it is: %1").replace("%1", "; ".join(plan.kept))
        self.kept.set_words(kept if plan.kept else "")

    # -- editing

    def _words_told(self, reading: HoursReading) -> None:
        self._tell(hours.plan(reading.osm) or HoursPlan(), assumed=reading.assumed)

    def _day_told(self, day: int, reading: DayReading) -> None:
        changed = self._plan.with_day(day, reading.spans)
        self._tell(changed, assumed=True if reading.assumed else None)

    def _day_copied(self, day: int, days: list[int]) -> None:
        week, plan = self._plan.week, self._plan
        if week is None:
            return
        for one in days:
            self.week.days[one].row.forget()
            plan = plan.with_day(one, week[day])
        self._tell(plan, assumed=None)

    def _tell(self, plan: HoursPlan, *, assumed: bool | None) -> None:
        """Other hours; ``assumed`` None: as it was."""
        if assumed is not None:
            self._assumed = assumed
        self._plan = plan
        self._show()
        self.edited.emit(plan.osm, self._assumed)

    # -- half-typed

    def typed(self) -> dict[str, Any]:
        """What stands in the lines and can't be read yet, as plain values; {} if all is."""
        lines = {"words": self.words, "osm": self.osm}
        lines |= {f"day{one.day}": one.row for one in self.week.days}
        found: dict[str, Any] = {
            name: text for name, line in lines.items() if (text := line.typed()) is not None
        }
        if seasons := self.seasons.typed():
            found["seasons"] = seasons
        if (holiday := self.holidays.typed()) is not None:
            found["holiday"] = holiday
        return found

    def take_up(self, typed: dict[str, Any]) -> None:
        """Show again what ``typed`` said."""
        lines = {"words": self.words, "osm": self.osm}
        lines |= {f"day{one.day}": one.row for one in self.week.days}
        for name, line in lines.items():
            if name in typed:
                line.put(str(typed[name]))
        self.seasons.take_up(season_rows.plain(typed.get("seasons")))
        if "holiday" in typed:
            self.holidays.take_up(str(typed["holiday"]))

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.words.line if self._plan.week is None else self.week.days[0].row.line


_WIDTH = 408


class HoursPopover(Popover):
    """``edited(osm, assumed)`` as the form's. Nothing waits for the button: it only shuts."""

    edited = Signal(str, bool)

    def __init__(self, anchor: QWidget, osm: str, assumed: bool) -> None:
        super().__init__("", _WIDTH, anchor)
        title = self.tr("Hours")
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self.form = HoursForm()
        self.form.edited.connect(self.edited)
        self.form.show_hours(osm, assumed)
        self.cross = IconButton("x", self.tr("Close"))
        self.cross.clicked.connect(self.accept)
        self.ready = Button(self.tr("Done"))
        self.ready.clicked.connect(self.accept)
        self.frame(self._head(title), self.form, self._foot())

    def _head(self, title: str) -> QWidget:
        head = QWidget()
        hbox(head, (Label(title, "heading"), 1), self.cross, margins=(16, 8, 8, 4), spacing=None)
        return head

    def _foot(self) -> QWidget:
        foot = QWidget()
        hbox(
            foot,
            (Label(self.tr("Shift+↓ copies a day"), "small", "ink-soft"), 1),
            self.ready,
            margins=(16, 8, 16, 8),
            spacing=12,
        )
        return foot

    def typed(self) -> dict[str, Any]:
        """What is half-typed."""
        return self.form.typed()
