"""The pane beside the table: one business of the packet, field by field, and what to choose."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.model.packet_compare import Kind
from directory_app.model.packet_review import OFFERED, Choice, Row, RowKind
from directory_app.ui.pages.packets import words
from directory_app.ui.pages.packets.sides import SidesRow
from directory_app.ui.widgets.base import Label, Line, Pane, Scroll, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.segments import Segments

#: What a new business shows, in this order.
_NEW = (
    *("alternate_name", "category", "address", "hours", "website", "email", "description_en"),
    *("description_es", "note"),
)


class PacketPane(Translated, Pane):
    """Shows one row. ``chosen(at, theirs)``: a line of it; ``decided(choice)``: the whole."""

    chosen = Signal(int, bool)
    decided = Signal(str)
    back = Signal()

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__("base", "l", parent)
        self._today = today
        self._row: Row | None = None
        self.rows: list[SidesRow] = []
        self.back_button = Button("", "link", size="small")
        self.back_button.clicked.connect(self.back)
        self.back_button.hide()
        self._kind = Label("", "small", "ink-soft")
        self._name = Label("", "title", wrap=True)
        self._about = Label("", "small", "ink-soft", wrap=True)
        self.choice = Segments([("", "")], "")
        self.choice.chosen.connect(self.decided)
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(16, 4, 16, 16)
        self._inner.setSpacing(0)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = Pane("base", "b")
        top = QVBoxLayout(head)
        top.setContentsMargins(16, 12, 16, 12)
        top.setSpacing(2)
        top.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        for label in (self._kind, self._name, self._about):
            top.addWidget(label)
        top.addSpacing(6)
        top.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(head)
        inside.addLayout(self._inner)
        inside.addStretch()
        self.view = Scroll(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(self.view)

    def set_alone(self, alone: bool) -> None:
        """Whether the pane has the table's place: then there is a way back."""
        self.back_button.setVisible(alone)

    def retranslate(self) -> None:
        """Set the texts again."""
        self.setAccessibleName(self.tr("What the packet says of this business"))
        self.back_button.setText(self.tr("Back to the list"))
        self.show_row(self._row)

    def first(self) -> QWidget | None:
        """Where the keyboard goes: the first open choice, else the first choice there is."""
        if self.back_button.isVisible():
            return self.back_button
        if self._row is not None and self._row.kind in (RowKind.LIKE, RowKind.KNOWN):
            return self.choice
        sides = [row.sides for row in self.rows if not row.line.fixed]
        opened = [one for one in sides if one.line.open]
        whole = [self.choice] if self.choice.isVisible() else []
        return next(iter([*opened, *sides, *whole]), None)

    def show_row(self, row: Row | None) -> None:
        """Show a business of the packet, or nothing."""
        self._row = row
        self.rows.clear()
        _empty(self._inner)
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
        for one in self.rows:
            one.refresh()

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
        for name in _NEW:
            text = words.of_unit(name, entry.unit(name))
            if text and name not in {line.unit for line in row.held}:
                self._value(words.unit(name), text)
        numbers = "\n".join(words.of_unit("phone:", phone) for phone in entry.phones)
        if numbers:
            self._value(words.unit("phone:"), numbers)
        for one in entry.answers:
            said = words.answer(one, self._today)[1].replace("\n", ", ")
            self._value(words.unit(f"consent:{one['channel']}"), said)

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
            made = SidesRow(line, self._today)
            made.chosen.connect(lambda theirs, at=at: self.chosen.emit(at, theirs))
            self.rows.append(made)
            self._inner.addWidget(made)

    def _kept(self, row: Row) -> None:
        """What only this laptop changed: there is nothing to choose."""
        if not row.compared:
            return
        kept = [line for line in row.lines if line.kind is Kind.KEEP and not line.fixed]
        names = ", ".join(dict.fromkeys(words.unit(line.unit) for line in kept))
        if names:
            self._inner.addSpacing(12)
            text = self.tr("Newer here, and stays: %1").replace("%1", names)
            self._inner.addWidget(Label(text, "small", "ink-soft", wrap=True))


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
