"""What to know before printing: each finding with a sentence and where to mend it."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from directory_app.guides.check_words import LEFT_OUT, OF_ENTRY, OF_GUIDE, Severity
from directory_app.guides.distances import is_coarse
from directory_app.guides.layouts import arrange, kind
from directory_app.guides.layouts.atlas import crowded_tiles
from directory_app.guides.layouts.facts import website_link
from directory_app.guides.layouts.furniture import qr_modules
from directory_app.guides.layouts.legend import runs
from directory_app.guides.layouts.mapping import MOST as MOST_ON_MAP
from directory_app.guides.layouts.mapping import crowded
from directory_app.guides.planning import Entry, Plan
from directory_app.guides.typesetting import Style, missing
from directory_app.guides.typesetting.clusters import TURNING
from directory_app.model import fields
from directory_app.model.listing import LastRun, LeftOut, LeftOutReason, Restored
from directory_app.model.redaction import CUT
from directory_app.model.terms import OpenState, Precision, Status
from directory_app.model.text import fold

#: An entry that nobody assured for so long is called stale.
STALE_DAYS = 183
#: Sheets of paper that a staple still holds in the fold; and the least number of businesses
#: that can take more.
STAPLED, _MANY = 20, 100
#: The texts out of which words may be taken.
_CUT = tuple(f for f in fields.BUSINESS if f.free and f.seen is fields.Seen.PUBLIC)
_E164 = re.compile(r"\+[1-9]\d{6,14}")
_STYLE = Style("sans", "bold", 10)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know. ``business_code`` is empty where it concerns the whole guide.

    ``mend`` says where the window should lead: consent, review, hours, place, name,
    description, hours_note, directions, phone, website, assure, event, settings, options,
    runs; empty: nowhere.
    """

    severity: Severity
    code: str
    business_code: str
    business_name: str
    message_en: str
    message_es: str
    mend: str


def findings(
    plan: Plan,
    *,
    mistake_contact: str = "",
    guide_url: str = "",
    last_run: LastRun | None = None,
    today: dt.date | None = None,
    restored: Restored | None = None,
) -> list[Finding]:
    """All findings, the gravest first, then as the guide runs.

    ``last_run`` is the event's newest: who stood on it and took the yes back since. ``today``
    is the directory's: without it nothing tells that the event is over. ``restored``: that it
    came out of a backup not long ago.
    """
    found = _withdrawn(plan, last_run) if last_run else []
    found += _over(plan, today) if today else []
    found += [_of_restore(restored)] if restored else []
    found += [_of_guide(code) for code in _guide_codes(plan, mistake_contact, guide_url)]
    for entry in plan.entries:
        found += [_of_entry(entry, code) for code in _entry_codes(plan, entry)]
        found += _missing_letters(entry)
        found += _cut_texts(entry)
    found += _letters_of_event(plan)
    found += _too_tall(plan)
    found += _too_thick(plan)
    found += _crowded(plan)
    found += _side_by_side(plan)
    told = {finding.business_code for finding in found if finding.code == "withdrawn_since"}
    found += [_of_left_out(out) for out in plan.left_out if out.code not in told]
    rank = list(Severity)
    return sorted(found, key=lambda finding: rank.index(finding.severity))


def _over(plan: Plan, today: dt.date) -> list[Finding]:
    """That the day of the event, or the last on which the paper may be used, is past."""
    if plan.use_by < today:
        return [_of_guide("use_by_over", day=plan.use_by.isoformat())]
    if plan.event.date < today:
        return [_of_guide("event_over", day=plan.event.date.isoformat())]
    return []


def _of_restore(restored: Restored) -> Finding:
    since, on = restored.since.isoformat(), restored.on.isoformat()
    return _of_guide("restored", since=since, on=on, by=restored.by)


def _guide_codes(plan: Plan, contact: str, guide_url: str) -> Iterator[str]:
    event = plan.event
    if not plan.entries:
        yield "nothing_listed"
    if not contact.strip():
        yield "no_mistake_contact"
    if event.position is None:
        yield "event_not_placed" if event.radius_miles is None else "radius_not_used"
    elif plan.options.shows("distance") and any(e.listing.place_is_pin for e in plan.entries):
        if is_coarse(event.precision):
            yield "event_coarse"
        elif event.precision == Precision.STREET:
            yield "event_street"
    if guide_url and not guide_url.startswith("https://"):
        yield "guide_url"
    elif guide_url and qr_modules(guide_url) is None:
        yield "guide_url_long"
    if plan.options.shows("map") and plan.entries:
        marked = sum(entry.listing.marker is not None for entry in plan.entries)
        if marked > MOST_ON_MAP:
            yield "map_in_parts" if kind(plan.options.layout).atlas else "map_too_full"
        elif not marked:
            yield "nobody_on_map"
    yield from _event_words(plan)


def _event_words(plan: Plan) -> Iterator[str]:
    """What is amiss with the words of the event: halves without a translation, no room."""
    event = plan.event
    told = plan.options.languages
    names = {"en": event.name_en, "es": event.name_es}
    if not all(names[language].strip() for language in told):
        yield "event_untranslated"
    intro = {"en": event.intro_en, "es": event.intro_es}
    said = [bool(intro[language].strip()) for language in told]
    if plan.options.shows("intro") and any(said):
        if "intro" not in kind(plan.options.layout).fields:
            yield "intro_not_printed"
        elif not all(said):
            yield "intro_untranslated"


def _entry_codes(plan: Plan, entry: Entry) -> Iterator[str]:
    yield from _consent_codes(plan, entry)
    yield from _hours_codes(entry)
    yield from _place_codes(plan, entry)
    yield from _text_codes(plan, entry)


def _consent_codes(plan: Plan, entry: Entry) -> Iterator[str]:
    listing, day = entry.listing, plan.event.date
    if listing.consent_until and listing.consent_until < day:
        yield "consent_ends"
    if not listing.reviewed_by_second_person:
        yield "second_person"
    if listing.assured_date is None:
        yield "never_assured"
    elif day - listing.assured_date > dt.timedelta(days=STALE_DAYS):
        yield "stale"


def _hours_codes(entry: Entry) -> Iterator[str]:
    listing = entry.listing
    if listing.status != Status.ACTIVE:
        yield "closed"
    elif entry.state == OpenState.CLOSED:
        yield "closed_at_event"
    elif entry.state == OpenState.UNKNOWN:
        yield "hours_unknown"
    if listing.opening_hours and listing.opening_hours_assumed:
        yield "hours_assumed"


def _place_codes(plan: Plan, entry: Entry) -> Iterator[str]:
    listing = entry.listing
    if listing.place is None:
        yield "no_pin"
    elif is_coarse(listing.precision) or not listing.place_is_pin:
        yield "coarse_pin"
    elif listing.precision == Precision.STREET:
        yield "street_pin"
    elif plan.options.shows("map") and listing.marker is None:
        yield "no_marker"


def _text_codes(plan: Plan, entry: Entry) -> Iterator[str]:
    listing = entry.listing
    if not (listing.description_en + listing.description_es).strip():
        yield "no_description"
    yield from _half_codes(plan, entry)
    if any(not _E164.fullmatch(phone.number) for phone in listing.phones):
        yield "phone"
    if listing.website and not website_link(listing.website):
        yield "website"
    if not listing.phones and not listing.website:
        yield "no_contact"


def _half_codes(plan: Plan, entry: Entry) -> Iterator[str]:
    """What is printed, and stands there in other languages than the guide's."""
    listing, shows = entry.listing, plan.options.shows
    if _is_half(plan, listing.description_en, listing.description_es):
        yield "missing_translation"
    if shows("hours") and _is_half(plan, listing.hours_note_en, listing.hours_note_es):
        yield "hours_note_half"
    beside = "note" in kind(plan.options.layout).fields and shows("note")
    printed = beside or not listing.address_1
    if printed and _is_half(plan, listing.directions_en, listing.directions_es):
        yield "directions_half"


def _is_half(plan: Plan, en: str, es: str) -> bool:
    """Whether a text is there, but not in all languages of the guide."""
    said = {"en": bool(en.strip()), "es": bool(es.strip())}
    return any(said.values()) and not all(said[each] for each in plan.options.languages)


def _missing_letters(entry: Entry) -> list[Finding]:
    listing = entry.listing
    texts = (
        *(listing.name, listing.alternate_name, listing.address_1, listing.address_2, listing.city),
        *(listing.description_en, listing.description_es, listing.website),
        *(listing.directions_en, listing.directions_es),
        *(listing.hours_note_en, listing.hours_note_es, *listing.cuisine),
    )
    found = []
    if letters := _lost_letters(texts):
        found.append(_of_entry(entry, "missing_glyph", letters=letters))
    if turning := dict.fromkeys(x for text in texts for x in text if ord(x) in TURNING):
        found.append(_of_entry(entry, "turning_marks", letters=", ".join(map(_number, turning))))
    return found


def _cut_texts(entry: Entry) -> list[Finding]:
    """Where words were taken out, at the wall or for good, what is left may read oddly."""
    listing = entry.listing
    cut = [f for f in _CUT if f.name in listing.cut or CUT in getattr(listing, f.name)]
    if not cut:
        return []
    en, es = (", ".join(_small(field.label[side]) for field in cut) for side in (0, 1))
    return [_of_entry(entry, "cut_texts", en=en, es=es)]


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]


def _letters_of_event(plan: Plan) -> list[Finding]:
    event = plan.event
    texts = (
        *(event.name_en, event.name_es, event.venue, event.address, event.city),
        *(event.intro_en, event.intro_es, event.contact),
    )
    letters = _lost_letters(texts)
    return [_of_guide("event_glyph", letters=letters)] if letters else []


def _lost_letters(texts: tuple[str, ...]) -> str:
    """The letters that cannot be printed, by number."""
    lost = dict.fromkeys(cluster for text in texts for cluster in missing(text, _STYLE))
    return ", ".join(" ".join(dict.fromkeys(map(_number, each))) for each in lost)


def _number(letter: str) -> str:
    return f"U+{ord(letter):04X}"


def _too_tall(plan: Plan) -> list[Finding]:
    """Entries that no column of the layout holds, nor one of its cards."""
    code = "overflow_card" if plan.options.layout == "cards" else "overflow"
    least = kind(plan.options.layout).long
    long = {entry.listing.code for entry in plan.entries if _letters(entry) > least}
    if not long:
        return []
    sections = (
        replace(section, entries=tuple(e for e in section.entries if e.listing.code in long))
        for section in plan.sections
    )
    few = replace(
        plan, options=replace(plan.options, fit=0, show_map=False),
        sections=tuple(section for section in sections if section.entries),
    )  # fmt: skip
    in_pieces = arrange(few).in_pieces
    return [_of_entry(entry, code) for entry in plan.entries if entry.listing.code in in_pieces]


def _letters(entry: Entry) -> int:
    listing = entry.listing
    texts = (
        *(listing.name, listing.alternate_name, listing.address_1, listing.address_2, listing.city),
        *(listing.description_en, listing.description_es, listing.website, listing.opening_hours),
        *(listing.directions_en, listing.directions_es),
        *(listing.hours_note_en, listing.hours_note_es),
    )
    return sum(map(len, texts)) + 15 * len(listing.phones) + 12 * len(listing.languages)


def _too_thick(plan: Plan) -> list[Finding]:
    """A booklet that no staple goes through. Few businesses cannot make one."""
    options = plan.options
    if options.layout != "booklet" or not options.imposed or len(plan.entries) < _MANY:
        return []
    needed = arrange(plan).sheets
    return [_of_guide("too_thick", sheets=str(needed))] if needed > STAPLED else []


def _withdrawn(plan: Plan, run: LastRun) -> list[Finding]:
    """Who stands on paper that was handed out, and took the yes back since."""
    parts = {"run": f"{run.number:04}", "copies": str(run.copies)}
    found = [
        _of_left_out(out, "withdrawn_since", **parts)
        for out in plan.left_out
        if out.reason == LeftOutReason.WITHDRAWN and out.code in run.codes
    ]
    if run.erased:
        found.append(_of_guide("erased_since", **parts))
    return found


def _crowded(plan: Plan) -> list[Finding]:
    """Markers that lie over others, because the map has no room left."""
    numbers = crowded(plan)
    found = [_of_guide("map_crowded", numbers=runs(list(numbers)))] if numbers else []
    for name, over in crowded_tiles(plan).items():
        found.append(_of_guide("tile_crowded", name=name, numbers=runs(list(over))))
    return found


def _side_by_side(plan: Plan) -> list[Finding]:
    """Entries that share a name in one town, or a telephone."""
    seen: dict[tuple[str, str], Entry] = {}
    found: list[Finding] = []
    for entry in plan.entries:
        listing = entry.listing
        keys = [("name", f"{fold(listing.name)}|{fold(listing.city)}")]
        keys += [("phone", f"{p.number}x{p.extension}") for p in listing.phones]
        others = [other for key in keys if (other := seen.setdefault(key, entry)) is not entry]
        if others:
            other = others[0]
            number, name = str(other.number), other.listing.name
            found.append(_of_entry(entry, "duplicate", number=number, other=name))
    return found


def _of_left_out(out: LeftOut, code: str = "", **parts: str) -> Finding:
    words = OF_GUIDE[code] if code else LEFT_OUT[out.reason]
    code = code or f"left_out_{out.reason}"
    en, es = (text.format(**parts) if parts else text for text in (words.en, words.es))
    return Finding(words.severity, code, out.code, out.name, en, es, words.mend)


def _of_guide(code: str, **parts: str) -> Finding:
    words = OF_GUIDE[code]
    en, es = (text.format(**parts) if parts else text for text in (words.en, words.es))
    return Finding(words.severity, code, "", "", en, es, words.mend)


def _of_entry(entry: Entry, code: str, **parts: str) -> Finding:
    words = OF_ENTRY[code]
    en, es = words.en, words.es
    if parts:
        en, es = en.format(**parts), es.format(**parts)
    listing = entry.listing
    return Finding(words.severity, code, listing.code, listing.name, en, es, words.mend)
