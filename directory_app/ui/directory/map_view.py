"""The small map of a business: drawn in a worker, shown as a picture, its precision on a card."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from directory_app.model.geo import Position
from directory_app.ui import theme
from directory_app.ui.jobs import Job, JobRunner
from directory_app.ui.widgets import pins
from directory_app.ui.widgets.base import paint_box

_ROLES = (
    "map-land", "map-road", "map-road-edge", "map-water", "map-park", "map-text",
    "ink", "base", "line-strong", "adobe", "on-adobe",
)  # fmt: skip
_WEIGHTS = {
    "regular": QFont.Weight.Normal,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
    "black": QFont.Weight.Bold,
}


def map_font(weight: str) -> QFont:
    """The window's font for a weight of the map."""
    font = theme.font("caption")
    font.setWeight(_WEIGHTS[weight])
    return font


class MapView(QWidget):
    """``set_pin(position, precision, source)``. Nothing is fetched; the ground ships with us."""

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._position: Position | None = None
        self._precision: str | None = None
        self._words = ""
        self._picture: QImage | None = None
        self._job: Job | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.watch().changed.connect(self._draw)
        self._say()

    def sizeHint(self) -> QSize:
        """98 px high."""
        return QSize(300, 98)

    def set_pin(self, position: Position | None, precision: str | None, words: str = "") -> None:
        """Show a place; ``words`` say where it is from."""
        self._position, self._precision, self._words = position, precision, words
        self._picture = None
        self._say()
        self._draw()

    def _say(self) -> None:
        name = QCoreApplication.translate("MapView", "Map")
        pin = pins.pin_name(self._precision if self._position else None)
        self.setAccessibleName(f"{name}: {pin} {self._words}".strip())

    def _draw(self) -> None:
        if self._job is not None:
            self._job.cancel()
        if self.width() < 40 or self._position is None:
            self.update()
            return
        size, ratio = self.size(), self.devicePixelRatioF()
        colors = {role: theme.color(role).name() for role in _ROLES}
        position, precision = self._position, self._precision
        self._job = self._runner.start(
            lambda _progress: _picture(position, precision, size, ratio, colors),
            self._arrived,
            lane="make",
        )

    def _arrived(self, picture: QImage) -> None:
        self._picture = picture
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again at the new size."""
        super().resizeEvent(event)
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture and the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setClipPath(shape)
        painter.fillRect(rect, theme.color("map-land"))
        if self._picture is not None and self._position is not None:
            painter.drawImage(0, 0, self._picture)
        painter.setClipping(False)
        paint_box(painter, rect, None, "line", "card")
        self._paint_card(painter)
        painter.end()

    def _paint_card(self, painter: QPainter) -> None:
        pin = pins.pin_name(self._precision if self._position else None)
        bold, plain = theme.medium("small"), theme.font("small")
        painter.setFont(bold)
        first = painter.fontMetrics().horizontalAdvance(pin)
        painter.setFont(plain)
        room = self.width() - first - 60
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        second = painter.fontMetrics().horizontalAdvance(words)
        wide = 34 + first + (second + 6 if words else 0)
        box = QRectF(8, self.height() - 31, wide, 24)
        paint_box(painter, box, "base", "line", "field")
        role = "adobe" if self._position else "warn"
        pins.paint_pin(
            painter, box.x() + 5, box.y() + 4, self._precision if self._position else None, role
        )
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(bold)
        painter.setPen(theme.color(role))
        painter.drawText(box.adjusted(26, 0, 0, 0), flags, pin)
        painter.setFont(plain)
        painter.setPen(theme.color("ink-soft"))
        painter.drawText(box.adjusted(32 + first, 0, 0, 0), flags, words)


def _picture(
    position: Position, precision: str | None, size: QSize, ratio: float, colors: dict[str, str]
) -> QImage:
    """Draw the map into an image; in a worker."""
    from directory_app.maps import qt_painter
    from directory_app.maps.small import small_map
    from directory_app.maps.streets import shared_regions
    from directory_app.maps.style import window_style

    style = window_style(colors, qt_painter.measurer(map_font))
    width, height = size.width(), size.height()
    drawn = small_map(position, precision, width, height, style, regions=shared_regions())
    picture = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    qt_painter.draw(drawn, painter, map_font)
    painter.end()
    return picture
