"""The pages round the list of a booklet: how to use it, notes, the back cover."""

from directory_app.guides import wording
from directory_app.guides.layouts import codes, leaf, marks
from directory_app.guides.layouts.blocks import KeyBlock
from directory_app.guides.layouts.colophon import Colophon, telephone
from directory_app.guides.layouts.furniture import Run, qr_modules
from directory_app.guides.layouts.leaf import INNER, OUTER, TOP
from directory_app.guides.layouts.legend import sections_of
from directory_app.guides.layouts.measures import BLOCK_RULE, HAIR, Measures
from directory_app.guides.layouts.words import say
from directory_app.guides.page import Page
from directory_app.guides.planning import Plan
from directory_app.guides.typesetting import Style, wrap

_BODY = Style("sans", "regular", 11)
_LINE = 15.0
_GAP = 12.0


def intro(plan: Plan, language: str) -> str:
    """What the event says of the guide; else that everybody said yes."""
    event = plan.event
    text = event.intro_es if language == "es" else event.intro_en
    return text.strip() or wording.word("closing", language)


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
        x, y = leaf.left(number), TOP
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
                    base += _LINE
            lowest = max(lowest, base - 0.78 * _BODY.size)
        return lowest

    def _draw_key(self, page: Page, x: float, y: float, width: float) -> None:
        words = tuple(say("how_to", lang) for lang in self._told)
        leaf.title(page, x, width, words, size=16, top=y, high=36)
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
        x, width = leaf.left(number), self._size[0] - INNER - OUTER
        leaf.title(page, x, width, self._words)
        y = TOP + leaf.TITLE + 18
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
        panel.draw(page, leaf.left(number), TOP, self._size[1] - TOP)


class BackPanel:
    """The same in any width: blocks under rules, the run at the foot."""

    def __init__(self, plan: Plan, run: Run, width: float, style: Style) -> None:
        self._plan = plan
        self._run = run
        self._width = width
        self._style = style
        self._head = Style("serif", "bold", style.size * 1.22)
        told = plan.options.languages
        self._half = (width - _GAP) / 2 if len(told) > 1 else width

    def draw(self, page: Page, x: float, y: float, bottom: float) -> None:
        """Draw from y on; the run's lines end at ``bottom``."""
        key = "why_text" if self._plan.options.say_immigrant else "why_plain"
        y = self._block(page, x, y, "why", [[say(key, lang)] for lang in self._told], thick=True)
        if self._run.mistake_contact.strip():
            y = self._block(page, x, y, "wrong", [[self._wrong(lang)] for lang in self._told])
        shown = self._plan.options.shows("guide_qr")
        code = qr_modules(self._run.guide_url) if shown else None
        if code:
            y = self._block(page, x, y, "on_phone", [[] for _ in self._told])
            side = min(92.0, self._width / 2)
            codes.draw(page, code, x - codes.quiet(code, side), y - 10, side)
            y += side
        small = Style("cond", "regular", max(9.0, self._style.size * 0.9))
        foot = Colophon(self._plan, self._run, self._width, small, code=False)
        top = bottom - foot.height
        page.rule(x, top - 7, self._width, HAIR)
        foot.draw(page, x, top)
        self._lines(page, x, y + 4, top - 24)

    @property
    def _told(self) -> tuple[str, ...]:
        return self._plan.options.languages

    def _wrong(self, language: str) -> str:
        contact = self._run.mistake_contact.strip()
        shown = telephone(contact)
        key = "wrong_call" if shown else "wrong_tell"
        return say(key, language, contact=shown or contact)

    def _block(
        self, page: Page, x: float, y: float, key: str, texts: list[list[str]], *,
        thick: bool = False,
    ) -> float:  # fmt: skip
        """A rule, a head and a text a language; returns where the next block may begin."""
        page.rule(x, y, self._width, 3.0 if thick else HAIR)
        y += 7
        lowest = y
        pitch, head = self._style.size * 1.36, self._head
        for index, language in enumerate(self._told):
            left = x + index * (self._half + _GAP)
            base = y + 0.95 * head.size
            with page.tag("H2", lang=language):
                for line in wrap(say(key, language), head, self._half):
                    page.text(left, base, line, head)
                    base += 1.25 * head.size
            lowest = max(lowest, base)
        base_of_text = lowest + 1
        for index, said in enumerate(texts):
            base = base_of_text
            with page.tag("P", lang=self._told[index]):
                for line in (each for text in said for each in wrap(text, self._style, self._half)):
                    page.text(x + index * (self._half + _GAP), base, line, self._style)
                    base += pitch
            lowest = max(lowest, base)
        return lowest + 2

    def _lines(self, page: Page, x: float, y: float, bottom: float) -> None:
        """Lines for notes where there is room for four or more."""
        if bottom - y < 120:
            return
        page.rule(x, y, self._width, HAIR)
        for index, language in enumerate(self._told):
            left = x + index * (self._half + _GAP)
            page.text(left, y + 7 + 0.95 * self._head.size, say("notes", language), self._head)
        y += 7 + 1.2 * self._head.size + 24
        while y < bottom:
            page.rule(x, y, self._width, HAIR)
            y += 22


__all__ = ["BackCover", "BackPanel", "HowTo", "NotesPage", "intro"]
