"""A map as a display list. Pure: the same places and frame give the same operations.

The order of drawing and of placing, and all sizes, follow the print tokens.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot

from directory_app.maps import furniture, road_names, roads, shapes
from directory_app.maps.frame import Frame, Size
from directory_app.maps.ground import Page, land, towns
from directory_app.maps.groups import SPOT, Block, Member, blocks
from directory_app.maps.labels import Lettering
from directory_app.maps.ops import (
    Circle,
    DisplayList,
    Op,
    PlacedMarker,
    Point,
    Polygon,
    Polyline,
    Text,
)
from directory_app.maps.placement import Rect, Wanted, place
from directory_app.maps.small import small_map
from directory_app.maps.streets import Region
from directory_app.maps.style import MapStyle
from directory_app.model.geo import Position

__all__ = ["Box", "Place", "Venue", "build", "moved", "small_map"]

STAR = 13.0
#: From this many heights of movement on, a line leads back to the place.
LEADER_FROM = 1.0
#: How wide a spot may be whose doors are one block, in marker heights, where lines are many;
#: and how many lines are few, whatever the share of the markers that have one.
_WIDER_SPOTS = (2.0, 3.5)
_FEW_LEADERS, _LEADERS = 16, 0.2
#: Points on each side of a fold that nothing is read in.
_CREASE = 3.0
#: Points of a marker's paper rim beyond its shape.
_HALO = 1.8
#: How much of a map markers may fill, how many heights one takes with its air, and the least
#: heights at which numbers of two and three figures are 7.4 points high (print tokens).
_FULL = 0.5
_WIDEST = 1.5
_LEAST, _LEAST_FOR_THREE = 11.2, 14.0


@dataclass(frozen=True, slots=True)
class Place:
    """A numbered place. ``shape`` is its section's (maps.shapes), ``solid`` open at the event.

    ``coarse`` says that the position is only a town's, so that many may share it.
    """

    number: str
    position: Position
    shape: str = shapes.CIRCLE
    solid: bool = True
    coarse: bool = False


@dataclass(frozen=True, slots=True)
class Venue:
    """Where the event is, and what its star is called: one line a language."""

    position: Position
    label: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """The part that another map shows closer: ``frame`` at ``size``, and its title's lines."""

    frame: Frame
    size: Size
    title: tuple[str, ...]


def build(
    frame: Frame,
    places: Sequence[Place],
    venue: Venue | None,
    size: Size,
    style: MapStyle,
    *,
    languages: tuple[str, ...] = ("en",),
    box: Box | None = None,
    regions: Sequence[Region] = (),
    folds: Sequence[float] = (),
) -> DisplayList:
    """The map of this frame, ``size`` points wide and high.

    A place outside the frame is not on it (inset.plan chooses a frame that has them all).
    Markers are placed first and repel each other; a name that finds no room is left out, a
    marker never is. ``regions`` is street data; without any the map has outlines and towns.
    At ``folds`` (points from the left edge) the paper is folded: no marker nor name lies there.
    """
    style = _fitted(style, len(places), size)
    page = Page(frame, size, style)
    streets = roads.read(regions, page)
    scale, scale_box = furniture.scale_bar(frame, size, style)
    north, north_box = furniture.north(size, style, 1.25 * style.small * len(streets.credits))
    source, source_box = furniture.credit(page, streets.credits)
    creases = [Rect(at - _CREASE, 0, at + _CREASE, size[1]) for at in folds]
    page.labels.take(scale_box, north_box, source_box, *creases)
    boxed, box_rects = _inset_box(page, box)
    star, star_rects = _venue(page, venue)
    signs = road_names.shields(streets, page)
    keep_off = [scale_box, north_box, source_box, *star_rects, *box_rects, *creases]
    keep_off += [sign.rect for sign in signs]
    stands = _placed(page, places, keep_off)
    _take(page, stands)
    ringed, ring_names = _rings(page, venue, languages)
    named = road_names.names(streets, page)
    ops: tuple[Op, ...] = (
        *land(page),
        *roads.under(streets, page),
        *ringed,
        *roads.ribbons(streets, page),
        *ring_names,
        *named,
        *road_names.shield_ops(signs, style),
        *towns(page, [spot.position for spot in places], among_streets=not streets.is_empty),
        *boxed,
        *_leaders(page, stands),
        *star,
        *_markers(page, places, stands),
        *scale,
        *north,
        *source,
        *furniture.border(size, style),
    )
    return DisplayList(size[0], size[1], ops, stands.markers, stands.crowded)


@dataclass(frozen=True, slots=True)
class _Stands:
    """Where the markers of a map came to stand, alone and in blocks."""

    markers: tuple[PlacedMarker, ...]
    blocks: tuple[Block, ...]
    crowded: tuple[str, ...]

    def cost(self) -> tuple[int, int]:
        """The lower the better: markers that lie over others, then lines."""
        return len(self.crowded), len(self.leaders())

    def leaders(self) -> list[tuple[Point, Point]]:
        """The lines from places to what moved away from them."""
        in_block = {point for block in self.blocks for point in block.stands.values()}
        alone = [
            (marker.anchor, (marker.x, marker.y))
            for marker in self.markers
            if moved(marker) > LEADER_FROM and (marker.x, marker.y) not in in_block
        ]
        return [*alone, *((block.anchor, block.middle) for block in self.blocks)]


def _venue(page: Page, venue: Venue | None) -> tuple[tuple[Op, ...], list[Rect]]:
    if venue is None or not page.shows(page.at(venue.position)):
        return (), []
    x, y = page.at(venue.position)
    around = Rect(x - STAR, y - STAR, x + STAR, y + STAR)
    page.labels.take(around)
    ops = shapes.star(x, y, STAR, page.style)
    if not venue.label:
        return ops, [around]
    look = Lettering(page.style.label + 1.5, "black", page.style.ink)
    text = page.labels.beside((x, y), (STAR + 3,), venue.label, look)
    return (*ops, *text), [around, *_text_rects(page, text)]


def _text_rects(page: Page, text: Sequence[Op]) -> list[Rect]:
    """The box of what was just placed, if anything was."""
    return [page.labels.last] if text else []


def _inset_box(page: Page, box: Box | None) -> tuple[tuple[Op, ...], list[Rect]]:
    """The washed box over what the other map shows, with its title in or beside it."""
    if box is None:
        return (), []
    style = page.style
    look = Lettering(style.label, "bold", style.ink)
    west_north, east_south = (0.0, 0.0), box.size
    left, top = page.at(box.frame.unproject(west_north, box.size))
    right, bottom = page.at(box.frame.unproject(east_south, box.size))
    rect = Rect(left, top, right, bottom)
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    middle = ((left + right) / 2, (top + bottom) / 2)
    width, height = page.labels.extent(box.title, look)
    fits = width + 8 < right - left and height + 6 < bottom - top
    if not fits:
        page.labels.take(rect)
    away = max(right - left, bottom - top) / 2 + 3
    title = (
        page.labels.centred([middle], box.title, look)
        if fits
        else page.labels.beside(middle, (away,), box.title, look)
    )
    rects = [rect, *_text_rects(page, title)]
    page.labels.take(rect)
    return (Polygon(corners, style.paper, style.ink, 1.6, opacity=0.86), *title), rects


def _rings(
    page: Page, venue: Venue | None, languages: tuple[str, ...]
) -> tuple[list[Op], list[Op]]:
    """The rings, which run under the roads, and their miles, which stand over them."""
    if venue is None:
        return [], []
    ops = furniture.rings(page.at(venue.position), page, languages)
    lines: list[Op] = [op for op in ops if not isinstance(op, Text)]
    return lines, [op for op in ops if isinstance(op, Text)]


def _placed(page: Page, places: Sequence[Place], keep_off: Sequence[Rect]) -> _Stands:
    """The markers where they stand; the more of them are in each other's way, the more in blocks.

    Lines that lead to markers are what makes a full map illegible: wider and wider spots are
    gathered in blocks, one line each, until few lines are left.
    """
    points = [page.at(place.position) for place in places]
    shown = [i for i, point in enumerate(points) if page.shows(point)]
    best = _placed_in(page, places, points, shown, keep_off, SPOT)
    for spot in _WIDER_SPOTS:
        if len(best.leaders()) <= max(_FEW_LEADERS, _LEADERS * len(shown)):
            break
        tried = _placed_in(page, places, points, shown, keep_off, spot)
        best = min(best, tried, key=_Stands.cost)
    return best


def _placed_in(  # noqa: PLR0917 - one map's own
    page: Page, places: Sequence[Place], points: Sequence[Point], shown: Sequence[int],
    keep_off: Sequence[Rect], spot: float,
) -> _Stands:  # fmt: skip
    h = page.style.marker
    members = [Member(i, points[i], places[i].shape, places[i].coarse) for i in shown]
    made = blocks(members, page.area, keep_off, h, spot)
    at = {i: (*point, True) for block in made for i, point in block.stands.items()}
    alone = [i for i in shown if i not in at]
    wanted = [Wanted(*points[i], shapes.REACH[places[i].shape] * h + _HALO) for i in alone]
    obstacles = [*keep_off, *(block.rect for block in made)]
    stands = place(wanted, page.area, obstacles, h)
    at |= {i: (one.x, one.y, one.free) for i, one in zip(alone, stands, strict=True)}
    markers = tuple(
        PlacedMarker(places[i].number, at[i][0], at[i][1], points[i], h, places[i].shape)
        for i in shown
    )
    return _Stands(markers, tuple(made), tuple(places[i].number for i in shown if not at[i][2]))


def _take(page: Page, stands: _Stands) -> None:
    """Keep names off markers, blocks and the lines that lead to them."""
    page.labels.take(*(_marker_rect(marker) for marker in stands.markers))
    page.labels.take(*(block.rect for block in stands.blocks))
    for start, end in stands.leaders():
        page.labels.take_line(start, end)


def _fitted(style: MapStyle, count: int, size: Size) -> MapStyle:
    """The style with markers small enough for so many, as far as their numbers stay legible."""
    room = _FULL * size[0] * size[1] / max(1, count)
    height = room**0.5 / _WIDEST
    least = _LEAST_FOR_THREE if count >= 100 else _LEAST
    return replace(style, marker=min(style.marker, max(least, height)))


def moved(marker: PlacedMarker) -> float:
    """How far a marker stands from its place, in its own heights."""
    return hypot(marker.x - marker.anchor[0], marker.y - marker.anchor[1]) / marker.size


def _marker_rect(marker: PlacedMarker) -> Rect:
    reach = shapes.REACH[marker.shape] * marker.size + _HALO
    return Rect(marker.x - reach, marker.y - reach, marker.x + reach, marker.y + reach)


def _leaders(page: Page, stands: _Stands) -> tuple[Op, ...]:
    """A line from each place to what moved away from it, all halos under all lines."""
    style = page.style
    lines = stands.leaders()
    return (
        *(Polyline(line, style.land, 3.4) for line in lines),
        *(Polyline(line, style.ink, 1.1) for line in lines),
        *(Circle(*line[0], 2.0, style.ink) for line in lines),
        *(Polygon(block.outline(), style.paper, style.ink, 1.0) for block in stands.blocks),
    )


def _markers(page: Page, places: Sequence[Place], stands: _Stands) -> tuple[Op, ...]:
    solid = {spot.number: spot.solid for spot in places}
    return tuple(
        op
        for marker in stands.markers
        for op in shapes.marker(
            marker.shape,
            marker.number,
            (marker.x, marker.y),
            page.style,
            solid=solid[marker.number],
        )
    )
