"""What the mouse, the keyboard and two fingers do on the map."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from directory_app.model.geo import distance_miles
from directory_app.store.area import Area
from directory_app.store.pins import Spot

if TYPE_CHECKING:
    from directory_app.ui.pages.map.canvas import MapCanvas

#: Pixels that the mouse may move in a click.
_CLICK = 4.0
#: Pixels that an arrow key moves the ground, and that it moves a pin; more with Shift.
_STEP, _PIN_STEP, _SHIFTED = 80.0, 1.0, 10.0
_ARROWS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class Gestures:
    """The hand on one canvas. ``area`` is what is being drawn, None when nothing is."""

    def __init__(self, canvas: "MapCanvas") -> None:
        self._canvas = canvas
        self._start: QPointF | None = None
        self._last = QPointF()
        self._kind = ""
        self._keys = Qt.KeyboardModifier.NoModifier
        self.area: Area | None = None

    # -- mouse

    def press(self, event: QMouseEvent) -> None:
        """Begin; what it is shows when the mouse moves."""
        if event.button() == Qt.MouseButton.RightButton:
            point = event.position()
            self._canvas.menu_wanted.emit(
                self._canvas.position(point), event.globalPosition().toPoint()
            )
            return
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._start = self._last = event.position()
            self._kind, self._keys = "", event.modifiers()

    def move(self, event: QMouseEvent) -> None:
        """Drag, once the mouse has left the place of the click."""
        point = event.position()
        if self._start is None:
            self._hover(point)
            return
        moved = point - self._start
        if not self._kind and moved.manhattanLength() > _CLICK:
            self._kind = self._begin()
        if self._kind == "ground":
            step = point - self._last
            self._canvas.pan(step.x(), step.y())
        elif self._kind == "pin":
            self._canvas.move_pin(point)
        elif self._kind:
            self.area = self._drawn(point)
            self._canvas.update()
        self._last = point

    def _begin(self) -> str:
        assert self._start is not None
        keys = self._keys
        if keys & Qt.KeyboardModifier.ShiftModifier:
            return "box"
        if keys & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier):
            return "circle"
        if self._canvas.holds_chosen(self._start) and self._canvas.start_moving():
            return "pin"
        self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
        return "ground"

    def _drawn(self, point: QPointF) -> Area:
        assert self._start is not None
        one, other = self._canvas.position(self._start), self._canvas.position(point)
        if self._kind == "box":
            return Area.box(one, other)
        return Area.circle(one, max(0.01, distance_miles(one, other)))

    def release(self, event: QMouseEvent) -> None:
        """End a drag, or take it as a click."""
        if self._start is None:
            return
        kind, self._start, self._kind = self._kind, None, ""
        area, self.area = self.area, None
        self._hover(event.position())
        if kind == "pin":
            self._canvas.stop_moving(keep=True)
        elif area is not None:
            self._canvas.area_chosen.emit(area)
        elif not kind and event.button() == Qt.MouseButton.LeftButton:
            self._click(event.position())

    def _click(self, point: QPointF) -> None:
        spot = self._canvas.spot_at(point)
        if spot is None:
            self._canvas.escaped.emit()
        elif isinstance(spot, Spot):
            self._canvas.picked.emit(spot)
        else:
            self._canvas.number_picked.emit(spot)

    def double_click(self, event: QMouseEvent) -> None:
        """Closer about the pointer, where no pin is."""
        if self._canvas.spot_at(event.position()) is None:
            self._canvas.zoom(2.0, event.position())

    def _hover(self, point: QPointF) -> None:
        canvas = self._canvas
        if canvas.can_move and canvas.holds_chosen(point):
            canvas.setCursor(Qt.CursorShape.OpenHandCursor)
        elif canvas.spot_at(point) is not None:
            canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            canvas.unsetCursor()

    def wheel(self, event: QWheelEvent) -> None:
        """A notch is a quarter of the way to twice as close; a touch pad goes smoothly."""
        turn = event.angleDelta().y() or event.angleDelta().x()
        self._canvas.zoom(2.0 ** (turn / 300), event.position())
        event.accept()

    def pinch(self, event: QEvent) -> bool:
        """Two fingers; whether it was that."""
        if not isinstance(event, QGestureEvent):
            return False
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        middle = self._canvas.mapFromGlobal(pinch.centerPoint().toPoint())
        if pinch.changeFlags() & QPinchGesture.ChangeFlag.ScaleFactorChanged:
            self._canvas.zoom(pinch.scaleFactor(), QPointF(middle))
        return True

    # -- keyboard

    def key(self, event: QKeyEvent) -> bool:
        """Whether the key meant something."""
        key = Qt.Key(event.key())
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ARROWS:
            self._arrow(*_ARROWS[key], far=shifted)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._canvas.zoom(2.0**0.5)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self._canvas.zoom(0.5**0.5)
        elif self._canvas.moving is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._canvas.stop_moving(keep=True)
        elif key == Qt.Key.Key_Home:
            self._canvas.all_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and shifted):
            self._menu()
        else:
            return False
        return True

    def _arrow(self, across: int, down: int, *, far: bool) -> None:
        canvas = self._canvas
        if canvas.moving is None:
            step = _STEP * (3 if far else 1)
            canvas.pan(across * step, down * step)
            return
        step = _PIN_STEP * (_SHIFTED if far else 1)
        canvas.move_pin(canvas.at(canvas.moving) - QPointF(across * step, down * step))

    def _escape(self) -> None:
        if self._canvas.moving is not None:
            self._canvas.stop_moving()
        elif self.area is not None:
            self.area, self._start, self._kind = None, None, ""
            self._canvas.update()
        else:
            self._canvas.escaped.emit()

    def _menu(self) -> None:
        canvas = self._canvas
        at = canvas.chosen.position if canvas.chosen else canvas.frame.center
        canvas.menu_wanted.emit(at, canvas.mapToGlobal(canvas.at(at).toPoint()))
