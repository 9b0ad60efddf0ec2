"""What the columns of the Directory look like."""

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPixmap,
)

from directory_app.store.rows import BusinessRow
from directory_app.ui import icons, theme
from directory_app.ui.pages.directory.table_header import INSET
from directory_app.ui.pages.directory.table_model import Column
from directory_app.ui.parts import words
from directory_app.ui.widgets import dates, doors, pins

if TYPE_CHECKING:
    from directory_app.ui.pages.directory.table_view import TableView

#: Columns of digits.
_NUMBERS = (Column.ZIP, Column.PHONE, Column.MODIFIED, Column.UNTIL)
#: A check older than this is stale and gets a clock.
STALE_DAYS = 182


class RowBrush:
    """Paints whole rows with one painter: what a column looks like is here, and only here."""

    _doors: ClassVar[dict[tuple[str, str, float], QPixmap]] = {}

    def __init__(self, painter: QPainter, view: "TableView") -> None:
        self.painter = painter
        self.today: dt.date = view.table.today
        self.width = view.viewport().width()
        self.focused = view.currentIndex().row() if view.hasFocus() else -1
        self.body, self.name = theme.font("body"), theme.medium("body")
        self.strong, self.small = theme.font("strong"), theme.tabular(theme.font("small"))
        self.own = theme.font("own-script")
        self.code = theme.font("small")
        self.code.setLetterSpacing(self.code.SpacingType.PercentageSpacing, 104)
        self.metrics = {
            id(font): QFontMetrics(font)
            for font in (self.body, self.name, self.strong, self.small, self.own, self.code)
        }
        self.ink, self.soft = theme.color("ink"), theme.color("ink-soft")
        self.faint, self.line = theme.color("ink-faint"), theme.color("line")
        self.columns = [
            (column, view.columnViewportPosition(column), view.columnWidth(column))
            for column in Column
            if not view.isColumnHidden(column)
        ]
        self.paints = {
            Column.CODE: self._code,
            Column.NAME: self._name,
            Column.CATEGORY: self._category,
            Column.TOWN: self._town,
            Column.DOORS: self._doors_of,
            Column.CHECKED: self._checked,
            Column.PIN: self._pin,
        }
        if any(column not in self.paints for column, _x, _width in self.columns):
            from directory_app.ui.pages.directory import more_cells

            self._text_of = more_cells.text

    def paint(
        self, y: int, high: int, row: BusinessRow | None, ground: str | None, selected: bool
    ) -> None:
        """One row whose top is ``y``; None is a row that is gone."""
        if ground:
            self.painter.fillRect(0, y, self.width, high, theme.color(ground))
        self.painter.fillRect(0, y + high - 1, self.width, 1, self.line)
        self.selected = selected
        if row is not None:
            for column, x, width in self.columns:
                if column in self.paints:
                    self.paints[column](row, x + INSET, y, width - INSET, high - 1)
                else:
                    self._text(column, row, x + INSET, y, width - INSET, high - 1)

    def _words(self, font: object, x: float, middle: float, room: float, text: str) -> None:
        """One line, cut with an ellipsis where it must be, centred on ``middle``."""
        metrics = self.metrics[id(font)]
        if metrics.horizontalAdvance(text) > room:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
        self.painter.setFont(font)  # type: ignore[arg-type]  # one of the fonts above
        baseline = middle + (metrics.ascent() - metrics.descent()) / 2
        self.painter.drawText(round(x), round(baseline), text)

    def _code(self, row: BusinessRow, x: int, y: int, room: int, high: int) -> None:
        self.painter.setPen(self.soft)
        self._words(self.code, x, y + high / 2, room + 20, row.code)

    def _name(self, row: BusinessRow, x: int, y: int, room: int, high: int) -> None:
        self.painter.setPen(self.ink)
        font = self.strong if self.selected else self.name
        if not row.alternate_name:
            self._words(font, x, y + high / 2, room - 8, row.name)
            return
        self._words(font, x, y + high / 2 - 8, room - 8, row.name)
        self.painter.setPen(self.soft)
        self._words(self.own, x, y + high / 2 + 8, room - 8, row.alternate_name)

    def _category(self, row: BusinessRow, x: int, y: int, room: int, high: int) -> None:
        icon = words.category_icon(row.category)
        icons.paint(self.painter, x, y + high // 2 - 7, icon, "ink-soft", 16)
        self.painter.setPen(self.ink)
        self._words(self.body, x + 23, y + high / 2, room - 27, words.category(row.category))

    def _town(self, row: BusinessRow, x: int, y: int, room: int, high: int) -> None:
        self.painter.setPen(self.ink)
        self._words(self.body, x, y + high / 2, room - 6, row.city)

    def _text(  # noqa: PLR0917  # as the others, and which column
        self, column: Column, row: BusinessRow, x: int, y: int, room: int, high: int
    ) -> None:
        ends_soon = column == Column.UNTIL and any(
            doors.state_of(door.answer, door.until, self.today) == doors.DoorState.ENDING
            for door in row.doors
        )
        self.painter.setPen(theme.color("warn") if ends_soon else self.ink)
        font = self.small if column in _NUMBERS else self.body
        self._words(font, x, y + high / 2, room - 8, self._text_of(row, column, self.today))

    def _doors_of(self, row: BusinessRow, x: int, y: int, room: int, high: int) -> None:
        top = y + high // 2 - 10
        for door in row.doors:
            state = doors.state_of(door.answer, door.until, self.today)
            self.painter.drawPixmap(x, top, self._door(state))
            x += doors.STEP

    def _door(self, state: doors.DoorState) -> QPixmap:
        ratio = self.painter.device().devicePixelRatioF()
        key = (state.value, theme.scheme(), ratio)
        if key not in RowBrush._doors:
            picture = QPixmap(round(18 * ratio), round(22 * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            doors.paint_door(painter, -1, 0, state)
            painter.end()
            RowBrush._doors[key] = picture
        return RowBrush._doors[key]

    def _checked(self, row: BusinessRow, x: int, y: int, room: int, high: int) -> None:
        day = row.assured_date
        text = dates.age(day, self.today)
        if day is not None and (self.today - day).days > STALE_DAYS:
            icons.paint(self.painter, x, y + high // 2 - 6, "clock", "warn", 13)
            self.painter.setPen(theme.color("warn"))
            x += 17
        else:
            self.painter.setPen(self.ink if day else self.faint)
        self._words(self.small, x, y + high / 2, room, text)

    def _pin(self, row: BusinessRow, x: int, y: int, room: int, high: int) -> None:
        pins.paint_pin(self.painter, x - 1, y + high / 2 - 8, row.precision)
