"""One field of two directories, side by side: here and in the packet, and which one is taken."""

import datetime as dt

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

from directory_app.model.packet_compare import CONSENT, Line
from directory_app.ui import theme
from directory_app.ui.pages.packets import words
from directory_app.ui.widgets import doors
from directory_app.ui.widgets.base import Label, Translated, paint_box
from directory_app.ui.widgets.remark import Remark

_GAP, _PAD, _RADIO = 8, 10, 14
_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Sides(QWidget):
    """Two boxes, one of them chosen or none. One tab stop; arrows choose. ``chosen(theirs)``."""

    chosen = Signal(bool)
    focus_ring = "outside"

    def __init__(self, line: Line, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "field")
        self.line = line
        self._texts = tuple(words.value(line, side, today) for side in (line.ours, line.theirs))
        self._doors: tuple[doors.DoorState, ...] = ()
        if line.unit.startswith(CONSENT):
            self._doors = tuple(words.answer(side, today)[0] for side in (line.ours, line.theirs))
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
        name = f"{words.unit(self.line.unit)}: {said}"
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

    def __init__(self, line: Line, today: dt.date, parent: QWidget | None = None) -> None:
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
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts again."""
        self._name.setText(words.unit(self.line.unit))
        self._open.setText(self.tr("Choose") if self.line.open else "")

    def refresh(self) -> None:
        """Another side was chosen."""
        self.retranslate()
        self.sides.announce()
        self.sides.update()
