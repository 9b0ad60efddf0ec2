"""Cards: one a business, eight to a sheet, cut along marks at the edges.

What is too long for a card goes on to the next one: nothing is cut off.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from directory_app.guides import wording
from directory_app.guides.layouts import marks
from directory_app.guides.layouts.colophon import one_line
from directory_app.guides.layouts.columns import Block
from directory_app.guides.layouts.entry import EntryBlock, EntryPart, FullEntry, FullMeasures
from directory_app.guides.layouts.facts import details
from directory_app.guides.layouts.layout import Layout
from directory_app.guides.layouts.measures import CARD_STEPS, HAIR, Step
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.planning import Entry
from directory_app.guides.typesetting import Style, measure, wrap

CARD = (252.0, 180.0)
_GRID = (2, 4)
_A_SHEET = _GRID[0] * _GRID[1]
_MARGIN = 12.0
_WIDTH = CARD[0] - 2 * _MARGIN
_FOOT = Style("cond", "regular", 9)
_FOOT_LINE = 10.6
_MARK = 10.0
_NAME = Style("sans", "bold", 10)
#: The head of a card that continues another.
_AGAIN = 14.0


class _OnCard(FullEntry):
    """A full entry under its name as a heading: each card is by itself once it is cut."""

    name_is = "H1"


@dataclass(slots=True)
class Card:
    """What stands on one card, and whose it is."""

    block: EntryBlock | EntryPart
    entry: Entry
    first: bool


class Cards(Layout):
    """A plan as cards."""

    name = "cards"

    def arrange(self) -> None:
        """Give each business its card, or as many as it needs."""
        self._foot = [
            line
            for language in self.told
            for line in wrap(one_line(self.plan, self.run, language), _FOOT, _WIDTH)
        ]
        self.room = CARD[1] - 2 * _MARGIN - len(self._foot) * _FOOT_LINE - 4
        self._smallest = CARD_STEPS[0].size
        self.cards = [card for entry in self.plan.entries for card in self._set(entry)]
        self.pages = max(1, -(-len(self.cards) // _A_SHEET))
        for number, card in enumerate(self.cards):
            self.page_of.setdefault(card.entry.listing.code, number // _A_SHEET + 1)

    @property
    def text_size(self) -> float:
        """The size of the text on the card that has the smallest."""
        return self._smallest

    def placed(self) -> Iterable[Block]:
        """What stands on the cards."""
        return (card.block for card in self.cards)

    def _set(self, entry: Entry) -> list[Card]:
        """The largest type that the card holds, in full or else in short; then further cards."""
        last = CARD_STEPS[-1]
        for short in (False, True):
            if self._block(entry, last, short=short).height > self.room:
                continue
            for step in CARD_STEPS:
                tried = self._block(entry, step, short=short)
                if tried.height <= self.room:
                    self._smallest = min(self._smallest, step.size)
                    return [Card(tried, entry, first=True)]
        self._smallest = last.size
        pieces = self._block(entry, last, short=True).parts(self.room - _AGAIN)
        return [Card(piece, entry, first=not number) for number, piece in enumerate(pieces)]

    def _block(self, entry: Entry, step: Step, *, short: bool) -> FullEntry:
        """The entry in a step of type; ``short`` says the same in fewer lines."""
        m = FullMeasures(
            *step, len(self.told), 0.0, 0.0, 8.0, column=_WIDTH, qr=self.shows("qr") and not short,
            flowing=not short, short=short, told=self.told,
        )  # fmt: skip
        return _OnCard(entry, self.facts[entry.listing.code], details(self.plan, entry), m)

    def draw(self, document: Document) -> None:
        """Draw all sheets."""
        for number in range(self.pages):
            page = Page(document)
            x, y = (self.size[0] - _GRID[0] * CARD[0]) / 2, (self.size[1] - _GRID[1] * CARD[1]) / 2
            for index, card in enumerate(self.cards[number * _A_SHEET :][:_A_SHEET]):
                row, column = divmod(index, _GRID[0])
                self._card(page, x + column * CARD[0], y + row * CARD[1], card)
            _cut_marks(page, x, y)
            if not number:
                page.outline(self.title, "cards", 0)
            page.finish()
            self.progress(number + 1, self.pages, "")

    def _card(self, page: Page, x: float, y: float, card: Card) -> None:
        card.block.draw(
            page, x + _MARGIN, y + _MARGIN - 3 + (0 if card.first else _AGAIN), ruled=False
        )
        if not card.first:
            self._again(page, x + _MARGIN, y + _MARGIN, card.entry)
        bottom = y + CARD[1] - _MARGIN
        base = bottom - len(self._foot) * _FOOT_LINE
        page.rule(x + _MARGIN, base - 2, _WIDTH, HAIR)
        for line in self._foot:
            base += _FOOT_LINE
            page.text(x + _MARGIN, base - 1.5, line, _FOOT)

    def _again(self, page: Page, x: float, y: float, entry: Entry) -> None:
        """Whose card this is, on its further cards."""
        at = (x + 7.0, y + 5.0)
        marks.marker(page, at, 15.0, entry.shape, str(entry.number), solid=entry.solid)
        width = _WIDTH - 19.0
        words = [wording.word("continued", lang) for lang in self.told]
        for style in (_NAME, replace(_NAME, family="cond")):
            lines = wrap(entry.listing.name, style, width)
            if len(lines) == 1:
                break
        end = page.text(x + 19.0, y + 8.5, lines[0], style)
        for word in words:
            if end + 6 + measure(word, _FOOT) <= x + CARD[0] - 2 * _MARGIN:
                end = page.text(end + 6, y + 8.5, word, _FOOT)


def _cut_marks(page: Page, x: float, y: float) -> None:
    """Ticks in the margins where the cuts go; none between the cards."""
    right, bottom = x + _GRID[0] * CARD[0], y + _GRID[1] * CARD[1]
    for column in range(_GRID[0] + 1):
        at = x + column * CARD[0]
        page.line([(at, y - 4), (at, y - 4 - _MARK)], 0.8)
        page.line([(at, bottom + 4), (at, bottom + 4 + _MARK)], 0.8)
    for row in range(_GRID[1] + 1):
        at = y + row * CARD[1]
        page.line([(x - 4, at), (x - 4 - _MARK, at)], 0.8)
        page.line([(right + 4, at), (right + 4 + _MARK, at)], 0.8)
