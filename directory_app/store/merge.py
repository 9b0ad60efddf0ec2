"""Making one business of two.

Which kept businesses may be the one that somebody is typing in: a few lookups by index.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from directory_app.bulk import no_cycle_search
from directory_app.errors import UserError
from directory_app.model import fields, homes
from directory_app.model.fields import Merge
from directory_app.model.ids import new_id
from directory_app.model.likeness import NEAR_OUTSIDE, Known, phone_key, score
from directory_app.model.terms import ReviewState
from directory_app.progress import Progress, silent
from directory_app.store import businesses, ledger, merging, pairs
from directory_app.store.database import Database
from directory_app.store.dossier import (
    Dossier,
    Row,
    confidential_numbers,
    find_row,
    fresh_rows,
    one,
    owned_rows,
    rows_by,
)
from directory_app.store.filters import match_expression
from directory_app.store.pairs import COMPARED, Pair, Ranking, kept_apart, known_row
from directory_app.store.review import saved_state
from directory_app.store.step import Step
from directory_app.store.tables import BUSINESS, CONTACT, EVENT_ENTRY, MERGED, NOT_DUPLICATE, PHONE

#: So many of one kind are compared at most.
_MOST = 200
#: Letters of a word that are looked for: what follows may be mistyped.
_BEGIN = 4
_DEGREE = 111_195.0


def of(connection: Connection, typed: Known) -> list[Pair]:
    """Who is like it, likeliest first; never itself, an archived one, or one said to be another."""
    ids = {id for id in _candidates(connection, typed) if id != typed.id}
    apart = kept_apart(connection.exec_driver_sql)
    rows = [
        row
        for row in rows_by(connection, BUSINESS, "id", sorted(ids))
        if row["review_state"] != ReviewState.ARCHIVED
        and frozenset((typed.id, row["id"])) not in apart
    ]
    found = [
        Pair(typed.id, one.id, like.score, like.reasons, like.metres)
        for one in _known(connection, rows)
        if (like := score(typed, one)) is not None
    ]
    return sorted(found, key=lambda pair: (-pair.score, pair.other))


def _known(connection: Connection, rows: Sequence[Row]) -> list[Known]:
    phones: dict[str, set[str]] = defaultdict(set)
    for row in rows_by(connection, PHONE, "business_id", [row["id"] for row in rows]):
        phones[row["business_id"]].add(phone_key(row["number"]))
    return [known_row([row[name] for name in COMPARED], phones) for row in rows]


def _candidates(connection: Connection, typed: Known) -> Iterator[str]:
    for sql, values in _queries(typed):
        rows = connection.exec_driver_sql(f"{sql} LIMIT {_MOST}", values)
        yield from (row[0] for row in rows)


def _queries(typed: Known) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Telephones, names, the house, and the ground around the pin."""
    for phone in typed.phones:
        yield (
            "SELECT business_id FROM phone WHERE number IN (?, ?)",
            (f"+1{phone}", f"+{phone}"),
        )
    found = (
        "SELECT business.id FROM search CROSS JOIN business ON business.row_id = search.rowid"
        " WHERE search MATCH ?"
    )
    words = sorted(typed.core.split(), key=len, reverse=True)[:3]
    for word in words:
        begun = word[: max(_BEGIN, len(word) - 2)]
        yield found, (f"name : {match_expression([begun])}",)
    if len(words) > 1:  # of common words those that have two
        two = [f"name : {match_expression([word[:_BEGIN]])}" for word in words[:2]]
        yield found, (" AND ".join(two),)
    if typed.address:
        yield found, (f"street : ({match_expression(typed.address.split())})",)
    if typed.position is not None:
        north, east = typed.position
        up, out = NEAR_OUTSIDE / _DEGREE, 1.6 * NEAR_OUTSIDE / _DEGREE
        yield (
            "SELECT id FROM business WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?",
            (north - up, north + up, east - out, east + out),
        )


#: Never taken from the other: by a rule of their own, or kept by the store.
_RULED = frozenset(field.name for field in fields.BUSINESS if field.merge is Merge.RULE)


def merge(step: Step, keep: Row, drop: Row, take: set[str], alone: set[str]) -> None:
    """Keep one business, with the fields in ``take`` from the other, and drop the other.

    Lists and notes are of both, but for those in ``alone`` (as the kept one has them) and in
    ``take``. Phones, contacts, choices for events and who was said to be another go over. Of two
    answers for a channel the stricter stays; of two yeses the later that says who asked and when.
    A number that one of both keeps confidential stays so, and so does a hidden place. A pin put
    by hand is kept before one that was found.
    """
    if keep["id"] == drop["id"]:
        raise UserError("These two are the same business.", "Choose two different ones.")
    step.here_before.add(keep["id"])
    phones, hide = _phones(step, keep, drop)
    contacts = _contacts(step, keep["id"], drop["id"])
    answers = ledger.merged(step.connection, keep["id"], drop["id"])
    entries = _entries(step, keep["id"], drop["id"])
    apart = _apart(step, keep["id"], drop["id"])
    wanted = _wanted(keep, drop, take, alone)
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
    step.insert("notduplicate", apart)
    for old, values in entries:
        if old is None:
            step.insert("evententry", [values])
        else:
            step.update("evententry", old, values)
    ledger.keep_states(step, keep["id"], answers)


def _wanted(keep: Row, drop: Row, take: set[str], alone: set[str]) -> Row:
    """The fields of the kept one that change."""
    wanted = {name: drop[name] for name in (take & businesses.EDITABLE) - _RULED}
    for name in set(merging.JOINED) - take - alone:
        wanted[name] = merging.joined(name, keep[name], drop[name])
    if merging.takes_pin(keep, drop, take):
        wanted |= {name: drop[name] for name in merging.PIN}
    if merging.assured_by_other(keep, drop, take):
        wanted |= {name: drop[name] for name in merging.ASSURED}
    shown = merging.visibility(keep["location_visibility"], drop["location_visibility"])
    return wanted | {"location_visibility": shown}


def _phones(step: Step, keep: Row, drop: Row) -> tuple[list[Row], list[Row]]:
    """The dropped one's phones as new rows, and the kept one's that become confidential."""
    owned = owned_rows(step.connection, PHONE, [keep["id"], drop["id"]])
    had, others = owned.get(keep["id"], []), owned.get(drop["id"], [])
    fresh = fresh_rows(keep["id"], [_Attributes(row, id=None) for row in others], had)
    secret = confidential_numbers(others)
    hide = [row for row in had if row["number"] in secret and not row["confidential"]]
    return fresh, hide


def _contacts(step: Step, keep: str, drop: str) -> list[Row]:
    """The dropped one's contacts that the kept one lacks, as new rows of it."""
    owned = owned_rows(step.connection, CONTACT, [keep, drop])
    had = {_person(row) for row in owned.get(keep, [])}
    return [
        row | {"id": new_id(), "business_id": keep}
        for row in owned.get(drop, [])
        if _person(row) not in had
    ]


def _person(row: Row) -> tuple[str, ...]:
    return tuple(str(row[name]) for name in ("name", "role", "phone", "email", "note"))


def _entries(step: Step, keep: str, drop: str) -> list[tuple[Row | None, Row]]:
    """Choices for events: of the kept one, and of the other what it says nothing about."""
    rows = rows_by(step.connection, EVENT_ENTRY, "business_id", [keep, drop])
    had = {row["event_id"]: row for row in rows if row["business_id"] == keep}
    made: list[tuple[Row | None, Row]] = []
    for row in rows:
        old = had.get(row["event_id"])
        if row["business_id"] == keep:
            continue
        if old is None:
            made.append((None, row | {"id": new_id(), "business_id": keep}))
        else:
            said = ("position", "included")
            made.append((old, {name: row[name] for name in said if old[name] is None}))
    return made


def _apart(step: Step, keep: str, drop: str) -> list[Row]:
    """Whoever a person said is not the dropped one is not the kept one either."""
    pairs = [
        (row["first"], row["second"])
        for side in ("first", "second")
        for row in rows_by(step.connection, NOT_DUPLICATE, side, [keep, drop])
    ]
    others = {one for pair in pairs if drop in pair for one in pair}
    known = {one for pair in pairs if keep in pair for one in pair}
    fresh = sorted(tuple(sorted((keep, one))) for one in others - known - {keep, drop})
    return [{"first": first, "second": second} for first, second in fresh]


class _Attributes:
    """A row read by attribute."""

    def __init__(self, row: Row, **other: object) -> None:
        self.__dict__.update(row, **other)


class Duplicates:
    """Pairs that may be one business, and what is done about them."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def pairs(self, progress: Progress = silent) -> list[Pair]:
        """Pairs that may be one business, likeliest first; for a worker (a second at 10,000)."""
        with no_cycle_search(), self._db.read() as connection:
            return list(pairs.ranked(connection.exec_driver_sql, progress).pairs)

    def rank(self, before: Ranking | None = None, progress: Progress = silent) -> Ranking:
        """The same, and what it was made from; quick where little changed since ``before``."""
        with no_cycle_search(), self._db.read() as connection:
            return pairs.ranked(connection.exec_driver_sql, progress, before)

    def twins(self, known: Known, limit: int) -> list[Pair]:
        """Kept businesses that may be the one that is known by this, likeliest first."""
        with self._db.read() as connection:
            return of(connection, known)[:limit]

    def kept_apart(self) -> set[frozenset[str]]:
        """The pairs of ids that a person said are two."""
        with self._db.read() as connection:
            return pairs.kept_apart(connection.exec_driver_sql)

    def merge(
        self, keep: str, drop: str, take: Iterable[str] = (), alone: Iterable[str] = ()
    ) -> Dossier:
        """Make one of two: ``keep`` stays, with the fields in ``take`` from ``drop``.

        Lists and notes are joined, but for those in ``take`` and ``alone``.
        """
        with self._db.step("merge") as step:
            row = find_row(step.connection, keep)
            step.label = row["name"]
            other = find_row(step.connection, drop)
            merge(step, row, other, set(take), set(alone))
        with self._db.read() as connection:
            return one(connection, row["id"])

    def keep_apart(self, one: str, other: str) -> None:
        """Remember that a person said that these two are not the same."""
        with self._db.step("not_duplicate") as step:
            step.label = businesses.label_of(step.connection, [one])
            businesses.keep_apart(step, one, other)
