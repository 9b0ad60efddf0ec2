"""The map itself: a picture of the ground that is moved about, and over it what stands on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, QTimer, Signal
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
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from directory_app.maps.frame import Frame, around
from directory_app.model.geo import Position
from directory_app.store.area import Area
from directory_app.store.pins import Pin, Spot
from directory_app.ui import theme
from directory_app.ui.jobs import JobRunner
from directory_app.ui.pages.map import marks, picturing
from directory_app.ui.pages.map.gestures import Gestures
from directory_app.ui.pages.map.ground import GroundMaker, Picture
from directory_app.ui.widgets import tips

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
        picturing.paint(self, QPainter(self))

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
