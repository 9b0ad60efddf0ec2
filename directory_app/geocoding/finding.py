"""A street of a known key, and a number on it, to a point: the door, between doors, the street."""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from directory_app.geocoding import around as where
from directory_app.geocoding import ground, known
from directory_app.geocoding.around import Around
from directory_app.geocoding.candidates import Candidate, Finding
from directory_app.geocoding.ground import Point
from directory_app.geocoding.known import Regions
from directory_app.geocoding.regions import House, Range
from directory_app.model.street_lines import StreetLine, house_number
from directory_app.model.terms import Precision
from directory_app.model.text import fold

#: Points of one address nearer than this (metres) are one house, farther ones are two.
ONE_HOUSE = 75.0
ONE_RANGE = 150.0
ONE_STREET = 4_000.0
#: A number this far beyond the end of a range is still reckoned from it.
GAP = 20
#: Neighbours whose numbers lie this far apart at most, and this many metres.
NEIGHBOURS, NEIGHBOURS_APART = 200, 600.0
#: Neighbours nearer than this are better than any range.
CLOSE = 40


NOTHING = Finding()
_Named = TypeVar("_Named", House, Range)


def house(line: StreetLine, key: str, around: Around, regions: Regions) -> Finding:
    """The line's number on the street of this key: address point, else reckoned from others."""
    assert line.number is not None  # a house has one
    doors = _doors(line, key, around, regions)
    if doors.best or doors.choices:
        return doors
    close = _between_neighbours(line, key, around, regions, CLOSE)
    if close.best:
        return close
    ranged = _in_range(line, key, around, regions)
    if ranged.best or ranged.choices:
        return ranged
    return _between_neighbours(line, key, around, regions, NEIGHBOURS)


def _decide(found: list[tuple[Candidate, Point]], apart: float) -> Finding:
    """The one place that all of the best lie at; else all of them, to choose from."""
    best = max((one.agrees for one, _ in found), default=where.NOT)
    if best < where.OFFERED:
        return NOTHING
    level = [each for each in found if each[0].agrees == best]
    groups = ground.clusters([point for _, point in level], apart)
    chosen = [_central([level[index] for index in group]) for group in groups]
    if best == where.OFFERED or len(chosen) > 1:
        return Finding(choices=tuple(chosen))
    return Finding(chosen[0])


def _central(group: list[tuple[Candidate, Point]]) -> Candidate:
    """Of several points of one house, the one in the middle of them."""
    middle = ground.middle([point for _, point in group])
    return min(group, key=lambda each: ground.metres(each[1], middle))[0]


def _doors(line: StreetLine, key: str, around: Around, regions: Regions) -> Finding:
    number = line.number or 0
    there = known.doors(key, around, regions).between(number, number)
    if not there:
        return NOTHING
    lying = {id(one): agrees for one, agrees in there}
    houses = _of_suffix(_of_system([one for one, _ in there], line.name), line)
    found = []
    for one in houses:
        agrees = lying[id(one)]
        same = house_number(one.number)[1] == line.suffix
        label = _label(f"{one.number} {one.name}", one.city, one.postal_code)
        score = (1.0 if same else 0.95) - (0.02 if agrees == where.NEAR else 0.0)
        point = ground.position((one.x, one.y))
        made = Candidate(label, point, Precision.ROOFTOP, score, one.origin, agrees)
        found.append((made, (float(one.x), float(one.y))))
    return _decide(found, ONE_HOUSE)


def _label(line: str, city: str, postal_code: str) -> str:
    return ", ".join(part for part in (line, f"{city} {postal_code}".strip()) if part)


def _of_suffix(houses: list[House], line: StreetLine) -> list[House]:
    """Those with the very suffix, else all; where units are points, those of the unit."""
    same = [one for one in houses if house_number(one.number)[1] == line.suffix] or houses
    unit = _bare(line.unit)
    return [one for one in same if unit and _bare(one.unit) == unit] or same


def _bare(unit: str) -> str:
    words = fold(unit).split()
    return words[-1] if words else ""


def _system(name: str) -> str:
    """Whose numbered road a name says it is: the nation's, the state's, or nothing."""
    words = fold(name).split()
    if not any(word[0].isdigit() for word in words):
        return ""
    first = words[1] if len(words) > 1 and words[0] in ("n", "s", "e", "w", "old") else words[0]
    if first == "us" or words[:2] == ["u", "s"]:
        return "us"
    return "state" if first in ("nm", "state", "sr", "st", "new") else ""


def _of_system(found: list[_Named], name: str) -> list[_Named]:
    """Without those of another system, if the name says one: NM 70 is not US 70."""
    asked = _system(name)
    return [one for one in found if not asked or _system(one.name) in ("", asked)]


def _in_range(line: StreetLine, key: str, around: Around, regions: Regions) -> Finding:
    number = line.number or 0
    for gap in (0, GAP):
        ranges = [one for one in known.ranges(key, around, regions) if _holds(one, number, gap)]
        ranges = _of_system(ranges, line.name)
        if gap:
            ranges = _nearest(ranges, number)
        found = []
        for one in ranges:
            x, y = point = _point_in(one, number)
            if agrees := around.judge(one.city_key, one.postal_code, x, y):
                score = 0.9 - (0.1 if gap else 0.0) - (0.02 if agrees == where.NEAR else 0.0)
                label = _label(f"{number} {one.name}", one.city_key.title(), one.postal_code)
                at = ground.position(point)
                made = Candidate(label, at, Precision.INTERPOLATED, score, one.origin, agrees)
                found.append((made, point))
        if found:
            return _decide(found, ONE_RANGE)
    return NOTHING


def _holds(one: Range, number: int, gap: int) -> bool:
    """Whether a range of the right parity holds a number, or ends less than ``gap`` off."""
    low, high = min(one.first, one.last), max(one.first, one.last)
    return low - gap <= number <= high + gap and _has_parity(one, number)


def _has_parity(one: Range, number: int) -> bool:
    return one.parity == "B" or (one.parity == "O") == bool(number & 1)


def _nearest(ranges: list[Range], number: int) -> list[Range]:
    """Those whose ends are nearest to the number."""

    def away(one: Range) -> int:
        return min(abs(one.first - number), abs(one.last - number))

    least = min(map(away, ranges), default=0)
    return [one for one in ranges if away(one) == least]


def _point_in(one: Range, number: int) -> Point:
    span = one.last - one.first
    return ground.along(one.points, (number - one.first) / span if span else 0.5, one.side)


def _between_neighbours(
    line: StreetLine, key: str, around: Around, regions: Regions, span: int
) -> Finding:
    """Between the next lower and the next higher number of the same side."""
    number = line.number or 0
    there = known.doors(key, around, regions).between(number - span, number + span)
    near = _of_system([one for one, agrees in there if agrees >= where.NEAR], line.name)
    for parity, less in ((number & 1, 0.0), (1 - (number & 1), 0.1)):
        side = sorted((one for one in near if one.value & 1 == parity), key=attrgetter("value"))
        lower = [one for one in side if one.value < number]
        higher = [one for one in side if one.value > number]
        if lower and higher and (at := _between(lower[-1], higher[0], number)):
            label = _label(f"{number} {lower[-1].name}", lower[-1].city, lower[-1].postal_code)
            far = (higher[0].value - lower[-1].value) / NEIGHBOURS
            score = round(0.9 - less - 0.1 * min(far, 1), 3)
            point = ground.position(at)
            origin = lower[-1].origin
            return Finding(Candidate(label, point, Precision.INTERPOLATED, score, origin))
    return NOTHING


def _between(lower: House, higher: House, number: int) -> Point | None:
    a, b = (float(lower.x), float(lower.y)), (float(higher.x), float(higher.y))
    if ground.metres(a, b) > NEIGHBOURS_APART:
        return None
    return ground.between(a, b, (number - lower.value) / (higher.value - lower.value))


def street(line: StreetLine, key: str, around: Around, regions: Regions) -> Finding:
    """A point on the street: at the nearest number there is, else in the middle of it."""
    if line.number is not None and (nearest := _nearest_door(line, key, around, regions)):
        return Finding(nearest)
    stretches: list[tuple[Point, Candidate]] = []
    for piece, middle, agrees in known.pieces(key, around, regions):
        at = ground.position(middle)
        one = Candidate(piece.name, at, Precision.STREET, 0.6, piece.origin, agrees)
        stretches.append((middle, one))
    if not stretches:
        stretches = [_of_range(one, around) for one in known.ranges(key, around, regions)]
    return _middle_stretch(stretches, around)


def _of_range(one: Range, around: Around) -> tuple[Point, Candidate]:
    middle = ground.along(one.points, 0.5)
    agrees = around.judge(one.city_key, one.postal_code, *middle)
    at = ground.position(middle)
    return middle, Candidate(one.name, at, Precision.STREET, 0.6, one.origin, agrees)


def _nearest_door(line: StreetLine, key: str, around: Around, regions: Regions) -> Candidate | None:
    nearest = known.doors(key, around, regions).nearest(line.number or 0)
    if nearest is None or nearest[1] < where.NEAR:
        return None
    one, agrees = nearest
    at = ground.position((one.x, one.y))
    return Candidate(one.name, at, Precision.STREET, 0.6, one.origin, agrees)


def _middle_stretch(stretches: list[tuple[Point, Candidate]], around: Around) -> Finding:
    """The stretch in the middle of those that lie together nearest to the town's middle."""
    best = max((one.agrees for _, one in stretches), default=where.NOT)
    level = [each for each in stretches if each[1].agrees == best]
    if not level:
        return NOTHING
    level.sort(key=lambda each: around.miles(*each[0]))
    together = ground.clusters([point for point, _ in level], ONE_STREET)[0]
    middle = ground.middle([level[index][0] for index in together])
    chosen = min((level[index] for index in together), key=lambda e: ground.metres(e[0], middle))
    if best == where.OFFERED:
        return Finding(choices=(chosen[1],))
    return Finding(chosen[1])


def corner(
    keys: tuple[Sequence[str], Sequence[str]], label: str, around: Around, regions: Regions
) -> Finding:
    """Where two streets meet; crossings of one pair within ONE_RANGE are one corner."""
    found: list[tuple[Candidate, Point]] = []
    first, second = ([p for key in side for p, _, _ in known.pieces(key, around, regions)]
                     for side in keys)  # fmt: skip
    for one in first:
        for other in second:
            for point in ground.crossing(one.points, other.points):
                agrees = around.judge("", "", *point)
                at = ground.position(point)
                made = Candidate(label, at, Precision.INTERPOLATED, 0.9, one.origin, agrees)
                found.append((made, point))
    return _decide([each for each in found if each[0].agrees], ONE_RANGE)


def lowered(finding: Finding, factor: float) -> Finding:
    """The same, less sure of it."""
    lower = [replace(one, score=round(one.score * factor, 3)) for one in finding.choices]
    best = finding.best and replace(finding.best, score=round(finding.best.score * factor, 3))
    return Finding(best, tuple(lower))
