"""The small map beside an entry: its pin, the towns round about, and how sure the pin is."""

from collections.abc import Sequence

from directory_app.maps import basemap, furniture, road_names, roads, shapes
from directory_app.maps.frame import MILES_PER_DEGREE, Frame, Size
from directory_app.maps.ground import Page, land, towns
from directory_app.maps.ops import Circle, DisplayList, Op
from directory_app.maps.placement import Rect
from directory_app.maps.streets import Region
from directory_app.maps.style import MapStyle
from directory_app.model.geo import Position
from directory_app.model.terms import Precision

#: Miles across the map, and the radius in miles within which the place may be, by precision.
_FINE = (16.0, 0.0)
#: Miles across where the streets about a door are known.
_AMONG_STREETS = 0.8
_COARSE = {Precision.CITY: (44.0, 2.0), Precision.ZIP: (60.0, 6.0)}
_PIN_HEIGHT = 27.0
_TOWN_MILES = 3.5


def frame_for(
    position: Position, precision: str | None, width: float, regions: Sequence[Region] = ()
) -> Frame:
    """The frame that shows a position as closely as its precision and the streets allow."""
    miles, unsure = (
        _COARSE.get(Precision(precision), _FINE) if precision else _COARSE[Precision.ZIP]
    )
    if not unsure and any(_covers(region, position) for region in regions):
        miles = _AMONG_STREETS
    return Frame(position, width / miles)


def _covers(region: Region, position: Position) -> bool:
    """Whether a region has streets about a position."""
    if region.about.bounds is None or not region.about.counts.get("street"):
        return False
    west, south, east, north = region.about.bounds
    return west <= position.longitude <= east and south <= position.latitude <= north


def small_map(
    position: Position | None,
    precision: str | None,
    width: float,
    height: float,
    style: MapStyle,
    *,
    frame: Frame | None = None,
    regions: Sequence[Region] = (),
) -> DisplayList:
    """The map of one pin, or of ``frame`` where a person moved or zoomed it.

    Without a position it is the ground of the frame, and without that too nothing but land.
    A place whose pin is a town's or a ZIP code's lies somewhere in the tinted disc.
    """
    size: Size = (width, height)
    shown = frame or (frame_for(position, precision, width, regions) if position else None)
    if shown is None:
        return DisplayList(width, height, land(Page(Frame(Position(0, 0), 1.0), size, style)))
    page = Page(shown, size, style)
    disc, drop = _pin(position, precision, page) if position else ((), ())
    home = [town.position for town in basemap.towns(_near(position))[:1]] if position else []
    return DisplayList(width, height, (*_streets(page, regions, disc, home), *drop))


def _streets(
    page: Page, regions: Sequence[Region], disc: tuple[Op, ...], home: Sequence[Position]
) -> tuple[Op, ...]:
    """The ground with the streets that are known there, and whose data they are."""
    streets = roads.read(regions, page)
    credit: tuple[Op, ...] = ()
    if streets.credits:  # above, for below is the card with the pin's precision
        credit, box = furniture.credit(page, streets.credits, at_top=True)
        page.labels.take(box)
    return (
        *land(page),
        *roads.under(streets, page),
        *roads.ribbons(streets, page),
        *disc,
        *road_names.names(streets, page),
        *towns(page, home, among_streets=not streets.is_empty),
        *credit,
    )


def _near(position: Position) -> basemap.Bounds:
    """A box of some miles around a position, where the town is that it belongs to."""
    far = _TOWN_MILES / MILES_PER_DEGREE
    latitude, longitude = position.latitude, position.longitude
    return basemap.Bounds(
        latitude - far, longitude - 1.2 * far, latitude + far, longitude + 1.2 * far
    )


def _pin(
    position: Position, precision: str | None, page: Page
) -> tuple[tuple[Op, ...], tuple[Op, ...]]:
    """The disc within which the place may be, if its pin is not a door's, and the pin."""
    x, y = page.at(position)
    half = _PIN_HEIGHT * 0.4
    page.labels.take(Rect(x - half, y - _PIN_HEIGHT - 2, x + half, y + 2))
    drop = shapes.pin(x, y, _PIN_HEIGHT, page.style)
    if precision not in _COARSE:
        return (), drop
    _, miles = _COARSE[Precision(precision)]
    return (Circle(x, y, miles * page.frame.scale, page.style.pin, opacity=0.14),), drop
