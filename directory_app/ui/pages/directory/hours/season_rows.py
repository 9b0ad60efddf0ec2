"""Parts of the year with hours of their own: "May–Sep", "Mon–Fri 8 am–8 pm", and a cross."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from directory_app.model import hours, hours_seasons
from directory_app.model.hours import HoursPlan, Season, Week
from directory_app.model.hours_day import DayReading, day_words, read_day
from directory_app.model.hours_plan import AS_SUNDAY, CLOSED, OWN, UNSAID
from directory_app.ui import theme
from directory_app.ui.parts.words import spoken_language
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.widgets.layouts import hbox, vbox
from directory_app.ui.widgets.tabs import Segments


class HoursLine(FieldRow):
    """``told(value)`` when what is typed can be read: ``read(text)`` gives a value, or None.

    What can't be read stays as it is typed, whatever else changes; Esc gives it up. With
    ``blank_counts_late`` an empty line says nothing until it is left: it is often on its way
    to other words.
    """

    told = Signal(object)

    def __init__(
        self,
        read: Callable[[str], object | None],
        problem: Callable[[], str],
        label: str = "",
        *,
        blank_counts_late: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.line = Field("")
        super().__init__(label, self.line, parent=parent)
        self._read, self._problem = read, problem
        self._shown = ""
        self._unread = False
        self._late = blank_counts_late
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._left)

    def show_text(self, text: str) -> None:
        """Show what is kept, unless something half-typed stands there."""
        self._shown = text
        if not self._unread and not self._is_being_typed():
            self.line.set_text(text)

    def typed(self) -> str | None:
        """What stands there and can't be read; None if all is read."""
        return self.line.text() if self._unread else None

    def put(self, text: str) -> None:
        """Take up what was typed before."""
        self.line.setText(text)
        self._edited(text)
        self._left()

    def forget(self) -> None:
        """What can't be read is given up."""
        self._unread = False
        self.say("")
        self.line.set_text(self._shown)

    def _is_being_typed(self) -> bool:
        return self.line.hasFocus() and self.line.text() != self._shown and self.line.isModified()

    def _edited(self, text: str) -> None:
        value = self._read(text)
        self._unread = value is None
        if value is None or (self._late and not text.strip()):
            return
        self.say("")
        self.told.emit(value)

    def _left(self) -> None:
        if self._unread:
            self.say(self._problem())
            return
        self.say("")
        if self._late and self._shown and not self.line.text().strip():
            self.told.emit(self._read(""))
        else:
            self.line.setModified(False)
            self.line.set_text(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up what can't be read; the next one is for the pane."""
        if event.key() == Qt.Key.Key_Escape and self._unread:
            self.forget()
            return
        super().keyPressEvent(event)


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
        row = hbox(self, spacing=4)
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


class SeasonRows(QWidget):
    """All of them, and a link for one more. ``edited(plan)``."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = HoursPlan()
        self.rows: list[SeasonRow] = []
        self._kept: dict[SeasonRow, str] = {}  # under which months the plan has a row
        self.column = vbox(self, spacing=6)
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


_ALL_DAY = [(0, 24 * 60)]
_WEEKDAYS = range(5)


def day_label(day: int) -> str:
    """Monday ... in the language of the window."""
    name = QLocale().standaloneDayName(day + 1, QLocale.FormatType.LongFormat)
    return name[:1].upper() + name[1:]


class DayRow(QWidget):
    """One day. ``told(DayReading)``; ``copied(to days)``."""

    copied = Signal(object)

    def __init__(self, day: int, problem: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = day
        self.row = HoursLine(
            lambda text: read_day(text, spoken_language()), lambda: problem, day_label(day)
        )
        self.more = IconButton("dots-three", "", size="small")
        self.more.set_name(self.tr("More for %1").replace("%1", day_label(day)))
        self.more.setFixedHeight(theme.height("field"))
        self.more.clicked.connect(self._open)
        self._menu: QMenu | None = None
        hbox(self, (self.row, 1), (self.more, 0, Qt.AlignmentFlag.AlignTop), spacing=4)

    def _open(self) -> None:
        if self._menu is None:
            self._menu = self._made_menu()
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Closed")).triggered.connect(lambda: self.set_spans([]))
        menu.addAction(self.tr("Open 24 hours")).triggered.connect(lambda: self.set_spans(_ALL_DAY))
        menu.addAction(self.tr("Open again later that day")).triggered.connect(self.add_span)
        menu.addSeparator()
        copies = [(self.tr("Copy to every day"), list(range(7)))]
        if self.day in _WEEKDAYS:
            copies.append((self.tr("Copy to Monday–Friday"), list(_WEEKDAYS)))
        following = (self.day + 1) % 7
        copies.append((self.tr("Copy to %1").replace("%1", day_label(following)), [following]))
        for text, days in copies:
            menu.addAction(text).triggered.connect(partial(self._copy, days))
        return menu

    def _copy(self, days: list[int], _on: bool = False) -> None:
        self.copied.emit(days)

    def set_spans(self, spans: list[tuple[int, int]]) -> None:
        """Choose these hours, as if typed."""
        self.row.put(day_words(spans, spoken_language()))
        self.row.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_span(self) -> None:
        """Ready for the second hours of a day."""
        line = self.row.line
        reading = read_day(line.text(), spoken_language())
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        if reading is not None and not reading.spans:
            line.clear()
            return
        line.setCursorPosition(len(line.text()))
        line.insert(", ")  # as if typed, so that nothing is shown over it


class WeekRows(QWidget):
    """Seven of them. ``told(day, DayReading)``; ``copied(day, days)``."""

    told = Signal(int, object)
    copied = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = vbox(self, spacing=4)
        problem = self.tr("Not understood. Try “8–3”")
        self.days = [DayRow(day, problem) for day in range(7)]
        for one in self.days:
            column.addWidget(one)
            one.row.told.connect(partial(self.told.emit, one.day))
            one.copied.connect(partial(self.copied.emit, one.day))
            one.row.line.installEventFilter(self)

    def show_week(self, week: Week) -> None:
        """Show hours."""
        for one, spans in zip(self.days, week, strict=True):
            one.row.show_text(day_words(spans, spoken_language()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down between days; with Shift they copy."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            at = next((one.day for one in self.days if one.row.line is watched), None)
            if step is not None and at is not None:
                to = (at + step) % 7
                if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                    self.copied.emit(at, [to])
                line = self.days[to].row.line
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                line.selectAll()
                return True
        return False


class Holidays(QWidget):
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
        vbox(self, self.title, self.choice, self.own, spacing=6)

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
