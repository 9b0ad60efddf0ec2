"""GeoJSON (RFC 7946) with the tags of OpenStreetMap, a feature a line."""

import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from directory_app.exporting import facts
from directory_app.exporting.about import About
from directory_app.model import categories
from directory_app.model.listing import PublicListing, PublicPhone
from directory_app.model.terms import PhoneType

_NUMBERED = re.compile(r"(\d+[A-Za-z]?(?:[-/]\d+[A-Za-z]?)?)\s+(\S.*)")
#: OSM's contact keys, by the host of the page.
_NETWORKS = {
    "facebook.com": "contact:facebook",
    "instagram.com": "contact:instagram",
    "tiktok.com": "contact:tiktok",
    "youtube.com": "contact:youtube",
    "x.com": "contact:twitter",
    "twitter.com": "contact:twitter",
    "yelp.com": "contact:yelp",
}


def as_geojson(listings: Sequence[PublicListing], about: About) -> bytes:
    """A FeatureCollection; who has no marker has a null geometry (RFC 7946, section 3.2)."""
    collection: dict[str, Any] = {
        "type": "FeatureCollection",
        "puertas": {
            "run": about.run,
            "channel": about.channel,
            "made_on": about.made_on.isoformat(),
            "use_by": about.use_by.isoformat(),
        },
    }
    head = _json(collection)[:-1]
    lines = ",\n".join(_json(_feature(listing, about)) for listing in listings)
    return f'{head},"features":[\n{lines}\n]}}\n'.encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _feature(listing: PublicListing, about: About) -> dict[str, Any]:
    point = facts.coordinates(listing)
    geometry = None if point is None else {"type": "Point", "coordinates": list(map(float, point))}
    return {
        "type": "Feature",
        "id": listing.code,
        "geometry": geometry,
        "properties": tags(listing, about),
    }


def tags(listing: PublicListing, about: About) -> dict[str, str]:
    """The listing as OSM tags; a tag without a value is left out.

    ``puertas:category`` tells apart what OSM tags alike, such as barbers and hair salons.
    """
    kind, _, value = categories.get(listing.category).osm.partition("=")
    all_tags = {
        "name": listing.name,
        "alt_name": listing.alternate_name,
        kind: value,
        "cuisine": ";".join(listing.cuisine),
        **_texts("description", facts.described(listing, about)),
        **_address(listing),
        **_texts("directions", facts.directions(listing, about)),
        **_phones(listing.phones),
        "email": listing.email,
        "website": listing.website,
        **_links(listing.same_as),
        "opening_hours": listing.opening_hours,
        **_texts("opening_hours:note", facts.hours_notes(listing, about)),
        **{f"payment:{kind}": "yes" for kind in listing.payment_accepted},
        **{f"language:{code}": "yes" for code in listing.languages},
        "price": listing.price_range,
        "takeaway": _yes_no(listing.takeaway),
        "delivery": _yes_no(listing.delivery),
        "catering": _yes_no(listing.catering),
        "wheelchair": listing.wheelchair,
        "check_date": listing.assured_date.isoformat() if listing.assured_date else "",
        "puertas:code": listing.code,
        "puertas:category": listing.category,
        "puertas:precision": str(listing.precision or "") if facts.coordinates(listing) else "",
        "puertas:status": listing.status,
    }
    return {key: value for key, value in all_tags.items() if value}


def _texts(key: str, texts: dict[str, str]) -> dict[str, str]:
    """``description`` in English and ``description:es``, as OSM names languages."""
    return {
        key if language == "en" else f"{key}:{language}": text for language, text in texts.items()
    }


def _address(listing: PublicListing) -> dict[str, str]:
    found = _NUMBERED.fullmatch(listing.address_1)
    number, street = found.groups() if found else ("", listing.address_1)
    return {
        "addr:housenumber": number,
        "addr:street": street,
        "addr:unit": listing.address_2,
        "addr:city": listing.city,
        "addr:state": listing.state_province,
        "addr:postcode": listing.postal_code,
    }


def _phones(phones: Sequence[PublicPhone]) -> dict[str, str]:
    """``phone``, ``mobile``, ``fax``, ``contact:sms``; several stand behind semicolons."""
    keys = {PhoneType.CELL: "mobile", PhoneType.FAX: "fax", PhoneType.TEXT: "contact:sms"}
    found: dict[str, list[str]] = {}
    for each in phones:
        key = next((key for kind, key in keys.items() if kind == each.type), "phone")
        extension = f" x{each.extension}" if each.extension else ""
        found.setdefault(key, []).append(f"{each.number}{extension}")
    return {key: ";".join(numbers) for key, numbers in found.items()}


def _links(links: Sequence[str]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for link in links:
        host = _host(link).removeprefix("www.").removeprefix("m.")
        found.setdefault(_NETWORKS.get(host, "url"), []).append(link)
    return {key: ";".join(each) for key, each in found.items()}


def _host(link: str) -> str:
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""


def _yes_no(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"
