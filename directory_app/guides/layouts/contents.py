"""The contents of a booklet: a line a part, in both languages, its page at the right."""

from collections.abc import Callable
from dataclasses import dataclass

from directory_app.guides.layouts import leaf, marks
from directory_app.guides.layouts.colophon import Colophon
from directory_app.guides.layouts.furniture import Run
from directory_app.guides.layouts.leaf import TOP
from directory_app.guides.layouts.measures import HAIR
from directory_app.guides.layouts.words import say
from directory_app.guides.page import Page
from directory_app.guides.planning import Plan
from directory_app.guides.typesetting import Style, wrap

_HANG = 26.0
_TITLE = 24.0
_HIGH = 46.0
_MARKER = 16.0
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
            x = leaf.left(number)
            words = tuple(say("contents", lang) for lang in self._plan.options.languages)
            leaf.title(page, x, self._width, words, size=_TITLE, high=_HIGH)
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
            at = (x + _MARKER / 2, middle)
            marks.marker(page, at, _MARKER, line.shape, line.letter, solid=True)
        half = (self._width - _HANG - 34) / 2
        pitch = style.size * 1.25
        for index, lines in enumerate(texts):
            base = middle - len(lines) * pitch / 2 + 0.92 * style.size
            for row, text in enumerate(lines):
                page.text(x + _HANG + index * half, base + row * pitch, text, style)
        number = Style("cond", "black", 20.0 if line.strong else 16.0)
        page.text_right(x + self._width, middle + 0.36 * number.size, str(line.page), number)
