"""What frames private paper: the ink band, the code in boxes, what becomes of it."""

from directory_app.guides import wording
from directory_app.guides.layouts.facts import in_languages, website_text
from directory_app.guides.layouts.staff_words import say
from directory_app.guides.page import INK, PAPER, Page
from directory_app.guides.typesetting import Style
from directory_app.model import categories, hours, languages, phones
from directory_app.model.listing import StaffListing
from directory_app.model.terms import Payment

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
