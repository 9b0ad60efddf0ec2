"""What must not be in a thing that leaves: the one place where Forbidden is made, from the tables.

The twin of ``listings`` and made apart from it, on purpose: that lets through what may be told,
this names what may not, each by its own look at the tables. So a slip in the one is found by the
other, when ``tasks.readback`` holds what was made against it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from directory_app.model import fields
from directory_app.model.fields import Seen
from directory_app.model.forbidden import Forbidden, Hidden, HiddenPlace, Owner, Shown
from directory_app.model.geo import Position
from directory_app.model.house_numbers import without_house_number
from directory_app.model.live import Days, is_live
from directory_app.model.terms import (
    AddressType,
    Answer,
    Channel,
    LocationVisibility,
    ReviewState,
    Status,
)
from directory_app.store import refused_twins
from directory_app.store.dossier import Row
from directory_app.store.places import TownPoint, blurred
from directory_app.store.tables import BUSINESS, CONSENT, CONTACT, PHONE

_NAMES = ("name", "alternate_name")


def _written(seen: Seen) -> tuple[str, ...]:
    found = (field.name for field in fields.BUSINESS if field.free and field.seen is seen)
    return tuple(name for name in found if name not in _NAMES)


#: Texts in a person's own words, in which anything may have been written: for all, and for us.
_TEXTS, _NOTES = _written(Seen.PUBLIC), _written(Seen.NEVER)
_FACTS = (*_NAMES, "city", "email", "website")
_COLUMNS = (
    *("id", "code", "address_1", "address_2", "state_province", "postal_code", "same_as"),
    *("latitude", "longitude", "location_visibility", "address_type", *_NOTES),
    *("review_state", "status", *_FACTS, *_TEXTS),
)


def public(
    connection: Connection, channel: str, days: Days, town_point: TownPoint | None = None
) -> Forbidden:
    """What nobody may find in a file or on paper for a channel that is made for a day."""
    rows, live = _rows(connection), _live(connection, (channel, Channel.MAP.value), days)
    shown = [row for row in rows if channel in live[row["id"]] and _is_open(row)]
    mapped = [row for row in shown if Channel.MAP.value in live[row["id"]]]
    in_it = {row["id"] for row in shown}
    return _gathered(
        connection,
        rows,
        shown,
        refused=[row for row in rows if row["id"] not in in_it],
        hidden=[row for row in rows if _seen(row) != LocationVisibility.EXACT],
        places=rows,
        markers={*_markers(mapped), *_towns(shown, town_point)},
    )


def private(connection: Connection, days: Days) -> Forbidden:
    """The same for the coalition's own paper: who withdrew, and what is not even on that."""
    rows, withdrew = _rows(connection), _withdrew(connection)
    shown = [row for row in rows if row["id"] not in withdrew]
    near = (LocationVisibility.EXACT, LocationVisibility.STREET)
    hidden = [row for row in rows if _seen(row) not in near]
    return _gathered(
        connection,
        rows,
        shown,
        refused=[row for row in rows if row["id"] in withdrew],
        hidden=hidden,
        places=hidden,
        markers={_pin(row) for row in shown if _seen(row) in near and _is_placed(row)},
    )


def _gathered(
    connection: Connection,
    rows: list[Row],
    shown: list[Row],
    *,
    refused: list[Row],
    hidden: list[Row],
    places: list[Row],
    markers: set[Position],
) -> Forbidden:
    owners = {row["id"]: Owner(row["code"], row["name"]) for row in rows}
    contacts = [dict(row) for row in connection.execute(select(CONTACT)).mappings()]
    phones = connection.execute(
        select(PHONE.c.business_id, PHONE.c.number, PHONE.c.confidential)
    ).all()
    gone, kept_back = {row["id"] for row in refused}, {row["id"] for row in hidden}
    secret = {(id_, number) for id_, number, confidential in phones if confidential}
    told = {(id_, number) for id_, number, _ in phones} - secret
    # a line that another owner gives out is theirs to give
    open_phones = {number for id_, number in told if id_ not in gone}
    open_emails = {row["email"].casefold() for row in shown}
    numbers = secret | {pair for pair in told if pair[0] in gone}
    numbers |= {(row["business_id"], row["phone"]) for row in contacts}
    emails = [(row["id"], row["email"]) for row in refused]
    emails += [(row["business_id"], row["email"]) for row in contacts]
    notes = [(row["id"], row[name]) for row in rows for name in _NOTES]
    notes += [(row["business_id"], row["note"]) for row in contacts]

    def kept(pairs: Iterable[tuple[Any, Any]]) -> tuple[Hidden, ...]:
        return tuple(Hidden(owners[id_], text) for id_, text in pairs if text and id_ in owners)

    return Forbidden(
        names=kept((row["id"], row[name]) for row in refused for name in _NAMES),
        streets=kept((row["id"], row["address_1"]) for row in hidden),
        own_streets=kept(
            (row["id"], row["address_1"])
            for row in hidden
            if _seen(row) != LocationVisibility.STREET
        ),
        phones=kept(sorted(pair for pair in numbers if pair[1] not in open_phones)),
        emails=kept(pair for pair in emails if (pair[1] or "").casefold() not in open_emails),
        notes=kept(notes),
        people=kept((row["business_id"], row["name"]) for row in contacts),
        places=tuple(
            HiddenPlace(owners[row["id"]], _pin(row))
            for row in places
            if _is_placed(row) and _pin(row) not in markers
        ),
        markers=frozenset(markers),
        facts=tuple(
            text for row in shown for text in _facts(row, whole=row["id"] not in kept_back)
        ),
        shown=tuple(_shown(shown, owners)),
    )


def _facts(row: Row, *, whole: bool) -> Iterator[str]:
    """What may be told of a business that may be there; its house only where it is not hidden."""
    yield from filter(None, (row[name] for name in _FACTS))
    yield from row["same_as"]
    if whole:
        place = (row[name] for name in ("address_1", "city", "state_province", "postal_code"))
        yield " ".join(place)
        yield row["address_2"]
    elif _seen(row) == LocationVisibility.STREET:
        yield without_house_number(row["address_1"])


def _shown(shown: Iterable[Row], owners: dict[str, Owner]) -> Iterator[Shown]:
    for row in shown:
        for field in _TEXTS:
            if row[field]:
                yield Shown(owners[row["id"]], field, row[field])


def _seen(row: Row) -> str:
    """How much of a place may be told; of a home at most the town."""
    if row["address_type"] == AddressType.HOME:
        return LocationVisibility.TOWN
    return str(row["location_visibility"])


def _markers(mapped: Iterable[Row]) -> Iterator[Position]:
    for row in mapped:
        if _is_placed(row) and _seen(row) == LocationVisibility.EXACT:
            yield _pin(row)
        elif _is_placed(row) and _seen(row) == LocationVisibility.STREET:
            yield blurred(_pin(row))


def _towns(shown: Iterable[Row], town_point: TownPoint | None) -> Iterator[Position]:
    towns = {(row["city"], row["state_province"]) for row in shown if row["city"]}
    found = (town_point(*town) for town in towns) if town_point else ()
    yield from (point for point in found if point is not None)


def _is_placed(row: Row) -> bool:
    return row["latitude"] is not None and row["longitude"] is not None


def _pin(row: Row) -> Position:
    return Position(row["latitude"], row["longitude"])


def _is_open(row: Row) -> bool:
    return bool(row["review_state"] == ReviewState.APPROVED and row["status"] != Status.CLOSED)


def _rows(connection: Connection) -> list[Row]:
    found = connection.execute(select(*(BUSINESS.c[name] for name in _COLUMNS)))
    return [dict(row) for row in found.mappings()]


def _live(
    connection: Connection, channels: Collection[str], days: Days
) -> defaultdict[str, set[str]]:
    """Those of these channels that have a live yes on a day, by the business."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    columns = ("business_id", "channel", "answer", "date", "asked_by", "review_by")
    asked = select(*(CONSENT.c[name] for name in columns)).where(
        CONSENT.c.channel.in_(channels), CONSENT.c.answer == Answer.YES.value
    )
    raw = connection.connection.driver_connection
    twins = {str(channel): refused_twins.held(raw, channel) for channel in set(channels)}
    for id_, channel, answer, day, asked_by, review_by in connection.execute(asked):
        live = is_live(answer, day, asked_by, review_by, days.on, days.today)
        if live and id_ not in twins[str(channel)]:
            found[id_].add(str(channel))
    return found


def _withdrew(connection: Connection) -> set[str]:
    asked = select(CONSENT.c.business_id).where(
        CONSENT.c.channel == Channel.PRINT.value, CONSENT.c.answer == Answer.WITHDRAWN.value
    )
    return set(connection.execute(asked).scalars())
