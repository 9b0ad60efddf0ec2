"""An owner takes everything back: who got paper is listed, then the business is forgotten.

Ending the hold of a restored directory: a named person says who refused since its backup.

Forgetting a business: every row, every word of it in the history, and what came of it.

Not an undo step, and none can bring it back: its changes are gone from the steps. What stays
are tombstones (keyed hashes) and the place that it had in print runs. What others say of it is
looked for in every text there is (store/redaction.py).
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select, update

from directory_app.errors import UserError
from directory_app.model import known_again
from directory_app.model.draft import DraftConsent
from directory_app.model.ledger import Way
from directory_app.model.mentions import Mentions, Settled, Twin, UnsettledError
from directory_app.model.recall import RecallList, RecallRun, Withdrawn
from directory_app.model.redaction import Identity
from directory_app.model.terms import Answer, Channel, Match, RunState
from directory_app.model.text import fold
from directory_app.progress import Progress, silent
from directory_app.store import (
    dossier,
    hold,
    homes,
    ledger,
    outbound,
    pairs,
    search,
    tombstones,
    traces,
    verifying,
)
from directory_app.store.backups import Backups
from directory_app.store.database import Database
from directory_app.store.dossier import Dossier, Row, find_row, owned_rows, rows_by
from directory_app.store.keeping import draft_rows, set_setting
from directory_app.store.redaction import CERTAIN_ALONE, Sweep, Swept
from directory_app.store.step import Step
from directory_app.store.tables import (
    ACTION,
    BUSINESS,
    CHANGE,
    CONSENT,
    EDIT_DRAFT,
    EVENT,
    EVENT_ENTRY,
    MERGED,
    NOT_DUPLICATE,
    PHONE,
    PRINT_RUN,
    PRINT_RUN_ENTRY,
    SETTING,
)
from directory_app.store.tombstones import sketches
from directory_app.store.traces import Traces, changes_of, deleted_twins


def forget(
    connection: Connection,
    ids: Iterable[str],
    settled: Settled = CERTAIN_ALONE,
    progress: Progress = silent,
) -> Swept:
    """Take businesses out with all that is known of them, and those merged into them.

    Their tombstones have to stand already (``bury``). Then the texts of others are swept;
    UnsettledError where one may name them and nobody said whether it does.
    """
    what = Identity()
    for one in ids:
        traces = Traces(connection, one)
        what |= traces.identity()
        _beside(traces)
        _history(traces)
        rows = rows_by(connection, BUSINESS, "id", traces.ids)
        search.forget(connection, [row["row_id"] for row in rows])
        # phones, answers, contacts, choices and "not the same" go along by their references
        connection.execute(delete(BUSINESS).where(BUSINESS.c.id.in_(traces.ids)))
    if what == Identity():
        return Swept()
    swept = Sweep(connection, what, progress=progress).run(settled)
    open_ones = tuple(one for one in swept.likely if settled.says(one) is None)
    if open_ones:
        raise UnsettledError(open_ones)
    return swept


def twins(connection: Connection, business_id: str) -> tuple[Twin, ...]:
    """Other entries with its name, telephone, e-mail or page: perhaps the same, entered twice."""
    traces = Traces(connection, business_id)
    what = traces.identity()
    shares: dict[str, set[str]] = defaultdict(set)
    for kind, column, values in (
        ("name", BUSINESS.c.name_folded, {fold(name) for name in what.names}),
        ("email", func.lower(BUSINESS.c.email), {one.lower() for one in what.emails}),
        ("site", BUSINESS.c.website, what.sites),
    ):
        query = select(BUSINESS.c.id).where(column.in_(sorted(filter(None, values))))
        for one in connection.execute(query).scalars():
            shares[one].add(kind)
    for row in rows_by(connection, PHONE, "number", sorted(what.phones)):
        shares[row["business_id"]].add("phone")
    rows = rows_by(connection, BUSINESS, "id", shares.keys() - set(traces.ids))
    found = (Twin(row["code"], row["name"], tuple(sorted(shares[row["id"]]))) for row in rows)
    return tuple(sorted(found, key=lambda twin: twin.code))


def bury(connection: Connection, business_id: str, on: dt.date) -> None:
    """Set a stone for each name of a business at each of its places, with all its numbers."""
    traces = Traces(connection, business_id)
    numbers = sorted(traces.numbers)
    marks = {(fold(name), *place) for name in traces.names for place in traces.addresses}
    for name, address, city in sorted(marks):
        tombstones.bury(connection, name=name, phones=numbers, address=address, city=city, on=on)
    tombstones.bury_ids(connection, traces.ids, on)


def _beside(traces: Traces) -> None:
    """What came of it in other tables: requests, answers, drafts, print runs."""
    connection = traces.connection
    outbound.forget(connection, traces.ids)
    homes.forget_no_homes(connection, traces.ids)
    verifying.forget(connection, traces.ids)
    connection.execute(delete(EDIT_DRAFT).where(EDIT_DRAFT.c.row.in_(draft_rows(traces.ids))))
    printed = [row["id"] for row in traces.printed_entries()]
    mine = update(PRINT_RUN_ENTRY).where(PRINT_RUN_ENTRY.c.id.in_(printed))
    connection.execute(mine.values(business_id=None, printed=""))


def _history(traces: Traces) -> None:
    """Take its changes out of the steps; a step that is left without any goes, too."""
    connection = traces.connection
    merges = _undone_merges(traces)
    gone = [traces.own_changes(), *_of_others(traces, merges)]
    touched = {number for each in gone for number in _actions(connection, each)}
    for number in sorted(touched):
        _clear_label(connection, number, traces.names)
    for each in gone:
        connection.execute(delete(CHANGE).where(each))
    for number in touched:
        here = ACTION.c.id == number
        left = select(CHANGE.c.id).where(CHANGE.c.action_id == number).exists()
        connection.execute(delete(ACTION).where(here, ~left))


def _of_others(traces: Traces, merges: Sequence[int]) -> list[ColumnElement[bool]]:
    """Changes of other rows that speak of it: choices, "not the same", merges taken back."""
    said = or_(
        *(
            column.contains(one)
            for column in (CHANGE.c.previous_value, CHANGE.c.replacement_value)
            for one in traces.ids
        )
    )
    entries = CHANGE.c.table == EVENT_ENTRY.name
    chosen = set(traces.connection.execute(select(CHANGE.c.row).where(entries, said)).scalars())
    for row in rows_by(traces.connection, EVENT_ENTRY, "business_id", traces.ids):
        chosen.add(f"{row['event_id']}/{row['id']}")
    apart = or_(*(CHANGE.c.row.contains(one) for one in traces.ids))
    found: list[ColumnElement[bool]] = [
        entries & CHANGE.c.row.in_(chosen),
        (CHANGE.c.table == NOT_DUPLICATE.name) & apart,
        CHANGE.c.action_id.in_(merges),
    ]
    for number in merges:
        others = _others_of(traces, number)
        later = select(ACTION.c.id).where(ACTION.c.id > number, ACTION.c.undone.is_(True))
        found.append(changes_of(others) & CHANGE.c.action_id.in_(later))
    return found


def _undone_merges(traces: Traces) -> list[int]:
    """Merges that touched it and were taken back: the other one's part in them has its words."""
    query = (
        select(CHANGE.c.action_id)
        .join(ACTION, ACTION.c.id == CHANGE.c.action_id)
        .where(ACTION.c.kind == "merge", ACTION.c.undone.is_(True), traces.own_changes())
    )
    return sorted(set(traces.connection.execute(query).scalars()))


def _others_of(traces: Traces, merge: int) -> list[str]:
    """The entries that a merge took something into."""
    query = select(CHANGE.c.row).where(CHANGE.c.action_id == merge, CHANGE.c.field == MERGED)
    return [row for row in traces.connection.execute(query).scalars() if row not in traces.ids]


def _actions(connection: Connection, where: ColumnElement[bool]) -> Iterable[int]:
    return connection.execute(select(CHANGE.c.action_id).where(where).distinct()).scalars().all()


def _clear_label(connection: Connection, number: int, names: Iterable[str]) -> None:
    """Steps are called after what they changed: no name of it may stay in one."""
    here = ACTION.c.id == number
    label = fold(str(connection.execute(select(ACTION.c.label).where(here)).scalar() or ""))
    if any(fold(name) in label for name in names):
        connection.execute(update(ACTION).where(here).values(label=""))


#: The kinds of step: somebody named those who refused, or said that nobody did.
SOME, NOBODY = "refused_since", "nobody_refused_since"
#: How the answer came.
METHOD = "restore"


def answer(step: Step, since: dt.date, refused: Sequence[str], today: dt.date) -> int:
    """Record who refused ``since`` the backup (ids or codes), and release the directory.

    Each of them refuses every use from now on: a yes is taken back, all else is a no. It stands
    in the history under the person's name and is no undo step, for no refusal is taken back.
    UserError without a name, or where one of them is not there. How many they are.
    """
    if not step.by.strip():
        raise UserError(
            "Who answers this has to say who they are.",
            "Enter your name, or set PUERTAS_PERSON.",
        )
    rows = {row["id"]: row for row in (find_row(step.connection, one) for one in refused)}
    said = owned_rows(step.connection, CONSENT, rows)
    for each in rows:
        had = {row["channel"] for row in said.get(each, []) if row["answer"] == Answer.YES}
        refusals = [_refusal(channel, had, step.by, today) for channel in Channel]
        ledger.record(step, each, refusals, Way.RESTORE)
    step.kind, step.label = SOME if rows else NOBODY, since.isoformat()
    _file(step)
    told = {"since": since.isoformat(), "on": today.isoformat(), "by": step.by}
    set_setting(step.connection, hold.ANSWERED, json.dumps(told, ensure_ascii=False))
    step.connection.execute(delete(SETTING).where(SETTING.c.key == hold.SINCE))
    return len(rows)


def _refusal(channel: Channel, had_yes: set[str], by: str, today: dt.date) -> SimpleNamespace:
    answer = Answer.WITHDRAWN if channel in had_yes else Answer.NO
    return SimpleNamespace(
        channel=channel.value, answer=answer.value, date=today, asked_by=by, method=METHOD
    )


def _file(step: Step) -> None:
    """Keep the step in the history although nothing may have changed, and out of undo's way."""
    number = step.finish()
    if number is None:
        action = {"at": step.at, "by": step.by, "kind": step.kind, "label": step.label}
        step.connection.execute(insert(ACTION).values(**action, undone=False, undoable=False))
        return
    step.connection.execute(update(ACTION).where(ACTION.c.id == number).values(undoable=False))


def recall_list(connection: Connection, business: Row) -> RecallList:
    """Every print run that names the business (a row), the newest first."""
    traces = Traces(connection, business["id"])
    entries = traces.printed_entries()
    runs = {row["id"]: row for row in rows_by(connection, PRINT_RUN, "id", _ids(entries, "run_id"))}
    events = rows_by(connection, EVENT, "id", _ids(list(runs.values()), "event_id"))
    days = {row["id"]: row["date"] for row in events}
    found = [_run(runs[entry["run_id"]], entry, days) for entry in entries]
    found.sort(key=lambda run: (-run.number, run.position))
    return RecallList(business["code"], business["name"], tuple(found))


def withdraw(
    connection: Connection, business: Row, on: dt.date, settled: Settled, progress: Progress
) -> Mentions:
    """Set the tombstones of a business (a row), forget it, and sweep what others say of it.

    What was found. UnsettledError where a person has to say something first.
    """
    same = _with_refusals(connection, business["id"], on)
    ids = [business["id"], *deleted_twins(Traces(connection, business["id"]))]
    for each in ids:
        bury(connection, each, on)
    swept = forget(connection, ids, settled, progress)
    return Mentions(swept.certain, swept.likely, same)


def _with_refusals(connection: Connection, business_id: str, on: dt.date) -> tuple[Twin, ...]:
    """Entries like it; those that two signs say are the same owner's agree to nothing any more."""
    traces = Traces(connection, business_id)
    own = {
        trait
        for name in traces.names
        for street, town in traces.addresses
        for trait in known_again.traits(name, traces.numbers, street, town)
    }
    apart = pairs.kept_apart(connection.exec_driver_sql)
    found = []
    for twin in twins(connection, business_id):
        row = find_row(connection, twin.code)
        sketch = sketches(connection, [row["id"]])[row["id"]]
        traits = known_again.traits(sketch.name, sketch.numbers, sketch.address, sketch.city)
        match = known_again.match(own.intersection(traits))
        same = match is Match.SAME and frozenset((business_id, row["id"])) not in apart
        if same:
            step = Step(connection, "consent", row["name"], on=on)
            said = owned_rows(connection, CONSENT, [row["id"]]).get(row["id"], [])
            yes = [one["channel"] for one in said if one["answer"] == Answer.YES]
            refusals = [DraftConsent(channel, "withdrawn", on, "", "twin") for channel in yes]
            ledger.record(step, row["id"], refusals, Way.MERGE)
            step.finish()
        found.append(replace(twin, same=same))
    return tuple(found)


def _run(run: Row, entry: Row, days: dict[str, Any]) -> RecallRun:
    printed = json.loads(entry["printed"] or "{}")
    number = printed.get("number")
    return RecallRun(
        number=run["number"],
        event_name=run["event_name"],
        event_date=days.get(run["event_id"]),
        made_at=run["made_at"],
        use_by=run["use_by"],
        copies=run["copies"],
        layout=run["layout"],
        position=entry["position"] + 1,
        printed_number=number if isinstance(number, int) else None,
        pending=run["state"] == RunState.PENDING,
    )


def _ids(rows: list[Row], column: str) -> list[str]:
    return [row[column] for row in rows if row[column] is not None]


class Consents:
    """What owners said, and forgetting those who withdraw."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def record(
        self, id: str, consents: Iterable[Any], label: str = "", way: str = "dialog"
    ) -> "Dossier":
        """Keep what the owner said; each item is like a Consent or a DraftConsent.

        ``way`` is one of model.ledger.Way. UserError, and nothing is kept, where the ledger
        refuses one of them: a day to come, or a yes over a refusal without ``asked_again``.
        """
        with self._db.step("consent") as step:
            row = find_row(step.connection, id)
            step.label = label or row["name"]
            ledger.told(ledger.record(step, row["id"], consents, way).refused)
        with self._db.read() as connection:
            return dossier.one(connection, row["id"])

    def recall_list(self, id: str) -> "RecallList":
        """Every print run that names a business (by id or code). To be saved before it withdraws.

        One that was deleted is still in the history, and found. UserError if there is none.
        """
        with self._db.read() as connection:
            return recall_list(connection, traces.find(connection, id))

    def mentions(self, id: str, progress: Progress = silent) -> "Mentions":
        """What others say of a business (by id or code), as ``withdraw`` would find it.

        It is forgotten in a transaction that is taken back, so that what a person is shown is
        what will happen, to the letter.
        """
        shown = Settled(rest=False)
        with self._db.trial() as connection:
            row = traces.find(connection, id)
            return withdraw(connection, row, self._db.today(), shown, progress)

    def withdraw(
        self, id: str, settled: "Settled | None" = None, progress: Progress = silent
    ) -> "Withdrawn":
        """Forget a business (by id or code) for good. No undo step, and none brings it back.

        Gone are its rows, its history, what came of it, and what names it in the texts of others;
        what is only like it (``mentions``) a person has to have ``settled``: UnsettledError, and
        nothing is forgotten, where one is open. Tombstones keep a list from bringing it back, and
        print runs keep its place alone. Save ``recall_list`` first: the one in the answer is the
        last there is. Lists that were imported, PDFs and backups elsewhere are beyond the
        program's reach: tell the person to delete them.
        """
        said = settled or Settled()
        # marks tell the month alone: no day of it is kept anywhere
        with self._db.write(dated=False) as connection:
            row = traces.find(connection, id)
            recall = recall_list(connection, row)
            found = withdraw(connection, row, self._db.today(), said, progress)
        kept = sum(not said.says(one) for one in found.likely)
        return Withdrawn(recall, tuple(Backups(self._db).expiring()), found, kept)

    def say_refused(self, refused: "Sequence[str]", by: str = "") -> int:
        """Say who refused or withdrew since the backup that this was restored from.

        ``refused`` are ids or codes, none for "nobody that I know of"; ``by`` is who says it, by
        default who works here. Those refuse every use from now on. How many they are. UserError
        where nothing is to be answered, without a name, for a code that is not there.
        """
        since = self._db.browser.refusals_unknown_since()
        if since is None:
            raise UserError(
                "Nothing is to be answered: it is known who refused.",
                "Record a no with the business itself.",
            )
        with self._db.step(SOME) as step:
            step.by = " ".join(by.split()) or step.by
            return answer(step, since, refused, self._db.today())
