"""Tags of OpenStreetMap in the headings of a list."""

from collections.abc import Iterator, Mapping

from directory_app.importing.records import filled
from directory_app.model import categories

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
    "price": "Price",
    "takeaway": "Takeaway",
    "delivery": "Delivery",
    "catering": "Catering",
    "wheelchair": "Wheelchair",
    "puertas:status": "Status",
    "puertas:code": "Puertas code",
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


def record(tags: Mapping[str, str]) -> dict[str, str]:
    """The business as a list has it."""
    return filled(_pairs(tags))


def left_out(tags: Mapping[str, str]) -> bool:
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
