"""Replays a display list on a ReportLab canvas, as vectors."""

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.colors import HexColor

from directory_app.maps.ops import (
    Circle,
    DisplayList,
    Lines,
    Op,
    Point,
    Polygon,
    Polyline,
    Shape,
    Text,
)

#: draw_text(canvas, x, y, text, size, weight, color, anchor): draws one line at a baseline in
#: the canvas's own coordinates, through whatever shapes and embeds its fonts. It must not set
#: the text rendering mode: the halo is drawn with it.
DrawText = Callable[[Any, float, float, str, float, str, str, str], None]


def draw(display_list: DisplayList, canvas: Any, x: float, y: float, draw_text: DrawText) -> None:
    """Draw the map with its upper left corner at (x, y) of the page, y up from the bottom."""
    canvas.saveState()
    _clip(canvas, x, y, display_list.width, display_list.height)
    replay = _Replay(canvas, x, y, draw_text)
    for op in display_list.ops:
        replay.op(op)
    canvas.restoreState()


def draw_ops(ops: tuple[Op, ...], canvas: Any, x: float, y: float, draw_text: DrawText) -> None:
    """Draw loose operations (a marker in a list, a star in a key) about (x, y), without a clip."""
    replay = _Replay(canvas, x, y, draw_text)
    for op in ops:
        replay.op(op)


def _clip(canvas: Any, x: float, y: float, width: float, height: float) -> None:
    path = canvas.beginPath()
    path.rect(x, y - height, width, height)
    canvas.clipPath(path, stroke=0, fill=0)


class _Replay:
    """One method an operation. Page points go down, the canvas goes up."""

    def __init__(self, canvas: Any, x: float, y: float, draw_text: DrawText) -> None:
        self._canvas = canvas
        self._x = x
        self._y = y
        self._draw_text = draw_text

    def op(self, op: Op) -> None:
        """Draw one operation and leave the canvas's state as it was."""
        self._canvas.saveState()
        match op:
            case Polygon():
                self._polygon(op)
            case Polyline():
                self._polyline(op)
            case Lines():
                self._lines(op)
            case Shape():
                self._shape(op)
            case Circle():
                self._circle(op)
            case Text():
                self._text(op)
        self._canvas.restoreState()

    def _paint(self, op: Polygon | Circle) -> tuple[int, int]:
        canvas = self._canvas
        if op.fill:
            canvas.setFillColor(HexColor(op.fill))
        if op.opacity < 1:
            canvas.setFillAlpha(op.opacity)
        if op.stroke:
            canvas.setStrokeColor(HexColor(op.stroke))
            canvas.setLineWidth(op.width)
            canvas.setLineJoin(1)
        return int(bool(op.stroke)), int(bool(op.fill))

    def _polygon(self, op: Polygon) -> None:
        stroke, fill = self._paint(op)
        # from its own origin: markers of one shape are written alike, and compress to nothing
        left, top = op.points[0]
        self._canvas.translate(round(self._x + left, 2), round(self._y - top, 2))
        path = self._path(op.points, (-left, top))
        path.close()
        self._canvas.drawPath(path, stroke=stroke, fill=fill)

    def _polyline(self, op: Polyline) -> None:
        self._pen(op)
        self._canvas.drawPath(self._path(op.points, digits=1), stroke=1, fill=0)

    def _lines(self, op: Lines) -> None:
        self._pen(op)
        self._draw_parts(op.parts, "S")

    def _shape(self, op: Shape) -> None:
        self._canvas.setFillColor(HexColor(op.fill))
        self._draw_parts(op.rings, "f*")

    def _draw_parts(self, parts: Sequence[Sequence[Point]], paint: str) -> None:
        """Many lines as one path, written at once: a path object would take longer than all."""
        left, top = self._x, self._y
        code = [
            f"{left + x:.2f} {top - y:.2f} {'l' if i else 'm'}"
            for part in parts
            for i, (x, y) in enumerate(part)
        ]
        self._canvas._code.append(f"{' '.join(code)} {paint}")

    def _pen(self, op: Polyline | Lines) -> None:
        canvas = self._canvas
        canvas.setStrokeColor(HexColor(op.color))
        canvas.setLineWidth(op.width)
        canvas.setLineJoin(1)
        canvas.setLineCap(1 if op.round_caps else 0)
        if op.dash:
            canvas.setDash(list(op.dash))

    def _circle(self, op: Circle) -> None:
        stroke, fill = self._paint(op)
        self._canvas.translate(round(self._x + op.x, 2), round(self._y - op.y, 2))
        self._canvas.circle(0, 0, round(op.radius, 2), stroke=stroke, fill=fill)

    def _text(self, op: Text) -> None:
        if op.halo:
            self._canvas.saveState()
            self._canvas.setStrokeColor(HexColor(op.halo))
            self._canvas.setLineWidth(op.halo_width)
            self._canvas.setLineJoin(1)
            # the rendering mode belongs to the graphics state, so it outlives the text object
            # that draw_text begins, and restoreState ends it
            self._canvas._code.append("1 Tr")
            self._show(op, op.halo)
            self._canvas.restoreState()
        self._show(op, op.color)

    def _show(self, op: Text, color: str) -> None:
        x, y = self._x + op.x, self._y - op.y
        if not op.angle:
            self._draw_text(self._canvas, x, y, op.text, op.size, op.weight, color, op.anchor)
            return
        self._canvas.saveState()
        self._canvas.translate(x, y)
        self._canvas.rotate(-op.angle)
        self._draw_text(self._canvas, 0, 0, op.text, op.size, op.weight, color, op.anchor)
        self._canvas.restoreState()

    def _path(
        self,
        points: tuple[tuple[float, float], ...],
        origin: tuple[float, float] | None = None,
        digits: int = 2,
    ) -> Any:
        """A path rounded to so many digits, seen from where the map is or from ``origin``."""
        left, top = origin or (self._x, self._y)
        path = self._canvas.beginPath()
        path.moveTo(round(left + points[0][0], digits), round(top - points[0][1], digits))
        for x, y in points[1:]:
            path.lineTo(round(left + x, digits), round(top - y, digits))
        return path
