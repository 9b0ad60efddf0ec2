"""The fields of a business, asked one by one: still right, changed, or skipped."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from directory_app.model.terms import Channel
from directory_app.tasks import asking_again
from directory_app.ui import theme
from directory_app.ui.widgets import doors
from directory_app.ui.widgets.base import Card, Grounded, Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.doors import Door, DoorState
from directory_app.ui.widgets.fields import Field, FieldRow, Problem
from directory_app.ui.widgets.layouts import hbox, vbox
from directory_app.ui.widgets.remark import IconMark

_LABEL = 104
#: Below this width the buttons stand under the words.
_NARROW = 620


def field_name(name: str) -> str:
    """What a field is called."""
    return {
        "name": QCoreApplication.translate("Verify", "Name"),
        "sells": QCoreApplication.translate("Verify", "Sells"),
        "address": QCoreApplication.translate("Verify", "Address"),
        "phone": QCoreApplication.translate("Verify", "Phone"),
        "hours": QCoreApplication.translate("Verify", "Hours"),
        "languages": QCoreApplication.translate("Verify", "Languages"),
        "payment": QCoreApplication.translate("Verify", "Payment"),
        "print": QCoreApplication.translate("Verify", "Print guides"),
    }[name]


class FieldLine(Grounded, QWidget):
    """One field. ``answered(name, verdict, text)``; ``picked(name)``: a click on it.

    ``opened(name)``: it changed, and is corrected elsewhere (answers of an owner).
    """

    answered = Signal(str, str, str)
    picked = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, *, elsewhere: bool = False) -> None:
        super().__init__()
        self.name, self._elsewhere = name, elsewhere
        self.verdict, self.typed = "", ""
        self._active, self._last = False, False
        self.label = Label("", "body", "ink-soft")
        self.value = Label("", "body", wrap=True)
        self.question = Label("", "read-aloud", wrap=True)
        self.door = Door(DoorState.NOT_ASKED)
        if not elsewhere:  # never setVisible(True): shown without a parent it is a window
            self.door.hide()
        self.right = Button(self.tr("Still right"), "primary", size="small", keys="Y")
        self.changed = Button(self.tr("Changed"), "plain", size="small", keys="C")
        self.skip = Button(self.tr("Skip"), "flat", size="small", keys="S")
        self.mark = IconMark("check", "ok", 14)
        self.state = Label("", "body", "ink-soft")
        self.field = Field("")
        self.problem = Problem()
        self.keep = Button(self.tr("Keep"), "primary", size="small")
        self.drop = Button(self.tr("Cancel"), "flat", size="small")
        self._lay_out()
        self.right.clicked.connect(lambda: self.answered.emit(self.name, "right", ""))
        self.skip.clicked.connect(lambda: self.answered.emit(self.name, "skip", ""))
        self.changed.clicked.connect(lambda _checked=False: self.correct())
        self.keep.clicked.connect(self._keep)
        self.field.returnPressed.connect(self._keep)
        self.drop.clicked.connect(self.leave_field)
        self.label.setText(field_name(self.name))
        self.setAccessibleName(field_name(self.name))
        self.field.setAccessibleName(field_name(self.name))
        self._show()

    def _lay_out(self) -> None:
        self.label.setFixedWidth(_LABEL)
        words = vbox(None, spacing=2)
        first = hbox(None, self.door, (self.value, 1), spacing=8)
        words.addLayout(first)
        for part in (self.question, self.field, self.problem):
            words.addWidget(part)
        self.deeds = QWidget()
        hbox(self.deeds, self.right, self.changed, self.skip, self.keep, self.drop, spacing=6)
        self.words = words
        self.row = hbox(
            self,
            (self.label, 0, Qt.AlignmentFlag.AlignVCenter),
            (words, 1),
            margins=(15, 9, 14, 9),
            spacing=6,
        )
        for widget in (self.deeds, self.mark, self.state):
            self.row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.field.hide()

    def tell(self, value: str, question: str, door: DoorState = DoorState.NOT_ASKED) -> None:
        """Show what the list has, and what to ask."""
        self.value.setText(value or "—")
        self.question.setText(f"“{question}”")
        self.door.set_state(door, value)

    def set_answer(self, verdict: str, typed: str = "") -> None:
        """Show what was said: right, skip, changed with ``typed``, or "" for nothing yet."""
        self.verdict, self.typed = verdict, typed
        self._show()

    def set_active(self, active: bool, last: bool = False) -> None:
        """Whether it is this field's turn; ``last``: no line under it."""
        self._active, self._last = active, last
        if not active:
            self.field.hide()
        self._show()

    def is_typing(self) -> bool:
        """Whether its correction is being typed."""
        return not self.field.isHidden()

    def correct(self, typed: str = "") -> None:
        """Type what is right now; ``typed``: what was typed of it already."""
        if self._elsewhere:
            self.opened.emit(self.name)
            return
        known = "" if self.value.text() == "—" else self.value.text()
        self.field.set_text(typed or self.typed or known)
        self.field.show()
        self._show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def leave_field(self) -> None:
        """Back without a correction."""
        self.field.hide()
        self.say("")
        self._show()
        self.right.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, problem: str) -> None:
        """What is wrong with the correction, "" for nothing."""
        self.problem.show_problem(problem)
        self.field.set_problem(bool(problem))

    def _keep(self) -> None:
        self.answered.emit(self.name, "changed", self.field.text())

    def _show(self) -> None:
        typing = self.is_typing()
        here = self._active and not typing
        for button in (self.right, self.changed, self.skip):
            button.setVisible(here)
        for widget in (self.keep, self.drop):
            widget.setVisible(typing)
        self.deeds.setVisible(here or typing)
        self.question.setVisible(here)
        self.value.setFont(theme.bold("strong") if self._active else theme.font("body"))
        self.state.setVisible(not here and not typing)
        self.mark.setVisible(self.verdict == "right" and not here and not typing)
        self.state.setFont(theme.bold("body") if self.verdict == "right" else theme.font("body"))
        self.state.set_role({"right": "ok", "changed": "accent-text"}.get(self.verdict, "ink-soft"))
        self.state.setText(self._state_words())
        lines = "" if self._last else "b"
        ground = ("header", "accent") if self._active else (None, None)
        self.set_ground(ground[0], lines=lines, bar=ground[1])

    def _state_words(self) -> str:
        if self.verdict == "changed":
            return self.tr("Now: %1").replace("%1", self.typed) if self.typed else self.tr("Asked")
        return {
            "right": self.tr("Still right"),
            "skip": self.tr("Skipped"),
        }.get(self.verdict, self.tr("to ask"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons beside the words, or under them."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow != (self.words.indexOf(self.deeds) >= 0):
            if narrow:
                self.row.removeWidget(self.deeds)
                self.words.addWidget(self.deeds, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self.words.removeWidget(self.deeds)
                self.row.insertWidget(2, self.deeds, 0, Qt.AlignmentFlag.AlignVCenter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It is this one's turn."""
        self.picked.emit(self.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the field."""
        if event.key() == Qt.Key.Key_Escape and self.is_typing():
            self.leave_field()
        else:
            super().keyPressEvent(event)


class FieldLines(Card):
    """All of them in a card; one has its turn. ``answered`` and ``opened`` as FieldLine."""

    answered = Signal(str, str, str)
    opened = Signal(str)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__("base")
        self.lines = {name: FieldLine(name, elsewhere=name == "print") for name in names}
        self.active = ""
        column = vbox(self)
        for line in self.lines.values():
            column.addWidget(line)
            line.answered.connect(self.answered)
            line.opened.connect(self.opened)
            line.picked.connect(lambda name: self.turn(name, focus=True))

    def turn(self, name: str, *, focus: bool = False) -> None:
        """Give a field its turn; "" for none."""
        self.active = name
        names = list(self.lines)
        for each, line in self.lines.items():
            line.set_active(each == name, last=each == names[-1])
        if focus and name:
            self.lines[name].right.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_to_ask(self) -> str:
        """The first field without an answer, "" where all have one."""
        return next((name for name, line in self.lines.items() if not line.verdict), "")

    def step(self, way: int) -> None:
        """The turn goes a line up or down."""
        names = list(self.lines)
        at = names.index(self.active) + way if self.active in names else 0
        if 0 <= at < len(names):
            self.turn(names[at], focus=True)

    def to_ask(self) -> int:
        """How many have no answer yet."""
        return sum(not line.verdict for line in self.lines.values())

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        self.update()


CHANNELS = tuple(channel.value for channel in Channel)
_NUMBER, _NAME_WIDTH, _VALUE = 14, 34, 146
#: A yes to the map says how exact, as on the sheet: the door, the street only, the town only.
_HOW_EXACT = {"D": "exact", "R": "street", "T": "town"}
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class SheetKeys(QWidget):
    """Fields, then answers; Y, N and S answer the row at hand.

    ``correction_wanted(name)``: N in a field. ``saved``: Enter. ``left``: Esc. Arrows move, a
    digit goes to the field of that number, A says yes to all fields that are left, Delete
    begins anew.
    """

    correction_wanted = Signal(str)
    saved = Signal()
    left = Signal()
    moved = Signal()
    how_exact_wanted = Signal()
    focus_ring = "outside"

    def __init__(self) -> None:
        super().__init__()
        self.focus_radius = theme.length("radius", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rows = (*asking_again.SHEET_FIELDS, *CHANNELS)
        self.answers: dict[str, str] = {}
        self.typed: dict[str, str] = {}
        self.values: dict[str, str] = {}
        self.at = 0
        self._row = theme.height("row_review")
        self.setFixedHeight(self._row * len(self.rows) + 2)

    # -- what was said

    def clear(self, values: dict[str, str]) -> None:
        """Another sheet."""
        self.answers, self.typed, self.values, self.at = {}, {}, values, 0
        self._tell()

    def take(self, answers: dict[str, str], typed: dict[str, str], at: int) -> None:
        """Show again what was said of this sheet before."""
        self.answers, self.typed = dict(answers), dict(typed)
        self.at = min(max(at, 0), len(self.rows) - 1)
        self._tell()

    def to_answer(self) -> list[str]:
        """The fields without an answer; a channel without one was not asked."""
        return [name for name in asking_again.SHEET_FIELDS if name not in self.answers]

    def put(self, name: str, answer: str, typed: str = "") -> None:
        """Answer a row and go on to the next."""
        self.answers[name] = answer
        self.typed[name] = typed
        self.go(self.rows.index(name) + 1)

    def go(self, at: int) -> None:
        """To a row by its place."""
        self.at = min(max(at, 0), len(self.rows) - 1)
        self._tell()

    # -- words

    def row_words(self, name: str) -> str:
        """A row, said."""
        return f"{self._label(name)}: {self.values.get(name, '')}. {self._answer_words(name)}"

    @staticmethod
    def _label(name: str) -> str:
        is_field = name in asking_again.SHEET_FIELDS
        return field_name(name) if is_field else doors.channel_name(name)

    def _answer_words(self, name: str) -> str:
        answer = self.answers.get(name, "")
        if name == "map" and answer == "yes":
            return {
                "exact": self.tr("Yes, the door"),
                "street": self.tr("Yes, the street only"),
                "town": self.tr("Yes, the town only"),
            }[self.typed["map"]]
        if name in CHANNELS:
            return {"yes": self.tr("Yes"), "no": self.tr("No")}.get(answer, self.tr("Not asked"))
        if answer == "changed":
            return self.tr("Now: %1").replace("%1", self.typed.get(name, ""))
        return {"right": self.tr("Still right"), "skip": self.tr("Not ticked")}.get(answer, "…")

    def _tell(self) -> None:
        self.setAccessibleName(self.row_words(self.rows[self.at]))
        self.moved.emit()
        self.update()

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        painter = QPainter(self)
        for number, name in enumerate(self.rows):
            self._paint_ground(painter, number)
            self._paint_number(painter, number)
            self._paint_words(painter, number, name)
        painter.end()

    def _paint_ground(self, painter: QPainter, number: int) -> None:
        y, here = number * self._row, number == self.at
        painter.fillRect(0, y, self.width(), self._row, theme.color("header" if here else "base"))
        between = number + 1 == len(asking_again.SHEET_FIELDS)  # of fields and answers
        line = theme.color("line-strong" if between else "line")
        painter.fillRect(0, y + self._row - 1, self.width(), 1, line)
        if here:
            painter.fillRect(0, y, 3, self._row, theme.color("accent"))

    def _paint_number(self, painter: QPainter, number: int) -> None:
        if number < len(asking_again.SHEET_FIELDS):
            painter.setFont(theme.tabular(theme.font("caption")))
            painter.setPen(theme.color("ink-soft"))
            painter.drawText(_NUMBER, number * self._row, 16, self._row, _LEFT, str(number + 1))

    def _paint_words(self, painter: QPainter, number: int, name: str) -> None:
        y, here = number * self._row, number == self.at
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("ink-soft"))
        name_shown = self._label(name)
        painter.drawText(_NAME_WIDTH, y, _VALUE - _NAME_WIDTH, self._row, _LEFT, name_shown)
        wide = self._paint_answer(painter, y, name)
        painter.setFont(theme.bold("body") if here else theme.font("body"))
        painter.setPen(theme.color("ink"))
        room = max(self.width() - wide - 28 - _VALUE, 20)
        value = self.values.get(name, "") or "—"
        value = painter.fontMetrics().elidedText(value, Qt.TextElideMode.ElideRight, room)
        painter.drawText(_VALUE, y, room, self._row, _LEFT, value)

    def _paint_answer(self, painter: QPainter, y: int, name: str) -> int:
        """What was said, at the right; how wide it is."""
        answer, words = self.answers.get(name, ""), self._answer_words(name)
        painter.setFont(theme.bold("body") if answer else theme.font("body"))
        metrics = painter.fontMetrics()
        wide = min(metrics.horizontalAdvance(words) + 4, self.width() // 2)
        role = {"right": "ok", "yes": "ok", "changed": "accent-text"}.get(answer, "ink-soft")
        painter.setPen(theme.color("ink" if answer == "no" else role))
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(self.width() - wide - 14, y, wide, self._row, _RIGHT, cut)
        return wide

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a sheet."""
        deed = self._deeds().get(event.key()) or self._said(event.text().upper())
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    def _deeds(self) -> dict[int, Callable[[], Any]]:
        key = Qt.Key
        return {
            key.Key_Return: self.saved.emit,
            key.Key_Enter: self.saved.emit,
            key.Key_Escape: self.left.emit,
            key.Key_Up: lambda: self.go(self.at - 1),
            key.Key_Down: lambda: self.go(self.at + 1),
            key.Key_Delete: lambda: self.clear(self.values),
        }

    def _said(self, text: str) -> Callable[[], Any] | None:
        """What a letter or digit does in the row at hand; None for one that does nothing."""
        name = self.rows[self.at]
        field = name in asking_again.SHEET_FIELDS
        if name == "map" and text in _HOW_EXACT:
            return lambda: self.put(name, "yes", _HOW_EXACT[text])
        if name == "map" and text == "Y":
            return self.how_exact_wanted.emit
        if field and text in ("N", "C"):
            return lambda: self.correction_wanted.emit(name)
        if text.isdecimal() and 1 <= int(text) <= len(asking_again.SHEET_FIELDS):
            return lambda: self.go(int(text) - 1)
        if text == "A":
            return self._all_right
        plain = {"Y": "right" if field else "yes", "S": "skip" if field else "", "N": "no"}
        return (lambda: self.put(name, plain[text])) if text in plain else None

    def _all_right(self) -> None:
        for each in self.to_answer():
            self.put(each, "right")
        self.go(max(self.at, len(asking_again.SHEET_FIELDS)))


class CorrectionLine(FieldRow):
    """``typed``: Enter. ``turned``: it is shown, or not any more."""

    typed = Signal()
    turned = Signal()

    def __init__(self) -> None:
        self.line = Field("")
        super().__init__("", self.line, above=True)
        self._name = ""
        self.line.returnPressed.connect(self.typed)

    def begin(self, name: str, text: str) -> None:
        """Correct a field: what it was is marked, so that typing replaces it."""
        self._name = name
        self.set_label(field_name(name))
        self.say("")
        self.line.setText(text)
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def typing(self) -> tuple[str, str]:
        """Which field is being corrected, and what is typed so far; ("", "") for none."""
        return ("", "") if self.isHidden() else (self._name, self.line.text())

    def showEvent(self, event: QShowEvent) -> None:
        """Tell of it."""
        super().showEvent(event)
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell of it."""
        super().hideEvent(event)
        self.turned.emit()


class TypeAhead(QObject):
    """Holds the keys that a field gets between ``hold`` and ``release``."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._keys: list[QKeyEvent] = []
        self._is_holding = False
        field.installEventFilter(self)

    def hold(self) -> None:
        """From now on keys wait."""
        self._is_holding = True

    def release(self) -> None:
        """They go to whatever has the keyboard now, as if they were typed now."""
        self._is_holding = False
        while self._keys and not self._is_holding:
            target = self._field.window().focusWidget() or self._field
            QApplication.sendEvent(target, self._keys.pop(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that came too early."""
        if self._is_holding and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            self._keys.append(event.clone())
            return True
        return False
