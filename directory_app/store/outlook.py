"""Who would go out for a channel and who would not, counted without making a listing of anybody.

The listings themselves are made in ``listings`` alone; a test holds the two together. Raw rows, so
that a window can count beside everything else.
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from directory_app.model.listing import LeftOut, LeftOutReason
from directory_app.model.live import Days, is_live, last_live_day
from directory_app.model.terms import (
    Answer,
    Channel,
    LocationVisibility,
    Precision,
    ReviewState,
    Status,
)
from directory_app.store import hold, refused_twins
from directory_app.store.places import visibility
from directory_app.store.rows import day

#: So many of those left out are told by name; the rest is counted.
MOST = 2_000
_SHOWN = (LocationVisibility.EXACT, LocationVisibility.STREET)
_COARSE = (Precision.CITY, Precision.ZIP)
_QUERY = (
    "SELECT business.row_id, business.code, business.name, business.review_state, business.status,"
    " business.latitude, business.precision, business.location_visibility, business.address_type,"
    " given.answer, given.date, given.asked_by, given.review_by,"
    " mapped.answer, mapped.date, mapped.asked_by, mapped.review_by, business.id"
    " FROM business"
    " LEFT JOIN consent AS given ON given.business_id = business.id AND given.channel = ?"
    " LEFT JOIN consent AS mapped ON mapped.business_id = business.id AND mapped.channel = 'map'"
    " ORDER BY business.name_folded, business.row_id"
)
_STAFF = (
    "SELECT business.row_id, business.review_state = 'archived' OR business.status = 'closed'"
    " OR EXISTS (SELECT 1 FROM consent WHERE consent.business_id = business.id"
    " AND consent.channel = 'print' AND consent.answer = 'withdrawn') FROM business"
)


@dataclass(slots=True)
class Counted:
    """How many go out and how many of them with a pin; who does not (MOST of them) and why.

    ``ends`` is the first day on which a consent of those that go ends; None where nobody goes.
    """

    goes: int = 0
    pins: int = 0
    left_out: list[LeftOut] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)
    ends: dt.date | None = None


def counted(connection: Any, channel: str, days: Days, chosen: Collection[int] | None) -> Counted:
    """Look at everybody, or at the businesses with these row_ids. For a worker."""
    made, held = Counted(), hold.since(connection) is not None
    twins = refused_twins.held(connection, channel)
    off_map = refused_twins.held(connection, Channel.MAP)
    for row in connection.execute(_QUERY, (channel,)):
        if chosen is not None and row[0] not in chosen:
            continue
        given, mapped = _answer(row[9:13]), _answer(row[13:17])
        if row[17] in off_map:
            mapped = _answer((None, None, None, None))
        reason = _reason(row[3], row[4], given, days, held=held, twin=row[17] in twins)
        if reason is None:
            _goes(made, row, given, mapped, days)
            continue
        made.reasons[reason] += 1
        if len(made.left_out) < MOST:
            made.left_out.append(LeftOut(row[1], row[2], reason))
    return made


def staff_counted(connection: Any, chosen: Collection[int] | None) -> tuple[int, int]:
    """How many a private file would hold, and how many not: who withdrew, closed, was archived."""
    goes = left = 0
    for row_id, is_out in connection.execute(_STAFF):
        if chosen is None or row_id in chosen:
            goes, left = (goes, left + 1) if is_out else (goes + 1, left)
    return goes, left


_Answer = tuple[str, dt.date | None, str, dt.date | None]


def _answer(stored: Any) -> _Answer:
    answer, asked_on, asked_by, review_by = stored
    return answer or Answer.NOT_ASKED.value, day(asked_on), asked_by or "", day(review_by)


def _goes(made: Counted, row: Any, given: _Answer, mapped: _Answer, days: Days) -> None:
    made.goes += 1
    ends = [last_live_day(*given)]
    seen = visibility({"location_visibility": row[7], "address_type": row[8]})
    if row[5] is not None and seen in _SHOWN and is_live(*mapped, days.on, days.today):
        made.pins += row[6] not in _COARSE
        ends.append(last_live_day(*mapped))
    made.ends = min(filter(None, (made.ends, *ends)), default=None)


def _reason(
    review_state: str, status: str, given: _Answer, days: Days, *, held: bool, twin: bool
) -> str | None:
    """As listings gives it: the first that is so."""
    if review_state == ReviewState.ARCHIVED:
        return LeftOutReason.ARCHIVED
    if status == Status.CLOSED:
        return LeftOutReason.CLOSED_FOR_GOOD
    answer = given[0]
    if answer != Answer.YES:
        refused = {
            Answer.NO.value: LeftOutReason.SAID_NO,
            Answer.WITHDRAWN.value: LeftOutReason.WITHDRAWN,
        }
        return refused.get(answer, LeftOutReason.NOT_ASKED)
    if not is_live(*given, days.on, days.today):
        last = last_live_day(*given)
        ended = last is not None and last < days.on
        return LeftOutReason.CONSENT_ENDED if ended else LeftOutReason.CONSENT_INCOMPLETE
    if held:
        return LeftOutReason.RESTORED
    if twin:
        return LeftOutReason.TWIN_REFUSED
    return None if review_state == ReviewState.APPROVED else LeftOutReason.NOT_REVIEWED
