"""One business in a column: a marker, rows of facts, never broken, never cut."""

from directory_app.guides.layouts import marks
from directory_app.guides.layouts.facts import Facts, Pair, website_link
from directory_app.guides.layouts.in_pieces import note
from directory_app.guides.layouts.measures import HAIR, Measures
from directory_app.guides.layouts.rows import Rows
from directory_app.guides.page import Page
from directory_app.guides.planning import Entry
from directory_app.guides.tagging import Element
from directory_app.guides.typesetting import Style, ink, measure, wrap

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
            note(self.entry, 1)
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
        note(self.entry, len(pieces))
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
