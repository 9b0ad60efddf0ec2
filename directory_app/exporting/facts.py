"""What several formats say alike of a listing, and the listing as formats get it."""

from collections.abc import Callable
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any, TypeVar

from directory_app.formats.entry import About, Entry, Phone
from directory_app.formats.text import plain
from directory_app.model import categories, hours, languages, phones
from directory_app.model import fields as kept
from directory_app.model.fields import Field, Kind
from directory_app.model.geo import Position
from directory_app.model.listing import PublicListing, PublicPhone, StaffListing
from directory_app.model.terms import PhoneType, Precision

Listing = TypeVar("Listing", PublicListing, StaffListing)

#: About as fine as a door: a tenth of a metre, as RFC 7946 (section 11.2) advises.
_DECIMALS = 6
#: A pin that stands for a street, or was moved to the middle of its cell: some hundred metres.
_STREET_DECIMALS = 3
#: A pin that stands for its town or ZIP code. In a file it would look like a door.
_COARSE = (Precision.CITY, Precision.ZIP)


def pin(listing: PublicListing) -> Position | None:
    """The marker; None without a live yes to the map, and where only the town is known."""
    return None if listing.precision in _COARSE else listing.marker


def has_pin(listing: PublicListing) -> bool:
    """Whether a file shows where it is."""
    return pin(listing) is not None


def coordinates(listing: PublicListing) -> tuple[Decimal, Decimal] | None:
    """Longitude and latitude of the pin, with as many decimals as are known; None without one."""
    place = pin(listing)
    if place is None:
        return None
    fine = _STREET_DECIMALS if listing.precision == Precision.STREET else _DECIMALS
    return Decimal(f"{place.longitude:.{fine}f}"), Decimal(f"{place.latitude:.{fine}f}")


def telephone(number: str, extension: str, kind: str) -> str:
    """Such as "505-555-0142 x2" or "cell 505-555-0143", as lists have it."""
    shown = phones.display(number, extension)
    return shown if kind == PhoneType.VOICE else f"{kind} {shown}"


def telephones(listing: PublicListing | StaffListing) -> str:
    """All of them in one cell."""
    return "; ".join(telephone(each.number, each.extension, each.type) for each in listing.phones)


def language_names(listing: PublicListing | StaffListing) -> str:
    """English names where they say the whole code; else the code."""
    return "; ".join(map(_language_name, listing.languages))


def _language_name(code: str) -> str:
    name = languages.name(code, "en")
    return name if languages.parse(name) == [code] else code


#: What stands in a cell where it is not as it is kept.
_CELLS: dict[str, Callable[[Any], str]] = {
    "category": lambda each: categories.name(each.category, "en"),
    "languages": language_names,
    "same_as": lambda each: " ".join(each.same_as),
}


def cell(field: Field, listing: PublicListing | StaffListing) -> str:
    """What a field says in one cell, in words that our own import reads."""
    if field.name in _CELLS:
        return _CELLS[field.name](listing)
    value = getattr(listing, field.name)
    match field.kind:
        case Kind.FLAG:
            return "" if value is None else "yes" if value else "no"
        case Kind.MARK:
            return "yes" if value else ""
        case Kind.LIST:
            return "; ".join(value)
        case Kind.DAY:
            return value.isoformat() if value else ""
        case Kind.CHOICE:
            return str(value).replace("_", " ")
    return str(value)


def town_line(listing: PublicListing) -> str:
    """Such as "Santa Fe, NM 87505"."""
    region = " ".join(filter(None, (listing.state_province, listing.postal_code)))
    return ", ".join(filter(None, (listing.city, region)))


def address_line(listing: PublicListing) -> str:
    """The whole address that may be told, on one line."""
    return ", ".join(filter(None, (listing.address_1, listing.address_2, town_line(listing))))


def described(listing: PublicListing, about: About) -> dict[str, str]:
    """The descriptions in the languages of the export, by language."""
    return _told(about, en=listing.description_en, es=listing.description_es)


def directions(listing: PublicListing, about: About) -> dict[str, str]:
    """How to find it, by language."""
    return _told(about, en=listing.directions_en, es=listing.directions_es)


def hours_notes(listing: PublicListing, about: About) -> dict[str, str]:
    """What is said beside the hours, or in their place, by language."""
    return _told(about, en=listing.hours_note_en, es=listing.hours_note_es)


def hours_words(listing: PublicListing, language: str) -> list[str]:
    """The hours as a person says them; as they are written where they can't be read."""
    if not listing.opening_hours:
        return []
    if not hours.is_valid(listing.opening_hours):
        return [listing.opening_hours]
    return [line.replace("\xa0", " ") for line in hours.words(listing.opening_hours, language)]


def _told(about: About, **texts: str) -> dict[str, str]:
    return {language: texts[language] for language in about.languages if texts[language]}


#: What an entry says as the listing does.
_SAME = {each.name for each in fields(Entry)} & {each.name for each in fields(PublicListing)}


def entry(listing: PublicListing, about: About) -> Entry:
    """A listing as writers of formats get it: what this export tells of it, nothing else."""
    told: dict[str, Any] = {name: getattr(listing, name) for name in _SAME}
    told["phones"] = tuple(Phone(each.number, each.extension, each.type) for each in listing.phones)
    return Entry(
        **told,
        descriptions=described(listing, about),
        directions=directions(listing, about),
        hours_notes=hours_notes(listing, about),
        tags={
            field.tag: text
            for field in kept.BUSINESS
            if field.tag and (text := cell(field, listing))
        },
        point=coordinates(listing),
    )


#: The fields of a listing that hold text: their names, and whether one text or several.
_TEXTS = {
    kind: tuple(
        (each.name, each.type is str)
        for each in fields(kind)
        if each.type in (str, tuple[str, ...])
    )
    for kind in (PublicListing, StaffListing)
}


def tidied(listing: Listing) -> Listing:
    """The listing with every text in it made plain; what was only space is gone."""
    changed: dict[str, Any] = {}
    for name, is_text in _TEXTS[type(listing)]:
        before = getattr(listing, name)
        after = plain(before) if is_text else tuple(filter(None, map(plain, before)))
        if after != before:
            changed[name] = after
    phones = tuple(
        PublicPhone(plain(each.number), plain(each.extension), each.type) for each in listing.phones
    )
    if phones != listing.phones:
        changed["phones"] = phones
    return replace(listing, **changed) if changed else listing
