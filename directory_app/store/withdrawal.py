"""An owner takes everything back: who got paper is listed, then the business is forgotten."""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from directory_app.errors import UserError
from directory_app.model import known_again
from directory_app.model.draft import DraftConsent
from directory_app.model.ledger import Way
from directory_app.model.mentions import Mentions, Settled, Twin
from directory_app.model.recall import RecallList, RecallRun, Withdrawn
from directory_app.model.terms import Answer, Match, RunState
from directory_app.progress import Progress, silent
from directory_app.store import answering, ledger, pairs, purging, traces
from directory_app.store.backups import Backups
from directory_app.store.database import Database
from directory_app.store.dossier import Dossier, Row, find_row, one, owned_rows, rows_by
from directory_app.store.step import Step
from directory_app.store.tables import CONSENT, EVENT, PRINT_RUN
from directory_app.store.tombstones import sketches
from directory_app.store.traces import Traces, deleted_twins


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
    twins = _with_refusals(connection, business["id"], on)
    ids = [business["id"], *deleted_twins(Traces(connection, business["id"]))]
    for each in ids:
        purging.bury(connection, each, on)
    swept = purging.forget(connection, ids, settled, progress)
    return Mentions(swept.certain, swept.likely, twins)


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
    for twin in purging.twins(connection, business_id):
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
            return one(connection, row["id"])

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
        with self._db.step(answering.SOME) as step:
            step.by = " ".join(by.split()) or step.by
            return answering.answer(step, since, refused, self._db.today())
