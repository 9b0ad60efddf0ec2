"""The coalition's words on paper: a sheet to read aloud, and each channel's question.

The words say whose businesses these are; a lost visit sheet must not say it of the one that it
names. So what is read first and last stands on a sheet of its own that names nobody, and on each
visit sheet stand the questions alone, word for word, with the version of the words.
"""

from collections.abc import Iterator

from directory_app.guides.layouts import marks, private
from directory_app.guides.layouts.colophon import telephone
from directory_app.guides.layouts.furniture import Run
from directory_app.guides.layouts.measures import HAIR
from directory_app.guides.layouts.private import (
    COND,
    MARGIN,
    MOST_LINES,
    SEMI,
    SMALL,
    SMALL_BOLD,
    TOLD,
    Block,
    Parts,
    tick_box,
)
from directory_app.guides.layouts.staff_words import say
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.tagging import Element
from directory_app.guides.typesetting import Style, wrap
from directory_app.model.listing import StaffListing
from directory_app.model.terms import Channel
from directory_app.model.wordings import Wording

_PITCH = 11.2
#: From the right margin: the middles of now, yes, no, not asked; the questions end left of them.
_ANSWERS = (141.0, 111.0, 83.0, 32.0)
_QUESTIONS_END, _BETWEEN = 157.0, 9.0


class Aloud:
    """The second part of a visit sheet: the questions and their answers."""

    def __init__(self, parts: Parts, words: tuple[Wording, ...]) -> None:
        self._parts, self._words = parts, words
        self._half = (parts.width - _QUESTIONS_END - _BETWEEN) / 2

    def blocks(self, listing: StaffListing) -> Iterator[Block]:
        """The head, a row a channel, how exact a map may be."""
        yield self._parts.head("2", "ask", air=2)
        yield self._head()
        for channel in Channel:
            yield from self._channel(listing, channel)
        yield Block(31, self._exact)

    def _x(self, column: int) -> float:
        return MARGIN + 3 + column * (self._half + _BETWEEN)

    def _answer_x(self) -> tuple[float, ...]:
        return tuple(MARGIN + self._parts.width - each for each in _ANSWERS)

    def _head(self) -> Block:
        told = [wrap(say("read_first", language), SMALL_BOLD, self._half) for language in TOLD]

        def draw(page: Page, y: float) -> None:
            for column, lines in enumerate(told):
                with page.tag("P", lang=TOLD[column]):
                    for row, line in enumerate(lines):
                        page.text(self._x(column), y + 11 + row * 12, line, SMALL_BOLD)
            keys = ("now", "yes", "no", "not_asked")
            for x, key in zip(self._answer_x(), keys, strict=True):
                style = SMALL_BOLD if key in ("yes", "no") else SMALL
                for row, language in enumerate(TOLD):
                    page.text_middle(x, y + 11 + row * 12, say(key, language), style.told(row))
            page.rule(MARGIN, y + 27.4, self._parts.width, HAIR)

        return Block(28, draw, keeps=True)

    def _channel(self, listing: StaffListing, channel: Channel) -> Iterator[Block]:
        """A question in both languages, with its answers; a very long one in several blocks."""
        told = [wrap(words.question(channel.value), COND, self._half) for words in self._words]
        for start in range(0, max(map(len, told)), MOST_LINES):
            part = [lines[start : start + MOST_LINES] for lines in told]
            yield self._row(part, "" if start else _sign(listing, channel), boxes=not start)

    def _row(self, told: list[list[str]], sign: str, *, boxes: bool) -> Block:
        high = max(16.5, max(map(len, told)) * _PITCH + 3.6)

        def draw(page: Page, y: float) -> None:
            for column, lines in enumerate(told):
                with page.tag("P", lang=TOLD[column]):
                    for row, line in enumerate(lines):
                        page.text(self._x(column), y + 11.2 + row * _PITCH, line, COND)
            now, *ticks = self._answer_x()
            if sign:
                marks.sign(page, now - 4, y + 12.2, 11, sign)
            for x in ticks if boxes else ():
                tick_box(page, x - 6.5, y + 1.6)
            page.rule(MARGIN, y + high - HAIR, self._parts.width, HAIR)

        return Block(high, draw)

    def _exact(self, page: Page, y: float) -> None:
        self._parts.options(page, y + 4, "exact", ("door", "street", "town"))


def _sign(listing: StaffListing, channel: Channel) -> str:
    """What is answered already, as a sign: yes, no, a yes that is over; "" for nothing."""
    given = listing.answer(channel.value)
    if given.answer == "yes":
        return "open" if given.until is not None else "call"
    return "closed" if given.answer == "no" else ""


_READ = Style("sans", "regular", 12)
_LED, _TOP = 16.2, 92.0
_TITLE = Style("serif", "bold", 20)


class WordsSheet:
    """What is read before the questions and after them, side by side; it names nobody."""

    def __init__(self, parts: Parts, words: tuple[Wording, ...], run: Run) -> None:
        self._parts, self._words, self._run = parts, words, run
        self._half = parts.width / 2 - 12
        self._pages = 0

    def draw(self, document: Document) -> int:
        """Draw it; returns its pages."""
        foot = self._foot()
        bottom = document.size[1] - 22 - max(map(len, foot)) * 12.0 - 14
        page, y = self._begin(document), _TOP
        for style, pair in self._pairs():
            rows = max(map(len, pair))
            if rows <= 3 and y + rows * _LED > bottom:  # a short one keeps together
                page, y = self._next(page, foot, bottom, document)
            elements = [page.document.tree.add("P", lang=lang) for lang in self._langs(document)]
            start = 0
            while start < rows:
                room = int((bottom - y) / _LED)
                if room < 1:
                    page, y = self._next(page, foot, bottom, document)
                    continue
                part = [lines[start : start + room] for lines in pair]
                self._lines(page, y, part, elements, style)
                y += max(map(len, part)) * _LED
                start += room
            y += 8
        self._end(page, foot, bottom)
        return self._pages

    def _lines(
        self, page: Page, y: float, pair: list[list[str]], elements: list[Element], style: Style
    ) -> None:
        """One language whole, then the other: so it is read, and copied."""
        for column, lines in enumerate(pair):
            with page.within(elements[column]):
                for row, line in enumerate(lines):
                    page.text(self._x(column), y + 12 + row * _LED, line, style)

    @staticmethod
    def _langs(document: Document) -> list[str]:
        return ["" if language == document.language else language for language in TOLD]

    def _x(self, column: int) -> float:
        return self._parts.second if column else MARGIN

    def _pairs(self) -> Iterator[tuple[Style, list[list[str]]]]:
        """Paragraph by paragraph, the lines of both languages."""
        first, second = self._words
        for told in zip(first.before, second.before, strict=True):
            yield _READ, [wrap(text, _READ, self._half) for text in told]
        bold = Style("semi", "bold", 12)
        yield bold, [wrap(say("then_ask", lang), bold, self._half) for lang in TOLD]
        contact = telephone(self._run.mistake_contact) or self._run.mistake_contact.strip()
        for told in zip(first.after, second.after, strict=True):
            yield _READ, [wrap(text, _READ, self._half) for text in told]
        if contact:
            strong = Style("sans", "bold", 12)
            yield strong, [wrap(contact, strong, self._half)] * 2

    def _begin(self, document: Document) -> Page:
        page = Page(document)
        self._pages += 1
        private.band(page, "words_sheet")
        with page.tag("H1"):
            for column, language in enumerate(TOLD):
                page.text(self._x(column), 59, say("before", language), _TITLE.told(column))
        page.rule(MARGIN, 72, self._parts.width, 3.0)
        if self._pages == 1:
            page.outline(say("before", TOLD[0]), "words", 0)
        return page

    def _next(
        self, page: Page, foot: list[list[str]], bottom: float, document: Document
    ) -> tuple[Page, float]:
        with page.artifact():
            for column, language in enumerate(TOLD):
                page.text(self._x(column), bottom + 8, say("goes_on_words", language), SEMI)
        self._end(page, foot, bottom)
        return self._begin(document), _TOP

    def _foot(self) -> list[list[str]]:
        told = []
        for language, words in zip(TOLD, self._words, strict=True):
            run = f"{self._run.number:04d}" if self._run.number else say("preview", language)
            text = say("foot_words", language, wording=words.stamp, run=run)
            told.append(wrap(text, SMALL, self._half))
        return told

    def _end(self, page: Page, foot: list[list[str]], bottom: float) -> None:
        for column, lines in enumerate(foot):
            with page.tag("P", lang=TOLD[column]):
                for row, line in enumerate(lines):
                    page.text(self._x(column), bottom + 24 + row * 12, line, SMALL)
        page.finish()
