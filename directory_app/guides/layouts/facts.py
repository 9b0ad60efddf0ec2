"""What an entry says, field by field, and what stands in where a field is missing.

The table "Entry: order, and what happens when a field is missing" of the print notes.
"""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from directory_app.guides import wording
from directory_app.guides.layouts.words import say
from directory_app.guides.planning import Entry, Plan
from directory_app.model import categories, hours, languages, phones
from directory_app.model.geo import compass_words, walking_minutes
from directory_app.model.listing import PublicListing
from directory_app.model.terms import AddressType, OpenState, Payment, PhoneType, Status
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
    phones = _phones(entry) if shows("phone") else ()
    can_call = bool(phones)
    address, place = _place(plan, entry, can_call=can_call) if shows("address") else ("", ())
    return Facts(
        number=str(entry.number),
        name=listing.name,
        own_script=own if shows("own_script") else "",
        distance=distance_text(plan, entry) if shows("distance") else "",
        address=address,
        place=place,
        phones=phones,
        website=website_text(listing.website) if shows("website") else "",
        description=_description(listing, languages) if shows("sells") else (),
        hours=_hours(listing, languages, can_call=can_call, full=False) if shows("hours") else (),
    )


def _description(listing: PublicListing, languages: tuple[str, ...]) -> Pair:
    """What it sells, else the name of its category."""
    told = in_languages(listing.description_en, listing.description_es, languages)
    return told or once(tuple(categories.name(listing.category, lang) for lang in languages))


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


def _place(plan: Plan, entry: Entry, *, can_call: bool) -> tuple[str, Pair]:
    """The address line, and what stands below or instead of it."""
    listing = entry.listing
    languages = plan.options.languages
    directions = in_languages(listing.directions_en, listing.directions_es, languages)
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
    key = "call_place" if can_call else "no_place"
    return "", once(tuple(wording.word(key, lang) for lang in languages))


def _phones(entry: Entry) -> tuple[Phone, ...]:
    return tuple(
        Phone(
            phones.display(phone.number, phone.extension).replace(" ", wording.NBSP),
            f"tel:{phone.number}" + (f";ext={phone.extension}" if phone.extension else ""),
        )
        for phone in entry.listing.phones
        if phone.type != PhoneType.FAX
    )


def _hours(
    listing: PublicListing, told: tuple[str, ...], *, can_call: bool, full: bool
) -> tuple[tuple[str, ...], ...]:
    """Sentences of each language, in short or in full; one tuple where all say the same.

    Nobody is told to call where no number is printed.
    """
    if listing.status == Status.TEMPORARILY_CLOSED:
        return tuple((wording.word("closed_for_now", each),) for each in told)
    notes = in_languages(listing.hours_note_en, listing.hours_note_es, told)
    noted = [(_sentence(note) if full else note,) for note in notes]
    if not listing.opening_hours:
        key = "call_hours" if can_call else "no_hours"
        return tuple(noted) or tuple((wording.word(key, each),) for each in told)
    words = _full_hours if full else _short_hours
    said = [words(listing.opening_hours, each) for each in told]
    for index in range(len(said) if noted else 0):
        said[index] = (*said[index], *noted[min(index, len(noted) - 1)])
    return (said[0],) if len(set(said)) == 1 else tuple(said)


@lru_cache(maxsize=4096)
def _short_hours(osm: str, language: str) -> tuple[str, ...]:
    return tuple(wording.keep_times(rule) for rule in hours.words(osm, language))


#: Farther than this nobody is told how long the walk is.
WALKABLE_MILES = 2.0
#: A longer text is a note in plain letters; the category says in bold what is sold.
SHORT = 56
#: From one time to another, which no line may part.
_SPAN = re.compile(r"(?:de )?\d+(?::\d\d)?(?:\u00a0[ap]m)? (?:to|a) \d+(?::\d\d)?(?:\u00a0[ap]m)?")


@dataclass(frozen=True, slots=True)
class Details:
    """The further texts of an entry. A Pair of one is the same in both languages.

    ``hours`` holds full sentences, one language after the other; ``sells`` is short and bold,
    ``note`` what else there is to say.
    """

    sells: Pair
    distance: Pair
    hours: tuple[tuple[str, ...], ...]
    state: Pair
    languages: Pair
    payment: Pair
    access: Pair
    note: tuple[tuple[str, ...], ...]


def details(plan: Plan, entry: Entry) -> Details:
    """The further texts of an entry in the languages of the plan, without what is off."""
    told, listing, shows = plan.options.languages, entry.listing, plan.options.shows
    sells, long = _sells(listing, told)
    can_call = shows("phone") and bool(_phones(entry))
    return Details(
        sells=sells if shows("sells") else (),
        distance=_distance(entry, told) if shows("distance") else (),
        hours=_hours(listing, told, can_call=can_call, full=True) if shows("hours") else (),
        state=_state(plan, entry, can_call=can_call) if shows("open") else (),
        languages=_spoken(listing.languages, told) if shows("languages") else (),
        payment=_payment(listing.payment_accepted, told) if shows("payment") else (),
        access=_access(listing, told) if shows("access") else (),
        note=_note(listing, told, long) if shows("note") else (),
    )


def once(texts: Pair) -> Pair:
    """What is the same in every language is said once."""
    return texts[:1] if len(set(texts)) == 1 else texts


def in_languages(en: str, es: str, told: tuple[str, ...]) -> Pair:
    """The texts of the languages; where one is missing, the other for both."""
    by_language = {"en": en.strip(), "es": es.strip()}
    wanted = tuple(by_language[language] for language in told)
    if all(wanted):
        return once(wanted)
    found = [text for text in (*wanted, *by_language.values()) if text]
    return (found[0],) if found else ()


def _sells(listing: PublicListing, told: tuple[str, ...]) -> tuple[Pair, Pair]:
    """What it sells in a few words, and the description where that is long."""
    described = in_languages(listing.description_en, listing.description_es, told)
    if described and max(map(len, described)) <= SHORT:
        return described, ()
    return once(tuple(categories.name(listing.category, each) for each in told)), described


def _distance(entry: Entry, told: tuple[str, ...]) -> Pair:
    far = entry.distance
    if far is None:
        return ()
    miles = far.text()
    key = "about_miles" if far.about else "mile" if miles in ("1", "1.0") else "miles"
    texts = []
    for language in told:
        way = compass_words(far.point, language)
        text = say(key, language, miles=miles, way=way)
        if not far.about and far.miles <= WALKABLE_MILES:
            text += ", " + say("walk", language, minutes=str(walking_minutes(far.miles)))
        texts.append(text)
    return tuple(texts)


@lru_cache(maxsize=4096)
def _full_hours(osm: str, language: str) -> tuple[str, ...]:
    said = hours.words(osm, language, "full")
    return tuple(_SPAN.sub(_kept, wording.keep_times(each)) for each in said)


def _kept(match: "re.Match[str]") -> str:
    return match.group().replace(" ", wording.NBSP)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _state(plan: Plan, entry: Entry, *, can_call: bool) -> Pair:
    """Whether it is open then, and from or until when if not all the time."""
    told, event = plan.options.languages, plan.event
    if entry.state != OpenState.OPEN:
        key = "closed" if entry.state == OpenState.CLOSED else "call" if can_call else "unsure"
        return tuple(plan.at_event(key, language) for language in told)
    limits = _limits(entry.listing.opening_hours, event.date, event.starts, event.ends)
    if limits is None:
        return tuple(plan.at_event("open", language) for language in told)
    kind, time = limits
    key = f"{kind}_one" if time.hour in (1, 13) else kind
    return tuple(say(key, language, time=wording.clock(time)) for language in told)


@lru_cache(maxsize=4096)
def _limits(
    osm: str, day: dt.date, starts: dt.time | None, ends: dt.time | None
) -> tuple[str, dt.time] | None:
    """("opens_at" or "open_until", when) for a business that is open for a part of the event."""
    week = hours.week(osm)
    if week is None or starts is None:
        return None
    begin = starts.hour * 60 + starts.minute
    end = ends.hour * 60 + ends.minute if ends and ends > starts else 24 * 60
    spans = [
        *((opens - 1440, closes - 1440) for opens, closes in week[day.weekday() - 1]),
        *week[day.weekday()],
    ]
    during = [span for span in spans if span[0] < end and span[1] > begin]
    if len(during) != 1:
        return None  # a break in between, which the hours themselves tell
    opens, closes = during[0]
    if opens > begin:
        return "opens_at", _time(opens)
    return ("open_until", _time(closes)) if closes < end else None


def _time(minutes: int) -> dt.time:
    return dt.time(minutes // 60 % 24, minutes % 60)


@lru_cache(maxsize=4096)
def _spoken(codes: tuple[str, ...], told: tuple[str, ...]) -> Pair:
    if not codes:
        return ()
    return once(
        tuple(_capital(", ".join(languages.name(code, each) for code in codes)) for each in told)
    )


@lru_cache(maxsize=256)
def _payment(taken: tuple[str, ...], told: tuple[str, ...]) -> Pair:
    keys = []
    cash, cards = Payment.CASH in taken, Payment.CARDS in taken
    benefits = [each for each in (Payment.SNAP.value, Payment.WIC.value) if each in taken]
    if cash or cards:
        key = "cash_cards" if cash and cards else "cash" if cash else "cards"
        keys.append(f"{key}_too" if benefits and key != "cash_cards" else key)
    keys += benefits
    return _listed(tuple(keys), told)


def _access(listing: PublicListing, told: tuple[str, ...]) -> Pair:
    keys = [key for key in ("takeaway", "delivery", "catering") if getattr(listing, key)]
    if listing.wheelchair in ("yes", "limited", "no"):
        keys.append(f"wheelchair_{listing.wheelchair}")
    return _listed(tuple(keys), told)


@lru_cache(maxsize=512)
def _listed(keys: tuple[str, ...], told: tuple[str, ...]) -> Pair:
    """The words of the keys in one line: the first with a capital."""
    if not keys:
        return ()
    lines = []
    for language in told:
        first, *rest = (say(key, language) for key in keys)
        lines.append(", ".join([first, *(_small(word) for word in rest)]))
    return once(tuple(lines))


def _note(listing: PublicListing, told: tuple[str, ...], long: Pair) -> tuple[tuple[str, ...], ...]:
    """Ways to find the door, where there is an address beside it; a long description."""
    directions = (
        in_languages(listing.directions_en, listing.directions_es, told)
        if listing.address_1
        else ()
    )
    count = max(len(directions), len(long))
    return tuple(
        tuple(_sentence(pair[min(index, len(pair) - 1)]) for pair in (long, directions) if pair)
        for index in range(count)
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(word: str) -> str:
    return word if word.isupper() else word[:1].lower() + word[1:]
