"""The usual week: a line a day ("8–3", "11–2:30, 5–9 pm", "closed"), and a menu beside each.

Up and Down go from day to day, Shift+Down and Shift+Up copy a day to the next one.
"""

from functools import partial

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from directory_app.model.hours import Week
from directory_app.model.hours_day import day_words, read_day
from directory_app.ui import theme
from directory_app.ui.pages.directory.hours.line import HoursLine
from directory_app.ui.parts.words import spoken_language
from directory_app.ui.widgets.base import Translated
from directory_app.ui.widgets.buttons import IconButton

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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.row, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)

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


class WeekRows(Translated, QWidget):
    """Seven of them. ``told(day, DayReading)``; ``copied(day, days)``."""

    told = Signal(int, object)
    copied = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
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
