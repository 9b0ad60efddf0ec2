"""Two versions of a business, line by line: chosen by a person, settled by a rule, or the same.

What differs between two entries of one directory, and between a directory and a packet, is shown
by the same lines. Beside a narrow table they are ``stacked``: the label stands over both sides,
and each side says which it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from directory_app.tasks.comparing import BOTH
from directory_app.ui import theme
from directory_app.ui.widgets.base import Grounded, Label, Pane
from directory_app.ui.widgets.doors import Door, DoorState
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import IconMark, Remark

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


class Cell(Grounded, QWidget):
    """One side. ``kind``: "choice" is a box to press, "ruled" shows who counts, "plain" tells.

    ``pressed`` by the mouse; keys belong to the line.
    """

    pressed = Signal()

    def __init__(self, kind: str = "plain", caption: str = "") -> None:
        super().__init__()
        self.kind, self.on = kind, False
        self._sign = IconMark("circle" if kind == "choice" else "", "line-strong")
        self.door = Door(DoorState.NOT_ASKED)
        self.words = Label("", "body", wrap=True)
        self.under = Label("", "caption", "ink-soft", wrap=True)
        texts = vbox(None, self.words, self.under, STRETCH)
        row, head = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(8)
        head.setSpacing(8)
        if kind != "plain":
            (head if caption else row).addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        if caption:
            head.addWidget(Label(caption, "caption", "ink-soft"), 1)
        row.addWidget(self.door, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        whole = vbox(
            self,
            margins=(12 if kind != "plain" else 0, 7, 12, 7 if kind == "choice" else 3),
            spacing=4,
        )
        if caption:
            whole.addLayout(head)
        whole.addLayout(row, 1)
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
        if self.kind == "choice":
            self.set_ground("accent-tint" if on else "base", "accent" if on else "line", "field")
            icon, role = ("check-circle", "accent-text") if on else ("circle", "line-strong")
            self._sign.set_icon(icon, role, fill=on)
        elif self.kind == "ruled":
            self._sign.set_icon("check" if on else "", "ok")

    def event(self, event: QEvent) -> bool:
        """A hover ground for what is not chosen."""
        kind = event.type()
        if kind in (QEvent.Type.Enter, QEvent.Type.Leave) and self.kind == "choice" and not self.on:
            self.set_ground("hover" if kind == QEvent.Type.Enter else "base", "line", "field")
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        self.pressed.emit()


class FactLine(QWidget):
    """A label, both sides, and a word about them underneath. Takes no keyboard.

    ``captions`` say over each side which it is, and stack the line; ``icon`` stands before the
    word about them.
    """

    def __init__(
        self,
        key: str,
        kind: str,
        captions: Sequence[str] = ("", ""),
        icon: tuple[str, str] = ("", ""),
    ) -> None:
        super().__init__()
        self.key, self.kind = key, kind
        self.name = ""
        self.captions = captions
        stacked = bool(captions[0])
        self.label = Label(
            "", "strong" if stacked else "small", "ink" if stacked else "ink-soft", wrap=True
        )
        self.aside = Label("", "small", "warn")
        self.cells = (Cell(kind, captions[0]), Cell(kind, captions[1]))
        self.note: Label | Remark = (
            Remark(icon[0], icon[1], ink="ink-soft", style="small")
            if icon[0]
            else Label("", "small", "ink-soft", wrap=True)
        )
        self.note.hide()
        self._told = (Told(""), Told(""))
        sides = hbox(None, spacing=GAP)
        for cell in self.cells:
            sides.addWidget(cell, 1)
        column = vbox(None, sides, self.note, spacing=2)
        if stacked:
            self._stack(column)
        else:
            self._put_beside(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _stack(self, column: QVBoxLayout) -> None:
        head = hbox(None, (self.label, 1), self.aside, spacing=8)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(6)
        column.insertLayout(0, head)
        self.setLayout(column)

    def _put_beside(self, column: QVBoxLayout) -> None:
        self.label.setFixedWidth(LABEL - 12)
        self.note.setContentsMargins(36 if self.kind != "plain" else 0, 0, 0, 4)
        head = vbox(None, self.label, STRETCH, margins=(0, 8, 0, 0), spacing=None)
        hbox(self, head, (column, 1), margins=(EDGE, 3, EDGE, 3), spacing=12)

    def show_fact(self, name: str, told: tuple[Told, Told], note: str = "") -> None:
        """Say what both have, and a word about it."""
        self.name, self._told = name, told
        self.label.setText(name)
        for cell, one in zip(self.cells, told, strict=True):
            cell.show_told(one, self._nothing())
        self.say(note)

    def say(self, note: str) -> None:
        """Another word about it."""
        label = self.note if isinstance(self.note, Label) else self.note.label
        label.setText(note)
        self.note.setVisible(bool(note))

    def set_on(self, *places: int) -> None:
        """Which of both count."""
        for place, cell in enumerate(self.cells):
            cell.set_on(place in places)
        self._announce()

    def _nothing(self) -> str:
        return "—"

    def _announce(self) -> None:
        spoken = self.tr("nothing")
        self.setAccessibleName(f"{self.name}: {self._chosen_words(spoken)}")
        both = self.tr("Left: %1. Right: %2.")
        if self.captions[0]:
            both = f"{self.captions[0]}: %1. {self.captions[1]}: %2."
        both = both.replace("%1", self._told[0].spoken(spoken))
        both = both.replace("%2", self._told[1].spoken(spoken))
        note = self.note.whole_text() if isinstance(self.note, Label) else self.note.text()
        self.setAccessibleDescription(f"{both} {note}".strip())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _chosen_words(self, nothing: str) -> str:
        on = [told for told, cell in zip(self._told, self.cells, strict=True) if cell.on]
        return "; ".join(one.spoken(nothing) for one in on or self._told)


class ChoiceLine(Grounded, FactLine):
    """Left and Right choose; ``chosen(key, what)``: "0", "1", "both", or "" so far. One tab stop.

    ``stepped(by)``: Up and Down, which would scroll else.
    """

    chosen = Signal(str, str)
    stepped = Signal(int)
    focus_ring = "inside"

    def __init__(
        self,
        key: str,
        captions: Sequence[str] = ("", ""),
        icon: tuple[str, str] = ("", ""),
        *,
        both: bool = False,
    ) -> None:
        super().__init__(key, "choice", captions, icon)
        self.what, self._both = "0", both
        self.focus_radius = theme.length("radius", "field")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for place, cell in enumerate(self.cells):
            cell.pressed.connect(lambda place=place: self._press(place))

    def set_what(self, what: str) -> None:
        """Show what is chosen."""
        self.what = what
        self.set_on(*((0, 1) if what == BOTH else (int(what),) if what else ()))

    def _chosen_words(self, nothing: str) -> str:
        return super()._chosen_words(nothing) if self.what else self.tr("nothing is chosen yet")

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
        """Left and Right along the line: the one, both where that may be, the other."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is not None:
            self.stepped.emit(by)
            return
        if event.key() == Qt.Key.Key_Space and not self._both:
            self._choose("0" if self.what == "1" else "1")
            return
        steps = ["0", BOTH, "1"] if self._both else ["0", "1"]
        move = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        if not self.what:
            self._choose(steps[0] if move < 0 else steps[-1])
            return
        at = steps.index(self.what) + move
        if 0 <= at < len(steps):
            self._choose(steps[at])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It is this one's turn."""
        super().focusInEvent(event)
        self.set_ground("header", None, "field")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And no more."""
        super().focusOutEvent(event)
        self.set_ground()


class SameLine(QWidget):
    """A fact that is the same in both: quiet, one value."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        label = Label(name, "small", "ink-soft", wrap=True)
        label.setFixedWidth(LABEL - 12)
        hbox(
            self,
            (label, 0, Qt.AlignmentFlag.AlignTop),
            (Label(words, "body", "ink-soft", wrap=True), 1),
            margins=(EDGE, 3, EDGE, 3),
            spacing=12,
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


class PartHead(Pane):
    """The name of a part of the comparison over a line."""

    def __init__(self, words: str, aside: str = "") -> None:
        super().__init__(None, "t")
        hbox(
            self,
            Label(words, "strong"),
            STRETCH,
            Label(aside, "caption", "ink-soft"),
            margins=(EDGE, 12, EDGE, 4),
            spacing=None,
        )
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout, and the widgets away."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
