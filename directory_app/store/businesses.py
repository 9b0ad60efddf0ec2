"""Adding, editing, deleting, merging and placing businesses: each within one Step."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from directory_app.bulk import no_cycle_search
from directory_app.errors import UserError
from directory_app.model import hidden_texts, homes
from directory_app.model.business import Business, Phone
from directory_app.model.contact import Contact
from directory_app.model.geo import Position
from directory_app.model.ids import CODE_LETTERS, new_code, new_id
from directory_app.model.ledger import Way
from directory_app.model.terms import LocationVisibility, Precision, ReviewState, Status
from directory_app.progress import Progress, silent
from directory_app.store import homes as kept_homes
from directory_app.store import ledger, review, traces
from directory_app.store.database import Database
from directory_app.store.dossier import (
    Dossier,
    Row,
    by_row_ids,
    entries,
    find_row,
    owned_rows,
    phone_rows,
    rows_by,
    with_known_ids,
)
from directory_app.store.filters import Filter
from directory_app.store.labels import step_name
from directory_app.store.places import visibility
from directory_app.store.review import saved_state
from directory_app.store.rows import BusinessRow
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
#: (id, position, precision, source): where one business is.
Placement = tuple[str, Position | None, str, str]
#: What a pin was found by: when one of these changes, a pin that was found from it goes.
ADDRESS = frozenset(("address_1", "city", "state_province", "postal_code", "country"))
NO_PIN: Row = homes.PIN
PIN = tuple(NO_PIN)


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


class Businesses:
    """Whole businesses: read, added, changed. Each change is one transaction and one undo step."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, id_or_code: str) -> "Dossier":
        """One business with all that belongs to it; UserError if there is none.

        The code of one that was merged into another leads to that: paper goes on naming it.
        """
        with self._db.read() as connection:
            return traces.one(connection, id_or_code)

    def by_row_ids(self, row_ids: Sequence[int]) -> "list[Dossier]":
        """The businesses with these row ids, in the order asked."""
        with self._db.read() as connection:
            return by_row_ids(connection, row_ids)

    def bare(self, ids: Sequence[str]) -> "list[Business]":
        """Businesses alone, without what belongs to them, in the order asked, read in one go.

        One that is gone meanwhile is left out.
        """
        with self._db.read() as connection:
            return entries(connection, ids)

    def search(self, text: str, limit: int | None = None) -> "list[Dossier]":
        """Businesses in any state that a text finds, by name; ``near:`` as it may be told."""
        wanted = Filter(text=text, view="everything", as_told=True)
        reader = self._db.browser
        if limit is None:
            return self.by_row_ids(reader.row_ids(wanted))
        return self.by_row_ids([row.row_id for row in reader.first_rows(wanted, limit)])

    def add(
        self,
        business: "Business",
        phones: Iterable[Any] = (),
        consents: Iterable[Any] = (),
        contacts: "Iterable[Contact]" = (),
        label: str = "",
        *,
        let_in: Iterable[str] = (),
    ) -> "Dossier":
        """Add a business. Its code is made here, whatever it says.

        UserError where a text brings what is never kept, but for those of ``let_in``: a person
        read them and said that they are about something else.
        """
        with self._db.step("add", label or business.name) as step:
            step.let_in |= set(let_in)
            made = add(step, business, phones, consents, contacts)
        return self.get(made)

    def update(
        self,
        id: str,
        changes: dict[str, Any],
        *,
        phones: Sequence[Any] | None = None,
        contacts: "Sequence[Contact] | None" = None,
        label: str = "",
        let_in: Iterable[str] = (),
    ) -> "Dossier":
        """Set fields; ``phones`` and ``contacts`` replace what there is. Saving it reviews it.

        Words that are never kept and ``let_in`` as in ``add``.
        """
        with self._db.step("edit") as step:
            step.let_in |= set(let_in)
            row = find_row(step.connection, id)
            step.label = label or step_name(str(changes.get("name", row["name"])))
            edit(step, row, changes, phones, contacts)
        return self.get(row["id"])

    def update_many(
        self, changes: Mapping[str, dict[str, Any]], progress: Progress = silent
    ) -> None:
        """Set fields of several businesses, by id, as one step; one that is gone stops it all."""
        with no_cycle_search(), self._db.step("edit") as step:
            step.label = label_of(step.connection, list(changes))
            edit_many(step, changes, progress)

    def delete(self, ids: Sequence[str]) -> None:
        """Delete businesses and what belongs to them."""
        with self._db.step("delete") as step:
            step.label = label_of(step.connection, ids)
            remove(step, ids)

    def archive(self, ids: Sequence[str]) -> None:
        """Take entries out of every list without deleting them."""
        with self._db.step("archive") as step:
            step.label = label_of(step.connection, ids)
            review.archive(step, ids)

    def approve(self, ids: Sequence[str]) -> None:
        """Approve entries; with two people somebody other than who changed them last."""
        with self._db.step("approve") as step:
            step.label = label_of(step.connection, ids)
            review.approve(step, ids)

    def place(
        self,
        id: str,
        position: "Position | None",
        precision: str,
        source: str,
        lock: bool = False,
    ) -> "Dossier":
        """Set the pin of one business, or take it out."""
        with self._db.step("place") as step:
            row = find_row(step.connection, id)
            step.label = row["name"]
            place(step, row, position, precision, source, lock=lock)
        return self.get(row["id"])

    def place_many(self, placements: "Iterable[Placement]", progress: Progress = silent) -> int:
        """Set many pins in one step; how many moved. Locked and manual pins are not touched."""
        with self._db.step("place_many") as step:
            moved = place_many(step, list(placements), progress)
            step.label = str(moved)
        return moved

    def rows(self, ids: Sequence[str], *, trading: bool = False) -> "list[BusinessRow]":
        """The rows of businesses by their ids, in no order; ``trading``: without the closed."""
        with self._db.read() as connection:
            found = rows_by(connection, BUSINESS, "id", ids)
        kept = [row for row in found if not trading or row["status"] != Status.CLOSED]
        return self._db.browser.rows([row["row_id"] for row in kept])

    def near_codes(self, code: str) -> list[tuple[str, str]]:
        """(code, name) of businesses whose code is one letter, or two letters turned, away."""
        letters = code.upper()
        near = {
            letters[:at] + other + letters[at + 1 :]
            for at in range(len(letters))
            for other in CODE_LETTERS
        }
        near |= {
            letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]
            for at in range(len(letters) - 1)
        }
        with self._db.read() as connection:
            rows = rows_by(connection, BUSINESS, "code", sorted(near - {letters}))
        return sorted((str(row["code"]), str(row["name"])) for row in rows)

    def not_homes(self) -> dict[str, str]:
        """Of whose address somebody said that nobody lives there (model.homes.digest of it)."""
        with self._db.read() as connection:
            return kept_homes.no_homes(connection)

    def say_not_home(self, business_id: str, address: str) -> None:
        """Remember that nobody lives at this address of a business."""
        with self._db.write() as connection:
            kept_homes.say_no_home(connection, business_id, address)
