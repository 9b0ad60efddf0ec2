"""Run number, printed, checked, use by, whom to tell: short lines, a column a language."""

from dataclasses import replace

from directory_app.guides import wording
from directory_app.guides.layouts import codes
from directory_app.guides.layouts.furniture import Run, printed_day, qr_modules
from directory_app.guides.layouts.measures import HAIR
from directory_app.guides.layouts.words import say
from directory_app.guides.page import Page
from directory_app.guides.planning import Plan
from directory_app.guides.typesetting import Style, wrap
from directory_app.model import phones

Line = tuple[str, bool]
#: Columns under this width say the same in shorter lines.
_NARROW = 125.0
_BETWEEN = 12.0


def contact_words(run: Run, language: str) -> str:
    """Such as "Call 505-555-0100" or "Tell lista@...": nothing without a contact."""
    contact = run.mistake_contact.strip()
    if not contact:
        return ""
    shown = telephone(contact)
    return say("call", language, contact=shown) if shown else say("tell", language, contact=contact)


def telephone(contact: str) -> str:
    """A contact that is one telephone, as it is shown; else nothing."""
    reading = phones.parse(contact.strip())
    if len(reading.phones) != 1 or reading.problems:
        return ""
    phone = reading.phones[0]
    return phones.display(phone.number, phone.extension).replace(" ", wording.NBSP)


def run_words(run: Run, language: str) -> str:
    """Such as "Run 0042"; "Preview" where nothing is counted."""
    if not run.number:
        return say("preview", language)
    return say("run", language, run=f"{run.number:04d}").replace(" ", wording.NBSP)


def checked_words(plan: Plan, language: str) -> str:
    """Such as "Checked Sep 30 to Nov 1, 2026", without the stop of a sentence."""
    days = plan.checked
    if not days:
        return say("not_checked", language)
    return wording.checked(*days, language).rstrip(".")


def use_by_words(plan: Plan, language: str, *, short: bool = False) -> str:
    """Such as "Use by January 31, 2027"."""
    day = (wording.short_date if short else wording.middle_date)(plan.use_by, language)
    return say("use_by", language, day=day)


def lines(plan: Plan, run: Run, language: str, *, short: bool = False) -> list[Line]:
    """(text, bold) in the order of the print notes; ``short`` for narrow columns."""
    printed = say("printed", language, day=wording.short_date(printed_day(plan, run), language))
    if short:
        return _short_lines(plan, run, language, printed)
    contact = contact_words(run, language)
    mistake = [(f"{say('mistake', language)} {contact}", True)] if contact else []
    return [
        *mistake,
        (checked_words(plan, language), False),
        (f"{printed}. {run_words(run, language)}", False),
        (use_by_words(plan, language), True),
    ]


def _short_lines(plan: Plan, run: Run, language: str, printed: str) -> list[Line]:
    contact = telephone(run.mistake_contact) or run.mistake_contact.strip()
    mistake = [(f"{say('mistake', language)} {contact}", True)] if contact else []
    return [
        *mistake,
        (run_words(run, language), False),
        (printed, False),
        (checked_words(plan, language), False),
        (use_by_words(plan, language, short=True), True),
    ]


class Colophon:
    """The lines side by side in ``width``, the guide's code at the right where it has one."""

    def __init__(self, plan: Plan, run: Run, width: float, style: Style, *, code: bool) -> None:
        shown = code and plan.options.shows("guide_qr")
        self._code = qr_modules(run.guide_url) if shown else None
        self._width = width
        self._style = style
        self._strong = replace(style, weight="bold")
        room = width - (codes.SIDE + 4 if self._code else 0.0)
        told = plan.options.languages
        self._second = room / 2 + 4 if len(told) > 1 else 0.0
        half = room / 2 - 4 if len(told) > 1 else room
        short = half < _NARROW
        self._columns = [self._wrapped(lines(plan, run, each, short=short), half) for each in told]
        tallest = max(len(column) for column in self._columns)
        self._pitch = style.size * 1.26
        self.height = max(tallest * self._pitch, codes.SIDE - 8 if self._code else 0.0)

    def _wrapped(self, said: list[Line], width: float) -> list[Line]:
        return [
            (line, bold)
            for text, bold in said
            for line in wrap(text, self._strong if bold else self._style, width)
        ]

    def draw(self, page: Page, x: float, y: float) -> None:
        """Draw with the upper left corner at (x, y)."""
        for index, column in enumerate(self._columns):
            for row, (text, bold) in enumerate(column):
                base = y + 0.8 * self._style.size + row * self._pitch
                style = self._strong if bold else self._style
                page.text(x + index * self._second, base, text, style)
        if self._code:
            quiet = codes.quiet(self._code)
            codes.draw(page, self._code, x + self._width - codes.SIDE + quiet, y - quiet)


def one_line(plan: Plan, run: Run, language: str) -> str:
    """The least that a loose piece of paper has to say, in one line."""
    contact = run.mistake_contact.strip()
    said = [run_words(run, language), use_by_words(plan, language, short=True)]
    if contact:
        said.append(f"{say('mistake', language)} {telephone(contact) or contact}")
    return ". ".join(said)


def intro(plan: Plan, language: str) -> str:
    """What the event says of the guide; else that everybody said yes."""
    event = plan.event
    text = event.intro_es if language == "es" else event.intro_en
    return text.strip() or wording.word("closing", language)


class BackPanel:
    """The same in any width: blocks under rules, the run at the foot."""

    def __init__(self, plan: Plan, run: Run, width: float, style: Style) -> None:
        self._plan = plan
        self._run = run
        self._width = width
        self._style = style
        self._head = Style("serif", "bold", style.size * 1.22)
        told = plan.options.languages
        self._half = (width - _BETWEEN) / 2 if len(told) > 1 else width

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
            left = x + index * (self._half + _BETWEEN)
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
                    page.text(x + index * (self._half + _BETWEEN), base, line, self._style)
                    base += pitch
            lowest = max(lowest, base)
        return lowest + 2

    def _lines(self, page: Page, x: float, y: float, bottom: float) -> None:
        """Lines for notes where there is room for four or more."""
        if bottom - y < 120:
            return
        page.rule(x, y, self._width, HAIR)
        for index, language in enumerate(self._told):
            left = x + index * (self._half + _BETWEEN)
            page.text(left, y + 7 + 0.95 * self._head.size, say("notes", language), self._head)
        y += 7 + 1.2 * self._head.size + 24
        while y < bottom:
            page.rule(x, y, self._width, HAIR)
            y += 22
