"""HSDS 3 (Open Referral): CSV tables and their datapackage.json in a ZIP archive.

Read, they are joined into a business a place. Written, a business is an organization, the service
it offers, and the location where it does.

The table of contacts holds people's names and is not opened.
"""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from directory_app.errors import UserError
from directory_app.formats import archives
from directory_app.formats.archives import zipped
from directory_app.formats.entry import About, Entry, Export
from directory_app.formats.table import Records, filled
from directory_app.formats.text import protected, unprotected
from directory_app.model import categories, hours, languages, phones
from directory_app.model.terms import AddressType, Status

_TABLES = ("organizations", "services", "locations", "service_at_locations", "addresses",
           "phones", "schedules", "languages", "puertas")  # fmt: skip
#: The columns of a table of our own, in which texts stand by their language, and hours whole.
_OWN = {"opening_hours": "Hours", "description_en": "Description", "description_es": "Descripción",
        "directions_en": "Directions", "directions_es": "Cómo llegar",
        "hours_note_en": "Hours note", "hours_note_es": "Nota de horario"}  # fmt: skip
_DAYS = {"MO": "Mo", "TU": "Tu", "WE": "We", "TH": "Th", "FR": "Fr", "SA": "Sa", "SU": "Su"}
_PHONES = {"cell": "Cell", "fax": "Fax", "text": "WhatsApp", "sms": "WhatsApp"}
_STATUS = {"temporarily closed": "temporarily closed", "defunct": "closed", "inactive": "closed"}
Row = dict[str, str]
Tables = dict[str, list[Row]]


def read(path: Path) -> Records:
    """A business each place of an organization, or one where none is said. Raises UserError."""
    named = {_table_of(name): name for name in archives.names(path, ".csv")}
    wanted = {table: named[table] for table in _TABLES if table in named}
    parts = archives.read_members(path, tuple(wanted.values()))
    tables: Tables = {table: [] for table in _TABLES}
    for table, member in wanted.items():
        tables[table] = _rows(path, parts[member])
    records = Records()
    if set(named) - set(wanted):
        records.note("file_left_out")
    joined = _Package(tables)
    for organization in tables["organizations"]:
        for location in joined.locations_of(organization) or [{}]:
            found, plain = joined.record(organization, location)
            if not plain:
                records.note("hours_not_weekly", len(records.found))
            records.found.append(found)
    return records


def _table_of(name: str) -> str:
    """The table of a file; HSDS 2 has them in the singular."""
    stem = name.rpartition("/")[2].lower().removesuffix(".csv")
    plural = stem.removesuffix("s") + "es" if stem == "address" else f"{stem}s"
    plural = "addresses" if stem in {"address", "physical_address"} else plural
    return stem if stem in _TABLES else plural


def _rows(path: Path, data: bytes) -> list[Row]:
    try:
        reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        return [
            {str(k): unprotected(v) for k, v in row.items() if isinstance(v, str)} for row in reader
        ]
    except (csv.Error, UnicodeDecodeError) as error:
        raise UserError(
            f"{path.name} has a table that cannot be read.", "Ask for the package again."
        ) from error


class _Package:
    """The tables by what they belong to."""

    def __init__(self, tables: Tables) -> None:
        self._of: dict[tuple[str, str], dict[str, list[Row]]] = {}
        for table, rows in tables.items():
            for key in ("organization_id", "location_id", "service_id"):
                index: dict[str, list[Row]] = defaultdict(list)
                for row in rows:
                    index[row.get(key, "")].append(row)
                self._of[table, key] = index
        self._locations = {row.get("id", ""): row for row in tables["locations"]}

    def _find(self, table: str, key: str, value: str) -> list[Row]:
        return self._of[table, key].get(value, []) if value else []

    def locations_of(self, organization: Row) -> list[Row]:
        """Its own, and those where its services are."""
        own = organization.get("id", "")
        found = list(self._find("locations", "organization_id", own))
        for service in self._find("services", "organization_id", own):
            for at in self._find("service_at_locations", "service_id", service.get("id", "")):
                place = self._locations.get(at.get("location_id", ""))
                if place is not None and place not in found:
                    found.append(place)
        return found

    def record(self, organization: Row, location: Row) -> tuple[dict[str, str], bool]:
        """The business as a list has it, and whether its hours are a plain week."""
        services = self._find("services", "organization_id", organization.get("id", ""))
        keys = [("organization_id", organization.get("id", ""))]
        keys += [("location_id", location.get("id", ""))]
        keys += [("service_id", each.get("id", "")) for each in services]
        schedules = self._all("schedules", keys)
        hours = _hours(schedules)
        pairs = [
            *_head(organization, services),
            *_place(location, self._find("addresses", "location_id", location.get("id", ""))),
            *map(_phone, self._all("phones", keys)),
            ("Languages", "; ".join(
                each.get("code") or each.get("name", "") for each in self._all("languages", keys)
            )),
            ("Hours", hours or ""),
            ("Hours note", next((each["notes"] for each in schedules if each.get("notes")), "")),
        ]  # fmt: skip
        own = self._find("puertas", "organization_id", organization.get("id", ""))
        if own:
            told = [(heading, own[0].get(name, "")) for name, heading in _OWN.items()]
            return filled([*(each for each in pairs if each[0] not in _OWN.values()), *told]), True
        return filled(pairs), hours is not None

    def _all(self, table: str, keys: list[tuple[str, str]]) -> list[Row]:
        rows = [row for key, value in keys for row in self._find(table, key, value)]
        return list({id(row): row for row in rows}.values())


def _head(organization: Row, services: list[Row]) -> Iterator[tuple[str, str]]:
    service = services[0] if services else {}
    yield "Name", organization.get("name", "")
    yield "Other name", organization.get("alternate_name", "")
    kind = service.get("name", "")
    yield "Category" if categories.guess(kind) else "What they sell", kind
    described = service.get("description") or organization.get("description", "")
    yield "Description", "" if described == kind else described
    yield "Email", organization.get("email") or service.get("email", "")
    yield "Website", organization.get("website") or service.get("url", "")
    yield "Status", _STATUS.get(service.get("status", ""), "")


def _place(location: Row, addresses: list[Row]) -> Iterator[tuple[str, str]]:
    address = addresses[0] if addresses else {}
    yield "Street address", address.get("address_1", "")
    yield "Address line 2", address.get("address_2", "")
    yield "City", address.get("city", "")
    yield "State", address.get("state_province", "")
    yield "ZIP", address.get("postal_code", "")
    yield "Directions", location.get("transportation", "")
    yield "Latitude", location.get("latitude", "")
    yield "Longitude", location.get("longitude", "")


def _phone(row: Row) -> tuple[str, str]:
    extension = f" x{row['extension']}" if row.get("extension") else ""
    return _PHONES.get(row.get("type", "").lower(), "Phone"), row.get("number", "") + extension


def _hours(rows: list[Row]) -> str | None:
    """OSM's hours of a plain week; empty where none are told; None where it is none."""
    days: dict[str, list[str]] = {}
    for row in rows:
        opens, closes = row.get("opens_at", "")[:5], row.get("closes_at", "")[:5]
        if not (opens and closes):
            continue
        those = row.get("byday", "").split(",")
        if row.get("freq", "WEEKLY") != "WEEKLY" or not set(those) <= set(_DAYS):
            return None
        for day in those:
            days.setdefault(_DAYS[day], []).append(f"{opens}-{closes}")
    alike: dict[str, list[str]] = {}
    for day in filter(days.__contains__, _DAYS.values()):
        alike.setdefault(",".join(sorted(set(days[day]))), []).append(day)
    return "; ".join(f"{','.join(those)} {spans}" for spans, those in alike.items())


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


_STATUS_OF = {Status.TEMPORARILY_CLOSED.value: "temporarily closed", Status.CLOSED.value: "defunct"}
Cells = dict[str, Any]
Rows = dict[str, list[Cells]]


def write(export: Export) -> bytes:
    """The package; every table is there, also one without rows. The same bytes every time."""
    rows: Rows = {table.name: [] for table in TABLES}
    for entry in export.entries:
        _add(rows, entry, export.about)
    parts = {"datapackage.json": _package(export.about)}
    parts |= {f"{table.name}.csv": _csv(table, rows[table.name]) for table in TABLES}
    return zipped(parts)


def _package(about: About) -> bytes:
    package = {
        "name": "puertas-directory",
        "profile": "tabular-data-package",
        "title": f"Puertas run {about.run}, use by {about.use_by.isoformat()}",
        "version": VERSION,
        "puertas": {
            "run": about.run,
            "channel": about.channel,
            "made_on": about.made_on.isoformat(),
            "use_by": about.use_by.isoformat(),
        },
        "resources": [resource(table) for table in TABLES],
    }
    return json.dumps(package, ensure_ascii=False, indent=1).encode() + b"\n"


def _csv(table: Table, rows: Sequence[Cells]) -> bytes:
    """UTF-8 without a mark, as the Frictionless readers expect it; no cell is a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, table.fields, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({k: protected(v) if isinstance(v, str) else v for k, v in row.items()})
    return out.getvalue().encode()


def _add(rows: Rows, entry: Entry, about: About) -> None:
    organization, service, location = (
        entry.lasting_id(kind) for kind in ("organization", "service", "location")
    )
    described = "\n".join(entry.descriptions.values())
    kind = categories.name(entry.category, about.languages[0])
    rows["organizations"].append({
        "id": organization, "name": entry.name, "alternate_name": entry.alternate_name,
        "description": described or kind, "email": entry.email, "website": entry.website,
    })  # fmt: skip
    rows["services"].append({
        "id": service, "organization_id": organization, "name": kind,
        "description": described, "url": entry.website, "email": entry.email,
        "status": _STATUS_OF.get(entry.status, "active"),
        "assured_date": entry.assured_date.isoformat() if entry.assured_date else "",
    })  # fmt: skip
    point = entry.point or ("", "")
    rows["locations"].append({
        "id": location, "location_type": "physical", "organization_id": organization,
        "name": entry.name, "description": _town_alone(entry),
        "transportation": "\n".join(entry.directions.values()),
        "longitude": point[0], "latitude": point[1],
    })  # fmt: skip
    rows["service_at_locations"].append(
        {"id": entry.lasting_id("at"), "service_id": service, "location_id": location}
    )
    rows["addresses"] += _address(entry, location)
    rows["phones"] += _phones(entry, service, location)
    rows["schedules"] += _schedules(entry, about, service, location)
    rows["languages"] += _languages(entry, service)
    rows["puertas"] += _own(entry, organization)


def _town_alone(entry: Entry) -> str:
    """Where no street may be told there is no row of an address: HSDS has none without one."""
    return "" if entry.address_1 else entry.town_line


def _address(entry: Entry, location: str) -> list[Cells]:
    if not entry.address_1:
        return []
    postal = entry.address_type == AddressType.POSTAL
    return [{
        "id": entry.lasting_id("address"), "location_id": location,
        "address_1": entry.address_1, "address_2": entry.address_2, "city": entry.city,
        "state_province": entry.state_province, "postal_code": entry.postal_code,
        "country": "US", "address_type": "postal" if postal else "physical",
    }]  # fmt: skip


def _phones(entry: Entry, service: str, location: str) -> list[Cells]:
    return [
        {
            "id": entry.lasting_id(f"phone {at}"),
            "location_id": location, "service_id": service,
            "number": phones.display(each.number), "extension": each.extension,
            "type": each.type,
        }
        for at, each in enumerate(entry.phones)
    ]  # fmt: skip


def _schedules(entry: Entry, about: About, service: str, location: str) -> list[Cells]:
    """A row a span of the week; hours that are no plain week stand in words alone."""
    notes = "\n".join(entry.hours_notes.values())
    if not (entry.opening_hours or notes):
        return []
    shared = {
        "service_id": service, "location_id": location, "notes": notes,
        "description": "; ".join(entry.hours_words(about.languages[0])),
    }  # fmt: skip
    spans = _spans(entry.opening_hours) or [{}]
    return [
        {"id": entry.lasting_id(f"schedule {at}"), **shared, **span}
        for at, span in enumerate(spans)
    ]


def _spans(osm: str) -> list[Cells]:
    """The week's spans, days with the same one together; empty where hours are no plain week."""
    week = hours.week(osm) if osm and hours.is_valid(osm) else None
    days: dict[tuple[int, int], list[str]] = {}
    for day, spans in zip(_DAYS, week or (), strict=False):
        for starts, ends in spans:
            days.setdefault((starts, ends), []).append(day)
    return [
        {"freq": "WEEKLY", "wkst": "MO", "byday": ",".join(those),
         "opens_at": _clock(starts), "closes_at": _clock(ends)}
        for (starts, ends), those in days.items()
    ]  # fmt: skip


def _own(entry: Entry, organization: str) -> list[Cells]:
    """What HSDS has no place for and our own import reads; no row where there is nothing."""
    told: Cells = {"opening_hours": entry.opening_hours}
    for name, texts in (
        ("description", entry.descriptions),
        ("directions", entry.directions),
        ("hours_note", entry.hours_notes),
    ):
        told |= {f"{name}_{each}": text for each, text in texts.items()}
    if not any(told.values()):
        return []
    return [{"id": entry.lasting_id("own"), "organization_id": organization, **told}]


def _clock(minutes: int) -> str:
    """Minutes since midnight as HH:MM of the local day or of the next."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _languages(entry: Entry, service: str) -> list[Cells]:
    return [
        {"id": entry.lasting_id(f"language {code}"), "service_id": service,
         "name": languages.name(code, "en"), "code": code}
        for code in entry.languages
    ]  # fmt: skip
