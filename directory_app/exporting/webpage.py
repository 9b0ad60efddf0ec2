"""A guide as one web page: a file that asks nothing of any other place.

It works without JavaScript as a list in two languages; with it, the list can be searched. Its
Content-Security-Policy lets nothing in but its own style and script, each by its hash.
"""

import base64
import hashlib
from collections.abc import Sequence
from typing import Any

from directory_app.exporting import facts, webmap, webwords
from directory_app.exporting.markup import as_script, escaped, words
from directory_app.exporting.webentry import entry
from directory_app.formats.entry import About
from directory_app.model import categories
from directory_app.model.categories import Section
from directory_app.model.listing import PublicListing
from directory_app.paths import resource

#: The sign of the program, as in its window: a door ajar.
_DOOR = (
    '<svg class="door" viewBox="0 0 24 24" aria-hidden="true"><rect class="wall" width="24" '
    'height="24" rx="6"/><path class="out" d="M6 20v-9a6 6 0 0 1 12 0v9z"/>'
    '<path class="leaf" d="M6 20v-9a6 6 0 0 1 6-6v15z"/></svg>'
)
_NAMES = {"en": "English", "es": "Español"}


def as_page(listings: Sequence[PublicListing], about: About) -> bytes:
    """The page, in the order of the guide's sections, and in them by the order given."""
    order = {section.key: at for at, section in enumerate(categories.SECTIONS)}
    there = sorted(listings, key=lambda each: order[categories.section(each.category).key])
    style, script = (_asset(name) for name in ("guide.css", "guide.js"))
    parts = (
        _head(about, style, script),
        "<body>",
        _switch(about),
        _header(there, about),
        f'<main>{_map(there, about)}<div class="list"><p id="found" role="status"></p>',
        f"{_list(there, about)}</div></main>",
        _footer(about),
        f'<script type="application/json" id="data">{as_script(_data(there, about))}</script>',
        f"<script>{script}</script>",
        "</body></html>",
    )
    return ("\n".join(parts) + "\n").encode()


def _asset(name: str) -> str:
    return resource("web", name).read_text("utf-8").replace("\r\n", "\n")


def _title(about: About, language: str) -> str:
    return webwords.word("owned" if about.say_immigrant else "places", language)


def _head(about: About, style: str, script: str) -> str:
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    hidden = "" if about.channel == "web" else '\n<meta name="robots" content="noindex">'
    return (
        f'<!doctype html>\n<html lang="{about.languages[0]}"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{hidden}\n<title>{escaped(_title(about, about.languages[0]))}</title>\n"
        f"<style>{style}</style></head>"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _switch(about: About) -> str:
    """One of these is ticked; the style hides the other language. One language needs none."""
    if len(about.languages) < 2:
        return ""
    return "".join(
        f'<input type="radio" name="language" class="switch" id="{each}" '
        f'aria-label="{_NAMES[each]}"{" checked" if at == 0 else ""}>'
        for at, each in enumerate(about.languages)
    )


def _header(listings: Sequence[PublicListing], about: About) -> str:
    told = about.languages
    labels = "".join(f'<label for="{each}" lang="{each}">{_NAMES[each]}</label>' for each in told)
    switch = f'<div class="languages">{labels}</div>' if len(told) > 1 else ""
    title = words("owned" if about.say_immigrant else "places", told)
    old = _dated("old", about.use_by, about)
    lead = words("said_yes" if listings else "none", told)
    return (
        f"<header>{switch}<h1>{_DOOR}{title}</h1><p>{lead}</p>"
        f'<p class="soft">{_dated("use_by", about.use_by, about)}</p>'
        f'<p id="old" class="old" role="alert" hidden>{old}</p>{_tools(listings, about)}</header>'
    )


def _dated(key: str, date: Any, about: About) -> str:
    said = (
        f'<span class="{each}" lang="{each}">'
        f"{escaped(webwords.word(key, each, day=webwords.day(date, each)))}</span>"
        for each in about.languages
    )
    return "".join(said)


def _tools(listings: Sequence[PublicListing], about: About) -> str:
    """The search and the sections, which the script brings to light."""
    here = _sections(listings)
    buttons = "".join(_button(section.key, {"en": section.en, "es": section.es}, about)
                      for section in here)  # fmt: skip
    every = {each: webwords.word("all", each) for each in about.languages}
    return (
        '<div id="tools" class="tools" hidden><input type="search" id="search" '
        f'autocomplete="off" spellcheck="false" aria-label="{webwords.word("search", "en")}">'
        f"{_button('', every, about, pressed=True)}{buttons}</div>"
    )


def _button(key: str, names: dict[str, str], about: About, *, pressed: bool = False) -> str:
    said = "".join(
        f'<span class="{each}" lang="{each}">{escaped(names[each])}</span>'
        for each in about.languages
    )
    state = "true" if pressed else "false"
    return f'<button type="button" data-section="{key}" aria-pressed="{state}">{said}</button>'


def _sections(listings: Sequence[PublicListing]) -> list[Section]:
    there = {categories.section(each.category).key for each in listings}
    return [section for section in categories.SECTIONS if section.key in there]


def _map(listings: Sequence[PublicListing], about: About) -> str:
    shown = sum(facts.pin(each) is not None for each in listings)
    if not shown:
        return ""
    told = about.languages
    title = escaped(webwords.word("map_alt", told[0], count=str(shown)))
    part = words("map_part", told, count=str(shown), total=str(len(listings)))
    note = f'<p class="soft">{part}</p>' if shown < len(listings) else ""
    return (
        f'<section class="where" aria-labelledby="map"><h2 id="map">{words("map", told)}</h2>'
        f'<div class="map">{webmap.draw(listings, title)}</div>{note}</section>'
    )


def _list(listings: Sequence[PublicListing], about: About) -> str:
    numbered = list(enumerate(zip(webmap.numbers(listings), listings, strict=True), start=1))
    parts = []
    for section in _sections(listings):
        names = {"en": section.en, "es": section.es}
        title = "".join(f'<span class="{each}" lang="{each}">{escaped(names[each])}</span>'
                        for each in about.languages)  # fmt: skip
        items = "".join(
            entry(at, number, each, about)
            for at, (number, each) in numbered
            if categories.section(each.category) == section
        )
        parts.append(
            f'<section data-section="{section.key}" aria-labelledby="s-{section.key}">'
            f'<h2 id="s-{section.key}">{title}</h2>\n<ol>{items}</ol></section>'
        )
    return "\n".join(parts)


def _footer(about: About) -> str:
    told = about.languages
    parts = [
        _dated("made", about.made_on, about),
        _dated("use_by", about.use_by, about),
        f"{words('run', told, run=str(about.run))}.",
    ]
    if about.mistake_contact:
        parts.append(words("mistake", told, contact=about.mistake_contact))
    return f"<footer><p>{' '.join(parts)}</p></footer>"


def _data(listings: Sequence[PublicListing], about: About) -> dict[str, Any]:
    """What the script searches: what stands on the page, and the page's own words."""
    return {
        "run": about.run,
        "channel": about.channel,
        "use_by": about.use_by.isoformat(),
        "words": {
            each: {
                "title": _title(about, each),
                **{key: webwords.raw(key, each) for key in ("search", "found", "nothing")},
            }
            for each in about.languages
        },
        "businesses": [
            {
                "code": each.code,
                "name": each.name,
                "section": categories.section(each.category).key,
                "search": " ".join(filter(None, _searched(each, about))),
            }
            for each in listings
        ],
    }


def _searched(listing: PublicListing, about: About) -> list[str]:
    kind = [categories.name(listing.category, each) for each in about.languages]
    return [
        *(listing.name, listing.alternate_name, listing.city, listing.address_1, *kind),
        *(each.replace("_", " ") for each in listing.cuisine),
        *facts.described(listing, about).values(),
        listing.code,
    ]
