"""Replays a display list on a QPainter. The only Qt outside the window; only it uses this."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPolygonF,
    QTransform,
)

from directory_app.maps.ops import Circle, DisplayList, Lines, Op, Polygon, Polyline, Shape, Text

#: The font for a weight (regular, semibold, bold, black); its size is set here.
FontFor = Callable[[str], QFont]
#: Letters are outlined at this size and scaled, so that any size in points is exact.
_EM = 100
#: How far curves of a halo may be from true ones, in these units.
_COARSE = 2.0


def draw(
    display_list: DisplayList,
    painter: QPainter,
    font_for: FontFor,
    pause: Callable[[], None] | None = None,
) -> None:
    """Draw the map with its upper left corner at the painter's origin, a point a unit.

    ``pause`` is called again and again meanwhile; what it raises ends the drawing.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(QRectF(0, 0, display_list.width, display_list.height))
    letters = _Letters(font_for)
    try:
        for number, op in enumerate(display_list.ops):
            if pause is not None and number % 16 == 0:
                pause()
            _draw(op, painter, letters)
    finally:
        painter.restore()


def measurer(font_for: FontFor) -> Callable[[str, float, str], float]:
    """A style.Measure for these fonts."""
    metrics: dict[str, QFontMetricsF] = {}
    known: dict[tuple[str, str], float] = {}

    def measure(text: str, size: float, weight: str) -> float:
        if weight not in metrics:
            metrics[weight] = QFontMetricsF(_sized(font_for(weight)))
        if (text, weight) not in known:
            known[text, weight] = metrics[weight].horizontalAdvance(text)
        return known[text, weight] * size / _EM

    return measure


def _draw(op: Op, painter: QPainter, letters: "_Letters") -> None:
    match op:
        case Polygon():
            _paint(painter, op)
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in op.points]))
        case Polyline():
            painter.setPen(_line_pen(op))
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in op.points]))
        case Lines():
            painter.setPen(_line_pen(op))
            # one by one: a single large path is many times slower
            for part in op.parts:
                painter.drawPolyline([QPointF(x, y) for x, y in part])
        case Shape():
            _shape(painter, op)
        case Circle():
            _paint(painter, op)
            painter.drawEllipse(QPointF(op.x, op.y), op.radius, op.radius)
        case Text():
            _text(painter, op, letters)


def _paint(painter: QPainter, op: Polygon | Circle) -> None:
    brush = QBrush(Qt.BrushStyle.NoBrush)
    if op.fill:
        color = QColor(op.fill)
        color.setAlphaF(op.opacity)
        brush = QBrush(color)
    painter.setBrush(brush)
    painter.setPen(_round_pen(op.stroke, op.width) if op.stroke else QPen(Qt.PenStyle.NoPen))


def _shape(painter: QPainter, op: Shape) -> None:
    path = QPainterPath()  # fills even-odd
    for ring in op.rings:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
        path.closeSubpath()
    painter.fillPath(path, QBrush(QColor(op.fill)))


def _round_pen(color: str, width: float) -> QPen:
    return QPen(
        QColor(color),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def _line_pen(op: Polyline | Lines) -> QPen:
    pen = _round_pen(op.color, op.width)
    if not op.round_caps:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    # looks the same where a road bends, and takes two thirds of the time
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if op.dash:
        # Qt counts dashes in pen widths, and draws none that is exactly nothing
        pen.setDashPattern([max(0.01, length / op.width) for length in op.dash])
    return pen


class _Letters:
    """Outlines of texts at one size; a map says the same letters again and again."""

    def __init__(self, font_for: FontFor) -> None:
        self._font_for = font_for
        self._fonts: dict[str, tuple[QFont, QFontMetricsF]] = {}
        self._outlines: dict[tuple[str, str, str], QPainterPath] = {}
        self._halos: dict[tuple[str, str, str, float], QPainterPath] = {}

    def outline(self, op: Text) -> QPainterPath:
        """The text about its anchor, _EM units high."""
        key = (op.text, op.weight, op.anchor)
        if key not in self._outlines:
            self._outlines[key] = self._path(*key)
        return self._outlines[key]

    def halo(self, op: Text) -> QPainterPath:
        """What lies round about the outline, likewise.

        Made once a text, with straight corners: to stroke each text anew takes twice the time.
        """
        width = op.halo_width * _EM / op.size
        key = (op.text, op.weight, op.anchor, width)
        if key not in self._halos:
            stroker = QPainterPathStroker()
            stroker.setWidth(width)
            stroker.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
            stroker.setCurveThreshold(_COARSE)
            self._halos[key] = stroker.createStroke(self.outline(op))
        return self._halos[key]

    def _path(self, text: str, weight: str, anchor: str) -> QPainterPath:
        if weight not in self._fonts:
            font = _sized(self._font_for(weight))
            self._fonts[weight] = (font, QFontMetricsF(font))
        font, metrics = self._fonts[weight]
        part = {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
        path = QPainterPath()
        # letters are of overlapping parts, which the default rule would leave holes in
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addText(QPointF(-part * metrics.horizontalAdvance(text), 0), font, text)
        return path


def _text(painter: QPainter, op: Text, letters: _Letters) -> None:
    scale = op.size / _EM
    turn = QTransform().translate(op.x, op.y).rotate(op.angle).scale(scale, scale)
    if op.halo:
        painter.fillPath(turn.map(letters.halo(op)), QBrush(QColor(op.halo)))
    painter.fillPath(turn.map(letters.outline(op)), QBrush(QColor(op.color)))


def _sized(font: QFont) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(_EM)
    sized.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return sized
