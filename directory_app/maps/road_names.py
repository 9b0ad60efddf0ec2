"""Names of roads and rivers along their lines, and the shields of highways.

A name stands where its road is straightest for as long as the name is, reads from left to
right or upwards, and covers no other. Where no such place is free a name is left out.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, degrees, dist, hypot, pi, radians, sin

from directory_app.maps.ground import Page
from directory_app.maps.labels import Lettering
from directory_app.maps.ops import Circle, Op, Point, Polygon, Text
from directory_app.maps.placement import Rect
from directory_app.maps.roads import Ground, Line, Road, Widths, widths
from directory_app.maps.style import MapStyle
from directory_app.model.street_words import DIRECTION, KIND

#: Degrees that a name may bend in all, in a road or beside one, and from which on its
#: letters are turned one by one.
_MOST_BEND, _MOST_BEND_BESIDE, _BENT = 45.0, 24.0, 8.0
#: Degrees between two letters.
_LETTER_BEND = 22.0
#: Points between two places that are tried, between two names of one road, two equal shields.
_STEP, _AGAIN, _SHIELDS_APART = 14.0, 250.0, 190.0
_MOST_SHIELDS = 8
#: Names run upwards at most so many degrees: a little beyond straight up.
_STEEP = 101.0
#: A name may be as much longer than its ribbon's straight part.
_MIDDLE = 0.35
#: What signs shorten, as the Postal Service does.
_SHORT = {
    word: KIND[word].capitalize()
    for word in (
        "street", "avenue", "road", "drive", "boulevard", "lane", "court", "place", "highway",
        "parkway", "circle", "terrace", "square", "expressway",
    )
}  # fmt: skip
_WINDS = {word: DIRECTION[word].upper() for word in ("north", "south", "east", "west")}
_SHIELD = re.compile(r"(I|US|[A-Z]{2,3})[- ]?(?:HWY )?(\d{1,4}[A-Z]?)$")


def names(ground: Ground, page: Page) -> tuple[Op, ...]:
    """Names of waters, then of the roads, the main ones first, as far as there is room."""
    style, wide = page.style, widths(page.frame.scale, page.style)
    water = Lettering(style.label - 0.5, "semibold", style.water_text)
    main = Lettering(style.label, "bold", style.ink)
    other = Lettering(style.label - 0.5, "semibold", style.ink)
    ops: list[Op] = []
    for name, rect in ground.lakes:
        if name:
            middle = ((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2)
            ops += page.labels.centred([middle], (name,), water)
    for road in ground.rivers:
        ops += _along(road, page, water, aside=1.1)
    for tier, look, width in _tiers(ground, wide, main, other):
        for road in sorted(tier, key=_length, reverse=True):
            inside = width >= look.size + 1
            ops += _along(road, page, look, aside=0.0 if inside else width / 2 + wide.casing)
    return tuple(ops)


def _tiers(
    ground: Ground, wide: Widths, main: Lettering, other: Lettering
) -> Iterator[tuple[list[Road], Lettering, float]]:
    yield [road for road in ground.major if _said(road)], main, wide.major
    yield [road for road in ground.secondary if _said(road)], other, wide.secondary
    if wide.minor:
        yield [road for road in ground.minor if _said(road)], other, wide.minor


def _said(road: Road) -> bool:
    """Whether a road has a name, and not only a number, which its shield says."""
    return bool(road.name) and road.name != road.ref


def _length(road: Road) -> float:
    return sum(dist(a, b) for line in road.lines for a, b in pairwise(line))


def shorter(name: str) -> str:
    """A street's name as signs have it: ``East Palace Avenue`` is ``E Palace Ave``.

    >>> shorter("Avenue of the Arts")
    'Avenue of the Arts'
    """
    words = name.split()
    if len(words) > 1:
        words[-1] = _SHORT.get(words[-1].lower(), _WINDS.get(words[-1].lower(), words[-1]))
        before = len(words) - 2
        if before > 0 and words[before].lower() in _SHORT and words[-1] in _WINDS.values():
            words[before] = _SHORT[words[before].lower()]
    if len(words) > 2:
        words[0] = _WINDS.get(words[0].lower(), words[0])
    return " ".join(words)


# --- along a line ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Letter:
    """Where a letter, or a whole name, stands: the middle of its baseline, and its turn."""

    text: str
    x: float
    y: float
    angle: float


class _Way:
    """A line with the lengths along it."""

    def __init__(self, line: Line) -> None:
        self.points = line
        self.at = [0.0]
        for a, b in pairwise(self.points):
            self.at.append(self.at[-1] + hypot(b[0] - a[0], b[1] - a[1]))

    @property
    def length(self) -> float:
        return self.at[-1]

    def point(self, along: float) -> Point:
        """The point at a length from the start."""
        index = min(max(bisect_right(self.at, along) - 1, 0), len(self.points) - 2)
        (x0, y0), (x1, y1) = self.points[index], self.points[index + 1]
        whole = self.at[index + 1] - self.at[index]
        part = (along - self.at[index]) / whole if whole else 0.0
        return x0 + (x1 - x0) * part, y0 + (y1 - y0) * part

    def angle(self, start: float, end: float) -> float:
        """The direction from one place to another, in degrees, clockwise from the right."""
        (x0, y0), (x1, y1) = self.point(start), self.point(end)
        return degrees(atan2(y1 - y0, x1 - x0))

    def upright(self, start: float, width: float) -> tuple["_Way", float]:
        """The way, or its reverse, in which that part of it runs to the right, or upwards."""
        if -_STEEP <= self.angle(start, start + width) < 180 - _STEEP:
            return self, start
        return _Way(self.points[::-1]), self.length - start - width

    def bend(self, start: float, end: float, pieces: int = 6) -> float:
        """How much the line turns between two places, in degrees, all turns added."""
        step = (end - start) / pieces
        angles = [self.angle(start + i * step, start + (i + 1) * step) for i in range(pieces)]
        return sum(abs(_turn(b - a)) for a, b in pairwise(angles))


def _turn(angle: float) -> float:
    return (angle + 180) % 360 - 180


def _along(road: Road, page: Page, look: Lettering, aside: float) -> list[Op]:
    """The name along the road, again and again where the road is long.

    In a ribbon it needs no halo, but where a motorway has its centre line.
    """
    halo = page.style.land if aside else page.style.road if road.is_motorway else None
    writer = _Writer(shorter(road.name), page, look, aside, halo)
    ops: list[Op] = []
    stood: list[Point] = []
    for line in sorted(road.lines, key=len, reverse=True):
        way = _Way(line) if len(line) > 1 else None
        if way is None or way.length < writer.width * 1.05:
            continue
        for start in _starts(way.length, writer.width):
            middle = way.point(start + writer.width / 2)
            if any(dist(middle, other) < _AGAIN for other in stood):
                continue
            if placed := writer.try_at(*way.upright(start, writer.width)):
                ops += placed
                stood.append(middle)
    return ops


def _starts(length: float, width: float) -> Iterator[float]:
    """Places to try for a text on a way: from the middle outwards."""
    room = length - width
    middle, steps = room / 2, int(room / 2 / _STEP)
    yield middle
    for step in range(1, min(steps, 40) + 1):
        yield middle - step * _STEP
        yield middle + step * _STEP


class _Writer:
    """Tries one text at places of a way: on its line, or ``aside`` points off at either side."""

    def __init__(
        self, text: str, page: Page, look: Lettering, aside: float, halo: str | None
    ) -> None:
        self._text = text
        self._labels = page.labels
        self._style = page.style
        self._look = look
        self._halo = halo
        # beside the inner side of a bend letters would run into each other
        self._most_bend = _MOST_BEND_BESIDE if aside else _MOST_BEND
        self._shifts = (-aside - look.size * 0.45, aside + look.size * 0.45) if aside else (0.0,)
        self.width = self._measure(text)

    def try_at(self, way: _Way, start: float) -> list[Op]:
        """The text from a place on; nothing where the line bends too much or is taken."""
        bend = way.bend(start, start + self.width)
        if bend > self._most_bend:
            return []
        stand = self._straight if bend <= _BENT else self._curved
        for shift in self._shifts:
            letters = stand(way, start, shift)
            if letters and self._labels.fit(self._boxes(letters)):
                return self._drawn(letters)
        return []

    def _measure(self, text: str) -> float:
        return self._style.measure(text, self._look.size, self._look.weight)

    def _straight(self, way: _Way, start: float, shift: float) -> list[_Letter]:
        end = start + self.width
        (x0, y0), (x1, y1) = way.point(start), way.point(end)
        middle = ((x0 + x1) / 2, (y0 + y1) / 2)
        return [self._stood(self._text, middle, way.angle(start, end), shift)]

    def _curved(self, way: _Way, start: float, shift: float) -> list[_Letter]:
        """Each letter in its own direction; nothing where two would turn too much."""
        letters: list[_Letter] = []
        before, size = 0.0, self._look.size
        for i, letter in enumerate(self._text):
            after = self._measure(self._text[: i + 1])
            at = start + (before + after) / 2
            angle = way.angle(at - 1.5 * size, at + 1.5 * size)
            if letters and abs(_turn(angle - letters[-1].angle)) > _LETTER_BEND:
                return []
            letters.append(self._stood(letter, way.point(at), angle, shift))
            before = after
        return letters

    def _stood(self, text: str, point: Point, angle: float, shift: float) -> _Letter:
        """A text with its middle on the point, moved ``shift`` points down from the line."""
        turn = radians(angle)
        down = shift + self._look.size * _MIDDLE
        return _Letter(text, point[0] - sin(turn) * down, point[1] + cos(turn) * down, angle)

    def _boxes(self, letters: Sequence[_Letter]) -> Iterator[Rect]:
        """Small boxes along the text: a single one round a slanted name would be far too large."""
        half, up = self._look.size * 0.55, self._look.size * _MIDDLE
        for letter in letters:
            width, turn = self._measure(letter.text), radians(letter.angle)
            x, y = letter.x + sin(turn) * up, letter.y - cos(turn) * up
            count = max(1, round(width / self._look.size))
            for i in range(count):
                along = width * ((i + 0.5) / count - 0.5)
                cx, cy = x + cos(turn) * along, y + sin(turn) * along
                yield Rect(cx - half, cy - half, cx + half, cy + half)

    def _drawn(self, letters: Sequence[_Letter]) -> list[Op]:
        """All halos under all letters, so that none eats into its neighbour."""
        shown = [letter for letter in letters if letter.text.strip()]
        if len(shown) == 1:
            return [self._op(shown[0], self._look.color, self._halo)]
        under = [self._op(letter, self._halo, self._halo) for letter in shown if self._halo]
        return [*under, *(self._op(letter, self._look.color, None) for letter in shown)]

    def _op(self, letter: _Letter, color: str | None, halo: str | None) -> Text:
        look = self._look
        return Text(
            letter.x, letter.y, letter.text, look.size, look.weight, color or look.color,
            "middle", halo, self._style.halo, letter.angle,
        )  # fmt: skip


# --- shields ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shield:
    """A highway's number at a place. ``kind`` is interstate, us or state."""

    kind: str
    number: str
    x: float
    y: float
    rect: Rect


def shields(ground: Ground, page: Page) -> list[Shield]:
    """The shields of a map, the motorways' first; their places are taken."""
    found: list[Shield] = []
    for road in sorted((*ground.major, *ground.secondary), key=_length, reverse=True):
        for kind, number in _numbers(road.ref):
            _shield(found, kind, number, road.lines, page)
    return found


def _numbers(ref: str) -> Iterator[tuple[str, str]]:
    """The highways of ``US 70;NM 14``, one after the other."""
    for part in ref.split(";"):
        if match := _SHIELD.match(part.strip().upper()):
            kind = {"I": "interstate", "US": "us"}.get(match[1], "state")
            yield kind, match[2]


def _shield(found: list[Shield], kind: str, number: str, lines: Sequence[Line], page: Page) -> None:
    line = max(lines, key=len)
    if len(line) < 2 or len(found) >= _MOST_SHIELDS:
        return
    way = _Way(line)
    half = page.style.small * (0.55 + 0.32 * len(number)), page.style.small * 0.95
    for part in (0.5, 0.3, 0.7, 0.15, 0.85):
        x, y = way.point(way.length * part)
        rect = Rect(x - half[0], y - half[1], x + half[0], y + half[1])
        again = any(
            (one.kind, one.number) == (kind, number)
            and dist((one.x, one.y), (x, y)) < _SHIELDS_APART
            for one in found
        )
        if not again and page.labels.is_free(rect.grown(2)):
            page.labels.take(rect.grown(1))
            found.append(Shield(kind, number, x, y, rect))
            return


def shield_ops(found: Iterable[Shield], style: MapStyle) -> tuple[Op, ...]:
    """The shields as they are drawn."""
    return tuple(op for shield in found for op in _shield_ops(shield, style))


def _shield_ops(shield: Shield, style: MapStyle) -> tuple[Op, ...]:
    rect, size = shield.rect, style.small + 0.5
    middle = (rect.top + rect.bottom) / 2
    color = style.ink if shield.kind != "interstate" else style.paper
    number = Text(shield.x, middle + size * _MIDDLE, shield.number, size, "bold", color, "middle")
    if shield.kind == "interstate":
        return Polygon(_crest(rect), style.ink, style.paper, 1.0), number
    if shield.kind == "us":
        return Polygon(_rounded(rect, 3.0), style.paper, style.ink, 1.2), number
    wide, high = rect.right - rect.left, rect.bottom - rect.top
    if len(shield.number) > 2:
        return Polygon(_rounded(rect, high / 2), style.paper, style.ink, 1.2), number
    return Circle(shield.x, middle, max(wide, high) / 2, style.paper, style.ink, 1.2), number


def _rounded(rect: Rect, r: float) -> tuple[Point, ...]:
    corners = (
        (rect.left + r, rect.top + r, pi), (rect.right - r, rect.top + r, 1.5 * pi),
        (rect.right - r, rect.bottom - r, 0.0), (rect.left + r, rect.bottom - r, 0.5 * pi),
    )  # fmt: skip
    return tuple(
        (x + r * cos(start + i * pi / 8), y + r * sin(start + i * pi / 8))
        for x, y, start in corners
        for i in range(5)
    )


def _crest(rect: Rect) -> tuple[Point, ...]:
    """The outline of an interstate's shield: shoulders above, a point below."""
    left, right, top, bottom = rect.left - 1, rect.right + 1, rect.top - 1, rect.bottom + 2
    wide, high, middle = right - left, bottom - top, (left + right) / 2
    return (
        (left + 0.12 * wide, top), (middle, top + 0.1 * high), (right - 0.12 * wide, top),
        (right, top + 0.35 * high), (right - 0.1 * wide, top + 0.68 * high),
        (middle, bottom), (left + 0.1 * wide, top + 0.68 * high), (left, top + 0.35 * high),
    )  # fmt: skip
