"""Telephone rows in the making. A number that is confidential once stays so until somebody says no.

A number counts, not its extension: whoever reads "505-555-0142 x2" can call 505-555-0142.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from directory_app.model.ids import new_id
from directory_app.store.dossier import Row


def phone_rows(business_id: str, phones: Iterable[Any], known: Sequence[Row] = ()) -> list[Row]:
    """Phone rows from DraftPhones or Phones, in their order; repeats are left out.

    What a phone does not say itself (a DraftPhone says nothing of languages and secrecy), it
    has from the ``known`` rows of the same number.
    """
    rows: dict[tuple[str, str], Row] = {}
    for phone in phones:
        extension = phone.extension or ""
        confidential = _confidential(phone, known)
        row = rows.setdefault(
            (phone.number, extension),
            {
                "id": getattr(phone, "id", None) or new_id(),
                "business_id": business_id,
                "position": len(rows),
                "number": phone.number,
                "extension": extension,
                "type": str(phone.type or "voice"),
                "languages": _languages(phone, extension, known),
                "confidential": confidential,
            },
        )
        row["confidential"] |= confidential
    return list(rows.values())


def fresh_rows(business_id: str, phones: Iterable[Any], had: Sequence[Row]) -> list[Row]:
    """Rows for the phones that a business does not have yet, after those it has."""
    numbers = {(row["number"], row["extension"]) for row in had}
    made = phone_rows(business_id, phones, had)
    secret = confidential_numbers(had)
    fresh = [row for row in made if (row["number"], row["extension"]) not in numbers]
    for position, row in enumerate(fresh, start=len(had)):
        row["position"] = position
        row["confidential"] |= row["number"] in secret
    return fresh


def confidential_numbers(rows: Iterable[Row]) -> set[str]:
    """The numbers that at least one row keeps confidential."""
    return {row["number"] for row in rows if row["confidential"]}


def with_known_ids(known: Sequence[Row], wanted: list[Row]) -> list[Row]:
    """Give a phone that was there before, by its id or number, its row's id."""
    by_number = {(row["number"], row["extension"]): row["id"] for row in known}
    ids = {row["id"] for row in known}
    used = {row["id"] for row in wanted}
    for row in wanted:
        same = by_number.get((row["number"], row["extension"]))
        if row["id"] not in ids and same is not None and same not in used:
            row["id"] = same
    return wanted


def _confidential(phone: Any, known: Sequence[Row]) -> bool:
    said: bool | None = getattr(phone, "confidential", None)
    return phone.number in confidential_numbers(known) if said is None else bool(said)


def _languages(phone: Any, extension: str, known: Sequence[Row]) -> list[str]:
    said = getattr(phone, "languages", None)
    if said is not None:
        return list(said)
    same = (row for row in known if (row["number"], row["extension"]) == (phone.number, extension))
    return next((list(row["languages"]) for row in same), [])
