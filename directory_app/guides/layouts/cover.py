"""The cover: word mark, what this is, an arched door with a ringed star, the event.

It says nothing about who is where: no marker is ever on it.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import cos, pi, sin

from directory_app.guides import wording
from directory_app.guides.layouts.furniture import titles
from directory_app.guides.layouts.measures import HAIR
from directory_app.guides.layouts.words import say
from directory_app.guides.page import ACCENT, PAPER, Page
from directory_app.guides.planning import Plan
from directory_app.guides.typesetting import Style, measure, wrap
from directory_app.maps.frame import Frame
from directory_app.maps.streets import Box as Extent
from directory_app.maps.streets import RoadClass, Street, shared_regions
from directory_app.model.geo import Position
from directory_app.model.text import fold

_KAPPA = 0.5523
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class CoverSizes:
    """Sizes of one layout's cover (print tokens)."""

    band: float
    mark: float
    words: float
    title: float
    text: float
    stroke: float
    margin: float
    #: The title in both languages one above the other, else side by side.
    stacked_words: bool = False


def draw(page: Page, plan: Plan, box: tuple[float, float, float, float], s: CoverSizes) -> None:
    """Draw a cover in the box (x, y, width, height); the band bleeds to the box's edges."""
    x, y, width, height = box
    with page.artifact():
        page.box(x, y, width, s.band, ACCENT)
        style = Style("semi", "black", s.mark)
        page.text(x + s.margin, y + s.band * 0.5 + 0.36 * s.mark, "PUERTAS", style, PAPER)
    inner = width - 2 * s.margin
    left = x + s.margin
    top = _words(page, plan, (left, y + s.band + 1.5 * s.words), inner, s) + s.words * 0.9
    event_height = _event_lines(plan, inner, s)[1]
    bottom = y + height - s.margin - event_height
    door = _proportioned((left, top, inner, bottom - top - s.title * 0.8))
    with page.artifact():
        if not _town(page, plan, door, s.stroke):
            _door(page, door, s.stroke)
    _event(page, plan, (left, bottom), inner, s)


def _words(page: Page, plan: Plan, at: tuple[float, float], width: float, s: CoverSizes) -> float:
    """What this guide is, in each language, from a baseline on; returns where it ends."""
    x, base = at
    told = plan.options.languages
    style = Style("sans" if width > 200 else "semi", "bold", s.words)
    side_by_side = len(told) > 1 and not s.stacked_words
    half = (width - 10) / 2 if side_by_side else width
    lowest = base
    for index, language in enumerate(told):
        left = x + index * (half + 10) if side_by_side else x
        low = base if side_by_side or not index else lowest + 0.35 * s.words
        for line in wrap(_what(plan, language), style, half):
            page.text(left, low, line, style.told(index))
            low += 1.25 * s.words
        lowest = max(lowest, low) if side_by_side else low
    return lowest - s.words


def _what(plan: Plan, language: str) -> str:
    town = plan.event.city
    key = "owned" if plan.options.say_immigrant else "places"
    if not town:
        return say(key, language)
    beyond = any(e.listing.city and fold(e.listing.city) != fold(town) for e in plan.entries)
    return say(f"{key}_near" if beyond else f"{key}_in", language, town=town)


def _event_lines(
    plan: Plan, width: float, s: CoverSizes
) -> tuple[list[list[tuple[str, Style]]], float]:
    """The lines of each language and the height of all, venue and rule too."""
    told = plan.options.languages
    half = (width - 10) / 2 if len(told) > 1 else width
    names = titles(plan)
    plain, bold = Style("sans", "regular", s.text), Style("sans", "bold", s.text)
    columns = []
    for index, language in enumerate(told):
        name = names[index] if len(names) > index else ""
        title, lines = _title(name, half, s)
        said = [(line, title) for line in lines]
        date = wording.long_date(plan.event.date, language)
        said += _date_lines(date, bold, half)
        span = wording.time_span(plan.event.starts, plan.event.ends, language)
        said += [(span, plain)] if span else []
        columns.append(said)
    if len(names) == 1 and len(told) > 1:
        columns[1] = [("", columns[0][0][1])] * sum(
            style.size == s.title for _, style in columns[0]
        ) + columns[1]
    tallest = max(sum(_pitch(style) for _, style in column) for column in columns)
    return columns, tallest + len(_venue(plan, width, plain)) * 1.3 * s.text + 0.6 * s.text


def _date_lines(date: str, style: Style, width: float) -> list[tuple[str, Style]]:
    """A date on one line, else the day of the week above the rest, condensed if it must be."""
    if measure(date, style) <= width:
        return [(date, style)]
    weekday, _, rest = date.partition(" ")
    for family in ("sans", "semi", "cond"):
        narrow = replace(style, family=family)
        lines = wrap(rest, narrow, width)
        if len(lines) == 1:
            break
    return [(weekday.rstrip(","), style), *((line, narrow) for line in lines)]


def _title(name: str, width: float, s: CoverSizes) -> tuple[Style, list[str]]:
    for family in ("serif", "serif-semi", "serif-cond"):
        style = Style(family, "bold", s.title)
        lines = wrap(name, style, width) if name else []
        if len(lines) <= 1:
            break
    return style, lines


def _pitch(style: Style) -> float:
    return style.size * (1.32 if style.family.startswith("serif") else 1.22)


def _venue(plan: Plan, width: float, style: Style) -> list[str]:
    event = plan.event
    said = [part for part in (event.venue, event.address) if part]
    if event.city and fold(event.city) not in fold(event.address):
        said.append(event.city)
    lines = wrap(", ".join(said), style, width) if said else []
    if event.host:
        both = [say("host", language, host=event.host) for language in plan.options.languages]
        lines += [line for text in dict.fromkeys(both) for line in wrap(text, style, width)]
    return lines


def _event(page: Page, plan: Plan, at: tuple[float, float], width: float, s: CoverSizes) -> None:
    x, y = at
    columns, _ = _event_lines(plan, width, s)
    half = (width - 10) / 2
    lowest = y
    for index, column in enumerate(columns):
        base = y
        for is_title, lines in groupby(column, key=lambda line: line[1].size == s.title):
            with page.tag("H1" if is_title else "P"):
                for text, style in lines:
                    base += _pitch(style)
                    page.text(x + index * (half + 10), base, text, style.told(index))
        lowest = max(lowest, base)
    plain = Style("sans", "regular", s.text)
    lowest += 0.55 * s.text
    venue = _venue(plan, width, plain)
    if venue:
        page.rule(x, lowest, width, HAIR)
    for line in venue:
        lowest += 1.3 * s.text
        page.text(x, lowest, line, plain)


def _proportioned(box: Box) -> Box:
    """The box of a door: no wider than a door is beside its height."""
    x, y, width, height = box
    most = height * 0.86
    return (x + (width - most) / 2, y, most, height) if width > most else box


def _town(page: Page, plan: Plan, box: Box, stroke: float) -> bool:
    """The town's streets in the door and a ringed star at the event, if there is data of it."""
    if plan.event.position is None:
        return False
    x, y, width, height = box
    half = stroke / 2
    frame = arch(page, x + half, y + half, width - stroke, height - stroke)
    whose = draw_streets(page, box, frame, plan.event.position, stroke)
    if whose is None:
        return False
    page.flush()
    page.document.write(f"q {stroke:.2f} w {frame} S Q")
    radius = width * 0.055
    at = (x + width / 2, y + height / 2)
    page.circle(*at, radius + stroke * 0.6, stroke=stroke * 0.7)
    star(page, *at, radius * 0.72)
    style = Style("cond", "regular", 7)
    page.text_right(x + width, y + height + 8.5, whose, style)
    return True


def _door(page: Page, box: Box, stroke: float) -> None:
    """A door under a round arch, two leaves with panels, a ringed star where they meet."""
    x, y, width, height = box
    half = stroke / 2
    page.path(arch(page, x + half, y + half, width - stroke, height - stroke), stroke=stroke)
    gap = stroke * 1.6
    inner = (
        *(x + stroke + gap, y + stroke + gap),
        *(width - 2 * (stroke + gap), height - 2 * stroke - gap),
    )
    thin = max(1.6, stroke * 0.42)
    page.path(arch(page, *inner), stroke=thin)
    middle, spring = x + width / 2, inner[1] + inner[2] / 2
    bottom = inner[1] + inner[3]
    _fan(page, middle, spring, inner[2] / 2, thin)
    page.line([(inner[0], spring), (inner[0] + inner[2], spring)], thin)
    page.line([(middle, spring), (middle, bottom)], thin)
    _panels(page, inner, spring, bottom, thin)
    radius = min(width * 0.115, (bottom - spring) * 0.24)
    at = (middle, spring + (bottom - spring) * 0.42)
    page.circle(*at, radius + stroke * 0.9 / 2, stroke=stroke * 0.75)
    star(page, *at, radius * 0.66)


def _fan(page: Page, x: float, y: float, radius: float, stroke: float) -> None:
    """The rays of a fanlight."""
    for part in range(1, 8):
        turn = pi * part / 8
        near, far = radius * 0.3, radius
        page.line(
            [(x + near * cos(turn), y - near * sin(turn)),
             (x + far * cos(turn), y - far * sin(turn))],
            stroke,
        )  # fmt: skip
    k = radius * 0.3
    points = [(x + k * cos(pi * i / 16), y - k * sin(pi * i / 16)) for i in range(17)]
    page.line(points, stroke)


def _panels(
    page: Page, inner: tuple[float, float, float, float], spring: float, bottom: float,
    stroke: float,
) -> None:  # fmt: skip
    """Three panels in each leaf."""
    leaf = inner[2] / 2
    inset = leaf * 0.16
    rows = ((0.05, 0.30), (0.36, 0.62), (0.68, 0.95))
    for side in (0, 1):
        left = inner[0] + side * leaf + inset
        for top, low in rows:
            y0, y1 = spring + (bottom - spring) * top, spring + (bottom - spring) * low
            page.shape(
                [(left, y0), (left + leaf - 2 * inset, y0), (left + leaf - 2 * inset, y1),
                 (left, y1)],
                stroke=stroke,
            )  # fmt: skip


def arch(page: Page, x: float, y: float, width: float, height: float) -> str:
    """The path of a round arch on straight sides, its upper left corner at (x, y)."""
    up, r = page.height, width / 2
    k = r * _KAPPA
    top, spring, bottom = up - y, up - y - r, up - y - height
    return (
        f"{x:.2f} {bottom:.2f} m {x:.2f} {spring:.2f} l "
        f"{x:.2f} {spring + k:.2f} {x + r - k:.2f} {top:.2f} {x + r:.2f} {top:.2f} c "
        f"{x + r + k:.2f} {top:.2f} {x + width:.2f} {spring + k:.2f} "
        f"{x + width:.2f} {spring:.2f} c {x + width:.2f} {bottom:.2f} l h"
    )


def star(page: Page, x: float, y: float, radius: float) -> None:
    """A solid star of five points."""
    points = []
    for index in range(10):
        turn = pi * index / 5
        reach = radius if index % 2 == 0 else radius * 0.42
        points.append((x + reach * sin(turn), y - reach * cos(turn)))
    page.shape(points)


#: Miles across the door.
_ACROSS = 2.6
_UNITS = 10_000_000
#: With fewer lines the door is no picture of a town.
_LEAST = 12
#: Points of the widths for a door with a frame of 7 points (print tokens).
_WIDTHS = {"major": 6.0, "secondary": 3.0, "minor": 0.8, "rail": 1.6, "water": 2.2}
_FRAME = 7.0
_DRAWN = ("minor", "water", "rail", "secondary", "major")


def draw_streets(
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
    box: Extent = (
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
