"""What an entry says, field by field, and what stands in where a field is missing.

The table "Entry: order, and what happens when a field is missing" of the print notes.
"""

from dataclasses import dataclass

from directory_app.guides import wording
from directory_app.guides.planning import Entry, Plan
from directory_app.model import categories, hours, phones
from directory_app.model.listing import PublicListing
from directory_app.model.terms import AddressType, PhoneType, Status
from directory_app.model.text import fold

#: One text for both languages, or one for each.
Pair = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone as printed and as dialled."""

    shown: str
    dialled: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The texts of an entry. A Pair of one spans both languages.

    ``address`` is one line for both; ``place`` (directions, "Call for the place") a Pair.
    ``hours`` holds sentences, one language after the other.
    """

    number: str
    name: str
    own_script: str
    distance: str
    address: str
    place: Pair
    phones: tuple[Phone, ...]
    website: str
    description: Pair
    hours: tuple[tuple[str, ...], ...]


def facts(plan: Plan, entry: Entry) -> Facts:
    """The texts of an entry in the languages of the plan, without what is switched off."""
    listing = entry.listing
    languages, shows = plan.options.languages, plan.options.shows
    own = listing.alternate_name if listing.alternate_name != listing.name else ""
    address, place = _place(plan, entry) if shows("address") else ("", ())
    return Facts(
        number=str(entry.number),
        name=listing.name,
        own_script=own if shows("own_script") else "",
        distance=distance_text(plan, entry) if shows("distance") else "",
        address=address,
        place=place,
        phones=_phones(entry) if shows("phone") else (),
        website=website_text(listing.website) if shows("website") else "",
        description=_description(listing, languages) if shows("sells") else (),
        hours=_hours(entry, languages) if shows("hours") else (),
    )


def _description(listing: PublicListing, languages: tuple[str, ...]) -> Pair:
    """What it sells, else the name of its category."""
    told = _pair((listing.description_en, listing.description_es), languages)
    return told or _same_once(tuple(categories.name(listing.category, lang) for lang in languages))


def distance_text(plan: Plan, entry: Entry) -> str:
    """Such as "0.4 mi"; "about 103 mi" for a coarse pin, "~103 mi" for two languages."""
    if entry.distance is None:
        return ""
    miles = f"{entry.distance.text()}{wording.NBSP}mi"
    if not entry.distance.about:
        return miles
    languages = plan.options.languages
    if len(languages) > 1:
        return f"~{miles}"
    return f"{wording.word('about', languages[0])}{wording.NBSP}{miles}"


def website_text(address: str) -> str:
    """A website as people write it: no scheme, no www, no slash at the end."""
    shown = address.split("://", 1)[-1].removeprefix("www.")
    return shown.rstrip("/")


def website_link(address: str) -> str:
    """The address to lead to, https only; nothing for other schemes nor for what is none."""
    if not address.isprintable():  # hidden marks and halves of letters: no browser goes there
        return ""
    if address.startswith("https://"):
        return address
    if address.startswith("http://"):
        return "https://" + address.removeprefix("http://")
    if "://" in address or ":" in address or "." not in address or " " in address:
        return ""
    return "https://" + address


def _place(plan: Plan, entry: Entry) -> tuple[str, Pair]:
    """The address line, and what stands below or instead of it."""
    listing = entry.listing
    languages = plan.options.languages
    directions = _pair((listing.directions_en, listing.directions_es), languages)
    away = fold(listing.city) != fold(plan.event.city) or not plan.event.city
    town = listing.city if away and plan.options.group_by != "town" else ""
    visitable = listing.address_type not in (AddressType.POSTAL,)
    street = ", ".join(part for part in (listing.address_1, listing.address_2) if part)
    if street and visitable:
        return ", ".join(part for part in (street, town) if part), ()
    if directions:
        return town, directions
    if listing.city:
        return listing.city, ()
    return "", _same_once(tuple(wording.word("call_place", lang) for lang in languages))


def _phones(entry: Entry) -> tuple[Phone, ...]:
    return tuple(
        Phone(
            phones.display(phone.number, phone.extension).replace(" ", wording.NBSP),
            f"tel:{phone.number}" + (f";ext={phone.extension}" if phone.extension else ""),
        )
        for phone in entry.listing.phones
        if phone.type != PhoneType.FAX
    )


def _hours(entry: Entry, languages: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Sentences for each language; one tuple where all languages say the same."""
    listing = entry.listing
    if listing.status == Status.TEMPORARILY_CLOSED:
        return tuple((wording.word("closed_for_now", lang),) for lang in languages)
    notes = _pair((listing.hours_note_en, listing.hours_note_es), languages)
    if not listing.opening_hours:
        if notes:
            return tuple((note,) for note in notes)
        return tuple((wording.word("call_hours", lang),) for lang in languages)
    said = [
        tuple(wording.keep_times(rule) for rule in hours.words(listing.opening_hours, lang))
        for lang in languages
    ]
    if notes and len(notes) == len(languages):
        said = [(*rules, note) for rules, note in zip(said, notes, strict=True)]
    elif notes:
        said = [(*rules, notes[0]) for rules in said]
    return (said[0],) if all(each == said[0] for each in said) else tuple(said)


def _pair(texts: tuple[str, str], languages: tuple[str, ...]) -> Pair:
    """The texts of the languages; one that spans both where the other is missing."""
    by_language = {"en": texts[0].strip(), "es": texts[1].strip()}
    wanted = [by_language[lang] for lang in languages]
    if all(wanted):
        return _same_once(tuple(wanted))
    found = [text for text in (*wanted, *by_language.values()) if text]
    return (found[0],) if found else ()


def _same_once(texts: Pair) -> Pair:
    """What is the same in both languages is said once."""
    return texts[:1] if len(set(texts)) == 1 else texts
