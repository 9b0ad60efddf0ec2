"""The guide's map: who may be on it, and how its display list gets on the page."""

from collections.abc import Sequence
from typing import Any

from directory_app.guides import wording
from directory_app.guides.distances import is_coarse
from directory_app.guides.layouts.kinds import kind
from directory_app.guides.page import Colour, Page
from directory_app.guides.planning import Entry, Plan
from directory_app.guides.typesetting import Style, measure
from directory_app.maps import inset, reportlab_painter
from directory_app.maps.display import Place, Venue
from directory_app.maps.ops import Circle, DisplayList, Op, Polygon, Polyline, Text
from directory_app.maps.streets import shared_regions
from directory_app.maps.style import print_style

#: The markers that one side of Letter holds: with more, blocks and lines hide the map.
MOST = 200
#: From so many on some may find no room of their own, so that it is worth to look.
_MANY = 100
#: About how large the map of a sheet is, on Letter.
_WHOLE_SIDE = (558.0, 540.0)
_WEIGHTS = {"regular": "regular", "semibold": "semibold", "bold": "bold", "black": "black"}


def marked(plan: Plan) -> list[Entry]:
    """The entries that may be on a map: a live yes to it, and a place of their own."""
    if not plan.options.shows("map"):
        return []
    return [e for e in plan.entries if e.listing.marker is not None and e.listing.place_is_pin]


def shown(plan: Plan) -> list[Entry]:
    """The entries on the one map of a guide.

    Nobody where there are more than MOST: markers are never dropped, and so many would hide
    the map and each other. Large layouts have several maps then (atlas); preflight says so.
    """
    found = marked(plan)
    return found if len(found) <= MOST else []


def make(
    plan: Plan,
    size: tuple[float, float],
    inset_size: tuple[float, float] | None,
    layout: str = "sheet",
    folds: tuple[float, ...] = (),
    *,
    entries: Sequence[Entry] | None = None,
    shows_event: bool = True,
) -> inset.Maps | None:
    """The map, and its inset where it is crowded; None if nobody is on it.

    ``entries`` are those on it; without any, all that are shown. Without the event a map of what
    lies far from it need not reach so far.

    ``layout`` chooses the sizes of markers and names (maps.style). At ``folds``, in points from
    the map's left edge, the paper is folded.
    """
    places = [
        Place(
            str(entry.number),
            entry.listing.marker,
            entry.shape,
            entry.solid,
            coarse=is_coarse(entry.listing.precision),
        )
        for entry in (shown(plan) if entries is None else entries)
        if entry.listing.marker is not None
    ]
    return of_places(
        plan, places, size, layout, inset_size=inset_size, folds=folds, shows_event=shows_event
    )


def of_places(
    plan: Plan,
    places: Sequence[Place],
    size: tuple[float, float],
    layout: str = "sheet",
    *,
    inset_size: tuple[float, float] | None = None,
    folds: tuple[float, ...] = (),
    shows_event: bool = True,
) -> inset.Maps | None:
    """The map of these places and the event; None if there are none."""
    if not places:
        return None
    languages = plan.options.languages
    label = tuple(wording.word("event", language) for language in languages)
    position = plan.event.position if shows_event else None
    venue = Venue(position, label) if position else None
    style = print_style(layout, _measure)
    return inset.plan(
        places, venue, size, style,
        inset_size=inset_size, languages=languages, regions=shared_regions(), folds=folds,
    )  # fmt: skip


def crowded(plan: Plan, size: tuple[float, float] | None = None) -> tuple[str, ...]:
    """The numbers of markers that would lie over others on the layout's map, or one of ``size``."""
    layout = plan.options.layout
    size = size or kind(layout).map_size
    if len(shown(plan)) < _MANY * size[0] * size[1] / (_WHOLE_SIDE[0] * _WHOLE_SIDE[1]):
        return ()
    maps = make(plan, size, None, layout)
    return maps.crowded if maps else ()


def draw(page: Page, display: DisplayList, x: float, y: float) -> None:
    """Draw a display list with its upper left corner at (x, y), as one picture."""
    alt = wording.word("map_alt", page.document.language, count=str(len(display.markers)))
    with page.tag("Figure", alt=alt, box=(x, y, display.width, display.height)):
        _draw(page, display, x, y)


def _draw(page: Page, display: DisplayList, x: float, y: float) -> None:
    page.flush()

    def text(  # noqa: PLR0917 - the painter's own signature
        canvas: Any, left: float, base: float, said: str, size: float, weight: str,
        colour: str, anchor: str,
    ) -> None:  # fmt: skip
        style = _style(size, weight)
        wide = measure(said, style)
        shift = {"middle": wide / 2, "end": wide}.get(anchor, 0.0)
        page.text(left - shift, page.height - base, said, style, _rgb(colour))
        page.flush()

    reportlab_painter.draw(display, page.document.canvas, x, page.height - y, text)


def _style(size: float, weight: str) -> Style:
    return Style("cond", _WEIGHTS.get(weight, "bold"), size)


def _measure(text: str, size: float, weight: str) -> float:
    return measure(text, _style(size, weight))


def _rgb(colour: str) -> Colour:
    value = int(colour.lstrip("#"), 16)
    return (value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255


def part(display: DisplayList, left: float, width: float) -> DisplayList:
    """The map with only what touches the strip from ``left`` on, so that no text is hidden."""
    ops = tuple(op for op in display.ops if _touches(op, left, left + width))
    return DisplayList(display.width, display.height, ops, display.markers, display.crowded)


def _touches(op: Op, left: float, right: float) -> bool:
    if isinstance(op, Circle):
        return op.x + op.radius + op.width > left and op.x - op.radius - op.width < right
    if isinstance(op, Text):
        wide = measure(op.text, Style("cond", "bold", op.size))
        start = op.x - {"middle": wide / 2, "end": wide}.get(op.anchor, 0.0)
        return start + wide > left and start < right
    if isinstance(op, Polygon | Polyline):
        xs = [x for x, _ in op.points]
        return max(xs) + op.width > left and min(xs) - op.width < right
    return True
