"""A packet that a person looked over comes in: one transaction, one undo step.

What is here may have changed since it was looked at. So each business is compared once more, a
choice counts only where both values are still those that were shown, and what has no choice (a
no, what hides more) is taken as it is now.
"""

import datetime as dt
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, select

from directory_app.bulk import no_cycle_search
from directory_app.model import compare
from directory_app.model.compare import ARCHIVED, Line
from directory_app.model.draft import Draft, DraftPhone
from directory_app.model.fields import UNITS
from directory_app.model.ids import new_id
from directory_app.model.ledger import NOTHING, REFUSALS, Way
from directory_app.model.packet import FREE_TEXTS, Contents, Entry, Packet, Plain, phone_key
from directory_app.model.packet_review import Applied, Choice, RowKind
from directory_app.model.packet_review import Row as Looked
from directory_app.model.terms import Answer, Channel, ReviewState
from directory_app.progress import Progress, silent
from directory_app.store import businesses, keeping, ledger, packets, stops
from directory_app.store.database import Database
from directory_app.store.dossier import Row, confidential_numbers, owned_rows, rows_by
from directory_app.store.gone import GoneRefusals
from directory_app.store.ledger import Book, Recorded
from directory_app.store.review import saved_state
from directory_app.store.step import Step
from directory_app.store.tables import BUSINESS, CONSENT, CONTACT, PHONE
from directory_app.store.tombstones import Sketch, Tombstones

TELL_EVERY = 50


def apply(
    step: Step, packet: Packet, rows: Sequence[Looked], today: dt.date, progress: Progress
) -> Applied:
    """Do what the rows say, all of it within ``step``."""
    coming = _Coming(step, packet, today)
    coming.expect(row.target for row in rows if row.compared)
    for done, row in enumerate(rows):
        if done % TELL_EVERY == 0:
            progress(done, len(rows), "writing")
        coming.take(row)
    progress(len(rows), len(rows), "writing")
    step.label = packet.by or packet.name
    return coming.applied()


class _Coming:
    """One packet on its way in."""

    def __init__(self, step: Step, packet: Packet, today: dt.date) -> None:
        self._step, self._packet, self._today = step, packet, today
        self._met = packets.meet(step.connection, packet)
        self._stones = Tombstones(step.connection)
        self._gone = GoneRefusals(step.connection)
        self._state = saved_state(step.connection)
        self._make_code = businesses.code_maker(step.connection)
        self._codes = set(step.connection.execute(select(BUSINESS.c.code)).scalars())
        self._contacts = set(step.connection.execute(select(CONTACT.c.id)).scalars())
        self._kept = _Kept(step.connection, ())
        self._added: set[str] = set()
        self._changed: set[str] = set()
        self._withdrew: list[str] = []
        self._refused = self._archived = self._left = self._late = self._held_back = 0
        self._kept_out: list[tuple[str, str, str]] = []

    def applied(self) -> Applied:
        return Applied(
            added=len(self._added),
            changed=len(self._changed),
            refused=self._refused,
            withdrew=tuple(self._withdrew),
            archived=self._archived,
            left=self._left,
            late=self._late,
            known=self._held_back,
            kept_out=tuple(self._kept_out),
        )

    def expect(self, targets: Iterable[str]) -> None:
        """Read these in one go: one by one, asking would take longer than changing."""
        self._kept = _Kept(self._step.connection, targets)

    def take(self, row: Looked) -> None:
        """One row."""
        if row.kind is RowKind.WITHDREW:
            self._withdraw(row.target)
        elif row.kind is RowKind.GONE:
            if row.choice is Choice.ARCHIVE:
                self._archive(row.target)
        elif row.added:
            self._add(row)
        elif row.compared and row.entry is not None:
            self._change(row, row.entry)
        elif row.kind in (RowKind.NEW, RowKind.LIKE, RowKind.KNOWN):
            self._left += 1

    # -- what was forgotten or deleted there

    def _withdraw(self, target: str) -> None:
        """No use any more, and in no list. Forgetting it is a deed of its own: it is final."""
        found = rows_by(self._step.connection, BUSINESS, "id", [target])
        if not found:
            return
        said = [
            SimpleNamespace(channel=channel.value, answer=Answer.WITHDRAWN.value, date=self._today)
            for channel in Channel
        ]
        ledger.record(self._step, target, said, Way.PACKET)
        self._step.update("business", found[0], {"review_state": ReviewState.ARCHIVED.value})
        self._withdrew.append(target)

    def _archive(self, target: str) -> None:
        for row in rows_by(self._step.connection, BUSINESS, "id", [target]):
            self._step.update("business", row, {"review_state": ReviewState.ARCHIVED.value})
            self._archived += 1

    # -- new ones

    def _add(self, looked: Looked) -> None:
        entry = looked.entry
        assert entry is not None
        known = self._met.known[entry.id]
        if known.kind is not RowKind.NEW or (self._known_again(entry) and not looked.another):
            self._late += 1
            return
        values = self._kept_words(entry, looked.held)
        state = ReviewState.ARCHIVED.value if entry.archived else self._state
        row = businesses.new_row(
            values | {"id": entry.id}, self._step, self._code(entry.code), state
        )
        if stops.stopped("business", row, {}, self._step.let_in):
            self._left += 1  # words where no text is: a name, a town. Nobody could let them in
            return
        self._step.another |= {entry.id} if looked.another else set()
        self._step.insert("business", [row])
        self._step.insert("phone", _phone_rows(entry.id, entry.phones))
        dropped = {line.unit for line in looked.held if not line.take}
        contacts = [
            one
            for one in entry.contacts
            if compare.CONTACT + one["id"] not in dropped
            and not stops.stopped("contact", one, {}, self._step.let_in)
        ]
        self._step.insert("contact", [self._contact_row(entry.id, one) for one in contacts])
        book = Book(self._step, ())
        book.hold(entry.id, self._gone.states(_draft(entry)))
        self._tell(entry, book.record(entry.id, [_said(one) for one in entry.answers], Way.PACKET))
        book.close()
        self._note(row, entry)
        self._added.add(entry.id)

    def _known_again(self, entry: Entry) -> bool:
        return bool(self._stones.brings_back(_draft(entry)))

    def _kept_words(self, entry: Entry, held: Iterable[Line]) -> Plain:
        """The values without words that are never kept, but for those that a person let in."""
        let_in = {line.unit for line in held if line.take}
        self._let_in(line for line in held if line.take)
        stopped = {line.unit for line in compare.held_words(entry)} - let_in
        return entry.values | {name: "" for name in stopped if name in FREE_TEXTS}

    def _let_in(self, lines: Iterable[Line]) -> None:
        """Tell the step which words a person read and took."""
        for line in lines:
            if line.theirs is not None and line.why == "words":
                self._step.let_in |= {one for one in line.theirs.values() if isinstance(one, str)}

    def _stopped(self, line: Line, row: Row, entry: Entry) -> bool:
        """Whether a line brings words that are never kept, and nobody let them in: it is left."""
        if line.theirs is None:
            return False
        if line.unit in UNITS:
            stopped = stops.stopped("business", entry.unit(line.unit), row, self._step.let_in)
        elif line.unit.startswith(compare.CONTACT):
            stopped = stops.stopped("contact", line.theirs, line.ours or {}, self._step.let_in)
        else:
            return False
        self._left += stopped
        return stopped

    def _code(self, wanted: str) -> str:
        """Its own code, so that both laptops call it the same, if it is free here."""
        code = wanted if wanted and wanted not in self._codes else self._make_code()
        while code in self._codes:
            code = self._make_code()
        self._codes.add(code)
        return code

    def _contact_row(self, owner: str, contact: Plain) -> Row:
        one = contact["id"] if contact["id"] not in self._contacts else new_id()
        self._contacts.add(one)
        return contact | {"id": one, "business_id": owner}

    # -- those that are here

    def _change(self, looked: Looked, entry: Entry) -> None:
        found = self._kept.of(looked.target)
        if found is None:
            self._late += 1
            return
        row, owned = found
        before, ours = self._step.size, packets.entry_of(row, owned)
        known = self._met.known[entry.id]
        direct = known.target == looked.target and known.kind is RowKind.CHANGED
        base = known.base if direct else None
        lines = self._chosen(looked, compare.compare(ours, entry, base, self._today))
        if looked.kind is RowKind.MERGED:
            lines = [
                line for line in lines if line.unit.startswith(compare.CONSENT) and refuses(line)
            ]
        lines = self._without_forgotten(row, owned, entry, lines)
        self._let_in(lines)
        lines = [line for line in lines if not self._stopped(line, row, entry)]
        edited = self._edit(row, owned, entry, lines)
        self._consents(row["id"], ours, entry, lines)
        if self._step.size > before:
            self._changed.add(row["id"])
        fresh = base is None or base != entry.base()
        if looked.kind is not RowKind.MERGED and fresh and not known.older:
            self._note(row, entry)
        if edited is not None and edited["review_state"] != ReviewState.ARCHIVED:
            # as after an import: approved by one person alone, else a second one has to look
            self._step.update("business", edited, {"review_state": self._state})

    def _without_forgotten(
        self, row: Row, owned: dict[str, list[Row]], entry: Entry, lines: list[Line]
    ) -> list[Line]:
        """The lines but for those that make it like a business that asked to be forgotten."""
        said = [line for line in lines if line.theirs is not None and _says_who(line)]
        if not (said and self._stones.any):
            return lines
        units = {line.unit for line in said}
        values = {
            name: value for one in units & set(UNITS) for name, value in entry.unit(one).items()
        }
        numbers = [
            line.theirs["number"] for line in said if line.theirs and "number" in line.theirs
        ]
        after = Draft(0, values, [DraftPhone(number) for number in numbers])
        own = tuple(phone["number"] for phone in owned["phone"])
        if not self._stones.brings_back(
            after, Sketch(row["name"], row["address_1"], row["city"], own)
        ):
            return lines
        self._held_back += len(said)
        return [line for line in lines if line not in said]

    def _chosen(self, looked: Looked, fresh: list[Line]) -> list[Line]:
        """The lines as they are now, with the choices of before where they still fit."""
        shown = {line.unit: line for line in looked.lines}
        for line in fresh:
            if line.fixed and line.why != "with_address":
                continue
            old = shown.get(line.unit)
            if old is not None and (old.ours, old.theirs) == (line.ours, line.theirs):
                line.take = old.take
            else:
                self._late += bool(line.take)
                line.take = False
        return [line for line in fresh if line.take]

    def _edit(
        self, row: Row, owned: dict[str, list[Row]], entry: Entry, lines: list[Line]
    ) -> Row | None:
        """The row as it is afterwards; None where nothing of it was changed."""
        wanted: Row = {}
        for line in lines:
            if line.unit in UNITS:
                wanted |= entry.unit(line.unit)
            elif line.unit == ARCHIVED:
                wanted["review_state"] = ReviewState.ARCHIVED.value
        moves = any(line.unit == "address" for line in lines)
        if moves and not compare.hand_placed(row):
            wanted |= entry.unit("pin")
        new = self._step.update("business", row, businesses.with_pin(self._step, row, wanted))
        called = self._phones(row["id"], owned["phone"], entry, lines)
        self._owners(row["id"], owned["contact"], lines)
        return new if called or new is not row else None

    def _phones(self, owner: str, had: list[Row], entry: Entry, lines: list[Line]) -> bool:
        """Numbers come, go and change; what one of both keeps confidential stays so."""
        kept = list(had)
        by_key = {phone_key(row): row for row in kept}
        before = self._step.size
        for line in lines:
            if not line.unit.startswith(compare.PHONE):
                continue
            old = by_key.get(line.unit.removeprefix(compare.PHONE))
            if line.theirs is None and old is not None:
                self._step.delete("phone", [old])
                kept.remove(old)
            elif line.theirs is not None and old is None:
                kept += (made := _phone_rows(owner, [line.theirs], len(kept)))
                self._step.insert("phone", made)
            elif line.theirs is not None and old is not None:
                kept[kept.index(old)] = self._step.update("phone", old, line.theirs)
        secret = confidential_numbers(kept) | confidential_numbers(entry.phones)
        secret |= {one["number"] for one in by_key.values() if one["confidential"]}
        for row in kept:
            if row["number"] in secret:
                self._step.update("phone", row, {"confidential": True})
        return self._step.size > before

    def _owners(self, owner: str, had: list[Row], lines: list[Line]) -> None:
        by_id = {row["id"]: row for row in had}
        for line in lines:
            if not line.unit.startswith(compare.CONTACT):
                continue
            old = by_id.get(line.unit.removeprefix(compare.CONTACT))
            if line.theirs is None and old is not None:
                self._step.delete("contact", [old])
            elif line.theirs is not None and old is None:
                self._step.insert("contact", [self._contact_row(owner, line.theirs)])
            elif line.theirs is not None and old is not None:
                self._step.update("contact", old, line.theirs)

    def _consents(self, owner: str, ours: Entry, theirs: Entry, lines: list[Line]) -> None:
        book = Book(self._step, [owner])
        gone = {one.present.channel: one for one in self._gone.states(_draft(ours)) if one.present}
        for line in lines:
            if not line.unit.startswith(compare.CONSENT):
                continue
            channel = line.unit.removeprefix(compare.CONSENT)
            if book.state(owner, channel) == NOTHING and channel in gone:
                book.hold(owner, [gone[channel]])
            said = line.theirs or {"channel": channel, "answer": Answer.NOT_ASKED.value}
            done = book.record(owner, [_said(said)], Way.PACKET)
            self._refused += sum(not one.is_yes for one in done.kept)
            self._tell(theirs, done)
        book.close()

    def _tell(self, entry: Entry, done: Recorded) -> None:
        """Count the answers that the ledger did not let in, by business and use."""
        self._kept_out += [(entry.name, one.said.channel, one.why.value) for one in done.refused]

    def _note(self, row: Row, entry: Entry) -> None:
        self._step.note("business", row, packets.NOTE, packets.note_of(self._packet, entry))


class _Kept:
    """Businesses with what belongs to them, each read once; one that was handed out is dropped.

    It is about to be changed: whoever asks for it again gets it as it is then.
    """

    def __init__(self, connection: Connection, ids: Iterable[str]) -> None:
        self._connection = connection
        self._rows: dict[str, Row] = {}
        self._owned: dict[str, dict[str, list[Row]]] = {}
        self._read(ids)

    def of(self, one: str) -> tuple[Row, dict[str, list[Row]]] | None:
        """Its row, and its telephones, contacts and answers by table; None if it is gone."""
        if one not in self._rows:
            self._read([one])
        row = self._rows.pop(one, None)
        if row is None:
            return None
        return row, {name: some.pop(one, []) for name, some in self._owned.items()}

    def _read(self, ids: Iterable[str]) -> None:
        wanted = list(dict.fromkeys(ids))
        self._rows |= {row["id"]: row for row in rows_by(self._connection, BUSINESS, "id", wanted)}
        for table in (PHONE, CONTACT, CONSENT):
            some = self._owned.setdefault(table.name, {})
            some |= owned_rows(self._connection, table, wanted)


def refuses(line: Line) -> bool:
    """Whether it is an answer that comes in, and a no."""
    if not line.unit.startswith(compare.CONSENT) or line.theirs is None:
        return False
    return line.theirs["answer"] in REFUSALS


def _says_who(line: Line) -> bool:
    """Whether by what it brings a business may be known again."""
    return line.unit in ("name", "address") or line.unit.startswith(compare.PHONE)


def _said(answer: Plain) -> Any:
    return SimpleNamespace(**answer)


def _phone_rows(owner: str, phones: Iterable[Plain], first: int = 0) -> list[Row]:
    given = list(phones)
    secret = confidential_numbers(given)
    return [
        one
        | {
            "id": new_id(),
            "business_id": owner,
            "position": position,
            "confidential": one["number"] in secret,
        }
        for position, one in enumerate(given, first)
    ]


def _draft(entry: Entry) -> Draft:
    """A business as tombstones and refusals know one again."""
    phones = [DraftPhone(one["number"], one["extension"]) for one in entry.phones]
    return Draft(0, dict(entry.values), phones)


class Packets:
    """One encrypted file for another laptop, and back."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def entries(self, ids: Sequence[str]) -> "list[Entry]":
        """These businesses whole, as a packet compares them; who is gone is left out."""
        with self._db.read() as connection:
            return packets.entries(connection, ids)

    def contents(self, ids: Sequence[str], *, private: bool) -> Contents:
        """What a packet of these would have in it; without ``private`` no notes and contacts."""
        self._db.refuse_on_hold()
        with self._db.read() as connection:
            return packets.contents(connection, ids, private=private)

    def gone(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Digests of the ids of businesses that were forgotten here, and that were deleted."""
        with self._db.read() as connection:
            return packets.gone(connection)

    def match(self, packet: "Packet") -> packets.Met:
        """Which of its businesses are here, and what both laptops knew of them."""
        with self._db.read() as connection:
            return packets.meet(connection, packet)

    def directory_id(self) -> str:
        """The random id by which other laptops know this directory; made at the first packet."""
        known = self._db.browser.setting(packets.DIRECTORY_ID)
        if known:
            return known
        made = secrets.token_hex(16)
        with self._db.write() as connection:
            keeping.set_setting(connection, packets.DIRECTORY_ID, made)
        return made

    def apply(
        self, packet: "Packet", rows: "Sequence[Looked]", progress: Progress = silent
    ) -> "Applied":
        """Take in what a person chose, all of it or nothing, as one step."""
        with no_cycle_search(), self._db.step("packet") as step:
            applied = apply(step, packet, rows, self._db.today(), progress)
            return replace(applied, action_id=step.finish())
