"""Making one business of two."""

from directory_app.errors import UserError
from directory_app.model import homes
from directory_app.model.ids import new_id
from directory_app.model.terms import Answer, ReviewState
from directory_app.store import answers, businesses
from directory_app.store.dossier import Row, owned_rows, rows_by
from directory_app.store.phones import confidential_numbers, fresh_rows
from directory_app.store.refusals import MERGED
from directory_app.store.review import saved_state
from directory_app.store.step import Step
from directory_app.store.tables import CONSENT, CONTACT, EVENT_ENTRY, PHONE


def merge(step: Step, keep: Row, drop: Row, take: set[str]) -> None:
    """Keep one business, with the fields in ``take`` from the other, and drop the other.

    Phones, contacts and choices for events that the kept one lacks go over to it. Of two
    answers for a channel the stricter stays; of two yeses the later that says who asked and when.
    A number that one of both keeps confidential stays so.
    """
    if keep["id"] == drop["id"]:
        raise UserError("These two are the same business.", "Choose two different ones.")
    wanted = {name: drop[name] for name in (take & businesses.EDITABLE) - {"review_state"}}
    if take & {"latitude", "longitude"}:
        wanted |= {name: drop[name] for name in (*businesses.PIN, "pin_locked")}
    phones, hide = _phones(step, keep, drop)
    contacts = _fresh(step, CONTACT.name, keep["id"], drop["id"])
    consents = _consents(step, keep["id"], drop["id"])
    entries = _entries(step, keep["id"], drop["id"])
    businesses.remove(step, [drop["id"]])
    new = step.update("business", keep, businesses.with_pin(step, keep, wanted))
    if homes.is_home(new):
        step.at_home |= {keep["id"], drop["id"]}
    if keep["review_state"] != ReviewState.ARCHIVED:
        step.update("business", new, {"review_state": saved_state(step.connection)})
    step.note("business", keep, MERGED, drop["id"])
    step.insert("phone", phones)
    for row in hide:
        step.update("phone", row, {"confidential": True})
    step.insert("contact", contacts)
    step.insert("evententry", entries)
    for old, values in consents:
        if old is None:
            step.insert("consent", [values])
        else:
            step.update("consent", old, values)


def _phones(step: Step, keep: Row, drop: Row) -> tuple[list[Row], list[Row]]:
    """The dropped one's phones as new rows, and the kept one's that become confidential."""
    owned = owned_rows(step.connection, PHONE, [keep["id"], drop["id"]])
    had, others = owned.get(keep["id"], []), owned.get(drop["id"], [])
    fresh = fresh_rows(keep["id"], [_Attributes(row, id=None) for row in others], had)
    secret = confidential_numbers(others)
    hide = [row for row in had if row["number"] in secret and not row["confidential"]]
    return fresh, hide


def _fresh(step: Step, table: str, keep: str, drop: str) -> list[Row]:
    """The dropped one's contacts, as new rows of the kept one."""
    rows = owned_rows(step.connection, CONTACT, [drop]).get(drop, [])
    return [row | {"id": new_id(), "business_id": keep} for row in rows]


def _entries(step: Step, keep: str, drop: str) -> list[Row]:
    rows = rows_by(step.connection, EVENT_ENTRY, "business_id", [keep, drop])
    had = {row["event_id"] for row in rows if row["business_id"] == keep}
    return [
        row | {"id": new_id(), "business_id": keep}
        for row in rows
        if row["business_id"] == drop and row["event_id"] not in had
    ]


def _consents(step: Step, keep: str, drop: str) -> list[tuple[Row | None, Row]]:
    owned = owned_rows(step.connection, CONSENT, [keep, drop])
    had = {row["channel"]: row for row in owned.get(keep, [])}
    made: list[tuple[Row | None, Row]] = []
    for row in owned.get(drop, []):
        old = had.get(row["channel"])
        if old is None:
            made.append((None, row | {"id": new_id(), "business_id": keep}))
        elif _prevails(row, old):
            made.append((old, {name: row[name] for name in answers.FIELDS}))
    return made


def _prevails(row: Row, old: Row) -> bool:
    strict = answers.STRICTNESS[Answer(row["answer"])]
    old_strict = answers.STRICTNESS[Answer(old["answer"])]
    if strict != old_strict:
        return strict > old_strict
    whole, old_whole = answers.is_whole(row), answers.is_whole(old)
    if row["answer"] == Answer.YES and whole != old_whole:
        return whole
    return row["date"] is not None and (old["date"] is None or row["date"] > old["date"])


class _Attributes:
    """A row read by attribute."""

    def __init__(self, row: Row, **other: object) -> None:
        self.__dict__.update(row, **other)
