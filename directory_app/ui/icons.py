"""Phosphor icons in the colour of a role, drawn at the screen's own resolution.

``name`` is the Phosphor name (``map-pin``). Regular by default; ``fill=True`` for what is
selected or a severity; bold by itself at 14 px and less, as the notes ask.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from directory_app.paths import resource
from directory_app.ui import theme

SMALL, ROW, SIDEBAR, RAIL, CHOICE = 14, 16, 17, 20, 26


@cache
def _drawing(name: str, weight: str) -> str:
    return resource("icons", weight, f"{name}.svg").read_text("utf-8")


@cache
def _picture(name: str, weight: str, rgb: str, pixels: int) -> QPixmap:
    coloured = _drawing(name, weight).replace("currentColor", rgb)
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(coloured.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return picture


def pixmap(
    name: str, role: str = "ink", size: int = ROW, *, fill: bool = False, ratio: float = 1.0
) -> QPixmap:
    """The icon as a picture of ``size`` logical pixels at a device pixel ratio."""
    weight = "fill" if fill else "bold" if size <= SMALL else "regular"
    made = QPixmap(_picture(name, weight, theme.color(role).name(), round(size * ratio)))
    made.setDevicePixelRatio(ratio)
    return made


def paint(  # noqa: PLR0917  # reads as a sentence: where, what, which colour, how large
    painter: QPainter,
    x: float,
    y: float,
    name: str,
    role: str = "ink",
    size: int = ROW,
    *,
    fill: bool = False,
) -> None:
    """Draw an icon with its upper left corner at (x, y)."""
    ratio = painter.device().devicePixelRatioF()
    picture = pixmap(name, role, size, fill=fill, ratio=ratio)
    painter.drawPixmap(QRectF(x, y, size, size), picture, QRectF(picture.rect()))


def icon(name: str, role: str = "ink", *, fill: bool = False) -> QIcon:
    """A QIcon for menus and Qt's own buttons. Kit buttons take the name itself."""
    return QIcon(_Engine(name, role, fill))


class _Engine(QIconEngine):
    """One icon: asks for its colour each time it paints, to follow light and dark."""

    def __init__(self, name: str, role: str, fill: bool) -> None:
        super().__init__()
        self._name, self._role, self._fill = name, role, fill

    def clone(self) -> QIconEngine:
        """Qt wants copies."""
        return _Engine(self._name, self._role, self._fill)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a picture."""
        role = "disabled" if mode == QIcon.Mode.Disabled else self._role
        return pixmap(self._name, role, min(size.width(), size.height()), fill=self._fill)

    def paint(self, painter: QPainter, rect: QRect, mode: object, state: object) -> None:
        """Draw it in the middle of its place."""
        role = "disabled" if mode == QIcon.Mode.Disabled else self._role
        side = min(rect.width(), rect.height())
        x = rect.x() + (rect.width() - side) / 2
        y = rect.y() + (rect.height() - side) / 2
        paint(painter, x, y, self._name, role, side, fill=self._fill)
