"""Forgetting a business: every row, every word of it in the history, and what came of it.

Not an undo step, and none can bring it back: its changes are gone from the steps. What stays
are tombstones (keyed hashes) and the place that it had in print runs. What others say of it is
looked for in every text there is (store/redaction.py).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select, update

from directory_app.model.mentions import Settled, Twin, UnsettledError
from directory_app.model.redaction import Identity
from directory_app.model.text import fold
from directory_app.progress import Progress, silent
from directory_app.store import homes, outbound, search, tombstones, verifying
from directory_app.store.dossier import rows_by
from directory_app.store.keeping import draft_rows
from directory_app.store.redaction import CERTAIN_ALONE, Sweep, Swept
from directory_app.store.tables import (
    ACTION,
    BUSINESS,
    CHANGE,
    EDIT_DRAFT,
    EVENT_ENTRY,
    MERGED,
    NOT_DUPLICATE,
    PHONE,
    PRINT_RUN_ENTRY,
)
from directory_app.store.traces import Traces, changes_of


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
