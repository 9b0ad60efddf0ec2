"""Applying the verdicts of an import: one transaction, one undo step, in bulk."""

from collections.abc import Sequence
from typing import Any

from directory_app.model.draft import Applied, DraftConsent, Verdict, VerdictKind
from directory_app.model.terms import Answer, ReviewState
from directory_app.progress import Progress
from directory_app.store import answers, businesses
from directory_app.store.dossier import Row, owned_rows, rows_by
from directory_app.store.gone import GoneRefusals, Said
from directory_app.store.phones import fresh_rows, phone_rows
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

    The strict rule of consent: a stored no or withdrawal is never overwritten by an import.
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
    consents: list[Row] = []
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
        row = businesses.new_row(draft.values, step, make_code(), state)
        step.another |= {row["id"]} if known else set()
        rows.append(row)
        phones += phone_rows(row["id"], draft.phones)
        given = answers.strictest([*draft.consents, *gone.of(draft).values()])
        consents += [answers.new_row(row["id"], one) for one in given]
    step.insert("business", rows)
    step.insert("phone", phones)
    step.insert("consent", consents)
    applied.created = len(rows)


def _update(step: Step, verdicts: Sequence[Verdict], applied: Applied, progress: Progress) -> None:
    targets = [verdict.target for verdict in verdicts if verdict.target]
    rows = {row["id"]: row for row in rows_by(step.connection, BUSINESS, "id", targets)}
    phones = owned_rows(step.connection, PHONE, targets)
    consents = owned_rows(step.connection, CONSENT, targets)
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
        new, edited = _change(step, row, verdict, phones.setdefault(row["id"], []), state)
        rows[row["id"]] = new
        given = _over_gone(_accepted_answers(verdict), gone.of(verdict.draft))
        asked = _change_consents(step, row["id"], given, consents.setdefault(row["id"], []))
        applied.updated += edited or asked


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


def _change_consents(
    step: Step, business_id: str, given_now: list[tuple[Any, Any]], consents: list[Row]
) -> bool:
    """Record the accepted answers of one row, but none over a refusal.

    Each is (the answer, what to keep where there is none yet).
    """
    changed = False
    for given, fresh in given_now:
        old = next((row for row in consents if row["channel"] == given.channel), None)
        if old is None and given.answer != Answer.NOT_ASKED:
            made = answers.new_row(business_id, fresh)
            step.insert("consent", [made])
            consents.append(made)
            changed = True
        elif old is not None and given.answer == Answer.NOT_ASKED:
            changed |= _hold_back(step, old, consents)
        elif old is not None:
            new = step.update("consent", old, answers.imported(old, given))
            changed |= new is not old
            consents[consents.index(old)] = new
    return changed


def _accepted_answers(verdict: Verdict) -> list[Any]:
    """The answers whose changes are ticked: the draft's own, else what the change itself says."""
    given = {one.channel: one for one in answers.strictest(verdict.draft.consents)}
    found = []
    for change in verdict.changes:
        channel = change.field.removeprefix(CONSENT_PREFIX)
        if not change.accepted or channel == change.field:
            continue
        one = given.get(channel, change.after)
        if isinstance(one, DraftConsent):
            found.append(one)
    return found


def _over_gone(given: list[Any], refused: Said) -> list[tuple[Any, Any]]:
    """Each answer with what was refused in an entry that is gone, where that is stricter."""
    found = []
    for one in given:
        before = [refused[one.channel]] if one.channel in refused else []
        found.append((one, (answers.strictest([one, *before]) or [one])[0]))
    return found


def _hold_back(step: Step, old: Row, consents: list[Row]) -> bool:
    """Take a stored yes out, because a list tells of a limit. A refusal stays."""
    if old["answer"] != Answer.YES:
        return False
    step.delete("consent", [old])
    consents.remove(old)
    return True
