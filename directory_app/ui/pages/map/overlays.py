"""What stands still over the map: its scale, north, whose data it is, and the legend."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from directory_app.maps.frame import Frame
from directory_app.model import categories
from directory_app.ui import theme
from directory_app.ui.pages.map import marks
from directory_app.ui.parts.words import is_spanish
from directory_app.ui.style import paint_box

_MILES = (0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500)
_FEET_BELOW = 0.1
_FEET = (50, 100, 200, 500)
_FRACTIONS = {0.125: "⅛", 0.25: "¼", 0.5: "½"}
_EDGE = 10.0


def say_miles(miles: float) -> str:
    """A distance in words: 200 ft, 0.4 mi, 12 mi."""
    if miles < _FEET_BELOW:
        feet = QCoreApplication.translate("Map", "%1 ft")
        return feet.replace("%1", f"{round(miles * 528) * 10:n}")
    far = _FRACTIONS.get(miles) or (f"{miles:.1f}" if miles < 10 else f"{miles:.0f}")
    far = far.removesuffix(".0")
    return QCoreApplication.translate("Map", "%1 mi").replace("%1", far)


def scale_length(frame: Frame, longest: float) -> tuple[float, str]:
    """The longest round distance that fits so many pixels, in pixels, and its words."""
    for feet in reversed(_FEET):
        if feet / 5280 * frame.scale <= longest and feet / 5280 * frame.scale > longest / 3:
            words = QCoreApplication.translate("Map", "%1 ft").replace("%1", str(feet))
            return feet / 5280 * frame.scale, words
    miles = max((each for each in _MILES if each * frame.scale <= longest), default=_MILES[0])
    words = QCoreApplication.translate("Map", "%1 mi").replace("%1", f"{miles:g}")
    return miles * frame.scale, words


def paint_scale(painter: QPainter, frame: Frame, height: float) -> None:
    """North and the scale in a box at the lower left."""
    long, words = scale_length(frame, 110.0)
    face = theme.font("caption")
    metrics = QFontMetricsF(face)
    wide = 30 + max(long, metrics.horizontalAdvance(words)) + 10
    box = QRectF(_EDGE, height - _EDGE - 28, wide, 28)
    _ground(painter, box)
    _paint_north(painter, box.x() + 14, box.center().y())
    painter.setPen(QPen(theme.color("ink"), 1.4))
    left, base = box.x() + 28, box.bottom() - 6.5
    corners = ((left, base - 4), (left, base), (left + long, base), (left + long, base - 4))
    painter.drawPolyline(QPolygonF([QPointF(*corner) for corner in corners]))
    painter.setFont(face)
    room = QRectF(left - 20, box.y() + 2, long + 40, metrics.height())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)


def _paint_north(painter: QPainter, x: float, y: float) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ink"))
    arrow = ((x, y - 11), (x + 5, y + 2), (x, y - 1), (x - 5, y + 2))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in arrow]))
    painter.setFont(theme.bold("caption"))
    painter.setPen(theme.color("ink"))
    painter.drawText(QRectF(x - 8, y + 1, 16, 11), int(Qt.AlignmentFlag.AlignCenter), "N")
    painter.restore()


def paint_credits(
    painter: QPainter, credits: tuple[str, ...], width: float, height: float, left: float
) -> None:
    """Whose data the map is made of, at the lower right, never cut: in lines where it is long."""
    face = theme.font("caption")
    metrics = QFontMetricsF(face)
    room = max(120.0, width - left - 3 * _EDGE)
    lines = _lines(credits, metrics, room)
    wide = max(metrics.horizontalAdvance(line) for line in lines) + 12
    high = metrics.height() * len(lines) + 5
    box = QRectF(width - wide - _EDGE / 2, height - high - _EDGE / 2, wide, high)
    _ground(painter, box)
    painter.setFont(face)
    painter.setPen(theme.color("map-text"))
    for number, line in enumerate(lines):
        row = QRectF(box.x(), box.y() + 2 + number * metrics.height(), wide - 6, metrics.height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(row, int(flags), line)


def _lines(credits: tuple[str, ...], metrics: QFontMetricsF, room: float) -> list[str]:
    lines: list[str] = []
    for credit in credits:
        for words in credit.split(" · "):
            joined = f"{lines[-1]} · {words}" if lines else words
            if lines and metrics.horizontalAdvance(joined) <= room:
                lines[-1] = joined
            else:
                lines.append(words)
    return lines or [""]


def _ground(painter: QPainter, box: QRectF) -> None:
    wash = theme.color("base")
    wash.setAlphaF(0.86)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(wash)
    painter.drawRoundedRect(box, 5, 5)


class Legend(QWidget):
    """What shapes and signs mean: the four sections, a town's pin, a cluster."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        spanish = is_spanish()
        self._rows = [(each.key, each.es if spanish else each.en) for each in categories.SECTIONS]
        self._rows.append(("coarse", QCoreApplication.translate("Map", "Somewhere in this town")))
        self._rows.append(("cluster", QCoreApplication.translate("Map", "Several, click to zoom")))
        named = QCoreApplication.translate("Map", "What the signs mean")
        self.setAccessibleName(": ".join((named, ", ".join(words for _key, words in self._rows))))
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """A row for each."""
        metrics = QFontMetricsF(theme.font("small"))
        wide = max(metrics.horizontalAdvance(words) for _key, words in self._rows) + 48
        return QSize(round(wide), round(len(self._rows) * self._step() + 12))

    @staticmethod
    def _step() -> float:
        return max(22.0, QFontMetricsF(theme.font("small")).height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, QRectF(self.rect()), "base", "line", "card")
        step = self._step()
        for number, (key, words) in enumerate(self._rows):
            middle = 6 + step * (number + 0.5)
            self._paint_sign(painter, key, middle)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("ink"))
            room = QRectF(38, middle - step / 2, self.width() - 42, step)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()

    @staticmethod
    def _paint_sign(painter: QPainter, key: str, middle: float) -> None:
        if key in marks.COLORS:
            marks.paint_sample(painter, 20, middle, key)
            return
        painter.save()
        pen = QPen(theme.color("ink"), 1.5)
        if key == "coarse":
            pen.setDashPattern([2.2, 1.6])
        painter.setPen(pen)
        painter.setBrush(theme.color("base"))
        painter.drawEllipse(QPointF(20, middle), 8, 8)
        if key == "cluster":
            painter.setFont(theme.bold("caption"))
            box = QRectF(10, middle - 10, 20, 20)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "7")
        painter.restore()
