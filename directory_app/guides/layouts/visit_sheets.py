"""Visit sheets: what we have with boxes to tick, the question word for word, who and when."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from directory_app.guides.layouts import marks, private
from directory_app.guides.layouts.colophon import telephone
from directory_app.guides.layouts.furniture import Run
from directory_app.guides.layouts.kinds import paper_size
from directory_app.guides.layouts.measures import HAIR
from directory_app.guides.layouts.private import MARGIN, tick_box
from directory_app.guides.layouts.rendered import Private
from directory_app.guides.layouts.staff_words import say
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.typesetting import Style, measure, wrap
from directory_app.model.geo import Position, compass_point, distance_miles
from directory_app.model.listing import StaffListing
from directory_app.model.terms import Channel
from directory_app.progress import Progress

if TYPE_CHECKING:
    from directory_app.guides.visits import StaffPlan

TOLD = ("en", "es")
_TEXT = Style("sans", "regular", 10.5)
_SEMI = Style("semi", "regular", 10.5)
_BOLD = Style("semi", "bold", 10.5)
_SMALL = Style("cond", "regular", 10)
_SMALL_BOLD = Style("cond", "bold", 10)
_HEAD = Style("serif", "bold", 13.5)
_NAME = Style("sans", "bold", 17)
_NUMBER = Style("cond", "black", 34)
_LINE = 13.0
_ROW = 27.0
_TOP = 80.0
_LABEL = 84.0
_YES, _NO = 312.0, 340.0
_WRITE = 357.0
#: A row with more lines than this goes on in another.
_MOST_LINES = 24


@dataclass(slots=True)
class Block:
    """A part of a sheet that never breaks, and how to draw it from a height on."""

    height: float
    draw: Callable[[Page, float], None]


class VisitSheets:
    """The sheets of a plan: one or more pages a business, in the order given."""

    def __init__(self, plan: "StaffPlan", run: Run, progress: Progress) -> None:
        self.plan = plan
        self.run = run
        self._progress = progress
        self.size = paper_size("visit-sheets", plan.paper)
        self._width = self.size[0] - 2 * MARGIN
        self._second = MARGIN + self._width / 2 + 3
        self._foot = self._foot_lines()
        self._bottom = self.size[1] - 14 - len(self._foot[0]) * 12.0 - 8
        self.pages = 0
        self.page_of: dict[str, int] = {}

    def _foot_lines(self) -> list[list[str]]:
        run = f"{self.run.number:04d}" if self.run.number else ""
        half = self._width / 2 - 30
        return [
            wrap(
                say(
                    "foot", language, wording=self.plan.wording, run=run or say("preview", language)
                ),
                _SMALL,
                half,
            )
            for language in TOLD
        ]

    def draw(self, document: Document) -> None:
        """Draw every sheet."""
        stops = self.plan.listings
        for index, listing in enumerate(stops):
            self.page_of[listing.code] = self.pages + 1
            self._sheet(document, index, listing)
            self._progress(index + 1, len(stops), listing.name)
        if not stops:
            page = Page(document)
            private.band(page, "visit_sheet")
            for index, language in enumerate(TOLD):
                page.text(MARGIN, 60 + index * 18, say("nobody", language), _TEXT)
            page.finish()
            self.pages = 1

    def _sheet(self, document: Document, index: int, listing: StaffListing) -> None:
        page = self._begin(document, index, listing)
        y = _TOP
        for block in self._blocks(listing):
            if y + block.height > self._bottom and y > _TOP:
                page.text(MARGIN, self._bottom, f"{say('goes_on', 'en')}", _SMALL)
                page.text(self._second, self._bottom, f"{say('goes_on', 'es')}", _SMALL)
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
        right = MARGIN + self._width
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
        if index + 1 == self.page_of[listing.code] or self.pages == self.page_of[listing.code]:
            page.outline(f"{index + 1} {listing.name}", f"v{index}", 0)
        return page

    @staticmethod
    def _contact(page: Page, x: float, base: float, room: float, listing: StaffListing) -> None:
        lines = wrap(private.address(listing), _TEXT, room)
        end = page.text(x, base, lines[0], _TEXT) + 10 if lines else x
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
            end = page.text(at, base, text, _SMALL.told(column))
            if leg:
                marks.arrow(page, end + 7, base - 3.5, 8.0, leg[1])

    def _end(self, page: Page, index: int) -> None:
        base = self._bottom + 14
        for column, lines in enumerate(self._foot):
            x = self._second - 15 if column else MARGIN
            for row, line in enumerate(lines):
                page.text(x, base + row * 12, line, _SMALL.told(column))
        style = Style("cond", "black", 20)
        page.text_right(MARGIN + self._width, self._bottom + 30, str(index + 1), style)
        page.finish()

    # the blocks

    def _blocks(self, listing: StaffListing) -> Iterator[Block]:
        yield self._head("1", "right")
        yield Block(28, self._columns)
        for key, lines in private.current(listing):
            yield from self._rows(key, lines)
        yield self._head("2", "ask", air=4)
        yield self._question()
        yield self._answers_head()
        for channel in Channel:
            yield self._channel(listing, channel)
        yield self._exact()
        yield self._head("3", "who", air=4)
        yield self._who()
        yield self._never()

    def _head(self, number: str, key: str, air: float = 0.0) -> Block:
        def draw(page: Page, y: float) -> None:
            y += air
            page.rule(MARGIN, y, self._width, 3.0)
            with page.tag("H2"):
                page.text(MARGIN, y + 16.5, number, Style("cond", "black", 15))
                for column, language in enumerate(TOLD):
                    x = self._second if column else MARGIN + 22
                    page.text(x, y + 16.5, say(key, language), _HEAD.told(column))
            page.rule(MARGIN, y + 23, self._width, HAIR)

        return Block(24 + air, draw)

    def _columns(self, page: Page, y: float) -> None:
        """What the columns of the table are."""
        for row, language in enumerate(TOLD):
            base = y + 11 + row * 12.4
            page.text(MARGIN + _LABEL + 3, base, say("have", language), _SMALL.told(row))
            page.text_middle(MARGIN + _YES, base, say("yes", language), _SMALL_BOLD.told(row))
            page.text_middle(MARGIN + _NO, base, say("no", language), _SMALL_BOLD.told(row))
            page.text(MARGIN + _WRITE, base, say("if_no", language), _SMALL.told(row))
        page.rule(MARGIN, y + 27.4, self._width, HAIR)

    def _rows(self, key: str, values: list[str]) -> Iterator[Block]:
        """A row of the table; a very long one in several."""
        room = _YES - 14 - _LABEL - 3
        lines = [line for value in values for line in _wrapped(value, room)]
        for start in range(0, max(1, len(lines)), _MOST_LINES):
            part = lines[start : start + _MOST_LINES]
            high = max(_ROW, len(part) * _LINE + 2)
            yield Block(high, self._row_drawer(key if not start else "", part, high))

    def _row_drawer(
        self, key: str, lines: list[tuple[str, Style]], high: float
    ) -> Callable[[Page, float], None]:
        def draw(page: Page, y: float) -> None:
            middle = y + high / 2
            if key:
                for row, language in enumerate(TOLD):
                    base = middle - 3.2 + row * _LINE
                    page.text(MARGIN + 3, base, say(key, language), _BOLD.told(row))
                tick_box(page, MARGIN + _YES - 6.5, middle - 6.5)
                tick_box(page, MARGIN + _NO - 6.5, middle - 6.5)
            first = middle - len(lines) * _LINE / 2 + 10
            with page.tag("P"):
                for row, (line, style) in enumerate(lines):
                    page.text(MARGIN + _LABEL + 3, first + row * _LINE, line, style)
            page.rule(MARGIN, y + high - HAIR, self._width, HAIR)

        return draw

    def _question(self) -> Block:
        """The question in both languages, side by side."""
        half = self._width / 2 - 12
        contact = telephone(self.run.mistake_contact) or self.run.mistake_contact.strip()
        columns = []
        style = Style("cond", "regular", 11)
        for language in TOLD:
            call = say("question_call", language, contact=contact) if contact else ""
            columns.append(wrap(say("question", language, call=call), style, half))
        high = max(map(len, columns)) * _LINE + 8

        def draw(page: Page, y: float) -> None:
            for column, lines in enumerate(columns):
                x = self._second if column else MARGIN
                with page.tag("P", lang=TOLD[column]):
                    for row, line in enumerate(lines):
                        page.text(x, y + 13 + row * _LINE, line, style)

        return Block(high, draw)

    @property
    def _answer_x(self) -> tuple[float, float, float, float]:
        """Middles of now, yes, no, not asked."""
        right = MARGIN + self._width
        return right - 176, right - 129, right - 94, right - 38

    def _answers_head(self) -> Block:
        def draw(page: Page, y: float) -> None:
            for x, key in zip(self._answer_x, ("now", "yes", "no", "not_asked"), strict=True):
                style = _SMALL_BOLD if key in ("yes", "no") else _SMALL
                for row, language in enumerate(TOLD):
                    page.text_middle(x, y + 11 + row * 12, say(key, language), style.told(row))
            page.rule(MARGIN, y + 27.4, self._width, HAIR)

        return Block(28, draw)

    def _channel(self, listing: StaffListing, channel: Channel) -> Block:
        given = listing.answer(channel.value)
        key = {"yes": "said_yes", "no": "said_no"}.get(given.answer, "")
        if given.answer == "yes" and given.until is None:
            key = "lapsed"

        def draw(page: Page, y: float) -> None:
            for column, language in enumerate(TOLD):
                x = MARGIN + 3 + column * 190
                style = _fitting(say(channel.value, language), 186)
                page.text(x, y + 12.2, say(channel.value, language), style.told(column))
            now, *boxes = self._answer_x
            if key:
                signs = {"said_yes": "open", "said_no": "closed", "lapsed": "call"}
                marks.sign(page, now - 4, y + 12.2, 11, signs[key])
            for x in boxes:
                tick_box(page, x - 6.5, y + 1.3)
            page.rule(MARGIN, y + 15.9, self._width, HAIR)

        return Block(16.5, draw)

    def _exact(self) -> Block:
        def draw(page: Page, y: float) -> None:
            self._options(page, y + 4, "exact", ("door", "street", "town"))

        return Block(31, draw)

    def _options(self, page: Page, y: float, key: str, options: tuple[str, ...]) -> None:
        """A label in both languages and boxes to tick."""
        style = _BOLD if key != "exact" else _SEMI
        for row, language in enumerate(TOLD):
            page.text(MARGIN + 3, y + 10 + row * _LINE, say(key, language), style.told(row))
        start = 150.0 if key == "exact" else 83.0
        step = (self._width - start) / 3
        for index, option in enumerate(options):
            x = MARGIN + start + index * step
            tick_box(page, x, y + 5)
            for row, language in enumerate(TOLD):
                end = page.text(
                    x + 18, y + 10 + row * _LINE, say(option, language), _SEMI.told(row)
                )
                if option.startswith("other") and not row:
                    page.rule(end + 4, y + 11, MARGIN + self._width - end - 4, HAIR)

    def _who(self) -> Block:
        def draw(page: Page, y: float) -> None:
            self._options(page, y + 3, "answered_by", ("owner", "manager", "other"))
            self._options(page, y + 32, "asked_in", ("english", "spanish", "other_language"))
            half = self._width / 2
            for x, key, label in ((MARGIN, "date", 84.0), (MARGIN + half, "asked_by", 66.0)):
                for row, language in enumerate(TOLD):
                    base = y + 72 + row * _LINE
                    page.text(x + 3, base, say(key, language), _BOLD.told(row))
                page.rule(x + label, y + 86, half - label - (18 if x == MARGIN else 0), HAIR)

        return Block(89, draw)

    def _never(self) -> Block:
        """What is never written down, in a box."""
        half = self._width / 2 - 16
        columns = []
        for language in TOLD:
            text = f"{say('never', language)} {say('never_list', language)}"
            columns.append(wrap(text, _SMALL, half))
        high = max(map(len, columns)) * 12.6 + 10

        def draw(page: Page, y: float) -> None:
            x, w = MARGIN, self._width
            page.shape(
                [(x, y + 4), (x + w, y + 4), (x + w, y + high + 4), (x, y + high + 4)], stroke=1.4
            )
            for column, lines in enumerate(columns):
                left = self._second if column else MARGIN + 8
                with page.tag("P", lang=TOLD[column]):
                    for row, line in enumerate(lines):
                        _led(page, left, y + 17 + row * 12.6, line, say("never", TOLD[column]))

        return Block(high + 8, draw)


def _led(page: Page, x: float, base: float, line: str, lead: str) -> None:
    """A line whose first words are bold, if it begins with them."""
    if line.startswith(lead):
        x = page.text(x, base, lead, _SMALL_BOLD) + 2.4
        line = line[len(lead) :].strip()
    page.text(x, base, line, _SMALL)


def _wrapped(value: str, room: float) -> list[tuple[str, Style]]:
    """Lines of a value, condensed where that saves one."""
    plain = wrap(value, _SEMI, room)
    narrow = wrap(value, Style("cond", "regular", 10.5), room)
    if len(narrow) < len(plain):
        return [(line, Style("cond", "regular", 10.5)) for line in narrow]
    return [(line, _SEMI) for line in plain]


def _fitting(text: str, room: float) -> Style:
    return _SEMI if measure(text, _SEMI) <= room else Style("cond", "regular", 10.5)


def _leg(here: Position | None, there: Position | None) -> tuple[float, str] | None:
    if here is None or there is None:
        return None
    return distance_miles(here, there), compass_point(here, there)


def render(plan: "StaffPlan", run: Run, progress: Progress) -> Private:
    """The PDF of a plan."""
    made = VisitSheets(plan, run, progress)
    title = say("visit_sheet", plan.languages[0])
    document = Document(made.size, title, "en", run.made_at)
    made.draw(document)
    return Private(document.finish(), made.pages, made.page_of)
