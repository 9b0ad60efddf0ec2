"""The picture that the map's ground is: drawn in a worker, larger than the window shows.

While the map is dragged or zoomed this picture is moved and stretched; a new one is made once
the hand rests.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter

from directory_app.maps import qt_painter, window
from directory_app.maps.frame import Frame, Size
from directory_app.maps.streets import shared_regions
from directory_app.maps.style import window_style
from directory_app.progress import Progress
from directory_app.ui import theme
from directory_app.ui.jobs import Job, JobRunner
from directory_app.ui.parts.map_view import ROLES, map_font

#: How much more than the window the picture shows, in each direction.
OVERSCAN = 1.5
#: The most pixels that a picture may have.
_MOST = 9_000_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn ground. ``size`` is in logical pixels; ``credits`` say whose data it is."""

    image: QImage
    frame: Frame
    size: Size
    credits: tuple[str, ...]

    def place(self, frame: Frame, size: Size) -> QRectF:
        """Where it lies in a window of another frame."""
        left, top = frame.project(self.frame.unproject((0, 0), self.size), size)
        right, bottom = frame.project(self.frame.unproject(self.size, self.size), size)
        return QRectF(left, top, right - left, bottom - top)

    def fits(self, frame: Frame, size: Size) -> bool:
        """Whether it fills the window and is no larger or smaller than drawn."""
        same = abs(self.frame.scale / frame.scale - 1) < 1e-6
        return same and self.place(frame, size).contains(QRectF(0, 0, *size))


class GroundMaker(QObject):
    """Makes one picture at a time; ``made(Picture)``. The newest wish is what is drawn."""

    made = Signal(object)

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._job: Job | None = None

    def want(self, frame: Frame, size: QSize, ratio: float) -> None:
        """Draw the ground of a window of this size, and of what lies round about."""
        self.stop()
        wide, high = size.width() * OVERSCAN, size.height() * OVERSCAN
        shrink = min(1.0, (_MOST / (wide * high * ratio * ratio)) ** 0.5)
        whole = QSize(
            max(round(wide * shrink), size.width()), max(round(high * shrink), size.height())
        )
        colors = {role: theme.color(role).name() for role in ROLES}
        self._job = self._runner.start(
            lambda progress: draw(frame, whole, ratio, colors, progress),
            self.made.emit,
            lane="map",
            quiet=True,
        )

    def stop(self) -> None:
        """What is being drawn is not wanted any more."""
        if self._job is not None:
            self._job.cancel()


def draw(
    frame: Frame, size: QSize, ratio: float, colors: dict[str, str], progress: Progress
) -> Picture:
    """Draw into an image; in a worker."""

    def pause() -> None:
        progress(0, 0, "")

    style = window_style(colors, qt_painter.measurer(map_font))
    room = (float(size.width()), float(size.height()))
    ground = window.ground(frame, room, style, shared_regions())
    pause()
    image = QImage(size * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.color("map-land"))
    painter = QPainter(image)
    try:
        qt_painter.draw(ground.drawn, painter, map_font, pause)
    finally:
        painter.end()
    return Picture(image, frame, room, ground.credits)
