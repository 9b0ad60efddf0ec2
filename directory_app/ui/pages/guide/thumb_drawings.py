"""The layouts drawn as small pages, a few strokes each. No pictures: they follow the theme."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from directory_app.ui import theme

#: Width and height of the drawings, in logical pixels.
_UPRIGHT, _ACROSS, _OPEN = (40.0, 52.0), (52.0, 40.0), (56.0, 42.0)
Draw = Callable[[QPainter, QRectF], None]


def draw(painter: QPainter, layout: str, middle: QPointF) -> None:
    """Draw a layout round ``middle``; one that is not known is a page of lines."""
    size, drawing = _DRAWINGS.get(layout, (_UPRIGHT, _plain))
    page = QRectF(round(middle.x() - size[0] / 2), round(middle.y() - size[1] / 2), *size)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("base"))
    painter.drawRect(page)
    drawing(painter, page)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("line-strong"), 1))
    painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def _ink(painter: QPainter, wide: float = 1.3, role: str = "ink-soft") -> None:
    painter.setPen(QPen(theme.color(role), wide))


def _lines(
    painter: QPainter, page: QRectF, corner: tuple[float, float], wide: float, count: int
) -> None:
    """``count`` lines of text; ``corner`` is measured from the page's."""
    _ink(painter)
    for at in range(count):
        start = page.topLeft() + QPointF(corner[0], corner[1] + at * 5)
        painter.drawLine(start, start + QPointF(wide, 0))


def _title(painter: QPainter, page: QRectF, x: float, y: float, wide: float) -> None:
    _ink(painter, 2.2, "ink")
    start = page.topLeft() + QPointF(x, y)
    painter.drawLine(start, start + QPointF(wide, 0))


def _folds(painter: QPainter, page: QRectF, *xs: float) -> None:
    pen = QPen(theme.color("line-strong"), 1, Qt.PenStyle.DashLine)
    pen.setDashPattern([2, 2])
    painter.setPen(pen)
    for x in xs:
        at = round(page.x() + x) + 0.5
        painter.drawLine(QPointF(at, page.top()), QPointF(at, page.bottom()))


def _plain(painter: QPainter, page: QRectF) -> None:
    _lines(painter, page, (6, 8), page.width() - 12, 8)


def _sheet(painter: QPainter, page: QRectF) -> None:
    _title(painter, page, 6, 7, 20)
    _lines(painter, page, (6, 14), 12, 7)
    _lines(painter, page, (22, 14), 12, 7)


def _trifold(painter: QPainter, page: QRectF) -> None:
    _folds(painter, page, 17, 34)
    _lines(painter, page, (4, 8), 10, 6)
    _lines(painter, page, (21, 8), 10, 6)
    painter.fillRect(QRectF(page.x() + 38, page.y() + 10, 10, 5), theme.color("ink-soft"))
    _lines(painter, page, (38, 22), 8, 2)


def _booklet(painter: QPainter, page: QRectF) -> None:
    _lines(painter, page, (6, 8), 17, 6)
    _lines(painter, page, (33, 8), 17, 6)
    _ink(painter, 1, "line-strong")
    x = page.center().x()
    painter.drawLine(QPointF(x, page.top()), QPointF(x, page.bottom()))


def _pocket(painter: QPainter, page: QRectF) -> None:
    _folds(painter, page, 13, 26, 39)
    _ink(painter, 1.6, "ink")
    y = page.center().y()
    painter.drawLine(QPointF(page.x() + 13, y), QPointF(page.x() + 39, y))
    for column in range(4):
        for row in (0, 20):
            _lines(painter, page, (3 + 13 * column, row + 5), 7, 3)


def _large_print(painter: QPainter, page: QRectF) -> None:
    for at, wide in enumerate((20, 26, 28, 22)):
        _title(painter, page, 6, 10 + at * 10, wide)


def _poster(painter: QPainter, page: QRectF) -> None:
    box = QRectF(page.x() + 5.5, page.y() + 5.5, page.width() - 11, 26)
    painter.setPen(QPen(theme.color("ink-soft"), 1))
    painter.drawRect(box)
    painter.drawLine(box.bottomLeft() + QPointF(0, -6), box.topRight() + QPointF(-4, 0))
    painter.drawLine(box.topLeft() + QPointF(10, 0), box.bottomRight() + QPointF(-8, 0))
    _lines(painter, page, (6, 38), 12, 2)
    _lines(painter, page, (22, 38), 12, 2)


def _cards(painter: QPainter, page: QRectF) -> None:
    painter.setPen(QPen(theme.color("ink-soft"), 1))
    for column in range(2):
        for row in range(4):
            painter.drawRect(
                QRectF(page.x() + 4.5 + 16 * column, page.y() + 4.5 + 11.5 * row, 14, 9)
            )


def _visit_sheets(painter: QPainter, page: QRectF) -> None:
    _band(painter, page)
    for at in range(4):
        y = page.y() + 14.5 + at * 9
        painter.setPen(QPen(theme.color("ink-soft"), 1))
        painter.drawRect(QRectF(page.x() + 6.5, y, 5, 5))
        _lines(painter, page, (16, 17 + at * 9), 18, 1)


def _call_list(painter: QPainter, page: QRectF) -> None:
    _band(painter, page)
    _lines(painter, page, (6, 15), 12, 7)
    _lines(painter, page, (24, 15), 10, 7)


def _band(painter: QPainter, page: QRectF) -> None:
    """The dark band over private paper."""
    painter.fillRect(QRectF(page.x(), page.y(), page.width(), 8), theme.color("ink"))


_DRAWINGS: dict[str, tuple[tuple[float, float], Draw]] = {
    "sheet": (_UPRIGHT, _sheet),
    "trifold": (_ACROSS, _trifold),
    "booklet": (_OPEN, _booklet),
    "pocket": (_ACROSS, _pocket),
    "large-print": (_UPRIGHT, _large_print),
    "poster": (_UPRIGHT, _poster),
    "cards": (_UPRIGHT, _cards),
    "visit-sheets": (_UPRIGHT, _visit_sheets),
    "call-list": (_UPRIGHT, _call_list),
}
