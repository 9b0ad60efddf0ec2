"""How near the door a position is: one small drawing a precision, and its word."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app.model.terms import Precision
from directory_app.ui import theme
from directory_app.ui.widgets.base import Label

SIDE = 16


def pin_name(precision: str | None) -> str:
    """Rooftop, Street, Town, By hand, No pin."""
    names = {
        Precision.ROOFTOP: QCoreApplication.translate("Pins", "Rooftop"),
        Precision.INTERPOLATED: QCoreApplication.translate("Pins", "House number"),
        Precision.STREET: QCoreApplication.translate("Pins", "Street"),
        Precision.CITY: QCoreApplication.translate("Pins", "Town"),
        Precision.ZIP: QCoreApplication.translate("Pins", "ZIP area"),
        Precision.MANUAL: QCoreApplication.translate("Pins", "By hand"),
    }
    none = QCoreApplication.translate("Pins", "No pin")
    return names.get(Precision(precision), none) if precision else none


def paint_pin(
    painter: QPainter, x: float, y: float, precision: str | None, role: str = "ink"
) -> None:
    """Draw the sign of a precision in a 16 x 16 box whose upper left corner is (x, y)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x + SIDE / 2, y + SIDE / 2)
    color = theme.color(role if precision else "warn")
    painter.setPen(QPen(color, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    (_SIGNS[Precision(precision)] if precision else _none)(painter)
    painter.restore()


def _dot(painter: QPainter, radius: float) -> None:
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(0, 0), radius, radius)


def _rooftop(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(0, 0), 5.3, 5.3)
    _dot(painter, 2.2)


def _interpolated(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(0, 0), 5.3, 5.3)
    painter.drawLine(QPointF(-2.6, 0), QPointF(2.6, 0))


def _street(painter: QPainter) -> None:
    painter.drawLine(QPointF(-6, 0), QPointF(6, 0))
    _dot(painter, 3)


def _town(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(0, 0), 5.3, 5.3)


def _zip(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(-5, -5, 10, 10), 2, 2)


def _manual(painter: QPainter) -> None:
    corners = [QPointF(0, -6), QPointF(6, 0), QPointF(0, 6), QPointF(-6, 0)]
    painter.drawPolygon(QPolygonF(corners))
    _dot(painter, 2.1)


def _none(painter: QPainter) -> None:
    pen = painter.pen()
    pen.setDashPattern([2, 1.6])
    painter.setPen(pen)
    painter.drawEllipse(QPointF(0, 0), 5.3, 5.3)
    pen.setStyle(Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(-3.4, 3.4), QPointF(3.4, -3.4))


_SIGNS = {
    Precision.ROOFTOP: _rooftop,
    Precision.INTERPOLATED: _interpolated,
    Precision.STREET: _street,
    Precision.CITY: _town,
    Precision.ZIP: _zip,
    Precision.MANUAL: _manual,
}


class PinWords(QWidget):
    """The sign of a precision in the colour of ``role``, and words beside it."""

    def __init__(
        self, words: Label, role: str, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
    ) -> None:
        super().__init__()
        self.words, self._role = words, role
        self._precision: str | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(*margins)
        row.setSpacing(0)
        row.addSpacing(SIDE + 6)
        row.addWidget(words)

    def show_pin(self, precision: str | None, words: str) -> None:
        """Another sign, and what it means."""
        self._precision = precision
        self.words.setText(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign beside the first line."""
        painter = QPainter(self)
        at = self.words.geometry()
        y = at.y() + min(QFontMetrics(self.words.font()).height(), at.height()) / 2 - SIDE / 2
        paint_pin(painter, at.x() - SIDE - 6, y, self._precision, self._role)
        painter.end()
