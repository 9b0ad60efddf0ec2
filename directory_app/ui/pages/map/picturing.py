"""What the map shows: the ground, the areas, the pins, and what stands still over it all.

Only what is drawn already is put together here, in a few milliseconds.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from directory_app.maps.furniture import ring_miles
from directory_app.model.geo import Position
from directory_app.store.pins import Spot
from directory_app.ui import theme
from directory_app.ui.pages.map import marks, overlays

if TYPE_CHECKING:
    from directory_app.ui.pages.map.canvas import MapCanvas


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
