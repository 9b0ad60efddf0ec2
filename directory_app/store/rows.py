"""What a table of businesses shows: plain rows, standard library only."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
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
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class BusinessRow(NamedTuple):
    """One line of the table. ``doors`` are five, in channel order.

    ``more`` has what else was asked for (of MORE), as it is stored.
    """

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
    more: Mapping[str, Any] = _NOTHING


#: The columns of business that a row is made of, in its order.
COLUMNS = (
    "row_id, id, code, name, alternate_name, category, city, assured_date, precision, review_state"
)

#: What else a row can tell, and how it is read. A phone that is not to be given out stays out.
MORE: Mapping[str, str] = MappingProxyType(
    {
        "street": "address_1",
        "postal_code": "postal_code",
        "phone": (
            "(SELECT number || CASE extension WHEN '' THEN '' ELSE ' x' || extension END"
            " FROM phone WHERE phone.business_id = business.id AND NOT confidential"
            " ORDER BY position, phone.id LIMIT 1)"
        ),
        "email": "email",
        "website": "website",
        "languages": "languages",
        "cuisine": "cuisine",
        "payment": "payment_accepted",
        "status": "status",
        "modified": "last_modified",
    }
)


def columns(more: Sequence[str] = ()) -> str:
    """What to select for rows with these of MORE."""
    return ", ".join((COLUMNS, *(MORE[name] for name in more)))


def day(text: str | None) -> dt.date | None:
    """A stored day."""
    return None if text is None else dt.date.fromisoformat(text)


def make_rows(
    records: Iterable[tuple[Any, ...]],
    answers: Iterable[tuple[Any, ...]],
    more: Sequence[str] = (),
    *,
    live: bool = True,
) -> dict[int, BusinessRow]:
    """Rows by row_id from records (``columns(more)``) and answers.

    An answer is (business_id, channel, answer, date, asked_by, review_by) as stored. Without
    ``live`` no yes is: the directory is on hold.
    """
    doors: dict[str, list[Door]] = {}
    for business_id, channel, answer, asked_on, asked_by, review_by in answers:
        until = last_live_day(answer, day(asked_on), asked_by, day(review_by)) if live else None
        own = doors.setdefault(business_id, list(CLOSED_DOORS))
        if channel in CHANNELS:
            own[CHANNELS.index(channel)] = Door(channel, answer, until)
    made = {}
    for record in records:
        own_doors = tuple(doors[record[1]]) if record[1] in doors else CLOSED_DOORS
        told = dict(zip(more, record[10:], strict=True)) if more else _NOTHING
        made[record[0]] = BusinessRow._make(
            (*record[:7], day(record[7]), *record[8:10], own_doors, told)
        )
    return made
