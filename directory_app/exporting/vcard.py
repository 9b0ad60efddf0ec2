"""vCard 4.0 (RFC 6350): a card a business, for the address book of a telephone."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from directory_app.exporting import facts
from directory_app.exporting.about import About
from directory_app.model import categories
from directory_app.model.listing import PublicListing, PublicPhone
from directory_app.model.terms import PhoneType

#: Bytes of a line before it has to be folded (section 3.2), its line end left out.
_LINE = 75
#: A language tag (RFC 5646), loosely; a language without a code is there as it was written.
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def as_vcards(listings: Sequence[PublicListing], about: About) -> bytes:
    """The cards one after another, lines ending in CRLF and folded at 75 bytes."""
    lines = (line for listing in listings for line in _card(listing, about))
    return b"".join(map(_folded, lines))


def _card(listing: PublicListing, about: About) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield "PRODID:-//Puertas//EN"
    yield f"UID:urn:uuid:{facts.lasting_id(listing, 'card')}"
    yield "KIND:org"
    yield f"FN:{_text(listing.name)}"
    yield f"ORG:{_text(listing.name)}"
    yield from _if("NICKNAME", listing.alternate_name)
    names = dict.fromkeys(categories.name(listing.category, each) for each in about.languages)
    yield f"CATEGORIES:{','.join(map(_text, names))}"
    yield from _address(listing)
    yield from map(_telephone, listing.phones)
    yield from _if("EMAIL", listing.email)
    yield from (f"URL:{_uri(link)}" for link in (listing.website,) if link)
    yield from (f"URL;TYPE=x-social:{_uri(link)}" for link in listing.same_as)
    yield from (f"LANG:{code}" for code in listing.languages if _TAG.fullmatch(code))
    yield from _place(listing)
    for language in about.languages:
        yield from _if(f"NOTE;LANGUAGE={language}", _note(listing, about, language))
    yield from _own(listing, about)
    yield f"X-PUERTAS-RUN:{about.run}"
    yield f"X-PUERTAS-USE-BY:{about.use_by.isoformat()}"
    yield "END:VCARD"


def _if(name: str, text: str) -> Iterator[str]:
    if text:
        yield f"{name}:{_text(text)}"


def _address(listing: PublicListing) -> Iterator[str]:
    """Box and extended address stay empty, as section 6.3.1 asks; the unit is of the street."""
    street = ", ".join(filter(None, (listing.address_1, listing.address_2)))
    parts = (street, listing.city, listing.state_province, listing.postal_code)
    if any(parts):
        yield f"ADR:;;{';'.join(map(_text, parts))};"


def _telephone(phone: PublicPhone) -> str:
    """A tel URI (RFC 3966); our kinds are the card's own words."""
    extension = re.sub(r"\D", "", phone.extension)
    kind = phone.type if phone.type in set(PhoneType) else PhoneType.VOICE
    number = re.sub(r"[^\d+]", "", phone.number)
    return f"TEL;VALUE=uri;TYPE={kind}:tel:{number}{f';ext={extension}' if extension else ''}"


def _place(listing: PublicListing) -> Iterator[str]:
    point = facts.coordinates(listing)
    if point is not None:
        longitude, latitude = point
        yield f"GEO:geo:{latitude},{longitude}"


def _note(listing: PublicListing, about: About, language: str) -> str:
    """What is sold, the hours, how to find it, and languages that have no code, a line each."""
    texts = (facts.described, facts.directions, facts.hours_notes)
    sold, way, hours_note = (text(listing, about).get(language, "") for text in texts)
    words = "; ".join(facts.hours_words(listing, language))
    spoken = ", ".join(code for code in listing.languages if not _TAG.fullmatch(code))
    return "\n".join(filter(None, (sold, words, hours_note, way, spoken)))


def _own(listing: PublicListing, about: About) -> Iterator[str]:
    """What the note says for people, once more for our own import, each thing by itself."""
    yield from _if("X-PUERTAS-UNIT", listing.address_2)
    yield from _if("X-PUERTAS-HOURS", listing.opening_hours)
    for name, texts in (
        ("DESCRIPTION", facts.described),
        ("DIRECTIONS", facts.directions),
        ("HOURS-NOTE", facts.hours_notes),
    ):
        for language, text in texts(listing, about).items():
            yield f"X-PUERTAS-{name};LANGUAGE={language}:{_text(text)}"


def _text(text: str) -> str:
    """A text value (section 3.4): backslash, comma, semicolon and line end escaped."""
    for sign, escaped in (("\\", "\\\\"), (",", "\\,"), (";", "\\;"), ("\n", "\\n")):
        text = text.replace(sign, escaped)
    return text


def _uri(link: str) -> str:
    """A URI value has no escapes of its own: what may not stand in a URI is percent-encoded."""
    return quote(link, safe="%:/?#[]@!$&'()*+,;=~")


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 bytes, no letter of several bytes torn."""
    whole = line.encode()
    if len(whole) <= _LINE:
        return whole + b"\r\n"
    pieces, piece, room = [], b"", _LINE
    for letter in line:
        data = letter.encode()
        if len(piece) + len(data) > room:
            pieces.append(piece)
            piece, room = b"", _LINE - 1  # the space in front counts
        piece += data
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
