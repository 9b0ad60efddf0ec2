"""The town's streets in the door of a cover, where street data of it is on the laptop.

Solid ink in three widths and the water, no names, no markers but the star of the event: it
says nothing about who is where.
"""

from collections import defaultdict
from itertools import pairwise

from directory_app.guides.page import ACCENT, Page
from directory_app.maps.frame import Frame
from directory_app.maps.streets import Box, RoadClass, Street, shared_regions
from directory_app.model.geo import Position

#: Miles across the door.
_ACROSS = 2.6
_UNITS = 10_000_000
#: With fewer lines the door is no picture of a town.
_LEAST = 12
#: Points of the widths for a door with a frame of 7 points (print tokens).
_WIDTHS = {"major": 6.0, "secondary": 3.0, "minor": 0.8, "rail": 1.6, "water": 2.2}
_FRAME = 7.0
_DRAWN = ("minor", "water", "rail", "secondary", "major")


def draw(
    page: Page, box: tuple[float, float, float, float], clip: str, middle: Position, frame: float
) -> str | None:
    """Draw the streets about ``middle`` in the box (x, y, width, height) within ``clip``.

    Returns whose data it is, to be named on the page; None where there is too little of it:
    then nothing was drawn. ``frame`` is the width of the door's frame.
    """
    x, y, width, height = box
    view = Frame(middle, width / _ACROSS)
    size = (width, height)
    found, whose = _read(view, size)
    if sum(map(len, found.values())) < _LEAST:
        return None
    code = [f"q {clip} W n 1 J 1 j"]
    for kind in _DRAWN:
        colour = " ".join(f"{part:.3g}" for part in ACCENT) if kind == "water" else "0 0 0"
        code.append(f"{colour} RG {_WIDTHS[kind] * frame / _FRAME:.2f} w")
        for street in found[kind]:
            code.append(_path(page, street, view, size, (x, y)))
    code.append("Q")
    page.flush()
    page.document.write("\n".join(code))
    return whose


def _read(view: Frame, size: tuple[float, float]) -> tuple[dict[str, list[Street]], str]:
    """The lines by kind, of the region that has the most of them here."""
    bounds = view.bounds(size)
    box: Box = (
        *(round(bounds.west * _UNITS), round(bounds.east * _UNITS)),
        *(round(bounds.south * _UNITS), round(bounds.north * _UNITS)),
    )
    best: dict[str, list[Street]] = defaultdict(list)
    whose = ""
    for region in shared_regions():
        found: dict[str, list[Street]] = defaultdict(list)
        for street in region.streets(box, least_class=RoadClass.LOCAL):
            found[_kind(street.road_class)].append(street)
        if sum(map(len, found.values())) > sum(map(len, best.values())):
            best, whose = found, region.attribution
    return best, whose


def _kind(road: RoadClass) -> str:
    if road == RoadClass.RIVER:
        return "water"
    if road == RoadClass.RAILWAY:
        return "rail"
    if road <= RoadClass.PRIMARY:
        return "major"
    return "secondary" if road <= RoadClass.TERTIARY else "minor"


def _path(
    page: Page, street: Street, view: Frame, size: tuple[float, float], at: tuple[float, float]
) -> str:
    flat = street.points
    places = [Position(flat[i + 1] / _UNITS, flat[i] / _UNITS) for i in range(0, len(flat), 2)]
    points = [view.project(place, size) for place in places]
    kept = points[:1] + [
        b for a, b in pairwise(points) if abs(a[0] - b[0]) + abs(a[1] - b[1]) > 0.3
    ]
    parts = [
        f"{at[0] + px:.1f} {page.height - at[1] - py:.1f} {'l' if index else 'm'}"
        for index, (px, py) in enumerate(kept)
    ]
    return " ".join([*parts, "S"])
