"""Streets, water and parks of a map, from street data to what is drawn.

Roads are ribbons with a line at each side; all sides are drawn before all ribbons, so that
roads that meet run into each other. Which roads are drawn, and how wide, goes by the scale.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import cos, radians

from directory_app.maps.basemap import Bounds
from directory_app.maps.ground import Page
from directory_app.maps.ops import Lines, Op, Point, Shape
from directory_app.maps.placement import Rect
from directory_app.maps.streets import Area, Box, Level, Region, RoadClass, Street, join
from directory_app.maps.style import MapStyle
from directory_app.model.geo import EARTH_RADIUS_MILES

UNITS = 10_000_000
#: Points a mile that the widths of the style are meant for.
_MEANT_FOR = 160.0
#: From so many points a mile on, the least streets are ribbons too, and have names.
CLOSE = 260.0
#: Points a mile from which a view of towns, and of counties, is drawn.
_TOWNS, _COUNTIES = 25.0, 6.0
#: Points nearer than this to the one before are left out.
_THIN = 0.4
#: Points beyond the edge within which a line is still kept.
_MARGIN = 14.0
_WATER_LINE, _RAIL, _RAIL_GAP = 2.2, 2.6, 1.5
#: The order in which regions are trusted where one shows the whole map.
_TRUST = {"osm": 0, "tiger": 1}

Line = list[Point]


@dataclass(frozen=True, slots=True)
class Road:
    """One named road or a bundle of nameless ones, as lines on the map."""

    name: str
    ref: str
    lines: list[Line]
    is_motorway: bool = False


@dataclass(slots=True)
class Ground:
    """What the street data has for a map, in points, and whose data that is."""

    major: list[Road] = field(default_factory=list)
    secondary: list[Road] = field(default_factory=list)
    minor: list[Road] = field(default_factory=list)
    motorways: list[Line] = field(default_factory=list)
    railways: list[Line] = field(default_factory=list)
    rivers: list[Road] = field(default_factory=list)
    water: list[Sequence[Line]] = field(default_factory=list)
    lakes: list[tuple[str, Rect]] = field(default_factory=list)
    parks: list[Sequence[Line]] = field(default_factory=list)
    credits: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is no street of any kind."""
        return not (self.major or self.secondary or self.minor)


@dataclass(frozen=True, slots=True)
class Widths:
    """How wide roads are on a map, in points, without the lines at their sides."""

    major: float
    secondary: float
    minor: float
    casing: float


def widths(scale: float, style: MapStyle) -> Widths:
    """Widths at a scale in points a mile: narrower from afar, wider in an inset."""
    ratio = scale / _MEANT_FOR
    return Widths(
        major=style.major * min(1.15, max(0.16, ratio**0.75)),
        secondary=style.secondary * min(1.8, max(0.16, ratio**0.85)),
        minor=min(6.0, 3.3 * (scale / 320) ** 0.5) if scale >= CLOSE else 0.0,
        casing=style.casing * min(1.0, max(0.55, ratio**0.5)),
    )


def read(regions: Iterable[Region], page: Page) -> Ground:
    """What the regions have for this map."""
    bounds = page.frame.bounds(page.size)
    chosen = _chosen(regions, bounds)
    ground = Ground(credits=tuple(dict.fromkeys(each.attribution for each in chosen)))
    level, least = _detail(page.frame.scale, page.style)
    box = _box(bounds, _MARGIN / page.frame.scale)
    for region in chosen:
        _sort(ground, _Pen(page), region.streets(box, level, least))
        smallest = int(_unit(page) * 6)
        _fill(ground, _Pen(page), region.areas(box, smallest), page.style)
    return ground


def under(ground: Ground, page: Page) -> tuple[Op, ...]:
    """What lies under the rings: parks, water, the least streets, railways."""
    style = page.style
    wide = widths(page.frame.scale, style)
    ops: list[Op] = [Shape(rings, style.park) for rings in ground.parks if style.park]
    ops += [Shape(rings, style.water_ground) for rings in ground.water]
    shores = [ring for rings in ground.water for ring in rings]
    if style.water_ground == style.paper:
        ops += _lines(shores, style.water, 0.8)
    ops += _lines(_all(ground.rivers), style.water, _WATER_LINE)
    if not wide.minor:
        ops += _lines(_all(ground.minor), style.minor_road, 0.7)
    ops += _lines(ground.railways, style.railway, _RAIL, caps=False)
    ops += _lines(ground.railways, style.paper, _RAIL_GAP, (5.0, 5.0), caps=False)
    return tuple(ops)


def ribbons(ground: Ground, page: Page) -> tuple[Op, ...]:
    """The roads: first all their sides, then all their ribbons, the main ones on top."""
    style = page.style
    wide = widths(page.frame.scale, style)
    tiers = [(_all(ground.secondary), wide.secondary), (_all(ground.major), wide.major)]
    tiers.append((ground.motorways, wide.major + 1.0))
    if wide.minor:
        tiers.insert(0, (_all(ground.minor), wide.minor))
    ops: list[Op] = []
    for lines, width in tiers:
        ops += _lines(lines, style.road_edge, width + 2 * wide.casing, caps=False)
    for lines, width in tiers:
        ops += _lines(lines, style.road, width)
    if wide.major > 4:
        ops += _lines(ground.motorways, style.road_edge, 1.4)
    return tuple(ops)


def _lines(
    parts: Sequence[Line],
    color: str,
    width: float,
    dash: tuple[float, ...] = (),
    *,
    caps: bool = True,
) -> list[Op]:
    return [Lines(parts, color, width, dash, round_caps=caps)] if parts and color else []


def _all(roads: Iterable[Road]) -> list[Line]:
    return [line for road in roads for line in road.lines]


# --- choosing --------------------------------------------------------------------------------


def _chosen(regions: Iterable[Region], bounds: Bounds) -> list[Region]:
    """The regions that are near; one alone where it has the whole map.

    Two sources of the same streets lie some metres apart and would show as double lines.
    """
    near = []
    for region in regions:
        if region.about.bounds is None:
            continue
        west, south, east, north = region.about.bounds
        there = Bounds(south, west, north, east)
        if there.meets(bounds):
            near.append((_TRUST.get(region.about.kind, 2), there, region))
    near.sort(key=lambda each: (each[0], each[2].name))
    for trust, there, region in near:
        if trust < 2 and _within(bounds, there):  # points alone have no streets
            return [region]
    return [region for _, _, region in near]


def _within(inner: Bounds, outer: Bounds) -> bool:
    return (
        outer.south <= inner.south
        and outer.west <= inner.west
        and inner.north <= outer.north
        and inner.east <= outer.east
    )


def _detail(scale: float, style: MapStyle) -> tuple[Level, int]:
    """The level to read and the least class of road to draw."""
    if scale >= style.street_scale:
        return Level.BLOCK, RoadClass.SERVICE if scale >= 3 * CLOSE else RoadClass.LOCAL
    if scale >= _TOWNS:
        return Level.TOWN, RoadClass.TERTIARY
    if scale >= _COUNTIES:
        return Level.COUNTY, RoadClass.SECONDARY
    return Level.STATE, RoadClass.PRIMARY


def _box(bounds: Bounds, miles: float) -> Box:
    """The bounds in the units of street data, grown by some miles."""
    more = miles / radians(EARTH_RADIUS_MILES)
    wider = more / max(0.01, cos(radians(bounds.north)))
    return (
        int((bounds.west - wider) * UNITS),
        int((bounds.east + wider) * UNITS),
        int((bounds.south - more) * UNITS),
        int((bounds.north + more) * UNITS),
    )


def _unit(page: Page) -> float:
    """A point of the map in the units of street data, of latitude."""
    return UNITS / radians(EARTH_RADIUS_MILES) / page.frame.scale


# --- projecting ------------------------------------------------------------------------------


class _Pen:
    """Turns runs of coordinates into lines on the map, thinned and cut at its edges."""

    def __init__(self, page: Page) -> None:
        width, height = page.size
        center = page.frame.center
        self._y = -1 / _unit(page)
        self._x = -self._y * max(0.01, cos(radians(center.latitude)))
        self._left = width / 2 - center.longitude * UNITS * self._x
        self._top = height / 2 - center.latitude * UNITS * self._y
        self._area = Rect(0, 0, width, height).grown(_MARGIN)

    def ring(self, points: Sequence[int]) -> Line:
        """A ring as it is, beyond the edges too."""
        left, top, wide, high = self._left, self._top, self._x, self._y
        return [
            (left + x * wide, top + y * high)
            for x, y in zip(points[::2], points[1::2], strict=True)
        ]

    def lines(self, points: Sequence[int]) -> list[Line]:
        """The parts of a line that are on the map."""
        line = _thinned(self.ring(points))
        area = self._area
        xs, ys = [point[0] for point in line], [point[1] for point in line]
        low, high, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if low > area.left and high < area.right and top > area.top and bottom < area.bottom:
            return [line]
        if low > area.right or high < area.left or top > area.bottom or bottom < area.top:
            return []
        return self._cut(line)

    def _cut(self, line: Line) -> list[Line]:
        area, parts, part = self._area, list[Line](), Line()
        for (x0, y0), (x1, y1) in pairwise(line):
            beside = (x0 < area.left and x1 < area.left) or (x0 > area.right and x1 > area.right)
            above = (y0 < area.top and y1 < area.top) or (y0 > area.bottom and y1 > area.bottom)
            if beside or above:
                if part:
                    parts.append(part)
                    part = []
            else:
                part = part or [(x0, y0)]
                part.append((x1, y1))
        return [*parts, part] if part else parts


def _thinned(line: Line) -> Line:
    """The line without points that nobody could tell from their neighbours."""
    if len(line) < 3:
        return line
    x, y = line[0]
    kept = [line[0]]
    for point in line[1:-1]:
        if abs(point[0] - x) > _THIN or abs(point[1] - y) > _THIN:
            x, y = point
            kept.append(point)
    kept.append(line[-1])
    return kept


# --- sorting ---------------------------------------------------------------------------------


def _sort(ground: Ground, pen: _Pen, streets: Iterable[Street]) -> None:
    """Put the streets into their tiers, each name's pieces joined into one road."""
    named: defaultdict[tuple[str, str], list[Sequence[int]]] = defaultdict(list)
    motorways: set[str] = set()
    refs: dict[tuple[str, str], str] = {}
    plain: defaultdict[str, list[Line]] = defaultdict(list)
    for street in streets:
        tier = _tier(street)
        label = street.name or street.ref
        if label and street.road_class == RoadClass.MOTORWAY:
            motorways.add(label)
            ground.motorways += pen.lines(street.points)
        if label and tier != "railways":
            named[tier, label].append(street.points)
            refs.setdefault((tier, label), street.ref)
            refs[tier, label] = refs[tier, label] or street.ref
        else:
            plain[tier] += pen.lines(street.points)
    ground.railways += plain.pop("railways", [])
    for tier, lines in plain.items():
        getattr(ground, tier).append(Road("", "", lines))
    for (tier, name), pieces in named.items():
        joined = pieces if len(pieces) == 1 else join(pieces)
        lines = [line for piece in joined for line in pen.lines(piece)]
        if lines:
            road = Road(name, refs[tier, name], lines, name in motorways)
            getattr(ground, tier).append(road)


def _tier(street: Street) -> str:
    if street.road_class == RoadClass.RAILWAY:
        return "railways"
    if street.road_class == RoadClass.RIVER:
        return "rivers"
    if street.road_class <= RoadClass.PRIMARY:
        # a ramp has neither name nor number, and as a wide ribbon would hide its junction
        return "major" if street.name or street.ref else "secondary"
    return "secondary" if street.road_class <= RoadClass.TERTIARY else "minor"


def _fill(ground: Ground, pen: _Pen, areas: Iterable[Area], style: MapStyle) -> None:
    for area in areas:
        if area.kind not in {"water", "park"} or (area.kind == "park" and not style.park):
            continue
        rings = [_thinned(pen.ring(ring)) for ring in area.rings]
        if area.kind == "park":
            ground.parks.append(rings)
            continue
        ground.water.append(rings)
        xs, ys = [x for x, _ in rings[0]], [y for _, y in rings[0]]
        ground.lakes.append((area.name, Rect(min(xs), min(ys), max(xs), max(ys))))
