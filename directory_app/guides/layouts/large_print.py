"""Large print: 18 points and more, one column, sans serif, much air, no codes, no map.

A map cannot be lettered in 18 points; the distance and its direction stand in words.
"""

from contextlib import nullcontext
from typing import Any

from directory_app.guides import wording
from directory_app.guides.layouts import marks
from directory_app.guides.layouts.colophon import (
    contact_words,
    intro,
    run_words,
    telephone,
    use_by_words,
)
from directory_app.guides.layouts.columns import fill
from directory_app.guides.layouts.entry import FullMeasures
from directory_app.guides.layouts.furniture import titles
from directory_app.guides.layouts.indexes import Index, IndexSizes
from directory_app.guides.layouts.layout import Layout
from directory_app.guides.layouts.measures import BLOCK_RULE, HAIR, LARGE_STEP, half_width
from directory_app.guides.layouts.words import say
from directory_app.guides.page import ACCENT, PAPER, Page
from directory_app.guides.pdf import Document
from directory_app.guides.typesetting import Style, measure, wrap

MARGIN = 48.0
_TOP = 21.0
_TITLE_SIZE = 30.0
_BAND = 44.0
_GUTTER = 16.0
_SIZE, _LINE = LARGE_STEP.size, LARGE_STEP.line
_BODY = Style("sans", "regular", _SIZE)
_STRONG = Style("sans", "bold", _SIZE)
_FOOT = Style("cond", "regular", _SIZE)
_FOOT_STRONG = Style("cond", "bold", _SIZE)
_FOOT_LINE = 21.0
_NUMBER = Style("cond", "black", 40)
_INDEX = IndexSizes(size=18.0, line=27.0, marker=22.0, columns=1)
_SIGNS = ("open", "closed", "call")
#: With fewer businesses nobody needs an index to find one.
_INDEX_FROM = 12


class _Sans(FullMeasures):
    """Normal width everywhere; languages below each other use the whole column."""

    @property
    def half(self) -> float:
        """The width of one language in a section's head."""
        return (self.text_width - self.pair_gutter) / max(1, self.languages)

    @property
    def body(self) -> Style:
        """Addresses."""
        return _BODY

    @property
    def strong(self) -> Style:
        """Telephones and distances."""
        return _STRONG

    @property
    def pair_style(self) -> Style:
        """Facts."""
        return _BODY

    @property
    def pair_strong(self) -> Style:
        """What it sells."""
        return _STRONG


class LargePrint(Layout):
    """A plan in large print."""

    name = "large-print"

    def arrange(self) -> None:
        """Give title, welcome, list and index their pages."""
        self._column = self.size[0] - 2 * MARGIN
        self._half = half_width(self._column, len(self.told), _GUTTER)
        self.m = m = _Sans(
            *LARGE_STEP, len(self.told), 8.0, 8.0, 20.0,
            column=self._column, thick=6.0, titles=("sans", "semi", "cond"), stacked=True, qr=False,
            labelled=True, flowing=False, told=self.told,
        )  # fmt: skip
        self._foot = self._foot_lines()
        self._bottom = self.size[1] - 28 - len(self._foot[0]) * _FOOT_LINE - 12
        self._first = self._first_page()
        room = self._bottom - _TOP - 8
        blocks = self.sections(lambda entry: self.full(entry, m), room - 80)
        self.columns = fill(blocks, lambda _: room)
        self._words = self._intro_lines()
        self._apart = [] if self._intro_fits() else self._poured(room)
        self._before = 1 + len(self._apart)
        for number, column in enumerate(self.columns, self._before + 1):
            self.note_page(column, number)
        self._index = self._index_pages(room)
        self.pages = self._before + len(self.columns) + len(self._index)

    def _foot_lines(self) -> list[list[tuple[str, bool]]]:
        """Lines of each language, filled up to the same number."""
        columns: list[list[tuple[str, bool]]] = []
        for language in self.told:
            contact = telephone(self.run.mistake_contact) or contact_words(self.run, language)
            said = [(use_by_words(self.plan, language, short=True), False)]
            said.append((run_words(self.run, language), True))
            if contact:
                said.insert(0, (f"{say('mistake', language)} {contact}", True))
            width = self._half - (0 if len(columns) == 0 else 60)
            columns.append(
                [(line, bold) for text, bold in said
                 for line in wrap(text, _FOOT_STRONG if bold else _FOOT, width)]
            )  # fmt: skip
        most = max(len(column) for column in columns)
        return [column + [("", False)] * (most - len(column)) for column in columns]

    def _index_pages(self, room: float) -> list[Any]:
        if not self.shows("index_name") or len(self.plan.entries) < _INDEX_FROM:
            return []
        self._by_name = Index(self.plan, "index_name", self._column, 999, _INDEX)
        return self._by_name.pour(lambda _: room - 62)

    def _first_page(self) -> list[tuple[float, str, Style]]:
        """The lines of the title: (air above, text, style)."""
        plan, out = self.plan, []
        for name in titles(plan):
            style = Style("sans", "bold", _TITLE_SIZE)
            out += [(40.0, line, style) for line in wrap(name, style, self._column)]
        for language in plan.options.languages:
            date = wording.long_date(plan.event.date, language)
            span = wording.time_span(plan.event.starts, plan.event.ends, language)
            lines = wrap(f"{date}, {span}" if span else date, _STRONG, self._column)
            out += [(34.0 if i == 0 else _LINE, line, _STRONG) for i, line in enumerate(lines)]
        venue = ", ".join(filter(None, (plan.event.venue, plan.event.address, plan.event.city)))
        out += [
            (34.0 if i == 0 else _LINE, line, _BODY)
            for i, line in enumerate(wrap(venue, _BODY, self._column))
        ]
        return out

    def draw(self, document: Document) -> None:
        """Draw all pages."""
        for number in range(1, self.pages + 1):
            page = Page(document)
            if number == 1:
                self._draw_first(page)
            elif number <= self._before:
                self._draw_words(page, self._apart[number - 2])
            elif number <= self._before + len(self.columns):
                self.columns[number - self._before - 1].draw(page, MARGIN, _TOP)
            else:
                self._draw_index(page, number - self._before - 1 - len(self.columns))
            with nullcontext() if number == self.pages else page.artifact():
                self._draw_foot(page, number)
            page.finish()
            self.progress(number, self.pages, "")

    def _draw_first(self, page: Page) -> None:
        with page.artifact():
            page.box(0, 0, page.width, _BAND, ACCENT)
            page.text(MARGIN, 31, "PUERTAS", Style("semi", "black", 26), PAPER)
        base = _BAND + 6
        for air, text, style in self._first:
            base += air
            with page.tag("H1" if style.size == _TITLE_SIZE else "P"):
                page.text(MARGIN, base, text, style)
        base += 22
        if self.shows_key:
            base = self._draw_key(page, base)
        self._draw_intro(page, base)

    def _draw_key(self, page: Page, y: float) -> float:
        page.rule(MARGIN, y, self._column, BLOCK_RULE)
        y += 8
        for kind in _SIGNS:
            words = [self.plan.at_event(kind, lang) for lang in self.told]
            for index, text in enumerate(words):
                base = y + 0.95 * _SIZE
                if index == 0:
                    at = (MARGIN + 16, base - 0.34 * _SIZE)
                    marks.marker(page, at, 26, "circle", "", solid=kind == "open")
                    marks.sign(page, MARGIN + 48, base, _SIZE, kind)
                page.text(MARGIN + 48 + 1.3 * _SIZE, base, text, _BODY)
                y += _LINE
            y += 5
        return y + 4

    def _intro_lines(self) -> list[list[str]]:
        """The welcome, or that nothing is listed: the lines of each language."""
        told = self.told
        if not self.plan.entries:
            texts = [wording.word("nothing", lang) for lang in told]
        elif self.shows("intro"):
            texts = [intro(self.plan, lang) for lang in told]
        else:
            return []
        return [wrap(text, _BODY, self._column) for text in texts]

    def _intro_fits(self) -> bool:
        """Whether the welcome stands below the title: all of it, in no language half."""
        top = _BAND + 6 + sum(air for air, _, _ in self._first) + 22
        if self.shows_key:
            top += 12 + len(_SIGNS) * (len(self.told) * _LINE + 5)
        return top + sum(map(len, self._words)) * _LINE + 20 <= self._bottom

    def _poured(self, room: float) -> list[list[list[str]]]:
        """The welcome on pages of its own: on each, the lines of each language."""
        most = int((room - 20) // _LINE)
        if sum(map(len, self._words)) <= most:
            return [self._words]
        return [
            [lines[start : start + most]]
            for lines in self._words
            for start in range(0, len(lines), most)
        ]

    def _draw_intro(self, page: Page, y: float) -> None:
        """The welcome below the title, unless it has pages of its own."""
        if self._words and not self._apart:
            page.rule(MARGIN, y, self._column, BLOCK_RULE)
            self._draw_lines(page, y + 10, self._words)

    def _draw_words(self, page: Page, words: list[list[str]]) -> None:
        """A page of the welcome."""
        page.rule(MARGIN, _TOP, self._column, 6.0)
        self._draw_lines(page, _TOP + 16, words)

    @staticmethod
    def _draw_lines(page: Page, y: float, words: list[list[str]]) -> None:
        for paragraph in words:
            for line in paragraph:
                page.text(MARGIN, y + 0.8 * _SIZE, line, _BODY)
                y += _LINE
            y += 7

    def _draw_index(self, page: Page, number: int) -> None:
        words = [say("index_name", lang) for lang in self.told]
        page.rule(MARGIN, _TOP, self._column, 6.0)
        for index, text in enumerate(words):
            page.text(
                MARGIN + index * (self._half + _GUTTER), _TOP + 34, text, _title(text, self._half)
            )
        page.rule(MARGIN, _TOP + 46, self._column, HAIR)
        if not number:
            page.outline(words[0], "index", _TOP)
        self._by_name.draw(page, MARGIN, _TOP + 54, self._index[number], self.page_of)

    def _draw_foot(self, page: Page, number: int) -> None:
        top = self._bottom + 6
        page.rule(MARGIN, top, self._column, HAIR)
        for index, column in enumerate(self._foot):
            for row, (text, bold) in enumerate(column):
                base = top + 18 + row * _FOOT_LINE
                style = _FOOT_STRONG if bold else _FOOT
                page.text(MARGIN + index * (self._half + _GUTTER), base, text, style)
        last = top + 18 + (len(self._foot[0]) - 1) * _FOOT_LINE
        page.text_right(MARGIN + self._column, last + 8, str(number), _NUMBER)


def _title(text: str, width: float) -> Style:
    for family in ("sans", "semi", "cond"):
        style = Style(family, "bold", 24)
        if measure(text, style) <= width:
            return style
    return style
