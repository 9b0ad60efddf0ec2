"""One map or two: an inset for the part that is too crowded for the whole.

Print tokens: an inset is called for when four or more markers would move more than one height;
it shows its part at twice the scale or more, and its markers are only there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from directory_app.maps import basemap
from directory_app.maps.display import LEADER_FROM, Box, Place, Venue, build, moved
from directory_app.maps.frame import Frame, Size, around
from directory_app.maps.ops import DisplayList, PlacedMarker
from directory_app.maps.streets import Region
from directory_app.maps.style import MapStyle

_CROWDED = 4
#: Markers of one and the same place stay crowded at any scale.
_DISTINCT = 3
_CLOSER = 2.0
_LEAST_MILES = 1.5
_LEAST_MILES_COARSE = 12.0
_DETAIL = {"en": "Detail", "es": "Detalle"}
_TITLE = {"en": "{} map", "es": "Mapa de {}"}


@dataclass(frozen=True, slots=True)
class Maps:
    """The map of all places and, if it was too crowded, that of its densest part.

    ``title`` is the inset's, one line a language; ``inset_numbers`` are the markers in it.
    """

    main: DisplayList
    inset: DisplayList | None = None
    title: tuple[str, ...] = ()
    inset_numbers: tuple[str, ...] = ()

    @property
    def crowded(self) -> tuple[str, ...]:
        """The markers of both maps that no room was left for: they lie over others."""
        return (*self.main.crowded, *(self.inset.crowded if self.inset else ()))


def plan(
    places: Sequence[Place],
    venue: Venue | None,
    size: Size,
    style: MapStyle,
    *,
    inset_size: Size | None = None,
    languages: tuple[str, ...] = ("en",),
    regions: Sequence[Region] = (),
    folds: Sequence[float] = (),
) -> Maps | None:
    """The map that shows every place and the venue, with an inset where there is room for one.

    ``folds`` are those of display.build, across the main map.

    None if there is neither a place nor a venue to show.
    """
    positions = [spot.position for spot in places] + ([venue.position] if venue else [])
    if not positions:
        return None
    least = _LEAST_MILES_COARSE if all(spot.coarse for spot in places) else _LEAST_MILES
    frame = around(positions, size, 2 * style.marker, least)
    job = _Job(places, venue, frame, size, style, languages, regions, folds)
    whole = job.build(frame, places, venue, size)
    box = job.box(whole, inset_size) if inset_size else None
    both = job.divided(box) if box else None
    # so many may be in the densest part that its own map would hold them even worse
    return both if both and len(both.crowded) <= len(whole.crowded) else Maps(whole)


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be mapped, and how."""

    places: Sequence[Place]
    venue: Venue | None
    frame: Frame
    size: Size
    style: MapStyle
    languages: tuple[str, ...]
    regions: Sequence[Region]
    folds: Sequence[float]

    def build(
        self,
        frame: Frame,
        places: Sequence[Place],
        venue: Venue | None,
        size: Size,
        box: Box | None = None,
    ) -> DisplayList:
        """One map of the job."""
        return build(
            frame, places, venue, size, self.style,
            languages=self.languages, box=box, regions=self.regions,
            folds=self.folds if frame is self.frame else (),
        )  # fmt: skip

    def divided(self, box: Box) -> Maps:
        """Both maps; each place and the star are on the one that shows them closest."""
        bounds = box.frame.bounds(box.size)
        inside = [spot for spot in self.places if bounds.has(spot.position)]
        outside = [spot for spot in self.places if not bounds.has(spot.position)]
        in_inset = self.venue is not None and bounds.has(self.venue.position)
        here, there = (None, self.venue) if in_inset else (self.venue, None)
        main = self.build(self.frame, outside, here, self.size, box)
        inset = self.build(box.frame, inside, there, box.size)
        return Maps(main, inset, box.title, tuple(spot.number for spot in inside))

    def box(self, whole: DisplayList, size: Size) -> Box | None:
        """The part for the inset, or None where none is called for or none would help."""
        position_of = {spot.number: spot.position for spot in self.places}
        pushed = [marker for marker in whole.markers if moved(marker) > LEADER_FROM]
        if len(pushed) < _CROWDED:
            return None
        positions = [position_of[marker.number] for marker in _densest(pushed, size)]
        if len(positions) < _CROWDED or len(set(positions)) < _DISTINCT:
            return None
        inset = around(positions, size, 2 * self.style.marker, _LEAST_MILES)
        if inset.scale < _CLOSER * self.frame.scale:
            return None
        return Box(inset, size, _title(inset, size, self.languages))


def _densest(pushed: Sequence[PlacedMarker], size: Size) -> list[PlacedMarker]:
    """The markers in the window, of half the inset's size on the map, that holds the most."""
    wide, high = size[0] / _CLOSER, size[1] / _CLOSER
    margin = 2 * pushed[0].size

    def within(middle: PlacedMarker) -> list[PlacedMarker]:
        return [
            marker
            for marker in pushed
            if abs(marker.anchor[0] - middle.anchor[0]) <= wide / 2 - margin / 2
            and abs(marker.anchor[1] - middle.anchor[1]) <= high / 2 - margin / 2
        ]

    return max((within(marker) for marker in pushed), key=len)


def _title(frame: Frame, size: Size, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The name of the largest town in the inset, as a title a language."""
    known = basemap.towns(frame.bounds(size))
    if not known:
        return tuple(_DETAIL[language] for language in languages)
    return tuple(_TITLE[language].format(known[0].name) for language in languages)
