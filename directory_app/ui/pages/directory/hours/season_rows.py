"""Parts of the year with hours of their own: "May–Sep", "Mon–Fri 8 am–8 pm", and a cross."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.model import hours, hours_seasons
from directory_app.model.hours import HoursPlan, Season
from directory_app.ui import theme
from directory_app.ui.pages.directory.hours.line import HoursLine
from directory_app.ui.parts.words import spoken_language
from directory_app.ui.widgets.base import Label, Translated
from directory_app.ui.widgets.buttons import Button, IconButton

_MONTHS_WIDTH = 108


def read_season(text: str) -> str | None:
    """The hours of a part of the year in OSM syntax; None if they can't be read."""
    language = spoken_language()
    if hours_seasons.is_closed(text):
        return "off"
    reading = hours.parse(text, language)
    if reading.problem == hours.NO_DAYS:
        daily = "diario" if language == "es" else "daily"
        reading = hours.parse(f"{daily} {text}", language)
    plan = hours.plan(reading.osm) if reading.osm else None
    if plan is None or any(piece.kind != "week" for piece in plan.pieces):
        return None
    return reading.osm


class SeasonRow(QWidget):
    """One part. ``changed`` when both lines can be read; ``removed``."""

    changed = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.season = Season("", "")
        self.months = HoursLine(
            lambda text: hours_seasons.months(text) or None,
            lambda: self.tr("Try “May–Sep”"),
        )
        self.hours = HoursLine(read_season, lambda: self.tr("Not understood. Try “Mon–Fri 8–8”"))
        self.cross = IconButton("x", "", size="small")
        self.cross.setFixedHeight(theme.height("field"))
        self.cross.clicked.connect(self.removed)
        self._lay_out()
        self.months.told.connect(lambda months: self._told(str(months), self.season.osm))
        self.hours.told.connect(lambda osm: self._told(self.season.months, str(osm)))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for line in (self.months, self.hours):
            line.label.hide()
        self.months.setFixedWidth(_MONTHS_WIDTH)
        row.addWidget(self.months, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.hours, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)

    def name(self, number: int) -> None:
        """Say which one it is."""
        part = self.tr("Part of the year %1").replace("%1", str(number))
        self.months.line.setAccessibleName(part)
        self.hours.line.setAccessibleName(self.tr("Hours of part %1").replace("%1", str(number)))
        self.cross.set_name(self.tr("Remove part %1").replace("%1", str(number)))
        self.months.line.setPlaceholderText(self.tr("May–Sep"))
        self.hours.line.setPlaceholderText(self.tr("Mon–Fri 8 am–8 pm"))

    def show_season(self, season: Season) -> None:
        """Show what is kept."""
        self.season = season
        language = spoken_language()
        self.months.show_text(hours_seasons.words(season.months, language))
        self.hours.show_text("; ".join(hours.words(season.osm, language)))

    def is_whole(self) -> bool:
        """Whether there is a part and hours for it."""
        return bool(self.season.months and self.season.osm)

    def typed(self) -> list[str] | None:
        """Both lines, if one of them can't be kept yet; None if they are, or blank."""
        lines = [self.months.line.text(), self.hours.line.text()]
        unread = self.months.typed() is not None or self.hours.typed() is not None
        return lines if any(lines) and (unread or not self.is_whole()) else None

    def _told(self, months: str, osm: str) -> None:
        self.season = Season(months, osm)
        language = spoken_language()
        self.months.show_text(hours_seasons.words(months, language) if months else "")
        self.hours.show_text("; ".join(hours.words(osm, language)))
        if self.is_whole():
            self.changed.emit()


class SeasonRows(Translated, QWidget):
    """All of them, and a link for one more. ``edited(plan)``."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = HoursPlan()
        self.rows: list[SeasonRow] = []
        self._kept: dict[SeasonRow, str] = {}  # under which months the plan has a row
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.title = Label(self.tr("Parts of the year"), "strong")
        self.more = Button(self.tr("Another part of the year"), "link", size="small")
        self.more.clicked.connect(self._add_and_go)
        self.column.addWidget(self.title)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_plan(self, plan: HoursPlan) -> None:
        """Show the parts of the year of some hours; half-typed rows stay."""
        self._plan = plan
        told = {season.months: season for season in plan.seasons}
        for row in list(self.rows):
            months = self._kept.get(row)
            if months in told:
                row.show_season(told.pop(months))
            elif months is not None and row.typed() is None:
                self._drop(row)
        for season in told.values():
            row = self.add()
            self._kept[row] = season.months
            row.show_season(season)

    def _add_and_go(self) -> None:
        row = self.add()
        row.show()
        row.months.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> SeasonRow:
        """A blank row."""
        row = SeasonRow()
        row.changed.connect(lambda: self._changed(row))
        row.removed.connect(lambda: self._removed(row))
        self.column.insertWidget(self.column.indexOf(self.more), row)
        self.rows.append(row)
        row.name(len(self.rows))
        return row

    def typed(self) -> list[list[str]]:
        """Rows that can't be kept yet."""
        return [typed for row in self.rows if (typed := row.typed()) is not None]

    def take_up(self, typed: list[list[str]]) -> None:
        """Show such rows again."""
        for months, text in typed:
            row = self.add()
            row.months.put(months)
            row.hours.put(text)

    def _changed(self, row: SeasonRow) -> None:
        season, before = row.season, self._kept.get(row, "")
        if season.months != before and season.months in {one.months for one in self._plan.seasons}:
            row.months.say(self.tr("This part of the year has a line already"))
            return
        self._kept[row] = season.months
        self._plan = self._plan.with_season(season.months, season.osm, before)
        self.edited.emit(self._plan)

    def _removed(self, row: SeasonRow) -> None:
        months = self._kept.get(row, "")
        self._drop(row)
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        if months:
            self._plan = self._plan.without_season(months)
            self.edited.emit(self._plan)

    def _drop(self, row: SeasonRow) -> None:
        self.rows.remove(row)
        self._kept.pop(row, None)
        self.column.removeWidget(row)
        row.hide()
        row.deleteLater()
        for number, one in enumerate(self.rows):
            one.name(number + 1)


def plain(values: Any) -> list[list[str]]:
    """Kept rows as they come from a draft."""
    return [[str(one) for one in row] for row in values or [] if len(row) == 2]
