"""Adding, editing, deleting, merging and placing businesses: each within one Step."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from directory_app.errors import UserError
from directory_app.model import hidden_texts, homes
from directory_app.model.business import Business, Phone
from directory_app.model.contact import Contact
from directory_app.model.geo import Position
from directory_app.model.ids import new_code, new_id
from directory_app.model.ledger import Way
from directory_app.model.terms import LocationVisibility, Precision, ReviewState
from directory_app.progress import Progress
from directory_app.store import ledger, review
from directory_app.store.dossier import Row, find_row, owned_rows, rows_by
from directory_app.store.labels import step_name
from directory_app.store.phones import phone_rows, with_known_ids
from directory_app.store.places import visibility
from directory_app.store.review import saved_state
from directory_app.store.step import Step
from directory_app.store.tables import (
    BUSINESS,
    CONTACT,
    EVENT_ENTRY,
    NOT_DUPLICATE,
    PHONE,
)

#: Fields that nobody edits: they are the row's identity or kept by the store.
FIXED = frozenset(("row_id", "id", "code", "name_folded", "last_modified", "version"))
EDITABLE = frozenset(BUSINESS.c.keys()) - FIXED
TELL_EVERY = 500
#: What a pin was found by: when one of these changes, a pin that was found from it goes.
ADDRESS = frozenset(("address_1", "city", "state_province", "postal_code", "country"))
PIN = ("latitude", "longitude", "precision", "geocode_source", "geocoded_at")
NO_PIN: Row = homes.PIN


def code_maker(connection: Connection) -> Callable[[], str]:
    """A maker of codes that are free in this directory and differ from each other."""
    taken: set[str] = set(connection.execute(select(BUSINESS.c.code)).scalars())

    def make_code() -> str:
        while (code := new_code(len(taken))) in taken:
            pass
        taken.add(code)
        return code

    return make_code


def free_code(connection: Connection) -> str:
    """One free code."""
    total = connection.execute(select(func.max(BUSINESS.c.row_id))).scalar() or 0
    while True:
        code = new_code(total)
        if connection.execute(select(BUSINESS.c.id).where(BUSINESS.c.code == code)).first() is None:
            return code


def new_row(values: Row, step: Step, code: str, review_state: str) -> Row:
    """A whole business row from field values; what they lack has the model's default."""
    row = _DEFAULTS | {name: _plain(value) for name, value in values.items() if name in EDITABLE}
    row |= {
        "id": values.get("id") or new_id(),
        "code": code,
        "review_state": review_state,
        "last_modified": step.at,
        "version": 1,
        "row_id": None,
        "name_folded": "",
    }
    if not row["name"].strip():
        raise UserError("A business needs a name.", "Enter the name that is on its sign.")
    return row | homes.to_blank(row)


def contact_rows(business_id: str, contacts: Iterable[Contact]) -> list[Row]:
    """Contact rows from Contacts."""
    names = [column.name for column in CONTACT.columns if column.name != "business_id"]
    return [
        {name: getattr(one, name) for name in names} | {"business_id": business_id}
        for one in contacts
    ]


def add(
    step: Step,
    business: Business,
    phones: Iterable[Any],
    consents: Iterable[Any],
    contacts: Iterable[Contact],
) -> str:
    """Add one business with what belongs to it; its id. Its code is made here."""
    values = {name: getattr(business, name) for name in EDITABLE} | {"id": business.id}
    state = saved_state(step.connection)
    row = new_row(values, step, free_code(step.connection), state)
    step.insert("business", [row])
    own_phones = [phone for phone in phones if phone.number]
    step.insert("phone", phone_rows(row["id"], own_phones))
    step.insert("contact", contact_rows(row["id"], contacts))
    step.hold_refusals()
    ledger.told(ledger.record(step, row["id"], consents, Way.ADD).refused)
    return str(row["id"])


def edit(
    step: Step,
    row: Row,
    changes: Row,
    phones: Sequence[Phone] | None,
    contacts: Sequence[Contact] | None,
) -> None:
    """Set fields of one business; ``phones`` and ``contacts`` replace what there is."""
    unknown = changes.keys() - EDITABLE
    if unknown:
        raise ValueError(f"not a field that can be edited: {', '.join(sorted(unknown))}")
    changes = {name: _plain(value) for name, value in changes.items()}
    if "name" in changes and not changes["name"].strip():
        raise UserError("A business needs a name.", "Enter the name that is on its sign.")
    approving = _takes_approval(step, row, changes)
    changes = with_pin(step, row, changes)
    new = step.update("business", row, changes)
    touched = new is not row
    if phones is not None:
        kept = owned_rows(step.connection, PHONE, [row["id"]]).get(row["id"], [])
        wanted = with_known_ids(kept, phone_rows(row["id"], phones, kept))
        touched |= _replace(step, "phone", kept, wanted)
    if contacts is not None:
        kept = owned_rows(step.connection, CONTACT, [row["id"]]).get(row["id"], [])
        touched |= _replace(step, "contact", kept, contact_rows(row["id"], contacts))
    if approving and touched:
        raise UserError(
            f"“{new['name']}” was last changed by you.",
            "Save it; then somebody else has to look at it and approve it.",
        )
    if approving:
        step.kind = "approve"
        review.approve(step, [row["id"]])
    if touched and "review_state" not in changes and row["review_state"] != ReviewState.ARCHIVED:
        step.update("business", new, {"review_state": saved_state(step.connection)})


def edit_many(step: Step, changes: Mapping[str, Row], progress: Progress) -> None:
    """Set fields of businesses by id; UserError for one that is not there."""
    rows = {row["id"]: row for row in rows_by(step.connection, BUSINESS, "id", changes)}
    for done, (one, fields) in enumerate(changes.items()):
        if done % TELL_EVERY == 0:
            progress(done, len(changes), "")
        edit(step, rows.get(one) or find_row(step.connection, one), fields, None, None)


def _takes_approval(step: Step, row: Row, changes: Row) -> bool:
    """Whether an edit asks for an approval that a second person has to give.

    With two people the word "approved" is taken out of ``changes``: an edit cannot bring it.
    """
    if changes.get("review_state") != ReviewState.APPROVED:
        return False
    if review.people_count(step.connection) < 2:
        return False
    del changes["review_state"]
    return bool(row["review_state"] != ReviewState.APPROVED)


def with_pin(step: Step, row: Row, changes: Row) -> Row:
    """The changes, and the old pin taken out if the address that it was found by changes.

    What is a home from now on loses its street as well, in the history too.
    """
    moved = any(name in changes and changes[name] != row[name] for name in ADDRESS)
    own_pin = row["pin_locked"] or row["precision"] == Precision.MANUAL
    if moved and not own_pin and not changes.keys() & set(PIN):
        changes = changes | NO_PIN
    after = row | changes
    if homes.is_home(after) and not homes.is_home(row):
        step.at_home.add(row["id"])
    if _hides_more(row, after):
        step.hidden.add(row["id"])
        what = hidden_texts.street([after["address_1"]], [after["postal_code"]], visibility(after))
        changes = changes | hidden_texts.without(after, what)
        after = after | changes
    return changes | homes.to_blank(after, [row["address_1"]])


def _hides_more(before: Row, after: Row) -> bool:
    """Whether a place that is no home shows less of itself than before."""
    order = list(LocationVisibility)
    shown = [order.index(LocationVisibility(visibility(one))) for one in (before, after)]
    return shown[1] > shown[0] and not homes.is_home(after)


def remove(step: Step, ids: Sequence[str]) -> list[Row]:
    """Delete businesses and what belongs to them; the rows that are gone."""
    connection = step.connection
    rows = rows_by(connection, BUSINESS, "id", ids)
    found = [row["id"] for row in rows]
    ledger.remove(step, found)
    for table in (PHONE, CONTACT, EVENT_ENTRY):
        step.delete(table.name, rows_by(connection, table, "business_id", found))
    pairs = rows_by(connection, NOT_DUPLICATE, "first", found)
    pairs += [
        pair
        for pair in rows_by(connection, NOT_DUPLICATE, "second", found)
        if pair["first"] not in found
    ]
    step.delete("notduplicate", pairs)
    step.delete("business", rows)
    return rows


def place(
    step: Step, row: Row, position: Position | None, precision: str, source: str, *, lock: bool
) -> None:
    """Set the pin of one business; None takes it out. A home has none nearer than its town."""
    if homes.is_home(row) and not homes.may_be_placed(precision if position else None):
        raise UserError(
            f"“{row['name']}” is a home: only its town is kept.",
            "Say that it is no home, if that is wrong, and place it then.",
        )
    changes = dict(NO_PIN)
    if position is not None:
        changes |= {
            "latitude": position.latitude,
            "longitude": position.longitude,
            "precision": str(precision),
            "geocode_source": source,
            "geocoded_at": step.at,
        }
        same = (row["latitude"], row["longitude"], row["precision"], row["geocode_source"])
        if same == (position.latitude, position.longitude, str(precision), source):
            changes["geocoded_at"] = row["geocoded_at"]
    step.update("business", row, changes | {"pin_locked": lock})


def place_many(step: Step, placements: Sequence[Any], progress: Progress) -> int:
    """Set many pins; how many moved. Locked and manual pins are not touched."""
    found = rows_by(step.connection, BUSINESS, "id", [one[0] for one in placements])
    rows = {row["id"]: row for row in found}
    moved = 0
    for done, (business_id, position, precision, source) in enumerate(placements):
        if done % TELL_EVERY == 0:
            progress(done, len(placements), "")
        row = rows.get(business_id)
        if row is None or row["pin_locked"] or row["precision"] == Precision.MANUAL:
            continue
        if homes.is_home(row) and not homes.may_be_placed(precision if position else None):
            continue
        before = step.size
        place(step, row, position, precision, source, lock=False)
        moved += step.size > before
    return moved


def keep_apart(step: Step, one: str, other: str) -> None:
    """Remember that two businesses are not the same."""
    first, second = sorted(find_row(step.connection, each)["id"] for each in (one, other))
    pairs = rows_by(step.connection, NOT_DUPLICATE, "first", [first])
    if first != second and all(pair["second"] != second for pair in pairs):
        step.insert("notduplicate", [{"first": first, "second": second}])


def label_of(connection: Connection, ids: Sequence[str]) -> str:
    """The name of one business, or how many there are."""
    if len(ids) == 1:
        return step_name(str(find_row(connection, ids[0])["name"]))
    return str(len(ids))


def _replace(step: Step, table: str, kept: list[Row], wanted: list[Row]) -> bool:
    """Make the child rows the wanted ones; True if anything changed."""
    by_id = {row["id"]: row for row in kept}
    ids = {row["id"] for row in wanted}
    gone = [row for row in kept if row["id"] not in ids]
    new = [row for row in wanted if row["id"] not in by_id]
    step.delete(table, gone)
    edited = False
    for row in wanted:
        if row["id"] in by_id:
            edited |= step.update(table, by_id[row["id"]], row) is not by_id[row["id"]]
    step.insert(table, new)
    return bool(gone or new or edited)


def _plain(value: Any) -> Any:
    """Enums as their text, tuples as lists: what the columns hold."""
    if isinstance(value, str):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def _default_values() -> Row:
    blank = Business(code="", name="")
    return {name: getattr(blank, name) for name in EDITABLE}


_DEFAULTS = {name: _plain(value) for name, value in _default_values().items()}
