"""Events, and a person's choices for them: in, out, in which order."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from directory_app.errors import UserError
from directory_app.model.event import Event
from directory_app.model.geo import Position
from directory_app.model.ids import new_id
from directory_app.model.listing import PublicEvent
from directory_app.store.database import Database
from directory_app.store.dossier import Row, find_row, make, rows_by
from directory_app.store.step import Step
from directory_app.store.tables import BUSINESS, EVENT, EVENT_ENTRY

EDITABLE = frozenset(EVENT.c.keys()) - {"id"}


def find(connection: Connection, event_id: str) -> Row:
    """The row of an event; UserError if there is none."""
    row = connection.execute(select(EVENT).where(EVENT.c.id == event_id)).mappings().first()
    if row is None:
        raise UserError("There is no such event in this directory.", "Look at the list of events.")
    return dict(row)


def all_events(connection: Connection) -> list[Event]:
    """Every event, the latest day first."""
    rows = connection.execute(select(EVENT).order_by(EVENT.c.date.desc(), EVENT.c.id)).mappings()
    return [make(Event, dict(row)) for row in rows]


def add(step: Step, event: Event) -> str:
    """Add an event; its id."""
    row = {column.name: getattr(event, column.name) for column in EVENT.columns}
    _check(row)
    step.insert("event", [row])
    return str(row["id"])


def edit(step: Step, row: Row, changes: Row) -> None:
    """Set fields of an event."""
    unknown = changes.keys() - EDITABLE
    if unknown:
        raise ValueError(f"not a field that can be edited: {', '.join(sorted(unknown))}")
    _check(row | changes)
    step.update("event", row, changes)


def remove(step: Step, event_id: str) -> None:
    """Delete an event and its choices. Its print runs stay."""
    row = find(step.connection, event_id)
    step.delete("evententry", rows_by(step.connection, EVENT_ENTRY, "event_id", [event_id]))
    step.delete("event", [row])


def set_entry(step: Step, event_id: str, business_id: str, changes: Row) -> None:
    """Set what a person chose for one business; with nothing chosen the row goes."""
    entries = rows_by(step.connection, EVENT_ENTRY, "event_id", [event_id])
    old = next((row for row in entries if row["business_id"] == business_id), None)
    row = old or _new_entry(event_id, find_row(step.connection, business_id)["id"])
    wanted = row | changes
    chosen = wanted["included"] is not None or wanted["position"] is not None
    if old is None and chosen:
        step.insert("evententry", [wanted])
    elif old is not None and chosen:
        step.update("evententry", old, changes)
    elif old is not None:
        step.delete("evententry", [old])


def set_order(step: Step, event_id: str, ids: Sequence[str]) -> None:
    """Put businesses in an order; those not named lose their place in it."""
    entries = rows_by(step.connection, EVENT_ENTRY, "event_id", [event_id])
    by_business = {row["business_id"]: row for row in entries}
    places = {business_id: place for place, business_id in enumerate(dict.fromkeys(ids))}
    known = {row["id"] for row in rows_by(step.connection, BUSINESS, "id", places)}
    for business_id in places.keys() - known:
        find_row(step.connection, business_id)
    gone = []
    for business_id, old in by_business.items():
        position = places.get(business_id)
        if position is None and old["included"] is None:
            gone.append(old)
        else:
            step.update("evententry", old, {"position": position})
    step.delete("evententry", gone)
    step.insert(
        "evententry",
        [
            _new_entry(event_id, business_id) | {"position": place}
            for business_id, place in places.items()
            if business_id not in by_business
        ],
    )


def entries(connection: Connection, event_id: str) -> list[Any]:
    """(business_id, code, position, included) of an event's choices, in their order."""
    return list(
        connection.execute(
            select(
                BUSINESS.c.id,
                BUSINESS.c.code,
                EVENT_ENTRY.c.position,
                EVENT_ENTRY.c.included,
            )
            .join(BUSINESS, BUSINESS.c.id == EVENT_ENTRY.c.business_id)
            .where(EVENT_ENTRY.c.event_id == event_id)
            .order_by(EVENT_ENTRY.c.position, BUSINESS.c.name_folded)
        )
    )


def public(connection: Connection, event_id: str, timezone: str) -> PublicEvent:
    """An event as a guide prints it: its times local to the directory's zone."""
    row = find(connection, event_id)
    chosen = entries(connection, event_id)
    position = None
    if row["latitude"] is not None and row["longitude"] is not None:
        position = Position(row["latitude"], row["longitude"])
    same = ("name_en", "name_es", "date", "venue", "city", "host", "intro_en", "intro_es")
    return PublicEvent(
        id=row["id"],
        timezone=timezone,
        starts=local_time(row["starts_at"], timezone),
        ends=local_time(row["ends_at"], timezone),
        address=", ".join(part for part in (row["address_1"], row["address_2"]) if part),
        position=position,
        precision=row["precision"],
        contact=row["contact"],
        radius_miles=row["radius_miles"],
        order=tuple(one.code for one in chosen if one.position is not None),
        included=frozenset(one.code for one in chosen if one.included is True),
        excluded=frozenset(one.code for one in chosen if one.included is False),
        **{name: row[name] for name in same},
    )


def local_time(moment: dt.datetime | None, timezone: str) -> dt.time | None:
    """The wall-clock time of a stored moment."""
    return None if moment is None else moment.astimezone(ZoneInfo(timezone)).time()


def _new_entry(event_id: str, business_id: str) -> Row:
    return {
        "id": new_id(),
        "event_id": event_id,
        "business_id": business_id,
        "position": None,
        "included": None,
    }


def _check(row: Row) -> None:
    if not (row["name_en"].strip() or row["name_es"].strip()):
        raise UserError("An event needs a name.", "Enter it in English or Spanish.")
    if row["starts_at"] and row["ends_at"] and row["ends_at"] <= row["starts_at"]:
        raise UserError("The event ends before it starts.", "Check its times.")


class Events:
    """Events, and who was chosen for them."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, event: "Event") -> "Event":
        """Add an event."""
        with self._db.step("event_add", event.name_en or event.name_es) as step:
            made = add(step, event)
        return self.get(made)

    def update(self, id: str, changes: dict[str, Any]) -> "Event":
        """Set fields of an event."""
        with self._db.step("event_edit") as step:
            row = find(step.connection, id)
            step.label = row["name_en"] or row["name_es"]
            edit(step, row, changes)
        return self.get(id)

    def delete(self, id: str) -> None:
        """Delete an event and its choices; its print runs stay."""
        with self._db.step("event_delete") as step:
            row = find(step.connection, id)
            step.label = row["name_en"] or row["name_es"]
            remove(step, id)

    def all(self) -> "list[Event]":
        """Every event, the latest day first."""
        with self._db.read() as connection:
            return all_events(connection)

    def get(self, id: str) -> "Event":
        """One event; UserError if there is none."""
        with self._db.read() as connection:
            return make(Event, find(connection, id))

    def set_entry(self, event_id: str, business_id: str, **chosen: Any) -> None:
        """Choose for one business: ``included`` (True, False, None) and ``position``."""
        with self._db.step("event_entry") as step:
            row = find(step.connection, event_id)
            step.label = row["name_en"] or row["name_es"]
            set_entry(step, event_id, business_id, chosen)

    def set_order(self, event_id: str, ids: Sequence[str]) -> None:
        """Put businesses in an order for an event; [] goes back to the order by distance."""
        with self._db.step("event_order") as step:
            row = find(step.connection, event_id)
            step.label = row["name_en"] or row["name_es"]
            set_order(step, event_id, ids)

    def public(self, id: str) -> "PublicEvent":
        """An event as a guide prints it, its times local to the directory's zone."""
        with self._db.read() as connection:
            return public(connection, id, self._db.timezone)
