"""Taking the street of a home out of wherever it was kept: an edit has only just hidden it."""

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from typing import Any

from sqlalchemy import Connection, delete, select, update

from directory_app.model import fields, hidden_texts
from directory_app.model.columns import utc_now
from directory_app.model.homes import NOWHERE, digest
from directory_app.model.redaction import Identity
from directory_app.model.terms import AddressType
from directory_app.store import search
from directory_app.store.backups import MONTHS
from directory_app.store.dossier import rows_by
from directory_app.store.keeping import draft_rows, set_setting, setting
from directory_app.store.redaction import CERTAIN_ALONE, Sweep
from directory_app.store.tables import (
    BUSINESS,
    CHANGE,
    EDIT_DRAFT,
    GEOCODE_CACHE,
    OUTBOUND_REQUEST,
    PRINT_RUN,
    PRINT_RUN_ENTRY,
    to_json,
)

#: The units of a packet that say where a home is.
_PLACE = tuple(unit for unit, names in fields.UNITS.items() if set(names) & NOWHERE.keys())
#: The setting with who is no home: JSON, by the id of a business a digest of its address.
NO_HOMES = "no_homes"


def no_homes(connection: Connection) -> dict[str, str]:
    """Of whose address somebody said that nobody lives there: its digest, by the business."""
    found: dict[str, str] = json.loads(setting(connection, NO_HOMES, "{}"))
    return found


def say_no_home(connection: Connection, business_id: str, address: str) -> None:
    """Remember that nobody lives at this address of a business; another one is asked about."""
    known = no_homes(connection) | {business_id: digest(address)}
    set_setting(connection, NO_HOMES, json.dumps(known))


def forget_no_homes(connection: Connection, ids: Iterable[str]) -> None:
    """Forget what was said of these businesses."""
    known = no_homes(connection)
    left = {one: kept for one, kept in known.items() if one not in set(ids)}
    if left != known:
        set_setting(connection, NO_HOMES, json.dumps(left))


def scrub(connection: Connection, ids: Iterable[str]) -> None:
    """Blank address and pin of these businesses in the history, and in what came of them.

    An undo step still gives everything else back: where somebody lives is gone for good.
    """
    homes = sorted(ids)
    forget_no_homes(connection, homes)
    told = {one: _told(connection, one) for one in homes}
    streets = {street for one in told.values() for street in one.streets}
    _beside(connection, homes)
    if streets:
        _expire_backups(connection)
    own = (CHANGE.c.table == BUSINESS.name, CHANGE.c.row.in_(homes))
    connection.execute(delete(CHANGE).where(*own, CHANGE.c.field.in_(NOWHERE)))
    forget_bases(connection, homes)
    whole = select(CHANGE.c.id, CHANGE.c.previous_value, CHANGE.c.replacement_value)
    for number, before, after in connection.execute(whole.where(*own, CHANGE.c.field == "")).all():
        here = update(CHANGE).where(CHANGE.c.id == number)
        blanked = {"previous_value": _blanked(before), "replacement_value": _blanked(after)}
        connection.execute(here.values(blanked))
    if streets:
        others = replace(reduce(Identity.__or__, told.values()), bare_streets=False)
        Sweep(connection, others, own=told).run(CERTAIN_ALONE)


def hide(connection: Connection, ids: Iterable[str]) -> None:
    """Take the street of hidden places out of what others say of them, and out of what is kept.

    They keep their own address, and the history with it: so those are not looked through.
    """
    rows = rows_by(connection, BUSINESS, "id", ids)
    streets = frozenset(str(row["address_1"]) for row in rows if row["address_1"])
    zips = frozenset(str(row["postal_code"]) for row in rows if row["postal_code"])
    if streets or zips:
        kept = (CHANGE, OUTBOUND_REQUEST, GEOCODE_CACHE)
        Sweep(connection, Identity(streets=streets, zips=zips), skip=kept).run(CERTAIN_ALONE)


def forget_bases(connection: Connection, ids: Iterable[str]) -> None:
    """Take out what packets were known by: a digest of a street tells it to who guesses."""
    noted = select(CHANGE.c.id, CHANGE.c.replacement_value).where(
        CHANGE.c.table == BUSINESS.name, CHANGE.c.row.in_(ids), CHANGE.c.field == "packet"
    )
    for number, text in connection.execute(noted).all():
        kept = to_json(_without_place(json.loads(text)))
        here = update(CHANGE).where(CHANGE.c.id == number)
        connection.execute(here.values(replacement_value=kept))
    entry = PRINT_RUN_ENTRY.c
    sent = (
        select(entry.id, entry.printed)
        .join(PRINT_RUN, PRINT_RUN.c.id == entry.run_id)
        .where(PRINT_RUN.c.layout == "packet", entry.business_id.in_(ids), entry.printed != "")
    )
    for one, text in connection.execute(sent).all():
        kept = to_json(_without_place(json.loads(text)))
        mine = update(PRINT_RUN_ENTRY).where(entry.id == one)
        connection.execute(mine.values(printed=kept))


def _without_place(told: dict[str, Any]) -> dict[str, Any]:
    base: dict[str, Any] = told.get("base", {})
    units = {name: mark for name, mark in base.get("units", {}).items() if name not in _PLACE}
    without = sorted({*base.get("without", ()), *_PLACE})
    return told | {"base": base | {"units": units, "without": without}}


def move_in(connection: Connection, ids: Iterable[str]) -> None:
    """Make homes of these businesses, as after a restore that would show where people live."""
    homes = sorted(ids)
    if not homes:
        return
    own = {
        row["id"]: hidden_texts.street([row["address_1"]], [row["postal_code"]], "none")
        for row in rows_by(connection, BUSINESS, "id", homes)
    }
    as_home = update(BUSINESS).where(BUSINESS.c.id.in_(homes))
    connection.execute(as_home.values(address_type=AddressType.HOME, **NOWHERE))
    search.reindex(connection, homes)
    scrub(connection, homes)
    others = replace(reduce(Identity.__or__, own.values(), Identity()), bare_streets=False)
    Sweep(connection, others, own=own).run(CERTAIN_ALONE)


def _expire_backups(connection: Connection) -> None:
    """Older backups have the street: they go within 30 days (store/backups.py)."""
    months = setting(connection, MONTHS, "").split()
    month = utc_now().date().replace(day=1).isoformat()
    if month not in months:
        set_setting(connection, MONTHS, " ".join([*months, month]))


def _told(connection: Connection, home: str) -> Identity:
    """Every street that the history has of a home; what was there is still in it."""
    fields = ("address_1", "postal_code")
    wanted = select(CHANGE.c.field, CHANGE.c.previous_value, CHANGE.c.replacement_value).where(
        CHANGE.c.table == BUSINESS.name, CHANGE.c.row == home, CHANGE.c.field.in_(("", *fields))
    )
    found: dict[str, set[str]] = {name: set() for name in fields}
    for field, *values in connection.execute(wanted):
        for value in (json.loads(text) for text in values if text is not None):
            for name, lines in found.items():
                line = value if field == name else (value or {}).get(name) if not field else ""
                if line:
                    lines.add(str(line))
    return hidden_texts.street(found["address_1"], found["postal_code"], "none")


def _beside(connection: Connection, homes: list[str]) -> None:
    """What a service was asked and answered, and what was typed and not applied yet."""
    asked = update(OUTBOUND_REQUEST).where(OUTBOUND_REQUEST.c.business_id.in_(homes))
    connection.execute(asked.values(sent=""))
    own = EDIT_DRAFT.c.row.in_(draft_rows(homes))
    drafts = select(EDIT_DRAFT.c.row, EDIT_DRAFT.c["values"]).where(own)
    for row, values in connection.execute(drafts).all():
        kept = to_json(_stripped(json.loads(values)))
        connection.execute(
            update(EDIT_DRAFT).where(EDIT_DRAFT.c.row == row).values({"values": kept})
        )


def _stripped(value: Any) -> Any:
    """A draft without the fields that say where a home is, however deep they are."""
    if isinstance(value, dict):
        return {name: _stripped(one) for name, one in value.items() if name not in NOWHERE}
    return [_stripped(one) for one in value] if isinstance(value, list) else value


def _blanked(text: str | None) -> str | None:
    if text is None:
        return None
    row: dict[str, Any] = json.loads(text)
    return to_json(row | {name: blank for name, blank in NOWHERE.items() if name in row})
