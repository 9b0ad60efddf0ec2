"""A map as a display list. Pure: the same places and frame give the same operations.

The order of drawing and of placing, and all sizes, follow the print tokens.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from directory_app.maps import furniture, shapes
from directory_app.maps.frame import Frame, Size
from directory_app.maps.ground import Page, land, towns
from directory_app.maps.labels import Lettering
from directory_app.maps.ops import Circle, DisplayList, Op, PlacedMarker, Polygon, Polyline
from directory_app.maps.placement import Rect, Wanted, place
from directory_app.maps.small import small_map
from directory_app.maps.style import MapStyle
from directory_app.model.geo import Position

__all__ = ["Box", "Place", "Venue", "build", "moved", "small_map"]

STAR = 13.0
#: From this many heights of movement on, a line leads back to the place.
LEADER_FROM = 1.0


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
) -> DisplayList:
    """The map of this frame, ``size`` points wide and high.

    A place outside the frame is not on it (inset.plan chooses a frame that has them all).
    Markers are placed first and repel each other; a name that finds no room is left out, a
    marker never is.
    """
    page = Page(frame, size, style)
    scale, scale_box = furniture.scale_bar(frame, size, style)
    north, north_box = furniture.north(size, style)
    source, source_box = furniture.credit(size, style)
    page.labels.take(scale_box, north_box, source_box)
    boxed, box_rects = _inset_box(page, box)
    star, star_rects = _venue(page, venue)
    keep_off = [scale_box, north_box, source_box, *star_rects, *box_rects]
    markers, crowded = _placed(page, places, keep_off)
    page.labels.take(*(_marker_rect(marker) for marker in markers))
    featured = [spot.position for spot in places]
    ringed = _rings(page, venue, languages)
    ops: tuple[Op, ...] = (
        *land(page),
        *ringed,
        *towns(page, featured),
        *boxed,
        *star,
        *_leaders(page, markers),
        *_markers(page, places, markers),
        *scale,
        *north,
        *source,
        *furniture.border(size, style),
    )
    return DisplayList(size[0], size[1], ops, tuple(markers), crowded)


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
    text = page.labels.beside((x, y), STAR + 3, venue.label, look)
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
        else page.labels.beside(middle, away, box.title, look)
    )
    rects = [rect, *_text_rects(page, title)]
    page.labels.take(rect)
    return (Polygon(corners, style.paper, style.ink, 1.6, opacity=0.86), *title), rects


def _rings(page: Page, venue: Venue | None, languages: tuple[str, ...]) -> tuple[Op, ...]:
    if venue is None:
        return ()
    middle = page.at(venue.position)
    return furniture.rings(middle, page, languages)


def _placed(
    page: Page, places: Sequence[Place], keep_off: Sequence[Rect]
) -> tuple[list[PlacedMarker], tuple[str, ...]]:
    h = page.style.marker
    shown = [(spot, page.at(spot.position)) for spot in places]
    shown = [(spot, point) for spot, point in shown if page.shows(point)]
    wanted = [Wanted(*point, shapes.REACH[spot.shape] * h + 1.0) for spot, point in shown]
    stands = place(wanted, page.area, keep_off, h)
    markers = [
        PlacedMarker(spot.number, stand.x, stand.y, point, h, spot.shape)
        for (spot, point), stand in zip(shown, stands, strict=True)
    ]
    crowded = tuple(m.number for m, stand in zip(markers, stands, strict=True) if not stand.free)
    return markers, crowded


def moved(marker: PlacedMarker) -> float:
    """How far a marker stands from its place, in its own heights."""
    return hypot(marker.x - marker.anchor[0], marker.y - marker.anchor[1]) / marker.size


def _marker_rect(marker: PlacedMarker) -> Rect:
    reach = shapes.REACH[marker.shape] * marker.size + 1.8
    return Rect(marker.x - reach, marker.y - reach, marker.x + reach, marker.y + reach)


def _leaders(page: Page, markers: Sequence[PlacedMarker]) -> tuple[Op, ...]:
    """A line from each marker that moved to its place, all halos under all lines."""
    led = [marker for marker in markers if moved(marker) > LEADER_FROM]
    style = page.style
    lines = [(marker.anchor, (marker.x, marker.y)) for marker in led]
    return (
        *(Polyline(line, style.land, 3.4) for line in lines),
        *(Polyline(line, style.ink, 1.1) for line in lines),
        *(Circle(*line[0], 2.0, style.ink, style.land, 0.8) for line in lines),
    )


def _markers(
    page: Page, places: Sequence[Place], markers: Sequence[PlacedMarker]
) -> tuple[Op, ...]:
    solid = {spot.number: spot.solid for spot in places}
    return tuple(
        op
        for marker in markers
        for op in shapes.marker(
            marker.shape,
            marker.number,
            (marker.x, marker.y),
            page.style,
            solid=solid[marker.number],
        )
    )
