"""The door: the one badge of consent, in rows, ledgers, dialogs and the app mark.

A door is a DoorState; ``state_of`` makes it from an answer and the last live day. Meaning is
shape first: tick, clock, bar, cross, empty.
"""

import datetime as dt
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from directory_app.model.terms import Answer, Channel
from directory_app.ui import theme
from directory_app.ui.widgets import dates

ENDING_DAYS = 60
STEP = 23  # width 18 and gap 5 of the tokens
CHANNEL_ICONS = {
    Channel.PRINT: "printer",
    Channel.MAP: "map-pin",
    Channel.WEB: "globe-simple",
    Channel.SHARE: "handshake",
    Channel.GEOCODE_ONLINE: "crosshair-simple",
}


class DoorState(StrEnum):
    """How a door stands."""

    YES = "yes"
    ENDING = "ending"
    ENDED = "ended"
    NOT_ASKED = "not_asked"
    NO = "no"
    WITHDRAWN = "withdrawn"


def state_of(answer: str, until: dt.date | None, today: dt.date) -> DoorState:
    """The door of one answer. ``until`` is the last live day of a yes; None: it is not live."""
    if answer == Answer.YES:
        if until is None:
            return DoorState.NOT_ASKED  # a yes without who or when waits under "To ask"
        if until < today:
            return DoorState.ENDED
        return DoorState.ENDING if (until - today).days <= ENDING_DAYS else DoorState.YES
    return DoorState(answer) if answer in set(DoorState) else DoorState.NOT_ASKED


def channel_name(channel: str) -> str:
    """Print, Map, Web, Share, Look-up, in the language of the window."""
    return {
        Channel.PRINT: QCoreApplication.translate("Doors", "Print"),
        Channel.MAP: QCoreApplication.translate("Doors", "Map"),
        Channel.WEB: QCoreApplication.translate("Doors", "Web"),
        Channel.SHARE: QCoreApplication.translate("Doors", "Share"),
        Channel.GEOCODE_ONLINE: QCoreApplication.translate("Doors", "Look-up"),
    }[Channel(channel)]


def answer_words(state: DoorState, until: dt.date | None) -> str:
    """What a door says, in words: "Yes, ends 2 Jan", "Not asked"."""
    if state == DoorState.ENDING and until is not None:
        return QCoreApplication.translate("Doors", "Yes, ends %1").replace("%1", dates.short(until))
    if state == DoorState.ENDED and until is not None:
        return QCoreApplication.translate("Doors", "Ended %1").replace("%1", dates.long(until))
    return {
        DoorState.YES: QCoreApplication.translate("Doors", "Yes"),
        DoorState.ENDING: QCoreApplication.translate("Doors", "Yes"),
        DoorState.ENDED: QCoreApplication.translate("Doors", "Ended"),
        DoorState.NOT_ASKED: QCoreApplication.translate("Doors", "Not asked"),
        DoorState.NO: QCoreApplication.translate("Doors", "No"),
        DoorState.WITHDRAWN: QCoreApplication.translate("Doors", "Withdrawn"),
    }[state]


def sentence(channel: str, state: DoorState, until: dt.date | None) -> str:
    """Channel and answer as one phrase: "Print: yes, to 12 Oct 2027"."""
    words = answer_words(state, until)
    if state == DoorState.YES and until is not None:
        words = QCoreApplication.translate("Doors", "Yes, to %1").replace("%1", dates.long(until))
    return f"{channel_name(channel)}: {QLocale().toLower(words[:1])}{words[1:]}"


def door_path(x: float = 0, y: float = 0, width: float = 14, height: float = 18.5) -> QPainterPath:
    """The arch: a rectangle under a half circle, its upper left corner at (x, y)."""
    path = QPainterPath()
    radius = width / 2
    path.moveTo(x, y + height)
    path.lineTo(x, y + radius)
    path.arcTo(QRectF(x, y, width, width), 180, -180)
    path.lineTo(x + width, y + height)
    path.closeSubpath()
    return path


def paint_door(painter: QPainter, x: float, y: float, state: DoorState, scale: float = 1.0) -> None:
    """Draw a door in its 18 x 22 box, upper left corner at (x, y)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.scale(scale, scale)
    _BODY[state](painter, door_path(2, 1.75))
    painter.restore()


def _pen(role: str, width: float = 1.4) -> QPen:
    pen = QPen(theme.color(role), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _body(painter: QPainter, path: QPainterPath, outline: str, fill: str | None) -> None:
    pen = QPen(theme.color(outline), theme.tokens()["door"]["stroke"])
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _yes(painter: QPainter, path: QPainterPath) -> None:
    _body(painter, path, "ok", "ok")
    painter.setPen(_pen("base", 1.8))
    painter.drawPolyline([QPointF(5.6, 12.6), QPointF(8.0, 15.0), QPointF(12.4, 10.2)])


def _no(painter: QPainter, path: QPainterPath) -> None:
    _body(painter, path, "ink-soft", "ink-soft")
    painter.setPen(_pen("base", 1.8))
    painter.drawLine(QPointF(5.8, 12.6), QPointF(12.2, 12.6))


def _clock(painter: QPainter, role: str) -> None:
    painter.setPen(_pen(role, 1.3))
    painter.drawEllipse(QPointF(9, 12.2), 4, 4)
    painter.drawPolyline([QPointF(9, 10), QPointF(9, 12.4), QPointF(10.6, 13.4)])


def _ending(painter: QPainter, path: QPainterPath) -> None:
    _body(painter, path, "warn", "warn-tint")
    _clock(painter, "warn")


def _ended(painter: QPainter, path: QPainterPath) -> None:
    _body(painter, path, "danger", None)
    _clock(painter, "danger")


def _withdrawn(painter: QPainter, path: QPainterPath) -> None:
    _body(painter, path, "danger", None)
    painter.setPen(_pen("danger", 1.9))
    painter.drawLine(QPointF(6.4, 9.9), QPointF(11.6, 15.1))
    painter.drawLine(QPointF(11.6, 9.9), QPointF(6.4, 15.1))


def _not_asked(painter: QPainter, path: QPainterPath) -> None:
    pen = QPen(theme.color("line-strong"), theme.tokens()["door"]["stroke"])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.45, 1.45])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


_BODY = {
    DoorState.YES: _yes,
    DoorState.NO: _no,
    DoorState.ENDING: _ending,
    DoorState.ENDED: _ended,
    DoorState.WITHDRAWN: _withdrawn,
    DoorState.NOT_ASKED: _not_asked,
}


class Door(QWidget):
    """One door as a widget, ``scale`` times 18 x 22. Its sentence is tooltip and name."""

    def __init__(
        self,
        state: DoorState = DoorState.NOT_ASKED,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state, self._scale = state, scale
        self.setFixedSize(self.sizeHint())

    def set_state(self, state: DoorState, words: str = "") -> None:
        """Show another state; ``words`` is what it says to a screen reader."""
        self._state = state
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """18 x 22 times the scale."""
        return QSize(round(18 * self._scale), round(22 * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_door(painter, 0, 0, self._state, self._scale)
        painter.end()


def paint_mark(painter: QPainter, rect: QRectF) -> None:
    """The app mark: an adobe square, a teal door half open."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 64, rect.height() / 64)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("adobe"))
    painter.drawRoundedRect(QRectF(0, 0, 64, 64), 14, 14)
    _mark_door(painter)
    painter.restore()


def _mark_door(painter: QPainter) -> None:
    arch = door_path(18, 14, 28, 40)
    light = QColor(theme.color("mark-light"))
    painter.setBrush(light)
    painter.drawPath(arch)
    painter.save()
    painter.setClipRect(QRectF(18, 14, 14, 40))
    painter.setBrush(theme.color("mark-door"))
    painter.drawPath(arch)
    painter.restore()
    painter.setBrush(theme.color("mark-knob"))
    painter.drawEllipse(QPointF(28, 37), 2.4, 2.4)


class Mark(QWidget):
    """The app mark as a widget."""

    def __init__(self, side: int = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()))
        painter.end()
