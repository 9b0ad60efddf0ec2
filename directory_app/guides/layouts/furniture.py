"""What frames each page: band, title, footer with whom to call and until when to use it."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import segno

from directory_app.guides import wording
from directory_app.guides.layouts.measures import (
    BAND,
    BLOCK_RULE,
    COLUMN,
    FOOT,
    GUTTER,
    HEADER_END,
    MARGIN,
    QR,
)
from directory_app.guides.page import ACCENT, PAPER, Page
from directory_app.guides.planning import Plan
from directory_app.guides.typesetting import Style, measure, wrap
from directory_app.model import phones

TITLE, EVENT_LINE, FOOTER = 20.0, 11.0, 9.5
_FOOT_LINE = 12.0
#: 0.5 mm in points: smaller modules do not survive a copier.
_MODULE = 0.5 * 72 / 25.4
#: A longer address never has modules so large; of thousands of letters no code can be made.
_MOST_LETTERS = 200
SECOND = MARGIN + COLUMN + GUTTER
_FOOT_STYLES = (Style("semi", "regular", FOOTER), Style("semi", "bold", FOOTER))
_WIDTH = 2 * COLUMN + GUTTER
_PAGE_NUMBER = Style("cond", "black", 20)


@dataclass(frozen=True, slots=True)
class Run:
    """What the footer says of this printing. ``made_at`` is aware; number 0 is a preview."""

    number: int
    made_at: dt.datetime
    mistake_contact: str = ""
    guide_url: str = ""


def band(page: Page, plan: Plan) -> None:
    """The word-mark across the top edge, and the event's town."""
    with page.artifact():
        page.box(0, 0, page.width, BAND, ACCENT)
        page.text(MARGIN, 16.4, "PUERTAS", Style("semi", "black", 14.5), PAPER)
        if plan.event.city:
            style = Style("semi", "bold", 11)
            page.text_right(page.width - MARGIN, 15.3, plan.event.city, style, PAPER)


def titles(plan: Plan) -> tuple[str, ...]:
    """The event's name in the languages of the plan; one where it is the same, or alone."""
    names = {"en": plan.event.name_en.strip(), "es": plan.event.name_es.strip()}
    wanted = [names[language] for language in plan.options.languages]
    if all(wanted) and len(set(wanted)) > 1:
        return tuple(wanted)
    return tuple([text for text in (*wanted, *names.values()) if text][:1])


class Header:
    """Title, date and venue; ``end`` is where the columns may begin."""

    def __init__(self, plan: Plan) -> None:
        self._texts: list[tuple[float, float, str, Style]] = []
        languages = plan.options.languages
        names = titles(plan)
        base = self._set_titles(names)
        for index, language in enumerate(languages):
            x = MARGIN if index == 0 else SECOND
            width = COLUMN if len(languages) > 1 else _WIDTH
            bottom = self._set_event(plan, language, x, base, width)
        self.end = max(HEADER_END, bottom + 15)

    def _set_titles(self, names: tuple[str, ...]) -> float:
        width = COLUMN if len(names) > 1 else _WIDTH
        tallest = 1
        for index, name in enumerate(names):
            for family in ("serif", "serif-semi", "serif-cond"):
                style = Style(family, "bold", TITLE)
                lines = wrap(name, style, width)
                if len(lines) == 1:
                    break
            for row, line in enumerate(lines):
                at = (SECOND if index else MARGIN, 49 + row * 23)
                self._texts.append((*at, line, style.told(index)))
            tallest = max(tallest, len(lines))
        return 65.5 + (tallest - 1) * 23

    def _set_event(self, plan: Plan, language: str, x: float, base: float, width: float) -> float:
        event = plan.event
        second = language != plan.options.languages[0]
        bold = Style("sans", "bold", EVENT_LINE, second)
        plain = Style("sans", "regular", EVENT_LINE, second)
        date = wording.long_date(event.date, language)
        span = wording.time_span(event.starts, event.ends, language)
        after = f", {span}" if span else ""
        if measure(date, bold) + measure(after, plain) > width:
            self._texts.append((x, base, date, bold))
            base += 14.4
            self._texts.append((x, base, span, plain))
        else:
            self._texts.append((x, base, date, bold))
            self._texts.append((x + measure(date, bold), base, after, plain))
        venue = ", ".join(part for part in (event.venue, event.address) if part)
        for line in wrap(venue, plain, width):
            base += 14.4
            self._texts.append((x, base, line, plain))
        return base

    def draw(self, page: Page) -> None:
        """Draw it all."""
        with page.tag("H1"):
            for x, baseline, text, style in self._texts:
                if style.size == TITLE:
                    page.text(x, baseline, text, style)
        for second in (False, True):
            with page.tag("P", lang=page.document.second_language if second else ""):
                for x, baseline, text, style in self._texts:
                    if style.size != TITLE and style.second == second:
                        page.text(x, baseline, text, style)


def side_title(page: Page, plan: Plan, key: str) -> None:
    """The title of a page other than the first, in both languages."""
    style = Style("serif", "bold", TITLE)
    with page.tag("H2"):
        for index, language in enumerate(plan.options.languages):
            x = SECOND if index else MARGIN
            page.text(x, 49, wording.word(key, language), style.told(index))


class Footer:
    """The same on each page: mistakes, checked, printed, use by, run. ``top`` is its rule."""

    def __init__(self, plan: Plan, run: Run, height: float, pages: int) -> None:
        self._code = qr_modules(run.guide_url)
        self._address = run.guide_url
        self._numbered = pages > 2
        # the first figure has its room in these
        more = measure("0" * (len(str(pages)) - 1), _PAGE_NUMBER)
        right = QR + 18 + more if self._code else max(30, 18 + more) if self._numbered else 0
        languages = plan.options.languages
        whole = _WIDTH - right
        half = (whole - GUTTER) / 2 if len(languages) > 1 else whole
        second = half + GUTTER
        if not right:
            half, second = (COLUMN, COLUMN + GUTTER) if len(languages) > 1 else (_WIDTH, 0.0)
        self._columns = [
            (index * second, _rich(_sentences(plan, run, language), half))
            for index, language in enumerate(languages)
        ]
        lines = max(len(lines) for _, lines in self._columns)
        tall = max(lines * _FOOT_LINE + 4, (QR if self._code else 0), 26 if self._numbered else 0)
        self.top = height - FOOT - tall - 4
        self._left_shift = right

    def draw(self, page: Page, number: int) -> None:
        """Draw the footer of page ``number`` (from 1)."""
        page.rule(MARGIN, self.top, _WIDTH, BLOCK_RULE)
        left_page = self._numbered and number % 2 == 0 and not self._code
        shift = self._left_shift if left_page else 0.0
        for index, (x, lines) in enumerate(self._columns):
            with page.tag("P", lang=page.document.second_language if index else ""):
                for row, line in enumerate(lines):
                    at = MARGIN + x + shift
                    for text, strong in line:
                        base = self.top + 11.5 + row * _FOOT_LINE
                        at = page.text(at, base, text, _FOOT_STYLES[strong])
        if self._code:
            x, y = page.width - MARGIN - QR, self.top + 6
            alt = wording.word("code_alt", page.document.language, address=self._address)
            with page.tag("Figure", alt=alt, box=(x, y, QR, QR)):
                _draw_qr(page, self._code, x, y)
        if self._numbered:
            with page.artifact():
                self._number(page, number, left_page=left_page)

    def _number(self, page: Page, number: int, *, left_page: bool) -> None:
        base = self.top + 20
        if left_page:
            page.text(MARGIN, base, str(number), _PAGE_NUMBER)
        else:
            right = page.width - MARGIN - (QR + 8 if self._code else 0)
            page.text_right(right, base, str(number), _PAGE_NUMBER)


def printed_day(plan: Plan, run: Run) -> dt.date:
    """The day of printing where the event is."""
    return run.made_at.astimezone(ZoneInfo(plan.event.timezone)).date()


def _sentences(plan: Plan, run: Run, language: str) -> list[tuple[str, bool]]:
    """The footer's text, (words, bold) after one another."""
    parts: list[tuple[str, bool]] = []
    if run.mistake_contact.strip():
        parts.append((_mistake(run.mistake_contact.strip(), language) + " ", True))
    days = plan.checked
    said = wording.checked(*days, language) if days else wording.word("not_checked", language)
    printed = wording.short_date(printed_day(plan, run), language)
    parts += [
        (f"{said} {wording.word('printed', language, day=printed)} ", False),
        (wording.word("use_by", language), False),
        (wording.middle_date(plan.use_by, language), True),
        (wording.word("recycle", language) + " ", False),
    ]
    number = f"{run.number:04d}" if run.number else wording.word("preview", language)
    run_word = wording.word("run", language, run=number) if run.number else number
    return [*parts, (run_word.replace(" ", wording.NBSP), True)]


def _mistake(contact: str, language: str) -> str:
    reading = phones.parse(contact)
    if len(reading.phones) == 1 and not reading.problems:
        phone = reading.phones[0]
        shown = phones.display(phone.number, phone.extension).replace(" ", wording.NBSP)
        return wording.word("mistake_call", language, contact=shown)
    return wording.word("mistake", language, contact=contact)


def _rich(parts: list[tuple[str, bool]], width: float) -> list[list[tuple[str, bool]]]:
    """Lines of (text, bold) no wider than ``width``; a line breaks at spaces."""
    lines: list[list[tuple[str, bool]]] = [[]]
    used = 0.0
    for word, strong in _words(parts):
        wide = measure(word.rstrip(" "), _FOOT_STYLES[strong])
        if lines[-1] and used + wide > width:
            lines.append([])
            used = 0.0
        lines[-1].append((word, strong))
        used += measure(word, _FOOT_STYLES[strong])
    return [_joined(line) for line in lines]


def _words(parts: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Words with the space after them. A mark glued to a bold word stays beside it."""
    out: list[tuple[str, bool]] = []
    for text, strong in parts:
        pieces = text.split(" ")
        for index, piece in enumerate(pieces):
            space = " " if index < len(pieces) - 1 else ""
            if piece or space:
                out.append((piece + space, strong))
    return out


def _joined(line: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    out: list[tuple[str, bool]] = []
    for text, strong in line:
        if out and out[-1][1] == strong:
            out[-1] = (out[-1][0] + text, strong)
        else:
            out.append((text, strong))
    return out


def qr_modules(address: str) -> tuple[tuple[int, ...], ...] | None:
    """The modules of the guide's QR code without its quiet zone.

    None without an https address, or where a module would be under 0.5 mm (print tokens).
    """
    if not address.startswith("https://") or len(address) > _MOST_LETTERS:
        return None
    host, slash, rest = address[8:].partition("/")
    # scheme and host may be written in capitals, which take fewer modules; a path may not
    short = f"HTTPS://{host.upper()}" if not rest else f"https://{host}{slash}{rest}"
    code = segno.make(short, error="m", micro=False, boost_error=False)
    modules = tuple(tuple(row) for row in code.matrix)
    return modules if QR / (len(modules) + 8) >= _MODULE else None


def _draw_qr(page: Page, code: tuple[tuple[int, ...], ...], x: float, y: float) -> None:
    """The code in a square of QR points; the paper round it is its quiet zone."""
    module = QR / (len(code) + 8)
    for row, cells in enumerate(code):
        start = 0
        while start < len(cells):
            end = start
            while end < len(cells) and cells[end]:
                end += 1
            if end > start:
                left, top = x + (start + 4) * module, y + (row + 4) * module
                page.box(left, top, (end - start) * module, module)
            start = max(end, start + 1)
