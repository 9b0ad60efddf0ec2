"""What frames private paper: the ink band, the code in boxes, what becomes of it."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from directory_app.guides import wording
from directory_app.guides.layouts.facts import in_languages, website_text
from directory_app.guides.layouts.furniture import Run
from directory_app.guides.layouts.kinds import page_size
from directory_app.guides.layouts.layout import Rendered
from directory_app.guides.layouts.measures import HAIR
from directory_app.guides.layouts.staff_words import say
from directory_app.guides.page import INK, PAPER, Page
from directory_app.guides.pdf import Document
from directory_app.guides.typesetting import Style
from directory_app.model import categories, hours, languages, phones
from directory_app.model.listing import StaffListing
from directory_app.model.terms import Payment
from directory_app.progress import Progress

if TYPE_CHECKING:
    from directory_app.guides.visits import StaffPlan

MARGIN = 30.0
BAND = 25.0
_BAND_STYLE = Style("cond", "black", 13)
_CELL = (27.0, 32.0)
_LETTER = Style("sans", "bold", 22)


def band(page: Page, key: str) -> None:
    """PRIVATE and PRIVADO across the top edge, with what it is."""
    with page.artifact():
        page.box(0, 0, page.width, BAND, INK)
        for index, language in enumerate(("en", "es")):
            text = f"{say('private', language)}. {say(key, language)}"
            x = MARGIN + index * (page.width - 2 * MARGIN) / 2
            page.text(x, 17, text, _BAND_STYLE, PAPER)


def code(page: Page, right: float, y: float, letters: str) -> float:
    """The letters of a code, each in its box; returns the left edge."""
    wide, high = _CELL
    left = right - len(letters) * wide
    for index in range(len(letters)):
        x = left + index * wide
        corners = [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]
        page.shape(corners, stroke=1.2)
    with page.tag("P"):
        for index, letter in enumerate(letters):
            page.text_middle(left + (index + 0.5) * wide, y + 24, letter, _LETTER)
    return left


def tick_box(page: Page, x: float, y: float, side: float = 13.0) -> None:
    """An empty box to tick, its upper left corner at (x, y)."""
    page.shape([(x, y), (x + side, y), (x + side, y + side), (x, y + side)], stroke=1.2)


def phones_text(listing: StaffListing) -> list[str]:
    """The telephones as printed."""
    return [
        phones.display(phone.number, phone.extension).replace(" ", wording.NBSP)
        for phone in listing.phones
    ]


def address(listing: StaffListing) -> str:
    """Street, unit and town."""
    return ", ".join(filter(None, (listing.address_1, listing.address_2, listing.city)))


def current(listing: StaffListing) -> list[tuple[str, list[str]]]:
    """(key of a row, its current values, a line each) in the order of the visit sheet."""
    told = ("en", "es")
    sells = in_languages(listing.description_en, listing.description_es, told)
    if not sells:
        sells = tuple(dict.fromkeys(categories.name(listing.category, lang) for lang in told))
    places = [address(listing)] if address(listing) else []
    places += in_languages(listing.directions_en, listing.directions_es, told)
    return [
        ("name", [each for each in (listing.name, listing.alternate_name) if each]),
        ("sells", list(sells)),
        ("address", places),
        ("phone", _reached(listing)),
        ("hours", _hours(listing, told)),
        ("languages", _languages(listing)),
        ("payment", _payment(listing)),
    ]


def _reached(listing: StaffListing) -> list[str]:
    """Telephones on a line, the website below."""
    lines = [", ".join(phones_text(listing)), website_text(listing.website)]
    return [line for line in lines if line]


def _hours(listing: StaffListing, told: tuple[str, ...]) -> list[str]:
    said: list[list[str]] = [[], []]
    if listing.opening_hours:
        said = [hours.words(listing.opening_hours, language) for language in told]
    notes = in_languages(listing.hours_note_en, listing.hours_note_es, told)
    if notes:
        said = [[*said[index], notes[min(index, len(notes) - 1)]] for index in (0, 1)]
    return list(dict.fromkeys("; ".join(each) for each in said if each))


def _languages(listing: StaffListing) -> list[str]:
    if not listing.languages:
        return []
    lines = (", ".join(languages.name(c, lang) for c in listing.languages) for lang in ("en", "es"))
    return list(dict.fromkeys(line[:1].upper() + line[1:] for line in lines))


def _payment(listing: StaffListing) -> list[str]:
    taken = [each for each in Payment if each.value in listing.payment_accepted]
    if not taken:
        return []
    lines = (", ".join(say(f"pay_{each.value}", lang) for each in taken) for lang in ("en", "es"))
    return list(dict.fromkeys(line[:1].upper() + line[1:] for line in lines))


TOLD = ("en", "es")
TEXT = Style("sans", "regular", 10.5)
SEMI = Style("semi", "regular", 10.5)
COND = Style("cond", "regular", 10.5)
BOLD = Style("semi", "bold", 10.5)
SMALL = Style("cond", "regular", 10)
SMALL_BOLD = Style("cond", "bold", 10)
HEAD = Style("serif", "bold", 13.5)
LINE = 12.5
#: What has more lines than this goes on in another block.
MOST_LINES = 24


@dataclass(slots=True)
class Block:
    """A part of a sheet that never breaks, and how to draw it from a height on.

    ``keeps``: the next one stands on the same page.
    """

    height: float
    draw: Callable[[Page, float], None]
    keeps: bool = False


class Parts:
    """What stands on visit sheets ``width`` points wide between the margins."""

    def __init__(self, width: float) -> None:
        self.width = width
        #: Where the second language starts.
        self.second = MARGIN + width / 2 + 3

    def head(self, number: str, key: str, air: float = 0.0) -> Block:
        """A thick rule, a number and the title in both languages."""

        def draw(page: Page, y: float) -> None:
            y += air
            page.rule(MARGIN, y, self.width, 3.0)
            with page.tag("H2"):
                page.text(MARGIN, y + 16.5, number, Style("cond", "black", 15))
                for column, language in enumerate(TOLD):
                    x = self.second if column else MARGIN + 22
                    page.text(x, y + 16.5, say(key, language), HEAD.told(column))
            page.rule(MARGIN, y + 23, self.width, HAIR)

        return Block(24 + air, draw, keeps=True)

    def options(self, page: Page, y: float, key: str, options: tuple[str, ...]) -> None:
        """A label in both languages and boxes to tick."""
        style = BOLD if key != "exact" else SEMI
        for row, language in enumerate(TOLD):
            page.text(MARGIN + 3, y + 10 + row * LINE, say(key, language), style.told(row))
        start = 150.0 if key == "exact" else 83.0
        step = (self.width - start) / 3
        for index, option in enumerate(options):
            x = MARGIN + start + index * step
            tick_box(page, x, y + 5)
            for row, language in enumerate(TOLD):
                end = page.text(x + 18, y + 10 + row * LINE, say(option, language), SEMI.told(row))
                if option.startswith("other") and not row:
                    page.rule(end + 4, y + 11, MARGIN + self.width - end - 4, HAIR)


class PrivateLayout(ABC):
    """As a layout.Layout, but of a StaffPlan; its pages are counted while they are drawn."""

    #: Its name among the KINDS, and of its title among the words.
    name: ClassVar[str]
    TITLE: ClassVar[str]
    #: The size of the text of the businesses, in points.
    text_size: ClassVar[float]

    def __init__(self, plan: "StaffPlan", run: Run, progress: Progress) -> None:
        self.plan, self.run, self.progress = plan, run, progress
        self.size = page_size(self.name, plan.paper)
        #: Between the margins.
        self.width = self.size[0] - 2 * MARGIN
        self.pages = 0
        self.page_of: dict[str, int] = {}
        self.arrange()

    @abstractmethod
    def arrange(self) -> None:
        """Measure what stands on each page alike."""

    @abstractmethod
    def draw(self, document: Document) -> None:
        """Draw all pages."""

    def run_word(self, language: str) -> str:
        """The run's number, or that this is a preview."""
        return f"{self.run.number:04d}" if self.run.number else say("preview", language)

    def render(self) -> Rendered:
        """The PDF."""
        title = say(self.TITLE, self.plan.languages[0])
        document = Document(self.size, title, "en", self.run.made_at)
        self.draw(document)
        return Rendered(document.finish(), self.pages, self.page_of, {}, size=self.text_size)
