"""The ground that places stand on: outlines, and the towns for which there is room."""

from collections.abc import Sequence
from math import dist, hypot

from directory_app.maps import basemap
from directory_app.maps.frame import Frame, Size
from directory_app.maps.labels import Labels, Lettering
from directory_app.maps.ops import Circle, Op, Point, Polygon, Polyline
from directory_app.maps.placement import Rect
from directory_app.maps.style import MapStyle
from directory_app.model.geo import Position, distance_miles

_EDGE = 4.0
#: One named town for each square of this many points.
_TOWN_SQUARE = 62.0
#: Quantised to 320 m: county lines would mislead on a map of a few streets.
_COUNTY_SCALE = 60.0
#: Miles between a place and the middle of the town whose name it calls for.
_SAME_TOWN = 1.0
#: Points from a dot to its name, and between the dots of two named towns.
_DOT_AWAY = 4.5
_APART = 24.0
#: So many points a name stands nearer to its own town than to any other.
_CLEARLY = 2.0
#: From so many points a mile on a map of streets is within a town, whose dot would mislead.
_WITHIN_TOWN = 100.0


class Page:
    """The frame, size and style of one map, and what of it is taken."""

    def __init__(self, frame: Frame, size: Size, style: MapStyle) -> None:
        self.frame = frame
        self.size = size
        self.style = style
        self.area = Rect(0, 0, *size).grown(-_EDGE)
        self.labels = Labels(self.area, style)

    def at(self, position: Position) -> Point:
        """Where a position lies on the map."""
        return self.frame.project(position, self.size)

    def shows(self, point: Point) -> bool:
        """Whether the point lies on the map."""
        return 0 <= point[0] <= self.size[0] and 0 <= point[1] <= self.size[1]


def land(page: Page) -> tuple[Op, ...]:
    """The ground, and the county and state lines on it."""
    style, (width, height) = page.style, page.size
    ops: list[Op] = [Polygon(((0, 0), (width, 0), (width, height), (0, height)), style.land)]
    for line in basemap.outlines(page.frame.bounds(page.size)):
        points = tuple(page.at(point) for point in line.points)
        if line.kind == basemap.STATE_LINE:
            ops.append(Polyline(points, style.state_line, style.state_width))
        elif page.frame.scale < _COUNTY_SCALE:
            ops.append(Polyline(points, style.county_line, style.county_width, (3.0, 2.2)))
    return tuple(ops)


def towns(
    page: Page, featured: Sequence[Position], *, among_streets: bool = False
) -> tuple[Op, ...]:
    """Dots and names of towns: those with places, then the largest that there is room for."""
    if among_streets and page.frame.scale >= _WITHIN_TOWN:
        return ()
    known = basemap.towns(page.frame.bounds(page.size))
    limit = int(page.size[0] * page.size[1] / _TOWN_SQUARE**2) + 1
    with_places = [town for town in known if _is_near(town.position, featured)]
    others = [town for town in known if town not in with_places]
    names = _TownNames(page)
    return (
        *names.featured(with_places),
        *names.others(others, limit - len(with_places)),
    )


def _is_near(position: Position, others: Sequence[Position]) -> bool:
    return any(distance_miles(position, other) < _SAME_TOWN for other in others)


class _TownNames:
    """Towns on one map: a name stands nearer to its own town than to any other, or is left out."""

    def __init__(self, page: Page) -> None:
        self._page = page
        #: Where towns are that have a name, or may get one; and the names that stand.
        self._points: list[Point] = []
        self._names: list[tuple[Rect, Point]] = []

    def featured(self, chosen: Sequence[basemap.Town]) -> list[Op]:
        """Towns with places: their names stand out, and may stand beyond a marker on the dot."""
        page, style, ops = self._page, self._page.style, list[Op]()
        look = Lettering(style.label + 0.5, "bold", style.ink)
        aways = (_DOT_AWAY, *(style.marker * far for far in (0.85, 1.2, 1.7)))
        named: list[tuple[Point, str]] = []
        for town in chosen:
            point = page.at(town.position)
            if not any(dist(point, other) < _APART / 2 for other in self._points):
                self._points.append(point)
                named.append((point, town.name))
        for point, name in named:
            is_seen = not page.labels.is_taken(_dot(point))
            if text := self._name(point, name, aways[:2] if is_seen else aways, look):
                if is_seen:
                    page.labels.take(_dot(point))
                    ops.append(Circle(*point, 2.2, style.ink))
                ops += text
        return ops

    def others(self, towns_by_size: Sequence[basemap.Town], limit: int) -> list[Op]:
        """The first towns that find room for dot and name, not too close together."""
        page, style, ops = self._page, self._page.style, list[Op]()
        look = Lettering(style.label, "semibold", style.quiet)
        dots: list[Point] = []
        for town in towns_by_size:
            if len(dots) >= limit:
                break
            point = page.at(town.position)
            if not page.labels.is_free(_dot(point)):
                continue
            if any(dist(point, dot) < _APART for dot in dots):
                continue
            if any(_gap(box, point) <= _gap(box, own) + _CLEARLY for box, own in self._names):
                continue  # somebody else's name would seem to be its own
            if text := self._name(point, town.name, (_DOT_AWAY,), look):
                page.labels.take(_dot(point))
                dots.append(point)
                self._points.append(point)
                ops += (Circle(*point, 1.9, style.paper, style.quiet, 1.0), *text)
        return ops

    def _name(
        self, point: Point, name: str, aways: tuple[float, ...], look: Lettering
    ) -> tuple[Op, ...]:
        def suits(box: Rect) -> bool:
            own = _gap(box, point)
            return all(
                _gap(box, other) > own + _CLEARLY for other in self._points if other != point
            )

        text = self._page.labels.beside(point, aways, (name,), look, suits)
        if text:
            self._names.append((self._page.labels.last, point))
        return text


def _gap(box: Rect, point: Point) -> float:
    """How far a point lies from the middle line of a name's box."""
    x, y = point
    return hypot(max(box.left - x, 0.0, x - box.right), (box.top + box.bottom) / 2 - y)


def _dot(point: Point) -> Rect:
    return Rect(point[0] - 3, point[1] - 3, point[0] + 3, point[1] + 3)
