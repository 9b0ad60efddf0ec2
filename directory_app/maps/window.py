"""The ground of a map in a window: no markers and no furniture, which stand still over it."""

from collections.abc import Sequence
from dataclasses import dataclass

from directory_app.maps import road_names, roads
from directory_app.maps.frame import Frame, Size
from directory_app.maps.furniture import CREDIT
from directory_app.maps.ground import Page, land, towns
from directory_app.maps.ops import DisplayList
from directory_app.maps.streets import Region
from directory_app.maps.style import MapStyle


@dataclass(frozen=True, slots=True)
class Ground:
    """What to draw, and whose data it is: a line each, to be seen whenever it is shown."""

    drawn: DisplayList
    credits: tuple[str, ...]


def ground(frame: Frame, size: Size, style: MapStyle, regions: Sequence[Region] = ()) -> Ground:
    """The land, streets and names of a frame, ``size`` points wide and high."""
    page = Page(frame, size, style)
    streets = roads.read(regions, page)
    signs = road_names.shields(streets, page)
    ops = (
        *land(page),
        *roads.under(streets, page),
        *roads.ribbons(streets, page),
        *road_names.names(streets, page),
        *road_names.shield_ops(signs, style),
        *towns(page, (), among_streets=not streets.is_empty),
    )
    return Ground(DisplayList(size[0], size[1], ops), (*streets.credits, CREDIT))
