"""A business in full: all that may be told, facts side by side in two languages or stacked."""

from dataclasses import dataclass
from typing import TypeVar

from directory_app.guides.layouts import codes, marks
from directory_app.guides.layouts.details import Details
from directory_app.guides.layouts.entry import EntryBlock, pack
from directory_app.guides.layouts.facts import Facts, Pair, website_link
from directory_app.guides.layouts.measures import Measures
from directory_app.guides.layouts.words import say
from directory_app.guides.page import Page
from directory_app.guides.planning import Entry
from directory_app.guides.typesetting import Style, measure, wrap

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
