"""The small map of the web page: numbered markers as inline SVG, and nothing from elsewhere.

Only who said yes to the map has a marker. Markers that would cover each other move aside, with
a line to their place; of a great many there are dots alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import cos, hypot, radians, sin, tau

from directory_app.exporting import facts
from directory_app.exporting.markup import escaped
from directory_app.model import categories
from directory_app.model.geo import Position
from directory_app.model.listing import PublicListing

_Point = tuple[float, float]
_WIDTH, _TALLEST, _LOWEST, _EDGE = 480.0, 320.0, 160.0, 24.0
#: Below the map, for the bar of miles.
_FOOT = 24.0
#: Markers stand at least so far apart.
_ROOM = 21.0
#: Above this many, numbers would fill the map.
_MOST_NUMBERS = 150
_MILES_A_DEGREE = 69.1
#: A map shows at least so many degrees of latitude: some three quarters of a mile.
_LEAST = 0.01
#: Marks of direction, which nothing in a drawing ends (there is no bdi).
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SHAPES = {
    "circle": '<circle class="shape" r="9"/>',
    "square": '<rect class="shape" x="-8.5" y="-8.5" width="17" height="17" rx="2"/>',
    "arch": '<path class="shape" d="M-8.5 8.5V-1a8.5 8.5 0 0 1 17 0V8.5z"/>',
    "diamond": '<path class="shape" d="M0-11 11 0 0 11-11 0z"/>',
}


@dataclass(frozen=True, slots=True)
class _Frame:
    """From degrees to the units of the drawing: equal distances along both axes."""

    west: float
    north: float
    squeeze: float
    scale: float
    height: float
    left: float
    top: float

    def at(self, place: Position) -> tuple[float, float]:
        x = (place.longitude - self.west) * self.squeeze * self.scale + self.left
        return x, (self.north - place.latitude) * self.scale + self.top


def numbers(listings: Sequence[PublicListing]) -> list[int]:
    """The number of each listing's marker, from 1 in their order; 0 for who has none."""
    counted = count(1)
    return [next(counted) if facts.pin(each) else 0 for each in listings]


def draw(listings: Sequence[PublicListing], title: str) -> str:
    """The map as an SVG element; a marker leads to the list's item at the same place.

    Empty where nobody has a marker. ``title`` is escaped already.
    """
    numbered_all = enumerate(zip(numbers(listings), listings, strict=True), start=1)
    marked = [
        (at, number, each, place)
        for at, (number, each) in numbered_all
        if (place := facts.pin(each))
    ]
    if not marked:
        return ""
    frame = _frame([place for *_, place in marked])
    numbered = len(marked) <= _MOST_NUMBERS
    placed: list[_Point] = []
    marks = [
        _mark(
            at,
            number if numbered else 0,
            each,
            frame.at(place),
            height=frame.height,
            placed=placed,
        )
        for at, number, each, place in marked
    ]
    return "".join(
        (
            f'<svg viewBox="0 0 {_WIDTH:g} {frame.height + _FOOT:.1f}" ',
            f'role="group" aria-label="{title}">',
            _grid(frame),
            *_towns(frame, [(each.city, place) for *_, each, place in marked]),
            *marks,
            _bar(frame),
            "</svg>",
        )
    )


def _frame(places: Sequence[Position]) -> _Frame:
    """All places with room around them; one alone stands in the middle."""
    south, north = min(p.latitude for p in places), max(p.latitude for p in places)
    west, east = min(p.longitude for p in places), max(p.longitude for p in places)
    squeeze = max(cos(radians((south + north) / 2)), 0.01)
    high, wide = max(north - south, _LEAST), max((east - west) * squeeze, _LEAST)
    scale = min((_WIDTH - 2 * _EDGE) / wide, (_TALLEST - 2 * _EDGE) / high)
    height = max((north - south) * scale + 2 * _EDGE, _LOWEST)
    left = (_WIDTH - (east - west) * squeeze * scale) / 2
    return _Frame(west, north, squeeze, scale, height, left, (height - (north - south) * scale) / 2)


def _mark(
    at: int,
    number: int,
    listing: PublicListing,
    point: _Point,
    *,
    height: float,
    placed: list[_Point],
) -> str:
    """A marker with its number, or a dot where ``number`` is 0."""
    x, y = point
    section = categories.section(listing.category)
    group = f'<g id="m{at}" class="{section.key}">'
    spot = f'cx="{x:.1f}" cy="{y:.1f}"'
    if not number:
        return f'{group}<circle class="shape" {spot} r="4"/></g>'
    to_x, to_y = _free(x, y, height, placed)
    stem = ""
    if (to_x, to_y) != (x, y):
        line = f'<path class="stem" d="M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}"/>'
        stem = f'<circle class="spot" {spot} r="2"/>{line}'
        x, y = to_x, to_y
    pin = f'<g class="pin">{_SHAPES[section.shape]}<text y="3.4">{number}</text></g>'
    link = f'<a href="#b{at}" aria-label="{number}" transform="translate({x:.1f} {y:.1f})">'
    return f"{group}{stem}{link}{pin}</a></g>"


def _free(x: float, y: float, height: float, placed: list[_Point]) -> _Point:
    """The nearest place to (x, y) where no marker is covered; it is taken then."""
    for to_x, to_y in _around(x, y):
        inside = _ROOM / 2 <= to_x <= _WIDTH - _ROOM / 2 and _ROOM / 2 <= to_y <= height
        if inside and all(hypot(to_x - a, to_y - b) >= _ROOM for a, b in placed):
            placed.append((to_x, to_y))
            return to_x, to_y
    return x, y  # the map is full


def _around(x: float, y: float) -> Iterator[_Point]:
    """The place itself, then rings around it."""
    yield x, y
    for ring in range(1, 30):
        for step in range(6 * ring):
            angle = tau * step / (6 * ring)
            yield x + ring * _ROOM / 2 * cos(angle), y + ring * _ROOM / 2 * sin(angle)


def _step(frame: _Frame) -> tuple[float, float]:
    """A round number of miles, at most a fifth of the map, and how long it is drawn."""
    a_mile = frame.scale / _MILES_A_DEGREE
    miles = max((n for n in _ROUND if n * a_mile <= _WIDTH / 5), default=_ROUND[0])
    return miles, miles * a_mile


def _grid(frame: _Frame) -> str:
    """Faint lines as far apart as the bar is long, so that distances can be seen."""
    _, long = _step(frame)
    high = frame.height + _FOOT
    across = [f"M{12 + n * long:.1f} 0v{high:.1f}" for n in range(int(_WIDTH // long) + 1)]
    down = [f"M0 {n * long:.1f}h{_WIDTH:g}" for n in range(1, int(frame.height // long) + 1)]
    return f'<path class="grid" d="{"".join(across + down)}"/>'


def _towns(frame: _Frame, places: Sequence[tuple[str, Position]]) -> Iterator[str]:
    """The name of each town above its markers, where there are several towns."""
    points: dict[str, list[_Point]] = {}
    for city, place in places:
        points.setdefault(city, []).append(frame.at(place))
    points.pop("", None)
    for city, those in points.items() if len(points) > 1 else ():
        x = sum(x for x, _ in those) / len(those)
        y = max(min(y for _, y in those) - 15, 12)
        x = min(max(x, 44), _WIDTH - 44)
        yield f'<text class="town" x="{x:.1f}" y="{y:.1f}">{escaped(_TURNS.sub("", city))}</text>'


def _bar(frame: _Frame) -> str:
    """A bar of a round number of miles."""
    miles, long = _step(frame)
    x, y = 12.0, frame.height + _FOOT - 6
    return (
        f'<path class="bar" d="M{x:g} {y - 4:.1f}v4h{long:.1f}v-4"/>'
        f'<text class="scale" x="{x + long / 2:.1f}" y="{y - 6:.1f}">{miles:g} mi</text>'
    )


_ROUND = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500)
