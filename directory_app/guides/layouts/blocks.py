"""The other things in a column: the key, section heads, the closing note."""

from dataclasses import replace

from directory_app.guides import wording
from directory_app.guides.layouts import marks
from directory_app.guides.layouts.entry import Rows
from directory_app.guides.layouts.measures import BLOCK_RULE, COLUMN, HAIR, Measures
from directory_app.guides.page import Page
from directory_app.guides.planning import Plan, Section
from directory_app.guides.typesetting import Style, measure, wrap

_SIGNS = ("open", "closed", "call")


class KeyBlock:
    """How to read the list: markers, signs and arrows, in both languages."""

    def __init__(self, plan: Plan, m: Measures) -> None:
        self._m = m
        self._plan = plan
        self._languages = plan.options.languages
        self._distances = any(entry.distance for entry in plan.entries)
        two = len(plan.options.languages) > 1
        self._about = two and any(entry.distance and entry.distance.about for entry in plan.entries)
        self._style = self._fitting()
        self._pitch = m.line + 4
        rows = len(_SIGNS) + self._distances + self._about
        self.height = BLOCK_RULE + 2.5 + rows * self._pitch + 2.5

    def draw(self, page: Page, x: float, y: float) -> None:
        """Draw the key with its upper left corner at (x, y)."""
        m = self._m
        page.rule(x, y, m.column, BLOCK_RULE)
        middle = y + BLOCK_RULE + 2.5 + self._pitch / 2
        for index, kind in enumerate(_SIGNS):
            with page.artifact():  # a reader hears the words: what they stand beside is a picture
                marks.marker(
                    page,
                    (x + m.marker * 0.5 - 0.5, middle), m.marker * 0.88, "circle",
                    str(index + 1), solid=kind == "open",
                )  # fmt: skip
                marks.sign(page, x + m.hang, middle + 0.3 * m.size, m.size, kind)
            self._words(page, x, middle, kind)
            middle += self._pitch
        if self._distances:
            with page.artifact():
                marks.arrow(page, x + m.marker * 0.5 - 0.5, middle, 0.75 * m.size, "NE")
            self._words(page, x, middle, "direction")
            middle += self._pitch
        if self._about:
            page.text_middle(x + m.marker * 0.5 - 0.5, middle + 0.28 * m.size, "~", m.strong)
            self._words(page, x, middle, "approximate")

    def _words(self, page: Page, x: float, middle: float, kind: str) -> None:
        for index, language in enumerate(self._languages):
            left = x + self._m.language_x(index) + self._indent(index)
            base = middle + 0.28 * self._style.size
            with page.tag("P", lang=language):
                page.text(left, base, self._plan.at_event(kind, language), self._style)

    def _indent(self, index: int) -> float:
        """Past the sign, and as far as hours are set in from it."""
        return (1.45 if index == 0 else 0.75) * self._m.size

    def _fitting(self) -> Style:
        """The largest size, from the floor up to the body's, with which each row is one line."""
        style = self._m.pair
        floor = 10.0 if self._m.column >= COLUMN else 9.0  # narrow panels: trifold, pocket
        for kind in (*_SIGNS, "direction", "approximate"):
            for index, language in enumerate(self._languages):
                room = self._m.half - self._indent(index)
                wide = measure(self._plan.at_event(kind, language), style)
                if wide > room:
                    style = replace(style, size=max(floor, style.size * room / wide))
        return style


class HeadBlock:
    """The head of a section: thick rule, marker with its letter, titles, hair rule."""

    def __init__(self, plan: Plan, section: Section, m: Measures, *, continued: bool) -> None:
        self._m = m
        self.section = section
        self.continued = continued
        # titles are never under 10 points
        self._size = max(10.0, m.section * 0.85) if continued else m.section
        self._languages = plan.options.languages
        self._columns = self._titles()
        lines = max(len(lines) for lines, _ in self._columns)
        self._pitch = self._size * 1.2
        self.height = m.thick + 0.45 * self._size + lines * self._pitch + HAIR

    def _titles(self) -> list[tuple[list[str], Style]]:
        m, titles = self._m, self.section.titles
        width = m.text_width if len(titles) == 1 else m.half
        left = 0.0 if self.section.letter else m.hang
        out = []
        for title in titles:
            for family in m.titles:
                style = Style(family, "bold", self._size)
                lines = wrap(title, style, width + left)
                if len(lines) == 1:
                    break
            out.append((lines, style))
        return out

    def draw(self, page: Page, x: float, y: float) -> None:
        """Draw the head with its upper left corner at (x, y)."""
        m = self._m
        page.rule(x, y, m.column, m.thick)
        first = y + m.thick + 0.18 * self._size + 0.95 * self._size
        kind = "H2" if not self.continued else ""
        with page.tag(kind) if kind else page.artifact():
            self._draw_titles(page, x, y, first)
        page.rule(x, y + self.height - HAIR, m.column, HAIR)

    def _draw_titles(self, page: Page, x: float, y: float, first: float) -> None:
        m, section = self._m, self.section
        if section.letter:
            height = m.marker * (0.88 if self.continued else 1.0)
            middle = y + m.thick + (self.height - m.thick - HAIR) / 2
            marks.marker(
            page,
            (x + m.marker * 0.5 - 0.5, middle), height, section.shape, section.letter,
                solid=True,
            )  # fmt: skip
        for index, (lines, style) in enumerate(self._columns):
            left = x + (m.language_x(index) if section.letter or index else 0.0)
            for row, line in enumerate(lines):
                end = page.text(left, first + row * self._pitch, line, style.told(index))
            if self.continued:
                self._say_continued(page, end, first + (len(lines) - 1) * self._pitch, x, index)

    def _say_continued(self, page: Page, end: float, baseline: float, x: float, index: int) -> None:
        """Say "continued" after the title where its column has room."""
        m = self._m
        style = Style("cond", "regular", 0.9 * m.size)
        one = len(self._columns) == 1
        words = [wording.word("continued", lang) for lang in self._languages]
        for at, text in (
            [(i, words[i]) for i in range(len(words))] if one else [(index, words[index])]
        ):
            left = max(end + 5, x + m.language_x(at)) if one else end + 5
            right = x + m.language_x(at) + m.half
            if left + measure(text, style) <= right:
                end = page.text(left, baseline, text, style)


class NoteBlock:
    """A closing note in both languages under a rule."""

    def __init__(self, plan: Plan, m: Measures, key: str) -> None:
        self._column = m.column
        self._rows = Rows()
        base = BLOCK_RULE + 3.5 + 0.78 * m.size
        columns = [
            wrap(wording.word(key, language), m.pair, m.half) for language in plan.options.languages
        ]
        for index, lines in enumerate(columns):
            for row, line in enumerate(lines):
                place = (m.language_x(index), base + row * m.line)
                self._rows.texts.append((*place, line, m.pair.told(index)))
        most = max(len(lines) for lines in columns)
        self.height = base + (most - 1) * m.line + 0.22 * m.size + 3

    def draw(self, page: Page, x: float, y: float) -> None:
        """Draw the note with its upper left corner at (x, y)."""
        page.rule(x, y, self._column, BLOCK_RULE)
        self._rows.draw(page, x, y)
