"""What an import compares a list with: the keys of every business, and a few in full.

Raw rows in one pass, so that ten thousand businesses cost a tenth of a second.

Applying the verdicts of an import: one transaction, one undo step, in bulk.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from directory_app.bulk import no_cycle_search
from directory_app.errors import UserError
from directory_app.model.draft import Applied, Draft, DraftConsent, DraftPhone, Verdict, VerdictKind
from directory_app.model.ledger import NOTHING, State, Way
from directory_app.model.terms import Match, ReviewState
from directory_app.progress import Progress, silent
from directory_app.store import businesses, keeping, stops
from directory_app.store.database import Database
from directory_app.store.dossier import Row, fresh_rows, owned_rows, phone_rows, rows_by
from directory_app.store.gone import GoneRefusals, Said
from directory_app.store.ledger import Book, Recorded
from directory_app.store.review import saved_state
from directory_app.store.step import Step
from directory_app.store.tables import BUSINESS, CONSENT, PHONE
from directory_app.store.tombstones import Tombstones, sketches

#: A FieldChange of this field brings the draft's phones that are not there yet.
PHONES = "phones"
#: A FieldChange of "consent.print" (or another channel) brings the draft's answer.
CONSENT_PREFIX = "consent."
TELL_EVERY = 500


def apply(step: Step, verdicts: Sequence[Verdict], progress: Progress) -> Applied:
    """Do what the verdicts say within ``step``. Rows that change nothing count as skipped.

    The ledger decides what becomes of their answers; ``Applied.refused`` tells what it refused.
    """
    applied = Applied(rows=len(verdicts))
    _create(step, [v for v in verdicts if v.kind == VerdictKind.CREATE], applied, progress)
    _update(step, [v for v in verdicts if v.kind == VerdictKind.UPDATE], applied, progress)
    applied.duplicates = sum(v.kind == VerdictKind.DUPLICATE for v in verdicts)
    applied.skipped = applied.rows - applied.created - applied.updated - applied.duplicates
    step.label = str(applied.created + applied.updated)
    return applied


def _create(step: Step, verdicts: Sequence[Verdict], applied: Applied, progress: Progress) -> None:
    if not verdicts:
        return
    rows: list[Row] = []
    phones: list[Row] = []
    book = Book(step, ())
    make_code = businesses.code_maker(step.connection)
    state = saved_state(step.connection)
    tombstones = Tombstones(step.connection)
    gone = GoneRefusals(step.connection)
    for done, verdict in enumerate(verdicts):
        if done % TELL_EVERY == 0:
            progress(done, len(verdicts), "")
        draft = verdict.draft
        known = tombstones.brings_back(draft)
        if known and not verdict.another:
            continue
        step.let_in |= draft.let_in
        row = businesses.new_row(draft.values, step, make_code(), state)
        _stop_words(step, draft, row, {})
        step.another |= {row["id"]} if known else set()
        rows.append(row)
        phones += phone_rows(row["id"], draft.phones)
        book.hold(row["id"], gone.states(draft))
        _tell(applied, draft, book.record(row["id"], draft.consents, Way.IMPORT))
    step.insert("business", rows)
    step.insert("phone", phones)
    book.close()
    applied.created = len(rows)


def _stop_words(step: Step, draft: Draft, values: Row, before: Row) -> None:
    """UserError that names the line, where its words are never kept and nobody let them in."""
    try:
        stops.check("business", values, before, step.let_in)
    except UserError as error:
        raise UserError(f"Line {draft.line}: {error.message}", error.hint) from error


def _update(step: Step, verdicts: Sequence[Verdict], applied: Applied, progress: Progress) -> None:
    targets = [verdict.target for verdict in verdicts if verdict.target]
    rows = {row["id"]: row for row in rows_by(step.connection, BUSINESS, "id", targets)}
    phones = owned_rows(step.connection, PHONE, targets)
    book = Book(step, targets)
    if not verdicts:
        return
    state = saved_state(step.connection)
    gone = GoneRefusals(step.connection)
    tombstones = Tombstones(step.connection)
    here = sketches(step.connection, rows) if tombstones.any else {}
    for done, verdict in enumerate(verdicts):
        if done % TELL_EVERY == 0:
            progress(done, len(verdicts), "")
        row = rows.get(verdict.target or "")
        if row is None:
            continue
        if tombstones.brings_back(verdict.draft, here.get(row["id"])):
            if not verdict.another:
                continue
            step.another.add(row["id"])
        step.let_in |= verdict.draft.let_in
        new, edited = _change(step, row, verdict, phones.setdefault(row["id"], []), state)
        rows[row["id"]] = new
        given = _accepted_answers(verdict)
        _hold_gone(book, row["id"], given, gone.states(verdict.draft))
        before = step.size, book.fresh
        _tell(applied, verdict.draft, book.record(row["id"], given, Way.IMPORT))
        applied.updated += edited or (step.size, book.fresh) != before
    book.close()


def _change(
    step: Step, row: Row, verdict: Verdict, phones: list[Row], state: str
) -> tuple[Row, bool]:
    """Set the accepted fields and add the new phones of one business."""
    accepted = {change.field: change.after for change in verdict.changes if change.accepted}
    fields = accepted.keys() & businesses.EDITABLE - {"review_state"}
    wanted = {name: accepted[name] for name in fields}
    new = step.update("business", row, businesses.with_pin(step, row, wanted))
    edited = new is not row
    if PHONES in accepted:
        fresh = fresh_rows(row["id"], verdict.draft.phones, phones)
        step.insert("phone", fresh)
        phones += fresh
        edited |= bool(fresh)
    if edited and row["review_state"] != ReviewState.ARCHIVED:
        new = step.update("business", new, {"review_state": state})
    return new, edited


def _accepted_answers(verdict: Verdict) -> list[Any]:
    """The answers whose changes are ticked: the draft's own, else what the change itself says."""
    given = {one.channel: one for one in verdict.draft.consents}
    found = []
    for change in verdict.changes:
        channel = change.field.removeprefix(CONSENT_PREFIX)
        if not change.accepted or channel == change.field:
            continue
        one = given.get(channel, change.after)
        if isinstance(one, DraftConsent):
            found.append(one)
    return found


def _hold_gone(book: Book, business_id: str, given: list[Any], gone: list[State]) -> None:
    """What was refused in an entry that is gone holds where this one has no answer yet."""
    named = {one.channel for one in given}
    for state in gone:
        channel = state.present.channel if state.present is not None else ""
        if channel in named and book.state(business_id, channel) == NOTHING:
            book.hold(business_id, [state])


def _tell(applied: Applied, draft: Draft, recorded: Recorded) -> None:
    """Count what the ledger did not let in, by the line of the list and the use."""
    applied.refused += [(draft.line, one.said.channel, one.why.value) for one in recorded.refused]


class MatchKey(NamedTuple):
    """What tells one business from another. ``phones`` are E.164 numbers, extensions apart."""

    id: str
    code: str
    name: str
    name_folded: str
    address_1: str
    address_2: str
    city: str
    postal_code: str
    directions: str
    phones: tuple[str, ...]


@dataclass(slots=True)
class MatchDetail:
    """A business in full, as an update compares it: column values, phones, answers."""

    values: dict[str, Any]
    phones: list[DraftPhone] = field(default_factory=list)
    consents: dict[str, DraftConsent] = field(default_factory=dict)


def keys(connection: Connection) -> list[MatchKey]:
    """The keys of every business, archived ones too: what was taken out is known again."""
    phones: dict[str, list[str]] = defaultdict(list)
    for owner, number in connection.execute(select(PHONE.c.business_id, PHONE.c.number)):
        phones[owner].append(number)
    column = BUSINESS.c
    query = select(
        column.id,
        column.code,
        column.name,
        column.name_folded,
        column.address_1,
        column.address_2,
        column.city,
        column.postal_code,
        column.directions_en,
        column.directions_es,
    )
    return [
        MatchKey(*row[:8], row[8] or row[9], tuple(phones.get(row[0], ())))
        for row in connection.execute(query)
    ]


def details(connection: Connection, ids: Iterable[str]) -> dict[str, MatchDetail]:
    """These businesses in full, by id; one that is gone is left out."""
    wanted = list(dict.fromkeys(ids))
    found = {row["id"]: MatchDetail(row) for row in rows_by(connection, BUSINESS, "id", wanted)}
    for owner, rows in owned_rows(connection, PHONE, wanted).items():
        found[owner].phones = [
            DraftPhone(row["number"], row["extension"], row["type"]) for row in rows
        ]
    for owner, rows in owned_rows(connection, CONSENT, wanted).items():
        found[owner].consents = {row["channel"]: _consent(row) for row in rows}
    return found


def known_of(
    connection: Connection, drafts: Sequence[Draft], targets: Sequence[str | None]
) -> list[Match]:
    """For each draft, whether it would bring back a business that asked to be forgotten."""
    stones = Tombstones(connection)
    if not stones.any:
        return [Match.NONE] * len(drafts)
    here = sketches(connection, {target for target in targets if target})
    return [
        stones.brings_back(draft, here.get(target or ""))
        for draft, target in zip(drafts, targets, strict=True)
    ]


def refused_before(connection: Connection, drafts: Iterable[Draft]) -> list[Said]:
    """For each draft, what its business refused in an entry that is gone, by channel."""
    gone = GoneRefusals(connection)
    return [gone.of(draft) for draft in drafts]


def _consent(row: dict[str, Any]) -> DraftConsent:
    names = ("channel", "answer", "date", "asked_by", "method", "refused_on", "asked_again_on")
    return DraftConsent(**{name: row[name] for name in names})


class Imports:
    """What an import asks before it writes, and taking its verdicts in."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def match_keys(self) -> "list[MatchKey]":
        """What an import compares a list with: the keys of every business, archived ones too."""
        with self._db.read() as connection:
            return keys(connection)

    def match_details(self, ids: Iterable[str]) -> "dict[str, MatchDetail]":
        """These businesses in full, by id, as an update compares them."""
        with self._db.read() as connection:
            return details(connection, ids)

    def forgotten(self, drafts: "Sequence[Draft]", targets: Sequence[str | None]) -> "list[Match]":
        """For each row of a list, whether its business asked to be forgotten.

        ``targets``: the id of the business here that each row is about, or None. What that one
        is known by itself brings nothing back, so it is not asked about again.
        """
        with self._db.read() as connection:
            return known_of(connection, drafts, targets)

    def known_again(self, name: str, phones: Iterable[str], address: str, city: str) -> "Match":
        """Whether a business asked to be forgotten: no, a person has to say, or it stays out."""
        with self._db.read() as connection:
            return Tombstones(connection).match(name, phones, address, city)

    def refused_before(self, drafts: "Iterable[Draft]") -> "list[dict[str, DraftConsent]]":
        """For each row of a list, the refusals of its business in entries that are gone."""
        with self._db.read() as connection:
            return refused_before(connection, drafts)

    def apply(self, verdicts: "Sequence[Verdict]", progress: Progress = silent) -> "Applied":
        """Do what the verdicts of an import say, all of it or nothing."""
        with no_cycle_search(), self._db.step("import") as step:
            applied = apply(step, verdicts, progress)
            applied.action_id = step.finish()
        return applied

    def remembered_columns(self, fingerprint: str) -> dict[str, str] | None:
        """The columns chosen for a list with these headings, None if there was none yet."""
        with self._db.read() as connection:
            return keeping.remembered_columns(connection, fingerprint)

    def remember_columns(self, fingerprint: str, columns: dict[str, str]) -> None:
        """Keep the columns chosen for a list with these headings."""
        with self._db.write() as connection:
            keeping.remember_columns(connection, fingerprint, columns)
