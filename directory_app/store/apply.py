"""Applying the verdicts of an import: one transaction, one undo step, in bulk."""

from collections.abc import Sequence
from typing import Any

from directory_app.errors import UserError
from directory_app.model.draft import Applied, Draft, DraftConsent, Verdict, VerdictKind
from directory_app.model.ledger import NOTHING, State, Way
from directory_app.model.terms import ReviewState
from directory_app.progress import Progress
from directory_app.store import businesses, stops
from directory_app.store.dossier import Row, owned_rows, rows_by
from directory_app.store.gone import GoneRefusals
from directory_app.store.ledger import Book, Recorded
from directory_app.store.phones import fresh_rows, phone_rows
from directory_app.store.review import saved_state
from directory_app.store.step import Step
from directory_app.store.tables import BUSINESS, PHONE
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
