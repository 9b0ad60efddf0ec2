"""One business in a column: a marker, rows of facts, never broken, never cut."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TypeVar

from directory_app.guides.layouts import codes, marks
from directory_app.guides.layouts.facts import Details, Facts, Pair, website_link
from directory_app.guides.layouts.measures import HAIR, Measures
from directory_app.guides.layouts.words import say
from directory_app.guides.page import Page
from directory_app.guides.planning import Entry
from directory_app.guides.tagging import Element
from directory_app.guides.typesetting import Style, ink, measure, wrap

#: From the left, baseline, text, look.
TextAt = tuple[float, float, str, Style]


@dataclass(slots=True)
class Rows:
    """Texts and signs with their places, relative to a block's upper left corner."""

    texts: list[TextAt] = field(default_factory=list)
    signs: list[tuple[float, float, float, str]] = field(default_factory=list)
    arrows: list[tuple[float, float, float, str]] = field(default_factory=list)
    links: list[tuple[str, float, float, float, float]] = field(default_factory=list)

    def draw(self, page: Page, x: float, y: float, *, name_is: str = "P") -> None:
        """Draw everything, the corner being (x, y), in the order in which it is read.

        The name is a paragraph (or ``name_is``), what follows it is one, and the second language
        one. A sign
        comes before the text that it stands beside, an arrow after it; a link holds its text.
        """
        around = _Around(self)
        texts = list(enumerate(self.texts))
        name = list(takewhile(lambda item: item[1][3] == self.texts[0][3], texts))
        rest = texts[len(name) :]
        groups = (name, *([item for item in rest if item[1][3].second == it] for it in (0, 1)))
        for at, group in enumerate(groups):
            second = bool(group) and group[0][1][3].second
            kind = "P" if at else name_is
            with page.tag(kind, lang=page.document.second_language if second else ""):
                for index, text in group:
                    self._text(page, x, y, text, around.of(index))
        self._extras(page, x, y, around.left())

    def _text(self, page: Page, x: float, y: float, text: TextAt, beside: "Rows") -> None:
        dx, dy, said, style = text
        for sx, sy, size, kind in beside.signs:
            marks.sign(page, x + sx, y + sy, size, kind, second=style.second)
        if beside.links:
            address, lx, ly, width, height = beside.links[0]
            with page.linked(address, x + lx, y + ly, width, height):
                page.text(x + dx, y + dy, said, style)
        else:
            page.text(x + dx, y + dy, said, style)
        for ax, ay, size, point in beside.arrows:
            marks.arrow(page, x + ax, y + ay, size, point)

    @staticmethod
    def _extras(page: Page, x: float, y: float, extras: "Rows") -> None:
        """What stands beside no text."""
        for dx, dy, size, kind in extras.signs:
            marks.sign(page, x + dx, y + dy, size, kind)
        for dx, dy, size, point in extras.arrows:
            marks.arrow(page, x + dx, y + dy, size, point)
        for address, dx, dy, width, height in extras.links:
            page.link(address, x + dx, y + dy, width, height)

    def between(self, start: float, end: float, lead: float) -> "Rows":
        """What has its baseline from ``start`` up to ``end``, moved to begin at ``lead``."""
        up = start - lead
        return Rows(
            [(x, y - up, text, style) for x, y, text, style in self.texts if start <= y < end],
            [(x, y - up, size, kind) for x, y, size, kind in self.signs if start <= y < end],
            [(x, y - up, size, way) for x, y, size, way in self.arrows if start <= y < end],
            [(to, x, y - up, w, h) for to, x, y, w, h in self.links if start <= y < end],
        )


class _Around:
    """Which signs, arrows and links belong to which text, by where they stand."""

    def __init__(self, rows: Rows) -> None:
        self._texts = rows.texts
        self._of: dict[int, Rows] = defaultdict(Rows)
        for sign in rows.signs:
            x, y = sign[:2]
            beside = [i for i, (tx, ty, *_) in self._near(y) if tx >= x and abs(ty - y) < 1]
            self._to(min(beside, key=self._left, default=-1)).signs.append(sign)
        for arrow in rows.arrows:
            x, y, size, _ = arrow
            before = [i for i, (tx, ty, *_) in self._near(y) if tx < x and 0 <= ty - y <= size]
            self._to(max(before, key=self._left, default=-1)).arrows.append(arrow)
        for link in rows.links:
            _, x, y, _, height = link
            over = [i for i, (tx, ty, *_) in self._near(y) if abs(tx - x) < 1 and ty <= y + height]
            self._to(over[0] if over else -1).links.append(link)

    def _near(self, y: float) -> list[tuple[int, TextAt]]:
        return [(i, text) for i, text in enumerate(self._texts) if -1 < text[1] - y < 40]

    def _left(self, index: int) -> float:
        return self._texts[index][0]

    def _to(self, index: int) -> Rows:
        return self._of[index]

    def of(self, index: int) -> Rows:
        """What belongs to the text of this index."""
        return self._of.get(index) or Rows()

    def left(self) -> Rows:
        """What belongs to none."""
        return self._of.get(-1) or Rows()


_GAP = 8.0
#: Between a name and the same name in its own script.
_BESIDE = 7.0


class EntryBlock:
    """An entry set in one step of type. ``height`` is that of the whole, rule to rule."""

    #: What its name is to a reader: a heading where an entry is a paper of its own.
    name_is = "P"

    def __init__(self, entry: Entry, facts: Facts, m: Measures) -> None:
        self.entry = entry
        self.facts = facts
        self._m = m
        self._rows = Rows()
        #: Where it is in the structure, once drawn.
        self.item: Element | None = None
        self._base = HAIR + m.pad_top + 0.78 * m.name - 0.05 * m.size
        self._set()
        self.height = self._base - m.line + 0.22 * m.size + m.pad_bottom

    def _set(self) -> None:
        """Set the facts in their order; other densities set others."""
        self._set_name()
        self._set_place()
        self._set_pair(self.facts.place, first_family=self._m.pair)
        self._set_pair(self.facts.description, first_family=self._m.pair)
        self._set_hours()

    # Each part starts on the baseline ``_base`` and leaves it on the next line's.

    def _set_name(self) -> None:
        m, f, rows = self._m, self.facts, self._rows
        first = self._base
        room = m.text_width - self._distance_room()
        lines = wrap(f.name, m.title, room) or [f.name]
        for line in lines:
            rows.texts.append((m.hang, self._base, line, m.title))
            self._base += m.line * (1.0 if line is lines[-1] else 1.05)
        self._set_own_script(lines, room)
        self._set_distance(first)

    def _set_own_script(self, lines: list[str], room: float) -> None:
        """The name in its own script: beside the name's last line, else on lines of its own."""
        m, f, rows = self._m, self.facts, self._rows
        if not f.own_script:
            return
        after = m.hang + measure(lines[-1], m.title) + _BESIDE
        first_room = room if len(lines) == 1 else m.text_width
        if after + measure(f.own_script, m.title) <= m.hang + first_room:
            rows.texts.append((after, self._base - m.line, f.own_script, m.title))
            self._base += self._below(f.own_script)
            return
        for line in wrap(f.own_script, m.title, m.text_width):
            self._base += max(m.line * 0.1, ink(line, m.title)[0] + 0.24 * m.name - m.line)
            rows.texts.append((m.hang, self._base, line, m.title))
            self._base += m.line + self._below(line)

    def _below(self, name: str) -> float:
        """What a script that hangs low (Burmese, Tibetan) needs before the next line."""
        return max(0.0, ink(name, self._m.title)[1] + 0.76 * self._m.size - self._m.line)

    def _distance_room(self) -> float:
        """The room that the distance and its arrow take on the first line."""
        m, f = self._m, self.facts
        if self.entry.distance is None or not f.distance:
            return 0.0
        return m.size + measure(f.distance, m.strong) + _GAP

    def _set_distance(self, base: float) -> None:
        """Range the distance right on the first line."""
        m, f = self._m, self.facts
        if self.entry.distance is None or not f.distance:
            return
        arrow = 0.75 * m.size
        left = m.column - m.size - measure(f.distance, m.strong)
        self._rows.texts.append((left, base - 0.04 * m.size, f.distance, m.strong))
        at = (m.column - arrow / 2, base - 0.36 * m.size)
        self._rows.arrows.append((*at, arrow, self.entry.distance.point))

    def _set_place(self) -> None:
        """Address to the left, telephones to the right, else the website."""
        m, f, rows = self._m, self.facts, self._rows
        rights = [(phone.shown, phone.dialled) for phone in f.phones]
        if not rights and f.website:
            rights = self._website()
        widest = max((measure(text, m.strong) for text, _ in rights), default=0.0)
        room = m.text_width - (widest + _GAP if rights else 0)
        lefts = wrap(f.address, m.body, room)
        if not lefts and not rights:
            return
        # the whole address first, then the telephones: so they are read and copied
        top = self._base
        for index, left in enumerate(lefts):
            rows.texts.append((m.hang, top + index * m.line, left, m.body))
        for right in rights:
            self._right(*right)
            self._base += m.line
        self._base = top + max(len(lefts), len(rights)) * m.line

    def _website(self) -> list[tuple[str, str]]:
        """The website at the right if one line holds it; else on lines of its own."""
        m, f = self._m, self.facts
        address = website_link(self.entry.listing.website)
        if measure(f.website, m.strong) <= m.text_width * 0.6:
            return [(f.website, address)]
        for line in wrap(f.website, m.strong, m.text_width):
            self._rows.texts.append((m.hang, self._base, line, m.strong))
            self._base += m.line
        return []

    def _right(self, text: str, address: str) -> None:
        m = self._m
        wide = measure(text, m.strong)
        self._rows.texts.append((m.column - wide, self._base, text, m.strong))
        if address:
            top = self._base - 0.78 * m.size
            self._rows.links.append((address, m.column - wide, top, wide, m.size))

    def _set_pair(self, pair: Pair, first_family: Style) -> None:
        """A fact in both languages side by side; what is one spans both."""
        m = self._m
        spans = len(pair) == 1
        style = m.body if spans else first_family
        width = m.text_width if spans else m.half
        columns = [wrap(text, style, width) for text in pair]
        self._put(columns, style, indent=0.0)

    def _set_hours(self) -> None:
        m, f = self._m, self.facts
        if not f.hours:
            return
        spans = len(f.hours) == 1
        style = m.body if spans and m.languages == 1 else m.pair
        indent = 1.04 * m.size
        width = (m.text_width if spans else m.half) - indent
        columns = [pack(sentences, style, width) for sentences in f.hours]
        kind = marks.SIGN_OF[self.entry.state]
        for index in range(len(columns)):
            self._rows.signs.append((m.language_x(index), self._base, m.size, kind))
        self._put(columns, style, indent)

    def _put(self, columns: list[list[str]], style: Style, indent: float) -> None:
        """Set lines side by side, each language from the same line on."""
        m = self._m
        for index, lines in enumerate(columns):
            x, told = m.language_x(index) + indent, style.told(index)
            for row, line in enumerate(lines):
                self._rows.texts.append((x, self._base + row * m.line, line, told))
        self._base += m.line * max((len(lines) for lines in columns), default=0)

    def draw(self, page: Page, x: float, y: float, *, ruled: bool = True) -> None:
        """Draw the entry with its upper left corner at (x, y), under a hair rule."""
        with page.item() as self.item:
            self.draw_mark(page, x, y, ruled=ruled)
            with page.tag("LBody"):
                self._rows.draw(page, x, y, name_is=self.name_is)

    def draw_mark(self, page: Page, x: float, y: float, *, ruled: bool) -> None:
        """Draw the rule and the marker."""
        m, entry = self._m, self.entry
        if ruled:
            page.rule(x, y, m.column, HAIR)
        middle = y + HAIR + m.pad_top + 0.5 * m.marker - 0.6
        with page.tag("Lbl"):
            marks.marker(
                page,
                (x + m.marker * 0.5 - 0.5, middle), m.marker, entry.shape, str(entry.number),
                solid=entry.solid,
            )  # fmt: skip

    def parts(self, room: float) -> list["EntryBlock | EntryPart"]:
        """The entry itself, or where no column holds it (``room``) its pieces in order."""
        if self.height <= room:
            return [self]
        m = self._m
        step = room - 2 * m.line - m.pad_bottom
        pieces: list[EntryBlock | EntryPart] = []
        start = 0.0
        while start < self.height:
            end = start + step
            lead = m.line if start else 0.0  # room for the ascent of its first line
            rows = self._rows.between(start, end, lead)
            tall = min(step, self.height - start) + lead + m.pad_bottom
            pieces.append(EntryPart(self, rows, tall, first=start == 0))
            start = end
        return pieces


class EntryPart:
    """A piece of an entry that is taller than a column; only thousands of letters are."""

    def __init__(self, whole: EntryBlock, rows: Rows, height: float, *, first: bool) -> None:
        self.entry = whole.entry
        self.height = height
        self._whole = whole
        self._rows = rows
        self._first = first

    def draw(self, page: Page, x: float, y: float, *, ruled: bool = True) -> None:
        """Draw the piece with its upper left corner at (x, y)."""
        if self._first:
            with page.item() as self._whole.item:
                self._whole.draw_mark(page, x, y, ruled=ruled)
        # a folded sheet may draw the end first
        home = page.within(self._whole.item) if self._whole.item else page.item()
        with home, page.tag("LBody"):
            self._rows.draw(page, x, y, name_is=self._whole.name_is if self._first else "P")


def pack(sentences: tuple[str, ...], style: Style, width: float) -> list[str]:
    """Hours on lines: broken after a semicolon, else a comma, else before the time."""
    lines: list[str] = []
    for index, sentence in enumerate(sentences):
        text = sentence + (";" if index < len(sentences) - 1 else "")
        if lines and measure(f"{lines[-1]} {text}", style) <= width:
            lines[-1] += f" {text}"
        else:
            lines += _by_commas(text, style, width)
    return lines


def _by_commas(text: str, style: Style, width: float) -> list[str]:
    if measure(text, style) <= width:
        return [text]
    lines: list[str] = []
    parts = text.split(", ")
    for index, part in enumerate(parts):
        piece = part + ("," if index < len(parts) - 1 else "")
        if lines and measure(f"{lines[-1]} {piece}", style) <= width:
            lines[-1] += f" {piece}"
        else:
            lines += wrap(piece, style, width)
    return lines


_Said = TypeVar("_Said", str, tuple[str, ...])
#: Between the address and a telephone on the same line, in sizes of type.
_APART = 1.2
#: From the arrow's left edge to the words beside it.
_ARROW = 1.35
#: From a sign's left edge to the words beside it.
_SIGN = 1.0
#: More air before what it sells, in lines.
_AIR = 0.3


@dataclass(frozen=True)
class FullMeasures(Measures):
    """Measures of a full entry. ``qr`` draws codes; ``labelled`` names the languages' line."""

    qr: bool = True
    labelled: bool = False
    #: The address and the telephone on the line, then the distance, as in the booklet; else
    #: both ranged right, as in compact entries.
    flowing: bool = True
    #: Short days instead of sentences, payment and access in one line.
    short: bool = False
    told: tuple[str, ...] = ("en", "es")

    @property
    def pair_style(self) -> Style:
        """Text of one language: condensed only in a column under 120 points."""
        return Style("semi" if self.half >= 120 else "cond", "regular", self.size)

    @property
    def pair_strong(self) -> Style:
        """The same in bold."""
        return Style("semi" if self.half >= 120 else "cond", "bold", self.size)


class FullEntry(EntryBlock):
    """An entry with every fact that a business tells."""

    def __init__(self, entry: Entry, facts: Facts, details: Details, m: FullMeasures) -> None:
        self._d = details
        self._full = m
        website = entry.listing.website if m.qr and facts.website else ""
        self._code = codes.of_business(website) if website else None
        super().__init__(entry, facts, m)
        del self._d  # set: thousands of entries wait to be drawn
        if self._code:
            self.height = max(self.height, codes.SIDE + m.pad_top + 0.6)

    def _set(self) -> None:
        if self._full.flowing:
            self._flow_head()
        else:
            self._set_name()
            self._set_place()
            self._website_line(bool(self.facts.phones))
        self._set_pair(self.facts.place, self._full.pair_style)
        if self._full.stacked:
            self._stack()
        else:
            self._side_by_side()

    # the head

    @property
    def _beside_code(self) -> float:
        """The room for text beside the code."""
        m = self._m
        return m.text_width - (codes.SIDE - 4 if self._code else 0.0)

    def _flow_head(self) -> None:
        top = self._base
        self._name_lines()
        self._contact_line()
        self._website_line(bool(self._code))
        self._distance_lines()
        if self._code:  # what follows is wider than what stands beside the code
            least = top - 0.78 * self._m.name + codes.SIDE - 2 + 0.78 * self._m.size
            self._base = max(self._base + _AIR * self._m.line, least)
        elif self._d.distance:
            self._base += _AIR * self._m.line

    def _name_lines(self) -> None:
        m, f, rows = self._m, self.facts, self._rows
        lines = wrap(f.name, m.title, self._beside_code) or [f.name]
        for line in lines:
            rows.texts.append((m.hang, self._base, line, m.title))
            self._base += m.name * 1.2 if line is not lines[-1] else m.line * 1.08
        if not f.own_script:
            return
        after = m.hang + measure(lines[-1], m.title) + 0.6 * m.name
        if after + measure(f.own_script, m.title) <= m.hang + self._beside_code:
            rows.texts.append((after, self._base - m.line * 1.08, f.own_script, m.title))
            return
        self._base += 0.2 * m.name
        for line in wrap(f.own_script, m.title, self._beside_code):
            rows.texts.append((m.hang, self._base, line, m.title))
            self._base += m.line * 1.08

    def _contact_line(self) -> None:
        """The address, and telephones after it where the line holds them."""
        m, f = self._m, self.facts
        room, x = self._beside_code, 0.0
        lines = wrap(f.address, m.body, room) if f.address else []
        for line in lines:
            self._rows.texts.append((m.hang, self._base, line, m.body))
            self._base += m.line
        if lines:
            self._base -= m.line
            x = measure(lines[-1], m.body) + _APART * m.size
        for phone in f.phones:
            wide = measure(phone.shown, m.strong)
            if x and x + wide > room:
                self._base += m.line
                x = 0.0
            self._linked(x, phone.shown, phone.dialled)
            x += wide + _APART * m.size
        if lines or f.phones:
            self._base += m.line

    def _linked(self, x: float, text: str, address: str) -> None:
        m = self._m
        self._rows.texts.append((m.hang + x, self._base, text, m.strong))
        wide = measure(text, m.strong)
        if address:
            self._rows.links.append((address, m.hang + x, self._base - 0.78 * m.size, wide, m.size))

    def _website_line(self, told_elsewhere: bool) -> None:
        """The website in letters, unless a code or a compact line says it."""
        if not self.facts.website or told_elsewhere:
            return
        if not self._full.flowing and not self.facts.phones:
            return  # stands where the telephone would
        link = website_link(self.entry.listing.website)
        for line in wrap(self.facts.website, self._m.strong, self._beside_code):
            self._linked(0.0, line, link)
            self._base += self._m.line

    def _distance_lines(self) -> None:
        m, entry = self._m, self.entry
        if not self._d.distance or entry.distance is None:
            return
        arrow, indent = 0.75 * m.size, _ARROW * m.size
        at = (m.hang + arrow / 2, self._base - 0.36 * m.size, arrow, entry.distance.point)
        self._rows.arrows.append(at)
        for text in self._d.distance:
            for line in wrap(text, m.body, self._beside_code - indent):
                self._rows.texts.append((m.hang + indent, self._base, line, m.body))
                self._base += m.line

    # the facts

    def _side_by_side(self) -> None:
        full, d = self._full, self._d
        self._row(d.sells, full.pair_strong)
        if full.short:
            self._short_hours()
        else:
            self._sentences(d.hours)
        self._state_row(d.state)
        self._row(d.languages, full.pair_style)
        if full.short:
            self._row(_joined(d.payment, d.access, self._m.languages), full.pair_style)
        else:
            self._row(d.payment, full.pair_style)
            self._row(d.access, full.pair_style)
        self._sentences(d.note)

    def _short_hours(self) -> None:
        """Hours as in compact entries, without the sign: it stands with its words."""
        said = self.facts.hours
        if not said:
            return
        style = self._full.pair_style
        width = self._m.text_width if len(said) == 1 else self._m.half
        self._put([pack(sentences, style, width) for sentences in said], style, indent=0.0)

    def _stack(self) -> None:
        """All facts of one language, then all of the other."""
        languages = self._m.languages
        for index in range(languages):
            if index:
                self._base += 0.18 * self._m.line
            self._one_language(index)

    def _one_language(self, index: int) -> None:
        full, d = self._full, self._d
        self._row(_only(d.sells, index), full.pair_strong)
        self._sentences(_only(d.hours, index))
        self._state_row(_only(d.state, index))
        self._row(self._named(_only(d.languages, index), index), full.pair_style)
        extras = [*_only(d.payment, index), *_only(d.access, index)]
        self._row((". ".join(extras),) if extras else (), full.pair_style)
        self._sentences(_only(d.note, index))

    def _named(self, names: Pair, index: int) -> Pair:
        """The languages with a label before them; Spanish writes them small."""
        if not names or not self._full.labelled:
            return names
        language = self._full.told[index]
        said = names[0] if language == "en" else names[0][:1].lower() + names[0][1:]
        return (say("languages", language, names=said),)

    def _row(self, pair: Pair, style: Style) -> None:
        """A fact in both languages from the same line on; what is one spans both."""
        if not pair:
            return
        width = self._m.text_width if len(pair) == 1 else self._m.half
        self._put([wrap(text, style, width) for text in pair], style, indent=0.0)

    def _sentences(self, columns: tuple[tuple[str, ...], ...]) -> None:
        """Sentences, each from a line of its own."""
        if not columns:
            return
        style = self._full.pair_style
        width = self._m.text_width if len(columns) == 1 else self._m.half
        self._put(
            [[line for each in said for line in _hours_lines(each, style, width)]
             for said in columns],
            style,
            indent=0.0,
        )  # fmt: skip

    def _state_row(self, pair: Pair) -> None:
        """A sign and words in bold, in each language."""
        if not pair:
            return
        m, style = self._m, self._full.pair_strong
        indent = _SIGN * m.size
        kind = marks.SIGN_OF[self.entry.state]
        for index in range(len(pair)):
            self._rows.signs.append((m.language_x(index), self._base, m.size, kind))
        width = (m.text_width if len(pair) == 1 else m.half) - indent
        widest = max(measure(text, style) for text in pair)
        if widest > width:
            style = Style("cond", "bold", m.size)
            widest = max(measure(text, style) for text in pair)
        if width < widest <= width * m.size / 9.0:
            style = Style("cond", "bold", m.size * width / widest)
        self._put([wrap(text, style, width) for text in pair], style, indent)

    def draw(self, page: Page, x: float, y: float, *, ruled: bool = True) -> None:
        """Draw the entry with its upper left corner at (x, y), under a hair rule."""
        super().draw(page, x, y, ruled=ruled)
        if self._code:
            # the quiet zone may reach over the margin: there is nothing but paper
            side = codes.SIDE
            left = x + self._m.column - side + codes.quiet(self._code, side)
            codes.draw(page, self._code, left, y + self._m.pad_top + 0.6 - 2, side)


def _only(values: tuple[_Said, ...], index: int) -> tuple[_Said, ...]:
    """What one language says; what both share is said by the first alone."""
    if len(values) == 1:
        return values if index == 0 else ()
    return values[index : index + 1]


def _joined(first: Pair, second: Pair, languages: int) -> Pair:
    """Two facts in one line a language: "Cash only. Take-away"."""
    count = max(len(first), len(second))
    if count == 0:
        return ()
    count = languages if first and second else count
    return tuple(
        ". ".join(pair[min(index, len(pair) - 1)] for pair in (first, second) if pair)
        for index in range(count)
    )


def _hours_lines(text: str, style: Style, width: float) -> list[str]:
    """A sentence on lines: broken between day and time rather than anywhere."""
    if measure(text, style) <= width:
        return [text]
    day, comma, time = text.partition(", ")
    if comma and any(letter.isdigit() for letter in time) and measure(day + ",", style) <= width:
        return [f"{day},", *wrap(time, style, width)]
    return wrap(text, style, width)
