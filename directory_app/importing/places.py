"""Where a business is: addresses in one cell or several, directions, and positions."""

import re

from directory_app.importing.rows import Row
from directory_app.model.terms import Precision

#: Where a position came from that a list brought along.
LIST = "list"
_ZIP = re.compile(r"(?P<zip>\d{5})(?:[-\s]?(?P<four>\d{4}))?(?:\.0)?")
_DEGREES = r"([-+]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*([NSEWO]?)"
_PAIR = re.compile(rf"\s*\(?\s*{_DEGREES}\s*[,;/ ]\s*{_DEGREES}\s*\)?\s*", re.IGNORECASE)
_ONE = re.compile(rf"\s*{_DEGREES}\s*", re.IGNORECASE)


def read(row: Row, language: str) -> None:
    """Read the address, directions and position of a row."""
    _read_parts(row)
    _read_address(row, language)
    for cell in row.take("directions"):
        _add_directions(row, cell.text, cell.language or language)
    _read_position(row)


def _read_parts(row: Row) -> None:
    for name in ("city", "county", "country", "address_2"):
        row.set(name, row.text(name))
    row.set("state_province", row.text("state_province"))
    for cell in row.take("postal_code"):
        _read_zip(row, cell.text)


def _read_zip(row: Row, text: str) -> None:
    """Five digits, or nine; a foreign code stays as it is, anything else goes to the note."""
    bare = text.strip()
    if match := _ZIP.fullmatch(bare):
        row.set("postal_code", "-".join(filter(None, (match["zip"], match["four"]))))
    elif re.fullmatch(r"[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d", bare):
        row.set("postal_code", bare.upper())
    else:
        row.notes.append(f"ZIP: {bare}")
        row.problem("postal_code", "postal_code_unread")


def _read_address(row: Row, language: str) -> None:
    row.set("address_1", row.text("address_1") or row.text("address"))


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
