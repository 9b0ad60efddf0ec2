"""When: the week, its sentence, and the pane in which hours are changed in all other ways."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, QSize, Qt, QTime, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from directory_app.model import fields, hours
from directory_app.ui import theme
from directory_app.ui.pages.directory.editor.section import Section
from directory_app.ui.pages.directory.hours.form import HoursPopover
from directory_app.ui.parts import stopped, words
from directory_app.ui.style import paint_box
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button, TickBox
from directory_app.ui.widgets.fields import Problem
from directory_app.ui.widgets.layouts import hbox

Week = list[list[tuple[int, int]]]
DAY = 24 * 60
STEP = 30
USUAL = (9 * 60, 17 * 60)
_LEFT, _TOP, _BODY, _SPLIT_BODY = 38, 20, 60, 104


def clock(minutes: int) -> str:
    """8 am, or 8:00 where the locale counts to 24."""
    format_ = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    time = QTime(minutes // 60 % 24, minutes % 60)
    if "a" not in format_.lower():
        return QLocale("C").toString(time, "H:mm")
    return QLocale("C").toString(time, "h:mm ap" if minutes % 60 else "h ap")


def span_words(opens: int, closes: int) -> str:
    """8–3, as short as a block needs."""
    return f"{_hour(opens)}–{_hour(closes)}"


def _hour(minutes: int) -> str:
    hour = minutes // 60 % 24
    if "a" in QLocale().timeFormat(QLocale.FormatType.ShortFormat).lower():
        hour = (hour - 1) % 12 + 1
    return f"{hour}:{minutes % 60:02}" if minutes % 60 else str(hour)


def day_name(day: int) -> str:
    """Mo, Tu ... in the language of the window."""
    name = QLocale().standaloneDayName(day + 1, QLocale.FormatType.ShortFormat)
    return name[:2].capitalize()


class WeekGrid(QWidget):
    """``edited(week)``: minutes since midnight, Monday first; past midnight is above 1,440.

    ``more_wanted``: Enter; the pane has what arrows can't do.
    """

    edited = Signal(object)
    more_wanted = Signal()
    focus_ring = "outside"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "field")
        self._week: Week = [[] for _ in range(7)]
        self._day = 0
        self._sentence = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def week(self) -> Week:
        """What is shown."""
        return [list(day) for day in self._week]

    def set_week(self, week: Week, sentence: str) -> None:
        """Show stored hours; ``sentence`` is what a screen reader says."""
        was_high = self._body()
        self._week = [sorted(day) for day in week]
        self._say(sentence)
        if was_high != self._body():
            self.updateGeometry()
        self.update()

    def _say(self, sentence: str) -> None:
        self._sentence = sentence
        name = QCoreApplication.translate("WeekGrid", "Hours of the week")
        self.setAccessibleName(f"{name}: {sentence}" if sentence else name)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def sizeHint(self) -> QSize:
        """Days above, hours below."""
        high = QFontMetrics(theme.font("caption")).height()
        return QSize(300, self._body() + max(_TOP, high + 4) + 8)

    def _body(self) -> int:
        """Days with a pause need room for words in each of their blocks."""
        return _SPLIT_BODY if any(len(day) > 1 for day in self._week) else _BODY

    # -- painting

    def _range(self) -> tuple[int, int]:
        spans = [span for day in self._week for span in day]
        first = min([opens for opens, _ in spans], default=8 * 60)
        last = max([closes for _, closes in spans], default=18 * 60)
        return min(first, 8 * 60) // 60 * 60, max(min(last, DAY + 4 * 60), first + 4 * 60, 18 * 60)

    def _y(self, minutes: int) -> float:
        first, last = self._range()
        return _TOP + self._body() * (min(minutes, last) - first) / (last - first)

    def _column(self, day: int) -> QRectF:
        wide = (self.width() - _LEFT) / 7
        return QRectF(_LEFT + day * wide, 0, wide, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw hours, days and blocks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_hours(painter)
        for day in range(7):
            self._paint_day(painter, day)
        painter.end()

    def _paint_hours(self, painter: QPainter) -> None:
        first, last = self._range()
        painter.setFont(theme.font("caption"))
        for minutes in (first, (first + last) // 2 // 60 * 60, last):
            y = round(self._y(minutes))
            painter.fillRect(_LEFT + 2, y, self.width() - _LEFT - 2, 1, theme.color("line"))
            painter.setPen(theme.color("ink-soft"))
            box = QRectF(0, y - 9, _LEFT - 4, 18)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(flags), clock(minutes))

    def _paint_day(self, painter: QPainter, day: int) -> None:
        column = self._column(day)
        chosen = self.hasFocus() and day == self._day
        painter.setFont(theme.bold("caption") if chosen else theme.font("caption"))
        painter.setPen(theme.color("accent-text" if chosen else "ink"))
        head = QRectF(column.x(), 0, column.width(), _TOP - 4)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignCenter), day_name(day))
        if not self._week[day]:
            self._paint_closed(painter, column, chosen)
        for opens, closes in self._week[day]:
            top, bottom = self._y(opens), self._y(closes)
            box = QRectF(column.x() + 2, top, column.width() - 4, max(bottom - top, 12))
            paint_box(painter, box, "accent-tint", "accent", "tick")
            painter.setFont(theme.bold("caption"))
            painter.setPen(theme.color("accent-text"))
            words = span_words(opens, closes)
            if painter.fontMetrics().horizontalAdvance(words) > box.width() - 2:
                words = f"{_hour(opens)}\n–{_hour(closes)}"
            if box.height() >= 14 * (words.count("\n") + 1):
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
        if chosen and self._week[day]:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawLine(head.bottomLeft().toPoint(), head.bottomRight().toPoint())

    def _paint_closed(self, painter: QPainter, column: QRectF, chosen: bool) -> None:
        box = QRectF(column.x() + 1, _TOP + 4, column.width() - 2, self._body() - 8)
        if chosen:
            paint_box(painter, box, None, "accent", "tick")
        words = QCoreApplication.translate("WeekGrid", "closed")
        painter.setPen(theme.color("ink-soft"))
        painter.setFont(theme.font("caption"))
        painter.fillRect(box.adjusted(2, 2, -2, -2), theme.color("base"))
        if painter.fontMetrics().horizontalAdvance(words) > column.width():
            words = "–"  # a cut word says less
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    # -- working

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day; a second press opens or closes it."""
        for day in range(7):
            if self._column(day).contains(event.position()):
                if self._day == day and self.hasFocus():
                    self._toggle()
                self._day = day
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the module's words."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._sideways(1 if key == Qt.Key.Key_Right else -1, copy=shift)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._stretch(STEP if key == Qt.Key.Key_Down else -STEP, closing_only=shift)
        elif key == Qt.Key.Key_Space:
            self._toggle()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.more_wanted.emit()
        elif key == Qt.Key.Key_Delete and self._week[self._day]:
            self._set([])
        else:
            super().keyPressEvent(event)

    def _sideways(self, step: int, *, copy: bool) -> None:
        spans = list(self._week[self._day])
        self._day = (self._day + step) % 7
        if copy:
            self._set(spans)
        self.update()

    def _toggle(self) -> None:
        if self._week[self._day]:
            self._set([])
            return
        others = [day for day in (*self._week[: self._day][::-1], *self._week) if day]
        self._set(list(others[0]) if others else [USUAL])

    def _stretch(self, minutes: int, *, closing_only: bool) -> None:
        spans = list(self._week[self._day])
        if not spans:
            return
        if closing_only:
            opens, closes = spans[-1]
            spans[-1] = (opens, max(opens + STEP, min(closes + minutes, opens + DAY)))
        else:
            spans = [(opens + minutes, closes + minutes) for opens, closes in spans]
            if spans[0][0] < 0 or spans[-1][0] >= DAY:
                return
        self._set(spans)

    def _set(self, spans: list[tuple[int, int]]) -> None:
        self._week[self._day] = spans
        self.updateGeometry()
        self.update()
        self.edited.emit(self.week())


class When(Section):
    """The third section. ``popover`` is the pane of the hours while it is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._osm, self._assumed = "", False
        self._half: dict[str, Any] = {}  # lines of the pane that can't be read yet
        self.popover: HoursPopover | None = None
        self.grid = WeekGrid()
        self.grid.edited.connect(self._grid_edited)
        self.grid.more_wanted.connect(self.edit_hours)
        self.sentence = Label("", "small", "ink-soft", wrap=True)
        self.edit = Button(self.tr("Edit"), "link", size="small")
        self.edit.clicked.connect(self.edit_hours)
        self.half = Problem()
        sure = QCoreApplication.translate("HoursForm", "am and pm are right")
        self.sure = TickBox(sure, style="small")
        self.sure.clicked.connect(self._made_sure)
        self._lay_out_hours()
        self.bind_value("opening_hours", lambda: self._osm, self._set_osm)
        self.bind_value("opening_hours_assumed", lambda: self._assumed, self._set_assumed)
        for field in fields.in_section(fields.Section.WHEN):
            if field.name != "opening_hours":
                self.add(field.name)
        self.checked = self.add_tick()
        self.head.setText(self.tr("When"))
        self.checked.setText(self.tr("checked today"))
        self.checked.setAccessibleName(self.tr("When: checked today"))
        self.edit.setAccessibleName(self.tr("Edit the hours"))
        self.say_rows()
        self.close_hours()
        self._say()

    def _lay_out_hours(self) -> None:
        line = hbox(None, (self.sentence, 1), (self.edit, 0, Qt.AlignmentFlag.AlignTop), spacing=8)
        self.column.addWidget(self.grid)
        self.column.addLayout(line)
        self.column.addWidget(self.half)
        self.column.addWidget(self.sure, 0, Qt.AlignmentFlag.AlignLeft)
        self.sure.hide()

    # -- showing

    def _set_osm(self, osm: str) -> None:
        if self.popover is not None and osm != self._osm:
            self.popover.form.show_hours(osm, self._assumed)
        self._osm = osm
        self._say()

    def _set_assumed(self, assumed: bool) -> None:
        self._assumed = bool(assumed)
        self._say()

    def _say(self) -> None:
        sentence = "; ".join(hours.words(self._osm, words.spoken_language()))
        plan = hours.plan(self._osm)
        week = plan.week if plan is not None else None
        self.grid.setVisible(week is not None)
        if week is not None:
            self.grid.set_week(week, sentence)
        self._say_sentence(sentence)
        self._say_half()

    def _say_sentence(self, sentence: str) -> None:
        assumed = self._assumed and bool(sentence)
        text = sentence or self.tr("Hours are not known")
        if assumed:
            text = self.tr("%1 (am or pm is assumed)").replace("%1", sentence)
        self.sentence.setText(text)
        self.sentence.set_role("warn" if assumed else "ink-soft")
        self.sure.setVisible(assumed)
        self.sure.setChecked(False)

    def _say_half(self) -> None:
        half = {} if self.popover is not None else self._half
        first = str(next((text for text in half.values() if isinstance(text, str)), "…"))
        said = self.tr("Not understood: “%1”").replace("%1", first)
        self.half.show_problem(said if half else "")

    # -- editing

    def _grid_edited(self, week: Week) -> None:
        plan = hours.plan(self._osm) or hours.HoursPlan()
        self._take(plan.with_week(week).osm, self._assumed and bool(self._osm))
        if self.popover is not None:
            self.popover.form.show_hours(self._osm, self._assumed)

    def _take(self, osm: str, assumed: bool) -> None:
        self._osm, self._assumed = osm, assumed
        self._say()

    def _made_sure(self) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take(self._osm, assumed=False)
        self.left.emit()

    def edit_hours(self) -> None:
        """Open the pane, with what was half-typed in it before."""
        if self.popover is not None or self.dossier is None:
            return
        self.popover = HoursPopover(self.edit, self._osm, self._assumed)
        self.popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.popover.edited.connect(self._take)
        self.popover.shut.connect(self._shut)
        self.popover.form.take_up(self._half)
        self._say_half()
        self.popover.open_beside(self, self.popover.form.first())

    def close_hours(self) -> None:
        """Shut the pane; what it says is kept."""
        if self.popover is not None:
            self.popover.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        """The pane goes with what it is about. Nothing is applied by that: it may be a lock."""
        super().hideEvent(event)
        if self.popover is not None:
            self.popover.shut.disconnect(self._shut)
            self.popover.accept()
            self._half, self.popover = self.popover.typed(), None
            self._say_half()

    def _shut(self) -> None:
        gone, self.popover = self.popover, None
        self._half = gone.typed() if gone is not None else {}
        self._say_half()
        self.left.emit()

    def _half_typed(self) -> dict[str, Any]:
        return self.popover.typed() if self.popover is not None else self._half

    def is_edited(self) -> bool:
        """Fields, or lines of the pane."""
        return self.dossier is not None and (bool(self._half_typed()) or super().is_edited())

    def unfinished(self) -> dict[str, Any]:
        """Lines of the pane that can't be read yet, too."""
        kept = stopped.fit(self._half_typed())
        return super().unfinished() | ({"hours_lines": kept} if kept else {})

    def take_up(self, typed: dict[str, Any]) -> None:
        """Such lines, too; they are in the pane when it is opened."""
        super().take_up(typed)
        self._half = dict(typed.get("hours_lines", {}))
        if "hours_typed" in typed:  # a draft of the first version
            self._half["words"] = typed["hours_typed"]
        self._say_half()

    def load(self, dossier: Any) -> None:
        """Show a business."""
        if self.dossier is None or self.dossier.business.id != dossier.business.id:
            self._half = {}
        super().load(dossier)
        self._say()
