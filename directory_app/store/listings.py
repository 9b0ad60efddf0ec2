"""What may leave the laptop: the one place where PublicListings are made.

SQL chooses by the live-consent rule, and Python looks at each row again by the model's own
(model.live.is_live), so that a slip in either lets nothing out.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import Connection, TextClause, and_, select, text

from directory_app.model import fields, hidden_texts
from directory_app.model.fields import Field, Hiding, Kind, Seen
from directory_app.model.forbidden import Forbidden
from directory_app.model.geo import Position
from directory_app.model.listing import (
    LeftOut,
    LeftOutReason,
    PublicListing,
    PublicPhone,
    StaffAnswer,
    StaffListing,
)
from directory_app.model.live import Days, is_live, last_live_day
from directory_app.model.terms import Answer, Channel, LocationVisibility, ReviewState, Status
from directory_app.store import forbidden, refused_twins, review
from directory_app.store.database import Database
from directory_app.store.dossier import Row, confidential_numbers, is_held, owned_rows, rows_by
from directory_app.store.filters import Filter
from directory_app.store.hold import live_named
from directory_app.store.places import Place, TownPoint, public_place, visibility
from directory_app.store.tables import BUSINESS, CONSENT, PHONE


def _open_to(*seen: Seen) -> tuple[Field, ...]:
    return tuple(f for f in fields.BUSINESS if f.seen in seen and f.hiding is not Hiding.PIN)


class _Told:
    """The names of fields by how they are read: a list has thousands of listings."""

    def __init__(self, of: Sequence[Field]) -> None:
        self.lists = tuple(f.name for f in of if f.kind is Kind.LIST)
        self.parts = tuple(f.name for f in of if f.hiding is Hiding.PART)
        self.ways = {f.name: f.nothing for f in of if f.hiding is Hiding.WAY}
        apart = {*self.lists, *self.parts, *self.ways}
        self.same = tuple(f.name for f in of if f.name not in apart)

    def values(self, row: Row, part: Callable[[str], Any], *, whole: bool) -> Row:
        """What they say; ``part``: of the place what may be told, ``whole``: it is all."""
        told = {name: row[name] for name in self.same}
        told |= {name: tuple(row[name]) for name in self.lists}
        told |= {name: part(name) for name in self.parts}
        return told | ({name: row[name] for name in self.ways} if whole else self.ways)


#: What is read for a listing, and nothing else ever is; positions are made below.
PUBLIC = _open_to(Seen.PUBLIC)
_PUBLIC, _STAFF = _Told(PUBLIC), _Told(_open_to(Seen.PUBLIC, Seen.STAFF))


def listings(
    connection: Connection, channel: str, days: Days, town_point: TownPoint | None = None
) -> list[PublicListing]:
    """The businesses that a channel may show on a day, by name."""
    rows = _chosen(connection, channel, days)
    ids = [row["id"] for row in rows]
    phones = owned_rows(connection, PHONE, ids)
    mapped = _live_until(connection, Channel.MAP, days, ids)
    reviewed = review.second_reviewed(connection)
    made = []
    for row in rows:
        place = public_place(row, town_point)
        if row["id"] not in mapped:
            place = place.without_marker()
        own_phones = phones.get(row["id"], [])
        listing = _listing(row, place, own_phones, second=row["id"] in reviewed)
        made.append(_ended_by(listing, mapped.get(row["id"])))
    return made


def left_out(connection: Connection, channel: str, days: Days) -> list[LeftOut]:
    """Every business that a channel may not show on a day, by name, and the first reason."""
    columns = ("answer", "date", "asked_by", "review_by")
    held, twins = is_held(connection), _refused_twins(connection, channel)
    answered = and_(CONSENT.c.business_id == BUSINESS.c.id, CONSENT.c.channel == str(channel))
    rows = connection.execute(
        select(
            BUSINESS.c.id,
            BUSINESS.c.code,
            BUSINESS.c.name,
            BUSINESS.c.review_state,
            BUSINESS.c.status,
            *(CONSENT.c[name] for name in columns),
        )
        .select_from(BUSINESS.outerjoin(CONSENT, answered))
        .order_by(BUSINESS.c.name_folded, BUSINESS.c.row_id)
    ).mappings()
    found = ((row["code"], row["name"], _reason(row, days, twins, held=held)) for row in rows)
    return [LeftOut(code, name, reason) for code, name, reason in found if reason]


def staff_listings(
    connection: Connection,
    ids: Sequence[str],
    days: Days,
    town_point: TownPoint | None = None,
) -> list[StaffListing]:
    """Businesses for the coalition's own visits and calls, in the order of ``ids``.

    Who is archived, closed for good, or took the yes to print back is left out: a withdrawal
    says to be left alone. Ids that are not there are passed over.
    """
    rows = {row["id"]: row for row in rows_by(connection, BUSINESS, "id", ids)}
    phones = owned_rows(connection, PHONE, ids)
    answers = owned_rows(connection, CONSENT, ids)
    made = []
    for each in dict.fromkeys(ids):
        row, said = rows.get(each), answers.get(each, [])
        if row is None or row["review_state"] == ReviewState.ARCHIVED:
            continue
        withdrew = any(
            a["channel"] == Channel.PRINT and a["answer"] == Answer.WITHDRAWN for a in said
        )
        if not withdrew and row["status"] != Status.CLOSED:
            made.append(_staff_listing(row, phones.get(each, []), said, days, town_point))
    return made


def _staff_listing(
    row: Row, phones: list[Row], said: list[Row], days: Days, town_point: TownPoint | None
) -> StaffListing:
    row, cut = _without_street(row, (LocationVisibility.EXACT, LocationVisibility.STREET))
    place = public_place(row, town_point)
    whole = visibility(row) in (LocationVisibility.EXACT, LocationVisibility.STREET)
    position = place.position
    if whole and row["latitude"] is not None:
        position = Position(row["latitude"], row["longitude"])
    told = row if whole else row | dict.fromkeys(fields.STREET, "")
    return StaffListing(
        **_STAFF.values(told, told.__getitem__, whole=whole),
        place=position,
        phones=_open_phones(phones),
        answers=tuple(
            StaffAnswer(channel.value, *_answer_on(said, channel, days)) for channel in Channel
        ),
        cut=tuple(cut),
    )


def _answer_on(said: list[Row], channel: Channel, days: Days) -> tuple[str, dt.date | None]:
    """The answer for a channel and, for a yes that is live, its last day."""
    for row in said:
        if row["channel"] == channel:
            asked = (row["answer"], row["date"], row["asked_by"], row["review_by"])
            return row["answer"], last_live_day(*asked) if is_live(
                *asked, days.on, days.today
            ) else None
    return Answer.NOT_ASKED.value, None


def _open_phones(phones: list[Row]) -> tuple[PublicPhone, ...]:
    secret = confidential_numbers(phones)
    return tuple(
        PublicPhone(phone["number"], phone["extension"], phone["type"])
        for phone in phones
        if phone["number"] not in secret
    )


def _chosen(connection: Connection, channel: str, days: Days) -> list[Row]:
    """The business rows whose consent is live, each looked at twice."""
    named = ("answer", "date", "asked_by", "review_by")
    query = (
        select(BUSINESS, *(CONSENT.c[name].label(f"consent_{name}") for name in named))
        .join(CONSENT, CONSENT.c.business_id == BUSINESS.c.id)
        .where(
            CONSENT.c.channel == str(channel),
            _live(days),
            BUSINESS.c.review_state == ReviewState.APPROVED.value,
            BUSINESS.c.status != Status.CLOSED.value,
        )
        .order_by(BUSINESS.c.name_folded, BUSINESS.c.row_id)
    )
    rows = [dict(row) for row in connection.execute(query).mappings()]
    held, twins = is_held(connection), _refused_twins(connection, channel)
    return [row for row in rows if _reason(_answer_of(row), days, twins, held=held) is None]


def _refused_twins(connection: Connection, channel: str) -> Collection[str]:
    return refused_twins.held(connection.connection.driver_connection, channel).keys()


def _answer_of(row: Row) -> Row:
    names = ("answer", "date", "asked_by", "review_by")
    return row | {name: row[f"consent_{name}"] for name in names}


def _live(days: Days) -> TextClause:
    terms, values = live_named(days)
    return text(terms).bindparams(**values)


def _ended_by(listing: PublicListing, map_until: dt.date | None) -> PublicListing:
    """A listing with a marker ends with the earlier of its two consents."""
    until = listing.consent_until
    if listing.marker is None or map_until is None or until is None or until <= map_until:
        return listing
    return replace(listing, consent_until=map_until)


def _live_until(
    connection: Connection, channel: str, days: Days, ids: list[str]
) -> dict[str, dt.date | None]:
    """Which of these businesses have a live yes for a further channel, and its last day."""
    twins = _refused_twins(connection, channel)
    return {
        row["business_id"]: last_live_day(
            row["answer"], row["date"], row["asked_by"], row["review_by"]
        )
        for row in rows_by(connection, CONSENT, "business_id", ids)
        if row["channel"] == channel
        and row["business_id"] not in twins
        and is_live(
            row["answer"], row["date"], row["asked_by"], row["review_by"], days.on, days.today
        )
    }


def _reason(row: Any, days: Days, twins: Collection[str], *, held: bool) -> str | None:
    """Why a business may not be shown on a day, None if it may.

    ``twins`` are the ids whose yes does not count, for an entry like it refused.
    """
    if row["review_state"] == ReviewState.ARCHIVED:
        return LeftOutReason.ARCHIVED
    if row["status"] == Status.CLOSED:
        return LeftOutReason.CLOSED_FOR_GOOD
    reason = _consent_reason(row, days)
    if reason is None and held:
        return LeftOutReason.RESTORED
    if reason is None and row["id"] in twins:
        return LeftOutReason.TWIN_REFUSED
    if reason is None and row["review_state"] != ReviewState.APPROVED:
        return LeftOutReason.NOT_REVIEWED
    return reason


def _consent_reason(row: Any, days: Days) -> str | None:
    answer = row["answer"]
    if answer == Answer.NO:
        return LeftOutReason.SAID_NO
    if answer == Answer.WITHDRAWN:
        return LeftOutReason.WITHDRAWN
    if answer != Answer.YES:
        return LeftOutReason.NOT_ASKED
    asked_on, asked_by = row["date"], row["asked_by"]
    if is_live(answer, asked_on, asked_by, row["review_by"], days.on, days.today):
        return None
    last = last_live_day(answer, asked_on, asked_by, row["review_by"])
    ended = last is not None and last < days.on
    return LeftOutReason.CONSENT_ENDED if ended else LeftOutReason.CONSENT_INCOMPLETE


def _without_street(row: Row, open_to: tuple[LocationVisibility, ...]) -> tuple[Row, Row]:
    """A row whose texts don't tell the street that its place hides, and those that did."""
    seen = visibility(row)
    if seen in open_to:
        return row, {}
    what = hidden_texts.street([row["address_1"]], [row["postal_code"]], seen)
    cut = hidden_texts.without(row, what)
    return row | cut, cut


def _listing(row: Row, place: Place, phones: list[Row], *, second: bool) -> PublicListing:
    row, cut = _without_street(row, (LocationVisibility.EXACT,))
    return PublicListing(
        **_PUBLIC.values(row, partial(getattr, place), whole=place.exact),
        place=place.position,
        place_is_pin=place.is_pin,
        precision=place.precision,
        marker=place.marker,
        phones=_open_phones(phones),
        consent_until=last_live_day(
            row["consent_answer"],
            row["consent_date"],
            row["consent_asked_by"],
            row["consent_review_by"],
        ),
        reviewed_by_second_person=second,
        cut=tuple(cut),
    )


def fallen_away(
    connection: Connection, channel: str, days: Days, codes: Iterable[str]
) -> list[LeftOut]:
    """Which of these codes a channel may not show on a day, in their order, and why."""
    wanted = list(dict.fromkeys(codes))
    there = {row["code"] for row in rows_by(connection, BUSINESS, "code", wanted)}
    why = {one.code: one for one in left_out(connection, channel, days)}
    why |= {
        code: LeftOut(code, "", LeftOutReason.WITHDRAWN) for code in wanted if code not in there
    }
    return [why[code] for code in wanted if code in why]


class Listings:
    """Who may be shown, to whom, on which day."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def public(
        self,
        channel: str,
        on: dt.date,
        town_point: TownPoint | None = None,
    ) -> "list[PublicListing]":
        """The businesses that a channel may show on a day, by name.

        A day that is past counts as today: what is made today is handed out from today on.
        """
        with self._db.read() as connection:
            return listings(connection, channel, self._db.clock.days(on), town_point)

    def staff(
        self,
        wanted: "Sequence[str] | Filter",
        town_point: TownPoint | None = None,
    ) -> "list[StaffListing]":
        """Businesses for the coalition's own visits and calls: by ids, or by a filter, in order.

        Never for anything that is handed out; see model.listing.StaffListing. HeldError in a
        restored directory until somebody has said who refused since the backup.
        """
        self._db.refuse_on_hold()
        browser = self._db.browser
        if isinstance(wanted, Filter):
            ids = [row.id for row in browser.rows(browser.row_ids(wanted.told()))]
        else:
            ids = list(wanted)
        with self._db.read() as connection:
            return staff_listings(connection, ids, self._db.clock.days(), town_point)

    def left_out(self, channel: str, on: dt.date) -> "list[LeftOut]":
        """Every business that ``listings`` does not give for that day, by name, and why."""
        with self._db.read() as connection:
            return left_out(connection, channel, self._db.clock.days(on))

    def fallen_away(self, channel: str, on: dt.date, codes: Iterable[str]) -> "list[LeftOut]":
        """Which of these codes a channel may not show on a day any more, and why.

        The last look before a page is made or printed again: somebody may have said no since it
        was planned. A code that is gone altogether has no name and the reason "withdrawn".
        """
        with self._db.read() as connection:
            return fallen_away(connection, channel, self._db.clock.days(on), codes)

    def forbidden(
        self,
        channel: str,
        on: dt.date,
        town_point: TownPoint | None = None,
    ) -> Forbidden:
        """What must not be in a thing for a channel that is made for a day; "" is staff's own.

        A day that is past counts as today, as for ``listings``.
        """
        days = self._db.clock.days(on)
        with self._db.read() as connection:
            if not channel:
                return forbidden.private(connection, days)
            return forbidden.public(connection, channel, days, town_point)
