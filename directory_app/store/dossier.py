"""A business with everything that belongs to it, read whole.

Telephone rows in the making. A number that is confidential once stays so until somebody says no.

A number counts, not its extension: whoever reads "505-555-0142 x2" can call 505-555-0142.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select, text
from sqlalchemy.orm import class_mapper
from sqlmodel import SQLModel

from directory_app.errors import UserError
from directory_app.model.business import Business, Phone
from directory_app.model.consent import Consent
from directory_app.model.contact import Contact
from directory_app.model.ids import new_id
from directory_app.store import hold
from directory_app.store.search import chunks
from directory_app.store.tables import BUSINESS, CONSENT, CONTACT, PHONE

Row = dict[str, Any]
_Model = TypeVar("_Model", bound=SQLModel)
#: What is longer is an id.
LONGEST_CODE = 8
#: Keys in one IN list.
CHUNK = 10_000


@dataclass(slots=True)
class Dossier:
    """One business, its phones in order, its contacts, and its answers by channel.

    Plain objects: changing them changes nothing in the directory. ``on_hold``: no answer of the
    directory is live, because nobody has said yet who refused since the backup it came out of.
    """

    business: Business
    phones: list[Phone] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    consents: dict[str, Consent] = field(default_factory=dict)
    on_hold: bool = False


def make(model: type[_Model], row: Row) -> _Model:
    """An object of a table from a stored row.

    What the database handed out needs no setting field by field, as ``model(**row)`` does it:
    that was nine tenths of the time that reading a business took.
    """
    if row.keys() != model.model_fields.keys():
        return model(**row)
    made: _Model = class_mapper(model).class_manager.new_instance()
    made.__dict__.update(row)
    made.__pydantic_fields_set__.update(row)
    return made


def find_row(connection: Connection, id_or_code: str) -> Row:
    """The row of a business by its id or its code; UserError if there is none."""
    by_id = len(id_or_code) > LONGEST_CODE
    column = BUSINESS.c.id if by_id else BUSINESS.c.code
    key = id_or_code if by_id else id_or_code.upper()
    row = connection.execute(select(BUSINESS).where(column == key)).mappings().first()
    if row is None:
        raise UserError(
            f"There is no business “{id_or_code[:8]}” in this directory.",
            "It may have been deleted in the meantime.",
        )
    return dict(row)


def rows_by(connection: Connection, table: Table, column: str, keys: Iterable[str]) -> list[Row]:
    """The rows whose column is one of the keys, however many there are."""
    found: list[Row] = []
    for some in chunks(list(dict.fromkeys(keys)), CHUNK):
        query = select(table).where(table.c[column].in_(some))
        found += map(dict, connection.execute(query).mappings())
    return found


def entries(connection: Connection, ids: Sequence[str]) -> list[Business]:
    """Businesses alone, in the order asked; one that is gone is left out."""
    rows = {row["id"]: row for row in rows_by(connection, BUSINESS, "id", ids)}
    return [make(Business, rows[one]) for one in ids if one in rows]


def owned_rows(connection: Connection, table: Table, ids: Iterable[str]) -> dict[str, list[Row]]:
    """The rows of a child table by business_id, phones in their order."""
    rows = rows_by(connection, table, "business_id", ids)
    if table is PHONE:
        rows.sort(key=lambda row: (row["position"], row["id"]))
    owned: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        owned[row["business_id"]].append(row)
    return owned


def assemble(connection: Connection, rows: Sequence[Row]) -> list[Dossier]:
    """The dossiers of these rows of business, in their order."""
    ids = [row["id"] for row in rows]
    phones = owned_rows(connection, PHONE, ids)
    contacts = owned_rows(connection, CONTACT, ids)
    consents = owned_rows(connection, CONSENT, ids)
    held = is_held(connection)
    return [
        Dossier(
            make(Business, row),
            [make(Phone, phone) for phone in phones.get(row["id"], ())],
            [make(Contact, contact) for contact in contacts.get(row["id"], ())],
            {one["channel"]: make(Consent, one) for one in consents.get(row["id"], ())},
            held,
        )
        for row in rows
    ]


def is_held(connection: Connection) -> bool:
    """Whether nothing of the directory is live (hold.py)."""
    return not connection.execute(select(text(hold.NOT_HELD))).scalar_one()


def one(connection: Connection, id_or_code: str) -> Dossier:
    """One business by its id or its code."""
    return assemble(connection, [find_row(connection, id_or_code)])[0]


def by_row_ids(connection: Connection, row_ids: Sequence[int]) -> list[Dossier]:
    """The businesses with these row ids, in the order asked."""
    found: dict[int, Row] = {}
    for some in chunks(row_ids, CHUNK):
        query = select(BUSINESS).where(BUSINESS.c.row_id.in_(some))
        found |= {row["row_id"]: dict(row) for row in connection.execute(query).mappings()}
    return assemble(connection, [found[row_id] for row_id in row_ids if row_id in found])


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
