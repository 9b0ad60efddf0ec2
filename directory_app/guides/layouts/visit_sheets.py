"""Visit sheets: what we have with boxes to tick, the question word for word, who and when."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from directory_app.guides.layouts import marks, private
from directory_app.guides.layouts.aloud import Aloud, WordsSheet
from directory_app.guides.layouts.measures import HAIR
from directory_app.guides.layouts.private import (
    BOLD,
    LINE,
    MARGIN,
    MOST_LINES,
    SEMI,
    SMALL,
    SMALL_BOLD,
    TEXT,
    TOLD,
    Block,
    Parts,
    PrivateLayout,
    tick_box,
)
from directory_app.guides.layouts.staff_words import say
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.typesetting import Style, measure, wrap
from directory_app.model.geo import Position, compass_point, distance_miles
from directory_app.model.listing import StaffListing

if TYPE_CHECKING:
    pass

_NAME = Style("sans", "bold", 17)
_NUMBER = Style("cond", "black", 34)
_ROW = 25.6
_TOP = 79.0
_LABEL = 84.0
_YES, _NO = 312.0, 340.0
_WRITE = 357.0


class VisitSheets(PrivateLayout):
    """The sheets of a plan: one or more pages a business, in the order given."""

    name, TITLE, text_size = "visit-sheets", "visit_sheet", SEMI.size

    def arrange(self) -> None:
        """Measure the foot of the pages."""
        self._parts = Parts(self.width)
        self._aloud = Aloud(self._parts, self.plan.words)
        self._second = self._parts.second
        half = self.width / 2 - 30
        self._foot = [
            wrap(
                say("foot", language, wording=words.stamp, run=self.run_word(language)), SMALL, half
            )
            for language, words in zip(TOLD, self.plan.words, strict=True)
        ]
        self._bottom = self.size[1] - 14 - len(self._foot[0]) * 12.0 - 5

    def draw(self, document: Document) -> None:
        """Draw the words, then every sheet."""
        stops = self.plan.listings
        if stops:
            self.pages = WordsSheet(self._parts, self.plan.words, self.run).draw(document)
        for index, listing in enumerate(stops):
            self.page_of[listing.code] = self.pages + 1
            self._sheet(document, index, listing)
            self.progress(index + 1, len(stops), listing.name)
        if not stops:
            page = Page(document)
            private.band(page, "visit_sheet")
            for index, language in enumerate(TOLD):
                page.text(MARGIN, 60 + index * 18, say("nobody", language), TEXT)
            page.finish()
            self.pages = 1

    def _sheet(self, document: Document, index: int, listing: StaffListing) -> None:
        page = self._begin(document, index, listing)
        y = _TOP
        blocks = list(self._blocks(listing))
        for at, block in enumerate(blocks):
            if y + _together(blocks[at:]) > self._bottom and y > _TOP:
                page.text(MARGIN, self._bottom, f"{say('goes_on', 'en')}", SMALL)
                page.text(self._second, self._bottom, f"{say('goes_on', 'es')}", SMALL)
                self._end(page, index)
                page = self._begin(document, index, listing)
                y = _TOP
            block.draw(page, y)
            y += block.height
        self._end(page, index)

    # the head and the foot of each page

    def _begin(self, document: Document, index: int, listing: StaffListing) -> Page:
        page = Page(document)
        self.pages += 1
        private.band(page, "visit_sheet")
        right = MARGIN + self.width
        left = private.code(page, right, 33, listing.code)
        page.text(left, 75, say("code", "en"), Style("cond", "regular", 9))
        page.text_right(right, 75, say("code", "es"), Style("cond", "regular", 9))
        number = str(index + 1)
        x = max(68.0, MARGIN + measure(number, _NUMBER) + 9)
        page.text(MARGIN, 57, number, _NUMBER)
        room = left - x - 8
        with page.tag("H1"):
            for style in (_NAME, Style("semi", "bold", 17), Style("cond", "bold", 15)):
                lines = wrap(listing.name, style, room)
                if len(lines) == 1:
                    break
            page.text(x, 47, lines[0], style)  # the whole name stands in its row below
        self._contact(page, x, 62, room, listing)
        self._leg(page, x, 75, index)
        if self.pages == self.page_of[listing.code]:
            page.outline(f"{index + 1} {listing.name}", f"v{index}", 0)
        return page

    @staticmethod
    def _contact(page: Page, x: float, base: float, room: float, listing: StaffListing) -> None:
        lines = wrap(private.address(listing), TEXT, room)
        end = page.text(x, base, lines[0], TEXT) + 10 if lines else x
        for phone in private.phones_text(listing):
            wide = measure(phone, Style("sans", "bold", 10.5))
            if end + wide <= x + room:
                end = page.text(end, base, phone, Style("sans", "bold", 10.5)) + 8

    def _leg(self, page: Page, x: float, base: float, index: int) -> None:
        """Which stop this is, and how far and which way the next one lies."""
        stops = self.plan.listings
        leg = _leg(stops[index].place, stops[index + 1].place) if index + 1 < len(stops) else None
        for column, language in enumerate(TOLD):
            at = x if not column else max(self._second - 40, x + 180)
            text = say("stop", language, stop=str(index + 1), stops=str(len(stops)))
            if leg:
                text += " " + say("next", language, miles=f"{max(leg[0], 0.1):.1f}")
            end = page.text(at, base, text, SMALL.told(column))
            if leg:
                marks.arrow(page, end + 7, base - 3.5, 8.0, leg[1])

    def _end(self, page: Page, index: int) -> None:
        base = self._bottom + 14
        for column, lines in enumerate(self._foot):
            x = self._second - 15 if column else MARGIN
            for row, line in enumerate(lines):
                page.text(x, base + row * 12, line, SMALL.told(column))
        style = Style("cond", "black", 20)
        page.text_right(MARGIN + self.width, self._bottom + 30, str(index + 1), style)
        page.finish()

    # the blocks

    def _blocks(self, listing: StaffListing) -> Iterator[Block]:
        yield self._parts.head("1", "right")
        yield Block(28, self._columns)
        for key, lines in private.current(listing):
            yield from self._rows(key, lines)
        yield from self._aloud.blocks(listing)
        yield self._parts.head("3", "who", air=2)
        yield self._who()
        yield self._never()

    def _columns(self, page: Page, y: float) -> None:
        """What the columns of the table are."""
        for row, language in enumerate(TOLD):
            base = y + 11 + row * 12.4
            page.text(MARGIN + _LABEL + 3, base, say("have", language), SMALL.told(row))
            page.text_middle(MARGIN + _YES, base, say("yes", language), SMALL_BOLD.told(row))
            page.text_middle(MARGIN + _NO, base, say("no", language), SMALL_BOLD.told(row))
            page.text(MARGIN + _WRITE, base, say("if_no", language), SMALL.told(row))
        page.rule(MARGIN, y + 27.4, self.width, HAIR)

    def _rows(self, key: str, values: list[str]) -> Iterator[Block]:
        """A row of the table; a very long one in several."""
        room = _YES - 14 - _LABEL - 3
        lines = [line for value in values for line in _wrapped(value, room)]
        for start in range(0, max(1, len(lines)), MOST_LINES):
            part = lines[start : start + MOST_LINES]
            high = max(_ROW, len(part) * LINE + 1)
            yield Block(high, self._row_drawer(key if not start else "", part, high))

    def _row_drawer(
        self, key: str, lines: list[tuple[str, Style]], high: float
    ) -> Callable[[Page, float], None]:
        def draw(page: Page, y: float) -> None:
            middle = y + high / 2
            if key:
                for row, language in enumerate(TOLD):
                    base = middle - 3.2 + row * LINE
                    page.text(MARGIN + 3, base, say(key, language), BOLD.told(row))
                tick_box(page, MARGIN + _YES - 6.5, middle - 6.5)
                tick_box(page, MARGIN + _NO - 6.5, middle - 6.5)
            first = middle - len(lines) * LINE / 2 + 10
            with page.tag("P"):
                for row, (line, style) in enumerate(lines):
                    page.text(MARGIN + _LABEL + 3, first + row * LINE, line, style)
            page.rule(MARGIN, y + high - HAIR, self.width, HAIR)

        return draw

    def _who(self) -> Block:
        def draw(page: Page, y: float) -> None:
            self._parts.options(page, y + 3, "answered_by", ("owner", "manager", "other"))
            self._parts.options(page, y + 29, "asked_in", ("english", "spanish", "other_language"))
            half = self.width / 2
            for x, key, label in ((MARGIN, "date", 84.0), (MARGIN + half, "asked_by", 66.0)):
                for row, language in enumerate(TOLD):
                    base = y + 66 + row * LINE
                    page.text(x + 3, base, say(key, language), BOLD.told(row))
                page.rule(x + label, y + 79, half - label - (18 if x == MARGIN else 0), HAIR)

        return Block(82, draw, keeps=True)

    def _never(self) -> Block:
        """What is never written down, in a box."""
        half = self.width / 2 - 16
        columns = []
        for language in TOLD:
            text = f"{say('never', language)} {say('never_list', language)}"
            columns.append(wrap(text, SMALL, half))
        high = max(map(len, columns)) * 12.2 + 9

        def draw(page: Page, y: float) -> None:
            x, w = MARGIN, self.width
            page.shape(
                [(x, y + 4), (x + w, y + 4), (x + w, y + high + 4), (x, y + high + 4)], stroke=1.4
            )
            for column, lines in enumerate(columns):
                left = self._second if column else MARGIN + 8
                with page.tag("P", lang=TOLD[column]):
                    for row, line in enumerate(lines):
                        _led(page, left, y + 16.5 + row * 12.2, line, say("never", TOLD[column]))

        return Block(high + 8, draw)


def _together(blocks: list[Block]) -> float:
    """How high the first block is with those that it does not part from."""
    high = 0.0
    for block in blocks:
        high += block.height
        if not block.keeps:
            break
    return high


def _led(page: Page, x: float, base: float, line: str, lead: str) -> None:
    """A line whose first words are bold, if it begins with them."""
    if line.startswith(lead):
        x = page.text(x, base, lead, SMALL_BOLD) + 2.4
        line = line[len(lead) :].strip()
    page.text(x, base, line, SMALL)


def _wrapped(value: str, room: float) -> list[tuple[str, Style]]:
    """Lines of a value, condensed where that saves one."""
    plain = wrap(value, SEMI, room)
    narrow = wrap(value, Style("cond", "regular", 10.5), room)
    if len(narrow) < len(plain):
        return [(line, Style("cond", "regular", 10.5)) for line in narrow]
    return [(line, SEMI) for line in plain]


def _leg(here: Position | None, there: Position | None) -> tuple[float, str] | None:
    if here is None or there is None:
        return None
    return distance_miles(here, there), compass_point(here, there)
