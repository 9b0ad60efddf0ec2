"""What stands on the map in the window: pins by section, clusters, the star, circles and boxes.

A section is told by the shape of its pin first, then by its colour, then by the sign of the
category in it. A pin that stands for a whole town or ZIP code is hollow and dashed.
"""

from functools import cache
from math import log10

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from directory_app.maps import shapes
from directory_app.model import categories
from directory_app.store.pins import Spot
from directory_app.ui import icons, theme

#: The height of a pin, and of the one that is chosen.
PIN, CHOSEN = 23.0, 31.0
STAR = 15.0
_LEADER_FROM = 14.0
#: A diamond of the same height looks larger than the others.
_DIAMOND = 0.88
#: section -> role of its ground and of the sign in it: light and dark differ as much as hues do
COLORS = {
    "eat": ("adobe", "on-adobe"),
    "groceries": ("accent", "on-accent"),
    "shops": ("warn-tint", "ink"),
    "services": ("ink", "base"),
}


def paint_spot(painter: QPainter, x: float, y: float, spot: Spot, *, chosen: bool = False) -> None:
    """A pin or a cluster about (x, y)."""
    ratio = painter.device().devicePixelRatioF()
    if spot.pin is None:
        picture = _cluster(spot.count, spot.coarse, theme.scheme(), ratio)
    else:
        category = spot.pin.category
        picture = _pin(category, spot.coarse, chosen, theme.scheme(), ratio)
    _blit(painter, x, y, picture)


def paint_number(
    painter: QPainter, x: float, y: float, number: str, category: str, *, chosen: bool = False
) -> None:
    """A numbered marker of a list about (x, y)."""
    ratio = painter.device().devicePixelRatioF()
    _blit(painter, x, y, _numbered(number, category, chosen, theme.scheme(), ratio))


def paint_leader(painter: QPainter, place: QPointF, stand: QPointF) -> None:
    """A line from a place to the marker that had to stand aside."""
    if abs(place.x() - stand.x()) + abs(place.y() - stand.y()) < _LEADER_FROM:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for role, width in (("base", 3.4), ("ink", 1.2)):
        painter.setPen(_edge(role, width))
        painter.drawLine(place, stand)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ink"))
    painter.drawEllipse(place, 2.2, 2.2)
    painter.restore()


def number_reach(category: str) -> float:
    """How far a numbered marker goes from its middle, with its rim."""
    return shapes.REACH[categories.section(category).shape] * PIN + 2.5


def reach(spot: Spot) -> float:
    """Within how many pixels of its middle a spot is hit."""
    return 15.0 if spot.pin is not None else _cluster_side(spot.count) / 2 + 2


def paint_star(painter: QPainter, x: float, y: float) -> None:
    """The sign of an event."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    star = QPolygonF([QPointF(*point) for point in _star_points()])
    painter.setBrush(theme.color("ink"))
    painter.setPen(_edge("base", 5))
    painter.drawPolygon(star)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(star)
    painter.restore()


def paint_found(painter: QPainter, x: float, y: float) -> None:
    """The marker of an address that was searched for: a cross in a ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for role, width in (("base", 6.0), ("focus", 2.4)):
        painter.setPen(QPen(theme.color(role), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, y), 9, 9)
        for across, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            start = QPointF(x + across * 5, y + down * 5)
            painter.drawLine(start, QPointF(x + across * 14, y + down * 14))
    painter.restore()


def paint_circle(painter: QPainter, x: float, y: float, radius: float, words: str = "") -> None:
    """A chosen circle with its radius in words below its middle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _area_pens(painter)
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.restore()
    if words:
        paint_label(painter, x, y + min(radius, 40.0), words)


def paint_box(painter: QPainter, rect: QRectF) -> None:
    """A chosen box."""
    painter.save()
    _area_pens(painter)
    painter.drawRect(rect)
    painter.restore()


def paint_ring(painter: QPainter, x: float, y: float, radius: float, words: str) -> None:
    """A dotted ring about an event with its miles on it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color("ink"), 1.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.1, 3.2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.restore()
    paint_label(painter, x, y - radius, words)


def paint_label(painter: QPainter, x: float, y: float, words: str) -> None:
    """Words in a small box about (x, y)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    face = theme.medium("small")
    metrics = QFontMetricsF(face)
    wide, high = metrics.horizontalAdvance(words) + 12, metrics.height() + 4
    box = QRectF(x - wide / 2, y - high / 2, wide, high)
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(theme.color("base"))
    painter.drawRoundedRect(box, 5, 5)
    painter.setFont(face)
    painter.setPen(theme.color("ink"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.restore()


def paint_sample(painter: QPainter, x: float, y: float, section: str, high: float = 15.0) -> None:
    """A section's shape in its colour, for a legend."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = next(each.shape for each in categories.SECTIONS if each.key == section)
    ground, _sign = COLORS[section]
    painter.setBrush(theme.color(ground))
    painter.setPen(QPen(theme.color("ink"), 1.0))
    painter.drawPolygon(_polygon(shape, x, y, high, on_map=False))
    painter.restore()


def _area_pens(painter: QPainter) -> None:
    wash = theme.color("accent")
    wash.setAlphaF(0.13)
    painter.setBrush(wash)
    painter.setPen(QPen(theme.color("accent"), 1.6))


def _blit(painter: QPainter, x: float, y: float, picture: QPixmap) -> None:
    ratio = picture.devicePixelRatio()
    wide, high = picture.width() / ratio, picture.height() / ratio
    painter.drawPixmap(QPointF(round(x - wide / 2), round(y - high / 2)), picture)


def _polygon(shape: str, x: float, y: float, high: float, *, on_map: bool = True) -> QPolygonF:
    corners = shapes.outline(shape, x, y, high, on_map=on_map)
    return QPolygonF([QPointF(*point) for point in corners])


def _canvas(side: float, ratio: float) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _body(category: str, chosen: bool, coarse: bool, ratio: float) -> tuple[QPixmap, QPainter, str]:
    """A marker without its sign: the picture, a painter about its middle, the sign's role."""
    high = CHOSEN if chosen else PIN
    picture = _canvas(high * 1.4 + 10, ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = picture.width() / ratio / 2
    painter.translate(middle, middle)
    section = categories.section(category)
    ground, sign = COLORS[section.key]
    if coarse:
        ground, sign = "base", "ink"
    high *= _DIAMOND if section.shape == shapes.DIAMOND else 1.0
    outline = _polygon(section.shape, 0, 0, high)
    if chosen:
        painter.setPen(_edge("focus", 8.0))
        painter.drawPolygon(outline)
    painter.setPen(_edge("base", 4.4))
    painter.setBrush(theme.color("base"))
    painter.drawPolygon(outline)
    painter.setBrush(theme.color(ground))
    painter.setPen(_outline(coarse, section.key))
    painter.drawPolygon(outline)
    return picture, painter, sign


def _outline(coarse: bool, section: str) -> QPen:
    if not coarse:
        # what is pale has an edge; what is dark needs none
        return _edge("ink", 1.3) if section == "shops" else QPen(Qt.PenStyle.NoPen)
    pen = _edge("ink", 1.5)
    pen.setDashPattern([2.2, 1.6])
    return pen


def _edge(role: str, width: float) -> QPen:
    brush = QBrush(theme.color(role))
    return QPen(
        brush, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


@cache
def _pin(category: str, coarse: bool, chosen: bool, scheme: str, ratio: float) -> QPixmap:
    picture, painter, sign = _body(category, chosen, coarse, ratio)
    side = 18 if chosen else 14
    drop = 1 if categories.section(category).shape == shapes.ARCH else 0
    icons.paint(painter, -side / 2, -side / 2 + drop, categories.get(category).icon, sign, side)
    painter.end()
    return picture


@cache
def _numbered(number: str, category: str, chosen: bool, scheme: str, ratio: float) -> QPixmap:
    picture, painter, sign = _body(category, chosen, False, ratio)
    face = theme.bold("small" if len(number) < 3 else "caption")
    painter.setFont(face)
    painter.setPen(theme.color(sign))
    half = CHOSEN
    flags = int(Qt.AlignmentFlag.AlignCenter)
    painter.drawText(QRectF(-half, -half, 2 * half, 2 * half), flags, number)
    painter.end()
    return picture


def _cluster_side(count: int) -> float:
    return 25.0 + 6.0 * min(5.0, log10(max(2, count)))


@cache
def _cluster(count: int, coarse: bool, scheme: str, ratio: float) -> QPixmap:
    side = _cluster_side(count)
    picture = _canvas(side + 6, ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate((side + 6) / 2, (side + 6) / 2)
    halo = QColor(theme.color("base"))
    halo.setAlphaF(0.75)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(halo)
    painter.drawEllipse(QPointF(0, 0), side / 2 + 2, side / 2 + 2)
    painter.setBrush(theme.color("base"))
    pen = QPen(theme.color("ink"), 2.0)
    if coarse:
        pen.setDashPattern([2.2, 1.6])
    painter.setPen(pen)
    painter.drawEllipse(QPointF(0, 0), side / 2 - 1, side / 2 - 1)
    painter.setFont(theme.bold("small"))
    painter.setPen(theme.color("ink"))
    box = QRectF(-side, -side, 2 * side, 2 * side)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), short_count(count))
    painter.end()
    return picture


def short_count(count: int) -> str:
    """A count in at most four signs: 7, 940, 12k, 1.2M."""
    if count < 1_000:
        return str(count)
    if count < 10_000:
        return f"{count / 1000:.1f}k".replace(".0k", "k")
    if count < 1_000_000:
        return f"{count // 1000}k"
    return f"{count / 1_000_000:.1f}M".replace(".0M", "M")


@cache
def _star_points() -> tuple[tuple[float, float], ...]:
    return shapes.star_points(0.0, 0.0, STAR)
