"""The small map of a business: drawn in a worker, shown as a picture, its precision on a card.

It can be moved, zoomed with the plus and minus keys or the wheel while it has the keyboard, and
its pin can be dragged, or moved by keys once "Move pin" was pressed.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from directory_app.maps import qt_painter, shapes
from directory_app.maps.frame import Frame
from directory_app.maps.ops import DisplayList
from directory_app.maps.small import frame_for, small_map
from directory_app.maps.streets import shared_regions
from directory_app.maps.style import window_style
from directory_app.model.geo import Position
from directory_app.ui import theme
from directory_app.ui.jobs import Job, JobRunner
from directory_app.ui.style import paint_box
from directory_app.ui.widgets import pins
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.focus import RingByKeyboard

ROLES = (
    "map-land", "map-road", "map-road-edge", "map-water", "map-park", "map-text",
    "ink", "base", "line-strong", "adobe", "on-adobe",
)  # fmt: skip
_WEIGHTS = {
    "regular": QFont.Weight.Normal,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
    "black": QFont.Weight.Bold,
}
_HIGH = 132
_PIN_HIGH = 27.0
_CLOSEST, _FARTHEST = 14_000.0, 1.0
_CLICK = 4.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def map_font(weight: str) -> QFont:
    """The window's font for a weight of the map."""
    font = theme.font("caption")
    font.setWeight(_WEIGHTS[weight])
    return font


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A picture of the ground, and of the pin if ``pin`` says so, with the frame it shows."""

    image: QImage
    frame: Frame
    pin: bool


class MapView(RingByKeyboard, QWidget):
    """``set_pin(position, precision, source)``. Nothing is fetched: the ground is on the laptop.

    ``moved(Position)``: a person put the pin elsewhere. ``large_wanted()``: to the map page.
    """

    moved = Signal(object)
    large_wanted = Signal()
    focus_ring = "outside"

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._position: Position | None = None
        self._precision: str | None = None
        self._words = ""
        self._frame: Frame | None = None
        self._drawn: _Drawn | None = None
        self._job: Job | None = None
        self.can_move = True
        #: Where the pin is while it is moved; None while it rests.
        self.moving: Position | None = None
        self._start: QPointF | None = None
        self._last = QPointF()
        self._kind = ""
        self.focus_radius = theme.length("radius", "card")
        self.move_button = Button("", "plain", size="small", parent=self)
        self.large_button = Button("", "plain", size="small", icon="corners-out", parent=self)
        self.move_button.clicked.connect(self._move_pressed)
        self.large_button.clicked.connect(self.large_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.watch().changed.connect(self._draw)
        self.large_button.set_name(self.tr("Show on the large map"))
        self._say()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(300, _HIGH)

    def set_pin(self, position: Position | None, precision: str | None, words: str = "") -> None:
        """Show a place; ``words`` say where it is from."""
        if position != self._position:
            self._frame = self._drawn = None
        self._position, self._precision, self._words = position, precision, words
        self.moving = None
        self._say()
        self._draw()

    def set_words(self, words: str) -> None:
        """The same place, in other words: the language changed."""
        self._words = words
        self._say()
        self.update()

    def _say(self) -> None:
        name = QCoreApplication.translate("MapView", "Map")
        pin = pins.pin_name(self._precision if self._position else None)
        self.setAccessibleName(f"{name}: {pin} {self._words}".strip())
        moving = self.moving is not None
        self.move_button.setText(self.tr("Put it here") if moving else self.tr("Move pin"))
        hint = self.tr("Arrow keys move the pin; Enter puts it there, Esc leaves it.")
        self.setAccessibleDescription(hint if moving else "")
        self.move_button.setVisible(self._position is not None and self.can_move)
        self._arrange()

    # -- the picture

    @property
    def _room(self) -> tuple[float, float]:
        return float(max(1, self.width())), float(max(1, self.height()))

    def _draw(self) -> None:
        if self._job is not None:
            self._job.cancel()
        if self.width() < 40 or self._position is None:
            self.update()
            return
        size, ratio = self.size(), self.devicePixelRatioF()
        colors = {role: theme.color(role).name() for role in ROLES}
        position, precision, frame = self._position, self._precision, self._frame
        pin = self.moving is None

        def arrived(drawn: _Drawn) -> None:
            if self._job is job:  # else it is of another size or place, and so is its frame
                self._arrived(drawn)

        self._job = job = self._runner.start(
            lambda _progress: _picture(position, precision, frame, pin, size, ratio, colors),
            arrived,
            lane="make",
        )

    def _arrived(self, drawn: _Drawn) -> None:
        if not isValid(self):
            return  # its page went while it was drawn
        self._drawn = drawn
        if self._frame is None:
            self._frame = drawn.frame
        self.update()

    def _show(self, frame: Frame) -> None:
        self._frame = Frame(frame.center, min(_CLOSEST, max(_FARTHEST, frame.scale)))
        self._draw()
        self.update()

    def _zoom(self, factor: float, at: QPointF) -> None:
        if self._frame is not None:
            self._show(self._frame.zoomed(factor, (at.x(), at.y()), self._room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again at the new size."""
        super().resizeEvent(event)
        self._arrange()
        self._draw()

    def _arrange(self) -> None:
        bottom, right = self.height() - 8, self.width() - 8
        for button in (self.move_button, self.large_button):
            button.resize(button.sizeHint())
        self.move_button.move(right - self.move_button.width(), bottom - self.move_button.height())
        self.large_button.move(8, 8)  # the right is for whose data it is

    # -- moving the pin

    def start_moving(self) -> None:
        """Let the pin be moved."""
        if self._position is None or not self.can_move or self._frame is None:
            return
        self.moving = self._position
        self._say()
        self._draw()

    def stop_moving(self, *, keep: bool) -> None:
        """The pin stays where it is now, or goes back."""
        moved, self.moving = self.moving, None
        if keep and moved is not None and moved != self._position:
            self._position, self._precision = moved, "manual"
            self.moved.emit(moved)
        self._say()
        self._draw()

    def _move_pressed(self) -> None:
        if self.moving is not None:
            self.stop_moving(keep=True)
            return
        self.start_moving()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _pin_at(self) -> QPointF:
        assert self._frame is not None
        position = self.moving or self._position
        assert position is not None
        return QPointF(*self._frame.project(position, self._room))

    def _is_on_pin(self, point: QPointF) -> bool:
        if self._frame is None or self._position is None or not self.can_move:
            return False
        tip = self._pin_at()
        box = QRectF(tip.x() - 12, tip.y() - _PIN_HIGH - 3, 24, _PIN_HIGH + 6)
        return box.contains(point)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the pin or of the ground."""
        if event.button() == Qt.MouseButton.LeftButton and self._frame is not None:
            self._start = self._last = event.position()
            self._kind = ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        point = event.position()
        if self._start is None or self._frame is None:
            return
        if not self._kind and (point - self._start).manhattanLength() > _CLICK:
            self._kind = "pin" if self._is_on_pin(self._start) else "ground"
            if self._kind == "pin" and self.moving is None:
                self.start_moving()
        step = point - self._last
        if self._kind == "pin":
            self._push(step.x(), step.y())
        elif self._kind == "ground":
            self._frame = self._frame.panned(step.x(), step.y())
            self.update()
        self._last = point

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        kind, self._start, self._kind = self._kind, None, ""
        if kind == "pin":
            self.stop_moving(keep=True)
        elif kind == "ground":
            self._draw()

    def _push(self, across: float, down: float) -> None:
        if self.moving is None or self._frame is None:
            return
        tip = self._pin_at()
        self.moving = self._frame.unproject((tip.x() + across, tip.y() + down), self._room)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom where the map has the keyboard; else the editor scrolls."""
        if not self.hasFocus():
            event.ignore()
            return
        self._zoom(2.0 ** (event.angleDelta().y() / 300), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the map, or the pin; plus and minus zoom."""
        key = Qt.Key(event.key())
        middle = QPointF(self.width() / 2, self.height() / 2)
        if key in _ARROWS and self._frame is not None:
            self._arrow(
                *_ARROWS[key], far=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            )
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(2.0**0.5, middle)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self._zoom(0.5**0.5, middle)
        elif self.moving is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stop_moving(keep=True)
        elif self.moving is not None and key == Qt.Key.Key_Escape:
            self.stop_moving(keep=False)
        else:
            super().keyPressEvent(event)

    def _arrow(self, across: int, down: int, *, far: bool) -> None:
        if self.moving is not None:
            step = 10 if far else 1
            self._push(across * step, down * step)
        elif self._frame is not None:
            self._show(self._frame.panned(-across * 40, -down * 40))

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture, the pin while it moves, and the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setClipPath(shape)
        painter.fillRect(rect, theme.color("map-land"))
        self._paint_ground(painter)
        if self.moving is not None and self._frame is not None:
            self._paint_pin(painter)
        painter.setClipping(False)
        paint_box(painter, rect, None, "line", "card")
        self._paint_card(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        drawn, frame = self._drawn, self._frame
        if drawn is None or frame is None or self._position is None:
            return
        room = self._room
        left, top = frame.project(drawn.frame.unproject((0, 0), room), room)
        right, bottom = frame.project(drawn.frame.unproject(room, room), room)
        painter.drawImage(QRectF(left, top, right - left, bottom - top), drawn.image)

    def _paint_pin(self, painter: QPainter) -> None:
        tip = self._pin_at()
        style = window_style({role: theme.color(role).name() for role in ROLES})
        ops = shapes.pin(tip.x(), tip.y(), _PIN_HIGH, style)
        qt_painter.draw(DisplayList(*self._room, ops), painter, map_font)

    def _paint_card(self, painter: QPainter) -> None:
        moving = self.moving is not None
        precision = "manual" if moving else self._precision
        pin = pins.pin_name(precision if self._position else None)
        bold, plain = theme.medium("small"), theme.font("small")
        painter.setFont(bold)
        first = painter.fontMetrics().horizontalAdvance(pin)
        painter.setFont(plain)
        taken = self.move_button.width() + 16 if self.move_button.isVisibleTo(self) else 8
        room = self.width() - first - 52 - taken
        told = "" if moving or room < 40 else self._words
        words = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, room)
        second = painter.fontMetrics().horizontalAdvance(words)
        wide = 34 + first + (second + 6 if words else 0)
        box = QRectF(8, self.height() - 32, wide, 24)
        paint_box(painter, box, "base", "line", "field")
        role = "adobe" if self._position else "warn"
        pins.paint_pin(
            painter, box.x() + 5, box.y() + 4, precision if self._position else None, role
        )
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(bold)
        painter.setPen(theme.color(role))
        painter.drawText(box.adjusted(26, 0, 0, 0), flags, pin)
        painter.setFont(plain)
        painter.setPen(theme.color("ink-soft"))
        painter.drawText(box.adjusted(32 + first, 0, 0, 0), flags, words)


def _picture(  # noqa: PLR0917 - plain values for a worker
    position: Position, precision: str | None, frame: Frame | None, pin: bool,
    size: QSize, ratio: float, colors: dict[str, str],
) -> _Drawn:  # fmt: skip
    """Draw the map into an image; in a worker."""
    style = window_style(colors, qt_painter.measurer(map_font))
    width, height = size.width(), size.height()
    regions = shared_regions()
    shown = frame or frame_for(position, precision, width, regions)
    at = position if pin else None
    drawn = small_map(at, precision, width, height, style, frame=shown, regions=regions)
    picture = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    qt_painter.draw(drawn, painter, map_font)
    painter.end()
    return _Drawn(picture, shown, pin)
