"""What the map looks up in workers: the view, an area, an address, an event and who is near."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, floor, log2, radians
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from directory_app.geocoding import HOME_STATE, locate_venue
from directory_app.maps.frame import Frame
from directory_app.maps.placement import Rect, Wanted, place
from directory_app.maps.streets import shared_regions
from directory_app.model import route
from directory_app.model.geo import (
    Position,
    compass_point,
    compass_words,
    distance_miles,
    walking_minutes,
)
from directory_app.store.area import Area
from directory_app.store.browse import Browser
from directory_app.store.filters import Filter
from directory_app.store.pins import Pin, Spot
from directory_app.ui.pages.map import marks
from directory_app.ui.pages.map.canvas import Numbered
from directory_app.ui.pages.map.overlays import say_miles
from directory_app.ui.pages.map.places_list import Row
from directory_app.ui.parts import words

if TYPE_CHECKING:
    from directory_app.geocoding import Located
    from directory_app.store.store import Store

#: The side of a grid cell in pixels, and the most businesses that are listed.
CELL = 46.0
LISTED = 300
#: What is shown when one place is looked up, in pixels a mile: some blocks, a town, towns.
STREETS, TOWN, AMONG_TOWNS = 1_100.0, 60.0, 120.0
#: Miles about an event that has no radius.
AROUND_EVENT = 5.0
#: Nearer than this, no direction and no minutes are told: some 50 feet.
HERE = 0.01


@dataclass(frozen=True, slots=True)
class View:
    """What is in view and round about. ``elsewhere``, where nothing is in view: what there is.

    That is "pins", "no pins" (businesses without a place), or "nothing" in a new directory.
    """

    spots: tuple[Spot, ...]
    count: int
    pins: tuple[Pin, ...]
    elsewhere: str = "pins"


@dataclass(frozen=True, slots=True)
class EventPlace:
    """An event that has a place."""

    id: str
    name: str
    position: Position
    coarse: bool
    miles: float | None


def cell_of(scale: float, latitude: float) -> tuple[float, float]:
    """The grid at a scale in pixels a mile: in steps of two, so that it rarely changes."""
    step = 2.0 ** floor(log2(scale))
    high = CELL / step / 69.1
    # by whole tens of degrees, so that going north does not change it either
    around = round(latitude / 10) * 10
    return high, high / max(0.1, cos(radians(around)))


def look(browser: Browser, wide: Area, inner: Area, cell: tuple[float, float]) -> View:
    """Pins and clusters of ``wide``, and what is to be listed of ``inner``."""
    count, _none = browser.inside(inner, 0)
    pins = browser.inside(inner, LISTED)[1] if 0 < count <= LISTED else []
    elsewhere = "pins" if count else _elsewhere(browser)
    return View(tuple(browser.spots(wide, cell)), count, tuple(pins), elsewhere)


def _elsewhere(browser: Browser) -> str:
    if browser.extent() is not None:
        return "pins"
    return "no pins" if browser.count(Filter()) else "nothing"


def event_places(store: "Store") -> list[EventPlace]:
    """The events that have a place, the newest first."""
    return [
        EventPlace(
            event.id,
            (event.name_es if words.is_spanish() else "") or event.name_en or event.name_es,
            Position(event.latitude, event.longitude),
            event.precision in ("city", "zip"),
            event.radius_miles,
        )
        for event in sorted(store.events.all(), key=lambda each: each.date, reverse=True)
        if event.latitude is not None and event.longitude is not None
    ]


def find(address: str, home_state: str) -> "Located":
    """Where an address is, from what is on this laptop."""
    return locate_venue(address, home_state or HOME_STATE)


def near_event(browser: Browser, event: EventPlace) -> list[Pin]:
    """The businesses within the event's radius, nearest first."""
    reach = event.miles or AROUND_EVENT
    found = browser.nearest(event.position, LISTED)
    return [pin for miles, pin in found if miles <= reach]


def spread(
    numbered: Sequence[Numbered], event_at: Position, frame: Frame, room: tuple[float, float]
) -> dict[str, tuple[float, float]]:
    """How far each numbered marker stands from its place, in pixels, so that all can be read."""
    area = Rect(0, 0, *room).grown(max(room) / 2)
    points = {each.number: frame.project(each.pin.position, room) for each in numbered}
    near = [each for each in numbered if area.has(*points[each.number])]
    x, y = frame.project(event_at, room)
    star = Rect(x, y, x, y).grown(marks.STAR + 2)
    wanted = [Wanted(*points[each.number], marks.number_reach(each.pin.category)) for each in near]
    stands = place(wanted, area, [star], marks.PIN * 0.86)
    return {
        each.number: (stand.x - points[each.number][0], stand.y - points[each.number][1])
        for each, stand in zip(near, stands, strict=True)
    }


def walk(pins: Sequence[Pin], start: Position) -> list[Pin]:
    """The same in an order in which to walk from one to the next."""
    return [pins[index] for index in route.order([pin.position for pin in pins], start)]


def scale_for(position: Position, *, coarse: bool) -> float:
    """Pixels a mile at which a place is seen in what is round about it: streets, or towns."""
    if coarse:
        return TOWN
    for region in shared_regions():
        if region.about.bounds is not None and region.about.counts.get("street"):
            west, south, east, north = region.about.bounds
            if Area(south, west, north, east).contains(position):
                return STREETS
    return AMONG_TOWNS


def row(pin: Pin) -> Row:
    """A line of the list."""
    where = ", ".join(filter(None, (_street(pin), pin.city)))
    return Row(pin.name, where or words.category(pin.category), pin)


def row_from(pin: Pin, start: Position, number: str = "", *, about: bool = False) -> Row:
    """A line with how far it is, which way, and how long it takes on foot, by straight line."""
    miles = distance_miles(start, pin.position)
    language = "es" if words.is_spanish() else "en"
    way = compass_words(compass_point(start, pin.position), language)
    if about or pin.is_coarse:
        far = QCoreApplication.translate("Map", "about %1 %2, only its town is known")
        return Row(pin.name, _filled(far, f"{miles:.0f} mi", way), pin, number)
    if miles < HERE:
        told = QCoreApplication.translate("Map", "right here")
        return Row(pin.name, "\n".join(filter(None, (told, _street(pin)))), pin, number)
    far = QCoreApplication.translate("Map", "%1 %2 · %3 min on foot")
    told = _filled(far, say_miles(miles), way, f"{walking_minutes(miles):n}")
    return Row(pin.name, "\n".join(filter(None, (told, _street(pin)))), pin, number)


def _street(pin: Pin) -> str:
    return " ".join(filter(None, (pin.address_1, pin.address_2)))


def _filled(pattern: str, *values: str) -> str:
    for number, value in enumerate(values, 1):
        pattern = pattern.replace(f"%{number}", value)
    return pattern
