"""What a table of businesses shows: plain rows, standard library only."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple

from directory_app.model.live import last_live_day
from directory_app.model.terms import Answer, Channel

CHANNELS = tuple(channel.value for channel in Channel)


class Door(NamedTuple):
    """The answer for one channel. ``until`` is the last day of a live yes, else None.

    A yes with ``until`` None lacks its date or who asked, and is not live.
    """

    channel: str
    answer: str = Answer.NOT_ASKED.value
    until: dt.date | None = None


CLOSED_DOORS = tuple(Door(channel) for channel in CHANNELS)


class BusinessRow(NamedTuple):
    """One line of the table. ``doors`` are five, in channel order."""

    row_id: int
    id: str
    code: str
    name: str
    alternate_name: str
    category: str
    city: str
    assured_date: dt.date | None
    precision: str | None
    review_state: str
    doors: tuple[Door, ...] = CLOSED_DOORS


#: The columns of business that a row is made of, in its order.
COLUMNS = (
    "row_id, id, code, name, alternate_name, category, city, assured_date, precision, review_state"
)


def day(text: str | None) -> dt.date | None:
    """A stored day."""
    return None if text is None else dt.date.fromisoformat(text)


def make_rows(
    records: Iterable[tuple[Any, ...]], answers: Iterable[tuple[Any, ...]]
) -> dict[int, BusinessRow]:
    """Rows by row_id from records (COLUMNS) and answers.

    An answer is (business_id, channel, answer, date, asked_by, review_by) as stored.
    """
    doors: dict[str, list[Door]] = {}
    for business_id, channel, answer, asked_on, asked_by, review_by in answers:
        until = last_live_day(answer, day(asked_on), asked_by, day(review_by))
        own = doors.setdefault(business_id, list(CLOSED_DOORS))
        if channel in CHANNELS:
            own[CHANNELS.index(channel)] = Door(channel, answer, until)
    made = {}
    for record in records:
        own_doors = tuple(doors[record[1]]) if record[1] in doors else CLOSED_DOORS
        made[record[0]] = BusinessRow._make((*record[:7], day(record[7]), *record[8:], own_doors))
    return made
