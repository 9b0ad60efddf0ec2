"""Cards: one a business, eight to a sheet, cut along marks at the edges.

What is too long for a card goes on to the next one: nothing is cut off.
"""

from dataclasses import dataclass, replace

from directory_app.guides import wording
from directory_app.guides.layouts import marks
from directory_app.guides.layouts.colophon import one_line
from directory_app.guides.layouts.entry import EntryBlock, EntryPart, FullEntry, FullMeasures
from directory_app.guides.layouts.facts import Facts, details, facts
from directory_app.guides.layouts.furniture import Run, titles
from directory_app.guides.layouts.kinds import paper_size
from directory_app.guides.layouts.measures import HAIR
from directory_app.guides.layouts.rendered import Rendered
from directory_app.guides.page import Page
from directory_app.guides.pdf import Document
from directory_app.guides.planning import Entry, Plan
from directory_app.guides.typesetting import Style, measure, wrap
from directory_app.progress import Progress

CARD = (252.0, 180.0)
_GRID = (2, 4)
_MARGIN = 12.0
_FOOT = Style("cond", "regular", 9)
_FOOT_LINE = 10.6
_MARK = 10.0
_NAME = Style("sans", "bold", 10)
#: The head of a card that continues another.
_AGAIN = 14.0
#: (size, line, name, marker, hang), the largest first; 9 is the floor.
STEPS = (
    (10.5, 12.6, 13.5, 17.0, 22.0),
    (10.0, 12.0, 12.5, 16.0, 21.0),
    (9.5, 11.4, 11.8, 16.0, 20.0),
    (9.0, 10.6, 11.0, 15.0, 19.0),
)


_LAST = len(STEPS) - 1


def measures(step: int, languages: tuple[str, ...], *, qr: bool, short: bool) -> FullMeasures:
    """The sizes of a step of type on a card; ``short`` says the same in fewer lines."""
    size, line, name, marker, hang = STEPS[step]
    return FullMeasures(
        size, line, name, 12.0, marker, hang, len(languages), 0.0, 0.0, 8.0,
        column=CARD[0] - 2 * _MARGIN, qr=qr and not short, flowing=not short, short=short,
        told=languages,
    )  # fmt: skip


class _OnCard(FullEntry):
    """A full entry under its name as a heading: each card is by itself once it is cut."""

    name_is = "H1"


@dataclass(slots=True)
class Card:
    """What stands on one card, and whose it is."""

    block: EntryBlock | EntryPart
    entry: Entry
    first: bool


class Cards:
    """A plan as cards."""

    def __init__(self, plan: Plan, run: Run, progress: Progress) -> None:
        self.plan = plan
        self.run = run
        self._progress = progress
        self.size = paper_size("cards", plan.options.paper)
        self.facts: dict[str, Facts] = {e.listing.code: facts(plan, e) for e in plan.entries}
        self._foot = [
            line
            for language in plan.options.languages
            for line in wrap(one_line(plan, run, language), _FOOT, CARD[0] - 2 * _MARGIN)
        ]
        self.room = CARD[1] - 2 * _MARGIN - len(self._foot) * _FOOT_LINE - 4
        #: The size of the text on the card that has the smallest.
        self.smallest = STEPS[0][0]
        self.cards = [card for entry in plan.entries for card in self._set(entry)]
        self.page_of: dict[str, int] = {}
        for number, card in enumerate(self.cards):
            self.page_of.setdefault(card.entry.listing.code, number // 8 + 1)

    def _set(self, entry: Entry) -> list[Card]:
        """The largest type that the card holds, in full or else in short; then further cards."""
        for short in (False, True):
            if self._block(entry, _LAST, short=short).height > self.room:
                continue
            for step in range(len(STEPS)):
                tried = self._block(entry, step, short=short)
                if tried.height <= self.room:
                    self.smallest = min(self.smallest, STEPS[step][0])
                    return [Card(tried, entry, first=True)]
        self.smallest = STEPS[_LAST][0]
        pieces = self._block(entry, _LAST, short=True).parts(self.room - _AGAIN)
        return [Card(piece, entry, first=not number) for number, piece in enumerate(pieces)]

    def _block(self, entry: Entry, step: int, *, short: bool) -> FullEntry:
        m = measures(
            step, self.plan.options.languages, qr=self.plan.options.shows("qr"), short=short
        )
        return _OnCard(entry, self.facts[entry.listing.code], details(self.plan, entry), m)

    @property
    def pages(self) -> int:
        """How many sheets."""
        return max(1, -(-len(self.cards) // (_GRID[0] * _GRID[1])))

    @property
    def sheets(self) -> int:
        """How many sheets of paper a copy takes."""
        return self.pages

    def draw(self, document: Document) -> None:
        """Draw all sheets."""
        for number in range(self.pages):
            page = Page(document)
            x, y = (self.size[0] - _GRID[0] * CARD[0]) / 2, (self.size[1] - _GRID[1] * CARD[1]) / 2
            for index, card in enumerate(self.cards[number * 8 : number * 8 + 8]):
                row, column = divmod(index, _GRID[0])
                self._card(page, x + column * CARD[0], y + row * CARD[1], card)
            _cut_marks(page, x, y)
            if not number:
                page.outline(next(iter(titles(self.plan)), "Puertas"), "cards", 0)
            page.finish()
            self._progress(number + 1, self.pages, "")

    def _card(self, page: Page, x: float, y: float, card: Card) -> None:
        card.block.draw(
            page, x + _MARGIN, y + _MARGIN - 3 + (0 if card.first else _AGAIN), ruled=False
        )
        if not card.first:
            self._again(page, x + _MARGIN, y + _MARGIN, card.entry)
        bottom = y + CARD[1] - _MARGIN
        base = bottom - len(self._foot) * _FOOT_LINE
        page.rule(x + _MARGIN, base - 2, CARD[0] - 2 * _MARGIN, HAIR)
        for line in self._foot:
            base += _FOOT_LINE
            page.text(x + _MARGIN, base - 1.5, line, _FOOT)

    def _again(self, page: Page, x: float, y: float, entry: Entry) -> None:
        """Whose card this is, on its further cards."""
        at = (x + 7.0, y + 5.0)
        marks.marker(page, at, 15.0, entry.shape, str(entry.number), solid=entry.solid)
        width = CARD[0] - 2 * _MARGIN - 19.0
        words = [wording.word("continued", lang) for lang in self.plan.options.languages]
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


def arrange(plan: Plan, run: Run, progress: Progress) -> Cards:
    """Everything in its place, and nothing drawn yet."""
    return Cards(plan, run, progress)


def render(plan: Plan, run: Run, progress: Progress) -> Rendered:
    """The PDF of a plan."""
    made = arrange(plan, run, progress)
    title = next(iter(titles(plan)), "Puertas")
    document = Document(made.size, title, plan.options.languages[0], run.made_at)
    made.draw(document)
    return Rendered(
        document.finish(), made.pages, made.page_of, made.facts, made.sheets, made.smallest
    )
