"""Several maps where one cannot hold all: by area, each numbered, after one that shows them all.

The places are parted where the widest gap lies near their middle, so that towns stay whole where
they can, until no part has more than a page holds. Markers carry the numbers of the list.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from directory_app.guides import wording
from directory_app.guides.layouts import mapping
from directory_app.guides.layouts.kinds import kind
from directory_app.guides.layouts.legend import runs
from directory_app.guides.layouts.measures import HAIR
from directory_app.guides.page import Page
from directory_app.guides.planning import Entry, Plan
from directory_app.guides.typesetting import Style, wrap
from directory_app.maps.display import Place
from directory_app.model.geo import Position

_TEXT = Style("cond", "regular", 10)
_LINE = 12.0
_TITLE = Style("serif", "bold", 13)
#: So many towns are named in a map's title, those with the most businesses first.
_TOWNS = 3
#: The event is on a map if it is outside by less than this part of what the map shows, or by a
#: mile in degrees: no map shows less than that anyhow.
_BESIDE, _MILE = 0.5, 0.0145


@dataclass(frozen=True, slots=True)
class Tile:
    """One map: its number from 1, and who is on it."""

    number: int
    entries: tuple[Entry, ...]

    @property
    def name(self) -> str:
        """How it is called on the overview and in its title."""
        return f"M{self.number}"

    @property
    def middle(self) -> Position:
        """The middle of its places."""
        found = [_at(entry) for entry in self.entries]
        return Position(
            sum(each.latitude for each in found) / len(found),
            sum(each.longitude for each in found) / len(found),
        )

    def is_near(self, place: Position | None) -> bool:
        """Whether a place lies among these, or not far outside."""
        if place is None:
            return False
        found = [_at(entry) for entry in self.entries]
        ups = [each.latitude for each in found]
        rights = [each.longitude for each in found]
        return _within(place.latitude, ups) and _within(place.longitude, rights)

    @property
    def towns(self) -> str:
        """The towns that most of it lies in."""
        towns = Counter(e.listing.city for e in self.entries if e.listing.city)
        named = [town for town, _ in towns.most_common(_TOWNS)]
        return ", ".join(named) + (" …" if len(towns) > _TOWNS else "")


def _within(value: float, values: list[float]) -> bool:
    """Whether a value lies between others, or outside by less than half of their span."""
    low, high = min(values), max(values)
    more = max(_MILE, _BESIDE * (high - low))
    return low - more <= value <= high + more


def tiles(plan: Plan, most: int) -> tuple[Tile, ...]:
    """The maps of a plan, those near the event first; none where one map is enough."""
    if not plan.options.shows("map"):
        return ()
    found = mapping.marked(plan)
    if len(found) <= mapping.MOST:
        return ()
    parts = _parted(found, most)
    venue = plan.event.position
    if venue is not None:
        parts.sort(key=lambda part: min(_far(_at(entry), venue) for entry in part))
    return tuple(
        Tile(number, tuple(sorted(part, key=lambda entry: entry.number)))
        for number, part in enumerate(parts, 1)
    )


def _at(entry: Entry) -> Position:
    position = entry.listing.marker
    assert position is not None  # only who has a marker is parted
    return position


def _far(here: Position, there: Position) -> float:
    """Something that grows with the distance; only the order counts."""
    across = (here.longitude - there.longitude) * cos(radians(here.latitude))
    return across * across + (here.latitude - there.latitude) ** 2


def _parted(entries: Sequence[Entry], most: int) -> list[Sequence[Entry]]:
    if len(entries) <= most:
        return [entries]
    squeeze = cos(radians(_at(entries[0]).latitude))
    across = [_at(entry).longitude * squeeze for entry in entries]
    along = [_at(entry).latitude for entry in entries]
    values = across if max(across) - min(across) >= max(along) - min(along) else along
    order = sorted(range(len(entries)), key=lambda index: (values[index], entries[index].number))
    cut = _cut([values[index] for index in order])
    halves = [[entries[i] for i in order[:cut]], [entries[i] for i in order[cut:]]]
    return [part for half in halves for part in _parted(half, most)]


def _cut(values: Sequence[float]) -> int:
    """Where to part sorted values: at the widest gap of the middle half; in the middle if none."""
    low, high = len(values) // 4, len(values) - len(values) // 4
    middle = len(values) // 2
    between = range(max(1, low), min(len(values), high))
    return max(between, key=lambda at: (values[at] - values[at - 1], -abs(at - middle)))


class Atlas:
    """The maps of a plan on pages: first the one that shows all, then each."""

    def __init__(self, plan: Plan) -> None:
        self._plan, self._layout = plan, plan.options.layout
        self._told = plan.options.languages
        several = kind(self._layout).atlas
        self.tiles = tiles(plan, several[0]) if several else ()

    @property
    def pages(self) -> int:
        """How many pages it takes, each a map."""
        return len(self.tiles) + 1 if self.tiles else 0

    @property
    def unmapped(self) -> list[str]:
        """The numbers of those on no map."""
        on = {entry.number for tile in self.tiles for entry in tile.entries}
        return [str(e.number) for e in self._plan.entries if e.number not in on]

    def titles(self, index: int) -> tuple[str, ...]:
        """What a page is called, a text a language; the first is the overview's."""
        if not index:
            return tuple(wording.word("maps", language) for language in self._told)
        tile = self.tiles[index - 1]
        return tuple(wording.word("map_of", lang, name=tile.name) for lang in self._told)

    def draw(
        self, page: Page, index: int, box: tuple[float, float, float, float], gap: float
    ) -> None:
        """Draw a page's title, map and numbers into (left, top, width, height)."""
        x, y, width, high = box
        texts = self.titles(index)
        if index:
            y = self._title(page, (x, y, width), texts, gap)
        under = self._under(index, width, gap)
        tall = sum(len(max(lines, key=len)) for lines in under) * _LINE
        size = (width, box[1] + high - tall - 10 - y)
        self._map(page, index, (x, y), size)
        page.outline(texts[0], f"map-{index}", y)
        self._draw_under(page, under, (x, y + size[1] + 8), (width, gap))

    def _title(
        self, page: Page, at: tuple[float, float, float], texts: tuple[str, ...], gap: float
    ) -> float:
        """The title in each language, above a hair rule; where the map may begin."""
        x, y, width = at
        half = (width - gap * (len(texts) - 1)) / len(texts)
        with page.tag("H3"):
            for index, text in enumerate(texts):
                page.text(x + index * (half + gap), y + 11, text, _TITLE.told(index))
        page.rule(x, y + 16.5, width, HAIR)
        return y + 22

    def _map(
        self, page: Page, index: int, at: tuple[float, float], size: tuple[float, float]
    ) -> None:
        if index:
            tile = self.tiles[index - 1]
            near = tile.is_near(self._plan.event.position)
            maps = mapping.make(
                self._plan, size, None, self._layout, entries=tile.entries, shows_event=near
            )
        else:
            spots = [Place(tile.name, tile.middle, "square", solid=True) for tile in self.tiles]
            maps = mapping.of_places(self._plan, spots, size, self._layout)
        if maps:
            mapping.draw(page, maps.main, *at)

    def _under(self, index: int, width: float, gap: float) -> list[list[list[str]]]:
        """Below a map: lines of each language side by side, block by block."""
        half = (width - gap * (len(self._told) - 1)) / len(self._told)
        if index:
            tile = self.tiles[index - 1]
            numbers = runs([str(entry.number) for entry in tile.entries])
            return [[wrap(tile.towns, _TEXT, width) + wrap(numbers, _TEXT, width)]]
        said = [wording.word("maps_say", language) for language in self._told]
        if self.unmapped:
            numbers = _short(self.unmapped)
            said = [
                f"{text} {wording.word('not_on_map', language)}{numbers}."
                for text, language in zip(said, self._told, strict=True)
            ]
        return [[wrap(text, _TEXT, half) for text in said]]

    def _draw_under(
        self, page: Page, blocks: list[list[list[str]]], at: tuple[float, float],
        room: tuple[float, float],
    ) -> None:  # fmt: skip
        (x, y), (width, gap) = at, room
        for columns in blocks:
            half = (width - gap * (len(columns) - 1)) / len(columns)
            for index, lines in enumerate(columns):
                lang = page.document.second_language if index else ""
                with page.tag("P", lang=lang):
                    for row, line in enumerate(lines):
                        left = x + index * (half + gap)
                        page.text(left, y + 9 + row * _LINE, line, _TEXT.told(index))
            y += len(max(columns, key=len)) * _LINE


def _short(numbers: list[str]) -> str:
    """Numbers as runs; of very many only how many there are."""
    told = runs(numbers)
    return told if len(told) <= 400 else str(len(numbers))


def crowded_tiles(
    plan: Plan, size: tuple[float, float] | None = None
) -> dict[str, tuple[str, ...]]:
    """Map's name -> the numbers that would lie over others there; maps with room are not in it.

    ``size`` stands for the layout's own, in points.
    """
    several = kind(plan.options.layout).atlas
    if several is None:
        return {}
    most, usual = several
    found: dict[str, tuple[str, ...]] = {}
    for tile in tiles(plan, most):
        maps = mapping.make(
            plan,
            size or usual,
            None,
            plan.options.layout,
            entries=tile.entries,
            shows_event=tile.is_near(plan.event.position),
        )
        if maps and maps.crowded:
            found[tile.name] = maps.crowded
    return found
