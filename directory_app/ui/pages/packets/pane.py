"""The pane beside the table: one business of the packet, field by field, and what to choose."""

import datetime as dt
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from directory_app.model.compare import CONSENT, Kind
from directory_app.model.compare import Line as ComparedLine
from directory_app.model.fields import UNITS
from directory_app.model.packet import told
from directory_app.model.packet_review import OFFERED, Choice, Row, RowKind
from directory_app.ui.pages.packets import words
from directory_app.ui.parts import field_words
from directory_app.ui.parts.two_versions import ChoiceLine, FactLine, Told, empty
from directory_app.ui.widgets.base import Label, Line, Pane, Scroll
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.layouts import STRETCH, vbox
from directory_app.ui.widgets.tabs import Segments


class PacketLine(ChoiceLine):
    """A unit that a person chooses: what is here, or what is in the packet."""

    def _chosen_words(self, nothing: str) -> str:
        if not self.what:
            return super()._chosen_words(nothing)
        return self.tr("ours stays") if self.what == "0" else self.tr("the packet’s is taken")


class PacketPane(Pane):
    """Shows one row. ``chosen(at, theirs)``: a line of it; ``decided(choice)``: the whole."""

    chosen = Signal(int, bool)
    decided = Signal(str)
    back = Signal()

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__("base", "l", parent)
        self._today = today
        self._row: Row | None = None
        #: The lines that are shown, each with what it is about.
        self.rows: list[tuple[ComparedLine, FactLine]] = []
        self.back_button = Button(self.tr("Back to the list"), "link", size="small")
        self.back_button.clicked.connect(self.back)
        self.back_button.hide()
        self._kind = Label("", "small", "ink-soft")
        self._name = Label("", "title", wrap=True)
        self._about = Label("", "small", "ink-soft", wrap=True)
        self.choice = Segments([("", "")], "")
        self.choice.chosen.connect(self.decided)
        self._inner = vbox(None, margins=(16, 4, 16, 16))
        self._lay_out()
        self.setAccessibleName(self.tr("What the packet says of this business"))
        self.show_row(self._row)

    def _lay_out(self) -> None:
        head = Pane("base", "b")
        vbox(
            head,
            (self.back_button, 0, Qt.AlignmentFlag.AlignLeft),
            self._kind,
            self._name,
            self._about,
            6,
            (self.choice, 0, Qt.AlignmentFlag.AlignLeft),
            margins=(16, 12, 16, 12),
            spacing=2,
        )
        body = QWidget()
        vbox(body, head, self._inner, STRETCH)
        self.view = Scroll(body)
        vbox(self, self.view, margins=(1, 0, 0, 0))

    def set_alone(self, alone: bool) -> None:
        """Whether the pane has the table's place: then there is a way back."""
        self.back_button.setVisible(alone)

    def first(self) -> QWidget | None:
        """Where the keyboard goes: the first open choice, else the first choice there is."""
        if self.back_button.isVisible():
            return self.back_button
        if self._row is not None and self._row.kind in (RowKind.LIKE, RowKind.KNOWN):
            return self.choice
        sides = [shown for line, shown in self.rows if not line.fixed]
        opened = [shown for line, shown in self.rows if line.open]
        whole = [self.choice] if self.choice.isVisible() else []
        return next(iter([*opened, *sides, *whole]), None)

    def show_row(self, row: Row | None) -> None:
        """Show a business of the packet, or nothing."""
        self._row = row
        self.rows.clear()
        empty(self._inner)
        self.choice.setVisible(row is not None and row.kind in OFFERED)
        if row is None:
            self._kind.setText("")
            self._name.setText("")
            self._about.setText(self.tr("Choose a row to see what the packet says of it."))
            return
        self._head(row)
        if row.added and row.entry is not None:
            self._values(row)
        self._fields(row)
        self._kept(row)

    def refresh(self) -> None:
        """A line was chosen: the others may follow."""
        for line, shown in self.rows:
            self._show_choice(line, shown)

    def _show_choice(self, line: ComparedLine, shown: FactLine) -> None:
        what = "" if line.take is None else str(int(line.take))
        shown.aside.setText(self.tr("Choose") if line.open else "")
        if isinstance(shown, PacketLine):
            shown.set_what(what)
        else:
            shown.set_on(*([int(what)] if what else []))

    # -- parts

    def _head(self, row: Row) -> None:
        entry = row.entry
        code = row.code or (entry.code if entry else "")
        self._kind.setText(f"{words.kind(row)}  ·  {code}" if code else words.kind(row))
        theirs = entry.name if entry is not None else ""
        self._name.setText(theirs if row.kind is RowKind.LIKE else row.name)
        about = words.sentence(row)
        if row.kind is RowKind.LIKE:
            about = self.tr("Here: %1").replace("%1", f"{row.code} {row.name}") + "\n" + about
        self._about.setText(about)
        if row.kind in OFFERED:
            offered = list(OFFERED[row.kind])
            if row.choice is Choice.UNDECIDED:
                offered.insert(0, Choice.UNDECIDED)
            items = [(one.value, words.choice(one)) for one in offered]
            self.choice.set_items(items, self.tr("What happens with it"))
            self.choice.set_value(row.choice.value)

    def _values(self, row: Row) -> None:
        entry = row.entry
        assert entry is not None
        for name in UNITS:
            text = field_words.unit(name, entry.unit(name)) if told(entry.unit(name)) else ""
            if text and name != "name" and name not in {line.unit for line in row.held}:
                self._value(field_words.name(name), text)
        numbers = "\n".join(field_words.phone(phone) for phone in entry.phones)
        if numbers:
            self._value(field_words.name("phone:"), numbers)
        for one in entry.answers:
            said = field_words.answer(one, self._today)[1].replace("\n", ", ")
            self._value(field_words.name(f"consent:{one['channel']}"), said)

    def _value(self, name: str, text: str) -> None:
        self._inner.addSpacing(8)
        self._inner.addWidget(Label(name, "caption", "ink-soft"))
        self._inner.addWidget(Label(text, "body", wrap=True))

    def _fields(self, row: Row) -> None:
        lines = list(row.lines) if row.compared else list(row.held) if row.added else []
        if row.kind is RowKind.LIKE and row.choice is Choice.UNDECIDED:
            # both sides tell whether it is the same; they can be chosen once that is said
            lines = [replace(line, fixed=True, take=None, why="") for line in row.lines]
        shown = [
            (at, line)
            for at, line in enumerate(lines)
            if not row.compared
            or not (line.kind is Kind.KEEP and (not line.fixed or line.theirs is None))
        ]
        # first what waits for a person
        shown.sort(key=lambda one: one[1].kind is not Kind.CONFLICT or one[1].fixed)
        for at, line in shown:
            if self.rows:
                self._inner.addWidget(Line())
            made = self._unit(line, at)
            self.rows.append((line, made))
            self._inner.addWidget(made)

    def _unit(self, line: ComparedLine, at: int) -> FactLine:
        captions = (self.tr("Here"), self.tr("Packet"))
        made: FactLine
        if line.fixed:
            made = FactLine(line.unit, "ruled", captions, ("lock-simple", "ink-soft"))
        else:
            icon = "push-pin" if line.why == "hand_pin" else "warning"
            made = PacketLine(line.unit, captions, (icon, "warn"))
            made.chosen.connect(lambda _key, what: self.chosen.emit(at, what == "1"))
            made.stepped.connect(self._step)
        told = [self._told(line, side) for side in (line.ours, line.theirs)]
        made.show_fact(field_words.name(line.unit), (told[0], told[1]), words.why(line))
        self._show_choice(line, made)
        return made

    def _told(self, line: ComparedLine, side: dict[str, Any] | None) -> Told:
        if line.unit.startswith(CONSENT):
            door, said = field_words.answer(side, self._today)
            return Told(said, door)
        other = line.theirs if side is line.ours else line.ours
        said = "" if side is None else field_words.unit(line.unit, side, other)
        return Told(said or self.tr("nothing"))

    def _step(self, by: int) -> None:
        """Up and Down: to the choice before or after."""
        choices = [shown for line, shown in self.rows if not line.fixed]
        at = next((n for n, one in enumerate(choices) if one.hasFocus()), 0) + by
        if 0 <= at < len(choices):
            choices[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.view.ensureWidgetVisible(choices[at], 0, 24)

    def _kept(self, row: Row) -> None:
        """What only this laptop changed: there is nothing to choose."""
        if not row.compared:
            return
        kept = [line for line in row.lines if line.kind is Kind.KEEP and not line.fixed]
        names = ", ".join(dict.fromkeys(field_words.name(line.unit) for line in kept))
        if names:
            self._inner.addSpacing(12)
            text = self.tr("Newer here, and stays: %1").replace("%1", names)
            self._inner.addWidget(Label(text, "small", "ink-soft", wrap=True))
