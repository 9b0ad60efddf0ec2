"""What a packet takes out of a directory, and what the directory knows of one that comes in.

What both laptops knew of a business when it last went over is kept as digests: of one that was
sent in its print run, of one that came in as a fact in its history. So it is forgotten with the
business, and undoing the packet takes it back.
"""

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, select

from directory_app.model.never_collect import find
from directory_app.model.packet import (
    ANSWER_FIELDS,
    COLUMNS,
    CONTACT_FIELDS,
    FREE_TEXTS,
    LAYOUT,
    PHONE_FIELDS,
    Base,
    Contents,
    Entry,
    Packet,
    known_as,
)
from directory_app.model.packet_review import RowKind
from directory_app.model.terms import Answer, ReviewState
from directory_app.store.dossier import CHUNK, Row, owned_rows, rows_by
from directory_app.store.search import chunks
from directory_app.store.tables import (
    ACTION,
    BUSINESS,
    CHANGE,
    CONSENT,
    CONTACT,
    MERGED,
    PHONE,
    PRINT_RUN,
    PRINT_RUN_ENTRY,
    TOMBSTONE,
)
from directory_app.store.tombstones import ID_KIND

#: The fact in a history that says what came by packet.
NOTE = "packet"
#: The setting with the random id by which other laptops know this directory.
DIRECTORY_ID = "directory_id"
#: An entry tells at most so many packets by which it was seen.
_SEEN = 50


def entries(connection: Connection, ids: Sequence[str]) -> list[Entry]:
    """These businesses as a packet has them, in the order asked."""
    rows = {row["id"]: row for row in rows_by(connection, BUSINESS, "id", ids)}
    found = [one for one in ids if one in rows]
    owned = {
        table.name: owned_rows(connection, table, found) for table in (PHONE, CONTACT, CONSENT)
    }
    notes, merged = _notes(connection), _merged_into(connection)
    made = []
    for one in found:
        entry = entry_of(rows[one], {name: some.get(one, []) for name, some in owned.items()})
        told = notes.get(one, [])
        entry.also = tuple(sorted({note.told_as for note in told} - {one}))
        entry.seen = tuple(dict.fromkeys(note.packet for note in reversed(told)))[:_SEEN]
        entry.merged = tuple(merged.get(one, ()))
        made.append(entry)
    return made


_NOT_ASKED = Answer.NOT_ASKED.value


def entry_of(row: Row, owned: Mapping[str, list[Row]]) -> Entry:
    """A stored business with its telephones, contacts and answers, by table, as an Entry."""

    def some(table: str, fields: tuple[str, ...]) -> list[Row]:
        return [{name: one[name] for name in fields} for one in owned[table]]

    return Entry(
        id=row["id"],
        code=row["code"],
        values={name: row[name] for name in COLUMNS},
        phones=some("phone", PHONE_FIELDS),
        contacts=some("contact", CONTACT_FIELDS),
        answers=[one for one in some("consent", ANSWER_FIELDS) if one["answer"] != _NOT_ASKED],
        archived=row["review_state"] == ReviewState.ARCHIVED,
    )


def contents(connection: Connection, ids: Sequence[str], *, private: bool) -> Contents:
    """What a packet of these businesses would have in it, by counting rows alone."""
    total = Contents()
    for some in chunks(list(ids), CHUNK):
        total += _contents(connection, some, private=private)
    return total


def _contents(connection: Connection, ids: Sequence[str], *, private: bool) -> Contents:
    here = connection.execute(
        select(*(BUSINESS.c[name] for name in FREE_TEXTS)).where(BUSINESS.c.id.in_(ids))
    ).all()
    stopped = [[bool(text) and bool(find(text)) for text in row] for row in here]
    note = FREE_TEXTS.index("note")
    owners = Counter[str]()
    held: set[str] = set()
    said = select(CONTACT.c.business_id, CONTACT.c.note).where(CONTACT.c.business_id.in_(ids))
    for owner, text in connection.execute(said):
        owners[owner] += 1
        if text and find(text):
            held.add(owner)
    numbers = select(func.count(), func.sum(PHONE.c.confidential)).where(
        PHONE.c.business_id.in_(ids)
    )
    phones, confidential = connection.execute(numbers).one()
    asked = select(func.count()).where(CONSENT.c.business_id.in_(ids))
    kept = (bool(row[note]) and not words[note] for row, words in zip(here, stopped, strict=True))
    texts = sum(sum(words) - (0 if private else words[note]) for words in stopped)
    return Contents(
        businesses=len(here),
        phones=int(phones),
        confidential=int(confidential or 0),
        contacts=sum(n for owner, n in owners.items() if owner not in held) if private else 0,
        notes=sum(kept) if private else 0,
        answers=int(connection.execute(asked).scalar() or 0),
        words=texts + (len(held) if private else 0),
    )


def gone(connection: Connection) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Digests of the ids of businesses that were forgotten here, and of those deleted."""
    merged = {dropped for some in _merged_into(connection).values() for dropped in some}
    deleted = {known_as(one) for one in _deleted(connection) - merged}
    return tuple(sorted(_forgotten(connection))), tuple(sorted(deleted))


# -- a packet that comes in


@dataclass(slots=True)
class Known:
    """What is known here of one business of a packet: ``kind`` NEW, CHANGED, MERGED, ...

    ``target`` is its id here ("" without), ``base`` what both knew of it. ``older``: a later
    packet of the same directory brought it already.
    """

    kind: RowKind
    target: str = ""
    base: Base | None = None
    older: bool = False


@dataclass(slots=True)
class Met:
    """What is known here of a whole packet.

    ``known``: by the ids that the packet uses. ``merged_there``: (our id, their entry's id) of
    ours that they merged into another. ``withdrew`` and ``gone``: our ids of businesses that
    were forgotten or deleted there.
    """

    known: dict[str, Known] = field(default_factory=dict)
    merged_there: list[tuple[str, str]] = field(default_factory=list)
    withdrew: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def meet(connection: Connection, packet: Packet) -> Met:
    """Find the businesses of a packet among ours."""
    return _Meeting(connection, packet).met()


class _Meeting:
    def __init__(self, connection: Connection, packet: Packet) -> None:
        self._connection, self._packet = connection, packet
        self._there = set(connection.execute(select(BUSINESS.c.id)).scalars())
        self._notes = _notes(connection)
        self._told_as = {note.told_as: one for one, notes in self._notes.items() for note in notes}
        self._kept = {
            dropped: kept for kept, some in _merged_into(connection).items() for dropped in some
        }
        self._forgotten, self._deleted = _forgotten(connection), _deleted(connection)

    def met(self) -> Met:
        found = Met({entry.id: self._one(entry) for entry in self._packet.entries})
        direct = {one.target for one in found.known.values() if one.kind is RowKind.CHANGED}
        bases = self._bases(found)
        for entry in self._packet.entries:
            known = found.known[entry.id]
            known.base = bases.get(entry.id)
            known.older = self._is_older(known.target)
            if known.older:
                # what it says was compared before: only what holds back counts again
                known.base = entry.base()
            found.merged_there += (
                (ours, entry.id)
                for one in entry.merged
                if (ours := self._ours(one)) and ours not in direct
            )
        self._gone_there(found, direct)
        return found

    def _one(self, entry: Entry) -> Known:
        names = (entry.id, *entry.also)
        for one in names:
            if ours := self._ours(one):
                return Known(RowKind.CHANGED, ours)
        if any(known_as(one) in self._forgotten for one in names):
            return Known(RowKind.BLOCKED)
        for one in names:
            if kept := self._merged(one):
                return Known(RowKind.MERGED, kept)
        if any(one in self._deleted for one in names):
            return Known(RowKind.DELETED)
        return Known(RowKind.NEW)

    def _ours(self, one: str) -> str:
        told = self._told_as.get(one, "")
        return one if one in self._there else told if told in self._there else ""

    def _merged(self, one: str) -> str:
        seen: set[str] = set()
        while one in self._kept and one not in seen:
            seen.add(one)
            one = self._kept[one]
        return one if seen and one in self._there else ""

    def _is_older(self, target: str) -> bool:
        return any(
            note.number > self._packet.number
            for note in self._notes.get(target, ())
            if note.directory == self._packet.directory
        )

    def _gone_there(self, found: Met, direct: set[str]) -> None:
        withdrew, deleted = set(self._packet.withdrew), set(self._packet.deleted)
        if not (withdrew or deleted):
            return
        for one in sorted(self._there - direct):
            told = {known_as(one), *(known_as(note.told_as) for note in self._notes.get(one, ()))}
            if told & withdrew:
                found.withdrew.append(one)
            elif told & deleted:
                found.gone.append(one)

    def _bases(self, found: Met) -> dict[str, Base]:
        """Of each business the last state that both knew."""
        sent = _sent(self._connection, {one.target for one in found.known.values() if one.target})
        bases: dict[str, Base] = {}
        for entry in self._packet.entries:
            target = found.known[entry.id].target
            told = [
                (note.at, note.base)
                for note in self._notes.get(target, ())
                if note.directory == self._packet.directory
            ]
            known = {*entry.seen, self._packet.id}
            told += [(at, base) for at, packet, base in sent.get(target, ()) if packet in known]
            if told:
                bases[entry.id] = Base.of(max(told, key=lambda one: one[0])[1])
        return bases


def note_of(packet: Packet, entry: Entry) -> dict[str, Any]:
    """The fact that an entry came by a packet, as the history keeps it."""
    return {
        "packet": packet.id,
        "directory": packet.directory,
        "number": packet.number,
        "id": entry.id,
        "base": entry.base().plain(),
    }


@dataclass(frozen=True, slots=True)
class _Note:
    """A packet by which a business came here, from which directory, and as what."""

    at: dt.datetime
    packet: str
    directory: str
    number: int
    told_as: str
    base: dict[str, Any]


def _notes(connection: Connection) -> dict[str, list[_Note]]:
    """By business, the packets by which it came, the last one last."""
    query = (
        select(CHANGE.c.row, CHANGE.c.at, CHANGE.c.replacement_value)
        .join(ACTION, ACTION.c.id == CHANGE.c.action_id)
        .where(
            ACTION.c.kind == NOTE,
            ACTION.c.undone.is_(False),
            CHANGE.c.table == BUSINESS.name,
            CHANGE.c.field == NOTE,
        )
        .order_by(CHANGE.c.id)
    )
    found: dict[str, list[_Note]] = defaultdict(list)
    for row, at, text in connection.execute(query):
        told = json.loads(text)
        who = (told["packet"], told["directory"], int(told.get("number", 0)))
        found[row].append(_Note(at, *who, told["id"], told["base"]))
    return found


def _sent(
    connection: Connection, ids: Iterable[str]
) -> dict[str, list[tuple[dt.datetime, str, dict[str, Any]]]]:
    """By business, (when, packet, base) of the packets that it was sent in."""
    wanted = set(ids)
    query = (
        select(PRINT_RUN.c.made_at, PRINT_RUN_ENTRY.c.business_id, PRINT_RUN_ENTRY.c.printed)
        .join(PRINT_RUN, PRINT_RUN.c.id == PRINT_RUN_ENTRY.c.run_id)
        .where(PRINT_RUN.c.layout == LAYOUT, PRINT_RUN_ENTRY.c.business_id.is_not(None))
    )
    found: dict[str, list[tuple[dt.datetime, str, dict[str, Any]]]] = defaultdict(list)
    for made_at, owner, printed in connection.execute(query):
        if owner in wanted and "base" in (told := json.loads(printed or "{}")):
            found[owner].append((made_at, told["packet"], told["base"]))
    return found


def _merged_into(connection: Connection) -> dict[str, list[str]]:
    """By business, the ids of entries that merges which stand took into it."""
    query = (
        select(CHANGE.c.row, CHANGE.c.replacement_value)
        .join(ACTION, ACTION.c.id == CHANGE.c.action_id)
        .where(ACTION.c.kind == "merge", ACTION.c.undone.is_(False), CHANGE.c.field == MERGED)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for kept, dropped in connection.execute(query):
        found[kept].append(json.loads(dropped))
    return found


def _deleted(connection: Connection) -> set[str]:
    """The ids of businesses that were here and are not any more."""
    query = (
        select(CHANGE.c.row)
        .join(ACTION, ACTION.c.id == CHANGE.c.action_id)
        .where(
            CHANGE.c.table == BUSINESS.name,
            CHANGE.c.field == "",
            CHANGE.c.replacement_value.is_(None),
            ACTION.c.undone.is_(False),
            CHANGE.c.row.not_in(select(BUSINESS.c.id)),
        )
    )
    return set(connection.execute(query).scalars())


def _forgotten(connection: Connection) -> set[str]:
    query = select(TOMBSTONE.c.digest).where(TOMBSTONE.c.kind == ID_KIND)
    return set(connection.execute(query).scalars())
