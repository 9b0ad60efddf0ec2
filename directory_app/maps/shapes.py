"""The shapes of markers, the star, the pin and the arrow, as points about a middle.

Sizes follow the print tokens: of a marker of height h the circle has the diameter h, the
square a side of 0.90 h, the arched door is 0.88 h by 1.04 h, the diamond's half diagonal is
0.62 h in lists and 0.70 h on maps.
"""

from math import acos, cos, pi, sin

from directory_app.maps.ops import Circle, Op, Point, Polygon, Text
from directory_app.maps.style import MapStyle

CIRCLE, SQUARE, ARCH, DIAMOND = "circle", "square", "arch", "diamond"
#: How far a shape reaches from its middle, in heights.
REACH = {CIRCLE: 0.50, SQUARE: 0.64, ARCH: 0.62, DIAMOND: 0.70}
_STROKE = 1.4
#: Height of a figure over its size, Noto Sans.
FIGURE_HEIGHT = 0.714


def outline(shape: str, x: float, y: float, h: float, *, on_map: bool = True) -> tuple[Point, ...]:
    """The corners of a marker of height h about (x, y); a circle as 48 of them."""
    if shape == SQUARE:
        half = 0.45 * h
        return (
            (x - half, y - half),
            (x + half, y - half),
            (x + half, y + half),
            (x - half, y + half),
        )
    if shape == ARCH:
        return _arch(x, y, 0.88 * h, 1.04 * h)
    if shape == DIAMOND:
        half = (0.70 if on_map else 0.62) * h
        return ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    return tuple(_around(x, y, h / 2, step * pi / 24) for step in range(48))


def marker(
    shape: str,
    number: str,
    middle: Point,
    style: MapStyle,
    *,
    solid: bool = True,
    halo: bool = True,
    on_map: bool = True,
) -> tuple[Op, ...]:
    """A numbered marker: ink with a white number, or paper with an ink outline and number."""
    x, y = middle
    h = style.marker
    fill, figure = (style.ink, style.paper) if solid else (style.paper, style.ink)
    # the stroke of an open marker lies inside, so that both kinds have one size
    inner = outline(shape, x, y, h if solid else h - _STROKE, on_map=on_map)
    halo_ops = _halo(shape, middle, h, style.paper, on_map=on_map) if halo else ()
    stroke = None if solid else style.ink
    body = _body(shape, middle, inner, (h if solid else h - _STROKE) / 2, fill=fill, stroke=stroke)
    return (*halo_ops, body, _number(shape, number, middle, h, figure, on_map=on_map))


def star(x: float, y: float, radius: float, style: MapStyle, halo: float = 5.0) -> tuple[Op, ...]:
    """A five-pointed star with a halo of paper, the sign of the event."""
    return (
        Polygon(star_points(x, y, radius), style.paper, style.paper, halo),
        Polygon(star_points(x, y, radius), style.ink),
    )


def pin(x: float, y: float, height: float, style: MapStyle) -> tuple[Op, ...]:
    """A teardrop whose tip is at (x, y)."""
    radius = height * 0.37
    middle = y - height + radius
    # the straight sides touch the round where the angle at its middle is acos(radius / distance)
    touch = acos(radius / (y - middle))
    first, turn = pi / 2 + touch, 2 * (pi - touch)
    points = ((x, y), *(_around(x, middle, radius, first + turn * i / 32) for i in range(33)))
    return (
        Polygon(points, style.pin, style.paper, 1.5),
        Polygon(points, style.pin),
        Circle(x, middle, radius * 0.42, style.on_pin),
    )


def north_arrow(x: float, y: float, style: MapStyle) -> tuple[Op, ...]:
    """A solid arrow with N below it, about (x, y), 22 points high."""
    tip = ((x, y - 12), (x + 6, y + 4), (x, y), (x - 6, y + 4))
    return (
        Polygon(tip, style.ink, style.land, 1.5),
        Polygon(tip, style.ink),
        Text(x, y + 14, "N", 10.0, "bold", style.ink, "middle", style.land, style.halo),
    )


def _body(
    shape: str,
    middle: Point,
    points: tuple[Point, ...],
    radius: float,
    *,
    fill: str,
    stroke: str | None,
) -> Op:
    width = _STROKE if stroke else 0.0
    if shape == CIRCLE:
        return Circle(*middle, radius, fill, stroke, width)
    return Polygon(points, fill, stroke, width)


def _halo(shape: str, middle: Point, h: float, paper: str, *, on_map: bool) -> tuple[Op, ...]:
    """A rim of paper, 3.6 points for both sides together."""
    if shape == CIRCLE:
        return (Circle(*middle, h / 2 + 1.8, paper),)
    return (Polygon(outline(shape, *middle, h, on_map=on_map), paper, paper, 3.6),)


def _number(shape: str, number: str, middle: Point, h: float, color: str, *, on_map: bool) -> Text:
    size = 0.66 * h
    if shape == DIAMOND and len(number) > 1:
        size = (0.60 if on_map else 0.57) * h
    if len(number) > 2:
        size *= 0.8
    # an arch is higher than wide: its number stands a little lower
    drop = 0.04 * h if shape == ARCH else 0.0
    baseline = middle[1] + size * FIGURE_HEIGHT / 2 + drop
    return Text(middle[0], baseline, number, size, "bold", color, "middle")


def _arch(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    radius = width / 2
    spring = y - height / 2 + radius
    top = [_around(x, spring, radius, pi + step * pi / 24) for step in range(25)]
    return (*top, (x + radius, y + height / 2), (x - radius, y + height / 2))


def star_points(x: float, y: float, radius: float) -> tuple[Point, ...]:
    """The ten corners of a star about (x, y)."""
    radii = (radius, radius * 0.42)
    return tuple(_around(x, y, radii[i % 2], -pi / 2 + i * pi / 5) for i in range(10))


def _around(x: float, y: float, radius: float, angle: float) -> Point:
    return x + radius * cos(angle), y + radius * sin(angle)
