"""The map itself: a picture of the ground that is moved about, and over it what stands on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QSizePolicy, QToolTip, QWidget

from directory_app.maps.frame import Frame, around
from directory_app.maps.furniture import ring_miles
from directory_app.model.geo import Position, distance_miles
from directory_app.store.area import Area
from directory_app.store.pins import Pin, Spot
from directory_app.ui import theme
from directory_app.ui.jobs import JobRunner
from directory_app.ui.pages.map import marks, overlays
from directory_app.ui.pages.map.ground import GroundMaker, Picture
from directory_app.ui.widgets import tips

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


def paint(canvas: "MapCanvas", painter: QPainter) -> None:
    """Paint all of it, and end the painter."""
    _ground(canvas, painter)
    _areas(canvas, painter)
    _marks(canvas, painter)
    _chosen(canvas, painter)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    overlays.paint_scale(painter, canvas.frame, canvas.height())
    credits = canvas.picture.credits if canvas.picture else ()
    if credits:
        overlays.paint_credits(painter, credits, canvas.width(), canvas.height(), 160.0)
    painter.end()


def _ground(canvas: "MapCanvas", painter: QPainter) -> None:
    land = theme.color("map-land")
    if canvas.picture is None:
        painter.fillRect(canvas.rect(), land)
        return
    place = canvas.picture.place(canvas.frame, canvas.room)
    if not place.contains(QRectF(canvas.rect())):
        painter.fillRect(canvas.rect(), land)
    if abs(place.width() / canvas.picture.size[0] - 1) < 1e-3:
        ratio = canvas.devicePixelRatioF()  # whole device pixels, or letters swim
        corner = QPointF(round(place.x() * ratio) / ratio, round(place.y() * ratio) / ratio)
        painter.drawImage(corner, canvas.picture.image)
    else:
        painter.drawImage(place, canvas.picture.image)


def _areas(canvas: "MapCanvas", painter: QPainter) -> None:
    drawn = canvas.gestures.area or canvas.area
    if drawn is not None and drawn.center is not None:
        middle = canvas.at(drawn.center)
        radius = drawn.miles * canvas.frame.scale
        words = overlays.say_miles(drawn.miles)
        marks.paint_circle(painter, middle.x(), middle.y(), radius, words)
    elif drawn is not None:
        corner = canvas.at(Position(drawn.north, drawn.west))
        other = canvas.at(Position(drawn.south, drawn.east))
        marks.paint_box(painter, QRectF(corner, other))
    if canvas.event_at is not None:
        middle = canvas.at(canvas.event_at)
        for miles in ring_miles(canvas.frame, canvas.room):
            words = overlays.say_miles(miles)
            marks.paint_ring(painter, middle.x(), middle.y(), miles * canvas.frame.scale, words)


def _marks(canvas: "MapCanvas", painter: QPainter) -> None:
    room = QRectF(canvas.rect()).adjusted(-30, -30, 30, 30)
    if canvas.event_at is not None:
        _numbers(canvas, painter, room)
    else:
        for spot in canvas.spots:
            x, y = canvas.frame.project(spot.position, canvas.room)
            if room.contains(x, y):
                marks.paint_spot(painter, x, y, spot)
    if canvas.found_at is not None:
        point = canvas.at(canvas.found_at)
        marks.paint_found(painter, point.x(), point.y())


def _numbers(canvas: "MapCanvas", painter: QPainter, room: QRectF) -> None:
    assert canvas.event_at is not None
    star = canvas.at(canvas.event_at)
    shown = [each for each in canvas.numbered if room.contains(canvas.stand(each))]
    for each in shown:
        marks.paint_leader(painter, canvas.at(each.pin.position), canvas.stand(each))
    marks.paint_star(painter, star.x(), star.y())
    for each in reversed(shown):
        point = canvas.stand(each)
        marks.paint_number(painter, point.x(), point.y(), each.number, each.pin.category)


def _chosen(canvas: "MapCanvas", painter: QPainter) -> None:
    if canvas.chosen is None:
        return
    number = next((each for each in canvas.numbered if each.pin.id == canvas.chosen.id), None)
    at = canvas.moving or canvas.chosen.position
    point = canvas.at(at)
    if canvas.moving is not None:
        start = canvas.at(canvas.chosen.position)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("ink"))
        painter.drawLine(start, point)
    if number is not None and canvas.event_at is not None:
        point = point if canvas.moving else canvas.stand(number)
        category = number.pin.category
        marks.paint_number(painter, point.x(), point.y(), number.number, category, chosen=True)
        return
    bounds = (at.latitude, at.longitude, at.latitude, at.longitude)
    coarse = canvas.chosen.is_coarse and canvas.moving is None
    spot = Spot(at, 1, bounds, coarse, canvas.chosen)
    marks.paint_spot(painter, point.x(), point.y(), spot, chosen=True)


#: Pixels a mile: from a few states to a house.
FARTHEST, CLOSEST = 0.8, 14_000.0
_SETTLED_MS = 140
_MARGIN = 56.0


@dataclass(frozen=True, slots=True)
class Numbered:
    """A marker of a list: its number and its business."""

    number: str
    pin: Pin


class MapCanvas(QWidget):
    """``settled()``: the view stands still and shows another part. ``picked(Spot)``: a click.

    ``area_chosen(Area)``: drawn with Shift (a box) or Ctrl (a circle). ``pin_moved(Pin,
    Position)``: dragged, or moved by keys and Enter. ``menu_wanted(Position, QPoint)``.
    """

    settled = Signal()
    picked = Signal(object)
    number_picked = Signal(object)
    area_chosen = Signal(object)
    pin_moved = Signal(object, object)
    menu_wanted = Signal(object, object)
    escaped = Signal()
    all_wanted = Signal()
    moving_changed = Signal(bool)
    focus_ring = "inside"
    focus_radius = 0

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = Frame(Position(34.4, -106.1), 3.0)
        self.spots: Sequence[Spot] = ()
        self.numbered: Sequence[Numbered] = ()
        #: How far numbered markers stand from their places, so that none lies over another.
        self.aside: Mapping[str, tuple[float, float]] = {}
        self.chosen: Pin | None = None
        self.event_at: Position | None = None
        self.found_at: Position | None = None
        self.area: Area | None = None
        #: Where the chosen pin is while somebody moves it.
        self.moving: Position | None = None
        self.picture: Picture | None = None
        self.can_move = False
        self.shows_ring = False
        self._maker = GroundMaker(runner, self)
        self._maker.made.connect(self._arrived)
        self._still = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._still.timeout.connect(self._settle)
        self.gestures = Gestures(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.watch().changed.connect(self.redraw)

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(700, 500)

    # -- where it is

    @property
    def room(self) -> tuple[float, float]:
        """Its width and height in pixels."""
        return float(max(1, self.width())), float(max(1, self.height()))

    def at(self, position: Position) -> QPointF:
        """Where a position lies."""
        return QPointF(*self.frame.project(position, self.room))

    def position(self, point: QPointF) -> Position:
        """What lies at a point."""
        return self.frame.unproject((point.x(), point.y()), self.room)

    def view(self, beyond: float = 0.0) -> Area:
        """The part of the earth that is shown, and so many times its size round about."""
        wide, high = self.room
        low = self.frame.unproject((-wide * beyond, high * (1 + beyond)), self.room)
        top = self.frame.unproject((wide * (1 + beyond), -high * beyond), self.room)
        return Area.box(low, top)

    def show_frame(self, frame: Frame, *, soon: bool = False) -> None:
        """Show another part. ``soon``: draw it at once, for nobody is moving it."""
        scale = min(CLOSEST, max(FARTHEST, frame.scale))
        lat = min(72.0, max(-60.0, frame.center.latitude))
        lon = min(180.0, max(-180.0, frame.center.longitude))
        self.frame = Frame(Position(lat, lon), scale)
        self.update()
        self._still.start(0 if soon else _SETTLED_MS)

    def fit(self, positions: Sequence[Position], least_miles: float = 0.6) -> None:
        """Show all of these."""
        if positions:
            margin = min(_MARGIN, min(self.room) / 5)
            self.show_frame(around(positions, self.room, margin, least_miles), soon=True)

    def go_to(self, position: Position, scale: float | None = None) -> None:
        """Put a position into the middle, closer if the scale asks for it."""
        self.show_frame(Frame(position, scale or self.frame.scale), soon=True)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Closer or farther about a point, or about the middle."""
        wide, high = self.room
        point = (at.x(), at.y()) if at is not None else (wide / 2, high / 2)
        scale = min(CLOSEST, max(FARTHEST, self.frame.scale * factor))
        self.show_frame(self.frame.zoomed(scale / self.frame.scale, point, self.room))

    def pan(self, right: float, down: float) -> None:
        """Move the ground by so many pixels.

        What is being drawn is given up: two threads share one interpreter, and the hand would
        feel it. It is drawn as soon as the hand rests.
        """
        self._maker.stop()
        self.show_frame(self.frame.panned(right, down))

    def redraw(self) -> None:
        """Draw the ground again: other colours, or other street data."""
        self.picture = None
        self.update()
        self._still.start(0)

    # -- what stands on it

    def set_spots(self, spots: Sequence[Spot]) -> None:
        """Pins and clusters, for the view and round about."""
        self.spots = spots
        self.update()

    def choose(self, pin: Pin | None) -> None:
        """Mark one pin."""
        self.stop_moving()
        self.chosen = pin
        self.update()

    def show_area(self, area: Area | None) -> None:
        """Mark a part."""
        self.area = area
        self.update()

    def show_numbers(self, numbered: Sequence[Numbered], event_at: Position | None) -> None:
        """The numbered markers of a list about an event, instead of all pins."""
        self.numbered, self.event_at, self.aside = numbered, event_at, {}
        self.update()

    def set_aside(self, aside: Mapping[str, tuple[float, float]]) -> None:
        """Where numbered markers stand, in pixels from their places, by number."""
        self.aside = aside
        self.update()

    def stand(self, each: Numbered) -> QPointF:
        """Where a numbered marker stands."""
        return self.at(each.pin.position) + QPointF(*self.aside.get(each.number, (0.0, 0.0)))

    def spot_at(self, point: QPointF) -> Spot | Numbered | None:
        """The nearest pin or cluster under a point."""
        best: tuple[float, Spot | Numbered] | None = None
        if self.event_at is not None:
            for each in self.numbered:
                away = _away(self.stand(each), point)
                if away <= 15 and (best is None or away < best[0]):
                    best = (away, each)
            return best[1] if best else None
        for spot in self.spots:
            away = _away(self.at(spot.position), point)
            if away <= marks.reach(spot) and (best is None or away < best[0]):
                best = (away, spot)
        return best[1] if best else None

    def holds_chosen(self, point: QPointF) -> bool:
        """Whether the chosen pin is under a point."""
        return self.chosen is not None and _away(self.at(self.chosen.position), point) <= 17

    # -- moving a pin

    def start_moving(self) -> bool:
        """Let keys or the mouse move the chosen pin; whether it may be."""
        if self.chosen is None or not self.can_move:
            return False
        if self.moving is None:
            self.moving = self.chosen.position
            self.moving_changed.emit(True)
        self.update()
        return True

    def move_pin(self, point: QPointF) -> None:
        """Put the moving pin to a point."""
        self.moving = self.position(point)
        self.update()

    def stop_moving(self, *, keep: bool = False) -> None:
        """Leave the pin where it was, or keep where it is now."""
        moved, self.moving = self.moving, None
        if moved is None:
            return
        self.moving_changed.emit(False)
        if keep and self.chosen is not None and moved != self.chosen.position:
            self.chosen = self.chosen._replace(
                latitude=moved.latitude, longitude=moved.longitude, precision="manual"
            )
            self.pin_moved.emit(self.chosen, moved)
        self.update()

    # -- drawing the ground

    def _arrived(self, picture: Picture) -> None:
        self.picture = picture
        self.update()

    def _settle(self) -> None:
        """Draw and read what came into view: the hand rests, be it with the button down."""
        if self.picture is None or not self.picture.fits(self.frame, self.room):
            self._maker.want(self.frame, self.size(), self.devicePixelRatioF())
        self.settled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw what came into view."""
        super().resizeEvent(event)
        self._still.start()

    # -- painting: only what is drawn already, in a few milliseconds

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, the areas, the pins, and what stands still over it all."""
        paint(self, QPainter(self))

    # -- mouse and keyboard: see gestures.py

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the ground, of a pin, or begin an area."""
        self.gestures.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        self.gestures.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go, or click."""
        self.gestures.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Closer."""
        self.gestures.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Closer or farther about the pointer."""
        self.gestures.wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, + and -, Home, Enter, Esc, the menu key."""
        if not self.gestures.key(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for the keyboard."""
        self.shows_ring = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Pinching, and the name of what is under the pointer."""
        if event.type() == QEvent.Type.Gesture and self.gestures.pinch(event):
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tell(self, point: QPoint, on_screen: QPoint) -> None:
        spot = self.spot_at(QPointF(point))
        pin = spot.pin if spot is not None else None
        QToolTip.showText(on_screen, tips.plain(pin.name) if pin else "", self)


def _away(one: QPointF, other: QPointF) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())
