"""Where a business is: addresses in one cell or several, directions, and positions."""

import re

from directory_app.importing.keys import street_key
from directory_app.importing.rows import Row
from directory_app.model.addresses import AddressParts, split, state, street
from directory_app.model.draft import Severity
from directory_app.model.terms import AddressType, Precision
from directory_app.model.text import fold

#: Where a position came from that a list brought along.
LIST = "list"
_ZIP = re.compile(r"(?P<zip>\d{5})(?:[-\s]?(?P<four>\d{4}))?(?:\.0)?")
_STATE_ZIP = re.compile(r"([^\d,]*[^\d,\s])[\s,]+(\d{5}(?:-\d{4})?)")
_FOUR = re.compile(r"\d{4}(?:\.0)?")
_NORTHEAST = frozenset({"CT", "MA", "ME", "NH", "NJ", "RI", "VT"})
_DEGREES = r"([-+]?\d{1,3}(?:[.,]\d+)?)(?:\s*+°)?(?:\s*+(?=[NSEWO]))?([NSEWO]?)"
_PAIR = re.compile(
    rf"\s*+\(?\s*+{_DEGREES}(?:\s*+[,;/]\s*+|\s++){_DEGREES}\s*+\)?\s*", re.IGNORECASE
)
_ONE = re.compile(rf"\s*{_DEGREES}\s*", re.IGNORECASE)


def read(row: Row, language: str) -> None:
    """Read the address, directions and position of a row."""
    _read_parts(row)
    _read_address(row, language)
    for cell in row.take("directions"):
        _add_directions(row, cell.text, cell.language or language)
    _read_position(row)


def _read_parts(row: Row) -> None:
    for name in ("county", "address_2"):
        row.set(name, row.text(name))
    row.set("country", "US" if row.take("country") else "")  # any other was stopped
    _read_town(row)
    for cell in row.take("postal_code"):
        _read_zip(row, cell.text)


def _read_town(row: Row) -> None:
    """Town and state, of which one cell may hold more: "Santa Fe, NM 87505", "NM 87505"."""
    town = row.text("city")
    found = split(town) if town else AddressParts()
    if found.city and not found.address_1 and (found.state_province or found.postal_code):
        row.set("city", found.city)
        row.set("state_province", found.state_province)
        row.set("postal_code", found.postal_code)
    else:
        row.set("city", town)
    match = _STATE_ZIP.fullmatch(row.text("state_province"))
    region, code = match.groups() if match else (row.text("state_province"), "")
    row.set("state_province", state(region))
    row.set("postal_code", code)


def _read_zip(row: Row, text: str) -> None:
    """Five digits, or nine; a foreign code stays as it is, anything else goes to the note.

    Spreadsheets drop the zero in front of a code of the northeast: there it is put back.
    """
    bare = text.strip()
    if _FOUR.fullmatch(bare) and row.draft.values.get("state_province") in _NORTHEAST:
        bare = f"0{bare}"
        row.problem("postal_code", "postal_code_zero")
    if match := _ZIP.fullmatch(bare):
        row.set("postal_code", "-".join(filter(None, (match["zip"], match["four"]))))
    elif re.fullmatch(r"[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d", bare):
        row.set("postal_code", bare.upper())
    else:
        row.notes.append(f"ZIP: {bare}")
        row.problem("postal_code", "postal_code_unread")


def _read_address(row: Row, language: str) -> None:
    """A street line or a whole address; a second one of the same row goes to the note."""
    cells = [*row.take("address_1"), *row.take("address")]
    if not cells:
        return
    cell = cells[0]
    for other in cells[1:]:
        row.keep(other)
        row.problem("address_1", "two_addresses")
    found = _parts(row, cell.text, whole=bool(row.take("address")))
    values = row.draft.values
    line, unit = found.address_1, values.get("address_2", "")
    if not unit:
        row.set("address_2", found.address_2)
    elif found.address_2 and _unit(unit) != _unit(found.address_2):
        line = f"{line}, {found.address_2}"  # two units: both stay
    row.set("address_1", line)
    for name, part in (
        ("city", found.city),
        ("state_province", found.state_province),
        ("postal_code", found.postal_code),
    ):
        if part and name not in values:
            row.set(name, part)
    if found.postal:
        row.set("address_type", str(AddressType.POSTAL))
        row.problem("address_1", "address_postal")
    if found.address_type is AddressType.MOBILE:
        row.set("address_type", str(AddressType.MOBILE))
    if found.directions:
        spoken = found.directions_language or cell.language or language
        _add_directions(row, found.directions, spoken)
        row.problem("address_1", "address_corner", Severity.NOTE)
    if not found.sure:
        row.problem("address_1", "address_unsure")


def _parts(row: Row, text: str, *, whole: bool) -> AddressParts:
    """Split a cell whole where it holds the town too, else as a street line."""
    city = fold(row.text("city"))
    if city or not whole:
        full = split(text) if "," in text else AddressParts()
        return full if full.city and fold(full.city) == (city or fold(full.city)) else street(text)
    return split(text)


def _unit(text: str) -> str:
    return street_key("", text)[1]


def _add_directions(row: Row, text: str, language: str) -> None:
    name = f"directions_{language}"
    had = row.draft.values.get(name)
    row.set(name, f"{had}; {text}" if had else text)


def _read_position(row: Row) -> None:
    """A latitude and a longitude, in two cells or one; what is none goes to the note."""
    cells = row.take("coordinates") or [*row.take("latitude"), *row.take("longitude")]
    if not cells:
        return
    found = _pair(row.text("coordinates"), row.text("latitude"), row.text("longitude"))
    if found is None:
        for cell in cells:
            row.keep(cell)
        row.problem("latitude", "coordinates_unread")
        return
    latitude, longitude, decimals = found
    row.set("latitude", latitude)
    row.set("longitude", longitude)
    row.set("precision", str(_precision(decimals)))
    row.set("geocode_source", LIST)


def _pair(both: str, latitude: str, longitude: str) -> tuple[float, float, int] | None:
    """Degrees and their decimals, or None: out of range, (0, 0), or no numbers."""
    if both:
        match = _PAIR.fullmatch(both)
        halves = [match.group(1, 2), match.group(3, 4)] if match else []
    else:
        parts = [_ONE.fullmatch(latitude), _ONE.fullmatch(longitude)]
        halves = [match.group(1, 2) for match in parts if match]
    if len(halves) != 2:
        return None
    a, b = (_degrees(*half) for half in halves)
    if not (-90 <= a <= 90 and -180 <= b <= 180) or (a == 0 and b == 0):
        return None
    return a, b, min(len(re.split(r"[.,]", half[0] + ".")[1]) for half in halves)


def _degrees(number: str, side: str) -> float:
    value = float(number.replace(",", "."))
    return -abs(value) if side.upper() in {"S", "W", "O"} else value


def _precision(decimals: int) -> Precision:
    """A hundred-thousandth of a degree is a yard, a hundredth is most of a mile."""
    if decimals >= 4:
        return Precision.ROOFTOP
    return Precision.STREET if decimals == 3 else Precision.CITY
