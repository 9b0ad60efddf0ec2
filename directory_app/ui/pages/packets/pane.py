"""The pane beside the table: one business of the packet, field by field, and what to choose."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from directory_app.model.packet_compare import CONSENT, Kind
from directory_app.model.packet_compare import Line as ComparedLine
from directory_app.model.packet_review import OFFERED, Choice, Row, RowKind
from directory_app.ui import theme
from directory_app.ui.pages.packets import words
from directory_app.ui.parts import field_words
from directory_app.ui.style import paint_box
from directory_app.ui.widgets import doors
from directory_app.ui.widgets.base import Label, Line, Pane, Scroll, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.segments import Segments

_GAP, _PAD, _RADIO = 8, 10, 14
_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Sides(QWidget):
    """Two boxes, one of them chosen or none. One tab stop; arrows choose. ``chosen(theirs)``."""

    chosen = Signal(bool)
    focus_ring = "outside"

    def __init__(self, line: ComparedLine, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "field")
        self.line = line
        self._texts = tuple(words.value(line, side, today) for side in (line.ours, line.theirs))
        self._doors: tuple[doors.DoorState, ...] = ()
        if line.unit.startswith(CONSENT):
            self._doors = tuple(
                field_words.answer(side, today)[0] for side in (line.ours, line.theirs)
            )
        fixed = Qt.FocusPolicy.NoFocus if line.fixed else Qt.FocusPolicy.StrongFocus
        self.setFocusPolicy(fixed)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if not line.fixed:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.announce()

    def announce(self) -> None:
        """Say to a screen reader what is there and what is chosen."""
        here, there = (text or self.tr("nothing") for text in self._texts)
        said = self.tr("nothing is chosen yet")
        if self.line.take is not None:
            said = self.tr("the packet’s is taken") if self.line.take else self.tr("ours stays")
        name = f"{field_words.name(self.line.unit)}: {said}"
        told = self.tr("Here: %1. In the packet: %2.").replace("%1", here).replace("%2", there)
        why = words.why(self.line)
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{told} {why}".replace("\n", ", ").strip())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    # -- measures

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        wide = (width - _GAP) // 2
        high = max(self._text_height(text, wide) for text in self._shown()) + self._above() + _PAD
        return QRect(0, 0, wide, high), QRect(width - wide, 0, wide, high)

    def _shown(self) -> tuple[str, str]:
        here, there = (text or self.tr("nothing") for text in self._texts)
        return here, there

    def _above(self) -> int:
        """From the top of a box to its words."""
        return _PAD + QFontMetrics(theme.font("caption")).height() + 4

    def _text_height(self, text: str, wide: int) -> int:
        room = QRect(0, 0, wide - 2 * _PAD - self._door_room(), 10_000)
        metrics = QFontMetrics(theme.font("body"))
        return metrics.boundingRect(room, _wrapping(text, room.width()), text).height()

    def _door_room(self) -> int:
        return 26 if self._doors else 0

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the longer of both."""
        return self._boxes(width)[0].height()

    def sizeHint(self) -> QSize:
        """For the pane's usual width."""
        return QSize(360, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        """Narrow, and as high as that needs."""
        return QSize(200, 40)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        captions = (self.tr("Here"), self.tr("Packet"))
        for at, box in enumerate(self._boxes(self.width())):
            on = self.line.take is not None and self.line.take == bool(at)
            self._paint_box(painter, box, captions[at], at, on=on)
        painter.end()

    def _paint_box(self, painter: QPainter, box: QRect, caption: str, at: int, *, on: bool) -> None:
        edge = "accent" if on else "line" if self.line.fixed else "line-strong"
        paint_box(painter, QRectF(box), "accent-tint" if on else "base", edge, "field")
        x = box.x() + _PAD
        metrics = QFontMetrics(theme.font("caption"))
        if not self.line.fixed:
            self._paint_radio(painter, x, box.y() + _PAD + metrics.height() / 2, on=on)
            x += _RADIO + 6
        painter.setFont(theme.bold("caption") if on else theme.font("caption"))
        painter.setPen(theme.color("accent-text" if on else "ink-soft"))
        painter.drawText(x, box.y() + _PAD + metrics.ascent(), caption)
        top = box.y() + self._above()
        left = box.x() + _PAD
        if self._doors:
            doors.paint_door(painter, left, top - 2, self._doors[at])
        room = QRect(
            left + self._door_room(), top, box.width() - 2 * _PAD - self._door_room(), box.height()
        )
        painter.setFont(theme.font("body"))
        quiet = not self._texts[at] or (self.line.fixed and not on)
        painter.setPen(theme.color("ink-soft" if quiet else "ink"))
        text = self._shown()[at]
        painter.drawText(room, _wrapping(text, room.width()), text)

    @staticmethod
    def _paint_radio(painter: QPainter, x: float, middle: float, *, on: bool) -> None:
        ring = QRectF(x + 0.75, middle - _RADIO / 2 + 0.75, _RADIO - 1.5, _RADIO - 1.5)
        painter.setPen(QPen(theme.color("accent" if on else "line-strong"), 1.5))
        painter.setBrush(theme.color("base"))
        painter.drawEllipse(ring)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(ring.adjusted(3, 3, -3, -3))

    # -- choosing

    def _choose(self, theirs: bool) -> None:
        if not self.line.fixed and self.line.take is not theirs:
            self.chosen.emit(theirs)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        ours, theirs = self._boxes(self.width())
        point = event.position().toPoint()
        if ours.contains(point) or theirs.contains(point):
            self._choose(theirs.contains(point))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left is what is here, Right what is in the packet; Space changes over."""
        if event.key() == Qt.Key.Key_Left:
            self._choose(False)
        elif event.key() == Qt.Key.Key_Right:
            self._choose(True)
        elif event.key() == Qt.Key.Key_Space:
            self._choose(not self.line.take)
        else:
            super().keyPressEvent(event)


def _wrapping(text: str, wide: int) -> int:
    """Between words, but anywhere where a word (an address on the web) is too long for that."""
    metrics = QFontMetrics(theme.font("body"))
    long = any(metrics.horizontalAdvance(word) > wide for word in text.split())
    return int(_FLAGS | (Qt.TextFlag.TextWrapAnywhere if long else Qt.TextFlag.TextWordWrap))


class SidesRow(Translated, QWidget):
    """A field with its name, both sides, and why there is no choice. ``chosen(theirs)``."""

    chosen = Signal(bool)

    def __init__(self, line: ComparedLine, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.sides = Sides(line, today)
        self.sides.chosen.connect(self.chosen)
        self._name = Label("", "strong", elide=True)
        self._open = Label("", "small", "warn")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self._open)
        why = words.why(line)
        icon = "lock-simple" if line.fixed else "push-pin" if line.why == "hand_pin" else "warning"
        self.why = Remark(
            icon, "ink-soft" if line.fixed else "warn", why, ink="ink-soft", style="small"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.sides)
        column.addWidget(self.why)
        self._tell()

    def _tell(self) -> None:
        self._name.setText(field_words.name(self.line.unit))
        self._open.setText(self.tr("Choose") if self.line.open else "")

    def refresh(self) -> None:
        """Another side was chosen."""
        self._tell()
        self.sides.announce()
        self.sides.update()


#: What a new business shows, in this order.
_NEW = (
    *("alternate_name", "category", "address", "hours", "website", "email", "description_en"),
    *("description_es", "note"),
)


class PacketPane(Pane):
    """Shows one row. ``chosen(at, theirs)``: a line of it; ``decided(choice)``: the whole."""

    chosen = Signal(int, bool)
    decided = Signal(str)
    back = Signal()

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__("base", "l", parent)
        self._today = today
        self._row: Row | None = None
        self.rows: list[SidesRow] = []
        self.back_button = Button(self.tr("Back to the list"), "link", size="small")
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
        self.setAccessibleName(self.tr("What the packet says of this business"))
        self.show_row(self._row)

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
            text = field_words.unit(name, entry.unit(name))
            if text and name not in {line.unit for line in row.held}:
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
            made = SidesRow(line, self._today)
            made.chosen.connect(lambda theirs, at=at: self.chosen.emit(at, theirs))
            self.rows.append(made)
            self._inner.addWidget(made)

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


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
