"""What a map has besides places: its scale, its north, its source, its rings and its frame."""

from collections.abc import Sequence
from math import cos, pi, sin

from directory_app.maps import shapes
from directory_app.maps.frame import Frame, Size
from directory_app.maps.ground import Page
from directory_app.maps.labels import Lettering
from directory_app.maps.ops import Op, Point, Polygon, Polyline, Text
from directory_app.maps.placement import Rect
from directory_app.maps.style import MapStyle

_MILES = (0.125, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0)
_FRACTIONS = {0.125: "⅛", 0.25: "¼", 0.5: "½"}
_WORDS = {"en": ("mile", "miles"), "es": ("milla", "millas")}
#: GeoNames asks to be named (CC BY 4.0); the outlines are in the public domain.
CREDIT = "Towns: GeoNames · Lines: US Census"
CREDIT_SHORT = "GeoNames · US Census"
_NARROW = 260.0
_RING_DASH = (0.0, 3.4)
_EDGE = 7.0


def scale_bar(frame: Frame, size: Size, style: MapStyle) -> tuple[tuple[Op, ...], Rect]:
    """The bar at the lower left, as long as a round number of miles, and the box it takes."""
    longest = min(90.0, size[0] * 0.4)
    miles = max((m for m in _MILES if m * frame.scale <= longest), default=_MILES[0])
    length = miles * frame.scale
    text = f"{_number(miles)} mi"
    left, base = _EDGE + 4, size[1] - _EDGE - 4
    width = max(length, style.measure(text, style.label, "bold"))
    corners = ((left, base - 5), (left, base), (left + length, base), (left + length, base - 5))
    rim = Polyline(corners, style.land, 1.2 + style.halo)
    bar = Polyline(corners, style.ink, 1.2, round_caps=False)
    label = Text(
        left + length / 2,
        base - 5,
        text,
        style.label,
        "bold",
        style.ink,
        "middle",
        style.land,
        style.halo,
    )
    overhang = (width - length) / 2
    box = Rect(left - overhang - 3, base - 7 - style.label, left + length + overhang + 3, size[1])
    return (rim, bar, label), box


def north(size: Size, style: MapStyle, lift: float = 0.0) -> tuple[tuple[Op, ...], Rect]:
    """The arrow at the lower right, ``lift`` points higher for the credit, and its box."""
    x, y = size[0] - 18.0, size[1] - 36.0 - lift
    return shapes.north_arrow(x, y, style), Rect(x - 10, y - 15, x + 10, y + 18)


def credit(
    page: Page, sources: Sequence[str] = (), *, at_top: bool = False
) -> tuple[tuple[Op, ...], Rect]:
    """Whose data it is, in the right corner, a line each: the streets' owners, and ours."""
    size, style = page.size, page.style
    lines = [*sources, CREDIT if size[0] >= _NARROW else CREDIT_SHORT]
    x, step = size[0] - _EDGE, style.small * 1.25
    high = step * (len(lines) - 1) + style.small
    top = 4.0 if at_top else size[1] - 5.0 - high
    width = max(style.measure(line, style.small, "regular") for line in lines)
    texts = tuple(
        Text(x, top + style.small + i * step, line, style.small, "regular", style.quiet, "end",
             style.land, style.halo)
        for i, line in enumerate(lines)
    )  # fmt: skip
    return texts, Rect(x - width - 3, 0 if at_top else top, size[0], top + high + 5)


def border(size: Size, style: MapStyle) -> tuple[Op, ...]:
    """The line around the map, inside of its edges."""
    if not style.frame:
        return ()
    half = style.frame / 2
    right, bottom = size[0] - half, size[1] - half
    corners = ((half, half), (right, half), (right, bottom), (half, bottom))
    return (Polygon(corners, None, style.ink, style.frame),)


def ring_miles(frame: Frame, size: Size) -> list[float]:
    """The radii of the rings that help on this map: two at the most, in round miles."""
    short, long = min(size), max(size)
    useful = [m for m in _MILES if 0.13 * short <= m * frame.scale <= 0.48 * long]
    if len(useful) > 2:
        useful = [useful[0], useful[1]] if 2 * useful[1] > useful[-1] else useful[1:3]
    return useful[:2]


def rings(middle: Point, page: Page, languages: tuple[str, ...]) -> tuple[Op, ...]:
    """Dotted circles about the venue, each with its miles in a gap of it."""
    style = page.style
    ops: list[Op] = []
    for miles in ring_miles(page.frame, page.size):
        radius = miles * page.frame.scale
        lines = tuple(_miles(miles, language) for language in languages)
        look = Lettering(style.label, "semibold", style.ink)
        text = page.labels.centred(_ring_places(middle, radius), lines, look)
        gap = _gap(text, lines, style)
        ops += [*_dotted(middle, radius, gap, style), *text]
    return tuple(ops)


def _number(miles: float) -> str:
    return _FRACTIONS.get(miles) or f"{miles:g}"


def _miles(miles: float, language: str) -> str:
    one, many = _WORDS[language]
    return f"{_number(miles)} {one if miles <= 1 else many}"


def _ring_places(middle: Point, radius: float) -> list[Point]:
    """Where on a ring its label may stand: upper left first, as far from north as that allows."""
    degrees = (225, 210, 240, 195, 255, 165, 150, 180, 135, 315, 330, 300, 345, 45, 30, 60, 270, 90)
    angles = [degree * pi / 180 for degree in degrees]
    return [(middle[0] + radius * cos(a), middle[1] + radius * sin(a)) for a in angles]


def _gap(text: tuple[Op, ...], lines: tuple[str, ...], style: MapStyle) -> Rect | None:
    first = text[0] if text else None
    if not isinstance(first, Text):
        return None
    width = max(style.measure(line, style.label, "semibold") for line in lines) / 2 + 3
    top = first.y - style.label
    return Rect(
        first.x - width, top, first.x + width, top + style.label * (0.3 + 1.15 * len(lines))
    )


def _dotted(middle: Point, radius: float, gap: Rect | None, style: MapStyle) -> list[Op]:
    """The circle as dotted lines, without the part in the gap."""
    steps = max(48, min(720, int(radius)))
    runs: list[list[Point]] = [[]]
    for i in range(steps + 1):
        angle = 2 * pi * i / steps
        x, y = middle[0] + radius * cos(angle), middle[1] + radius * sin(angle)
        if gap and gap.has(x, y):
            runs.append([])
        else:
            runs[-1].append((x, y))
    return [Polyline(tuple(run), style.ink, 1.3, _RING_DASH) for run in runs if len(run) > 1]
