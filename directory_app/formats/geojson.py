"""GeoJSON (RFC 7946): reads any map's; writes the tags of OpenStreetMap, a feature a line."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

from directory_app.errors import UserError
from directory_app.formats.entry import Entry, Export, Phone
from directory_app.formats.table import Records, filled
from directory_app.model import categories, fields
from directory_app.model.terms import PhoneType

#: A building is smaller than this, in degrees; the middle of anything larger is no door.
_BUILDING = 0.003


def read(path: Path) -> Records:
    """A business a feature. Numbers keep their digits, which say how fine a pin is."""
    try:
        # a number with a point stays as written
        content = json.loads(
            path.read_bytes().decode("utf-8-sig"), parse_float=str, parse_constant=_refuse
        )
    except (ValueError, RecursionError) as error:
        raise _unreadable(path) from error
    records = Records()
    for feature in _features(path, content):
        _add(feature, records)
    return records


def _refuse(_: str) -> NoReturn:
    raise ValueError("not a number")


def _unreadable(path: Path) -> UserError:
    return UserError(
        f"{path.name} is not GeoJSON that can be read.", "Ask for a GeoJSON file or a CSV file."
    )


def _features(path: Path, content: Any) -> list[dict[str, Any]]:
    kind = content.get("type") if isinstance(content, dict) else None
    features = [content] if kind == "Feature" else None
    if kind == "FeatureCollection":
        features = content.get("features")
    if not isinstance(features, list):
        raise _unreadable(path)
    return [each for each in features if isinstance(each, dict)]


def _add(feature: dict[str, Any], records: Records) -> None:
    given = feature.get("properties")
    properties = {str(k): _text(v) for k, v in given.items()} if isinstance(given, dict) else {}
    mark = properties.get("@id") or str(feature.get("id") or "")
    if is_tagged(properties):
        record = of_tags(properties)
        if has_more(properties):
            records.note("file_left_out")
        if mark.startswith(("node/", "way/", "relation/")):
            records.note("osm_data")
            record = filled([*record.items(), ("Notes", f"OpenStreetMap {mark}")])
    else:
        record = filled(properties.items())
    longitude, latitude = _point(feature.get("geometry"))
    records.found.append(
        filled([*record.items(), ("Latitude", latitude), ("Longitude", longitude)])
        if "Latitude" not in record
        else record
    )


def _text(value: Any) -> str:
    """What a property says; yes and no as words, a list behind semicolons."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _point(geometry: Any) -> tuple[str, str]:
    """Longitude and latitude; the middle of a building; empty for a line or a region."""
    if not isinstance(geometry, dict):
        return "", ""
    coordinates = geometry.get("coordinates")
    if geometry.get("type") == "Point":
        pair = next(_positions(coordinates), None)
        return pair or ("", "")
    if geometry.get("type") not in {"Polygon", "MultiPolygon"}:
        return "", ""
    return _middle(list(_positions(coordinates)))


def _middle(pairs: list[tuple[str, str]]) -> tuple[str, str]:
    try:
        corners = [(float(x), float(y)) for x, y in pairs]
    except ValueError:
        return "", ""
    if not corners:
        return "", ""
    sides = [(min(side), max(side)) for side in zip(*corners, strict=True)]
    if any(high - low > _BUILDING for low, high in sides):
        return "", ""
    x, y = (f"{(low + high) / 2:.6f}" for low, high in sides)
    return x, y


def _positions(value: Any) -> Iterator[tuple[str, str]]:
    """Each position in nested lists."""
    if not isinstance(value, list):
        return
    if len(value) > 1 and all(isinstance(each, str | int) for each in value):
        yield str(value[0]), str(value[1])
        return
    for each in value:
        yield from _positions(each)


#: A tag to the heading that lists have for it.
_HEADINGS = {
    "name": "Name",
    "alt_name": "Other name",
    "cuisine": "Cuisine",
    "description": "Description",
    "description:en": "Description",
    "description:es": "Descripción",
    "addr:unit": "Address line 2",
    "addr:city": "City",
    "addr:state": "State",
    "addr:postcode": "ZIP",
    "directions": "Directions",
    "directions:es": "Cómo llegar",
    "phone": "Phone",
    "contact:phone": "Phone",
    "mobile": "Cell",
    "contact:mobile": "Cell",
    "fax": "Fax",
    "contact:fax": "Fax",
    "contact:sms": "WhatsApp",
    "contact:whatsapp": "WhatsApp",
    "email": "Email",
    "contact:email": "Email",
    "website": "Website",
    "contact:website": "Website",
    "opening_hours": "Hours",
    "opening_hours:note": "Hours note",
    "opening_hours:note:es": "Nota de horario",
    "puertas:status": "Status",
    "puertas:code": "Puertas code",
    **{each.tag: each.column.heading for each in fields.BUSINESS if each.tag and each.column},
}
#: Whose tags have several values behind semicolons.
_LISTS = {"Cuisine", "Phone", "Cell", "Fax", "WhatsApp", "Email", "Other name"}
_SOCIAL = ("facebook", "instagram", "tiktok", "youtube", "twitter", "yelp")
_KINDS = ("shop", "amenity", "craft", "office", "leisure", "tourism", "healthcare")
_BY_TAG = {each.osm: each.key for each in reversed(categories.CATEGORIES)}
#: Read by the functions below.
_JOINED = {"addr:housenumber", "addr:street", "url", "puertas:category", *_KINDS}
#: Said already, or a matter of the map alone.
_KNOWN = {"check_date", "puertas:precision", "id", "@id", "type"}


def is_tagged(tags: Mapping[str, str]) -> bool:
    """Whether properties are OSM's and not the columns of somebody's own map."""
    return any(key.startswith(("addr:", "contact:", "puertas:")) for key in tags) or bool(
        {"opening_hours", "cuisine", "@id"} & set(tags)
        or {f"{kind}={tags[kind]}" for kind in _KINDS if kind in tags} & set(_BY_TAG)
    )


def of_tags(tags: Mapping[str, str]) -> dict[str, str]:
    """The business as a list has it."""
    return filled(_pairs(tags))


def has_more(tags: Mapping[str, str]) -> bool:
    """Whether there are tags that no heading is for, such as who runs it; they are not read."""
    return any(not _is_read(key) for key in tags)


def _is_read(key: str) -> bool:
    return (
        key in _HEADINGS
        or key in _JOINED
        or key in _KNOWN
        or key.startswith(("language:", "payment:", "name:"))
        or key.removeprefix("contact:") in _SOCIAL
    )


def _pairs(tags: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key, heading in _HEADINGS.items():
        text = tags.get(key, "")
        yield heading, text.replace(";", "; ") if heading in _LISTS else text
    yield "Category", _category(tags)
    street = (tags.get("addr:housenumber", ""), tags.get("addr:street", ""))
    yield "Street address", " ".join(filter(None, street))
    yield "Languages", "; ".join(_yes(tags, "language:"))
    yield "Payment", "; ".join(_yes(tags, "payment:"))
    for key, text in tags.items():
        if key.startswith("name:") and text != tags.get("name"):
            yield "Other name", text
        elif key == "url" or key.removeprefix("contact:") in _SOCIAL:
            yield "Social media", text.replace(";", " ")


def _yes(tags: Mapping[str, str], prefix: str) -> list[str]:
    return [
        key.removeprefix(prefix)
        for key, text in tags.items()
        if key.startswith(prefix) and text in {"yes", "main", "only"}
    ]


def _category(tags: Mapping[str, str]) -> str:
    """Our own word first; else that of the tag; else the tag's value, for a person to look at."""
    kinds = [(kind, tags[kind]) for kind in _KINDS if tags.get(kind)]
    ours = [_BY_TAG[f"{kind}={value}"] for kind, value in kinds if f"{kind}={value}" in _BY_TAG]
    own = tags.get("puertas:category", "")
    if any(each.key == own for each in categories.CATEGORIES):
        ours.insert(0, own)
    if ours:
        return categories.name(ours[0], "en")
    return next((value.replace("_", " ") for _, value in kinds if value != "yes"), "")


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


def write(export: Export) -> bytes:
    """A FeatureCollection; who has no marker has a null geometry (RFC 7946, section 3.2)."""
    about = export.about
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
    lines = ",\n".join(_json(_feature(entry)) for entry in export.entries)
    return f'{head},"features":[\n{lines}\n]}}\n'.encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _feature(entry: Entry) -> dict[str, Any]:
    point = entry.point
    geometry = None if point is None else {"type": "Point", "coordinates": list(map(float, point))}
    return {
        "type": "Feature",
        "id": entry.code,
        "geometry": geometry,
        "properties": tags(entry),
    }


def tags(entry: Entry) -> dict[str, str]:
    """The business as OSM tags; a tag without a value is left out.

    ``puertas:category`` tells apart what OSM tags alike, such as barbers and hair salons.
    """
    kind, _, value = categories.get(entry.category).osm.partition("=")
    all_tags = {
        "name": entry.name,
        "alt_name": entry.alternate_name,
        kind: value,
        "cuisine": ";".join(entry.cuisine),
        **_texts("description", entry.descriptions),
        **_address(entry),
        **_texts("directions", entry.directions),
        **_phones(entry.phones),
        "email": entry.email,
        "website": entry.website,
        **_links(entry.same_as),
        "opening_hours": entry.opening_hours,
        **_texts("opening_hours:note", entry.hours_notes),
        **{f"payment:{kind}": "yes" for kind in entry.payment_accepted},
        **{f"language:{code}": "yes" for code in entry.languages},
        **entry.tags,
        "check_date": entry.assured_date.isoformat() if entry.assured_date else "",
        "puertas:code": entry.code,
        "puertas:category": entry.category,
        "puertas:precision": str(entry.precision or "") if entry.point else "",
        "puertas:status": entry.status,
    }
    return {key: value for key, value in all_tags.items() if value}


def _texts(key: str, texts: dict[str, str]) -> dict[str, str]:
    """``description`` in English and ``description:es``, as OSM names languages."""
    return {
        key if language == "en" else f"{key}:{language}": text for language, text in texts.items()
    }


def _address(entry: Entry) -> dict[str, str]:
    found = _NUMBERED.fullmatch(entry.address_1)
    number, street = found.groups() if found else ("", entry.address_1)
    return {
        "addr:housenumber": number,
        "addr:street": street,
        "addr:unit": entry.address_2,
        "addr:city": entry.city,
        "addr:state": entry.state_province,
        "addr:postcode": entry.postal_code,
    }


def _phones(phones: Sequence[Phone]) -> dict[str, str]:
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
