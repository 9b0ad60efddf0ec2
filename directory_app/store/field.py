"""A field directory: what one canvass needs of a directory, to look at and to print from.

At home it is made of PublicListings alone (store/listings.py): who said yes to print, with what
may leave, and the events that are chosen. It keeps no note, no contact, no history, no refusal and
no confidential number, so the laptop that is carried about has none. In it nothing can be
changed; only its journal of print runs grows. That is written beside the database after each run,
sealed with a key that home has, so that a recall at home knows of the paper. After its last day it
opens no more: the key and the data are overwritten, and the sealed journal is all that is left.
"""

import datetime as dt
import json
import os
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from sqlalchemy import Connection, delete, insert, select

from directory_app.errors import UserError
from directory_app.model.business import Business
from directory_app.model.columns import utc_now
from directory_app.model.field_terms import FIRST, OUT, FieldTerms, read_terms
from directory_app.model.field_terms import SETTING as FIELD
from directory_app.model.fields import Kind
from directory_app.model.ids import new_id
from directory_app.model.ledger import Said, Way
from directory_app.model.listing import PublicListing
from directory_app.model.live import Days
from directory_app.model.packet import known_as
from directory_app.model.terms import Answer, Channel, ReviewState, RunState
from directory_app.store import keeping, keys, ledger, listings, opening, swap
from directory_app.store.database import Database
from directory_app.store.dossier import Row, rows_by
from directory_app.store.folder import Folder, sync_folder, write_private
from directory_app.store.places import TownPoint, visibility
from directory_app.store.step import Step
from directory_app.store.tables import (
    ACTION,
    BUSINESS,
    CHANGE,
    CONSENT,
    EVENT,
    EVENT_ENTRY,
    PRINT_RUN,
    PRINT_RUN_ENTRY,
    SETTING,
    TOMBSTONE,
)
from directory_app.store.tombstones import ID_KIND

#: The sealed journal, in the folder of the field directory and all that stays of it.
JOURNAL = "runs.sealed"
_MAGIC = b"PUERTAS-FIELD-RUNS\n"
_NONCE = 12
_MOST_BYTES = 64 * 1024 * 1024
#: Who asked is nobody's business on a laptop that is carried about; it has to count as a name.
ASKED_BY = "Home directory"
#: Settings that a guide is made with.
_SETTINGS = ("timezone", "mistake_contact", "guide_url", "cover_words", "home_state")
_RUN = ("id", "number", "event_id", "made_at", "use_by", "copies", "layout", "languages")
_RUN_COLUMNS = (*_RUN, "sha256", "state")


@dataclass(frozen=True, slots=True)
class Content:
    """What a field directory gets, read at home in one go. ``answers`` are by business id."""

    businesses: list[Row]
    phones: list[Row]
    answers: dict[str, list[Said]]
    events: list[Row]
    entries: list[Row]
    settings: dict[str, str]


def content(
    connection: Connection,
    *,
    codes: Iterable[str] | None,
    events: Sequence[str],
    until: dt.date,
    days: Days,
    town_point: TownPoint | None,
) -> Content:
    """Who said yes to print (of ``codes``, else all), and these events (by id)."""
    wanted = None if codes is None else set(codes)
    found = [
        one
        for one in listings.listings(connection, Channel.PRINT, days, town_point)
        if wanted is None or one.code in wanted
    ]
    rows = {
        row["code"]: row for row in rows_by(connection, BUSINESS, "code", (o.code for o in found))
    }
    ids = {row["id"] for row in rows.values()}
    said_on: dict[tuple[str, str], dt.date] = {
        (row["business_id"], row["channel"]): row["date"]
        for row in rows_by(connection, CONSENT, "business_id", ids)
    }
    businesses, phones, answers = [], [], {}
    for at, listing in enumerate(found, start=1):
        row = rows[listing.code]
        businesses.append(_business(listing, row, at))
        phones += _phones(listing, row["id"])
        channels = [Channel.PRINT] + [Channel.MAP] * (listing.marker is not None)
        answers[row["id"]] = [
            _yes(channel, said_on[row["id"], channel], listing, until) for channel in channels
        ]
    chosen = [dict(row) for row in rows_by(connection, EVENT, "id", events)]
    entries = [
        dict(row)
        for row in rows_by(connection, EVENT_ENTRY, "event_id", events)
        if row["business_id"] in ids
    ]
    kept = select(SETTING.c.key, SETTING.c.value).where(SETTING.c.key.in_(_SETTINGS))
    settings = {row.key: row.value for row in connection.execute(kept)}
    return Content(businesses, phones, answers, chosen, entries, settings)


def _business(listing: PublicListing, row: Row, row_id: int) -> Row:
    """A business with nothing that its listing does not say."""
    blank = Business(code="", name="")
    values = {column.name: getattr(blank, column.name) for column in BUSINESS.c}
    for field in listings.PUBLIC:
        told = getattr(listing, field.name)
        values[field.name] = list(told) if field.kind is Kind.LIST else told
    values |= {
        "id": row["id"],
        "row_id": row_id,
        "name_folded": row["name_folded"],
        "location_visibility": str(visibility(row)),
        "review_state": ReviewState.APPROVED.value,
        "last_modified": utc_now(),
        "version": 1,
    }
    if listing.place is not None and listing.place_is_pin:
        values |= {
            "latitude": listing.place.latitude,
            "longitude": listing.place.longitude,
            "precision": listing.precision,
        }
    return values


def _phones(listing: PublicListing, owner: str) -> list[Row]:
    return [
        {
            "id": new_id(),
            "business_id": owner,
            "position": position,
            "number": phone.number,
            "extension": phone.extension,
            "type": phone.type,
            "languages": [],
            "confidential": False,
        }
        for position, phone in enumerate(listing.phones)
    ]


def _yes(channel: Channel, day: dt.date, listing: PublicListing, until: dt.date) -> Said:
    """The yes as the field directory needs it: its day, and an end not after its own."""
    ends = min(filter(None, (listing.consent_until, until)))
    return Said(channel.value, Answer.YES.value, day, asked_by=ASKED_BY, review_by=ends)


def fill(step: Step, what: Content, terms: FieldTerms) -> None:
    """Put it all into a new directory, which is bound to its terms from then on."""
    step.insert("business", what.businesses)
    step.insert("phone", what.phones)
    book = ledger.Book(step, ())
    for owner, said in what.answers.items():
        book.record(owner, said, Way.ADD)
    book.close()
    step.finish()
    for table, rows in ((EVENT, what.events), (EVENT_ENTRY, what.entries)):
        if rows:
            step.connection.execute(insert(table), rows)
    for key, value in what.settings.items():
        keeping.set_setting(step.connection, key, value)
    step.connection.execute(delete(CHANGE))
    step.connection.execute(delete(ACTION))
    keeping.set_setting(step.connection, FIELD, terms.text())


# -- the journal


def journal(connection: Connection, terms: FieldTerms) -> bytes:
    """All print runs of a field directory, sealed with the key that home has."""
    runs = []
    for run in connection.execute(select(PRINT_RUN).order_by(PRINT_RUN.c.number)).mappings():
        entries = PRINT_RUN_ENTRY.c
        mine = select(entries.position, entries.business_id, entries.printed).where(
            entries.run_id == run["id"]
        )
        runs.append(
            {name: _plain(run[name]) for name in _RUN_COLUMNS}
            | {
                "entries": [
                    list(one) for one in connection.execute(mine.order_by(entries.position))
                ]
            }
        )
    return _seal(json.dumps({"runs": runs}, ensure_ascii=False).encode(), terms)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _seal(data: bytes, terms: FieldTerms) -> bytes:
    head, nonce = _MAGIC + b"%d\n" % terms.number, secrets.token_bytes(_NONCE)
    return head + nonce + ChaCha20Poly1305(bytes.fromhex(terms.key)).encrypt(nonce, data, head)


def keep_journal(store: Database, terms: FieldTerms) -> None:
    """Write the journal beside the database, whole or not at all."""
    with store.read() as connection:
        data = journal(connection, terms)
    _write(Folder(store.path), data)


def _write(folder: Folder, data: bytes) -> None:
    partial = folder.path / f"{JOURNAL}.partial"
    partial.unlink(missing_ok=True)
    write_private(partial, data)
    partial.replace(folder.path / JOURNAL)
    sync_folder(folder.path)


def end(store: Database, terms: FieldTerms) -> None:
    """Erase a field directory whose last day is over, but for its sealed journal."""
    keep_journal(store, terms)
    folder = Folder(store.path)
    store.close()
    gone = [folder.keys, folder.next_keys, folder.database, swap.journal(folder)]
    gone += [one for one in folder.backups.glob("*") if one.is_file()]
    for each in gone:  # the key first: without it the rest says nothing
        if each.exists():
            swap.overwrite(each)
            sync_folder(each.parent)


def number_of(data: bytes) -> int:
    """Of which field directory a journal is. UserError where it is none."""
    head, _, rest = data.removeprefix(_MAGIC).partition(b"\n")
    if not data.startswith(_MAGIC) or not head.isdigit() or len(head) > 9 or len(rest) < _NONCE:
        raise UserError(
            "This is no journal of a field directory.", "Choose the folder of the field directory."
        )
    return int(head)


def load(path: Path) -> bytes:
    """The journal of a field directory (its folder), or a file of it. UserError without one."""
    file = path / JOURNAL if path.is_dir() else path
    try:
        if os.stat(file).st_size > _MOST_BYTES:  # noqa: PTH116 - of what it points to
            raise UserError("This journal is too large to be one.", "Choose another file.")
        return file.read_bytes()
    except OSError as error:
        raise UserError(
            f"“{path.name}” has no journal of print runs.",
            "Choose the folder of a field directory.",
        ) from error


@dataclass(frozen=True, slots=True)
class Returned:
    """What a journal brought: the numbers of runs that are new here, and how many were known.

    ``copied`` are numbers that stand on paper of two copies of one field directory: here the
    second is told under another number.
    """

    number: int
    fresh: tuple[int, ...]
    known: int
    copied: tuple[int, ...] = ()


def take_in(connection: Connection, data: bytes) -> Returned:
    """Keep the runs of a field directory, so that a recall knows of them. Twice is no matter.

    UserError for a journal that is not of a field directory of ours, or was changed.
    """
    number = number_of(data)
    kept = connection.execute(select(SETTING.c.value).where(SETTING.c.key == f"{OUT}{number}"))
    text = kept.scalar()
    if text is None:
        raise UserError(
            f"No field directory with the number {number} was made here.",
            "Open the directory that it was made from.",
        )
    terms = read_terms(text)
    head = _MAGIC + b"%d\n" % number
    nonce, sealed = data[len(head) : len(head) + _NONCE], data[len(head) + _NONCE :]
    try:
        opened = ChaCha20Poly1305(bytes.fromhex(terms.key)).decrypt(nonce, sealed, head)
        runs = [_run(one, terms) for one in json.loads(opened)["runs"]]
    except (InvalidTag, ValueError, KeyError, TypeError) as error:
        raise UserError(
            "The journal of this field directory is damaged or is not ours.",
            "Copy the folder from the other laptop once more.",
        ) from error
    return _kept(connection, number, runs)


def _run(told: dict[str, Any], terms: FieldTerms) -> tuple[Row, list[tuple[int, str, str]]]:
    """A run and its entries, every value looked at. ValueError and its like for any other."""
    row: Row = {name: told[name] for name in _RUN_COLUMNS}
    if not terms.first_run <= row["number"] < terms.first_run + FIRST:
        raise ValueError
    row["state"] = RunState(row["state"]).value
    row["made_at"] = dt.datetime.fromisoformat(row["made_at"])
    row["use_by"] = dt.date.fromisoformat(row["use_by"]) if row["use_by"] else None
    for name in ("id", "layout", "languages", "sha256"):
        if not isinstance(row[name], str):
            raise TypeError(name)
    row["copies"] = int(row["copies"])
    entries = [(int(at), str(owner or ""), str(said)) for at, owner, said in told["entries"]]
    return row, entries


def _kept(
    connection: Connection, number: int, runs: list[tuple[Row, list[tuple[int, str, str]]]]
) -> Returned:
    """Keep runs by their own ids: of two copies of one field directory both are told.

    Both number from the same start, so a run whose number is another's gets the next one that is
    free. One that is known already grows, but never goes back to what it was before.
    """
    known = {
        row["id"]: row
        for row in rows_by(connection, PRINT_RUN, "id", (row["id"] for row, _ in runs))
    }
    taken = set(connection.execute(select(PRINT_RUN.c.number)).scalars())
    stones = select(TOMBSTONE.c.digest).where(TOMBSTONE.c.kind == ID_KIND)
    forgotten = set(connection.execute(stones).scalars())
    events = [row["event_id"] for row, _ in runs if row["event_id"]]
    names = {
        row["id"]: row["name_en"] or row["name_es"]
        for row in rows_by(connection, EVENT, "id", events)
    }
    fresh, copied = [], []
    for row, entries in runs:
        old = known.get(row["id"])
        if old is not None and not _is_later(row, old):
            continue
        row["event_name"] = names.get(row["event_id"], "")
        if old is not None:
            row["number"] = old["number"]
        else:
            if row["number"] in taken:
                copied.append(row["number"])
                row["number"] = next(n for n in count(row["number"]) if n not in taken)
            taken.add(row["number"])
            fresh.append(row["number"])
        connection.execute(delete(PRINT_RUN).where(PRINT_RUN.c.id == row["id"]))
        connection.execute(insert(PRINT_RUN), [row])
        made = [
            {
                "id": new_id(),
                "run_id": row["id"],
                "position": at,
                "business_id": None if _is_gone(owner, forgotten) else owner,
                "printed": "" if _is_gone(owner, forgotten) else said,
            }
            for at, owner, said in entries
        ]
        if made:
            connection.execute(insert(PRINT_RUN_ENTRY), made)
    return Returned(number, tuple(fresh), len(runs) - len(fresh), tuple(copied))


def _is_later(row: Row, old: Row) -> bool:
    """Whether a run that is told again says more than what is known of it."""
    settled = old["state"] == RunState.PENDING and row["state"] != RunState.PENDING
    return bool(settled or row["copies"] > old["copies"])


def _is_gone(owner: str, forgotten: set[str]) -> bool:
    """Whether who was printed has asked to be forgotten meanwhile."""
    return not owner or known_as(owner) in forgotten


class FieldDirectories:
    """Making a field directory at home, and what comes back of it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def content(
        self,
        *,
        codes: Iterable[str] | None,
        events: Sequence[str],
        until: dt.date,
        town_point: "TownPoint | None" = None,
    ) -> "Content":
        """What a field directory would hold: who said yes to print, of ``codes`` or of all.

        HeldError where nothing may leave, so that nobody is told that no owner said yes.
        """
        self._db.refuse_on_hold()
        with self._db.read() as connection:
            return content(
                connection,
                codes=codes,
                events=events,
                until=until,
                days=self._db.clock.days(),
                town_point=town_point,
            )

    def make(
        self,
        path: Path,
        passphrase: str,
        what: "Content",
        *,
        number: int,
        until: dt.date,
        cost: keys.Cost = keys.FULL_COST,
    ) -> FieldTerms:
        """Make a field directory at ``path``, all of it or nothing.

        The key of its journal is kept here; ``number`` is the run under which it leaves.
        UserError for a path that it cannot have.
        """
        terms = FieldTerms(number, until, secrets.token_hex(32))
        with self._db.write() as connection:  # first: a journal that nobody can read is no journal
            keeping.set_setting(connection, f"{OUT}{number}", terms.text())

        def fill_in(draft: Path) -> None:
            opened = Database.open(draft, passphrase=passphrase, write=True, today=self._db.today)
            with opened as made:
                with made.step("field") as step:
                    fill(step, what, terms)
                keep_journal(made, terms)  # of nothing yet, so that it can come home at once

        opening.create(Path(path).absolute(), passphrase, self._db.timezone, cost, fill_in)
        return terms

    def all(self) -> list[FieldTerms]:
        """The field directories that were made from this one, the newest first."""
        with self._db.read() as connection:
            key = SETTING.c.key
            found = connection.execute(select(SETTING.c.value).where(key.startswith(OUT))).scalars()
            return sorted(map(read_terms, found), key=lambda one: -one.number)

    def take_in(self, journal: bytes) -> "Returned":
        """Keep the print runs of a field directory, so that a recall knows of them."""
        with self._db.write() as connection:
            return take_in(connection, journal)
