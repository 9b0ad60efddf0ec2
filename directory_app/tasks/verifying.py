"""Calling owners one after another: whom, what to ask, and the queue that outlives the lock."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from directory_app.model.terms import Answer, Channel
from directory_app.store import Filter, Store
from directory_app.store.filters import DUE_DAYS, VERIFY_AFTER
from directory_app.store.rows import BusinessRow
from directory_app.store.verifying import NO_ANSWER, QUEUE

if TYPE_CHECKING:
    from directory_app.store.verifying import Called

#: The setting that says after how many days somebody who did not answer is called again.
AGAIN_DAYS = "verify_again_days"
DEFAULT_AGAIN = 3
#: More calls than this nobody makes in a day.
MOST = 200
#: In the grammar of the search: who did not close for good.
_TRADING = "-status:closed"
OPEN, LATER = "open", "later"
#: What was said of one field: "right", "skip", or "changed" with the correction as typed.
RIGHT, SKIPPED, CORRECTED = "right", "skip", "changed"
Given = dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Queue:
    """A batch of calls, by ids. ``started`` is the number of the newest step before it began.

    ``given`` is what was said by those whose call has not ended yet, by id and field.
    """

    ids: tuple[str, ...] = ()
    started: int = 0
    later: tuple[str, ...] = ()
    current: str = ""
    given: dict[str, Given] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """One business of a queue. ``state`` is OPEN, LATER or how its call ended.

    ``again``: from which day it is called again, where nobody answered; ``attempts`` in a row.
    """

    row: BusinessRow
    state: str = OPEN
    attempts: int = 0
    again: dt.date | None = None

    @property
    def is_done(self) -> bool:
        """Whether its call has ended."""
        return self.state not in (OPEN, LATER)


@dataclass(frozen=True, slots=True)
class Batch:
    """Whom to call: ``ids`` chosen one by one, or whoever was not checked for ``months``.

    ``town`` narrows the latter. ``months`` 0: everybody, checked or not; None: who is due.
    """

    ids: tuple[str, ...] = ()
    months: int | None = 6
    town: str = ""


def whom(store: Store, batch: Batch) -> list[BusinessRow]:
    """Who is to be called, the longest unchecked first, at most MOST of them.

    Left out is who closed for good, and, unless chosen one by one, who is waiting to be called
    again or took the yes to print back: that says to be left alone.
    """
    if batch.ids:
        return sorted(store.businesses.rows(batch.ids, trading=True), key=_order)
    days = due_days(store) if batch.months is None else batch.months * 365 // 12
    text = f"stale:>{days}d {_TRADING}" if days else _TRADING
    row_ids = store.browser.row_ids(Filter(text=text, city=batch.town or None, sort="assured"))
    waiting = waiting_ids(store, again_days(store))
    found: list[BusinessRow] = []
    for start in range(0, len(row_ids), MOST):
        rows = store.browser.rows(row_ids[start : start + MOST])
        found += [row for row in rows if row.id not in waiting and not _wants_quiet(row)]
        if len(found) >= MOST:
            break
    return sorted(found[:MOST], key=_order)


def _order(row: BusinessRow) -> tuple[dt.date, str]:
    return row.assured_date or dt.date.min, row.name


def _wants_quiet(row: BusinessRow) -> bool:
    return any(
        door.channel == Channel.PRINT and door.answer == Answer.WITHDRAWN for door in row.doors
    )


def waiting_ids(store: Store, days: int) -> set[str]:
    """Who did not answer lately, and whose day has not come if that is ``days`` later."""
    today, zone = store.today(), ZoneInfo(store.timezone)
    return {
        one
        for one, called in store.verification.calls().items()
        if (day := _again(called, days, zone)) is not None and day > today
    }


def again_days(store: Store) -> int:
    """After how many days somebody who did not answer is called again."""
    return _days(store.settings.get(AGAIN_DAYS), DEFAULT_AGAIN)


def due_days(store: Store) -> int:
    """After how many days without a check an entry waits under "To verify"."""
    return _days(store.settings.get(DUE_DAYS), VERIFY_AFTER.days)


def _days(kept: str, default: int) -> int:
    return int(kept) if kept.isdecimal() else default


@dataclass(frozen=True, slots=True)
class Meaning:
    """What two numbers of days mean today: how many of all are due, how many wait to be called."""

    due: int
    of: int
    waiting: int


def meaning(store: Store, due: int, again: int) -> Meaning:
    """Of all who are in business: who is due after ``due`` days, who waits ``again`` days."""
    return Meaning(
        store.browser.count(Filter(text=f"stale:>{due}d {_TRADING}")),
        store.browser.count(Filter(text=_TRADING)),
        len(waiting_ids(store, again)),
    )


def begin(store: Store, batch: Batch) -> Queue:
    """Make the queue of a batch, and keep it in the place of the one before."""
    ids = tuple(row.id for row in whom(store, batch))
    queue = Queue(ids, store.history.last(), current=ids[0] if ids else "")
    keep(store, queue)
    return queue


def queue_of(store: Store) -> Queue:
    """The queue that is kept; an empty one where there is none."""
    kept = json.loads(store.settings.get(QUEUE) or "{}")
    if not kept.get("ids"):
        return Queue()
    given = {
        one: {name: (said[0], said[1]) for name, said in answers.items()}
        for one, answers in kept["given"].items()
    }
    return Queue(tuple(kept["ids"]), kept["started"], tuple(kept["later"]), kept["current"], given)


def keep(store: Store, queue: Queue) -> None:
    """Keep it in the directory itself, as it stands."""
    plain = {
        "ids": queue.ids,
        "started": queue.started,
        "later": queue.later,
        "current": queue.current,
        "given": queue.given,
    }
    store.settings.set(QUEUE, json.dumps(plain, ensure_ascii=False) if queue.ids else "")


def items(store: Store, queue: Queue) -> list[Item]:
    """The businesses of a queue as they stand; those that are gone meanwhile are left out.

    How a call ended is read from the history, so that undo opens it again.
    """
    rows = {row.id: row for row in store.businesses.rows(queue.ids)}
    calls = store.verification.calls(list(rows))
    days, zone = again_days(store), ZoneInfo(store.timezone)
    again = {one: _again(called, days, zone) for one, called in calls.items()}
    return [
        _item(rows[one], calls.get(one), queue, again.get(one)) for one in queue.ids if one in rows
    ]


def _item(row: BusinessRow, called: "Called | None", queue: Queue, again: dt.date | None) -> Item:
    state = LATER if row.id in queue.later else OPEN
    if called is None:
        return Item(row, state)
    if called.action_id > queue.started:
        state = called.last
    return Item(row, state, called.attempts, again)


def _again(called: "Called", days: int, zone: dt.tzinfo) -> dt.date | None:
    """The first day after the last attempt on which to call again; None where somebody answered."""
    if called.last != NO_ANSWER or called.at is None:
        return None
    return called.at.astimezone(zone).date() + dt.timedelta(days=days)


def next_open(found: Sequence[Item], after: str) -> str:
    """Whom to call after this one: the next that is open, then those put off; "" for nobody."""
    ids = [item.row.id for item in found]
    at = ids.index(after) + 1 if after in ids else 0
    around = [*found[at:], *found[:at]]
    for state in (OPEN, LATER):
        for item in around:
            if item.state == state and item.row.id != after:
                return item.row.id
    return after if after in ids and not found[ids.index(after)].is_done else ""


def said(queue: Queue, business: str, name: str, verdict: str, text: str = "") -> Queue:
    """The queue with one more answer; a verdict "" takes it out again."""
    own = dict(queue.given.get(business, {}))
    own.pop(name, None)
    if verdict:
        own[name] = (verdict, text)
    return replace(queue, given=queue.given | {business: own})


def put_off(queue: Queue, business: str) -> Queue:
    """The queue with somebody at its end for later."""
    return replace(queue, later=tuple(dict.fromkeys((*queue.later, business))))


def ended(queue: Queue, business: str) -> Queue:
    """The queue without what was said in a call that ended."""
    given = {one: own for one, own in queue.given.items() if one != business}
    return replace(queue, given=given)
