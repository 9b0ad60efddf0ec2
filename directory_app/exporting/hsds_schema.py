"""The tables of an HSDS 3 package that we fill: the fields of each, as Open Referral has them."""

from dataclasses import dataclass
from typing import Any

#: The version of the Human Services Data Specification.
VERSION = "3.0"


@dataclass(frozen=True, slots=True)
class Table:
    """A resource of the package. ``links`` say of a field which table's id it holds."""

    name: str
    fields: tuple[str, ...]
    required: tuple[str, ...]
    links: tuple[tuple[str, str], ...] = ()


#: What HSDS has in one field, and we in one a language.
TEXTS = (
    *("description_en", "description_es", "directions_en", "directions_es"),
    *("hours_note_en", "hours_note_es"),
)
TABLES = (
    Table(
        "organizations",
        ("id", "name", "alternate_name", "description", "email", "website"),
        ("id", "name", "description"),
    ),
    Table(
        "services",
        ("id", "organization_id", "name", "alternate_name", "description", "url", "email",
         "status", "assured_date"),
        ("id", "organization_id", "name", "status"),
        (("organization_id", "organizations"),),
    ),
    Table(
        "locations",
        ("id", "location_type", "organization_id", "name", "alternate_name", "description",
         "transportation", "latitude", "longitude"),
        ("id", "location_type"),
        (("organization_id", "organizations"),),
    ),
    Table(
        "service_at_locations",
        ("id", "service_id", "location_id"),
        ("id", "service_id", "location_id"),
        (("service_id", "services"), ("location_id", "locations")),
    ),
    Table(
        "addresses",
        ("id", "location_id", "address_1", "address_2", "city", "state_province", "postal_code",
         "country", "address_type"),
        # HSDS wants town, state and ZIP too; a list may lack one, and a street is worth telling
        ("id", "address_1", "country", "address_type"),
        (("location_id", "locations"),),
    ),
    Table(
        "phones",
        ("id", "location_id", "service_id", "organization_id", "number", "extension", "type"),
        ("id", "number"),
        (("location_id", "locations"), ("service_id", "services"),
         ("organization_id", "organizations")),
    ),
    Table(
        "schedules",
        ("id", "service_id", "location_id", "freq", "wkst", "byday", "opens_at", "closes_at",
         "description", "notes"),
        ("id",),
        (("service_id", "services"), ("location_id", "locations")),
    ),
    Table(
        "languages",
        ("id", "service_id", "location_id", "name", "code", "note"),
        ("id",),
        (("service_id", "services"), ("location_id", "locations")),
    ),
    # none of HSDS's: texts by their language, and hours whole; who does not know it skips it
    Table(
        "puertas",
        ("id", "organization_id", "opening_hours", *TEXTS),
        ("id", "organization_id"),
        (("organization_id", "organizations"),),
    ),
)  # fmt: skip

_NUMBERS = frozenset({"latitude", "longitude", "extension"})
_DATES = frozenset({"assured_date"})


def resource(table: Table) -> dict[str, Any]:
    """The table as datapackage.json describes it (Frictionless, tabular data resource)."""
    schema: dict[str, Any] = {
        "fields": [_field(name, required=name in table.required) for name in table.fields],
        "primaryKey": "id",
    }
    if table.links:
        schema["foreignKeys"] = [
            {"fields": field, "reference": {"resource": other, "fields": "id"}}
            for field, other in table.links
        ]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "format": "csv",
        "mediatype": "text/csv",
        "schema": schema,
    }


def _field(name: str, *, required: bool) -> dict[str, Any]:
    kind = "number" if name in _NUMBERS else "date" if name in _DATES else "string"
    field: dict[str, Any] = {"name": name, "type": kind}
    if required or name == "id":
        field["constraints"] = {"required": True, **({"unique": True} if name == "id" else {})}
    return field
