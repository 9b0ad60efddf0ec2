"""An HSDS 3 tabular package: CSV tables in a ZIP archive, joined into a business a place.

The table of contacts holds people's names and is not opened.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from directory_app.errors import UserError
from directory_app.importing import archives
from directory_app.importing.records import Records, filled
from directory_app.model import categories

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


def read(path: Path, members: tuple[str, ...]) -> Records:
    """A business each place of an organization, or one where none is said. Raises UserError."""
    named = {_table_of(name): name for name in members}
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
        return [{str(k): _plain(v) for k, v in row.items() if isinstance(v, str)} for row in reader]
    except (csv.Error, UnicodeDecodeError) as error:
        raise UserError(
            f"{path.name} has a table that cannot be read.", "Ask for the package again."
        ) from error


def _plain(cell: str) -> str:
    """Without the apostrophe that keeps a cell from being a formula."""
    return cell[1:] if cell[:1] == "'" and cell.lstrip("'")[:1] in set("=+-@\t\r\n") else cell


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
