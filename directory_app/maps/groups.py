"""Places that lie on one spot of the map: a block of markers, and one line.

Where only the town is known, markers spread round it would look like places of their own; in a
block, in the order of their numbers, they are what they are: somewhere in that town. And four
or more doors that the map's scale cannot part would be a fan of lines that nobody follows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, dist, pi, sin

from directory_app.maps import shapes
from directory_app.maps.ops import Point
from directory_app.maps.placement import GAP, Rect, spiral

#: Of a marker's height: from the middles of the outer markers to the edge of the block.
_RIM = 0.85
_WIDER = 1.7
_CORNER = 5.0
#: How near is one spot: points for towns, marker heights for doors; and how many are a fan.
_COARSE_SPOT = 1.0
SPOT = 0.5
_FAN = 4
#: A block farther than this from its spot, in points beside its own width, would be lost.
_FAR = 120.0


@dataclass(frozen=True, slots=True)
class Member:
    """A marker that wants to be at ``point``: its index, its shape, and how sure the point is."""

    index: int
    point: Point
    shape: str
    coarse: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Where a block stands, whose it is, and where each of its members is."""

    rect: Rect
    anchor: Point
    stands: dict[int, Point]

    @property
    def middle(self) -> Point:
        """The middle of the block."""
        rect = self.rect
        return (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2

    def outline(self) -> tuple[Point, ...]:
        """The block's edge, with round corners."""
        rect, r = self.rect, _CORNER
        corners = (
            (rect.left + r, rect.top + r, pi),
            (rect.right - r, rect.top + r, 1.5 * pi),
            (rect.right - r, rect.bottom - r, 0.0),
            (rect.left + r, rect.bottom - r, 0.5 * pi),
        )
        return tuple(
            (x + r * cos(start + step * pi / 12), y + r * sin(start + step * pi / 12))
            for x, y, start in corners
            for step in range(7)
        )


def blocks(
    members: Sequence[Member], area: Rect, obstacles: Sequence[Rect], height: float,
    spot: float = SPOT,
) -> list[Block]:  # fmt: skip
    """A block for each spot that several members share, where there is room for one.

    Doors within ``spot`` marker heights of each other are on one spot. Members that are in no
    block are to be placed one by one.
    """
    made: list[Block] = []
    dots = {_dot(member.point) for member in members}
    for group in _gathered(members, spot * height):
        keep_off = [*obstacles, *dots, *(block.rect.grown(3) for block in made)]
        if block := _placed(group, area, keep_off, height):
            made.append(block)
    return made


def _gathered(members: Sequence[Member], spot: float) -> list[list[Member]]:
    """Two or more of one town's point, four or more doors on one spot of so many points."""
    groups: list[list[Member]] = []
    for member in members:
        near = _COARSE_SPOT if member.coarse else spot
        home = next((group for group in groups if _is_of(member, group[0], near)), None)
        if home is None:
            groups.append([member])
        else:
            home.append(member)
    return [group for group in groups if len(group) >= (2 if group[0].coarse else _FAN)]


def _is_of(member: Member, first: Member, near: float) -> bool:
    return member.coarse == first.coarse and dist(member.point, first.point) <= near


def _placed(
    group: Sequence[Member], area: Rect, keep_off: Sequence[Rect], height: float
) -> Block | None:
    """The block as near to its spot as there is room; None if there is none."""
    point = group[0].point
    cell = max(GAP, 2 * max(shapes.REACH[member.shape] for member in group) + 0.1) * height
    columns = min(len(group), ceil((len(group) * _WIDER) ** 0.5))
    rows = ceil(len(group) / columns)
    half_wide = (columns - 1) * cell / 2 + _RIM * height
    half_high = (rows - 1) * cell / 2 + _RIM * height
    if 2 * half_wide > area.right - area.left or 2 * half_high > area.bottom - area.top:
        return None
    # a middle is free if it lies in none of these, and inside of this
    boxes = [(b.left - half_wide, b.top - half_high, b.right + half_wide, b.bottom + half_high)
             for b in keep_off]  # fmt: skip
    for x, y in spiral(point, 6.0, _FAR + half_wide):
        if any(left < x < right and top < y < bottom for left, top, right, bottom in boxes):
            continue
        rect = Rect(x - half_wide, y - half_high, x + half_wide, y + half_high)
        if area.holds(rect):
            left, top = rect.left + _RIM * height, rect.top + _RIM * height
            stands = {
                member.index: (left + i % columns * cell, top + i // columns * cell)
                for i, member in enumerate(group)
            }
            return Block(rect, point, stands)
    return None


def _dot(point: Point) -> Rect:
    return Rect(point[0] - 6, point[1] - 6, point[0] + 6, point[1] + 6)
