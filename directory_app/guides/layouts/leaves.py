"""The page of a booklet: margins that mirror, a number at the outer foot, a head."""

from collections.abc import Callable
from dataclasses import dataclass

from directory_app.guides.layouts import mapping, marks
from directory_app.guides.layouts.blocks import KeyBlock
from directory_app.guides.layouts.colophon import BackPanel, Colophon, intro
from directory_app.guides.layouts.furniture import Run
from directory_app.guides.layouts.legend import MapKey, sections_of
from directory_app.guides.layouts.measures import BLOCK_RULE, HAIR, Measures
from directory_app.guides.layouts.words import say
from directory_app.guides.page import Page
from directory_app.guides.planning import Plan
from directory_app.guides.typesetting import Style, measure, wrap

TOP, BOTTOM, INNER, OUTER = 30.0, 46.0, 40.0, 30.0
THICK = 4.0
#: The height of a page's head with its rules.
TITLE = 42.0
_NUMBER = Style("cond", "black", 22)
_RUNNING = Style("cond", "regular", 10)


def left_edge(number: int) -> float:
    """Where the text of a page starts: the outer margin is at the left of even pages."""
    return INNER if number % 2 else OUTER


def running_foot(page: Page, number: int, running: tuple[str, ...]) -> None:
    """The page number at the outer edge, what the page is about beside it."""
    with page.artifact():
        _foot(page, number, running)


def _foot(page: Page, number: int, running: tuple[str, ...]) -> None:
    base = page.height - 25.0
    x, column = left_edge(number), page.width - INNER - OUTER
    shown = str(number)
    wide = measure(shown, _NUMBER)
    if number % 2:
        page.text_right(x + column, base, shown, _NUMBER)
        start, room = x, column - wide - 14
    else:
        page.text(x, base, shown, _NUMBER)
        start, room = x + max(44.0, wide + 14), column - max(44.0, wide + 14)
    for index, text in enumerate(running):
        at = start + index * room / 2
        lines = wrap(text, _RUNNING, room if len(running) == 1 else room / 2 - 6)
        if lines:
            page.text(at, base, lines[0] if len(lines) == 1 else f"{lines[0]} …", _RUNNING)


def page_title(
    page: Page, x: float, width: float, words: tuple[str, ...], *, size: float = 19.0,
    top: float = TOP - 2, high: float = TITLE,
) -> None:  # fmt: skip
    """A thick rule, a title a language, a hair rule."""
    page.rule(x, top, width, THICK)
    with page.tag("H2"):
        _words(page, x, width, words, size, top + high - 16.5)
    page.rule(x, top + high - 8.0, width, HAIR)


def _words(  # noqa: PLR0917 - a line in its place
    page: Page, x: float, width: float, words: tuple[str, ...], size: float, base: float
) -> None:
    half = width / len(words)
    for index, text in enumerate(words):
        style = Style("serif", "bold", size)
        for family in ("serif", "serif-semi", "serif-cond"):
            style = Style(family, "bold", size)
            if measure(text, style) <= half - 6:
                break
        else:
            style = Style("serif-cond", "bold", size * (half - 6) / measure(text, style))
        page.text(x + index * half, base, text, style.told(index))


_HANG = 26.0
_CONTENTS_TITLE = 24.0
_HIGH = 46.0
_LETTER_MARKER = 16.0
_COLOPHON = Style("cond", "regular", 10)


@dataclass(frozen=True, slots=True)
class Line:
    """A part of the guide and its page; ``letter`` and ``shape`` are those of a section."""

    titles: tuple[str, ...]
    page: int
    letter: str = ""
    shape: str = ""
    strong: bool = False


class Contents:
    """The lines on as many pages as they need; the colophon at the foot of the first."""

    def __init__(self, plan: Plan, run: Run, lines: list[Line], width: float, room: float) -> None:
        self._plan = plan
        self._width = width
        self._room = room
        self._colophon = Colophon(plan, run, width, _COLOPHON, code=True)
        self._set = [self._row(line) for line in lines]
        self._pages = self._paged()

    @property
    def pages(self) -> int:
        """How many pages."""
        return len(self._pages)

    def _row(self, line: Line) -> tuple[float, Line, list[list[str]], Style]:
        size = 12.0 if line.strong else 11.0
        style = Style("sans" if line.strong else "semi", "bold" if line.strong else "regular", size)
        spans = len(line.titles) == 1
        width = self._width - _HANG - 34 if spans else (self._width - _HANG - 34) / 2
        texts = [wrap(text, style, width - 6) for text in line.titles]
        tall = max(len(lines) for lines in texts) * size * 1.25 + (11 if line.strong else 8)
        return tall, line, texts, style

    def _paged(self) -> list[list[tuple[float, Line, list[list[str]], Style]]]:
        pages: list[list[tuple[float, Line, list[list[str]], Style]]] = [[]]
        room = self._room - _HIGH - self._colophon.height - 16
        used = 0.0
        for row in self._set:
            if pages[-1] and used + row[0] > room:
                pages.append([])
                used, room = 0.0, self._room - _HIGH
            pages[-1].append(row)
            used += row[0]
        return pages

    def drawer(self, index: int) -> Callable[[Page, int], None]:
        """What draws the page ``index`` of the contents."""

        def draw(page: Page, number: int) -> None:
            x = left_edge(number)
            words = tuple(say("contents", lang) for lang in self._plan.options.languages)
            page_title(page, x, self._width, words, size=_CONTENTS_TITLE, high=_HIGH)
            y = TOP - 2 + _HIGH - 8
            for row in self._pages[index]:
                self._line(page, x, y, *row)
                y += row[0]
                page.rule(x, y, self._width, HAIR)
            if not index:
                self._colophon.draw(page, x, page.height - 46 - 8 - self._colophon.height)

        return draw

    def _line(  # noqa: PLR0917 - a row as _row made it
        self, page: Page, x: float, y: float, tall: float, line: Line, texts: list[list[str]],
        style: Style,
    ) -> None:  # fmt: skip
        middle = y + tall / 2
        if line.letter:
            at = (x + _LETTER_MARKER / 2, middle)
            marks.marker(page, at, _LETTER_MARKER, line.shape, line.letter, solid=True)
        half = (self._width - _HANG - 34) / 2
        pitch = style.size * 1.25
        for index, lines in enumerate(texts):
            base = middle - len(lines) * pitch / 2 + 0.92 * style.size
            for row, text in enumerate(lines):
                page.text(x + _HANG + index * half, base + row * pitch, text, style)
        number = Style("cond", "black", 20.0 if line.strong else 16.0)
        page.text_right(x + self._width, middle + 0.36 * number.size, str(line.page), number)


_BODY = Style("sans", "regular", 11)
_BODY_LINE = 15.0
_GAP = 12.0


class HowTo:
    """The inside of the cover: a welcome, the key of markers and signs, what numbers mean."""

    def __init__(self, plan: Plan, m: Measures, room: float) -> None:
        self._plan = plan
        self._m = m
        shows = plan.options.shows
        self._intro = shows("intro")
        self._key = shows("how_to") and bool(plan.entries)
        self.wanted = self._intro or self._key
        self._room = room

    def draw(self, page: Page, number: int) -> None:
        """Draw the page."""
        x, y = left_edge(number), TOP
        width = page.width - INNER - OUTER
        if self._intro:
            y = self._columns(page, x, TOP + 8, [intro(self._plan, lang) for lang in self._told])
            y += 20
        if self._key:
            self._draw_key(page, x, y, width)

    @property
    def key(self) -> str:
        """What the page is called: a key of words."""
        return "how_to" if self._key else "welcome"

    @property
    def _told(self) -> tuple[str, ...]:
        return self._plan.options.languages

    def _columns(self, page: Page, x: float, y: float, texts: list[str]) -> float:
        """Texts side by side from the height y on; returns where they end."""
        width = self._m.column
        half = (width - 14) / 2 if len(texts) > 1 else width
        lowest = y
        for index, text in enumerate(texts):
            base = y + 0.78 * _BODY.size
            with page.tag("P", lang=self._told[index]):
                for line in wrap(text, _BODY, half):
                    page.text(x + index * (half + 14), base, line, _BODY)
                    base += _BODY_LINE
            lowest = max(lowest, base - 0.78 * _BODY.size)
        return lowest

    def _draw_key(self, page: Page, x: float, y: float, width: float) -> None:
        words = tuple(say("how_to", lang) for lang in self._told)
        page_title(page, x, width, words, size=16, top=y, high=36)
        page.outline(words[0], "how_to", y)
        y += 36
        y = self._shapes(page, x, y) + 8
        key = KeyBlock(self._plan, self._m)
        key.draw(page, x, y)
        y += key.height + 6
        page.rule(x, y, width, BLOCK_RULE)
        texts = [" ".join(self._notes(lang)) for lang in self._told]
        self._columns(page, x, y + 8, texts)

    def _notes(self, language: str) -> list[str]:
        said = [say("numbers_say", language)]
        if any(entry.distance for entry in self._plan.entries):
            said.append(say("miles_say", language))
        return said

    def _shapes(self, page: Page, x: float, y: float) -> float:
        """What each shape stands for, with the numbers of its businesses."""
        m = self._m
        style = Style("semi", "regular", m.size)
        strong = Style("semi", "bold", m.size)
        pitch = m.marker + 4
        for shape, letter, titles, numbers in sections_of(self._plan):
            middle = y + pitch / 2
            at = (x + m.marker * 0.5 - 0.5, middle)
            marks.marker(page, at, m.marker * 0.88, shape, letter, solid=True)
            for index, title in enumerate(titles):
                end = page.text(x + m.language_x(index), middle + 0.35 * m.size, title, style)
                if numbers:
                    page.text(end + 4, middle + 0.35 * m.size, numbers, strong)
            y += pitch
        return y


class NotesPage:
    """A page with lines to write on, where the sheets leave one over."""

    def __init__(self, plan: Plan, size: tuple[float, float]) -> None:
        self._words = tuple(say("notes", lang) for lang in plan.options.languages)
        self._size = size

    def draw(self, page: Page, number: int) -> None:
        """Draw the page."""
        x, width = left_edge(number), self._size[0] - INNER - OUTER
        page_title(page, x, width, self._words)
        y = TOP + TITLE + 18
        while y < self._size[1] - 60:
            page.rule(x, y, width, HAIR)
            y += 24


class BackCover:
    """Why this guide, what to do about a mistake, its code, and the run."""

    def __init__(self, plan: Plan, run: Run, size: tuple[float, float]) -> None:
        self._plan = plan
        self._run = run
        self._size = size

    def draw(self, page: Page, number: int) -> None:
        """Draw the page, its columns in the middle of the sheet's half."""
        width = self._size[0] - INNER - OUTER
        panel = BackPanel(self._plan, self._run, width, Style("sans", "regular", 11.5))
        panel.draw(page, left_edge(number), TOP, self._size[1] - TOP)


_MAP_FOOT = 44.0


class Spread:
    """The map of a plan on two pages of ``size``."""

    def __init__(self, plan: Plan, size: tuple[float, float]) -> None:
        self._plan = plan
        self._size = size
        width = 2 * (size[0] - OUTER)
        self._key = MapKey(plan)
        self._top = TOP + TITLE - 6
        column = size[0] - INNER - OUTER
        legend = max(self._key.shapes_height, self._key.meanings_height(column))
        self._high = size[1] - self._top - _MAP_FOOT - legend - 14
        maps = mapping.make(plan, (width, self._high), None, "booklet", (width / 2,))
        assert maps is not None  # only made where somebody is on the map
        self._display = maps.main

    def drawer(self, side: int) -> Callable[[Page, int], None]:
        """What draws the left (0) or the right (1) page."""

        def draw(page: Page, number: int) -> None:
            x, width = left_edge(number), self._size[0] - INNER - OUTER
            told = self._plan.options.languages
            language = told[side] if side < len(told) else ""
            if language:
                title = Style("serif", "bold", 19)
                page.text(x if side else OUTER, TOP + 22, say("map", language), title)
            page.rule(0 if side else OUTER, TOP - 2, self._size[0] - OUTER, THICK)
            if not side:
                page.outline(say("map", told[0]), "map", TOP)
            shift = -(self._size[0] - OUTER) if side else OUTER
            mapping.draw(page, mapping.part(self._display, -shift, self._size[0]), shift, self._top)
            y = self._top + self._high + 12
            if side:
                self._key.meanings(page, (x, y), width)
            else:
                self._key.shapes(page, (x, y), width)

        return draw
