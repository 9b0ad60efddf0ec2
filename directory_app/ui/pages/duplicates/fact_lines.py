"""A fact of both entries in a line: chosen by a person, settled by a rule, or the same in both."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from directory_app.tasks.comparing import BOTH
from directory_app.ui import icons, theme
from directory_app.ui.widgets.base import Label, paint_box
from directory_app.ui.widgets.doors import Door, DoorState

LABEL, GAP, EDGE = 116, 8, 16


@dataclass(frozen=True, slots=True)
class Told:
    """What one side of a line says: words, a door before them, a smaller line under them."""

    words: str
    door: DoorState | None = None
    under: str = ""

    def spoken(self, nothing: str) -> str:
        """The same for the ear."""
        said = ", ".join(filter(None, (self.words.replace("\n", ", "), self.under)))
        return said or nothing


class Cell(QWidget):
    """One side. ``kind``: "choice" is a box to press, "ruled" shows who counts, "plain" tells.

    ``pressed`` by the mouse; keys belong to the line.
    """

    pressed = Signal()

    def __init__(self, kind: str = "plain") -> None:
        super().__init__()
        self.kind, self.on = kind, False
        self.door = Door(DoorState.NOT_ASKED)
        self.words = Label("", "body", wrap=True)
        self.under = Label("", "caption", "ink-soft", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.words)
        texts.addWidget(self.under)
        texts.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(36 if kind != "plain" else 0, 7, 12, 7 if kind == "choice" else 3)
        row.setSpacing(8)
        row.addWidget(self.door, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if kind == "choice":
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_told(self, told: Told, nothing: str) -> None:
        """Say it; ``nothing`` where there is nothing to say."""
        self.words.setText(told.words or nothing)
        self.under.setText(told.under)
        self.under.setVisible(bool(told.under))
        self.door.setVisible(told.door is not None)
        if told.door is not None:
            self.door.set_state(told.door, told.words)

    def set_on(self, on: bool) -> None:
        """Whether this side counts."""
        self.on = on
        quiet = self.kind == "plain" or not on
        self.words.set_role("ink-soft" if quiet else "ink")
        strong = on and self.kind != "plain"
        self.words.setFont(theme.medium("body") if strong else theme.font("body"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box and sign of a choice; the sign alone of what is settled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.kind == "choice":
            ground = "accent-tint" if self.on else "hover" if self.underMouse() else "base"
            paint_box(painter, rect, ground, "accent" if self.on else "line", "field")
            icon, role = ("check-circle", "accent-text") if self.on else ("circle", "line-strong")
            icons.paint(painter, 12, 9, icon, role, 16, fill=self.on)
        elif self.kind == "ruled" and self.on:
            icons.paint(painter, 12, 9, "check", "ok", 16)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        self.pressed.emit()

    def enterEvent(self, event: object) -> None:
        """Show the hover ground."""
        self.update()

    def leaveEvent(self, event: object) -> None:
        """And no more."""
        self.update()


class FactLine(QWidget):
    """A label, both sides, and a word about them underneath. Takes no keyboard."""

    def __init__(self, key: str, kind: str) -> None:
        super().__init__()
        self.key, self.kind = key, kind
        self.name = ""
        self.label = Label("", "small", "ink-soft", wrap=True)
        self.label.setFixedWidth(LABEL - 12)
        self.cells = (Cell(kind), Cell(kind))
        self.note = Label("", "small", "ink-soft", wrap=True)
        self.note.hide()
        self._told = (Told(""), Told(""))
        sides = QHBoxLayout()
        sides.setSpacing(GAP)
        for cell in self.cells:
            sides.addWidget(cell, 1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(sides)
        column.addWidget(self.note)
        self.note.setContentsMargins(36 if kind != "plain" else 0, 0, 0, 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 3, EDGE, 3)
        row.setSpacing(12)
        head = QVBoxLayout()
        head.setContentsMargins(0, 8, 0, 0)
        head.addWidget(self.label)
        head.addStretch()
        row.addLayout(head)
        row.addLayout(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_fact(self, name: str, told: tuple[Told, Told], note: str = "") -> None:
        """Say what both have, and a word about it."""
        self.name, self._told = name, told
        self.label.setText(name)
        for cell, one in zip(self.cells, told, strict=True):
            cell.show_told(one, self._nothing())
        self.say(note)

    def say(self, note: str) -> None:
        """Another word about it."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def set_on(self, *places: int) -> None:
        """Which of both count."""
        for place, cell in enumerate(self.cells):
            cell.set_on(place in places)
        self._announce()

    def _nothing(self) -> str:
        return "—"

    def _announce(self) -> None:
        on = [told for told, cell in zip(self._told, self.cells, strict=True) if cell.on]
        spoken = self.tr("nothing")
        told = "; ".join(one.spoken(spoken) for one in on or self._told)
        self.setAccessibleName(f"{self.name}: {told}")
        both = self.tr("Left: %1. Right: %2.")
        both = both.replace("%1", self._told[0].spoken(spoken))
        both = both.replace("%2", self._told[1].spoken(spoken))
        note = self.note.whole_text()
        self.setAccessibleDescription(f"{both} {note}".strip())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))


class ChoiceLine(FactLine):
    """Left and Right choose; ``chosen(key, what)``: "0", "1" or "both". One tab stop.

    ``stepped(by)``: Up and Down, which would scroll else.
    """

    chosen = Signal(str, str)
    stepped = Signal(int)
    focus_ring = "inside"

    def __init__(self, key: str, *, both: bool = False) -> None:
        super().__init__(key, "choice")
        self.what, self._both = "0", both
        self.focus_radius = theme.length("radius", "field")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for place, cell in enumerate(self.cells):
            cell.pressed.connect(lambda place=place: self._press(place))

    def set_what(self, what: str) -> None:
        """Show what is chosen."""
        self.what = what
        self.set_on(*((0, 1) if what == BOTH else (int(what),)))

    def _press(self, place: int) -> None:
        """A click: this one; of what can be kept of both, this one too or not."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not self._both:
            self._choose(str(place))
        elif self.what == BOTH:
            self._choose(str(1 - place))
        elif self.what != str(place):
            self._choose(BOTH)

    def _choose(self, what: str) -> None:
        if what != self.what:
            self.set_what(what)
            self.chosen.emit(self.key, what)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right along the line: the one, both where that may be, the other."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is not None:
            self.stepped.emit(by)
            return
        steps = ["0", BOTH, "1"] if self._both else ["0", "1"]
        move = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        at = steps.index(self.what) + move
        if 0 <= at < len(steps):
            self._choose(steps[at])

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of whose turn it is."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_box(painter, QRectF(self.rect()), "header", None, "field")
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It is this one's turn."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And no more."""
        super().focusOutEvent(event)
        self.update()


class SameLine(QWidget):
    """A fact that is the same in both: quiet, one value."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        label = Label(name, "small", "ink-soft", wrap=True)
        label.setFixedWidth(LABEL - 12)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 3, EDGE, 3)
        row.setSpacing(12)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, "body", "ink-soft", wrap=True), 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


class PartHead(QWidget):
    """The name of a part of the comparison over a line."""

    def __init__(self, words: str, aside: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 12, EDGE, 4)
        row.addWidget(Label(words, "strong"))
        row.addStretch()
        row.addWidget(Label(aside, "caption", "ink-soft"))
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line above."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
        painter.end()
