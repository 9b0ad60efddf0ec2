"""The welcome picture: adobe walls, three doors, one of them open. Painted, no bitmap."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from directory_app.ui import theme
from directory_app.ui.widgets.doors import door_path

WIDTH, HEIGHT = 440, 820
_GROUND = 660


class Scene(QWidget):
    """Scaled to the height; what is wider than the picture goes on in wall and sky."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(WIDTH)

    def sizeHint(self) -> QSize:
        """The picture's own size."""
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it, standing on its ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(self.rect(), theme.color("scene-sky"))
        extra = self.height() - HEIGHT
        painter.fillRect(0, self.height() - 160, WIDTH, 160, theme.color("scene-ground"))
        painter.translate(0, extra)
        _sky(painter)
        _walls(painter)
        _doors(painter)
        painter.end()


def _fill(painter: QPainter, role: str) -> None:
    painter.setBrush(theme.color(role))


def _sky(painter: QPainter) -> None:
    _fill(painter, "scene-sun")
    painter.drawEllipse(QPointF(344, 98), 40, 40)
    _fill(painter, "scene-hills")
    points = [(0, 190), (90, 130), (170, 176), (270, 106), (440, 186), (440, 400), (0, 400)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def _walls(painter: QPainter) -> None:
    _wall(painter, QRectF(288, 248, 190, _GROUND - 248), "scene-wall-far")
    _wall(painter, QRectF(-30, 200, 318, _GROUND - 200), "scene-wall")
    _fill(painter, "scene-beam")
    for x, y in ((36, 236), (90, 236), (144, 236), (198, 236), (252, 236)):
        painter.drawEllipse(QPointF(x, y), 8, 8)
    for x, y in ((326, 282), (380, 282), (434, 282)):
        painter.drawEllipse(QPointF(x, y), 8, 8)
    _window(painter, 115, 320)
    _window(painter, 328, 336)
    painter.fillRect(QRectF(0, 650, WIDTH, 10), theme.color("scene-trim"))


def _wall(painter: QPainter, rect: QRectF, role: str) -> None:
    _fill(painter, role)
    path = QPainterPath()
    path.addRoundedRect(rect.adjusted(0, 0, 0, 20), 14, 14)
    painter.save()
    painter.setClipRect(rect)
    painter.drawPath(path)
    painter.restore()


def _window(painter: QPainter, x: float, y: float) -> None:
    _fill(painter, "scene-trim")
    painter.drawRoundedRect(QRectF(x, y, 58, 66), 3, 3)
    _fill(painter, "scene-pane")
    for across in (0, 25):
        for down in (0, 29):
            painter.drawRect(QRectF(x + 6 + across, y + 6 + down, 21.5, 25.5))


def _doors(painter: QPainter) -> None:
    _door(painter, 29, "scene-door", "scene-seam", 72)
    _open_door(painter, 167)
    _door(painter, 305, "scene-door-blue", "scene-seam-blue", 348)


def _frame(painter: QPainter, x: float) -> QPainterPath:
    _fill(painter, "scene-trim")
    painter.drawPath(door_path(x, 491, 104, 160))
    return door_path(x + 9, 500, 86, 150)


def _door(painter: QPainter, x: float, role: str, seam: str, knob: float) -> None:
    leaf = _frame(painter, x)
    _fill(painter, role)
    painter.drawPath(leaf)
    painter.fillRect(QRectF(x + 51, 500, 2, 150), theme.color(seam))
    _fill(painter, "scene-knob")
    painter.drawEllipse(QPointF(knob, 598), 3.6, 3.6)


def _open_door(painter: QPainter, x: float) -> None:
    leaf = _frame(painter, x)
    _fill(painter, "scene-light")
    painter.drawPath(leaf)
    painter.save()
    painter.setClipRect(QRectF(x, 480, 46, 180))
    _fill(painter, "scene-door")
    painter.drawPath(leaf)
    painter.restore()
    painter.fillRect(QRectF(x + 45, 503, 2, 147), theme.color("scene-seam"))
    _fill(painter, "scene-knob")
    painter.drawEllipse(QPointF(204, 598), 3.6, 3.6)
    _fill(painter, "scene-ray")
    corners = [(176, 650), (262, 650), (322, 720), (220, 720)]
    painter.drawPolygon(QPolygonF([QPointF(a, b) for a, b in corners]))
