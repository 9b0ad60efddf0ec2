"""An HSDS 3 tabular package: CSV tables and their datapackage.json in a ZIP archive.

A business is an organization, the service it offers, and the location where it does.
"""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from directory_app.exporting import facts
from directory_app.exporting.about import About
from directory_app.exporting.hsds_schema import TABLES, VERSION, Table, resource
from directory_app.exporting.plain import protected, zipped
from directory_app.model import categories, hours, languages, phones
from directory_app.model.listing import PublicListing
from directory_app.model.terms import AddressType, Status

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_STATUS = {Status.TEMPORARILY_CLOSED.value: "temporarily closed", Status.CLOSED.value: "defunct"}
Row = dict[str, Any]
Rows = dict[str, list[Row]]


def as_hsds(listings: Sequence[PublicListing], about: About) -> bytes:
    """The package; every table is there, also one without rows. The same bytes every time."""
    rows: Rows = {table.name: [] for table in TABLES}
    for listing in listings:
        _add(rows, listing, about)
    parts = {"datapackage.json": _package(about)}
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


def _csv(table: Table, rows: Sequence[Row]) -> bytes:
    """UTF-8 without a mark, as the Frictionless readers expect it; no cell is a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, table.fields, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({k: protected(v) if isinstance(v, str) else v for k, v in row.items()})
    return out.getvalue().encode()


def _add(rows: Rows, listing: PublicListing, about: About) -> None:
    organization, service, location = (
        facts.lasting_id(listing, kind) for kind in ("organization", "service", "location")
    )
    described = "\n".join(facts.described(listing, about).values())
    kind = categories.name(listing.category, about.languages[0])
    rows["organizations"].append({
        "id": organization, "name": listing.name, "alternate_name": listing.alternate_name,
        "description": described or kind, "email": listing.email, "website": listing.website,
    })  # fmt: skip
    rows["services"].append({
        "id": service, "organization_id": organization, "name": kind,
        "description": described, "url": listing.website, "email": listing.email,
        "status": _STATUS.get(listing.status, "active"),
        "assured_date": listing.assured_date.isoformat() if listing.assured_date else "",
    })  # fmt: skip
    point = facts.coordinates(listing) or ("", "")
    rows["locations"].append({
        "id": location, "location_type": "physical", "organization_id": organization,
        "name": listing.name, "description": _town_alone(listing),
        "transportation": "\n".join(facts.directions(listing, about).values()),
        "longitude": point[0], "latitude": point[1],
    })  # fmt: skip
    rows["service_at_locations"].append(
        {"id": facts.lasting_id(listing, "at"), "service_id": service, "location_id": location}
    )
    rows["addresses"] += _address(listing, location)
    rows["phones"] += _phones(listing, service, location)
    rows["schedules"] += _schedules(listing, about, service, location)
    rows["languages"] += _languages(listing, service)
    rows["puertas"] += _own(listing, about, organization)


def _town_alone(listing: PublicListing) -> str:
    """Where no street may be told there is no row of an address: HSDS has none without one."""
    return "" if listing.address_1 else facts.town_line(listing)


def _address(listing: PublicListing, location: str) -> list[Row]:
    if not listing.address_1:
        return []
    postal = listing.address_type == AddressType.POSTAL
    return [{
        "id": facts.lasting_id(listing, "address"), "location_id": location,
        "address_1": listing.address_1, "address_2": listing.address_2, "city": listing.city,
        "state_province": listing.state_province, "postal_code": listing.postal_code,
        "country": "US", "address_type": "postal" if postal else "physical",
    }]  # fmt: skip


def _phones(listing: PublicListing, service: str, location: str) -> list[Row]:
    return [
        {
            "id": facts.lasting_id(listing, f"phone {at}"),
            "location_id": location, "service_id": service,
            "number": phones.display(each.number), "extension": each.extension,
            "type": each.type,
        }
        for at, each in enumerate(listing.phones)
    ]  # fmt: skip


def _schedules(listing: PublicListing, about: About, service: str, location: str) -> list[Row]:
    """A row a span of the week; hours that are no plain week stand in words alone."""
    notes = "\n".join(facts.hours_notes(listing, about).values())
    if not (listing.opening_hours or notes):
        return []
    shared = {
        "service_id": service, "location_id": location, "notes": notes,
        "description": "; ".join(facts.hours_words(listing, about.languages[0])),
    }  # fmt: skip
    spans = _spans(listing.opening_hours) or [{}]
    return [
        {"id": facts.lasting_id(listing, f"schedule {at}"), **shared, **span}
        for at, span in enumerate(spans)
    ]


def _spans(osm: str) -> list[Row]:
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


def _own(listing: PublicListing, about: About, organization: str) -> list[Row]:
    """What HSDS has no place for and our own import reads; no row where there is nothing."""
    told: Row = {"opening_hours": listing.opening_hours}
    for name, texts in (
        ("description", facts.described),
        ("directions", facts.directions),
        ("hours_note", facts.hours_notes),
    ):
        told |= {f"{name}_{each}": text for each, text in texts(listing, about).items()}
    if not any(told.values()):
        return []
    return [{"id": facts.lasting_id(listing, "own"), "organization_id": organization, **told}]


def _clock(minutes: int) -> str:
    """Minutes since midnight as HH:MM of the local day or of the next."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _languages(listing: PublicListing, service: str) -> list[Row]:
    return [
        {"id": facts.lasting_id(listing, f"language {code}"), "service_id": service,
         "name": languages.name(code, "en"), "code": code}
        for code in listing.languages
    ]  # fmt: skip
