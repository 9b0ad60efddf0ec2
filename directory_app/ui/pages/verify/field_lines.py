"""The fields of a business, asked one by one: still right, changed, or skipped."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.ui import theme
from directory_app.ui.widgets.base import Card, Label, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.doors import Door, DoorState
from directory_app.ui.widgets.fields import Field, Problem
from directory_app.ui.widgets.icon_mark import IconMark

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


class FieldLine(Translated, QWidget):
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
        self.right = Button("", "primary", size="small", keys="Y")
        self.changed = Button("", "plain", size="small", keys="C")
        self.skip = Button("", "flat", size="small", keys="S")
        self.mark = IconMark("check", "ok", 14)
        self.state = Label("", "body", "ink-soft")
        self.field = Field("")
        self.problem = Problem()
        self.keep = Button("", "primary", size="small")
        self.drop = Button("", "flat", size="small")
        self._lay_out()
        self.right.clicked.connect(lambda: self.answered.emit(self.name, "right", ""))
        self.skip.clicked.connect(lambda: self.answered.emit(self.name, "skip", ""))
        self.changed.clicked.connect(lambda _checked=False: self.correct())
        self.keep.clicked.connect(self._keep)
        self.field.returnPressed.connect(self._keep)
        self.drop.clicked.connect(self.leave_field)
        self.retranslate()

    def _lay_out(self) -> None:
        self.label.setFixedWidth(_LABEL)
        words = QVBoxLayout()
        words.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.door)
        first.addWidget(self.value, 1)
        words.addLayout(first)
        for part in (self.question, self.field, self.problem):
            words.addWidget(part)
        self.deeds = QWidget()
        deeds = QHBoxLayout(self.deeds)
        deeds.setContentsMargins(0, 0, 0, 0)
        deeds.setSpacing(6)
        for button in (self.right, self.changed, self.skip, self.keep, self.drop):
            deeds.addWidget(button)
        self.words = words
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(15, 9, 14, 9)
        self.row.setSpacing(6)
        self.row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addLayout(words, 1)
        for widget in (self.deeds, self.mark, self.state):
            self.row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.field.hide()

    def retranslate(self) -> None:
        """Set the texts."""
        self.label.setText(field_name(self.name))
        self.setAccessibleName(field_name(self.name))
        self.right.setText(self.tr("Still right"))
        self.changed.setText(self.tr("Changed"))
        self.skip.setText(self.tr("Skip"))
        self.keep.setText(self.tr("Keep"))
        self.drop.setText(self.tr("Cancel"))
        self.field.setAccessibleName(field_name(self.name))
        self._show()

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
        self.update()

    def _state_words(self) -> str:
        if self.verdict == "changed":
            return self.tr("Now: %1").replace("%1", self.typed) if self.typed else self.tr("Asked")
        return {
            "right": self.tr("Still right"),
            "skip": self.tr("Skipped"),
        }.get(self.verdict, self.tr("to ask"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of whose turn it is, and the line under it."""
        painter = QPainter(self)
        if self._active:
            painter.fillRect(self.rect().adjusted(1, 0, -1, 0), theme.color("header"))
            painter.fillRect(0, 0, 3, self.height(), theme.color("accent"))
        if not self._last:
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        painter.end()

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
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
