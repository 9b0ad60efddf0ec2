"""One business on the web page."""

from collections.abc import Iterator

from directory_app.exporting import facts, weblinks, webwords
from directory_app.exporting.markup import both, escaped, typed, words
from directory_app.formats.entry import About
from directory_app.model import categories, fields, languages, phones
from directory_app.model.listing import PublicListing, PublicPhone
from directory_app.model.terms import PhoneType, Status


def entry(at: int, number: int, listing: PublicListing, about: About) -> str:
    """The item at place ``at`` of the list; ``number`` is that of its marker, 0 without one."""
    shown = f'<span class="number">{number}</span>' if number else ""
    told = "".join(_facts(listing, about))
    return f'<li id="b{at}"><h3>{shown}{typed(listing.name)}</h3>{told}</li>'


def _facts(listing: PublicListing, about: About) -> Iterator[str]:
    told = about.languages
    if listing.alternate_name:
        yield f"<p>{typed(listing.alternate_name)}</p>"
    yield _kind(listing, told)
    yield _texts(facts.described(listing, about))
    if listing.status == Status.TEMPORARILY_CLOSED:
        yield f"<p><strong>{words('closed_for_now', told)}</strong></p>"
    yield _where(listing, about)
    yield _hours(listing, about)
    yield _reach(listing, told)
    yield _more(listing, told)


def _kind(listing: PublicListing, told: tuple[str, ...]) -> str:
    names = {each: escaped(categories.name(listing.category, each)) for each in told}
    price = f" · {typed(listing.price_range)}" if listing.price_range else ""
    return f'<p class="kind">{both(names)}{price}</p>'


def _texts(texts: dict[str, str]) -> str:
    """In each language, or in the one that there is, for both."""
    shown = {language: typed(text) for language, text in texts.items()}
    if not shown:
        return ""
    if len(shown) == 1:
        ((language, text),) = shown.items()
        return f'<p lang="{language}">{text}</p>'
    return f"<p>{both(shown)}</p>"


def _where(listing: PublicListing, about: About) -> str:
    line = facts.address_line(listing)
    place = typed(line) if line else words("call_place", about.languages)
    return f"<p>{place}</p>{_texts(facts.directions(listing, about))}"


def _hours(listing: PublicListing, about: About) -> str:
    notes = facts.hours_notes(listing, about)
    if not listing.opening_hours:
        return _texts(notes) or f"<p>{words('call_hours', about.languages)}</p>"
    said = {
        each: "<br>".join(map(typed, facts.hours_words(listing, each))) for each in about.languages
    }
    return f"<p>{both(said)}</p>{_texts(notes)}"


def _reach(listing: PublicListing, told: tuple[str, ...]) -> str:
    ways = [_telephone(each, told) for each in listing.phones]
    if listing.email:
        ways.append(weblinks.mail(listing.email))
    if listing.website:
        ways.append(weblinks.web(listing.website))
    ways += map(weblinks.web, listing.same_as)
    items = "".join(f"<span>{way}</span>" for way in ways)
    return f'<p class="reach">{items}</p>' if ways else ""


def _telephone(phone: PublicPhone, told: tuple[str, ...]) -> str:
    shown = escaped(phones.display(phone.number, phone.extension))
    link = weblinks.telephone(phone, shown)
    if phone.type == PhoneType.VOICE or not webwords.has(phone.type):
        return link
    return f"{link} {words(phone.type, told)}"


def _more(listing: PublicListing, told: tuple[str, ...]) -> str:
    """What helps to choose, and how fresh it is, in one small line."""
    lines = {each: " · ".join(_choices(listing, each)) for each in told}
    return f'<p class="kind">{both(lines)}</p>'


def _choices(listing: PublicListing, language: str) -> Iterator[str]:
    """Pieces of HTML; our own words have no sign that it would need escaped."""
    if listing.languages:
        names = ", ".join(typed(languages.name(code, language)) for code in listing.languages)
        yield webwords.word("speak", language, names=names)
    if listing.payment_accepted:
        kinds = (
            escaped(webwords.word(each, language)) if webwords.has(each) else typed(each)
            for each in listing.payment_accepted
        )
        yield webwords.word("takes", language, names=", ".join(kinds))
    for field in fields.BUSINESS:
        value = getattr(listing, field.name) if field.in_line else None
        if value:
            label = escaped(fields.say(field.label, language))
            is_flag = field.kind is fields.Kind.FLAG
            yield label if is_flag else f"{label}: {typed(facts.cell(field, listing))}"
    if webwords.has(f"wheelchair_{listing.wheelchair}"):
        yield webwords.word(f"wheelchair_{listing.wheelchair}", language)
    if listing.assured_date:
        yield webwords.word("checked", language, day=webwords.day(listing.assured_date, language))
    else:
        yield webwords.word("not_checked", language)
