"""How a map looks: colours by role and sizes in points. Nothing here knows a screen or a page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

#: The width of a text in points: (text, size, weight).
Measure = Callable[[str, float, str], float]


def roughly(text: str, size: float, weight: str) -> float:
    """A width that no condensed face exceeds by much. Give the real one where it is known."""
    return len(text) * size * (0.56 if weight in ("bold", "black") else 0.52)


@dataclass(frozen=True, slots=True)
class MapStyle:
    """Colours (``#RRGGBB``) and sizes. ``marker`` is the height h of the design's markers.

    ``major`` and ``secondary`` are the widths of roads at 160 points a mile, where ``casing``
    is a line at each side; from ``street_scale`` points a mile on each street is drawn. A
    colour that is empty draws nothing.
    """

    land: str
    ink: str
    paper: str
    quiet: str
    county_line: str
    state_line: str
    pin: str
    on_pin: str
    road: str = "#FFFFFF"
    road_edge: str = "#000000"
    minor_road: str = "#606060"
    water: str = "#00656B"
    water_ground: str = "#FFFFFF"
    water_text: str = "#00656B"
    park: str = ""
    railway: str = "#000000"
    major: float = 10.5
    secondary: float = 5.0
    casing: float = 0.95
    street_scale: float = 130.0
    marker: float = 15.0
    label: float = 7.5
    small: float = 7.0
    halo: float = 2.8
    frame: float = 1.2
    county_width: float = 0.6
    state_width: float = 1.2
    measure: Measure = roughly


#: Print tokens: the heights of markers on maps.
MARKERS = {"sheet": 15.0, "trifold": 14.5, "booklet": 15.5, "pocket": 13.0}
LABELS = {"sheet": 8.0, "trifold": 7.5, "booklet": 8.5, "pocket": 7.0}
#: Print tokens: the widths of major and secondary roads.
ROADS = {
    "sheet": (10.5, 5.0), "trifold": (9.5, 4.5), "booklet": (11.0, 5.0), "pocket": (8.4, 3.6),
}  # fmt: skip
_PRINT = MapStyle(
    land="#ECECEC",
    ink="#000000",
    paper="#FFFFFF",
    quiet="#606060",
    county_line="#606060",
    state_line="#000000",
    pin="#000000",
    on_pin="#FFFFFF",
)


def print_style(layout: str = "sheet", measure: Measure = roughly) -> MapStyle:
    """Ink on paper, for a layout of the guides: it has to live through two copies."""
    marker, label = MARKERS.get(layout, 15.0), LABELS.get(layout, 8.0)
    major, secondary = ROADS.get(layout, (10.5, 5.0))
    return replace(
        _PRINT, marker=marker, label=label, major=major, secondary=secondary, measure=measure
    )


def window_style(colors: Mapping[str, str], measure: Measure = roughly) -> MapStyle:
    """The style for a window, from the theme's colours by role. KeyError if a role is missing."""
    return MapStyle(
        land=colors["map-land"],
        ink=colors["ink"],
        paper=colors["base"],
        quiet=colors["map-text"],
        county_line=colors["line-strong"],
        state_line=colors["line-strong"],
        pin=colors["adobe"],
        on_pin=colors["on-adobe"],
        road=colors["map-road"],
        road_edge=colors["map-road-edge"],
        minor_road=colors["map-road"],
        water=colors["map-water"],
        water_ground=colors["map-water"],
        water_text=colors["map-text"],
        park=colors["map-park"],
        railway=colors["map-text"],
        major=7.0,
        secondary=4.6,
        casing=0.8,
        street_scale=100.0,
        label=10.0,
        small=10.0,
        halo=3.0,
        frame=0.0,
        county_width=0.75,
        measure=measure,
    )
