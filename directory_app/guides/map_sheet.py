"""A map by itself: markers of those who said yes to a map, numbered, with the list below.

Only PublicListings come here, and of these only those with a marker: a live yes to the map.
Names stand in the list of those alone who said yes to print as well; without a list the
markers have no numbers, and nobody is named.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2

from directory_app.errors import UserError
from directory_app.guides import wording
from directory_app.guides.distances import is_coarse
from directory_app.guides.layouts import furniture, mapping, marks
from directory_app.guides.layouts.furniture import Run
from directory_app.guides.layouts.measures import MARGIN
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.planning import Entry, Plan
from directory_app.guides.reading import PDFIUM
from directory_app.guides.typesetting import Style, measure, wrap
from directory_app.maps import inset
from directory_app.maps.display import Place, Venue
from directory_app.maps.ops import DisplayList
from directory_app.maps.streets import shared_regions
from directory_app.maps.style import print_style
from directory_app.model import categories
from directory_app.progress import Progress, silent

PAPER = (612.0, 792.0)
_WIDTH = PAPER[0] - 2 * MARGIN
#: The map's height above a list, and at the most.
_MAP, _TALLEST = 404.0, 560.0
_GAP, _LEGEND = 12.0, 20.0
_COLUMNS, _STEP, _HANG = 3, 25.0, 19.0
_NAME, _WHERE = Style("cond", "bold", 10), Style("cond", "regular", 9)
_MARKER, _BARE = 13.0, 9.5
#: Pixels an inch of a picture.
DPI = 200


@dataclass(frozen=True, slots=True)
class MapMade:
    """Pages of a map, and who is in its list: empty without one."""

    data: bytes
    pages: int
    listed: tuple[Entry, ...]


def render(plan: Plan, run: Run, *, has_list: bool, has_event: bool) -> MapMade:
    """The PDF of a plan's map. UserError where there is nobody to show, or too many."""
    entries = mapping.shown(plan)
    if not entries and plan.entries:
        raise UserError(
            f"More than {mapping.MOST} businesses are too many for one map.",
            "Choose an event with a smaller radius.",
        )
    if not entries:
        raise UserError(
            "Nobody who may be shown on a map has a place there.",
            "A map shows only those who said yes to it. Ask them first.",
        )
    sheet = _Sheet(plan, run, entries, has_list=has_list, has_event=has_event)
    title = next(iter(furniture.titles(plan)), "Puertas")
    document = Document(PAPER, title, plan.options.languages[0], run.made_at)
    pages = sheet.draw(document)
    return MapMade(document.finish(), pages, tuple(entries) if has_list else ())


def pictures(made: MapMade, progress: Progress = silent) -> list[bytes]:
    """Each page as PNG."""
    found = []
    with PDFIUM:
        pdf = pypdfium2.PdfDocument(made.data)
        try:
            for number in range(len(pdf)):
                progress(number, len(pdf), "Drawing")
                out = io.BytesIO()
                pdf[number].render(scale=DPI / 72).to_pil().save(out, "PNG", dpi=(DPI, DPI))
                found.append(out.getvalue())
        finally:
            pdf.close()
    return found


class _Sheet:
    """The pages: the map on the first, its list below and on further ones."""

    def __init__(
        self, plan: Plan, run: Run, entries: Sequence[Entry], *, has_list: bool, has_event: bool
    ) -> None:
        self._plan, self._run = plan, run
        self._entries = list(entries)
        self._has_list, self._has_event = has_list, has_event
        self._header = furniture.Header(plan)
        self._rows = _rows(self._entries) if has_list else []
        footer = furniture.Footer(plan, run, PAPER[1], 1)
        top = self._header.end
        self._bottom = footer.top - _GAP
        under = _LEGEND + (min(len(self._rows), self._most_below(top)) * _STEP + _GAP)
        self._high = min(_TALLEST, self._bottom - top - under) if has_list else self._bare(top)

    def _bare(self, top: float) -> float:
        return min(_TALLEST + 80, self._bottom - top - _LEGEND)

    def _most_below(self, top: float) -> int:
        return int((self._bottom - top - _MAP - _LEGEND - _GAP) // _STEP)

    def draw(self, document: Document) -> int:
        """Draw all pages; returns how many."""
        first = self._most_below(self._header.end)
        each = int((self._bottom - 64) // _STEP)
        rest = self._rows[first:]
        shares = [self._rows[:first], *(rest[at : at + each] for at in range(0, len(rest), each))]
        footer = furniture.Footer(self._plan, self._run, PAPER[1], len(shares))
        for number, rows in enumerate(shares, 1):
            page = Page(document)
            furniture.band(page, self._plan)
            top = self._draw_map(page) if number == 1 else 64.0
            self._draw_rows(page, top, rows)
            if number == len(shares):
                footer.draw(page, number)
            else:
                with page.artifact():
                    footer.draw(page, number)
            page.finish()
        return len(shares)

    def _draw_map(self, page: Page) -> float:
        self._header.draw(page)
        top = self._header.end
        page.outline(wording.word("map", self._plan.options.languages[0]), "map", top)
        mapping.draw(page, self._map(), MARGIN, top)
        self._draw_legend(page, top + self._high + _LEGEND / 2 + 3)
        return top + self._high + _LEGEND + _GAP

    def _map(self) -> DisplayList:
        languages, event = self._plan.options.languages, self._plan.event
        places = [
            Place(
                str(entry.number) if self._has_list else "",
                entry.listing.marker,
                entry.shape,
                entry.solid or not self._has_event or not self._has_list,
                coarse=is_coarse(entry.listing.precision),
            )
            for entry in self._entries
            if entry.listing.marker is not None
        ]
        label = tuple(wording.word("event", language) for language in languages)
        venue = Venue(event.position, label) if event.position else None
        style = print_style("sheet", mapping._measure)
        if not self._has_list:
            style = replace(style, marker=_BARE)
        maps = inset.plan(
            places, venue, (_WIDTH, self._high), style,
            languages=languages, regions=shared_regions(),
        )  # fmt: skip
        assert maps is not None  # render checks that there are places
        return maps.main

    def _draw_legend(self, page: Page, middle: float) -> None:
        """The shapes that are there with what they stand for, and what an outline means."""
        shapes = {entry.shape for entry in self._entries}
        x, base = MARGIN, middle + 3.4
        with page.tag("P"):
            for section in categories.SECTIONS:
                if section.shape in shapes:
                    said = {"en": section.en, "es": section.es}
                    words = " · ".join(said[each] for each in self._plan.options.languages)
                    marks.marker(page, (x + 6, middle), _MARKER, section.shape, "", solid=True)
                    x = page.text(x + 16, base, words, _WHERE) + 16
        if self._has_list and self._has_event:
            with page.tag("P"):
                words = " · ".join(
                    wording.word("outline", each) for each in self._plan.options.languages
                )
                if x + 16 + measure(words, _WHERE) <= PAPER[0] - MARGIN:
                    marks.marker(page, (x + 6, middle), _MARKER, "circle", "", solid=False)
                    page.text(x + 16, base, words, _WHERE)

    def _draw_rows(self, page: Page, top: float, rows: Sequence[Sequence[Entry]]) -> None:
        wide = (_WIDTH - 2 * _GAP) / _COLUMNS
        # read down the columns, as numbers run
        for column in range(_COLUMNS):
            for number, row in enumerate(rows):
                if column < len(row):
                    x = MARGIN + column * (wide + _GAP)
                    self._draw_entry(page, x, top + number * _STEP, wide, row[column])

    def _draw_entry(self, page: Page, x: float, y: float, wide: float, entry: Entry) -> None:
        solid = entry.solid or not self._has_event
        name = wrap(entry.listing.name, _NAME, wide - _HANG)
        where = wrap(_street(entry), _WHERE, wide - _HANG)
        with page.item():
            at = (x + 7, y + 8)
            marks.marker(page, at, _MARKER, entry.shape, str(entry.number), solid=solid)
            page.text(x + _HANG, y + 8.5, _first(name), _NAME)
            if where:
                page.text(x + _HANG, y + 18.5, _first(where), _WHERE)


def printed(entry: Entry, *, has_list: bool) -> dict[str, Any]:
    """What a map says of one business, for the print run."""
    if not has_list:
        return {"marker": True}
    return {"number": entry.number, "name": entry.listing.name, "address": _street(entry)}


def _street(entry: Entry) -> str:
    return ", ".join(filter(None, (entry.listing.address_1, entry.listing.city)))


def _first(lines: Sequence[str]) -> str:
    """The first line; an ellipsis where there is more."""
    return lines[0] if len(lines) < 2 else f"{lines[0].rstrip(' ,')}…"


def _rows(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Rows of a list that is read down its columns."""
    high = -(-len(entries) // _COLUMNS)
    return [list(entries[row::high]) for row in range(high)]
